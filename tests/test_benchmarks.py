"""The benchmarks ask what they say they ask."""

import numpy as np
import pytest
import torch

from affordances.networks import ValueNetwork
from affordances.value import LearnedValueFunction
from benchmarks.affordances import COUNTS, candidates, compare
from benchmarks.libraries import LIBRARIES, crowded, kept_by_shortlist, world_of
from evaluation.planning_suite import load_planning_suite
from planner.baselines import calls_of
from planner.search import Plan, find_plan
from simulation.world import make_world


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
        row = compare(LearnedValueFunction(ValueNetwork()), world.observe(), candidates(10))
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


@pytest.mark.slow
def test_the_shortlist_keeps_plans() -> None:
    row = kept_by_shortlist([load_planning_suite("wording")], 300, 5)
    assert row["tasks"] >= 5 and row["lost"] == 0
