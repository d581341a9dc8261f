"""What lies where: scene descriptions that can be written down, and how they are drawn at random.

Frames and units: the robot's base frame (origin at its foot, x forward, y left, table top at z = 0), [m] and [rad].
"""

import json
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial

import numpy as np
from pydantic import TypeAdapter

from simulation.fixtures import FixtureSpec
from simulation.layout import draw_crumbs, draw_fixtures, keeps_clear
from simulation.shapes import BLOCK_SIZE, BOWL_WALL, CATEGORIES, COLOURS, DISTRACTORS, NOVEL_COLOURS, SHAPES

__all__ = ["CATEGORIES", "COLOURS", "Light", "ObjectSpec", "SceneSpec", "numbered", "parse_object", "sample_tabletop"]

REGION = ((0.34, 0.66), (-0.28, 0.28))
"""Where objects' centres lie, x and y."""
REACH = (0.34, 0.69)
"""Distances from the base axis that the hand reaches pointing down at any height up to 0.25 m."""
OUT_OF_REACH = ((0.80, 0.84), (-0.22, 0.22))
"""In view, but too far."""
GAP = 0.033
"""Room for a finger between two objects."""
TIGHT_GAP = 0.006
CRUMBS = "crumbs"
"""Id of all the crumbs together."""
TABLE_COLOURS = ((0.62, 0.50, 0.38), (0.72, 0.70, 0.66), (0.45, 0.44, 0.43), (0.80, 0.76, 0.68), (0.33, 0.30, 0.28))


@dataclass(frozen=True)
class ObjectSpec:
    """One thing and where it begins."""

    id: str
    category: str
    colour: str
    position: tuple[float, float, float]
    """Centre, base frame, [m]."""
    yaw: float
    """About the base frame's z axis, [rad]."""


@dataclass(frozen=True)
class Light:
    """How the scene is lit; the coefficients are those of the Phong model."""

    direction: tuple[float, float, float] = (0.5, 0.3, 1.5)
    colour: tuple[float, float, float] = (1.0, 1.0, 1.0)
    ambient: float = 0.55
    diffuse: float = 0.5
    specular: float = 0.05


@dataclass(frozen=True)
class SceneSpec:
    """All that is needed to build the same scene again."""

    name: str
    objects: tuple[ObjectSpec, ...]
    table_rgba: tuple[float, float, float, float] = (0.72, 0.70, 0.66, 1.0)
    light: Light = field(default_factory=Light)
    camera_jitter: tuple[float, float, float, float, float, float] = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    """How far the front camera stands from its nominal pose: metres in the base frame, then roll, pitch, yaw [rad]
    about its own axes. The calibration knows it."""
    seed: int = 0
    fixtures: tuple[FixtureSpec, ...] = ()

    def to_json(self) -> str:
        """This scene as one JSON object."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "SceneSpec":
        """Read back what ``to_json`` wrote.

        Raises:
            ValueError: something else.
        """
        return TypeAdapter(cls).validate_json(text)


def sample_tabletop(
    rng: np.random.Generator,
    objects: Sequence[str] | None = None,
    blocks: int | None = None,
    bowls: int | None = None,
    distractors: int | None = None,
    exclude: Collection[tuple[str, str]] = (),
    clutter: bool = False,
    fixtures: Sequence[str] = (),
) -> SceneSpec:
    """Draw a table-top scene in which everything can be reached and grasped.

    Args:
        rng: the only source of randomness.
        objects: exactly what lies there, e.g. ``["red block", "blue bowl"]``; the counts below are then unused.
        blocks: how many blocks, of distinct colours; 4 to 6 by default.
        bowls: how many bowls, of distinct colours; 2 to 3 by default.
        distractors: how many other shapes; 0 to 2 by default.
        exclude: pairs of colour and category that never occur, for tests of new combinations.
        clutter: allow harder situations: a block on another or in a bowl, one out of reach, things close together.
        fixtures: what belongs to the table, e.g. ``["drawer", "region"]``: kinds of ``simulation.fixtures``, and
            ``crumbs`` for some before the tray.

    Raises:
        ValueError: an object, a count or an exclusion that cannot be; the message names what is allowed.
    """
    if objects is None:
        things = _draw_things(rng, blocks, bowls, distractors, exclude)
    else:
        things = [parse_object(text) for text in objects]
    kinds = [kind for kind in fixtures if kind != CRUMBS]
    fitted = draw_fixtures(rng, kinds) if kinds else ()
    placed = _place_all(rng, things, clutter, fitted, CRUMBS in fixtures)
    if clutter:
        placed = _rearrange(rng, placed)
    if CRUMBS in fixtures:
        placed += _crumbs(rng, fitted)
    look = _table(rng), _light(rng), _jitter(rng)
    return SceneSpec("tabletop", placed, *look, int(rng.integers(2**31)), fitted)


def parse_object(text: str) -> tuple[str, str]:
    """``"red block"`` as its colour and category.

    Raises:
        ValueError: unknown colour or category.
    """
    words, colours = text.split(), (*COLOURS, *NOVEL_COLOURS)
    if len(words) != 2 or words[0] not in colours or words[1] not in SHAPES:
        raise ValueError(
            f"unknown object {text!r}; say a colour ({', '.join(colours)}) and a category ({', '.join(SHAPES)}),"
            " e.g. 'red block'"
        )
    return words[0], words[1]


def numbered(things: Sequence[tuple[str, str]]) -> list[str]:
    """Ids of things given as colour and category: the second red block is ``red block 2``."""
    ids: list[str] = []
    for index, thing in enumerate(things):
        before = sum(other == thing for other in things[:index])
        ids.append(" ".join(thing) + (f" {before + 1}" if before else ""))
    return ids


def _draw_things(
    rng: np.random.Generator,
    blocks: int | None,
    bowls: int | None,
    distractors: int | None,
    exclude: Collection[tuple[str, str]],
) -> list[tuple[str, str]]:
    for colour, category in exclude:
        parse_object(f"{colour} {category}")
    n_blocks = int(rng.integers(4, 7)) if blocks is None else blocks
    n_bowls = int(rng.integers(2, 4)) if bowls is None else bowls
    n_others = int(rng.integers(0, 3)) if distractors is None else distractors
    things = _draw_colours(rng, "bowl", n_bowls, exclude) + _draw_colours(rng, "block", n_blocks, exclude)
    kinds = [DISTRACTORS[i] for i in rng.integers(len(DISTRACTORS), size=n_others)]
    for kind in DISTRACTORS:
        things += _draw_colours(rng, kind, kinds.count(kind), exclude)
    return things


def _draw_colours(
    rng: np.random.Generator, category: str, count: int, exclude: Collection[tuple[str, str]]
) -> list[tuple[str, str]]:
    allowed = [colour for colour in COLOURS if (colour, category) not in exclude]
    if not 0 <= count <= len(allowed):
        raise ValueError(f"cannot draw {count} {category}s of distinct colours; {len(allowed)} are allowed")
    return [(allowed[i], category) for i in rng.permutation(len(allowed))[:count]]


def _place_all(
    rng: np.random.Generator,
    things: Sequence[tuple[str, str]],
    clutter: bool,
    fixtures: tuple[FixtureSpec, ...] = (),
    crumbs: bool = False,
) -> tuple[ObjectSpec, ...]:
    gap = TIGHT_GAP if clutter and rng.random() < 0.35 else GAP
    order = sorted(range(len(things)), key=lambda i: -SHAPES[things[i][1]].radius)
    for attempt in range(300):
        room, kinds = max(TIGHT_GAP, gap * (1 - attempt / 600)), [things[i][1] for i in order]
        centres = _try_places(rng, kinds, room, partial(keeps_clear, fixtures, crumbs))
        if centres is not None:
            spots = dict(zip(order, centres, strict=True))
            ids = numbered(things)
            return tuple(_object(rng, ids[i], *things[i], spots[i]) for i in range(len(things)))
    raise ValueError(f"{len(things)} objects do not fit on the table with room for the fingers; ask for fewer")


def _try_places(
    rng: np.random.Generator, categories: Sequence[str], gap: float, off_fixtures: Callable[..., bool]
) -> list[tuple[float, float]] | None:
    """Disjoint circles by rejection, larger ones first; None when one found no place in 60 draws."""
    centres: list[tuple[float, float]] = []
    radii = [SHAPES[c].radius for c in categories]
    for index in range(len(categories)):
        for _ in range(60):
            x, y = (rng.uniform(*side) for side in REGION)
            clear = all(np.hypot(x - a, y - b) > radii[index] + radii[k] + gap for k, (a, b) in enumerate(centres))
            if clear and REACH[0] <= np.hypot(x, y) <= REACH[1] and off_fixtures(x, y, radii[index], gap):
                centres.append((x, y))
                break
        else:
            return None
    return centres


def _object(rng: np.random.Generator, id: str, colour: str, category: str, centre: tuple[float, float]) -> ObjectSpec:
    yaw = float(rng.uniform(-np.pi, np.pi))
    return ObjectSpec(id, category, colour, (float(centre[0]), float(centre[1]), SHAPES[category].height / 2), yaw)


def _crumbs(rng: np.random.Generator, fixtures: Sequence[FixtureSpec]) -> tuple[ObjectSpec, ...]:
    tray = next((fixture for fixture in fixtures if fixture.kind == "tray"), None)
    if tray is None:
        raise ValueError("crumbs lie before a tray; add 'tray' to the fixtures")
    colour = list(COLOURS)[int(rng.integers(len(COLOURS)))]
    places = draw_crumbs(rng, tray)
    return tuple(_object(rng, f"crumb {k + 1}", colour, "crumb", place) for k, place in enumerate(places))


def _rearrange(rng: np.random.Generator, objects: tuple[ObjectSpec, ...]) -> tuple[ObjectSpec, ...]:
    """Stack, fill and push away, each now and then; every block moves at most once and nothing loses its support."""
    free = [o for o in objects if o.category == "block"]
    bowls = [o for o in objects if o.category == "bowl"]
    moved: dict[str, tuple[float, float, float]] = {}
    if len(free) >= 2 and rng.random() < 0.4:
        above, below = (free.pop(int(rng.integers(len(free)))) for _ in range(2))
        offset = rng.uniform(-0.006, 0.006, size=2)
        moved[above.id] = _above(below, 1.5 * BLOCK_SIZE, offset)
    if free and bowls and rng.random() < 0.4:
        block, bowl = free.pop(int(rng.integers(len(free)))), bowls.pop(int(rng.integers(len(bowls))))
        offset = rng.uniform(-0.02, 0.02, size=2)
        moved[block.id] = _above(bowl, BOWL_WALL + BLOCK_SIZE / 2 + 0.001, offset)
    far = [*free, *bowls]
    if far and rng.random() < 0.3:
        thing = far[int(rng.integers(len(far)))]
        x, y = (float(rng.uniform(*side)) for side in OUT_OF_REACH)
        moved[thing.id] = (x, y, thing.position[2])
    return tuple(ObjectSpec(o.id, o.category, o.colour, moved.get(o.id, o.position), o.yaw) for o in objects)


def _above(thing: ObjectSpec, height: float, offset: np.ndarray) -> tuple[float, float, float]:
    return (thing.position[0] + float(offset[0]), thing.position[1] + float(offset[1]), height)


def _table(rng: np.random.Generator) -> tuple[float, float, float, float]:
    base = np.array(TABLE_COLOURS[rng.integers(len(TABLE_COLOURS))])
    r, g, b = np.clip(base * rng.uniform(0.85, 1.1) + rng.uniform(-0.03, 0.03, size=3), 0.2, 0.92)
    return (float(r), float(g), float(b), 1.0)


def _light(rng: np.random.Generator) -> Light:
    angle, tilt = rng.uniform(-np.pi, np.pi), rng.uniform(0.2, 0.8)
    direction = (float(tilt * np.cos(angle)), float(tilt * np.sin(angle)), 1.5)
    r, g, b = (float(c) for c in rng.uniform(0.92, 1.0, size=3))
    ambient, diffuse = float(rng.uniform(0.5, 0.65)), float(rng.uniform(0.35, 0.5))
    return Light(direction, (r, g, b), ambient, diffuse, float(rng.uniform(0.0, 0.1)))


def _jitter(rng: np.random.Generator) -> tuple[float, float, float, float, float, float]:
    x, y, z = (float(c) for c in rng.normal(0, 0.004, size=3).clip(-0.01, 0.01))
    roll, pitch, yaw = (float(c) for c in rng.normal(0, 0.01, size=3).clip(-0.025, 0.025))
    return (x, y, z, roll, pitch, yaw)
