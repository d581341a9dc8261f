"""Where work runs: in this process or in a pool of spawned ones, behind one port; results come in order."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
_ItemIn = TypeVar("_ItemIn")
_ResultOut = TypeVar("_ResultOut")

_THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


class Executor(Protocol):
    """Applies a function to items; the same items give the same results wherever they run."""

    def map(self, function: Callable[[_ItemIn], _ResultOut], items: Sequence[_ItemIn]) -> Iterator[_ResultOut]:
        """Yield ``function(item)`` for each item, in the order of the items.

        The function must take all randomness from its item (a seed), for it may run in another process.
        """
        ...


@dataclass(frozen=True)
class SerialExecutor:
    """One item after another, in this process."""

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Yield ``function(item)`` for each item, in order."""
        return map(function, items)


@dataclass(frozen=True)
class ProcessPoolExecutor:
    """Spawned processes, one computing thread each; function, items and results must be picklable.

    Processes are spawned, never forked: PyBullet and torch do not survive a fork.
    """

    workers: int

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Yield ``function(item)`` for each item, in order; an exception of the function is raised here."""
        with _single_threaded(), multiprocessing.get_context("spawn").Pool(min(self.workers, len(items) or 1)) as pool:
            yield from pool.imap(function, items)


def executor(workers: int = 1) -> Executor:
    """Serial for one worker, a process pool for more.

    Raises:
        ValueError: fewer than one worker.
    """
    if workers < 1:
        raise ValueError(f"{workers} workers; give 1 (this process) or more (a pool of processes)")
    return SerialExecutor() if workers == 1 else ProcessPoolExecutor(workers)


def with_progress(results: Iterable[Result], total: int, label: str) -> Iterator[Result]:
    """Show a progress bar on standard error while the results come in."""
    from rich.console import Console
    from rich.progress import track

    yield from track(results, description=label, total=total, console=Console(stderr=True), transient=True)


@contextmanager
def _single_threaded() -> Iterator[None]:
    """Let processes spawned meanwhile compute on one thread each, so that they do not fight for cores."""
    before = {name: os.environ.get(name) for name in _THREAD_VARIABLES}
    os.environ.update(dict.fromkeys(_THREAD_VARIABLES, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
