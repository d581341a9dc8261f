"""How often a policy succeeds at one skill, in scenes from seeds that it was never trained on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal, get_args

import numpy as np
from pydantic import BaseModel, ConfigDict

from evaluation.disturbances import DisplaceOnApproach
from evaluation.executor import ExecutorKind, executor, with_progress
from evaluation.learned import learned_policy
from evaluation.metrics import wilson_interval
from evaluation.rollouts import PolicyFactory, Rollout, rollout
from evaluation.situations import SKILLS, SituationSpec

Variant = Literal["standard", "wordings", "held_out", "displaced"]
"""``standard``: canonical command; ``wordings``: sentences never trained on; ``held_out``: combinations of colour and
category never trained on; ``displaced``: the target is moved by 5 cm when the hand comes near it."""


class Failure(BaseModel):
    """An episode that did not succeed; ``SituationSpec(seed, skill)`` builds it again."""

    model_config = ConfigDict(frozen=True)

    seed: int
    command: str
    status: str
    wrong_object: bool


class SkillReport(BaseModel):
    """The result of an evaluation."""

    model_config = ConfigDict(frozen=True)

    skill: str
    robot: str
    variant: Variant
    episodes: int
    successes: int
    rate: float
    interval: tuple[float, float]
    """Wilson score interval of the rate, 95 %."""
    wrong_object: float
    """Share of episodes in which another object was lifted, or the object ended in or on another thing."""
    seconds: float
    """Mean world time of an attempt, [s]."""
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True)
class _Episode:
    """One attempt to make, picklable."""

    spec: SituationSpec
    variant: Variant
    wording: str | None


def evaluate_skill(
    skill: str,
    robot: str = "panda",
    episodes: int = 100,
    seed: int = 900_000,
    variant: Variant = "standard",
    workers: int = 1,
    *,
    executor_kind: ExecutorKind | None = None,
    policy_for: PolicyFactory = learned_policy,
    wordings: Sequence[str] | None = None,
    progress: bool = False,
) -> SkillReport:
    """Let a policy attempt a skill in ``episodes`` scenes with seeds from ``seed`` on.

    Args:
        skill: ``pick_up``, ``put_in`` or ``put_on``; for the puts, the object is in the hand at the beginning.
        robot: which robot.
        episodes: how many attempts, at least one.
        seed: of the first attempt.
        variant: see ``Variant``.
        workers: processes.
        executor_kind: what they run on; see ``evaluation.executor``.
        policy_for: gives the policy for a situation; the learned one if not given.
        wordings: templates for ``wordings``; those held out from training if not given.
        progress: show a bar on standard error.

    Raises:
        ValueError: an unknown skill, robot or variant, or no episode.
        WeightsError: the learned policy's weights are missing or damaged.
    """
    _check_request(skill, variant, episodes)
    templates = _templates(skill, wordings) if variant == "wordings" else (None,)
    combinations: Literal["held_out", "seen"] = "held_out" if variant == "held_out" else "seen"
    work = [
        _Episode(SituationSpec(seed + i, skill, "clean", combinations, robot), variant, templates[i % len(templates)])
        for i in range(episodes)
    ]
    results = executor(workers, executor_kind).map(partial(_attempt, policy_for=policy_for), work)
    rollouts = list(with_progress(results, episodes, f"{skill} ({variant})") if progress else results)
    return _report(work, rollouts)


def _check_request(skill: str, variant: str, episodes: int) -> None:
    if skill not in SKILLS:
        raise ValueError(f"unknown skill {skill!r}; choose from: {', '.join(SKILLS)}")
    if variant not in get_args(Variant):
        raise ValueError(f"unknown variant {variant!r}; choose from: {', '.join(get_args(Variant))}")
    if episodes < 1:
        raise ValueError(f"{episodes} episodes; give at least 1")


def _templates(skill: str, wordings: Sequence[str] | None) -> Sequence[str | None]:
    if wordings is not None:
        return wordings
    from skills.language import HELD_OUT_WORDINGS

    return HELD_OUT_WORDINGS[skill]


def _attempt(episode: _Episode, policy_for: PolicyFactory) -> Rollout:
    """Make one attempt, in whichever process."""
    situation = episode.spec.build()
    try:
        rng = np.random.default_rng([episode.spec.seed, 1])
        disturbance = DisplaceOnApproach(situation.target, rng) if episode.variant == "displaced" else None
        policy = policy_for(situation)
        return rollout(policy, situation, disturbance=disturbance, wording=episode.wording)
    finally:
        situation.world.close()


def _report(work: Sequence[_Episode], rollouts: Sequence[Rollout]) -> SkillReport:
    n, successes = len(rollouts), sum(r.success for r in rollouts)
    spec = work[0].spec
    return SkillReport(
        skill=spec.skill,
        robot=spec.robot,
        variant=work[0].variant,
        episodes=n,
        successes=successes,
        rate=successes / n,
        interval=wilson_interval(successes, n),
        wrong_object=sum(r.wrong_object for r in rollouts) / n,
        seconds=float(np.mean([r.seconds for r in rollouts])),
        failures=tuple(
            Failure(seed=e.spec.seed, command=r.command, status=r.outcome.status, wrong_object=r.wrong_object)
            for e, r in zip(work, rollouts, strict=True)
            if not r.success
        ),
    )
