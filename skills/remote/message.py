"""An observation as plain data: everything that was seen and felt, for a policy that runs elsewhere."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grounding import Camera, Image, Observation, Proprioception

PROMPT = "prompt"
MAX_IMAGES = 16


class MessageError(ValueError):
    """A message that is no observation; the error says what is wrong with which part."""


def message_of(observation: Observation, command: str) -> dict[str, Any]:
    """``prompt``, ``time``, ``proprioception`` and ``images``, with the names, units and frames of ``Observation``."""
    body = observation.proprioception
    return {
        PROMPT: command,
        "time": float(observation.time),
        "proprioception": {
            "T_base_tcp": body.T_base_tcp,
            "gripper_opening": float(body.gripper_opening),
            "joint_positions": body.joint_positions,
            "joint_velocities": body.joint_velocities,
            "gripper_force": float(body.gripper_force),
        },
        "images": {
            name: {
                "rgb": image.rgb,
                "depth": image.depth,
                "intrinsics": image.camera.intrinsics,
                "T_base_camera": image.camera.T_base_camera,
            }
            for name, image in observation.images.items()
        },
    }


def observation_of(message: Any) -> tuple[Observation, str]:
    """What ``message_of`` made a message of: the observation and the command.

    Raises:
        MessageError: a part is missing or is something else.
    """
    told = _map(message, "the message")
    command, images = told.get(PROMPT), _map(told.get("images"), "images")
    if not isinstance(command, str):
        raise MessageError(f"{PROMPT!r} is the command in words, not {type(command).__name__}")
    if len(images) > MAX_IMAGES:
        raise MessageError(f"{len(images)} images; at most {MAX_IMAGES} are read")
    body, time = _body(_map(told.get("proprioception"), "proprioception")), _number(told, "time")
    return Observation({str(name): _image(str(name), part) for name, part in images.items()}, body, time), command


def _body(told: Mapping[Any, Any]) -> Proprioception:
    joints = _array(told, "joint_positions", (None,))
    velocities = _array(told, "joint_velocities", joints.shape)
    pose = _array(told, "T_base_tcp", (4, 4))
    return Proprioception(pose, _number(told, "gripper_opening"), joints, velocities, _number(told, "gripper_force"))


def _image(name: str, part: Any) -> Image:
    told = _map(part, f"image {name!r}")
    depth = _array(told, "depth", (None, None)).astype(np.float32)
    rgb = _array(told, "rgb", (*depth.shape, 3)).astype(np.uint8)
    camera = Camera(name, _array(told, "intrinsics", (3, 3)), _array(told, "T_base_camera", (4, 4)))
    return Image(rgb, depth, camera)


def _map(thing: Any, what: str) -> Mapping[Any, Any]:
    if not isinstance(thing, Mapping):
        raise MessageError(f"{what} is a map, not {type(thing).__name__}")
    return thing


def _number(told: Mapping[Any, Any], name: str) -> float:
    value = told.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float) or not np.isfinite(value):
        raise MessageError(f"{name!r} is a finite number, not {value!r}"[:200])
    return float(value)


def _array(told: Mapping[Any, Any], name: str, shape: tuple[int | None, ...]) -> NDArray:
    """An array of finite numbers of that shape; None for any length."""
    try:
        values = np.asarray(told.get(name))
        fits = values.dtype.kind in "iuf" and len(values.shape) == len(shape)
    except (TypeError, ValueError):
        values, fits = np.empty(0), False
    if not fits or any(n is not None and n != have for n, have in zip(shape, values.shape, strict=True)):
        wanted = ", ".join("any" if n is None else str(n) for n in shape)
        raise MessageError(f"{name!r} is an array of numbers of shape ({wanted}), not {values.dtype} {values.shape}")
    if not np.isfinite(values).all():
        raise MessageError(f"{name!r} has numbers that are not finite")
    return values if values.dtype == np.uint8 or values.dtype == np.float32 else values.astype(np.float64)
