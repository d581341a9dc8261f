"""A camera that looks straight down on a table, and observations made with it."""

from collections.abc import Callable

import numpy as np
import pytest

from grounding import Camera, Image, Observation, Proprioception

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
