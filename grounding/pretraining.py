"""What the pixel encoder can learn from pictures without labels: to fill in what was hidden (masked reconstruction).

As masked autoencoders do (He et al. 2022, arXiv:2111.06377), but with a convolutional encoder that sees zeros where
patches are hidden. Masked, not contrastive with language: what skills and the grounder read off the encoder is a
feature and a place for each pixel, and a contrast of whole images with sentences asks for neither; and it needs no
names, so that any recording of a camera will do.
"""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from grounding.frames import Frames
from grounding.training import Loss, Schedule, fit, mirror_image, relight
from grounding.vision import CHANNELS, COLOUR, FEATURES, SHAPE, STRIDE, PixelEncoder

PATCH = 8
"""Side of what is hidden at once, [px]."""
HIDDEN = 0.4
"""Share of the patches that are hidden."""
RAISED = 5.0
"""What a pixel weighs that rises over the table, where one of the table weighs 1: things are few and small."""
_FLAT = -0.9
"""Heights in the network's units up to which a pixel counts as the table."""


class MaskedNetwork(nn.Module):
    """The encoder, and heads that say what every second pixel's input would have been."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = PixelEncoder()
        self.colour = nn.Sequential(nn.Conv2d(FEATURES, FEATURES, 1), nn.SiLU(), nn.Conv2d(FEATURES, COLOUR, 1))
        self.shape = nn.Sequential(nn.Conv2d(SHAPE, SHAPE, 1), nn.SiLU(), nn.Conv2d(SHAPE, CHANNELS - COLOUR, 1))

    def forward(self, pixels: Tensor) -> Tensor:
        """Pixels (B, CHANNELS, H, W), some hidden -> all of them again, (B, CHANNELS, H/2, W/2)."""
        features = self.encoder(pixels)
        return torch.cat([self.colour(features), self.shape(features[:, :SHAPE])], dim=1)

    def encoder_weights(self) -> dict[str, Tensor]:
        """What ``train_grounder`` starts from."""
        return {key: value for key, value in self.state_dict().items() if key.startswith("encoder.")}


def hide(pixels: Tensor, rng: np.random.Generator) -> tuple[Tensor, Tensor]:
    """Hide random patches of images (B, C, H, W).

    Returns:
        The images with zeros there, and whether each pixel is hidden, (B, 1, H, W).
    """
    n, _, height, width = pixels.shape
    drawn = rng.random((n, 1, -(-height // PATCH), -(-width // PATCH))) < HIDDEN
    patches = torch.from_numpy(drawn).repeat_interleave(PATCH, 2).repeat_interleave(PATCH, 3)
    hidden = patches[:, :, :height, :width]
    return pixels.masked_fill(hidden, 0.0), hidden


def reconstruction_loss(frames: Frames, batch: int) -> Loss:
    """Smooth L1 of what was hidden: colour, and normals with height, apart."""

    def loss(network: nn.Module, rng: np.random.Generator) -> dict[str, Tensor]:
        pixels, points = frames.images(np.sort(rng.integers(0, len(frames), batch)))
        pixels[:, :COLOUR] = relight(pixels[:, :COLOUR], rng)
        if rng.random() < 0.5:
            pixels, _ = mirror_image(pixels, points)
        seen, hidden = hide(pixels, rng)
        wanted, asked = (field[:, :, 1::STRIDE, 1::STRIDE] for field in (pixels, hidden))
        said = network(seen.contiguous(memory_format=torch.channels_last)).float()
        weights = asked * torch.where(wanted[:, -1:] > _FLAT, RAISED, 1.0)
        amiss = F.smooth_l1_loss(said, wanted, reduction="none", beta=0.1) * weights
        colour, shape = amiss[:, :COLOUR].mean(1), amiss[:, COLOUR:].mean(1)
        return {"colour": colour.sum() / weights.sum(), "shape": shape.sum() / weights.sum()}

    return loss


def pretrain_encoder(data: list[Path], schedule: Schedule, checkpoint: Path) -> tuple[MaskedNetwork, float]:
    """The encoder with the heads that it was trained by, and the CPU minutes that it took.

    Args:
        data: folders with shards of frames, of which only the pictures are used.
        schedule: steps, rate, seed.
        checkpoint: file to resume from and to write to.
    """
    torch.manual_seed(schedule.seed)
    network = MaskedNetwork().to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return network, fit(network, reconstruction_loss(Frames(data), schedule.batch), schedule, checkpoint)
