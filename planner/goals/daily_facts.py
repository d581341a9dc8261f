"""What is written down about everyday things, for descriptions that mean exactly that: docs/decisions/0015.

The lessons' tables say of some two thousand things which of some seven hundred concepts are true of them. A model of
135 M parameters that was taught from them remembers most, not all. Where a description is one of a concept's phrases
and a name is one of the things, the table's word is added to the model's; it decides alone about the rest.
"""

import math
from collections.abc import Sequence
from functools import cache

from planner.asked import Asked
from planner.goals.lessons.matches import meanings, truth
from planner.goals.lessons.things import Concept
from planner.goals.matching import Matcher, content_words

TRUST = 4.0
"""Nats of log odds that the table adds or takes away."""
LEAST = 1e-6


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
        concepts = _concepts().get(_key(phrase), ())
        listed = {name: fits for name in names if (fits := _agreed(concepts, name)) is not None}
        if listed:
            yes = ", ".join(name for name, fits in listed.items() if fits) or "nothing here"
            self.told.append(f"facts of daily life: '{phrase}' is said of {yes}; they know {len(listed)} of the names")
        return judged | {name: _moved(judged[name], TRUST if fits else -TRUST) for name, fits in listed.items()}


def _agreed(concepts: Sequence[Concept], name: str) -> bool | None:
    """What all of the concepts say of a name; None if one does not know or two differ."""
    said = {truth(concept, name) for concept in concepts}
    return said.pop() if len(said) == 1 else None


def _moved(probability: float, nats: float) -> float:
    p = min(max(probability, LEAST), 1 - LEAST)
    return 1 / (1 + math.exp(-math.log(p / (1 - p)) - nats))


def _key(phrase: str) -> str:
    return " ".join(content_words(phrase))


@cache
def _concepts() -> dict[str, tuple[Concept, ...]]:
    """Phrase, without small words -> what it may mean."""
    found: dict[str, tuple[Concept, ...]] = {}
    for phrase, meant in meanings().items():
        found[_key(phrase)] = (*found.get(_key(phrase), ()), *meant)
    return found
