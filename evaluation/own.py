"""Teaches a skill of a person's own, from demonstrations to calibrated weights with cards, in minutes.

What the eyes find is the policy's that comes with the scene, which is not touched: a head for the motion, corrected
where it errs (DAgger, Ross et al. 2011, arXiv:1011.0686), then a value head and a detector head from its own attempts.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from torch import nn

import weights
from affordances.own_training import train_own_judges
from evaluation.own_data import SHARD, Collection
from evaluation.own_parts import OwnParts, eyes_of
from evaluation.taught import TaughtReport, evaluate_taught
from grounding.training import Schedule
from simulation.lessons import TEACHINGS, curriculum
from simulation.teaching import Teaching
from skills.own import OwnHeader
from skills.own_training import Learned, train_own_policy
from weights import Card

LIMITS = (
    "Sees what the eyes of its scene see, and is valid with these very eyes; knows the situations that its file draws "
    "and sentences made like its wordings."
)


@dataclass(frozen=True)
class Size:
    """How much is done."""

    demonstrations: int
    corrections: int
    outcomes: int
    steps: int
    """Of the policy's head."""
    judged: int
    """Steps of the value head, and of the detector head."""
    attempts: int
    """On seeds held back, for the card."""


SIZES: Mapping[str, Size] = {
    "debug": Size(5, 0, 5, 20, 20, 2),
    "small": Size(100, 40, 100, 3000, 600, 20),
    "full": Size(300, 150, 400, 8000, 1500, 100),
}
"""``debug`` shows that everything runs, and learns nothing."""


@dataclass(frozen=True)
class Learning:
    """What is taught, with what, and where it goes."""

    teaching: Teaching
    collection: Collection
    eyes: Path
    """Folder of the built-in policy's weights, whose trunk looks, and of its judges'."""
    own: Path
    """Folder for the skill's own weights."""
    command: str = "doable skills train"
    """For the cards."""
    extra: Sequence[Path] = ()
    """Folders of further demonstrations, e.g. from people's corrections."""
    say: Callable[[str], None] = print


@dataclass(frozen=True)
class Result:
    """What came of it."""

    report: TaughtReport
    minutes: float
    """Of the processor, for learning alone."""
    wall: float
    """Minutes by the clock, for everything."""
    frames: int
    asked: str
    """The command that the eyes are asked in the skill's place; empty: as it is said."""


def teach(learning: Learning, size: Size) -> Result:
    """Collect what is missing, train, judge and save; the skill's old weights are replaced last of all.

    Raises:
        WrongError: a function of the person's raises or loops, or no demonstration works.
        ValueError: the data are of another skill, or of a wrong shape.
        WeightsError: the eyes are missing or damaged.
    """
    began, draft = time.monotonic(), learning.own / "draft"
    demos = [*learning.collection.demonstrations(size.demonstrations), *learning.extra]
    learned = _policy(learning, demos, size)
    if size.corrections:
        parts = _saved(learning, learned, draft)
        demos += learning.collection.corrections(size.corrections, parts)
        learned = _policy(learning, demos, size)
    parts = _saved(learning, learned, draft)
    result = _judged(learning, learned, parts, size)
    return replace(result, wall=(time.monotonic() - began) / 60)


def _policy(learning: Learning, demos: Sequence[Path], size: Size) -> Learned:
    lesson, schedule = learning.teaching.lesson, Schedule(size.steps, 256, checkpoint_every=max(20, size.steps // 5))
    known = curriculum({name: TEACHINGS[name] for name in eyes_of(learning.eyes).network.spec.skills})
    checkpoint = learning.collection.folder / f"policy-{len(demos)}-{size.steps}.ckpt"
    learning.say(f"learning to {lesson.skill.name.replace('_', ' ')} from {SHARD * len(demos)} episodes")
    return train_own_policy(lesson, known, eyes_of(learning.eyes), demos, schedule, checkpoint, learning.say)


def _saved(learning: Learning, learned: Learned, folder: Path) -> OwnParts:
    """The policy on disk, for other processes."""
    card = Card("A draft.", "", learning.command, 0, learned.minutes, {}, "Not measured.")
    header = _header(learning, learned)
    weights.save("vla", learned.network.head.state_dict(), card, hyperparameters=header, folder=folder)
    return OwnParts(learning.eyes, learning.teaching.name, folder)


def _header(learning: Learning, learned: Learned) -> dict[str, str]:
    eyes = weights.hash_of("vla", learning.eyes)
    return OwnHeader(learning.teaching.name, learned.asking, eyes, learned.network.spec.width).hyperparameters


def _judged(learning: Learning, learned: Learned, draft: OwnParts, size: Size) -> Result:
    """Value head and detector head from the policy's own attempts, then figures, then everything is put in place."""
    assert draft.own is not None
    content, folder = weights.hash_of("vla", draft.own)[:8], learning.collection.folder
    attempts = replace(learning.collection, folder=folder / content).outcomes(size.outcomes, draft)
    lesson, schedule = learning.teaching.lesson, Schedule(size.judged, 128, checkpoint_every=max(20, size.judged // 2))
    eyes = eyes_of(learning.eyes)
    value, detector, minutes = train_own_judges(
        lesson, learned.asking, eyes, attempts, schedule, folder / content, learning.say
    )
    made: dict[str, nn.Module] = {"vla": learned.network.head, "value": value, "detector": detector}
    header, spent = _header(learning, learned), {"vla": learned.minutes, "value": minutes / 2, "detector": minutes / 2}
    for name, network in made.items():
        card = Card("A draft.", "", learning.command, 0, spent[name], {}, "Not measured.")
        weights.save(name, network.state_dict(), card, hyperparameters=header, folder=draft.own)
    report = evaluate_taught(
        learning.teaching,
        draft,
        learning.collection.file,
        size.attempts,
        robot=learning.collection.robot,
        workers=learning.collection.workers,
        executor_kind=learning.collection.executor_kind,
    )
    data = f"{learned.frames} frames of demonstrations and corrections, {SHARD * len(attempts)} attempts"
    for name, network in made.items():
        card = Card(
            _PURPOSES[name].format(lesson.skill.name),
            data,
            learning.command,
            0,
            spent[name],
            report.figures(name),
            LIMITS,
        )
        weights.save(name, network.state_dict(), card, hyperparameters=header, folder=learning.own)
    return Result(report, learned.minutes + minutes, 0.0, learned.frames, learned.asking.template)


_PURPOSES = {
    "vla": "Carries out {}, with the eyes of the policy that comes with its scene.",
    "value": "P(success) of {} if it were begun now.",
    "detector": "Whether {} has been carried out, from what was seen before and after.",
}
