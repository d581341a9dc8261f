"""What was seen outlives the process."""

from pathlib import Path

import numpy as np
import pytest

from grounding import Camera, Image, Observation, Proprioception
from planner.snapshots import NpzSnapshots
from planner.state import dump_scene, load_scene
from skills.fake import FakeWorld


def observation() -> Observation:
    rng = np.random.default_rng(0)
    camera = Camera("front", np.diag([90.0, 90.0, 1.0]), np.eye(4))
    image = Image(rng.integers(0, 256, (6, 8, 3), dtype=np.uint8), rng.uniform(0, 2, (6, 8)).astype(np.float32), camera)
    body = Proprioception(np.eye(4), 0.04, np.arange(7.0), np.zeros(7), 3.5)
    return Observation({"front": image}, body, 12.5)


def test_an_observation_comes_back_as_it_was(tmp_path: Path) -> None:
    there = observation()
    kept = NpzSnapshots(tmp_path / "snapshots")
    back = NpzSnapshots(tmp_path / "snapshots").load(kept.save("before_0", there))
    assert back.time == there.time
    assert list(back.images) == ["front"]
    np.testing.assert_array_equal(back.images["front"].rgb, there.images["front"].rgb)
    np.testing.assert_array_equal(back.images["front"].depth, there.images["front"].depth)
    np.testing.assert_array_equal(back.images["front"].points(), there.images["front"].points())
    assert back.proprioception.gripper_force == 3.5
    np.testing.assert_array_equal(back.proprioception.joint_positions, np.arange(7.0))


def test_a_missing_snapshot_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        NpzSnapshots(tmp_path).load("before_0.npz")


def test_a_scene_comes_back_as_it_was() -> None:
    scene = FakeWorld.of(
        {"red block": "block", "blue bowl": "bowl"}, ["in(red block, blue bowl)", "hand empty()"]
    ).scene
    assert load_scene(dump_scene(scene)) == scene
