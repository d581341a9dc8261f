"""Finishes the chunk head alone, on what the frozen trunk really finds.

In joint training the head sees looks that are still being learned and that attend to every pixel; at work they attend
to one thing. What the trunk finds in the demonstrations, read as at work, is computed once and kept on disk; then the
head takes thousands of steps of large batches that cost next to nothing.

Demonstrators keep no memory (``simulation.grasping``), so what they do is right whatever came before: now and then the
head is told that the hand has stood still. So it learns to go on from wherever it has come to rest, which it would
otherwise do for ever between two phases of a motion.
"""

import time
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from grounding.frames import Frames
from grounding.training import Schedule, fit
from skills.curriculum import Curriculum
from skills.language import CommandEncoder
from skills.looking import fingerprint, mirror, shake
from skills.memory import FIELDS, Sightings
from skills.networks import THING, ChunkHead, Look, Spec, VLANetwork
from skills.training import MIRROR_ACTION, MIRROR_BODY, CommandSampler, balanced_odds, check_shown, chunk_losses
from weights import DamagedError, whole_file

BATCH = 512
"""Moments a step: what was found is small."""
BLOCK = 64
"""Frames that are read at once, and kept in one file."""
STOOD = 0.25
"""Share of the moments in which the head is told that the hand has stood still."""
FRESH = 0.15
"""Share of the moments in which nothing is remembered: a command can be given wherever the hand is."""
TELLING = 2.0
"""How much oftener a moment is drawn at which the motion bends, by its skill's others."""
BENT = 0.02
"""How far the chunk's middle lies off the straight line of a motion that bends, [m]."""


@dataclass(frozen=True)
class Finds(Sightings):
    """What a trunk found in the frames of demonstrations for the commands that they show."""

    seconds: float = 0.0
    """CPU time that reading took."""


def read_demonstrations(
    network: VLANetwork,
    demos: Frames,
    curriculum: Curriculum,
    commands: CommandEncoder,
    folder: Path,
    say: Callable[[str], None] = print,
) -> Finds:
    """What a network's trunk finds in demonstrations, read as at work; blocks that are there are not read again.

    Args:
        network: whose trunk looks.
        demos: the demonstrations.
        curriculum: their skills; each episode's command is worded once.
        commands: encodes them.
        folder: one file a block of frames.
        say: told about progress.

    Raises:
        ValueError: the folder holds what another trunk found, or a damaged file.
    """
    mark = fingerprint(network.trunk, f"{len(demos)} {network.spec} {THING}")
    sampler, episodes = CommandSampler(demos, curriculum), demos.column("episode")
    folder.mkdir(parents=True, exist_ok=True)
    blocks: list[Mapping[str, NDArray]] = []
    for start in range(0, len(demos), BLOCK):
        file = folder / f"{start:07d}.npz"
        if not file.exists():
            rows = np.arange(start, min(start + BLOCK, len(demos)))
            texts = [sampler.shown(row, np.random.default_rng(int(episodes[row]))).text for row in rows.tolist()]
            _write(file, {**_read(network, demos, rows, texts, commands), "trunk": np.array(mark)})
            if start // BLOCK % 50 == 0:
                say(f"looked at {start + len(rows)}/{len(demos)} frames")
        blocks.append(_load(file, mark))
    fields = {field: np.concatenate([block[field] for block in blocks]) for field in FIELDS}
    seconds = float(sum(block["seconds"] for block in blocks))
    return Finds(fields, demos.episodes(), seconds)


@torch.inference_mode()
def _read(
    network: VLANetwork, demos: Frames, rows: NDArray[np.integer], texts: Sequence[str], commands: CommandEncoder
) -> dict[str, NDArray]:
    began = time.process_time()
    pixels, points = demos.images(rows)
    tokens, mask = commands.encode(texts)
    pixels = pixels.contiguous(memory_format=torch.channels_last)
    with torch.autocast("cpu", dtype=torch.bfloat16):  # as in training: half the time, and a part of a millimetre
        look = network.trunk(pixels, points, tokens, mask)
    found = {field: getattr(look, field).float().numpy() for field in FIELDS}
    return {**found, "seconds": np.array(time.process_time() - began)}


def _write(file: Path, arrays: Mapping[str, NDArray]) -> None:
    with whole_file(file) as out:
        np.savez(out, **dict(arrays))  # type: ignore[arg-type]


def _load(file: Path, mark: str) -> Mapping[str, NDArray]:
    try:
        with np.load(file) as kept:
            arrays = {name: kept[name] for name in kept.files}
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        raise DamagedError(f"{file} is damaged ({error}); remove it to read these frames again") from error
    if str(arrays.get("trunk")) != mark:
        raise ValueError(f"{file.parent} holds what another network found, or in other frames; remove it")
    return arrays


@dataclass(frozen=True)
class Moments:
    """N moments that a chunk head learns from: what was found, the body, and what was done next."""

    finds: Sightings
    body: Tensor
    """Shape (N, 1 + HISTORY, BODY)."""
    chunk: Tensor
    """Shape (N, CHUNK, 5), see ``ChunkHead``; of the gripper, 1 is open and 0 closed."""
    length: Tensor
    """Actions of each chunk that are known, shape (N,)."""
    done: Tensor
    """1 where the command has been carried out, shape (N,)."""
    odds: NDArray[np.float64]
    """Of drawing each, shape (N,)."""

    @classmethod
    def shown(cls, demos: Frames, finds: Sightings) -> "Moments":
        """Those of demonstrations."""
        body, chunk, length, done = (
            torch.from_numpy(demos.column(f)) for f in ("body", "chunk", "chunk_length", "done")
        )
        odds = balanced_odds(demos) * telling(demos.column("chunk"), demos.column("chunk_length"))
        return cls(finds, body, chunk, length, done, odds / odds.sum())


class Finishing:
    """The loss of a chunk head on such moments; ``mirrored`` is the share of them with left and right swapped."""

    def __init__(self, moments: Moments, batch: int, mirrored: float = 0.5) -> None:
        self.moments, self.batch, self.mirrored = moments, batch, mirrored

    def __call__(self, head: ChunkHead, rng: np.random.Generator) -> dict[str, Tensor]:
        known = self.moments
        rows = rng.choice(len(known.odds), self.batch, p=known.odds)
        look, body, goal = known.finds.look(rows), known.body[rows].clone(), known.chunk[rows].clone()
        _forget(look, torch.from_numpy(rng.random(self.batch) < FRESH))
        for sight in (look, *look.remembered):
            shake(sight, rng)
        _mirror(look, body, goal, torch.from_numpy(rng.random(self.batch) < self.mirrored))
        stood = torch.from_numpy(rng.random(self.batch) < STOOD)
        body[stood] = body[stood, :1]
        with torch.autocast("cpu", enabled=False):
            return chunk_losses(head.ways(look, body), goal, known.length[rows], known.done[rows])


def telling(chunk: NDArray[np.floating], length: NDArray[np.integer]) -> NDArray[np.float64]:
    """How much oftener moments are drawn at which the motion bends, where one phase gives way to the next.

    Args:
        chunk: shape (N, CHUNK, 5).
        length: shape (N,).
    """
    rows, moves = np.arange(len(chunk)), chunk[..., :3]
    last, middle = moves[rows, np.maximum(length - 1, 0)], moves[rows, np.maximum(length // 2, 0)]
    bend = np.linalg.norm(middle - (moves[:, 0] + last) / 2, axis=-1)
    return np.where(bend > BENT, TELLING, 1.0)


def _forget(look: Look, chosen: Tensor) -> None:
    """In some of the moments, take what is seen now for what is remembered, in place."""
    for sight in look.remembered:
        for name in ("logits", "where", "yaw", "far"):
            getattr(sight, name)[chosen] = getattr(look, name)[chosen]


def _mirror(look: Look, body: Tensor, chunk: Tensor, chosen: Tensor) -> None:
    """Swap left and right in some of the moments, in place."""
    sign = torch.where(chosen, -1.0, 1.0)
    for sight in (look, *look.remembered):
        mirror(sight, sign)
    body[..., MIRROR_BODY] *= sign[:, None, None]
    chunk[..., MIRROR_ACTION] *= sign[:, None, None]


def finish_head(
    network: VLANetwork,
    demos: Frames,
    curriculum: Curriculum,
    commands: CommandEncoder,
    schedule: Schedule,
    checkpoint: Path,
    finds: Path,
    say: Callable[[str], None] = print,
) -> float:
    """Train a network's head on, in place; the CPU minutes that it took. Arguments as of ``read_demonstrations`` and
    ``finish_policy``."""
    found = read_demonstrations(network, demos, curriculum, commands, finds, say)
    loss = Finishing(Moments.shown(demos, found), schedule.batch)
    return fit(network.head, loss, schedule, checkpoint, say) + found.seconds / 60


def finish_policy(
    curriculum: Curriculum,
    demos: Sequence[Path],
    schedule: Schedule,
    checkpoint: Path,
    start: Mapping[str, Tensor],
    finds: Path,
) -> tuple[VLANetwork, float]:
    """A policy whose head was trained on, and the CPU minutes that it took.

    Args:
        curriculum: the skills that it has learned.
        demos: folders of ``demonstration_row``s.
        schedule: how long; batches of some hundreds.
        checkpoint: to resume from and write to.
        start: weights of the whole policy; its trunk stays as it is.
        finds: folder in which what the trunk finds is kept.

    Raises:
        ValueError: a demonstration is of a skill that is not in the curriculum, or the folder is another network's.
    """
    torch.manual_seed(schedule.seed)
    network = VLANetwork(Spec(curriculum.names))
    network.load_state_dict(start)
    frames = Frames(demos)
    check_shown(frames, curriculum)
    network = network.eval().to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return network, finish_head(network, frames, curriculum, CommandEncoder(quick=True), schedule, checkpoint, finds)
