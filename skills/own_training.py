"""Teaches a skill of a person's own to its head: behaviour cloning on what frozen eyes found (``skills.own``)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from grounding.frames import Frames
from grounding.training import Loss, Schedule, fit
from skills.curriculum import Curriculum, Lesson
from skills.looking import Seen, choose_asking, look_at, shown_commands
from skills.networks import BODY, CHUNK, HISTORY, ChunkHead
from skills.own import Asking, OwnNetwork
from skills.training import balanced_odds, chunk_losses
from skills.vla import VLAPolicy

PASSES = 2
"""How often each frame is looked at, in another light and other words each time but the first."""


@dataclass(frozen=True)
class Learned:
    """A skill's own policy, and what it took."""

    network: OwnNetwork
    asking: Asking
    minutes: float
    """Of the processor."""
    frames: int
    miss: float
    """How far what the eyes found was from the truth, mean over the looks, [m]."""


def train_own_policy(
    lesson: Lesson,
    known: Curriculum,
    eyes: VLAPolicy,
    demos: Sequence[Path],
    schedule: Schedule,
    checkpoint: Path,
    say: Callable[[str], None] = print,
) -> Learned:
    """Train the head of one skill; the eyes are not touched.

    Args:
        lesson: of the skill.
        known: what the eyes were trained on.
        eyes: the policy whose trunk looks.
        demos: folders of demonstrations, and perhaps of corrections.
        schedule: how long.
        checkpoint: to resume from and write to.
        say: told about progress.

    Raises:
        ValueError: there are no demonstrations, or they are of another skill or of a wrong shape.
    """
    torch.manual_seed(schedule.seed)
    frames = Frames(list(demos))
    check_demonstrations(frames, lesson.skill.name)
    asking, misses = choose_asking(lesson, known, eyes.network.trunk, frames, eyes.commands)
    seen = _all_seen(lesson, asking, eyes, frames)
    network = OwnNetwork(lesson.skill.name, eyes.network.trunk)
    minutes = fit(network.head, _imitation(frames, seen, schedule.batch), schedule, checkpoint, say)
    return Learned(network.eval(), asking, minutes, len(frames), misses[asking.template])


def check_demonstrations(frames: Frames, skill: str) -> None:
    """Make sure that frames are demonstrations of one skill, as the networks take them.

    Raises:
        ValueError: they are not; the message says what is wrong and what is wanted.
    """
    wanted = {"body": (1 + HISTORY, BODY), "chunk": (CHUNK, 5), "chunk_length": (), "done": ()}
    for field in (*wanted, "skill", "arguments", "names", "position"):
        if not frames.has(field):
            raise ValueError(
                f"these are no demonstrations: {field!r} is missing; collect them with doable skills collect"
            )
    for field, shape in wanted.items():
        found = frames.column(field)
        if found.shape[1:] != shape:
            raise ValueError(f"demonstrations of wrong shape: {field!r} is {found.shape[1:]} a frame, not {shape}")
        if not np.isfinite(found).all():
            raise ValueError(f"demonstrations hold numbers that are not finite, in {field!r}; collect them anew")
    others = sorted({*frames.column("skill").tolist()} - {skill})
    if others:
        raise ValueError(f"demonstrations of {', '.join(others)} among those of {skill}; give folders of {skill} alone")


def _all_seen(lesson: Lesson, asking: Asking, eyes: VLAPolicy, frames: Frames) -> Seen:
    """``PASSES`` times all frames, one pass after the other."""
    rows, parts = np.arange(len(frames)), list[Seen]()
    for turn in range(PASSES):
        rng = np.random.default_rng(turn) if turn else None
        said = [asking.of(command) for command in shown_commands(frames, lesson, rng)]
        parts.append(look_at(eyes.network.trunk, frames, rows, said, eyes.commands, rng))
    return Seen.joined(parts)


def _imitation(frames: Frames, seen: Seen, batch: int) -> Loss:
    odds = np.tile(balanced_odds(frames), PASSES) / PASSES
    fields = ("body", "chunk", "chunk_length", "done")
    body, chunk, length, over = (torch.from_numpy(frames.column(field)) for field in fields)

    def loss(head: ChunkHead, rng: np.random.Generator) -> dict[str, Tensor]:
        picks = rng.choice(len(seen), batch, p=odds)
        rows = torch.from_numpy(picks % len(frames))
        with torch.autocast("cpu", enabled=False):
            moves, done = head(seen.rows(picks), body[rows])
            return chunk_losses(moves, done, chunk[rows], length[rows], over[rows])

    return loss
