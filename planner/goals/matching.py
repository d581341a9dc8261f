"""Which names fit a description: words shared and types first, then the model's yes or no, all names in one pass."""

import math
from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from planner.asked import Asked, counted, weighed
from planner.goals.prompt import match_answers, match_text

SURE = 0.5
"""A name fits from this probability on."""
LIKELY = 0.15
"""If none is that sure, the best one is taken from this probability on."""

_IGNORED = frozenset(
    [
        "a",
        "an",
        "the",
        "some",
        "any",
        "of",
        "my",
        "your",
        "our",
        "this",
        "that",
        "these",
        "those",
        "one",
        "ones",
        "thing",
        "things",
    ]
)


class Matcher(Protocol):
    """Says how well names fit a description."""

    def probabilities(self, phrase: str, names: Sequence[str]) -> Mapping[str, float]:
        """P(the thing of that name fits the phrase), for each name."""
        ...


class Scorer(Protocol):
    """The part of a language model that matching needs."""

    def score(self, prefix: str, candidates: Sequence[str]) -> NDArray[np.float64]: ...


class ModelMatcher:
    """Asks a language model for yes or no about every name, packed into one forward pass."""

    def __init__(self, model: Scorer) -> None:
        self.model = model
        self.asked: list[Asked] = []
        """Word for word; who reads it clears it."""
        self._known: dict[tuple[str, str], float] = {}

    def probabilities(self, phrase: str, names: Sequence[str]) -> dict[str, float]:
        """P(yes) by name; answers are remembered."""
        new = [name for name in dict.fromkeys(names) if (phrase, name) not in self._known]
        if new:
            answers = [answer for name in new for answer in match_answers(name)]
            text = match_text(phrase)
            tokens, cached = counted(self.model, text)
            scores = self.model.score(text, answers).reshape(-1, 2)
            output = weighed(answers, scores.ravel().tolist())
            self.asked.append(Asked("match", text, output, getattr(self.model, "name", ""), None, tokens, cached))
            margins = np.clip(scores[:, 0] - scores[:, 1], -50, 50)
            for name, margin in zip(new, margins, strict=True):
                self._known[phrase, name] = float(1 / (1 + np.exp(-margin)))
        return {name: self._known[phrase, name] for name in names}


class WordMatcher:
    """No model: a name fits if it ends with the words of the description, ``mug`` for ``red mug``."""

    def probabilities(self, phrase: str, names: Sequence[str]) -> dict[str, float]:
        """1 for names that share the words, 0 for the others."""
        return {name: float(shares_head(phrase, name)) for name in names}


def shares_head(phrase: str, name: str) -> bool:
    """Whether a description names a thing by its last words: ``the red mugs`` and ``drawer`` do for ``red mug`` and
    ``top drawer of the cabinet``, ``cabinet`` does not for the latter."""
    wanted, own = content_words(phrase), content_words(name)
    head = content_words(name.partition(" of ")[0].partition(" under ")[0])
    return bool(wanted) and bool(head) and wanted[-1] == head[-1] and set(wanted) <= set(own)


def content_words(text: str) -> list[str]:
    """The words that say something, in the singular."""
    return [singular(word) for word in text.lower().split() if word not in _IGNORED]


def singular(word: str) -> str:
    """A noun without the plural's ending, as far as spelling tells."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("ches", "shes", "sses", "xes", "oes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def head_word(name: str) -> str:
    """``cupboard`` of ``left cupboard``, ``drawer`` of ``left drawer of the desk``."""
    return name.partition(" of ")[0].split()[-1]


def plural(noun: str) -> str:
    """``mugs`` of ``mug``; what is plural already stays."""
    head, of, rest = noun.partition(" of ")
    if head.endswith("s") and singular(head.split()[-1]) != head.split()[-1]:
        return noun
    if head.endswith(("s", "x", "ch", "sh")):
        made = head + "es"
    elif head.endswith("y") and head[-2:-1] not in "aeiou":
        made = head[:-1] + "ies"
    else:
        made = head + "s"
    return made + of + rest


def fitting(probabilities: Mapping[str, float], wanted: int | None = None, margin: float = 0.0) -> list[str]:
    """The names that fit: all that are sure, or else the best one if it is likely.

    Args:
        probabilities: P(it fits) by name.
        wanted: how many are needed, if not all: then only those nearly as likely as the last one needed.
        margin: how much less likely that may be, in nats of log odds.
    """
    sure = [name for name, p in probabilities.items() if p >= SURE]
    if not sure and probabilities:
        best = max(probabilities, key=lambda name: probabilities[name])
        return [best] if probabilities[best] >= LIKELY else []
    if wanted is None or len(sure) <= wanted:
        return sure
    odds = {name: log_odds(probabilities[name]) for name in sure}
    least = sorted(odds.values(), reverse=True)[wanted - 1] - margin
    return [name for name in sure if odds[name] >= least]


def log_odds(probability: float) -> float:
    """In nats; certainty counts as 0.999."""
    p = min(max(probability, 0.001), 0.999)
    return math.log(p / (1 - p))
