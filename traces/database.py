"""The SQLite side of the store: one table of events that can only grow.

In write-ahead mode a committed event is in the operating system's hands: a killed process loses none. The last
few may be lost when the whole machine loses power (`synchronous=NORMAL`), but the database still opens.
"""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from traces.runs import RUNS_SCHEMA, fill_runs

SCHEMA_VERSION = 2
"""2 added the table of runs; a database of version 1 gets it when it is opened."""
BUSY_SECONDS = 10.0

_NO_DELETE = """
CREATE TRIGGER IF NOT EXISTS no_delete BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
"""

_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS events (
    trace TEXT NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    wall REAL NOT NULL,
    format INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (trace, seq)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS starts ON events (wall, trace) WHERE kind = 'run_started';
CREATE INDEX IF NOT EXISTS kinds ON events (trace, kind, seq);
CREATE TRIGGER IF NOT EXISTS no_update BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
{_NO_DELETE}
{RUNS_SCHEMA}
PRAGMA user_version = {SCHEMA_VERSION};
"""

Row = tuple[str, int, str, float, int, str]
"""trace, seq, kind, wall, format, body."""


class TraceError(ValueError):
    """A trace cannot be found, read or written; the message says what is there."""


def forget(connection: sqlite3.Connection, trace: str) -> None:
    """Delete all events of a trace; no other connection ever sees the table without its guard."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("DROP TRIGGER IF EXISTS no_delete")
        connection.execute("DELETE FROM events WHERE trace = ?", (trace,))
        connection.execute(_NO_DELETE)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


class DiskFullError(TraceError):
    """No room is left for a trace; all that was written before can be read."""


def is_full(error: BaseException | None) -> bool:
    """Whether a full disk is behind an error."""
    if error is None:
        return False
    full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
    full = full or (isinstance(error, sqlite3.Error) and "disk is full" in str(error))
    return full or isinstance(error, DiskFullError) or is_full(error.__cause__ or error.__context__)


def full(path: Path) -> DiskFullError:
    """The error for a person."""
    return DiskFullError(f"the disk is full: {path} cannot grow; what was written before can be read")


@contextmanager
def readable_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into `TraceError`s that name the file."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if is_full(error):
            raise full(path) from error
        raise TraceError(f"cannot use the trace database {path}: {error}") from error
    except sqlite3.DatabaseError as error:
        raise TraceError(
            f"the trace database {path} is damaged: {error}; move it away, or choose another --data-dir"
        ) from error


def connect(path: Path, create: bool = False) -> sqlite3.Connection:
    """Open the database in autocommit mode, usable from several threads one at a time.

    Raises:
        TraceError: the file is damaged, cannot be opened, or was written by a newer version.
    """
    with readable_errors(path):
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _prepare(connection, path, create)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, create: bool) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise TraceError(f"the trace database {path} has version {version}; this Doable reads up to {SCHEMA_VERSION}")
    connection.execute("PRAGMA synchronous = NORMAL")
    if 0 < version < SCHEMA_VERSION:
        _upgrade(connection)
    elif create and not version:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(_SCHEMA)
    elif not version:
        raise TraceError(f"{path} is not a trace database")


def _upgrade(connection: sqlite3.Connection) -> None:
    """From version 1: all of it or nothing, once, whoever comes first."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if connection.execute("PRAGMA user_version").fetchone()[0] < SCHEMA_VERSION:
            for statement in _statements(RUNS_SCHEMA):
                connection.execute(statement)
            fill_runs(connection)
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> Iterator[str]:
    """Its statements one by one, since `executescript` would commit."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
