"""Which states outlast the next ones: what is reached first should still hold at the end, unless it cannot."""

from collections.abc import Iterator

from skills.conditions import Atom, Condition, Not, atoms, is_open, substitute_atom
from skills.library import SkillLibrary
from skills.skill import Skill

DEPTH = 3
"""How many skills back a side effect is looked for."""


def outlasts(earlier: Condition, later: Condition, library: SkillLibrary) -> bool:
    """Whether ``earlier`` can still hold when ``later`` has been brought about after it.

    What a history predicate remembers, such as the robot's place and what it holds, is taken as passing.
    """
    passing = {*library.history, *library.history.values()}
    for atom in atoms(earlier):
        if atom.predicate in passing or any(undoes(other, atom, library) for other in _positive(later)):
            return False
    return not _contradicts(earlier, later)


def undoes(atom: Atom, earlier: Atom, library: SkillLibrary, depth: int = DEPTH) -> bool:
    """Whether every way to bring ``atom`` about takes ``earlier`` away."""
    if atom == earlier or depth == 0:
        return False
    ways = list(_ways(atom, library))
    return bool(ways) and all(_takes_away(skill, names, earlier, library, depth) for skill, names in ways)


def _takes_away(skill: Skill, names: dict[str, str], earlier: Atom, library: SkillLibrary, depth: int) -> bool:
    removed = (substitute_atom(atom, names) for atom in skill.change.remove)
    if any(_covers(pattern, earlier, skill) for pattern in removed):
        return True
    needed = [substitute_atom(atom, names) for atom in _positive(skill.condition)]
    return any(
        undoes(atom, earlier, library, depth - 1) for atom in needed if atom.fact is not None and atom.terms
    )


def _ways(atom: Atom, library: SkillLibrary) -> Iterator[tuple[Skill, dict[str, str]]]:
    """Skills that add the atom, with names for their parameters and variables."""
    for skill in library:
        for effect in skill.change.add:
            names = _unify(effect, atom, skill)
            if names is not None:
                yield skill, names


def _unify(effect: Atom, atom: Atom, skill: Skill) -> dict[str, str] | None:
    if effect.predicate != atom.predicate or len(effect.terms) != len(atom.terms):
        return None
    names: dict[str, str] = {}
    for term, name in zip(effect.terms, atom.terms, strict=True):
        free = is_open(term) or term in skill.parameters
        if (names.setdefault(term, name) if free else term) != name:
            return None
    return names


def _covers(pattern: Atom, fact: Atom, skill: Skill) -> bool:
    if pattern.predicate != fact.predicate or len(pattern.terms) != len(fact.terms):
        return False
    return all(
        term == name or is_open(term) or term in skill.parameters
        for term, name in zip(pattern.terms, fact.terms, strict=True)
    )


def _contradicts(earlier: Condition, later: Condition) -> bool:
    """One of the two says what the other denies."""
    return bool(
        ({*_positive(earlier)} & {*_denied(later)}) | ({*_positive(later)} & {*_denied(earlier)})
    )


def _positive(condition: Condition) -> Iterator[Atom]:
    if isinstance(condition, Atom):
        yield condition
    elif not isinstance(condition, Not):
        for part in condition.parts:
            yield from _positive(part)


def _denied(condition: Condition) -> Iterator[Atom]:
    if isinstance(condition, Not):
        yield from _positive(condition.part)
    elif not isinstance(condition, Atom):
        for part in condition.parts:
            yield from _denied(part)
