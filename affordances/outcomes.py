"""Outcomes of rollouts as rows of shards: what a value function and a detector learn from.

A rollout's row holds what was seen before and after, what became of the command, and, for every other command that
could have been given, whether it could have succeeded at all and whether it holds afterwards (labels of the
simulator, for training only). Commands stand there by name, as JSON: what a network knows is up to its curriculum.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from grounding import Observation
from grounding.frames import Frames, record
from skills.networks import body_vector

MAX_COMMANDS = 48
COMMAND = "<U160"


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
