"""The notation of conditions and effects over facts, as skills, goals and domain files write them.

An atom is ``on(red block, ?support)``. A condition is an atom, ``not on(a, b)``, ``["and", ...]``, ``["or", ...]``,
``["not", X]`` or a plain list, of which all must hold. ``?name`` is a variable that the condition binds (inside a
``not``: "for none"), ``*`` matches anything, and every other name is a parameter or a constant. What no fact says is
false. Source: Fikes and Nilsson, STRIPS, Artificial Intelligence 2, 1971.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from grounding import Fact

ConditionSource = str | Sequence["ConditionSource"]
"""A condition as it stands in a file."""

_ATOM = re.compile(r"\s*([^()]+?)\s*\(([^()]*)\)\s*")
_NEGATED = re.compile(r"\s*not\s+(.*\))\s*", re.DOTALL)
_NEVER = re.compile(r"[(),\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
"""Signs of the notation, what steers a terminal, halves of letters, and what turns the direction of writing."""
LONGEST_NAME = 200
"""Letters of a thing's name."""
NAMES_IN_WORDS = (
    f"names have 1 to {LONGEST_NAME} letters, no '(', ')', ',' or control characters, and do not begin with '?' or '*'"
)


class ConditionError(ValueError):
    """A condition, effect or fact that does not follow the notation; the message quotes it."""


def canonical(name: str) -> str:
    """The form in which names compare: lower case, one blank between words."""
    return " ".join(str(name).split()).lower()


def canonical_facts(facts: Iterable[Fact]) -> frozenset[Fact]:
    """The same facts with canonical predicates and arguments."""
    return frozenset(Fact(canonical(f.predicate), tuple(canonical(a) for a in f.arguments)) for f in facts)


def can_name(name: str) -> bool:
    """Whether a canonical text can name a thing, so that it can stand in an atom, in a prompt and on a screen."""
    return 0 < len(name) <= LONGEST_NAME and name[0] not in "?*" and _NEVER.search(name) is None


def check_names(names: Iterable[str]) -> None:
    """Whether things can be called so in one scene.

    Raises:
        ConditionError: one of them can name nothing, or two of them are the same; the message quotes them.
    """
    known: dict[str, str] = {}
    for name in names:
        if not can_name(canonical(name)):
            raise ConditionError(f"{quoted(name)} cannot name a thing; {NAMES_IN_WORDS}")
        if canonical(name) in known:
            raise ConditionError(f"{quoted(known[canonical(name)])} and {quoted(name)} are the same name; rename one")
        known[canonical(name)] = name


def quoted(name: str) -> str:
    """A name as an error message may show it: what is no letter is escaped, and of a long one the beginning will do."""
    return repr(name) if len(name) <= 60 else f"{name[:60]!r}…"


@dataclass(frozen=True)
class Atom:
    """A predicate over terms, each a ``?variable``, ``*`` or a name."""

    predicate: str
    terms: tuple[str, ...] = ()

    @cached_property
    def fact(self) -> Fact | None:
        """The fact that this atom is, or None when it has variables or ``*``."""
        return None if any(is_open(term) for term in self.terms) else Fact(self.predicate, self.terms)

    def __str__(self) -> str:
        return f"{self.predicate}({', '.join(self.terms)})"


@dataclass(frozen=True)
class And:
    """All parts hold, under one binding of the variables."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Or:
    """At least one part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True)
class Not:
    """The part holds under no binding of the variables that are still free."""

    part: "Condition"


Condition = Atom | And | Or | Not


@dataclass(frozen=True)
class Effects:
    """What a skill changes: facts that match ``remove`` go first, then ``add`` comes."""

    add: tuple[Atom, ...] = ()
    remove: tuple[Atom, ...] = ()

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """Every atom that is added or removed."""
        return self.add + self.remove


def is_open(term: str) -> bool:
    """Whether a term can stand for more than one name."""
    return term == "*" or term.startswith("?")


def parse_atom(text: str) -> Atom:
    """Read ``at(coke can 1, table)``.

    Raises:
        ConditionError: it is not an atom.
    """
    found = _ATOM.fullmatch(text) if isinstance(text, str) else None
    if found is None:
        raise ConditionError(f"not an atom: {text!r}; write predicate(argument, argument), e.g. on(red block, table)")
    terms = tuple(canonical(t) for t in found[2].split(",")) if found[2].strip() else ()
    if "" in terms:
        raise ConditionError(f"an argument is missing in {text!r}")
    return Atom(canonical(found[1]), terms)


def parse_fact(text: str) -> Fact:
    """Read a ground atom such as ``hand empty()``.

    Raises:
        ConditionError: it is not an atom, or holds a ``?variable`` or ``*``, or what can name nothing.
    """
    atom = parse_atom(text)
    if atom.fact is None:
        raise ConditionError(f"not a fact: {text!r} has variables; a fact names things")
    for name in atom.terms:
        if not can_name(name):
            raise ConditionError(f"{quoted(name)} cannot name a thing; {NAMES_IN_WORDS}")
    return atom.fact


def parse_condition(source: ConditionSource) -> Condition:
    """Read a condition; a plain list means that all of it must hold.

    Raises:
        ConditionError: a part does not follow the notation.
    """
    if isinstance(source, str):
        negated = _NEGATED.fullmatch(source)
        return Not(parse_atom(negated[1])) if negated else parse_atom(source)
    if not isinstance(source, Sequence):
        raise ConditionError(f"not a condition: {source!r}; write an atom or a list such as [or, on(a, b), in(a, c)]")
    head = source[0] if source and isinstance(source[0], str) else ""
    if head not in ("and", "or", "not"):
        return conjunction(parse_condition(part) for part in source)
    parts = tuple(parse_condition(part) for part in source[1:])
    if head == "not":
        if len(parts) != 1:
            raise ConditionError(f"'not' takes one condition, here {len(parts)}: {source!r}")
        return Not(parts[0])
    return Or(parts) if head == "or" else conjunction(parts)


def conjunction(parts: Iterable[Condition]) -> And:
    """All of the parts, positive ones first, since they bind the variables."""
    return And(tuple(sorted(parts, key=lambda part: isinstance(part, Not))))


def parse_effects(sources: Iterable[ConditionSource]) -> Effects:
    """Read a list of atoms (added) and ``not`` atoms (removed).

    Raises:
        ConditionError: an effect is neither.
    """
    add: list[Atom] = []
    remove: list[Atom] = []
    for source in sources:
        effect = parse_condition(source)
        if isinstance(effect, Atom):
            add.append(effect)
        elif isinstance(effect, Not) and isinstance(effect.part, Atom):
            remove.append(effect.part)
        else:
            raise ConditionError(f"an effect is an atom or 'not' and an atom, not {source!r}")
    return Effects(tuple(add), tuple(remove))


def unparse(condition: Condition) -> ConditionSource:
    """The notation of a condition; ``parse_condition`` reads it back."""
    if isinstance(condition, Atom):
        return str(condition)
    if isinstance(condition, Not):
        return f"not {condition.part}" if isinstance(condition.part, Atom) else ["not", unparse(condition.part)]
    return ["and" if isinstance(condition, And) else "or", *(unparse(part) for part in condition.parts)]


def atoms(condition: Condition) -> Iterator[Atom]:
    """Every atom of a condition, left to right."""
    if isinstance(condition, Atom):
        yield condition
    else:
        for part in (condition.part,) if isinstance(condition, Not) else condition.parts:
            yield from atoms(part)


def bound_variables(condition: Condition) -> frozenset[str]:
    """The ``?variables`` that a condition can bind: those outside every ``not``."""
    if isinstance(condition, Not):
        return frozenset()
    if isinstance(condition, Atom):
        return frozenset(term for term in condition.terms if term.startswith("?"))
    return frozenset().union(*(bound_variables(part) for part in condition.parts))
