"""What is really the case, and whether a skill has really been carried out. Never shown to a policy."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from grounding import Fact
from grounding.parts import Part
from simulation.fixtures import (
    BUTTON_HEIGHT,
    CABINET,
    DRAWER_FLOOR,
    DRAWER_INSIDE,
    LAMP_HEIGHT,
    FixtureSpec,
)
from simulation.scene import CRUMBS
from simulation.shapes import BOWL_BASE_RADIUS, BOWL_HEIGHT, BOWL_RIM_RADIUS, BOWL_WALL, SHAPES
from simulation.things import Tool, TrueObject

__all__ = ["CRUMBS", "SUCCESS", "Success", "Tool", "TrueObject", "Truth", "meddled", "part_of", "succeeded"]

LIFTED = 0.05
"""How far above its rest an object must be to count as picked up, [m]."""
STILL = 0.03
"""Slower than this is at rest, [m/s]."""
OPENED, CLOSED = 0.08, 0.015
"""A drawer farther out than the first is open, one less far out than the second is closed, [m]."""
BESIDE = 0.025
"""Largest gap between the circles around two things that are beside each other, [m]."""
SWEPT = 0.9
"""Share of the crumbs that must be in the tray."""
MOVED = 0.025
"""What was moved farther, or a drawer pulled farther, was meddled with, [m]."""


@dataclass(frozen=True)
class Truth:
    """The state of the world, as the simulator knows it."""

    objects: tuple[TrueObject, ...]
    held: str | None
    """Id of what both fingers press."""
    tcp: Tool
    fixtures: tuple[FixtureSpec, ...] = ()
    """In the state that they are in now."""

    def __getitem__(self, id: str) -> TrueObject:
        """The object of that id.

        Raises:
            KeyError: no such object; the message names those that are there.
        """
        for thing in self.objects:
            if thing.id == id:
                return thing
        raise KeyError(f"no {id!r} on the table; there is: {', '.join(o.id for o in self.objects)}")

    def fixture(self, id: str) -> FixtureSpec:
        """The fixture of that id, as it is now.

        Raises:
            KeyError: no such fixture; the message names those that are there.
        """
        for fixture in self.fixtures:
            if fixture.id == id:
                return fixture
        raise KeyError(f"no {id!r} at the table; there is: {', '.join(f.id for f in self.fixtures) or 'no fixture'}")

    def has(self, id: str) -> bool:
        """Whether there is such a thing, fixture, or crumbs at all."""
        there = {thing.id for thing in self.objects} | {fixture.id for fixture in self.fixtures}
        return id in there or (id == CRUMBS and bool(self.crumbs))

    def of_kind(self, kind: str) -> tuple[FixtureSpec, ...]:
        """The fixtures of one kind."""
        return tuple(fixture for fixture in self.fixtures if fixture.kind == kind)

    @property
    def crumbs(self) -> tuple[TrueObject, ...]:
        """All the crumbs."""
        return tuple(thing for thing in self.objects if thing.category == "crumb")

    @property
    def things(self) -> tuple[TrueObject, ...]:
        """All objects but the crumbs."""
        return tuple(thing for thing in self.objects if thing.category != "crumb")

    def share_swept(self, tray: FixtureSpec) -> float:
        """Share of the crumbs that lie in a tray; NaN without crumbs."""
        crumbs = self.crumbs
        return sum(tray.encloses(crumb.position) for crumb in crumbs) / len(crumbs) if crumbs else float("nan")

    def within(self, thing: TrueObject, fixture: FixtureSpec) -> bool:
        """Whether it lies in a drawer or a tray, or at a region."""
        floor = DRAWER_FLOOR if fixture.kind == "drawer" else 0.0
        return abs(thing.bottom - floor) < 0.02 and fixture.encloses(thing.position) and thing.id != self.held

    def beside(self, thing: TrueObject, other: TrueObject) -> bool:
        """Whether two things stand next to each other."""
        reach = SHAPES[thing.category].radius + SHAPES[other.category].radius + BESIDE
        return thing.id != other.id and abs(thing.bottom - other.bottom) < 0.02 and thing.distance(other) < reach

    def inside(self, thing: TrueObject, container: TrueObject) -> bool:
        """Whether it lies in a bowl, perhaps on something else there."""
        if container.category != "bowl" or thing.category == "bowl":
            return False
        level = container.bottom - 0.005 < thing.bottom < container.bottom + BOWL_HEIGHT + 0.012
        return container.upright and level and thing.distance(container) < BOWL_RIM_RADIUS - 0.012

    def rests_on(self, thing: TrueObject, support: TrueObject) -> bool:
        """Whether it lies on the top of another object, its centre over it."""
        if thing.id == support.id or not SHAPES[support.category].supports:
            return False
        return abs(thing.bottom - support.top) < 0.008 and thing.distance(support) < SHAPES[support.category].width / 2

    def support_height(self, thing: TrueObject) -> float:
        """Where its bottom would come to rest if it were let fall straight down, [m]."""
        heights = [0.0, *(self._floor(thing, drawer) for drawer in self.of_kind("drawer"))]
        for other in self.objects:
            if other.id == thing.id or other.position[2] > thing.position[2]:
                continue
            if other.category == "bowl":
                if thing.distance(other) < BOWL_BASE_RADIUS:
                    heights.append(other.bottom + BOWL_WALL)
                elif thing.distance(other) < BOWL_RIM_RADIUS + SHAPES[thing.category].radius:
                    heights.append(other.top)
            elif thing.distance(other) < 0.8 * (SHAPES[other.category].radius + SHAPES[thing.category].radius):
                heights.append(other.top)
        return max(heights)

    def _floor(self, thing: TrueObject, drawer: FixtureSpec) -> float:
        """Height of a drawer's floor or its cabinet's top under a thing that is over it, [m]."""
        x, y = drawer.local(thing.position)
        if abs(x) < CABINET[0] / 2 and abs(y) < CABINET[1] / 2 and thing.bottom > CABINET[2] - 0.01:
            return CABINET[2]
        return DRAWER_FLOOR if drawer.encloses(thing.position) else 0.0

    def clear(self, thing: TrueObject) -> bool:
        """Whether nothing rests on it."""
        return not any(self.rests_on(other, thing) for other in self.objects if other.id != self.held)

    def facts(self) -> set[Fact]:
        """``on(a, b)``, ``in(a, b)``, ``holding(a)`` and ``hand empty()``; of fixtures ``open(a)``, ``closed(a)``,
        ``at(a, b)`` and ``lit(a)``."""
        facts = {Fact("holding", (self.held,)) if self.held else Fact("hand empty")}
        for thing in self.things:
            if thing.id == self.held:
                continue
            facts |= {Fact("on", (thing.id, other.id)) for other in self.things if self.rests_on(thing, other)}
            facts |= {Fact("in", (thing.id, other.id)) for other in self.things if self.inside(thing, other)}
        return facts.union(*(self._facts_about(fixture) for fixture in self.fixtures))

    def _facts_about(self, fixture: FixtureSpec) -> set[Fact]:
        facts = set()
        if fixture.kind == "drawer" and not CLOSED <= fixture.state <= OPENED:
            facts.add(Fact("open" if fixture.state > OPENED else "closed", (fixture.id,)))
        if fixture.kind == "lamp" and fixture.state > 0.5:
            facts.add(Fact("lit", (fixture.id,)))
        if fixture.kind == "tray" and self.crumbs and self.share_swept(fixture) >= SWEPT:
            facts.add(Fact("in", (CRUMBS, fixture.id)))
        relation = "at" if fixture.kind == "region" else "in"
        return facts | {Fact(relation, (o.id, fixture.id)) for o in self.things if self.within(o, fixture)}


def part_of(name: str, truth: Truth) -> Part:
    """A part of the scene by its name: where it is, which grasps are alike, and its state.

    Raises:
        KeyError: there is no such part.
    """
    if name == CRUMBS:
        middle = np.mean([crumb.position for crumb in truth.crumbs], axis=0)
        swept = any(truth.share_swept(tray) >= SWEPT for tray in truth.of_kind("tray"))
        return Part(name, (float(middle[0]), float(middle[1]), float(middle[2])), state="swept" if swept else "spread")
    for fixture in truth.fixtures:
        if name == fixture.id or name.startswith(f"{fixture.id} "):
            return _fixed_part(name, fixture)
    thing = truth[name]
    return Part(name, thing.position, thing.yaw, SHAPES[thing.category].yaw_symmetry)


def _fixed_part(name: str, fixture: FixtureSpec) -> Part:
    (x, y), height = fixture.position, _MIDDLES.get(fixture.kind, 0.0)
    if fixture.kind == "lamp":
        return Part(name, (x, y, height), state="lit" if fixture.state > 0.5 else "unlit")
    if fixture.kind != "drawer":
        return Part(name, (x, y, height), fixture.yaw, 0.0 if fixture.kind == "button" else 360.0)
    state = "open" if fixture.state > OPENED else "closed" if fixture.state < CLOSED else "ajar"
    if name.endswith("handle"):
        return Part(name, fixture.handle, fixture.yaw, 360.0, state)
    if name.endswith("cabinet"):
        return Part(name, (x, y, CABINET[2] / 2), fixture.yaw, 360.0, state)
    middle = fixture.at(fixture.state + (DRAWER_INSIDE[0] + DRAWER_INSIDE[1]) / 2, 0.0)
    return Part(name, (*middle, DRAWER_FLOOR), fixture.yaw, 360.0, state)


_MIDDLES = {"tray": 0.0, "button": BUTTON_HEIGHT, "lamp": LAMP_HEIGHT, "region": 0.0}
"""Height of what is looked at of a fixture, [m]: a button's top, a lamp's bulb."""


Success = Callable[[Truth, Truth, Mapping[str, str]], bool]
"""Whether a command has been carried out: from the truth before, the truth now, and ids by parameter."""


def succeeded(skill: str, arguments: Mapping[str, str], truth: Truth, before: Truth | None = None) -> bool:
    """Whether the command has really been carried out, judged from the state at its end.

    Args:
        skill: one of ``SUCCESS``.
        arguments: ids of objects by parameter, e.g. ``object`` and ``container`` or ``support``.
        truth: the state at the end.
        before: the state at the beginning, for skills that must leave something as it was; the end's if not given.

    Raises:
        ValueError: another skill.
        KeyError: no such object.
    """
    if skill not in SUCCESS:
        raise ValueError(f"unknown skill {skill!r}; choose from: {', '.join(SUCCESS)}")
    return SUCCESS[skill](before or truth, truth, arguments)


def meddled(before: Truth, now: Truth, arguments: Mapping[str, str]) -> tuple[str, ...]:
    """Ids of what the command does not name and that was moved, opened, closed, switched or taken all the same.

    Crumbs do not count, nor does what lies in a drawer or on an object that the command names, nor lamps where it
    names a button.
    """
    named = set(arguments.values())
    spared = {fact.arguments[0] for fact in before.facts() if len(fact.arguments) == 2 and fact.arguments[1] in named}
    found = [
        thing.id
        for thing in before.things
        if thing.id not in named | spared
        and np.linalg.norm(np.subtract(thing.position, now[thing.id].position)) > MOVED
    ]
    pressed = any(before.fixture(id).kind == "button" for id in named if id in {f.id for f in before.fixtures})
    for fixture in before.fixtures:
        changed = abs(now.fixture(fixture.id).state - fixture.state) > MOVED
        if changed and fixture.id not in named and not (pressed and fixture.kind == "lamp"):
            found.append(fixture.id)
    return tuple(found)


def _picked_up(before: Truth, now: Truth, arguments: Mapping[str, str]) -> bool:
    thing = now[arguments["object"]]
    return now.held == thing.id and thing.bottom - now.support_height(thing) >= LIFTED


def _put_in(before: Truth, now: Truth, arguments: Mapping[str, str]) -> bool:
    thing = now[arguments["object"]]
    return now.held != thing.id and now.inside(thing, now[arguments["container"]])


def _put_on(before: Truth, now: Truth, arguments: Mapping[str, str]) -> bool:
    """On it and at rest, and what carried the support carries it still."""
    thing, support = now[arguments["object"]], now[arguments["support"]]
    if now.held == thing.id or not now.rests_on(thing, support) or thing.speed >= STILL:
        return False
    below = [o.id for o in before.things if before.rests_on(before[support.id], o)]
    return all(now.rests_on(support, now[id]) for id in below)


def _pushed(before: Truth, now: Truth, arguments: Mapping[str, str]) -> bool:
    thing, place = now[arguments["object"]], arguments["place"]
    if now.held == thing.id:
        return False
    if any(fixture.id == place for fixture in now.fixtures):
        return now.within(thing, now.fixture(place))
    return now.beside(thing, now[place])


def _opened(before: Truth, now: Truth, arguments: Mapping[str, str]) -> bool:
    return now.fixture(arguments["drawer"]).state > OPENED


def _closed(before: Truth, now: Truth, arguments: Mapping[str, str]) -> bool:
    return now.fixture(arguments["drawer"]).state < CLOSED


def _put_in_drawer(before: Truth, now: Truth, arguments: Mapping[str, str]) -> bool:
    return now.within(now[arguments["object"]], now.fixture(arguments["drawer"]))


def _taken_out(before: Truth, now: Truth, arguments: Mapping[str, str]) -> bool:
    return _picked_up(before, now, arguments)


def _swept(before: Truth, now: Truth, arguments: Mapping[str, str]) -> bool:
    return now.share_swept(now.fixture(arguments["tray"])) >= SWEPT


def _pressed(before: Truth, now: Truth, arguments: Mapping[str, str]) -> bool:
    now.fixture(arguments["button"])
    return any(lamp.state > 0.5 for lamp in now.of_kind("lamp"))


SUCCESS: Mapping[str, Success] = {
    "pick_up": _picked_up,
    "put_in": _put_in,
    "put_on": _put_on,
    "push_to": _pushed,
    "open_drawer": _opened,
    "close_drawer": _closed,
    "put_in_drawer": _put_in_drawer,
    "take_out": _taken_out,
    "sweep": _swept,
    "press": _pressed,
}
"""Of the built-in skills; ``simulation.teaching`` has the rest of what it takes to teach them."""
