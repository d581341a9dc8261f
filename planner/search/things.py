"""Which things matter for a goal: few at first, more when these do not suffice."""

from collections.abc import Iterable, Iterator
from math import prod

from grounding import Fact, Scene, SceneObject
from planner.goals.target import PlanningWorld, Target
from planner.search.facts import FactIndex
from planner.search.ground import clauses
from skills import Skill, SkillCall
from skills.conditions import Atom, Condition, atoms, canonical, substitute_atom
from skills.library import PLACE

SMALL = 8
"""So many things are all looked at from the start."""
HUB = 12
"""A thing that more facts name than these, such as a table, does not make everything on it matter."""
SPARE = 2
"""Things of each type that may serve as somewhere to put something."""


def conditions_of(target: Target) -> tuple[Condition, ...]:
    """All that a target speaks of."""
    return (*target.stages, *target.keep)


def named(target: Target) -> frozenset[str]:
    """The names in a target's conditions."""
    return frozenset(term for condition in conditions_of(target) for atom in atoms(condition) for term in atom.terms)


def circles(world: PlanningWorld, target: Target) -> Iterator[frozenset[str]]:
    """Growing sets of things: those named and what they touch, then what these touch, and in the end all."""
    everything = frozenset(map(canonical, world.objects))
    if len(everything) <= SMALL:
        yield everything
        return
    touching = _Touching(world)
    circle = touching.around((named(target) | _in_the_way(world)) & everything) & everything
    circle |= _spare(world, circle)
    for grow in (touching.around, touching.around, lambda _: everything):
        yield circle
        wider = frozenset(grow(circle)) & everything
        if wider == circle and circle == everything:
            return
        circle = wider
    yield everything


def calls_among(world: PlanningWorld, things: frozenset[str], avoid: frozenset[str]) -> tuple[SkillCall, ...]:
    """The type-correct calls that name only these things, and nothing that is to be avoided."""
    shown = [SceneObject(id, category) for id, category in world.objects.items() if canonical(id) in things - avoid]
    calls = world.library.calls(Scene(tuple(shown)))
    return tuple(call for call in calls if avoid.isdisjoint(call.arguments.values()))


def how_many_calls(world: PlanningWorld, things: frozenset[str]) -> int:
    """About how many calls these things offer; quicker than making them."""
    types = [world.library.types_of(category) for id, category in world.objects.items() if canonical(id) in things]
    types += [frozenset((PLACE, place)) for place in world.library.places]
    return sum(_how_many(skill, types) for skill in world.library)


def facts_about(facts: Iterable[Fact], things: frozenset[str], places: frozenset[str]) -> frozenset[Fact]:
    """The facts that name one of the things, or places alone, or nothing."""
    return frozenset(
        fact
        for fact in facts
        if not things.isdisjoint(fact.arguments) or all(name in places for name in fact.arguments)
    )


class _Touching:
    """What stands in a fact with what."""

    def __init__(self, world: PlanningWorld) -> None:
        self._facts: dict[str, list[Fact]] = {}
        for fact in sorted(world.facts):
            for name in fact.arguments:
                self._facts.setdefault(name, []).append(fact)

    def around(self, things: Iterable[str]) -> frozenset[str]:
        """The things, and what they are on, in or beside, and what is on, in or beside them."""
        found = set(things)
        for name in sorted(found):
            facts = self._facts.get(name, [])
            if len(facts) > HUB:
                facts = [fact for fact in facts if fact.arguments[0] == name]
            found.update(other for fact in facts for other in fact.arguments)
        return frozenset(found)


def _in_the_way(world: PlanningWorld) -> frozenset[str]:
    """What is in the hand while it should be empty, put generally: whatever the calls name that bring a condition
    without arguments about, where skills need it and it does not hold."""
    index = FactIndex(world.facts)
    missing = {
        atom
        for skill in world.library
        for way in clauses(skill.condition)
        for atom in way.positive
        if not atom.terms and atom.fact not in world.facts
    }
    makers = [(skill, atom) for skill in world.library for atom in missing if atom in skill.change.add]
    return frozenset(name for skill, _ in makers for name in _bound(skill, index))


def _bound(skill: Skill, index: FactIndex) -> Iterator[str]:
    """The names that the facts of now give to a skill's parameters."""
    for way in clauses(skill.condition):
        for atom in way.positive:
            if any(term in skill.parameters for term in atom.terms):
                pattern = _opened(atom, skill)
                for _, env in index.matches(pattern, {}):
                    yield from env.values()


def _opened(atom: Atom, skill: Skill) -> Atom:
    """An atom with variables in the place of parameters."""
    return substitute_atom(atom, {name: f"?{name}" for name in skill.parameters})


def _spare(world: PlanningWorld, inner: frozenset[str]) -> frozenset[str]:
    """A few more things of each type that some parameter has, those that few facts name first."""
    busy: dict[str, int] = {}
    for fact in world.facts:
        for name in fact.arguments:
            busy[name] = busy.get(name, 0) + 1
    things = sorted((busy.get(canonical(id), 0), canonical(id), category) for id, category in world.objects.items())
    found: set[str] = set()
    for wanted in {wanted for skill in world.library for wanted in skill.parameters.values()}:
        fitting = [id for _, id, category in things if wanted in world.library.types_of(category) and id not in inner]
        found.update(fitting[:SPARE])
    return frozenset(found)


def _how_many(skill: Skill, types: list[frozenset[str]]) -> int:
    return prod(sum(wanted in have for have in types) for wanted in skill.parameters.values())
