"""What a policy's eyes find in outcomes of rollouts, looked at once: heads that judge learn from it in seconds."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from affordances.outcomes import decode, steady_ends
from grounding.frames import Frames
from skills.curriculum import Curriculum
from skills.language import CommandEncoder
from skills.looking import Seen, fingerprint, look_at
from skills.networks import LanguageVision, Look
from weights import DamagedError, read_checkpoint, write_checkpoint

COMMANDS, HOLDING = 12, 3
"""Of each row that many commands are looked at, and of them at least so many that hold, if there are."""
VIEWS = 2
"""How often rollouts are looked at: in their own light and in another one."""
PLAIN = 0.5
"""Share of commands in their first wording, the one that planners use, where the light is another one."""
_HALF, _WHOLE = ("text", "what", "around"), ("logits", "where", "yaw", "far")
"""Fields of a look, as they are kept."""


@dataclass(frozen=True)
class Cases:
    """What the eyes found for N commands in two moments of rollouts, and what is known of each command."""

    looks: tuple[Seen, Seen]
    """Before and after."""
    bodies: Tensor
    """``body_vector``s of both moments: (N, 2, BODY)."""
    row: NDArray[np.int64]
    """Of the frames, shape (N,), as all that follow."""
    skill: NDArray[np.str_]
    possible: NDArray[np.bool_]
    achieved: NDArray[np.bool_]
    own: NDArray[np.bool_]
    """Whether it is the command that was carried out."""
    final: NDArray[np.bool_]
    """Whether the later moment is the end of the rollout."""
    steady: NDArray[np.bool_]
    """The same, and the policy's hands were left in peace."""
    view: NDArray[np.int64]
    """0: looked at in its own light."""

    def __len__(self) -> int:
        return len(self.row)

    @property
    def succeeded(self) -> NDArray[np.bool_]:
        """Possible, and it holds in the end: what holds from the beginning is no success."""
        return self.possible & self.achieved

    @classmethod
    def joined(cls, parts: "Sequence[Cases]") -> "Cases":
        """Several after each other."""
        looks = tuple(Seen.joined([part.looks[i] for part in parts]) for i in range(2))
        bodies = torch.cat([part.bodies for part in parts])
        fields = ("row", "skill", "possible", "achieved", "own", "final", "steady", "view")
        return cls(looks, bodies, *(np.concatenate([getattr(p, f) for p in parts]) for f in fields))  # type: ignore[arg-type]

    def moments(self, rows: NDArray[np.integer], count: int) -> tuple[list[Look], list[Tensor]]:
        """Looks and bodies of some, of the first ``count`` moments."""
        chosen = torch.from_numpy(np.asarray(rows))
        return [self.looks[i].rows(rows) for i in range(count)], [self.bodies[chosen, i] for i in range(count)]


def read_cases(
    trunk: LanguageVision, data: Sequence[Path], curriculum: Curriculum, commands: CommandEncoder, kept: Path
) -> tuple[Cases, float]:
    """What a policy's trunk finds in rollouts, once in their light and the first wordings and ``VIEWS`` - 1 times in
    other ones; folders that have been read are not read again.

    Args:
        trunk: the eyes.
        data: folders of ``outcome_row``s.
        curriculum: the skills.
        commands: encodes them.
        kept: a folder for what is found.

    Returns:
        Cases, whose ``row`` counts the frames of all folders together, and the CPU minutes that reading takes.

    Raises:
        ValueError: a command is of a skill that is not in the curriculum.
        DamagedError: what was kept is damaged, or another trunk found it.
    """
    parts, start, seconds = [], 0, 0.0
    for folder in data:
        frames = Frames([folder])
        for view in range(VIEWS):
            file = kept / f"{folder.name}-{view}.pt"
            mark = fingerprint(trunk, f"{len(frames)} {view} {COMMANDS} {curriculum.names}")
            if not file.exists():
                begun = time.process_time()
                found = _read(trunk, frames, curriculum, commands, view)
                spent = time.process_time() - begun
                write_checkpoint(file, {"cases": found, "mark": mark, "seconds": spent})
            stored = read_checkpoint(file)
            if stored["mark"] != mark:
                raise DamagedError(f"{file} holds what other eyes found, or in other frames; remove it")
            parts.append(_cases(stored["cases"], start, view))
            seconds += stored["seconds"]
        start += len(frames)
    return Cases.joined(parts), seconds / 60


def _read(
    trunk: LanguageVision, frames: Frames, curriculum: Curriculum, commands: CommandEncoder, view: int
) -> dict[str, Tensor | list[str]]:
    """Cases as a checkpoint keeps them."""
    rng = np.random.default_rng(view)
    there, achieved, possible = (frames.column(name) for name in ("there", "achieved", "possible"))
    picks = np.stack([_picked(achieved[r, : there[r]], rng) for r in range(len(frames))])
    told = [decode(str(text)) for text in np.take_along_axis(frames.column("commands"), picks, 1).flat]
    said = [curriculum.say(*command, rng, PLAIN if view else 1.0) for command in told]
    rows, light = np.arange(len(frames)), np.random.default_rng(view) if view else None
    looks = [look_at(trunk, frames, rows, said, commands, light, prefix).look for prefix in ("", "after_")]
    fields = {f"{name}{i}": getattr(look, name).half() for i, look in enumerate(looks) for name in _HALF}
    fields |= {f"{name}{i}": getattr(look, name).clone() for i, look in enumerate(looks) for name in _WHOLE}
    labels = {"possible": possible, "achieved": achieved}
    known = {name: torch.from_numpy(np.take_along_axis(value, picks, 1).ravel()) for name, value in labels.items()}
    moments = {"bodies": frames.column("bodies"), "final": frames.column("final"), "steady": steady_ends(frames)}
    whole = {name: torch.from_numpy(value).repeat_interleave(COMMANDS, 0) for name, value in moments.items()}
    row = torch.from_numpy(rows).repeat_interleave(COMMANDS)
    return {**fields, **known, **whole, "row": row, "skill": [skill for skill, _ in told]}


def _cases(kept: Mapping[str, Any], start: int, view: int) -> Cases:
    def seen(moment: int) -> Seen:
        text, what, around = (kept[f"{name}{moment}"].float() for name in _HALF)
        logits, where, yaw, far = (kept[f"{name}{moment}"] for name in _WHOLE)
        return Seen(Look(text, logits, where, yaw, what, around, far))

    own = np.arange(len(kept["row"])) % COMMANDS == 0
    possible, achieved, final, steady = (kept[n].numpy() for n in ("possible", "achieved", "final", "steady"))
    row, skill = kept["row"].numpy() + start, np.array(kept["skill"])
    views = np.full(len(row), view)
    return Cases((seen(0), seen(1)), kept["bodies"], row, skill, possible, achieved, own, final, steady, views)


def _picked(achieved: NDArray[np.bool_], rng: np.random.Generator) -> NDArray[np.int64]:
    """Of a row's commands the one that was carried out, a few that hold, and others; ``COMMANDS`` in all."""
    holding, rest = (rng.permutation(np.flatnonzero(which[1:]) + 1) for which in (achieved, ~achieved))
    picks = np.concatenate([[0], holding[:HOLDING], rest, holding[HOLDING:]])
    return np.resize(picks, COMMANDS) if len(picks) < COMMANDS else picks[:COMMANDS]
