"""How well the learned parts see: the grounder, the value function and the success detector, by situation.

The value function and the detector are judged on the same rollouts of the policy. These are kept as files, so that
a second evaluation, say of newly trained weights of theirs, needs no simulation.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pydantic import BaseModel, ConfigDict

from affordances.ports import SuccessDetector, ValueFunction
from evaluation.attempts import Attempt
from evaluation.executor import ExecutorKind
from evaluation.grounding import GrounderReport, evaluate_grounder
from evaluation.judging import Judged, SkillFigures, calibration, figures, judged, kinds_in
from evaluation.learned import learned_detector, learned_grounder, learned_policy, learned_value_function
from evaluation.metrics import auroc, confusion
from evaluation.outcomes import Command, commands_of, names_in
from evaluation.rollouts import PolicyFactory, Trial
from evaluation.sights import SightReport, evaluate_sights
from evaluation.situations import SKILLS, is_feasible
from evaluation.trials import Case, attempts, taught
from evaluation.variants import scene_for, situations
from grounding import Grounder, Scene, SceneObject
from simulation.lessons import curriculum
from skills import SkillCall
from skills.builtin import tabletop_library

PATIENCE = 0.75
"""Share of a skill's time that an attempt gets here: 15 s of world time for most."""
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
    grounder: GrounderReport | SightReport
    value_function: ValueReport
    success_detector: DetectorReport
    situations: tuple[Situations, ...]
    skills: tuple[SkillFigures, ...] = ()
    """The same by skill."""
    scene: str = "tabletop"


@dataclass(frozen=True)
class Parts:
    """What is evaluated."""

    grounder: Grounder
    value_function: ValueFunction
    detector: SuccessDetector


def _learned_parts() -> Parts:
    return Parts(learned_grounder(), learned_value_function(), learned_detector())


def evaluate_affordances(
    seed: int,
    folder: Path,
    workers: int = 1,
    *,
    scene: str = "tabletop",
    files: Sequence[Path] = (),
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
        folder: where rollouts of this very policy are kept; those that are there are read.
        workers: processes for the rollouts.
        scene: ``tabletop`` or ``tabletop10``.
        files: Python files of a person's own teachings.
        executor_kind: what they run on; see ``evaluation.executor``.
        parts: what is evaluated; the learned parts if not given.
        feasible: attempts of each feasible kind, for each skill.
        infeasible: attempts of each infeasible kind, for each skill.
        scenes: pictures for the grounder.
        policy_for: gives the policy for a trial; the learned one if not given.
        progress: show a bar on standard error.

    Raises:
        ValueError: an unknown scene; the message names those that there are.
        WeightsError: weights are missing or damaged.
    """
    where = scene_for(None, scene, files)
    parts = parts or _learned_parts()
    cases = situations(where, seed, feasible, infeasible, files=files)
    made = attempts(
        cases,
        policy_for,
        workers,
        executor_kind=executor_kind,
        folder=folder,
        patience=PATIENCE,
        label="rollouts",
        progress=progress,
    )
    about = judged(made, parts.value_function, parts.detector)
    starts = [case for case in cases if case.spec.kind in ("clean", "clutter")]
    grounder = evaluate_grounder if where == "tabletop" else evaluate_sights
    return AffordanceReport(
        seed=seed,
        grounder=grounder(parts.grounder, scenes),
        value_function=_value_report(about, [_top_is_feasible(case, parts.value_function) for case in starts]),
        success_detector=_detector_report(about),
        situations=tuple(_by_situation(about)),
        skills=figures(about),
        scene=where,
    )


def _value_report(about: Judged, top: Sequence[bool]) -> ValueReport:
    real = about.of(about.feasible)
    return ValueReport(
        auroc=auroc(about.success, about.values),
        auroc_rollouts=auroc(real.success, real.values),
        calibration_error=calibration(about),
        calibration_error_rollouts=calibration(real),
        top_1_feasible=float(np.mean(top)),
        scenes=len(top),
        rollouts=len(about.rollouts),
        failures=int(np.sum(~real.success)),
    )


def _detector_report(about: Judged) -> DetectorReport:
    """Without the attempts whose result held from the beginning: nothing changed, so there was nothing to judge."""
    new = about.of(about.new)
    put_in = new.of_skill("put_in")
    every, inside = confusion(new.achieved, new.verdicts), confusion(put_in.achieved, put_in.verdicts)
    return DetectorReport(
        sensitivity=every.sensitivity,
        specificity=every.specificity,
        sensitivity_put_in=inside.sensitivity,
        specificity_put_in=inside.specificity,
        successes=int(np.sum(new.achieved)),
        failures=int(np.sum(~new.achieved)),
    )


def _by_situation(about: Judged) -> Iterable[Situations]:
    for skill, kind in kinds_in(about.rollouts):
        some = about.of(np.array([(r.skill, r.kind) == (skill, kind) for r in about.rollouts], np.bool_))
        yield Situations(
            skill=skill,
            kind=kind,
            rollouts=len(some.rollouts),
            successes=int(some.success.sum()),
            value=float(some.values.mean()),
            value_accuracy=float(np.mean((some.values >= 0.5) == some.success)),
            detector_accuracy=float(np.mean(some.verdicts == some.achieved)),
        )


def _top_is_feasible(case: Case, value_function: ValueFunction) -> bool:
    """Whether the highest-valued of all calls that fit a scene is feasible there, without doubt."""
    trial = case.build()
    try:
        calls, truth = fitting_calls(trial, case.files), trial.world.privileged.truth()
        values = value_function.score(trial.world.observe(), [call.text for call in calls])
        best = calls[int(np.argmax(values))]
        if isinstance(trial, Attempt):
            return Command(taught(case.files)[best.name], best.arguments).possible(truth)
        return is_feasible(truth, best) is True
    finally:
        trial.world.close()


def fitting_calls(trial: Trial, files: tuple[Path, ...] = ()) -> list[SkillCall]:
    """Every type-correct call of a skill that does something, on what is truly there."""
    truth = trial.world.privileged.truth()
    if isinstance(trial, Attempt):
        teachings, there = taught(files), names_in(truth)
        fits = curriculum(teachings).fits
        commands = [command for teaching in teachings.values() for command in commands_of(teaching, there, fits)]
        return [command.teaching.skill.call(**command.arguments) for command in commands]
    scene = Scene(tuple(SceneObject(thing.id, thing.category) for thing in truth.objects))
    return [call for call in tabletop_library().calls(scene) if call.name in SKILLS]
