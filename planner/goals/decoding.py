"""Writing a goal with a language model that can only write goals of this scene.

At each place the grammar says which words may follow; their tokens form a trie, and the model chooses among its
branches. Where there is one way to go on, the model is not asked, and its reading of the tokens is put off until there
is a choice again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import torch

from planner.goals.grammar import GoalGrammar

MAX_TOKENS = 100
END = "\n"


class Reader(Protocol):
    """What decoding needs of a model: the log-probabilities after a prefix, shape (1, vocabulary)."""

    def read(self, prefix: Sequence[int]) -> torch.Tensor: ...


@dataclass(frozen=True)
class Decoded:
    """A goal's text, and how sure the model was."""

    text: str
    log_likelihood: float
    """Of the choices that were made, among those that were possible; in nats."""
    forwards: int
    """How often the model was asked."""


@dataclass
class WordTokens:
    """Tokens of words with a blank before them, remembered."""

    encode: Callable[[str], list[int]]
    known: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def __getitem__(self, word: str) -> tuple[int, ...]:
        if word not in self.known:
            self.known[word] = tuple(self.encode(word if word == END else f" {word}"))
        return self.known[word]


@dataclass(frozen=True)
class _Place:
    """Words that are written, and the tokens of one that is begun."""

    words: tuple[str, ...] = ()
    begun: tuple[int, ...] = ()


class GoalDecoder:
    """Greedy decoding under the grammar of one scene."""

    def __init__(self, reader: Reader, tokens: WordTokens) -> None:
        self.reader = reader
        self.tokens = tokens

    @torch.inference_mode()
    def decode(self, prefix: Sequence[int], grammar: GoalGrammar) -> Decoded:
        """Write a goal after the prefix; what is written is always a goal, unless it grows beyond ``MAX_TOKENS``."""
        written: list[int] = []
        place, likelihood, forwards = _Place(), 0.0, 0
        while len(written) < MAX_TOKENS:
            ways = self._ways(place, grammar)
            if len(ways) == 1:
                token = next(iter(ways))
            else:
                forwards += 1
                token, gain = _best(self.reader.read([*prefix, *written])[0], list(ways))
                likelihood += gain
            place = ways[token]
            if place.words[-1:] == (END,):
                return Decoded(" ".join(place.words[:-1]), likelihood, forwards)
            written.append(token)
        return Decoded(" ".join(place.words), likelihood, forwards)

    def _ways(self, place: _Place, grammar: GoalGrammar) -> dict[int, _Place]:
        """Every token that may come next, with the place that it leads to."""
        ways: dict[int, _Place] = {}
        finished: list[str] = []
        for word in self._following(place.words, grammar):
            tokens = self.tokens[word]
            if tokens[: len(place.begun)] != place.begun:
                continue
            if len(tokens) == len(place.begun):
                finished.append(word)
            else:
                begun = tokens[: len(place.begun) + 1]
                whole = begun == tokens and not self._goes_on(place.words, begun, grammar)
                ways[begun[-1]] = _Place((*place.words, word)) if whole else _Place(place.words, begun)
        for word in finished:  # "book" may be whole, or the beginning of "bookend": then the next word decides
            for token, next_place in self._ways(_Place((*place.words, word)), grammar).items():
                ways.setdefault(token, next_place)
        return ways

    def _goes_on(self, words: tuple[str, ...], begun: tuple[int, ...], grammar: GoalGrammar) -> bool:
        """Whether a longer word begins with the tokens of this one."""
        others = (self.tokens[word] for word in self._following(words, grammar))
        return any(len(tokens) > len(begun) and tokens[: len(begun)] == begun for tokens in others)

    def _following(self, words: tuple[str, ...], grammar: GoalGrammar) -> list[str]:
        expected, whole = grammar.expected(words)
        return [*sorted(expected), *([END] if whole else [])]


def _best(log_probabilities: torch.Tensor, tokens: Sequence[int]) -> tuple[int, float]:
    """The likeliest of some tokens, and its log-probability among them."""
    among = torch.log_softmax(log_probabilities[list(tokens)], -1)
    best = int(among.argmax())
    return tokens[best], float(among[best])
