"""`doable skills evaluate`: how well skills work, on seeds that no training has used."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from doable.commands.options import (
    DEFAULT_ROBOT,
    DEFAULT_SCENE,
    EpisodesOption,
    ExecutorOption,
    JsonOption,
    QuietOption,
    RobotOption,
    WorkersOption,
    print_json,
)
from doable.errors import BadInputError, checking
from doable.scenes import check_learned, weights_of

if TYPE_CHECKING:
    from doable.taught import Taught
    from evaluation.skills import SkillReport
    from evaluation.taught import TaughtReport

WIDER_SCENE = "tabletop10"
"""Where all taught skills can be tried."""


def evaluate(
    skill: Annotated[
        str | None, typer.Argument(metavar="SKILL", help="A name, or a file that teaches a skill (nudge.py).")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All built-in skills of the scene tabletop10.")] = False,
    scene: Annotated[
        str | None,
        typer.Option("--scene", help="tabletop (pick_up, put_in, put_on; its default) or tabletop10 (all others)."),
    ] = None,
    robot: RobotOption = DEFAULT_ROBOT,
    episodes: EpisodesOption = 100,
    seed: Annotated[
        int, typer.Option("--seed", min=0, help="Of the first episode; those after it count up.")
    ] = 900_000,
    variant: Annotated[
        str,
        typer.Option(
            "--variant", help="standard, wordings, held_out; displaced in tabletop; novel_shapes, novel_colours."
        ),
    ] = "standard",
    oracle: Annotated[bool, typer.Option("--oracle", help="The scripted demonstrator in the policy's place.")] = False,
    workers: WorkersOption = 1,
    executor: ExecutorOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Let the learned policy attempt a skill in held-out scenes; the simulator says how often it worked."""
    if every == (skill is not None):
        raise BadInputError("name one skill, or give --all")
    how = (robot, episodes, seed, variant, workers, executor, oracle, quiet)
    if skill is not None and _is_plain(skill, scene):
        return _say_plain(_plain(skill, *how), as_json)
    reports = [_taught(each, scene or WIDER_SCENE, *how) for each in _meant(skill)]
    if as_json:
        told = [json.loads(report.model_dump_json()) for report in reports]
        return print_json({"skills": told} if every else told[0])
    for report in reports:
        _say(report)


def _is_plain(skill: str, scene: str | None) -> bool:
    """Whether it is one of the three skills of the plain table-top, tried there."""
    from evaluation.situations import SKILLS

    return skill in SKILLS and (scene or DEFAULT_SCENE) == DEFAULT_SCENE


def _meant(skill: str | None) -> "list[Taught]":
    from doable.taught import find_taught
    from simulation.lessons import TEACHINGS

    return [find_taught(name) for name in (TEACHINGS if skill is None else (skill,))]


def _taught(
    taught: "Taught",
    scene: str,
    robot: str,
    episodes: int,
    seed: int,
    variant: str,
    workers: int,
    executor: str | None,
    oracle: bool,
    quiet: bool,
) -> "TaughtReport":
    from evaluation.own_parts import OwnParts
    from evaluation.taught import evaluate_taught

    if not oracle:
        check_learned(scene, ("vla", "value", "detector"))
    own = None if taught.file is None else taught.own
    parts = None if oracle else OwnParts(weights_of(scene), taught.name, own)
    with checking():
        return evaluate_taught(
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


def _plain(
    skill: str,
    robot: str,
    episodes: int,
    seed: int,
    variant: str,
    workers: int,
    executor: str | None,
    oracle: bool,
    quiet: bool,
) -> "SkillReport":
    from evaluation.learned import learned_policy
    from evaluation.oracle import oracle_for
    from evaluation.skills import evaluate_skill

    with checking():
        return evaluate_skill(
            skill,
            robot,
            episodes,
            seed,
            variant,  # type: ignore[arg-type]
            workers,
            executor_kind=executor,  # type: ignore[arg-type]
            policy_for=oracle_for if oracle else learned_policy,
            progress=not quiet,
        )


def _say_plain(report: "SkillReport", as_json: bool) -> None:
    if as_json:
        return print_json(json.loads(report.model_dump_json()))
    _say_rate(report)
    for failure in report.failures:
        typer.echo(f"failed: seed {failure.seed}, {failure.command!r}, {failure.status}")


def _say_rate(report: "SkillReport | TaughtReport") -> None:
    low, high = report.interval
    typer.echo(f"{report.skill} on {report.robot}, {report.variant}: {report.successes} of {report.episodes} succeeded")
    typer.echo(
        f"rate {report.rate:.1%} (95 % interval {low:.1%} to {high:.1%}), wrong object {report.wrong_object:.1%}"
    )
    typer.echo(f"mean time of an attempt {report.seconds:.1f} s")


def _say(report: "TaughtReport") -> None:
    _say_rate(report)
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
