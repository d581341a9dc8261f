"""How well a grounder sees: recall, precision and position error in scenes from seeds never trained on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from pydantic import BaseModel, ConfigDict

from evaluation.arrangement import start_pose
from evaluation.situations import HELD_OUT
from grounding import Grounder, SceneObject
from simulation import sample_tabletop
from simulation.truth import TrueObject
from simulation.world import SimulatedWorld

FIRST_SEED = 920_000
VISIBLE_PIXELS = 12
"""An object with fewer pixels in the front image counts as hidden: it need not be found, but may be."""
MATCH = 0.03
"""How far a finding may lie from the object, [m]."""


class GrounderReport(BaseModel):
    """The result of an evaluation."""

    model_config = ConfigDict(frozen=True)

    scenes: int
    objects: int
    """Visible ones, in all scenes together."""
    recall: float
    """Share of visible objects found with the right category and colour within 3 cm."""
    precision: float
    """Share of findings that are such an object (a hidden one too)."""
    position_error: float
    """Median distance between the finding and the true centre, [m]."""
    recall_seen: float
    """Of combinations of colour and category that training has shown."""
    recall_held_out: float
    """Of combinations that it has not."""


@dataclass(frozen=True)
class _Sight:
    """One scene: what was found, and what was there."""

    visible: int
    found: int
    reported: int
    right: int
    errors: tuple[float, ...]
    novel: int
    novel_found: int


def evaluate_grounder(grounder: Grounder, scenes: int = 200, seed: int = FIRST_SEED) -> GrounderReport:
    """Ground one picture of each of ``scenes`` scenes, every second one cluttered, all colours and shapes."""
    sights = [_look(grounder, seed + i, clutter=i % 2 == 1) for i in range(scenes)]
    visible, found = _total(s.visible for s in sights), _total(s.found for s in sights)
    novel, novel_found = _total(s.novel for s in sights), _total(s.novel_found for s in sights)
    return GrounderReport(
        scenes=scenes,
        objects=visible,
        recall=_share(found, visible),
        precision=_share(_total(s.right for s in sights), _total(s.reported for s in sights)),
        position_error=float(np.median([e for s in sights for e in s.errors] or [np.nan])),
        recall_seen=_share(found - novel_found, visible - novel),
        recall_held_out=_share(novel_found, novel),
    )


def _look(grounder: Grounder, seed: int, clutter: bool) -> _Sight:
    rng = np.random.default_rng(seed)
    world = SimulatedWorld(sample_tabletop(rng, clutter=clutter))
    try:
        start_pose(rng, world, home=bool(rng.random() < 0.5))
        seen, truth = grounder.ground(world.observe()).objects, world.privileged.truth().objects
        mask = world.privileged.masks("front")
        visible = {o.id for i, o in enumerate(truth) if int(np.sum(mask == i)) >= VISIBLE_PIXELS}
        return _compared(seen, truth, visible)
    finally:
        world.close()


def _compared(seen: Sequence[SceneObject], truth: Sequence[TrueObject], visible: set[str]) -> _Sight:
    pairs = matched(seen, truth)
    novel = {o.id for o in truth if (o.colour, o.category) in HELD_OUT} & visible
    found = visible & set(pairs)
    return _Sight(
        visible=len(visible),
        found=len(found),
        reported=len(seen),
        right=len(pairs),
        errors=tuple(pairs[id] for id in sorted(found)),
        novel=len(novel),
        novel_found=len(novel & found),
    )


def matched(seen: Sequence[SceneObject], truth: Sequence[TrueObject]) -> dict[str, float]:
    """Distances [m] of the findings that are an object, by the object's id; nearest pairs first, each used once."""
    pairs = sorted(
        (float(np.linalg.norm(np.subtract(found.position, thing.position))), i, thing.id)
        for i, found in enumerate(seen)
        for thing in truth
        if (found.category, found.attributes.get("colour")) == (thing.category, thing.colour)
    )
    used: set[int] = set()
    result: dict[str, float] = {}
    for distance, i, id in pairs:
        if distance <= MATCH and i not in used and id not in result:
            used.add(i)
            result[id] = distance
    return result


def _total(numbers: Iterable[int]) -> int:
    return sum(numbers)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
