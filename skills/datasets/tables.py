"""The parquet files of a data set: frames, episodes, tasks and further arrays."""

import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray
from PIL import Image

from skills.datasets.episodes import COLUMNS
from skills.datasets.format import ACTION, IMAGES, INDEX, STATE, TASKS, DatasetError, Extra, Features, whole
from skills.datasets.statistics import NAMES

_LEVELS = 65535


def read_table(path: Path) -> pa.Table:
    """A parquet file.

    Raises:
        DatasetError: it is missing or damaged.
    """
    try:
        return pq.read_table(path)
    except FileNotFoundError as error:
        raise DatasetError(f"{path} is missing") from error
    except (OSError, pa.ArrowException) as error:
        raise DatasetError(f"{path} is damaged: {' '.join(str(error).split())}") from error


def write_table(path: Path, table: pa.Table) -> None:
    """Replace a parquet file at once or not at all."""
    with whole(path) as partial:
        pq.write_table(table, partial, compression="snappy")


def frame_table(features: Features, columns: Mapping[str, NDArray]) -> pa.Table:
    """Frames: ``columns`` has the state (T, n), the action (T, m), and the index columns (T,)."""
    arrays = [_vectors(columns[STATE], len(features.state)), _vectors(columns[ACTION], len(features.action))]
    arrays += [pa.array(columns[name], pa.type_for_alias(kind)) for name, kind in INDEX.items()]
    return pa.table(arrays, names=[STATE, ACTION, *INDEX])


def vectors(table: pa.Table, name: str) -> NDArray[np.float32]:
    """A column of vectors as an array (T, n); of numbers, as (T, 1)."""
    column = table.column(name).combine_chunks()
    if pa.types.is_floating(column.type):
        return np.asarray(column.to_numpy(zero_copy_only=False), np.float32)[:, None]
    return np.asarray(column.flatten().to_numpy(zero_copy_only=False), np.float32).reshape(len(table), -1)


def numbers(table: pa.Table, name: str) -> NDArray:
    """A column of numbers, shape (T,)."""
    return np.asarray(table.column(name).to_numpy())


def _vectors(rows: NDArray, size: int) -> pa.Array:
    return pa.FixedSizeListArray.from_arrays(pa.array(np.ascontiguousarray(rows, np.float32).ravel()), size)


# -- episodes -----------------------------------------------------------------------------------------------------


def episode_schema(features: Features) -> pa.Schema:
    """Columns of the episodes' table."""
    whole_numbers = ["length", "data/chunk_index", "data/file_index", "dataset_from_index", "dataset_to_index"]
    fields = [("episode_index", pa.int64()), ("tasks", pa.list_(pa.string()))]
    fields += [(name, pa.int64()) for name in whole_numbers]
    for camera in features.cameras:
        start = f"videos/{IMAGES}{camera.name}"
        fields += [(f"{start}/{name}", pa.int64()) for name in ("chunk_index", "file_index")]
        fields += [(f"{start}/{name}", pa.float64()) for name in ("from_timestamp", "to_timestamp")]
    fields += [(f"meta/episodes/{name}", pa.int64()) for name in ("chunk_index", "file_index")]
    fields += [(name, pa.bool_() if name == COLUMNS[0] else pa.string()) for name in COLUMNS]
    picture = pa.list_(pa.list_(pa.list_(pa.float64())))
    for key, kind in _statistics_kinds(features, picture):
        fields += [(f"stats/{key}/{n}", pa.list_(pa.int64()) if n == "count" else kind) for n in NAMES]
    return pa.schema(fields)


def _statistics_kinds(features: Features, picture: pa.DataType) -> list[tuple[str, pa.DataType]]:
    vector = pa.list_(pa.float64())
    return [(STATE, vector), (ACTION, vector), *((IMAGES + camera.name, picture) for camera in features.cameras)]


def statistics_row(statistics: Mapping[str, Mapping[str, NDArray]]) -> dict[str, Any]:
    """As columns of the episodes' table."""
    return {f"stats/{key}/{n}": value.tolist() for key, parts in statistics.items() for n, value in parts.items()}


def statistics_of(row: Mapping[str, Any]) -> dict[str, dict[str, NDArray]]:
    """Back from a row."""
    found: dict[str, dict[str, NDArray]] = {}
    for column, value in row.items():
        if column.startswith("stats/") and value is not None:
            key, name = column.removeprefix("stats/").rsplit("/", 1)
            found.setdefault(key, {})[name] = np.array(value)
    return found


# -- tasks --------------------------------------------------------------------------------------------------------


def write_tasks(folder: Path, tasks: Sequence[str]) -> None:
    """Tasks by their index. LeRobot reads them with pandas, whose index is the task: the metadata say so."""
    table = pa.table({"task_index": pa.array(range(len(tasks)), pa.int64()), "task": pa.array(tasks, pa.string())})
    about = {
        "index_columns": ["task"],
        "column_indexes": [
            {"name": None, "field_name": None, "pandas_type": "unicode", "numpy_type": "object", "metadata": None}
        ],
        "columns": [_pandas_column("task_index", "int64", "int64"), _pandas_column("task", "unicode", "object")],
        "creator": {"library": "pyarrow", "version": pa.__version__},
        "pandas_version": "2.0.0",
    }
    write_table(folder / TASKS, table.replace_schema_metadata({"pandas": json.dumps(about)}))


def read_tasks(folder: Path) -> tuple[str, ...]:
    """Tasks by their index.

    Raises:
        DatasetError: the file is missing or damaged.
    """
    table = read_table(folder / TASKS)
    texts = [name for name in table.column_names if name != "task_index"]
    if "task_index" not in table.column_names or len(texts) != 1:
        raise DatasetError(f"{folder / TASKS} is damaged: its columns are {table.column_names}")
    rows = zip(table.column("task_index").to_pylist(), table.column(texts[0]).to_pylist(), strict=True)
    found = dict(sorted(rows))
    if list(found) != list(range(len(table))):
        raise DatasetError(f"{folder / TASKS} is damaged: its indices are {list(found)}")
    return tuple(found.values())


def _pandas_column(name: str, kind: str, numpy_kind: str) -> dict[str, Any]:
    return {"name": name, "field_name": name, "pandas_type": kind, "numpy_type": numpy_kind, "metadata": None}


# -- further arrays -----------------------------------------------------------------------------------------------


def extra_table(extras: Mapping[str, Extra], frames: Mapping[str, Sequence[Any]]) -> pa.Table:
    """One row a frame: pictures as PNG, numbers as lists."""
    kinds = {name: pa.binary() if extra.step is not None else pa.list_(pa.float64()) for name, extra in extras.items()}
    return pa.table({name: pa.array(frames[name], kind) for name, kind in kinds.items()})


def pack(extra: Extra, value: NDArray) -> Any:
    """One array of one frame, as it is stored."""
    if extra.step is None:
        return np.asarray(value, np.float64).ravel().tolist()
    steps = np.rint((np.asarray(value, np.float64) - extra.least) / extra.step)
    buffer = io.BytesIO()
    Image.fromarray(np.clip(steps, 0, _LEVELS).astype(np.uint16)).save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def unpack(extra: Extra, stored: Sequence[Any]) -> NDArray:
    """All of an episode's arrays, shape (T, ...), in their unit."""
    if extra.step is None:
        return np.array(stored, np.float64).reshape(len(stored), *extra.shape)
    rows = np.stack([np.array(Image.open(io.BytesIO(data))) for data in stored])
    return (rows * extra.step + extra.least).astype(np.float32)
