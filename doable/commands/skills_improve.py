"""`doable skills improve`: what went wrong in runs becomes training data, and the skill learns from it."""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from doable.commands.data import marked
from doable.commands.options import (
    DEFAULT_ROBOT,
    DataDirOption,
    ExecutorOption,
    JsonOption,
    QuietOption,
    RobotOption,
    WorkersOption,
)
from doable.commands.skills_check import SkillArgument
from doable.commands.skills_learn import (
    SizeOption,
    collection,
    learning,
    report,
    size_of,
    teach_now,
)
from doable.commands.trace_options import open_store
from doable.errors import checking
from weights.store import directory

if TYPE_CHECKING:
    from doable.taught import Taught


def improve(
    skill: SkillArgument,
    traces: Annotated[
        list[str], typer.Option("--traces", help="Runs in which it went wrong: ids, or 'latest'; repeatable.")
    ],
    failed: Annotated[
        list[str] | None,
        typer.Option("--failed", help="A step that failed whatever the run believes: 2 or '2=dropped'; repeatable."),
    ] = None,
    size: SizeOption = "small",
    robot: RobotOption = DEFAULT_ROBOT,
    workers: WorkersOption = 1,
    executor: ExecutorOption = None,
    data_dir: DataDirOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Train a skill anew with what people corrected, or marked as failed, in runs."""
    from doable.taught import find_taught

    taught = find_taught(skill)
    size_of(size)
    data = collection(taught, robot, workers, executor, quiet)
    for trace in traces:
        _learn_from(taught, trace, tuple(failed or ()), data_dir, data.folder / "traces", quiet or as_json)
    request = learning(taught, data, f"improve {skill} --traces {' --traces '.join(traces)}")
    report(taught, teach_now(request, size), as_json)


def _learn_from(
    taught: "Taught", trace: str, failed: tuple[str, ...], data_dir: Path | None, into: Path, quiet: bool
) -> None:
    """Frames of what went wrong in a run; a run that was learned from before is learned from anew."""
    import shutil

    from doable.commands.skills_add import trained_badly
    from evaluation.improving import corrections_of
    from evaluation.own_parts import OwnParts
    from evaluation.traced import write_trace
    from skills.builtin import tabletop10_library
    from skills.datasets import Dataset

    opened = open_store(data_dir).open(trace)
    library = tabletop10_library().with_skills([taught.teaching.skill])
    parts = None if trained_badly(taught) else OwnParts(directory(), taught.name, taught.own)
    with tempfile.TemporaryDirectory() as folder, checking():
        write_trace(opened, Path(folder) / "set", dict(map(marked, failed)))
        out = into / opened.id
        shutil.rmtree(out, ignore_errors=True)
        policy = None if parts is None else parts.policy()
        used, left_out = corrections_of(Dataset(Path(folder) / "set"), taught.teaching, library, policy, out)
    if not quiet:
        typer.echo(f"{opened.id}: {used} steps made good", err=True)
        for index, why in left_out.items():
            typer.echo(f"left out: episode {index}: {why}", err=True)
