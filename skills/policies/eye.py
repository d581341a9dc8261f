"""What the recipes' networks see with: an image in, a coarse grid of features out, each of which knows its place."""

from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from grounding.vision import CHANNELS
from skills.networks import tcp_position


class Eye(nn.Module):
    """Pixels (N, CHANNELS, H, W) -> features (N, width, H/16, W/16).

    With ``sentence``, each block's features are scaled and shifted by the sentence (FiLM, Perez et al. 2018,
    arXiv:1709.07871), at first by nothing, as in RT-1 (arXiv:2212.06817).
    """

    def __init__(self, width: int, sentence: int = 0) -> None:
        super().__init__()
        sizes = (CHANNELS, width // 4, width // 2, width, width)
        self.blocks = nn.ModuleList(_block(a, b) for a, b in pairwise(sizes))
        self.film = nn.ModuleList(nn.Linear(sentence, 2 * size) for size in sizes[1:] if sentence)
        for parameter in self.film.parameters():
            nn.init.zeros_(parameter)

    def forward(self, pixels: Tensor, sentence: Tensor | None = None) -> Tensor:
        features = pixels
        for index, block in enumerate(self.blocks):
            features = block(features)
            if sentence is not None:
                scale, shift = self.film[index](sentence)[..., None, None].chunk(2, 1)
                features = features * (1 + scale) + shift
            features = F.silu(features)
        return features


def _block(inputs: int, outputs: int) -> nn.Module:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 5 if inputs == CHANNELS else 3, 2, 2 if inputs == CHANNELS else 1, bias=False),
        nn.GroupNorm(4, outputs),
        nn.SiLU(),
        nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False),
        nn.GroupNorm(4, outputs),
    )


class Places(nn.Module):
    """Tells each cell of a grid (N, width, h, w) where its things are, relative to the hand and to the table."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.project = nn.Linear(6, width)

    def forward(self, grid: Tensor, points: Tensor, body: Tensor) -> Tensor:
        """Tokens (N, h * w, width), from points (N, 3, H, W) [m] and body vectors (N, 1 + HISTORY, BODY)."""
        places = F.adaptive_avg_pool2d(points, (grid.shape[2], grid.shape[3])).flatten(2).transpose(1, 2)
        relative = places - tcp_position(body)[:, None]
        tokens: Tensor = grid.flatten(2).transpose(1, 2) + self.project(torch.cat([places, relative], -1) * 5)
        return tokens
