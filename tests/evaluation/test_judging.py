import numpy as np
import pytest

from affordances.ports import Verdict
from evaluation.judging import calibration, figures, judged, kinds_in
from evaluation.rollouts import Rollout
from grounding import Observation, Proprioception
from skills import Outcome

HAND = Proprioception(np.eye(4), 0.08, np.zeros(7), np.zeros(7))
BEFORE, AFTER = Observation({}, HAND, 0.0), Observation({}, HAND, 1.0)


def attempt(skill: str, feasible: bool, achieved: bool, held: bool = False) -> Rollout:
    told = f"{skill} {feasible} {achieved}"
    outcome = Outcome("done", "", 1.0, 10)
    kind = "clean" if feasible else "hand_full"
    return Rollout(skill, {}, told, kind, feasible, achieved, False, outcome, BEFORE, AFTER, held=held)


class Seer:
    """Sure of what is feasible, and a little surer of what will work."""

    def score(self, observation: Observation, commands: list[str]) -> np.ndarray:
        assert observation is BEFORE
        return np.array([0.4 * ("True" in text.split()[1]) + 0.5 * ("True" in text.split()[2]) for text in commands])


class Believer:
    def judge(self, before: Observation, after: Observation, command: str) -> Verdict:
        assert (before, after) == (BEFORE, AFTER)
        return Verdict(True, 0.9)


def test_figures_are_told_by_skill() -> None:
    rollouts = [
        *(attempt("press", True, True) for _ in range(3)),
        attempt("press", True, False),
        attempt("press", False, False),
        attempt("press", False, True, held=True),
        attempt("sweep", True, True),
    ]
    press, sweep = figures(judged(rollouts, Seer(), Believer()))
    assert (press.skill, press.rollouts, press.failures) == ("press", 6, 1)
    assert (press.auroc, press.auroc_rollouts) == (1.0, 1.0)
    assert (press.sensitivity, press.specificity) == (1.0, 0.0)
    assert press.calibration_error_rollouts == pytest.approx((3 * 0.1 + 0.4) / 4)
    assert (sweep.skill, sweep.rollouts, sweep.sensitivity) == ("sweep", 1, 1.0)
    assert np.isnan(sweep.auroc) and np.isnan(sweep.specificity)


def test_what_held_from_the_beginning_is_not_judged() -> None:
    about = judged([attempt("press", False, True, held=True), attempt("press", True, True)], Seer(), Believer())
    assert about.new.tolist() == [False, True]
    assert about.success.tolist() == [False, True]


def test_without_attempts_nothing_is_known() -> None:
    nothing = judged([], Seer(), Believer())
    assert figures(nothing) == ()
    assert np.isnan(calibration(nothing))


def test_kinds_come_in_the_order_of_the_attempts() -> None:
    rollouts = [attempt("press", True, True), attempt("press", False, True), attempt("press", True, False)]
    assert kinds_in(rollouts) == (("press", "clean"), ("press", "hand_full"))
