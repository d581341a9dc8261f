import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.metrics import auroc, confusion, difference_interval, expected_calibration_error, wilson_interval


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [(95, 100, 0.88825, 0.97846), (0, 20, 0.0, 0.16113), (20, 20, 0.83887, 1.0), (5, 10, 0.23659, 0.76341)],
)
def test_wilson_interval_agrees_with_published_tables(successes: int, n: int, low: float, high: float) -> None:
    assert wilson_interval(successes, n) == pytest.approx((low, high), abs=1e-4)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_interval_holds_the_rate_and_mirrors(counts: tuple[int, int]) -> None:
    successes, n = counts
    low, high = wilson_interval(successes, n)
    assert 0.0 <= low <= successes / n <= high <= 1.0
    assert wilson_interval(n - successes, n) == pytest.approx((1 - high, 1 - low))


def test_wilson_interval_without_trials_knows_nothing() -> None:
    assert wilson_interval(0, 0) == (0.0, 1.0)


def test_wilson_interval_refuses_impossible_counts() -> None:
    with pytest.raises(ValueError, match="11 successes in 10 trials"):
        wilson_interval(11, 10)


def test_auroc_of_a_hand_counted_case() -> None:
    # pairs (true, false): 0.8>0.5, 0.8>0.1, 0.5=0.5 (half), 0.5>0.1 -> 3.5 of 4
    assert auroc([1, 1, 0, 0], [0.8, 0.5, 0.5, 0.1]) == pytest.approx(3.5 / 4)


def test_auroc_needs_both_outcomes() -> None:
    assert math.isnan(auroc([1, 1], [0.2, 0.3]))


_CASES = st.lists(st.tuples(st.booleans(), st.integers(0, 6)), min_size=1, max_size=40)


@given(_CASES)
def test_auroc_is_the_share_of_ordered_pairs(cases: list[tuple[bool, int]]) -> None:
    positives = [score for true, score in cases if true]
    negatives = [score for true, score in cases if not true]
    value = auroc([true for true, _ in cases], [score for _, score in cases])
    if not positives or not negatives:
        assert math.isnan(value)
        return
    wins = sum((p > n) + 0.5 * (p == n) for p in positives for n in negatives)
    assert value == pytest.approx(wins / (len(positives) * len(negatives)))


def test_calibration_error_of_a_hand_counted_case() -> None:
    # two bins of two: |0.15 - 0.5| and |0.85 - 1.0|, equal weight
    assert expected_calibration_error([0, 1, 1, 1], [0.1, 0.2, 0.8, 0.9], bins=2) == pytest.approx(0.25)


@given(_CASES, st.randoms(use_true_random=False))
def test_calibration_error_is_a_share_and_ignores_the_order(cases: list[tuple[bool, int]], random: object) -> None:
    shuffled = list(cases)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    errors = [
        expected_calibration_error([true for true, _ in order], [score / 6 for _, score in order])
        for order in (cases, shuffled)
    ]
    assert 0.0 <= errors[0] <= 1.0
    assert errors[0] == pytest.approx(errors[1])


def test_calibration_error_of_a_calibrated_predictor_is_small() -> None:
    rng = np.random.default_rng(0)
    probabilities = rng.uniform(size=20_000)
    assert expected_calibration_error(rng.uniform(size=20_000) < probabilities, probabilities) < 0.02
    assert expected_calibration_error(rng.uniform(size=20_000) < 0.5, probabilities) > 0.2


def test_confusion_counts_and_shares() -> None:
    counts = confusion([1, 1, 1, 0, 0], [1, 1, 0, 1, 0])
    assert (counts.sensitivity, counts.specificity) == pytest.approx((2 / 3, 1 / 2))
    assert (counts.precision, counts.recall) == pytest.approx((2 / 3, 2 / 3))


def test_shares_of_nothing_are_not_a_number() -> None:
    assert math.isnan(confusion([0, 0], [0, 0]).sensitivity)


def test_shapes_must_agree() -> None:
    with pytest.raises(ValueError, match=r"\(2,\) and \(3,\)"):
        confusion([1, 0], [1, 0, 1])


def test_the_interval_of_a_gain_is_newcombes() -> None:
    """The example of the paper."""
    assert difference_interval((48, 80), (56, 70)) == pytest.approx((0.0524, 0.3339), abs=1e-4)
    assert difference_interval((56, 70), (48, 80)) == pytest.approx((-0.3339, -0.0524), abs=1e-4)
    with pytest.raises(ValueError, match="at least one trial"):
        difference_interval((0, 0), (1, 2))
