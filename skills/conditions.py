"""Conditions and effects over facts: the notation of skills and goals, in the manner of STRIPS.

An atom is ``on(red block, ?support)``. A condition is an atom, ``not on(a, b)``, ``["and", ...]``, ``["or", ...]``,
``["not", X]`` or a plain list, of which all must hold. ``?name`` is a variable that the condition binds (inside a
``not``: "for none"), ``*`` matches anything, and every other name is a parameter or a constant. What no fact says is
false. Source: Fikes and Nilsson, STRIPS, Artificial Intelligence 2, 1971.

Facts given to these functions are *canonical* (lower case, single blanks); ``canonical_facts`` makes them so.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from grounding import Fact

Facts = Set[Fact]
Bindings = Mapping[str, str]
ConditionSource = str | Sequence["ConditionSource"]
"""A condition as it stands in a file."""

_ATOM = re.compile(r"\s*([^()]+?)\s*\(([^()]*)\)\s*")
_NEGATED = re.compile(r"\s*not\s+(.*\))\s*", re.DOTALL)


class ConditionError(ValueError):
    """A condition, effect or fact that does not follow the notation; the message quotes it."""


def canonical(name: str) -> str:
    """The form in which names compare: lower case, one blank between words."""
    return " ".join(str(name).split()).lower()


def canonical_facts(facts: Iterable[Fact]) -> frozenset[Fact]:
    """The same facts with canonical predicates and arguments."""
    return frozenset(Fact(canonical(f.predicate), tuple(canonical(a) for a in f.arguments)) for f in facts)


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


# -- reading and writing ------------------------------------------------------------------------------------------


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
        ConditionError: it is not an atom, or holds a ``?variable`` or ``*``.
    """
    atom = parse_atom(text)
    if atom.fact is None:
        raise ConditionError(f"not a fact: {text!r} has variables; a fact names things")
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


# -- meaning ------------------------------------------------------------------------------------------------------


def substitute(condition: Condition, bindings: Bindings) -> Condition:
    """Put names in the place of parameters and variables."""
    if isinstance(condition, Atom):
        return substitute_atom(condition, bindings)
    if isinstance(condition, Not):
        return Not(substitute(condition.part, bindings))
    return type(condition)(tuple(substitute(part, bindings) for part in condition.parts))


def substitute_atom(atom: Atom, bindings: Bindings) -> Atom:
    """Put names in the place of an atom's parameters and variables."""
    return Atom(atom.predicate, tuple(bindings.get(term, term) for term in atom.terms))


def holds(condition: Condition, facts: Facts, bindings: Bindings | None = None) -> bool:
    """Whether the condition is true of the facts, with ``bindings`` for the parameters."""
    return solve(condition, facts, bindings) is not None


def solve(condition: Condition, facts: Facts, bindings: Bindings | None = None) -> dict[str, str] | None:
    """The first binding of the variables, in the order of the facts' names, under which the condition holds.

    Returns:
        A name for each ``?variable`` that was bound, or None if the condition does not hold.
    """
    return next(_solutions(substitute(condition, bindings) if bindings else condition, facts, {}), None)


def apply(effects: Effects, facts: Facts, bindings: Bindings | None = None) -> frozenset[Fact]:
    """The facts after the effects; ``bindings`` has the parameters and the preconditions' variables.

    Raises:
        ConditionError: an added atom still has a variable or ``*``.
    """
    bindings = bindings or {}
    patterns = [substitute_atom(atom, bindings) for atom in effects.remove]
    kept = {fact for fact in facts if not any(_match(pattern, fact, {}) is not None for pattern in patterns)}
    return frozenset(kept | {_added(substitute_atom(atom, bindings)) for atom in effects.add})


def unmet(condition: Condition, facts: Facts, bindings: Bindings | None = None) -> list[str]:
    """What keeps the condition from holding, in words; empty when it holds.

    E.g. ``needs holding red block`` and ``not while green block on red block``.
    """
    ground = substitute(condition, bindings) if bindings else condition
    return [] if holds(ground, facts) else list(_reasons(ground, facts))


def in_words(condition: Condition) -> str:
    """A condition as a person would say it, e.g. ``red block on blue block``."""
    if isinstance(condition, Atom):
        return _atom_in_words(condition)
    if isinstance(condition, Not):
        return f"not {in_words(condition.part)}"
    return (" and " if isinstance(condition, And) else " or ").join(in_words(part) for part in condition.parts)


def _solutions(condition: Condition, facts: Facts, env: dict[str, str]) -> Iterator[dict[str, str]]:
    if isinstance(condition, Atom):
        yield from _atom_solutions(condition, facts, env)
    elif isinstance(condition, Not):
        if next(_solutions(condition.part, facts, env), None) is None:
            yield env
    elif isinstance(condition, Or):
        for part in condition.parts:
            yield from _solutions(part, facts, env)
    else:
        yield from _joint_solutions(condition.parts, facts, env)


def _joint_solutions(parts: tuple[Condition, ...], facts: Facts, env: dict[str, str]) -> Iterator[dict[str, str]]:
    if not parts:
        yield env
        return
    for extended in _solutions(parts[0], facts, env):
        yield from _joint_solutions(parts[1:], facts, extended)


def _atom_solutions(atom: Atom, facts: Facts, env: dict[str, str]) -> Iterator[dict[str, str]]:
    bound = substitute_atom(atom, env) if env else atom
    if bound.fact is not None:
        if bound.fact in facts:
            yield env
        return
    matching = [fact for fact in facts if fact.predicate == bound.predicate]
    for fact in sorted(matching) if len(matching) > 1 else matching:  # sorted: the same choice in every process
        extended = _match(bound, fact, env)
        if extended is not None:
            yield extended


def _match(pattern: Atom, fact: Fact, env: dict[str, str]) -> dict[str, str] | None:
    if pattern.predicate != fact.predicate or len(pattern.terms) != len(fact.arguments):
        return None
    new: dict[str, str] = {}
    for term, name in zip(pattern.terms, fact.arguments, strict=True):
        if term == "*":
            continue
        if (new.setdefault(term, name) if term.startswith("?") else term) != name:
            return None
    return {**env, **new} if new else env


def _added(atom: Atom) -> Fact:
    if atom.fact is None:
        raise ConditionError(f"the effect {atom} is not bound: no precondition gives its variables a name")
    return atom.fact


def _reasons(condition: Condition, facts: Facts) -> Iterator[str]:
    """Why a condition that does not hold does not; parts of an *and* share the first bindings that are found."""
    if isinstance(condition, Not):
        witness = solve(condition.part, facts) or {}
        yield f"not while {in_words(substitute(condition.part, witness))}"
    elif isinstance(condition, And):
        env: dict[str, str] = {}
        for part in condition.parts:
            bound = substitute(part, env)
            found = solve(bound, facts)
            if found is None:
                yield from _reasons(bound, facts)
            else:
                env |= found
    else:
        yield f"needs {in_words(condition)}"


def _atom_in_words(atom: Atom) -> str:
    words = ["anything" if t == "*" else f"some {t[1:]}" if t.startswith("?") else t for t in atom.terms]
    if len(words) < 2:
        return " ".join([atom.predicate, *words])
    return f"{words[0]} {atom.predicate} {' and '.join(words[1:])}"
