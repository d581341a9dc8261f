"""Writing a goal with a language model that can only write goals of this scene.

At each place the grammar says which words may follow; their tokens form a trie, and the model chooses among its
branches. Where there is one way to go on, the model is not asked, and its reading of the tokens is put off until there
is a choice again.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import Protocol

import torch

from planner.goals.grammar import GoalGrammar

MAX_TOKENS = 100
FORKS = 3
"""Other ways that are remembered at each choice."""
BREADTH = 6
"""Ways that are gone before a goal is given out."""
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


@dataclass(frozen=True, order=True)
class _Fork:
    """A way that was not gone: how unlikely it is so far, its tokens, and the place that they lead to."""

    unlikelihood: float
    written: tuple[int, ...]
    place: _Place = field(compare=False)


class GoalDecoder:
    """Decoding under the grammar of one scene: the likeliest goals, one after the other."""

    def __init__(self, reader: Reader, tokens: WordTokens) -> None:
        self.reader = reader
        self.tokens = tokens

    def goals(self, prefix: Sequence[int], grammar: GoalGrammar) -> Iterator[Decoded]:
        """Goals in the order of their likelihood, best-first: greedy, then from the likeliest way that was not gone.

        What is written is always a goal, unless it grows beyond ``MAX_TOKENS``. The order is exact unless more than
        ``BREADTH`` ways are likelier than what they would be compared with.

        Args:
            prefix: the tokens before the goal.
            grammar: of the scene.
        """
        forks = [_Fork(0.0, (), _Place())]
        whole: list[tuple[float, str, Decoded]] = []
        seen: set[str] = set()
        while forks or whole:
            gone = 0
            while forks and gone < BREADTH and not (whole and whole[0][0] <= forks[0].unlikelihood):
                made, gone = self._written(prefix, grammar, heappop(forks), forks), gone + 1
                if made is not None:
                    heappush(whole, (-made.log_likelihood, made.text, made))
            done = heappop(whole)[2] if whole else None
            if done is not None and done.text not in seen:
                seen.add(done.text)
                yield done

    @torch.inference_mode()
    def _written(self, prefix: Sequence[int], grammar: GoalGrammar, start: _Fork, forks: list[_Fork]) -> Decoded | None:
        """Go on greedily; the ways that are not gone become forks. None where no way leads on."""
        place, likelihood, forwards = start.place, -start.unlikelihood, 0
        written = list(start.written)
        while len(written) < MAX_TOKENS and place.words[-1:] != (END,):
            ways = self._ways(place, grammar)
            if not ways:
                return None
            token = next(iter(ways))
            if len(ways) > 1:
                forwards += 1
                token, gain, others = _best(self.reader.read([*prefix, *written])[0], list(ways))
                for other, its_gain in others:
                    heappush(forks, _Fork(-likelihood - its_gain, (*written, other), ways[other]))
                likelihood += gain
            place = ways[token]
            written.append(token)
        words = place.words[:-1] if place.words[-1:] == (END,) else place.words
        return Decoded(" ".join(words), likelihood, forwards)

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


def _best(log_probabilities: torch.Tensor, tokens: Sequence[int]) -> tuple[int, float, list[tuple[int, float]]]:
    """The likeliest of some tokens with its log-probability among them, and the next ``FORKS`` with theirs."""
    among = torch.log_softmax(log_probabilities[list(tokens)].float(), -1)
    order = among.argsort(descending=True)[: FORKS + 1].tolist()
    best, *others = [(tokens[i], float(among[i])) for i in order]
    return *best, others
