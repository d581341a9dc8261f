"""How the grounder is trained: labels for every second pixel from the simulator's masks and names."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional as F

from grounding.detector import SegmentationNetwork, Sight
from grounding.frames import Frames
from grounding.parts import split_name
from grounding.training import Batch, Loss, Schedule, fit, sample_batch
from grounding.vocabulary import TABLETOP, TURNED, Vocabulary

RARITY, RAREST = 0.25, 12.0
"""A pixel weighs as much as its kind is rarer than the background, to this power; and at most so much."""
COUNTED = 600
"""Frames in which pixels are counted."""


def segmentation_loss(frames: Frames, batch: int, vocabulary: Vocabulary = TABLETOP) -> Loss:
    """Cross-entropies for kind, colour and state, smooth L1 for the votes for centres, squares for the yaw.

    Args:
        frames: with masks, names, positions, yaws and states.
        batch: frames a step.
        vocabulary: of the network that is trained.
    """
    labels = Labels(frames, vocabulary)
    rarity = labels.rarity()

    def loss(network: nn.Module, rng: np.random.Generator) -> dict[str, Tensor]:
        sample = sample_batch(frames, np.sort(rng.integers(0, len(frames), batch)), rng)
        seen: Sight = network(sample.pixels, sample.points)
        kind, paint, centre, state, turn, turned = labels.of(sample)
        weights = rarity[kind]
        distance = (seen.centre.float() - centre).permute(0, 2, 3, 1)[kind > 0]
        amiss = (seen.turn.float() - turn).square().sum(1) * turned
        return {
            "kind": 2 * (F.cross_entropy(seen.kind.float(), kind, reduction="none") * weights).mean(),
            "colour": 0.5 * _said(seen.colour, paint, torch.ones_like(weights)),
            "vote": 30 * F.smooth_l1_loss(distance, torch.zeros_like(distance), beta=0.01),
            "state": 0.3 * _said(seen.state, state, weights),
            "turn": 0.5 * amiss.sum() / turned.sum().clamp(min=1),
        }

    return loss


def _said(logits: Tensor, target: Tensor, weights: Tensor) -> Tensor:
    """Weighted mean cross-entropy of (B, n, h, w) where there is a target (B, h, w), -1 for none."""
    weights = weights * (target >= 0)
    cross = F.cross_entropy(logits.float(), target.clamp(min=0), reduction="none")
    return (cross * weights).sum() / weights.sum().clamp(min=1)


class Labels:
    """Per-point labels of a batch, from its mask and the frames' names and states, which are looked up once."""

    def __init__(self, frames: Frames, vocabulary: Vocabulary) -> None:
        self.frames, self.vocabulary = frames, vocabulary
        names = frames.column("names")
        words, index = np.unique(names, return_inverse=True)
        told = [_entry(vocabulary, str(word)) for word in words]
        kind, colour, turned = (np.array(column, np.int64) for column in zip(*told, strict=True))
        index = index.reshape(names.shape)
        self.kind, self.colour, self.turned = (torch.from_numpy(field[index]) for field in (kind, colour, turned))
        self.state = torch.from_numpy(_indices(frames.column("states"), vocabulary.states))
        self.owner = torch.from_numpy(_owners(names, words, index, vocabulary))

    def of(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Labels of the points of a batch.

        Returns:
            Kind, 0 for background and for what the vocabulary does not know, (B, h, w); colour, -1 for none,
            (B, h, w); centre, (B, 3, h, w), [m]; state, -1 for none, (B, h, w); cosine and sine of the yaw,
            (B, 2, h, w); whether it is asked for, (B, h, w).
        """
        parts = self.kind.shape[1]
        known = batch.mask < parts  # neither NOTHING nor a thing for which a row has no room
        index = batch.mask.clamp(max=parts - 1).flatten(1)

        def at_points(table: Tensor) -> Tensor:
            return table.gather(1, index).view_as(batch.mask)

        kind = torch.where(known, at_points(self.kind[batch.rows]), 0)
        paint, state = (torch.where(kind > 0, at_points(table[batch.rows]), -1) for table in (self.colour, self.state))
        owner = self.owner[batch.rows].gather(1, index)
        centre = batch.positions.gather(1, owner[..., None].expand(-1, -1, 3)).permute(0, 2, 1)
        turned = (kind > 0) & (at_points(self.turned[batch.rows]) > 0)
        yaw = at_points(batch.yaws)
        turn = torch.stack([yaw.cos(), yaw.sin()], dim=1)
        return kind, paint, centre.unflatten(2, batch.mask.shape[1:]), state, turn, turned

    def rarity(self) -> Tensor:
        """What a pixel of each kind weighs, background first, from how often the frames show it: (1 + kinds,)."""
        rows = np.unique(np.linspace(0, len(self.frames) - 1, COUNTED).astype(int))
        mask = torch.from_numpy(self.frames.gather("mask", rows).astype(np.int64)).flatten(1)
        parts = self.kind.shape[1]
        kind = torch.where(mask < parts, self.kind[rows].gather(1, mask.clamp(max=parts - 1)), 0)
        counts = torch.bincount(kind.flatten(), minlength=1 + len(self.vocabulary.kinds)).float()
        weights: Tensor = (counts[0].clamp(min=1) / counts.clamp(min=1)).pow(RARITY).clamp(1.0, RAREST)
        return weights


def _entry(vocabulary: Vocabulary, name: str) -> tuple[int, int, int]:
    """Kind (0: none), colour (-1: none), and whether the yaw is asked for, of a part's name."""
    paint, word = split_name(name)
    kind = vocabulary.kind_of(word) if word else None
    colour = vocabulary.colours.index(paint) if paint in vocabulary.colours else -1
    return (0, -1, 0) if kind is None else (kind + 1, colour, int(vocabulary.kinds[kind] in TURNED))


def _indices(words: NDArray, known: tuple[str, ...]) -> NDArray[np.int64]:
    """Index of each word among those known, -1 if it is not."""
    found, index = np.unique(words, return_inverse=True)
    table = np.array([known.index(word) if word in known else -1 for word in map(str, found)], np.int64)
    return table[index].reshape(words.shape)


def _owners(names: NDArray, words: NDArray, index: NDArray[np.integer], vocabulary: Vocabulary) -> NDArray[np.int64]:
    """For whose centre the pixels of each part vote, (frames, parts): its own, or what it is a part of."""
    owners = np.tile(np.arange(names.shape[1], dtype=np.int64), (len(names), 1))
    for i, word in enumerate(map(str, words)):
        whole = np.flatnonzero(words == word.rsplit(" ", 1)[0])
        if " " not in word or split_name(word)[1] in vocabulary.kinds or not len(whole):
            continue
        rows, columns = np.nonzero(index == i)
        there = index[rows] == whole[0]
        owners[rows, columns] = np.where(there.any(1), there.argmax(1), columns)
    return owners


def train_grounder(
    data: list[Path],
    schedule: Schedule,
    checkpoint: Path,
    start: Mapping[str, Tensor] | None = None,
    vocabulary: Vocabulary = TABLETOP,
) -> tuple[SegmentationNetwork, float]:
    """The segmentation network, and the CPU minutes that it took.

    Args:
        data: folders with shards of frames.
        schedule: steps, rate, seed.
        checkpoint: file to resume from and to write to.
        start: earlier weights of such a network, or of its encoder alone; none: from scratch.
        vocabulary: what it learns to tell apart.
    """
    torch.manual_seed(schedule.seed)
    frames = Frames(data)
    network = SegmentationNetwork(vocabulary)
    if start is not None:
        whole = any(not key.startswith("encoder.") for key in start)
        network.load_state_dict(start if whole else {**network.state_dict(), **start})
    network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return network, fit(network, segmentation_loss(frames, schedule.batch, vocabulary), schedule, checkpoint)
