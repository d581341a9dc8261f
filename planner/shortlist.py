"""A few dozen calls out of thousands: those that can be made now, and that are about what was said.

A call is about the things that it names. A name is near an instruction if it is near some words of it, or if it stands
in a fact with a thing that is: the table on which the coke lies is as interesting as the coke.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from planner.goals.target import PlanningWorld
from planner.vetoes import DONE
from skills import SkillCall
from skills.conditions import canonical

SIZE = 40
NEIGHBOUR = 0.7
"""Share of its interest that a thing passes on to what stands in a fact with it."""
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

        Args:
            instruction: what was said.
            world: the facts of now.
            calls: all candidates.
            feasible: only those whose preconditions hold.
        """
        possible = [call for call in calls if not feasible or call.operator.applicable(world.facts)]
        if len(possible) <= self.size:
            return tuple(possible)
        interest = self.interest(instruction, world)
        scores = self._scores(instruction, possible, interest)
        last = [place for place, call in enumerate(possible) if call.name == DONE]
        best = [int(i) for i in np.argsort(-scores, kind="stable") if int(i) not in last][: self.size - len(last)]
        return tuple(possible[place] for place in sorted([*best, *last]))

    def interest(self, instruction: str, world: PlanningWorld) -> dict[str, float]:
        """How near each thing and place is to the instruction, in about [0, 1]."""
        names = list(dict.fromkeys([*map(canonical, world.objects), *world.places]))
        kinds = {canonical(id): canonical(category) for id, category in world.objects.items()}
        words = [_plain(name) for name in names] + [kinds.get(name, _plain(name)) for name in names]
        near = (self.encoder.encode(words) @ self.encoder.pieces(instruction).T).max(axis=1)
        own = {name: float(max(near[i], near[i + len(names)])) for i, name in enumerate(names)}
        passed = dict(own)
        for fact in world.facts:
            most = max((own.get(name, 0.0) for name in fact.arguments), default=0.0)
            for name in fact.arguments:
                passed[name] = max(passed.get(name, 0.0), NEIGHBOUR * most)
        return passed

    def _scores(self, instruction: str, calls: Sequence[SkillCall], interest: dict[str, float]) -> NDArray[np.float64]:
        skills = {call.name: call.skill for call in calls}
        templates = [_plain(re.sub(r"\{\w+\}", " ", skill.template)) or name for name, skill in skills.items()]
        verbs = self.encoder.encode(templates) @ self.encoder.pieces(instruction).T
        verb = dict(zip(skills, verbs.max(axis=1).tolist(), strict=True))
        about = [[interest.get(name, 0.0) for name in call.arguments.values()] for call in calls]
        return np.array(
            [VERB * verb[call.name] + (sum(a) / len(a) if a else 0.0) for call, a in zip(calls, about, strict=True)]
        )


def _plain(name: str) -> str:
    """A name without its number: ``coke can 1`` is a coke can."""
    return " ".join(re.sub(r"\b\d+\b", " ", name.replace("_", " ")).split())
