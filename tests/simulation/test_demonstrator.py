"""The scripted expert does what it is told, with friction alone."""

import numpy as np
import pytest

from simulation.demonstrator import LEAD, Demonstrator
from simulation.truth import succeeded
from simulation.world import SimulatedWorld, make_world

OBJECTS = ("red block", "green block", "blue bowl", "yellow bowl", "pink block")
COMMANDS = [
    ("pick_up", {"object": "red block"}),
    ("put_in", {"object": "red block", "container": "blue bowl"}),
    ("put_on", {"object": "red block", "support": "green block"}),
]


def carry_out(world: SimulatedWorld, skill: str, arguments: dict[str, str], limit: int = 150) -> bool:
    """Whether the expert says that it is done within so many control periods, and the truth agrees."""
    expert = Demonstrator(world)
    for _ in range(limit):
        action, over = expert.act(skill, arguments)
        if over:
            world.advance(120)
            return succeeded(skill, arguments, world.privileged.truth())
        world.apply(action)
    return False


def test_a_block_is_picked_up_and_put_in_the_bowl() -> None:
    world = make_world()
    assert carry_out(world, "pick_up", {"object": "red block"})
    assert carry_out(world, "put_in", {"object": "red block", "container": "blue bowl"})
    world.close()


def test_targets_lie_a_short_way_ahead(world: SimulatedWorld) -> None:
    expert = Demonstrator(world)
    for _ in range(10):
        action, _ = expert.act("pick_up", {"object": "red block"})
        ahead = np.subtract(action.position, world.proprioception().tcp_position)
        assert np.linalg.norm(ahead) <= LEAD + 1e-9
        world.apply(action)


def test_an_unknown_object_is_answered_with_those_there(world: SimulatedWorld) -> None:
    with pytest.raises(KeyError, match="red block, green block, blue bowl"):
        Demonstrator(world).act("pick_up", {"object": "pink block"})


@pytest.mark.slow
@pytest.mark.parametrize(("skill", "arguments"), COMMANDS)
def test_the_expert_succeeds_on_fresh_tables(skill: str, arguments: dict[str, str]) -> None:
    for seed in range(940_000, 940_006):
        world = make_world("tabletop", "panda", seed, OBJECTS)
        assert carry_out(world, skill, arguments), seed
        world.close()


@pytest.mark.slow
def test_a_friction_grasp_holds_on_a_fast_way() -> None:
    world = make_world("tabletop", "panda", 940_100, ["red block"])
    assert carry_out(world, "pick_up", {"object": "red block"})
    offset = _in_hand(world)
    for x, y, z in ((0.6, 0.25, 0.35), (0.4, -0.3, 0.2), (0.55, 0.2, 0.45), (0.45, 0.0, 0.15)):
        _go(world, (x, y, z))
        assert world.privileged.truth().held == "red block"
    assert np.linalg.norm(_in_hand(world) - offset) < 0.005
    world.close()


def _in_hand(world: SimulatedWorld) -> np.ndarray:
    T = world.proprioception().T_base_tcp
    return T[:3, :3].T @ (np.array(world.privileged.truth()["red block"].position) - T[:3, 3])


def _go(world: SimulatedWorld, position: tuple[float, float, float]) -> None:
    from skills.action import EndEffectorTarget

    for _ in range(15):
        world.apply(EndEffectorTarget.top_down(position, 0.2, 0.0))
