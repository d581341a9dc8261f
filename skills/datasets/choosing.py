"""Which episodes of a data set are meant, by what is known of them."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from skills.datasets.episodes import EpisodeInfo
from skills.datasets.format import DatasetError
from skills.datasets.reader import Dataset


@dataclass(frozen=True)
class Choice:
    """Episodes for which all that is given holds; all of them if nothing is."""

    episodes: Collection[int] | None = None
    """By index."""
    task: str | None = None
    """Words that the task contains."""
    skill: str | None = None
    success: bool | None = None
    failure: str | None = None
    source: str | None = None

    def of(self, dataset: Dataset) -> tuple[int, ...]:
        """Indices of those episodes, in order.

        Raises:
            DatasetError: an index that there is not, or a word that no episode has; the message names those there are.
        """
        for index in self.episodes or ():
            dataset.episode(index)
        for name, wanted in (("skill", self.skill), ("failure", self.failure), ("source", self.source)):
            known = {str(getattr(episode.label, name)) for episode in dataset.episodes}
            if wanted is not None and wanted not in known:
                there = ", ".join(sorted(known - {""})) or "none"
                raise DatasetError(f"no episode has the {name} {wanted!r}; there are: {there}")
        return tuple(episode.index for episode in dataset.episodes if self._fits(episode))

    def _fits(self, episode: EpisodeInfo) -> bool:
        label = episode.label
        return (
            (self.episodes is None or episode.index in self.episodes)
            and (self.task is None or self.task.lower() in label.task.lower())
            and (self.success is None or label.success == self.success)
            and all(
                wanted is None or wanted == found
                for wanted, found in (
                    (self.skill, label.skill),
                    (self.failure, label.failure),
                    (self.source, label.source),
                )
            )
        )


def share(indices: Collection[int], part: float, rng: np.random.Generator) -> tuple[int, ...]:
    """A random part of some episodes, in order.

    Args:
        indices: of the episodes.
        part: which share of them, between 0 and 1.
        rng: the only source of randomness.

    Raises:
        DatasetError: the share is not between 0 and 1.
    """
    if not 0 < part < 1:
        raise DatasetError(f"a share lies between 0 and 1, not {part:g}")
    ordered = sorted(indices)
    drawn = rng.permutation(len(ordered))[: round(part * len(ordered))]
    return tuple(ordered[i] for i in sorted(drawn))


def numbers(text: str) -> tuple[int, ...]:
    """``"0-3,7"`` as 0, 1, 2, 3, 7.

    Raises:
        DatasetError: it is no such list.
    """
    found: list[int] = []
    for part in text.split(","):
        first, dash, last = part.strip().partition("-")
        if not first.isdecimal() or (dash and not last.isdecimal()):
            raise DatasetError(f"episodes {text!r} are no list such as 0-3,7")
        found += range(int(first), int(last or first) + 1)
    return tuple(dict.fromkeys(found))
