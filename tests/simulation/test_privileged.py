"""What only a simulator can know and do."""

import numpy as np
import pytest

from grounding import Fact
from simulation.truth import succeeded
from simulation.world import SimulatedWorld
from skills.action import EndEffectorTarget


def test_what_is_undone_leaves_no_trace(world: SimulatedWorld) -> None:
    assert world.privileged.put_in_hand("red block")
    world.apply(EndEffectorTarget.top_down((0.5, 0.1, 0.2), 0.3, 0.0))
    before, picture = world.state_hash(), world.picture().copy()
    with world.privileged.undone():
        for _ in range(10):
            world.apply(EndEffectorTarget.top_down((0.4, -0.2, 0.1), -0.3, 1.0))
        world.stop()
        assert world.state_hash() != before
    assert world.state_hash() == before
    assert np.array_equal(world.picture(), picture)


def test_the_future_is_the_same_after_looking_into_it(world: SimulatedWorld) -> None:
    action = EndEffectorTarget.top_down((0.5, 0.1, 0.05), 0.3, 0.0)
    world.apply(action)
    with world.privileged.undone():
        for _ in range(5):
            world.apply(action)
        foreseen = world.state_hash()
    for _ in range(5):
        world.apply(action)
    assert world.state_hash() == foreseen


def test_a_held_object_is_known_and_counts_as_picked_up(world: SimulatedWorld) -> None:
    assert Fact("hand empty") in world.privileged.truth().facts()
    assert world.privileged.put_in_hand("green block")
    truth = world.privileged.truth()
    assert truth.held == "green block"
    assert Fact("holding", ("green block",)) in truth.facts()
    assert succeeded("pick_up", {"object": "green block"}, truth)
    assert not succeeded("pick_up", {"object": "red block"}, truth)


def test_in_and_on(world: SimulatedWorld) -> None:
    bowl, green = world.privileged.truth()["blue bowl"], world.privileged.truth()["green block"]
    world.privileged.place("red block", (bowl.position[0], bowl.position[1], 0.05), 0.0)
    world.advance(60)
    truth = world.privileged.truth()
    assert Fact("in", ("red block", "blue bowl")) in truth.facts()
    assert succeeded("put_in", {"object": "red block", "container": "blue bowl"}, truth)
    world.privileged.place("red block", (green.position[0], green.position[1], 0.0605), green.yaw)
    world.advance(60)
    truth = world.privileged.truth()
    assert Fact("on", ("red block", "green block")) in truth.facts()
    assert Fact("in", ("red block", "blue bowl")) not in truth.facts()
    assert succeeded("put_on", {"object": "red block", "support": "green block"}, truth)
    assert not truth.clear(truth["green block"])


def test_displacing_moves_exactly_that_far(world: SimulatedWorld) -> None:
    before = world.privileged.truth()
    world.privileged.displace("red block", (0.03, -0.04))
    after = world.privileged.truth()
    assert np.subtract(after["red block"].position, before["red block"].position) == pytest.approx([0.03, -0.04, 0])
    assert after["green block"] == before["green block"]


def test_a_recoloured_object_has_another_name_and_look(world: SimulatedWorld) -> None:
    before = world.picture().copy()
    assert world.privileged.recolour("red block", "yellow") == "yellow block"
    assert world.privileged.truth()["yellow block"].colour == "yellow"
    assert not np.array_equal(world.picture(), before)
    with pytest.raises(ValueError, match="green block already"):
        world.privileged.recolour("yellow block", "green")


def test_unknown_objects_and_skills_are_answered_with_the_valid_ones(world: SimulatedWorld) -> None:
    with pytest.raises(KeyError, match="red block, green block, blue bowl"):
        world.privileged.displace("pink block", (0.0, 0.0))
    with pytest.raises(KeyError, match="red block, green block, blue bowl"):
        world.privileged.truth()["pink block"]
    with pytest.raises(ValueError, match="pick_up, put_in, put_on"):
        succeeded("dance", {}, world.privileged.truth())


def test_an_arm_is_not_teleported_out_of_reach(world: SimulatedWorld) -> None:
    before = world.state_hash()
    assert not world.privileged.teleport_arm((1.5, 0.0, 0.2), 0.0, 1.0)
    assert world.state_hash() == before
