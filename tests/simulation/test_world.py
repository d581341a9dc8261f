"""The world keeps its promises: the same seed the same run, stops, limits, saving, and errors that help."""

import subprocess
import sys

import numpy as np
import pytest

from simulation.world import PHYSICS_RATE, SimulatedWorld, make_world
from skills.action import EndEffectorTarget, JointTarget
from skills.ports import EmergencyStop

DOWN = EndEffectorTarget.top_down((0.5, 0.1, 0.15), 0.3, 0.0)
AWAY = EndEffectorTarget.top_down((0.4, -0.2, 0.3), -0.4, 1.0)
MOTIONS = (((0.5, 0.1, 0.02), 0.3, 0.0), ((0.4, -0.2, 0.3), -0.4, 1.0))
RUN = f"""
from simulation.world import make_world
from skills.action import EndEffectorTarget
world = make_world("tabletop", "panda", 5)
for target in {MOTIONS}:
    for _ in range(5):
        world.apply(EndEffectorTarget.top_down(*target))
print(world.state_hash())
"""


def test_the_same_seed_gives_the_same_run_in_another_process_and_nothing_else_is_printed() -> None:
    world = make_world("tabletop", "panda", 5)
    for target in MOTIONS:
        for _ in range(5):
            world.apply(EndEffectorTarget.top_down(*target))
    done = subprocess.run([sys.executable, "-c", RUN], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == (world.state_hash() + "\n", "")
    world.close()


def test_another_seed_gives_another_world() -> None:
    worlds = [make_world("tabletop", "panda", seed, ["red block"]) for seed in (1, 2)]
    assert worlds[0].state_hash() != worlds[1].state_hash()
    for world in worlds:
        world.close()


def test_a_stop_brakes_and_holds_until_it_is_lifted(world: SimulatedWorld) -> None:
    for _ in range(3):
        world.apply(DOWN)
    assert np.abs(world.setpoint.velocity).max() > 0.2
    world.stop()
    assert not world.setpoint.moving
    before = world.state_hash()
    with pytest.raises(EmergencyStop, match="release"):
        world.apply(AWAY)
    assert world.state_hash() == before
    world.release()
    world.apply(AWAY)
    assert world.state_hash() != before


def test_a_target_that_is_no_number_stops_the_robot(world: SimulatedWorld) -> None:
    for action in (
        EndEffectorTarget.top_down((0.5, float("nan"), 0.2), 0.0, 1.0),
        EndEffectorTarget((0.5, 0.0, 0.2), (0.0, 0.0, 0.0, 0.0), 1.0),
        JointTarget((float("inf"),) * 7, 1.0),
    ):
        with pytest.raises(EmergencyStop, match="no pose"):
            world.apply(action)
        with pytest.raises(EmergencyStop, match="release"):
            world.apply(DOWN)
        world.release()


def test_velocity_acceleration_and_jerk_stay_within_the_limits(world: SimulatedWorld) -> None:
    robot, states, rng = world.robot, [world.setpoint.state], np.random.default_rng(0)
    for _ in range(200):
        goal = rng.uniform(world.arm.lower, world.arm.upper)
        for _ in range(int(rng.integers(1, 24))):
            world.setpoint.towards(goal, 1)
            states.append(world.setpoint.state)
    _, velocity, acceleration = np.array(states).transpose(1, 0, 2)
    jerk = np.diff(acceleration, axis=0) * PHYSICS_RATE
    for rates, limit in (
        (velocity, robot.max_velocity),
        (acceleration, robot.max_acceleration),
        (jerk, robot.max_jerk),
    ):
        used = np.abs(rates).max(axis=0) / limit
        assert used.max() < 1 + 1e-6
        assert used.max() > 0.9, "the limits were never reached: the test shows nothing"


def test_the_joints_follow_the_setpoint(world: SimulatedWorld) -> None:
    for action in (DOWN, AWAY):
        for _ in range(8):
            world.apply(action)
            felt = world.proprioception().joint_positions
            assert np.abs(felt - world.setpoint.position).max() < 0.02


def test_the_hand_arrives_and_the_table_is_never_touched(world: SimulatedWorld) -> None:
    for _ in range(25):
        world.apply(EndEffectorTarget.top_down((0.45, 0.0, 0.25), 0.4, 1.0))
    felt = world.proprioception()
    assert np.linalg.norm(felt.tcp_position - (0.45, 0.0, 0.25)) < 0.004
    assert felt.tcp_yaw == pytest.approx(0.4, abs=0.02)
    for _ in range(25):
        world.apply(EndEffectorTarget.top_down((0.45, 0.0, -0.2), 0.4, 1.0))
        assert not world.client.getContactPoints(world.body, world.table)


def test_joint_targets_never_lead_into_the_table(world: SimulatedWorld) -> None:
    pose = np.diag([1.0, -1.0, -1.0, 1.0])
    pose[:3, 3] = (0.45, 0.0, -0.05)
    low = world.arm.inverse(pose, np.array(world.robot.home)).joints
    assert world.arm.forward(low)[2, 3] < 0
    for _ in range(40):
        world.apply(JointTarget(tuple(map(float, low)), 1.0))
        assert not world.client.getContactPoints(world.body, world.table)
    assert world.proprioception().tcp_position[2] < 0.03


def test_the_joints_for_a_pose_lead_where_the_pose_does(world: SimulatedWorld) -> None:
    start = world.proprioception().joint_positions
    joints = world.joints_for(DOWN)
    world.apply(DOWN)
    by_pose = world.proprioception().joint_positions
    world.reset_arm(start, 1.0)
    world.apply(JointTarget(tuple(map(float, joints)), DOWN.gripper))
    assert world.proprioception().joint_positions == pytest.approx(by_pose, abs=2e-3)


def test_a_target_out_of_reach_is_approached(world: SimulatedWorld) -> None:
    start = world.proprioception().tcp_position[0]
    for _ in range(30):
        world.apply(EndEffectorTarget.top_down((1.0, 0.0, 0.4), 0.0, 1.0))
    assert world.proprioception().tcp_position[0] > start + 0.1


def test_unknown_names_are_answered_with_the_valid_ones() -> None:
    with pytest.raises(ValueError, match="choose from: tabletop"):
        make_world("kitchn", "panda", 0)
    with pytest.raises(ValueError, match="choose from: panda"):
        make_world("tabletop", "pandas", 0)
    with pytest.raises(ValueError, match=r"unknown object 'red blok'.*block, bowl"):
        make_world("tabletop", "panda", 0, ["red blok"])


def test_the_default_table_has_what_the_examples_name() -> None:
    world = make_world()
    assert {"red block", "blue bowl"} <= set(world.bodies)
    world.close()
