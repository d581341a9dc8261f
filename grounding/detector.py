"""The learned grounder: every pixel says what it belongs to and where that thing's centre is.

Per-pixel category and colour, and votes for the object's centre as in PointGroup (Jiang et al. 2020,
arXiv:2004.01658); votes that agree are one object. It sees one RGB-D image and the robot's own joints.
"""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from grounding.observation import Observation
from grounding.relations import relate
from grounding.scene import Scene, SceneObject
from grounding.vision import FEATURES, SHAPE, PixelEncoder, observed_tensors
from grounding.vocabulary import CATEGORIES, COLOURS

VOTE_RADIUS = 0.025
"""Votes this close [m] are for the same object."""
MIN_PIXELS = 4
GHOST = {"bowl": 0.09}
"""A smaller group of the same category and colour this close to a larger one [m] is its fringe; 0.05 m if not named."""
CAMERA = "front"


class SegmentationNetwork(nn.Module):
    """Encoder and three per-pixel heads: category (0 is background), colour, offset to the object's centre."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = PixelEncoder()
        self.category = nn.Conv2d(FEATURES, len(CATEGORIES) + 1, 1)
        self.colour = nn.Conv2d(FEATURES, len(COLOURS), 1)
        self.offset = nn.Sequential(nn.Conv2d(SHAPE, SHAPE, 1), nn.SiLU(), nn.Conv2d(SHAPE, 3, 1))

    def forward(self, pixels: Tensor, points: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Pixels (B, CHANNELS, H, W) and points (B, 3, H/2, W/2) -> category and colour logits, centre votes [m]."""
        features = self.encoder(pixels)
        return self.category(features), self.colour(features), points + 0.1 * self.offset(features[:, :SHAPE])


@dataclass(frozen=True)
class _Votes:
    """Foreground pixels of one image."""

    category: NDArray[np.float32]
    """Probabilities, shape (n, categories)."""
    colour: NDArray[np.float32]
    """Probabilities, shape (n, colours)."""
    centre: NDArray[np.float32]
    """Shape (n, 3), base frame, [m]."""
    confidence: NDArray[np.float32]
    """Shape (n,)."""


class LearnedGrounder:
    """Finds objects in the front camera's image."""

    def __init__(self, network: SegmentationNetwork) -> None:
        self.network = network.eval()

    @classmethod
    def load(cls, folder: Path | None = None) -> "LearnedGrounder":
        """With the committed weights, or those of another folder.

        Raises:
            WeightsError: they are missing, damaged or of another network.
        """
        import weights

        return cls(weights.restore(SegmentationNetwork(), "grounder", folder))

    def ground(self, observation: Observation) -> Scene:
        """The objects in view and the facts between them."""
        image = observation.images[CAMERA]
        objects = _name(cluster(self._votes(observation)))
        return Scene(objects, relate(objects, observation.proprioception, image.camera))

    @torch.inference_mode()
    def _votes(self, observation: Observation) -> _Votes:
        category, colour, centre = self.network(*observed_tensors([observation.images[CAMERA]]))
        probability = category[0].flatten(1).softmax(0)
        thing = 1 - probability[0]
        chosen = thing > 0.5
        return _Votes(
            (probability[1:, chosen] / thing[chosen]).T.numpy(),
            colour[0].flatten(1)[:, chosen].softmax(0).T.numpy(),
            centre[0].flatten(1)[:, chosen].T.numpy(),
            thing[chosen].numpy(),
        )


def cluster(votes: _Votes) -> list[SceneObject]:
    """Greedy grouping: the most certain pixel takes all votes near its own (bowls apart), and so on."""
    free = np.ones(len(votes.category), dtype=bool)
    hollow = votes.category[:, CATEGORIES.index("bowl")] > 0.5
    groups = []
    for seed in np.argsort(-votes.confidence):
        if not free[seed]:
            continue
        near = np.linalg.norm(votes.centre - votes.centre[seed], axis=1) < VOTE_RADIUS
        group = free & near & (hollow == hollow[seed])
        free &= ~group
        if group.sum() >= MIN_PIXELS:
            groups.append(group)
    return _without_ghosts([_object(votes, group) for group in sorted(groups, key=np.sum, reverse=True)])


def _without_ghosts(objects: list[SceneObject]) -> list[SceneObject]:
    """Larger groups first; drop what is the fringe of one before it."""
    kept: list[SceneObject] = []
    for thing in objects:
        alike = [other for other in kept if other.id == thing.id]
        reach = GHOST.get(thing.category, 0.05)
        if all(np.linalg.norm(np.subtract(thing.position, other.position)) > reach for other in alike):
            kept.append(thing)
    return kept


def _object(votes: _Votes, group: NDArray[np.bool_]) -> SceneObject:
    colour, category = votes.colour[group].mean(0), votes.category[group].mean(0)
    x, y, z = np.median(votes.centre[group], axis=0)
    kind, paint = CATEGORIES[int(category.argmax())], COLOURS[int(colour.argmax())]
    confidence = float(votes.confidence[group].mean() * colour.max() * category.max())
    return SceneObject(f"{paint} {kind}", kind, {"colour": paint}, (float(x), float(y), float(z)), confidence)


def _name(objects: list[SceneObject]) -> tuple[SceneObject, ...]:
    """Number the second and later ones of a kind."""
    seen: Counter[str] = Counter()
    named = []
    for thing in objects:
        seen[thing.id] += 1
        id = thing.id if seen[thing.id] == 1 else f"{thing.id} {seen[thing.id]}"
        named.append(SceneObject(id, thing.category, thing.attributes, thing.position, thing.confidence))
    return tuple(sorted(named, key=lambda thing: thing.id))
