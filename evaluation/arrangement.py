"""Moving the things of a scene to where a situation needs them, before its world is built, and the arm after.

Base frame, [m] and [rad].
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

import numpy as np

from simulation import ObjectSpec
from simulation.fixtures import CABINET
from simulation.scene import CRUMBS, REACH
from simulation.shapes import SHAPES
from simulation.world import SimulatedWorld

FARTHEST = 0.87
"""From this distance from the base axis on, the hand cannot take a block or stack on it: measured, picks end at 0.85 m
and stacks at 0.82 m (the tool gets to 0.77 m)."""
BOWL_MARGIN = 0.02
"""How much farther away a bowl must be, so that nothing can be dropped in over its near rim, [m]."""
_EDGE = 0.76
_EDGE_ANGLE = 0.33
_EDGE_SHARE = 0.6
_HEMMING = 3
"""Neighbours at most that hem a target in."""
_FAR_REGION = ((0.80, 0.868), (-0.30, 0.30))
"""Beyond the hand's reach, or just within; in the front camera's view."""
_CLOSE_GAP = (0.0, 0.012)
_NUDGE = 0.006
_START_REGION = ((0.34, 0.60), (-0.26, 0.26), (0.15, 0.34))
_LEFT, _NAMED = (0.10, 0.20), 0.7
"""Heights at which another skill leaves the hand, and how often it is over something that the next command names."""
_TRIES = 60
_Pose = tuple[tuple[float, float, float], float, float]
"""Of the hand: place, yaw, and how far it is open."""


class NoRoomError(RuntimeError):
    """What was drawn does not fit; draw again."""


def reachable(category: str, position: Sequence[float]) -> bool | None:
    """Whether the hand can work on a thing at a place; None at the edge of its reach."""
    distance = float(np.hypot(position[0], position[1]))
    if REACH[0] - 0.01 <= distance <= REACH[1] + 0.01:
        return True
    return None if distance < _farthest(category) else False


def out_of_reach(rng: np.random.Generator, objects: Sequence[ObjectSpec], target: str) -> tuple[ObjectSpec, ...]:
    """The target moved to the far side of the table, in view but too far.

    Raises:
        NoRoomError: there is no free place.
    """
    least = _farthest(_find(objects, target).category)
    for _ in range(_TRIES):
        x, y = (float(rng.uniform(*side)) for side in _FAR_REGION)
        if np.hypot(x, y) > least and _free(objects, target, (x, y), gap=0.006):
            return _moved(objects, target, (x, y))
    raise NoRoomError(f"no free place out of reach for the {target}")


def covered(
    rng: np.random.Generator, objects: Sequence[ObjectSpec], target: str, covers: Sequence[str]
) -> tuple[ObjectSpec, ...]:
    """One of ``covers`` put on top of the target.

    Raises:
        NoRoomError: there is nothing to cover it with.
    """
    if not covers:
        raise NoRoomError(f"nothing to cover the {target} with")
    below = _find(objects, target)
    cover = _find(objects, covers[int(rng.integers(len(covers)))])
    x, y = np.add(below.position[:2], rng.uniform(-_NUDGE, _NUDGE, size=2)).tolist()
    height = SHAPES[below.category].height + SHAPES[cover.category].height / 2
    return tuple(replace(o, position=(x, y, height)) if o.id == cover.id else o for o in objects)


def near_miss(
    rng: np.random.Generator, objects: Sequence[ObjectSpec], target: str, kept: Collection[str]
) -> tuple[ObjectSpec, ...]:
    """The target at the edge of reach or, less often, hemmed in by neighbours that are not in ``kept``.

    Raises:
        NoRoomError: there is no place for that.
    """
    if rng.random() < _EDGE_SHARE:
        angle = rng.uniform(-_EDGE_ANGLE, _EDGE_ANGLE)
        distance = rng.uniform(_EDGE, _farthest(_find(objects, target).category))
        place = (float(distance * np.cos(angle)), float(distance * np.sin(angle)))
        if not _free(objects, target, place, gap=0.006):
            raise NoRoomError(f"no free place for the {target} at the edge of reach")
        return _moved(objects, target, place)
    neighbours = [o.id for o in objects if o.id not in kept]
    hemmed = tuple(objects)
    for i in rng.permutation(len(neighbours))[: int(rng.integers(1, _HEMMING + 1))]:
        hemmed = _moved(hemmed, neighbours[i], _beside(rng, hemmed, target, neighbours[i]))
    return hemmed


def start_pose(rng: np.random.Generator, world: SimulatedWorld, *, home: bool) -> None:
    """Open the hand at a random pose over the table, or leave it where the robot begins."""
    if not home:
        _put_hand(world, lambda: (_anywhere(rng), float(rng.uniform(-0.8, 0.8)), 1.0))


def near_pose(rng: np.random.Generator, world: SimulatedWorld, named: Collection[str]) -> None:
    """Put the hand, open or closed, where another skill may have left it: over something, mostly over what is named.

    Raises:
        NoRoomError: nothing is within reach.
    """
    parts = [part for part in world.privileged.parts_now() if part.name != CRUMBS]
    meant = [part for part in parts if any(part.name.startswith(id) for id in named)] or parts

    def drawn() -> _Pose:
        choice = meant if rng.random() < _NAMED else parts
        part = choice[int(rng.integers(len(choice)))]
        x, y = (np.array(part.position[:2]) + rng.normal(0, 0.02, 2)).tolist()
        z = float(rng.uniform(*_LEFT)) + (CABINET[2] / 2 if part.name.startswith("drawer") else 0.0)
        return (x, y, z), float(rng.uniform(-1.2, 1.2)), float(rng.random() < 0.7)

    _put_hand(world, drawn)


def _put_hand(world: SimulatedWorld, draw: Callable[[], _Pose]) -> None:
    for _ in range(_TRIES):
        if world.privileged.teleport_arm(*draw()):
            return
    raise NoRoomError("no start pose within reach")


def _anywhere(rng: np.random.Generator) -> tuple[float, float, float]:
    x, y, z = (float(rng.uniform(*side)) for side in _START_REGION)
    return x, y, z


def _beside(
    rng: np.random.Generator, objects: Sequence[ObjectSpec], target: str, neighbour: str
) -> tuple[float, float]:
    """A place next to the target where the neighbour touches nothing."""
    centre = _find(objects, target)
    together = SHAPES[centre.category].radius + SHAPES[_find(objects, neighbour).category].radius
    others = [o for o in objects if o.id != target]
    for _ in range(_TRIES):
        angle, distance = rng.uniform(-np.pi, np.pi), together + rng.uniform(*_CLOSE_GAP)
        x, y = np.add(centre.position[:2], [distance * np.cos(angle), distance * np.sin(angle)]).tolist()
        if _free(others, neighbour, (x, y), gap=0.006) and 0.3 < np.hypot(x, y) < 0.75:
            return x, y
    raise NoRoomError(f"no free place beside the {target}")


def _farthest(category: str) -> float:
    return FARTHEST + (BOWL_MARGIN if category == "bowl" else 0.0)


def _free(objects: Sequence[ObjectSpec], id: str, place: tuple[float, float], gap: float) -> bool:
    """Whether a thing would keep its distance to all others there."""
    radius = SHAPES[_find(objects, id).category].radius
    return all(
        np.hypot(place[0] - o.position[0], place[1] - o.position[1]) > radius + SHAPES[o.category].radius + gap
        for o in objects
        if o.id != id
    )


def _moved(objects: Sequence[ObjectSpec], id: str, place: tuple[float, float]) -> tuple[ObjectSpec, ...]:
    return tuple(replace(o, position=(*place, o.position[2])) if o.id == id else o for o in objects)


def _find(objects: Sequence[ObjectSpec], id: str) -> ObjectSpec:
    return next(o for o in objects if o.id == id)
