"""What a shortlist loses: tasks of the planning suites, in worlds that were filled up to thousands of calls.

The language model's opinion is left out. In its place stands a chooser that sees only the list, and takes the call from
which search knows the shortest way to the true goal. Two things are counted:

- *kept*: at every step the list held a call that begins a plan as short as the shortest that search knows without a
  list. It may be any such call: where twenty cups are to be fetched, any of the twenty.
- *right*: where the chooser ended is right in the eyes of the suites' judge: the goal holds, in the right order, after
  no more steps than the task allows. Detours are allowed here. Beside it stands the same without a list.

A lower bound: of the calls that could be a way round, only those are tried that name a thing of the goal or plan.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import prod
from typing import Any

from evaluation.metrics import wilson_interval
from evaluation.planning_judge import judge_steps
from evaluation.planning_suite import PlanningSuite, PlanningTask
from planner.baselines import after, calls_of
from planner.goals.target import PlanningWorld, Target
from planner.pursuit import Pursuit
from planner.search import Plan, find_plan
from planner.search.things import named
from planner.shortlist import Encoder, Shortlist
from planner.vetoes import DONE
from skills import SkillCall, SkillLibrary
from skills.conditions import canonical
from skills.library import PLACE

ADJECTIVES = tuple(
    "red blue green yellow purple orange cyan white black brown pink gray old new big small round flat".split()  # noqa: SIM905
)
MADE_OF = ("wooden", "glass", "steel", "paper", "plastic", "rubber")
MOST_COPIES = 4_000
SPARE_STEPS = 4
"""Detours that are followed where a task sets no limit, in [steps]."""

Steps = tuple[SkillCall, ...]


@dataclass(frozen=True)
class Moment:
    """Where a chooser stands."""

    world: PlanningWorld
    pursuit: Pursuit

    @classmethod
    def at(cls, world: PlanningWorld, target: Target) -> "Moment":
        """The beginning."""
        return cls(world, Pursuit(target).seen(world.facts, world.library))

    @property
    def achieved(self) -> bool:
        """Whether all is done."""
        return self.pursuit.achieved(self.world.facts)

    def then(self, call: SkillCall) -> "Moment":
        """After a call that can be made."""
        world = after(self.world, call)
        return Moment(world, self.pursuit.seen(world.facts, world.library))

    def way(self) -> Steps | None:
        """A short way to the goal, as search knows it."""
        found = find_plan(replace(self.world, facts=self.world.facts | self.pursuit.past), self.pursuit.remaining)
        return found.steps if isinstance(found, Plan) else None

    def leads(self, steps: Iterable[SkillCall]) -> bool:
        """Whether these steps can be made one after the other, and end at the goal."""
        moment = self
        for call in steps:
            if not call.operator.applicable(moment.world.facts):
                return False
            moment = moment.then(call)
        return moment.achieved


@dataclass(frozen=True)
class Walk:
    """What a chooser did that was given lists."""

    steps: Steps
    kept: bool
    """Whether no list forced it to go a longer way, or to stop."""


def walk(instruction: str, world: PlanningWorld, target: Target, shortlist: Shortlist, most: int | None) -> Walk | None:
    """From list to list, until the goal, the last step or the last idea; None if search knows no plan to begin with.

    Args:
        instruction: what was said; only the shortlist reads it.
        world: where.
        target: the true goal, which only the chooser knows.
        shortlist: who makes the lists.
        most: steps that are allowed; a few more than the plan has if None.
    """
    moment, every = Moment.at(world, target), calls_of(world)
    plan = moment.way()
    if plan is None:
        return None
    most = len(plan) + SPARE_STEPS if most is None else most
    taken, kept = list[SkillCall](), True
    while not moment.achieved and len(taken) < most:
        listed = shortlist.choose(instruction, moment.world, every)
        way = best_way(listed, moment, plan)
        if way is None:
            return Walk(tuple(taken), False)
        kept = kept and len(way) <= len(plan)
        moment, plan = moment.then(way[0]), way[1:]
        taken.append(way[0])
    return Walk(tuple(taken), kept and moment.achieved)


def best_way(listed: Sequence[SkillCall], moment: Moment, plan: Steps) -> Steps | None:
    """The shortest known way to the goal that begins on the list; None if none does.

    Args:
        listed: calls that may be taken now.
        moment: where it stands.
        plan: a way that begins anywhere.
    """
    if plan and plan[0] in listed:
        return plan
    for place, call in enumerate(plan[1:], start=1):
        sooner = (call, *plan[:place], *plan[place + 1 :])
        if call in listed and moment.leads(sooner):
            return sooner
    best: Steps | None = None
    for way in _ways_round(listed, moment, plan):
        if len(way) <= len(plan):
            return way
        best = way if best is None or len(way) < len(best) else best
    return best


def _ways_round(listed: Sequence[SkillCall], moment: Moment, plan: Steps) -> Iterator[Steps]:
    about = named(moment.pursuit.target) | {name for call in plan for name in call.arguments.values()}
    for call in listed:
        if call.name != DONE and not about.isdisjoint(call.arguments.values()):
            rest = moment.then(call).way()
            if rest is not None:
                yield (call, *rest)


def shortlist_loss(
    suites: Sequence[PlanningSuite], calls: int, encoder: Encoder, size: int, limit: int | None = None
) -> dict[str, Any]:
    """What is lost over the tasks that can be done, in worlds of about so many calls.

    Args:
        suites: where the tasks come from.
        calls: how many candidates each world is given.
        encoder: of the shortlist.
        size: of the shortlist.
        limit: how many tasks at most, spread over the suites; None for all.
    """
    tasks = [(suite, task) for suite in suites for task in suite.tasks if task.expect == "done"]
    tasks = tasks[:: -(-len(tasks) // limit)] if limit else tasks
    results = list(_walks(tasks, calls, Shortlist(encoder, size)))
    kept, right, without = (sum(result[i] for result in results) for i in range(3))
    return {
        "calls": calls,
        "size": size,
        "tasks": len(results),
        "kept": kept,
        "right": right,
        "right_without_a_list": without,
        "points_lost": 100 * (without - right) / max(1, len(results)),
        "interval_of_kept": wilson_interval(kept, len(results)),
        "lost": [f"{s.name}/{t.id}" for (s, t), result in zip(tasks, results, strict=True) if not result[0]],
    }


def _walks(
    tasks: Iterable[tuple[PlanningSuite, PlanningTask]], calls: int, shortlist: Shortlist
) -> Iterator[tuple[bool, bool, bool]]:
    """For each task: kept, right, right without a list. Neighbours often share a world."""
    key, world = "", None
    for suite, task in tasks:
        own = json.dumps([task.domain, dict(task.world.objects), task.world.facts])
        if own != key or world is None:
            key, world = own, crowded(suite.world(task), calls)
        plan = Moment.at(world, task.target).way()
        walked = walk(task.instruction, world, task.target, shortlist, task.max_steps)
        without = plan is not None and judge_steps(task, world, plan).passed
        right = walked is not None and judge_steps(task, world, walked.steps).passed
        yield walked is not None and walked.kept, right, without


def crowded(world: PlanningWorld, calls: int) -> PlanningWorld:
    """The same world with more things of its categories, of other looks, until there are so many calls.

    Each new thing stands where one of its category stands, but neither in the hand nor on, in or beside a thing that
    could itself be moved: it must not get in the way of the task.
    """
    placed = {fact.arguments[0] for fact in world.facts if len(fact.arguments) == 2}
    of_the_robot = frozenset(world.library.history.values())
    originals = [(canonical(id), category) for id, category in world.objects.items()]
    objects, facts = dict(world.objects), set(world.facts)
    fitting = _fitting(world.library, objects.values())
    copies = 0
    while originals and _how_many(world.library, fitting) < calls and copies < MOST_COPIES:
        id, category = originals[copies % len(originals)]
        look = f"{ADJECTIVES[copies % len(ADJECTIVES)]} {MADE_OF[copies // len(ADJECTIVES) % len(MADE_OF)]}"
        name = f"{look} {category} {100 + copies}"
        objects[name] = category
        fitting.update(world.library.types_of(category))
        about = [
            fact
            for fact in world.facts
            if fact.arguments[:1] == (id,)
            and fact.predicate not in of_the_robot
            and placed.isdisjoint(fact.arguments[1:])
        ]
        facts |= {replace(fact, arguments=(name, *fact.arguments[1:])) for fact in about}
        copies += 1
    return replace(world, objects=objects, facts=frozenset(facts))


def _fitting(library: SkillLibrary, categories: Iterable[str]) -> Counter[str]:
    """How many things, places included, are of each type."""
    types = [library.types_of(category) for category in categories]
    types += [frozenset((PLACE, place)) for place in library.places]
    return Counter(name for have in types for name in have)


def _how_many(library: SkillLibrary, fitting: Counter[str]) -> int:
    """About how many calls there are; quicker than making them."""
    return sum(prod(fitting[wanted] for wanted in skill.parameters.values()) for skill in library)
