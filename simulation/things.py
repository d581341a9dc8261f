"""Things and the tool as they really are at one moment."""

from dataclasses import dataclass

import numpy as np

from simulation.shapes import SHAPES


@dataclass(frozen=True)
class TrueObject:
    """One thing as it is now."""

    id: str
    category: str
    colour: str
    position: tuple[float, float, float]
    """Centre, base frame, [m]."""
    yaw: float
    """About the base frame's z axis, [rad]; of a tumbled object that of its most level axis."""
    speed: float
    """[m/s]."""
    upright: bool

    @property
    def bottom(self) -> float:
        """Height of its lowest point when level, [m]."""
        return self.position[2] - SHAPES[self.category].height / 2

    @property
    def top(self) -> float:
        """Height of its highest point when level, [m]."""
        return self.position[2] + SHAPES[self.category].height / 2

    def distance(self, other: "TrueObject") -> float:
        """Horizontal distance between the centres, [m]."""
        return float(np.hypot(self.position[0] - other.position[0], self.position[1] - other.position[1]))


@dataclass(frozen=True)
class Tool:
    """The tool centre point and the gripper."""

    position: tuple[float, float, float]
    """Base frame, [m]."""
    yaw: float
    """[rad]."""
    opening: float
    """Between the fingers, [m]."""
