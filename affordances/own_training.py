"""Teaches an added skill's value function and detector from the outcomes of its own attempts (``affordances.own``)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from affordances.outcomes import decode
from affordances.own import OwnJudge
from grounding.frames import Frames
from grounding.training import Loss, Schedule, fit
from skills.curriculum import Lesson
from skills.looking import Seen, look_at
from skills.networks import Look
from skills.own import Asking
from skills.vla import VLAPolicy

OTHERS = 3
"""Commands besides the one that was carried out that are taken from each row."""
HELD_BACK = 5
"""Every so manieth attempt is kept to calibrate on."""


@dataclass(frozen=True)
class _Cases:
    """Commands in rows of outcomes, with what is known of each."""

    rows: NDArray[np.int64]
    commands: list[str]
    possible: NDArray[np.bool_]
    achieved: NDArray[np.bool_]
    first: NDArray[np.bool_]
    """Whether it is the command that was carried out."""
    steady: NDArray[np.bool_]
    """Whether the row is the end of an attempt whose hands were left in peace."""
    attempt: NDArray[np.int64]
    """Number of the attempt."""

    @property
    def held_back(self) -> NDArray[np.bool_]:
        """Those to calibrate on."""
        return np.asarray(self.attempt % HELD_BACK == HELD_BACK - 1)


def train_own_judges(
    lesson: Lesson,
    asking: Asking,
    eyes: VLAPolicy,
    outcomes: Sequence[Path],
    schedule: Schedule,
    checkpoint: Path,
    say: Callable[[str], None] = print,
) -> tuple[OwnJudge, OwnJudge, float]:
    """A value head and a detector head, each calibrated on attempts held back, and the CPU minutes that they took.

    Args:
        lesson: of the skill.
        asking: how the eyes are asked.
        eyes: the policy whose trunk looks.
        outcomes: folders of ``outcome_row``s of the skill's own policy.
        schedule: of each of the two.
        checkpoint: a folder to resume from and write to.
        say: told about progress.

    Raises:
        ValueError: no row is about the skill.
    """
    torch.manual_seed(schedule.seed)
    frames = Frames(list(outcomes))
    cases = _cases(frames, lesson, np.random.default_rng(schedule.seed))
    said = [asking.of(command) for command in cases.commands]
    trunk, encoder = eyes.network.trunk, eyes.commands
    before, after = (look_at(trunk, frames, cases.rows, said, encoder, prefix=moment) for moment in ("", "after_"))
    bodies = torch.from_numpy(frames.column("bodies"))[torch.from_numpy(cases.rows)]
    value, detector = (OwnJudge(moments) for moments in (1, 2))
    foretold = np.where(cases.first, cases.possible & cases.achieved, False)
    told = np.flatnonzero(cases.steady & (cases.first | ~cases.possible))
    minutes = _learn(value, [before], bodies, foretold, told, cases, schedule, checkpoint / "value.ckpt", say)
    everything = np.arange(len(cases.rows))
    minutes += _learn(
        detector,
        [before, after],
        bodies,
        cases.achieved,
        everything,
        cases,
        schedule,
        checkpoint / "detector.ckpt",
        say,
    )
    return value.eval(), detector.eval(), minutes


def _cases(frames: Frames, lesson: Lesson, rng: np.random.Generator) -> _Cases:
    """Of each row the command that was carried out, and a few others of the same skill."""
    final, clumsy = frames.column("final"), frames.column("clumsy")
    possible, achieved, there = (frames.column(name) for name in ("possible", "achieved", "there"))
    picked: list[tuple[int, int]] = []
    commands: list[str] = []
    for row, texts in enumerate(frames.column("commands")):
        kinds = [decode(str(text)) for text in texts[: there[row]]]
        own = [i for i, (skill, _) in enumerate(kinds) if skill == lesson.skill.name]
        others = [i for i in own if i]
        chosen = [i for i in own if not i] + [others[int(i)] for i in rng.permutation(len(others))[:OTHERS]]
        picked += [(row, i) for i in chosen]
        commands += [_worded(lesson, kinds[i][1], rng) for i in chosen]
    if not picked:
        raise ValueError(f"no attempt at {lesson.skill.name} among the outcomes; collect some")
    rows, picks = np.array(picked).T
    number = np.cumsum(final)[rows] - 1
    steady = (final & ~clumsy)[rows]
    return _Cases(rows, commands, possible[rows, picks], achieved[rows, picks], picks == 0, steady, number)


def _worded(lesson: Lesson, arguments: dict[str, str], rng: np.random.Generator) -> str:
    wordings = lesson.wordings
    return wordings[0 if rng.random() < 0.5 else int(rng.integers(len(wordings)))].format(**arguments)


def _learn(
    judge: OwnJudge,
    moments: Sequence[Seen],
    bodies: Tensor,
    labels: NDArray[np.bool_],
    usable: NDArray[np.int64],
    cases: _Cases,
    schedule: Schedule,
    checkpoint: Path,
    say: Callable[[str], None],
) -> float:
    """Train one head in place and calibrate it; CPU minutes."""
    back = cases.held_back[usable]
    train = usable[~back] if (~back).any() else usable
    weight = np.where(cases.first, 3.0, 1.0)[train] * _even(labels[train])
    minutes = fit(judge, _loss(moments, bodies, labels, train, weight, schedule.batch), schedule, checkpoint, say)
    calibrate = usable[back & cases.first[usable]]
    if len(set(labels[calibrate].tolist())) == 2:  # of one kind alone nothing can be learned
        with torch.no_grad():
            logits = judge.eval()(_looks(moments, calibrate), _bodies(moments, bodies, calibrate))
        judge.calibration.fit(logits.clone(), torch.from_numpy(labels[calibrate]).float())
    return minutes


def _loss(
    moments: Sequence[Seen],
    bodies: Tensor,
    labels: NDArray[np.bool_],
    train: NDArray[np.int64],
    weight: NDArray[np.float64],
    batch: int,
) -> Loss:
    odds, truth = weight / weight.sum(), torch.from_numpy(labels).float()

    def loss(judge: OwnJudge, rng: np.random.Generator) -> dict[str, Tensor]:
        rows = rng.choice(train, batch, p=odds)
        with torch.autocast("cpu", enabled=False):
            logits = judge(_looks(moments, rows), _bodies(moments, bodies, rows))
            return {"judged": F.binary_cross_entropy_with_logits(logits, truth[torch.from_numpy(rows)])}

    return loss


def _looks(moments: Sequence[Seen], rows: NDArray[np.int64]) -> list[Look]:
    return [moment.rows(rows) for moment in moments]


def _bodies(moments: Sequence[Seen], bodies: Tensor, rows: NDArray[np.int64]) -> list[Tensor]:
    return [bodies[torch.from_numpy(rows), i] for i in range(len(moments))]


def _even(labels: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Each kind drawn up to three times as often as there is of it."""
    share = float(np.clip(labels.mean(), 0.05, 0.95)) if len(labels) else 0.5
    return np.where(labels, np.clip((1 - share) / share, 1, 3), np.clip(share / (1 - share), 1, 3))
