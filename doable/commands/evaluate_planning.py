"""`doable eval planning`: planners compared on the same tasks."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from doable.commands.options import BaseUrlOption, JsonOption, ModelOption, QuietOption, print_json
from doable.errors import BadInputError, checking

if TYPE_CHECKING:
    from doable.settings import Settings
    from evaluation.planning import PlannerReport, PlanningReport
    from evaluation.planning_suite import PlanningSuite
    from planner.task_planner import TaskPlanner

CLASSICAL = "classical"
WIDTH = 110
"""Columns of the table at least: a narrower terminal would cut its figures off."""


def planning(
    suite: Annotated[
        list[str] | None, typer.Option("--suite", help="A suite that ships with Doable, or a .jsonl file; repeatable.")
    ] = None,
    planner: Annotated[
        list[str] | None,
        typer.Option("--planner", help="goal, saycan, generate or classical; repeatable."),
    ] = None,
    ablations: Annotated[
        bool, typer.Option("--ablations/--no-ablations", help="Also without affordances, and without the adapter.")
    ] = True,
    limit: Annotated[int | None, typer.Option("--limit", min=1, help="So many tasks of each suite.")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Write the whole report to this file (JSON).")] = None,
    model: ModelOption = None,
    base_url: BaseUrlOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Goal and search, greedy SayCan, generation, and the classical planner that is told the true goal."""
    from doable.settings import load_settings
    from evaluation.planning import PlanningReport, evaluate_planner
    from evaluation.planning_suite import load_planning_suite, shipped_suites

    kinds, settings = _kinds(planner), load_settings(None, model, base_url)
    with checking():
        suites = [_shortened(load_planning_suite(name), limit) for name in suite or shipped_suites()]
    reports = [
        evaluate_planner(made, suites, affordances=affordances, adapter=adapter, progress=not quiet)
        for made, affordances, adapter in _planners(kinds, ablations, settings, suites)
    ]
    report = PlanningReport(model=settings.model, tasks=reports[0].overall.total, planners=tuple(reports))
    if out is not None:
        out.write_text(report.model_dump_json(indent=1), "utf-8")
    if as_json:
        return print_json(json.loads(report.model_dump_json()))
    _print(report)


def _kinds(asked: Sequence[str] | None) -> tuple[str, ...]:
    from doable.planning import KINDS

    valid = (*KINDS, CLASSICAL)
    wrong = [kind for kind in asked or () if kind not in valid]
    if wrong:
        raise BadInputError(f"unknown planner {wrong[0]!r} (planners: {', '.join(valid)})")
    return tuple(asked or valid)


def _shortened(suite: "PlanningSuite", limit: int | None) -> "PlanningSuite":
    """At most so many tasks, spread over the suite."""
    from dataclasses import replace

    if limit is None or limit >= len(suite.tasks):
        return suite
    return replace(suite, tasks=suite.tasks[:: -(-len(suite.tasks) // limit)])


def _planners(
    kinds: Sequence[str], ablations: bool, settings: "Settings", suites: Sequence["PlanningSuite"]
) -> Iterator[tuple["TaskPlanner", bool, bool | None]]:
    """Planners, whether preconditions count, and whether the adapter is on (None: there is none for them)."""
    from doable.planning import Planners, check_kind
    from evaluation.planning import classical_planner

    made = Planners(settings)
    for kind in kinds:
        if kind == CLASSICAL:
            yield classical_planner(suites), True, None
            continue
        for adapter in (None,) if kind != "goal" else (True, False) if ablations else (True,):
            for affordances in (True, False) if ablations else (True,):
                yield made.make(check_kind(kind), affordances, bool(adapter)), affordances, adapter


def _print(report: "PlanningReport") -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, title=f"{report.tasks} tasks, model {report.model}", title_justify="left")
    for name in ("planner", "right", "95 % interval", "s a task"):
        table.add_column(name, no_wrap=True)
    for row in report.planners:
        low, high = row.overall.interval
        right = f"{row.overall.passed} of {row.overall.total}"
        table.add_row(_title(row), right, f"{low:.1%} to {high:.1%}", f"{row.seconds:.2f}")
    console = Console()
    console.width = max(console.width, WIDTH)
    console.print(table)
    for row in report.planners:
        console.print(f"\n{_title(row)}", style="bold", highlight=False)
        console.print("  by suite: " + ", ".join(f"{name} {share}" for name, share in row.suites.items()))
        console.print(f"  {_mistakes(row)}", highlight=False)


def _title(row: "PlannerReport") -> str:
    without = [] if row.affordances else ["affordances"]
    without += ["adapter"] if row.adapter is False else []
    return f"{row.planner}{' without ' + ' and '.join(without) if without else ''}"


def _mistakes(row: "PlannerReport") -> str:
    from evaluation.planning import failures

    kinds = ", ".join(f"{kind} {count}" for kind, count in failures(row.results).items())
    needless = f"refused wrongly {row.refused_wrongly}, asked needlessly {row.asked_needlessly}"
    return f"{kinds or 'no failures'}; {needless}"
