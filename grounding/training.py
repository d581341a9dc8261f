"""The training loop that all learned parts share, and the batches that they see."""

import copy
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from grounding.frames import Frames
from grounding.vision import COLOUR, NORMAL_Y
from weights import DamagedError, read_checkpoint, write_checkpoint

EMA = 0.995
MIRROR = torch.tensor([1.0, -1.0, 1.0])


@dataclass(frozen=True)
class Schedule:
    """How long and how fast to learn."""

    steps: int
    batch: int = 32
    learning_rate: float = 1e-3
    warmup: int = 50
    seed: int = 0
    checkpoint_every: int = 200

    def rate(self, step: int) -> float:
        """Linear warm-up, then a cosine to zero."""
        return self.learning_rate * min((step + 1) / self.warmup, 0.5 * (1 + math.cos(math.pi * step / self.steps)))


@dataclass
class Batch:
    """Images of some frames with what is true of them (labels come from the simulator, for training only)."""

    rows: np.ndarray
    pixels: Tensor
    """(B, CHANNELS, H, W)."""
    points: Tensor
    """(B, 3, H/2, W/2), [m]."""
    mask: Tensor
    """Index of the part at each point, NOTHING for none: (B, H/2, W/2), int64."""
    positions: Tensor
    """Of the parts: (B, MAX_PARTS, 3), [m]."""
    yaws: Tensor
    """(B, MAX_PARTS), [rad]."""
    symmetry: Tensor
    """Turn after which a part looks the same, 0 for any: (B, MAX_PARTS), [deg]."""
    mirrored: bool
    """Left and right are swapped: y is negated in points, positions and yaws."""


Loss = Callable[[Any, np.random.Generator], dict[str, Tensor]]
"""Of the network being trained; the generator draws the batch."""


def sample_batch(frames: Frames, rows: np.ndarray, rng: np.random.Generator) -> Batch:
    """Load frames and augment them: the light's colour and strength, and a mirror image every second time."""
    pixels, points = frames.images(rows)
    mask = torch.from_numpy(frames.gather("mask", rows).astype(np.int64))
    positions, yaws, symmetry = (
        torch.from_numpy(frames.gather(field, rows)) for field in ("position", "yaw", "symmetry")
    )
    pixels[:, :COLOUR] = relight(pixels[:, :COLOUR], rng)
    mirrored = bool(rng.random() < 0.5)
    if mirrored:
        pixels, points = mirror_image(pixels, points)
        mask, positions, yaws = mask.flip(-1), positions * MIRROR, -yaws
    pixels = pixels.contiguous(memory_format=torch.channels_last)
    return Batch(rows, pixels, points, mask, positions, yaws, symmetry, mirrored)


def mirror_image(pixels: Tensor, points: Tensor) -> tuple[Tensor, Tensor]:
    """Swap left and right, and move by a pixel, so that each cell's point is still that of its second column."""
    swapped = pixels.flip(-1).roll(1, -1)
    swapped[:, NORMAL_Y] *= -1
    return swapped, points.flip(-1) * MIRROR.view(1, 3, 1, 1)


def relight(colour: Tensor, rng: np.random.Generator) -> Tensor:
    """Change the light's strength and colour a little: normalised colours (B, 3, H, W)."""
    n = len(colour)
    gain = torch.from_numpy(rng.normal(1, 0.06, (n, 3, 1, 1)) * rng.normal(1, 0.1, (n, 1, 1, 1))).float()
    shift = torch.from_numpy(rng.normal(0, 0.1, (n, 1, 1, 1))).float()
    noise = torch.from_numpy(rng.standard_normal(colour.shape, dtype=np.float32)) * 0.03
    return colour * gain + (2 * gain - 2 + shift) + noise


def fit(
    network: nn.Module, loss: Loss, schedule: Schedule, checkpoint: Path, say: Callable[[str], None] = print
) -> float:
    """Train in place; ends with the exponential moving average of the weights. Resumes exactly from a checkpoint.

    Args:
        network: its parameters that require gradients are trained.
        loss: the parts of the loss of a new batch; their sum is minimised.
        schedule: steps, rate, seed.
        checkpoint: file to resume from and to write to.
        say: told about progress.

    Returns:
        CPU minutes spent, those before a resume included.

    Raises:
        DamagedError: the checkpoint is damaged, or of another network.
        NoSpaceError: the disk is full; the last checkpoint stays.
    """
    state = _State(network, schedule)
    if checkpoint.exists():
        state.load(checkpoint)
    began, spent = time.process_time(), state.seconds
    recent: dict[str, float] = {}
    for step in range(state.step, schedule.steps):
        parts = state.advance(loss, schedule.rate(step))
        for name, value in parts.items():
            recent[name] = 0.98 * recent.get(name, value) + 0.02 * value
        if (step + 1) % schedule.checkpoint_every == 0 or step + 1 == schedule.steps:
            state.step, state.seconds = step + 1, spent + time.process_time() - began
            state.save(checkpoint)
            say(f"{step + 1}/{schedule.steps} " + " ".join(f"{k} {v:.4f}" for k, v in recent.items()))
    network.load_state_dict(state.average.state_dict())
    return state.seconds / 60


class _State:
    """Everything that must survive a killed training."""

    def __init__(self, network: nn.Module, schedule: Schedule) -> None:
        self.network, self.average = network, copy.deepcopy(network)
        trained = [p for p in network.parameters() if p.requires_grad]
        self.optimizer = torch.optim.AdamW(trained, lr=schedule.learning_rate, weight_decay=1e-3)
        self.rng = np.random.default_rng(schedule.seed)
        self.step, self.seconds = 0, 0.0

    def advance(self, loss: Loss, rate: float) -> dict[str, float]:
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        self.network.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            parts = loss(self.network, self.rng)
        self.optimizer.zero_grad(set_to_none=True)
        torch.stack(list(parts.values())).sum().backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 5.0)
        self.optimizer.step()
        self._follow()
        return {name: value.item() for name, value in parts.items()}

    @torch.no_grad()
    def _follow(self) -> None:
        for mean, value in zip(self.average.parameters(), self.network.parameters(), strict=True):
            mean.lerp_(value, 1 - EMA)

    def save(self, path: Path) -> None:
        parts = {name: getattr(self, name).state_dict() for name in ("network", "average", "optimizer")}
        generators = {"rng": self.rng.bit_generator.state, "dropout": torch.get_rng_state()}
        write_checkpoint(path, {**parts, **generators, "step": self.step, "seconds": self.seconds})

    def load(self, path: Path) -> None:
        state = read_checkpoint(path)
        try:
            for name in ("network", "average", "optimizer"):
                getattr(self, name).load_state_dict(state[name])
        except (RuntimeError, ValueError, KeyError) as error:
            raise DamagedError(f"checkpoint {path} is of another network; remove it to begin anew") from error
        self.rng.bit_generator.state = state["rng"]
        torch.set_rng_state(state.get("dropout", torch.get_rng_state()))
        self.step, self.seconds = state["step"], state["seconds"]
