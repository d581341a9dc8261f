"""Looks for what is wrong in a data set: everything that its metadata say is held against what its files hold."""

from collections.abc import Iterator

import numpy as np

from skills.datasets import tables
from skills.datasets.folder import left_over
from skills.datasets.format import IMAGES, INDEX, STATS, DatasetError
from skills.datasets.reader import Dataset

_SLACK = 1e-4
"""Of times, [s]: they are kept in single precision."""


def problems(dataset: Dataset, pictures: bool = True) -> Iterator[str]:
    """What is wrong, one line each; nothing if all is well.

    Args:
        dataset: which.
        pictures: decode every video too, which takes longest.
    """
    counts = (len(dataset), dataset.length, len(dataset.tasks))
    told = (dataset.info.total_episodes, dataset.info.total_frames, dataset.info.total_tasks)
    if counts != told:
        yield f"meta/info.json says {told} episodes, frames and tasks, and there are {counts}"
    if not (dataset.folder / STATS).exists():
        yield f"{STATS} is missing"
    first = 0
    for episode in dataset.episodes:
        for problem in _of_episode(dataset, episode.index, first, pictures):
            yield f"episode {episode.index}: {problem}"
        first += episode.length
    if dataset.own is not None:
        yield from (f"{path} belongs to no episode (a writer clears it away)" for path in left_over(dataset))


def _of_episode(dataset: Dataset, index: int, first: int, pictures: bool) -> Iterator[str]:
    try:
        yield from _of_numbers(dataset, index, first)
        dataset.start(index)
        for camera in dataset.features.cameras if pictures else ():
            yield from _of_pictures(dataset, index, camera.name)
    except DatasetError as error:
        yield str(error)


def _of_numbers(dataset: Dataset, index: int, first: int) -> Iterator[str]:
    episode, table, features = dataset.episode(index), dataset.table(index), dataset.features
    frames = dataset.frames(index)
    for name, values, size in (
        ("state", frames.state, len(features.state)),
        ("action", frames.action, len(features.action)),
    ):
        if values.shape[1] != size:
            yield f"its {name} has {values.shape[1]} numbers, and must have {size}"
        if not np.isfinite(values).all():
            yield f"its {name} is not finite in frame {int(np.argmin(np.isfinite(values).all(1)))}"
    found = {name: tables.numbers(table, name) for name in INDEX}
    row = np.arange(episode.length)
    if (found["frame_index"] != row).any() or (found["index"] != row + first).any():
        yield "its frames are not numbered one after the other"
    if np.abs(found["timestamp"] - row / features.rate).max(initial=0) > _SLACK:
        yield f"its times are not those of {features.rate:g} frames a second"
    number = int(found["task_index"][0])
    if not 0 <= number < len(dataset.tasks) or dataset.tasks[number] != episode.label.task:
        yield f"its task {number} is not {episode.label.task!r}"
    if episode.row["dataset_from_index"] != first or episode.row["dataset_to_index"] != first + episode.length:
        yield "the table of episodes has its first or last frame elsewhere"
    yield from (f"{name} is not finite" for name, values in frames.extras.items() if not np.isfinite(values).all())


def _of_pictures(dataset: Dataset, index: int, camera: str) -> Iterator[str]:
    episode = dataset.episode(index)
    height, width, _ = dataset.info.features[IMAGES + camera].shape
    shapes = [rgb.shape for rgb in dataset.images(index, camera)]
    if len(shapes) != episode.length:
        yield f"camera {camera} has {len(shapes)} pictures, and must have {episode.length}"
    if set(shapes) - {(height, width, 3)}:
        yield f"camera {camera} has pictures of {sorted(set(shapes))}, and must have {(height, width, 3)}"
