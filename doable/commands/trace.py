"""`doable trace`: what happened in earlier runs, and why."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from doable.commands.options import DataDirOption, JsonOption, print_json
from doable.commands.trace_serve import serve
from doable.errors import BadInputError

if TYPE_CHECKING:
    from traces import TraceStore

app = typer.Typer(no_args_is_help=True, help="Look at what happened in earlier runs, and why.")
app.command("serve")(serve)

TraceArgument = Annotated[str, typer.Argument(metavar="TRACE", help="An id, its beginning, or 'latest'.")]


class Format(StrEnum):
    """What a trace can be exported to."""

    JSON = "json"


@app.command("list")
def list_traces(
    limit: Annotated[int, typer.Option("--limit", min=1, help="How many.")] = 20,
    offset: Annotated[int, typer.Option("--offset", min=0, help="How many newer ones to skip.")] = 0,
    data_dir: DataDirOption = None,
    as_json: JsonOption = False,
) -> None:
    """List traces, newest first."""
    store = open_store(data_dir)
    summaries = store.list(limit, offset)
    if as_json:
        return print_json([json.loads(summary.model_dump_json()) for summary in summaries])
    if not summaries:
        return typer.echo(f"no traces in {store.directory}")
    from rich.console import Console

    from traces.view import render_list

    Console().print(render_list(summaries))
    if offset + len(summaries) < (total := store.count()):
        typer.echo(f"{offset + len(summaries)} of {total}; go on with --offset {offset + len(summaries)}")


@app.command()
def show(
    trace: TraceArgument,
    top: Annotated[int, typer.Option("--top", min=1, help="How many candidates of each decision.")] = 5,
    data_dir: DataDirOption = None,
) -> None:
    """Show the steps of a run, the candidates with say, can and score, verdicts and recoveries."""
    from rich.console import Console

    from traces.view import render_trace

    Console().print(render_trace(open_store(data_dir).open(trace), top))


@app.command()
def export(
    trace: TraceArgument,
    out: Annotated[Path, typer.Option("--out", "-o", help="The file to write.")],
    format: Annotated[Format, typer.Option("--format", help="How.")] = Format.JSON,
    data_dir: DataDirOption = None,
) -> None:
    """Write a trace to a file for other programs."""
    from traces.export import export_json, write_json

    data = export_json(open_store(data_dir).open(trace))
    try:
        write_json(data, out)
    except OSError as error:
        raise BadInputError(f"cannot write {out}: {error.strerror}") from error


def open_store(data_dir: Path | None) -> "TraceStore":
    """The store under the user's data directory."""
    from doable.settings import load_settings
    from traces import TraceStore

    return TraceStore(load_settings(data_dir).traces)
