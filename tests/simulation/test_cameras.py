"""Pictures are calibrated: what a pixel shows lies where the pixel says."""

import numpy as np
import pytest

from simulation.shapes import BLOCK_SIZE
from simulation.world import SimulatedWorld


@pytest.mark.parametrize("camera", ["front", "wrist"])
def test_the_pixels_of_a_block_lie_on_its_surface(world: SimulatedWorld, camera: str) -> None:
    truth = world.privileged.truth()
    x, y, _ = truth.objects[0].position
    place = (x - 0.05, y, 0.25) if camera == "wrist" else (0.42, 0.0, 0.35)
    assert world.privileged.teleport_arm(place, 0.0, 1.0)
    seen = 0
    for index, thing in enumerate(truth.objects):
        if thing.category != "block":
            continue
        mask = world.privileged.masks(camera) == index
        points = world.picture_of(camera)[0].points()[mask]
        c, s = np.cos(thing.yaw), np.sin(thing.yaw)
        local = (points - thing.position) @ np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])
        # Distance to the surface of the cube, from inside or outside.
        off = np.abs(np.abs(local).max(axis=1) - BLOCK_SIZE / 2)
        if len(points) > 8 and not (mask[[0, -1]].any() or mask[:, [0, -1]].any()):
            seen += 1
            assert np.median(off) < 0.0025
            assert np.percentile(off, 90) < 0.005
            top = points[points[:, 2] > BLOCK_SIZE - 0.004]
            assert np.linalg.norm((top.min(axis=0) + top.max(axis=0))[:2] / 2 - thing.position[:2]) < 0.005
    assert seen >= 1


def test_the_wrist_camera_looks_between_the_fingers(world: SimulatedWorld) -> None:
    image, bodies = world.picture_of("wrist")
    height, width = image.depth.shape
    grasp = np.linalg.inv(image.camera.T_base_camera) @ [*world.proprioception().tcp_position, 1.0]
    column, row, depth = image.camera.intrinsics @ grasp[:3]
    assert (column / depth, row / depth) == pytest.approx((width / 2, height / 2), abs=height / 8)
    # Fingers: the robot, between the palm's edge and the level of the grasp point. They mirror each other.
    hand = (bodies == world.body) & (image.depth < 0.2)
    assert not hand[: height // 2].any()
    fingers = hand[height // 2 : int(0.75 * height)]
    left, right = fingers[:, : width // 2], fingers[:, width // 2 :]
    assert left.sum() > 100
    assert right.sum() == pytest.approx(left.sum(), rel=0.25)
    assert not hand[: int(0.75 * height), width // 2 - 10 : width // 2 + 10].any()


def test_the_table_is_flat_and_nothing_is_measured_beyond_it(world: SimulatedWorld) -> None:
    image, bodies = world.picture_of("front")
    table = image.points()[bodies == world.table]
    assert np.abs(table[:, 2]).max() < 0.004
    picture, bodies = world.picture_of("presentation")
    assert (bodies < 0).any()
    assert (picture.depth[bodies < 0] == 0).all()


def test_masks_and_pictures_have_the_documented_shapes(world: SimulatedWorld) -> None:
    images = world.observe().images
    assert images["front"].rgb.shape == (128, 128, 3)
    assert images["wrist"].rgb.shape == (96, 96, 3)
    assert world.picture().shape == (240, 320, 3)
    assert set(np.unique(world.privileged.masks("front"))) == {-1, 0, 1, 2}
    assert images["front"].rgb.dtype == np.uint8
    assert images["front"].depth.dtype == np.float32


def test_an_unknown_camera_is_answered_with_the_valid_ones(world: SimulatedWorld) -> None:
    with pytest.raises(ValueError, match="front, wrist, presentation"):
        world.picture_of("back")
