"""What a person tells a running run: a file of the trace's folder that can only grow, one command a line.

Whoever may act (the page's server) appends; the run reads every control period and while it waits. The run writes a
`Commanded` event for each command that it heard, so this file is a letter box and the trace is the record.
"""

import json
import os
import time
from pathlib import Path
from typing import Literal, get_args

from pydantic import ValidationError

from traces.database import TraceError
from traces.events import Record

CONTROL = "control.jsonl"
LONGEST = 2_000
"""Letters of a text."""

CommandName = Literal["pause", "resume", "stop", "approve", "veto", "answer", "correct"]
COMMANDS: tuple[str, ...] = get_args(CommandName)
WITH_TEXT = frozenset({"answer", "correct"})
"""Commands that say nothing without a text."""


class Command(Record):
    """One command of a person."""

    command: CommandName
    text: str = ""
    source: str = "page"
    wall: float = 0.0
    """When it was sent, in seconds since the epoch."""


def send(folder: Path, command: str, text: str = "", source: str = "page") -> None:
    """Append a command to the trace in a folder; it is there as a whole or not at all.

    Raises:
        TraceError: there is no such command, its text is missing or too long, or it cannot be written.
    """
    if command not in COMMANDS:
        raise TraceError(f"no command {command!r}; there is: {', '.join(COMMANDS)}")
    if command in WITH_TEXT and not text.strip():
        raise TraceError(f"{command} needs a text")
    if len(text) > LONGEST:
        raise TraceError(f"the text of {command} has {len(text)} letters; {LONGEST} are allowed")
    wall = time.time()
    line = Command.model_validate({"command": command, "text": text, "source": source, "wall": wall})
    # The newline in front ends a line that a full disk cut short.
    data = f"\n{line.model_dump_json()}\n".encode()
    try:
        file = os.open(folder / CONTROL, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            written = os.write(file, data)
        finally:
            os.close(file)
    except OSError as error:
        raise TraceError(f"cannot send {command} to trace {folder.name}: {error.strerror or error}") from error
    if written < len(data):
        raise TraceError(f"cannot send {command} to trace {folder.name}: the disk is full")


class CommandReader:
    """Reads the commands of one trace, each once, in order."""

    def __init__(self, folder: Path, skip: bool = False) -> None:
        """`skip`: those that are there already are left out."""
        self._path = folder / CONTROL
        self._read = 0
        self._size_read = 0
        if skip:
            self.new()

    def new(self) -> tuple[Command, ...]:
        """Those that were not read before; lines that are no commands are passed over."""
        try:
            if self._path.stat().st_size == self._size_read:
                return ()
            with open(self._path, "rb") as file:
                file.seek(self._read)
                data = file.read()
        except FileNotFoundError:
            return ()
        whole = data.rfind(b"\n") + 1
        self._size_read = self._read + len(data)
        self._read += whole
        return tuple(command for line in data[:whole].splitlines() if (command := _parse(line)) is not None)


def _parse(line: bytes) -> Command | None:
    try:
        return Command.model_validate(json.loads(line)) if line.strip() else None
    except (ValueError, ValidationError):
        return None
