"""Figures of merit for yes-or-no outcomes and for probabilities of them; pure numpy.

Does not cover regression errors or learning curves.
"""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

_A = TypeVar("_A", bound=np.generic)
_B = TypeVar("_B", bound=np.generic)


@dataclass(frozen=True)
class Confusion:
    """Counts of a yes-or-no judgement against the truth."""

    true_positives: int
    false_positives: int
    true_negatives: int
    false_negatives: int

    @property
    def sensitivity(self) -> float:
        """Share of true cases that were judged true (recall); NaN without true cases."""
        return _share(self.true_positives, self.true_positives + self.false_negatives)

    @property
    def specificity(self) -> float:
        """Share of false cases that were judged false; NaN without false cases."""
        return _share(self.true_negatives, self.true_negatives + self.false_positives)

    @property
    def precision(self) -> float:
        """Share of cases judged true that are true; NaN when none was judged true."""
        return _share(self.true_positives, self.true_positives + self.false_positives)

    @property
    def recall(self) -> float:
        """The same as ``sensitivity``, by its name in retrieval."""
        return self.sensitivity


def confusion(truth: ArrayLike, judged: ArrayLike) -> Confusion:
    """Count a judgement, of shape (n,), against the truth, of shape (n,); both are read as booleans.

    Raises:
        ValueError: the shapes differ.
    """
    true, positive = _paired(np.asarray(truth, dtype=bool), np.asarray(judged, dtype=bool))
    return Confusion(
        true_positives=int(np.sum(true & positive)),
        false_positives=int(np.sum(~true & positive)),
        true_negatives=int(np.sum(~true & ~positive)),
        false_negatives=int(np.sum(true & ~positive)),
    )


def wilson_interval(successes: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """Score interval of a rate of ``successes`` in ``n`` trials, at ``z`` standard errors (1.96: 95 %).

    Without trials nothing is known: (0, 1). E. B. Wilson, J. Am. Stat. Assoc. 22 (1927), 209-212.

    Raises:
        ValueError: ``successes`` is not between 0 and ``n``.
    """
    if not 0 <= successes <= n:
        raise ValueError(f"{successes} successes in {n} trials; successes must lie between 0 and {n}")
    if n == 0:
        return 0.0, 1.0
    rate, shrink = successes / n, 1.0 + z * z / n
    centre = (rate + z * z / (2 * n)) / shrink
    half = z / shrink * float(np.sqrt(rate * (1 - rate) / n + z * z / (4 * n * n)))
    low = 0.0 if successes == 0 else max(0.0, centre - half)
    high = 1.0 if successes == n else min(1.0, centre + half)
    return low, high


def difference_interval(before: tuple[int, int], after: tuple[int, int], z: float = 1.96) -> tuple[float, float]:
    """Interval of how much a rate has grown, at ``z`` standard errors (1.96: 95 %).

    Newcombe's hybrid score interval for samples that are independent (Stat. Med. 17 (1998), 873-890, method 10); it is
    wider than need be where both had the same seeds.

    Args:
        before: successes, and trials, at least one.
        after: the same, later.

    Raises:
        ValueError: successes are not between 0 and the trials, or there is no trial.
    """
    if not before[1] or not after[1]:
        raise ValueError("a difference of rates needs at least one trial on both sides")
    (low, high), (lower, upper) = wilson_interval(*before, z), wilson_interval(*after, z)
    old, new = before[0] / before[1], after[0] / after[1]
    return new - old - float(np.hypot(new - lower, high - old)), new - old + float(np.hypot(upper - new, old - low))


def auroc(truth: ArrayLike, scores: ArrayLike) -> float:
    """Probability that a true case, drawn at random, scores above a false one; ties count half.

    The Mann-Whitney statistic over ranks (Hanley and McNeil, Radiology 143 (1982), 29-36).
    NaN when all cases are true or all are false.

    Args:
        truth: shape (n,), read as booleans.
        scores: shape (n,), any finite scale.

    Raises:
        ValueError: the shapes differ.
    """
    true, values = _paired(np.asarray(truth, dtype=bool), np.asarray(scores, dtype=np.float64))
    positives, negatives = int(true.sum()), int((~true).sum())
    if positives == 0 or negatives == 0:
        return float("nan")
    rank_sum = float(_average_ranks(values)[true].sum())
    return (rank_sum - positives * (positives + 1) / 2) / (positives * negatives)


def expected_calibration_error(truth: ArrayLike, probabilities: ArrayLike, bins: int = 15) -> float:
    """Mean gap between predicted probability and observed rate over *equal-mass* bins, weighted by their size.

    Cases are sorted by probability and cut into ``bins`` groups of (almost) the same size: bins of fixed
    width would leave most of them empty for a confident predictor (Nixon et al. 2019, arXiv:1904.01685;
    the measure itself: Naeini et al., AAAI 2015). Equal probabilities are never told apart: within a run of
    ties the observed outcome is the mean of the run, so that the order of the cases does not matter.

    Args:
        truth: shape (n,), read as booleans.
        probabilities: shape (n,), in [0, 1].
        bins: how many groups; fewer when there are fewer cases.

    Raises:
        ValueError: the shapes differ, or there is no case.
    """
    true, predicted = _paired(np.asarray(truth, dtype=np.float64), np.asarray(probabilities, dtype=np.float64))
    if len(true) == 0:
        raise ValueError("calibration needs at least one case; there is none")
    order = np.argsort(predicted, kind="stable")
    outcome = _mean_within_ties(predicted, true)
    groups = np.array_split(order, min(bins, len(order)))
    gaps = [abs(float(predicted[group].mean() - outcome[group].mean())) * len(group) for group in groups]
    return sum(gaps) / len(order)


def _average_ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Ranks from 1, of shape (n,); equal values share the mean of their ranks."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    ranks: NDArray[np.float64] = (last - (counts - 1) / 2.0)[inverse]
    return ranks


def _mean_within_ties(values: NDArray[np.float64], outcomes: NDArray[np.float64]) -> NDArray[np.float64]:
    """Each outcome replaced by the mean over the cases of the same value; shape (n,)."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    means: NDArray[np.float64] = (np.bincount(inverse, weights=outcomes) / counts)[inverse]
    return means


def _paired(first: NDArray[_A], second: NDArray[_B]) -> tuple[NDArray[_A], NDArray[_B]]:
    if first.ndim != 1 or first.shape != second.shape:
        raise ValueError(f"one value a case is needed on both sides; got shapes {first.shape} and {second.shape}")
    return first, second


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
