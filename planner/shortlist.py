"""A hundred calls out of thousands: those that can be made now, and that are about what was said.

A call is about the things that it names. A thing is near an instruction if words of it sound like its name or kind, if
they are its name, and if it stands in a fact with a thing that is near: the table on which the coke lies is as
interesting as the coke, and the cup beside the kettle is more so than other cups. Slips of the keyboard are put right
first; what was typed counts too.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from planner.goals.prompt import spoken, words_of
from planner.goals.spelling import spelling_for
from planner.goals.target import PlanningWorld
from planner.vetoes import DONE
from skills import SkillCall
from skills.conditions import IndexedFacts, canonical

SIZE = 120
"""A decision with so many candidates costs about twice one with ten (``benchmarks.scoring --libraries``)."""
NEIGHBOUR = 0.7
"""Share of its interest that a thing passes on to what stands in a fact with it, if that has less of its own."""
BESIDE = 0.2
"""Share of it that comes on top, if that has more of its own: it tells things apart that are alike."""
SAID = 0.3
"""What a thing gains if all the words of its name are said."""
UNSAID = 0.1
"""What a thing loses if its name says more than its kind and than was said: an apple comes before a green apple."""
VERB = 0.3
"""Weight of the command's own words beside its arguments."""


class Encoder(Protocol):
    """Texts to vectors of length one; ``planner.embedding.SentenceEncoder`` is one."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]: ...

    def pieces(self, text: str) -> NDArray[np.float32]: ...


@dataclass(frozen=True)
class Shortlist:
    """Chooses candidates for the language model."""

    encoder: Encoder
    size: int = SIZE

    def choose(
        self, instruction: str, world: PlanningWorld, calls: Sequence[SkillCall], feasible: bool = True
    ) -> tuple[SkillCall, ...]:
        """At most ``size`` calls, in their order; ``done`` is always among them.

        Half of them are the most interesting ones. The others are the most interesting one of each kind, then the
        second of each, and so on: the list must not be filled with twenty copies of what sounds nearest.

        Args:
            instruction: what was said.
            world: the facts of now.
            calls: all candidates.
            feasible: only those whose preconditions hold.
        """
        facts = IndexedFacts(world.facts)
        possible = [call for call in calls if not feasible or call.operator.applicable(facts)]
        if len(possible) <= self.size:
            return tuple(possible)
        heard = _heard(instruction, world)
        interest = self.interest(heard, world)
        scores = self._scores(heard, possible, interest)
        rounds = _rounds(world, possible, interest)
        last = [place for place, call in enumerate(possible) if call.name == DONE]
        best = [int(i) for i in np.argsort(-scores, kind="stable") if int(i) not in last][: self.size // 2]
        others = [int(i) for i in np.lexsort((-scores, rounds))]
        chosen = list(dict.fromkeys([*last, *best, *others]))[: self.size]
        return tuple(possible[place] for place in sorted(chosen))

    def interest(self, heard: Sequence[str], world: PlanningWorld) -> dict[str, float]:
        """How near each thing and place is to what was heard; about 0 to 1.5.

        Args:
            heard: versions of the instruction; the nearest counts.
            world: the things, and the facts between them.
        """
        names = list(dict.fromkeys([*map(canonical, world.objects), *world.places]))
        kinds = {canonical(id): canonical(category) for id, category in world.objects.items()}
        words = [_plain(name) for name in names] + [kinds.get(name, _plain(name)) for name in names]
        near = (self.encoder.encode(words) @ self._pieces(heard).T).max(axis=1)
        said = frozenset(form for text in heard for word in words_of(spoken(text)) for form in _forms(word))
        own = {
            name: float(near[i] + near[i + len(names)]) / 2 + _by_words(name, kinds.get(name, name), said)
            for i, name in enumerate(names)
        }
        beside: dict[str, float] = {}
        for fact in world.facts:
            for name in fact.arguments:
                most = max((own.get(other, 0.0) for other in fact.arguments if other != name), default=0.0)
                beside[name] = max(beside.get(name, 0.0), most)
        shared = {name: max(own.get(name, 0.0), NEIGHBOUR * b) + BESIDE * b for name, b in beside.items()}
        return own | shared

    def _scores(
        self, heard: Sequence[str], calls: Sequence[SkillCall], interest: dict[str, float]
    ) -> NDArray[np.float64]:
        skills = {call.name: call.skill for call in calls}
        templates = [_plain(re.sub(r"\{\w+\}", " ", skill.template)) or name for name, skill in skills.items()]
        verbs = self.encoder.encode(templates) @ self._pieces(heard).T
        verb = dict(zip(skills, verbs.max(axis=1).tolist(), strict=True))
        about = [[interest.get(name, 0.0) for name in call.arguments.values()] for call in calls]
        return np.array(
            [VERB * verb[call.name] + (sum(a) / len(a) if a else 0.0) for call, a in zip(calls, about, strict=True)]
        )

    def _pieces(self, heard: Sequence[str]) -> NDArray[np.float32]:
        return np.concatenate([self.encoder.pieces(text) for text in heard])


def _heard(instruction: str, world: PlanningWorld) -> tuple[str, ...]:
    """The instruction, and how it reads when slips are put right by the names of the scene."""
    names = [*map(canonical, world.objects), *map(canonical, world.objects.values()), *world.places]
    corrected, changes = spelling_for(names, frozenset()).corrected(spoken(instruction))
    return (instruction, corrected) if changes else (instruction,)


def _rounds(world: PlanningWorld, calls: Sequence[SkillCall], interest: dict[str, float]) -> NDArray[np.float64]:
    """How many calls of the same skill, on things of the same kinds, are more interesting than each; shape (n,)."""
    kinds = {canonical(id): category for id, category in world.objects.items()}
    order = sorted(range(len(calls)), key=lambda i: -sum(interest.get(n, 0.0) for n in calls[i].arguments.values()))
    met: dict[tuple[str, ...], int] = {}
    rounds = np.zeros(len(calls))
    for i in order:
        group = (calls[i].name, *(kinds.get(name, name) for name in calls[i].arguments.values()))
        rounds[i] = met.get(group, 0)
        met[group] = met.get(group, 0) + 1
    return rounds


def _by_words(name: str, kind: str, said: frozenset[str]) -> float:
    """What the words of a name count, as they are said or not; a number in it counts only if it is said."""
    words = name.replace("_", " ").split()
    described = [word for word in words if not word.isdigit()]
    unsaid = [word for word in described if word not in said and word not in kind.split()]
    gained = SAID * sum(word in said for word in words) - UNSAID * len(unsaid)
    return gained / max(1, len(described))


def _forms(word: str) -> tuple[str, ...]:
    """A word, and what it may be the plural of."""
    return (word, word.removesuffix("s"), word.removesuffix("es"))


def _plain(name: str) -> str:
    """A name without its number: ``coke can 1`` is a coke can."""
    return " ".join(re.sub(r"\b\d+\b", " ", name.replace("_", " ")).split())
