"""How well a taught skill works, on seeds that no training has used: success, by situation, and how well it is judged.

For the built-in skills and for those of a person's own alike. An attempt in a feasible situation should succeed; those
in infeasible ones are there for the value function, which should have foretold it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict

from evaluation.attempts import AttemptSpec
from evaluation.executor import ExecutorKind, executor, with_progress
from evaluation.metrics import auroc, confusion, expected_calibration_error, wilson_interval
from evaluation.oracle import oracle_for
from evaluation.own_parts import OwnParts
from evaluation.rollouts import Rollout, rollout
from evaluation.situations import EVALUATION_SEED
from simulation.lessons import HELD_OUT, TRAINING_STOCK
from simulation.plugins import load_teachings
from simulation.teaching import Stock, Teaching
from skills.builtin import tabletop10_library
from skills.builtin.wordings10 import HELD_OUT_WORDINGS as FURTHER_WORDINGS
from skills.language import HELD_OUT_WORDINGS as FIRST_WORDINGS

HELD_OUT_WORDINGS: Mapping[str, tuple[str, ...]] = {**FIRST_WORDINGS, **FURTHER_WORDINGS}
_COMMON = ("block", "can", "bar", "ball", "mug")
HELD_OUT_STOCK = Stock(
    shapes=_COMMON,
    exclude=frozenset((c, s) for c in Stock().colours for s in (*_COMMON, "bowl") if (c, s) not in HELD_OUT),
)
"""Nothing but combinations of colour and category that training never shows."""
INFEASIBLE_SHARE = 0.3
"""Attempts in infeasible situations, by those in feasible ones."""


class KindFigures(BaseModel):
    """Figures for one kind of situation."""

    model_config = ConfigDict(frozen=True)

    kind: str
    feasible: bool
    attempts: int
    successes: int
    """Where it is infeasible: how often the result held all the same."""
    rate: float
    interval: tuple[float, float]
    value: float | None = None
    """Mean P(success) that was foretold."""


class JudgeFigures(BaseModel):
    """How well a skill's attempts were foretold and judged; None where there are not both kinds of outcomes."""

    model_config = ConfigDict(frozen=True)

    auroc: float | None = None
    """Of the value, over all situations."""
    auroc_rollouts: float | None = None
    """Over feasible situations alone."""
    calibration_error: float | None = None
    """Expected calibration error, over all situations."""
    sensitivity: float | None = None
    """Of the detector."""
    specificity: float | None = None


class FailedAttempt(BaseModel):
    """An attempt that did not succeed; ``AttemptSpec(seed, skill, kind)`` builds it again."""

    model_config = ConfigDict(frozen=True)

    seed: int
    kind: str
    command: str
    status: str
    moved: tuple[str, ...]
    """What was moved though the command does not name it."""


class TaughtReport(BaseModel):
    """The result of an evaluation."""

    model_config = ConfigDict(frozen=True)

    skill: str
    robot: str
    variant: str
    episodes: int
    """In feasible situations."""
    successes: int
    rate: float
    interval: tuple[float, float]
    """Wilson score interval of the rate, 95 %."""
    wrong_object: float
    """Share of the attempts in which something was moved that the command does not name."""
    seconds: float
    """Mean world time of an attempt, [s]."""
    swept: float | None = None
    """Mean share of the crumbs in the tray at the end, where there is something to sweep."""
    situations: tuple[KindFigures, ...] = ()
    judged: JudgeFigures = JudgeFigures()
    failures: tuple[FailedAttempt, ...] = ()

    def figures(self, name: str) -> dict[str, float]:
        """What the card of the weights ``vla``, ``value`` or ``detector`` says."""
        told: dict[str, float | None] = {"attempts": float(self.episodes)}
        if name == "vla":
            told |= {"success": self.rate, "at least": self.interval[0], "wrong object": self.wrong_object}
        elif name == "value":
            judged = self.judged
            told |= {"AUROC": judged.auroc, "AUROC, rollouts": judged.auroc_rollouts, "ECE": judged.calibration_error}
        else:
            told |= {"sensitivity": self.judged.sensitivity, "specificity": self.judged.specificity}
        return {key: value for key, value in told.items() if value is not None}


@dataclass(frozen=True)
class _Work:
    """One attempt to make, in whichever process."""

    spec: AttemptSpec
    files: tuple[Path, ...]
    parts: OwnParts | None
    """None: the demonstrator."""
    wording: str | None = None
    """Instead of the skill's template."""


def evaluate_taught(
    teaching: Teaching,
    parts: OwnParts | None,
    file: Path | None = None,
    episodes: int = 100,
    seed: int = EVALUATION_SEED,
    *,
    robot: str = "panda",
    variant: str = "standard",
    workers: int = 1,
    executor_kind: ExecutorKind | None = None,
    progress: bool = False,
) -> TaughtReport:
    """Let a skill be attempted in ``episodes`` feasible situations, and in some infeasible ones.

    Args:
        teaching: of the skill.
        parts: who acts and judges; None: the demonstrator acts, and nobody judges.
        file: that teaches it, for other processes; None: it is built in.
        episodes: in feasible situations, at least one.
        seed: of the first attempt.
        robot: which robot.
        variant: ``standard``; ``wordings``: sentences never trained on; ``held_out``: combinations of colour and
            category never trained on; or one of the teaching's stocks for tests of generalisation.
        workers: processes.
        executor_kind: what they run on.
        progress: show a bar on standard error.

    Raises:
        ValueError: no episode, or a variant that the skill does not have.
        WeightsError: weights are missing or damaged.
    """
    if episodes < 1:
        raise ValueError(f"{episodes} episodes; give at least 1")
    files = () if file is None else (file,)
    stock, wordings = (
        _stock(teaching, variant),
        HELD_OUT_WORDINGS.get(teaching.name, ()) if variant == "wordings" else (),
    )
    specs = _specs(teaching, episodes, seed, stock, robot, infeasible=parts is not None)
    work = [
        _Work(spec, files, parts, wordings[i % len(wordings)] if wordings else None) for i, spec in enumerate(specs)
    ]
    results = executor(workers, executor_kind).map(_attempt, work)
    rollouts = list(with_progress(results, len(work), teaching.name) if progress else results)
    judged, values = _judged(teaching, parts, rollouts)
    return _report(teaching, specs, rollouts, variant, judged, values)


def variants(teaching: Teaching) -> tuple[str, ...]:
    """What a skill can be tested on."""
    return ("standard", *(("wordings",) if teaching.name in HELD_OUT_WORDINGS else ()), *teaching.novel, "held_out")


def _stock(teaching: Teaching, variant: str) -> Stock:
    if variant not in variants(teaching):
        known = ", ".join(variants(teaching))
        raise ValueError(f"unknown variant {variant!r} of {teaching.name}; choose from: {known}")
    return {**teaching.novel, "held_out": HELD_OUT_STOCK}.get(variant, TRAINING_STOCK)


def _specs(
    teaching: Teaching, episodes: int, seed: int, stock: Stock, robot: str, infeasible: bool
) -> list[AttemptSpec]:
    kinds = [teaching.kinds[i % len(teaching.kinds)] for i in range(episodes)]
    if infeasible and teaching.infeasible:
        count = max(len(teaching.infeasible), round(INFEASIBLE_SHARE * episodes))
        kinds += [teaching.infeasible[i % len(teaching.infeasible)] for i in range(count)]
    return [AttemptSpec(seed + i, teaching.name, kind, stock, robot) for i, kind in enumerate(kinds)]


def _attempt(work: _Work) -> Rollout:
    attempt = work.spec.build(load_teachings(work.files))
    try:
        policy = oracle_for(attempt) if work.parts is None else work.parts.policy()
        return rollout(policy, attempt, wording=work.wording)
    finally:
        attempt.world.close()


def _judged(
    teaching: Teaching, parts: OwnParts | None, rollouts: Sequence[Rollout]
) -> tuple[JudgeFigures, list[float] | None]:
    """Figures of the value function and the detector, and what was foretold of each attempt."""
    if parts is None:
        return JudgeFigures(), None
    known = tabletop10_library()
    library = known if teaching.name in known else known.with_skills([teaching.skill])
    value, detector = parts.value_function(library), parts.detector(library)
    said = [teaching.skill.call(**r.arguments).text for r in rollouts]  # as planners say it
    values = [float(value.score(r.before, [text])[0]) for r, text in zip(rollouts, said, strict=True)]
    verdicts = np.array(
        [detector.judge(r.before, r.after, text).success for r, text in zip(rollouts, said, strict=True)]
    )
    success, achieved = (np.array([getattr(r, name) for r in rollouts]) for name in ("success", "achieved"))
    feasible, scores = np.array([r.feasible for r in rollouts]), np.array(values)
    found = confusion(achieved, verdicts)
    return JudgeFigures(
        auroc=_number(auroc, success, scores),
        auroc_rollouts=_number(auroc, success[feasible], scores[feasible]),
        calibration_error=_number(expected_calibration_error, success, scores),
        sensitivity=_finite(found.sensitivity),
        specificity=_finite(found.specificity),
    ), values


def _number(figure: Any, truth: Any, scores: Any) -> float | None:
    return _finite(figure(truth, scores)) if len(set(truth.tolist())) == 2 else None


def _finite(number: float) -> float | None:
    return float(number) if np.isfinite(number) else None


def _report(
    teaching: Teaching,
    specs: Sequence[AttemptSpec],
    rollouts: Sequence[Rollout],
    variant: str,
    judged: JudgeFigures,
    values: Sequence[float] | None,
) -> TaughtReport:
    real = [r for r in rollouts if r.feasible]
    successes, swept = sum(r.success for r in real), [r.swept for r in real if r.swept is not None]
    return TaughtReport(
        skill=teaching.name,
        robot=specs[0].robot,
        variant=variant,
        episodes=len(real),
        successes=successes,
        rate=successes / len(real),
        interval=wilson_interval(successes, len(real)),
        wrong_object=sum(r.wrong_object for r in real) / len(real),
        seconds=float(np.mean([r.seconds for r in real])),
        swept=float(np.mean(swept)) if swept else None,
        situations=tuple(_kinds(teaching, rollouts, values)),
        judged=judged,
        failures=tuple(
            FailedAttempt(seed=s.seed, kind=s.kind, command=r.command, status=r.outcome.status, moved=r.meddled)
            for s, r in zip(specs, rollouts, strict=True)
            if r.feasible and not r.success
        ),
    )


def _kinds(teaching: Teaching, rollouts: Sequence[Rollout], values: Sequence[float] | None) -> list[KindFigures]:
    found: list[KindFigures] = []
    for kind in (*teaching.kinds, *teaching.infeasible):
        chosen = [i for i, r in enumerate(rollouts) if r.kind == kind]
        if not chosen:
            continue
        successes = sum(rollouts[i].achieved for i in chosen)
        found.append(
            KindFigures(
                kind=kind,
                feasible=kind in teaching.kinds,
                attempts=len(chosen),
                successes=successes,
                rate=successes / len(chosen),
                interval=wilson_interval(successes, len(chosen)),
                value=None if values is None else float(np.mean([values[i] for i in chosen])),
            )
        )
    return found
