"""A camera that looks straight down on a table, and observations made with it."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from grounding import Camera, Image, Observation, Proprioception
from grounding.frames import Frames, ShardWriter, record
from grounding.parts import Part, parts_row

Observe = Callable[..., Observation]
SIDE = 32


@pytest.fixture
def camera() -> Camera:
    """60 cm above (0.5, 0, 0): image right is -y, image down is -x, as for somebody who stands at the robot's foot."""
    pose = np.eye(4)
    pose[:3, :3] = np.array([[0, -1, 0], [-1, 0, 0], [0, 0, -1]])
    pose[:3, 3] = [0.5, 0.0, 0.6]
    return Camera("front", np.array([[40.0, 0, SIDE / 2], [0, 40.0, SIDE / 2], [0, 0, 1]]), pose)


@pytest.fixture
def observe(camera: Camera) -> Observe:
    """Observation number ``seed``: coloured noise over an uneven table, the hand somewhere above it."""

    def observation(seed: int = 0) -> Observation:
        rng = np.random.default_rng(seed)
        rgb = rng.integers(0, 256, (SIDE, SIDE, 3)).astype(np.uint8)
        depth = rng.uniform(0.5, 0.6, (SIDE, SIDE)).astype(np.float32)
        pose = np.eye(4)
        pose[:3, 3] = rng.uniform([0.4, -0.2, 0.1], [0.6, 0.2, 0.3])
        body = Proprioception(pose, 0.08, np.zeros(7), np.zeros(7))
        return Observation({"front": Image(rgb, depth, camera)}, body, float(seed))

    return observation


PARTS = (
    Part("red block", (0.57, -0.05, 0.02), 0.3, 90.0),
    Part("blue bowl", (0.56, 0.06, 0.02)),
    Part("drawer cabinet", (0.4, 0.1, 0.04), 1.5, 360.0, "open"),
    Part("drawer", (0.4, 0.0, 0.012), 1.5, 360.0, "open"),
    Part("drawer handle", (0.4, -0.1, 0.047), 1.5, 360.0, "open"),
)
"""What ``frames`` show: to the right and to the left; behind them, from left to right, a drawer."""


@pytest.fixture
def frames(tmp_path: Path, camera: Camera, observe: Observe) -> Frames:
    """Four frames of a flat table with the parts above."""
    writer = ShardWriter(tmp_path / "scenes" / "0000")
    for i in range(4):
        mask = np.full((SIDE, SIDE), -1)
        mask[9:13, 17:22], mask[9:13, 9:15] = 0, 1
        mask[20:26, 4:12], mask[20:26, 12:20], mask[20:26, 20:24] = 2, 3, 4
        seen = observe(i)
        rgb = np.full((SIDE, SIDE, 3), 120, np.uint8)
        rgb[mask == 0], rgb[mask == 1] = (250, 20, 20), (20, 20, 250)
        flat = Image(rgb, np.full((SIDE, SIDE), 0.58, np.float32), camera)
        row = record(Observation({"front": flat}, seen.proprioception, 0.0), mask)
        writer.add({**row, **parts_row(PARTS)})
    writer.close()
    return Frames([tmp_path / "scenes"])
