"""Which of the plans that lead to a goal is begun: say x can x progress, over whole plans and not the next step alone.

For each call that brings the goal nearer, search finds the best plan that begins with it. Progress is how much the plan
costs beyond the cheapest, can is the product over its steps where it can be judged, and say is how likely the language
model thinks its first step (SayCanPay: Hazra et al. 2024, arXiv:2308.12682). Every plan that say is asked about leads
to the goal, and say weighs less than a step: it chooses among equals and cannot lead away.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from grounding import Fact
from planner.goals.target import PlanningWorld, Target
from planner.search import NoPlan, Plan, Rankings, SearchLimits, find_plan
from planner.search.find import OTHERS_TOUCHED, Problem, StepCosts
from planner.search.plan import MOST_NATS, SAY_WEIGHT
from planner.search.relaxed import NEVER, RelaxedPlans
from planner.search.things import circles, named
from skills import SkillCall
from skills.conditions import holds, unmet

BEGINNINGS = 8
"""Calls for which a whole plan is sought: the chosen plan's own, and those after which the goal looks nearest."""
EQUAL = SAY_WEIGHT * MOST_NATS
"""A plan that costs more than the cheapest by more than this is not chosen, whatever say thinks of it."""


@dataclass(frozen=True)
class Option:
    """A call, and what was thought of beginning with it."""

    call: SkillCall
    steps: tuple[SkillCall, ...] = ()
    """The best plan that begins with it; empty where none was sought or found."""
    say: float | None = None
    """Share of the language model's probability among the calls that it was asked about; None for the others."""
    log_likelihood: float | None = None
    """In nats; None for the others."""
    can: float | None = None
    """Probability that the call would succeed now; None where it cannot be made, or nobody judged."""
    sure: float = 1.0
    """Product of ``can`` over the plan, as far as it can be judged from here."""
    progress: float = 0.0
    """exp(-x) for a plan, or the estimate of one, that costs x steps more than the cheapest; 0 if there is none."""
    score: float = 0.0
    """say x can x progress, say with its small weight; 0 if no plan begins with it."""
    chosen: bool = False
    why_not: str = ""
    """Why it was not chosen, in words; empty for the chosen one."""


@dataclass(frozen=True)
class Choice:
    """The plan that is begun, and what else there was."""

    steps: tuple[SkillCall, ...]
    options: tuple[Option, ...]
    """Best first; the first is chosen."""


def choose(
    world: PlanningWorld, target: Target, rankings: Rankings | None = None, limits: SearchLimits | None = None
) -> Choice | NoPlan:
    """Compare the plans that lead to a target by their beginnings.

    Args:
        world: the skills and what is there, with what history remembers.
        target: what must come about.
        rankings: say is asked once, about the first steps of plans that are as good as equal; can of every call.
        limits: of each search.

    Returns:
        What to do, with no steps if nothing is left to do; or why there is no plan.
    """
    rankings = rankings or Rankings()
    by_can = replace(rankings, say=None)
    best = find_plan(world, target, by_can, limits)
    if isinstance(best, NoPlan) or not best.steps:
        return best if isinstance(best, NoPlan) else Choice((), ())
    beginnings = _Beginnings(world, target, by_can, best)
    plans = {call: steps for call in beginnings.nearest() if (steps := beginnings.plan(call, limits)) is not None}
    options = _with_reasons(_said(beginnings.options(plans), rankings))
    return Choice(options[0].steps, options)


class _Beginnings:
    """The calls that could be made first, and how far the goal is after each."""

    def __init__(self, world: PlanningWorld, target: Target, rankings: Rankings, best: Plan) -> None:
        used = frozenset(name for call in best.steps for name in call.arguments.values())
        things = next(iter(circles(world, target))) | used & frozenset(world.objects)
        self.world, self.target, self.best, self.rankings = world, target, best, rankings
        self.problem = Problem.of(world, target, things, Rankings())
        self.calls = tuple(dict.fromkeys((*best.steps, *self.problem.calls)))
        self.left_alone = StepCosts(Rankings(), named(target))
        """What steps cost by their number and by what they touch."""
        self.past = world.library.remember(world.facts)
        self._plans = RelaxedPlans(self.problem.task)
        self.now = self._distance(world.facts)
        self.estimates = {call: self._estimate(call) for call in self.calls}

    def nearest(self) -> list[SkillCall]:
        """The calls that bring the goal nearer, the best plan's own first."""
        first = self.best.steps[0]
        rest = [call for call in self.calls if call != first and self._is_nearer(call)]
        return [first, *sorted(rest, key=lambda call: (self.estimates[call], str(call)))[: BEGINNINGS - 1]]

    def plan(self, call: SkillCall, limits: SearchLimits | None) -> tuple[SkillCall, ...] | None:
        """The best plan that begins with a call; None if there is none."""
        if call == self.best.steps[0]:
            return self.best.steps
        after = call.operator.apply(self.world.facts)
        if after is None or not self._kept(after):
            return None
        rest = replace(self.target, stages=self.target.stages[self._stage(after) :])
        seen = after | self.past | self.world.library.remember(after)
        found = find_plan(replace(self.world, facts=seen), rest, self.rankings, limits)
        return None if isinstance(found, NoPlan) else (call, *found.steps)

    def options(self, plans: Mapping[SkillCall, tuple[SkillCall, ...]]) -> list[Option]:
        """Every call with can and progress."""
        costs = {call: self._cost(plans[call]) if call in plans else self.estimates[call] for call in self.calls}
        least = min(self._cost(steps) for steps in plans.values())
        able = self._able()
        return [
            Option(
                call=call,
                steps=plans.get(call, ()),
                can=able.get(call),
                sure=float(np.prod([able.get(step, 1.0) for step in plans.get(call, (call,))])),
                progress=float(np.exp(min(0.0, least - costs[call]))),
                why_not="" if call in plans else self._why_no_plan(call),
            )
            for call in self.calls
        ]

    def _why_no_plan(self, call: SkillCall) -> str:
        barred = unmet(call.operator.condition, self.world.facts)
        if barred or not self._is_nearer(call):
            return "; ".join(barred) or "does not bring the goal nearer"
        return "others bring the goal nearer"

    def _is_nearer(self, call: SkillCall) -> bool:
        return self.estimates[call] - self._cost((call,)) < self.now - 1e-9

    def _able(self) -> dict[SkillCall, float]:
        """What the value function thinks of the calls that can be made now."""
        now = [call for call in self.calls if call.operator.applicable(self.world.facts)]
        if self.rankings.can is None or not now:
            return {}
        return dict(zip(now, np.asarray(self.rankings.can(now), dtype=np.float64).tolist(), strict=True))

    def _estimate(self, call: SkillCall) -> float:
        """What a plan that begins with a call costs, as far as the estimate is right; infinite if there is none."""
        after = call.operator.apply(self.world.facts)
        return NEVER if after is None else self._cost((call,)) + self._distance(after)

    def _distance(self, facts: frozenset[Fact]) -> float:
        """To the stages that are still to come, one by one."""
        state = self.problem.task.index.mask(facts | self.past | self.world.library.remember(facts))
        stages = self.problem.stages[self._stage(facts) :]
        return sum(self._plans.distance(state, stage).cost for stage in stages)

    def _stage(self, facts: frozenset[Fact]) -> int:
        """The first stage that is still to come when these facts hold next."""
        seen, stage = facts | self.past | self.world.library.remember(facts), 0
        while stage < len(self.target.stages) - 1 and holds(self.target.stages[stage], seen):
            stage += 1
        return stage

    def _kept(self, after: frozenset[Fact]) -> bool:
        """Whether nothing is lost that is to be kept."""
        now, then = self.world.facts | self.past, after | self.past
        return all(holds(condition, then) for condition in self.target.keep if holds(condition, now))

    def _cost(self, steps: Sequence[SkillCall]) -> float:
        return float(self.left_alone(steps).sum())


def _said(options: Sequence[Option], rankings: Rankings) -> list[Option]:
    """With scores; the language model is asked where plans are as good as equal."""
    costs = [_cost(option) for option in options]
    equal = _as_good(options, costs)
    likely: dict[SkillCall, float] = {}
    if rankings.say is not None and len(equal) > 1:
        likely = dict(zip(equal, np.asarray(rankings.say(equal), dtype=np.float64).tolist(), strict=True))
    most = max(likely.values(), default=0.0)
    total = sum(np.exp(nats - most) for nats in likely.values())
    said = []
    for option, cost in zip(options, costs, strict=True):
        nats = likely.get(option.call)
        if nats is not None:
            cost += SAY_WEIGHT * min(most - nats, MOST_NATS)
            option = replace(option, say=float(np.exp(nats - most) / total), log_likelihood=nats)
        said.append(replace(option, score=float(np.exp(-cost))))
    return said


def _as_good(options: Sequence[Option], costs: Sequence[float]) -> list[SkillCall]:
    """The calls that begin plans as good as the best, and that touch no more than it does."""
    least = min(costs)
    fewest = options[costs.index(least)].progress * np.exp(-OTHERS_TOUCHED / 2)
    pairs = zip(options, costs, strict=True)
    return [option.call for option, cost in pairs if cost <= least + EQUAL and option.progress >= fewest]


def _cost(option: Option) -> float:
    """-log(can x progress) of a plan; infinite for a call that begins none."""
    if not option.steps or option.progress <= 0:
        return NEVER
    return -float(np.log(option.progress)) - max(float(np.log(max(option.sure, 1e-300))), -MOST_NATS)


def _with_reasons(options: Sequence[Option]) -> tuple[Option, ...]:
    """Best first, each with the factor that cost it most; of equals, the one that search found first."""
    ranked = sorted(options, key=lambda option: (-round(option.score, 9), -option.progress))
    best = replace(ranked[0], chosen=True, why_not="")
    return (best, *(replace(option, why_not=option.why_not or _why_not(option, best)) for option in ranked[1:]))


def _why_not(option: Option, best: Option) -> str:
    gaps = {
        "progress": np.log(best.progress) - np.log(option.progress),
        "can": np.log(max(best.sure, 1e-300)) - np.log(max(option.sure, 1e-300)),
        "say": SAY_WEIGHT * ((best.log_likelihood or 0.0) - (option.log_likelihood or 0.0)),
    }
    worst = max(gaps, key=lambda name: float(gaps[name]))
    if gaps[worst] < 1e-9:
        return f"as good as {best.call}, which was found first"
    if worst == "say":
        return f"as good, but less what was said: say {option.say or 0:.2g} against {best.say or 0:.2g}"
    if worst == "can":
        return f"its plan is less sure to succeed: can {option.sure:.2f} against {best.sure:.2f}"
    more = len(option.steps) - len(best.steps)
    return f"its plan is {more} step{'' if more == 1 else 's'} longer" if more > 0 else "its plan touches more things"
