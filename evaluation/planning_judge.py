"""Whether an answer to a planning task is right: its steps are carried out by the library's rules, then the goal is
looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from evaluation.planning_suite import PlanningTask
from grounding import Fact, Scene, SceneObject
from planner.goals.target import PlanningWorld
from planner.task_planner import Answer
from skills import SkillCall
from skills.conditions import holds, parse_condition, unmet

Failure = Literal["wrong status", "acted without asking", "precondition broken", "goal not reached", "too long"]

EXPECTED: Mapping[str, str] = {"done": "done", "refuse": "refused", "ask": "asked"}
"""The status that fits an expectation, of a task without a reply."""


@dataclass(frozen=True)
class Judgement:
    """What is wrong with an answer."""

    failure: Failure | None
    """None if nothing is."""
    detail: str = ""

    @property
    def passed(self) -> bool:
        """Whether the answer is right."""
        return self.failure is None


def judge(task: PlanningTask, world: PlanningWorld, answer: Answer) -> Judgement:
    """Judge one answer as the planning suites' own checker does."""
    replied = task.expect == "ask" and task.answer is not None
    wanted = "done" if replied else EXPECTED[task.expect]
    if answer.status != wanted:
        return Judgement(
            "wrong status", f"{answer.status} instead of {wanted}: {answer.reason or answer.question or ''}"
        )
    if wanted != "done":
        said = answer.reason if wanted == "refused" else answer.question
        return Judgement(None) if said and not answer.steps else Judgement("wrong status", "no word of why, or steps")
    if replied and not answer.question:
        return Judgement("acted without asking")
    return judge_steps(task, world, tuple(call for call in answer.steps if call.name != "done"))


def judge_steps(task: PlanningTask, world: PlanningWorld, steps: Sequence[SkillCall]) -> Judgement:
    """Carry out the steps and look at the goal; where a task has stages, each must come about before the next."""
    library, facts = world.library, world.facts
    things = Scene(tuple(SceneObject(*item) for item in world.objects.items()))
    possible = {call: call for call in library.calls(things)}  # a planner may have believed in other preconditions
    seen = [facts | library.remember(facts)]
    for number, call in enumerate(steps, start=1):
        real = possible.get(call)
        after = None if real is None else real.operator.apply(facts)
        if after is None:
            why = "no such call here" if real is None else "; ".join(unmet(real.operator.condition, facts))
            return Judgement("precondition broken", f"step {number}: {call}: {why}")
        past = frozenset(fact for fact in seen[-1] if fact.predicate in library.history)
        facts = after
        seen.append(facts | past | library.remember(facts))
    if not holds(task.condition, seen[-1]):
        return Judgement("goal not reached", f"after {len(steps)} steps")
    if not _in_order(task, seen):
        return Judgement("goal not reached", "in the wrong order")
    if task.max_steps is not None and len(steps) > task.max_steps:
        return Judgement("too long", f"{len(steps)} steps, at most {task.max_steps}")
    return Judgement(None)


def _in_order(task: PlanningTask, seen: Sequence[frozenset[Fact]]) -> bool:
    """Whether each stage first holds before the next one does."""
    conditions = [parse_condition(stage) for stage in task.stages or ()]
    first = [next((time for time, facts in enumerate(seen) if holds(c, facts)), None) for c in conditions]
    return all(a is not None and b is not None and a < b for a, b in pairwise(first))
