"""The folder of a data set: what is in it, who may write there, and what a killed writer left."""

import fcntl
import os
import shutil
from pathlib import Path

import pyarrow.compute as pc

from skills.datasets import tables
from skills.datasets.format import EXTRA_PATH, INFO, PARTIAL, START_PATH, DatasetError, places
from skills.datasets.reader import Dataset

LOCK = "meta/.writer"


def clear_left_over(dataset: Dataset) -> tuple[Path, ...]:
    """Remove what a killed writer left: files and rows that belong to no episode. Those removed or shortened."""
    left = left_over(dataset)
    for aside in dataset.folder.glob(f"*{PARTIAL}"):
        shutil.rmtree(aside, ignore_errors=True)
    for path in left:
        path.unlink(missing_ok=True)
    if len(dataset):
        path = dataset.data_file(len(dataset) - 1)
        table = tables.read_table(path)
        kept = table.filter(pc.field("episode_index") < len(dataset))
        if len(kept) < len(table):
            tables.write_table(path, kept)
            left = (*left, path)
    return left


def left_over(dataset: Dataset) -> tuple[Path, ...]:
    """Files of a data set that belong to none of its episodes."""
    numbers, cameras = range(len(dataset)), dataset.features.cameras
    known = {dataset.data_file(number) for number in numbers}
    known |= {dataset.video(number, camera.name)[0] for number in numbers for camera in cameras}
    for path in (EXTRA_PATH, START_PATH):
        known |= {dataset.folder / path.format(**places(number)) for number in numbers}
    patterns = ("data/*/*", "videos/*/*/*", "extra/*/*", f"meta/*{PARTIAL}", f"meta/episodes/*/*{PARTIAL}")
    found = (path for pattern in patterns for path in dataset.folder.glob(pattern) if path.is_file())
    return tuple(sorted(set(found) - known))


def is_there(folder: Path) -> bool:
    """Whether there is a data set already; a folder with anything else is refused."""
    if (folder / INFO).exists():
        return True
    strange = [path.name for path in folder.iterdir() if path.name != "meta"] if folder.exists() else []
    if strange:
        raise DatasetError(f"{folder} holds something that is no data set: {', '.join(sorted(strange)[:5])}")
    return False


def locked(path: Path) -> int:
    """A lock that goes with this process, whatever becomes of it."""
    file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(file)
        raise DatasetError(f"another process writes the data set {path.parents[1]}") from error
    return file
