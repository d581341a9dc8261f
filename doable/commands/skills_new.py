"""`doable skills new`: a file to begin a skill with, which works as it stands."""

from pathlib import Path
from typing import Annotated

import typer

from doable.errors import BadInputError

STARTER = "set_down"
"""The skill of `simulation.starter`."""


def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Words joined by '_', e.g. nudge.")],
    into: Annotated[Path, typer.Option("--into", help="Folder of the file.")] = Path(),
) -> None:
    """Write NAME.py: contract, demonstrator, success, situations and wordings of a skill, to be changed into yours."""
    from simulation.lessons import TEACHINGS

    if not name.isidentifier() or name != name.lower():
        raise BadInputError(
            f"{name!r} cannot be a skill's name; write words of small letters joined by '_', e.g. nudge"
        )
    if name in (*TEACHINGS, "done"):
        raise BadInputError(f"{name!r} is built in; choose another name (built in: {', '.join(TEACHINGS)}, done)")
    path = into / f"{name}.py"
    if path.exists():
        raise BadInputError(f"{path} is there already; choose another name, or another folder with --into")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(starter(name), encoding="utf-8")
    typer.echo(f"{path} sets down what is held, until you change it; ask `doable skills check {path}` as you go")


def starter(name: str) -> str:
    """The text of the file for a skill of that name."""
    from simulation import starter as module

    text = Path(module.__file__).read_text(encoding="utf-8")
    if name == STARTER:
        return text
    words = name.replace("_", " ")
    for old, new in (
        (f'"""{STARTER}: ', f'"""{name}: '),
        (f'name="{STARTER}"', f'name="{name}"'),
        ('"set the {object} down"', f'"{words} the {{object}}"'),
        ("please set the {object} down on the table", f"please {words} the {{object}}"),
        ("can you put down the {object}", f"can you {words} the {{object}}"),
        ("lay the {object} on the table", f"I want you to {words} the {{object}}"),
        ("put the {object} down", f"{words} the {{object}} now"),
        ("set down the {object}", f"now {words} the {{object}}"),
    ):
        text = text.replace(old, new)
    return text
