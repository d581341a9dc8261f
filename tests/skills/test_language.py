import re
from collections.abc import Sequence
from string import Formatter

import numpy as np
import pytest
import torch

from skills.builtin import tabletop_library
from skills.language import HELD_OUT_WORDINGS, MAX_TOKENS, NOUNS, WIDTH, WORDINGS, CommandEncoder, word


def names(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def words(templates: Sequence[str]) -> set[str]:
    return set(re.findall(r"[a-z]+", " ".join(re.sub(r"\{\w+\}", "", text) for text in templates).lower()))


@pytest.mark.parametrize("skill", WORDINGS)
def test_wordings_name_the_parameters_of_their_skill(skill: str) -> None:
    parameters = set(tabletop_library()[skill].parameters)
    for template in (*WORDINGS[skill], *HELD_OUT_WORDINGS[skill]):
        assert names(template) == parameters, template


@pytest.mark.parametrize("skill", WORDINGS)
def test_what_the_planner_says_is_trained_on(skill: str) -> None:
    arguments = {name: f"{{{name}}}" for name in tabletop_library()[skill].parameters}
    assert tabletop_library()[skill].call(**arguments).text in WORDINGS[skill]


def test_held_out_wordings_are_not_trained_on() -> None:
    trained = {text.lower() for templates in WORDINGS.values() for text in templates}
    for templates in HELD_OUT_WORDINGS.values():
        assert len(set(templates)) == len(templates)
        assert not {text.lower() for text in templates} & trained


def test_wordings_are_distinct() -> None:
    everything = [text for templates in WORDINGS.values() for text in templates]
    assert len(set(everything)) == len(everything)


@pytest.mark.parametrize("skill", WORDINGS)
def test_held_out_wordings_use_known_words_only(skill: str) -> None:
    known = words([text for templates in WORDINGS.values() for text in templates])
    assert words(HELD_OUT_WORDINGS[skill]) <= known


def test_nouns_have_synonyms_and_other_words_stay() -> None:
    rng = np.random.default_rng(0)
    said = {word("take the {object}", {"object": "red block"}, rng) for _ in range(40)}
    assert said == {f"take the red {noun}" for noun in NOUNS["block"]}
    assert word("take the {object}", {"object": "green sponge"}, rng) == "take the green sponge"


def test_the_same_generator_says_the_same() -> None:
    said = [
        [word("put the {object}", {"object": "red block"}, rng) for _ in range(9)]
        for rng in (np.random.default_rng(4), np.random.default_rng(4))
    ]
    assert said[0] == said[1]


class Tokenizer:
    """Letters for tokens; counts the texts that it was given."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def __call__(self, texts: list[str], max_length: int, **_: object) -> dict[str, torch.Tensor]:
        self.texts += texts
        codes = [[ord(letter) for letter in text[:max_length]] for text in texts]
        longest = max(len(row) for row in codes)
        padded = torch.tensor([row + [0] * (longest - len(row)) for row in codes])
        return {"input_ids": padded, "attention_mask": (padded > 0).long()}


class Model(torch.nn.Module):
    """Each token's vector is its code."""

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> object:
        hidden = input_ids[..., None].expand(-1, -1, WIDTH).float()
        return type("Output", (), {"last_hidden_state": hidden})


def test_each_sentence_is_encoded_once() -> None:
    tokenizer = Tokenizer()
    encoder = CommandEncoder(_model=(tokenizer, Model()))
    vectors, mask = encoder.encode(["ab", "c", "ab"])
    again, _ = encoder.encode(["c", "d"])
    assert tokenizer.texts == ["c", "ab", "d"]
    assert vectors.shape == (3, MAX_TOKENS, WIDTH)
    assert vectors.dtype == torch.float32
    assert (mask.shape, mask.dtype) == ((3, MAX_TOKENS), torch.bool)
    assert mask.sum(1).tolist() == [2, 1, 2]
    assert vectors[:, 0, 0].tolist() == [ord("a"), ord("c"), ord("a")]
    assert torch.equal(again[0], vectors[1])


def test_many_sentences_come_back_in_order() -> None:
    encoder = CommandEncoder(_model=(Tokenizer(), Model()))
    vectors, _ = encoder.encode([chr(40 + i) for i in range(150)])
    assert vectors[:, 0, 0].tolist() == [40 + i for i in range(150)]


def test_encoders_share_nothing() -> None:
    one, other = (CommandEncoder(_model=(Tokenizer(), Model())) for _ in range(2))
    one.encode(["a"])
    assert other._cache == {}


@pytest.mark.slow
def test_minilm_tells_commands_apart_and_no_wording_is_cut_off() -> None:
    encoder, rng = CommandEncoder(), np.random.default_rng(0)
    arguments = {"object": "purple cylinder", "container": "orange bowl", "support": "yellow block"}
    everything = [
        word(text, arguments, rng) for table in (WORDINGS, HELD_OUT_WORDINGS) for ts in table.values() for text in ts
    ]
    vectors, mask = encoder.encode(everything)
    assert vectors.shape == (len(everything), MAX_TOKENS, WIDTH)
    assert mask.sum(1).max() < MAX_TOKENS
    assert torch.isfinite(vectors).all()
    red, blue = encoder.encode(["pick up the red block", "pick up the blue block"])[0]
    assert (red - blue).norm(dim=1)[4] > 0.5
    alone, _ = CommandEncoder().encode(everything[7:8])
    assert torch.allclose(alone[0][mask[7]], vectors[7][mask[7]], atol=2e-2)
