"""The Gymnasium environment keeps Gymnasium's contract, and its task can be solved through its own actions."""

from collections.abc import Iterator

import gymnasium
import numpy as np
import pytest
from gymnasium.utils.env_checker import check_env

from simulation.demonstrator import Demonstrator
from simulation.gym import ENVIRONMENT, MAX_STEPS, REACH, TURN, TabletopEnv, register
from skills import LibraryError


@pytest.fixture
def env() -> Iterator[TabletopEnv]:
    env = gymnasium.make(ENVIRONMENT, objects=("red block", "green block", "blue bowl"))
    assert isinstance(env.unwrapped, TabletopEnv)
    yield env.unwrapped
    env.close()


def test_the_checker_of_gymnasium_is_content() -> None:
    env = gymnasium.make("doable/Tabletop-v0")
    check_env(env.unwrapped)
    env.close()


def test_registering_again_does_no_harm() -> None:
    register()
    assert gymnasium.spec(ENVIRONMENT).max_episode_steps == MAX_STEPS


def test_the_same_seed_gives_the_same_episode(env: TabletopEnv) -> None:
    ends = []
    for _ in range(2):
        env.reset(seed=7)
        for action in np.random.default_rng(0).uniform(-1, 1, (5, 5)).astype(np.float32):
            observation, *_ = env.step(action)
        ends.append((observation["instruction"], env.world.state_hash()))
    assert ends[0] == ends[1]
    env.reset(seed=8)
    assert env.world.state_hash() != ends[0][1]


def test_the_expert_earns_the_reward(env: TabletopEnv) -> None:
    env.reset(seed=1, options={"command": "put the red block in the blue bowl"})
    expert, terminated = Demonstrator(env.world), False
    rewards: list[float] = []
    while not terminated and len(rewards) < 100:
        target, _ = expert.act(env.command.name, env.command.arguments)
        felt = env.world.proprioception()
        yaw = 2 * np.arctan2(target.quaternion[1], target.quaternion[0])
        turn = (yaw - felt.tcp_yaw + np.pi) % (2 * np.pi) - np.pi
        move = np.subtract(target.position, felt.tcp_position) / REACH
        action = np.array([*move, turn / TURN, 2 * target.gripper - 1], dtype=np.float32)
        _, reward, terminated, truncated, _ = env.step(action)
        assert not truncated
        rewards.append(float(reward))
    assert terminated
    assert rewards[-1] == 1.0
    assert not any(rewards[:-1])


def test_an_episode_is_truncated_in_time() -> None:
    env = gymnasium.make(ENVIRONMENT, objects=("red block",), max_episode_steps=3)
    env.reset(seed=0)
    ends = [env.step(np.zeros(5, dtype=np.float32))[2:4] for _ in range(3)]
    assert ends == [(False, False), (False, False), (False, True)]
    env.close()


def test_pictures_for_people_need_a_render_mode(env: TabletopEnv) -> None:
    env.reset(seed=0)
    assert env.render() is None
    with gymnasium.make(ENVIRONMENT, render_mode="rgb_array") as other:
        other.reset(seed=0)
        picture = other.render()
        assert isinstance(picture, np.ndarray)
        assert picture.shape == (240, 320, 3)


def test_mistakes_are_answered_with_what_is_right(env: TabletopEnv) -> None:
    with pytest.raises(gymnasium.error.ResetNeeded):
        TabletopEnv().step(np.zeros(5, dtype=np.float32))
    with pytest.raises(ValueError, match="choose from: panda"):
        TabletopEnv(robot="pandas")
    with pytest.raises(LibraryError):
        TabletopEnv(command="paint the red block")
    with pytest.raises(ValueError, match="there is: red block, green block, blue bowl"):
        env.reset(seed=0, options={"command": "pick up the pink block"})
    with pytest.raises(ValueError, match="at least one block"):
        env.reset(seed=0, options={"objects": ["blue bowl"]})
