"""`doable trace`: what happened in earlier runs, and why."""

import json
from typing import Annotated

import typer

from doable.commands.options import DataDirOption, JsonOption, print_json
from doable.commands.trace_again import fork, replay
from doable.commands.trace_delete import delete
from doable.commands.trace_diff import diff
from doable.commands.trace_export import export
from doable.commands.trace_options import TraceArgument, open_store
from doable.commands.trace_serve import serve
from doable.commands.trace_stats import stats

app = typer.Typer(no_args_is_help=True, help="Look at what happened in earlier runs, and why.")
app.command("serve")(serve)


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


for command in (export, diff, replay, fork, stats, delete):
    app.command()(command)
