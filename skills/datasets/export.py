"""Episodes as plain numpy archives, for programs that know neither parquet nor video."""

import json
from collections.abc import Collection
from pathlib import Path

import numpy as np

from skills.datasets.format import whole, writing
from skills.datasets.reader import Dataset


def export_npz(dataset: Dataset, episodes: Collection[int], folder: Path) -> tuple[Path, ...]:
    """One file ``episode-000000.npz`` an episode, each written whole or not at all.

    It holds ``state`` (T, n), ``action`` (T, m), ``time`` (T,) [s], ``images/CAMERA`` (T, H, W, 3), ``extras/NAME``
    (T, ...), and ``about``: a JSON text with task, success, failure, names and units.

    Raises:
        DatasetError: an episode is damaged, or a file cannot be written.
    """
    written = []
    for index in episodes:
        path = folder / f"episode-{index:06d}.npz"
        arrays = {**_numbers(dataset, index), **_pictures(dataset, index), "about": np.array(_about(dataset, index))}
        with writing(str(path)), whole(path) as partial, partial.open("wb") as file:
            np.savez_compressed(file, **arrays, allow_pickle=False)
        written.append(path)
    return tuple(written)


def _numbers(dataset: Dataset, index: int) -> dict[str, np.ndarray]:
    frames = dataset.frames(index)
    extras = {f"extras/{name}": values for name, values in frames.extras.items()}
    return {"state": frames.state, "action": frames.action, "time": frames.time, **extras}


def _pictures(dataset: Dataset, index: int) -> dict[str, np.ndarray]:
    cameras = [camera.name for camera in dataset.features.cameras]
    return {f"images/{name}": np.stack(list(dataset.images(index, name))) for name in cameras}


def _about(dataset: Dataset, index: int) -> str:
    features, label = dataset.features, dataset.episode(index).label
    known = {**label.to_row(), "task": label.task, "robot": features.robot, "rate": features.rate}
    units = {"state": dict(features.state), "action": dict(features.action)}
    return json.dumps({name.removeprefix("doable/"): value for name, value in {**known, **units}.items()})
