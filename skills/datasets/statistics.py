"""Statistics of a data set's numbers and pictures, as LeRobot keeps them for normalisation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

QUANTILES = {"q01": 0.01, "q10": 0.10, "q50": 0.50, "q90": 0.90, "q99": 0.99}
NAMES = ("min", "max", "mean", "std", "count", *QUANTILES)
LARGEST = 150
"""Of larger pictures every second, third, ... row and column is looked at, so that about so many are left."""

Statistics = Mapping[str, NDArray]
"""By name: ``min``, ``max``, ``mean``, ``std``, ``q01``, ..., each of the shape of one frame, and ``count`` of (1,)."""


def of_vectors(rows: NDArray) -> dict[str, NDArray]:
    """Of vectors, one a frame: shape (T, n)."""
    rows = np.asarray(rows, np.float64)
    quantiles = np.quantile(rows, list(QUANTILES.values()), axis=0)
    plain = {"min": rows.min(0), "max": rows.max(0), "mean": rows.mean(0), "std": rows.std(0)}
    return {**plain, "count": np.array([len(rows)]), **dict(zip(QUANTILES, quantiles, strict=True))}


class PictureStatistics:
    """Of pictures, by colour channel, on the scale 0 to 1; exact, from counts of the 256 levels."""

    def __init__(self) -> None:
        self.frames = 0
        self._levels = np.zeros((3, 256), np.int64)

    def add(self, rgb: NDArray[np.uint8]) -> None:
        """Another picture, shape (H, W, 3)."""
        step = max(1, -(-max(rgb.shape[:2]) // LARGEST))
        for channel in range(3):
            self._levels[channel] += np.bincount(rgb[::step, ::step, channel].ravel(), minlength=256)
        self.frames += 1

    def result(self) -> dict[str, NDArray]:
        """Each of shape (3, 1, 1), and ``count``: pictures."""
        values, total = np.arange(256) / 255, self._levels.sum(1, keepdims=True)
        mean = self._levels @ values / total[:, 0]
        spread = self._levels @ values**2 / total[:, 0] - mean**2
        below = self._levels.cumsum(1) / total
        seen = self._levels > 0
        found = {
            "min": seen.argmax(1) / 255,
            "max": (255 - seen[:, ::-1].argmax(1)) / 255,
            "mean": mean,
            "std": np.sqrt(np.maximum(spread, 0)),
        }
        found |= {name: (below >= share).argmax(1) / 255 for name, share in QUANTILES.items()}
        shaped = {name: value.reshape(3, 1, 1) for name, value in found.items()}
        return {**shaped, "count": np.array([self.frames])}


@dataclass(frozen=True)
class _Sum:
    """What is known of all episodes of a feature together."""

    count: float
    low: NDArray
    high: NDArray
    mean: NDArray
    squares: NDArray
    """Sum of squared distances from the mean."""
    quantiles: Mapping[str, NDArray]


def together(parts: Sequence[Statistics]) -> dict[str, NDArray]:
    """Of several episodes: exact but for the quantiles, which are means weighted by length, as LeRobot has them.

    Chan, Golub and LeVeque, *Updating formulae and a pairwise algorithm for computing sample variances*, 1979.
    """
    total = _sum(parts[0])
    for part in parts[1:]:
        total = _add(total, _sum(part))
    found = {"min": total.low, "max": total.high, "mean": total.mean, "std": np.sqrt(total.squares / total.count)}
    return {**found, "count": np.array([int(total.count)]), **total.quantiles}


def _sum(part: Statistics) -> _Sum:
    count = float(np.asarray(part["count"]).ravel()[0])
    squares = np.asarray(part["std"]) ** 2 * count
    quantiles = {name: np.asarray(part[name]) for name in QUANTILES if name in part}
    low, high, mean = (np.asarray(part[name], np.float64) for name in ("min", "max", "mean"))
    return _Sum(count, low, high, mean, squares, quantiles)


def _add(a: _Sum, b: _Sum) -> _Sum:
    count, apart = a.count + b.count, b.mean - a.mean
    mean = a.mean + apart * (b.count / count)
    squares = a.squares + b.squares + apart**2 * (a.count * b.count / count)
    both = a.quantiles.keys() & b.quantiles.keys()
    names = [name for name in QUANTILES if name in both]
    quantiles = {name: (a.count * a.quantiles[name] + b.count * b.quantiles[name]) / count for name in names}
    return _Sum(count, np.minimum(a.low, b.low), np.maximum(a.high, b.high), mean, squares, quantiles)
