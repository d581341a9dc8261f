"""`doable eval tasks`: whole tasks, carried out and judged by the simulator's truth."""

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from doable.commands.options import (
    DEFAULT_PLANNER,
    BaseUrlOption,
    ExecutorOption,
    JsonOption,
    ModelOption,
    OracleOption,
    OracleSkillsOption,
    QuietOption,
    RunPlannerOption,
    WorkersOption,
    print_json,
)
from doable.errors import BadInputError, checking

if TYPE_CHECKING:
    from evaluation.tasks import Mode, SuiteReport

COMPARED: "tuple[Mode, ...]" = ("full", "no_can", "no_recovery")
"""What `--compare` runs."""
TITLES = {"full": "full", "no_can": "without value functions", "no_recovery": "without recovery"}


def tasks(
    suite: Annotated[str, typer.Option("--suite", help="A suite that ships with Doable, or a YAML file.")] = "smoke",
    seeds: Annotated[int, typer.Option("--seeds", min=1, help="Scenes for each task.")] = 20,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Of the first scene.")] = 930_000,
    planner: RunPlannerOption = DEFAULT_PLANNER,
    no_say: Annotated[bool, typer.Option("--no-say", help="Rank without the language model.")] = False,
    no_can: Annotated[bool, typer.Option("--no-can", help="Rank without the value function.")] = False,
    no_recovery: Annotated[bool, typer.Option("--no-recovery", help="A step that fails ends the run.")] = False,
    oracle: OracleOption = False,
    oracle_skills: OracleSkillsOption = False,
    ceiling: Annotated[
        bool,
        typer.Option("--ceiling", help="True goal and scene, search, scripted skills: nothing learned takes part."),
    ] = False,
    compare: Annotated[
        bool, typer.Option("--compare", help="In full, without value functions and without recovery, in one table.")
    ] = False,
    model: ModelOption = None,
    base_url: BaseUrlOption = None,
    keep: Annotated[
        Path | None, typer.Option("--keep", help="Keep the traces: a directory that --data-dir of doable trace takes.")
    ] = None,
    workers: WorkersOption = 1,
    executor: ExecutorOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Whole tasks from instruction to goal, by the simulator's truth, with the share of failures by cause."""
    from doable.evaluated import EvaluatedAgents, mode_of
    from doable.options import check_planner
    from doable.settings import load_settings
    from evaluation.suites import load_suite
    from evaluation.tasks import evaluate_tasks

    modes = (mode_of(not no_say, not no_can, not no_recovery, ceiling),)
    if compare and modes != ("full",):
        raise BadInputError("--compare leaves things out by itself; give it without --no-…, and without --ceiling")
    with tempfile.TemporaryDirectory() as temporary, checking():
        settings, tasks = load_settings(keep or Path(temporary), model, base_url), load_suite(suite)
        agents = EvaluatedAgents(settings, check_planner(planner), oracle, oracle_skills)
        agents.check(tasks.scene, modes[0])
        reports = {
            mode: evaluate_tasks(
                tasks,
                agents,
                seeds,
                seed,
                mode=mode,
                planner=planner,
                workers=workers,
                executor_kind=executor,  # type: ignore[arg-type]
                progress=not quiet,
            )
            for mode in (COMPARED if compare else modes)
        }
    _tell(reports, as_json)


def _tell(reports: "Mapping[Mode, SuiteReport]", as_json: bool) -> None:
    data = {mode: json.loads(report.model_dump_json()) for mode, report in reports.items()}
    if as_json:
        return print_json(data if len(data) > 1 else next(iter(data.values())))
    if len(reports) > 1:
        return _compare(reports)
    for report in reports.values():
        _print(report)


def _print(report: "SuiteReport") -> None:
    rates = [(task.task, task.successes, task.runs, task.interval) for task in report.tasks]
    rates.append(("all", report.successes, report.runs, report.interval))
    width = max(10, *(len(name) for name, *_ in rates))
    for name, successes, runs, (low, high) in rates:
        share = f"{successes / runs:.1%}, 95 % interval {low:.1%} to {high:.1%}"
        typer.echo(f"{name:<{width}} {successes} of {runs} ({share})")
    typer.echo(f"{'verified':<{width}} {report.verified}, wrongly {report.verified_wrongly}")
    typer.echo(f"{'failures':<{width}} {_causes(report)}")


def _compare(reports: "Mapping[Mode, SuiteReport]") -> None:
    """One row a task, one column for each way to run it; below, all tasks with their interval, and the causes."""
    from rich.console import Console
    from rich.table import Table

    table, columns = Table("task", box=None, pad_edge=False), list(reports.values())
    for mode in reports:
        table.add_column(TITLES.get(mode, mode), no_wrap=True)
    for rates in zip(*(report.tasks for report in columns), strict=True):
        table.add_row(rates[0].task, *(f"{rate.successes} of {rate.runs}" for rate in rates))
    table.add_row("all", *(f"{report.successes} of {report.runs}" for report in columns))
    table.add_row("95 % interval", *("{:.1%} to {:.1%}".format(*report.interval) for report in columns))
    table.add_row("verified wrongly", *(str(report.verified_wrongly) for report in columns))
    console = Console()
    console.print(table)
    for mode, report in reports.items():
        console.print(f"failures, {TITLES.get(mode, mode)}: {_causes(report)}", highlight=False)


def _causes(report: "SuiteReport") -> str:
    return ", ".join(f"{cause} {share:.0%}" for cause, share in report.failures.items()) or "none"
