"""The scripted doubles behave as their script says, through the real runner."""

import pytest

from grounding import Observation
from skills import LibraryError, Runner, tabletop_library
from skills.fake import FakeGrounder, FakePolicy, FakeWorld

OBJECTS = {"red block": "block", "green block": "block", "blue bowl": "bowl"}
LIBRARY = tabletop_library()


@pytest.fixture
def world() -> FakeWorld:
    return FakeWorld.of(OBJECTS, ["hand empty()"])


def facts(world: FakeWorld) -> list[str]:
    return sorted(map(str, FakeGrounder().ground(world.observe()).facts))


def run(world: FakeWorld, policy: FakePolicy, call: str) -> str:
    return Runner(world).run_to_end(LIBRARY.parse(call), policy).status


def test_a_task_is_carried_out_in_symbols(world: FakeWorld) -> None:
    policy = FakePolicy(LIBRARY, world)
    assert run(world, policy, "pick_up(red block)") == "done"
    assert facts(world) == ["holding(red block)"]
    assert run(world, policy, "put_in(red block, blue bowl)") == "done"
    assert facts(world) == ["hand empty()", "in(red block, blue bowl)"]
    assert policy.attempts == ["pick up the red block", "put the red block in the blue bowl"]


@pytest.mark.parametrize(
    ("failure", "status"), [("miss", "done"), ("hang", "timeout"), ("stop", "stopped"), ("error", "error")]
)
def test_failures_come_as_scripted_and_then_no_more(world: FakeWorld, failure, status: str) -> None:
    policy = FakePolicy(LIBRARY, world, fail={"pick_up(red block)": [failure]})
    assert run(world, policy, "pick_up(red block)") == status
    assert facts(world) == ["hand empty()"]
    world.release()
    assert run(world, policy, "pick_up(red block)") == "done"
    assert facts(world) == ["holding(red block)"]


def test_nothing_happens_where_the_preconditions_do_not_hold(world: FakeWorld) -> None:
    world.change(add=["on(green block, red block)"])
    run(world, FakePolicy(LIBRARY, world), "pick_up(red block)")
    assert facts(world) == ["hand empty()", "on(green block, red block)"]


def test_a_disturbance_changes_the_facts(world: FakeWorld) -> None:
    world.change(add=["holding(red block)"], remove=["hand empty()"])
    assert facts(world) == ["holding(red block)"]


def test_objects_have_colours_and_places(world: FakeWorld) -> None:
    block, green, _ = world.scene.objects
    assert block.attributes == {"colour": "red"} and block.position != green.position


def test_a_script_for_an_unknown_call_and_a_foreign_observation_are_refused(world: FakeWorld) -> None:
    with pytest.raises(LibraryError, match="did you mean 'pick_up'"):
        FakePolicy(LIBRARY, world, fail={"pikc_up(red block)": 1})
    with pytest.raises(TypeError, match="only what a FakeWorld observes, not Observation"):
        FakeGrounder().ground(Observation({}, world.observe().proprioception, 0.0))
