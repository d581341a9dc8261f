"""Attempts at what is taught: begun as their kind says, shown by the experts, and judged."""

import numpy as np
import pytest

from evaluation.attempts import AttemptSpec
from evaluation.experts import report, show
from grounding.parts import split_name
from simulation.lessons import TEACHINGS
from simulation.shapes import NOVEL_SHAPES
from simulation.teaching import NOVEL_SHAPE_STOCK
from simulation.truth import meddled


def test_a_kind_that_is_not_taught_is_refused() -> None:
    with pytest.raises(ValueError, match="choose from: clean, stacked"):
        AttemptSpec(0, "pick_up", "muddy").build()


def test_the_same_seed_gives_the_same_attempt() -> None:
    first, again = (AttemptSpec(900_002, "put_in_drawer").build() for _ in range(2))
    assert first.call == again.call
    assert first.world.state_hash() == again.world.state_hash()
    first.world.close()
    again.world.close()


def test_a_hand_that_another_skill_left_begins_near_something() -> None:
    near = 0
    for seed in range(900_000, 900_010):
        attempt = AttemptSpec(seed, "close_drawer", near=True).build()
        truth, parts = attempt.world.privileged.truth(), attempt.world.privileged.parts_now()
        tcp = np.array(truth.tcp.position)
        assert 0.09 < tcp[2] < 0.27 and attempt.feasible
        assert min(np.linalg.norm(tcp[:2] - part.position[:2]) for part in parts) < 0.08
        near += min(np.linalg.norm(tcp[:2] - p.position[:2]) for p in parts if "drawer" in p.name) < 0.08
        attempt.world.close()
    assert near > 4


def test_a_shape_that_nobody_knows_is_told_by_its_colour() -> None:
    for seed in range(900_000, 900_012):
        attempt = AttemptSpec(seed, "pick_up", stock=NOVEL_SHAPE_STOCK).build()
        (colour, kind), things = split_name(attempt.target), attempt.world.privileged.truth().things
        assert kind in NOVEL_SHAPES
        assert sum(split_name(o.id)[0] == colour for o in things if o.category in NOVEL_SHAPES) == 1
        attempt.world.close()


def test_an_expert_is_reported() -> None:
    line = report([show(AttemptSpec(900_001, "press"))])
    assert line.startswith("press") and "1/1 [0.207, 1.000]" in line


def test_what_was_moved_without_being_named_is_found() -> None:
    attempt = AttemptSpec(900_001, "open_drawer").build()
    world, before = attempt.world, attempt.world.privileged.truth()
    thing = next(o.id for o in before.things if not before.within(o, before.fixture("drawer")))
    world.privileged.displace(thing, (0.04, 0.0))
    world.privileged.pull("drawer", 0.1)
    now = world.privileged.truth()
    assert meddled(before, now, attempt.call.arguments) == (thing,)
    assert meddled(before, now, {}) == (thing, "drawer")
    world.close()


@pytest.mark.slow
@pytest.mark.parametrize("name", TEACHINGS)
def test_every_expert_shows_its_skill(name: str) -> None:
    for kind in TEACHINGS[name].kinds:
        shown = show(AttemptSpec(900_200, name, kind))
        assert shown.success and not shown.cause, shown


@pytest.mark.slow
@pytest.mark.parametrize("name", TEACHINGS)
def test_infeasible_situations_are_what_they_say(name: str) -> None:
    for kind in TEACHINGS[name].infeasible:
        attempt = AttemptSpec(900_300, name, kind).build()
        assert not attempt.feasible
        attempt.world.close()
