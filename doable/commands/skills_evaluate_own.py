"""`doable skills evaluate FILE`: how well a skill of a person's own works, by situation."""

import json
from typing import TYPE_CHECKING

import typer

from doable.commands.options import print_json
from doable.errors import checking
from doable.scenes import check_learned
from weights.store import directory

if TYPE_CHECKING:
    from evaluation.taught import TaughtReport


def is_own(skill: str) -> bool:
    """Whether a file is meant, or a skill that was added or comes with an installed package."""
    from simulation.lessons import TEACHINGS

    return ".py" in skill or skill not in TEACHINGS


def evaluate_own(
    skill: str,
    robot: str,
    episodes: int,
    seed: int,
    variant: str,
    workers: int,
    executor: str | None,
    oracle: bool,
    quiet: bool,
    *,
    as_json: bool,
) -> None:
    """Let what a skill's training made attempt it in held-out scenes, and say what became of that.

    Raises:
        BadInputError: no such skill is taught, or there are no weights for it.
        LibraryError: its file is missing, fails, or teaches nothing.
    """
    from doable.taught import find_taught
    from evaluation.own_parts import OwnParts
    from evaluation.taught import evaluate_taught

    taught = find_taught(skill)
    if not oracle:
        check_learned(("vla", "value", "detector"))
    parts = None if oracle else OwnParts(directory(), taught.name, taught.own)
    with checking():
        report = evaluate_taught(
            taught.teaching,
            parts,
            taught.file,
            episodes,
            seed,
            robot=robot,
            variant=variant,
            workers=workers,
            executor_kind=executor,  # type: ignore[arg-type]
            progress=not quiet,
        )
    if as_json:
        return print_json(json.loads(report.model_dump_json()))
    _say(report)


def _say(report: "TaughtReport") -> None:
    low, high = report.interval
    typer.echo(f"{report.skill} on {report.robot}, {report.variant}: {report.successes} of {report.episodes} succeeded")
    typer.echo(
        f"rate {report.rate:.1%} (95 % interval {low:.1%} to {high:.1%}), wrong object {report.wrong_object:.1%}"
    )
    typer.echo(f"mean time of an attempt {report.seconds:.1f} s")
    for kind in report.situations:
        low, high = kind.interval
        told = "" if kind.value is None else f", foretold {kind.value:.2f}"
        feasible = "" if kind.feasible else " (infeasible)"
        typer.echo(f"  {kind.kind}{feasible}: {kind.successes} of {kind.attempts} ({low:.0%} to {high:.0%}){told}")
    figures = {**report.figures("value"), **report.figures("detector")}
    told = ", ".join(f"{name} {value:.3f}" for name, value in figures.items() if name != "attempts")
    if told:
        typer.echo(f"  {told}")
    for failure in report.failures:
        moved = f", moved {', '.join(failure.moved)}" if failure.moved else ""
        typer.echo(f"failed: seed {failure.seed} ({failure.kind}), {failure.command!r}, {failure.status}{moved}")
