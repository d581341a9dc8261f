"""How quickly the page of traces answers, over HTTP, with a trace of 10,000 events and a store of 5,000 runs.

    python -m benchmarks.pages [--events N] [--runs N] [--repeat N] [--json]

The server is a process of its own, started by `doable trace serve`. "First" is the answer about a trace that this
server has not been asked about before, each time another trace; "again" is the same question once more. On a busy
machine the server's own CPU time says more than the time on the wall.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import httpx
import numpy as np

from benchmarks.traces import EVENTS, EVENTS_PER_DECISION, RUNS, write_run
from traces import TraceStore

LONG = 12
"""Long traces: each is asked for once where the first answer counts."""
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
OF_A_RUN = {
    "page of a run": "/runs/{id}",
    "a run": "/api/runs/{id}",
    "its plan": "/api/runs/{id}/plan",
    "its motion": "/api/runs/{id}/motion?points=600",
    "200 of its events": "/api/runs/{id}/events?after={middle}&limit=200",
    "one of its events": "/api/runs/{id}/events/{middle}",
}
OF_ALL = {
    "page of the list": "/",
    "newest 50 runs": "/api/runs",
    "50 after 4,000": "/api/runs?offset=4000",
    "task holds a word": "/api/runs?text=number+4",
    "sorted by duration": "/api/runs?sort=seconds",
    "one status, one skill": "/api/runs?status=verified&skill=put_in",
}


@contextmanager
def served(home: Path) -> Iterator[tuple[httpx.Client, int]]:
    """A client of a server over the traces in a folder, and the server's process id."""
    program = [sys.executable, "-c", "from doable.cli import main; main()", "trace", "serve", "--port", "0"]
    server = subprocess.Popen([*program, "--data-dir", str(home)], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    try:
        address = ADDRESS.search(server.stdout.readline())
        assert address is not None, "the server said no address"
        with httpx.Client(base_url=address[0], trust_env=False, timeout=60) as client:
            yield client, server.pid
    finally:
        server.terminate()
        server.wait(10)
        server.stdout.close()


def asked(server: tuple[httpx.Client, int], paths: Iterable[str]) -> dict[str, float]:
    """Percentiles of the seconds until a whole answer is there, the server's CPU time for one, and the most bytes."""
    client, pid = server
    spent, size, cpu, count = [], 0, cpu_seconds(pid), 0
    for path in paths:
        began = time.perf_counter()
        answer = client.get(path)
        spent.append(time.perf_counter() - began)
        answer.raise_for_status()
        size, count = max(size, len(answer.content)), count + 1
    p50, p95 = np.percentile(spent, [50, 95]).tolist()
    return {"p50": p50, "p95": p95, "best": min(spent), "cpu": (cpu_seconds(pid) - cpu) / count, "bytes": size}


def cpu_seconds(pid: int) -> float:
    """What a process has used until now, in ticks of 10 ms; 0 where the kernel does not tell."""
    try:
        after_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


def measure(home: Path, events: int, runs: int, repeat: int) -> dict[str, dict[str, float]]:
    """Ask for everything; percentiles by what was asked."""
    store = TraceStore(home / "traces")
    for number in range(runs):
        write_run(store, decisions=2, task=f"task number {number % 50}")
    ids = [write_run(store, decisions=events // EVENTS_PER_DECISION) for _ in range(LONG)]
    found = {}
    for name, path in OF_A_RUN.items():
        with served(home) as server:
            found[f"{name}, first"] = asked(server, [path.format(id=id, middle=events // 2) for id in ids])
            found[f"{name}, again"] = asked(server, [path.format(id=ids[-1], middle=events // 2)] * repeat)
    with served(home) as server:
        pairs = [f"/api/compare?a={a}&b={b}" for a, b in pairwise(ids)]
        found["two runs compared, first"] = asked(server, pairs)
        for name, path in OF_ALL.items():
            asked(server, [path])
            found[name] = asked(server, [path] * repeat)
    return found


def main() -> None:
    """Print the table, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, default=EVENTS, help="in a long trace")
    parser.add_argument("--runs", type=int, default=RUNS, help="in the store")
    parser.add_argument("--repeat", type=int, default=40, help="how often each thing is asked again")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="doable-bench-") as folder:
        found: dict[str, Any] = measure(Path(folder), given.events, given.runs, given.repeat)
    if given.json:
        return print(json.dumps(found))
    for name, value in found.items():
        times = "   ".join(f"{each} {1000 * value[each]:7.1f} ms" for each in ("p50", "p95", "best", "cpu"))
        print(f"{name:<28} {times}   {value['bytes'] / 1000:8.1f} kB")


if __name__ == "__main__":
    main()
