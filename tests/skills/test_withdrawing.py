"""The hand gets out of sight, on the simulated arm."""

import numpy as np
import pytest

from grounding import Observation
from simulation.world import make_world
from skills import ActionChunk, EmergencyStop, EndEffectorTarget, Runner, Skill, SkillCall
from skills.fake import FakeWorld
from skills.withdrawing import Withdrawal

TOUCH = Skill(name="touch", template="touch", timeout=3.0)


class Touching:
    """Goes nowhere, with the fingers as it is told, and is done."""

    def __init__(self, position: tuple[float, float, float], gripper: float) -> None:
        self.action = EndEffectorTarget.top_down(position, 0.3, gripper)

    def start(self, command: str) -> "Touching":
        return self

    def act(self, observation: Observation) -> ActionChunk:
        return ActionChunk((self.action,), 1.0)


@pytest.mark.slow
@pytest.mark.parametrize("gripper", [0.0, 1.0])
def test_the_hand_goes_up_and_then_to_where_it_waits_with_the_fingers_as_they_are(gripper: float) -> None:
    world, here = make_world(), (0.5, 0.1, 0.08)
    assert world.privileged.teleport_arm(here, 0.3, gripper)
    way = Withdrawal(world.robot.waits)
    passed: list[np.ndarray] = []
    outcome = Runner(world, withdrawal=way).run_to_end(
        SkillCall(TOUCH),
        Touching(here, gripper),
        lambda tick: passed.append(tick.observation.proprioception.tcp_position),
    )
    now = world.proprioception()
    world.close()
    assert outcome.status == "done" and outcome.seconds < 6
    assert np.allclose(now.tcp_position, way.position, atol=0.03)
    assert (now.gripper_opening > 0.07) == (gripper == 1.0)
    low = [point for point in passed if point[2] < here[2] + way.rise - 0.03]
    assert len(low) > 1 and np.allclose(np.array(low)[:, :2], here[:2], atol=0.02)


@pytest.mark.slow
def test_the_hand_waits_where_it_begins() -> None:
    world = make_world()
    begins = world.proprioception().tcp_position
    world.close()
    assert np.allclose(begins, world.robot.waits, atol=0.01)


class Stopping(FakeWorld):
    """Stops when it is moved for the second time."""

    moved = 0

    def apply(self, action: object) -> None:
        self.moved += 1
        if self.moved > 1:
            raise EmergencyStop("enough")
        super().apply(action)  # type: ignore[arg-type]


def test_what_stops_the_hand_on_its_way_stops_the_attempt() -> None:
    policy = Touching((0.0, 0.0, 0.0), 1.0)
    outcome = Runner(Stopping.of({}, []), withdrawal=Withdrawal((1.0, 0.0, 1.0))).run_to_end(SkillCall(TOUCH), policy)
    assert (outcome.status, outcome.reason, outcome.failure) == ("stopped", "enough", "limit")


def test_who_never_moved_is_not_moved() -> None:
    class Done(Touching):
        def act(self, observation: Observation) -> ActionChunk:
            raise RuntimeError("cannot")

    world = FakeWorld.of({}, [])
    outcome = Runner(world, withdrawal=Withdrawal((1.0, 0.0, 1.0))).run_to_end(SkillCall(TOUCH), Done((0, 0, 0), 1.0))
    assert outcome.status == "error" and outcome.ticks == 0
