"""`doable skills evaluate`: how well skills work."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from doable.commands.options import (
    DEFAULT_ROBOT,
    EpisodesOption,
    ExecutorOption,
    JsonOption,
    QuietOption,
    RobotOption,
    WorkersOption,
    print_json,
)
from doable.commands.skills_evaluate_own import evaluate_own, is_own
from doable.errors import BadInputError, checking

if TYPE_CHECKING:
    from evaluation.skills import LibraryReport, SkillReport


def evaluate(
    skill: Annotated[
        str | None,
        typer.Argument(metavar="SKILL", help="Which, e.g. pick_up, or a file that teaches one; none with --all."),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All skills of the scene, in every variant.")] = False,
    scene: Annotated[
        str | None, typer.Option("--scene", help="tabletop or tabletop10; else the plainest that has the skill.")
    ] = None,
    robot: RobotOption = DEFAULT_ROBOT,
    episodes: EpisodesOption = 100,
    seed: Annotated[
        int, typer.Option("--seed", min=0, help="Of the first episode; those after it count up.")
    ] = 900_000,
    variant: Annotated[
        str | None,
        typer.Option(
            "--variant",
            help="standard, wordings, held_out, displaced, novel_shapes, novel_colours, or a kind of situation such as "
            "tower; standard, or with --all every one.",
        ),
    ] = None,
    keep: Annotated[
        Path | None, typer.Option("--keep", help="Keep the attempts in this folder, and reuse those that are there.")
    ] = None,
    oracle: Annotated[bool, typer.Option("--oracle", help="The scripted demonstrator in the policy's place.")] = False,
    workers: WorkersOption = 1,
    executor: ExecutorOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Let the learned policy attempt skills in held-out scenes; the simulator says how often they worked.

    For a skill of your own, the table also says how often each kind of situation was foretold and judged rightly.
    """
    if (skill is None) != every:
        raise BadInputError("name a skill, e.g. doable skills evaluate pick_up, or give --all")
    if skill is not None and is_own(skill):
        taught = (robot, episodes, seed, variant or "standard", workers, executor, oracle, quiet)
        return evaluate_own(skill, *taught, as_json=as_json)
    from evaluation.learned import learned_policy
    from evaluation.oracle import oracle_for
    from evaluation.skills import evaluate_library, evaluate_skill

    policy_for = oracle_for if oracle else learned_policy
    how: dict[str, Any] = {"executor_kind": executor, "policy_for": policy_for, "progress": not quiet}
    with tempfile.TemporaryDirectory() as temporary, checking():
        if skill is None:
            variants, folder = [variant] if variant else [], keep or Path(temporary)
            library = evaluate_library(folder, scene, robot, episodes, seed, variants, workers, **how)
            reports, told = library.skills, json.loads(library.model_dump_json())
        else:
            given = (skill, robot, episodes, seed, variant or "standard", workers)
            report = evaluate_skill(*given, scene=scene, folder=keep, **how)
            reports, told = (report,), json.loads(report.model_dump_json())
    if as_json:
        return print_json(told)
    _print_all(reports, None if skill else library)


def _print_all(reports: "Sequence[SkillReport]", library: "LibraryReport | None") -> None:
    for report in reports:
        _print_report(report)
    if library is not None:
        _print_affordances(library)


def _print_report(report: "SkillReport") -> None:
    low, high = report.interval
    typer.echo(f"{report.skill} on {report.robot}, {report.variant}: {report.successes} of {report.episodes} succeeded")
    typer.echo(
        f"rate {report.rate:.1%} (95 % interval {low:.1%} to {high:.1%}), wrong object {report.wrong_object:.1%}"
    )
    swept = "" if report.swept is None else f", {report.swept:.1%} of the crumbs swept"
    typer.echo(f"mean time of an attempt {report.seconds:.1f} s{swept}")
    for failure in report.failures:
        moved = f", moved {', '.join(failure.meddled)}" if failure.meddled else ""
        typer.echo(f"failed: seed {failure.seed}, {failure.command!r}, {failure.status}{moved}")


def _print_affordances(library: "LibraryReport") -> None:
    for row in library.affordances:
        typer.echo(
            f"{row.skill}: value AUROC {row.auroc:.3f}, of feasible attempts {row.auroc_rollouts:.3f}, calibration "
            f"error {row.calibration_error:.3f}; detector {row.sensitivity:.3f}/{row.specificity:.3f}"
        )
