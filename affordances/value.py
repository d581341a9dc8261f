"""The learned value function: SayCan's *can*."""

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from affordances.networks import ValueNetwork
from grounding import Observation
from grounding.vision import observed_tensors
from skills.language import CommandEncoder
from skills.networks import body_vector

CAMERA = "front"


class LearnedValueFunction:
    """V(images, command) -> P(success), learned from the policy's own outcomes (Ahn et al. 2022, arXiv:2204.01691)."""

    def __init__(self, network: ValueNetwork, commands: CommandEncoder | None = None) -> None:
        self.network = network.eval()
        self.commands = commands or CommandEncoder()

    @classmethod
    def load(cls, commands: CommandEncoder | None = None) -> "LearnedValueFunction":
        """With the committed weights.

        Raises:
            WeightsError: they are missing, damaged or of another network.
        """
        import weights

        return cls(weights.restore(ValueNetwork(), "value"), commands)

    @torch.inference_mode()
    def score(self, observation: Observation, commands: Sequence[str]) -> NDArray[np.float64]:
        """P(success) of each command, shape (n,): the image is encoded once for all of them."""
        if not commands:
            return np.zeros(0)
        pixels, points = observed_tensors([observation.images[CAMERA]])
        body = torch.from_numpy(body_vector(observation.proprioception))[None]
        logits = self.network(pixels, points, body, *self.commands.encode(commands))
        return np.asarray(self.network.calibration(logits).double().numpy())
