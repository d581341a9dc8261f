"""Where work runs: in this process, in a pool of spawned ones, or on a Ray of this machine; results come in order."""

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeVar, get_args

Item = TypeVar("Item")
Result = TypeVar("Result")
_ItemIn = TypeVar("_ItemIn")
_ResultOut = TypeVar("_ResultOut")

ExecutorKind = Literal["serial", "processes", "ray"]
_ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
"""For processes that work side by side, so that they do not fight for cores."""


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
        with (
            _environment(**_ONE_THREAD),
            multiprocessing.get_context("spawn").Pool(min(self.workers, len(items) or 1)) as pool,
        ):
            yield from pool.imap(function, items)


@dataclass(frozen=True)
class RayExecutor:
    """Tasks of a Ray that is started for them on loopback and ended with them; needs the extra ``ray``.

    Ray: Moritz et al., OSDI 2018. Whatever cluster an environment names is left alone.

    Raises:
        ValueError: (when it begins) ray is not installed.
    """

    workers: int

    def map(self, function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
        """Yield ``function(item)`` for each item, in order; an exception of the function is raised here."""
        ray = _load_ray()
        with _environment(PYTHONPATH=_import_path(), **_ONE_THREAD):
            ray.init(
                address="local",
                num_cpus=self.workers,
                include_dashboard=False,
                log_to_driver=False,
                logging_level="error",
                _node_ip_address="127.0.0.1",
            )
            try:
                yield from _in_order(ray, function, items, 2 * self.workers)
            finally:
                ray.shutdown()


def _in_order(ray: Any, function: Callable[[Item], Result], items: Sequence[Item], ahead: int) -> Iterator[Result]:
    """Results in the order of the items; only some tasks wait, and one whose process dies is not repeated."""
    task, shared = ray.remote(max_retries=0)(_apply), ray.put(function)
    waiting: deque[Any] = deque()
    for item in items:
        waiting.append(task.remote(shared, item))
        if len(waiting) >= ahead:
            yield _result(ray, waiting.popleft())
    while waiting:
        yield _result(ray, waiting.popleft())


def _apply(function: Callable[[Item], Result], item: Item) -> Result:
    return function(item)


def _result(ray: Any, reference: Any) -> Any:
    try:
        return ray.get(reference)
    except ray.exceptions.RayTaskError as error:
        raise error.cause from error


def _load_ray() -> Any:
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # read when ray starts: nothing is reported to anybody
    try:
        import ray
    except ImportError as error:
        raise ValueError(
            "--executor ray needs the extra: pip install 'doable[ray]'; or choose serial or processes"
        ) from error
    return ray


def _import_path() -> str:
    """Where this process finds its modules, for processes that Ray starts elsewhere."""
    return os.pathsep.join(path or os.getcwd() for path in sys.path)


def executor(workers: int = 1, kind: ExecutorKind | None = None) -> Executor:
    """Where work runs.

    Args:
        workers: processes.
        kind: ``serial``, ``processes`` or ``ray``; None: serial for one worker, processes for more.

    Raises:
        ValueError: fewer than one worker, more than one in one process, or an unknown kind.
    """
    if workers < 1:
        raise ValueError(f"{workers} workers; give 1 (this process) or more (a pool of processes)")
    if kind is not None and kind not in get_args(ExecutorKind):
        raise ValueError(f"unknown executor {kind!r}; choose from: {', '.join(get_args(ExecutorKind))}")
    if kind == "serial" and workers > 1:
        raise ValueError(f"the executor serial has one worker, not {workers}; choose processes or ray")
    if kind == "ray":
        _load_ray()
        return RayExecutor(workers)
    return SerialExecutor() if kind == "serial" or (kind is None and workers == 1) else ProcessPoolExecutor(workers)


def with_progress(results: Iterable[Result], total: int, label: str) -> Iterator[Result]:
    """Show a progress bar on standard error while the results come in."""
    from rich.console import Console
    from rich.progress import track

    yield from track(results, description=label, total=total, console=Console(stderr=True), transient=True)


@contextmanager
def _environment(**variables: str) -> Iterator[None]:
    """Let processes that begin meanwhile have these variables."""
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
