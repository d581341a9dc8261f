"""How often a policy succeeds at one skill or at all of a scene, from seeds that it was never trained on."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict

from evaluation.executor import ExecutorKind
from evaluation.judging import SkillFigures, figures, judged
from evaluation.learned import learned_detector, learned_policy, learned_value_function
from evaluation.metrics import wilson_interval
from evaluation.rollouts import PolicyFactory, Rollout
from evaluation.trials import Case, attempts
from evaluation.variants import cases, in_situation, kinds_of, scene_for, skills_of, variants_of


class Failure(BaseModel):
    """An episode that did not succeed; ``evaluation.variants.cases`` builds it again from its seed."""

    model_config = ConfigDict(frozen=True)

    seed: int
    command: str
    status: str
    wrong_object: bool
    meddled: tuple[str, ...] = ()
    """What was moved or switched although the command does not name it."""


class SkillReport(BaseModel):
    """The result of an evaluation."""

    model_config = ConfigDict(frozen=True)

    skill: str
    robot: str
    variant: str
    """See ``evaluation.variants``."""
    episodes: int
    successes: int
    rate: float
    interval: tuple[float, float]
    """Wilson score interval of the rate, 95 %."""
    wrong_object: float
    """Share of episodes in which something was moved that the command does not name; see ``Rollout.wrong_object``."""
    seconds: float
    """Mean world time of an attempt, [s]."""
    failures: tuple[Failure, ...] = ()
    scene: str = "tabletop"
    swept: float | None = None
    """Mean share of the crumbs that ended in the tray, of a skill that sweeps."""


class LibraryReport(BaseModel):
    """The results of all skills of a scene."""

    model_config = ConfigDict(frozen=True)

    scene: str
    skills: tuple[SkillReport, ...]
    """One for each skill and variant."""
    affordances: tuple[SkillFigures, ...]
    """By skill, of the value function and the success detector."""


def evaluate_skill(
    skill: str,
    robot: str = "panda",
    episodes: int = 100,
    seed: int = 900_000,
    variant: str = "standard",
    workers: int = 1,
    *,
    scene: str | None = None,
    files: Sequence[Path] = (),
    folder: Path | None = None,
    executor_kind: ExecutorKind | None = None,
    policy_for: PolicyFactory = learned_policy,
    wordings: Sequence[str] | None = None,
    progress: bool = False,
) -> SkillReport:
    """Let a policy attempt a skill in ``episodes`` scenes with seeds from ``seed`` on.

    Args:
        skill: one that is taught; for the puts and for sweeping, the object is in the hand at the beginning.
        robot: which robot.
        episodes: how many attempts, at least one.
        seed: of the first attempt.
        variant: see ``evaluation.variants``.
        workers: processes.
        scene: ``tabletop`` or ``tabletop10``; the plainest that has the skill if not given.
        files: Python files of a person's own teachings.
        folder: where the attempts are kept, of this very policy; those that are there are read.
        executor_kind: what they run on; see ``evaluation.executor``.
        policy_for: gives the policy for a trial; the learned one if not given.
        wordings: templates for ``wordings``; those held out from training if not given.
        progress: show a bar on standard error.

    Raises:
        ValueError: an unknown skill, robot, scene or variant, or no episode.
        WeightsError: the learned policy's weights are missing or damaged.
    """
    where = scene_for(skill, scene, files)
    work = cases(skill, variant, episodes, seed, where, robot, wordings=wordings, files=files)
    made = attempts(
        work,
        policy_for,
        workers,
        executor_kind=executor_kind,
        folder=folder,
        label=f"{skill} ({variant})",
        progress=progress,
    )
    return _report(work, list(made), where)


def evaluate_library(
    folder: Path,
    scene: str | None = None,
    robot: str = "panda",
    episodes: int = 100,
    seed: int = 900_000,
    variants: Sequence[str] = (),
    workers: int = 1,
    *,
    files: Sequence[Path] = (),
    infeasible: int = 12,
    executor_kind: ExecutorKind | None = None,
    policy_for: PolicyFactory = learned_policy,
    progress: bool = False,
) -> LibraryReport:
    """Evaluate every skill of a scene in every variant, and what its value function and detector make of that.

    Args:
        folder: where the attempts are kept, of this very policy; an evaluation that was killed goes on there.
        scene: ``tabletop`` or ``tabletop10``, which is the default.
        robot: which robot.
        episodes: attempts of each skill in each variant.
        seed: of the first attempt of each.
        variants: only these; skills that have none of them are left out.
        workers: processes.
        files: Python files of a person's own teachings.
        infeasible: attempts in each infeasible kind of situation, for the value function and the detector.
        executor_kind: what they run on; see ``evaluation.executor``.
        policy_for: gives the policy for a trial; the learned one if not given.
        progress: show bars on standard error.

    Raises:
        ValueError: an unknown robot, scene or variant, or no episode.
        WeightsError: the learned policy's weights are missing or damaged.
    """
    where = scene_for(None, scene, files)
    plan = _plan(where, variants, files)
    how: dict[str, Any] = {"executor_kind": executor_kind, "folder": folder, "progress": progress}
    given: dict[str, Any] = {"scene": where, "files": files, "policy_for": policy_for, **how}
    reports = [evaluate_skill(skill, robot, episodes, seed, variant, workers, **given) for skill, variant in plan]
    judged_in = [_situations(s, where, robot, episodes, seed, infeasible, files) for s in skills_of(where, files)]
    made = attempts([case for each in judged_in for case in each], policy_for, workers, label="situations", **how)
    told = figures(judged(made, learned_value_function(), learned_detector()))
    return LibraryReport(scene=where, skills=tuple(reports), affordances=told)


def _plan(scene: str, variants: Sequence[str], files: Sequence[Path]) -> list[tuple[str, str]]:
    """Skill and variant of each evaluation.

    Raises:
        ValueError: a variant that no skill has.
    """
    having = {skill: variants_of(skill, scene, files) for skill in skills_of(scene, files)}
    known = list(dict.fromkeys(variant for found in having.values() for variant in found))
    for variant in variants:
        if variant not in known:
            raise ValueError(f"unknown variant {variant!r}; choose from: {', '.join(known)}")
    return [(skill, v) for skill, found in having.items() for v in found if v in (variants or known)]


def _situations(
    skill: str, scene: str, robot: str, episodes: int, seed: int, infeasible: int, files: Sequence[Path]
) -> list[Case]:
    """The standard attempts, which have been made, and some that cannot succeed."""
    usual = cases(skill, "standard", episodes, seed, scene, robot, files=files)
    _, bad = kinds_of(skill, scene, files)
    return usual + [in_situation(skill, kind, seed + i, scene, robot, files) for kind in bad for i in range(infeasible)]


def _report(work: Sequence[Case], rollouts: Sequence[Rollout], scene: str) -> SkillReport:
    n, successes = len(rollouts), sum(r.success for r in rollouts)
    swept = [r.swept for r in rollouts if r.swept is not None]
    return SkillReport(
        skill=work[0].spec.skill,
        robot=work[0].spec.robot,
        variant=work[0].variant,
        episodes=n,
        successes=successes,
        rate=successes / n,
        interval=wilson_interval(successes, n),
        wrong_object=sum(r.wrong_object for r in rollouts) / n,
        seconds=float(np.mean([r.seconds for r in rollouts])),
        failures=tuple(_failures(work, rollouts)),
        scene=scene,
        swept=float(np.mean(swept)) if swept else None,
    )


def _failures(work: Sequence[Case], rollouts: Sequence[Rollout]) -> Iterable[Failure]:
    for case, r in zip(work, rollouts, strict=True):
        if not r.success:
            yield Failure(
                seed=case.spec.seed,
                command=r.command,
                status=r.outcome.status,
                wrong_object=r.wrong_object,
                meddled=r.meddled,
            )
