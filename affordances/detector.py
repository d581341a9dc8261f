"""The learned success detector: independent of the policy, it compares what was seen before and after."""

from pathlib import Path

import torch

from affordances.networks import DetectorNetwork
from affordances.ports import Verdict
from grounding import Observation
from grounding.vision import observed_tensors
from skills.language import CommandEncoder
from skills.networks import Spec, body_vector

CAMERA = "front"
SURE = 0.8
"""Less than this is not called a success: to doubt one costs a retry, but a failure that goes unnoticed costs the task,
four times as much."""


class LearnedSuccessDetector:
    """V(before, after, command) -> P(it has been done)."""

    def __init__(self, network: DetectorNetwork, commands: CommandEncoder | None = None) -> None:
        self.network = network.eval()
        self.commands = commands or CommandEncoder()

    @property
    def skills(self) -> frozenset[str]:
        """Skills whose outcomes it was trained on."""
        return frozenset(self.network.spec.skills)

    @classmethod
    def load(cls, commands: CommandEncoder | None = None, folder: Path | None = None) -> "LearnedSuccessDetector":
        """With committed weights; what the network knows stands in their header.

        Args:
            commands: encodes sentences; shared with other networks if given.
            folder: where the weights lie; the weights directory if not given.

        Raises:
            WeightsError: they are missing, damaged or of another network, or their header lacks something.
        """
        import weights

        spec = Spec.of(weights.metadata("detector", folder))
        return cls(weights.restore(DetectorNetwork(spec), "detector", folder), commands)

    @torch.inference_mode()
    def judge(self, before: Observation, after: Observation, command: str) -> Verdict:
        """The verdict is positive from a probability of ``SURE`` on."""
        pixels, points = zip(*(observed_tensors([moment.images[CAMERA]]) for moment in (before, after)), strict=True)
        bodies = tuple(torch.from_numpy(body_vector(moment.proprioception))[None] for moment in (before, after))
        logits = self.network(pixels, points, bodies, *self.commands.encode([command]))
        probability = float(self.network.calibration(logits)[0])
        return Verdict(probability >= SURE, probability)
