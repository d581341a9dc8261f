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
NOVEL_COLOURS: Mapping[str, tuple[float, float, float]] = {
    "white": (0.95, 0.95, 0.95),
    "black": (0.08, 0.08, 0.09),
    "lime": (0.62, 0.93, 0.10),
    "maroon": (0.42, 0.03, 0.12),
}
"""Colours for tests of generalisation: no training scene may show one."""


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
    grip: float = 0.0
    """How far above its centre the fingers take it."""
    rolling: float = 0.0
    """Rolling friction, so that what is round comes to rest, [m]."""


BLOCK_SIZE = 0.04
BOWL_HEIGHT = 0.045
BOWL_RIM_RADIUS = 0.069
BOWL_BASE_RADIUS = 0.058
BOWL_WALL = 0.005
BOWL_SIDES = 14
WEDGE = (0.05, 0.036, 0.04)
"""Length, width between the upright sides, and height of the ramp."""

CAN_RADIUS, CAN_HEIGHT = 0.026, 0.052
BAR = (0.08, 0.03, 0.03)
BALL_RADIUS = 0.026
MUG_RADIUS, MUG_HEIGHT, MUG_WALL = 0.026, 0.05, 0.004
MUG_HANDLE = (0.018, 0.008, 0.03)
"""How far it stands out, its thickness and its height."""
BLADE, BLADE_GRIP = (0.012, 0.11, 0.03), (0.026, 0.026, 0.05)
"""The plate that sweeps and the grip on top of it: along the sweep, across it, and up."""
CRUMB = 0.008
CONE = (0.029, 0.019, 0.042)
"""Radius of the foot, radius of the top, and height."""
RING = (0.027, 0.014, 0.032)
"""Outer and inner radius, and height."""
STAR = (0.056, 0.015, 0.036)
"""Length, width and height of each of its three crossing bars."""
CORNER = ((0.06, 0.024, 0.036), (0.024, 0.036, 0.036))
"""The long arm, whose middle is the object's centre, and the short one beside its end."""

_DISTINCT = (
    Shape("block", BLOCK_SIZE, 0.0283, BLOCK_SIZE, 0.05, 90.0, supports=True),
    Shape("bowl", BOWL_HEIGHT, BOWL_RIM_RADIUS, 2 * BOWL_RIM_RADIUS, 0.15, 0.0, graspable=False),
    Shape("cylinder", 0.04, 0.022, 0.044, 0.05, 0.0, supports=True),
    Shape("wedge", WEDGE[2], 0.031, WEDGE[1], 0.04, 180.0),
)
CATEGORIES = tuple(shape.category for shape in _DISTINCT)
"""What is drawn by default, and what the committed networks know."""
DISTRACTORS = ("cylinder", "wedge")

_HOUSEHOLD = (
    Shape("can", CAN_HEIGHT, CAN_RADIUS, 2 * CAN_RADIUS, 0.06, 0.0, supports=True),
    Shape("bar", BAR[2], 0.0427, BAR[1], 0.05, 180.0),
    Shape("ball", 2 * BALL_RADIUS, BALL_RADIUS, 2 * BALL_RADIUS, 0.05, 0.0, rolling=0.003),
    Shape("mug", MUG_HEIGHT, 0.036, 2 * MUG_RADIUS, 0.07, 180.0),
)
HOUSEHOLD = tuple(shape.category for shape in _HOUSEHOLD)
"""Shapes to pick and place besides blocks; drawn where a scene asks for them."""

_NOVEL = (
    Shape("cone", CONE[2], CONE[0], 0.05, 0.05, 0.0, grip=-0.004),
    Shape("ring", RING[2], RING[0], 2 * RING[0], 0.05, 0.0),
    Shape("star", STAR[2], 0.029, STAR[0], 0.05, 60.0),
    Shape("corner", CORNER[0][2], 0.055, CORNER[0][1], 0.05, 180.0),
)
NOVEL_SHAPES = tuple(shape.category for shape in _NOVEL)
"""Shapes for tests of generalisation: no training scene may show one."""

_TOOLS = (
    Shape("blade", BLADE[2] + BLADE_GRIP[2], 0.056, BLADE_GRIP[1], 0.06, 180.0, grip=0.018),
    Shape("crumb", CRUMB, 0.0057, CRUMB, 0.0015, 90.0, graspable=False),
)

SHAPES: Mapping[str, Shape] = {shape.category: shape for shape in (*_DISTINCT, *_HOUSEHOLD, *_NOVEL, *_TOOLS)}
MOVABLE = ("block", *HOUSEHOLD, *NOVEL_SHAPES)
"""What the skills of the table-top pick up and put somewhere."""


def rgb(colour: str) -> tuple[float, float, float]:
    """Linear RGB of a colour's name, 0 to 1.

    Raises:
        ValueError: there is no such colour.
    """
    if colour in COLOURS:
        return COLOURS[colour]
    if colour in NOVEL_COLOURS:
        return NOVEL_COLOURS[colour]
    raise ValueError(f"unknown colour {colour!r}; choose from: {', '.join((*COLOURS, *NOVEL_COLOURS))}")
