"""Small things to see and to say, for tests of networks that have learned nothing."""

import numpy as np
import torch

from grounding import Camera, Image, Observation, Proprioception
from skills.language import MAX_TOKENS, WIDTH, CommandEncoder

SIDE = 16


class Commands(CommandEncoder):
    """Vectors that depend on the sentence alone."""

    def encode(self, commands):  # type: ignore[no-untyped-def]
        seeds = [sum(map(ord, text)) for text in commands]
        vectors = [torch.randn(MAX_TOKENS, WIDTH, generator=torch.Generator().manual_seed(seed)) for seed in seeds]
        return torch.stack(vectors), torch.ones(len(vectors), MAX_TOKENS, dtype=torch.bool)


def observation(seed: int) -> Observation:
    """Coloured noise on a flat table, seen from straight above, the hand somewhere over it."""
    rng = np.random.default_rng(seed)
    pose = np.diag([1.0, -1.0, -1.0, 1.0])
    pose[:3, 3] = [0.5, 0.0, 0.6]
    camera = Camera("front", np.array([[20.0, 0, SIDE / 2], [0, 20.0, SIDE / 2], [0, 0, 1]]), pose)
    rgb = rng.integers(0, 256, (SIDE, SIDE, 3)).astype(np.uint8)
    tcp = np.eye(4)
    tcp[:3, 3] = rng.uniform([0.4, -0.2, 0.1], [0.6, 0.2, 0.3])
    hand = Proprioception(tcp, 0.08, np.zeros(7), np.zeros(7))
    return Observation({"front": Image(rgb, np.full((SIDE, SIDE), 0.58, np.float32), camera)}, hand, 0.0)
