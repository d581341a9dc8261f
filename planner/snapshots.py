"""Observations on disk: what was seen before a step outlives the process, so that a resumed run can judge it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from grounding import Camera, Image, Observation, Proprioception


class Snapshots(Protocol):
    """Keeps observations."""

    def save(self, name: str, observation: Observation) -> str:
        """Write one and return where it is; a name that exists is overwritten."""
        ...

    def load(self, where: str) -> Observation:
        """Read what ``save`` wrote."""
        ...


class NpzSnapshots:
    """One compressed ``.npz`` file an observation, without pickles."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is made when the first observation is saved."""
        self.folder = folder

    def save(self, name: str, observation: Observation) -> str:
        """Write ``NAME.npz``; returns its file name."""
        self.folder.mkdir(parents=True, exist_ok=True)
        part = self.folder / f"{name}.part"
        with part.open("wb") as file:
            np.savez_compressed(file, **_arrays(observation))
        part.replace(self.folder / f"{name}.npz")
        return f"{name}.npz"

    def load(self, where: str) -> Observation:
        """Read an observation back.

        Raises:
            FileNotFoundError: there is no such file.
        """
        with np.load(self.folder / where, allow_pickle=False) as data:
            return _observation(data)


def _arrays(observation: Observation) -> dict[str, Any]:
    body = observation.proprioception
    arrays: dict[str, Any] = {
        "time": np.float64(observation.time),
        "cameras": np.array(list(observation.images), dtype=np.str_),
        "tcp": body.T_base_tcp,
        "gripper": np.array([body.gripper_opening, body.gripper_force]),
        "joint_positions": body.joint_positions,
        "joint_velocities": body.joint_velocities,
    }
    for name, image in observation.images.items():
        arrays |= {f"{name}/rgb": image.rgb, f"{name}/depth": image.depth}
        arrays |= {f"{name}/K": image.camera.intrinsics, f"{name}/T": image.camera.T_base_camera}
    return arrays


def _observation(data: Mapping[str, Any]) -> Observation:
    images = {
        str(name): Image(
            data[f"{name}/rgb"], data[f"{name}/depth"], Camera(str(name), data[f"{name}/K"], data[f"{name}/T"])
        )
        for name in data["cameras"]
    }
    opening, force = (float(value) for value in data["gripper"])
    body = Proprioception(data["tcp"], opening, data["joint_positions"], data["joint_velocities"], force)
    return Observation(images, body, float(data["time"]))
