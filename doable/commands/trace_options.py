"""What the commands of `doable trace` share."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from traces import TraceStore

TraceArgument = Annotated[str, typer.Argument(metavar="TRACE", help="An id, its beginning, or 'latest'.")]


def open_store(data_dir: Path | None) -> "TraceStore":
    """The store under the user's data directory."""
    from doable.settings import load_settings
    from traces import TraceStore

    return TraceStore(load_settings(data_dir).traces)
