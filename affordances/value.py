"""The learned value function: SayCan's *can*."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from affordances.networks import ValueNetwork
from grounding import Observation
from grounding.vision import STRIDE, observed_tensors
from skills.language import CommandEncoder
from skills.networks import Look, Spec, body_vector

CAMERA = "front"


class LearnedValueFunction:
    """V(images, command) -> P(success), learned from the policy's own outcomes (Ahn et al. 2022, arXiv:2204.01691)."""

    def __init__(self, network: ValueNetwork, commands: CommandEncoder | None = None) -> None:
        self.network = network.eval()
        self.commands = commands or CommandEncoder()
        self._looked: tuple[Observation, tuple[str, ...], Look] | None = None
        """What was found for the last score."""

    @property
    def skills(self) -> frozenset[str]:
        """Skills whose outcomes it was trained on."""
        return frozenset(self.network.spec.skills)

    @classmethod
    def load(cls, commands: CommandEncoder | None = None, folder: Path | None = None) -> "LearnedValueFunction":
        """With committed weights; what the network knows stands in their header.

        Args:
            commands: encodes sentences; shared with other networks if given.
            folder: where the weights lie; the weights directory if not given.

        Raises:
            WeightsError: they are missing, damaged or of another network, or their header lacks something.
        """
        import weights

        spec = Spec.of(weights.metadata("value", folder))
        return cls(weights.restore(ValueNetwork(spec), "value", folder), commands)

    @torch.inference_mode()
    def score(self, observation: Observation, commands: Sequence[str]) -> NDArray[np.float64]:
        """P(success) of each command, shape (n,): the image is encoded once for all of them."""
        if not commands:
            return np.zeros(0)
        pixels, points = observed_tensors([observation.images[CAMERA]])
        body = torch.from_numpy(body_vector(observation.proprioception))[None]
        look = self.network.trunk(pixels, points, *self.commands.encode(commands))
        self._looked = (observation, tuple(commands), look)
        return np.asarray(self.network.calibration(self.network.judge(look, body)).double().numpy())

    @torch.inference_mode()
    def attention(self, observation: Observation, command: str) -> Mapping[str, NDArray[np.float32]]:
        """By camera, where it looks to judge a command: a share of each pixel's block, shape (h, w), sums to 1.

        That is the mean over the trunk's heads: what the hand should go to, what the command moves, and perhaps where
        that goes. It costs next to nothing for a command that was scored last.
        """
        if self._looked is None or self._looked[0] is not observation or command not in self._looked[1]:
            self.score(observation, [command])
        assert self._looked is not None
        _, commands, look = self._looked
        height, width = (size // STRIDE for size in observation.images[CAMERA].depth.shape)
        heat = look.logits[commands.index(command), :, :-1].softmax(-1).mean(0).view(height, width)
        return {CAMERA: np.asarray(heat.numpy())}
