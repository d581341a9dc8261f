"""How quickly traces are listed, opened, compared and counted, and what they take on disk.

`python -m benchmarks.traces` makes a trace of 10,000 events and a store of 5,000 runs in a temporary folder; nothing
is read from or written to the traces of the person who runs it.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from traces import (
    Candidate,
    Moved,
    Observed,
    Ranked,
    RunFinished,
    RunStarted,
    SeenObject,
    StepFinished,
    StepStarted,
    TraceStore,
    TraceWriter,
    Verified,
)
from traces.diff import compare
from traces.export_html import export_html
from traces.selection import Selection, select
from traces.statistics import statistics_of

EVENTS = 10_000
RUNS = 5_000
CALLS = tuple(f"put_in(block {thing}, bowl {place})" for thing in range(8) for place in range(5))
"""As many candidates as a table with eight blocks and five bowls has."""
EVENTS_PER_DECISION = 6
TICKS = 20
"""Of a step, as measured with the panda."""


def main() -> None:
    """Print the table, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=EVENTS, help="in the long trace")
    parser.add_argument("--runs", type=int, default=RUNS, help="in the store")
    parser.add_argument("--repeat", type=int, default=20, help="how often each thing is done")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="doable-bench-") as folder:
        found = measure(Path(folder), given.events, given.runs, given.repeat)
    if given.json:
        return print(json.dumps(found))
    for name, value in found["seconds"].items():
        print(f"{name:<42} p50 {1000 * value['p50']:8.1f} ms   p95 {1000 * value['p95']:8.1f} ms")
    for name, value in found["bytes"].items():
        print(f"{name:<42} {value / 1e6:8.2f} MB")


def measure(folder: Path, events: int, runs: int, repeat: int) -> dict[str, Any]:
    """Make the traces, do everything `repeat` times, and say how long it took and how large they are."""
    many, long = TraceStore(folder / "many"), TraceStore(folder / "long")
    began = time.perf_counter()
    for number in range(runs):
        write_run(many, decisions=2, task=f"task {number % 50}")
    each = (time.perf_counter() - began) / max(1, runs)
    ids = [write_run(long, decisions=events // EVENTS_PER_DECISION) for _ in range(2)]
    traces = [long.open(id) for id in ids]
    work: dict[str, Callable[[], Any]] = {
        "list the newest 50": lambda: many.list(50),
        f"list 50 after {runs - 50}": lambda: many.list(50, max(0, runs - 50)),
        "count": many.count,
        "find an id": lambda: many.find(many.list(1, runs // 2)[0].id),
        "open a short trace": lambda: many.open("latest"),
        f"open {len(traces[0].events)} events": lambda: long.open(ids[0]),
        "diff of two of them": lambda: compare(*traces),
        "HTML of one": lambda: export_html(traces[0]),
    }
    seconds = {name: timed(do, repeat) for name, do in work.items()}
    seconds["stats of 500 runs"] = timed(lambda: statistics_of(select_some(many, 500)), max(1, repeat // 10))
    seconds["write a short run"] = {"p50": each, "p95": each}
    sizes = {
        f"store of {runs} runs": size_of(many.directory),
        f"two traces of {len(traces[0].events)} events": size_of(long.directory),
        "a minute of a run, without pictures": size_of(long.directory) / 2 / minutes(events),
    }
    return {"seconds": seconds, "bytes": sizes, "events": len(traces[0].events), "runs": runs}


def timed(do: Callable[[], Any], repeat: int) -> dict[str, float]:
    """Percentiles of the wall time in [s], the first time left out."""
    do()
    spent = []
    for _ in range(repeat):
        began = time.perf_counter()
        do()
        spent.append(time.perf_counter() - began)
    return {"p50": float(np.percentile(spent, 50)), "p95": float(np.percentile(spent, 95))}


def select_some(store: TraceStore, count: int) -> Any:
    """The newest runs of a store."""
    return select(store, Selection(), [summary.id for summary in store.list(count)])


def write_run(store: TraceStore, decisions: int, task: str = "put everything away") -> str:
    """A run of so many decisions; its numbers are drawn from its task."""
    rng = np.random.default_rng(len(task) + decisions)
    with store.create(RunStarted(task=task, scene="tabletop", robot="panda", seed=0)) as writer:
        for _ in range(decisions):
            write_decision(writer, rng)
        seconds = {"say": 1.0, "execute": 2.0}
        writer.emit(RunFinished(status="verified", verified=True, success=True, seconds=seconds, steps=decisions))
    return writer.id


def write_decision(writer: TraceWriter, rng: np.random.Generator) -> None:
    """Six events, as large as real ones."""
    span, call = writer.new_span(), CALLS[int(rng.integers(len(CALLS)))]
    position = tuple(float(x) for x in rng.random(3))
    things = tuple(SeenObject(id=f"block {n}", category="block", position=position) for n in range(10))
    writer.emit(Observed(objects=things, span=span))
    numbers = rng.random((len(CALLS), 3)).tolist()
    candidates = tuple(
        Candidate(call=each, say=say, can=can, score=score, chosen=each == call, why_not="" if each == call else "no")
        for each, (say, can, score) in zip(CALLS, numbers, strict=True)
    )
    writer.emit(Ranked(candidates=candidates, span=span))
    writer.emit(StepStarted(call=call, span=span))
    columns = ("time [s]", *(f"joint panda_joint{n} [rad]" for n in range(1, 8)), "gripper [m]", "force [N]")
    rows = tuple(map(tuple, rng.random((TICKS, len(columns))).round(5).tolist()))
    writer.emit(Moved(columns=columns, rows=rows, span=span))
    writer.emit(StepFinished(call=call, status="done", ticks=TICKS, span=span))
    writer.emit(Verified(call=call, success=True, probability=0.9, span=span))


def minutes(events: int) -> float:
    """What so many events are in a real run: a step of 20 ticks and a decision take about 3 s together."""
    return events / EVENTS_PER_DECISION * 3.0 / 60


def size_of(folder: Path) -> int:
    """Bytes of all files."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
