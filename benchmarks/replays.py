"""Whether runs can be repeated: ten of them, each replayed in a new process, then one forked where it failed.

    python -m benchmarks.replays [--keep FOLDER] [--json]

Everything goes through the command line: `doable run` and `doable eval tasks` record, `doable trace replay` repeats,
`doable trace fork` goes on from the first step that failed with another choice, and `doable trace diff` names the
decision in which the two part. The exit status is 1 unless all of that came out as it should.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from traces import Trace, TraceStore
from traces.decisions import Decision, decisions_of

FEW = "red block, green block, blue bowl"
RUNS: tuple[tuple[str, ...], ...] = (
    ("put the red block in the blue bowl", "--seed", "0"),
    ("put both blocks in the blue bowl", "--objects", FEW, "--seed", "3"),
    ("stack the red block on the green block", "--objects", FEW, "--seed", "5"),
    ("put a block in the blue bowl", "--objects", FEW, "--seed", "8"),
    ("throw the red block out of the window", "--objects", FEW, "--seed", "1"),
    ("pick up the green block", "--objects", FEW, "--seed", "2", "--planner", "saycan"),
    ("put the red block in the blue bowl", "--objects", FEW, "--seed", "4", "--planner", "saycan", "--no-can"),
)
"""Tasks of several steps, one that leaves a choice, a refusal, and the other planner."""
SUITE = ("--suite", "smoke", "--seeds", "1", "--seed", "930006")
"""Three more; the policy fails in one of them until its recoveries are used up."""


@dataclass(frozen=True)
class Repeated:
    """A run and its replay."""

    trace: str
    task: str
    status: str
    decisions: int
    recoveries: int
    same: bool
    """Every decision with all that led to it, and the end."""
    same_state: bool | None
    """Facts, and positions to 0.1 mm."""
    same_bits: bool | None
    """All that moves, to the last bit."""
    seconds: float
    """Of the replay, the start of its process included."""


@dataclass(frozen=True)
class Forked:
    """What came of another choice at a step that failed."""

    trace: str
    parent: str
    at: int
    """The decision whose step failed."""
    chosen: str
    before: str
    """What the parent chose there."""
    status: str
    diverging: int | None
    """The parent's decision in which `doable trace diff` says that they part."""
    why: str

    @property
    def right(self) -> bool:
        """Whether they part where they were made to."""
        return self.diverging == self.at


def doable(home: Path, *arguments: str) -> Any:
    """What a command prints as JSON, whatever its exit status means.

    Raises:
        RuntimeError: it broke, or was given bad input.
    """
    program = [sys.executable, "-c", "from doable.cli import main; main()", *arguments, "--json"]
    where = ["--keep", str(home)] if arguments[0] == "eval" else ["--data-dir", str(home)]
    done = subprocess.run([*program, *where], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr[-2000:]}")
    return json.loads(done.stdout)


def record(home: Path, runs: Sequence[Sequence[str]] = RUNS, suite: Sequence[str] = SUITE) -> list[str]:
    """Ids of the runs, oldest first."""
    for run in runs:
        doable(home, "run", *run, "--quiet")
    if suite:
        doable(home, "eval", "tasks", *suite, "--quiet")
    return [summary.id for summary in reversed(TraceStore(home / "traces").list(limit=200))]


def repeat(home: Path, id: str) -> Repeated:
    """Replay a run."""
    began = time.perf_counter()
    told = doable(home, "trace", "replay", id, "--quiet")
    spent = time.perf_counter() - began
    trace = TraceStore(home / "traces").open(id)
    return Repeated(
        trace=id,
        task=trace.summary.task,
        status=trace.summary.status,
        decisions=len(decisions_of(trace)),
        recoveries=trace.summary.recoveries,
        same=told["same"],
        same_state=told["same_state"],
        same_bits=told["same_bits"],
        seconds=spent,
    )


def fork(home: Path, traces: Sequence[Trace]) -> Forked | None:
    """Go on differently from the first step that failed in any of these; None if none did."""
    found = next(((trace, decision, other) for trace in traces for decision, other in _failures(trace)), None)
    if found is None:
        return None
    trace, decision, other = found
    at = decision.number
    child = doable(home, "trace", "fork", trace.id, "--at", str(at), "--choose", other, "--quiet")
    told = doable(home, "trace", "diff", trace.id, child["trace"])
    diverging = (told["diverging"] or {}).get("a")
    before = decision.chosen.call if decision.chosen else ""
    return Forked(child["trace"], trace.id, at, other, before, child["status"], diverging, told["why"])


def _failures(trace: Trace) -> Iterator[tuple[Decision, str]]:
    """Decisions whose step failed, with the best of what else could have been chosen of what was in view."""
    for decision in decisions_of(trace):
        seen = {thing.id for thing in decision.observed.objects} if decision.observed else set()
        candidates = decision.ranked.candidates if decision.ranked else ()
        others = [each.call for each in candidates if not each.chosen and _things(each.call) <= seen]
        if decision.failed and others:
            yield decision, others[0]


def _things(call: str) -> set[str]:
    """What a call is about; `done()` is about a thing without a name, so that nobody sees it."""
    return set(call.partition("(")[2].removesuffix(")").split(", "))


def measure(home: Path) -> dict[str, Any]:
    """Record, replay and fork."""
    ids = record(home)
    repeated = [repeat(home, id) for id in ids]
    store = TraceStore(home / "traces")
    forked = fork(home, [store.open(id) for id in ids])
    return {
        "runs": [asdict(each) for each in repeated],
        "fork": None if forked is None else asdict(forked),
        "right": all(each.same and each.same_state for each in repeated) and forked is not None and forked.right,
    }


def main() -> None:
    """Print what was repeated, and say by the exit status whether all of it was."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", type=Path, help="keep the traces in this folder, which --data-dir takes")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="doable-replays-") as folder:
        found = measure(given.keep or Path(folder))
    if given.json:
        print(json.dumps(found))
    else:
        _print(found)
    raise SystemExit(0 if found["right"] else 1)


def _print(found: dict[str, Any]) -> None:
    words = {True: "yes", False: "NO", None: "unknown"}
    print(f"{'task':<42} {'ended':<13} {'decisions':>9} {'recoveries':>10}  same  state  bits     time")
    for run in found["runs"]:
        same, state, bits = (words[run[name]] for name in ("same", "same_state", "same_bits"))
        counts = f"{run['decisions']:>9} {run['recoveries']:>10}"
        print(
            f"{run['task']:<42} {run['status']:<13} {counts}  {same:<4}  {state:<5}  {bits:<5} {run['seconds']:6.1f} s"
        )
    fork = found["fork"]
    if fork is None:
        return print("no step failed, so nothing was forked")
    print(f"fork of {fork['parent']} at decision {fork['at']}: {fork['chosen']} instead of {fork['before']}")
    print(f"it ended {fork['status']}; they part at decision {fork['diverging']}: {fork['why']}")


if __name__ == "__main__":
    main()
