"""Frames on disk, for training: shards of arrays with one row a frame, memory-mapped when read.

A shard is a folder with one ``.npy`` a field. Every data set has the fields of ``record``; a room that trains on
more adds its own. Positions are in the base frame, [m]; depth is in units of 0.1 mm.
"""

import json
import shutil
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from grounding.observation import Observation
from grounding.vision import STRIDE, image_tensors
from weights.writing import PARTIAL, DamagedError, whole_file, whole_folder

NOTHING = 255
DEPTH_UNIT = 1e-4
EPISODES = ".episodes"
"""Suffix of a folder with the episodes of a shard that is still being collected."""

Row = Mapping[str, NDArray[np.generic]]


def record(
    observation: Observation, mask: NDArray[np.integer] | None = None, camera: str = "front", tiny: int = NOTHING
) -> dict[str, NDArray]:
    """What was seen by one camera, and the robot's own state.

    Args:
        observation: what to keep.
        mask: for each pixel the index of the object it shows, -1 for none; shape (H, W).
        camera: whose image to keep.
        tiny: index of what is smaller than a cell of the kept mask: every cell that shows any of it is its.
    """
    image, body = observation.images[camera], observation.proprioception
    row = {
        "rgb": image.rgb,
        "depth": np.clip(image.depth / DEPTH_UNIT, 0, 65535).astype(np.uint16),
        "intrinsics": image.camera.intrinsics.astype(np.float32),
        "T_base_camera": image.camera.T_base_camera.astype(np.float32),
        "T_base_tcp": body.T_base_tcp.astype(np.float32),
        "gripper": np.array([body.gripper_opening, body.gripper_force], np.float32),
    }
    if mask is not None:
        cells = np.where(mask < 0, NOTHING, mask).astype(np.uint8)[1::STRIDE, 1::STRIDE]
        shown = mask.reshape(len(cells), STRIDE, -1, STRIDE) == tiny
        row["mask"] = np.where(shown.any((1, 3)), np.uint8(tiny), cells)
    return row


class ShardWriter:
    """Collects rows and writes them as one shard; a row's fields must not change within a shard.

    Each finished episode is kept at once, beside the shard, with the state of the random generator: a collection that
    is killed loses the episode it was in, goes on exactly, and ends with the bytes that it would have had.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._kept = folder.with_suffix(EPISODES)
        self._rows: list[Row] = []
        self._saved = 0

    def add(self, row: Row) -> None:
        self._rows.append(row)

    def __len__(self) -> int:
        return len(self._rows)

    def episodes(self, count: int, rng: np.random.Generator) -> Iterator[int]:
        """Yield the number of each episode that is not there yet, and keep what was added when the next is asked for.

        Args:
            count: episodes of the shard.
            rng: from which everything is drawn; it is put where it was after the last episode that was kept.

        Raises:
            DamagedError: a file of an episode that was kept is damaged.
            NoSpaceError: the disk is full; the episode that was to be kept is lost, and no other.
        """
        first = self._resume(count, rng)
        for episode in range(first, count):
            yield episode
            self._keep(episode, rng)

    def close(self) -> None:
        """Write the shard in one go: a killed collection leaves no half shard that would be read.

        Raises:
            ValueError: there are no rows.
            NoSpaceError: the disk is full; the episodes that were kept stay.
        """
        if not self._rows:
            raise ValueError(f"no rows for {self.folder.name}: every episode failed; give it more episodes")
        with whole_folder(self.folder) as partial:
            for field in self._rows[0]:
                with whole_file(partial / f"{field}.npy") as file:
                    np.save(file, np.stack([row[field] for row in self._rows]))
        self.tidy()

    def tidy(self) -> None:
        """Throw away the single episodes of a finished shard."""
        if self.folder.exists() and self._kept.exists():
            shutil.rmtree(self._kept)

    def _resume(self, count: int, rng: np.random.Generator) -> int:
        """Read what was kept; how many episodes that were."""
        for episode in range(count):
            file = self._file(episode)
            if not file.exists():
                return episode
            state = self._read(file)
            rng.bit_generator.state = state
        return count

    def _read(self, file: Path) -> Any:
        try:
            with np.load(file) as kept:
                arrays = {name: kept[name] for name in kept.files}
            state, rows = json.loads(str(arrays.pop("rng"))), int(arrays.pop("rows"))
        except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
            raise DamagedError(f"{file} is damaged ({error}); remove {file.parent} to collect it anew") from error
        self._rows += [{name: values[i] for name, values in arrays.items()} for i in range(rows)]
        self._saved = len(self._rows)
        return state

    def _keep(self, episode: int, rng: np.random.Generator) -> None:
        rows = self._rows[self._saved :]
        arrays: dict[str, Any] = {name: np.stack([row[name] for row in rows]) for name in rows[0]} if rows else {}
        arrays |= {"rng": np.array(json.dumps(rng.bit_generator.state)), "rows": np.array(len(rows))}
        with whole_file(self._file(episode)) as file:
            np.savez(file, **arrays)
        self._saved = len(self._rows)

    def _file(self, episode: int) -> Path:
        return self._kept / f"{episode:06d}.npz"


class Frames:
    """All finished shards below some folders, in the order of their paths, as if they were one table.

    Raises:
        FileNotFoundError: there is none.
        DamagedError: a file of a shard is not whole.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        found = sorted(path.parent for folder in folders for path in folder.glob("**/rgb.npy"))
        shards = [shard for shard in found if shard.suffix != PARTIAL]
        if not shards:
            raise FileNotFoundError(f"no frames below {', '.join(map(str, folders))}; collect them first")
        self._shards = [{file.stem: _mapped(file) for file in shard.glob("*.npy")} for shard in shards]
        self._ends = np.cumsum([len(shard["rgb"]) for shard in self._shards])

    def __len__(self) -> int:
        return int(self._ends[-1])

    def has(self, field: str) -> bool:
        """Whether every shard has a field."""
        return all(field in shard for shard in self._shards)

    def column(self, field: str) -> NDArray:
        """A whole (small) field, shape (len, ...)."""
        return np.concatenate([shard[field] for shard in self._shards])

    def episodes(self) -> NDArray[np.int64]:
        """The number of the episode to which each frame belongs, counted over all shards: shape (len,)."""
        shard = np.searchsorted(self._ends, np.arange(len(self)), side="right")
        own = np.stack([shard, self.column("episode")], 1)
        return np.concatenate([[0], np.cumsum((own[1:] != own[:-1]).any(1))]).astype(np.int64)

    def gather(self, field: str, rows: NDArray[np.integer]) -> NDArray:
        """Some rows of a field, shape (n, ...)."""
        shards = np.searchsorted(self._ends, rows, side="right")
        starts = np.concatenate([[0], self._ends[:-1]])
        return np.stack([self._shards[s][field][r - starts[s]] for s, r in zip(shards, rows, strict=True)])

    def images(self, rows: NDArray[np.integer], prefix: str = "") -> tuple[Tensor, Tensor]:
        """Network inputs and points of some rows (``image_tensors``); fields' names may have a prefix."""
        names = ("rgb", "depth", "intrinsics", "T_base_camera")
        rgb, depth, intrinsics, pose = (self.gather(prefix + name, rows) for name in names)
        metres = depth.astype(np.float32) * DEPTH_UNIT
        return image_tensors(*map(torch.from_numpy, (rgb, metres, intrinsics, pose)))


def _mapped(file: Path) -> NDArray:
    """A field of a shard, as it lies on the disk."""
    try:
        values: NDArray = np.load(file, mmap_mode="r")
    except (OSError, ValueError, EOFError) as error:
        raise DamagedError(f"{file} is damaged ({error}); remove {file.parent} to collect it anew") from error
    return values
