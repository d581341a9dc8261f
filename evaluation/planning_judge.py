"""Whether an answer to a planning task is right: its steps are carried out by the library's rules, then the goal is
looked at."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from evaluation.planning_suite import PlanningTask
from grounding import Scene, SceneObject
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
    return judge_steps(task, world, [call for call in answer.steps if call.name != "done"])


def judge_steps(task: PlanningTask, world: PlanningWorld, steps: list[SkillCall]) -> Judgement:
    """Carry out the steps and look at the goal, and at the order of its stages where the task has them."""
    library, facts = world.library, world.facts
    possible = set(library.calls(Scene(tuple(SceneObject(*item) for item in world.objects.items()))))
    past, stages = library.remember(facts), list(task.stages or (task.goal,))
    for number, call in enumerate((None, *steps)):
        if call is not None:
            after = call.operator.apply(facts) if call in possible else None
            if after is None:
                why = "; ".join(unmet(call.operator.condition, facts)) or "no such call here"
                return Judgement("precondition broken", f"step {number}: {call}: {why}")
            facts, past = after, past | library.remember(after)
        while len(stages) > 1 and holds(parse_condition(stages[0]), facts | past):
            stages.pop(0)
    if len(stages) > 1 or not holds(task.condition, facts | past):
        return Judgement("goal not reached", f"after {len(steps)} steps")
    if task.max_steps is not None and len(steps) > task.max_steps:
        return Judgement("too long", f"{len(steps)} steps, at most {task.max_steps}")
    return Judgement(None)
