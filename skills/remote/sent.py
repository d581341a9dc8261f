"""What a policy server is sent: pictures and numbers under the names and in the units that it wants."""

from typing import Annotated, Any, Literal

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PositiveFloat, PositiveInt

from grounding import Observation
from skills import rotations
from skills.errors import LibraryError, did_you_mean
from skills.remote.message import message_of

Source = Literal[
    "joint_positions",
    "joint_velocities",
    "tcp_position",
    "tcp_quaternion",
    "tcp_rotvec",
    "tcp_rpy",
    "tcp_yaw",
    "gripper_opening",
    "gripper",
    "gripper_force",
    "time",
]
"""What the robot feels: [rad], [rad/s], [m], (x, y, z, w), axis times angle [rad], roll-pitch-yaw [rad], [rad], [m],
a share (see ``GripperSense``), [N], [s]; the tool's pose is in the base frame."""
GripperSense = Literal["opening", "closing", "signed opening", "signed closing"]
"""1 is open and 0 closed; 1 is closed and 0 open; 1 is open and -1 closed; 1 is closed and -1 open."""


class Strict(BaseModel):
    """Refuses keys that mean nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Picture(Strict):
    """A camera's picture: uint8 of shape (height, width, 3), or depth as float32 of shape (height, width) in [m]."""

    camera: str
    size: tuple[PositiveInt, PositiveInt] | None = None
    """Height and width in pixels; None: as the camera takes it."""
    fit: Literal["pad", "stretch"] = "pad"
    """``pad`` keeps the proportions and leaves black margins; depth is always stretched to the nearest pixel."""
    depth: bool = False

    def of(self, observation: Observation) -> NDArray:
        """The picture.

        Raises:
            LibraryError: the robot has no such camera.
        """
        image = observation.images.get(self.camera)
        if image is None:
            there = ", ".join(observation.images) or "none"
            raise LibraryError(f"no camera {self.camera!r}{did_you_mean(self.camera, observation.images)} ({there})")
        return _resized(image.depth if self.depth else image.rgb, self)


def _by_name(given: Any) -> Any:
    return {"camera": given} if isinstance(given, str) else given


class Sent(Strict):
    """What is sent: by its key, each thing that the server wants to know."""

    prompt: str = "prompt"
    """Key of the command in words."""
    images: dict[str, Annotated[Picture, BeforeValidator(_by_name)]] = Field(default_factory=dict)
    """Key -> picture, or the name of a camera."""
    state: dict[str, tuple[Source, ...]] = Field(default_factory=dict)
    """Key -> what its float32 vector is made of, in order."""
    length_unit: PositiveFloat = 1.0
    """What the server calls 1, in [m]: 0.001 for millimetres."""
    angle_unit: PositiveFloat = 1.0
    """The same in [rad]: 0.0174533 for degrees."""
    gripper: GripperSense = "opening"
    max_opening: PositiveFloat = 0.08
    """Of the gripper, [m]: what ``gripper`` is a share of."""
    whole: bool = False
    """Send all that was observed, with depth and calibration, as ``skills.message`` has it, and nothing else."""

    def message(self, observation: Observation, command: str) -> dict[str, Any]:
        """The message."""
        if self.whole:
            return message_of(observation, command)
        state = {key: self._vector(sources, observation) for key, sources in self.state.items()}
        images = {key: picture.of(observation) for key, picture in self.images.items()}
        return {**images, **state, self.prompt: command}

    def _vector(self, sources: tuple[Source, ...], observation: Observation) -> NDArray[np.float32]:
        return np.concatenate([np.ravel(self._number(name, observation)) for name in sources]).astype(np.float32)

    def _number(self, name: Source, observation: Observation) -> Any:
        body = observation.proprioception
        if name == "gripper":
            return _felt(min(1.0, body.gripper_opening / self.max_opening), self.gripper)
        if name == "time":
            return observation.time
        if name in ("tcp_position", "gripper_opening"):
            return getattr(body, name) / self.length_unit
        if name in ("joint_positions", "joint_velocities", "tcp_yaw"):
            return getattr(body, name) / self.angle_unit
        if name == "gripper_force":
            return body.gripper_force
        turn = rotations.of_matrix(body.T_base_tcp[:3, :3])
        turns = {"tcp_rotvec": rotations.to_vector, "tcp_rpy": rotations.to_rpy}
        return turns[name](turn) / self.angle_unit if name in turns else turn


def _felt(opening: float, sense: GripperSense) -> float:
    senses = {
        "opening": opening,
        "closing": 1.0 - opening,
        "signed opening": 2.0 * opening - 1.0,
        "signed closing": 1.0 - 2.0 * opening,
    }
    return senses[sense]


def _resized(picture: NDArray, wanted: Picture) -> NDArray:
    if wanted.size is None or picture.shape[:2] == wanted.size:
        return picture
    from PIL import Image

    height, width = wanted.size
    if wanted.depth:
        return np.asarray(Image.fromarray(picture).resize((width, height), Image.Resampling.NEAREST))
    if wanted.fit == "stretch":
        return np.asarray(Image.fromarray(picture).resize((width, height), Image.Resampling.BILINEAR))
    share = min(height / picture.shape[0], width / picture.shape[1])
    inner = tuple(max(1, round(side * share)) for side in picture.shape[:2])
    top, left = (height - inner[0]) // 2, (width - inner[1]) // 2
    padded = np.zeros((height, width, 3), np.uint8)
    small = Image.fromarray(picture).resize(inner[::-1], Image.Resampling.BILINEAR)
    padded[top : top + inner[0], left : left + inner[1]] = np.asarray(small)
    return padded
