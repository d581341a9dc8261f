"""`doable skills`: which skills there are, and how well they work."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from doable.commands.options import JsonOption, print_json

if TYPE_CHECKING:
    from rich.table import Table

    from skills import SkillLibrary

app = typer.Typer(no_args_is_help=True, help="Which skills there are, and how well they work.")


@app.command("list")
def list_skills(
    library: Annotated[
        Path | None, typer.Option("--library", help="A domain file (.yaml), or a Python file with further skills.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """List the skills of a library with their parameters, conditions and effects."""
    from doable.library import load_library

    loaded = load_library(library)
    if as_json:
        return print_json({"library": loaded.name, "skills": [_as_data(loaded, skill.name) for skill in loaded]})
    from rich.console import Console

    Console().print(_table(loaded))


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
