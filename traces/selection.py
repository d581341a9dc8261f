"""Which traces are meant: by id, date, status and words of the task."""

import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from traces.database import TraceError
from traces.store import Trace, TraceStore
from traces.summary import TraceSummary

PAGE = 500


@dataclass(frozen=True)
class Selection:
    """What the traces must have; an empty one takes all."""

    since: float | None = None
    """Begun at this time or later, in seconds since the epoch."""
    until: float | None = None
    """Begun before this time."""
    statuses: Collection[str] = ()
    """One of these; any if empty."""
    task: str = ""
    """Words that occur in the task, in any case."""

    def fits(self, summary: TraceSummary) -> bool:
        """Whether a trace is meant."""
        return (
            (self.since is None or summary.started >= self.since)
            and (self.until is None or summary.started < self.until)
            and (not self.statuses or summary.status in self.statuses)
            and self.task.casefold() in summary.task.casefold()
        )


def select(store: TraceStore, selection: Selection, traces: Collection[str] = ()) -> Iterator[Trace]:
    """The traces that fit, newest first; only some of those that are named, if any are.

    Raises:
        TraceError: one that is named does not exist, or one is damaged.
    """
    if traces:
        named = (store.open(trace) for trace in dict.fromkeys(store.find(trace) for trace in traces))
        yield from (trace for trace in named if selection.fits(trace.summary))
        return
    for summary in _summaries(store, selection):
        yield store.open(summary.id)


def _summaries(store: TraceStore, selection: Selection) -> Iterator[TraceSummary]:
    offset = 0
    while page := store.list(PAGE, offset):
        yield from filter(selection.fits, page)
        offset += len(page)
        if selection.since is not None and page[-1].started < selection.since:
            return


def parse_time(text: str) -> float:
    """A date such as `2026-01-31`, with a time if wanted, as seconds since the epoch; in UTC, as the ids are.

    Raises:
        TraceError: it is no date.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        now = time.strftime("%Y-%m-%dT%H:%M", time.gmtime())
        raise TraceError(f"{text!r} is no date; write it as {now[:10]} or {now}") from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
