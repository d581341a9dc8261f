"""Where fixtures and crumbs go: drawn at random, within reach, clear of each other. Base frame, [m] and [rad]."""

from collections.abc import Sequence

import numpy as np

from simulation.fixtures import KINDS, TRAY, FixtureSpec
from simulation.shapes import COLOURS, CRUMB

WOODS = ((0.60, 0.45, 0.30), (0.48, 0.33, 0.22), (0.70, 0.58, 0.42), (0.52, 0.52, 0.55))
TRAYS = ((0.20, 0.30, 0.55), (0.30, 0.30, 0.32), (0.55, 0.60, 0.65), (0.25, 0.45, 0.40))
CRUMB_COUNT = (10, 16)
CRUMB_PATCH = (0.04, 0.15, 0.055)
"""Where the crumbs lie before a tray's open side: from, to, and half the width."""
FREE_REGION = ((0.38, 0.64), (-0.26, 0.26))
FREE_REACH = (0.40, 0.66)
BETWEEN = 0.02
"""Left free between fixtures, [m]."""
_TRIES, _LAYOUTS = 120, 40


def draw_fixtures(rng: np.random.Generator, kinds: Sequence[str]) -> tuple[FixtureSpec, ...]:
    """One fixture for each kind given; several regions have different colours.

    Raises:
        ValueError: an unknown kind, or there is no room for them all.
    """
    for kind in kinds:
        if kind not in KINDS:
            raise ValueError(f"unknown fixture {kind!r}; choose from: {', '.join(KINDS)}")
    for _ in range(_LAYOUTS):
        side = float(rng.choice([-1.0, 1.0]))
        placed: list[FixtureSpec] = []
        for kind in sorted(kinds, key=lambda kind: kind not in _SLOTS):
            spec = _SLOTS[kind](rng, side) if kind in _SLOTS else _somewhere(rng, kind, placed)
            placed += [spec] if spec else []
        if len(placed) == len(kinds):
            return tuple(placed)
    raise ValueError(f"no room for {', '.join(kinds)} on one table; ask for fewer fixtures")


def keeps_clear(fixtures: Sequence[FixtureSpec], crumbs: bool, x: float, y: float, radius: float, gap: float) -> bool:
    """Whether something of that radius may stand at a place: off the fixtures and the crumbs."""
    if any(fixture.distance((x, y)) < radius + gap for fixture in fixtures):
        return False
    return not crumbs or not any(_before(tray, x, y, radius) for tray in fixtures if tray.kind == "tray")


def draw_crumbs(rng: np.random.Generator, tray: FixtureSpec) -> list[tuple[float, float]]:
    """Places for 10 to 16 crumbs before the tray."""
    count, places = int(rng.integers(CRUMB_COUNT[0], CRUMB_COUNT[1] + 1)), list[tuple[float, float]]()
    near, far, half = CRUMB_PATCH
    while len(places) < count:
        x, y = float(rng.uniform(near, far)) + TRAY[0] / 2, float(rng.uniform(-half, half))
        if all(np.hypot(x - a, y - b) > 1.6 * CRUMB for a, b in places):
            places.append((x, y))
    return [tray.at(*place) for place in places]


def _before(tray: FixtureSpec, x: float, y: float, radius: float) -> bool:
    """Whether a place is where the crumbs are, or where the hand sweeps."""
    u, v = tray.local((x, y))
    return -TRAY[0] / 2 < u < TRAY[0] / 2 + CRUMB_PATCH[1] + 0.09 + radius and abs(v) < TRAY[1] / 2 + radius


def _drawer(rng: np.random.Generator, side: float) -> FixtureSpec:
    place = (float(rng.uniform(0.46, 0.54)), side * float(rng.uniform(0.325, 0.345)))
    yaw = -side * np.pi / 2 + float(rng.normal(0, 0.06))
    return FixtureSpec("drawer", "drawer", place, yaw, _vary(rng, WOODS))


def _tray(rng: np.random.Generator, side: float) -> FixtureSpec:
    place = (float(rng.uniform(0.44, 0.50)), -side * float(rng.uniform(0.27, 0.29)))
    return FixtureSpec("tray", "tray", place, side * np.pi / 2 + float(rng.normal(0, 0.06)), _vary(rng, TRAYS))


def _lamp(rng: np.random.Generator, side: float) -> FixtureSpec:
    place = (float(rng.uniform(0.75, 0.79)), float(rng.uniform(-0.22, 0.22)))
    return FixtureSpec("lamp", "lamp", place, 0.0)


_SLOTS = {"drawer": _drawer, "tray": _tray, "lamp": _lamp}
"""Fixtures with a place of their own; the others go wherever there is room."""


def _somewhere(rng: np.random.Generator, kind: str, placed: Sequence[FixtureSpec]) -> FixtureSpec | None:
    """A button or a region, its colour not yet taken by another region; None if there is no room."""
    taken = {fixture.id for fixture in placed}
    colours = [colour for colour in COLOURS if f"{colour} region" not in taken]
    colour = colours[int(rng.integers(len(colours)))]
    id, radius = (kind, 0.04) if kind == "button" else (f"{colour} region", 0.075)
    for _ in range(_TRIES):
        place = float(rng.uniform(*FREE_REGION[0])), float(rng.uniform(*FREE_REGION[1]))
        clear = keeps_clear(placed, True, *place, radius, BETWEEN)
        if clear and FREE_REACH[0] < np.hypot(*place) < FREE_REACH[1]:
            yaw = float(rng.uniform(-np.pi, np.pi))
            return FixtureSpec(id, kind, place, yaw, COLOURS[colour])
    return None


def _vary(rng: np.random.Generator, bases: Sequence[tuple[float, float, float]]) -> tuple[float, float, float]:
    r, g, b = np.clip(np.array(bases[int(rng.integers(len(bases)))]) * rng.uniform(0.85, 1.15), 0.05, 0.95)
    return float(r), float(g), float(b)
