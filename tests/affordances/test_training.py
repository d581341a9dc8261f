from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

import affordances.training as training
from affordances.cases import COMMANDS, VIEWS, Cases, read_cases
from affordances.networks import DetectorNetwork, LookHead, ValueNetwork
from affordances.outcomes import Labelled, outcome_row
from affordances.training import (
    TELLING,
    _even,
    detector_odds,
    judging_loss,
    train_detector,
    train_value,
    value_odds,
)
from grounding.frames import ShardWriter
from grounding.training import Schedule, fit
from simulation.lessons import curriculum
from skills.networks import LanguageVision, Spec
from tests.affordances.scenes import write
from tests.small import Commands, observation
from weights import DamagedError

CURRICULUM = curriculum()
SPEC = Spec(CURRICULUM.names)


def trunk(seed: int = 5) -> LanguageVision:
    torch.manual_seed(seed)
    return LanguageVision().eval()


def cases_of(folder: Path, rollouts: list[tuple[bool, bool, int]]) -> Cases:
    write(folder, rollouts)
    return read_cases(trunk(), [folder / "outcomes"], CURRICULUM, Commands(), folder / "looks")[0]


def test_failures_are_drawn_more_often_but_not_without_bound() -> None:
    odds = _even(np.array([True] * 15 + [False] * 10))
    assert odds.sum() == pytest.approx(1)
    assert odds[:15].sum() == pytest.approx(odds[15:].sum())
    rare = _even(np.array([True] * 99 + [False]))
    assert rare[99] == pytest.approx(3 * rare[0])
    frequent = _even(np.array([True] + [False] * 9))
    assert frequent == pytest.approx(np.full(10, 0.1))
    assert _even(np.ones(4, np.bool_)) == pytest.approx(np.full(4, 0.25))


def test_every_view_of_a_row_has_as_many_commands_the_one_carried_out_first(tmp_path: Path) -> None:
    cases = cases_of(tmp_path, [(True, True, 2), (False, False, 1)])
    assert len(cases) == VIEWS * 3 * COMMANDS
    assert np.flatnonzero(cases.own).tolist() == list(range(0, len(cases), COMMANDS))
    assert cases.row[::COMMANDS].tolist() == VIEWS * [0, 1, 2]
    assert cases.view[::COMMANDS].tolist() == [0] * 3 + [1] * 3
    assert cases.final[::COMMANDS].tolist() == VIEWS * [True, False, True]
    own = cases.own & (cases.view == 0)
    assert cases.succeeded[own].tolist() == [True, False, False]
    assert set(cases.skill) == {"pick_up", "put_on"}, "what holds besides is looked at, too"
    looks, bodies = cases.moments(np.array([0, COMMANDS]), 2)
    assert [len(look.where) for look in looks] == [2, 2]
    assert [tuple(body.shape) for body in bodies] == [(2, 9), (2, 9)]
    assert not torch.equal(looks[0].where, looks[1].where)


def test_what_was_looked_at_is_not_looked_at_again_but_by_other_eyes(tmp_path: Path) -> None:
    first = cases_of(tmp_path, [(True, True, 1)])
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "looks").iterdir()}
    again, _ = read_cases(trunk(), [tmp_path / "outcomes"], CURRICULUM, Commands(), tmp_path / "looks")
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "looks").iterdir()} == before
    assert torch.equal(first.looks[1].look.where, again.looks[1].look.where)
    with pytest.raises(DamagedError, match="what other eyes found"):
        read_cases(trunk(6), [tmp_path / "outcomes"], CURRICULUM, Commands(), tmp_path / "looks")


def test_a_skill_that_is_not_taught_is_named(tmp_path: Path) -> None:
    writer = ShardWriter(tmp_path / "outcomes" / "0000")
    writer.add(outcome_row(observation(0), observation(1), [Labelled("stroke", {"object": "cat"}, True, True)], True))
    writer.close()
    with pytest.raises(ValueError, match="unknown skill 'stroke'; choose from: pick_up, put_in"):
        read_cases(trunk(), [tmp_path / "outcomes"], CURRICULUM, Commands(), tmp_path / "looks")


def test_values_learn_from_what_was_carried_out_and_what_was_impossible(tmp_path: Path) -> None:
    cases = cases_of(tmp_path, [(True, True, 2), (True, False, 1), (True, True, 1)])
    train = cases.row < 3
    odds, counts = value_odds(cases, train)
    assert odds.sum() == pytest.approx(1)
    assert not odds[~train].any() and not odds[~cases.steady].any()
    assert odds[cases.own].sum() == pytest.approx(0.5)
    assert not odds[~cases.own & cases.possible].any(), "nobody knows what would have become of these"
    assert set(counts[torch.from_numpy(cases.own)].tolist()) == {1.0}
    assert set(counts[torch.from_numpy(~cases.own)].tolist()) == {0.5}


def test_failures_of_what_was_possible_are_what_a_detector_sees_oftenest(tmp_path: Path) -> None:
    cases = cases_of(tmp_path, [(True, True, 1), (True, False, 2), (False, False, 1)])
    odds, _ = detector_odds(cases, np.ones(len(cases), np.bool_))
    assert odds.sum() == pytest.approx(1)
    own = odds[cases.own & (cases.view == 0)]
    assert (own / own[0]).tolist() == pytest.approx([1, TELLING, 1, 1])


def test_every_skill_is_judged_equally_often(tmp_path: Path) -> None:
    writer = ShardWriter(tmp_path / "outcomes" / "0000")
    for skill in ("press", "press", "press", "open_drawer"):
        parameter = {"press": "button", "open_drawer": "drawer"}[skill]
        told = [Labelled(skill, {parameter: parameter}, True, True)]
        writer.add(outcome_row(observation(0), observation(1), told, True))
    writer.close()
    cases, _ = read_cases(trunk(), [tmp_path / "outcomes"], CURRICULUM, Commands(), tmp_path / "looks")
    for made in (value_odds, detector_odds):
        odds, _ = made(cases, np.ones(len(cases), np.bool_))
        own = odds * cases.own
        assert own[cases.skill == "press"].sum() == pytest.approx(own[cases.skill == "open_drawer"].sum())


class Answers(torch.nn.Module):
    """Always the same logit."""

    def __init__(self, logit: float) -> None:
        super().__init__()
        self.logit = torch.nn.Parameter(torch.tensor(logit))
        self.mirrored: list[torch.Tensor] = []

    def forward(self, looks, bodies):  # type: ignore[no-untyped-def]
        self.mirrored.append(torch.stack([look.where[:, 0, 1] for look in looks]))
        return self.logit.expand(len(bodies[0]))


def test_the_loss_is_small_for_whom_is_right_and_moments_are_mirrored_together(tmp_path: Path) -> None:
    cases = cases_of(tmp_path, [(True, True, 1)] * 2)
    odds = np.eye(1, len(cases))[0]
    loss = judging_loss(cases, cases.achieved, odds, torch.ones(len(cases)), 2, 64)
    sure, unsure = Answers(8.0), Answers(-8.0)
    yes, no = (loss(head, np.random.default_rng(0))["judged"] for head in (sure, unsure))  # type: ignore[arg-type]
    assert yes.item() < 0.01 < 1 < no.item()
    usual = [float(look.where[0, 0, 1]) for look in cases.moments(np.array([0]), 2)[0]]
    assert min(map(abs, usual)) > 0.02, "else nobody could see what is mirrored"
    swapped = [side * sign < 0 for side, sign in zip(sure.mirrored[0], usual, strict=True)]
    assert torch.equal(*swapped) and 10 < int(swapped[0].sum()) < 54


@pytest.mark.parametrize("moments", [1, 2])
def test_training_goes_on_bit_for_bit(tmp_path: Path, moments: int) -> None:
    """The heads have dropout: torch's generator must be restored too."""
    cases = cases_of(tmp_path, [(True, i % 2 == 0, 2) for i in range(4)])
    odds, counts = detector_odds(cases, np.ones(len(cases), np.bool_))
    loss, schedule = judging_loss(cases, cases.achieved, odds, counts, moments, 4), Schedule(4, checkpoint_every=2)

    def head() -> LookHead:
        torch.manual_seed(0)
        return LookHead(moments)

    straight, resumed = head(), LookHead(moments)
    torch.manual_seed(0)
    fit(straight, loss, schedule, tmp_path / "straight.pt", lambda _: None)
    killed = head()
    torch.manual_seed(0)
    with pytest.raises(KeyboardInterrupt):
        fit(killed, loss, schedule, tmp_path / "broken.pt", _kill)
    torch.manual_seed(12345)
    fit(resumed, loss, schedule, tmp_path / "broken.pt", lambda _: None)
    for name, tensor in straight.state_dict().items():
        assert torch.equal(tensor, resumed.state_dict()[name]), name


def _kill(_: str) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("train", [train_value, train_detector])
def test_a_network_looks_with_the_policys_trunk_and_ends_calibrated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, train: Callable[..., tuple[ValueNetwork | DetectorNetwork, float]]
) -> None:
    monkeypatch.setattr(training, "CommandEncoder", Commands)
    write(tmp_path, [(True, i % 3 > 0, 2) for i in range(40)])
    eyes, schedule = trunk().state_dict(), Schedule(1, batch=2)
    network, minutes = train(CURRICULUM, [tmp_path / "outcomes"], schedule, tmp_path / "network.pt", eyes)
    for name, tensor in eyes.items():
        assert torch.equal(network.trunk.state_dict()[name], tensor), name
    assert (float(network.calibration.slope), float(network.calibration.shift)) != (1.0, 0.0)
    assert network.spec == SPEC
    assert minutes > 0
