"""Committed weights put into the network that they were trained as."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from weights.files import WeightsError
from weights.store import HOW_TO_GET, load

if TYPE_CHECKING:
    import torch

Network = TypeVar("Network", bound="torch.nn.Module")


def restore(network: Network, name: str, folder: Path | None = None) -> Network:
    """Give a network the weights ``name``, and return it.

    Raises:
        WeightsError: they are missing or damaged, or are those of another network; then nothing was changed and the
            message names the first difference.
    """
    tensors = load(name, folder)
    difference = _difference(network.state_dict(), tensors)
    if difference:
        raise WeightsError(f"weights {name!r} do not fit {type(network).__name__}: {difference}; {HOW_TO_GET}")
    network.load_state_dict(tensors)
    return network


def _difference(wanted: "Mapping[str, torch.Tensor]", found: "Mapping[str, torch.Tensor]") -> str | None:
    """The first difference in names and shapes, in words."""
    for key, tensor in wanted.items():
        if key not in found:
            return f"{key} is missing"
        if tensor.shape != found[key].shape:
            return f"{key} has shape {tuple(found[key].shape)}, not {tuple(tensor.shape)}"
    return next((f"{key} is unknown to the network" for key in found if key not in wanted), None)
