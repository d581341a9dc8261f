"""`doable skills add` and `remove`: which skills of a person's own are in the library from now on."""

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from doable.commands.options import DEFAULT_ROBOT, RobotOption
from doable.commands.skills_check import SkillArgument, conformance
from doable.errors import BadInputError

if TYPE_CHECKING:
    from doable.taught import Taught

WEIGHTS = ("vla", "value", "detector")


def add(skill: SkillArgument, robot: RobotOption = DEFAULT_ROBOT) -> None:
    """Check a trained skill and copy it, with its weights, to where every run finds it: $DOABLE_HOME/skills."""
    from doable.taught import find_taught, skills_folder

    taught = find_taught(skill)
    problems = trained_badly(taught)
    if problems:
        raise BadInputError(f"{taught.name} has no weights that can be used: {problems}; doable skills train {skill}")
    found = conformance(taught, robot, starts=2, quiet=True)
    wrong = next((finding for finding in found.findings if not finding.ok), None)
    if wrong is not None:
        raise BadInputError(f"{taught.name} is not fit to be added: {wrong.what}; {wrong.todo}")
    put_in(taught, skills_folder())
    typer.echo(f"added {taught.name}; every run has it now: doable skills list")


def remove(name: Annotated[str, typer.Argument(metavar="NAME", help="Of an added skill.")]) -> None:
    """Take an added skill out of the library; your own file and its weights stay where they are."""
    from doable.taught import added_files, skills_folder

    there = [file.stem for file in added_files()]
    if name not in there:
        raise BadInputError(f"no skill {name!r} was added (added: {', '.join(there) or 'none'})")
    (skills_folder() / f"{name}.py").unlink()
    shutil.rmtree(skills_folder() / name, ignore_errors=True)
    typer.echo(f"removed {name}")


def trained_badly(taught: "Taught") -> str:
    """What is wrong with a skill's weights, in words; empty if nothing is."""
    import weights

    there = weights.names(taught.own) if taught.own.is_dir() else []
    missing = [name for name in WEIGHTS if name not in there]
    return f"no {', '.join(missing)} in {taught.own}" if missing else "; ".join(weights.verify(taught.own))


def put_in(taught: "Taught", folder: Path) -> None:
    """Copy a skill's file and weights; the file comes last, so that no run meets it without its weights."""
    assert taught.file is not None
    target = folder / taught.name
    draft = folder / f".{taught.name}.{os.getpid()}"
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(parents=True)
    for file in sorted(taught.own.glob("*.*")):
        if file.suffix in (".safetensors", ".md", ".json"):
            shutil.copy2(file, draft / file.name)
    shutil.rmtree(target, ignore_errors=True)
    draft.rename(target)
    partial = folder / f".{taught.name}.py.{os.getpid()}"
    shutil.copy2(taught.file, partial)
    partial.replace(folder / f"{taught.name}.py")
