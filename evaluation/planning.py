"""Planners compared on the same tasks: how many are right, with intervals, and how long a task takes."""

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pydantic import BaseModel, ConfigDict

from evaluation.classical import ClassicalPlanner, key
from evaluation.executor import with_progress
from evaluation.metrics import wilson_interval
from evaluation.planning_judge import judge
from evaluation.planning_suite import PlanningSuite, PlanningTask, solve
from planner.goals.target import Target
from planner.task_planner import Answer, TaskPlanner


class Judged(BaseModel):
    """One answer."""

    model_config = ConfigDict(frozen=True)

    suite: str
    id: str
    family: str
    expect: str
    status: str
    failure: str | None
    """What is wrong, in short; None if the answer is right."""
    detail: str
    seconds: float


class Share(BaseModel):
    """How many of how many, with the 95 % Wilson interval."""

    model_config = ConfigDict(frozen=True)

    passed: int
    total: int
    interval: tuple[float, float]

    @classmethod
    def of(cls, results: Sequence[Judged]) -> "Share":
        """Of some answers."""
        passed = sum(result.failure is None for result in results)
        return cls(passed=passed, total=len(results), interval=wilson_interval(passed, len(results)))

    def __str__(self) -> str:
        low, high = self.interval
        return f"{self.passed}/{self.total} ({low:.0%}-{high:.0%})"


class PlannerReport(BaseModel):
    """How one planner did."""

    model_config = ConfigDict(frozen=True)

    planner: str
    affordances: bool
    """Whether preconditions counted."""
    adapter: bool | None
    """Whether the model had the weights that were trained for this; None: there are none for this planner."""
    overall: Share
    suites: Mapping[str, Share]
    families: Mapping[str, Share]
    """By suite and family, ``suite/family``."""
    seconds: float
    """A task, on average."""
    refused_wrongly: Share
    """Tasks that can be done and were refused; ``passed`` counts these."""
    asked_needlessly: Share
    """Tasks that were clear and led to a question; ``passed`` counts these."""
    results: tuple[Judged, ...]


class PlanningReport(BaseModel):
    """All planners on the same tasks."""

    model_config = ConfigDict(frozen=True)

    model: str
    tasks: int
    planners: tuple[PlannerReport, ...]


def evaluate_planner(
    planner: TaskPlanner,
    suites: Iterable[PlanningSuite],
    *,
    affordances: bool = True,
    adapter: bool | None = None,
    progress: bool = False,
) -> PlannerReport:
    """Let a planner answer every task of some suites.

    Args:
        planner: answers; one that breaks at a task has given up there.
        suites: the tasks.
        affordances: for the report.
        adapter: for the report.
        progress: show a bar on standard error.
    """
    work = [(suite, task) for suite in suites for task in suite.tasks]
    judged = (_judged(planner, suite, task) for suite, task in work)
    results = tuple(with_progress(judged, len(work), planner.name) if progress else judged)
    doable = [result for result in results if result.expect != "refuse"]
    clear = [result for result in results if result.expect != "ask"]
    return PlannerReport(
        planner=planner.name,
        affordances=affordances,
        adapter=adapter,
        overall=Share.of(results),
        suites=_shares((result.suite, result) for result in results),
        families=_shares((f"{result.suite}/{result.family}", result) for result in results),
        seconds=sum(result.seconds for result in results) / max(1, len(results)),
        refused_wrongly=_how_many(doable, "refused"),
        asked_needlessly=_how_many(clear, "asked"),
        results=results,
    )


def classical_planner(suites: Iterable[PlanningSuite]) -> ClassicalPlanner:
    """The ceiling: it is told the true goal of every task."""
    tasks = {key(task.instruction, suite.world(task)): task for suite in suites for task in suite.tasks}
    asks = {name: task.expect == "ask" for name, task in tasks.items()}
    return ClassicalPlanner({name: _truth(task) for name, task in tasks.items()}, asks)


def failures(results: Iterable[Judged]) -> Mapping[str, int]:
    """How often each kind of failure occurred, the most frequent first."""
    return dict(Counter(result.failure for result in results if result.failure).most_common())


def _truth(task: PlanningTask) -> Target | Answer:
    if task.expect == "refuse":
        return Answer("refused", reason="told so")
    return Answer("asked", question="told so") if task.expect == "ask" and task.answer is None else task.target


def _judged(planner: TaskPlanner, suite: PlanningSuite, task: PlanningTask) -> Judged:
    world = suite.world(task)
    begun = time.perf_counter()
    answer = solve(planner, task, world)
    seconds = time.perf_counter() - begun
    found = judge(task, world, answer)
    return Judged(
        suite=suite.name,
        id=task.id,
        family=task.family,
        expect=task.expect,
        status=answer.status,
        failure=found.failure,
        detail=found.detail,
        seconds=seconds,
    )


def _shares(named: Iterable[tuple[str, Judged]]) -> dict[str, Share]:
    groups: dict[str, list[Judged]] = {}
    for name, result in named:
        groups.setdefault(name, []).append(result)
    return {name: Share.of(group) for name, group in groups.items()}


def _how_many(results: Sequence[Judged], status: str) -> Share:
    count = sum(result.status == status for result in results)
    return Share(passed=count, total=len(results), interval=wilson_interval(count, len(results)))
