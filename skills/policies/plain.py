"""The plain form of a vision-language-action model: two encoders, attention between them, a head.

As courses on the subject draw it: a vision encoder, a language encoder, multi-head attention from what is seen to
what is said, an action head; and a history of actions. The encoders are modules that can be exchanged
(``skills.policies.backbones``).
"""

from typing import Any, ClassVar

import torch
from pydantic import Field
from torch import Tensor, nn
from torch.nn import functional as F

from grounding import Observation
from grounding.frames import Frames
from skills.action import ActionChunk
from skills.language import WIDTH
from skills.networks import BODY, CHUNK, HISTORY, Ways
from skills.policies.demonstrations import Inputs, Targets
from skills.policies.episode import Answer, tool_chunk
from skills.policies.eye import Eye, Places
from skills.policies.recipe import NetworkRecipe
from skills.training import chunk_losses

CELLS = 4
"""What is seen is told to the head as a grid of this many cells a side, so that places are not lost in a mean."""


class PlainVision(nn.Module):
    """What is seen, as a grid (N, width, h, w)."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.eye = Eye(width)

    def forward(self, inputs: Inputs) -> Tensor:
        grid: Tensor = self.eye(inputs.pixels)
        return grid


class PlainLanguage(nn.Module):
    """What is said, as words (N, T, width) and a mask that is true where there is none."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.project = nn.Linear(WIDTH, width)

    def forward(self, inputs: Inputs) -> tuple[Tensor, Tensor]:
        return self.project(inputs.tokens), ~inputs.mask


class PlainNetwork(nn.Module):
    """Vision encoder, language encoder, fusion, action history, action head."""

    def __init__(self, vision: nn.Module, language: nn.Module, width: int, heads: int) -> None:
        super().__init__()
        self.vision_encoder, self.language_encoder = vision, language
        self.places = Places(width)
        self.fusion_layer = nn.MultiheadAttention(width, heads, batch_first=True)
        self.norm = nn.LayerNorm(width)
        self.gather = nn.Linear(CELLS * CELLS * width, 2 * width)
        self.history = nn.Linear((1 + HISTORY) * BODY + HISTORY * BODY, width)
        self.action_head = nn.Sequential(
            nn.Linear(3 * width, 2 * width), nn.LayerNorm(2 * width), nn.SiLU(), nn.Linear(2 * width, CHUNK * 5 + 1)
        )

    def forward(self, inputs: Inputs) -> tuple[Tensor, Tensor]:
        """Chunk (N, CHUNK, 5), as ``chunk_losses`` takes it, and logits of having done (N,)."""
        grid = self.vision_encoder(inputs)
        seen = self.places(grid, inputs.points, inputs.body)
        words, missing = self.language_encoder(inputs)
        fused, _ = self.fusion_layer(seen, words, words, key_padding_mask=missing, need_weights=False)
        cells = self.norm(seen + fused).transpose(1, 2).unflatten(2, grid.shape[2:])
        scene = F.silu(self.gather(F.adaptive_avg_pool2d(cells, CELLS).flatten(1)))
        out = self.action_head(torch.cat([scene, F.silu(self.history(_acted(inputs.body)))], -1)).float()
        steps = out[:, :-1].unflatten(1, (CHUNK, 5))
        return steps * steps.new_tensor([0.1, 0.1, 0.1, 0.3, 1.0]), out[:, -1]


def _acted(body: Tensor) -> Tensor:
    """The body now and before, and, as history of actions, how it moved between: (N, (1 + 2 * HISTORY) * BODY)."""
    return torch.cat([body.flatten(1), 10 * (body[:, :-1] - body[:, 1:]).flatten(1)], -1)


class ToolRecipe(NetworkRecipe):
    """What recipes have in common whose networks give a chunk for the tool."""

    def objective(self, network: Any, inputs: Inputs, targets: Targets) -> dict[str, Tensor]:
        """The loss of the default's chunks."""
        chunk, done = network(inputs)
        return chunk_losses(Ways.one(chunk, done), targets.chunk, targets.length, targets.done)

    def answer(self, network: Any) -> Answer:
        """The first actions of the chunk."""

        def act(inputs: Inputs, observation: Observation) -> ActionChunk:
            chunk, done = network(inputs)
            return tool_chunk(chunk[0].cpu().numpy(), float(done[0].sigmoid()), observation)

        return act


class Plain(ToolRecipe):
    """The plain form with encoders of its own: a small convolutional network, and MiniLM's words."""

    name: ClassVar[str] = "plain"
    tiny = {"width": 16, "heads": 2}

    width: int = Field(default=192, ge=16, multiple_of=16)
    """Of all vectors; a multiple of ``heads``."""
    heads: int = Field(default=8, ge=1)

    def build(self, demonstrations: Frames | None = None) -> nn.Module:
        """A new network."""
        return PlainNetwork(PlainVision(self.width), PlainLanguage(self.width), self.width, self.heads)
