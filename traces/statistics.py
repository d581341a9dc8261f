"""Many traces at once: how they ended, what failed, whether can was right, where the time went, what recoveries did."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from statistics import median

from traces.decisions import Decision, decisions_of
from traces.events import Record, RunFinished
from traces.store import Trace

BINS = 10
Z = 1.96
"""Of a 95 % interval."""


class Bin(Record):
    """The steps whose can lay in one interval."""

    low: float
    high: float
    count: int
    can: float
    """Mean of what was said."""
    worked: float
    """Share that was judged a success."""
    interval: tuple[float, float]
    """Wilson's, 95 %."""


class Calibration(Record):
    """What can promised, and what came of it."""

    steps: int
    bins: tuple[Bin, ...] = ()
    """Those with steps, from low to high."""
    error: float | None = None
    """Expected calibration error (Guo et al. 2017, arXiv:1706.04599): the mean gap, weighted by steps."""
    brier: float | None = None
    """Mean squared error."""


class SkillCount(Record):
    """How the steps of one skill went."""

    steps: int
    worked: int


class RecoveryCount(Record):
    """What one kind of recovery did."""

    times: int
    followed_by_success: int
    """How often the next step worked."""


class PhaseTime(Record):
    """What one phase took."""

    total: float
    """Of all runs, [s]."""
    median: float
    """Of the runs that say it, [s]."""
    share: float
    """Of the time of all phases."""


class Statistics(Record):
    """What there is to say about a set of traces."""

    runs: int
    steps: int
    statuses: Mapping[str, int]
    run_failures: Mapping[str, int]
    """Runs that did not end well, by kind; a run counts once."""
    step_failures: Mapping[str, int]
    """Steps that did not work, by kind."""
    skills: Mapping[str, SkillCount]
    recoveries: Mapping[str, RecoveryCount]
    phases: Mapping[str, PhaseTime]
    calibration: Calibration


def statistics_of(traces: Iterable[Trace], bins: int = BINS) -> Statistics:
    """Count; traces are read one by one and not kept."""
    counts = _Counts()
    for trace in traces:
        counts.add(trace)
    return Statistics(
        runs=sum(counts.statuses.values()),
        steps=sum(counts.skills.values()),
        statuses=_most_first(counts.statuses),
        run_failures=_most_first(counts.run_failures),
        step_failures=_most_first(counts.step_failures),
        skills={n: SkillCount(steps=s, worked=counts.worked[n]) for n, s in _most_first(counts.skills).items()},
        recoveries={
            kind: RecoveryCount(times=times, followed_by_success=counts.helped[kind])
            for kind, times in _most_first(counts.recoveries).items()
        },
        phases=_phases(counts.seconds),
        calibration=calibrate(counts.promises, bins),
    )


def calibrate(promises: Sequence[tuple[float, bool]], bins: int = BINS) -> Calibration:
    """Compare what can said of the chosen calls with whether they were judged to have worked, in equal intervals."""
    if not promises:
        return Calibration(steps=0)
    groups: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for can, worked in promises:
        groups[min(int(can * bins), bins - 1)].append((can, worked))
    filled = tuple(_bin(place / bins, (place + 1) / bins, groups[place]) for place in sorted(groups))
    return Calibration(
        steps=len(promises),
        bins=filled,
        error=sum(b.count * abs(b.can - b.worked) for b in filled) / len(promises),
        brier=sum((can - worked) ** 2 for can, worked in promises) / len(promises),
    )


def wilson(successes: int, count: int) -> tuple[float, float]:
    """A 95 % interval of a share (Wilson 1927)."""
    share, square = successes / count, Z * Z / count
    middle = (share + square / 2) / (1 + square)
    half = Z / (1 + square) * math.sqrt(share * (1 - share) / count + square / (4 * count))
    return max(0.0, middle - half), min(1.0, middle + half)


class _Counts:
    """What is added up while traces go by."""

    def __init__(self) -> None:
        self.statuses: Counter[str] = Counter()
        self.run_failures: Counter[str] = Counter()
        self.step_failures: Counter[str] = Counter()
        self.skills: Counter[str] = Counter()
        self.worked: Counter[str] = Counter()
        self.recoveries: Counter[str] = Counter()
        self.helped: Counter[str] = Counter()
        self.seconds: dict[str, list[float]] = defaultdict(list)
        self.promises: list[tuple[float, bool]] = []

    def add(self, trace: Trace) -> None:
        """One more run."""
        self.statuses[trace.summary.status] += 1
        if kind := run_failure(trace):
            self.run_failures[kind] += 1
        for event in trace.events:
            if isinstance(event, RunFinished):
                for phase, seconds in event.seconds.items():
                    self.seconds[phase].append(seconds)
        steps = decisions_of(trace)
        for place, decision in enumerate(steps, 1):
            self._add_step(decision)
            self._add_recovery(decision, steps[place] if place < len(steps) else None)

    def _add_step(self, decision: Decision) -> None:
        if decision.started is None:
            return
        skill = decision.started.call.partition("(")[0]
        self.skills[skill] += 1
        self.worked[skill] += decision.verified is not None and decision.verified.success
        if kind := step_failure(decision):
            self.step_failures[kind] += 1
        chosen = decision.chosen
        if chosen is not None and chosen.can is not None and decision.verified is not None:
            self.promises.append((min(max(chosen.can, 0.0), 1.0), decision.verified.success))

    def _add_recovery(self, decision: Decision, after: Decision | None) -> None:
        if decision.recovered is None:
            return
        self.recoveries[decision.recovered.recovery] += 1
        worked = after is not None and after.verified is not None and after.verified.success
        self.helped[decision.recovered.recovery] += worked


def run_failure(trace: Trace) -> str:
    """How a run failed; empty if it did not, or is still going on."""
    summary = trace.summary
    if summary.status == "verified":
        return "wrongly taken for done" if summary.success is False else ""
    if summary.status == "running":
        return ""
    if summary.status == "not_achieved":
        return "done, and not seen" if summary.success else "given up"
    known = {"refused": "refused", "asked": "question left open", "stopped_for_safety": "stopped for safety"}
    known |= {"failed": "the program broke", "interrupted": "interrupted"}
    return known.get(summary.status, summary.status)


def step_failure(decision: Decision) -> str:
    """How the step of a decision failed; empty if it worked."""
    if decision.verified is not None and decision.verified.success:
        return ""
    if decision.finished is None:
        return "cut short"
    status, failure = decision.finished.status, decision.finished.failure
    if failure.startswith("server "):
        return f"policy {failure}"
    faults = {"action": "the policy gave no valid action", "silent": "the policy did not answer"}
    kinds = {"done": "not seen to have worked", "timeout": "timed out", "stopped": "stopped for safety"}
    return faults.get(failure) or {**kinds, "error": "the policy broke"}.get(status, status)


def _bin(low: float, high: float, promises: Sequence[tuple[float, bool]]) -> Bin:
    worked, count = sum(done for _, done in promises), len(promises)
    can = sum(said for said, _ in promises) / count
    return Bin(low=low, high=high, count=count, can=can, worked=worked / count, interval=wilson(worked, count))


def _phases(seconds: Mapping[str, Sequence[float]]) -> dict[str, PhaseTime]:
    totals = {phase: sum(values) for phase, values in seconds.items()}
    whole = sum(totals.values()) or 1.0
    return {
        phase: PhaseTime(total=total, median=median(seconds[phase]), share=total / whole)
        for phase, total in sorted(totals.items(), key=lambda item: -item[1])
    }


def _most_first(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
