"""The learned grounder: every pixel says what it belongs to and where that thing's centre is.

Per-pixel kind and colour, and votes for the object's centre as in PointGroup (Jiang et al. 2020,
arXiv:2004.01658); votes that agree are one object. It sees one RGB-D image and the robot's own joints.
"""

from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from grounding.clustering import Votes, cluster, named
from grounding.observation import Image, Observation
from grounding.relations import relate
from grounding.scene import Scene
from grounding.vision import COLOUR, FEATURES, RELIEF, SHAPE, PixelEncoder, Relief, observed_tensors
from grounding.vocabulary import TABLETOP, Vocabulary

CAMERA = "front"


class Sight(NamedTuple):
    """What is said of every second pixel of some images."""

    kind: Tensor
    """Logits, 0 for background and then the vocabulary's kinds: (B, 1 + kinds, h, w)."""
    colour: Tensor
    """Logits, (B, colours, h, w)."""
    centre: Tensor
    """Votes for the object's centre, base frame: (B, 3, h, w), [m]."""
    state: Tensor
    """Logits, (B, states, h, w)."""
    turn: Tensor
    """Cosine and sine of the yaw, for the kinds of ``grounding.vocabulary.TURNED``: (B, 2, h, w)."""


class SegmentationNetwork(nn.Module):
    """Encoder, relief and per-pixel heads: kind, colour, offset to the object's centre, state and yaw."""

    def __init__(self, vocabulary: Vocabulary = TABLETOP) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        self.encoder = PixelEncoder()
        kinds = 1 + len(vocabulary.kinds)
        self.colour = nn.Conv2d(FEATURES, len(vocabulary.colours), 1)
        self.relief = Relief()
        self.category = _head(FEATURES + RELIEF, FEATURES, kinds)
        self.offset = _head(SHAPE + RELIEF, SHAPE, 3)
        self.state = _head(FEATURES, SHAPE, len(vocabulary.states))
        self.turn = _head(FEATURES, SHAPE, 2)

    def forward(self, pixels: Tensor, points: Tensor) -> Sight:
        """Pixels (B, CHANNELS, H, W) and points (B, 3, H/2, W/2) of the base frame, [m]."""
        features = self.encoder(pixels)
        near = self.relief(pixels[:, COLOUR:])
        kind = self.category(torch.cat([features, near], dim=1))
        centre = points + 0.1 * self.offset(torch.cat([features[:, :SHAPE], near], dim=1))
        return Sight(kind, self.colour(features), centre, self.state(features), self.turn(features))


def _head(inputs: int, hidden: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(inputs, hidden, 1), nn.SiLU(), nn.Conv2d(hidden, outputs, 1))


class LearnedGrounder:
    """Finds objects in the front camera's image."""

    def __init__(self, network: SegmentationNetwork, vocabulary: Vocabulary = TABLETOP) -> None:
        self.network, self.vocabulary = network.eval(), vocabulary

    @classmethod
    def load(cls, folder: Path | None = None) -> "LearnedGrounder":
        """With the committed weights, or those of another folder.

        Raises:
            WeightsError: they are missing, damaged or of another network, or their header lacks something.
        """
        import weights

        vocabulary = Vocabulary.of(weights.metadata("grounder", folder))
        return cls(weights.restore(SegmentationNetwork(vocabulary), "grounder", folder), vocabulary)

    def ground(self, observation: Observation) -> Scene:
        """The objects in view and the facts between them."""
        image = observation.images[CAMERA]
        objects = named(cluster(self.votes(image), self.vocabulary))
        return Scene(objects, relate(objects, observation.proprioception, image.camera))

    @torch.inference_mode()
    def votes(self, image: Image) -> Votes:
        """What the pixels say that show something."""
        pixels, points = observed_tensors([image])
        seen: Sight = self.network(pixels, points)
        probability = seen.kind[0].flatten(1).softmax(0)
        thing = 1 - probability[0]
        chosen = thing > 0.5

        def of(field: Tensor) -> NDArray[np.float32]:
            found: NDArray[np.float32] = field[0].flatten(1)[:, chosen].T.numpy()
            return found

        return Votes(
            (probability[1:, chosen] / thing[chosen]).T.numpy(),
            of(seen.colour.softmax(1)),
            of(seen.centre),
            thing[chosen].numpy(),
            of(seen.state.softmax(1)),
            of(seen.turn),
            of(points),
        )
