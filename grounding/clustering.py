"""From what single pixels say to objects: votes that agree are one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from grounding.scene import SceneObject
from grounding.vocabulary import CABINET, FIXTURES, TURNED, Vocabulary

VOTE_RADIUS = 0.025
"""Votes this close [m] are for the same object; ``REACH`` has the kinds for which it is another distance."""
REACH: Mapping[str, float] = {"region": 0.05, "drawer": 0.08, CABINET: 0.08, "tray": 0.08, "lamp": 0.04, "crumbs": 1.0}
MIN_PIXELS = 5
"""Pixels that make an object."""
AGREE = 0.2
"""Least product of the colours of two pixels of one thing: things stand on each other."""
FEWEST: Mapping[str, int] = {"crumbs": 2}
"""Pixels that make an object, by kind, where it is another number."""
GHOST: Mapping[str, float] = {"bowl": 0.09, "region": 0.1, "drawer": 0.3, CABINET: 0.3, "tray": 0.3, "lamp": 0.1}
"""A smaller group of the same category and colour this close to a larger one [m] is its fringe; 0.05 m if not named."""
APART = ("bowl", "crumbs", *FIXTURES)
"""Kinds in or on which other things are: their pixels are grouped by themselves."""
UNPAINTED = ("crumbs", "drawer", CABINET, "tray", "button", "lamp")
"""Kinds whose names have no colour."""
REGION_SIDE, REGION_SLACK = 0.105, 0.02
"""How long the side of a region looks, and by how much it may differ where nothing hides a part of it, [m]."""


@dataclass(frozen=True)
class Votes:
    """Foreground pixels of one image."""

    kind: NDArray[np.float32]
    """Probabilities, shape (n, kinds)."""
    colour: NDArray[np.float32]
    """Probabilities, shape (n, colours)."""
    centre: NDArray[np.float32]
    """Shape (n, 3), base frame, [m]."""
    confidence: NDArray[np.float32]
    """Shape (n,)."""
    state: NDArray[np.float32]
    """Probabilities, shape (n, states)."""
    turn: NDArray[np.float32]
    """Cosine and sine of the yaw, shape (n, 2)."""
    point: NDArray[np.float32]
    """What the pixel shows: shape (n, 3), base frame, [m]."""


def cluster(votes: Votes, vocabulary: Vocabulary) -> list[SceneObject]:
    """Greedy grouping: the most certain pixel takes all votes near its own, and so on; what holds others is apart."""
    free = np.ones(len(votes.kind), dtype=bool)
    layer, reach, fewest = _layers(votes, vocabulary)
    groups = []
    for seed in np.argsort(-votes.confidence):
        if not free[seed]:
            continue
        near = np.linalg.norm(votes.centre - votes.centre[seed], axis=1) < reach[seed]
        group = free & near & (layer == layer[seed])
        if layer[seed] == 0:
            group &= votes.colour @ votes.colour[seed] > AGREE
        free &= ~group
        if group.sum() >= fewest[seed]:
            groups.append(group)
    found = [_object(votes, group, vocabulary) for group in sorted(groups, key=np.sum, reverse=True)]
    return [thing for thing in _without_ghosts(found) if thing.category != CABINET]


def _layers(votes: Votes, vocabulary: Vocabulary) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.int64]]:
    """Of each pixel: with which others it is grouped, how far the votes may differ [m], how many make an object."""
    layer = np.zeros(len(votes.kind), np.int64)
    for i, kind in enumerate(vocabulary.kinds, start=1):
        if kind in APART:
            layer[votes.kind[:, i - 1] > 0.5] = i
    kinds = ("", *vocabulary.kinds)
    reach = np.array([REACH.get(kind, VOTE_RADIUS) for kind in kinds])
    fewest = np.array([FEWEST.get(kind, MIN_PIXELS) for kind in kinds])
    return layer, reach[layer], fewest[layer]


def _without_ghosts(objects: list[SceneObject]) -> list[SceneObject]:
    """Larger groups first; drop what is the fringe of one before it."""
    kept: list[SceneObject] = []
    for thing in objects:
        alike = [other for other in kept if other.id == thing.id]
        reach = GHOST.get(thing.category, 0.05)
        if all(np.linalg.norm(np.subtract(thing.position, other.position)) > reach for other in alike):
            kept.append(thing)
    return kept


def _object(votes: Votes, group: NDArray[np.bool_], vocabulary: Vocabulary) -> SceneObject:
    colour, kinds = votes.colour[group].mean(0), votes.kind[group].mean(0)
    x, y, z = np.median(votes.centre[group], axis=0)
    kind, attributes, sure = vocabulary.kinds[int(kinds.argmax())], {}, votes.confidence[group].mean()
    if kind not in UNPAINTED:
        attributes["colour"] = vocabulary.colours[int(colour.argmax())]
        sure = sure * colour.max()
    if kind in STATES:
        attributes["state"] = _state(votes.state[group].mean(0), STATES[kind], vocabulary)
    id = " ".join([*([attributes["colour"]] if "colour" in attributes else []), kind])
    yaw = 0.0
    if kind in TURNED:
        cosine, sine = votes.turn[group].mean(0)
        yaw = float(np.arctan2(sine, cosine))
    if kind == "region":
        (x, y), yaw = _square(votes.point[group, :2], np.array([x, y]))
    return SceneObject(id, kind, attributes, (float(x), float(y), float(z)), float(sure * kinds.max()), yaw)


def _square(points: NDArray[np.float32], voted: NDArray[np.floating]) -> tuple[NDArray[np.floating], float]:
    """Middle and yaw of the smallest rectangle about points (n, 2); the middle voted for if it is no whole square."""
    yaws = np.arange(0.0, np.pi / 2, np.pi / 60)
    axes = np.stack([np.stack([np.cos(yaws), np.sin(yaws)], -1), np.stack([-np.sin(yaws), np.cos(yaws)], -1)], 1)
    along = points @ axes.transpose(0, 2, 1)
    low, high = along.min(1), along.max(1)
    best = int(np.prod(high - low, axis=1).argmin())
    whole = np.all(np.abs(high[best] - low[best] - REGION_SIDE) < REGION_SLACK)
    return ((low[best] + high[best]) / 2 @ axes[best] if whole else voted), float(yaws[best])


STATES: Mapping[str, Sequence[str]] = {
    "drawer": ("open", "closed", "ajar"),
    "lamp": ("lit", "unlit"),
    "crumbs": ("swept", "spread"),
}
"""In which states a kind can be."""


def _state(probability: NDArray[np.float32], possible: Sequence[str], vocabulary: Vocabulary) -> str:
    return max(possible, key=lambda state: float(probability[vocabulary.states.index(state)]))


def named(objects: Sequence[SceneObject]) -> tuple[SceneObject, ...]:
    """Number the second and later ones of a kind."""
    seen: Counter[str] = Counter()
    result = []
    for thing in objects:
        seen[thing.id] += 1
        id = thing.id if seen[thing.id] == 1 else f"{thing.id} {seen[thing.id]}"
        result.append(replace(thing, id=id))
    return tuple(sorted(result, key=lambda thing: thing.id))
