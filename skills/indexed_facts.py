"""Facts of one moment in which patterns are looked up often: by predicate, and by a name in its place."""

from collections.abc import Sequence
from functools import cached_property

from grounding import Fact
from skills.notation import Atom, is_open

_Key = tuple[str, int, str]


class IndexedFacts(frozenset[Fact]):
    """Equal to the frozenset of the same facts; what set operations make of it is a plain frozenset.

    Worth making where hundreds of preconditions are looked at in one moment.
    """

    def like(self, atom: Atom) -> Sequence[Fact]:
        """The facts that may fit an atom, in the order of their names; all that do fit are among them."""
        found: Sequence[Fact] = self._by_predicate.get(atom.predicate, ())
        for place, term in enumerate(atom.terms):
            if not is_open(term):
                fewer = self._by_name.get((atom.predicate, place, term), ())
                found = fewer if len(fewer) < len(found) else found
        return found

    @cached_property
    def _by_predicate(self) -> dict[str, list[Fact]]:
        table: dict[str, list[Fact]] = {}
        for fact in sorted(self):
            table.setdefault(fact.predicate, []).append(fact)
        return table

    @cached_property
    def _by_name(self) -> dict[_Key, list[Fact]]:
        table: dict[_Key, list[Fact]] = {}
        for fact in (fact for facts in self._by_predicate.values() for fact in facts):
            for place, name in enumerate(fact.arguments):
                table.setdefault((fact.predicate, place, name), []).append(fact)
        return table
