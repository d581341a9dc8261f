"""`doable data`: data sets of episodes, in the format of LeRobotDataset v3."""

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from doable.commands.options import DataDirOption, JsonOption, print_json
from doable.commands.trace_options import TraceArgument, open_store
from doable.errors import BadInputError, ExitCode

if TYPE_CHECKING:
    from evaluation.reenactment import Reenactment
    from skills.datasets import Choice, Dataset

app = typer.Typer(no_args_is_help=True, help="Data sets of episodes, in the format of LeRobotDataset v3.")

SetArgument = Annotated[Path, typer.Argument(metavar="SET", help="Folder of a data set.")]
OutOption = Annotated[Path, typer.Option("--out", "-o", help="A new folder.")]
EpisodesOption = Annotated[str | None, typer.Option("--episodes", help="By index, e.g. 0-3,7.")]
TaskOption = Annotated[str | None, typer.Option("--task", help="Those whose task contains these words.")]
SkillOption = Annotated[str | None, typer.Option("--skill", help="Those of this skill.")]
SuccessOption = Annotated[
    bool | None, typer.Option("--success/--no-success", help="Those that succeeded, or those that failed.")
]
FailureOption = Annotated[str | None, typer.Option("--failure", help="Those with this kind of failure.")]
SourceOption = Annotated[str | None, typer.Option("--source", help="demonstration, correction, rollout or trace.")]


@app.command()
def info(
    folder: SetArgument,
    check: Annotated[bool, typer.Option("--check", help="Read every file and say what is wrong with it.")] = False,
    as_json: JsonOption = False,
) -> None:
    """What is in a data set. With --check, exit code 1 if something is wrong with it."""
    from skills.datasets import Dataset, problems

    dataset = Dataset(folder)
    wrong = list(problems(dataset)) if check else []
    told = _about(dataset)
    if as_json:
        print_json({**told, **({"problems": wrong} if check else {})})
    else:
        _print(dataset, told)
        for problem in wrong:
            typer.echo(f"wrong: {problem}")
        if check and not wrong:
            typer.echo("checked: nothing is wrong")
    raise typer.Exit(ExitCode.NOT_ACHIEVED if wrong else ExitCode.ACHIEVED)


@app.command()
def merge(
    folders: Annotated[list[Path], typer.Argument(metavar="SET...", help="Folders of data sets.")],
    out: OutOption,
    drop_extras: Annotated[
        bool, typer.Option("--drop-extras", help="Leave out what LeRobot does not see: depth, masks, applied actions.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """All episodes of several data sets in a new one."""
    from skills.datasets import Dataset
    from skills.datasets import merge as merged

    _say(merged([Dataset(folder) for folder in folders], out, not drop_extras), as_json)


@app.command()
def split(
    folder: SetArgument,
    out: OutOption,
    rest: Annotated[Path | None, typer.Option("--rest", help="A new folder for all other episodes.")] = None,
    share: Annotated[float | None, typer.Option("--share", help="A random part of those chosen, e.g. 0.8.")] = None,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Draws that part.")] = 0,
    episodes: EpisodesOption = None,
    task: TaskOption = None,
    skill: SkillOption = None,
    success: SuccessOption = None,
    failure: FailureOption = None,
    source: SourceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Some episodes of a data set in a new one, and perhaps the rest in another."""
    import numpy as np

    from skills.datasets import Dataset, select
    from skills.datasets import share as part_of

    dataset = Dataset(folder)
    chosen = _choice(episodes, task, skill, success, failure, source).of(dataset)
    if share is not None:
        chosen = part_of(chosen, share, np.random.default_rng(seed))
    others = [episode.index for episode in dataset.episodes if episode.index not in chosen]
    for target, wanted in ((out, chosen), (rest, others)):
        if target is not None and (target.exists() or not wanted):
            why = "is there already; name a new folder" if target.exists() else "would be empty: no episode is left"
            raise BadInputError(f"{target} {why}")
    made = [select(dataset, chosen, out), *([select(dataset, others, rest)] if rest is not None else [])]
    if as_json:
        return print_json({"sets": [_about(each) for each in made]})
    for each in made:
        _say(each, False)


@app.command()
def replay(
    folder: SetArgument,
    episodes: EpisodesOption = None,
    tolerance: Annotated[float, typer.Option("--tolerance", min=0, help="How far the end may differ, [m].")] = 0.01,
    as_json: JsonOption = False,
) -> None:
    """Carry actions out again in the scenes kept with them. Exit code 1: an end differs by more than the tolerance."""
    from rich.console import Console
    from rich.table import Table

    from evaluation.reenactment import reenact
    from skills.datasets import Dataset

    dataset = Dataset(folder)
    results = [reenact(dataset, index) for index in _choice(episodes).of(dataset)]
    if not results:
        raise BadInputError(f"{folder} has no episodes")
    same = all(result.farthest <= tolerance for result in results)
    if as_json:
        rows = [{**json.loads(result.model_dump_json()), "farthest": result.farthest} for result in results]
        print_json({"same": same, "tolerance": tolerance, "episodes": rows})
    else:
        table = Table(box=None, pad_edge=False)
        for name in ("episode", "task", "frames", "start", "joints [rad]", "hand [mm]", "end [mm]"):
            table.add_column(name, no_wrap=name != "task")
        for result in results:
            table.add_row(*_row(result))
        Console(markup=False).print(table)
    raise typer.Exit(ExitCode.ACHIEVED if same else ExitCode.NOT_ACHIEVED)


@app.command()
def export(
    folder: SetArgument,
    out: Annotated[Path, typer.Option("--out", "-o", help="A folder for the files.")],
    episodes: EpisodesOption = None,
    task: TaskOption = None,
    skill: SkillOption = None,
    success: SuccessOption = None,
    failure: FailureOption = None,
    source: SourceOption = None,
    as_json: JsonOption = False,
) -> None:
    """Each episode as a numpy archive (.npz)."""
    from skills.datasets import Dataset, export_npz

    dataset = Dataset(folder)
    written = export_npz(dataset, _choice(episodes, task, skill, success, failure, source).of(dataset), out)
    if as_json:
        return print_json({"files": [str(path) for path in written]})
    typer.echo(f"{len(written)} files in {out}")


@app.command("from-trace")
def from_trace(
    trace: TraceArgument,
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder of a data set, new or with the same features.")],
    failed: Annotated[
        list[str] | None,
        typer.Option("--failed", help="A step that failed whatever the run believes: 2 or '2=dropped'; repeatable."),
    ] = None,
    only: Annotated[list[int] | None, typer.Option("--step", help="Only this step; repeatable.")] = None,
    data_dir: DataDirOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make episodes of a run's steps: verified ones succeeded; corrected, stopped or marked ones failed."""
    from evaluation.traced import write_trace
    from skills.datasets import Dataset

    marks = dict(map(marked, failed or ()))
    opened = open_store(data_dir).open(trace)
    written = write_trace(opened, out, marks, only)
    dataset = Dataset(out)
    labels = [dataset.episode(index).label for index in written.episodes]
    if as_json:
        rows = [{"episode": i, **_told(label)} for i, label in zip(written.episodes, labels, strict=True)]
        left_out = {str(number): why for number, why in written.left_out.items()}
        return print_json({"trace": opened.id, "set": str(out), "episodes": rows, "left_out": left_out})
    for index, label in zip(written.episodes, labels, strict=True):
        typer.echo(f"episode {index}: {label.task} ({_outcome(label)})")
    for number, why in written.left_out.items():
        typer.echo(f"left out: step {number}: {why}")


def marked(text: str) -> tuple[int, str]:
    """`2=dropped` as 2 and `dropped`."""
    number, _, kind = text.partition("=")
    if not number.strip().isdecimal():
        raise BadInputError(f"--failed {text!r}: give the number of a step, e.g. 2 or '2=dropped'")
    return int(number), kind.strip() or "marked"


def _choice(
    episodes: str | None = None,
    task: str | None = None,
    skill: str | None = None,
    success: bool | None = None,
    failure: str | None = None,
    source: str | None = None,
) -> "Choice":
    from skills.datasets import Choice
    from skills.datasets.choosing import numbers

    indices = None if episodes is None else numbers(episodes)
    return Choice(indices, task, skill, success, failure, source)


def _about(dataset: "Dataset") -> dict[str, Any]:
    features = dataset.features
    labels = [episode.label for episode in dataset.episodes]
    return {
        "set": str(dataset.folder),
        "robot": features.robot,
        "rate": features.rate,
        "episodes": len(dataset),
        "frames": dataset.length,
        "seconds": round(dataset.seconds, 3),
        "state": dict(features.state),
        "action": dict(features.action),
        "cameras": {camera.name: [camera.height, camera.width] for camera in features.cameras},
        "extras": {name: list(extra.shape) for name, extra in features.extras.items()},
        "tasks": dict(Counter(label.task for label in labels)),
        "skills": dict(Counter(label.skill for label in labels)),
        "sources": dict(Counter(label.source for label in labels)),
        "outcomes": dict(Counter(_outcome(label) for label in labels)),
    }


def _told(label: Any) -> dict[str, Any]:
    return {"task": label.task, "skill": label.skill, "success": label.success, "failure": label.failure}


def _outcome(label: Any) -> str:
    return {True: "succeeded", None: "unknown"}.get(label.success, label.failure)


def _print(dataset: "Dataset", told: dict[str, Any]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True, style="bold")
    table.add_column()
    table.add_row("data set", f"{told['set']} (LeRobotDataset {dataset.info.codebase_version})")
    table.add_row("robot", f"{told['robot']}, {told['rate']:g} frames a second")
    table.add_row("episodes", f"{told['episodes']}, {told['frames']} frames, {told['seconds']:.1f} s")
    for name in ("state", "action"):
        table.add_row(name, ", ".join(f"{part} [{unit}]" for part, unit in told[name].items()))
    sizes = {**told["cameras"], **told["extras"]}
    for name in ("cameras", "extras"):
        shown = ", ".join(f"{part} {' x '.join(map(str, sizes[part]))}" for part in told[name])
        table.add_row(name, shown or "none")
    for name in ("outcomes", "skills", "sources"):
        table.add_row(name, ", ".join(f"{part or 'unknown'} {count}" for part, count in told[name].items()) or "none")
    console = Console(markup=False)
    console.print(table, highlight=False)
    tasks = Table("episodes", "task", box=None, pad_edge=False)
    for task, count in sorted(told["tasks"].items(), key=lambda row: (-row[1], row[0])):
        tasks.add_row(str(count), task)
    console.print(tasks, highlight=False)


def _say(dataset: "Dataset", as_json: bool) -> None:
    if as_json:
        return print_json(_about(dataset))
    typer.echo(f"{dataset.folder}: {len(dataset)} episodes, {dataset.length} frames, {len(dataset.tasks)} tasks")


def _row(result: "Reenactment") -> tuple[str, ...]:
    start = "kept" if result.exact_start else "rebuilt"
    figures = (f"{result.joints:.2g}", f"{1e3 * result.hand:.3g}", f"{1e3 * result.farthest:.3g}")
    return (str(result.episode), result.task, str(result.frames), start, *figures)
