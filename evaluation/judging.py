"""What was foretold of attempts and how they were judged, against the truth: for one skill or several together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from affordances.ports import SuccessDetector, ValueFunction
from evaluation.metrics import auroc, confusion, expected_calibration_error
from evaluation.rollouts import Rollout


class SkillFigures(BaseModel):
    """How well one skill's attempts were foretold and judged; NaN where there are not both kinds of outcomes."""

    model_config = ConfigDict(frozen=True)

    skill: str
    rollouts: int
    failures: int
    """Failed attempts in feasible situations."""
    auroc: float
    """Of the value, over all situations."""
    auroc_rollouts: float
    """Over real attempts in feasible situations alone."""
    calibration_error: float
    """Expected calibration error over all situations, 15 equal-mass bins."""
    calibration_error_rollouts: float
    """The same over attempts in feasible situations alone."""
    sensitivity: float
    """Of the detector, on attempts whose result did not hold from the beginning."""
    specificity: float


@dataclass(frozen=True)
class Judged:
    """Attempts with what was foretold and judged of each."""

    rollouts: tuple[Rollout, ...]
    values: NDArray[np.float64]
    """P(success) that was foretold, shape (n,)."""
    verdicts: NDArray[np.bool_]
    """Whether the detector took it for done, shape (n,)."""

    @property
    def success(self) -> NDArray[np.bool_]:
        """Which were feasible and achieved, shape (n,)."""
        return np.array([r.success for r in self.rollouts], np.bool_)

    @property
    def feasible(self) -> NDArray[np.bool_]:
        """Where nothing forbade success, shape (n,)."""
        return np.array([r.feasible for r in self.rollouts], np.bool_)

    @property
    def achieved(self) -> NDArray[np.bool_]:
        """Whose result holds in the end, shape (n,)."""
        return np.array([r.achieved for r in self.rollouts], np.bool_)

    @property
    def new(self) -> NDArray[np.bool_]:
        """Whose result did not hold from the beginning, shape (n,): in the others nothing was to be judged."""
        return np.array([not r.held_before for r in self.rollouts], np.bool_)

    def of(self, chosen: NDArray[np.bool_]) -> "Judged":
        """Some of them."""
        kept = tuple(r for r, keep in zip(self.rollouts, chosen, strict=True) if keep)
        return Judged(kept, self.values[chosen], self.verdicts[chosen])

    def of_skill(self, skill: str) -> "Judged":
        """Those of one skill."""
        return self.of(np.array([r.skill == skill for r in self.rollouts], np.bool_))


def judged(rollouts: Iterable[Rollout], value_function: ValueFunction, detector: SuccessDetector) -> Judged:
    """Ask both about each attempt, in the words that the policy was given."""
    kept, values, verdicts = [], [], []
    for r in rollouts:
        values.append(float(value_function.score(r.before, [r.command])[0]))
        verdicts.append(detector.judge(r.before, r.after, r.command).success)
        kept.append(r)
    return Judged(tuple(kept), np.array(values, np.float64), np.array(verdicts, np.bool_))


def figures(about: Judged) -> tuple[SkillFigures, ...]:
    """By skill, in the order of the attempts."""
    skills = dict.fromkeys(r.skill for r in about.rollouts)
    return tuple(_figures(skill, about.of_skill(skill)) for skill in skills)


def _figures(skill: str, about: Judged) -> SkillFigures:
    real, new = about.of(about.feasible), about.of(about.new)
    seen = confusion(new.achieved, new.verdicts)
    return SkillFigures(
        skill=skill,
        rollouts=len(about.rollouts),
        failures=int(np.sum(~real.success)),
        auroc=auroc(about.success, about.values),
        auroc_rollouts=auroc(real.success, real.values),
        calibration_error=calibration(about),
        calibration_error_rollouts=calibration(real),
        sensitivity=seen.sensitivity,
        specificity=seen.specificity,
    )


def calibration(about: Judged) -> float:
    """Expected calibration error of the values; NaN without attempts."""
    return expected_calibration_error(about.success, about.values) if len(about.rollouts) else float("nan")


def kinds_in(rollouts: Sequence[Rollout]) -> tuple[tuple[str, str], ...]:
    """Skill and kind of situation, each pair once, in the order of the attempts."""
    return tuple(dict.fromkeys((r.skill, r.kind) for r in rollouts))
