"""The scene ``tabletop10``: a table with a drawer, a button and its lamp, a tray with crumbs, regions, and things.

Not all of it has room on one table: there is always a drawer, and of the rest as much as fits.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from simulation.fixtures import DRAWER_FLOOR, FixtureSpec
from simulation.lessons import OPEN, SHUT, clear_way
from simulation.scene import CRUMBS, ObjectSpec, SceneSpec, sample_tabletop
from simulation.shapes import SHAPES
from simulation.teaching import Stock

NAME = "tabletop10"
FIRST = (("drawer",),)
LARGE: tuple[tuple[str, ...], ...] = (("button", "lamp"), ("tray", CRUMBS))
"""Fixtures that are of use only together; the seed draws which are tried before the others."""
LAST = (("region",), ("region",))
THINGS = (2, 4)
"""How many things there are to handle: from, and up to but without; a blade and perhaps a bowl come on top."""
ASIDE = (0.028, 0.040)
"""How far from the middle of a drawer a thing begins, [m]."""
_TRIES = 12


def sample_tabletop10(rng: np.random.Generator, objects: Sequence[str] | None = None) -> SceneSpec:
    """Draw a scene with as many fixtures as fit.

    Args:
        rng: the only source of randomness.
        objects: exactly what lies there besides the crumbs, e.g. ``["red mug", "yellow blade"]``; drawn if not given.

    Raises:
        ValueError: an unknown object, or more than the table has room for.
    """
    names = list(objects) if objects is not None else _draw_things(rng)
    spec, fixtures = sample_tabletop(rng, names), list[str]()
    for group in (*FIRST, *(LARGE[i] for i in rng.permutation(len(LARGE))), *LAST):
        try:
            spec = sample_tabletop(rng, names, fixtures=[*fixtures, *group])
        except ValueError:
            if group in LAST:
                break
            continue
        fixtures += group
    still = [name for name in names if name.split()[1] in ("block", "can", "mug")]
    inside = still[:1] if objects is None and rng.random() < 0.5 else []
    return in_state(rng, replace(spec, name=NAME), bool(inside or rng.random() < 0.3), inside=inside)


def furnished(
    rng: np.random.Generator,
    things: Sequence[str],
    others: Sequence[str],
    fixtures: Sequence[str],
    pushed: Mapping[str, str] | None = None,
) -> SceneSpec:
    """A table with all of the things and fixtures, and with as many of the others as fit.

    Args:
        rng: the only source of randomness.
        things: what must be there, e.g. ``["red mug"]``.
        others: what else may lie there.
        fixtures: kinds, as for ``sample_tabletop``.
        pushed: what is to be pushed to which thing, or to the first region if that is empty: the way is clear.

    Raises:
        ValueError: no room, or an unknown thing or fixture.
    """
    others, refused = list(others), ValueError("no scene was drawn")
    for attempt in range(_TRIES):
        try:
            spec = sample_tabletop(rng, [*things, *others], fixtures=fixtures)
        except ValueError as error:
            refused, others = error, others[:-1] if attempt % 3 == 2 else others
            continue
        region = next((fixture.id for fixture in spec.fixtures if fixture.kind == "region"), "")
        if all(clear_way(spec, thing, place or region) for thing, place in (pushed or {}).items()):
            return replace(spec, name=NAME)
    raise ValueError(f"{', '.join(things)} do not fit with {', '.join(fixtures) or 'no fixture'}: {refused}")


def in_state(
    rng: np.random.Generator, scene: SceneSpec, opened: bool, lit: bool = False, inside: Sequence[str] = ()
) -> SceneSpec:
    """The same scene with its drawer open or closed, its lamp lit or not, and some things in the drawer."""
    out = float(rng.uniform(*(OPEN if opened else SHUT)))
    states = {"drawer": out, "lamp": float(lit)}
    fixtures = tuple(replace(f, state=states.get(f.kind, f.state)) for f in scene.fixtures)
    drawer = next((f for f in fixtures if f.kind == "drawer"), None)
    if drawer is None:
        return replace(scene, fixtures=fixtures)
    objects = tuple(_tucked(rng, o, drawer) if o.id in inside else o for o in scene.objects)
    return replace(scene, objects=objects, fixtures=fixtures)


def _tucked(rng: np.random.Generator, thing: ObjectSpec, drawer: FixtureSpec) -> ObjectSpec:
    """A thing at one side of a drawer: another fits beside it, and the fingers fit between it and the wall."""
    side = float(rng.choice([-1.0, 1.0]) * rng.uniform(*ASIDE))
    x, y = drawer.at(drawer.state + float(rng.uniform(0.008, 0.024)), side)
    height = DRAWER_FLOOR + SHAPES[thing.category].height / 2 + 0.001
    return replace(thing, position=(x, y, height), yaw=drawer.yaw + float(rng.uniform(-0.25, 0.25)))


def _draw_things(rng: np.random.Generator) -> list[str]:
    stock = Stock()
    things = stock.draw(rng, int(rng.integers(*THINGS)))
    bowl = stock.draw(rng, 1, ("bowl",)) if rng.random() < 0.5 else []
    return [*things, *bowl, *stock.draw(rng, 1, ("blade",))]
