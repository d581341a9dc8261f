"""A trace as one plain JSON object, for other programs."""

import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from traces.events import FORMAT_VERSION
from traces.store import Trace


def export_json(trace: Trace) -> dict[str, Any]:
    """Summary and events as plain data that `json` writes; non-finite numbers are strings, images stay files."""
    return {
        "format_version": FORMAT_VERSION,
        "trace": trace.id,
        "folder": str(trace.folder),
        "summary": json.loads(trace.summary.model_dump_json()),
        "events": [json.loads(event.model_dump_json()) for event in trace.events],
    }


def write_json(data: Mapping[str, Any], path: Path) -> None:
    """Write a JSON file that is either whole or not there.

    Raises:
        OSError: the file cannot be written.
    """
    with whole_file(path) as partial, open(partial, "w") as file:
        json.dump(data, file, indent=2, allow_nan=False)
        file.write("\n")


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Another name to write to, which becomes `path` at the end; if that is not reached, nothing is left.

    Raises:
        OSError: the file cannot be written.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    os.close(handle)
    try:
        yield Path(name)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
