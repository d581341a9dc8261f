"""A ground skill call as a state transition, fast enough to search with."""

from dataclasses import dataclass
from functools import cached_property

from grounding import Fact
from skills.conditions import And, Atom, Condition, Effects, Facts, Not, apply, holds, solve


@dataclass(frozen=True)
class Operator:
    """When a call can be made and what becomes of the facts; parameters are bound, variables may be left."""

    condition: Condition
    effects: Effects

    def applicable(self, facts: Facts) -> bool:
        """Whether the preconditions hold."""
        return self._required <= facts and self._forbidden.isdisjoint(facts) and self._rest_holds(facts)

    def apply(self, facts: Facts) -> frozenset[Fact] | None:
        """The facts afterwards, or None if the preconditions do not hold."""
        if not (self._required <= facts and self._forbidden.isdisjoint(facts)):
            return None
        if self._fast:
            return frozenset(facts - self._removed(facts)) | self._added if self._rest_holds(facts) else None
        bindings = solve(self.condition, facts)
        return None if bindings is None else apply(self.effects, facts, bindings)

    @cached_property
    def _parts(self) -> tuple[Condition, ...]:
        return self.condition.parts if isinstance(self.condition, And) else (self.condition,)

    @cached_property
    def _required(self) -> frozenset[Fact]:
        """Facts that must be there."""
        return frozenset(part.fact for part in self._parts if isinstance(part, Atom) and part.fact is not None)

    @cached_property
    def _forbidden(self) -> frozenset[Fact]:
        """Facts that must not be there."""
        negated = [part.part for part in self._parts if isinstance(part, Not)]
        return frozenset(atom.fact for atom in negated if isinstance(atom, Atom) and atom.fact is not None)

    @cached_property
    def _rest(self) -> And:
        """What is left of the condition when the required and forbidden facts are looked up."""
        return And(tuple(part for part in self._parts if not _is_ground(part)))

    def _rest_holds(self, facts: Facts) -> bool:
        return not self._rest.parts or holds(self._rest, facts)

    @cached_property
    def _fast(self) -> bool:
        """Whether the effects need no variable of the preconditions."""
        return not any(term.startswith("?") for atom in self.effects.atoms for term in atom.terms)

    @cached_property
    def _added(self) -> frozenset[Fact]:
        return frozenset(atom.fact for atom in self.effects.add if atom.fact is not None)

    @cached_property
    def _removed_by_predicate(self) -> dict[str, list[tuple[str, ...]]]:
        patterns: dict[str, list[tuple[str, ...]]] = {}
        for atom in self.effects.remove:
            patterns.setdefault(atom.predicate, []).append(atom.terms)
        return patterns

    def _removed(self, facts: Facts) -> frozenset[Fact]:
        patterns = self._removed_by_predicate
        return frozenset(
            fact
            for fact in facts
            if fact.predicate in patterns and any(_fits(p, fact.arguments) for p in patterns[fact.predicate])
        )


def _is_ground(part: Condition) -> bool:
    atom = part.part if isinstance(part, Not) else part
    return isinstance(atom, Atom) and atom.fact is not None


def _fits(pattern: tuple[str, ...], arguments: tuple[str, ...]) -> bool:
    return len(pattern) == len(arguments) and all(p in ("*", a) for p, a in zip(pattern, arguments, strict=True))
