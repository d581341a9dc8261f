"""The hand gets out of the way, on the simulated arm."""

import numpy as np
import pytest

from simulation.world import make_world
from skills import Runner
from skills.withdrawing import AWAY, withdrawal


@pytest.mark.slow
@pytest.mark.parametrize("holding", [False, True])
def test_the_hand_goes_up_and_back_and_opens_unless_it_holds_something(holding: bool) -> None:
    world = make_world()
    assert world.privileged.teleport_arm((0.5, 0.1, 0.08), 0.3, 0.0)
    before = world.proprioception()
    outcome = Runner(world).run_to_end(withdrawal(holding))
    now = world.proprioception()
    world.close()
    assert outcome.status == "done" and outcome.seconds < 4
    assert np.allclose(now.tcp_position - before.tcp_position, AWAY, atol=0.02)
    assert (now.gripper_opening > 0.07) == (not holding)
