"""What a policy asks of the robot: targets for the next control period, in chunks."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class EndEffectorTarget:
    """Where the tool centre point should head during the next control period."""

    position: tuple[float, float, float]
    """Base frame, [m]."""
    quaternion: tuple[float, float, float, float]
    """Orientation of the tool in the base frame, (x, y, z, w)."""
    gripper: float
    """0 is closed, 1 is fully open."""

    @classmethod
    def top_down(cls, position: tuple[float, float, float], yaw: float, gripper: float) -> "EndEffectorTarget":
        """A tool that points straight down, its x axis turned by ``yaw`` [rad] about the base frame's z axis.

        A half turn about x, then ``yaw`` about z: fingers close along the tool's y axis.
        """
        half = 0.5 * yaw
        return cls(position, (float(np.cos(half)), float(np.sin(half)), 0.0, 0.0), gripper)


@dataclass(frozen=True)
class JointTarget:
    """Where the arm's joints should head during the next control period."""

    positions: tuple[float, ...]
    """One a joint, [rad]."""
    gripper: float
    """0 is closed, 1 is fully open."""


Action = EndEffectorTarget | JointTarget


@dataclass(frozen=True)
class ActionChunk:
    """The next few actions of a policy, one a control period."""

    actions: tuple[Action, ...]
    terminate: float
    """Probability that the command has been carried out."""
    attention: NDArray[np.float32] | None = field(default=None, compare=False)
    """Where the policy looked: shape (h, w), sums to 1, over the image of ``attention_camera``."""
    attention_camera: str = "front"
