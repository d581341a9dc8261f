"""Teaches a skill of a person's own to its head: behaviour cloning on what frozen eyes found (``skills.own``)."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from grounding.frames import Frames
from grounding.training import Schedule, fit
from skills.curriculum import Curriculum, Lesson
from skills.finishing import Finds, Finishing, Moments
from skills.looking import choose_asking, look_at, shown_commands
from skills.memory import FIELDS
from skills.networks import BODY, CHUNK, HISTORY
from skills.own import Asking, OwnNetwork
from skills.vla import VLAPolicy


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
    finds = _finds(lesson, asking, eyes, frames)
    network = OwnNetwork(lesson.skill.name, eyes.network.trunk)
    # Left and right are not swapped: nobody knows whether a person's skill looks the same in a mirror.
    loss = Finishing(Moments.shown(frames, finds), schedule.batch, mirrored=0.0)
    minutes = fit(network.head, loss, schedule, checkpoint, say) + finds.seconds / 60
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


def _finds(lesson: Lesson, asking: Asking, eyes: VLAPolicy, frames: Frames) -> Finds:
    """What the eyes find in every frame, its command worded anew."""
    began = time.process_time()
    said = [asking.of(command) for command in shown_commands(frames, lesson, np.random.default_rng(0))]
    look = look_at(eyes.network.trunk, frames, np.arange(len(frames)), said, eyes.commands).look
    found = {name: getattr(look, name).numpy() for name in FIELDS}
    return Finds(found, frames.episodes(), time.process_time() - began)
