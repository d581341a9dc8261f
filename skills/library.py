"""A library of skills: which calls a scene offers, what each needs and what it would change."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import product
from typing import Any

from grounding import Fact, Scene
from skills.conditions import (
    Atom,
    ConditionError,
    Facts,
    atoms,
    canonical,
    canonical_facts,
    parse_atom,
    unmet,
)
from skills.errors import LibraryError, UnknownSkillError, arguments_in_words, did_you_mean
from skills.reading import looks_like_call, read_call, read_command
from skills.skill import Skill, SkillCall

PLACE = "place"
"""The type of every fixed place."""


@dataclass(frozen=True)
class SkillLibrary:
    """Skills that speak the same predicates and types; immutable, and passed as an argument.

    Raises:
        LibraryError: two skills of one name, or a skill with an unknown type or predicate.
    """

    name: str
    skills: tuple[Skill, ...]
    categories: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The types that each category of objects belongs to, besides itself."""
    places: tuple[str, ...] = ()
    """Fixed places, in order."""
    predicates: tuple[str, ...] = ()
    """Signatures such as ``on(object, support)``; empty: any predicate goes."""
    history: Mapping[str, str] = field(default_factory=dict)
    """History predicate -> the predicate it remembers, e.g. ``{"held": "holding"}``."""

    def __post_init__(self) -> None:
        types = {canonical(c): tuple(map(canonical, ts)) for c, ts in self.categories.items()}
        object.__setattr__(self, "skills", tuple(self.skills))
        object.__setattr__(self, "categories", types)
        object.__setattr__(self, "places", tuple(map(canonical, self.places)))
        object.__setattr__(self, "predicates", tuple(self.predicates))
        object.__setattr__(self, "history", {canonical(h): canonical(p) for h, p in self.history.items()})
        self._check_names()
        for skill in self.skills:
            self._check_types(skill)
            self._check_predicates(skill)
        self._check_history()

    # -- looking up -----------------------------------------------------------------------------------------------

    def __iter__(self) -> Iterator[Skill]:
        return iter(self.skills)

    def __len__(self) -> int:
        return len(self.skills)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and canonical(name) in self._by_name

    def __getitem__(self, name: str) -> Skill:
        """The skill of that name.

        Raises:
            UnknownSkillError: no such skill; a LibraryError and a KeyError.
        """
        skill = self._by_name.get(canonical(name))
        if skill is None:
            near = did_you_mean(canonical(name), self._by_name)
            raise UnknownSkillError(f"unknown skill {name!r}{near} (library: {self.name}, {len(self)} skills)")
        return skill

    @cached_property
    def types(self) -> frozenset[str]:
        """Every valid type of a parameter: categories, their types, ``place`` and the places."""
        named = {t for types in self.categories.values() for t in types}
        return frozenset(named | set(self.categories) | set(self.places) | {PLACE})

    def types_of(self, category: str) -> frozenset[str]:
        """The types of an object of that category; only itself if the library does not know it."""
        category = canonical(category)
        return frozenset((category, *self.categories.get(category, ())))

    def with_skills(
        self,
        skills: Iterable[Skill],
        *,
        categories: Mapping[str, tuple[str, ...]] | None = None,
        predicates: Iterable[str] = (),
    ) -> "SkillLibrary":
        """A library that has these skills too, and the categories and predicates that they need.

        Raises:
            LibraryError: as for a new library.
        """
        return replace(
            self,
            skills=(*self.skills, *skills),
            categories={**self.categories, **(categories or {})},
            predicates=(*self.predicates, *predicates),
        )

    # -- calls ----------------------------------------------------------------------------------------------------

    def calls(self, scene: Scene) -> tuple[SkillCall, ...]:
        """Every type-correct call on the scene's objects and the places, never one thing twice in a call.

        The order is that of the skills, then of the scene's objects, then of the places. Preconditions are not
        looked at: see ``unmet``.
        """
        things = self._things(scene)
        return tuple(call for skill in self.skills for call in _groundings(skill, things))

    def unmet(self, call: SkillCall, scene: Scene) -> tuple[str, ...]:
        """The preconditions that do not hold in the scene, in words; empty when the call can be begun."""
        return tuple(unmet(call.operator.condition, canonical_facts(scene.facts)))

    def predict(self, call: SkillCall, facts: Facts) -> frozenset[Fact]:
        """The facts after the call, if it works; ``facts`` are canonical.

        Raises:
            LibraryError: the preconditions do not hold; the message says which.
        """
        after = call.operator.apply(facts)
        if after is None:
            raise LibraryError(f"{call} cannot be begun: {'; '.join(unmet(call.operator.condition, facts))}")
        return after

    def remember(self, facts: Facts) -> frozenset[Fact]:
        """The history facts of a moment: ``held(x)`` for ``holding(x)``; gather them from the start on."""
        return frozenset(Fact(h, f.arguments) for h, p in self.history.items() for f in facts if f.predicate == p)

    # -- from text ------------------------------------------------------------------------------------------------

    def parse(self, text: str, scene: Scene | None = None) -> SkillCall:
        """Read ``pick_up(red block)``, ``pick_up(object=red block)`` or the command in words.

        With a scene, the arguments must be things or places of the right type in it.

        Raises:
            LibraryError: no such skill, wrong arguments, or a command that fits no template or more than one.
        """
        if looks_like_call(text):
            call = read_call(text, self)
        else:
            offered = [] if scene is None else [c for c in self.calls(scene) if canonical(c.text) == canonical(text)]
            call = offered[0] if len(offered) == 1 else read_command(text, self)
        if scene is not None:
            self._check_call(call, scene)
        return call

    def from_dict(self, data: Mapping[str, Any]) -> SkillCall:
        """Read what ``SkillCall.to_dict`` wrote.

        Raises:
            LibraryError: the skill is unknown or the arguments do not fit.
        """
        skill, arguments = data.get("skill"), data.get("args") or {}
        if not isinstance(skill, str) or not isinstance(arguments, Mapping):
            raise LibraryError(
                f'not a skill call: {dict(data)!r}; write {{"skill": NAME, "args": {{PARAMETER: NAME}}}}'
            )
        return SkillCall(self[skill], arguments)

    def _check_call(self, call: SkillCall, scene: Scene) -> None:
        things = self._things(scene)
        for (name, value), wanted in zip(call.arguments.items(), call.skill.parameters.values(), strict=True):
            if value not in things:
                raise LibraryError(f"{call}: there is no {value!r}{did_you_mean(value, things)} ({_names(things)})")
            if wanted not in things[value]:
                fitting = [thing for thing, types in things.items() if wanted in types]
                raise LibraryError(f"{call}: {name} must be of type {wanted!r} ({_names(fitting)})")
        if len(set(call.arguments.values())) < len(call.arguments):
            raise LibraryError(f"{call}: one thing stands twice in the call")

    def _things(self, scene: Scene) -> dict[str, frozenset[str]]:
        """Types of every object and place, by name."""
        things = {canonical(thing.id): self.types_of(thing.category) for thing in scene.objects}
        return {**things, **{place: frozenset((PLACE, place)) for place in self.places if place not in things}}

    # -- checks ---------------------------------------------------------------------------------------------------

    @cached_property
    def _by_name(self) -> dict[str, Skill]:
        return {canonical(skill.name): skill for skill in self.skills}

    @cached_property
    def _arities(self) -> dict[str, set[int]]:
        arities: dict[str, set[int]] = {}
        for text in self.predicates:
            try:
                signature = parse_atom(text)
            except ConditionError as error:
                raise LibraryError(f"library {self.name!r}: predicates: {error}") from error
            arities.setdefault(signature.predicate, set()).add(len(signature.terms))
        return arities

    def _check_names(self) -> None:
        twice = [name for name, n in Counter(canonical(skill.name) for skill in self.skills).items() if n > 1]
        if twice:
            raise LibraryError(
                f"library {self.name!r}: more than one skill is called {', '.join(map(repr, twice))}; rename one"
            )

    def _check_types(self, skill: Skill) -> None:
        for parameter, wanted in skill.parameters.items():
            if wanted not in self.types:
                near = did_you_mean(wanted, self.types)
                raise LibraryError(
                    f"skill {skill.name!r}: unknown type {wanted!r} of parameter {parameter!r}{near}"
                    f" (types: {', '.join(sorted(self.types))})"
                )

    def _check_predicates(self, skill: Skill) -> None:
        for atom in (*atoms(skill.condition), *skill.change.atoms, *atoms(skill.done)):
            self._check_atom(f"skill {skill.name!r}", atom)

    def _check_history(self) -> None:
        for source in self.history.values():
            if self._arities and source not in self._arities:
                raise LibraryError(self._unknown_predicate(f"library {self.name!r}: history", source))

    def _check_atom(self, where: str, atom: Atom) -> None:
        if not self._arities:
            return
        if atom.predicate not in self._arities:
            raise LibraryError(self._unknown_predicate(where, atom.predicate))
        if len(atom.terms) not in self._arities[atom.predicate]:
            wanted = " or ".join(map(arguments_in_words, sorted(self._arities[atom.predicate])))
            raise LibraryError(f"{where}: {atom.predicate!r} takes {wanted}, not {len(atom.terms)}: {atom}")

    def _unknown_predicate(self, where: str, predicate: str) -> str:
        near = did_you_mean(predicate, self._arities)
        return f"{where}: unknown predicate {predicate!r}{near} (predicates: {', '.join(self.predicates)})"


def _groundings(skill: Skill, things: Mapping[str, frozenset[str]]) -> Iterator[SkillCall]:
    choices = [[name for name, types in things.items() if wanted in types] for wanted in skill.parameters.values()]
    for names in product(*choices):
        if len(set(names)) == len(names):
            yield SkillCall(skill, dict(zip(skill.parameters, names, strict=True)))


def _names(names: Iterable[str]) -> str:
    return f"there is: {', '.join(names) or 'nothing'}"
