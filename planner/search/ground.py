"""A search problem with everything named: facts as bits of a number, calls as masks over them."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from grounding import Fact
from planner.goals.target import PlanningWorld
from planner.search.facts import FactIndex
from planner.search.goals import All, AnyOf, Literal, Tree
from skills import SkillCall
from skills.conditions import Atom, Condition, Not, Or, substitute, substitute_atom

Costs = Callable[[Sequence[SkillCall]], NDArray[np.float64]]


@dataclass(frozen=True)
class Clause:
    """One way to meet a precondition: facts that must be there, and conditions that must not hold."""

    positive: tuple[Atom, ...] = ()
    negative: tuple[Condition, ...] = ()


def clauses(condition: Condition) -> tuple[Clause, ...]:
    """The ways in which a condition can hold."""
    if isinstance(condition, Atom):
        return (Clause((condition,)),)
    if isinstance(condition, Not):
        return (Clause((), (condition.part,)),)
    if isinstance(condition, Or):
        return tuple(clause for part in condition.parts for clause in clauses(part))
    ways = product(*(clauses(part) for part in condition.parts))
    return tuple(
        Clause(tuple(a for c in way for a in c.positive), tuple(n for c in way for n in c.negative)) for way in ways
    )


@dataclass(frozen=True)
class GroundAction:
    """A call with the variables of its preconditions bound."""

    call: SkillCall
    needs: int
    """Facts that must be there."""
    hindered: int
    """Facts of which none may be there."""
    forbidden: tuple[int, ...]
    """Groups of facts that may not be there together."""
    adds: int
    removes: int
    cost: float

    def apply(self, state: int) -> int | None:
        """The state afterwards, or None if the call cannot be made."""
        if state & self.needs != self.needs or state & self.hindered:
            return None
        if any(state & group == group for group in self.forbidden):
            return None
        return state & ~self.removes | self.adds


@dataclass(frozen=True)
class GroundTask:
    """What can be done with some of the things of a world, and what can come about."""

    index: FactIndex
    start: int
    actions: tuple[GroundAction, ...]
    calls: int
    """Calls that were candidates."""

    def holds(self, tree: Tree, state: int) -> bool:
        """Whether a goal holds in a state; a fact that cannot come about does not."""
        if isinstance(tree, Literal):
            number = self.index.number.get(tree.fact)
            return (number is not None and bool(state >> number & 1)) == tree.wanted
        return (all if isinstance(tree, All) else any)(self.holds(part, state) for part in tree.parts)

    def test(self, tree: Tree) -> Callable[[int], bool]:
        """``holds`` of one goal, quick for the usual ones."""
        if isinstance(tree, Literal):
            tree = All((tree,))
        if not isinstance(tree, All):
            parts = [self.test(part) for part in tree.parts]
            return lambda state: any(part(state) for part in parts)
        wanted = self.index.mask(p.fact for p in tree.parts if isinstance(p, Literal) and p.wanted)
        unwanted = self.index.mask(p.fact for p in tree.parts if isinstance(p, Literal) and not p.wanted)
        possible = all(p.fact in self.index for p in tree.parts if isinstance(p, Literal) and p.wanted)
        rest = [self.test(part) for part in tree.parts if isinstance(part, AnyOf)]
        return lambda state: (
            possible and state & wanted == wanted and not state & unwanted and all(part(state) for part in rest)
        )


def ground(
    world: PlanningWorld, calls: Sequence[SkillCall], facts: Collection[Fact], history: dict[str, str], costs: Costs
) -> GroundTask:
    """Work out what can come about when nothing is ever undone, and every call that may then be made.

    Args:
        world: where.
        calls: the candidates.
        facts: those that matter, history facts included.
        history: history predicate -> predicate, for those that the goal names.
        costs: of each call.
    """
    remembered: dict[str, list[str]] = {}
    for past, present in history.items():
        remembered.setdefault(present, []).append(past)
    reach = _Reach(FactIndex(facts), remembered)
    moving = [call for call in calls if call.operator.effects.atoms]
    reach.close(moving)
    price = dict(zip(moving, costs(moving).tolist(), strict=True))
    actions = [action for made in reach.made for action in _action(reach, made, price[made.call])]
    return GroundTask(reach.index, reach.index.mask(facts), tuple(actions), len(moving))


@dataclass(frozen=True)
class _Made:
    """A call under one binding of its variables, that can be made when nothing is ever undone."""

    call: SkillCall
    needs: tuple[Fact, ...]
    negative: tuple[Condition, ...]
    adds: tuple[Fact, ...]
    removes: tuple[Atom, ...]


class _Reach:
    """The facts that can come about when nothing is ever undone."""

    def __init__(self, index: FactIndex, remembered: dict[str, list[str]]) -> None:
        self.index = index
        self.remembered = remembered
        self.made: list[_Made] = []
        self._seen: set[tuple[int, int, tuple[Fact, ...]]] = set()

    def close(self, calls: Sequence[SkillCall]) -> None:
        """Make every call that can be made, until nothing new comes about."""
        waiting = [(i, j, call, way) for i, call in enumerate(calls) for j, way in enumerate(clauses_of(call))]
        size = -1
        while len(self.index) > size:
            size = len(self.index)
            waiting = [item for item in waiting if not self._make(*item)]

    def _make(self, number: int, which: int, call: SkillCall, way: Clause) -> bool:
        """Make a call in every way that is new; True if there can be no other."""
        for needs, env in list(self.index.joint(way.positive, {})):
            key = (number, which, needs)
            if key not in self._seen:
                self._seen.add(key)
                self._take(call, way, needs, env)
            if not env:
                return True
        return False

    def _take(self, call: SkillCall, way: Clause, needs: tuple[Fact, ...], env: dict[str, str]) -> None:
        effects = call.operator.effects
        adds = tuple(fact for atom in effects.add if (fact := substitute_atom(atom, env).fact) is not None)
        adds += tuple(Fact(past, f.arguments) for f in adds for past in self.remembered.get(f.predicate, ()))
        removes = tuple(substitute_atom(atom, env) for atom in effects.remove)
        negative = tuple(substitute(part, env) for part in way.negative) if env else way.negative
        self.made.append(_Made(call, needs, negative, adds, removes))
        for fact in adds:
            self.index.add(fact)


def clauses_of(call: SkillCall) -> tuple[Clause, ...]:
    """The ways to meet a call's preconditions."""
    return clauses(call.operator.condition)


def _action(reach: _Reach, made: _Made, cost: float) -> Iterator[GroundAction]:
    """The masks; nothing if the call can never be made."""
    index = reach.index
    hindered, groups = 0, []
    for group in _forbidden(index, made.negative):
        if not group:
            return
        mask = index.mask(group)
        if len(group) == 1:
            hindered |= mask
        else:
            groups.append(mask)
    adds = index.mask(made.adds)
    removes = index.mask(fact for atom in made.removes for fact in index.matching(atom)) & ~adds
    yield GroundAction(made.call, index.mask(made.needs), hindered, tuple(groups), adds, removes, cost)


def _forbidden(index: FactIndex, negative: tuple[Condition, ...]) -> Iterator[frozenset[Fact]]:
    """Groups of facts of which not all may be there; an empty one forbids the call for ever."""
    for part in negative:
        for way in clauses(part):
            for facts, _ in index.joint(way.positive, {}):
                yield frozenset(facts)
