"""Frames on disk, for training: shards of arrays with one row a frame, memory-mapped when read.

A shard is a folder with one ``.npy`` a field. Every data set has the fields of ``record``; a room that trains on
more adds its own. Positions are in the base frame, [m]; depth is in units of 0.1 mm.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from grounding.observation import Observation
from grounding.vision import STRIDE, image_tensors

MAX_OBJECTS = 12
NOTHING = 255
DEPTH_UNIT = 1e-4
PARTIAL = ".partial"
"""Suffix of a shard that is being written."""

Row = Mapping[str, NDArray[np.generic]]


def record(
    observation: Observation, mask: NDArray[np.integer] | None = None, camera: str = "front"
) -> dict[str, NDArray]:
    """What was seen by one camera, and the robot's own state.

    Args:
        observation: what to keep.
        mask: for each pixel the index of the object it shows, -1 for none; shape (H, W).
        camera: whose image to keep.
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
        row["mask"] = np.where(mask < 0, NOTHING, mask).astype(np.uint8)[1::STRIDE, 1::STRIDE]
    return row


class ShardWriter:
    """Collects rows and writes them as one shard; a row's fields must not change within a shard."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._rows: list[Row] = []

    def add(self, row: Row) -> None:
        self._rows.append(row)

    def __len__(self) -> int:
        return len(self._rows)

    def close(self) -> None:
        """Write the shard in one go: a killed collection leaves no half shard that would be read.

        Raises:
            ValueError: there are no rows.
        """
        if not self._rows:
            raise ValueError(f"no rows for {self.folder.name}: every episode failed; give it more episodes")
        partial = self.folder.with_suffix(PARTIAL)
        partial.mkdir(parents=True, exist_ok=True)
        for field in self._rows[0]:
            np.save(partial / f"{field}.npy", np.stack([row[field] for row in self._rows]))
        partial.rename(self.folder)


class Frames:
    """All finished shards below some folders, in the order of their paths, as if they were one table.

    Raises:
        FileNotFoundError: there is none.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        found = sorted(path.parent for folder in folders for path in folder.glob("**/rgb.npy"))
        shards = [shard for shard in found if shard.suffix != PARTIAL]
        if not shards:
            raise FileNotFoundError(f"no frames below {', '.join(map(str, folders))}; collect them first")
        self._shards = [{f.stem: np.load(f, mmap_mode="r") for f in shard.glob("*.npy")} for shard in shards]
        self._ends = np.cumsum([len(shard["rgb"]) for shard in self._shards])

    def __len__(self) -> int:
        return int(self._ends[-1])

    def has(self, field: str) -> bool:
        """Whether every shard has a field."""
        return all(field in shard for shard in self._shards)

    def column(self, field: str) -> NDArray:
        """A whole (small) field, shape (len, ...)."""
        return np.concatenate([shard[field] for shard in self._shards])

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
