"""The world keeps its promises: the same seed the same run, stops, limits, saving, and errors that help."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from simulation.world import PHYSICS_RATE, SimulatedWorld, make_world
from skills.action import EndEffectorTarget, JointTarget
from skills.ports import EmergencyStop

DOWN = EndEffectorTarget.top_down((0.5, 0.1, 0.15), 0.3, 0.0)
AWAY = EndEffectorTarget.top_down((0.4, -0.2, 0.3), -0.4, 1.0)
RUN = """
import sys
from simulation.world import SimulatedWorld, make_world
from skills.action import EndEffectorTarget
if sys.argv[1] == "new":
    world = make_world("tabletop", "panda", 5)
else:
    world = SimulatedWorld.load(sys.argv[1])
for position, yaw, gripper in (((0.5, 0.1, 0.02), 0.3, 0.0), ((0.4, -0.2, 0.3), -0.4, 1.0)):
    for _ in range(5):
        world.apply(EndEffectorTarget.top_down(position, yaw, gripper))
print(world.state_hash())
"""


def elsewhere(source: str) -> str:
    """What a new process prints after the actions above."""
    done = subprocess.run([sys.executable, "-c", RUN, source], capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout


def here(world: SimulatedWorld) -> str:
    for position, yaw, gripper in (((0.5, 0.1, 0.02), 0.3, 0.0), ((0.4, -0.2, 0.3), -0.4, 1.0)):
        for _ in range(5):
            world.apply(EndEffectorTarget.top_down(position, yaw, gripper))
    return world.state_hash()


def test_the_same_seed_gives_the_same_run_in_another_process_and_nothing_else_is_printed() -> None:
    world = make_world("tabletop", "panda", 5)
    assert elsewhere("new") == here(world) + "\n"
    world.close()


def test_another_seed_gives_another_world() -> None:
    worlds = [make_world("tabletop", "panda", seed, ["red block"]) for seed in (1, 2)]
    assert worlds[0].state_hash() != worlds[1].state_hash()
    for world in worlds:
        world.close()


def test_a_saved_world_goes_on_identically_in_another_process(tmp_path: Path, world: SimulatedWorld) -> None:
    assert world.privileged.put_in_hand("red block")
    world.apply(EndEffectorTarget.top_down((0.5, 0.1, 0.2), 0.3, 0.0))
    world.save(tmp_path / "world")
    assert elsewhere(str(tmp_path / "world")) == here(world) + "\n"
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".world")] == []


def test_a_loaded_world_has_the_saved_hash_and_pictures(tmp_path: Path, world: SimulatedWorld) -> None:
    world.apply(DOWN)
    world.stop()
    world.save(tmp_path / "world")
    again = SimulatedWorld.load(tmp_path / "world")
    assert again.state_hash() == world.state_hash()
    assert np.array_equal(again.observe().images["front"].rgb, world.observe().images["front"].rgb)
    with pytest.raises(EmergencyStop):
        again.apply(DOWN)
    again.close()


@pytest.mark.parametrize("content", [b"", b"PK nonsense", b"{}"])
def test_a_damaged_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "world").write_bytes(content)
    with pytest.raises(ValueError, match="holds no saved world"):
        SimulatedWorld.load(tmp_path / "world")


def test_a_cut_file_is_refused(tmp_path: Path, world: SimulatedWorld) -> None:
    world.save(tmp_path / "world")
    whole = (tmp_path / "world").read_bytes()
    (tmp_path / "world").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ValueError, match="holds no saved world"):
        SimulatedWorld.load(tmp_path / "world")


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
    robot, states = world.robot, [world.setpoint.state]
    rng = np.random.default_rng(0)
    follow = world._follow
    world._follow = lambda path: None  # type: ignore[method-assign]
    for _ in range(300):
        target = EndEffectorTarget.top_down(tuple(rng.uniform((0.3, -0.3, 0.0), (0.7, 0.3, 0.4))), rng.normal(), 1.0)
        goal = world._goal(target) if rng.random() < 0.8 else rng.uniform(-3, 3, 7)
        for _ in range(int(rng.integers(1, 24))):
            world.setpoint.towards(np.clip(goal, world.arm.lower, world.arm.upper), 1)
            states.append(world.setpoint.state)
    world._follow = follow  # type: ignore[method-assign]
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


def test_an_unreachable_target_is_approached(world: SimulatedWorld) -> None:
    for _ in range(30):
        world.apply(EndEffectorTarget.top_down((3.0, 0.0, 0.4), 0.0, 1.0))
    assert world.proprioception().tcp_position[0] > 0.6


def test_unknown_names_are_answered_with_the_valid_ones() -> None:
    with pytest.raises(ValueError, match="choose from: tabletop"):
        make_world("kitchn", "panda", 0)
    with pytest.raises(ValueError, match="choose from: panda"):
        make_world("tabletop", "pandas", 0)
    with pytest.raises(ValueError, match="unknown object 'red blok'.*block, bowl"):
        make_world("tabletop", "panda", 0, ["red blok"])


def test_the_default_table_has_what_the_examples_name() -> None:
    world = make_world()
    assert {"red block", "blue bowl"} <= set(world.bodies)
    world.close()
