"""What frozen eyes find in frames, kept: a head that is trained on it needs no picture any more."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from grounding.frames import Frames
from grounding.training import relight
from grounding.vision import COLOUR
from skills.curriculum import Curriculum, Lesson
from skills.language import CommandEncoder, word
from skills.networks import LOOKS, LanguageVision, Look
from skills.own import Asking

TOGETHER = 16
"""Images that are looked at together."""
TRIED = 48
"""Frames on which ways of asking are compared."""
WHERE_NOISE, YAW_NOISE = 0.003, 0.03
"""Standard deviations added to what was found, [m] and without a unit: at work the eyes err more than on frames that
they have learned from."""
FARTHEST = 0.1
"""More than this counts as not found at all, [m]."""
OWN_WORDS = 0.004
"""A skill's own words are preferred if they find things no more than so much worse than borrowed ones, [m]."""


@dataclass(frozen=True)
class Seen:
    """What was found for N commands; as ``Look``, but that of the pixels only their sum is kept."""

    look: Look

    def __len__(self) -> int:
        return len(self.look.where)

    def rows(self, rows: NDArray[np.integer]) -> Look:
        """Some of them."""
        return self.look.rows(torch.from_numpy(np.asarray(rows)))

    @classmethod
    def joined(cls, parts: Sequence["Seen"]) -> "Seen":
        """Several after each other."""
        looks = [part.look for part in parts]
        fields = ("text", "logits", "where", "yaw", "what", "around", "far")
        text, logits, where, yaw, what, around, far = (torch.cat([getattr(x, f) for x in looks]) for f in fields)
        return cls(Look(text, logits, where, yaw, what, around, far))


def kept(look: Look) -> Seen:
    """A look without its maps of attention."""
    pixels = look.logits[..., :-1].logsumexp(-1, keepdim=True)
    logits = torch.cat([pixels, look.logits[..., -1:]], -1)
    return Seen(Look(look.text, logits, look.where, look.yaw, look.what, look.around, look.far))


def shake(look: Look, rng: np.random.Generator) -> None:
    """Move what was found a little, in place; what is looked at twice moves alike."""
    shift = rng.normal(0, WHERE_NOISE, (len(look.where), 1, 3)) + rng.normal(0, WHERE_NOISE / 2, look.where.shape)
    look.where.add_(torch.from_numpy(shift).float())
    look.far.add_(torch.from_numpy(shift[:, 0] + rng.normal(0, WHERE_NOISE / 2, look.far.shape)).float())
    look.yaw.add_(torch.from_numpy(rng.normal(0, YAW_NOISE, look.yaw.shape)).float())


def mirror(look: Look, sign: Tensor) -> None:
    """Swap left and right where ``sign`` (N,) is -1, in place."""
    look.where[..., 1] *= sign[:, None]
    look.far[..., 1] *= sign
    look.yaw[..., 0::2] *= sign[:, None, None]


def fingerprint(trunk: LanguageVision, about: str) -> str:
    """Tells what these eyes have found from what others have; ``about`` says in what."""
    digest = hashlib.sha256(about.encode())
    for name, tensor in trunk.state_dict().items():
        digest.update(name.encode() + tensor.detach().contiguous().numpy().tobytes())
    return digest.hexdigest()


@torch.inference_mode()
def look_at(
    trunk: LanguageVision,
    frames: Frames,
    rows: NDArray[np.integer],
    commands: Sequence[str],
    encoder: CommandEncoder,
    rng: np.random.Generator | None = None,
    prefix: str = "",
) -> Seen:
    """What the eyes find for some commands in each of some frames.

    Args:
        trunk: the eyes; they are read as at work.
        frames: where the pictures are.
        rows: which, shape (n,); one may stand there more than once.
        commands: n sentences, or equally many for each of the rows in turn.
        encoder: of sentences.
        rng: changes the light if given.
        prefix: of the names of the pictures' fields.
    """
    trunk.eval()
    parts: list[Seen] = []
    each = len(commands) // len(rows)
    for start in range(0, len(rows), TOGETHER):
        chosen, asked = slice(start, start + TOGETHER), slice(each * start, each * (start + TOGETHER))
        pixels, points = frames.images(rows[chosen], prefix)
        if rng is not None:
            pixels[:, :COLOUR] = relight(pixels[:, :COLOUR], rng)
        pixels = pixels.contiguous(memory_format=torch.channels_last)
        parts.append(kept(trunk(pixels, points, *encoder.encode(list(commands[asked])))))
    return Seen.joined(parts)


def shown_commands(frames: Frames, lesson: Lesson, rng: np.random.Generator | None = None) -> list[str]:
    """The command of each frame of demonstrations: by its template, or worded anew if there is a generator."""
    commands: list[str] = []
    for text in frames.column("arguments").tolist():
        arguments: dict[str, str] = json.loads(text)
        if rng is None:
            commands.append(lesson.wordings[0].format(**arguments))
        else:
            commands.append(word(lesson.wordings[int(rng.integers(len(lesson.wordings)))], arguments, rng))
    return commands


def borrowed(lesson: Lesson, known: Curriculum) -> list[str]:
    """Commands of known skills that look for what a skill looks for, with that skill's parameters in braces."""
    wanted = lesson.looks
    texts = list(dict.fromkeys((wanted.target, wanted.object, wanted.place)))
    found: list[str] = []
    for other in known.lessons.values():
        names = list(other.skill.parameters)
        for choice in permutations(texts, len(names)) if len(names) <= len(texts) else ():
            bound = dict(zip(names, choice, strict=True))
            if other.looks.of(bound) == (wanted.target, wanted.object, wanted.place):
                found.append(other.wordings[0].format(**bound))
    return found


def choose_asking(
    lesson: Lesson, known: Curriculum, trunk: LanguageVision, frames: Frames, encoder: CommandEncoder, seed: int = 0
) -> tuple[Asking, Mapping[str, float]]:
    """In which words the eyes find best what a skill looks for.

    Args:
        lesson: of the skill.
        known: what the eyes were trained on.
        trunk: the eyes.
        frames: demonstrations of the skill.
        encoder: of sentences.
        seed: draws the frames that are tried.

    Returns:
        The way to ask, and by how much each way misses on average, [m]; the skill's own words are under "".
    """
    rng = np.random.default_rng(seed)
    rows = np.sort(rng.permutation(len(frames))[:TRIED])
    places = _places(lesson, frames, rows)
    said = shown_commands(frames, lesson, rng)
    misses: dict[str, float] = {}
    for template in ("", *borrowed(lesson, known)):
        asking = Asking(lesson.wordings, template)
        found = look_at(trunk, frames, rows, [asking.of(said[row]) for row in rows.tolist()], encoder)
        off = (found.look.where - places).norm(dim=-1).clamp(max=FARTHEST)
        misses[template] = float(off.nanmean())
    best = min(misses, key=lambda template: misses[template] - (OWN_WORDS if not template else 0.0))
    return Asking(lesson.wordings, best), misses


def _places(lesson: Lesson, frames: Frames, rows: NDArray[np.integer]) -> Tensor:
    """Where the parts looked for really are: shape (n, LOOKS, 3), [m]; NaN for those that are not there."""
    places = np.full((len(rows), LOOKS, 3), np.nan, np.float32)
    names, positions = frames.gather("names", rows), frames.gather("position", rows)
    for i, text in enumerate(frames.gather("arguments", rows).tolist()):
        for look, name in enumerate(lesson.looks.of(json.loads(text))):
            there = np.flatnonzero(names[i] == name)
            if len(there):
                places[i, look] = positions[i, there[0]]
    return torch.from_numpy(places)
