"""`doable eval`: how well the learned parts and whole tasks work."""

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from doable.commands.options import (
    DEFAULT_SCENE,
    ExecutorOption,
    JsonOption,
    QuietOption,
    WorkersOption,
    print_json,
)
from doable.errors import checking

if TYPE_CHECKING:
    from rich.table import Table

    from evaluation.affordances import AffordanceReport

app = typer.Typer(no_args_is_help=True, help="Measure the learned parts and whole tasks against the simulator's truth.")


@app.command()
def affordances(
    scene: Annotated[str, typer.Option("--scene", help="tabletop or tabletop10.")] = DEFAULT_SCENE,
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
            scene=scene,
            executor_kind=executor,  # type: ignore[arg-type]
            feasible=feasible,
            infeasible=infeasible,
            scenes=scenes,
            progress=not quiet,
        )
    if as_json:
        return print_json(json.loads(report.model_dump_json()))
    _print(report)


def _flat(label: str, value: object) -> Iterator[tuple[str, str]]:
    """One figure, or those of a share or a group of shares."""
    if isinstance(value, dict) and set(value) == {"found", "of"}:
        yield label, f"{value['found']} of {value['of']}"
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _flat(f"{label}, {name}", part)
    else:
        yield label, f"{value:.4g}" if isinstance(value, float) else str(value)


def _by_skill(report: "AffordanceReport") -> "Table":
    from rich.table import Table

    table = Table("skill", box=None, pad_edge=False)
    for name in ("attempts", "AUROC", "of feasible ones", "calibration error", "sensitivity", "specificity"):
        table.add_column(name)
    for row in report.skills:
        shown = (row.auroc, row.auroc_rollouts, row.calibration_error, row.sensitivity, row.specificity)
        table.add_row(row.skill, str(row.rollouts), *(f"{figure:.3f}" for figure in shown))
    return table


def _print(report: "AffordanceReport") -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console()
    for name in ("grounder", "value_function", "success_detector"):
        table = Table("figure", "value", box=None, pad_edge=False, title=name.replace("_", " "), title_justify="left")
        for figure, value in getattr(report, name).model_dump().items():
            for label, figure_of in _flat(figure.replace("_", " "), value):
                table.add_row(label, figure_of)
        console.print(table, "")
    console.print(_by_skill(report), "")
    table = Table("skill", box=None, pad_edge=False)
    table.add_column("situation", no_wrap=True)
    for name in ("attempts", "succeeded", "value", "value right", "detector right"):
        table.add_column(name)
    for row in report.situations:
        figures = (row.value, row.value_accuracy, row.detector_accuracy)
        counts = (str(row.rollouts), str(row.successes))
        table.add_row(row.skill, row.kind, *counts, *(f"{figure:.2f}" for figure in figures))
    console.print(table)
