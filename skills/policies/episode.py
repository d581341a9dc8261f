"""A network as a policy: remembers the last moments, asks the network, and turns its answer into actions."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from grounding import Observation
from skills.action import ActionChunk, EndEffectorTarget, JointTarget
from skills.language import CommandEncoder
from skills.networks import HISTORY, body_vector
from skills.policies.demonstrations import Inputs, observed
from skills.vla import CAMERA, EXECUTE

Answer = Callable[[Inputs, Observation], ActionChunk]
"""From what a network is given to actions; made anew for each command, so it may remember."""


@dataclass(frozen=True)
class NetworkPolicy:
    """Any network whose recipe says how to ask it."""

    network: nn.Module
    answer: Callable[[], Answer]
    """A fresh one for each command."""
    commands: CommandEncoder
    camera: str = CAMERA

    def start(self, command: str) -> "NetworkEpisode":
        """Begin a command: encodes it once."""
        tokens, mask = self.commands.encode([command])
        device = next(self.network.parameters()).device
        return NetworkEpisode(self.answer(), command, tokens, mask, self.camera, device)


@dataclass
class NetworkEpisode:
    """A command under way."""

    answer: Answer
    command: str
    tokens: Tensor
    mask: Tensor
    camera: str
    device: torch.device
    bodies: deque[NDArray[np.float32]] = field(default_factory=lambda: deque(maxlen=1 + HISTORY))

    @torch.inference_mode()
    def act(self, observation: Observation) -> ActionChunk:
        """The next actions."""
        body = body_vector(observation.proprioception)
        self.bodies.appendleft(body)
        while len(self.bodies) <= HISTORY:
            self.bodies.append(body)
        seen = observed(observation, self.camera, self.command, self.tokens, self.mask, self.bodies)
        return self.answer(seen.to(self.device), observation)


def tool_chunk(steps: NDArray[np.floating], done: float, observation: Observation) -> ActionChunk:
    """The first ``EXECUTE`` of some steps of shape (k, 5): translation [m], turn [rad], whether to open (> 0)."""
    body = observation.proprioception
    actions = []
    for step in steps[:EXECUTE]:
        x, y, z = (body.tcp_position + step[:3]).tolist()
        actions.append(EndEffectorTarget.top_down((x, y, z), body.tcp_yaw + float(step[3]), float(step[4] > 0)))
    return ActionChunk(tuple(actions), done)


def joint_chunk(steps: NDArray[np.floating], done: float) -> ActionChunk:
    """Steps of shape (k, n + 1) as they are: joints [rad], then the gripper, 0 to 1."""
    targets = [JointTarget(tuple(map(float, step[:-1])), float(np.clip(step[-1], 0.0, 1.0))) for step in steps]
    return ActionChunk(tuple(targets), done)


@dataclass
class Ensemble:
    """Mean of all that was ever asked for the present moment (temporal ensembling, arXiv:2304.13705, algorithm 2).

    To be asked in every control period.
    """

    decay: float = 0.01
    """The i-th oldest answer weighs exp(-decay * i): a small number means that new answers count as much as old."""
    chunks: deque[NDArray[np.float64]] = field(default_factory=deque)

    def __call__(self, chunk: NDArray[Any]) -> NDArray[np.float64]:
        """What to do now, shape (m,), given a new chunk of shape (k, m)."""
        self.chunks = deque(old[1:] for old in self.chunks if len(old) > 1)
        self.chunks.append(chunk.astype(np.float64))
        weights = np.exp(-self.decay * np.arange(len(self.chunks)))
        return np.asarray(np.average([old[0] for old in self.chunks], axis=0, weights=weights))
