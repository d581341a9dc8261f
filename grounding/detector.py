"""The learned grounder: every pixel says what it belongs to and where that thing's centre is.

Per-pixel kind and colour, and votes for the object's centre as in PointGroup (Jiang et al. 2020,
arXiv:2004.01658); votes that agree are one object. It sees one RGB-D image and the robot's own joints.
"""

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from grounding.observation import Observation
from grounding.relations import relate
from grounding.scene import Scene, SceneObject
from grounding.vision import FEATURES, SHAPE, PixelEncoder, observed_tensors
from grounding.vocabulary import CABINET, LEGACY, Vocabulary

VOTE_RADIUS = 0.025
"""Votes this close [m] are for the same object."""
MIN_PIXELS = 4
GHOST = {"bowl": 0.09}
"""A smaller group of the same category and colour this close to a larger one [m] is its fringe; 0.05 m if not named."""
TURNS = {"drawer": 1, CABINET: 1, "tray": 1, "region": 4}
"""Kinds whose yaw is looked at, and how many times they look the same in a full turn."""
CAMERA = "front"


class Sight(NamedTuple):
    """What is said of every second pixel of some images."""

    kind: Tensor
    """Logits, 0 for background and then the vocabulary's kinds: (B, 1 + kinds, h, w)."""
    colour: Tensor
    """Logits, (B, colours, h, w)."""
    centre: Tensor
    """Votes for the object's centre, base frame: (B, 3, h, w), [m]."""
    state: Tensor | None = None
    """Logits, (B, states, h, w)."""
    turn: Tensor | None = None
    """Cosine and sine of the yaw, as many times as its kind says (``TURNS``): (B, 2, h, w)."""


class SegmentationNetwork(nn.Module):
    """Encoder and per-pixel heads: kind, colour, offset to the object's centre; state and yaw if there are states."""

    def __init__(self, vocabulary: Vocabulary = LEGACY) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self.encoder = PixelEncoder()
        kinds, self.knows_states = 1 + len(vocabulary.kinds), bool(vocabulary.states)
        self.category = _head(FEATURES, FEATURES, kinds) if self.knows_states else nn.Conv2d(FEATURES, kinds, 1)
        self.colour = nn.Conv2d(FEATURES, len(vocabulary.colours), 1)
        self.offset = _head(SHAPE, SHAPE, 3)
        if self.knows_states:
            self.state = _head(FEATURES, SHAPE, len(vocabulary.states))
            self.turn = _head(SHAPE, SHAPE, 2)

    def forward(self, pixels: Tensor, points: Tensor) -> Sight:
        """Pixels (B, CHANNELS, H, W) and points (B, 3, H/2, W/2) of the base frame, [m]."""
        features = self.encoder(pixels)
        shape = features[:, :SHAPE]
        seen = Sight(self.category(features), self.colour(features), points + 0.1 * self.offset(shape))
        return seen._replace(state=self.state(features), turn=self.turn(shape)) if self.knows_states else seen


def _head(inputs: int, hidden: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(inputs, hidden, 1), nn.SiLU(), nn.Conv2d(hidden, outputs, 1))


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
    def load(cls) -> "LearnedGrounder":
        """With the committed weights.

        Raises:
            WeightsError: they are missing, damaged or of another network.
        """
        import weights

        return cls(weights.restore(SegmentationNetwork(), "grounder"))

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
