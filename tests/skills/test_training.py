from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from grounding import Camera, Image, Observation, Proprioception
from grounding.frames import MAX_OBJECTS, Frames, ShardWriter, record
from grounding.training import Batch, Schedule, fit
from grounding.vocabulary import CATEGORIES, COLOURS
from skills.action import EndEffectorTarget
from skills.language import MAX_TOKENS, WIDTH, CommandEncoder
from skills.networks import CHUNK, HEADS, HISTORY, OBJECT, TARGET, Look, VLANetwork, body_vector
from skills.training import (
    COMMANDS,
    SKILLS,
    Cloning,
    CommandSampler,
    Looked,
    Shown,
    chunk_losses,
    demonstration_row,
    look_losses,
)

SIDE = 16
THINGS = ("red block", "blue bowl", "green block")
MASK = np.full((SIDE, SIDE), -1)
MASK[4:8, 4:8], MASK[4:8, 10:14] = 0, 1


class Commands(CommandEncoder):
    """Vectors that depend on the sentence alone; remembers what was said."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def encode(self, commands):  # type: ignore[no-untyped-def]
        self.said += commands
        seeds = [sum(map(ord, text)) for text in commands]
        vectors = [torch.randn(MAX_TOKENS, WIDTH, generator=torch.Generator().manual_seed(seed)) for seed in seeds]
        return torch.stack(vectors), torch.ones(len(vectors), MAX_TOKENS, dtype=torch.bool)


SQUARE = torch.ones(1, 2, dtype=torch.bool)


def observation(seed: int, yaw: float = 0.0) -> Observation:
    rng = np.random.default_rng(seed)
    pose = np.eye(4)
    pose[:3, :3] = [[0, -1, 0], [-1, 0, 0], [0, 0, -1]]
    pose[:3, 3] = [0.5, 0.0, 0.6]
    camera = Camera("front", np.array([[20.0, 0, SIDE / 2], [0, 20.0, SIDE / 2], [0, 0, 1]]), pose)
    rgb = rng.integers(0, 256, (SIDE, SIDE, 3)).astype(np.uint8)
    tcp = np.eye(4)
    tcp[:2, :2] = [[np.cos(yaw), -np.sin(yaw)], [np.sin(yaw), np.cos(yaw)]]
    tcp[:3, 3] = rng.uniform([0.4, -0.2, 0.1], [0.6, 0.2, 0.3])
    hand = Proprioception(tcp, 0.08, np.zeros(7), np.zeros(7))
    return Observation({"front": Image(rgb, np.full((SIDE, SIDE), 0.58, np.float32), camera)}, hand, 0.0)


def objects(things: tuple[str, ...] = THINGS) -> dict[str, np.ndarray]:
    category, colour = np.full(MAX_OBJECTS, -1, np.int8), np.full(MAX_OBJECTS, -1, np.int8)
    position, yaw = np.zeros((MAX_OBJECTS, 3), np.float32), np.zeros(MAX_OBJECTS, np.float32)
    for i, (paint, kind) in enumerate(thing.split() for thing in things):
        category[i], colour[i], position[i] = CATEGORIES.index(kind), COLOURS.index(paint), (0.5, 0.1 * i, 0.02)
    return {"category": category, "colour": colour, "position": position, "yaw": yaw}


@pytest.fixture
def frames(tmp_path: Path) -> Frames:
    """Six frames, of which the first two are of picking and the others of putting."""
    writer = ShardWriter(tmp_path / "demonstrations" / "0000")
    for i in range(6):
        seen = observation(i)
        x, y, z = seen.proprioception.tcp_position.tolist()
        actions = [EndEffectorTarget.top_down((x, y, z - 0.01), 0.0, float(i == 3 and k == 1)) for k in range(2)]
        shown = Shown("pick_up", 0, -1) if i < 2 else Shown("put_in", 0, 1)
        writer.add({**demonstration_row([seen], MASK, shown, actions, i == 5), **objects()})
    writer.close()
    return Frames([tmp_path / "demonstrations"])


def test_a_row_is_relative_to_the_hand() -> None:
    seen = [observation(i, yaw=3.0) for i in range(2)]
    x, y, z = seen[0].proprioception.tcp_position.tolist()
    actions = [EndEffectorTarget.top_down((x + 0.01, y, z - 0.02), -3.0, 1.0)] * 2
    row = demonstration_row(seen, MASK, Shown("put_in", 2, 1), actions, True)
    turn = 2 * np.pi - 6.0
    assert row["chunk"].shape == (CHUNK, 5)
    assert row["chunk"][:2] == pytest.approx(np.tile([0.01, 0.0, -0.02, turn, 1.0], (2, 1)), abs=1e-5)
    assert not row["chunk"][2:].any()
    assert (int(row["chunk_length"]), float(row["done"])) == (2, 1.0)
    assert row["shown"].tolist() == [SKILLS.index("put_in"), 2, 1]


def test_a_row_remembers_as_the_policy_does() -> None:
    seen = [observation(i) for i in range(2)]
    row = demonstration_row(seen, MASK, Shown("pick_up", 0, -1), [], False)
    vectors = [body_vector(moment.proprioception) for moment in seen]
    assert np.array_equal(row["body"], np.stack([vectors[0], *[vectors[1]] * HISTORY]))


def test_chunks_are_cut_off_at_their_length() -> None:
    actions = [EndEffectorTarget.top_down((0.5, 0.0, 0.1), 0.0, 1.0)] * (CHUNK + 3)
    row = demonstration_row([observation(0)], MASK, Shown("pick_up", 0, -1), actions, False)
    assert int(row["chunk_length"]) == CHUNK


def test_commands_name_things_by_their_indices(frames: Frames) -> None:
    sampler, rng = CommandSampler(frames), np.random.default_rng(0)
    assert [sampler.name(0, i) for i in range(3)] == list(THINGS)
    text, skill, thing, target = sampler.shown(2, np.array([SKILLS.index("put_in"), 0, 1]), rng)
    assert "red" in text
    assert "blue" in text
    assert (skill, thing, target) == (SKILLS.index("put_in"), 0, 1)
    assert sampler.shown(0, np.array([SKILLS.index("pick_up"), 2, -1]), rng)[1:] == (SKILLS.index("pick_up"), 2, 2)


def test_what_is_drawn_is_there_or_nowhere(tmp_path: Path) -> None:
    writer = ShardWriter(tmp_path / "scenes" / "0000")
    for things in (THINGS, ("yellow wedge",)):
        writer.add({**record(observation(0), MASK), **objects(things)})
    writer.close()
    sampler, rng = CommandSampler(Frames([tmp_path / "scenes"])), np.random.default_rng(0)
    drawn = [sampler.draw(0, rng) for _ in range(300)]
    for text, _, thing, target in drawn:
        assert ("yellow wedge" in text) == (-1 in (thing, target)), text
        for index in {thing, target} - {-1}:
            assert THINGS[index].split()[0] in text
    assert 5 < sum(-1 in (thing, target) for _, _, thing, target in drawn) < 60


def test_what_no_frame_shows_is_never_named(frames: Frames) -> None:
    """Else combinations held out of the scenes would be learned as things that are never there."""
    sampler, rng = CommandSampler(frames), np.random.default_rng(0)
    said = " ".join(sampler.draw(0, rng)[0] for _ in range(300))
    named = {colour for colour in COLOURS if colour in said.split()}
    assert named == {"red", "blue", "green"}
    assert not any(phrase in said for phrase in ("red bowl", "red dish", "blue block", "blue cube", "green bowl"))


def looked_at(thing: int, away: float = 0.0, sure: float = 50.0) -> tuple[Look, Batch]:
    """A look of one command whose heads see the pixels of a thing, or nowhere, and a batch of one image."""
    mask = torch.from_numpy(MASK[1::2, 1::2].copy()).where(torch.from_numpy(MASK[1::2, 1::2] >= 0), torch.tensor(255))
    goal = torch.cat([(mask.flatten() == thing).float(), torch.tensor([float(thing < 0)])])
    positions = torch.zeros(1, MAX_OBJECTS, 3)
    positions[0, :2] = torch.tensor([[0.5, 0.1, 0.02], [0.6, -0.1, 0.03]])
    logits = (goal * sure).expand(1, HEADS, -1)
    where = (positions[0, max(thing, 0)] + torch.tensor([away, 0.0, 0.0])).expand(1, HEADS, 3)
    yaw, features = torch.tensor([0.0, 1.0]).expand(1, HEADS, 2), torch.zeros(1, HEADS, 4)
    look = Look(torch.zeros(1, 8), logits, where, yaw, features, features)
    empty = torch.zeros(0)
    return look, Batch(np.array([0]), empty, empty, mask[None], positions, torch.zeros(1, MAX_OBJECTS), False)


def meant(target: int, thing: int) -> Looked:
    """What the heads of the only command of the only image should find."""
    return Looked(torch.tensor([0]), torch.tensor([[target, thing]]), torch.tensor([0]), SQUARE)


def test_looking_at_the_right_thing_costs_least() -> None:
    look, batch = looked_at(1)
    right = look_losses(look, batch, meant(1, 1))
    wrong = look_losses(look, batch, meant(0, 0))
    uniform = 0.5 * float(np.log((MASK[1::2, 1::2] == 1).sum()))
    assert float(right["heat"]) == pytest.approx(uniform, abs=1e-4)
    assert (float(right["where"]), float(right["yaw"])) == pytest.approx((0.0, 0.0), abs=1e-6)
    assert float(wrong["heat"]) > 10
    assert float(wrong["where"]) > 0.1


def test_the_two_heads_look_at_their_own_things() -> None:
    look, batch = looked_at(1)
    target_right = look_losses(look, batch, meant(1, 0))
    assert (TARGET, OBJECT) == (0, 1)
    cut = look.logits.clone()
    cut[:, TARGET] = looked_at(0)[0].logits[:, OBJECT]
    swapped = replace(look, logits=cut)
    assert float(look_losses(swapped, batch, meant(1, 0))["heat"]) > float(target_right["heat"])


def test_what_is_not_there_is_nowhere_and_has_no_place() -> None:
    look, batch = looked_at(-1)
    losses = look_losses(look, batch, meant(-1, -1))
    assert float(losses["heat"]) == pytest.approx(0, abs=1e-4)
    there, batch = looked_at(1)
    assert float(look_losses(there, batch, meant(-1, -1))["heat"]) > 10


def test_only_demonstrated_actions_count() -> None:
    goal, length = torch.zeros(1, CHUNK, 5), torch.tensor([2])
    done, over = torch.tensor([-20.0]), torch.tensor([0.0])
    right = torch.zeros(1, CHUNK, 5)
    right[..., 4] = -20
    beyond, first = right.clone(), right.clone()
    beyond[:, 2:, :3] = 1.0
    first[:, 0, :3] = 0.1
    assert sum(map(float, chunk_losses(right, done, goal, length, over).values())) == pytest.approx(0, abs=1e-6)
    assert float(chunk_losses(beyond, done, goal, length, over)["move"]) == pytest.approx(0, abs=1e-6)
    assert float(chunk_losses(first, done, goal, length, over)["move"]) > 1
    assert float(chunk_losses(right, -done, goal, length, over)["done"]) > 5


def test_skills_are_shown_equally_often_and_changes_of_the_gripper_more(frames: Frames) -> None:
    odds = Cloning(frames, frames, Commands(), 4).odds
    assert odds.sum() == pytest.approx(1)
    assert odds[3] == pytest.approx(2 * odds[2])
    assert odds[:2].sum() == pytest.approx(odds[[2, 4, 5]].sum() * 4 / 3)


def test_the_shown_command_comes_before_the_random_ones(frames: Frames) -> None:
    commands = Commands()
    cloning = Cloning(frames, frames, commands, 5)
    torch.manual_seed(0)
    cloning(VLANetwork(), np.random.default_rng(0))
    demos, scenes = cloning.sizes
    assert (demos, scenes) == (3, 2)
    assert len(commands.said) == demos * (1 + COMMANDS) + scenes * COMMANDS
    assert all("red" in text for text in commands.said[: demos * (1 + COMMANDS) : 1 + COMMANDS])


def test_training_goes_on_bit_for_bit(tmp_path: Path, frames: Frames) -> None:
    def network() -> VLANetwork:
        torch.manual_seed(0)
        return VLANetwork()

    loss, schedule = Cloning(frames, frames, Commands(), 4), Schedule(4, batch=4, checkpoint_every=2)
    said: list[str] = []
    straight, resumed = network(), network()
    fit(straight, loss, schedule, tmp_path / "straight.pt", said.append)
    with pytest.raises(KeyboardInterrupt):
        fit(network(), loss, schedule, tmp_path / "broken.pt", _kill)
    fit(resumed, loss, schedule, tmp_path / "broken.pt", said.append)
    for name, tensor in straight.state_dict().items():
        assert torch.equal(tensor, resumed.state_dict()[name]), name
    assert all(f"{part} " in said[-1] for part in ("heat", "where", "yaw", "move", "turn", "grip", "done"))


def _kill(_: str) -> None:
    raise KeyboardInterrupt


def test_the_yaw_of_blocks_alone_is_learned(frames: Frames) -> None:
    cloning, rng = Cloning(frames, frames, Commands(), 4), np.random.default_rng(0)
    _, batch = looked_at(0)
    _, looked = cloning._commands(batch, cloning.demo_commands, rng, np.array([[SKILLS.index("put_in"), 0, 1]]))
    assert looked.things[0].tolist() == [1, 0]
    assert looked.square[0].tolist() == [False, True]
    square, bowl = (replace(meant(0, 0), square=torch.full((1, 2), s)) for s in (True, False))
    look, batch = looked_at(0)
    turned = replace(look, yaw=-look.yaw)
    assert float(look_losses(turned, batch, square)["yaw"]) > 0.1
    assert float(look_losses(turned, batch, bowl)["yaw"]) == 0
