"""`doable trace stats`: many runs at once."""

import json
from pathlib import Path
from typing import Annotated

import typer

from doable.commands.options import DataDirOption, JsonOption, print_json
from doable.commands.trace_options import open_store
from doable.errors import BadInputError


def stats(
    traces: Annotated[list[str] | None, typer.Argument(metavar="[TRACE]...", help="Some traces; else all.")] = None,
    since: Annotated[str | None, typer.Option("--since", help="Begun at this date (2026-01-31) or later, UTC.")] = None,
    until: Annotated[str | None, typer.Option("--until", help="Begun before this date, UTC.")] = None,
    status: Annotated[
        list[str] | None, typer.Option("--status", help="Ended so, e.g. verified; may be given twice.")
    ] = None,
    task: Annotated[str, typer.Option("--task", help="Words that the task holds.")] = "",
    plot: Annotated[Path | None, typer.Option("--plot", help="An SVG file: was can right?")] = None,
    data_dir: DataDirOption = None,
    as_json: JsonOption = False,
) -> None:
    """Count failures, judge whether can was right, and tell where the time went and what recoveries did."""
    from traces.selection import Selection, parse_time, select
    from traces.statistics import statistics_of
    from traces.statistics_view import reliability_svg, render_statistics

    selection = Selection(
        since=None if since is None else parse_time(since),
        until=None if until is None else parse_time(until),
        statuses=tuple(status or ()),
        task=task,
    )
    statistics = statistics_of(select(open_store(data_dir), selection, tuple(traces or ())))
    if plot is not None:
        try:
            plot.write_text(reliability_svg(statistics.calibration), "utf-8")
        except OSError as error:
            raise BadInputError(f"cannot write {plot}: {error.strerror}") from error
    if as_json:
        return print_json(json.loads(statistics.model_dump_json()))
    from rich.console import Console

    Console().print(render_statistics(statistics))
