from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from grounding import Observation
from grounding.detector import LearnedGrounder, SegmentationNetwork
from grounding.vocabulary import CABINET, LEGACY, TABLETOP, Vocabulary
from weights import Card, save

SMALL = Vocabulary(("can", "lamp"), ("red", "blue"), ("lit", "unlit"))


@pytest.mark.parametrize("vocabulary", [SMALL, TABLETOP, LEGACY])
def test_a_vocabulary_is_read_back_from_the_header_of_weights(vocabulary: Vocabulary) -> None:
    assert Vocabulary.of(vocabulary.hyperparameters()) == vocabulary


def test_weights_without_a_header_know_what_they_always_knew() -> None:
    assert Vocabulary.of({}) == LEGACY
    assert LEGACY.kinds == ("block", "bowl", "cylinder", "wedge") and not LEGACY.states


@pytest.mark.parametrize(
    ("kind", "counts_as"),
    [("can", "can"), ("drawer", "drawer"), ("drawer handle", "drawer"), (CABINET, CABINET), ("cone", None)],
)
def test_a_part_counts_as_its_kind_or_as_the_whole(kind: str, counts_as: str | None) -> None:
    index = TABLETOP.kind_of(kind)
    assert (None if index is None else TABLETOP.kinds[index]) == counts_as


@pytest.mark.parametrize("vocabulary", [SMALL, LEGACY])
def test_a_grounder_is_built_as_its_weights_say(
    tmp_path: Path, observe: Callable[..., Observation], vocabulary: Vocabulary
) -> None:
    torch.manual_seed(0)
    network = SegmentationNetwork(vocabulary).half().float()
    card = Card("Sees.", "none", "none", 0, 0.0, {}, "none")
    save("grounder", network.state_dict(), card, hyperparameters=vocabulary.hyperparameters(), folder=tmp_path)
    learned = LearnedGrounder.load(tmp_path)
    assert learned.vocabulary == vocabulary
    assert learned.ground(observe()) == LearnedGrounder(network, vocabulary).ground(observe())
    assert {thing.category for thing in learned.ground(observe()).objects} <= set(vocabulary.kinds)
