"""From positions to facts: on, in, holding, hand empty, and where things lie as the viewer sees them."""

from collections.abc import Iterator, Sequence
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from grounding.observation import Camera, Proprioception
from grounding.scene import Fact, SceneObject

GRASP_RADIUS = 0.035
"""An object whose centre is this close to the TCP [m] between closed fingers is held."""
STACK_RADIUS = 0.03
STACK_HEIGHT = (0.022, 0.065)
CONTAINER_RADIUS = 0.055
CONTAINER_HEIGHT = (-0.02, 0.05)
APART = 0.04
"""Things less than this far apart [m] along an axis are not left of, or behind, each other."""


def relate(objects: Sequence[SceneObject], body: Proprioception, viewpoint: Camera) -> frozenset[Fact]:
    """Facts that follow from positions (base frame, [m]) alone.

    Args:
        objects: what is there.
        body: the robot's own pose, for what it holds.
        viewpoint: left, right, in front (nearer) and behind are meant as this camera sees them.
    """
    held = _held(objects, body)
    facts = {Fact("holding", (held,))} if held else {Fact("hand empty")}
    for upper, lower in permutations((o for o in objects if o.id != held), 2):
        facts.update(_support(upper, lower))
        facts.update(_direction(upper, lower, viewpoint.T_base_camera))
    return frozenset(facts)


def directions(objects: Sequence[SceneObject], T_base_camera: NDArray[np.float64]) -> frozenset[Fact]:
    """Where each thing lies as seen from each other: left of, right of, in front of (nearer) or behind.

    Args:
        objects: what is there, but for what the hand holds.
        T_base_camera: pose of the camera whose view is meant, shape (4, 4).
    """
    pairs = permutations(objects, 2)
    return frozenset(fact for thing, reference in pairs for fact in _direction(thing, reference, T_base_camera))


def _held(objects: Sequence[SceneObject], body: Proprioception) -> str | None:
    if not 0.008 < body.gripper_opening < 0.065:
        return None
    distances = {o.id: float(np.linalg.norm(np.subtract(o.position, body.tcp_position))) for o in objects}
    nearest = min(distances, key=lambda id: distances[id], default=None)
    return nearest if nearest is not None and distances[nearest] < GRASP_RADIUS else None


def _support(upper: SceneObject, lower: SceneObject) -> Iterator[Fact]:
    x, y, z = np.subtract(upper.position, lower.position)
    aside = float(np.hypot(x, y))
    if lower.category == "bowl":
        if upper.category != "bowl" and aside < CONTAINER_RADIUS and CONTAINER_HEIGHT[0] < z < CONTAINER_HEIGHT[1]:
            yield Fact("in", (upper.id, lower.id))
    elif aside < STACK_RADIUS and STACK_HEIGHT[0] < z < STACK_HEIGHT[1]:
        yield Fact("on", (upper.id, lower.id))


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
