"""The LeRobotDataset v3 format: where its files are, and what its columns are called.

Described by the source of https://github.com/huggingface/lerobot (``lerobot/datasets``), version 0.4.4 and later. What
LeRobot has no place for is added where it does not look: further columns of the episodes' table (``doable/…``), and
further files (``meta/doable.json``, ``extra/…``).
"""

import errno
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from skills.spaces import CameraSpace, RobotSpaces

VERSION = "v3.0"
OWN_VERSION = 1
"""Of what is ours in a data set."""
STATE, ACTION, IMAGES = "observation.state", "action", "observation.images."
INFO, STATS, TASKS, OWN = "meta/info.json", "meta/stats.json", "meta/tasks.parquet", "meta/doable.json"
EPISODES_PATH = "meta/episodes/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet"
DATA_PATH = "data/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet"
VIDEO_PATH = "videos/{video_key}/chunk-{chunk_index:03d}/file-{file_index:03d}.mp4"
EXTRA_PATH = "extra/chunk-{chunk_index:03d}/episode-{episode_index:06d}.parquet"
START_PATH = "extra/chunk-{chunk_index:03d}/episode-{episode_index:06d}.start"
FILES_A_CHUNK = 1000
EPISODES_A_FILE = 200
"""Of the tables: such a file is written anew for each episode, which keeps an episode's cost bounded."""
INDEX = {
    "timestamp": "float32",
    "frame_index": "int64",
    "episode_index": "int64",
    "index": "int64",
    "task_index": "int64",
}
"""Columns that every data set has."""
FULL = (errno.ENOSPC, errno.EDQUOT)
PARTIAL = ".partial"


class DatasetError(ValueError):
    """A data set, or something for one, that cannot be used; the message says what is wrong and what was expected."""


@dataclass(frozen=True)
class Extra:
    """A further array a frame, such as depth or a mask; LeRobot does not see it."""

    shape: tuple[int, ...]
    unit: str = "1"
    step: float | None = None
    """Stored as a 16-bit PNG of two dimensions, in steps of this size from ``least``; None: as float64 numbers."""
    least: float = 0.0

    @classmethod
    def depth(cls, height: int, width: int) -> "Extra":
        """Distances up to 6.5 m in steps of 0.1 mm."""
        return cls((height, width), "m", 1e-4)

    @classmethod
    def mask(cls, height: int, width: int) -> "Extra":
        """For each pixel the index of what it shows, -1 for nothing."""
        return cls((height, width), "1", 1.0, -1.0)


@dataclass(frozen=True)
class Features:
    """What every frame of a data set has."""

    robot: str
    rate: float
    """Frames a second."""
    state: Mapping[str, str]
    """Unit of each number, by name, in order."""
    action: Mapping[str, str]
    cameras: tuple[CameraSpace, ...] = ()
    extras: Mapping[str, Extra] = field(default_factory=dict)

    @classmethod
    def of(cls, spaces: RobotSpaces, extras: Mapping[str, Extra] | None = None) -> "Features":
        """Those of a robot, with further arrays."""
        state, action = (dict(zip(s.names, s.units, strict=True)) for s in (spaces.state, spaces.action))
        return cls(spaces.robot, spaces.rate, state, action, spaces.cameras, dict(extras or {}))

    def differences(self, other: "Features") -> list[str]:
        """In words, what another data set has differently; nothing if their frames can be mixed."""
        mine, theirs = _plain(self), _plain(other)
        return [_difference(name, mine[name], theirs[name]) for name in mine if mine[name] != theirs[name]]


def _plain(features: Features) -> dict[str, Any]:
    cameras = {camera.name: (camera.height, camera.width) for camera in features.cameras}
    plain = {**asdict(features), "cameras": cameras, "state": list(features.state.items())}
    extras = {name: (e.shape, e.unit, e.step, e.least) for name, e in features.extras.items()}
    return {**plain, "action": list(features.action.items()), "extras": extras}


def _difference(name: str, mine: Any, theirs: Any) -> str:
    """In words; of what is alike in both, nothing is said."""
    if isinstance(mine, list | dict) and isinstance(theirs, list | dict):
        here, there = (dict(value) for value in (mine, theirs))
        if here != there:
            mine = {key: value for key, value in here.items() if there.get(key) != value}
            theirs = {key: value for key, value in there.items() if here.get(key) != value}
    return f"{name}: {_names(mine)} here, {_names(theirs)} there"


def _names(value: Any) -> str:
    """A few of the names and what they stand for."""
    if not isinstance(value, list | dict):
        return repr(value)
    told = [f"{key} ({about})" for key, about in list(dict(value).items())[:3]]
    return ", ".join(told) + (", ..." if len(value) > 3 else "") or "nothing more"


class Column(BaseModel):
    """One entry of ``features`` in info.json."""

    model_config = ConfigDict(extra="allow")

    dtype: str
    shape: tuple[int, ...]
    names: Any = None
    units: tuple[str, ...] | None = None
    """Ours; LeRobot passes it over."""


class Info(BaseModel):
    """``meta/info.json``."""

    model_config = ConfigDict(extra="allow")

    codebase_version: str
    robot_type: str | None = None
    total_episodes: int = Field(ge=0)
    total_frames: int = Field(ge=0)
    total_tasks: int = Field(ge=0)
    chunks_size: int = Field(default=FILES_A_CHUNK, gt=0)
    data_files_size_in_mb: float = 100
    video_files_size_in_mb: float = 200
    fps: int | float = Field(gt=0)
    splits: dict[str, str] = {}
    data_path: str = DATA_PATH
    video_path: str | None = VIDEO_PATH
    features: dict[str, Column]


class Own(BaseModel):
    """``meta/doable.json``: what LeRobot has no place for."""

    format: int = OWN_VERSION
    depth_cameras: tuple[str, ...] = ()
    extras: dict[str, Extra] = {}


def info_of(features: Features, episodes: int, frames: int, tasks: int) -> Info:
    """What info.json says of a data set of these features."""
    columns = {STATE: _vector(features.state), ACTION: _vector(features.action)}
    for camera in features.cameras:
        columns[IMAGES + camera.name] = _video(camera, features.rate)
    columns |= {name: Column(dtype=dtype, shape=(1,)) for name, dtype in INDEX.items()}
    rate = int(features.rate) if float(features.rate).is_integer() else features.rate
    return Info(
        codebase_version=VERSION,
        robot_type=features.robot,
        total_episodes=episodes,
        total_frames=frames,
        total_tasks=tasks,
        fps=rate,
        splits={"train": f"0:{episodes}"},
        video_path=VIDEO_PATH if features.cameras else None,
        features=columns,
    )


def own_of(features: Features) -> Own:
    """What meta/doable.json says of a data set of these features."""
    depth = tuple(camera.name for camera in features.cameras if camera.depth)
    return Own(depth_cameras=depth, extras=dict(features.extras))


def features_of(info: Info, own: Own | None) -> Features:
    """The features that a data set's files tell of; one that LeRobot wrote has no units and no extras.

    Raises:
        DatasetError: it has no state or no action.
    """
    for name in (STATE, ACTION):
        if name not in info.features:
            raise DatasetError(f"it has no {name!r}, only {', '.join(info.features)}")
    depth = own.depth_cameras if own else ()
    cameras = tuple(
        CameraSpace(name.removeprefix(IMAGES), column.shape[0], column.shape[1], name.removeprefix(IMAGES) in depth)
        for name, column in info.features.items()
        if column.dtype == "video" and name.startswith(IMAGES)
    )
    state, action = _units(STATE, info.features[STATE]), _units(ACTION, info.features[ACTION])
    return Features(info.robot_type or "", info.fps, state, action, cameras, own.extras if own else {})


def _vector(units: Mapping[str, str]) -> Column:
    return Column(dtype="float32", shape=(len(units),), names=list(units), units=tuple(units.values()))


def _video(camera: CameraSpace, rate: float) -> Column:
    about = {
        "video.height": camera.height,
        "video.width": camera.width,
        "video.codec": "h264",
        "video.pix_fmt": "yuv420p",
        "video.is_depth_map": False,
        "video.fps": int(rate) if float(rate).is_integer() else rate,
        "video.channels": 3,
        "has_audio": False,
    }
    shape = (camera.height, camera.width, 3)
    return Column(dtype="video", shape=shape, names=["height", "width", "channels"], info=about)  # type: ignore[call-arg]


def _units(name: str, column: Column) -> dict[str, str]:
    size, names = column.shape[0], column.names
    if isinstance(names, dict):
        names = [part for parts in names.values() for part in parts]
    names = names or [f"{name}.{number}" for number in range(size)]
    if len(names) != size or len(set(names)) != size or len(column.units or names) != size:
        raise DatasetError(f"{name!r} has {size} numbers, and names or units that do not fit: {names}, {column.units}")
    return dict(zip(names, column.units or ["1"] * size, strict=True))


def read_json(path: Path, kind: type[BaseModel]) -> Any:
    """A file of ``meta``.

    Raises:
        DatasetError: it is missing, damaged, or says something else.
    """
    try:
        return kind.model_validate(json.loads(path.read_text("utf-8")))
    except OSError as error:
        raise DatasetError(f"no data set: {path} cannot be read ({error.strerror})") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise DatasetError(f"{path} is damaged: {'.'.join(map(str, first['loc']))}: {first['msg']}") from error
    except ValueError as error:
        raise DatasetError(f"{path} is damaged: {error}") from error


def write_json(path: Path, data: Any) -> None:
    """Replace a file at once or not at all."""
    with whole(path) as partial:
        partial.write_text(json.dumps(data, indent=2, ensure_ascii=False), "utf-8")


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A file to write instead of ``path``; it takes its name in the end, and is gone if something was raised."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + PARTIAL)
    try:
        yield partial
        os.replace(partial, path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


@contextmanager
def writing(what: str) -> Iterator[None]:
    """Errors of the disk inside become ``DatasetError``s."""
    try:
        yield
    except OSError as error:
        reason = "the disk is full" if error.errno in FULL else error.strerror or str(error)
        raise DatasetError(f"{what} cannot be written: {reason}") from error


def places(episode: int) -> dict[str, int]:
    """Indices for the paths above, of the files that only this episode has."""
    chunk, file = divmod(episode, FILES_A_CHUNK)
    return {"chunk_index": chunk, "file_index": file, "episode_index": episode}


def table_places(episode: int) -> dict[str, int]:
    """Indices for the paths above, of the tables that hold this episode beside others."""
    chunk, file = divmod(episode // EPISODES_A_FILE, FILES_A_CHUNK)
    return {"chunk_index": chunk, "file_index": file}
