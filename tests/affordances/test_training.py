from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

import affordances.training as training
from affordances.networks import DetectorNetwork, ValueNetwork
from affordances.training import (
    COMMAND,
    IMPOSSIBLE,
    JUDGED,
    MAX_COMMANDS,
    TELLING,
    Labelled,
    _even,
    _judged,
    _Outcomes,
    _telling,
    decode,
    detector_loss,
    divide,
    outcome_row,
    split,
    steady_ends,
    train_detector,
    train_value,
    value_loss,
    written,
)
from grounding import Camera, Image, Observation, Proprioception
from grounding.frames import Frames, ShardWriter
from grounding.training import Schedule, fit
from simulation.lessons import curriculum
from skills.language import MAX_TOKENS, WIDTH, CommandEncoder
from skills.networks import LanguageVision, Spec, body_vector

SIDE = 16
CURRICULUM = curriculum()
SPEC = Spec(CURRICULUM.names)


class Commands(CommandEncoder):
    """Vectors that depend on the sentence alone; remembers what was said."""

    def __init__(self, quick: bool = False) -> None:
        super().__init__(quick)
        self.said: list[str] = []

    def encode(self, commands):  # type: ignore[no-untyped-def]
        self.said += commands
        seeds = [sum(map(ord, text)) for text in commands]
        vectors = [torch.randn(MAX_TOKENS, WIDTH, generator=torch.Generator().manual_seed(seed)) for seed in seeds]
        return torch.stack(vectors), torch.ones(len(vectors), MAX_TOKENS, dtype=torch.bool)


def observation(seed: int) -> Observation:
    rng = np.random.default_rng(seed)
    pose = np.diag([1.0, -1.0, -1.0, 1.0])
    pose[:3, :3] = [[0, -1, 0], [-1, 0, 0], [0, 0, -1]]
    pose[:3, 3] = [0.5, 0.0, 0.6]
    camera = Camera("front", np.array([[20.0, 0, SIDE / 2], [0, 20.0, SIDE / 2], [0, 0, 1]]), pose)
    rgb = rng.integers(0, 256, (SIDE, SIDE, 3)).astype(np.uint8)
    tcp = np.eye(4)
    tcp[:3, 3] = rng.uniform([0.4, -0.2, 0.1], [0.6, 0.2, 0.3])
    hand = Proprioception(tcp, 0.08, np.zeros(7), np.zeros(7))
    return Observation({"front": Image(rgb, np.full((SIDE, SIDE), 0.58, np.float32), camera)}, hand, 0.0)


def labelled(possible: bool = True, achieved: bool = True) -> list[Labelled]:
    """The command that was carried out, then one that could not be, ones that could and one that holds."""
    others = [Labelled("pick_up", {"object": f"{paint} block"}, True, False) for paint in ("blue", "green")]
    absent = Labelled("pick_up", {"object": "cyan wedge"}, False, False)
    holds = Labelled("put_on", {"object": "pink block", "support": "red block"}, True, True)
    return [Labelled("pick_up", {"object": "red block"}, possible, achieved), absent, *others, holds]


def write(folder: Path, rollouts: list[tuple[bool, bool, int]]) -> Frames:
    """Rollouts as: possible, achieved, rows (1: no moment on the way)."""
    writer = ShardWriter(folder / "outcomes" / "0000")
    for i, (possible, achieved, rows) in enumerate(rollouts):
        for k in range(rows):
            commands = labelled(possible, achieved and k == 0)
            row = outcome_row(observation(i), observation(1000 + 2 * i + k), commands, final=k == 0)
            writer.add({**row, "rollout": np.array(i)})
    writer.close()
    return Frames([folder / "outcomes"])


def outcomes_of(frames: Frames, commands: CommandEncoder | None = None, rows: int | None = None) -> _Outcomes:
    return _Outcomes(frames, CURRICULUM, commands or Commands(), np.arange(len(frames) if rows is None else rows))


@pytest.mark.parametrize(
    ("skill", "arguments"),
    [
        ("pick_up", {"object": "red block"}),
        ("press", {"button": "button"}),
        ("sweep", {"crumbs": "crumbs", "tray": "tray", "tool": "yellow blade"}),
        ("stroke", {"cat": "orange Kätzchen"}),
    ],
)
def test_a_command_is_read_back_from_its_row(skill: str, arguments: dict[str, str]) -> None:
    row = outcome_row(observation(0), observation(1), [Labelled(skill, arguments, True, False)], True)
    assert row["commands"].shape == row["possible"].shape == row["achieved"].shape == (MAX_COMMANDS,)
    assert decode(str(row["commands"][0])) == (skill, arguments)
    assert (row["there"], row["possible"][0], row["achieved"][0]) == (1, True, False)
    assert set(row["commands"][1:]) == {""}


def test_a_command_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match=f"a row has room for {COMMAND[2:]}"):
        written("pick_up", {"object": "very " * 40 + "red block"})


def test_commands_beyond_the_rows_room_are_left_out() -> None:
    row = outcome_row(observation(0), observation(1), labelled() * 20, True)
    assert row["there"] == MAX_COMMANDS < 100


def test_a_row_holds_both_moments() -> None:
    before, after = observation(0), observation(1)
    row = outcome_row(before, after, labelled(), False)
    assert np.array_equal(row["rgb"], before.images["front"].rgb)
    assert np.array_equal(row["after_rgb"], after.images["front"].rgb)
    assert np.array_equal(row["bodies"], [body_vector(o.proprioception) for o in (before, after)])
    assert not row["final"]


def test_failures_of_what_was_possible_are_what_a_detector_sees_oftenest(tmp_path: Path) -> None:
    frames = write(tmp_path, [(True, True, 1), (True, False, 2), (False, False, 1)])
    odds = _telling(outcomes_of(frames))
    assert odds.sum() == pytest.approx(1)
    assert (odds / odds[0]).tolist() == pytest.approx([1, TELLING, 1, 1])


def test_earlier_policies_teach_and_the_one_at_work_calibrates(tmp_path: Path) -> None:
    frames = write(tmp_path / "early", [(True, True, 1)] * 23)
    write(tmp_path / "work", [(True, True, 2)] * 12)
    train, back = divide([tmp_path / "early", tmp_path / "work"])
    assert train.tolist() == [*range(10, len(frames)), *range(23 + 20, 23 + 24)]
    assert back.tolist() == list(range(23, 23 + 20))


def test_a_value_function_learns_from_steady_hands_alone(tmp_path: Path) -> None:
    writer = ShardWriter(tmp_path / "outcomes" / "0000")
    for final, clumsy in ((True, False), (False, False), (True, True), (False, True)):
        writer.add(outcome_row(observation(0), observation(1), labelled(), final, clumsy))
    writer.close()
    assert steady_ends(Frames([tmp_path / "outcomes"])).tolist() == [True, False, False, False]


def test_failures_are_drawn_more_often_but_not_without_bound() -> None:
    odds = _even(np.array([True] * 15 + [False] * 10))
    assert odds.sum() == pytest.approx(1)
    assert odds[:15].sum() == pytest.approx(odds[15:].sum())
    rare = _even(np.array([True] * 99 + [False]))
    assert rare[99] == pytest.approx(3 * rare[0])
    frequent = _even(np.array([True] + [False] * 9))
    assert frequent == pytest.approx(np.full(10, 0.1))
    assert _even(np.ones(4, np.bool_)) == pytest.approx(np.full(4, 0.25))


def test_rows_of_a_rollout_stay_together(tmp_path: Path) -> None:
    """Also after a rollout that was over before its moment on the way, which has one row only."""
    frames = write(tmp_path, [(True, True, 1 if i % 7 == 3 else 2) for i in range(60)])
    train, back = split(frames, 1 / 3)
    rollout = frames.column("rollout")
    assert not set(rollout[train]) & set(rollout[back])
    assert sorted([*train, *back]) == list(range(len(frames)))
    assert len(set(rollout[back])) == 20


class Answers(torch.nn.Module):
    """Always the same logit."""

    def __init__(self, logit: float) -> None:
        super().__init__()
        self.logit = torch.nn.Parameter(torch.tensor(logit))
        self.asked = 0

    def forward(self, pixels, points, body, tokens, mask):  # type: ignore[no-untyped-def]
        self.asked = len(tokens)
        return self.logit.expand(len(tokens))


@pytest.mark.parametrize(
    ("possible", "achieved", "success"), [(True, True, True), (True, False, False), (False, True, False)]
)
def test_values_learn_success_and_not_what_held_already(
    tmp_path: Path, possible: bool, achieved: bool, success: bool
) -> None:
    frames, commands = write(tmp_path, [(possible, achieved, 1)] * 3), Commands()
    loss = value_loss(outcomes_of(frames, commands), 4)
    sure, unsure = Answers(8.0), Answers(-8.0)
    yes, no = (loss(network, np.random.default_rng(0)) for network in (sure, unsure))  # type: ignore[arg-type]
    assert (yes["outcome"] < no["outcome"]).item() == success
    assert no["impossible"].item() < 0.01 < yes["impossible"].item()
    assert sure.asked == 4 * (1 + IMPOSSIBLE)


def test_impossible_commands_are_those_that_were(tmp_path: Path) -> None:
    frames, commands = write(tmp_path, [(True, True, 1)] * 3), Commands()
    value_loss(outcomes_of(frames, commands), 4)(Answers(0.0), np.random.default_rng(0))  # type: ignore[arg-type]
    executed, others = commands.said[:: 1 + IMPOSSIBLE], set(commands.said) - set(commands.said[:: 1 + IMPOSSIBLE])
    assert all("red" in text for text in executed)
    assert others
    assert all("cyan wedge" in text for text in others)


def test_the_detector_judges_what_was_done_what_holds_and_others() -> None:
    row = outcome_row(observation(0), observation(1), labelled(True, False), True)
    for seed in range(10):
        picks = _judged(row["achieved"][: int(row["there"])], np.random.default_rng(seed))
        assert len(picks) == JUDGED
        assert picks[0] == 0
        assert 4 in picks
        assert (picks < 5).all()


@pytest.mark.parametrize("achieved", [True, False])
def test_a_single_command_can_be_judged(achieved: bool) -> None:
    assert _judged(np.array([achieved]), np.random.default_rng(0)).tolist() == [0] * JUDGED


def test_a_skill_that_is_not_taught_is_named(tmp_path: Path) -> None:
    writer = ShardWriter(tmp_path / "outcomes" / "0000")
    writer.add(outcome_row(observation(0), observation(1), [Labelled("stroke", {"object": "cat"}, True, True)], True))
    writer.close()
    loss = value_loss(outcomes_of(Frames([tmp_path])), 1)
    with pytest.raises(ValueError, match="unknown skill 'stroke'; choose from: pick_up, put_in"):
        loss(Answers(0.0), np.random.default_rng(0))  # type: ignore[arg-type]


def test_moments_are_mirrored_together(tmp_path: Path) -> None:
    outcomes = outcomes_of(write(tmp_path, [(True, True, 2)] * 2))
    rows = np.array([0, 2])
    usual = outcomes.images(rows, ["", "after_"], None)
    both = [outcomes.images(rows, ["", "after_"], np.random.default_rng(seed)) for seed in range(12)]
    mirrored = [tensors for tensors in both if not torch.equal(tensors[1], usual[1])]
    assert 0 < len(mirrored) < 12
    for _, points, body, _, after_points, after_body in mirrored:
        signs = torch.tensor([1.0, -1.0, 1.0]).view(1, 3, 1, 1)
        for found, expected in ((points, usual[1]), (after_points, usual[4])):
            assert torch.allclose(found, expected.flip(-1) * signs)
        for found, expected in ((body, usual[2]), (after_body, usual[5])):
            assert torch.equal(found[:, [1, 3, 5]], -expected[:, [1, 3, 5]])
            assert torch.equal(found[:, [0, 2, 4, 6, 7, 8]], expected[:, [0, 2, 4, 6, 7, 8]])
    assert np.array_equal(outcomes.bodies, outcomes.frames.column("bodies"))


@pytest.mark.parametrize("kind", ["value", "detector"])
def test_training_goes_on_bit_for_bit(tmp_path: Path, kind: str) -> None:
    """The heads have dropout: torch's generator must be restored too."""
    frames = write(tmp_path, [(True, i % 2 == 0, 2) for i in range(4)])
    outcomes = _Outcomes(frames, CURRICULUM, Commands(), np.arange(0, 8, 2))
    make, loss = {"value": (ValueNetwork, value_loss), "detector": (DetectorNetwork, detector_loss)}[kind]
    schedule = Schedule(4, checkpoint_every=2)

    def network() -> torch.nn.Module:
        torch.manual_seed(0)
        return make(SPEC)

    straight, resumed = network(), make(SPEC)
    torch.manual_seed(0)
    fit(straight, loss(outcomes, 2), schedule, tmp_path / "straight.pt", lambda _: None)
    killed = network()
    torch.manual_seed(0)
    with pytest.raises(KeyboardInterrupt):
        fit(killed, loss(outcomes, 2), schedule, tmp_path / "broken.pt", _kill)
    torch.manual_seed(12345)
    fit(resumed, loss(outcomes, 2), schedule, tmp_path / "broken.pt", lambda _: None)
    for name, tensor in straight.state_dict().items():
        assert torch.equal(tensor, resumed.state_dict()[name]), name


def _kill(_: str) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("train", [train_value, train_detector])
def test_a_network_starts_from_the_policys_trunk_and_ends_calibrated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, train: Callable[..., tuple[ValueNetwork | DetectorNetwork, float]]
) -> None:
    monkeypatch.setattr(training, "CommandEncoder", Commands)
    write(tmp_path, [(True, i % 3 > 0, 2) for i in range(40)])
    torch.manual_seed(5)
    trunk = LanguageVision(SPEC).state_dict()
    schedule = Schedule(1, batch=2, learning_rate=1e-9)
    network, minutes = train(CURRICULUM, [tmp_path / "outcomes"], schedule, schedule, tmp_path / "network.pt", trunk)
    for name, tensor in trunk.items():
        assert torch.allclose(network.trunk.state_dict()[name], tensor, atol=1e-6), name
    assert (float(network.calibration.slope), float(network.calibration.shift)) != (1.0, 0.0)
    assert network.spec == SPEC
    assert minutes > 0
