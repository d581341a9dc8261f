"""What is really the case, and whether a skill has really been carried out. Never shown to a policy."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from grounding import Fact
from simulation.shapes import BOWL_BASE_RADIUS, BOWL_HEIGHT, BOWL_RIM_RADIUS, BOWL_WALL, SHAPES

LIFTED = 0.05
"""How far above its rest an object must be to count as picked up, [m]."""
STILL = 0.03
"""Slower than this is at rest, [m/s]."""


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


@dataclass(frozen=True)
class Truth:
    """The state of the world, as the simulator knows it."""

    objects: tuple[TrueObject, ...]
    held: str | None
    """Id of what both fingers press."""
    tcp: Tool

    def __getitem__(self, id: str) -> TrueObject:
        """The object of that id.

        Raises:
            KeyError: no such object; the message names those that are there.
        """
        for thing in self.objects:
            if thing.id == id:
                return thing
        raise KeyError(f"no {id!r} on the table; there is: {', '.join(o.id for o in self.objects)}")

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
        heights = [0.0]
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

    def clear(self, thing: TrueObject) -> bool:
        """Whether nothing rests on it."""
        return not any(self.rests_on(other, thing) for other in self.objects if other.id != self.held)

    def facts(self) -> set[Fact]:
        """``on(a, b)``, ``in(a, b)``, ``holding(a)`` and ``hand empty()``."""
        facts = {Fact("holding", (self.held,)) if self.held else Fact("hand empty")}
        for thing in self.objects:
            if thing.id == self.held:
                continue
            facts |= {Fact("on", (thing.id, other.id)) for other in self.objects if self.rests_on(thing, other)}
            facts |= {Fact("in", (thing.id, other.id)) for other in self.objects if self.inside(thing, other)}
        return facts


def succeeded(skill: str, arguments: Mapping[str, str], truth: Truth) -> bool:
    """Whether the command has really been carried out, judged from the state at its end.

    Args:
        skill: ``pick_up``, ``put_in`` or ``put_on``.
        arguments: ids of objects by parameter: ``object``, and ``container`` or ``support``.

    Raises:
        ValueError: another skill.
        KeyError: no such object.
    """
    if skill not in ("pick_up", "put_in", "put_on"):
        raise ValueError(f"unknown skill {skill!r}; choose from: pick_up, put_in, put_on")
    thing = truth[arguments["object"]]
    if skill == "pick_up":
        return truth.held == thing.id and thing.bottom - truth.support_height(thing) >= LIFTED
    if truth.held == thing.id:
        return False
    if skill == "put_in":
        return truth.inside(thing, truth[arguments["container"]])
    return truth.rests_on(thing, truth[arguments["support"]]) and thing.speed < STILL
