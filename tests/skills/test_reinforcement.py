from pathlib import Path

import numpy as np
import pytest
import torch

from grounding import Proprioception
from grounding.training import Schedule
from skills.finishing import Finishing
from skills.networks import BODY, CHUNK, HISTORY, LOOKS, TEXT, YAW, Spec, VLANetwork, body_vector
from skills.reinforcement import (
    HEAVIEST,
    Critic,
    Experience,
    Exploration,
    Explorer,
    advantages,
    followed,
    imitable,
    read_experience,
    regress,
    returns,
    train_critic,
    weights_of,
    write_attempt,
)
from skills.vla import EXECUTE, VLAPolicy
from tests.small import Commands, observation

SPEC = Spec(("pick_up", "press"), width=32)


@pytest.fixture
def policy() -> VLAPolicy:
    torch.manual_seed(0)
    return VLAPolicy(VLANetwork(SPEC), Commands())


def explored(policy: VLAPolicy, calm: float, seed: int = 0) -> tuple[Explorer, list[np.ndarray]]:
    """Three decisions, and where the hand was told to go."""
    explorer = Explorer(policy, np.random.default_rng(seed), Exploration(calm=calm))
    episode = explorer.start("press the button")
    chunks = [episode.act(observation(i)) for i in range(3)]
    return explorer, [np.array([action.position for action in chunk.actions]) for chunk in chunks]  # type: ignore[union-attr]


def hand_at(x: float) -> Proprioception:
    pose = np.eye(4)
    pose[:3, 3] = [x, 0.0, 0.2]
    return Proprioception(pose, 0.08, np.zeros(7), np.zeros(7))


def experience(success: list[bool], length: int = 4, seed: int = 0) -> Experience:
    """Attempts whose hand was pushed by (success - 0.5) along x, from much the same moments."""
    rng, n = np.random.default_rng(seed), len(success) * length
    attempt = np.repeat(np.arange(len(success)), length)
    worked = np.array(success)
    chunk = np.zeros((n, CHUNK, 5), np.float32)
    chunk[..., 0] = 0.02 * np.where(worked[attempt], 1.0, -1.0)[:, None]
    moments = {
        "text": np.ones((n, TEXT), np.float32),
        "where": rng.normal([0.5, 0.0, 0.1], 0.001, (n, LOOKS, 3)).astype(np.float32),
        "yaw": np.zeros((n, LOOKS, YAW), np.float32),
        "far": np.full((n, 3), 0.5, np.float32),
        "nowhere": np.zeros((n, LOOKS), np.float32),
        "body": np.zeros((n, 1 + HISTORY, BODY), np.float32),
        "chunk": chunk,
        "done": np.zeros(n, np.float32),
    }
    return Experience(moments, attempt, worked, np.array(["press"] * len(success)))


def test_a_calm_explorer_does_what_the_policy_does(policy: VLAPolicy) -> None:
    explorer, calm = explored(policy, calm=1.0)
    episode = policy.start("press the button")
    plain = [np.array([a.position for a in episode.act(observation(i)).actions]) for i in range(3)]  # type: ignore[union-attr]
    assert np.allclose(calm, plain)
    assert len(explorer.moments) == 3


def test_pushes_last_from_one_decision_to_the_next(policy: VLAPolicy) -> None:
    _, calm = explored(policy, calm=1.0)
    pushes = []
    for seed in range(16):
        _, pushed = explored(policy, calm=0.0, seed=seed)
        assert np.allclose(np.diff(pushed[0] - calm[0], axis=0), 0), "all actions of a chunk are pushed alike"
        pushes.append([(pushed[i] - calm[i])[0] for i in range(3)])
    first, second = np.array(pushes)[:, 0].ravel(), np.array(pushes)[:, 1].ravel()
    assert np.corrcoef(first, second)[0, 1] > 0.2
    assert 0.003 < np.array(pushes)[:, 2].std() < 0.016


def test_an_attempt_is_read_as_it_was_kept(policy: VLAPolicy, tmp_path: Path) -> None:
    for i in range(2):
        explorer, _ = explored(policy, calm=0.0, seed=i)
        write_attempt(tmp_path / f"{i}.npz", explorer, "press", success=i == 1)
    read = read_experience([tmp_path / "0.npz", tmp_path / "1.npz"])
    assert read.attempt.tolist() == [0, 0, 0, 1, 1, 1]
    assert read.last.tolist() == [False, False, True] * 2
    assert (read.success.tolist(), read.skill.tolist()) == ([False, True], ["press"] * 2)
    assert np.array_equal(read.moments["chunk"][5], explorer.moments[2]["chunk"])
    look = read.look(np.array([5]))
    chunk, _ = policy.network.head(look, read.body(np.array([5])))
    pushed = read.moments["chunk"][5] - chunk[0].detach().numpy()
    assert np.abs(pushed[:EXECUTE, :4]).max() > 1e-3
    assert np.abs(pushed[EXECUTE:]).max() < 1e-4, "what was found is all that the head needs"
    only = read.of(np.array([False, True]))
    assert (only.attempt.tolist(), only.success.tolist(), len(only)) == ([0, 0, 0], [True], 3)


def test_nothing_to_learn_from_is_said() -> None:
    with pytest.raises(ValueError, match="collect some first"):
        read_experience([])


@pytest.mark.parametrize(("trace", "goals"), [(1.0, [0.25, 0.5, 1.0, 0, 0, 0]), (0.0, [0.1, 0.15, 1.0, 0.25, 0.3, 0])])
def test_returns_are_what_came_or_what_the_next_moment_is_worth(trace: float, goals: list[float]) -> None:
    worth = np.array([0.1, 0.2, 0.3, 0.4, 0.5, 0.6])
    assert returns(experience([True, False], 3), worth, trace, 0.5) == pytest.approx(goals)


def test_in_between_a_trace_mixes_both() -> None:
    worth = np.array([0.1, 0.2, 0.3])
    expected = [0.5 * (0.5 * 0.2 + 0.5 * (0.5 * (0.5 * 0.3 + 0.5 * 1.0))), 0.5 * (0.5 * 0.3 + 0.5 * 1.0), 1.0]
    assert returns(experience([True], 3), worth, 0.5, 0.5) == pytest.approx(expected)


def test_weights_grow_with_the_advantage_and_are_bounded() -> None:
    weights = weights_of(np.array([-5.0, 0.0, 0.1, 5.0]), greed=0.1)
    assert weights.mean() == pytest.approx(1)
    assert weights[2] / weights[1] == pytest.approx(np.e)
    assert weights[3] / weights[1] == pytest.approx(HEAVIEST)
    assert weights[0] < 1e-6


@pytest.mark.parametrize("trace", [1.0, 0.5])
def test_a_critic_learns_what_moments_are_worth(tmp_path: Path, trace: float) -> None:
    schedule = Schedule(150, batch=32, learning_rate=3e-3, warmup=5)
    critic = train_critic(experience([True, False] * 8), trace, schedule, tmp_path / "critic.pt")
    assert critic.worth(experience([True, False])) == pytest.approx(np.full(8, 0.48), abs=0.1)


def test_the_head_turns_to_what_went_well(tmp_path: Path) -> None:
    torch.manual_seed(0)
    head, some = VLANetwork(SPEC).head, experience([True, False] * 8)
    own = imitable(some, weights_of(advantages(some, Critic().eval(), 1.0)))
    schedule, rows = Schedule(200, batch=32, learning_rate=3e-3, warmup=5), np.arange(4)
    regress(head, [Finishing(own, 32, mirrored=0.0)], schedule, tmp_path / "head.pt")
    told, _ = head.eval()(some.look(rows), some.body(rows))
    assert np.allclose(told[:, :EXECUTE, 0].detach(), 0.02, atol=0.005)


def test_a_chunk_tells_what_was_done_from_there_on() -> None:
    some = experience([True], 3)
    some.moments["body"][:] = np.stack([body_vector(hand_at(x)) for x in (0.4, 0.42, 0.44)])[:, None]
    chunk, length = followed(some)
    assert length.tolist() == [6, 4, 2]
    assert np.allclose(chunk[0, :, 0], [0.02, 0.02, 0.04, 0.04, 0.06, 0.06], atol=1e-6)
    assert np.allclose(chunk[0, :, 3], 0, atol=1e-6) and not chunk[2, EXECUTE:].any()


def test_only_what_worked_is_imitated_and_skills_count_alike() -> None:
    some = experience([True, False, True, True])
    object.__setattr__(some, "skill", np.array(["press", "press", "pick_up", "press"]))
    own = imitable(some, np.ones(len(some)))
    shares = [own.odds[some.attempt == i].sum() for i in range(4)]
    assert shares == pytest.approx([0.25, 0, 0.5, 0.25])
    assert own.done.tolist() == [0, 0, 0, 1] * 4
    with pytest.raises(ValueError, match="more demonstrations"):
        imitable(experience([False]), np.ones(4))
