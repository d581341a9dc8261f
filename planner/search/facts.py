"""Facts that can come about, found quickly by a pattern."""

from collections.abc import Iterable, Iterator, Mapping

from grounding import Fact
from skills.conditions import Atom, is_open


class FactIndex:
    """Facts by predicate, and by predicate, position and name; each has a number."""

    def __init__(self, facts: Iterable[Fact] = ()) -> None:
        """Numbered in the order of their names."""
        self.facts: list[Fact] = []
        self.number: dict[Fact, int] = {}
        self._by_predicate: dict[tuple[str, int], list[Fact]] = {}
        self._by_name: dict[tuple[str, int, int, str], list[Fact]] = {}
        for fact in sorted(facts):
            self.add(fact)

    def __len__(self) -> int:
        return len(self.facts)

    def __contains__(self, fact: object) -> bool:
        return fact in self.number

    def add(self, fact: Fact) -> bool:
        """Take a fact in; False if it was there."""
        if fact in self.number:
            return False
        self.number[fact] = len(self.facts)
        self.facts.append(fact)
        size = len(fact.arguments)
        self._by_predicate.setdefault((fact.predicate, size), []).append(fact)
        for place, name in enumerate(fact.arguments):
            self._by_name.setdefault((fact.predicate, size, place, name), []).append(fact)
        return True

    def mask(self, facts: Iterable[Fact]) -> int:
        """Facts as the bits of a number; those that cannot come about are left out."""
        bits = 0
        for fact in facts:
            number = self.number.get(fact)
            if number is not None:
                bits |= 1 << number
        return bits

    def matching(self, atom: Atom) -> list[Fact]:
        """The facts that an atom fits."""
        return [fact for fact, _ in self.matches(atom, {})]

    def matches(self, atom: Atom, env: Mapping[str, str]) -> Iterator[tuple[Fact, dict[str, str]]]:
        """The facts that an atom fits, each with the bindings that make it so."""
        terms = tuple(env.get(term, term) for term in atom.terms)
        for fact in self._bucket(atom.predicate, terms):
            extended = _extended(terms, fact.arguments, env)
            if extended is not None:
                yield fact, extended

    def joint(self, atoms: tuple[Atom, ...], env: dict[str, str]) -> Iterator[tuple[tuple[Fact, ...], dict[str, str]]]:
        """Ways to fit several atoms under one binding of the variables."""
        if not atoms:
            yield (), env
            return
        for fact, extended in self.matches(atoms[0], env):
            for rest, full in self.joint(atoms[1:], extended):
                yield (fact, *rest), full

    def _bucket(self, predicate: str, terms: tuple[str, ...]) -> Iterable[Fact]:
        """The smallest list that holds every fact that may fit; a copy, for facts may be added meanwhile."""
        size = len(terms)
        if not any(is_open(term) for term in terms):
            fact = Fact(predicate, terms)
            return (fact,) if fact in self.number else ()
        best = self._by_predicate.get((predicate, size), [])
        for place, term in enumerate(terms):
            if not is_open(term):
                found = self._by_name.get((predicate, size, place, term), [])
                best = found if len(found) < len(best) else best
        return tuple(best)


def _extended(terms: tuple[str, ...], names: tuple[str, ...], env: Mapping[str, str]) -> dict[str, str] | None:
    new: dict[str, str] = {}
    for term, name in zip(terms, names, strict=True):
        if term != "*" and (new.setdefault(term, name) if term.startswith("?") else term) != name:
            return None
    return {**env, **new}
