"""`doable trace export`: a trace for other programs, and for people who have no Doable."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from doable.commands.options import DataDirOption
from doable.commands.trace_options import TraceArgument, open_store
from doable.errors import BadInputError

if TYPE_CHECKING:
    from traces import Trace


class Format(StrEnum):
    """What a trace can be exported to."""

    HTML = "html"
    JSON = "json"
    OTLP = "otlp"
    MCAP = "mcap"
    RRD = "rrd"


def export(
    trace: TraceArgument,
    out: Annotated[str, typer.Option("--out", "-o", help="The file to write; for otlp also a collector's http URL.")],
    format: Annotated[
        Format,
        typer.Option("--format", help="html: one page with its pictures; otlp, mcap, rrd need the extra of that name."),
    ] = Format.JSON,
    max_mb: Annotated[float, typer.Option("--max-mb", min=0, help="Pictures in the HTML file, in megabytes.")] = 20,
    data_dir: DataDirOption = None,
) -> None:
    """Write a trace to a file for other programs."""
    opened = open_store(data_dir).open(trace)
    if out.startswith(("http://", "https://")):
        return _send(opened, format, out)
    try:
        _write(opened, format, Path(out), max_mb)
    except OSError as error:
        raise BadInputError(f"cannot write {out}: {error.strerror}") from error


def _write(trace: "Trace", format: Format, out: Path, max_mb: float) -> None:
    if format is Format.JSON:
        from traces.export import export_json, write_json

        return write_json(export_json(trace), out)
    from traces.export import whole_file

    with whole_file(out) as partial:
        if format is Format.HTML:
            from traces.export_html import export_html

            partial.write_text(export_html(trace, round(1e6 * max_mb)), "utf-8")
        elif format is Format.OTLP:
            from traces.export_otlp import export_otlp

            export_otlp(trace, partial)
        elif format is Format.MCAP:
            from traces.export_mcap import export_mcap

            export_mcap(trace, partial)
        else:
            from traces.export_rerun import export_rerun

            export_rerun(trace, partial)


def _send(trace: "Trace", format: Format, endpoint: str) -> None:
    if format is not Format.OTLP:
        raise BadInputError(f"--out {endpoint}: only --format otlp can be sent to a collector")
    from traces.export_otlp import send_otlp

    send_otlp(trace, endpoint)
