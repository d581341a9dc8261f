"""Teaches value functions and success detectors from the policy's own rollouts: heads on what its eyes find."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from affordances.cases import Cases, read_cases
from affordances.networks import DetectorNetwork, LookHead, ValueNetwork
from affordances.outcomes import divide
from grounding.training import Loss, Schedule, fit
from skills.curriculum import Curriculum
from skills.language import CommandEncoder
from skills.looking import mirror, shake
from skills.networks import Spec
from skills.training import MIRROR_BODY

TELLING = 4.0
"""How much oftener an attempt is drawn that failed although nothing had forbidden it."""


def value_odds(cases: Cases, train: NDArray[np.bool_]) -> tuple[NDArray[np.float64], Tensor]:
    """How often each case is drawn, and how much it counts, to learn what will succeed.

    Half of what is drawn was carried out, every skill equally often; the rest could not have succeeded.
    """
    tried, forbidden = train & cases.steady & cases.own, train & cases.steady & ~cases.own & ~cases.possible
    odds = _halves(_by_skill(cases, tried, lambda chosen: _even(cases.succeeded[chosen])), forbidden)
    return odds, torch.where(torch.from_numpy(cases.own), 1.0, 0.5)


def detector_odds(cases: Cases, train: NDArray[np.bool_]) -> tuple[NDArray[np.float64], Tensor]:
    """How often each case is drawn, and how much it counts, to learn what has been done.

    Half of what is drawn was carried out, every skill equally often; failures of what was possible tell most.
    """
    failed = cases.final & cases.possible & ~cases.achieved
    telling = _by_skill(cases, train & cases.own, lambda chosen: np.where(failed[chosen], TELLING, 1.0))
    return _halves(telling, train & ~cases.own), torch.ones(len(cases))


def _by_skill(
    cases: Cases, chosen: NDArray[np.bool_], odds: Callable[[NDArray[np.bool_]], NDArray[np.float64]]
) -> NDArray[np.float64]:
    """Odds of each skill's chosen cases, every skill together 1."""
    found = np.zeros(len(cases))
    for skill in np.unique(cases.skill[chosen]):
        own = chosen & (cases.skill == skill)
        weight = odds(own)
        found[own] = weight / weight.sum()
    return found


def _halves(odds: NDArray[np.float64], others: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Half by some odds, half others; shape as given, sums to 1."""
    if not others.any():
        return odds / odds.sum()
    return 0.5 * odds / odds.sum() + 0.5 * others / others.sum()


def _even(outcome: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Failures are rarer than successes; draw them up to three times as often."""
    share = max(float(outcome.mean()), 1e-3)
    weight = np.where(outcome, 1.0, np.clip(share / max(1 - share, 1e-3), 1.0, 3.0))
    return np.asarray(weight / weight.sum())


def judging_loss(
    cases: Cases, labels: NDArray[np.bool_], odds: NDArray[np.float64], counts: Tensor, moments: int, batch: int
) -> Loss:
    """Binary cross-entropy of a ``LookHead``; left and right are swapped in half of the cases."""
    truth = torch.from_numpy(labels).float()

    def loss(head: LookHead, rng: np.random.Generator) -> dict[str, Tensor]:
        rows = rng.choice(len(odds), batch, p=odds)
        looks, bodies = cases.moments(rows, moments)
        sign = torch.where(torch.from_numpy(rng.random(batch) < 0.5), -1.0, 1.0)
        for look, body in zip(looks, bodies, strict=True):
            shake(look, rng)
            mirror(look, sign)
            body[:, MIRROR_BODY] *= sign[:, None]
        chosen = torch.from_numpy(rows)
        with torch.autocast("cpu", enabled=False):
            cross = F.binary_cross_entropy_with_logits(head(looks, bodies), truth[chosen], reduction="none")
            return {"judged": (cross * counts[chosen]).mean()}

    return loss


def train_value(
    curriculum: Curriculum, data: Sequence[Path], schedule: Schedule, checkpoint: Path, trunk: Mapping[str, Tensor]
) -> tuple[ValueNetwork, float]:
    """The value network, calibrated on held-back rollouts, and the CPU minutes that it took.

    Args:
        curriculum: the skills; the network counts them as it does.
        data: folders of ``outcome_row``s, see ``divide``.
        schedule: of the head; the trunk stays as it is.
        checkpoint: to resume from and to write to; what the trunk finds is kept in a folder beside it.
        trunk: of the policy.
    """
    network, read = _judge(ValueNetwork, curriculum, data, schedule, checkpoint, trunk)
    cases, train, back = read.cases, read.train, read.back
    odds, counts = value_odds(cases, train)
    loss = judging_loss(cases, cases.own & cases.succeeded, odds, counts, 1, schedule.batch)
    minutes = read.minutes + fit(network.head, loss, schedule, checkpoint)
    _calibrate(network.eval(), cases, np.flatnonzero(back & cases.steady), cases.succeeded, 1)
    return network, minutes


def train_detector(
    curriculum: Curriculum, data: Sequence[Path], schedule: Schedule, checkpoint: Path, trunk: Mapping[str, Tensor]
) -> tuple[DetectorNetwork, float]:
    """The detector network, calibrated on held-back rollouts, and the CPU minutes that it took.

    Arguments as of ``train_value``.
    """
    network, read = _judge(DetectorNetwork, curriculum, data, schedule, checkpoint, trunk)
    cases, train, back = read.cases, read.train, read.back
    odds, counts = detector_odds(cases, train)
    loss = judging_loss(cases, cases.achieved, odds, counts, 2, schedule.batch)
    minutes = read.minutes + fit(network.head, loss, schedule, checkpoint)
    _calibrate(network.eval(), cases, np.flatnonzero(back), cases.achieved, 2)
    return network, minutes


@dataclass(frozen=True)
class _Read:
    """Cases to train on, and those to calibrate on: commands that were carried out, in the light that was."""

    cases: Cases
    train: NDArray[np.bool_]
    back: NDArray[np.bool_]
    minutes: float


_Judge = TypeVar("_Judge", ValueNetwork, DetectorNetwork)


def _judge(
    kind: type[_Judge],
    curriculum: Curriculum,
    data: Sequence[Path],
    schedule: Schedule,
    checkpoint: Path,
    trunk: Mapping[str, Tensor],
) -> tuple[_Judge, _Read]:
    """A network that looks with a policy's trunk, and what that finds."""
    torch.manual_seed(schedule.seed)
    network = kind(Spec(curriculum.names))
    network.trunk.load_state_dict(trunk)
    network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    kept = checkpoint.parent / "looks"
    cases, minutes = read_cases(network.trunk.eval(), data, curriculum, CommandEncoder(quick=True), kept)
    train, back = (np.isin(cases.row, rows) for rows in divide(data))
    return network, _Read(cases, train, back & cases.own & (cases.view == 0), minutes)


def _calibrate(
    network: ValueNetwork | DetectorNetwork,
    cases: Cases,
    rows: NDArray[np.int64],
    labels: NDArray[np.bool_],
    moments: int,
) -> None:
    with torch.no_grad():
        logits = network.head(*cases.moments(rows, moments))
    network.calibration.fit(logits.clone(), torch.from_numpy(labels[rows]).float())
