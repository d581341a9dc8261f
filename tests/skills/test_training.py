from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from grounding import Camera, Image, Observation, Proprioception
from grounding.frames import Frames, ShardWriter, record
from grounding.parts import MAX_PARTS
from grounding.training import Batch, Schedule, fit
from skills.action import EndEffectorTarget
from skills.networks import CHUNK, HISTORY, LOOKS, OBJECT, PLACE, TARGET, Look, Spec, VLANetwork, Ways, body_vector
from skills.training import (
    COMMANDS,
    Cloning,
    CommandSampler,
    Looked,
    _commands,
    chunk_losses,
    command_row,
    demonstration_row,
    look_losses,
    train_policy,
    vote_losses,
    yaw_loss,
)
from tests.skills.taught import Commands, curriculum, parts

SIDE = 16
THINGS = ("red block", "blue bowl", "green bar", "drawer", "drawer handle")
MASK = np.full((SIDE, SIDE), -1)
MASK[4:8, 4:8], MASK[4:8, 10:14], MASK[10:12, 4:8] = 0, 1, 4
CURRICULUM = curriculum()
SPEC = Spec(CURRICULUM.names, width=16)
FIELDS = {"position": "positions", "yaw": "yaws", "symmetry": "symmetry"}


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


def write_demonstrations(folder: Path) -> Frames:
    """Six frames, of which the first two are of picking and the others of putting."""
    writer = ShardWriter(folder / "0000")
    for i in range(6):
        seen = observation(i)
        x, y, z = seen.proprioception.tcp_position.tolist()
        actions = [EndEffectorTarget.top_down((x, y, z - 0.01), 0.0, float(i == 3 and k == 1)) for k in range(2)]
        arguments = {"object": "red block"} | ({} if i < 2 else {"container": "blue bowl"})
        writer.add(
            {
                **record(seen, MASK),
                **parts(THINGS),
                **demonstration_row([seen], actions, i == 5),
                **command_row("pick_up" if i < 2 else "put_in", arguments),
                "episode": np.array(int(i >= 2), np.int64),
            }
        )
    writer.close()
    return Frames([folder])


def write_scenes(folder: Path, *scenes: tuple[str, ...]) -> Frames:
    """A frame a scene."""
    writer = ShardWriter(folder / "0000")
    for things in scenes:
        writer.add({**record(observation(0), MASK), **parts(things)})
    writer.close()
    return Frames([folder])


@pytest.fixture
def frames(tmp_path: Path) -> Frames:
    return write_demonstrations(tmp_path / "demonstrations")


def test_a_row_is_relative_to_the_hand() -> None:
    seen = [observation(i, yaw=3.0) for i in range(2)]
    x, y, z = seen[0].proprioception.tcp_position.tolist()
    actions = [EndEffectorTarget.top_down((x + 0.01, y, z - 0.02), -3.0, 1.0)] * 2
    row = demonstration_row(seen, actions, True)
    turn = 2 * np.pi - 6.0
    assert row["chunk"].shape == (CHUNK, 5)
    assert row["chunk"][:2] == pytest.approx(np.tile([0.01, 0.0, -0.02, turn, 1.0], (2, 1)), abs=1e-5)
    assert not row["chunk"][2:].any()
    assert (int(row["chunk_length"]), float(row["done"])) == (2, 1.0)


def test_a_row_remembers_as_the_policy_does() -> None:
    seen = [observation(i) for i in range(2)]
    row = demonstration_row(seen, [], False)
    vectors = [body_vector(moment.proprioception) for moment in seen]
    assert np.array_equal(row["body"], np.stack([vectors[0], *[vectors[1]] * HISTORY]))


def test_chunks_are_cut_off_at_their_length() -> None:
    actions = [EndEffectorTarget.top_down((0.5, 0.0, 0.1), 0.0, 1.0)] * (CHUNK + 3)
    row = demonstration_row([observation(0)], actions, False)
    assert int(row["chunk_length"]) == CHUNK


def test_a_demonstrations_command_is_worded_anew_and_looks_for_its_parts(frames: Frames) -> None:
    sampler, rng = CommandSampler(frames, CURRICULUM), np.random.default_rng(0)
    drawn = [sampler.shown(2, rng) for _ in range(20)]
    assert len({text for text, _, _ in drawn}) > 5
    assert all("red" in text and "blue" in text for text, _, _ in drawn)
    assert {(skill, parts) for _, skill, parts in drawn} == {(CURRICULUM.names.index("put_in"), (1, 0, 1))}
    assert sampler.shown(0, rng)[1:] == (CURRICULUM.names.index("pick_up"), (0, 0, 0))


def test_what_is_drawn_is_there_or_nowhere(tmp_path: Path) -> None:
    frames = write_scenes(tmp_path / "scenes", THINGS, ("yellow bar",))
    sampler, rng = CommandSampler(frames, CURRICULUM), np.random.default_rng(0)
    drawn = [sampler.draw(0, rng) for _ in range(300)]
    for text, skill, found in drawn:
        assert ("yellow bar" in text) == (-1 in found), text
        words = text.replace("cube", "block").replace("dish", "bowl")
        for head, index in enumerate(found):
            if index >= 0 and (CURRICULUM.names[skill], head) != ("open_drawer", TARGET):
                assert THINGS[index] in words, text
    assert 5 < sum(-1 in found for _, _, found in drawn) < 60


def test_skills_with_any_parameters_are_drawn_and_parts_of_things_are_looked_for(tmp_path: Path) -> None:
    sampler = CommandSampler(write_scenes(tmp_path / "a", (*THINGS, "button", "lamp")), CURRICULUM)
    rng = np.random.default_rng(0)
    drawn = {CURRICULUM.names[skill]: found for _, skill, found in (sampler.draw(0, rng) for _ in range(200))}
    assert set(drawn) == set(CURRICULUM.names)
    assert drawn["open_drawer"] == (4, 3, 3)
    assert drawn["press"] == (5, 5, 6)


def test_a_skill_that_no_frame_shows_anything_for_is_never_drawn(tmp_path: Path) -> None:
    sampler = CommandSampler(write_scenes(tmp_path / "a", THINGS), CURRICULUM)
    rng = np.random.default_rng(0)
    skills = {CURRICULUM.names[sampler.draw(0, rng).skill] for _ in range(200)}
    assert skills == set(CURRICULUM.names) - {"press"}
    with pytest.raises(ValueError, match="no frame shows what press could be about"):
        CommandSampler(write_scenes(tmp_path / "b", THINGS), curriculum("press")).draw(0, rng)


def test_what_a_frame_lacks_is_asked_for_less_often(tmp_path: Path) -> None:
    frames = write_scenes(tmp_path / "a", ("red block", "blue bowl"), ("drawer", "drawer handle"))
    sampler, rng = CommandSampler(frames, CURRICULUM), np.random.default_rng(0)
    drawn = [CURRICULUM.names[sampler.draw(0, rng).skill] for _ in range(400)]
    assert 0 < drawn.count("open_drawer") < 0.1 * 400


def test_what_no_frame_shows_is_never_named(frames: Frames) -> None:
    """Else combinations held out of the scenes would be learned as things that are never there."""
    sampler, rng = CommandSampler(frames, CURRICULUM), np.random.default_rng(0)
    said = " ".join(sampler.draw(0, rng).text for _ in range(300))
    assert all(phrase in said for phrase in ("red block", "blue bowl", "green bar"))
    assert not any(phrase in said for phrase in ("red bowl", "red dish", "blue block", "blue cube", "green bowl"))


def looked_at(part: int, away: float = 0.0, sure: float = 50.0) -> tuple[Look, Batch]:
    """A look of one command whose heads see the pixels of a part, or nowhere, and a batch of one image."""
    mask = torch.from_numpy(MASK[1::2, 1::2].copy()).where(torch.from_numpy(MASK[1::2, 1::2] >= 0), torch.tensor(255))
    goal = torch.cat([(mask.flatten() == part).float(), torch.tensor([float(part < 0)])])
    row = {name: torch.from_numpy(value)[None] for name, value in parts(THINGS).items() if value.dtype.kind == "f"}
    logits = (goal * sure).expand(1, LOOKS, -1)
    where = (row["position"][0, max(part, 0)] + torch.tensor([away, 0.0, 0.0])).expand(1, LOOKS, 3)
    angle = row["yaw"][0, max(part, 0)] * torch.tensor([2.0, 4.0])
    seen = torch.tensor([[True, True] if part in (2, 4) else [False, part == 0]])
    yaw = (torch.stack([angle.sin(), angle.cos()], -1) * seen[0, :, None]).flatten().expand(1, LOOKS, 4)
    none = torch.zeros(1, LOOKS, 4)
    look = Look(torch.zeros(1, 8), logits, where, yaw, none, none, where[:, 0], votes_of(mask, row))
    empty = torch.zeros(0)
    batch = Batch(np.array([0]), empty, empty, mask[None], row["position"], row["yaw"], row["symmetry"], False)
    return look, batch


def votes_of(mask: torch.Tensor, row: dict[str, torch.Tensor]) -> torch.Tensor:
    """What the pixels of an image should say: (1, 7, P)."""
    index = mask.flatten().clamp(max=MAX_PARTS - 1)
    told = []
    for turn in (2, 4):
        angle, symmetry = turn * row["yaw"][0, index], row["symmetry"][0, index]
        seen = (symmetry > 0) & ((symmetry * turn) % 360 == 0)
        told += [angle.sin() * seen, angle.cos() * seen]
    return torch.cat([row["position"][0, index].T, torch.stack(told)])[None]


def test_every_pixel_of_a_part_tells_of_the_whole_part() -> None:
    look, batch = looked_at(0)
    assert [float(loss) for loss in vote_losses(look, batch).values()] == pytest.approx([0, 0], abs=1e-6)
    shown = (batch.mask.flatten(1) == 1)[:, None]
    split = torch.where(shown & (torch.arange(64) % 2 == 0), 0.05, torch.where(shown, -0.05, 0.0))
    parted = replace(look, votes=look.votes + split)  # the mean stays where it is
    assert all(float(loss) > 0.002 for loss in vote_losses(parted, batch).values())
    nothing = (batch.mask.flatten(1) == 255)[:, None] * torch.ones_like(look.votes)
    ignored = replace(look, votes=look.votes + nothing)
    assert [float(loss) for loss in vote_losses(ignored, batch).values()] == pytest.approx([0, 0], abs=1e-6)


def test_a_small_part_counts_as_much_as_a_large_one() -> None:
    look, batch = looked_at(0)
    batch.mask[:] = 255
    batch.mask[0, 0, :4], batch.mask[0, 4:, :] = 0, 1
    look = replace(look, votes=votes_of(batch.mask[0], {n: getattr(batch, f) for n, f in FIELDS.items()}))
    off = [replace(look, votes=look.votes + 0.1 * (batch.mask.flatten(1) == part)[:, None]) for part in (0, 1)]
    small, large = (float(vote_losses(wrong, batch)["vote"]) for wrong in off)
    assert small == pytest.approx(large, rel=1e-4)


def meant(target: int, moved: int, place: int) -> Looked:
    """What the heads of the only command of the only image should find."""
    return Looked(torch.tensor([0]), torch.tensor([[target, moved, place]]), torch.tensor([0]))


def test_looking_at_the_right_thing_costs_least() -> None:
    look, batch = looked_at(1)
    right = look_losses(look, batch, meant(1, 1, 1))
    wrong = look_losses(look, batch, meant(0, 0, 0))
    uniform = 0.5 * float(np.log((MASK[1::2, 1::2] == 1).sum()))
    assert float(right["heat"]) == pytest.approx(uniform, abs=1e-4)
    assert (float(right["where"]), float(right["yaw"])) == pytest.approx((0.0, 0.0), abs=1e-6)
    assert float(wrong["heat"]) > 10
    assert float(wrong["where"]) > 0.1
    assert batch.positions.shape == (1, MAX_PARTS, 3)


@pytest.mark.parametrize("head", [TARGET, OBJECT, PLACE])
def test_each_head_looks_at_its_own_thing(head: int) -> None:
    look, batch = looked_at(1)
    elsewhere = [1, 1, 1]
    elsewhere[head] = 0
    right, wrong = (float(look_losses(look, batch, meant(*m))["heat"]) for m in ((1, 1, 1), elsewhere))
    assert wrong > right + 5


def test_what_is_not_there_is_nowhere_and_has_no_place() -> None:
    look, batch = looked_at(-1)
    losses = look_losses(look, batch, meant(-1, -1, -1))
    assert float(losses["heat"]) == pytest.approx(0, abs=1e-4)
    there, batch = looked_at(1)
    assert float(look_losses(there, batch, meant(-1, -1, -1))["heat"]) > 10


@pytest.mark.parametrize("part", [0, 1, 4])
def test_a_turn_that_cannot_be_seen_is_told_as_none(part: int) -> None:
    """A block's yaw shows four times, a bowl's never, a handle's wholly."""
    look, batch = looked_at(part)
    assert float(look_losses(look, batch, meant(part, part, part))["yaw"]) == pytest.approx(0, abs=1e-6)
    turned = replace(look, yaw=-look.yaw + 0.1)
    assert float(look_losses(turned, batch, meant(part, part, part))["yaw"]) > 0.01


@pytest.mark.parametrize(("symmetry", "told"), [(0, (0, 0)), (90, (0, 1)), (180, (1, 1)), (360, (1, 1))])
def test_what_looks_the_same_after_a_turn_has_the_mean_of_its_yaws(symmetry: float, told: tuple[int, int]) -> None:
    yaw = 0.3
    turns = np.arange(0, 360, 1) if symmetry == 0 else np.arange(0, 360, symmetry)
    angles = np.array([[2], [4]]) * (yaw + np.radians(turns))
    mean = torch.tensor(np.stack([np.sin(angles).mean(1), np.cos(angles).mean(1)], -1).reshape(1, 4))
    assert mean.view(2, 2).norm(dim=-1).tolist() == pytest.approx(told, abs=1e-9)
    given = torch.tensor([yaw], dtype=torch.float64), torch.tensor([symmetry])
    assert float(yaw_loss(mean, *given)) == pytest.approx(0, abs=1e-9)
    assert float(yaw_loss(mean + 0.1, *given)) > 0.005


def test_only_demonstrated_actions_count() -> None:
    goal, length = torch.zeros(1, CHUNK, 5), torch.tensor([2])
    done, over = torch.tensor([-20.0]), torch.tensor([0.0])
    right = torch.zeros(1, CHUNK, 5)
    right[..., 4] = -20
    beyond, first = right.clone(), right.clone()
    beyond[:, 2:, :3] = 1.0
    first[:, 0, :3] = 0.1

    def lost(chunk: torch.Tensor, said: torch.Tensor = done) -> dict[str, float]:
        return {name: float(part) for name, part in chunk_losses(Ways.one(chunk, said), goal, length, over).items()}

    assert sum(lost(right).values()) == pytest.approx(0, abs=1e-6)
    assert lost(beyond)["move"] == pytest.approx(0, abs=1e-6)
    assert lost(first)["move"] > 1
    assert lost(right, -done)["done"] > 5


def test_of_two_ways_to_go_on_each_is_learned_and_not_their_mean() -> None:
    """Up or down, half of the time each: one network of a single way learns to stay where it is."""
    torch.manual_seed(0)
    goal = torch.zeros(64, CHUNK, 5)
    goal[::2, :, 2], goal[1::2, :, 2] = 0.05, -0.05
    length, over = torch.full((64,), CHUNK), torch.zeros(64)
    found: dict[int, torch.Tensor] = {}
    for modes in (1, 2):
        chunks = (0.01 * torch.randn(1, modes, CHUNK, 5)).requires_grad_()
        odds, done = torch.zeros(1, modes, requires_grad=True), torch.zeros(64)
        optimizer = torch.optim.Adam([chunks, odds], lr=0.01)
        for _ in range(200):
            ways = Ways(chunks.expand(64, -1, -1, -1), odds.expand(64, -1), done)
            optimizer.zero_grad()
            torch.stack(list(chunk_losses(ways, goal, length, over).values())).sum().backward()
            optimizer.step()
        found[modes] = chunks.detach()[0, :, 0, 2].sort().values
        assert odds.detach().softmax(-1).min() > 0.3 / modes
    assert abs(float(found[1])) < 0.02
    assert found[2].tolist() == pytest.approx([-0.05, 0.05], abs=0.005)


def cloning(frames: Frames, commands: Commands | None = None, batch: int = 4) -> Cloning:
    return Cloning(CURRICULUM, frames, frames, commands or Commands(), batch)


def test_skills_are_shown_equally_often_and_changes_of_the_gripper_more(frames: Frames) -> None:
    odds = cloning(frames).odds
    assert odds.sum() == pytest.approx(1)
    assert odds[3] == pytest.approx(2 * odds[2])
    assert odds[:2].sum() == pytest.approx(odds[[2, 4, 5]].sum() * 4 / 3)


def test_the_shown_command_comes_before_the_random_ones(frames: Frames) -> None:
    commands = Commands()
    loss = cloning(frames, commands, 5)
    torch.manual_seed(0)
    loss(VLANetwork(SPEC), np.random.default_rng(0))
    demos, scenes = loss.sizes
    assert (demos, scenes) == (3, 2)
    assert len(commands.said) == demos * (1 + COMMANDS) + scenes * COMMANDS
    assert all("red" in text for text in commands.said[: demos * (1 + COMMANDS) : 1 + COMMANDS])


def test_a_network_is_told_what_each_head_should_look_at(frames: Frames) -> None:
    _, batch = looked_at(0)
    sampler = CommandSampler(frames, CURRICULUM)
    _, looked = _commands(replace(batch, rows=np.array([2])), sampler, np.random.default_rng(0), shown=True)
    assert looked.things[0].tolist() == [1, 0, 1]


def test_demonstrations_of_what_is_not_to_be_learned_are_refused(frames: Frames) -> None:
    with pytest.raises(ValueError, match="unknown skill 'put_in'; choose from: pick_up, press"):
        Cloning(curriculum("pick_up", "press"), frames, frames, Commands(), 4)


def test_training_goes_on_bit_for_bit(tmp_path: Path, frames: Frames) -> None:
    def network() -> VLANetwork:
        torch.manual_seed(0)
        return VLANetwork(SPEC)

    loss, schedule = cloning(frames), Schedule(4, batch=4, checkpoint_every=2)
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


def test_a_policy_counts_the_skills_of_its_curriculum_and_starts_from_what_there_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("skills.training.CommandEncoder", lambda quick: Commands())
    write_demonstrations(tmp_path / "demos")
    write_scenes(tmp_path / "scenes", THINGS)
    folders = [tmp_path / "scenes"], [tmp_path / "demos"]
    key = "trunk.encoder.to_half.0.weight"
    start = {key: torch.full_like(VLANetwork(SPEC).state_dict()[key], 0.5)}
    schedule = Schedule(1, batch=4, learning_rate=1e-5)
    network, _ = train_policy(CURRICULUM, *folders, schedule, tmp_path / "a.pt", start)
    assert network.spec == Spec(CURRICULUM.names)
    assert torch.allclose(network.state_dict()[key], start[key], atol=1e-3)
