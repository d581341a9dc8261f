"""Exact log-likelihoods of many candidates in one forward pass: a packed token trie over a cached prefix.

Candidates share beginnings (``put the red block in the …``), so their tokens form a trie. All inner nodes of the trie
go through the model together: each attends to the prefix and to its own ancestors (a 4-D mask) and takes the position
that it has in its candidate. A leaf needs no forward, since its probability is read at its parent. The prefix is kept
as a key-value cache, and the next one pays only for what differs. (Tree attention: Miao et al.
2024, arXiv:2305.09781.)
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

ROOT = -1
"""The node number of the prefix's end."""


@dataclass(frozen=True)
class TokenTrie:
    """Tokenised candidates as a trie of n inner nodes, and m (candidate, token) pairs to look up."""

    tokens: NDArray[np.int64]
    """Token of every inner node, shape (n,)."""
    depth: NDArray[np.int64]
    """Tokens between the prefix and the node, shape (n,); 0 for a first token."""
    ancestors: NDArray[np.bool_]
    """Shape (n, n): row i is true at i and at all nodes above it."""
    owner: NDArray[np.int64]
    """Which candidate a look-up belongs to, shape (m,)."""
    node: NDArray[np.int64]
    """Where the token's probability is read, shape (m,); ``ROOT`` for a candidate's first token."""
    target: NDArray[np.int64]
    """The token looked up, shape (m,)."""

    @classmethod
    def of(cls, candidates: Sequence[Sequence[int]]) -> "TokenTrie":
        """Merge token lists by their common beginnings; parents come before children."""
        children: dict[tuple[int, int], int] = {}
        lookups: list[tuple[int, int, int]] = []
        for owner, candidate in enumerate(candidates):
            parent = ROOT
            for place, token in enumerate(candidate):
                lookups.append((owner, parent, token))
                if place + 1 < len(candidate):
                    parent = children.setdefault((parent, token), len(children))
        return cls._of_edges(children, lookups)

    @classmethod
    def _of_edges(cls, children: dict[tuple[int, int], int], lookups: list[tuple[int, int, int]]) -> "TokenTrie":
        ancestors = np.eye(len(children), dtype=np.bool_)
        for (parent, _), node in children.items():
            if parent != ROOT:
                ancestors[node] |= ancestors[parent]
        table = np.array(lookups, dtype=np.int64).reshape(-1, 3)
        tokens = np.array([token for _, token in children], dtype=np.int64)
        return cls(tokens, ancestors.sum(axis=1) - 1, ancestors, table[:, 0], table[:, 1], table[:, 2])

    def __len__(self) -> int:
        return len(self.tokens)


@dataclass
class Prefix:
    """Tokens that the model has read, with its key-value cache and what it expects next."""

    tokens: list[int] = field(default_factory=list)
    cache: Any = None
    """A transformers ``Cache`` that covers exactly ``tokens``; never changed, only forked."""
    next_token: torch.Tensor | None = None
    """Log-probabilities of the token after the last one, shape (1, vocabulary)."""


class PackedTrieScorer:
    """Scores token lists with a causal language model of transformers.

    It keeps the last prefix: a new one that begins alike is read from the first different token on.
    """

    def __init__(self, model: Any, max_nodes: int = 256) -> None:
        """``max_nodes`` bounds the trie nodes in one forward, and so the memory (nodes x vocabulary floats)."""
        self.model = model
        self.max_nodes = max_nodes
        self.prefix = Prefix()

    def forget(self) -> None:
        """Drop the cached prefix."""
        self.prefix = Prefix()

    @torch.inference_mode()
    def score(self, prefix: Sequence[int], candidates: Sequence[Sequence[int]]) -> NDArray[np.float64]:
        """Summed log-likelihood in nats of every candidate after the prefix, shape (n,).

        Raises:
            ValueError: the prefix has no tokens, so nothing predicts the first token of a candidate.
        """
        self.read(prefix)
        scores = np.zeros(len(candidates))
        for chunk in self._chunks(candidates):
            trie = TokenTrie.of([candidates[i] for i in chunk])
            scores[chunk] = self._score_trie(trie, len(chunk))
        return scores

    @torch.inference_mode()
    def read(self, prefix: Sequence[int]) -> torch.Tensor:
        """Make this the cached prefix; returns log-probabilities of the next token, shape (1, vocabulary)."""
        tokens = list(prefix)
        if not tokens:
            raise ValueError("an empty prefix predicts nothing; begin it with at least one token")
        known = self.prefix
        if known.next_token is None or tokens != known.tokens:
            keep = min(_common(known.tokens, tokens), len(tokens) - 1)
            cache = _fork(known.cache, keep, self.model.config)
            new = torch.tensor([tokens[keep:]], device=self.model.device)
            out = self.model(input_ids=new, past_key_values=cache, use_cache=True, logits_to_keep=1)
            known = Prefix(tokens, cache, torch.log_softmax(out.logits[0].float(), dim=-1))
            self.prefix = known
        assert known.next_token is not None
        return known.next_token

    def known(self, prefix: Sequence[int]) -> int:
        """How many of these tokens need not be read again."""
        return _common(self.prefix.tokens, list(prefix))

    def _chunks(self, candidates: Sequence[Sequence[int]]) -> list[list[int]]:
        """Split into groups whose tries have at most ``max_nodes`` nodes; neighbours in order share the most."""
        order = sorted(range(len(candidates)), key=lambda i: list(candidates[i]))
        chunks: list[list[int]] = [[]]
        nodes, last = 0, list[int]()
        for i in order:
            inner = list(candidates[i][:-1])
            added = len(inner) - _common(last, inner)
            if chunks[-1] and nodes + added > self.max_nodes:
                chunks.append([])
                nodes, added = 0, len(inner)
            chunks[-1].append(i)
            nodes, last = nodes + added, inner
        return [chunk for chunk in chunks if chunk]

    def _score_trie(self, trie: TokenTrie, count: int) -> NDArray[np.float64]:
        assert self.prefix.next_token is not None
        rows = self.prefix.next_token
        if len(trie):
            rows = torch.cat([self._forward(trie), rows])  # ROOT is -1: the last row
        node, target = self._here(trie.node), self._here(trie.target)
        picked = rows[node, target].cpu().double().numpy()
        return np.bincount(trie.owner, weights=picked, minlength=count).astype(np.float64)

    def _forward(self, trie: TokenTrie) -> torch.Tensor:
        """Log-probabilities after every inner node, shape (n, vocabulary)."""
        before = len(self.prefix.tokens)
        shape, device = (1, 1, len(trie), before + len(trie)), self.model.device
        hidden = torch.zeros(shape, dtype=self.model.dtype, device=device)
        hidden[..., before:].masked_fill_(~self._here(trie.ancestors), torch.finfo(self.model.dtype).min)
        out = self.model(
            input_ids=self._here(trie.tokens)[None],
            attention_mask=hidden,
            position_ids=self._here(trie.depth + before)[None],
            past_key_values=_fork(self.prefix.cache, before, self.model.config),
            use_cache=True,
        )
        return torch.log_softmax(out.logits[0].float(), dim=-1)

    def _here(self, array: NDArray[Any]) -> torch.Tensor:
        """The array where the model is."""
        return torch.from_numpy(array).to(self.model.device)


def _common(first: Sequence[int], second: Sequence[int]) -> int:
    """Length of the common beginning."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((i for i, (a, b) in pairs if a != b), min(len(first), len(second)))


def _fork(cache: Any, length: int, config: Any) -> Any:
    """A new cache that begins with the first ``length`` tokens of another.

    The tensors are shared: ``DynamicCache`` grows by concatenation and never writes into them. (Its own ``crop`` works
    in place, so an interrupted pass would leave layers of different lengths.)
    """
    from transformers import DynamicCache

    if cache is None or length == 0:
        return DynamicCache(config=config)
    layers = ((layer.keys[..., :length, :], layer.values[..., :length, :]) for layer in cache.layers)
    return DynamicCache(layers, config=config)
