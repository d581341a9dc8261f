"""Files that are whole or absent: written beside, put on the disk, then named; and a full disk said in plain words.

A program that is killed, or a disk that fills up, leaves the earlier file or none; what is left beside it, with the
suffix ``PARTIAL``, is written over by the next attempt. One process at a time writes a file of one name.
"""

import errno
import io
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

PARTIAL = ".partial"
"""Suffix of what is being written."""
FULL = (errno.ENOSPC, errno.EDQUOT)


class NoSpaceError(ValueError):
    """A file could not be written because its disk is full; the message names the folder."""


class DamagedError(ValueError):
    """A file is not what was written; the message names it and says what to remove."""


class WholeFile(io.BufferedIOBase):
    """A file to write to that remembers why it could not be written.

    It is no file of the operating system to numpy and torch, which then write by Python's means: left to their own,
    they tell of a full disk without saying that it is one, or not at all.
    """

    def __init__(self, path: Path) -> None:
        """
        Raises:
            OSError: the file cannot be made.
        """
        self._file = path.open("wb")
        self.failure: OSError | None = None

    def writable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def write(self, data: Any, /) -> int:
        """As every binary file: whatever has bytes."""
        with self._remembering():
            return self._file.write(data)

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        with self._remembering():
            return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def flush(self) -> None:
        if not self._file.closed:
            with self._remembering():
                self._file.flush()

    def sync(self) -> None:
        """Wait until what was written is on the disk."""
        self.flush()
        with self._remembering():
            os.fsync(self._file.fileno())

    def close(self) -> None:
        """Without a word about what could not be written: ``sync`` said it."""
        with suppress(OSError):
            self._file.close()
        super().close()

    @contextmanager
    def _remembering(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            self.failure = self.failure or error
            raise


@contextmanager
def whole_file(path: Path) -> Iterator[WholeFile]:
    """A file to write to; it takes the name ``path`` at the end, and is gone if anything was raised.

    Raises:
        NoSpaceError: the disk is full, however what wrote to the file puts it.
    """
    partial = path.with_name(path.name + PARTIAL)
    with minding_space(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        file = WholeFile(partial)
        try:
            with file:
                yield file
                file.sync()
            os.replace(partial, path)
        except BaseException as error:
            partial.unlink(missing_ok=True)
            if isinstance(error, Exception) and file.failure is not None:
                raise OSError(file.failure.errno, file.failure.strerror) from error
            raise


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A folder to fill; it takes the name ``path`` at the end, and is gone if anything was raised.

    Raises:
        NoSpaceError: the disk is full.
    """
    partial = path.with_name(path.name + PARTIAL)
    with minding_space(path.parent):
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        try:
            yield partial
            partial.rename(path)
        except BaseException:
            shutil.rmtree(partial, ignore_errors=True)
            raise


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Files that belong together: none takes its name before all are on the disk.

    Raises:
        NoSpaceError: there is no room for one of them; the earlier ones are as they were.
    """
    with ExitStack() as stack:
        files = [stack.enter_context(whole_file(path)) for path in contents]
        for file, content in zip(files, contents.values(), strict=True):
            file.write(content)
            file.sync()


@contextmanager
def minding_space(folder: Path) -> Iterator[None]:
    """Errors inside that a full disk is behind become ``NoSpaceError``, which names ``folder``."""
    try:
        yield
    except Exception as error:
        if not is_full(error):
            raise
        raise NoSpaceError(
            f"the disk of {folder} is full; free some space and run the same command again: nothing finished is lost"
        ) from error


def is_full(error: BaseException | None) -> bool:
    """Whether a full disk is behind an error, or an exhausted quota."""
    if error is None:
        return False
    full = isinstance(error, NoSpaceError) or (isinstance(error, OSError) and error.errno in FULL)
    return full or is_full(error.__cause__ or error.__context__)
