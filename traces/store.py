"""Traces on disk: one append-only database for all, and one folder a trace for its frames and the world's state.

Works for one writing process a trace, and any number of readers beside it.
"""

import gc
import os
import secrets
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from traces.database import Row, TraceError, connect, readable_errors
from traces.events import Event, RunResumed, RunStarted, Versions, read_event
from traces.summary import SUMMARY_QUERY, TraceSummary, summarise
from traces.writer import Listener, TraceWriter, WriterLock, is_written

__all__ = ["Trace", "TraceError", "TraceStore", "TraceSummary", "TraceWriter"]

DATABASE = "traces.sqlite"
LATEST = "latest"


@dataclass(frozen=True)
class Trace:
    """A trace as it stood when it was opened."""

    id: str
    folder: Path
    events: tuple[Event, ...]
    summary: TraceSummary

    @property
    def started(self) -> RunStarted:
        """The first event."""
        first = self.events[0]
        assert isinstance(first, RunStarted)
        return first


class TraceStore:
    """All traces under one directory, which is made when the first trace is."""

    def __init__(self, directory: Path | str) -> None:
        self.directory = Path(directory)
        self.path = self.directory / DATABASE

    def create(self, started: RunStarted, listener: Listener | None = None) -> TraceWriter:
        """Begin a trace: `started` becomes its first event, with this process's id; `listener` hears every event.

        Raises:
            TraceError: the directory or the database cannot be written.
        """
        id = new_trace_id()
        writer = self._writer(id, 0, listener)
        writer.emit(started.model_copy(update={"pid": os.getpid()}))
        return writer

    def resume(self, trace: str, versions: Versions | None = None, listener: Listener | None = None) -> TraceWriter:
        """Go on writing a trace that no process writes any more; emits `RunResumed`.

        Raises:
            TraceError: there is no such trace, or another process still writes it.
        """
        id = self.find(trace)
        writer = self._writer(id, None, listener)
        writer.emit(RunResumed(pid=os.getpid(), versions=versions or Versions()))
        return writer

    def open(self, trace: str) -> Trace:
        """Read a trace by its id, an unambiguous beginning of it, or `latest`.

        Raises:
            TraceError: there is no such trace, or it is damaged.
        """
        id = self.find(trace)
        with self._reading() as connection:
            rows = connection.execute("SELECT * FROM events WHERE trace = ? ORDER BY seq", (id,)).fetchall()
        with without_collection():
            events = tuple(_parse(row) for row in rows)
        if not events or not isinstance(events[0], RunStarted):
            raise TraceError(f"trace {id} is damaged: it does not begin with run_started")
        folder = self.folder(id)
        return Trace(id, folder, events, self.list(only=id)[0])

    def list(self, limit: int = 20, offset: int = 0, only: str | None = None) -> tuple[TraceSummary, ...]:
        """Summaries, newest first; `only` picks one trace by its full id.

        Raises:
            TraceError: the database is damaged.
        """
        if not self.path.exists():
            return ()
        with self._reading() as connection:
            rows = connection.execute(SUMMARY_QUERY, {"only": only, "limit": limit, "offset": offset}).fetchall()
        return tuple(summarise(row, is_written(self.folder(row[0]))) for row in rows)

    def count(self) -> int:
        """How many traces there are."""
        if not self.path.exists():
            return 0
        with self._reading() as connection:
            return int(connection.execute("SELECT count(*) FROM events WHERE kind = 'run_started'").fetchone()[0])

    def folder(self, id: str) -> Path:
        """Where the files of a trace are."""
        return self.directory / id

    def find(self, trace: str) -> str:
        """The full id of a trace given by its id, an unambiguous beginning of it, or `latest`.

        Raises:
            TraceError: none or several match; the message names the newest traces.
        """
        if not self.path.exists():
            raise TraceError(f"no trace {trace!r}: there are none yet in {self.directory}")
        if trace == LATEST:
            return self._latest()
        with self._reading() as connection:
            query = "SELECT trace FROM events WHERE kind = 'run_started' AND substr(trace, 1, ?) = ? ORDER BY wall DESC"
            found = [row[0] for row in connection.execute(query, (len(trace), trace))] if trace else []
        if len(found) == 1 or trace in found:
            return trace if trace in found else found[0]
        if found:
            raise TraceError(f"{trace!r} fits {len(found)} traces: {', '.join(found[:5])}")
        raise TraceError(f"no trace {trace!r} in {self.directory}; the newest are: {self._newest()}")

    def _latest(self) -> str:
        newest = self.list(limit=1)
        if not newest:
            raise TraceError(f"no traces yet in {self.directory}")
        return newest[0].id

    def _newest(self) -> str:
        return ", ".join(summary.id for summary in self.list(limit=5)) or "none"

    def _writer(self, id: str, seq: int | None, listener: Listener | None) -> TraceWriter:
        """`seq` None: after the last event, looked up once the trace is locked."""
        folder = self.folder(id)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = WriterLock(folder)
        except OSError as error:
            raise TraceError(f"cannot write traces in {self.directory}: {error.strerror or error}") from error
        try:
            writer = TraceWriter(id, folder, self.path, self._next_seq(id) if seq is None else seq, lock)
        except BaseException:
            lock.release()
            raise
        if listener is not None:
            writer.subscribe(listener)
        return writer

    def _next_seq(self, id: str) -> int:
        with self._reading() as connection:
            return int(connection.execute("SELECT max(seq) + 1 FROM events WHERE trace = ?", (id,)).fetchone()[0])

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        connection = connect(self.path)
        try:
            with readable_errors(self.path):
                yield connection
        finally:
            connection.close()


@contextmanager
def without_collection() -> Iterator[None]:
    """Make many objects that stay, without looking for garbage among them again and again."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def new_trace_id() -> str:
    """Short, sorts by time, e.g. `20260131-142501-9f3c1a` (UTC)."""
    return f"{time.strftime('%Y%m%d-%H%M%S', time.gmtime())}-{secrets.token_hex(3)}"


def _parse(row: Row) -> Event:
    trace, seq, _, _, version, body = row
    try:
        return read_event(body, version)
    except (ValidationError, ValueError, AttributeError, TypeError) as error:
        detail = str(error).splitlines()[0]
        raise TraceError(f"trace {trace} is damaged: event {seq} cannot be read: {detail}") from error
