"""`doable skills`: which skills there are; the ways to add, train and measure them have files of their own."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from doable.commands.options import JsonOption, print_json
from doable.commands.skills_add import add, remove
from doable.commands.skills_check import check
from doable.commands.skills_evaluate import evaluate
from doable.commands.skills_improve import improve
from doable.commands.skills_learn import collect, train
from doable.commands.skills_new import new
from doable.commands.skills_serve import serve

if TYPE_CHECKING:
    from rich.table import Table

    from skills import PluginProblem, SkillLibrary

app = typer.Typer(no_args_is_help=True, help="Which skills there are, and how well they work.")
app.command("new")(new)
app.command("check")(check)
app.command("collect")(collect)
app.command("train")(train)
app.command("evaluate")(evaluate)
app.command("improve")(improve)
app.command("add")(add)
app.command("remove")(remove)
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
