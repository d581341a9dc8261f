"""Residual networks of basic blocks (He et al. 2015, arXiv:1512.03385), their parts named as torchvision names them.

torchvision itself is not among Doable's dependencies.
"""

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn import functional as F

DEPTHS = {"resnet18": (2, 2, 2, 2), "resnet34": (3, 4, 6, 3)}
"""Blocks of each stage."""


class FrozenNorm(nn.Module):
    """Batch normalisation whose numbers do not change in training."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        for name, value in (("weight", 1.0), ("bias", 0.0), ("running_mean", 0.0), ("running_var", 1.0)):
            self.register_buffer(name, torch.full((channels,), value))

    def forward(self, features: Tensor) -> Tensor:
        scale = self.get_buffer("weight") * (self.get_buffer("running_var") + 1e-5).rsqrt()
        shift = self.get_buffer("bias") - self.get_buffer("running_mean") * scale
        return features * scale.view(-1, 1, 1) + shift.view(-1, 1, 1)


def grouped(channels: int) -> nn.Module:
    """A norm for networks that are trained from nothing, in small batches."""
    return nn.GroupNorm(8 if channels % 8 == 0 else 1, channels)


Norm = Callable[[int], nn.Module]


class Block(nn.Module):
    """Two convolutions beside a shortcut."""

    def __init__(self, inputs: int, outputs: int, stride: int, norm: Norm) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False)
        self.bn1 = norm(outputs)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False)
        self.bn2 = norm(outputs)
        self.downsample = None
        if stride > 1 or inputs != outputs:
            self.downsample = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), norm(outputs))

    def forward(self, features: Tensor) -> Tensor:
        shortcut = features if self.downsample is None else self.downsample(features)
        features = F.relu(self.bn1(self.conv1(features)))
        return F.relu(self.bn2(self.conv2(features)) + shortcut)


class ResNet(nn.Module):
    """Images (N, channels, H, W) -> features (N, outputs, H/32, W/32); less coarse with fewer stages."""

    def __init__(self, depth: str, channels: int = 3, width: int = 64, stages: int = 4, norm: Norm = FrozenNorm):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, width, 7, 2, 3, bias=False)
        self.bn1 = norm(width)
        self.stages, self.outputs = stages, width * 2 ** (stages - 1)
        inputs = width
        for stage, blocks in enumerate(DEPTHS[depth][:stages]):
            outputs = width * 2**stage
            first = Block(inputs, outputs, 1 if stage == 0 else 2, norm)
            rest = (Block(outputs, outputs, 1, norm) for _ in range(blocks - 1))
            self.add_module(f"layer{stage + 1}", nn.Sequential(first, *rest))
            inputs = outputs

    def forward(self, images: Tensor) -> Tensor:
        features = F.max_pool2d(F.relu(self.bn1(self.conv1(images))), 3, 2, 1)
        for stage in range(self.stages):
            features = self.get_submodule(f"layer{stage + 1}")(features)
        return features
