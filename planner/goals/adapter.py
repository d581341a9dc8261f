"""Low-rank adapters on a frozen language model, by hand: attached for training, merged for use.

Source: Hu et al. 2021, LoRA (arXiv:2106.09685). A layer ``W`` becomes ``W + (alpha / rank) B A``.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import torch
from torch import Tensor, nn

RANK = 16
ALPHA = 32.0
TARGETS = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")
"""Names of the layers that are adapted: all linear ones of a Llama block."""


class LowRankLinear(nn.Module):
    """A frozen linear layer with a trained addition of low rank; inputs of shape (..., n_in)."""

    def __init__(self, base: nn.Linear, rank: int, alpha: float, generator: torch.Generator) -> None:
        super().__init__()
        self.base = base
        self.scale = alpha / rank
        self.down = nn.Parameter(torch.randn(rank, base.in_features, generator=generator) * base.in_features**-0.5)
        self.up = nn.Parameter(torch.zeros(base.out_features, rank))

    def forward(self, x: Tensor) -> Tensor:
        inner = nn.functional.linear(x, self.down.to(x.dtype))
        return self.base(x) + nn.functional.linear(inner, (self.up * self.scale).to(x.dtype))


def attach(model: nn.Module, generator: torch.Generator, rank: int = RANK, alpha: float = ALPHA) -> None:
    """Freeze the model and put a ``LowRankLinear`` in the place of every target layer."""
    for parameter in model.parameters():
        parameter.requires_grad_(False)
    for parent, name, layer in list(_targets(model)):
        setattr(parent, name, LowRankLinear(layer, rank, alpha, generator))


def adapter_tensors(model: nn.Module) -> dict[str, Tensor]:
    """The trained tensors by name, ``model.layers.0.self_attn.q_proj.down``."""
    return {name: p.detach().clone() for name, p in model.named_parameters() if name.endswith((".down", ".up")) and p.requires_grad}


def load_adapter(model: nn.Module, tensors: Mapping[str, Tensor]) -> None:
    """Put tensors of ``adapter_tensors`` into a model with attached layers.

    Raises:
        KeyError: a tensor is missing.
    """
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if parameter.requires_grad:
                parameter.copy_(tensors[name])


def merge(model: Any, tensors: Mapping[str, Tensor], rank: int = RANK, alpha: float = ALPHA) -> None:
    """Add an adapter to the weights of a plain model, in place: no cost afterwards.

    Raises:
        ValueError: the tensors are those of another model.
    """
    layers = dict(model.named_modules())
    names = {name.rsplit(".", 1)[0] for name in tensors}
    with torch.no_grad():
        for name in sorted(names):
            down, up = tensors[f"{name}.down"], tensors[f"{name}.up"]
            layer = layers.get(name)
            if not isinstance(layer, nn.Linear) or layer.weight.shape != (up.shape[0], down.shape[1]):
                raise ValueError(f"the adapter does not fit the model: no layer {name} of shape {tuple(up.shape[:1] + down.shape[1:])}")
            change = (up.float() @ down.float()) * (alpha / rank)
            layer.weight.copy_((layer.weight.float() + change).to(layer.weight.dtype))


def _targets(model: nn.Module) -> Iterator[tuple[nn.Module, str, nn.Linear]]:
    for parent in model.modules():
        for name, child in parent.named_children():
            if name in TARGETS and isinstance(child, nn.Linear):
                yield parent, name, child
