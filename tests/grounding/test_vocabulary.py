from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from grounding import Observation
from grounding.detector import LearnedGrounder, SegmentationNetwork
from grounding.vocabulary import CABINET, TABLETOP, Vocabulary
from weights import Card, WeightsError, save

SMALL = Vocabulary(("can", "lamp"), ("red", "blue"), ("lit", "unlit"))
CARD = Card("Sees.", "none", "none", 0, 0.0, {}, "none")


@pytest.mark.parametrize("vocabulary", [SMALL, TABLETOP])
def test_a_vocabulary_is_read_back_from_the_header_of_weights(vocabulary: Vocabulary) -> None:
    assert Vocabulary.of(vocabulary.hyperparameters()) == vocabulary


@pytest.mark.parametrize("field", ["kinds", "colours", "states"])
def test_weights_that_do_not_tell_what_they_know_are_refused(tmp_path: Path, field: str) -> None:
    told = {name: text for name, text in TABLETOP.hyperparameters().items() if name != field}
    with pytest.raises(WeightsError, match=f"do not tell their {field}; they are not a grounder's"):
        Vocabulary.of(told)
    save("grounder", SegmentationNetwork().state_dict(), CARD, hyperparameters=told, folder=tmp_path)
    with pytest.raises(WeightsError, match=f"do not tell their {field}"):
        LearnedGrounder.load(tmp_path)


@pytest.mark.parametrize(
    ("kind", "counts_as"),
    [("can", "can"), ("drawer", "drawer"), ("drawer handle", "drawer"), (CABINET, CABINET), ("cone", None)],
)
def test_a_part_counts_as_its_kind_or_as_the_whole(kind: str, counts_as: str | None) -> None:
    index = TABLETOP.kind_of(kind)
    assert (None if index is None else TABLETOP.kinds[index]) == counts_as


@pytest.mark.parametrize("vocabulary", [SMALL, TABLETOP])
def test_a_grounder_is_built_as_its_weights_say(
    tmp_path: Path, observe: Callable[..., Observation], vocabulary: Vocabulary
) -> None:
    torch.manual_seed(0)
    network = SegmentationNetwork(vocabulary).half().float()
    save("grounder", network.state_dict(), CARD, hyperparameters=vocabulary.hyperparameters(), folder=tmp_path)
    learned = LearnedGrounder.load(tmp_path)
    assert learned.vocabulary == vocabulary
    assert learned.ground(observe()) == LearnedGrounder(network, vocabulary).ground(observe())
    assert {thing.category for thing in learned.ground(observe()).objects} <= set(vocabulary.kinds)
