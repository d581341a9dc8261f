"""`doable trace diff`: two runs side by side."""

from typing import Annotated

import typer

from doable.commands.options import DataDirOption, JsonOption, print_json
from doable.commands.trace_options import open_store
from doable.errors import ExitCode


def diff(
    a: Annotated[str, typer.Argument(metavar="A", help="An id, its beginning, or 'latest'.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other one.")],
    everything: Annotated[bool, typer.Option("--all", help="Also what comes after the runs have parted.")] = False,
    tolerance: Annotated[
        float, typer.Option("--tolerance", min=0, help="Numbers that differ by no more are taken for equal.")
    ] = 1e-3,
    data_dir: DataDirOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show where two runs part, and why. Exit code 0: the same decisions and ends, 1: not."""
    from traces.diff import compare, export_comparison
    from traces.diff_view import render_comparison

    store = open_store(data_dir)
    comparison = compare(store.open(a), store.open(b), tolerance)
    if as_json:
        print_json(export_comparison(comparison))
    else:
        from rich.console import Console

        Console().print(render_comparison(comparison, everything))
    raise typer.Exit(ExitCode.ACHIEVED if comparison.same else ExitCode.NOT_ACHIEVED)
