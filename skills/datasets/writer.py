"""Writes data sets in the format of LeRobotDataset v3, episode by episode; a killed writer loses the one it was at.

An episode's files are made aside and take their names; then one file is replaced, the table of episodes, and with that
the episode is there. What a writer left that was killed in between is cleared away by the next one.
"""

import os
import shutil
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from skills.datasets import tables
from skills.datasets.episodes import Frame, Label
from skills.datasets.folder import LOCK, clear_left_over, is_there, locked
from skills.datasets.format import (
    ACTION,
    DATA_PATH,
    EPISODES_PATH,
    EXTRA_PATH,
    IMAGES,
    INDEX,
    INFO,
    OWN,
    START_PATH,
    STATE,
    STATS,
    VIDEO_PATH,
    DatasetError,
    Features,
    info_of,
    own_of,
    places,
    table_places,
    whole,
    write_json,
    writing,
)
from skills.datasets.reader import Dataset
from skills.datasets.recording import EpisodeWriter
from skills.datasets.statistics import Statistics, together


class DatasetWriter:
    """Begins a data set, or goes on with one of the same features; close it, or use it in a ``with``."""

    def __init__(self, folder: Path | str, features: Features) -> None:
        """
        Raises:
            DatasetError: the folder holds something else or frames of other features, another process writes there, or
                it cannot be written.
        """
        self.folder, self.features = Path(folder), features
        self._labels: list[Label] = []
        self._tasks: list[str] = []
        self._frames = 0
        self._statistics: dict[str, Statistics] = {}
        self._open_tables: tuple[Mapping[str, int], list[pa.Table], list[pa.Table]] | None = None
        self._copied: dict[tuple[Path, str], dict[str, int]] = {}
        with writing(f"data set {self.folder}"):
            begun = is_there(self.folder)
            (self.folder / "meta").mkdir(parents=True, exist_ok=True)
            self._lock = locked(self.folder / LOCK)
        try:
            self._begin(begun)
        except BaseException:
            os.close(self._lock)
            raise

    def __enter__(self) -> "DatasetWriter":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let others write; what was committed is there already."""
        if self._lock >= 0:
            os.close(self._lock)
        self._lock = -1

    @property
    def episodes(self) -> int:
        """How many there are."""
        return len(self._labels)

    @property
    def labels(self) -> Sequence[Label]:
        """Of all episodes, in order: what a collection that goes on need not do again."""
        return tuple(self._labels)

    def episode(self) -> EpisodeWriter:
        """Begin an episode; it is there when it is committed."""
        if self._lock < 0:
            raise DatasetError(f"the writer of {self.folder} is closed")
        return EpisodeWriter(self)

    def write(self, frames: Sequence[Frame], label: Label, start: bytes | None = None) -> int:
        """An episode whose frames are at hand; its index.

        Raises:
            DatasetError: as ``EpisodeWriter.add`` and ``commit``.
        """
        with self.episode() as episode:
            for frame in frames:
                episode.add(frame)
            return episode.commit(label, start)

    def copy(self, source: Dataset, index: int) -> int:
        """An episode of another data set, bit by bit; its index here. Without further arrays if there are none here.

        Raises:
            DatasetError: its features differ, its files are missing or damaged, or they cannot be written.
        """
        features = source.features if self.features.extras else replace(source.features, extras={})
        different = features.differences(self.features)
        if different:
            raise DatasetError(f"{source.folder} and {self.folder} have frames that differ: {'; '.join(different)}")
        known, table, before = source.episode(index), source.table(index), dict(self._copied)
        columns = {STATE: tables.vectors(table, STATE), ACTION: tables.vectors(table, ACTION)}
        try:
            row = self._copy_files(source, index)
            return self.commit(columns, known.label, row, tables.statistics_of(known.row), source.start(index))
        except DatasetError:
            self._copied = before
            raise

    def commit(
        self,
        columns: Mapping[str, NDArray],
        label: Label,
        row: Mapping[str, Any],
        statistics: Mapping[str, Statistics],
        start: bytes | None,
    ) -> int:
        """Write the tables of an episode whose other files are in place; its index."""
        number, length = self.episodes, len(columns[STATE])
        with writing(f"episode {number} of {self.folder}"):
            task = self._task(label.task)
            if start is not None:
                with whole(self.folder / START_PATH.format(**places(number))) as partial:
                    partial.write_bytes(zlib.compress(start))
            rows = tables.frame_table(self.features, {**columns, **self._indices(number, length, task)})
            place = table_places(number)
            frames, told = self._tables(place)
            made = {**row, **label.to_row(), **tables.statistics_row(statistics), **_indices_of(place)}
            made |= {"episode_index": number, "tasks": [label.task], "length": length}
            made |= {"dataset_from_index": self._frames, "dataset_to_index": self._frames + length}
            line = pa.Table.from_pylist([made], schema=tables.episode_schema(self.features))
            tables.write_table(self.folder / DATA_PATH.format(**place), pa.concat_tables([*frames, rows]))
            tables.write_table(self.folder / EPISODES_PATH.format(**place), pa.concat_tables([*told, line]))
            self._open_tables = (place, [*frames, rows], [*told, line])
        self._labels.append(label)
        self._frames += length
        with writing(f"the metadata of {self.folder}"):
            self._tell(statistics)
        return number

    def _begin(self, begun: bool) -> None:
        if begun:
            self._go_on(Dataset(self.folder))
        with writing(f"data set {self.folder}"):
            write_json(self.folder / OWN, own_of(self.features).model_dump())
            tables.write_tasks(self.folder, self._tasks)
            self._tell({})

    def _go_on(self, there: Dataset) -> None:
        if there.own is None:
            raise DatasetError(
                f"{self.folder} was written by another program; merge it into a data set of Doable's own"
            )
        different = there.features.differences(self.features)
        if different:
            raise DatasetError(f"{self.folder} has frames that differ from those to be written: {'; '.join(different)}")
        self._labels = [episode.label for episode in there.episodes]
        self._tasks, self._frames = list(there.tasks), there.length
        for episode in there.episodes:
            self._add_statistics(tables.statistics_of(episode.row))
        with writing(f"data set {self.folder}"):
            clear_left_over(there)

    def _tables(self, place: dict[str, int]) -> tuple[list[pa.Table], list[pa.Table]]:
        """What the two tables of the next episode hold already, in parts."""
        if self._open_tables is not None and self._open_tables[0] == place:
            return self._open_tables[1], self._open_tables[2]
        paths = [self.folder / path.format(**place) for path in (DATA_PATH, EPISODES_PATH)]
        found = [[tables.read_table(path)] if path.exists() else [] for path in paths]
        return found[0], found[1]

    def _indices(self, episode: int, length: int, task: int) -> dict[str, NDArray]:
        numbers = np.arange(length)
        values = (
            numbers / self.features.rate,
            numbers,
            numbers * 0 + episode,
            numbers + self._frames,
            numbers * 0 + task,
        )
        return {name: value.astype(kind) for (name, kind), value in zip(INDEX.items(), values, strict=True)}

    def _task(self, task: str) -> int:
        if task not in self._tasks:
            tables.write_tasks(self.folder, [*self._tasks, task])
            self._tasks.append(task)
        return self._tasks.index(task)

    def _tell(self, statistics: Mapping[str, Statistics]) -> None:
        """Info and statistics: they follow from the table of episodes."""
        self._add_statistics(statistics)
        told = {key: {n: v.tolist() for n, v in parts.items()} for key, parts in self._statistics.items()}
        write_json(self.folder / STATS, told)
        info = info_of(self.features, self.episodes, self._frames, len(self._tasks))
        write_json(self.folder / INFO, info.model_dump(exclude_none=False))

    def _add_statistics(self, statistics: Mapping[str, Statistics]) -> None:
        for key, part in statistics.items():
            before = self._statistics.get(key)
            self._statistics[key] = together([part] if before is None else [before, part])

    def _copy_files(self, source: Dataset, index: int) -> dict[str, Any]:
        row: dict[str, Any] = {}
        with writing(f"episode {self.episodes} of {self.folder}"):
            for camera in self.features.cameras:
                row |= self._copy_video(source, index, camera.name)
            if self.features.extras:
                with whole(self.folder / EXTRA_PATH.format(**places(self.episodes))) as partial:
                    shutil.copyfile(source.extra_file(index), partial)
        return row

    def _copy_video(self, source: Dataset, index: int, camera: str) -> dict[str, Any]:
        """Copies a file that holds several episodes once."""
        path, start, end = source.video(index, camera)
        key = IMAGES + camera
        if (path, key) not in self._copied:
            place = {name: n for name, n in places(self.episodes).items() if name != "episode_index"}
            with whole(self.folder / VIDEO_PATH.format(video_key=key, **place)) as partial:
                shutil.copyfile(path, partial)
            self._copied[path, key] = place
        row: dict[str, Any] = {f"videos/{key}/{name}": n for name, n in self._copied[path, key].items()}
        return {**row, f"videos/{key}/from_timestamp": start, f"videos/{key}/to_timestamp": end}


def _indices_of(place: Mapping[str, int]) -> dict[str, int]:
    """The place of both tables, as the table of episodes names it."""
    return {f"{table}/{name}": number for table in ("data", "meta/episodes") for name, number in place.items()}
