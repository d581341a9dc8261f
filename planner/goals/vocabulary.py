"""The words that a goal may use in one scene: names of things and places, and states that skills can bring about."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from planner.goals.target import PlanningWorld
from skills.conditions import Atom, Condition, Not, canonical
from skills.library import PLACE, SkillLibrary
from skills.skill import Skill

EVERYTHING = "things"
"""Stands for all things that can be in the wanted state."""

_NUMBER = re.compile(r"(.*\S)\s+\d+")


@dataclass(frozen=True)
class Form:
    """A state that some skill brings about: a predicate, and which types each of its arguments may have."""

    predicate: str
    kinds: tuple[frozenset[str] | None, ...]
    """Types by argument; None: anything."""
    negated: bool = False
    verb: str = ""
    """The skill's command without its parameters, e.g. ``turn on``."""

    def fits(self, types: Iterable[frozenset[str]]) -> bool:
        """Whether arguments of these types can be in this state."""
        return all(kinds is None or kinds & given for kinds, given in zip(self.kinds, types, strict=True))


def forms_of(library: SkillLibrary) -> tuple[Form, ...]:
    """Every state that the library's effects bring about or undo, history included; in the skills' order."""
    known = _argument_kinds(library)
    found: list[Form] = []
    for skill in library:
        found += [_form(skill, atom, known, False) for atom in skill.change.add]
        found += [_form(skill, atom, known, True) for atom in skill.change.remove if "*" not in atom.terms]
    for name, source in library.history.items():
        found += [Form(name, form.kinds) for form in found if form.predicate == source and not form.negated]
    return tuple(dict.fromkeys(found))


def _form(skill: Skill, atom: Atom, known: Mapping[tuple[str, int], frozenset[str]], negated: bool) -> Form:
    kinds = tuple(_kinds_of(skill, atom.predicate, place, term, known) for place, term in enumerate(atom.terms))
    return Form(atom.predicate, kinds, negated, _verb(skill))


def _verb(skill: Skill) -> str:
    return canonical(re.sub(r"\{\w+\}", " ", skill.template)).removesuffix(" the").replace(" the ", " ")


def _kinds_of(
    skill: Skill, predicate: str, place: int, term: str, known: Mapping[tuple[str, int], frozenset[str]]
) -> frozenset[str] | None:
    if term in skill.parameters:
        return frozenset({skill.parameters[term]})
    return known.get((predicate, place)) if term.startswith("?") else frozenset({term})


def _argument_kinds(library: SkillLibrary) -> dict[tuple[str, int], frozenset[str]]:
    """The types that are known of each argument of each predicate, also through shared variables."""
    known: dict[tuple[str, int], frozenset[str]] = {}
    for _ in range(3):  # a chain of variables is never longer in practice
        for skill in library:
            variables = _variable_kinds(skill, known)
            for atom in (*skill.change.atoms, *_positive(skill.condition)):
                for place, term in enumerate(atom.terms):
                    kinds = {skill.parameters[term]} if term in skill.parameters else variables.get(term, set())
                    if kinds:
                        known[atom.predicate, place] = known.get((atom.predicate, place), frozenset()) | kinds
    return known


def _variable_kinds(skill: Skill, known: Mapping[tuple[str, int], frozenset[str]]) -> dict[str, set[str]]:
    kinds: dict[str, set[str]] = {}
    for atom in _positive(skill.condition):
        for place, term in enumerate(atom.terms):
            if term.startswith("?"):
                kinds.setdefault(term, set()).update(known.get((atom.predicate, place), ()))
    return kinds


def _positive(condition: Condition) -> Iterator[Atom]:
    if isinstance(condition, Atom):
        yield condition
    elif not isinstance(condition, Not):
        for part in condition.parts:
            yield from _positive(part)


@dataclass(frozen=True)
class Vocabulary:
    """Names and states of one scene, and the instruction's words, which descriptions are taken from."""

    world: PlanningWorld
    instruction: tuple[str, ...] = ()
    """Words in order; empty: descriptions may hold any words."""
    forms: tuple[Form, ...] = field(default=())

    @classmethod
    def of(cls, world: PlanningWorld, instruction: Iterable[str] = ()) -> "Vocabulary":
        """The vocabulary of a scene."""
        return cls(world, tuple(instruction), forms_of(world.library))

    @cached_property
    def ids(self) -> Mapping[str, tuple[str, ...]]:
        """The ids that each name stands for; copies share a name, and each id is a name too."""
        named: dict[str, tuple[str, ...]] = {}
        for id, category in self.world.objects.items():
            name = display_name(id, category)
            named[name] = (*named.get(name, ()), canonical(id))
        for id in map(canonical, self.world.objects):
            named.setdefault(id, (id,))
        return named | {place: (place,) for place in self.places}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The name of every id."""
        return {canonical(id): display_name(id, category) for id, category in self.world.objects.items()} | {
            place: place for place in self.places
        }

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Fixed places."""
        return tuple(map(canonical, self.world.places))

    @cached_property
    def types(self) -> Mapping[str, frozenset[str]]:
        """The types of every id and place."""
        library = self.world.library
        found = {canonical(id): library.types_of(category) for id, category in self.world.objects.items()}
        return found | {place: frozenset({PLACE, place}) for place in self.places}

    @cached_property
    def states(self) -> Mapping[str, int]:
        """Predicates that a goal may name, with their number of arguments."""
        return {form.predicate: len(form.kinds) for form in self.forms}

    @cached_property
    def relations(self) -> Mapping[str, int]:
        """Predicates that a description may name, with their number of arguments (1 to 3)."""
        seen = {fact.predicate: len(fact.arguments) for fact in self.world.facts if 1 <= len(fact.arguments) <= 3}
        return seen | {name: arity for name, arity in self.states.items() if arity in (1, 2)}

    def references(self, predicate: str) -> frozenset[str]:
        """Names of what can be the second argument of a goal's predicate."""
        kinds = [form.kinds[1] for form in self.forms if form.predicate == predicate and len(form.kinds) > 1]
        return frozenset(
            name
            for id, name in self.names.items()
            if any(wanted is None or wanted & self.types[id] for wanted in kinds)
        )

    def achievable(self, predicate: str, arguments: tuple[str, ...], negated: bool = False) -> bool:
        """Whether some skill can bring the state about (or undo it), going by types alone."""
        types = [self.types.get(argument, frozenset()) for argument in arguments]
        return any(
            form.predicate == predicate
            and form.negated == negated
            and len(form.kinds) == len(arguments)
            and form.fits(types)
            for form in self.forms
        )


def display_name(id: str, category: str) -> str:
    """What a thing is called: its id without a number, or its category if the id says nothing about it."""
    id, category = canonical(id), canonical(category)
    numbered = _NUMBER.fullmatch(id)
    name = numbered[1] if numbered else id
    return name if set(name.split()) & set(category.split()) else category
