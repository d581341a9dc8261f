"""New data sets out of old ones: merged, or the part of one that is wanted. Episodes are copied bit by bit."""

import shutil
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from skills.datasets.format import PARTIAL, DatasetError, Features, writing
from skills.datasets.reader import Dataset
from skills.datasets.writer import DatasetWriter


def merge(sources: Sequence[Dataset], out: Path, extras: bool = True) -> Dataset:
    """All episodes of several data sets, in order; tasks are numbered anew.

    Args:
        sources: at least one, all with the same features.
        out: a folder that is not there yet; it is there when all was copied, or not at all.
        extras: whether further arrays are kept; without them, data sets that differ in them agree.

    Raises:
        DatasetError: the features differ, something is damaged or missing, ``out`` is there or cannot be written.
    """
    if not sources:
        raise DatasetError("nothing to merge: name at least one data set")
    features = [s.features if extras else replace(s.features, extras={}) for s in sources]
    for source, other in zip(sources[1:], features[1:], strict=True):
        different = features[0].differences(other)
        if different:
            folders = f"{sources[0].folder} and {source.folder}"
            raise DatasetError(f"{folders} cannot be merged, their frames differ: {'; '.join(different)}")
    with _made(out, features[0]) as writer:
        for source in sources:
            for episode in source.episodes:
                writer.copy(source, episode.index)
    return Dataset(out)


def select(source: Dataset, episodes: Collection[int], out: Path) -> Dataset:
    """Some episodes of a data set, in the order given.

    Args:
        source: the data set.
        episodes: by index.
        out: a folder that is not there yet; it is there when all was copied, or not at all.

    Raises:
        DatasetError: no episodes or one that there is not, something is damaged or missing, ``out`` is there or cannot
            be written.
    """
    if not episodes:
        raise DatasetError(f"no episode of {source.folder} is wanted, so that there is nothing to write to {out}")
    with _made(out, source.features) as writer:
        for index in episodes:
            writer.copy(source, index)
    return Dataset(out)


@contextmanager
def _made(out: Path, features: Features) -> Iterator[DatasetWriter]:
    if out.exists():
        raise DatasetError(f"{out} is there already; name a new folder")
    partial = out.with_name(out.name + PARTIAL)
    shutil.rmtree(partial, ignore_errors=True)
    try:
        with DatasetWriter(partial, features) as writer:
            yield writer
        with writing(str(out)):
            partial.replace(out)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)
        raise
