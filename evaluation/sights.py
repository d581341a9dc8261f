"""How well a grounder sees tables with fixtures, things of many shapes, and what holds between them.

Scenes from seeds never trained on, furnished as those for training are, but with every combination of colour and
category; in a further share of them all that can be picked up has a shape that training never shows.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from pydantic import BaseModel, ConfigDict

from evaluation.furnishing import furnished, pose_arm
from grounding import Fact, Grounder, Observation, Scene, SceneObject
from grounding.parts import Part, split_name
from simulation.lessons import HELD_OUT, TEACHINGS
from simulation.shapes import NOVEL_SHAPES
from simulation.teaching import NOVEL_SHAPE_STOCK, Stock
from simulation.world import SimulatedWorld

FIRST_SEED = 940_000
CAMERA = "front"
VISIBLE_PIXELS = 12
"""What has fewer pixels in the image counts as hidden: it need not be found, but may be."""
MATCH = 0.03
"""How far a finding may lie from what it is taken for, [m]."""
NOVEL = 5
"""Every so manieth scene has novel shapes."""
ASIDE = ("left of", "right of", "in front of", "behind")
"""Facts that are for reference only; nobody judges them."""


class Share(BaseModel):
    """How many of how many."""

    model_config = ConfigDict(frozen=True)

    found: int
    of: int

    @property
    def rate(self) -> float:
        """NaN of none."""
        return self.found / self.of if self.of else float("nan")


class FactShares(BaseModel):
    """How facts of one predicate were told."""

    model_config = ConfigDict(frozen=True)

    recall: Share
    """Of those that hold and whose things are visible."""
    precision: Share
    """Of those that were told."""


class SightReport(BaseModel):
    """The result of an evaluation."""

    model_config = ConfigDict(frozen=True)

    scenes: int
    recall: Share
    """Visible things and fixtures found with the right kind and colour within 3 cm; novel shapes do not count."""
    precision: Share
    """Findings that are such a thing, a hidden one too; in scenes without novel shapes."""
    position_error: float
    """Median distance between finding and centre, [m]."""
    held_out: Share
    """Of combinations of colour and category that skills never see while they are trained."""
    novel_shapes: Share
    """Things of shapes never trained on where anything at all was found."""
    kinds: dict[str, Share]
    """Recall by kind."""
    facts: dict[str, FactShares]
    """By predicate."""


@dataclass(frozen=True)
class View:
    """One picture, and what is true of it."""

    observation: Observation
    parts: tuple[Part, ...]
    """Things and fixtures by their ids."""
    visible: frozenset[str]
    """Of which enough is seen."""
    facts: frozenset[Fact]
    """All that holds, of what is hidden too."""


@dataclass(frozen=True)
class Judgement:
    """What one scene shows of the grounder, against the truth."""

    pairs: Mapping[str, float]
    """Distance [m] of the finding that is a thing, by the thing's id."""
    novel_found: frozenset[str]
    visible: frozenset[str]
    reported: int
    told: frozenset[Fact]
    """In the ids of the truth where a finding has one."""
    true: frozenset[Fact]
    novel: bool
    """Whether there are novel shapes in it."""


def evaluate_sights(grounder: Grounder, scenes: int = 200, seed: int = FIRST_SEED) -> SightReport:
    """Ground one picture of each of ``scenes`` scenes, every fifth with novel shapes."""
    return report([judge(grounder.ground(view.observation), view) for view in views(scenes, seed)])


def views(scenes: int, seed: int = FIRST_SEED) -> Iterator[View]:
    """Pictures to be judged by, the same for the same seed."""
    for i in range(scenes):
        rng = np.random.default_rng(seed + i)
        stock = NOVEL_SHAPE_STOCK if i % NOVEL == NOVEL - 1 else Stock()
        world = furnished(rng, stock, TEACHINGS, "panda")
        try:
            if rng.random() < 0.5:
                pose_arm(world, rng)
            yield _view(world)
        finally:
            world.close()


def _view(world: SimulatedWorld) -> View:
    observation, privileged = world.observe((CAMERA,)), world.privileged
    mask, names = privileged.parts(CAMERA), privileged.part_names()
    pixels = Counter({_whole(name): int(np.sum(mask == i)) for i, name in enumerate(names) if name.endswith("handle")})
    pixels.update({name: int(np.sum(mask == i)) for i, name in enumerate(names)})
    parts = tuple(part for part in privileged.parts_now() if _whole(part.name) == part.name)
    visible = frozenset(part.name for part in parts if pixels[part.name] >= VISIBLE_PIXELS)
    return View(observation, parts, visible, frozenset(privileged.truth().facts()))


def _whole(name: str) -> str:
    """The id of a fixture of which this is a part; its own id if it is whole."""
    return name.rsplit(" ", 1)[0] if name.endswith((" handle", " cabinet")) else name


def judge(scene: Scene, view: View) -> Judgement:
    """Compare what was seen with what is there."""
    pairs, novel = match(scene.objects, view.parts), _novel(view.parts)
    by_finding = {finding: id for id, (finding, _) in pairs.items()}
    alone = [o for o in scene.objects if o.id not in by_finding]
    anything = {id: o.id for part in novel for o in alone if _distance(o, part) <= MATCH for id in [part.name]}
    by_finding |= {finding: id for id, finding in anything.items()}
    told = (f for f in scene.facts if f.predicate not in ASIDE)
    return Judgement(
        pairs={id: distance for id, (_, distance) in pairs.items()},
        novel_found=frozenset(anything),
        visible=view.visible,
        reported=len(scene.objects),
        told=frozenset(Fact(f.predicate, tuple(by_finding.get(a, f"no {a}") for a in f.arguments)) for f in told),
        true=view.facts,
        novel=bool(novel),
    )


def match(seen: Sequence[SceneObject], there: Sequence[Part]) -> dict[str, tuple[str, float]]:
    """Finding and distance [m] by the id of what it is: of the same kind and colour, nearest pairs first."""
    pairs = sorted(
        (_distance(found, part), i, part.name)
        for i, found in enumerate(seen)
        for part in there
        if (found.attributes.get("colour", ""), found.category) == split_name(part.name)
    )
    result: dict[str, tuple[str, float]] = {}
    used: set[int] = set()
    for distance, i, id in pairs:
        if distance <= MATCH and i not in used and id not in result:
            used.add(i)
            result[id] = seen[i].id, distance
    return result


def _distance(found: SceneObject, part: Part) -> float:
    return float(np.linalg.norm(np.subtract(found.position, part.position)))


def _novel(parts: Iterable[Part]) -> list[Part]:
    return [part for part in parts if split_name(part.name)[1] in NOVEL_SHAPES]


def report(judgements: Sequence[Judgement]) -> SightReport:
    """Everything counted together."""
    known = [(id, j) for j in judgements for id in sorted(j.visible) if split_name(id)[1] not in NOVEL_SHAPES]
    plain = [j for j in judgements if not j.novel]
    kinds = sorted({split_name(id)[1] for id, _ in known})
    predicates = sorted({fact.predicate for j in judgements for fact in j.true | j.told})
    return SightReport(
        scenes=len(judgements),
        recall=_share(id in j.pairs for id, j in known),
        precision=Share(found=sum(len(j.pairs) for j in plain), of=sum(j.reported for j in plain)),
        position_error=float(np.median([j.pairs[id] for id, j in known if id in j.pairs] or [np.nan])),
        held_out=_share(id in j.pairs for id, j in known if split_name(id) in HELD_OUT),
        novel_shapes=_share(
            id in j.novel_found for j in judgements for id in j.visible if split_name(id)[1] in NOVEL_SHAPES
        ),
        kinds={kind: _share(id in j.pairs for id, j in known if split_name(id)[1] == kind) for kind in kinds},
        facts={predicate: _facts(predicate, judgements) for predicate in predicates},
    )


def _facts(predicate: str, judgements: Sequence[Judgement]) -> FactShares:
    wanted = [
        (f, j) for j in judgements for f in j.true if f.predicate == predicate and j.visible.issuperset(f.arguments)
    ]
    told = [(f, j) for j in judgements for f in j.told if f.predicate == predicate]
    return FactShares(
        recall=_share(f in j.told for f, j in wanted),
        precision=_share(f in j.true for f, j in told),
    )


def _share(hits: Iterable[bool]) -> Share:
    found = list(hits)
    return Share(found=sum(found), of=len(found))
