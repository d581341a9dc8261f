"""The packed trie gives the log-likelihoods that one forward pass for each candidate gives."""

import os
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from transformers import LlamaConfig, LlamaForCausalLM

from benchmarks.scoring import commands, naive, prefix_tokens, repeated
from planner.scoring import ROOT, PackedTrieScorer, TokenTrie

Ids = list[int]


@pytest.fixture(scope="module")
def network() -> LlamaForCausalLM:
    torch.manual_seed(0)
    config = LlamaConfig(
        vocab_size=50,
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        attn_implementation="sdpa",
    )
    torch.set_num_threads(1)
    return LlamaForCausalLM(config).eval()


token_lists = st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=5), min_size=1, max_size=9)


def test_a_trie_shares_beginnings_and_packs_no_leaves() -> None:
    trie = TokenTrie.of([[7, 8, 9], [7, 8, 5], [7], [4]])
    assert trie.tokens.tolist() == [7, 8]
    assert trie.depth.tolist() == [0, 1]
    assert trie.ancestors.tolist() == [[True, False], [True, True]]
    assert list(zip(trie.owner.tolist(), trie.node.tolist(), trie.target.tolist(), strict=True)) == [
        (0, ROOT, 7), (0, 0, 8), (0, 1, 9), (1, ROOT, 7), (1, 0, 8), (1, 1, 5), (2, ROOT, 7), (3, ROOT, 4),
    ]  # fmt: skip


@settings(max_examples=25, deadline=None)
@given(token_lists, st.lists(st.integers(0, 49), min_size=1, max_size=12), st.integers(1, 8))
def test_same_as_one_by_one(network: LlamaForCausalLM, candidates: list[Ids], prefix: Ids, max_nodes: int) -> None:
    scorer = PackedTrieScorer(network, max_nodes)
    np.testing.assert_allclose(scorer.score(prefix, candidates), naive(network, prefix, candidates), atol=1e-4)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.integers(0, 2), min_size=1, max_size=8), min_size=2, max_size=5))
def test_a_reused_prefix_changes_nothing(network: LlamaForCausalLM, prefixes: list[Ids]) -> None:
    scorer = PackedTrieScorer(network)
    candidates = [[1, 2, 3], [1, 2, 4, 4], [5]]
    for prefix in prefixes:
        np.testing.assert_allclose(scorer.score(prefix, candidates), naive(network, prefix, candidates), atol=1e-4)


def test_only_what_differs_is_read(network: LlamaForCausalLM, monkeypatch: pytest.MonkeyPatch) -> None:
    scorer = PackedTrieScorer(network)
    lengths: list[int] = []
    forward = network.forward

    def counting(*args, **kwargs):
        lengths.append(kwargs["input_ids"].shape[1])
        return forward(*args, **kwargs)

    monkeypatch.setattr(network, "forward", counting)
    scorer.score([1, 2, 3, 4, 5], [[6], [7]])
    scorer.score([1, 2, 3, 4, 5], [[6], [8]])
    scorer.score([1, 2, 3, 9, 9, 9], [[6]])
    scorer.score([1, 2, 3], [[6]])
    assert lengths == [5, 3, 1]


def test_an_interrupted_pass_leaves_the_prefix_whole(
    network: LlamaForCausalLM, monkeypatch: pytest.MonkeyPatch
) -> None:
    scorer = PackedTrieScorer(network)
    candidates = [[1, 2, 3], [1, 2, 4]]
    before = scorer.score([1, 2, 3], candidates)

    def breaking(*args, **kwargs):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(network.model.layers[1], "forward", breaking)
        with pytest.raises(KeyboardInterrupt):
            scorer.score([1, 2, 3], candidates)
    np.testing.assert_allclose(scorer.score([1, 2, 3], candidates), before, atol=1e-6)


def test_memory_is_bounded(network: LlamaForCausalLM) -> None:
    scorer = PackedTrieScorer(network, max_nodes=4)
    candidates = [[a, b, c] for a in range(3) for b in range(3) for c in range(2)]
    chunks = scorer._chunks(candidates)
    assert sorted(i for chunk in chunks for i in chunk) == list(range(len(candidates)))
    assert all(len(TokenTrie.of([candidates[i] for i in chunk])) <= 4 for chunk in chunks)


def test_an_empty_prefix_is_refused(network: LlamaForCausalLM) -> None:
    with pytest.raises(ValueError, match="empty prefix"):
        PackedTrieScorer(network).score([], [[1]])


def test_repeated_batch_is_a_fair_rival(network: LlamaForCausalLM) -> None:
    candidates = [[1, 2, 3, 4], [5], [1, 2]]
    np.testing.assert_allclose(
        repeated(network, [3, 1, 4], candidates), naive(network, [3, 1, 4], candidates), atol=1e-4
    )


@pytest.mark.slow
def test_exact_on_the_real_model() -> None:
    from planner.models import EmbeddedModel

    cache = os.environ.get("DOABLE_TEST_CACHE")
    model = EmbeddedModel.bundled(Path(cache) if cache else None)
    prefix = prefix_tokens(model)
    candidates = [model.tokens(text) for text in commands(2, 1)]
    scores = model.scorer.score(prefix, candidates)
    assert np.abs(scores - naive(model.scorer.model, prefix, candidates)).max() < 1e-3


@pytest.mark.slow
def test_the_real_model_asks_for_the_obvious_first_step() -> None:
    from planner.models import EmbeddedModel
    from planner.prompts import load_prompt
    from planner.say import score_texts

    cache = os.environ.get("DOABLE_TEST_CACHE")
    model = EmbeddedModel.bundled(Path(cache) if cache else None)
    texts = ["pick up the red block", "pick up the green block", "done", "put the red block in the blue bowl"]
    prompt = load_prompt("next_step")
    first = score_texts(model, prompt, "put the red block in the blue bowl", [], texts)
    then = score_texts(model, prompt, "put the red block in the blue bowl", [texts[0]], texts)
    assert (int(first.argmax()), int(then.argmax())) == (0, 3)
