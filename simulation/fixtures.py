"""What belongs to the table rather than lies on it: a drawer, a button and its lamp, a tray, coloured regions.

Data and geometry only; ``simulation.furniture`` builds the bodies. A fixture's own frame has its origin on the table
under its middle, x towards the side that the robot uses (the way a drawer comes out, a tray's open side), z up.
Every length in [m].
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from simulation.meshes import Box

CABINET = (0.15, 0.22, 0.078)
"""Depth, width and height of the drawer's cabinet."""
WALL = 0.006
DRAWER_TRAVEL = 0.115
DRAWER_FLOOR = 0.012
"""Height of the drawer's floor above the table."""
DRAWER_INSIDE = (-0.062, 0.066, 0.098)
"""Where the inside begins and ends along x when it is closed, and its half width."""
HEADROOM = 0.055
"""The tallest thing that goes in."""
KNOB = (0.02, 0.026, 0.034)
KNOB_OUT, KNOB_HEIGHT = 0.048, 0.047
"""How far the knob's middle stands off the drawer's front, and how high above the table."""
DRAWER_FRICTION = 3.0
"""[N]."""
TRAY = (0.12, 0.2, 0.018)
TRAY_WALL = 0.005
BUTTON_RADIUS, BUTTON_BASE_RADIUS, BUTTON_BASE, BUTTON_HEIGHT = 0.02, 0.032, 0.016, 0.028
BUTTON_TRAVEL, BUTTON_CLICK = 0.008, 0.005
"""How far the button goes down, and from where on it works."""
BUTTON_SPRING = 2.0
"""[N]."""
LAMP_FOOT, LAMP_POST, LAMP_BULB, LAMP_HEIGHT = 0.03, 0.007, 0.028, 0.085
LAMP_COLOURS = {False: (0.22, 0.22, 0.20), True: (1.0, 0.93, 0.35)}
REGION_SIDE = 0.11

Point = Sequence[float] | NDArray[np.float64]

FOOTPRINTS: Mapping[str, tuple[float, float, float]] = {
    "drawer": (-CABINET[0] / 2, CABINET[0] / 2 + DRAWER_TRAVEL + KNOB_OUT + 0.02, CABINET[1] / 2),
    "tray": (-TRAY[0] / 2, TRAY[0] / 2, TRAY[1] / 2),
    "button": (-BUTTON_BASE_RADIUS, BUTTON_BASE_RADIUS, BUTTON_BASE_RADIUS),
    "lamp": (-LAMP_FOOT, LAMP_FOOT, LAMP_FOOT),
    "region": (-REGION_SIDE / 2, REGION_SIDE / 2, REGION_SIDE / 2),
}
"""What to keep free, by kind: from and to along x, and half of it along y."""
KINDS = tuple(FOOTPRINTS)


@dataclass(frozen=True)
class FixtureSpec:
    """One fixture and the state it begins in."""

    id: str
    kind: str
    """One of ``KINDS``."""
    position: tuple[float, float]
    """On the table, base frame, [m]."""
    yaw: float
    """Of its own x axis about the base frame's z axis, [rad]."""
    rgb: tuple[float, float, float] = (0.6, 0.45, 0.3)
    """Linear, 0 to 1."""
    state: float = 0.0
    """How far a drawer is out, [m]; 1 for a lamp that is lit."""

    def local(self, point: Point) -> tuple[float, float]:
        """A point of the base frame in the fixture's own, x and y."""
        return to_local(self.position, self.yaw, point)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point of the fixture's own frame in the base frame."""
        return to_base(self.position, self.yaw, (x, y))

    @property
    def handle(self) -> tuple[float, float, float]:
        """The middle of a drawer's knob, base frame, [m]."""
        return (*self.at(DRAWER_INSIDE[1] + 0.008 + KNOB_OUT + self.state, 0.0), KNOB_HEIGHT)

    def encloses(self, point: Point) -> bool:
        """Whether a point lies over a drawer's inside, within a tray's walls or in a region."""
        x, y = self.local(point)
        if self.kind == "drawer":
            back, front, side = DRAWER_INSIDE
            return back < x - self.state < front and abs(y) < side
        if self.kind not in ("tray", "region"):
            return False
        depth, width = (TRAY[0], TRAY[1] - 2 * TRAY_WALL) if self.kind == "tray" else (REGION_SIDE, REGION_SIDE)
        return abs(x) < depth / 2 and abs(y) < width / 2

    def distance(self, point: Point) -> float:
        """How far a point is from the fixture's footprint, [m]; 0 inside."""
        x, y = self.local(point)
        back, front, side = FOOTPRINTS[self.kind]
        return float(np.hypot(max(back - x, 0.0, x - front), max(abs(y) - side, 0.0)))


def to_local(origin: Sequence[float], yaw: float, point: Point) -> tuple[float, float]:
    """A point of the base frame in a frame at ``origin`` turned by ``yaw``, x and y."""
    x, y = point[0] - origin[0], point[1] - origin[1]
    c, s = float(np.cos(yaw)), float(np.sin(yaw))
    return float(c * x + s * y), float(c * y - s * x)


def to_base(origin: Sequence[float], yaw: float, point: Point) -> tuple[float, float]:
    """The opposite of ``to_local``."""
    c, s = float(np.cos(yaw)), float(np.sin(yaw))
    x, y = point[0], point[1]
    return float(origin[0] + c * x - s * y), float(origin[1] + s * x + c * y)


def cabinet_boxes() -> tuple[Box, ...]:
    """Sides, back, roof and bottom; the front is open."""
    depth, width, height = CABINET
    side, middle = (width - WALL) / 2, height / 2
    return (
        Box((depth, WALL, height), (0.0, side, middle)),
        Box((depth, WALL, height), (0.0, -side, middle)),
        Box((WALL, width, height), ((WALL - depth) / 2, 0.0, middle)),
        Box((depth, width, WALL), (0.0, 0.0, height - WALL / 2)),
        Box((depth, width, 0.004), (0.0, 0.0, 0.002)),
    )


def drawer_boxes() -> tuple[Box, ...]:
    """Floor, back, sides and front, closed."""
    back, front, side = DRAWER_INSIDE
    length, middle = front - back, (front + back) / 2
    return (
        Box((length, 2 * side, 0.006), (middle, 0.0, DRAWER_FLOOR - 0.003)),
        Box((WALL, 2 * side, 0.04), (back - WALL / 2, 0.0, 0.026)),
        Box((length, WALL, 0.04), (middle, side + WALL / 2 - 0.001, 0.026)),
        Box((length, WALL, 0.04), (middle, -side - WALL / 2 + 0.001, 0.026)),
        Box((0.008, CABINET[1] - 2 * WALL - 0.002, CABINET[2] - WALL - 0.008), (front + 0.004, 0.0, 0.038)),
    )


def handle_boxes() -> tuple[Box, ...]:
    """A knob on a stem, closed."""
    front = DRAWER_INSIDE[1] + 0.008
    return (
        Box(KNOB, (front + KNOB_OUT, 0.0, KNOB_HEIGHT)),
        Box((KNOB_OUT, 0.01, 0.01), (front + KNOB_OUT / 2, 0.0, KNOB_HEIGHT)),
    )


def tray_walls() -> tuple[Box, ...]:
    """Three walls; the floor is too thin to stop anything."""
    depth, width, height = TRAY
    side = (width - TRAY_WALL) / 2
    return (
        Box((depth, TRAY_WALL, height), (0.0, side, height / 2)),
        Box((depth, TRAY_WALL, height), (0.0, -side, height / 2)),
        Box((TRAY_WALL, width, height), ((TRAY_WALL - depth) / 2, 0.0, height / 2)),
    )
