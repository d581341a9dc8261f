"""The language-conditioned policy of the built-in skills, as it runs on a robot."""

from collections import deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from grounding import Observation
from grounding.vision import STRIDE, observed_tensors
from skills.action import ActionChunk, EndEffectorTarget
from skills.language import CommandEncoder
from skills.memory import Memory
from skills.networks import HISTORY, TARGET, Look, Spec, VLANetwork, body_vector

CAMERA = "front"
EXECUTE = 2
"""Actions of a chunk that are carried out before the policy looks again."""


class VLAPolicy:
    """One network for all its skills; which one is meant stands in the command."""

    def __init__(self, network: VLANetwork, commands: CommandEncoder | None = None, fingerprint: str = "") -> None:
        self.network = network.eval()
        self.commands = commands or CommandEncoder()
        self.fingerprint = fingerprint
        """SHA-256 of its weights; empty if they are not committed ones."""

    @classmethod
    def load(cls, name: str = "vla", commands: CommandEncoder | None = None, folder: Path | None = None) -> "VLAPolicy":
        """With stored weights, whose header says which skills they have learned.

        Args:
            name: of the weights.
            commands: encodes what is said.
            folder: where they lie; the weights directory if not given.

        Raises:
            WeightsError: they are missing, damaged or of another network, or their header is not one of a policy.
        """
        import weights

        network = VLANetwork(Spec.of(weights.metadata(name, folder)))
        return cls(weights.restore(network, name, folder), commands, weights.hash_of(name, folder))

    def start(self, command: str) -> "VLAEpisode":
        """Begin a command: encodes it once."""
        tokens, mask = self.commands.encode([command])
        return VLAEpisode(self.network, tokens, mask)


class Decision(NamedTuple):
    """What one look led to."""

    look: Look
    """Of one command."""
    body: Tensor
    """Shape (1, 1 + HISTORY, BODY)."""
    chunk: Tensor
    """Shape (1, CHUNK, 5), see ``ChunkHead``."""
    done: Tensor
    """Logit, shape (1,)."""


@dataclass
class VLAEpisode:
    """A command under way."""

    network: VLANetwork
    tokens: Tensor
    mask: Tensor
    bodies: deque[NDArray[np.float32]] = field(default_factory=lambda: deque(maxlen=1 + HISTORY))
    memory: Memory = field(default_factory=Memory)

    @torch.inference_mode()
    def act(self, observation: Observation) -> ActionChunk:
        """The next ``EXECUTE`` actions."""
        decision = self.decide(observation)
        height, width = (size // STRIDE for size in observation.images[CAMERA].depth.shape)
        attention = decision.look.logits[0, TARGET, :-1].softmax(-1).view(height, width).numpy()
        actions = self.actions(observation, decision.chunk[0, :EXECUTE].numpy())
        return ActionChunk(actions, float(decision.done.sigmoid()), attention, CAMERA)

    def decide(self, observation: Observation) -> "Decision":
        """What the network finds and would do now; the moment is remembered."""
        body = self._remember(observation)
        pixels, points = observed_tensors([observation.images[CAMERA]])
        look = self.network.trunk(pixels, points, self.tokens, self.mask)
        look = self.memory.recall(look)
        return Decision(look, body, *self.network.head(look, body))

    def actions(self, observation: Observation, steps: NDArray[np.float32]) -> tuple[EndEffectorTarget, ...]:
        """Steps of a chunk, shape (n, 5), as targets from where the hand is."""
        return tuple(self._action(observation, step) for step in steps)

    def _remember(self, observation: Observation) -> Tensor:
        body = body_vector(observation.proprioception)
        self.bodies.appendleft(body)
        while len(self.bodies) <= HISTORY:
            self.bodies.append(body)
        return torch.from_numpy(np.stack(self.bodies))[None]

    def _action(self, observation: Observation, step: NDArray[np.float32]) -> EndEffectorTarget:
        body = observation.proprioception
        x, y, z = (body.tcp_position + step[:3]).tolist()
        return EndEffectorTarget.top_down((x, y, z), body.tcp_yaw + float(step[3]), float(step[4] > 0))
