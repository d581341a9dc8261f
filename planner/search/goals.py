"""Conditions over the facts of a search as trees without negated groups and variables."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from grounding import Fact
from skills.conditions import And, Atom, Condition, Not


@dataclass(frozen=True)
class Literal:
    """A fact that must be there, or must not."""

    fact: Fact
    wanted: bool = True


@dataclass(frozen=True)
class All:
    """Every part must hold."""

    parts: tuple["Tree", ...]


@dataclass(frozen=True)
class AnyOf:
    """One part must hold."""

    parts: tuple["Tree", ...]


Tree = Literal | All | AnyOf


class Universe(Protocol):
    """The facts that can come about."""

    def matching(self, atom: Atom) -> Iterable[Fact]:
        """Those that an atom with variables fits."""
        ...


def tree_of(condition: Condition, universe: Universe, wanted: bool = True) -> Tree:
    """The condition, or with ``wanted`` false its opposite, over ground facts.

    An atom with variables becomes one of the facts that it fits; variables are not shared between atoms, since a goal
    names things.
    """
    if isinstance(condition, Not):
        return tree_of(condition.part, universe, not wanted)
    if isinstance(condition, Atom):
        if condition.fact is not None:
            return Literal(condition.fact, wanted)
        facts = tuple(Literal(fact, wanted) for fact in universe.matching(condition))
        return AnyOf(facts) if wanted else All(facts)
    parts = tuple(tree_of(part, universe, wanted) for part in condition.parts)
    return _joined(parts, isinstance(condition, And) == wanted)


def conjuncts(tree: Tree) -> tuple[Tree, ...]:
    """The parts that must all hold."""
    return tree.parts if isinstance(tree, All) else (tree,)


def literals(tree: Tree) -> Iterable[Literal]:
    """Every literal, left to right."""
    if isinstance(tree, Literal):
        yield tree
    else:
        for part in tree.parts:
            yield from literals(part)


def _joined(parts: tuple[Tree, ...], every: bool) -> Tree:
    """Groups of one kind are merged; a group of one is its part."""
    kind = All if every else AnyOf
    flat: list[Tree] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, kind) else (part,))
    return flat[0] if len(flat) == 1 else kind(tuple(dict.fromkeys(flat)))
