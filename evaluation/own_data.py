"""Training data for a skill of a person's own: its demonstrations, corrections of its policy, and its outcomes.

Data lie in shards of a few episodes beside the skill's weights. What is there is not collected again, so a collection
that was killed, or that more is wanted of, goes on.
"""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from evaluation.collecting import Shard, collect_corrections, collect_demonstrations
from evaluation.executor import ExecutorKind, executor, with_progress
from evaluation.guarded import Guarded
from evaluation.outcomes import collect_outcomes
from evaluation.own_parts import OwnParts

SHARD = 5
"""Episodes of a shard."""
FIRST_SEED, SEEDS = 100_000, 2000
"""Shards of added skills have seeds from the first on, 300 for each of so many names; those kept for evaluation lie
above all of them."""
LONGEST = 90.0
"""More than this for an episode, and the demonstrator is held to be in a loop, [s]."""

Collect = Callable[[Shard], int]


@dataclass(frozen=True)
class Collection:
    """Where the data of a skill lie, and how they are made."""

    name: str
    file: Path
    """The Python file that teaches it."""
    folder: Path
    """Of the data."""
    robot: str = "panda"
    workers: int = 1
    executor_kind: ExecutorKind | None = None
    progress: bool = False

    def demonstrations(self, episodes: int) -> list[Path]:
        """Episodes in which the demonstrator acts; folders of at least so many.

        Raises:
            WrongError: the person's functions raise or loop, or every episode of a shard failed.
        """
        return self._collected("demonstrations", episodes, 0, collect_demonstrations)

    def corrections(self, episodes: int, parts: OwnParts) -> list[Path]:
        """Episodes in which the policy acts and the demonstrator says what it would have done.

        Raises:
            WrongError: as for ``demonstrations``.
        """
        return self._collected("corrections", episodes, 1, partial(_corrected, parts=parts))

    def outcomes(self, episodes: int, parts: OwnParts) -> list[Path]:
        """What became of the policy's own attempts.

        Raises:
            WrongError: as for ``demonstrations``.
        """
        return self._collected("outcomes", episodes, 2, partial(_attempted, parts=parts))

    def _collected(self, what: str, episodes: int, part: int, collect: Collect) -> list[Path]:
        if episodes < 1:
            return []
        first = FIRST_SEED + 300 * (zlib.crc32(self.name.encode()) % SEEDS) + 100 * part
        folders = [self.folder / what / f"{i:03d}" for i in range(-(-episodes // SHARD))]
        shards = [
            Shard(folder, first + i, SHARD, (self.name,), (self.file,), robot=self.robot)
            for i, folder in enumerate(folders)
        ]
        missing = [shard for shard in shards if not shard.folder.exists()]
        results = executor(self.workers, self.executor_kind).map(partial(_guarded, collect=collect), missing)
        for _ in with_progress(results, len(missing), f"{self.name}: {what}") if self.progress else results:
            pass
        return folders


def _guarded(shard: Shard, collect: Collect) -> int:
    """Collect one shard; what was collected of it stays when a person's function raises or loops."""
    with Guarded(LONGEST * shard.episodes) as guarded:
        return guarded(f"collecting {shard.folder.parent.name}", collect, shard)


def _corrected(shard: Shard, parts: OwnParts) -> int:
    return collect_corrections(shard, parts.policy())


def _attempted(shard: Shard, parts: OwnParts) -> int:
    return collect_outcomes(shard, parts.policy())
