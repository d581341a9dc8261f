"""Makes training data of what went wrong in a run: the demonstrator shows how it is done from just there.

A run keeps the world in which each step was begun (simulated ones). From there the policy acts once more and the
demonstrator says what it would have done, and then shows it a few times over.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.attempts import Attempt
from evaluation.collecting import corrected, demonstrated
from evaluation.episodes import world_of
from grounding.frames import ShardWriter
from simulation.teaching import Teaching
from skills import LibraryError, SkillLibrary
from skills.datasets import Dataset, DatasetError, EpisodeInfo
from skills.ports import Policy

SHOWN = 4
"""Demonstrations from each place where something went wrong, each pushed off its way in other places."""


def corrections_of(
    dataset: Dataset, teaching: Teaching, library: SkillLibrary, policy: Policy | None, out: Path
) -> tuple[int, Mapping[int, str]]:
    """Frames of corrections, as one shard, from the failed episodes of a skill in a data set.

    Args:
        dataset: as ``doable data from-trace`` makes it.
        teaching: of the skill.
        library: to read calls with.
        policy: of the skill; None: the demonstrator alone acts.
        out: folder of the shard.

    Returns:
        How many steps were made good, and why others of the skill were left out, by episode.

    Raises:
        DatasetError: nothing can be used, or the data set is damaged.
    """
    rows, left_out = list[dict[str, NDArray]](), dict[int, str]()
    used = 0
    for episode in dataset.episodes:
        if episode.label.skill != teaching.name:
            continue
        try:
            rows += _made_good(dataset, episode, teaching, library, policy, used)
            used += 1
        except (DatasetError, LibraryError, ValueError) as error:
            left_out[episode.index] = str(error)
    if not used:
        why = "; ".join(f"episode {index}: {reason}" for index, reason in left_out.items())
        tried = sorted({episode.label.skill for episode in dataset.episodes})
        never = f"it was never tried there, only {', '.join(tried) or 'nothing'}"
        raise DatasetError(f"nothing in these runs helps {teaching.name}: {why or never}")
    writer = ShardWriter(out)
    for row in rows:
        writer.add(row)
    writer.close()
    return used, left_out


def _made_good(
    dataset: Dataset,
    episode: EpisodeInfo,
    teaching: Teaching,
    library: SkillLibrary,
    policy: Policy | None,
    number: int,
) -> Sequence[dict[str, NDArray]]:
    """Rows from where one step was begun.

    Raises:
        DatasetError: it did not fail, nobody kept the world, or it could not be done from there.
    """
    label, start = episode.label, dataset.start(episode.index)
    if label.success is not False:
        raise DatasetError("it did not fail; mark it with --failed if it did")
    if start is None:
        raise DatasetError("the world in which it was begun was not kept")
    call = library.parse(str(label.notes.get("call", label.task)))
    found: list[dict[str, NDArray]] = []
    for turn in range(SHOWN + (policy is not None)):
        rng = np.random.default_rng([number, turn])
        world = world_of(start)
        try:
            world.release()
            feasible = teaching.feasible(world.privileged.truth(), call.arguments)
            if not feasible:
                raise DatasetError("it could not be done: something forbids it there")
            attempt = Attempt(world, teaching, call, "trace", feasible)
            if policy is not None and not turn:
                rows, _ = corrected(attempt, policy, rng)
            else:
                rows, success = demonstrated(attempt, rng)
                rows = rows if success else []
        finally:
            world.close()
        found += [{**row, "episode": np.array(1000 * number + turn, np.int64)} for row in rows]
    return found
