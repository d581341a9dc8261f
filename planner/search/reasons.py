"""Why a target can never be reached, in words: which precondition can never be had."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from grounding import Fact
from planner.goals.target import PlanningWorld, Target
from planner.search.goals import All, Literal, Tree, literals
from planner.search.ground import GroundTask
from planner.search.relaxed import RelaxedPlans
from skills import Skill, SkillCall
from skills.conditions import And, Atom, Condition, Not, canonical, in_words, is_open, unmet
from skills.library import PLACE


@dataclass(frozen=True)
class Obstacles:
    """What stands between a world and a target."""

    world: PlanningWorld
    target: Target
    task: GroundTask
    stages: Sequence[Tree]
    calls: Sequence[SkillCall]
    """Every candidate call, those that only can be made in vain too."""
    plans: RelaxedPlans = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "plans", RelaxedPlans(self.task))

    def reason(self) -> str:
        """The first that is found."""
        for stage in self.stages:
            literal = self._unreachable(stage)
            if literal is not None:
                return self._why(literal, frozenset())
        if self.target.avoid or self.target.keep:
            return f"no steps were found that do it and {_restrictions(self.target)}"
        return f"no steps were found that make {self._wish()} true together"

    def _wish(self) -> str:
        return " and then ".join(in_words(stage) for stage in self.target.stages)

    def _unreachable(self, tree: Tree) -> Literal | None:
        """The first part of a goal that can never come true."""
        if self.plans.reachable(self.task.start, tree):
            return None
        if isinstance(tree, All):
            return next(found for part in tree.parts if (found := self._unreachable(part)) is not None)
        return next(iter(literals(tree)), Literal(Fact("something that is there")))

    def _why(self, literal: Literal, asked: frozenset[Literal]) -> str:
        """Why a fact cannot come true, or cannot be undone."""
        literal = _present(self.world, literal)
        impossible = why_no_skill_for(self.world, literal)
        if impossible:
            return impossible
        wish = _in_words(literal)
        makers = [call for call in self.calls if _brings_about(call, literal)]
        if not makers:
            return f"nothing that is there can bring about {wish!r}"
        nearest = min(makers, key=lambda call: (len(list(self._blocked(call))), str(call)))
        return f"{wish!r} is out of reach: to {nearest.text}, {self._missing(nearest, asked | {literal})}"

    def _blocked(self, call: SkillCall) -> Iterator[Literal | Atom]:
        """Preconditions of a call that can never be had."""
        for need in _needs(call):
            if isinstance(need, Atom):
                if not self.task.index.matching(need):
                    yield need
            elif not self.plans.reachable(self.task.start, need):
                yield need

    def _missing(self, call: SkillCall, asked: frozenset[Literal]) -> str:
        need = next(self._blocked(call), None)
        if need is None:
            return "; ".join(unmet(call.operator.condition, self.world.facts)) or "too much would have to hold together"
        words = in_words(need) if isinstance(need, Atom) else _in_words(need)
        if isinstance(need, Atom) or need in asked:
            return f"{words!r} is needed"
        return f"{words!r} is needed; {self._why(need, asked)}"


def _restrictions(target: Target) -> str:
    parts = [f"leave alone {', '.join(sorted(target.avoid))}"] if target.avoid else []
    return " and ".join(parts + [f"keep {in_words(condition)}" for condition in target.keep])


def _in_words(literal: Literal) -> str:
    atom = Atom(literal.fact.predicate, literal.fact.arguments)
    return in_words(atom if literal.wanted else Not(atom))


def _brings_about(call: SkillCall, literal: Literal) -> bool:
    effects = call.operator.effects
    return any(_fits(atom, literal.fact) for atom in (effects.add if literal.wanted else effects.remove))


def _fits(atom: Atom, fact: Fact) -> bool:
    if atom.predicate != fact.predicate or len(atom.terms) != len(fact.arguments):
        return False
    return all(is_open(term) or term == name for term, name in zip(atom.terms, fact.arguments, strict=True))


def _needs(call: SkillCall) -> Iterator[Literal | Atom]:
    """The preconditions of a call: literals, and atoms with variables that something must fit."""
    condition = call.operator.condition
    for part in getattr(condition, "parts", (condition,)):
        atom, wanted = (part.part, False) if isinstance(part, Not) else (part, True)
        if isinstance(atom, Atom) and atom.fact is not None:
            yield Literal(atom.fact, wanted)
        elif isinstance(atom, Atom) and wanted:
            yield atom


def why_no_skill(world: PlanningWorld, target: Target) -> str:
    """Why a part of a target that must come true cannot, if no skill has such an effect; empty if some skill has."""
    now = world.facts | world.library.remember(world.facts)
    for part in (part for stage in target.stages for part in _parts(stage)):
        atom, wanted = (part.part, False) if isinstance(part, Not) else (part, True)
        if isinstance(atom, Atom) and atom.fact is not None and (atom.fact in now) != wanted:
            reason = why_no_skill_for(world, _present(world, Literal(atom.fact, wanted)))
            if reason:
                return reason
    return ""


def why_no_skill_for(world: PlanningWorld, literal: Literal) -> str:
    """Why no skill can make a literal true, whatever else holds; empty if one can."""
    unknown = _unknown(world, literal.fact)
    if unknown:
        return f"there is no {' and no '.join(unknown)}"
    wrong = ""
    for skill in world.library:
        for atom in skill.change.add if literal.wanted else skill.change.remove:
            problem = _problem(world, skill, atom, literal.fact)
            if problem == "":
                return ""
            wrong = wrong or problem or ""
    return f"no skill can bring about {_in_words(literal)!r}{wrong}"


def _present(world: PlanningWorld, literal: Literal) -> Literal:
    """What has to come true so that history remembers it."""
    present = world.library.history.get(literal.fact.predicate)
    return replace(literal, fact=Fact(present, literal.fact.arguments)) if present and literal.wanted else literal


def _parts(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, And):
        for part in condition.parts:
            yield from _parts(part)
    else:
        yield condition


def _unknown(world: PlanningWorld, fact: Fact) -> list[str]:
    """The names in a fact that nothing has."""
    known = {canonical(id) for id in world.objects} | set(world.library.places) | set(world.places)
    return [
        name
        for name in fact.arguments
        if name not in known and not any(name in other.arguments for other in world.facts)
    ]


def _problem(world: PlanningWorld, skill: Skill, atom: Atom, fact: Fact) -> str | None:
    """What is wrong with an effect for a fact: None if it is about something else, empty if it fits."""
    free = {name: f"?{name}" for name in skill.parameters}
    if not _fits(Atom(atom.predicate, tuple(free.get(term, term) for term in atom.terms)), fact):
        return None
    things = {canonical(id): category for id, category in world.objects.items()}
    for term, name in zip(atom.terms, fact.arguments, strict=True):
        wanted = skill.parameters.get(term)
        types = world.library.types_of(things[name]) if name in things else frozenset((PLACE, name))
        if wanted and wanted not in types:
            return f": {skill.name} takes a {wanted}, which {name!r} is not"
    return ""
