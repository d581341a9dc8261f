"""Whole tasks, from an instruction to what truly holds in the end, with the share of failures by cause.

The agent is given by a factory: evaluation knows neither how it is put together nor how it decides, and follows it
only through the events of its trace.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal, Protocol

from pydantic import BaseModel, ConfigDict

from evaluation.attribution import Cause, Moment, attribute
from evaluation.executor import ExecutorKind, executor, with_progress
from evaluation.metrics import wilson_interval
from evaluation.rollouts import SETTLING_STEPS
from evaluation.staging import stage
from evaluation.suites import Suite, Task, TaskTemplate
from simulation.world import SimulatedWorld
from skills import SkillLibrary
from skills.builtin import tabletop10_library, tabletop_library
from skills.conditions import canonical_facts, holds
from traces import RunFinished
from traces.events import BaseEvent

FIRST_SEED = 930_000

Mode = Literal["full", "no_can", "no_say", "no_recovery", "no_can_no_recovery", "no_say_no_recovery", "ceiling"]
"""``full``: say x can, and recovery; ``no_can``: without the value function; ``no_say``: without the language model;
``no_recovery``: a step that fails ends the run; ``ceiling``: the true goal and scene, and scripted skills."""


LIBRARIES: Mapping[str, Callable[[], SkillLibrary]] = {"tabletop": tabletop_library, "tabletop10": tabletop10_library}
"""What can be done in each scene, for the causes of failures."""


class TaskAgent(Protocol):
    """Whoever carries out tasks in a world and writes a trace."""

    def run(self, task: str, listener: Callable[[BaseEvent], None]) -> object:
        """Carry out a task; the listener hears every event, in order, when it is written."""
        ...


AgentFactory = Callable[[SimulatedWorld, Mode, Task], TaskAgent]
"""Puts an agent into a world, for one task; a module-level function, so that other processes can call it too. The task
is told for its budget, and for agents that are told the true goal."""


class TaskResult(BaseModel):
    """One run of one task."""

    model_config = ConfigDict(frozen=True)

    task: str
    instruction: str
    seed: int
    success: bool
    """Whether the goal truly holds in the end."""
    verified: bool
    """Whether the agent believes so."""
    cause: Cause | None
    """Of a failure."""
    steps: int
    recoveries: int
    message: str = ""
    """What broke, if the program did."""


class TaskRate(BaseModel):
    """Successes of one task over its seeds."""

    model_config = ConfigDict(frozen=True)

    task: str
    runs: int
    successes: int
    rate: float
    interval: tuple[float, float]


class SuiteReport(BaseModel):
    """The result of an evaluation."""

    model_config = ConfigDict(frozen=True)

    suite: str
    robot: str
    planner: str
    """What it is called in the front door; empty if nobody said."""
    mode: Mode
    seed: int
    runs: int
    successes: int
    rate: float
    interval: tuple[float, float]
    """Wilson score interval of the rate, 95 %."""
    verified: int
    """Runs that the agent believes to have succeeded."""
    verified_wrongly: int
    """Those among them that have not."""
    failures: Mapping[Cause, float]
    """Share of the failures by cause."""
    tasks: tuple[TaskRate, ...]
    results: tuple[TaskResult, ...]


@dataclass(frozen=True)
class _Run:
    """One run to make, picklable."""

    suite: Suite
    template: TaskTemplate
    seed: int
    robot: str
    mode: Mode


def evaluate_tasks(
    suite: Suite,
    agent_for: AgentFactory,
    seeds: int = 20,
    seed: int = FIRST_SEED,
    *,
    mode: Mode = "full",
    planner: str = "",
    robot: str = "panda",
    workers: int = 1,
    executor_kind: ExecutorKind | None = None,
    progress: bool = False,
) -> SuiteReport:
    """Run every task of a suite in ``seeds`` scenes each.

    Args:
        suite: the tasks.
        agent_for: puts an agent into a world.
        seeds: how many scenes a task gets.
        seed: of the first scene.
        mode: what takes part in the ranking.
        planner: what the agents plan with, for the report.
        robot: which robot.
        workers: processes.
        executor_kind: what they run on; see ``evaluation.executor``.
        progress: show a bar on standard error.
    """
    work = [_Run(suite, template, seed + i, robot, mode) for template in suite.tasks for i in range(seeds)]
    results = executor(workers, executor_kind).map(partial(_run, agent_for=agent_for), work)
    done = list(with_progress(results, len(work), f"{suite.name} ({mode})") if progress else results)
    return _report(suite, robot, planner, mode, seed, done)


def _run(run: _Run, agent_for: AgentFactory) -> TaskResult:
    """Make one run, in whichever process."""
    spec, task = stage(run.suite, run.template, run.seed)
    world = SimulatedWorld(spec, run.robot)
    try:
        return _carry_out(task, run, world, agent_for)
    finally:
        world.close()


def _carry_out(task: Task, run: _Run, world: SimulatedWorld, agent_for: AgentFactory) -> TaskResult:
    moments: list[Moment] = []
    message = ""
    try:
        agent = agent_for(world, run.mode, task)
        agent.run(task.instruction, lambda event: moments.append(Moment(event, world.privileged.truth())))
    except Exception as error:  # one broken run must not end the evaluation: it is counted as a failure
        message = f"{type(error).__name__}: {error}"
    world.release()
    world.advance(SETTLING_STEPS)
    success = holds(task.condition, canonical_facts(world.privileged.truth().facts()))
    finished = next((m.event for m in reversed(moments) if isinstance(m.event, RunFinished)), None)
    return TaskResult(
        task=task.id,
        instruction=task.instruction,
        seed=run.seed,
        success=success,
        verified=finished is not None and finished.verified,
        cause=None if success else _cause(message, moments, task, run.suite.scene),
        steps=finished.steps if finished else 0,
        recoveries=finished.recoveries if finished else 0,
        message=message,
    )


def _cause(message: str, moments: Sequence[Moment], task: Task, scene: str) -> Cause:
    return "error" if message else attribute(moments, task.condition, LIBRARIES[scene]())


def _report(
    suite: Suite, robot: str, planner: str, mode: Mode, seed: int, results: Sequence[TaskResult]
) -> SuiteReport:
    successes, causes = sum(r.success for r in results), Counter(r.cause for r in results if r.cause)
    return SuiteReport(
        suite=suite.name,
        robot=robot,
        planner=planner,
        mode=mode,
        seed=seed,
        runs=len(results),
        successes=successes,
        rate=successes / len(results),
        interval=wilson_interval(successes, len(results)),
        verified=sum(r.verified for r in results),
        verified_wrongly=sum(r.verified and not r.success for r in results),
        failures={cause: count / causes.total() for cause, count in causes.most_common()},
        tasks=tuple(_rate(task.id, [r for r in results if r.task == task.id]) for task in suite.tasks),
        results=tuple(results),
    )


def _rate(task: str, results: Sequence[TaskResult]) -> TaskRate:
    successes = sum(r.success for r in results)
    interval = wilson_interval(successes, len(results))
    return TaskRate(task=task, runs=len(results), successes=successes, rate=successes / len(results), interval=interval)
