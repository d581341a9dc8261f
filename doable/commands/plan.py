"""`doable plan`: from an instruction to steps, without a robot."""

import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from doable.commands.options import (
    DEFAULT_ROBOT,
    DEFAULT_SEED,
    AnswersOption,
    BaseUrlOption,
    JsonOption,
    ModelOption,
    ObjectsOption,
    QuietOption,
    RobotOption,
    SeedOption,
    print_json,
    split_objects,
)
from doable.errors import BadInputError, ExitCode, checking

if TYPE_CHECKING:
    from planner.goals.target import PlanningWorld
    from planner.task_planner import Answer, Ask, TaskPlanner


def plan(
    task: Annotated[
        str | None, typer.Argument(metavar="[TASK]", help='In plain words: "bring me something to drink".')
    ] = None,
    domain: Annotated[
        Path | None, typer.Option("--domain", help="A skill library (.yaml, .py); the table-top skills unless given.")
    ] = None,
    facts: Annotated[
        Path | None, typer.Option("--facts", help="What is there: a YAML or JSON file with `objects` and `facts`.")
    ] = None,
    scene: Annotated[str | None, typer.Option("--scene", help="Look at a simulated scene instead of a file.")] = None,
    robot: RobotOption = DEFAULT_ROBOT,
    seed: SeedOption = DEFAULT_SEED,
    objects: ObjectsOption = None,
    oracle: Annotated[bool, typer.Option("--oracle", help="Take the scene from the simulator's truth.")] = False,
    suite: Annotated[Path | None, typer.Option("--suite", help="Plan every task of a planning suite (.jsonl).")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Where the answers to a suite go (.jsonl).")] = None,
    planner: Annotated[
        str, typer.Option("--planner", help="goal: read a goal, then search; saycan: step by step; generate: written.")
    ] = "goal",
    answer: AnswersOption = None,
    earlier: Annotated[
        list[str] | None,
        typer.Option("--earlier", help="What was asked for before, and how it ended: 'bring me the cup (failed)'."),
    ] = None,
    model: ModelOption = None,
    base_url: BaseUrlOption = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say what was understood, what else was considered, and why it was not.")
    ] = False,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Plan a task, or all tasks of a suite. Exit code 0: a plan, 1: none (refused, asked, given up), 2: bad input."""
    from doable.asking import Asking
    from doable.planning import check_kind, load_planner
    from doable.settings import load_settings

    kind, settings = check_kind(planner), load_settings(None, model, base_url)
    if suite is not None:
        _check_suite_call(task, out, facts, scene)
        return _plan_suite(suite, out or Path("-"), lambda: load_planner(kind, settings), quiet)
    if task is None:
        raise BadInputError('nothing to plan; give a task, e.g. "bring me an apple", or --suite SUITE.jsonl')
    world = _world(task, domain, facts, scene, (robot, seed, objects, oracle))
    begun = time.perf_counter()
    ask = Asking(answer or (), terminal=not as_json)
    found = _plan(load_planner(kind, settings, explain), task, world, ask, earlier or ())
    _show(found, time.perf_counter() - begun, explain, as_json)
    raise typer.Exit(ExitCode.ACHIEVED if found.status == "done" else ExitCode.NOT_ACHIEVED)


def _check_suite_call(task: str | None, out: Path | None, facts: Path | None, scene: str | None) -> None:
    if task is not None or facts is not None or scene is not None:
        raise BadInputError("--suite has its own tasks and facts; leave TASK, --facts and --scene out")
    if out is None:
        raise BadInputError("--suite needs --out PLANS.jsonl for the answers")


def _world(
    task: str, domain: Path | None, facts: Path | None, scene: str | None, where: tuple[str, int, str | None, bool]
) -> "PlanningWorld":
    from doable.library import load_library
    from doable.options import check_task
    from doable.planning import world_from_files, world_from_scene

    check_task(task)
    if (facts is None) == (scene is None):
        raise BadInputError("give either --facts FILE or --scene NAME, so that there is something to plan with")
    if facts is not None:
        return world_from_files(domain, facts)
    robot, seed, objects, oracle = where
    return world_from_scene(
        load_library(domain, scene=scene or ""), scene or "", robot, seed, split_objects(objects), oracle
    )


def _plan(planner: "TaskPlanner", task: str, world: "PlanningWorld", ask: "Ask", earlier: Sequence[str]) -> "Answer":
    """Plan a task after earlier ones.

    Raises:
        BadInputError: the planner does not look back.
    """
    from planner.task_planner import GoalPlanner

    if isinstance(planner, GoalPlanner):
        return planner.plan(task, world, ask, earlier)
    if earlier:
        raise BadInputError("--earlier is for --planner goal; the others do not look back")
    return planner.plan(task, world, ask)


def _show(found: "Answer", seconds: float, explain: bool, as_json: bool) -> None:
    if as_json:
        told: dict[str, Any] = {"explanation": list(found.explanation)} if explain else {}
        return print_json({**found.to_dict(), "seconds": round(seconds, 4), **told})
    for line in found.explanation if explain else ():
        typer.echo(line)
    if found.status == "asked":
        typer.echo(f"question: {found.question}")
    elif found.status == "done":
        for number, call in enumerate(found.steps, start=1):
            typer.echo(f"{number}. {call.text}")
        if not found.steps:
            typer.echo("nothing is left to do")
    else:
        typer.echo(f"{found.status.replace('_', ' ')}: {found.reason}")


def _plan_suite(suite: Path, out: Path, load: Any, quiet: bool) -> None:
    """One model for all tasks; every answer is on disk when the next task begins."""
    from evaluation.executor import with_progress
    from evaluation.planning_suite import answer_line, load_planning_suite, solve

    with checking():
        loaded = load_planning_suite(suite)
    planner: TaskPlanner = load()
    try:
        file = out.open("w", encoding="utf-8")
    except OSError as error:
        raise BadInputError(f"cannot write {out}: {error.strerror or error}") from error
    counts: dict[str, int] = {}
    with file:
        for task in loaded.tasks if quiet else with_progress(loaded.tasks, len(loaded.tasks), loaded.name):
            begun = time.perf_counter()
            found = solve(planner, task, loaded.world(task))
            counts[found.status] = counts.get(found.status, 0) + 1
            file.write(answer_line(task, found, time.perf_counter() - begun) + "\n")
            file.flush()
    if not quiet:
        typer.echo(json.dumps({"suite": loaded.name, "tasks": len(loaded.tasks), **counts, "out": str(out)}), err=True)
