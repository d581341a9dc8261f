"""Reads data sets in the format of LeRobotDataset v3, whoever wrote them, and says what is wrong with one."""

import zlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from PIL import UnidentifiedImageError

from skills.datasets import tables
from skills.datasets.episodes import EpisodeFrames, EpisodeInfo, Label
from skills.datasets.format import (
    ACTION,
    EXTRA_PATH,
    IMAGES,
    INFO,
    OWN,
    STATE,
    VERSION,
    DatasetError,
    Features,
    Info,
    Own,
    features_of,
    places,
    read_json,
)
from skills.datasets.format import START_PATH as START
from skills.datasets.video import pictures


class Dataset:
    """A data set in a folder, as its last whole episode left it.

    Raises:
        DatasetError: there is none, it is of another version, or its metadata are damaged.
    """

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)
        self.info: Info = read_json(self.folder / INFO, Info)
        if self.info.codebase_version != VERSION:
            found = self.info.codebase_version
            raise DatasetError(f"{self.folder} has format {found}; {VERSION} can be read (LeRobot converts older ones)")
        self.own: Own | None = read_json(self.folder / OWN, Own) if (self.folder / OWN).exists() else None
        self.features: Features = features_of(self.info, self.own)
        self.tasks = tables.read_tasks(self.folder)
        self.episodes = tuple(_episode(row) for row in self._rows())
        self._table: tuple[Path, pa.Table] | None = None

    def __len__(self) -> int:
        return len(self.episodes)

    @property
    def length(self) -> int:
        """Frames of all episodes."""
        return sum(episode.length for episode in self.episodes)

    @cached_property
    def seconds(self) -> float:
        """Of all episodes, [s]."""
        return self.length / self.features.rate

    def episode(self, index: int) -> EpisodeInfo:
        """An episode.

        Raises:
            DatasetError: there is none of that index.
        """
        if not 0 <= index < len(self.episodes):
            raise DatasetError(f"no episode {index}: {self.folder} has {len(self)}, from 0")
        return self.episodes[index]

    def frames(self, index: int) -> EpisodeFrames:
        """The numbers of an episode.

        Raises:
            DatasetError: there is none of that index, or its files are missing or damaged.
        """
        table = self.table(index)
        state, action = (tables.vectors(table, name) for name in (STATE, ACTION))
        time = tables.numbers(table, "timestamp").astype(np.float32)
        return EpisodeFrames(state, action, time, self._extras(index, len(table)))

    def images(self, index: int, camera: str) -> Iterator[NDArray[np.uint8]]:
        """The pictures of a camera in an episode, in order, each of shape (H, W, 3).

        Raises:
            DatasetError: there is no such episode or camera, or the video is missing or damaged.
        """
        path, start, end = self.video(index, camera)
        return pictures(path, start, end)

    def video(self, index: int, camera: str) -> tuple[Path, float, float]:
        """The video of a camera in an episode: the file, and where in it the episode begins and ends, [s].

        Raises:
            DatasetError: there is no such episode or camera.
        """
        names = [known.name for known in self.features.cameras]
        if camera not in names:
            raise DatasetError(f"no camera {camera!r}; there are: {', '.join(names) or 'none'}")
        key, row = IMAGES + camera, self.episode(index).row
        place = {name: row[f"videos/{key}/{name}"] for name in ("chunk_index", "file_index")}
        path = self.folder / str(self.info.video_path).format(video_key=key, **place)
        return path, row[f"videos/{key}/from_timestamp"], row[f"videos/{key}/to_timestamp"]

    def start(self, index: int) -> bytes | None:
        """The world at the beginning of an episode, as whoever recorded it saved it; None if nobody did.

        Raises:
            DatasetError: there is no such episode, or the file is damaged.
        """
        path = self.folder / START.format(**places(self.episode(index).index))
        try:
            return zlib.decompress(path.read_bytes()) if path.exists() else None
        except (OSError, zlib.error) as error:
            raise DatasetError(f"{path} is damaged: {error}") from error

    def table(self, index: int) -> pa.Table:
        """The rows of an episode, as they are stored.

        Raises:
            DatasetError: there is no such episode, or its file is missing, damaged, or holds another number of frames.
        """
        episode = self.episode(index)
        path = self.data_file(index)
        if self._table is None or self._table[0] != path:
            self._table = (path, tables.read_table(path))
        rows = self._table[1].filter(pc.field("episode_index") == index)
        if len(rows) != episode.length:
            raise DatasetError(f"{path} has {len(rows)} frames of episode {index}, and must have {episode.length}")
        return rows

    def data_file(self, index: int) -> Path:
        """Where the rows of an episode are."""
        row = self.episode(index).row
        place = {name: row[f"data/{name}"] for name in ("chunk_index", "file_index")}
        return self.folder / self.info.data_path.format(**place)

    def extra_file(self, index: int) -> Path:
        """Where the further arrays of an episode are, if it has any."""
        return self.folder / EXTRA_PATH.format(**places(index))

    def _extras(self, index: int, length: int) -> dict[str, NDArray]:
        if not self.features.extras:
            return {}
        path = self.extra_file(index)
        table = tables.read_table(path)
        if len(table) != length:
            raise DatasetError(f"{path} has {len(table)} frames, and must have {length}")
        extras = self.features.extras.items()
        try:
            return {name: tables.unpack(extra, table.column(name).to_pylist()) for name, extra in extras}
        except (KeyError, UnidentifiedImageError, ValueError, OSError) as error:
            raise DatasetError(f"{path} is damaged: {error}") from error

    def _rows(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = []
        for path in sorted(self.folder.glob("meta/episodes/*/*.parquet")):
            rows += tables.read_table(path).to_pylist()
        indices = [row.get("episode_index") for row in rows]
        if indices != list(range(len(rows))):
            raise DatasetError(f"{self.folder}/meta/episodes is damaged: its episodes are {indices[:20]}")
        return rows


def _episode(row: dict[str, Any]) -> EpisodeInfo:
    try:
        return EpisodeInfo(row["episode_index"], row["length"], Label.from_row(row), row)
    except (KeyError, ValueError) as error:
        raise DatasetError(f"episode {row['episode_index']} is damaged: {error}") from error
