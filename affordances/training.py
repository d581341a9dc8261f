"""Learning value functions and success detectors from the policy's own rollouts.

A rollout's row holds what was seen before and after, what became of the command, and, for every other command that
could have been given, whether it could have succeeded at all and whether it holds afterwards (labels of the
simulator, for training only). Commands stand there by name, as JSON: what a network knows is up to its curriculum.
"""

import json
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
from skills.curriculum import Curriculum
from skills.language import CommandEncoder
from skills.networks import Spec, body_vector
from skills.training import MIRROR_BODY

MAX_COMMANDS = 48
COMMAND = "<U160"
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
        commands: the one that was carried out, then others; what is beyond ``MAX_COMMANDS`` is left out.
        final: ``after`` is the end, so the first command's ``achieved`` is the outcome.
        clumsy: the policy's hands were made to shake: something for a detector to see, nothing to foretell.

    Raises:
        ValueError: a command is too long to be kept whole.
    """
    kept = list(commands)[:MAX_COMMANDS]
    texts = np.zeros(MAX_COMMANDS, COMMAND)
    possible, achieved = np.zeros(MAX_COMMANDS, np.bool_), np.zeros(MAX_COMMANDS, np.bool_)
    for i, command in enumerate(kept):
        texts[i] = written(command.skill, command.arguments)
        possible[i], achieved[i] = command.possible, command.achieved
    later = {f"after_{name}": value for name, value in record(after).items()}
    bodies = np.stack([body_vector(moment.proprioception) for moment in (before, after)])
    return {
        **record(before),
        **later,
        "bodies": bodies,
        "commands": texts,
        "possible": possible,
        "achieved": achieved,
        "there": np.array(len(kept), np.int64),
        "final": np.array(final),
        "clumsy": np.array(clumsy),
    }


def written(skill: str, arguments: Mapping[str, str]) -> str:
    """A command as a row keeps it.

    Raises:
        ValueError: it is too long to be kept whole.
    """
    text = json.dumps({"skill": skill, "arguments": dict(arguments)}, separators=(",", ":"), ensure_ascii=False)
    if len(text) > int(COMMAND[2:]):
        raise ValueError(f"a command of {len(text)} letters; a row has room for {COMMAND[2:]}: {text}")
    return text


def decode(text: str) -> tuple[str, dict[str, str]]:
    """Skill and arguments of a command that ``written`` wrote."""
    command = json.loads(text)
    return command["skill"], command["arguments"]


class _Outcomes:
    """Batches of rollouts with worded commands."""

    def __init__(
        self, frames: Frames, curriculum: Curriculum, commands: CommandEncoder, rows: NDArray[np.int64]
    ) -> None:
        self.frames, self.curriculum, self.encoder, self.rows = frames, curriculum, commands, rows
        self.possible, self.achieved = frames.column("possible"), frames.column("achieved")
        self.there = frames.column("there")
        self.bodies = frames.column("bodies")

    @property
    def succeeded(self) -> NDArray[np.bool_]:
        """Where a command was possible and holds in the end, shape (len, MAX_COMMANDS).

        What holds from the beginning is no success.
        """
        return np.asarray(self.possible & self.achieved)

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

    def encode(
        self, rows: NDArray[np.int64], picks: NDArray[np.int64], rng: np.random.Generator
    ) -> tuple[Tensor, Tensor]:
        """Of some rows (n,), the commands at ``picks`` (n, k), in random wordings: n * k of them."""
        texts = np.take_along_axis(self.frames.gather("commands", rows), picks, 1)
        return self.encoder.encode([self.curriculum.say(*decode(str(text)), rng, PLAIN) for text in texts.flat])


def value_loss(outcomes: _Outcomes, batch: int) -> Loss:
    """Binary cross-entropy: the outcome of the command that was carried out, and of ones that could not succeed."""
    filled = np.arange(MAX_COMMANDS) < outcomes.there[:, None]
    impossible = [np.flatnonzero(row) for row in filled & ~outcomes.possible]
    succeeded = outcomes.succeeded
    odds = _even(succeeded[outcomes.rows, 0])

    def loss(network: ValueNetwork, rng: np.random.Generator) -> dict[str, Tensor]:
        rows = outcomes.draw(rng, batch, odds)
        picks = np.stack([[0, *rng.choice(impossible[r] if len(impossible[r]) else [0], IMPOSSIBLE)] for r in rows])
        labels = torch.from_numpy((picks == 0) & succeeded[rows, :1]).float()
        pixels, points, body = outcomes.images(rows, [""], rng)
        logits = network(pixels, points, body, *outcomes.encode(rows, picks, rng)).float()
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
        picks = np.stack([_judged(outcomes.achieved[r, : outcomes.there[r]], rng) for r in rows])
        labels = torch.from_numpy(outcomes.achieved[rows[:, None], picks]).float()
        images = outcomes.images(rows, ["", "after_"], rng)
        tokens = outcomes.encode(rows, picks, rng)
        logits = network((images[0], images[3]), (images[1], images[4]), (images[2], images[5]), *tokens).float()
        cross = F.binary_cross_entropy_with_logits(logits.view_as(labels), labels, reduction="none")
        return {"verdict": (cross * weights).sum(-1).mean() / weights.sum()}

    return loss


def _telling(outcomes: _Outcomes) -> NDArray[np.float64]:
    """Odds of the rows: failures of what was possible tell most."""
    possible, achieved = outcomes.possible[outcomes.rows, 0], outcomes.achieved[outcomes.rows, 0]
    failed = outcomes.frames.column("final")[outcomes.rows] & possible & ~achieved
    odds = np.where(failed, TELLING, 1.0)
    return np.asarray(odds / odds.sum())


def _judged(achieved: NDArray[np.bool_], rng: np.random.Generator) -> NDArray[np.int64]:
    """The command that was carried out, a few that hold, and others."""
    holding, rest = np.flatnonzero(achieved), np.flatnonzero(~achieved)
    some = rng.choice(holding, min(2, len(holding)), replace=False) if len(holding) else holding
    return np.array([0, *some, *rng.choice(rest if len(rest) else [0], JUDGED - 1 - len(some))])


def _even(outcome: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Failures are rarer than successes; draw them up to three times as often."""
    share = max(float(outcome.mean()), 1e-3)
    weight = np.where(outcome, 1.0, np.clip(share / max(1 - share, 1e-3), 1.0, 3.0))
    return np.asarray(weight / weight.sum())


def split(frames: Frames, held_back: float = 0.2) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
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
    curriculum: Curriculum,
    data: Sequence[Path],
    head: Schedule,
    whole: Schedule,
    checkpoint: Path,
    trunk: Mapping[str, Tensor],
) -> tuple[ValueNetwork, float]:
    """The value network, calibrated on held-back rollouts, and the CPU minutes that it took.

    Args:
        curriculum: the skills; the network counts them as it does.
        data: folders of ``outcome_row``s, see ``divide``.
        head: trains the head alone: trunk and head together learn nothing from so few rollouts (docs/log.md).
        whole: trains all on from there.
        checkpoint: to resume from and to write to.
        trunk: of the policy.
    """
    torch.manual_seed(head.seed)
    frames, commands = Frames(list(data)), CommandEncoder(quick=True)
    train, back = divide(data)
    steady, network = steady_ends(frames), ValueNetwork(Spec(curriculum.names))
    network.trunk.load_state_dict(trunk)
    loss = value_loss(_Outcomes(frames, curriculum, commands, train[steady[train]]), head.batch)
    minutes = _head_then_whole(network, loss, head, whole, checkpoint)
    _calibrate_value(network.eval(), _Outcomes(frames, curriculum, commands, back[steady[back]]))
    return network, minutes


def train_detector(
    curriculum: Curriculum,
    data: Sequence[Path],
    head: Schedule,
    whole: Schedule,
    checkpoint: Path,
    trunk: Mapping[str, Tensor],
) -> tuple[DetectorNetwork, float]:
    """The detector network, calibrated on held-back rollouts, and the CPU minutes that it took.

    Args:
        curriculum: the skills; the network counts them as it does.
        data: folders of ``outcome_row``s, see ``divide``.
        head: trains the head alone.
        whole: trains all on from there.
        checkpoint: to resume from and to write to.
        trunk: of the policy.
    """
    torch.manual_seed(head.seed)
    frames, commands = Frames(list(data)), CommandEncoder(quick=True)
    train, back = divide(data)
    network = DetectorNetwork(Spec(curriculum.names))
    network.trunk.load_state_dict(trunk)
    loss = detector_loss(_Outcomes(frames, curriculum, commands, train), head.batch)
    minutes = _head_then_whole(network, loss, head, whole, checkpoint)
    _calibrate_detector(network.eval(), _Outcomes(frames, curriculum, commands, back))
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

    _calibrate(network.calibration, outcomes, logits, outcomes.succeeded[:, 0])


def _calibrate_detector(network: DetectorNetwork, outcomes: _Outcomes) -> None:
    def logits(rows: NDArray[np.int64], tokens: tuple[Tensor, Tensor]) -> Tensor:
        images = outcomes.images(rows, ["", "after_"], None)
        return network((images[0], images[3]), (images[1], images[4]), (images[2], images[5]), *tokens)

    _calibrate(network.calibration, outcomes, logits, outcomes.achieved[:, 0])


def _calibrate(
    calibration: Calibration,
    outcomes: _Outcomes,
    logits: Callable[[NDArray[np.int64], tuple[Tensor, Tensor]], Tensor],
    labels: NDArray[np.bool_],
) -> None:
    """Fit on the commands that were carried out: ``logits`` of some rows and their words, ``labels`` of all rows."""
    rng = np.random.default_rng(0)
    first = np.zeros((len(outcomes.possible), 1), np.int64)
    with torch.inference_mode():
        parts = np.array_split(outcomes.rows, max(1, len(outcomes.rows) // 32))
        told = torch.cat([logits(rows, outcomes.encode(rows, first[rows], rng)) for rows in parts])
    calibration.fit(told.clone(), torch.from_numpy(labels[outcomes.rows]).float())
