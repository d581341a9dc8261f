"""What writing a trace costs a run: time inside everything that only exists for the trace, and bytes a minute.

    python -m benchmarks.tracing [--task TEXT] [--seed N] [--no-video]

One run of a new process, with the learned parts. Every call that would not be made without a trace is timed, in the
run itself: another run without a trace would differ by more than what is measured. The state of the world, snapshots
and checkpoints are there to go on after a crash; their bytes are told apart.
"""

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any
from unittest.mock import patch

MINUTE = 60.0


@dataclass
class Spent:
    """Time inside timed calls; a timed call inside another one counts once."""

    wall: float = 0.0
    cpu: float = 0.0
    calls: int = 0
    depth: int = 0

    def timed(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, timed."""

        @wraps(function)
        def call(*arguments: Any, **named: Any) -> Any:
            wall, cpu = time.perf_counter(), time.thread_time()
            self.depth += 1
            try:
                return function(*arguments, **named)
            finally:
                self.depth -= 1
                if not self.depth:
                    self.wall += time.perf_counter() - wall
                    self.cpu += time.thread_time() - cpu
                    self.calls += 1

        return call


@contextmanager
def timing(spent: Spent) -> Iterator[None]:
    """Time everything that only a trace needs."""
    from affordances.value import LearnedValueFunction
    from planner import report
    from planner.recording import Recording
    from planner.supervision import Supervision
    from traces import TraceWriter

    places: list[tuple[Any, str]] = [
        *((TraceWriter, name) for name in ("emit", "save_frame")),
        *((report, name) for name in ("observed", "ranked", "compared", "prompted", "attention")),
        *((Recording, name) for name in ("begin", "tick", "finish")),
        (LearnedValueFunction, "attention"),
        (Supervision, "heed"),
    ]
    with ExitStack() as stack:
        for owner, name in places:
            stack.enter_context(patch.object(owner, name, spent.timed(getattr(owner, name))))
        yield


def measure(task: str, seed: int, objects: tuple[str, ...], video: bool, home: Path) -> dict[str, float]:
    """Carry a task out and return what tracing it cost."""
    from doable.agent import Agent
    from doable.options import RunOptions
    from doable.settings import load_settings
    from traces import Moved

    options = RunOptions(seed=seed, objects=objects, video=video)
    cache = load_settings().home.expanduser() / "cache"
    if cache.exists():
        (home / "cache").symlink_to(cache, target_is_directory=True)  # the unpacked language model
    with Agent.load(load_settings(home), options) as agent:
        spent, wall, cpu = Spent(), time.perf_counter(), time.thread_time()
        with timing(spent):
            result = agent.run(task)
        wall, cpu = time.perf_counter() - wall, time.thread_time() - cpu
        folder = agent.store.folder(result.trace)
        events = agent.store.open(result.trace).events
    trace = sum(len(event.model_dump_json()) for event in events)
    moving = max((event.rows[-1][0] for event in events if isinstance(event, Moved) and event.rows), default=0.0)
    kept = {"frames": _size(folder / "frames"), "video": _size(folder / "video"), "events": float(trace)}
    return {
        "run [s]": wall,
        "run [CPU s]": cpu,
        "tracing [s]": spent.wall,
        "tracing [CPU s]": spent.cpu,
        "share of wall time [%]": 100 * spent.wall / wall,
        "share of CPU time [%]": 100 * spent.cpu / cpu,
        "events": float(len(events)),
        "robot's time [s]": moving,
        **{f"{name} [kB]": size / 1000 for name, size in kept.items()},
        "all [kB/min of robot's time]": sum(kept.values()) / 1000 * MINUTE / max(moving, 1e-9),
        "to go on after a crash [kB]": (_size(folder) - kept["frames"] - kept["video"]) / 1000,
    }


def _size(folder: Path) -> float:
    return float(sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--task", default="put the red block in the blue bowl")
    parser.add_argument("--objects", default="red block, green block, blue bowl")
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--no-video", action="store_true")
    arguments = parser.parse_args()
    objects = tuple(part.strip() for part in arguments.objects.split(","))
    with tempfile.TemporaryDirectory() as folder:
        found = measure(arguments.task, arguments.seed, objects, not arguments.no_video, Path(folder))
    for name, value in found.items():
        print(f"{name:<32}{value:10.3f}")


if __name__ == "__main__":
    main()
