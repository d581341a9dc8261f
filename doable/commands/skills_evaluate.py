"""`doable skills evaluate`: how well skills work."""

import json
from typing import Annotated

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
from doable.errors import checking


def evaluate(
    skill: Annotated[str, typer.Argument(metavar="SKILL", help="pick_up, put_in or put_on.")],
    robot: RobotOption = DEFAULT_ROBOT,
    episodes: EpisodesOption = 100,
    seed: Annotated[
        int, typer.Option("--seed", min=0, help="Of the first episode; those after it count up.")
    ] = 900_000,
    variant: Annotated[str, typer.Option("--variant", help="standard, wordings, held_out or displaced.")] = "standard",
    oracle: Annotated[bool, typer.Option("--oracle", help="The scripted demonstrator in the policy's place.")] = False,
    workers: WorkersOption = 1,
    executor: ExecutorOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Let the learned policy attempt a skill in held-out scenes; the simulator says how often it worked."""
    from evaluation.learned import learned_policy
    from evaluation.oracle import oracle_for
    from evaluation.skills import evaluate_skill

    with checking():
        report = evaluate_skill(
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
    if as_json:
        return print_json(json.loads(report.model_dump_json()))
    low, high = report.interval
    typer.echo(f"{report.skill} on {report.robot}, {report.variant}: {report.successes} of {report.episodes} succeeded")
    typer.echo(
        f"rate {report.rate:.1%} (95 % interval {low:.1%} to {high:.1%}), wrong object {report.wrong_object:.1%}"
    )
    typer.echo(f"mean time of an attempt {report.seconds:.1f} s")
    for failure in report.failures:
        typer.echo(f"failed: seed {failure.seed}, {failure.command!r}, {failure.status}")
