"""What else could have been done at each step of a plan, and why it was not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from affordances.ranking import Affordance, rank
from grounding import Fact
from planner.goals.target import PlanningWorld, Target
from planner.search import Plan, Rankings
from planner.search.find import Problem
from planner.search.goals import Tree
from planner.search.relaxed import NEVER, RelaxedPlans
from planner.search.things import circles
from skills import SkillCall
from skills.conditions import holds, unmet

SHOWN = 3
"""Rejected calls that are told of at each step."""


def alternatives(
    world: PlanningWorld, target: Target, plan: Plan, rankings: Rankings | None = None, shown: int = SHOWN
) -> tuple[str, ...]:
    """Each step, why the later steps did not come first, and the calls that came nearest, line by line."""
    lines: list[str] = []
    for number, ranked in enumerate(rankings_along(world, target, plan, rankings), start=1):
        chosen = next(item for item in ranked if item.chosen)
        lines.append(f"{number}. {chosen.call.text} (progress {chosen.progress:.2f}, can {chosen.can:.2f})")
        later = plan.steps[number:]
        others = sorted((item for item in ranked if not item.chosen), key=lambda item: item.call not in later)[:shown]
        lines += [f"   not {item.call.text}: {item.why_not}" for item in others]
    return tuple(lines)


def rankings_along(
    world: PlanningWorld, target: Target, plan: Plan, rankings: Rankings | None = None
) -> Iterator[tuple[Affordance, ...]]:
    """At each step, every call that could be thought of: say x can x progress, the plan's own step first."""
    used = frozenset(name for call in plan.steps for name in call.arguments.values())
    things = next(iter(circles(world, target))) | used & frozenset(world.objects)
    problem = Problem.of(world, target, things, Rankings())
    plans, facts, stage = RelaxedPlans(problem.task), world.facts, 0
    past = world.library.remember(facts)
    for step in plan.steps:
        while stage < len(target.stages) - 1 and holds(target.stages[stage], facts | past):
            stage += 1
        goal = problem.stages[stage]
        calls = list(dict.fromkeys((step, *problem.calls)))
        distances = np.array([_distance(world, problem, plans, goal, call, facts, past) for call in calls])
        barred = {call: tuple(unmet(call.operator.condition, facts)) for call in calls}
        yield _chosen_first(step, _rank(calls, rankings or Rankings(), distances, barred))
        facts = world.library.predict(step, facts)
        past |= world.library.remember(facts)


def _distance(
    world: PlanningWorld,
    problem: Problem,
    plans: RelaxedPlans,
    goal: Tree,
    call: SkillCall,
    facts: frozenset[Fact],
    past: frozenset[Fact],
) -> float:
    """How far the goal is after a call; infinite if the call cannot be made."""
    after = call.operator.apply(facts)
    if after is None:
        return NEVER
    state = problem.task.index.mask(after | past | world.library.remember(after))
    return plans.distance(state, goal).cost


def _rank(
    calls: Sequence[SkillCall],
    rankings: Rankings,
    distances: NDArray[np.float64],
    barred: Mapping[SkillCall, tuple[str, ...]],
) -> tuple[Affordance, ...]:
    progress = 1.0 / (1.0 + distances - distances.min())
    say = np.zeros(len(calls)) if rankings.say is None else rankings.say(calls)
    can = np.ones(len(calls)) if rankings.can is None else rankings.can(calls)
    return rank(calls, say, can, progress, barred, use_say=rankings.say is not None, use_can=rankings.can is not None)


def _chosen_first(step: SkillCall, ranked: Sequence[Affordance]) -> tuple[Affordance, ...]:
    """The plan's step is what is done, even where another call looks as good at this moment."""
    first = next(item for item in ranked if item.call == step)
    rest = [item for item in ranked if item is not first]
    as_good = f"brings no more than {step.text}"
    return (
        replace(first, chosen=True, why_not=""),
        *(replace(item, chosen=False, why_not=item.why_not or as_good) for item in rest),
    )
