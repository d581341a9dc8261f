"""Two runs side by side, as the page draws them: paired as `traces.diff` pairs them, without reading all of both."""

import re
import sqlite3

from traces.decisions import Decision, decisions_of
from traces.diff import call_of, end_differs, pair_of, pair_up, setup_differs, why
from traces.events import Event, Observed, Ranked, Record, read_event
from traces.store import Trace, TraceStore
from traces.summary import TraceSummary

NOTHING = "nothing"
"""What a decision chose that led to no step."""
HEAD = 400
"""Letters of an event in which its span is found."""
LAST = 1 << 62
"""A number that no event reaches."""


class Side(Record):
    """What one run decided."""

    number: int
    """As `doable trace show` counts."""
    call: str
    seq: int
    """Of the ranking, or of what else there is to look at."""


class Row(Record):
    """What the two runs did at one place; None where one of them did nothing."""

    a: Side | None
    b: Side | None
    same: bool
    """Whether both chose the same call."""


class Alignment(Record):
    """All that the page shows of two runs."""

    a: TraceSummary
    b: TraceSummary
    setup: tuple[str, ...]
    """What the runs were given that differs."""
    pairs: tuple[Row, ...]
    parting: int | None
    """Place of the first pair with different choices."""
    why: str
    """Why they part there; empty if they do not."""
    end: tuple[str, ...]
    """How their ends differ."""


def alignment(store: TraceStore, connection: sqlite3.Connection, a: str, b: str) -> Alignment:
    """Two runs by their ids; only the decision in which they part is read as a whole."""
    left, right = _sketch(store, connection, a), _sketch(store, connection, b)
    pairs = pair_up(left, right)
    rows = tuple(_row(mine, other) for mine, other in pairs)
    parting = next((place for place, row in enumerate(rows) if not row.same), None)
    reason = ""
    if parting is not None:
        mine, other = pairs[parting]
        reason = why(pair_of(_whole(connection, left, mine), _whole(connection, right, other)))
    return Alignment(
        a=left.summary,
        b=right.summary,
        setup=tuple(setup_differs(left, right)),
        pairs=rows,
        parting=parting,
        why=reason,
        end=tuple(end_differs(left, right)),
    )


def differences(store: TraceStore, connection: sqlite3.Connection, a: str, b: str, place: int) -> tuple[str, ...]:
    """In what the pair at a place differs, what it is before each; of these two runs only that pair is read as a whole.

    Raises:
        IndexError: there is no such pair.
    """
    left, right = _sketch(store, connection, a), _sketch(store, connection, b)
    mine, other = pair_up(left, right)[place]
    pair = pair_of(_whole(connection, left, mine), _whole(connection, right, other))
    return tuple(f"{difference.aspect}: {difference.text}" for difference in pair.differences)


def _row(a: Decision | None, b: Decision | None) -> Row:
    mine, other = _side(a), _side(b)
    return Row(a=mine, b=other, same=mine is not None and other is not None and mine.call == other.call)


def _side(decision: Decision | None) -> Side | None:
    if decision is None:
        return None
    shown = decision.ranked or decision.started or decision.events[-1]
    return Side(number=decision.number, call=call_of(decision) or NOTHING, seq=shown.seq)


_SKETCH = f"""SELECT seq, kind, iif(kind IN ('observed', 'ranked'), substr(body, 1, {HEAD}), body), format
    FROM events WHERE trace = ? AND kind IN ('run_started', 'observed', 'ranked', 'step_started', 'run_finished')
    ORDER BY seq"""
_SPAN = re.compile(r'"span":"([^"]*)"')


def _sketch(store: TraceStore, connection: sqlite3.Connection, trace: str) -> Trace:
    """A trace with what its decisions led to: scenes are empty, and so are rankings before a step."""
    rows = connection.execute(_SKETCH, (trace,)).fetchall()
    root = _span(rows[0][2])
    stepped = {_span(body) for _, kind, body, _ in rows if kind == "step_started"} - {root}
    events: list[Event] = []
    for seq, kind, body, version in rows:
        if kind == "observed":
            events.append(Observed(trace=trace, seq=seq, span=_span(body)))
        elif kind == "ranked" and _span(body) in stepped:
            events.append(Ranked(trace=trace, seq=seq, span=_span(body), candidates=()))
        elif kind == "ranked":
            events += _between(connection, trace, seq, seq)
        else:
            events.append(read_event(body, version))
    return Trace(trace, store.folder(trace), tuple(events), store.list(only=trace)[0])


def _whole(connection: sqlite3.Connection, sketch: Trace, decision: Decision | None) -> Decision | None:
    """A decision of a sketch with all that belongs to it."""
    if decision is None:
        return None
    later = decisions_of(sketch)[decision.number :]
    last = later[0].seq - 1 if later else LAST
    return Decision(decision.number, tuple(_between(connection, sketch.id, decision.seq, last)))


def _between(connection: sqlite3.Connection, trace: str, first: int, last: int) -> list[Event]:
    query = "SELECT body, format FROM events WHERE trace = ? AND seq BETWEEN ? AND ? ORDER BY seq"
    return [read_event(body, version) for body, version in connection.execute(query, (trace, first, last))]


def _span(head: str) -> str:
    found = _SPAN.search(head, 0, HEAD)
    return found[1] if found else ""
