"""`doable trace delete`: traces that are not wanted any more."""

import sys
from typing import Annotated

import typer

from doable.commands.options import DataDirOption
from doable.commands.trace_options import open_store
from doable.errors import BadInputError, ExitCode


def delete(
    traces: Annotated[list[str], typer.Argument(metavar="TRACE...", help="Ids, their beginnings, or 'latest'.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    data_dir: DataDirOption = None,
) -> None:
    """Delete traces with all their files, for good."""
    from traces.delete import delete as delete_trace

    store = open_store(data_dir)
    ids = tuple(dict.fromkeys(store.find(trace) for trace in traces))
    if not yes:
        if not sys.stdin.isatty():
            raise BadInputError(f"to delete {', '.join(ids)} without being asked, add --yes")
        for id in ids:
            summary = store.open(id).summary
            typer.echo(f"{id}  {summary.status}  {summary.task}")
        if not typer.confirm(f"delete {len(ids)} trace{'' if len(ids) == 1 else 's'} for good?"):
            raise typer.Exit(ExitCode.NOT_ACHIEVED)
    for id in ids:
        typer.echo(f"deleted {delete_trace(store, id)}")
