"""Learning value functions and success detectors from the policy's own rollouts.

A rollout's row holds what was seen before and after, what became of the command, and, for every other command that
could have been given, whether it could have succeeded at all and whether it holds afterwards (labels of the
simulator, for training only).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from affordances.networks import Calibration, DetectorNetwork, ValueNetwork
from grounding import Observation
from grounding.frames import Frames, record
from grounding.training import Loss, Schedule, fit, mirror_image, relight
from grounding.vocabulary import CATEGORIES, COLOURS
from skills.language import CommandEncoder, say
from skills.networks import body_vector
from skills.training import MIRROR_BODY, PLACES, SKILLS

MAX_COMMANDS = 96
IMPOSSIBLE = 3
"""Commands that cannot succeed, shown with each rollout."""
JUDGED = 6
"""Commands judged for each pair of moments."""
OWN_WEIGHT = 3.0
"""How much more the command that was carried out counts than each of the others that are judged."""
TELLING = 4.0
"""How much oftener an attempt is drawn that failed although nothing had forbidden it."""
PLAIN = 0.5
"""Share of commands in their first wording, the one that planners use."""


@dataclass(frozen=True)
class Labelled:
    """A command and what is known of it."""

    skill: str
    arguments: Mapping[str, str]
    possible: bool
    """Nothing forbade it when the rollout began."""
    achieved: bool
    """It holds at the end."""


def outcome_row(
    before: Observation, after: Observation, commands: Sequence[Labelled], final: bool, clumsy: bool = False
) -> dict[str, NDArray]:
    """One pair of moments of a rollout.

    Args:
        before: what was seen when the command was given.
        after: what is seen at the end, or on the way.
        commands: the one that was carried out, then others.
        final: ``after`` is the end, so the first command's ``achieved`` is the outcome.
        clumsy: the policy's hands were made to shake: something for a detector to see, nothing to foretell.
    """
    table = np.full((MAX_COMMANDS, 7), -1, np.int64)
    for row, command in zip(table, commands, strict=False):
        row[:] = [*_encode(command.skill, command.arguments), command.possible, command.achieved]
    later = {f"after_{name}": value for name, value in record(after).items()}
    bodies = np.stack([body_vector(moment.proprioception) for moment in (before, after)])
    return {
        **record(before),
        **later,
        "bodies": bodies,
        "commands": table,
        "final": np.array(final),
        "clumsy": np.array(clumsy),
    }


def _encode(skill: str, arguments: Mapping[str, str]) -> list[int]:
    ids = [arguments["object"], arguments.get(PLACES.get(skill, ""), "")]
    codes = [SKILLS.index(skill)]
    for id in ids:
        colour, _, category = id.partition(" ")
        codes += [COLOURS.index(colour), CATEGORIES.index(category)] if id else [-1, -1]
    return codes


def decode(row: NDArray[np.int64]) -> tuple[str, dict[str, str]]:
    """Skill and arguments of one row of a table of commands."""
    skill = SKILLS[row[0]]
    arguments = {"object": f"{COLOURS[row[1]]} {CATEGORIES[row[2]]}"}
    if skill in PLACES:
        arguments[PLACES[skill]] = f"{COLOURS[row[3]]} {CATEGORIES[row[4]]}"
    return skill, arguments


class _Outcomes:
    """Batches of rollouts with worded commands."""

    def __init__(self, frames: Frames, commands: CommandEncoder, rows: NDArray[np.int64]) -> None:
        self.frames, self.encoder, self.rows = frames, commands, rows
        self.commands = frames.column("commands")
        self.bodies = frames.column("bodies")

    def draw(self, rng: np.random.Generator, size: int, odds: NDArray[np.float64] | None = None) -> NDArray[np.int64]:
        return np.sort(rng.choice(self.rows, size, p=odds))

    def images(self, rows: NDArray[np.int64], moments: Sequence[str], rng: np.random.Generator | None) -> list[Tensor]:
        """Pixels, points and body of each moment in turn; mirrored and relit if there is a generator."""
        mirror = rng is not None and rng.random() < 0.5
        tensors: list[Tensor] = []
        for moment in moments:
            pixels, points = self.frames.images(rows, moment)
            body = torch.from_numpy(self.bodies[rows, int(moment != "")])
            if rng is not None:
                pixels[:, :3] = relight(pixels[:, :3], rng)
            if mirror:
                (pixels, points), body = mirror_image(pixels, points), body.clone()
                body[:, MIRROR_BODY] *= -1
            tensors += [pixels.contiguous(memory_format=torch.channels_last), points, body]
        return tensors

    def encode(self, commands: NDArray[np.int64], rng: np.random.Generator) -> tuple[Tensor, Tensor]:
        """Commands (n, 7) in random wordings."""
        return self.encoder.encode([say(*decode(row), rng, PLAIN) for row in commands])


def value_loss(outcomes: _Outcomes, batch: int) -> Loss:
    """Binary cross-entropy: the outcome of the command that was carried out, and of ones that could not succeed."""
    impossible = [np.flatnonzero((table[:, 0] >= 0) & (table[:, 5] == 0)) for table in outcomes.commands]
    odds = _even(_succeeded(outcomes.commands[outcomes.rows, 0]))

    def loss(network: ValueNetwork, rng: np.random.Generator) -> dict[str, Tensor]:
        rows = outcomes.draw(rng, batch, odds)
        picks = np.stack([[0, *rng.choice(impossible[r] if len(impossible[r]) else [0], IMPOSSIBLE)] for r in rows])
        chosen = outcomes.commands[rows[:, None], picks]
        labels = torch.from_numpy(np.where(picks == 0, _succeeded(chosen), 0)).float()
        pixels, points, body = outcomes.images(rows, [""], rng)
        logits = network(pixels, points, body, *outcomes.encode(chosen.reshape(-1, 7), rng)).float()
        cross = F.binary_cross_entropy_with_logits(logits.view_as(labels), labels, reduction="none")
        return {"outcome": cross[:, 0].mean(), "impossible": 0.5 * cross[:, 1:].mean()}

    return loss


def detector_loss(outcomes: _Outcomes, batch: int) -> Loss:
    """Binary cross-entropy: does each command hold now? The one carried out, all achieved ones, and others."""
    odds = _telling(outcomes)
    weights = torch.ones(JUDGED)
    weights[0] = OWN_WEIGHT

    def loss(network: DetectorNetwork, rng: np.random.Generator) -> dict[str, Tensor]:
        rows = outcomes.draw(rng, batch, odds)
        picks = np.stack([_judged(outcomes.commands[r], rng) for r in rows])
        chosen = outcomes.commands[rows[:, None], picks]
        labels = torch.from_numpy(chosen[..., 6]).float()
        images = outcomes.images(rows, ["", "after_"], rng)
        tokens = outcomes.encode(chosen.reshape(-1, 7), rng)
        logits = network((images[0], images[3]), (images[1], images[4]), (images[2], images[5]), *tokens).float()
        cross = F.binary_cross_entropy_with_logits(logits.view_as(labels), labels, reduction="none")
        return {"verdict": (cross * weights).sum(-1).mean() / weights.sum()}

    return loss


def _telling(outcomes: _Outcomes) -> NDArray[np.float64]:
    """Odds of the rows: failures of what was possible tell most."""
    own = outcomes.commands[outcomes.rows, 0]
    failed = outcomes.frames.column("final")[outcomes.rows] & (own[:, 5] == 1) & (own[:, 6] == 0)
    odds = np.where(failed, TELLING, 1.0)
    return np.asarray(odds / odds.sum())


def _succeeded(commands: NDArray[np.int64]) -> NDArray[np.int64]:
    """1 where a command (..., 7) was possible and holds in the end: what holds from the beginning is no success."""
    return np.asarray(commands[..., 5] * commands[..., 6])


def _judged(table: NDArray[np.int64], rng: np.random.Generator) -> NDArray[np.int64]:
    """The command that was carried out, a few that hold, and others."""
    holding = np.flatnonzero(table[:, 6] == 1)
    rest = np.flatnonzero(table[:, 6] == 0)
    some = rng.choice(holding, min(2, len(holding)), replace=False) if len(holding) else holding
    return np.array([0, *some, *rng.choice(rest, JUDGED - 1 - len(some))])


def _even(outcome: NDArray[np.int64]) -> NDArray[np.float64]:
    """Failures are rarer than successes; draw them up to three times as often."""
    share = max(float(outcome.mean()), 1e-3)
    weight = np.where(outcome == 1, 1.0, np.clip(share / max(1 - share, 1e-3), 1.0, 3.0))
    return np.asarray(weight / weight.sum())


def split(frames: Frames, held_back: float = 0.1) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows to train on and rows to calibrate on, ten rollouts in a row at a time; each rollout's rows stay together.

    Args:
        frames: of ``outcome_row``s, in the order of the rollouts; a rollout's first row is its final moment.
        held_back: share to calibrate on.
    """
    rollout = np.cumsum(frames.column("final")) - 1
    back = rollout // 10 % round(1 / held_back) == 0
    return np.flatnonzero(~back), np.flatnonzero(back)


def divide(data: Sequence[Path]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows of ``Frames(data)`` to train on, from all folders, and to calibrate on, from the last one alone.

    Args:
        data: folders of ``outcome_row``s; those in the last one are of the policy at work, the others of earlier ones.
    """
    train, back, start = [], np.zeros(0, np.int64), 0
    for folder in data:
        frames = Frames([folder])
        rows, held_back = split(frames)
        train.append(rows + start)
        back, start = held_back + start, start + len(frames)
    return np.concatenate(train), back


def steady_ends(frames: Frames) -> NDArray[np.bool_]:
    """Which rows show how an attempt of the policy ended, its hands left in peace: shape (len,)."""
    return np.asarray(frames.column("final") & ~frames.column("clumsy"))


def train_value(
    data: list[Path], head: Schedule, whole: Schedule, checkpoint: Path, trunk: Mapping[str, Tensor]
) -> tuple[ValueNetwork, float]:
    """The value network, calibrated on held-back rollouts, and the CPU minutes that it took.

    Args:
        data: folders of ``outcome_row``s, see ``divide``.
        head: trains the head alone: trunk and head together learn nothing from so few rollouts (docs/log.md).
        whole: trains all on from there.
        checkpoint: to resume from and to write to.
        trunk: of the policy.
    """
    torch.manual_seed(head.seed)
    frames, commands = Frames(data), CommandEncoder(quick=True)
    train, back = divide(data)
    steady, network = steady_ends(frames), ValueNetwork()
    network.trunk.load_state_dict(trunk)
    loss = value_loss(_Outcomes(frames, commands, train[steady[train]]), head.batch)
    minutes = _head_then_whole(network, loss, head, whole, checkpoint)
    _calibrate_value(network.eval(), _Outcomes(frames, commands, back[steady[back]]))
    return network, minutes


def train_detector(
    data: list[Path], head: Schedule, whole: Schedule, checkpoint: Path, trunk: Mapping[str, Tensor]
) -> tuple[DetectorNetwork, float]:
    """The detector network, calibrated on held-back rollouts, and the CPU minutes that it took.

    Args:
        data: folders of ``outcome_row``s, see ``divide``.
        head: trains the head alone.
        whole: trains all on from there.
        checkpoint: to resume from and to write to.
        trunk: of the policy.
    """
    torch.manual_seed(head.seed)
    frames, commands = Frames(data), CommandEncoder(quick=True)
    train, back = divide(data)
    network = DetectorNetwork()
    network.trunk.load_state_dict(trunk)
    loss = detector_loss(_Outcomes(frames, commands, train), head.batch)
    minutes = _head_then_whole(network, loss, head, whole, checkpoint)
    _calibrate_detector(network.eval(), _Outcomes(frames, commands, back))
    return network, minutes


def _head_then_whole(
    network: ValueNetwork | DetectorNetwork, loss: Loss, head: Schedule, whole: Schedule, checkpoint: Path
) -> float:
    """Train in place; the CPU minutes that it took."""
    network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    network.trunk.requires_grad_(False)
    minutes = fit(network, loss, head, checkpoint)
    network.trunk.requires_grad_(True)
    return minutes + fit(network, loss, whole, checkpoint.with_stem(f"{checkpoint.stem}_whole"))


def _calibrate_value(network: ValueNetwork, outcomes: _Outcomes) -> None:
    def logits(rows: NDArray[np.int64], tokens: tuple[Tensor, Tensor]) -> Tensor:
        return network(*outcomes.images(rows, [""], None), *tokens)

    _calibrate(network.calibration, outcomes, logits, _succeeded(outcomes.commands[outcomes.rows, 0]))


def _calibrate_detector(network: DetectorNetwork, outcomes: _Outcomes) -> None:
    def logits(rows: NDArray[np.int64], tokens: tuple[Tensor, Tensor]) -> Tensor:
        images = outcomes.images(rows, ["", "after_"], None)
        return network((images[0], images[3]), (images[1], images[4]), (images[2], images[5]), *tokens)

    _calibrate(network.calibration, outcomes, logits, outcomes.commands[outcomes.rows, 0, 6])


def _calibrate(
    calibration: Calibration,
    outcomes: _Outcomes,
    logits: Callable[[NDArray[np.int64], tuple[Tensor, Tensor]], Tensor],
    labels: NDArray[np.int64],
) -> None:
    """Fit on the commands that were carried out: ``logits`` of some rows and their words, ``labels`` of all rows."""
    rng = np.random.default_rng(0)
    with torch.inference_mode():
        parts = np.array_split(outcomes.rows, max(1, len(outcomes.rows) // 32))
        told = torch.cat([logits(rows, outcomes.encode(outcomes.commands[rows, 0], rng)) for rows in parts])
    calibration.fit(told.clone(), torch.from_numpy(labels).float())
