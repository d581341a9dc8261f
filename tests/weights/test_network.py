"""Weights go into the network that they belong to, and into no other."""

from pathlib import Path

import pytest
import torch
from torch import nn

from affordances.detector import LearnedSuccessDetector
from affordances.value import LearnedValueFunction
from grounding.detector import LearnedGrounder
from grounding.vocabulary import TABLETOP
from skills.networks import Spec
from skills.vla import VLAPolicy
from weights import Card, WeightsError, restore, save

CARD = Card("Adds.", "none", "none", 0, 0.0, {}, "none")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DOABLE_WEIGHTS", str(tmp_path))
    return tmp_path


def test_a_network_gets_its_weights_back(folder: Path) -> None:
    saved = nn.Linear(3, 2).half().float()
    save("adder", saved.state_dict(), CARD)
    fresh = nn.Linear(3, 2)
    assert restore(fresh, "adder") is fresh
    assert torch.equal(fresh.weight, saved.weight) and torch.equal(fresh.bias, saved.bias)


@pytest.mark.parametrize(
    ("other", "difference"),
    [
        (nn.Linear(4, 2), r"weight has shape \(2, 4\), not \(2, 3\)"),
        (nn.Linear(3, 2, bias=False), "bias is missing"),
        (nn.Bilinear(3, 3, 2), r"weight has shape \(2, 3, 3\), not \(2, 3\)"),
    ],
)
def test_weights_of_another_network_are_refused(folder: Path, other: nn.Module, difference: str) -> None:
    save("adder", other.state_dict(), CARD)
    network = nn.Linear(3, 2)
    before = network.weight.clone()
    with pytest.raises(WeightsError, match=f"weights 'adder' do not fit Linear: {difference}; git checkout"):
        restore(network, "adder")
    assert torch.equal(network.weight, before)


def test_tensors_that_the_network_does_not_know_are_refused(folder: Path) -> None:
    save("adder", nn.Linear(3, 2).state_dict(), CARD)
    with pytest.raises(WeightsError, match="bias is unknown to the network"):
        restore(nn.Linear(3, 2, bias=False), "adder")


@pytest.mark.parametrize("part", [LearnedGrounder, VLAPolicy, LearnedValueFunction, LearnedSuccessDetector])
def test_learned_parts_refuse_the_weights_of_another_network(folder: Path, part: type) -> None:
    header = TABLETOP.hyperparameters() | Spec(("press",)).hyperparameters
    for name in ("grounder", "vla", "value", "detector"):
        save(name, nn.Linear(1, 1).state_dict(), CARD, hyperparameters=header)
    with pytest.raises(WeightsError, match=r"do not fit \w+Network: .* is missing"):
        part.load()  # type: ignore[attr-defined]
