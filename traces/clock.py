"""One clock for everything in a trace: what was measured in the world's time, on the wall clock."""

from collections.abc import Iterator

from traces.decisions import Decision, decisions_of
from traces.events import Moved
from traces.store import Trace


def nanoseconds(seconds: float) -> int:
    """Since the epoch, as exports count."""
    return round(seconds * 1e9)


def motion(trace: Trace) -> Iterator[tuple[float, tuple[str, ...], tuple[float, ...]]]:
    """Every row of motion: wall time, the names of the columns without time, the values.

    A simulated step takes another time than a real one: its rows are spread over the time between its beginning and
    its end.
    """
    placed = set[int]()
    for decision in decisions_of(trace):
        for event in decision.of(Moved):
            placed.add(event.seq)
            begun, ended = _interval(decision, event)
            yield from _spread(event, begun, ended)
    for other in trace.events:
        if isinstance(other, Moved) and other.seq not in placed:
            yield from _spread(other, other.wall, other.wall)


def _interval(decision: Decision, event: Moved) -> tuple[float, float]:
    begun = decision.started.wall if decision.started else event.wall
    ended = decision.finished.wall if decision.finished else event.wall
    return begun, max(begun, ended)


def _spread(event: Moved, begun: float, ended: float) -> Iterator[tuple[float, tuple[str, ...], tuple[float, ...]]]:
    if not event.rows:
        return
    first, last = event.rows[0][0], event.rows[-1][0]
    scale = (ended - begun) / (last - first) if last > first else 0.0
    for row in event.rows:
        yield begun + (row[0] - first) * scale, event.columns[1:], row[1:]
