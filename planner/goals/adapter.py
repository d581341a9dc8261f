"""Low-rank adapters on a frozen language model, by hand: made for training, merged for use.

Source: Hu et al. 2021, LoRA (arXiv:2106.09685). A layer ``W`` becomes ``W + (alpha / rank) B A``.
"""

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor, nn

RANK = 16
ALPHA = 32.0
TARGETS = ("q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj")
"""Names of the layers that are adapted: all linear ones of a Llama block."""


def new_adapter(model: nn.Module, generator: torch.Generator, rank: int = RANK) -> dict[str, nn.Parameter]:
    """An adapter that changes nothing yet: ``down`` (rank, n_in) at random and ``up`` (n_out, rank) zero for every
    target layer, by name: ``model.layers.0.self_attn.q_proj.down``."""
    made = {}
    for name, layer in model.named_modules():
        if name.rpartition(".")[2] in TARGETS and isinstance(layer, nn.Linear):
            down = torch.randn(rank, layer.in_features, generator=generator) * layer.in_features**-0.5
            made[f"{name}.down"] = nn.Parameter(down)
            made[f"{name}.up"] = nn.Parameter(torch.zeros(layer.out_features, rank))
    return made


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
                shape = (up.shape[0], down.shape[1])
                raise ValueError(f"the adapter does not fit the model: no layer {name} of shape {shape}")
            change = (up.float() @ down.float()) * (alpha / rank)
            layer.weight.copy_((layer.weight.float() + change).to(layer.weight.dtype))
