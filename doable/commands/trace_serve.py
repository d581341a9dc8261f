"""`doable trace serve`: the web page of traces."""

from contextlib import suppress
from typing import Annotated

import typer

from doable.commands.options import DataDirOption

PortOption = Annotated[int, typer.Option("--port", min=0, max=65535, help="Of loopback; 0 takes a free one.")]


def serve(
    port: PortOption = 8737,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the page in a browser.")] = False,
    data_dir: DataDirOption = None,
) -> None:
    """Show runs in a web page, live ones too, and control them from there; on this machine only."""
    from doable.settings import load_settings
    from traces import TraceStore
    from traces.page import serve as serve_page

    def ready(address: str) -> None:
        typer.echo(f"traces: {address}\nThe token in this address lets its browser control runs; stop with Ctrl-C.")
        if open_browser:
            typer.launch(address)

    with suppress(KeyboardInterrupt):
        serve_page(TraceStore(load_settings(data_dir).traces), port, ready)
