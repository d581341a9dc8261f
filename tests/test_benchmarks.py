"""The benchmarks ask what they say they ask."""

import numpy as np
import pytest
import torch

from affordances.networks import ValueNetwork
from affordances.value import LearnedValueFunction
from benchmarks.affordances import COUNTS, candidates, compare
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
