"""Rollouts on disk, one compressed numpy archive each, so that costly ones are made once."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.rollouts import Rollout
from grounding import Camera, Image, Observation, Proprioception
from skills import Outcome
from weights.writing import minding_space

_FIELDS = ("skill", "arguments", "command", "kind", "feasible", "achieved", "wrong_object", "meddled", "swept", "held")


def write_rollout(path: Path, rollout: Rollout) -> None:
    """Write a rollout without its recorded ticks; the file is there whole or not at all.

    Raises:
        NoSpaceError: the disk is full.
    """
    head = {name: getattr(rollout, name) for name in _FIELDS} | {"outcome": asdict(rollout.outcome)}
    arrays = _arrays(rollout.before, "before") | _arrays(rollout.after, "after")
    arrays["head"] = np.array(json.dumps(head, default=dict))
    partial = path.with_suffix(f".{os.getpid()}.partial")  # two evaluations may want the same rollout
    with minding_space(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with partial.open("wb") as file:
                np.savez_compressed(file, **arrays, allow_pickle=False)
            partial.replace(path)
        finally:
            partial.unlink(missing_ok=True)


def read_rollout(path: Path) -> Rollout:
    """Read what ``write_rollout`` wrote.

    Raises:
        FileNotFoundError: there is no such file.
    """
    with np.load(path) as archive:
        arrays: dict[str, NDArray[Any]] = {name: archive[name] for name in archive.files}
    head = json.loads(str(arrays.pop("head")))
    outcome = Outcome(**head.pop("outcome"))
    head["meddled"] = tuple(head.get("meddled", ()))
    return Rollout(**head, outcome=outcome, before=_observation(arrays, "before"), after=_observation(arrays, "after"))


def _arrays(observation: Observation, prefix: str) -> dict[str, NDArray[Any]]:
    body = observation.proprioception
    arrays: dict[str, NDArray[Any]] = {
        f"{prefix}/T_base_tcp": body.T_base_tcp,
        f"{prefix}/joints": np.stack([body.joint_positions, body.joint_velocities]),
        f"{prefix}/scalars": np.array([body.gripper_opening, body.gripper_force, observation.time]),
    }
    for name, image in observation.images.items():
        arrays |= {
            f"{prefix}/images/{name}/rgb": image.rgb,
            f"{prefix}/images/{name}/depth": image.depth,
            f"{prefix}/images/{name}/intrinsics": image.camera.intrinsics,
            f"{prefix}/images/{name}/T_base_camera": image.camera.T_base_camera,
        }
    return arrays


def _observation(arrays: Mapping[str, NDArray[Any]], prefix: str) -> Observation:
    opening, force, time = arrays[f"{prefix}/scalars"].tolist()
    joints = arrays[f"{prefix}/joints"]
    body = Proprioception(arrays[f"{prefix}/T_base_tcp"], opening, joints[0], joints[1], force)
    start = f"{prefix}/images/"
    names = dict.fromkeys(key.removeprefix(start).split("/")[0] for key in arrays if key.startswith(start))
    return Observation({name: _image(arrays, start, name) for name in names}, body, time)


def _image(arrays: Mapping[str, NDArray[Any]], start: str, name: str) -> Image:
    part = {field: arrays[f"{start}{name}/{field}"] for field in ("rgb", "depth", "intrinsics", "T_base_camera")}
    return Image(part["rgb"], part["depth"], Camera(name, part["intrinsics"], part["T_base_camera"]))
