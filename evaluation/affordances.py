"""How well the learned parts see: the grounder, the value function and the success detector, by situation.

The value function and the detector are judged on the same rollouts of the policy. These are kept as files, so that
a second evaluation, say of newly trained weights of theirs, needs no simulation.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from affordances.ports import SuccessDetector, ValueFunction
from evaluation.executor import ExecutorKind, executor, with_progress
from evaluation.grounding import GrounderReport, evaluate_grounder
from evaluation.learned import learned_detector, learned_grounder, learned_policy, learned_value_function
from evaluation.metrics import auroc, confusion, expected_calibration_error
from evaluation.rollouts import PolicyFactory, Rollout, rollout
from evaluation.situations import FEASIBLE_KINDS, SKILLS, Situation, SituationSpec, is_feasible, kinds
from evaluation.storage import read_rollout, write_rollout
from grounding import Grounder, Scene, SceneObject
from skills import SkillCall
from skills.builtin import tabletop_library

MAX_SECONDS = 15.0
"""World time that an attempt gets here, [s]."""
FIRST_SEED = 910_000
"""Of the situations; apart from the seeds that skills are evaluated on."""


class Situations(BaseModel):
    """Figures for one kind of situation."""

    model_config = ConfigDict(frozen=True)

    skill: str
    kind: str
    rollouts: int
    successes: int
    value: float
    """Mean P(success) that was foretold."""
    value_accuracy: float
    """Share of situations where the value is on the right side of 0.5."""
    detector_accuracy: float
    """Share of attempts that were judged rightly."""


class ValueReport(BaseModel):
    """The value function against what became of the attempts."""

    model_config = ConfigDict(frozen=True)

    auroc: float
    """Over all situations."""
    auroc_rollouts: float
    """Over real attempts in feasible situations alone."""
    calibration_error: float
    """Expected calibration error over all situations, 15 equal-mass bins."""
    calibration_error_rollouts: float
    """The same over attempts in feasible situations alone."""
    top_1_feasible: float
    """Share of scenes where, of all calls that fit the scene, the highest-valued one is truly feasible."""
    scenes: int
    """Scenes behind ``top_1_feasible``."""
    rollouts: int
    failures: int
    """Failed attempts in feasible situations."""


class DetectorReport(BaseModel):
    """The success detector against the truth at the end of the attempts."""

    model_config = ConfigDict(frozen=True)

    sensitivity: float
    specificity: float
    sensitivity_put_in: float
    specificity_put_in: float
    successes: int
    failures: int


class AffordanceReport(BaseModel):
    """Grounder, value function and success detector, the last two also by situation."""

    model_config = ConfigDict(frozen=True)

    seed: int
    grounder: GrounderReport
    value_function: ValueReport
    success_detector: DetectorReport
    situations: tuple[Situations, ...]


@dataclass(frozen=True)
class Parts:
    """What is evaluated."""

    grounder: Grounder
    value_function: ValueFunction
    detector: SuccessDetector


def _learned_parts() -> Parts:
    return Parts(learned_grounder(), learned_value_function(), learned_detector())


def situation_specs(seed: int = FIRST_SEED, feasible: int = 40, infeasible: int = 12) -> list[SituationSpec]:
    """What is attempted: so many situations of each feasible and of each infeasible kind, for each skill."""
    counts = {skill: {k: feasible if k in FEASIBLE_KINDS else infeasible for k in kinds(skill)} for skill in SKILLS}
    plan = [(skill, kind) for skill in SKILLS for kind, count in counts[skill].items() for _ in range(count)]
    return [SituationSpec(seed + i, skill, kind) for i, (skill, kind) in enumerate(plan)]


def attempt_all(
    specs: Sequence[SituationSpec],
    folder: Path,
    workers: int = 1,
    *,
    executor_kind: ExecutorKind | None = None,
    policy_for: PolicyFactory = learned_policy,
    progress: bool = False,
) -> list[Rollout]:
    """Attempt every situation, or read what became of it from ``folder``, which belongs to one policy.

    Raises:
        WeightsError: the learned policy's weights are missing or damaged.
    """
    results = executor(workers, executor_kind).map(partial(_attempt, folder=folder, policy_for=policy_for), specs)
    done = with_progress(results, len(specs), "rollouts") if progress else results
    return [read_rollout(path) for path in done]


def _attempt(spec: SituationSpec, folder: Path, policy_for: PolicyFactory) -> Path:
    path = folder / f"{spec.skill}-{spec.kind}-{spec.combinations}-{spec.robot}-{spec.seed}.npz"
    if not path.exists():
        situation = spec.build()
        try:
            write_rollout(path, rollout(policy_for(situation), situation, max_seconds=MAX_SECONDS))
        finally:
            situation.world.close()
    return path


def evaluate_affordances(
    seed: int,
    folder: Path,
    workers: int = 1,
    *,
    executor_kind: ExecutorKind | None = None,
    parts: Parts | None = None,
    feasible: int = 40,
    infeasible: int = 12,
    scenes: int = 200,
    policy_for: PolicyFactory = learned_policy,
    progress: bool = False,
) -> AffordanceReport:
    """Attempt seeded situations with the policy and compare what was foretold and judged with the truth.

    Args:
        seed: of the first situation.
        folder: where rollouts of this very policy are kept.
        workers: processes for the rollouts.
        executor_kind: what they run on; see ``evaluation.executor``.
        parts: what is evaluated; the learned parts with their committed weights if not given.
        feasible: attempts of each feasible kind, for each skill.
        infeasible: attempts of each infeasible kind, for each skill.
        scenes: pictures for the grounder.
        policy_for: gives the policy for a situation; the learned one if not given.
        progress: show a bar on standard error.
    """
    parts, specs = parts or _learned_parts(), situation_specs(seed, feasible, infeasible)
    rollouts = attempt_all(
        specs, folder, workers, executor_kind=executor_kind, policy_for=policy_for, progress=progress
    )
    values = np.array([float(parts.value_function.score(r.before, [r.command])[0]) for r in rollouts])
    verdicts = np.array([parts.detector.judge(r.before, r.after, r.command).success for r in rollouts])
    starts = [spec for spec in specs if spec.kind in ("clean", "clutter")]
    top = [_top_is_feasible(spec, parts.value_function) for spec in starts]
    return AffordanceReport(
        seed=seed,
        grounder=evaluate_grounder(parts.grounder, scenes),
        value_function=_value_report(rollouts, values, top),
        success_detector=_detector_report(rollouts, verdicts),
        situations=tuple(_by_situation(rollouts, values, verdicts)),
    )


def _value_report(rollouts: Sequence[Rollout], values: NDArray[np.float64], top: Sequence[bool]) -> ValueReport:
    truth = np.array([r.success for r in rollouts])
    real = np.array([r.feasible for r in rollouts])
    return ValueReport(
        auroc=auroc(truth, values),
        auroc_rollouts=auroc(truth[real], values[real]),
        calibration_error=expected_calibration_error(truth, values),
        calibration_error_rollouts=expected_calibration_error(truth[real], values[real]),
        top_1_feasible=float(np.mean(top)),
        scenes=len(top),
        rollouts=len(rollouts),
        failures=int(np.sum(real & ~truth)),
    )


def _detector_report(rollouts: Sequence[Rollout], verdicts: NDArray[np.bool_]) -> DetectorReport:
    """Without the attempts whose result held from the beginning: nothing changed, so there was nothing to judge."""
    judged = np.array([r.kind != "already_held" for r in rollouts])
    truth, put_in = np.array([r.achieved for r in rollouts]), np.array([r.skill == "put_in" for r in rollouts])
    every = confusion(truth[judged], verdicts[judged])
    inside = confusion(truth[judged & put_in], verdicts[judged & put_in])
    return DetectorReport(
        sensitivity=every.sensitivity,
        specificity=every.specificity,
        sensitivity_put_in=inside.sensitivity,
        specificity_put_in=inside.specificity,
        successes=int(np.sum(truth & judged)),
        failures=int(np.sum(~truth & judged)),
    )


def _by_situation(
    rollouts: Sequence[Rollout], values: NDArray[np.float64], verdicts: NDArray[np.bool_]
) -> Iterable[Situations]:
    for skill in SKILLS:
        for kind in kinds(skill):
            chosen = [i for i, r in enumerate(rollouts) if (r.skill, r.kind) == (skill, kind)]
            if not chosen:
                continue
            success = np.array([rollouts[i].success for i in chosen])
            achieved = np.array([rollouts[i].achieved for i in chosen])
            yield Situations(
                skill=skill,
                kind=kind,
                rollouts=len(chosen),
                successes=int(success.sum()),
                value=float(values[chosen].mean()),
                value_accuracy=float(np.mean((values[chosen] >= 0.5) == success)),
                detector_accuracy=float(np.mean(verdicts[chosen] == achieved)),
            )


def _top_is_feasible(spec: SituationSpec, value_function: ValueFunction) -> bool:
    """Whether the highest-valued of all calls that fit a scene is feasible there, without doubt."""
    situation = spec.build()
    try:
        calls, truth = fitting_calls(situation), situation.world.privileged.truth()
        values = value_function.score(situation.world.observe(), [call.text for call in calls])
        return is_feasible(truth, calls[int(np.argmax(values))]) is True
    finally:
        situation.world.close()


def fitting_calls(situation: Situation) -> list[SkillCall]:
    """Every type-correct call of a skill that moves something, on what is truly there."""
    things = situation.world.privileged.truth().objects
    scene = Scene(tuple(SceneObject(thing.id, thing.category) for thing in things))
    return [call for call in tabletop_library().calls(scene) if call.name in SKILLS]
