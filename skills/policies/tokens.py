"""Actions as words: every dimension of an action is one of a few bins, and the network says how likely each is.

After RT-1 (Brohan et al. 2022, arXiv:2212.06817): convolutions that the sentence conditions (FiLM), TokenLearner
(Ryoo et al. 2021, arXiv:2106.11297), a transformer, and a softmax over bins for each dimension of the action. RT-1
remembers six images; this network remembers what the hand did, as all our policies do.
"""

from typing import Any, ClassVar, Literal

import torch
from pydantic import Field
from torch import Tensor, nn
from torch.nn import functional as F

from grounding import Observation
from grounding.frames import Frames
from skills.action import ActionChunk
from skills.language import WIDTH
from skills.networks import BODY, CHUNK, HISTORY
from skills.policies.demonstrations import Inputs, Targets
from skills.policies.episode import Answer, tool_chunk
from skills.policies.eye import Eye, Places
from skills.policies.recipe import NetworkRecipe
from skills.vla import EXECUTE

LOWEST = (-0.16, -0.16, -0.16, -0.8, 0.0, 0.0)
HIGHEST = (0.16, 0.16, 0.16, 0.8, 1.0, 1.0)
"""Bounds of an action's dimensions: translation from the present hand [m], turn [rad], gripper, having done."""


def binned(values: Tensor, bins: int) -> Tensor:
    """Actions (..., 6) as bins, int64; what is beyond the bounds falls into the last bin."""
    low, high = values.new_tensor(LOWEST), values.new_tensor(HIGHEST)
    return ((values - low) / (high - low) * bins).long().clamp(0, bins - 1)


def unbinned(logits: Tensor, decode: Literal["argmax", "expectation"]) -> Tensor:
    """The middle of the likeliest bin, or the mean of all: logits (..., 6, bins) to values (..., 6)."""
    bins = logits.shape[-1]
    low, high = logits.new_tensor(LOWEST), logits.new_tensor(HIGHEST)
    middles = (torch.arange(bins, device=logits.device) + 0.5) / bins
    share = middles[logits.argmax(-1)] if decode == "argmax" else (logits.softmax(-1) * middles).sum(-1)
    return low + share * (high - low)


class TokenNetwork(nn.Module):
    """What is seen, said and felt -> logits of bins, (N, EXECUTE, 6, bins)."""

    def __init__(self, width: int, heads: int, layers: int, learned: int, bins: int) -> None:
        super().__init__()
        self.bins = bins
        self.eye = Eye(width, WIDTH)
        self.places = Places(width)
        self.choose = nn.Sequential(nn.LayerNorm(width), nn.Linear(width, learned))
        self.felt, self.said = nn.Linear(BODY, width), nn.Linear(WIDTH, width)
        self.order = nn.Parameter(0.02 * torch.randn(learned + 2 + HISTORY + EXECUTE, width))
        layer = nn.TransformerEncoderLayer(
            width, heads, 4 * width, dropout=0.0, activation="gelu", batch_first=True, norm_first=True
        )
        self.transformer = nn.TransformerEncoder(layer, layers, enable_nested_tensor=False)
        self.head = nn.Sequential(nn.LayerNorm(width), nn.Linear(width, len(LOWEST) * bins))

    def forward(self, inputs: Inputs) -> Tensor:
        sentence = inputs.sentence
        seen = self.places(self.eye(inputs.pixels, sentence), inputs.points, inputs.body)
        learned = self.choose(seen).softmax(1).transpose(1, 2) @ seen
        known = torch.cat([learned, self.felt(inputs.body), self.said(sentence)[:, None]], 1)
        asked = F.pad(known, (0, 0, 0, EXECUTE)) + self.order
        out = self.head(self.transformer(asked)[:, -EXECUTE:])
        logits: Tensor = out.unflatten(-1, (len(LOWEST), self.bins)).float()
        return logits


class Tokens(NetworkRecipe):
    """Discretised actions after RT-1."""

    name: ClassVar[str] = "tokens"
    tiny = {"width": 16, "heads": 2, "layers": 1, "learned": 2, "bins": 16}

    width: int = Field(default=192, ge=16, multiple_of=16)
    """Of all vectors; a multiple of ``heads``."""
    heads: int = Field(default=8, ge=1)
    layers: int = Field(default=4, ge=1)
    """Of the transformer; RT-1 has 8."""
    learned: int = Field(default=8, ge=1)
    """Tokens that stand for the image, as in RT-1."""
    bins: int = Field(default=256, ge=2)
    """Of each dimension, as in RT-1."""
    decode: Literal["argmax", "expectation"] = "argmax"
    """How likelihoods become an action: RT-1 takes the likeliest bin."""

    def build(self, demonstrations: Frames | None = None) -> nn.Module:
        """A new network."""
        return TokenNetwork(self.width, self.heads, self.layers, self.learned, self.bins)

    def objective(self, network: Any, inputs: Inputs, targets: Targets) -> dict[str, Tensor]:
        """Cross-entropies of the bins of the first actions; that of having done counts for the first alone."""
        logits = network(inputs)
        done = targets.done[:, None, None].expand(-1, CHUNK, 1)
        goal = binned(torch.cat([targets.chunk, done], -1)[:, :EXECUTE], self.bins)
        cost = F.cross_entropy(logits.flatten(0, 2), goal.flatten(), reduction="none").view(goal.shape)
        weight = targets.given[:, :EXECUTE].float()
        acted = (cost[..., :-1] * weight[..., None]).sum((0, 1)) / weight.sum().clamp(min=1)
        return {"move": acted[:3].sum(), "turn": acted[3], "grip": acted[4], "done": cost[:, 0, -1].mean()}

    def answer(self, network: Any) -> Answer:
        """The decoded actions."""

        def act(inputs: Inputs, observation: Observation) -> ActionChunk:
            steps = unbinned(network(inputs), self.decode)[0].cpu().numpy()
            steps[:, 4] -= 0.5
            return tool_chunk(steps, float(steps[0, 5]), observation)

        return act
