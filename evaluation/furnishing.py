"""Worlds to look at, for training: tables furnished with anything, in any state, the arm anywhere."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from evaluation.arrangement import NoRoomError
from evaluation.attempts import AttemptSpec
from evaluation.situations import EVALUATION_SEED
from simulation.fixtures import DRAWER_FLOOR, DRAWER_TRAVEL, FixtureSpec
from simulation.scene import CRUMBS, sample_tabletop
from simulation.shapes import DISTRACTORS, SHAPES
from simulation.teaching import Stock, Teaching
from simulation.truth import TrueObject
from simulation.world import SimulatedWorld

TAUGHT = 0.35
"""Share of the scenes that are the beginning of an attempt at some skill."""
FIXTURES = (("drawer", 0.5), ("tray", 0.35), ("button", 0.4), ("region", 0.4))
"""Kinds and the odds of each; a lamp comes with the button, and crumbs with every other tray."""
THINGS = (2, 8)
"""How many things a table has: from, and up to but without."""
DRAWERS = (0.35, 0.45, 0.2)
"""Odds that a drawer is closed, open, or anywhere up to nearly open."""
MOVED = 0.6
"""Share of the scenes in which some things are put on, in or at others."""
MIXED, PILED = (1, 4), (1, 5)
"""How many are put somewhere in those, and where things are stacked: from, and up to but without."""
HELD = 0.3
"""Share of the views with something in the hand."""
SWEPT = 0.5
"""Share of the tables with crumbs on which all or some of them lie in the tray already."""
SETTLE = 24
"""Physics steps after things were put somewhere."""
_TRIES = 20


def furnished(
    rng: np.random.Generator, stock: Stock, teachings: Mapping[str, Teaching], robot: str, stacked: bool = False
) -> SimulatedWorld:
    """A world drawn at random. Whoever asked for it closes it.

    Args:
        rng: from which everything is drawn.
        stock: what there is to furnish it with.
        teachings: of the skills at whose beginnings the table may be.
        robot: which stands at it.
        stacked: things stand on each other, wherever there is something to stand on.
    """
    if stacked:
        return _moved(rng, _drawn(rng, stock, robot), PILED, stacked)
    if rng.random() < TAUGHT:
        teaching = list(teachings.values())[int(rng.integers(len(teachings)))]
        kinds = (*teaching.kinds, *teaching.infeasible)
        kind = kinds[int(rng.integers(len(kinds)))]
        seed = int(rng.integers(EVALUATION_SEED))
        world = AttemptSpec(seed, teaching.name, kind, stock, robot).build(teachings).world
        _sweep_some(rng, world)
        return world
    world = _drawn(rng, stock, robot)
    _sweep_some(rng, world)
    return _moved(rng, world, MIXED) if rng.random() < MOVED else world


def _moved(
    rng: np.random.Generator, world: SimulatedWorld, times: tuple[int, int], stacked: bool = False
) -> SimulatedWorld:
    for _ in range(int(rng.integers(*times))):
        _move_something(rng, world, stacked)
    world.advance(SETTLE)
    return world


def pose_arm(world: SimulatedWorld, rng: np.random.Generator) -> None:
    """Put the hand anywhere over the table, with what it holds, and else now and then with something in it."""
    truth = world.privileged.truth()
    things = [o.id for o in truth.things if SHAPES[o.category].graspable and truth.clear(o)]
    for _ in range(_TRIES):
        place = (float(rng.uniform(0.32, 0.68)), float(rng.uniform(-0.32, 0.32)), float(rng.uniform(0.08, 0.32)))
        if world.privileged.teleport_arm(place, float(rng.uniform(-0.8, 0.8)), float(rng.random() < 0.7)):
            break
    if truth.held is not None:
        world.privileged.put_in_hand(truth.held)
    elif things and rng.random() < HELD:
        world.privileged.put_in_hand(things[int(rng.integers(len(things)))])


def _drawn(rng: np.random.Generator, stock: Stock, robot: str) -> SimulatedWorld:
    fixtures = [kind for kind, odds in FIXTURES if rng.random() < odds]
    fixtures += ["lamp"] if "button" in fixtures else []
    fixtures += [CRUMBS] if "tray" in fixtures and rng.random() < 0.5 else []
    shapes = replace(stock, shapes=(*stock.shapes, *DISTRACTORS, "bowl", "bowl", "blade"))
    names = shapes.draw(rng, int(rng.integers(*THINGS)))
    for _ in range(_TRIES):
        try:
            scene = sample_tabletop(rng, names, fixtures=fixtures)
            break
        except ValueError:
            names, fixtures = names[:-1] or names, fixtures if len(names) > 2 else []
    else:
        raise NoRoomError("no table could be furnished")
    return SimulatedWorld(replace(scene, fixtures=tuple(_in_some_state(rng, f) for f in scene.fixtures)), robot)


def _in_some_state(rng: np.random.Generator, fixture: FixtureSpec) -> FixtureSpec:
    """Drawers open, closed or between, lamps on or off."""
    if fixture.kind == "lamp":
        return replace(fixture, state=float(rng.random() < 0.5))
    if fixture.kind != "drawer":
        return fixture
    sides = ((0.0, 0.0), (0.098, DRAWER_TRAVEL), (0.0, 0.1))
    return replace(fixture, state=float(rng.uniform(*sides[int(rng.choice(3, p=DRAWERS))])))


def _move_something(rng: np.random.Generator, world: SimulatedWorld, stacked: bool = False) -> None:
    """Put a thing on (if ``stacked``, on alone), in or at something else, if there is anything to put it to."""
    truth = world.privileged.truth()
    loose = [o for o in truth.things if SHAPES[o.category].graspable and truth.clear(o) and abs(o.bottom) < 0.01]
    loose = [o for o in loose if not any(fixture.encloses(o.position) for fixture in truth.fixtures)]
    if not loose:
        return
    thing = loose[int(rng.integers(len(loose)))]
    hosts: list[TrueObject | FixtureSpec] = [
        o for o in truth.things if o.id != thing.id and (o.category == "bowl" or _carries(o)) and truth.clear(o)
    ]
    hosts += [f for f in truth.fixtures if f.kind in ("tray", "region") or (f.kind == "drawer" and f.state > 0.08)]
    hosts = [host for host in hosts if not stacked or (isinstance(host, TrueObject) and _carries(host))]
    if hosts:
        host = hosts[int(rng.integers(len(hosts)))]
        world.privileged.place(thing.id, _spot(rng, thing, host), float(rng.uniform(-np.pi, np.pi)))


def _sweep_some(rng: np.random.Generator, world: SimulatedWorld) -> None:
    """Now and then, put all the crumbs or a part of them into the tray, in a heap."""
    truth = world.privileged.truth()
    trays = truth.of_kind("tray")
    if not trays or not truth.crumbs or rng.random() >= SWEPT:
        return
    share = 1.0 if rng.random() < 0.6 else float(rng.uniform(0.3, 0.95))
    middle, spread = rng.uniform((-0.03, -0.05), (0.03, 0.05)), float(rng.uniform(0.012, 0.03))
    for crumb in truth.crumbs:
        if rng.random() < share:
            x, y = np.clip(rng.normal(middle, spread), (-0.045, -0.08), (0.045, 0.08)).tolist()
            world.privileged.place(crumb.id, (*trays[0].at(x, y), crumb.position[2]), float(rng.uniform(-np.pi, np.pi)))
    world.advance(SETTLE)


def _carries(thing: TrueObject) -> bool:
    return SHAPES[thing.category].supports and thing.upright


def _spot(rng: np.random.Generator, thing: TrueObject, host: TrueObject | FixtureSpec) -> tuple[float, float, float]:
    """Where the thing's centre goes, base frame, [m]."""
    half = SHAPES[thing.category].height / 2 + 0.001
    if isinstance(host, TrueObject):
        aside = rng.uniform(-0.006, 0.006, 2) if host.category != "bowl" else rng.uniform(-0.015, 0.015, 2)
        bottom = host.bottom + 0.008 if host.category == "bowl" else host.top
        return host.position[0] + float(aside[0]), host.position[1] + float(aside[1]), bottom + half
    x, y = (float(v) for v in rng.uniform(-0.02, 0.02, 2))
    if host.kind == "drawer":
        return (*host.at(host.state + x, y), DRAWER_FLOOR + half)
    return (*host.at(x, y), half)
