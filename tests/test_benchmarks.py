"""The benchmarks ask what they say they ask."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from affordances.networks import ValueNetwork
from affordances.value import LearnedValueFunction
from benchmarks.affordances import COUNTS, candidates, compare
from benchmarks.collecting import shares
from benchmarks.libraries import LIBRARIES, world_of
from benchmarks.policies import KINDS, against_act, costs
from benchmarks.shortlisting import Moment, crowded, shortlist_loss, walk
from evaluation.planning_suite import load_planning_suite
from planner.baselines import calls_of
from planner.embedding import SentenceEncoder
from planner.goals.target import PlanningWorld, Target
from planner.search import Plan, find_plan
from planner.shortlist import SIZE, Shortlist
from planner.task_planner import planning_world
from simulation.world import make_world
from skills import SkillCall, tabletop_library
from skills.conditions import And, Atom, Condition, Or
from skills.language import CommandEncoder
from skills.networks import Spec
from skills.policies.act_network import ActShape


@pytest.mark.parametrize("count", COUNTS)
def test_every_decision_has_as_many_different_commands(count: int) -> None:
    texts = candidates(count)
    assert len(set(texts)) == len(texts) == count
    assert all(text.startswith(("pick up the ", "put the ")) for text in texts)


@pytest.mark.slow
def test_one_batched_pass_is_cheaper_and_says_the_same() -> None:
    torch.manual_seed(0)
    world = make_world()
    try:
        row = compare(LearnedValueFunction(ValueNetwork(Spec(("pick_up",)))), world.observe(), candidates(10))
    finally:
        world.close()
    assert row["commands"] == 10 and row["max_difference"] < 1e-5
    assert row["ratio"] > 2
    assert np.isfinite(list(row.values())).all()


@pytest.mark.parametrize("count", [count for count in LIBRARIES if count < 10_000])
def test_libraries_have_about_as_many_calls_as_they_say(count: int) -> None:
    world, task = world_of(*LIBRARIES[count])
    assert 0.9 * count < len(calls_of(world)) < 1.2 * count
    assert all(name in task for name in list(world.objects)[:2])


def test_a_crowded_world_still_has_its_task() -> None:
    suite = load_planning_suite("wording")
    task = suite.tasks[0]
    world = crowded(suite.world(task), 200)
    assert len(calls_of(world)) >= 200
    plan = find_plan(world, task.target)
    assert isinstance(plan, Plan)
    assert plan.steps == find_plan(suite.world(task), task.target).steps  # type: ignore[union-attr]


BOWLS = {"apple": "block", "pear": "block", "plum": "block", "green bowl": "bowl", "blue bowl": "bowl"}
TABLE = planning_world(tabletop_library(), BOWLS, ["hand empty()"])
APPLE = Atom("in", ("apple", "green bowl"))
PEAR = Atom("in", ("pear", "green bowl"))


@dataclass(frozen=True)
class Lacking(Shortlist):
    """Lists every call that can be made but some, the first times that it is asked."""

    lacks: str = ""
    asked: list[str] = field(default_factory=list)
    """Grows with every question in which a call was left out."""
    times: int = 1_000

    def choose(
        self, instruction: str, world: PlanningWorld, calls: Sequence[SkillCall], feasible: bool = True
    ) -> tuple[SkillCall, ...]:
        possible = tuple(call for call in calls if call.operator.applicable(world.facts))
        left = tuple(call for call in possible if not re.search(self.lacks, call.text))
        if left == possible or not self.lacks or len(self.asked) >= self.times:
            return possible
        self.asked.append(instruction)
        return left


def walked(goal: Condition, lacks: str = "", times: int = 1_000) -> tuple[bool, int]:
    found = walk("", TABLE, Target((goal,)), Lacking(SentenceEncoder(), lacks=lacks, times=times), None)
    assert found is not None
    return found.kept, len(found.steps)


def test_a_whole_list_keeps_the_plan() -> None:
    assert walked(And((APPLE, PEAR))) == (True, 4)


def test_any_call_that_is_as_good_will_do() -> None:
    assert walked(Or((APPLE, PEAR)), "pick up the apple") == (True, 2)
    assert walked(And((APPLE, PEAR)), "pick up the apple", times=1) == (True, 4)


def test_a_plan_is_lost_where_nothing_that_leads_to_the_goal_is_listed() -> None:
    assert walked(APPLE, "pick up the apple") == (False, 0)


def test_a_detour_counts_as_lost_even_where_it_ends_at_the_goal() -> None:
    kept, steps = walked(APPLE, "apple in the green", times=1)
    assert not kept and steps > 2
    assert Moment.at(TABLE, Target((APPLE,))).way() is not None


def test_a_goal_that_nobody_can_reach_is_no_walk() -> None:
    assert walk("", TABLE, Target((Atom("in", ("apple", "moon")),)), Lacking(SentenceEncoder()), None) is None


class Blank:
    """Finds every text alike."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.ones((len(texts), 1), np.float32)

    def pieces(self, text: str) -> NDArray[np.float32]:
        return np.ones((1, 1), np.float32)


def test_what_a_list_loses_is_counted() -> None:
    suites = [load_planning_suite("wording")]
    long, short = (shortlist_loss(suites, 120, Blank(), size, limit=3) for size in (1_000, 2))
    assert long["tasks"] == 3 and long["kept"] == long["right"] == long["right_without_a_list"] == 3
    assert long["points_lost"] == 0 and long["lost"] == []
    assert short["kept"] < 3 and len(short["lost"]) == 3 - short["kept"]
    assert short["points_lost"] > 0


def test_a_world_without_things_cannot_be_crowded() -> None:
    empty = planning_world(tabletop_library(), {}, ["hand empty()"])
    assert crowded(empty, 100) == empty


@pytest.mark.slow
def test_the_shortlist_keeps_plans() -> None:
    row = shortlist_loss([load_planning_suite("wording")], 300, SentenceEncoder(), SIZE, 5)
    assert row["tasks"] >= 5 and row["kept"] == row["tasks"]


@pytest.mark.slow
def test_policies_and_act_are_asked_in_turn() -> None:
    world = make_world()
    seen = world.observe()
    world.close()
    small = ActShape(action=14, state=14, width=16, heads=2, feedforward=16, encoder_layers=1, vae_layers=1)
    row = against_act(seen, CommandEncoder(), 1, small)
    assert row["ratio"] == pytest.approx(row["act_ms"] / row["ours_ms"])
    assert row["act_ms"] > row["act_128_ms"] > 0
    kinds = costs(seen, CommandEncoder(), 1, tiny=True)
    assert set(kinds) == set(KINDS)
    assert all(kind["rate"] > 0 and kind["parameters"] > 0 for kind in kinds.values())


@pytest.mark.slow
def test_shares_of_collecting_add_up() -> None:
    found = shares(2)
    assert sum(found.values()) == pytest.approx(1.0)
    assert found["physics"] > found["network"] == 0.0
    assert all(share >= 0 for share in found.values())
