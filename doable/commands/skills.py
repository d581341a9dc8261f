"""`doable skills`: which skills there are, and how well they work."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
from doable.commands.skills_serve import serve
from doable.errors import checking

if TYPE_CHECKING:
    from rich.table import Table

    from skills import PluginProblem, SkillLibrary

app = typer.Typer(no_args_is_help=True, help="Which skills there are, and how well they work.")
app.command("serve")(serve)


@app.command("list")
def list_skills(
    library: Annotated[
        Path | None, typer.Option("--library", help="A domain file (.yaml), or a Python file with further skills.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """List the skills of a library with their parameters, conditions and effects, and installed packages left out."""
    from doable.library import load_library, say_once

    left_out: list[PluginProblem] = []
    loaded = load_library(library, on_problem=left_out.append)
    for problem in left_out:
        say_once(problem)
    if as_json:
        skills = [_as_data(loaded, skill.name) for skill in loaded]
        return print_json({"library": loaded.name, "skills": skills, "left_out": [asdict(p) for p in left_out]})
    from rich.console import Console

    Console().print(_table(loaded))
    if left_out:
        typer.echo(f"\nleft out: {', '.join(problem.name for problem in left_out)}")


def _as_data(library: "SkillLibrary", name: str) -> dict[str, object]:
    from skills.conditions import unparse

    skill = library[name]
    return {
        "name": skill.name,
        "template": skill.template,
        "parameters": dict(skill.parameters),
        "preconditions": unparse(skill.condition),
        "effects": [str(atom) for atom in skill.effects],
        "description": skill.description,
    }


def _table(library: "SkillLibrary") -> "Table":
    from rich.table import Table

    table = Table(box=None, pad_edge=False, title=f"library {library.name}", title_justify="left", header_style="bold")
    for name in ("skill", "command", "what it does"):
        table.add_column(name, no_wrap=name == "command")
    for skill in library:
        table.add_row(str(skill), skill.template, skill.description)
    return table


@app.command()
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
