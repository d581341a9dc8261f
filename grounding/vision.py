"""The pixel encoder: an RGB-D image in, features and a 3-D point for every second pixel out.

Surface normals and height over the table tell what shape a thing has: on things seven pixels wide they tell a
cylinder from a block, which plain coordinates hardly do (docs/log.md). A small U-Net (Ronneberger et al. 2015,
arXiv:1505.04597) with GroupNorm sees them and no colours; colours have features of their own. So a combination of
colour and shape that was never met looks like what it is: the one and the other.
"""

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from grounding.observation import Image

SHAPE, PAINT = 36, 12
FEATURES = SHAPE + PAINT
"""Of each pixel: first those of its shape, then those of its colour."""
RELIEF = 24
"""Features of the relief nearby."""
STRIDE = 2
COLOUR, CHANNELS = 3, 7
"""Of the network's input: colour; and then normal (x, y, z) and height."""
NORMAL_Y = COLOUR + 1
_HEIGHT = 0.04
"""Heights are in units of a block's, [m]."""


def image_tensors(rgb: Tensor, depth: Tensor, intrinsics: Tensor, T_base_camera: Tensor) -> tuple[Tensor, Tensor]:
    """Network input and 3-D points of a batch of images.

    Args:
        rgb: uint8, shape (B, H, W, 3).
        depth: float, shape (B, H, W), [m].
        intrinsics: shape (B, 3, 3), [px].
        T_base_camera: shape (B, 4, 4), [m].

    Returns:
        Pixels of shape (B, CHANNELS, H, W), normalised; points of shape (B, 3, H/2, W/2) in the base frame, [m].
    """
    height, width = depth.shape[1:]
    v, u = torch.meshgrid(torch.arange(height) + 0.5, torch.arange(width) + 0.5, indexing="ij")
    fx, fy, cx, cy = (intrinsics[:, i, j].view(-1, 1, 1) for i, j in ((0, 0), (1, 1), (0, 2), (1, 2)))
    local = torch.stack([(u - cx) / fx * depth, (v - cy) / fy * depth, depth], dim=1)
    rotated = (T_base_camera[:, :3, :3] @ local.flatten(2)).view_as(local)
    points = rotated + T_base_camera[:, :3, 3, None, None]
    colour = (rgb.float() * (4 / 255) - 2).permute(0, 3, 1, 2)
    height_above = (points[:, 2:] / _HEIGHT - 1).clamp(-2, 6)
    return torch.cat([colour, normals(points), height_above], dim=1), points[:, :, 1::STRIDE, 1::STRIDE]


def normals(points: Tensor) -> Tensor:
    """Unit normals of the surface through points (B, 3, H, W), towards the camera; zero at the image's border."""
    result = torch.zeros_like(points)
    ax, ay, az = (points[:, :, 1:-1, 2:] - points[:, :, 1:-1, :-2]).unbind(1)
    bx, by, bz = (points[:, :, :-2, 1:-1] - points[:, :, 2:, 1:-1]).unbind(1)
    cross = torch.stack([ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx], dim=1)
    result[:, :, 1:-1, 1:-1] = cross * cross.square().sum(1, keepdim=True).clamp(min=1e-24).rsqrt()
    return result


def observed_tensors(images: list[Image]) -> tuple[Tensor, Tensor]:
    """``image_tensors`` of pictures as they come from a camera."""
    stack = [torch.from_numpy(np.stack(field)) for field in zip(*(_fields(image) for image in images), strict=True)]
    return image_tensors(*stack)


def _fields(image: Image) -> tuple[np.ndarray, ...]:
    camera = image.camera
    return image.rgb, image.depth, camera.intrinsics.astype(np.float32), camera.T_base_camera.astype(np.float32)


class _Block(nn.Sequential):
    def __init__(self, inputs: int, outputs: int, size: int = 3, stride: int = 1, groups: int = 8) -> None:
        super().__init__(
            nn.Conv2d(inputs, outputs, size, stride, size // 2, bias=False), nn.GroupNorm(groups, outputs), nn.SiLU()
        )


class PixelEncoder(nn.Module):
    """Pixels (B, CHANNELS, H, W) -> features (B, SHAPE + PAINT, H/2, W/2)."""

    def __init__(self) -> None:
        super().__init__()
        self.to_half = _Block(CHANNELS - COLOUR, 32, 5, 2)
        self.to_quarter = nn.Sequential(_Block(32, 64, 3, 2), _Block(64, 64))
        self.to_eighth = nn.Sequential(_Block(64, 96, 3, 2), _Block(96, 96), _Block(96, 96))
        self.up_quarter = nn.Conv2d(96, 64, 1)
        self.at_quarter = _Block(64, 64)
        self.up_half = nn.Conv2d(64, SHAPE, 1)
        self.skip_half = nn.Conv2d(32, SHAPE, 1)
        self.at_half = _Block(SHAPE, SHAPE, groups=6)
        self.paint = nn.Sequential(
            nn.Conv2d(COLOUR, 32, 5, STRIDE, 2), nn.SiLU(), nn.Conv2d(32, PAINT, 3, 1, 1), nn.SiLU()
        )

    def forward(self, pixels: Tensor) -> Tensor:
        half = self.to_half(pixels[:, COLOUR:])
        quarter = self.to_quarter(half)
        coarse = self.up_quarter(self.to_eighth(quarter))
        quarter = self.at_quarter(quarter + F.interpolate(coarse, scale_factor=2.0))
        finer = F.interpolate(self.up_half(quarter), scale_factor=2.0)
        return torch.cat([self.at_half(self.skip_half(half) + finer), self.paint(pixels[:, :COLOUR])], dim=1)


class Relief(nn.Sequential):
    """Normals and heights (B, 4, H, W) -> what the surface nearby is like, (B, RELIEF, H/2, W/2).

    What tells a can from a block is a centimetre of height, and the encoder's norms hide absolute heights: they are
    taken over the whole image, arm included. So the surface is looked at once more, nearby and without norms.
    """

    def __init__(self) -> None:
        fine = nn.Conv2d(CHANNELS - COLOUR, 32, 5, STRIDE, 2)
        super().__init__(fine, nn.SiLU(), nn.Conv2d(32, RELIEF, 3, 1, 1), nn.SiLU(), _Wider(RELIEF))


class _Wider(nn.Module):
    """Adds what lies farther around, at first nothing: (B, n, h, w) -> (B, n, h, w).

    So a pixel of what stands below something sees where that begins.
    """

    def __init__(self, features: int) -> None:
        super().__init__()
        self.around = nn.Conv2d(features, features, 5, 1, 2)
        nn.init.zeros_(self.around.weight)
        nn.init.zeros_(self.around.bias)  # type: ignore[arg-type]

    def forward(self, near: Tensor) -> Tensor:
        return near + F.silu(self.around(near))
