"""A run at a glance: when each event was, and what the marks on its time axis say, without reading every event."""

import re
import sqlite3
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import Any

from pydantic import TypeAdapter

from traces.events import Record

MARKED = (
    "run_started",
    "understood",
    "step_started",
    "step_finished",
    "verified",
    "recovered",
    "asked",
    "answered",
    "awaiting",
    "commanded",
    "safety_stopped",
    "failed",
    "run_resumed",
    "run_finished",
)
FINE = ("done", "succeeded")
"""Statuses of a step that went well."""
HEAD, TAIL = 3000, 1500
"""Letters of an event of motion that are read: its envelope with the first row, and the last row."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One event that is worth a place on the time axis."""

    seq: int
    kind: str
    time: float
    span: str
    label: str
    bad: bool = False
    """Whether something went wrong here."""
    detail: str = ""


class Outline(Record):
    """All events of a run from some number on: kinds by index, times in [s] since its start."""

    kinds: tuple[str, ...]
    kind: tuple[int, ...]
    time: tuple[float, ...]
    marks: tuple[Mark, ...]
    clock: tuple[tuple[float, float], ...]
    """Pairs (time since the start, the world's time), where the robot moved or was filmed."""


@dataclass
class _Known:
    """What has been read of a run; its events never change, so only newer ones are read again."""

    start: float
    last: int
    rows: list[tuple[str, float]]
    marks: list[Mark]
    ends: dict[tuple[str, str], float]
    """When the steps of a span began and ended."""
    clock: list[tuple[float, float]]


class Outlines:
    """Outlines of runs; those that were asked for last are kept. Safe to share between threads."""

    def __init__(self, keep: int = 32) -> None:
        self._keep = keep
        self._known: OrderedDict[str, _Known] = OrderedDict()
        self._lock = Lock()

    def outline(self, connection: sqlite3.Connection, trace: str, after: int = -1) -> Outline:
        """What a page needs to draw the time axis of the events behind number `after`."""
        with self._lock:
            known = self._read(connection, trace)
            rows = known.rows[after + 1 :]
            kinds = tuple(dict.fromkeys(kind for kind, _ in rows))
            index = {kind: position for position, kind in enumerate(kinds)}
            return Outline(
                kinds=kinds,
                kind=tuple(index[kind] for kind, _ in rows),
                time=tuple(time for _, time in rows),
                marks=tuple(mark for mark in known.marks if mark.seq > after),
                clock=_rising(sorted(known.clock)),
            )

    def marks(self, connection: sqlite3.Connection, trace: str) -> tuple[Mark, ...]:
        """The events worth a place on the time axis, in order."""
        with self._lock:
            return tuple(self._read(connection, trace).marks)

    def _read(self, connection: sqlite3.Connection, trace: str) -> _Known:
        known = self._known.get(trace)
        if known is None:
            row = connection.execute("SELECT wall FROM events WHERE trace = ? AND seq = 0", (trace,)).fetchone()
            known = _Known(float(row[0]) if row else 0.0, -1, [], [], {}, [])
            self._known[trace] = known
        self._known.move_to_end(trace)
        while len(self._known) > self._keep:
            self._known.popitem(last=False)
        rows = connection.execute(_NEWER, {"trace": trace, "last": known.last})
        _add(known, rows.fetchall())
        return known


_NEWER = f"""SELECT seq, kind, wall, CASE
        WHEN kind IN ({", ".join(f"'{kind}'" for kind in MARKED)}) THEN body
        WHEN kind = 'moved' THEN substr(body, 1, {HEAD}) || ' ' || substr(body, -{TAIL}) END
    FROM events WHERE trace = :trace AND seq > :last ORDER BY seq"""


def _add(known: _Known, rows: Sequence[tuple[int, str, float, str | None]]) -> None:
    """Take newer events in."""
    moved = []
    for seq, kind, wall, body in rows:
        time = round(wall - known.start, 4)
        known.rows.append((kind, time))
        if body is None:
            continue
        if kind == "moved":
            moved.append(body)
            continue
        event = _parsed(body)
        label, bad, detail = _words(kind, event)
        span = str(event.get("span", ""))
        known.ends[kind, span] = time
        known.marks.append(Mark(seq=seq, kind=kind, time=time, span=span, label=label, bad=bad, detail=detail))
    for body in moved:
        known.clock += _places(body, known.ends)
    known.last = rows[-1][0] if rows else known.last


def _words(kind: str, event: Mapping[str, Any]) -> tuple[str, bool, str]:
    """What is said of an event, whether it is bad, and what more there is to say."""

    def text(name: str) -> str:
        return str(event.get(name) or "")

    match kind:
        case "step_started":
            return text("text") or text("call"), False, text("call")
        case "step_finished":
            return text("status"), event.get("status") not in FINE, _end_of_a_step(event)
        case "verified":
            success = bool(event.get("success"))
            return "judged done" if success else "judged not done", not success, text("call")
        case "recovered":
            return text("recovery").replace("_", " "), False, text("reason")
        case "understood":
            refused = text("refused")
            return refused or "; ".join(map(str, event.get("goal") or ())) or text("wrote"), bool(refused), ""
        case "run_finished":
            good = event.get("status") in ("verified", "done")
            return text("status").replace("_", " "), not good, text("reason")
        case "failed":
            return f"{text('error')}: {text('message')}", True, ""
        case "safety_stopped":
            return text("reason"), True, ""
    names = {"run_started": "task", "asked": "question", "answered": "answer", "awaiting": "call"}
    detail = text("text") if kind in ("commanded", "awaiting") else ""
    return text(names.get(kind, "command")) or kind.replace("_", " "), False, detail


def _end_of_a_step(event: Mapping[str, Any]) -> str:
    """Why it ended, by what sort of fault, and how many actions the limits changed."""
    failure, clipped = event.get("failure"), event.get("clipped") or {}
    limits = ", ".join(f"{name} {count}x" for name, count in clipped.items())
    parts = (event.get("reason"), failure and f"fault: {failure}", limits and f"changed by limits: {limits}")
    return " · ".join(str(part) for part in parts if part)


_SPAN = re.compile(r'"span":"([0-9a-f]*)"')
_FIRST = re.compile(r'"rows":\[\[([-+.0-9eE]+),')
_LAST = re.compile(r"\[([-+.0-9eE]+),")


def _places(body: str, ends: Mapping[tuple[str, str], float]) -> list[tuple[float, float]]:
    """Where a step's motion began and ended on both clocks; the many rows between are not even read."""
    span, first, last = _SPAN.search(body), _FIRST.search(body), _LAST.match(body, body.rfind("["))
    if span is None or first is None or last is None:
        return []
    times = ends.get(("step_started", span[1])), ends.get(("step_finished", span[1]))
    return [(time, float(world[1])) for time, world in zip(times, (first, last), strict=True) if time is not None]


def _rising(pairs: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Without those where the world's time would run backwards."""
    kept: list[tuple[float, float]] = []
    for pair in pairs:
        if not kept or pair[1] >= kept[-1][1]:
            kept.append(pair)
    return tuple(kept)


_JSON: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])


def _parsed(body: str) -> Mapping[str, Any]:
    try:
        return _JSON.validate_json(body)
    except ValueError:
        return {}
