"""The scripted value function and detector judge facts, unless their script says otherwise."""

import pytest

from affordances.fake import FakeDetector, FakeValueFunction
from skills import tabletop_library
from skills.fake import FakeWorld

LIBRARY = tabletop_library()
PICK = "pick up the red block"


@pytest.fixture
def world() -> FakeWorld:
    return FakeWorld.of({"red block": "block", "blue bowl": "bowl"}, ["hand empty()"])


def test_values_follow_the_preconditions(world: FakeWorld) -> None:
    commands = [PICK, "put the red block in the blue bowl", "pick up the pink block", "done"]
    values = FakeValueFunction(LIBRARY, {"done": 0.4}).score(world.observe(), commands)
    assert values.tolist() == [0.95, 0.05, 0.05, 0.4]


def test_verdicts_follow_the_facts_and_the_script_comes_first(world: FakeWorld) -> None:
    detector = FakeDetector(LIBRARY, {PICK: [False]})
    before = world.observe()
    world.carry_out(LIBRARY.parse(PICK))
    assert not detector.judge(before, world.observe(), PICK).success
    assert detector.judge(before, world.observe(), PICK).success
    assert not detector.judge(before, before, PICK).success
