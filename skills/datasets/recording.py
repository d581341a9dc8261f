"""An episode while it is recorded: checked frame by frame, filmed aside, committed as a whole."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from skills.datasets import tables
from skills.datasets.episodes import Frame, Label
from skills.datasets.format import (
    ACTION,
    EXTRA_PATH,
    IMAGES,
    PARTIAL,
    STATE,
    VIDEO_PATH,
    DatasetError,
    Features,
    places,
    writing,
)
from skills.datasets.statistics import PictureStatistics, Statistics, of_vectors
from skills.datasets.video import VideoFile


class Owner(Protocol):
    """The data set that an episode is recorded for."""

    folder: Path
    features: Features

    @property
    def episodes(self) -> int:
        """How many there are: the index of the next."""
        ...

    def commit(
        self,
        columns: Mapping[str, NDArray],
        label: Label,
        row: Mapping[str, Any],
        statistics: Mapping[str, Statistics],
        start: bytes | None,
    ) -> int:
        """Write the tables of an episode whose other files are in place; its index."""
        ...


class EpisodeWriter:
    """An episode under way: add its frames, then commit it; leaving the ``with`` before that throws it away."""

    def __init__(self, writer: Owner) -> None:
        self._writer, self._features = writer, writer.features
        with writing(f"an episode of {writer.folder}"):
            self._aside = Path(tempfile.mkdtemp(PARTIAL, "episode-", writer.folder))
        self._states: list[NDArray] = []
        self._actions: list[NDArray] = []
        self._extras: dict[str, list[Any]] = {name: [] for name in self._features.extras}
        self._pictures = {camera.name: PictureStatistics() for camera in self._features.cameras}
        self._videos: dict[str, VideoFile] = {}

    def __enter__(self) -> "EpisodeWriter":
        return self

    def __exit__(self, *_: object) -> None:
        self.discard()

    def __len__(self) -> int:
        return len(self._states)

    def add(self, frame: Frame) -> None:
        """The next control period.

        Raises:
            DatasetError: a number, name or shape that the data set's features do not have, or the disk is full.
        """
        states = _checked(frame.state, self._features.state, f"state of frame {len(self)}")
        actions = _checked(frame.action, self._features.action, f"action of frame {len(self)}")
        self._check_pictures(frame)
        extras = self._packed(frame)
        with writing(f"episode {self._writer.episodes} of {self._writer.folder}"):
            for camera in self._features.cameras:
                rgb = frame.images[camera.name]
                if camera.name not in self._videos:
                    path = self._aside / f"{camera.name}.mp4"
                    self._videos[camera.name] = VideoFile(path, self._features.rate, camera.height, camera.width)
                self._videos[camera.name].add(rgb)
                self._pictures[camera.name].add(rgb)
        for name, stored in extras.items():
            self._extras[name].append(stored)
        self._states.append(states)
        self._actions.append(actions)

    def commit(self, label: Label, start: bytes | None = None) -> int:
        """Put the episode into the data set; its index.

        Args:
            label: what is known of it.
            start: the world at its beginning, in whatever form its owner can load again.

        Raises:
            DatasetError: it has no frames, or it cannot be written.
        """
        if not self._states:
            raise DatasetError("an episode needs at least one frame")
        columns = {STATE: np.stack(self._states), ACTION: np.stack(self._actions)}
        with writing(f"episode {self._writer.episodes} of {self._writer.folder}"):
            row = self._place_files()
        statistics: dict[str, Statistics] = {key: of_vectors(values) for key, values in columns.items()}
        statistics |= {IMAGES + name: pictures.result() for name, pictures in self._pictures.items()}
        index = self._writer.commit(columns, label, row, statistics, start)
        self.discard()
        return index

    def discard(self) -> None:
        """Throw away what was not committed."""
        for video in self._videos.values():
            try:
                video.close()
            except (OSError, ValueError, EOFError):  # PyAV's errors; it is thrown away anyway
                continue
        self._videos = {}
        shutil.rmtree(self._aside, ignore_errors=True)

    def _place_files(self) -> dict[str, Any]:
        number, folder, row = self._writer.episodes, self._writer.folder, dict[str, Any]()
        seconds = len(self) / self._features.rate
        for name in list(self._videos):
            self._videos.pop(name).close()
            key, place = IMAGES + name, places(number)
            path = folder / VIDEO_PATH.format(video_key=key, **place)
            path.parent.mkdir(parents=True, exist_ok=True)
            os.replace(self._aside / f"{name}.mp4", path)
            row |= {f"videos/{key}/{part}": place[part] for part in ("chunk_index", "file_index")}
            row |= {f"videos/{key}/from_timestamp": 0.0, f"videos/{key}/to_timestamp": seconds}
        if self._extras:
            table = tables.extra_table(self._features.extras, self._extras)
            tables.write_table(folder / EXTRA_PATH.format(**places(number)), table)
        return row

    def _check_pictures(self, frame: Frame) -> None:
        wanted = {camera.name: (camera.height, camera.width, 3) for camera in self._features.cameras}
        _same_names(frame.images, wanted, f"cameras of frame {len(self)}")
        for name, shape in wanted.items():
            rgb = frame.images[name]
            if rgb.shape != shape or rgb.dtype != np.uint8:
                found = f"{rgb.dtype} of shape {rgb.shape}"
                raise DatasetError(f"picture {name!r} of frame {len(self)} is {found}, and must be uint8 of {shape}")

    def _packed(self, frame: Frame) -> dict[str, Any]:
        _same_names(frame.extras, self._features.extras, f"further arrays of frame {len(self)}")
        for name, extra in self._features.extras.items():
            value = np.asarray(frame.extras[name])
            if value.shape != extra.shape:
                raise DatasetError(
                    f"{name!r} of frame {len(self)} has shape {value.shape}, and must have {extra.shape}"
                )
            if not np.isfinite(value).all():
                raise DatasetError(f"{name!r} of frame {len(self)} is not finite")
        return {name: tables.pack(extra, frame.extras[name]) for name, extra in self._features.extras.items()}


def _checked(values: NDArray, units: Mapping[str, str], what: str) -> NDArray[np.float32]:
    vector = np.asarray(values)
    if vector.shape != (len(units),):
        raise DatasetError(f"the {what} has shape {vector.shape}, and must have ({len(units)},): {', '.join(units)}")
    wrong = [name for name, value in zip(units, vector, strict=True) if not np.isfinite(value)]
    if wrong:
        raise DatasetError(f"the {what} is not finite: {', '.join(wrong)}")
    return vector.astype(np.float32)


def _same_names(given: Mapping[str, Any], wanted: Mapping[str, Any], what: str) -> None:
    if set(given) != set(wanted):
        raise DatasetError(f"the {what} are {sorted(given)}, and must be {sorted(wanted)}")
