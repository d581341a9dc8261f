import numpy as np
import pytest
import torch

from grounding import Camera, Image, Observation, Proprioception
from grounding.vision import observed_tensors
from skills.action import ActionChunk, EndEffectorTarget
from skills.language import MAX_TOKENS, WIDTH, CommandEncoder
from skills.networks import HISTORY, TARGET, Spec, VLANetwork, body_vector
from skills.vla import EXECUTE, VLAEpisode, VLAPolicy

SIDE = 32
SPEC = Spec(("pick_up", "put_in"), width=32)


class Commands(CommandEncoder):
    """Vectors that depend on the sentence alone; counts what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def encode(self, commands):  # type: ignore[no-untyped-def]
        self.asked += commands
        seeds = [sum(map(ord, text)) for text in commands]
        vectors = [torch.randn(MAX_TOKENS, WIDTH, generator=torch.Generator().manual_seed(seed)) for seed in seeds]
        return torch.stack(vectors), torch.ones(len(vectors), MAX_TOKENS, dtype=torch.bool)


def observation(seed: int) -> Observation:
    rng = np.random.default_rng(seed)
    pose = np.eye(4)
    pose[:3, :3] = [[0, -1, 0], [-1, 0, 0], [0, 0, -1]]
    pose[:3, 3] = [0.5, 0.0, 0.6]
    camera = Camera("front", np.array([[40.0, 0, SIDE / 2], [0, 40.0, SIDE / 2], [0, 0, 1]]), pose)
    rgb = rng.integers(0, 256, (SIDE, SIDE, 3)).astype(np.uint8)
    tcp = np.eye(4)
    tcp[:3, 3] = rng.uniform([0.4, -0.2, 0.1], [0.6, 0.2, 0.3])
    hand = Proprioception(tcp, 0.08, np.zeros(7), np.zeros(7))
    depth = rng.uniform(0.5, 0.6, (SIDE, SIDE)).astype(np.float32)
    return Observation({"front": Image(rgb, depth, camera)}, hand, float(seed))


@pytest.fixture(scope="module")
def policy() -> VLAPolicy:
    torch.manual_seed(0)
    return VLAPolicy(VLANetwork(SPEC), Commands())


def same(one: ActionChunk, other: ActionChunk) -> bool:
    return one == other and np.array_equal(one.attention, other.attention)  # type: ignore[arg-type]


def test_a_chunk_has_the_actions_to_carry_out_and_nothing_more(policy: VLAPolicy) -> None:
    chunk = policy.start("pick up the red block").act(observation(0))
    assert len(chunk.actions) == EXECUTE
    for action in chunk.actions:
        assert isinstance(action, EndEffectorTarget)
        assert np.isfinite(action.position).all()
        assert np.linalg.norm(action.quaternion) == pytest.approx(1)
        assert action.gripper in (0.0, 1.0)
    assert 0 < chunk.terminate < 1


def test_attention_is_a_distribution_over_half_the_image(policy: VLAPolicy) -> None:
    chunk = policy.start("pick up the red block").act(observation(0))
    assert chunk.attention is not None
    assert chunk.attention.shape == (SIDE // 2, SIDE // 2)
    assert chunk.attention.min() >= 0
    assert chunk.attention.sum() == pytest.approx(1, abs=1e-5)
    assert chunk.attention_camera == "front"


def test_actions_are_relative_to_the_hand(policy: VLAPolicy) -> None:
    """What the head gives is added to the present TCP and yaw."""
    episode, seen = policy.start("pick up the red block"), observation(0)
    chunk = episode.act(seen)
    body = torch.from_numpy(np.stack([body_vector(seen.proprioception)] * (1 + HISTORY)))[None]
    with torch.inference_mode():
        look = policy.network.trunk(*observed_tensors([seen.images["front"]]), episode.tokens, episode.mask)
        moves, done = policy.network.head(look, body)
    attention = look.logits[0, TARGET, :-1].softmax(-1).view(SIDE // 2, SIDE // 2)
    for action, move in zip(chunk.actions, moves[0], strict=False):
        assert isinstance(action, EndEffectorTarget)
        assert np.subtract(action.position, seen.proprioception.tcp_position) == pytest.approx(move[:3], abs=1e-6)
        assert 2 * np.arctan2(action.quaternion[1], action.quaternion[0]) == pytest.approx(float(move[3]), abs=1e-6)
    assert chunk.terminate == pytest.approx(float(done.sigmoid()))
    assert chunk.attention == pytest.approx(attention.numpy())


def test_an_episode_remembers_the_newest_moments_first(policy: VLAPolicy) -> None:
    episode, seen = policy.start("pick up the red block"), [observation(i) for i in range(HISTORY + 3)]
    vectors = [body_vector(moment.proprioception) for moment in seen]
    episode.act(seen[0])
    assert np.array_equal(np.stack(episode.bodies), np.stack([vectors[0]] * (1 + HISTORY)))
    for i in range(1, len(seen)):
        episode.act(seen[i])
        assert len(episode.bodies) == 1 + HISTORY
        assert np.array_equal(episode.bodies[0], vectors[i])
        assert np.array_equal(episode.bodies[1], vectors[i - 1])


def test_the_history_matters(policy: VLAPolicy) -> None:
    fresh, old = policy.start("pick up the red block"), policy.start("pick up the red block")
    old.act(observation(1))
    assert not same(fresh.act(observation(0)), old.act(observation(0)))


def test_episodes_share_no_state(policy: VLAPolicy) -> None:
    alone = policy.start("pick up the red block")
    expected = [alone.act(observation(i)) for i in range(3)]
    one, other = policy.start("pick up the red block"), policy.start("put the red block in the blue bowl")
    for i in range(3):
        mixed = one.act(observation(i))
        other.act(observation(7 + i))
        assert same(mixed, expected[i])


def test_words_matter_and_are_encoded_once(policy: VLAPolicy) -> None:
    commands = policy.commands
    assert isinstance(commands, Commands)
    commands.asked.clear()
    one, other = policy.start("pick up the red block"), policy.start("pick up the blue bowl")
    chunks = [episode.act(observation(0)) for episode in (one, other) for _ in range(2)]
    assert not same(chunks[0], chunks[2])
    assert commands.asked == ["pick up the red block", "pick up the blue bowl"]


def test_an_observation_is_not_changed(policy: VLAPolicy) -> None:
    seen = observation(0)
    before = seen.images["front"].rgb.copy(), seen.images["front"].depth.copy(), seen.proprioception.T_base_tcp.copy()
    policy.start("pick up the red block").act(seen)
    after = seen.images["front"].rgb, seen.images["front"].depth, seen.proprioception.T_base_tcp
    assert all(np.array_equal(one, other) for one, other in zip(before, after, strict=True))


def test_a_policy_evaluates_its_network() -> None:
    assert not VLAPolicy(VLANetwork(SPEC).train(), Commands()).network.training
    assert isinstance(VLAPolicy(VLANetwork(SPEC), Commands()).start("hold"), VLAEpisode)
