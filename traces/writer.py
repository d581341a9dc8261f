"""Writing one trace: every event is committed before `emit` returns."""

import fcntl
import os
import secrets
import sqlite3
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from traces.database import TraceError, connect, full, is_full, readable_errors
from traces.events import FORMAT_VERSION, BaseEvent

LOCK = "writer.lock"
FRAMES = "frames"
RESERVE = ".reserve"
RESERVED_BYTES = 262_144
"""Set aside in each trace's folder while it is written: what is needed to end and to read it on a full disk."""

E = TypeVar("E", bound=BaseEvent)
Listener = Callable[[BaseEvent], None]
"""Hears every event after it is committed."""


class WriterLock:
    """Held by the process that writes a trace; the kernel lets go of it when the process dies."""

    def __init__(self, folder: Path) -> None:
        self._file = open(folder / LOCK, "a+")  # noqa: SIM115
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            self._file.seek(0)
            owner = self._file.read().strip()
            self._file.close()
            raise TraceError(f"trace {folder.name} is still being written by process {owner or '?'}") from error
        self._file.truncate(0)
        self._file.write(f"{os.getpid()}\n")
        self._file.flush()

    def release(self) -> None:
        """Let another process write."""
        self._file.close()


def is_written(folder: Path) -> bool:
    """Whether a living process writes the trace in this folder."""
    try:
        with open(folder / LOCK) as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return False


class TraceWriter:
    """Appends events to one trace; safe to share between threads. Close it, or use it in a `with`."""

    def __init__(self, id: str, folder: Path, database: Path, seq: int, lock: WriterLock) -> None:
        self.id = id
        self.folder = folder
        """For files that belong to the trace."""
        self.root_span = _root_span(id)
        self._seq = seq
        self._lock = lock
        self._database = database
        self._reserve = folder / RESERVE
        self._connection = connect(database, create=True)
        try:
            self._set_aside()
        except BaseException:
            self._connection.close()
            raise
        self._mutex = threading.Lock()
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> None:
        """Call `listener` with every event after it is committed, e.g. to show it."""
        self._listeners.append(listener)

    def emit(self, event: E) -> E:
        """Stamp and commit an event; returns the stamped one.

        Raises:
            DiskFullError: there is no room; the event is written if what was set aside was enough for it.
            TraceError: it could not be written.
        """
        with self._mutex, readable_errors(self._database):
            stamped = self._stamp(event)
            try:
                self._insert(stamped)
            except sqlite3.OperationalError as error:
                if is_full(error) and self.make_room():
                    self._insert(stamped)
                raise
        for listener in self._listeners:
            listener(stamped)
        return stamped

    def new_span(self) -> str:
        """An id for a group of events, e.g. all of one step; give it to them as `span`."""
        return secrets.token_hex(8)

    def save_frame(self, name: str, rgb: NDArray[np.uint8], format: str = "jpg") -> str:
        """Write an image file; returns its path relative to `folder`, for an event.

        Args:
            name: e.g. the camera; the number of the next event goes in front of it.
            rgb: of shape (H, W, 3).
            format: `jpg` or `png`.

        Raises:
            TraceError: it could not be written.
        """
        from PIL import Image

        path = self.folder / FRAMES / f"{self._seq:05d}_{_file_name(name)}.{format}"
        partial = path.with_name(f".{path.name}")
        options = {"quality": 90} if format == "jpg" else {}
        try:
            path.parent.mkdir(exist_ok=True)
            Image.fromarray(np.ascontiguousarray(rgb)).save(partial, "JPEG" if format == "jpg" else "PNG", **options)
            partial.replace(path)
        except OSError as error:
            partial.unlink(missing_ok=True)
            if is_full(error):
                raise full(path) from error
            raise TraceError(f"cannot write {path}: {error.strerror or error}") from error
        return path.relative_to(self.folder).as_posix()

    def make_room(self) -> bool:
        """Give back what was set aside for the end of a run on a full disk; False if it was given back before."""
        try:
            self._reserve.unlink()
        except OSError:
            return False
        return True

    def close(self) -> None:
        """Let go of the database and the trace."""
        self.make_room()
        self._connection.close()
        self._lock.release()

    def __enter__(self) -> "TraceWriter":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    def _insert(self, stamped: BaseEvent) -> None:
        row = (self.id, self._seq, stamped.kind, stamped.wall, FORMAT_VERSION, stamped.model_dump_json())  # type: ignore[attr-defined]
        self._connection.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)", row)
        self._seq += 1

    def _set_aside(self) -> None:
        try:
            with open(self._reserve, "wb") as file:
                os.posix_fallocate(file.fileno(), 0, RESERVED_BYTES)
        except OSError as error:
            self.make_room()
            if is_full(error):
                raise full(self.folder) from error  # other file systems cannot set anything aside

    def _stamp(self, event: E) -> E:
        span = event.span or self.root_span
        parent = event.parent or (None if span == self.root_span else self.root_span)
        return event.model_copy(
            update={
                "id": secrets.token_hex(8),
                "trace": self.id,
                "seq": self._seq,
                "span": span,
                "parent": parent,
                "wall": time.time(),
                "monotonic": time.monotonic(),
            }
        )


def _root_span(id: str) -> str:
    """The same for every process that writes the trace: 16 hexadecimal digits out of its id."""
    return "".join(letter for letter in id if letter in "0123456789abcdef").rjust(16, "0")[-16:]


def _file_name(name: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "-_" else "_" for letter in name)
