"""What the objects on the table look like and measure; every length in [m]."""

from collections.abc import Mapping
from dataclasses import dataclass

COLOURS: Mapping[str, tuple[float, float, float]] = {
    "red": (0.86, 0.07, 0.08),
    "orange": (0.98, 0.47, 0.02),
    "yellow": (0.97, 0.88, 0.05),
    "green": (0.06, 0.58, 0.13),
    "cyan": (0.05, 0.80, 0.85),
    "blue": (0.06, 0.16, 0.82),
    "purple": (0.45, 0.10, 0.66),
    "pink": (0.98, 0.52, 0.74),
}
"""Linear RGB, 0 to 1."""


@dataclass(frozen=True)
class Shape:
    """One category of objects."""

    category: str
    height: float
    radius: float
    """Of the circle around its footprint."""
    width: float
    """Between the faces that the fingers take."""
    mass: float
    """In [kg]."""
    yaw_symmetry: float
    """Turn about the vertical, in degrees, after which a grasp is the same again; 0: any yaw will do."""
    supports: bool = False
    """Whether something can rest on it."""
    graspable: bool = True


BLOCK_SIZE = 0.04
BOWL_HEIGHT = 0.045
BOWL_RIM_RADIUS = 0.069
BOWL_BASE_RADIUS = 0.058
BOWL_WALL = 0.005
BOWL_SIDES = 14
WEDGE = (0.05, 0.036, 0.04)
"""Length, width between the upright sides, and height of the ramp."""

SHAPES: Mapping[str, Shape] = {
    "block": Shape("block", BLOCK_SIZE, 0.0283, BLOCK_SIZE, 0.05, 90.0, supports=True),
    "bowl": Shape("bowl", BOWL_HEIGHT, BOWL_RIM_RADIUS, 2 * BOWL_RIM_RADIUS, 0.15, 0.0, graspable=False),
    "cylinder": Shape("cylinder", 0.04, 0.022, 0.044, 0.05, 0.0, supports=True),
    "wedge": Shape("wedge", WEDGE[2], 0.031, WEDGE[1], 0.04, 180.0),
}
CATEGORIES = tuple(SHAPES)
DISTRACTORS = ("cylinder", "wedge")
