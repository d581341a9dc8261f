"""The ceiling: a classical planner that is given the true goal (unified-planning with pyperplan, extra ``classical``).

What can come about is named beforehand, as for our own search, and handed over as propositions. Negative preconditions
and goals with alternatives, which pyperplan does not know, become propositions and actions of their own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice, product
from typing import Any

from planner.goals.target import PlanningWorld, Target
from planner.search import Rankings
from planner.search.find import Problem
from planner.search.goals import All, Literal, Tree
from planner.search.ground import GroundAction, GroundTask
from planner.task_planner import Answer, Ask

MOST_WAYS = 256
"""Ways to reach a goal with alternatives that are handed over, at most."""


@dataclass(frozen=True)
class ClassicalPlanner:
    """Plans for goals that it is told; when to ask and what to refuse is told, too."""

    told: Mapping[str, Target | Answer]
    """What is wanted, by ``key``."""
    asks: Mapping[str, bool] = field(default_factory=dict)
    """Whether a question has to come first, by ``key``."""
    name: str = "classical (true goal)"

    def plan(self, instruction: str, world: PlanningWorld, ask: Ask | None = None) -> Answer:
        """Solve what was told of this instruction in this world."""
        told = self.told[key(instruction, world)]
        if isinstance(told, Answer):
            return told
        asked = "told to ask" if self.asks.get(key(instruction, world)) else None
        return replace(solve_classically(world, told), question=asked)


def key(instruction: str, world: PlanningWorld) -> str:
    """Tells tasks apart."""
    return "\n".join([instruction, *sorted(map(str, world.facts))])


def solve_classically(world: PlanningWorld, target: Target) -> Answer:
    """A plan of pyperplan for the last stage of a target; the order of the stages is not handed over."""
    last = Target(target.stages[-1:], target.avoid)
    problem = Problem.of(world, last, frozenset(world.objects), Rankings())
    steps = _Propositions(problem.task, problem.stages[-1]).solve()
    if steps is None:
        return Answer("gave_up", reason="pyperplan found no plan")
    return Answer("done", tuple(action.call for action in steps))


def ways_of(goal: Tree) -> Iterator[tuple[Literal, ...]]:
    """The sets of literals of which one must hold."""
    if isinstance(goal, Literal):
        yield (goal,)
    elif isinstance(goal, All):
        for ways in product(*(tuple(ways_of(part)) for part in goal.parts)):
            yield tuple(literal for way in ways for literal in way)
    else:
        for part in goal.parts:
            yield from ways_of(part)


class _Propositions:
    """A ground task as a problem of unified-planning, without negative conditions."""

    def __init__(self, task: GroundTask, goal: Tree) -> None:
        from unified_planning.shortcuts import BoolType, Fluent
        from unified_planning.shortcuts import Problem as Propositional

        self.task = task
        self.ways = list(islice(ways_of(goal), MOST_WAYS))
        self.actions: dict[str, GroundAction | None] = {}
        self.there = [Fluent(f"f{n}", BoolType()) for n in range(len(task.index))]
        self.absent = {n: Fluent(f"n{n}", BoolType()) for n in sorted(self._negated())}
        self.problem: Any = Propositional("ground")
        self.reached = Fluent("reached", BoolType())
        for n, fluent in enumerate(self.there):
            self.problem.add_fluent(fluent, default_initial_value=bool(task.start >> n & 1))
        for n, fluent in self.absent.items():
            self.problem.add_fluent(fluent, default_initial_value=not task.start >> n & 1)
        self.problem.add_fluent(self.reached, default_initial_value=False)
        self.problem.add_goal(self.reached)
        for action in task.actions:
            self._add(action)
        for way in self.ways:
            self._add_end(way)

    def solve(self) -> list[GroundAction] | None:
        """Run pyperplan."""
        from unified_planning.shortcuts import OneshotPlanner, get_environment

        get_environment().credits_stream = None
        with OneshotPlanner(name="pyperplan") as planner:
            found = planner.solve(self.problem).plan
        if found is None:
            return None
        steps = [self.actions[step.action.name] for step in found.actions]
        return [action for action in steps if action is not None]

    def _negated(self) -> set[int]:
        """The facts whose absence is asked for."""
        masks = [mask for action in self.task.actions for mask in (action.hindered, *action.forbidden)]
        wanted = {self.task.index.number.get(part.fact) for way in self.ways for part in way if not part.wanted}
        return {n for mask in masks for n in _bits(mask)} | {n for n in wanted if n is not None}

    def _add(self, action: GroundAction) -> None:
        """One action for each way to keep apart what may not be there together."""
        for missing in product(*(tuple(_bits(group)) for group in action.forbidden)):
            added = self._new(action)
            for n in _bits(action.needs):
                added.add_precondition(self.there[n])
            for n in {*_bits(action.hindered), *missing}:
                added.add_precondition(self.absent[n])
            for n in _bits(action.adds):
                added.add_effect(self.there[n], True)
                if n in self.absent:
                    added.add_effect(self.absent[n], False)
            for n in _bits(action.removes):
                added.add_effect(self.there[n], False)
                if n in self.absent:
                    added.add_effect(self.absent[n], True)
            self.problem.add_action(added)

    def _add_end(self, way: tuple[Literal, ...]) -> None:
        """The goal is reached in this way; a fact that cannot come about rules it out."""
        numbers = [(self.task.index.number.get(part.fact), part.wanted) for part in way]
        if any(n is None and wanted for n, wanted in numbers):
            return
        end = self._new(None)
        for n, wanted in numbers:
            if n is not None:
                end.add_precondition(self.there[n] if wanted else self.absent[n])
        end.add_effect(self.reached, True)
        self.problem.add_action(end)

    def _new(self, action: GroundAction | None) -> Any:
        from unified_planning.shortcuts import InstantaneousAction

        name = f"a{len(self.actions)}"
        self.actions[name] = action
        return InstantaneousAction(name)


def _bits(mask: int) -> Iterator[int]:
    return (n for n in range(mask.bit_length()) if mask >> n & 1)
