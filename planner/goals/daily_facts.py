"""What is written down about everyday things, for descriptions that mean exactly that: docs/decisions/0015.

The lessons' tables say of some two thousand things which of some seven hundred concepts are true of them. A model of
135 M parameters that was taught from them remembers most, not all. Where a description is one of a concept's phrases,
or two of them together, and a name is one of the things, the table's word is added to the model's; it decides alone
about the rest.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from planner.asked import Asked
from planner.goals.lessons.matches import meanings, truth
from planner.goals.lessons.things import Concept
from planner.goals.matching import Matcher, content_words

TRUST = 4.0
"""Nats of log odds that the table adds or takes away."""
LEAST = 1e-6
NOT = (("that", "is", "not"), ("that", "are", "not"), ("that", "isn't"), ("that", "aren't"), ("which", "is", "not"))
IS = (("that", "is"), ("that", "are"), ("which", "is"), ("which", "are"))


class FactsMatcher:
    """A matcher that is put right by facts of daily life."""

    def __init__(self, inner: Matcher) -> None:
        self.inner = inner
        self.told: list[str] = []
        """What the table said, a sentence each; who reads it clears it."""

    @property
    def asked(self) -> list[Asked]:
        """What a model was asked; who reads it clears it."""
        asked: list[Asked] = getattr(self.inner, "asked", [])
        return asked

    def probabilities(self, phrase: str, names: Sequence[str]) -> dict[str, float]:
        """P(the thing of that name fits the phrase), for each name."""
        judged = dict(self.inner.probabilities(phrase, names))
        listed = {name: fits for name in names if (fits := known(phrase, name)) is not None}
        if listed:
            yes = ", ".join(name for name, fits in listed.items() if fits) or "nothing here"
            self.told.append(f"facts of daily life: '{phrase}' is said of {yes}; they know {len(listed)} of the names")
        return judged | {name: _moved(judged[name], TRUST if fits else -TRUST) for name, fits in listed.items()}


def known(phrase: str, name: str) -> bool | None:
    """Whether the tables say that a description fits a name; None if they do not know.

    ``fruits``, ``salty snack``, ``drinks without caffeine``, ``snack that is not sweet``.
    """
    said = [part.fits(name) for part in _parts(phrase)]
    if False in said:
        return False
    return True if said and None not in said else None


@dataclass(frozen=True)
class _Part:
    """What a phrase or half of one may mean."""

    concepts: tuple[Concept, ...]
    negated: bool = False

    def fits(self, name: str) -> bool | None:
        """What all of the concepts say of a name; None if one does not know or two differ."""
        said = {truth(concept, name) for concept in self.concepts}
        fits = said.pop() if len(said) == 1 else None
        return fits if fits is None else fits != self.negated


@cache
def _parts(phrase: str) -> tuple[_Part, ...]:
    """A phrase as one concept, as a noun and what narrows it down, or as two qualities; nothing if it is neither."""
    if whole := _phrases().get(_key(phrase)):
        return (_Part(whole),)
    words = tuple(phrase.split())
    for cut in range(1, len(words)):
        left, right = words[:cut], words[cut:]
        no = next((len(link) for link in NOT if right[: len(link)] == link), 0)
        link = no or next((len(link) for link in IS if right[: len(link)] == link), 0)
        noun, quality = _nouns().get(_key(left)), _qualities().get(_key(right[link:]))
        if noun and quality:
            return _Part(noun), _Part(quality, bool(no))
        noun, quality = _nouns().get(_key(right)), _qualities().get(_key(left))
        if noun and quality:
            return _Part(noun), _Part(quality)
        other = _qualities().get(_key(right[1:])) if right[0] == "and" else None
        if quality and other:
            return _Part(quality), _Part(other)
    return ()


def _moved(probability: float, nats: float) -> float:
    p = min(max(probability, LEAST), 1 - LEAST)
    return 1 / (1 + math.exp(-math.log(p / (1 - p)) - nats))


def _key(phrase: str | Sequence[str]) -> str:
    """Without small words and plurals."""
    return " ".join(content_words(phrase if isinstance(phrase, str) else " ".join(phrase)))


@cache
def _phrases() -> dict[str, tuple[Concept, ...]]:
    """Key -> what the phrase may mean."""
    found: dict[str, tuple[Concept, ...]] = {}
    for phrase, meant in meanings().items():
        found[_key(phrase)] = (*found.get(_key(phrase), ()), *meant)
    return found


@cache
def _nouns() -> dict[str, tuple[Concept, ...]]:
    """Those of them that are said with an article or of all."""
    keys = {_key(p) for meant in _phrases().values() for c in meant for p in (*c.singular, *c.plural)}
    return {key: meant for key, meant in _phrases().items() if key in keys}


@cache
def _qualities() -> dict[str, tuple[Concept, ...]]:
    """Those that are said after "something"."""
    keys = {_key(phrase) for meant in _phrases().values() for concept in meant for phrase in concept.something}
    return {key: meant for key, meant in _phrases().items() if key in keys}
