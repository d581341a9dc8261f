"""`doable eval`: how well the learned parts and whole tasks work."""

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from doable.commands.options import (
    ExecutorOption,
    JsonOption,
    QuietOption,
    WorkersOption,
    print_json,
)
from doable.errors import checking

if TYPE_CHECKING:
    from evaluation.affordances import AffordanceReport

app = typer.Typer(no_args_is_help=True, help="Measure the learned parts and whole tasks against the simulator's truth.")


@app.command()
def affordances(
    scenes: Annotated[int, typer.Option("--scenes", min=1, help="Held-out scenes for the grounder.")] = 200,
    feasible: Annotated[int, typer.Option("--feasible", min=1, help="Attempts of each feasible kind.")] = 40,
    infeasible: Annotated[int, typer.Option("--infeasible", min=1, help="Attempts of each infeasible kind.")] = 12,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Of the first situation.")] = 910_000,
    keep: Annotated[
        Path | None, typer.Option("--keep", help="Keep the attempts in this folder, and reuse those that are there.")
    ] = None,
    workers: WorkersOption = 1,
    executor: ExecutorOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Grounder, value function and success detector in held-out situations."""
    from evaluation.affordances import evaluate_affordances

    with tempfile.TemporaryDirectory() as temporary, checking():
        folder = keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        report = evaluate_affordances(
            seed,
            folder,
            workers,
            executor_kind=executor,  # type: ignore[arg-type]
            feasible=feasible,
            infeasible=infeasible,
            scenes=scenes,
            progress=not quiet,
        )
    if as_json:
        return print_json(json.loads(report.model_dump_json()))
    _print(report)


def _print(report: "AffordanceReport") -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console()
    for name in ("grounder", "value_function", "success_detector"):
        table = Table("figure", "value", box=None, pad_edge=False, title=name.replace("_", " "), title_justify="left")
        for figure, value in getattr(report, name).model_dump().items():
            table.add_row(figure.replace("_", " "), f"{value:.4g}" if isinstance(value, float) else str(value))
        console.print(table, "")
    table = Table("skill", box=None, pad_edge=False)
    table.add_column("situation", no_wrap=True)
    for name in ("attempts", "succeeded", "value", "value right", "detector right"):
        table.add_column(name)
    for row in report.situations:
        figures = (row.value, row.value_accuracy, row.detector_accuracy)
        counts = (str(row.rollouts), str(row.successes))
        table.add_row(row.skill, row.kind, *counts, *(f"{figure:.2f}" for figure in figures))
    console.print(table)
