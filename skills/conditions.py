"""What conditions and effects mean: whether they hold, why not, and what follows, in the manner of STRIPS.

Facts given to these functions are *canonical* (lower case, single blanks); ``canonical_facts`` makes them so. What no
fact says is false. The notation, which is also offered from here, is that of ``skills.notation``. Source: Fikes and
Nilsson, STRIPS, Artificial Intelligence 2, 1971.
"""

from collections.abc import Iterator, Mapping, Sequence, Set

from grounding import Fact
from skills.indexed_facts import IndexedFacts
from skills.notation import (
    NAMES_IN_WORDS,
    And,
    Atom,
    Condition,
    ConditionError,
    ConditionSource,
    Effects,
    Not,
    Or,
    atoms,
    bound_variables,
    can_name,
    canonical,
    canonical_facts,
    check_names,
    conjunction,
    is_open,
    parse_atom,
    parse_condition,
    parse_effects,
    parse_fact,
    quoted,
    unparse,
)

__all__ = [
    "NAMES_IN_WORDS",
    "And",
    "Atom",
    "Bindings",
    "Condition",
    "ConditionError",
    "ConditionSource",
    "Effects",
    "Facts",
    "IndexedFacts",
    "Not",
    "Or",
    "apply",
    "atoms",
    "bound_variables",
    "can_name",
    "canonical",
    "canonical_facts",
    "check_names",
    "conjunction",
    "holds",
    "in_words",
    "is_open",
    "parse_atom",
    "parse_condition",
    "parse_effects",
    "parse_fact",
    "quoted",
    "solve",
    "substitute",
    "substitute_atom",
    "unmet",
    "unparse",
]

Facts = Set[Fact]
Bindings = Mapping[str, str]


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
    for fact in _like(bound, facts):
        extended = _match(bound, fact, env)
        if extended is not None:
            yield extended


def _like(atom: Atom, facts: Facts) -> Sequence[Fact]:
    """The facts that may fit, sorted: the same choice in every process."""
    if isinstance(facts, IndexedFacts):
        return facts.like(atom)
    matching = [fact for fact in facts if fact.predicate == atom.predicate]
    return sorted(matching) if len(matching) > 1 else matching


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
