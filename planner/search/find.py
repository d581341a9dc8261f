"""From a target to a plan: which things matter, what can come about, the stages one after the other."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from grounding import Fact
from planner.goals.target import PlanningWorld, Target
from planner.search.best_first import BestFirst, Effort, Found, Guard, Path
from planner.search.exclusive import contradiction
from planner.search.goals import All, Tree, conjuncts, literals, tree_of
from planner.search.ground import GroundAction, GroundTask, ground
from planner.search.plan import NoPlan, Plan, Rankings, SearchLimits
from planner.search.reasons import Obstacles, why_no_skill
from planner.search.things import calls_among, circles, conditions_of, facts_about, how_many_calls, named
from skills import SkillCall
from skills.conditions import atoms, holds, in_words

OTHERS_TOUCHED = 0.05
"""What it costs to name a thing that the goal does not: a plan leaves alone what nobody asked to move."""
MIXED_UP = 0.3
"""What it costs to bring such a thing together with one that the goal names, e.g. into the bowl that is asked for."""
TOGETHER = 4
"""Parts of a goal that are sought at once; more are sought one after the other."""
HOLDING_ON = 200
"""States that are judged, a stage, to find a plan that does not undo an earlier stage."""
OTHER_ENDS = 4
"""In how many states an earlier stage may end before a later one is given up."""


def find_plan(
    world: PlanningWorld,
    target: Target,
    rankings: Rankings | None = None,
    limits: SearchLimits | None = None,
) -> Plan | NoPlan:
    """The cheapest plan that can be found; a short one, if nobody ranks.

    Args:
        world: the skills and what is there.
        target: what must come about, in which order; what must be left alone.
        rankings: say and can; the preconditions alone decide unless given.
        limits: how far to go.

    Returns:
        The plan, empty if all is as it should be; or why there is none.
    """
    limits, rankings = limits or SearchLimits(), rankings or Rankings()
    impossible = why_no_skill(world, target)
    if impossible:
        return NoPlan(impossible)
    effort, problem, clash = Effort(), None, ""
    for things in circles(world, target):
        if how_many_calls(world, things) > limits.calls:
            break
        problem = Problem.of(world, target, things, rankings)
        told = contradiction(problem.task, problem.stages)
        clash = clash if told is None else told  # too much to tell: what two of a kind cannot do, more cannot either
        if clash:
            continue
        effort.most = effort.judged + limits.total
        path = _solve(problem, limits, effort)
        if path is not None and len(path) <= limits.steps and _really_works(world, target, path):
            cost = sum(action.cost for action in path)
            return Plan(tuple(action.call for action in path), cost, effort.judged, problem.task.calls)
    return NoPlan(_why_not(world, target, limits, problem, clash))


def _why_not(world: PlanningWorld, target: Target, limits: SearchLimits, last: "Problem | None", clash: str) -> str:
    """In words: what must be left alone or kept, what contradicts itself, or which precondition can never be had."""
    free = replace(target, avoid=frozenset())
    if target.avoid and isinstance(plan := find_plan(world, free, limits=limits), Plan):
        touched = target.avoid.intersection(name for call in plan.steps for name in call.arguments.values())
        return f"it cannot be done without touching {' or '.join(sorted(touched)) or 'what must be left alone'}"
    if target.keep and isinstance(find_plan(world, replace(free, keep=()), limits=limits), Plan):
        return f"it cannot be done while it stays so that {' and '.join(in_words(c) for c in target.keep)}"
    if clash:
        return clash
    if last is None:
        return f"more than {limits.calls} calls would have to be judged"
    return Obstacles(world, target, last.task, last.stages, last.calls).reason()


@dataclass(frozen=True)
class Problem:
    """A target over the facts that can come about with some of the things of a world."""

    task: GroundTask
    stages: tuple[Tree, ...]
    guard: Guard
    calls: tuple[SkillCall, ...]
    """The candidates."""

    @classmethod
    def of(cls, world: PlanningWorld, target: Target, things: frozenset[str], rankings: Rankings) -> "Problem":
        """Name everything."""
        calls = calls_among(world, things, target.avoid)
        history = _history(world, target)
        facts = facts_about(world.facts, things, frozenset(world.library.places)) | _remembered(world.facts, history)
        task = ground(world, calls, facts, history, StepCosts(rankings, named(target)))
        stages = tuple(tree_of(stage, task.index) for stage in target.stages)
        keep = [tree_of(condition, task.index) for condition in target.keep]
        late = [tree for tree in keep if not task.holds(tree, task.start)]
        if late and stages:  # what does not hold yet is kept from the end on
            stages = (*stages[:-1], All((*conjuncts(stages[-1]), *late)))
        guard = task.test(All(tuple(tree for tree in keep if tree not in late)))
        return cls(_relevant(task, (*stages, *keep)), stages, guard, calls)

    def fulfilled(self, path: Sequence[GroundAction]) -> bool:
        """Whether a sequence of actions can be taken and goes through all stages."""
        state, stage = self.task.start, 0
        for action in (None, *path):
            after = state if action is None else action.apply(state)
            if after is None or (action is not None and not self.guard(after)):
                return False
            state = after
            while stage < len(self.stages) - 1 and self.task.holds(self.stages[stage], state):
                stage += 1
        return stage >= len(self.stages) - 1 and all(self.task.holds(tree, state) for tree in self.stages[-1:])


def _solve(problem: Problem, limits: SearchLimits, effort: Effort) -> Path | None:
    search = BestFirst(problem.task, problem.guard, effort)
    path = _stages(search, problem.task.start, problem.stages, limits)
    if path is None:
        return None
    kept = _holding_on(search, problem, path, limits)
    return _without_needless(problem, kept)


def _stages(search: BestFirst, state: int, stages: Sequence[Tree], limits: SearchLimits) -> Path | None:
    """One stage after the other; where a later one fails, the earlier one ends differently."""
    if not stages:
        return ()
    for found in _ways(search, state, stages[0], limits, more=len(stages) > 1):
        rest = _stages(search, found.state, stages[1:], limits)
        if rest is not None:
            return found.path + rest
    return None


def _holding_on(search: BestFirst, problem: Problem, path: Path, limits: SearchLimits) -> Path:
    """If a later stage has undone an earlier one: a plan in which all hold at the end, where there is one."""
    end = problem.task.start
    for action in path:
        end = action.apply(end) or 0
    earlier = [part for stage in problem.stages[:-1] for part in conjuncts(stage)]
    if not earlier or all(problem.task.holds(part, end) for part in earlier):
        return path
    growing: list[Tree] = []
    for stage in problem.stages:
        growing.append(All((*(conjuncts(growing[-1]) if growing else ()), *conjuncts(stage))))
    better = _stages(search, problem.task.start, growing, replace(limits, joint=HOLDING_ON, part=HOLDING_ON))
    return better if better is not None and len(better) <= 2 * len(path) + 2 else path


def _ways(search: BestFirst, state: int, goal: Tree, limits: SearchLimits, more: bool) -> Iterator[Found]:
    """Ways to one stage: all parts at once, else one part after the other, else in haste."""
    if search.plans.distance(state, goal).cost == float("inf"):
        return
    count = 0
    few = len(conjuncts(goal)) <= TOGETHER
    for found in search.ways(state, goal, limits.joint) if few else ():
        yield found
        count += 1
        if not more or count == OTHER_ENDS:
            return
    if count:
        return
    by_parts = search.parts(state, goal, limits.part)
    if by_parts is not None:
        yield by_parts
        return
    yield from search.ways(state, goal, 2 * limits.part, greed=5.0)


def _without_needless(problem: Problem, path: Path) -> Path:
    """Leave out single steps, and pairs, that the plan does not need."""
    shorter = True
    while shorter:
        shorter = False
        for dropped in _droppable(len(path)):
            rest = tuple(action for place, action in enumerate(path) if place not in dropped)
            if problem.fulfilled(rest):
                path, shorter = rest, True
                break
    return path


def _droppable(length: int) -> Iterator[tuple[int, ...]]:
    yield from ((i,) for i in range(length))
    yield from ((i, j) for i in range(length) for j in range(i + 1, min(length, i + 12)))


def _really_works(world: PlanningWorld, target: Target, path: Path) -> bool:
    """Carry the calls out by the library's own rules: variables may be bound otherwise there than in the search."""
    library, facts = world.library, world.facts
    past, stage = library.remember(facts) | facts, 0
    for action in (None, *path):
        if action is not None:
            after = action.call.operator.apply(facts)
            if after is None:
                return False
            facts, past = after, past | library.remember(after)
        while stage < len(target.stages) - 1 and holds(target.stages[stage], _seen(world, facts, past)):
            stage += 1
    end = _seen(world, facts, past)
    return stage >= len(target.stages) - 1 and all(holds(condition, end) for condition in target.stages[-1:])


def _seen(world: PlanningWorld, facts: Collection[Fact], past: Collection[Fact]) -> frozenset[Fact]:
    """The facts, and those that history remembers."""
    return frozenset(facts) | {fact for fact in past if fact.predicate in world.library.history}


def _history(world: PlanningWorld, target: Target) -> dict[str, str]:
    """The history predicates that a target names: only these tell states apart."""
    wanted = {atom.predicate for condition in conditions_of(target) for atom in atoms(condition)}
    return {past: present for past, present in world.library.history.items() if past in wanted}


def _remembered(facts: Collection[Fact], history: dict[str, str]) -> frozenset[Fact]:
    now = {Fact(past, f.arguments) for past, present in history.items() for f in facts if f.predicate == present}
    return frozenset(now | {fact for fact in facts if fact.predicate in history})


@dataclass(frozen=True)
class StepCosts:
    """What a step costs: by the rankings, and by what it touches that the goal does not name."""

    rankings: Rankings
    names: frozenset[str]

    def __call__(self, calls: Sequence[SkillCall]) -> NDArray[np.float64]:
        return self.rankings.costs(calls) + np.array([self._touched(call) for call in calls])

    def _touched(self, call: SkillCall) -> float:
        others = sum(name not in self.names for name in call.arguments.values())
        mixed = 0 < others < len(call.arguments)
        return OTHERS_TOUCHED * others + (MIXED_UP if mixed else 0.0)


def _relevant(task: GroundTask, trees: Sequence[Tree]) -> GroundTask:
    """Without the actions that change nothing which matters for the goal."""
    wanted = [literal for tree in trees for literal in literals(tree)]
    needed = task.index.mask(literal.fact for literal in wanted if literal.wanted)
    hindering = task.index.mask(literal.fact for literal in wanted if not literal.wanted)
    rest, kept = list(task.actions), list[GroundAction]()
    found = True
    while found and rest:
        useful = [action for action in rest if action.adds & needed or action.removes & hindering]
        chosen = {id(action) for action in useful}
        rest = [action for action in rest if id(action) not in chosen]
        found = bool(useful)
        kept += useful
        for action in useful:
            needed |= action.needs
            hindering |= action.hindered
            for group in action.forbidden:
                hindering |= group
    return replace(task, actions=tuple(kept))
