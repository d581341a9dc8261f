"""`doable skills collect` and `train`: data for a skill of a person's own, and its weights."""

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from doable.commands.options import (
    DEFAULT_ROBOT,
    ExecutorOption,
    JsonOption,
    QuietOption,
    RobotOption,
    WorkersOption,
    print_json,
)
from doable.commands.skills_check import SkillArgument, conformance
from doable.errors import BadInputError, checking
from doable.scenes import check_learned
from weights.store import directory

if TYPE_CHECKING:
    from doable.taught import Taught
    from evaluation.own import Learning, Result, Size
    from evaluation.own_data import Collection

EYES = ("vla", "value", "detector")
SizeOption = Annotated[str, typer.Option("--size", help="debug (learns nothing), small or full.")]


def collect(
    skill: SkillArgument,
    episodes: Annotated[int, typer.Option("--episodes", min=1, help="How many demonstrations, at least.")] = 100,
    robot: RobotOption = DEFAULT_ROBOT,
    workers: WorkersOption = 1,
    executor: ExecutorOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Let the demonstrator show a skill; what is there already is not collected again, so a killed one goes on."""
    from doable.taught import find_taught
    from grounding.frames import Frames

    taught = find_taught(skill)
    check_first(taught, robot)
    with checking():
        folders = collection(taught, robot, workers, executor, quiet).demonstrations(episodes)
    frames = Frames(folders)
    shown = len(set(zip(frames.column("episode").tolist(), frames.column("arguments").tolist(), strict=True)))
    told = {"skill": taught.name, "folder": str(folders[0].parent), "episodes": 5 * len(folders), "frames": len(frames)}
    if as_json:
        return print_json(told)
    typer.echo(f"{told['episodes']} episodes, {shown} kept, {len(frames)} frames in {told['folder']}")


def train(
    skill: SkillArgument,
    size: SizeOption = "small",
    robot: RobotOption = DEFAULT_ROBOT,
    workers: WorkersOption = 1,
    executor: ExecutorOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Train a skill's policy, value head and detector, collecting what is missing; other skills are not touched."""
    from doable.taught import find_taught

    size_of(size)
    check_learned(EYES)
    taught = find_taught(skill)
    check_first(taught, robot)
    request = learning(taught, collection(taught, robot, workers, executor, quiet), f"train {skill} --size {size}")
    report(taught, teach_now(request, size), as_json)


def check_first(taught: "Taught", robot: str) -> None:
    """A short check.

    Raises:
        BadInputError: something is wrong with the skill.
    """
    _ = taught.own
    found = conformance(taught, robot, starts=2, quiet=True)
    wrong = next((finding for finding in found.findings if not finding.ok), None)
    if wrong is not None:
        raise BadInputError(f"{taught.name} is not fit to be learned: {wrong.what}; {wrong.todo}")


def collection(taught: "Taught", robot: str, workers: int, executor: str | None, quiet: bool) -> "Collection":
    """How a skill's data are made, beside its weights; what another version of its file showed is left alone."""
    from evaluation.own_data import Collection

    own = taught.own
    assert taught.file is not None
    version = hashlib.sha256(taught.file.read_bytes()).hexdigest()[:8]
    folder = own / "data" / version
    return Collection(taught.name, taught.file, folder, robot, workers, executor, progress=not quiet)  # type: ignore[arg-type]


def learning(taught: "Taught", data: "Collection", command: str) -> "Learning":
    """What is to be taught.

    Raises:
        WeightsError: there are no eyes to teach it with.
    """
    from evaluation.own import Learning

    check_learned(EYES)
    say = (lambda text: typer.echo(text, err=True)) if data.progress else (lambda text: None)
    found = tuple(sorted((data.folder / "traces").glob("*")))
    return Learning(taught.teaching, data, directory(), taught.own, f"doable skills {command}", found, say)


def teach_now(request: "Learning", size: str) -> "Result":
    """Teach a skill.

    Raises:
        BadInputError: there is no such size, or the data are wrong.
    """
    from evaluation.own import teach

    with checking():
        return teach(request, size_of(size))


def size_of(name: str) -> "Size":
    """How much is done.

    Raises:
        BadInputError: there is no size of that name.
    """
    from evaluation.own import SIZES

    if name not in SIZES:
        raise BadInputError(f"unknown size {name!r}; choose from: {', '.join(SIZES)}")
    return SIZES[name]


def report(taught: "Taught", result: "Result", as_json: bool) -> None:
    """Say what came of a training."""
    if as_json:
        rest = {key: value for key, value in asdict(result).items() if key != "report"}
        return print_json({**rest, "weights": str(taught.own), "report": json.loads(result.report.model_dump_json())})
    low, high = result.report.interval
    typer.echo(
        f"{taught.name}: {result.report.successes} of {result.report.episodes} attempts succeeded "
        f"(95 % interval {low:.0%} to {high:.0%})"
    )
    typer.echo(f"{result.minutes:.1f} CPU minutes of learning, {result.wall:.1f} minutes in all")
    typer.echo(f"weights and cards in {taught.own}; next: doable skills add {taught.file}")
