"""Scenes: drawn from a seed, reachable, disjoint, and written down without loss."""

import math

import numpy as np
import pytest

from simulation.kinematics import Arm, quaternion_matrix
from simulation.robots import PANDA
from simulation.scene import GAP, TIGHT_GAP, SceneSpec, numbered, parse_object, sample_tabletop
from simulation.shapes import SHAPES
from skills.action import EndEffectorTarget


def draw(seed: int) -> SceneSpec:
    return sample_tabletop(np.random.default_rng(seed))


def test_the_same_seed_draws_the_same_scene() -> None:
    assert draw(4) == draw(4)
    assert draw(4) != draw(5)


def test_a_scene_survives_json() -> None:
    assert SceneSpec.from_json(draw(1).to_json()) == draw(1)


def test_counts_and_colours() -> None:
    for seed in range(30):
        spec = draw(seed)
        kinds = [o.category for o in spec.objects]
        assert 4 <= kinds.count("block") <= 6
        assert 2 <= kinds.count("bowl") <= 3
        assert kinds.count("cylinder") + kinds.count("wedge") <= 2
        assert len({o.id for o in spec.objects}) == len(spec.objects)


def test_nothing_overlaps() -> None:
    for seed in range(30):
        objects = draw(seed).objects
        for i, a in enumerate(objects):
            for b in objects[:i]:
                gap = math.dist(a.position[:2], b.position[:2]) - SHAPES[a.category].radius - SHAPES[b.category].radius
                assert gap > TIGHT_GAP - 1e-9
    assert GAP > TIGHT_GAP


def test_every_object_of_twenty_seeds_can_be_reached() -> None:
    arm = Arm.from_urdf(PANDA.urdf, PANDA.arm_joints, PANDA.tcp_link, PANDA.home)
    for seed in range(20):
        for thing in draw(seed).objects:
            # A quarter turn gives the same grasp; the expert takes the one nearest to the hand's yaw.
            yaw = (thing.yaw + np.pi / 4) % (np.pi / 2) - np.pi / 4
            target, T = EndEffectorTarget.top_down(thing.position, yaw, 1.0), np.eye(4)
            T[:3, :3], T[:3, 3] = quaternion_matrix(target.quaternion), target.position
            assert arm.inverse(T, arm.rest).reached, (seed, thing)


def test_excluded_combinations_never_occur() -> None:
    for seed in range(20):
        spec = sample_tabletop(np.random.default_rng(seed), exclude=[("red", "block"), ("blue", "bowl")])
        assert not {"red block", "blue bowl"} & {o.id for o in spec.objects}


def test_given_objects_lie_there_in_order_and_twins_are_numbered() -> None:
    spec = sample_tabletop(np.random.default_rng(0), ["blue bowl", "red block", "red block"])
    assert [o.id for o in spec.objects] == ["blue bowl", "red block", "red block 2"]
    assert numbered([("red", "block")] * 3) == ["red block", "red block 2", "red block 3"]


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        sample_tabletop(np.random.default_rng(0), ["red bowl"] * 30)
    with pytest.raises(ValueError, match="8 are allowed"):
        sample_tabletop(np.random.default_rng(0), blocks=9)
    with pytest.raises(ValueError, match="say a colour"):
        parse_object("mauve block")


def test_clutter_stacks_fills_and_pushes_away() -> None:
    specs = [sample_tabletop(np.random.default_rng(seed), clutter=True) for seed in range(40)]
    heights = [o.position[2] for s in specs for o in s.objects if o.category == "block"]
    assert any(h > 0.05 for h in heights), "no block on another"
    assert any(0.02 < h < 0.03 for h in heights), "no block in a bowl"
    assert any(o.position[0] > 0.75 for s in specs for o in s.objects), "nothing out of reach"
