"""A small table-top that most tests here share."""

from collections.abc import Iterator

import pytest

from simulation.world import SimulatedWorld, make_world


@pytest.fixture
def world() -> Iterator[SimulatedWorld]:
    """A red block, a green block and a blue bowl."""
    world = make_world("tabletop", "panda", 3, ["red block", "green block", "blue bowl"])
    yield world
    world.close()
