"""Worlds on disk: PyBullet's own state file, the scene and the motion setpoint, in one archive."""

import io
import json
import os
import tempfile
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from simulation.engine import BulletClient
from simulation.scene import SceneSpec

FORMAT = 1


@dataclass(frozen=True)
class Snapshot:
    """What a file holds."""

    spec: SceneSpec
    robot: str
    motion: NDArray[np.float64]
    bullet: bytes
    force: float | None = None
    """What the fingers felt, [N]: PyBullet forgets it. None in files of older versions."""

    def restore(self, client: BulletClient) -> None:
        """Bring a client with the same bodies into the saved state."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "state.bullet"
            path.write_bytes(self.bullet)
            client.restoreState(fileName=str(path))


def write_snapshot(
    path: Path, client: BulletClient, spec: SceneSpec, robot: str, motion: NDArray[np.float64], force: float
) -> None:
    """Write to a file beside ``path``, then take its name."""
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=".world-") as folder:
        state, whole = Path(folder) / "state.bullet", Path(folder) / "whole"
        client.saveBullet(str(state))
        with zipfile.ZipFile(whole, "w") as archive:
            head = {"format": FORMAT, "robot": robot, "spec": spec.to_json(), "force": force}
            archive.writestr("world.json", json.dumps(head))
            archive.writestr("motion.npy", _bytes(motion))
            archive.writestr("state.bullet", state.read_bytes())
        os.replace(whole, path)


def read_snapshot(path: Path) -> Snapshot:
    """Read a file.

    Raises:
        ValueError: not such a file, or a damaged one.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            head = json.loads(archive.read("world.json"))
            motion = np.load(io.BytesIO(archive.read("motion.npy")))
            bullet = archive.read("state.bullet")
        if head["format"] != FORMAT:
            raise ValueError(f"it has format {head['format']}; this version reads {FORMAT}")
        return Snapshot(SceneSpec.from_json(head["spec"]), head["robot"], motion, bullet, head.get("force"))
    except (OSError, KeyError, TypeError, ValueError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise ValueError(f"{path} holds no saved world: {error}") from error


def _bytes(array: NDArray[np.float64]) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, array)
    return buffer.getvalue()
