"""From positions to facts: on, in, at, holding, hand empty, the state of fixtures, and where things lie as the viewer
sees them."""

from collections.abc import Iterator, Sequence
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from grounding.observation import Camera, Proprioception
from grounding.scene import Fact, SceneObject
from grounding.shapes import FLOOR, INSIDE, TOP, half_height
from grounding.vocabulary import FIXTURES

GRASP_RADIUS = 0.035
"""An object whose centre is this close to the TCP [m] between closed fingers is held."""
EDGE = 0.01
"""The centre of what lies on something may be so far beyond its top's edge, [m]."""
STACKED = (-0.018, 0.025)
"""How far the height of what lies on something may differ from what the two heights add up to, [m]."""
CONTAINER_RADIUS = 0.055
SUNK = (-0.04, 0.03)
"""Height of the bottom of what lies in a bowl over the bowl's centre, less the thing's own half height: [m]."""
LEVEL = 0.022
"""What lies in a drawer, a tray or a region stands so near to its floor, [m]."""
APART = 0.04
"""Things less than this far apart [m] along an axis are not left of, or behind, each other."""
STATED = {"open": "open", "closed": "closed", "lit": "lit"}
"""States that are facts."""


def relate(objects: Sequence[SceneObject], body: Proprioception, viewpoint: Camera) -> frozenset[Fact]:
    """Facts that follow from positions (base frame, [m]), yaws and states alone.

    Args:
        objects: what is there.
        body: the robot's own pose, for what it holds.
        viewpoint: left, right, in front (nearer) and behind are meant as this camera sees them.
    """
    things = [o for o in objects if o.category not in (*FIXTURES, "crumbs")]
    held = _held(things, body)
    facts = {Fact("holding", (held,))} if held else {Fact("hand empty")}
    things = [o for o in things if o.id != held]
    for upper, lower in permutations(things, 2):
        facts.update(_support(upper, lower))
        facts.update(_direction(upper, lower, viewpoint.T_base_camera))
    for fixture in objects:
        facts.update(_of_fixture(fixture, things))
        facts.update(_of_crumbs(fixture, objects))
    return frozenset(facts)


def directions(objects: Sequence[SceneObject], T_base_camera: NDArray[np.float64]) -> frozenset[Fact]:
    """Where each thing lies as seen from each other: left of, right of, in front of (nearer) or behind.

    Args:
        objects: what is there, but for what the hand holds.
        T_base_camera: pose of the camera whose view is meant, shape (4, 4).
    """
    pairs = permutations(objects, 2)
    return frozenset(fact for thing, reference in pairs for fact in _direction(thing, reference, T_base_camera))


def _held(things: Sequence[SceneObject], body: Proprioception) -> str | None:
    if not 0.008 < body.gripper_opening < 0.065:
        return None
    distances = {o.id: float(np.linalg.norm(np.subtract(o.position, body.tcp_position))) for o in things}
    nearest = min(distances, key=lambda id: distances[id], default=None)
    return nearest if nearest is not None and distances[nearest] < GRASP_RADIUS else None


def _support(upper: SceneObject, lower: SceneObject) -> Iterator[Fact]:
    x, y, z = np.subtract(upper.position, lower.position)
    aside, half = float(np.hypot(x, y)), half_height(upper.category)
    if lower.category == "bowl":
        if upper.category != "bowl" and aside < CONTAINER_RADIUS and SUNK[0] < z - half < SUNK[1]:
            yield Fact("in", (upper.id, lower.id))
    elif lower.category in TOP:
        gap = z - half - half_height(lower.category)
        if aside < TOP[lower.category] / 2 + EDGE and STACKED[0] < gap < STACKED[1]:
            yield Fact("on", (upper.id, lower.id))


def _of_fixture(fixture: SceneObject, things: Sequence[SceneObject]) -> Iterator[Fact]:
    """Its state, and what is in it or at it."""
    state = STATED.get(fixture.attributes.get("state", ""))
    if state:
        yield Fact(state, (fixture.id,))
    if fixture.category not in INSIDE:
        return
    relation, floor = "at" if fixture.category == "region" else "in", FLOOR.get(fixture.category, 0.0)
    for thing in things:
        level = abs(thing.position[2] - half_height(thing.category) - floor) < LEVEL
        if level and _encloses(fixture, thing):
            yield Fact(relation, (thing.id, fixture.id))


def _of_crumbs(crumbs: SceneObject, objects: Sequence[SceneObject]) -> Iterator[Fact]:
    if crumbs.category == "crumbs" and crumbs.attributes.get("state") == "swept":
        yield from (Fact("in", (crumbs.id, o.id)) for o in objects if o.category == "tray" and _encloses(o, crumbs))


def _encloses(fixture: SceneObject, thing: SceneObject) -> bool:
    x, y = np.subtract(thing.position, fixture.position)[:2]
    c, s = np.cos(fixture.yaw), np.sin(fixture.yaw)
    along, across = INSIDE[fixture.category]
    return bool(abs(c * x + s * y) < along and abs(c * y - s * x) < across)


def _direction(thing: SceneObject, reference: SceneObject, T_base_camera: NDArray[np.float64]) -> Iterator[Fact]:
    offset = np.subtract(thing.position, reference.position)[:2]
    x, y = T_base_camera[:2, 0] / np.linalg.norm(T_base_camera[:2, 0])
    rightwards, away = float(offset @ (x, y)), float(offset @ (-y, x))  # on the table, however the camera is tilted
    if max(abs(rightwards), abs(away)) < APART:
        return
    if abs(rightwards) >= abs(away):
        yield Fact("right of" if rightwards > 0 else "left of", (thing.id, reference.id))
    else:
        yield Fact("behind" if away > 0 else "in front of", (thing.id, reference.id))
