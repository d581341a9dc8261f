from collections.abc import Iterator

import numpy as np
import pytest

from grounding import Fact
from simulation.truth import succeeded
from simulation.world import SimulatedWorld, make_world


@pytest.fixture
def world() -> Iterator[SimulatedWorld]:
    built = make_world(seed=21, objects=["red block", "green block", "blue bowl", "pink wedge"])
    yield built
    built.close()


def above(world: SimulatedWorld, id: str, height: float) -> tuple[float, float, float]:
    x, y, _ = world.privileged.truth()[id].position
    return (x, y, height)


def test_nothing_holds_on_an_untouched_table(world: SimulatedWorld) -> None:
    truth = world.privileged.truth()
    assert truth.facts() == {Fact("hand empty")}
    assert not succeeded("pick_up", {"object": "red block"}, truth)
    assert not succeeded("put_in", {"object": "red block", "container": "blue bowl"}, truth)
    assert not succeeded("put_on", {"object": "red block", "support": "green block"}, truth)
    assert truth["red block"].upright and truth["red block"].bottom == pytest.approx(0, abs=1e-3)
    with pytest.raises(KeyError, match="there is: red block, green block"):
        truth["cyan block"]


def test_a_block_let_fall_into_a_bowl_is_in_it(world: SimulatedWorld) -> None:
    world.privileged.place("red block", above(world, "blue bowl", 0.06), 0.3)
    world.advance(120)
    truth = world.privileged.truth()
    assert Fact("in", ("red block", "blue bowl")) in truth.facts()
    assert succeeded("put_in", {"object": "red block", "container": "blue bowl"}, truth)
    assert truth.support_height(truth["red block"]) == pytest.approx(0.005, abs=2e-3)


def test_a_block_beside_a_bowl_is_not_in_it(world: SimulatedWorld) -> None:
    x, y, _ = above(world, "blue bowl", 0)
    world.privileged.place("red block", (x, y - 0.1, 0.021), 0.0)
    world.advance(60)
    assert not succeeded("put_in", {"object": "red block", "container": "blue bowl"}, world.privileged.truth())


def test_a_block_on_a_block_rests_on_it_and_covers_it(world: SimulatedWorld) -> None:
    world.privileged.place("red block", above(world, "green block", 0.061), 0.0)
    world.advance(120)
    truth = world.privileged.truth()
    assert Fact("on", ("red block", "green block")) in truth.facts()
    assert succeeded("put_on", {"object": "red block", "support": "green block"}, truth)
    assert not truth.clear(truth["green block"]) and truth.clear(truth["red block"])


def test_a_block_that_still_falls_is_not_yet_put(world: SimulatedWorld) -> None:
    world.privileged.place("red block", above(world, "green block", 0.066), 0.0)
    world.advance(8)
    assert world.privileged.truth()["red block"].speed > 0.1
    assert not succeeded("put_on", {"object": "red block", "support": "green block"}, world.privileged.truth())


@pytest.mark.parametrize("thing", ["red block", "pink wedge"])
def test_what_is_in_the_hand_is_held_and_picked_up(world: SimulatedWorld, thing: str) -> None:
    assert world.privileged.put_in_hand(thing)
    truth = world.privileged.truth()
    assert truth.held == thing
    assert truth.facts() == {Fact("holding", (thing,))}
    assert succeeded("pick_up", {"object": thing}, truth)
    assert not succeeded("put_on", {"object": thing, "support": "green block"}, truth)


def test_another_skill_is_refused(world: SimulatedWorld) -> None:
    with pytest.raises(ValueError, match="pick_up, put_in, put_on"):
        succeeded("juggle", {"object": "red block"}, world.privileged.truth())


def test_things_can_be_moved_and_painted(world: SimulatedWorld) -> None:
    before = world.privileged.truth()["red block"].position
    world.privileged.displace("red block", (0.02, -0.01))
    np.testing.assert_allclose(world.privileged.truth()["red block"].position, np.add(before, (0.02, -0.01, 0)))
    assert world.privileged.recolour("red block", "yellow") == "yellow block"
    truth, masks = world.privileged.truth(), world.privileged.masks("front")
    assert truth["yellow block"].colour == "yellow"
    index = [thing.id for thing in truth.objects].index("yellow block")
    r, g, b = world.observe().images["front"].rgb[masks == index].mean(axis=0)
    assert min(r, g) > 2 * b
    with pytest.raises(ValueError, match="already"):
        world.privileged.recolour("yellow block", "green")
    with pytest.raises(KeyError, match="no 'red block'"):
        world.privileged.displace("red block", (0.0, 0.0))


def test_the_arm_can_be_put_anywhere_within_reach(world: SimulatedWorld) -> None:
    assert world.privileged.teleport_arm((0.6, -0.2, 0.15), 0.5, 0.25)
    tool = world.privileged.truth().tcp
    np.testing.assert_allclose(tool.position, (0.6, -0.2, 0.15), atol=2e-3)
    assert tool.yaw == pytest.approx(0.5, abs=0.02)
    assert tool.opening == pytest.approx(0.02, abs=1e-3)
    before = world.state_hash()
    assert not world.privileged.teleport_arm((1.2, 0.0, 0.2), 0.0, 1.0)
    assert world.state_hash() == before


def test_a_look_into_the_future_is_taken_back(world: SimulatedWorld) -> None:
    before = world.state_hash()
    with world.privileged.undone():
        world.privileged.place("red block", above(world, "blue bowl", 0.06), 0.0)
        world.advance(60)
        assert world.state_hash() != before
    assert world.state_hash() == before
