"""One line a trace, worked out by the database without reading every event."""

import json
from typing import Any, Literal

from pydantic import ValidationError

from traces.database import TraceError
from traces.events import Record

SUMMARY_QUERY = """
WITH page AS (
    SELECT trace, wall, body FROM events
    WHERE kind = 'run_started' AND (:only IS NULL OR trace = :only)
    ORDER BY wall DESC, trace DESC LIMIT :limit OFFSET :offset
)
SELECT page.trace, page.wall, page.body,
    (SELECT body FROM events WHERE trace = page.trace
        AND kind IN ('run_finished', 'failed', 'run_resumed') ORDER BY seq DESC LIMIT 1),
    (SELECT wall FROM events WHERE trace = page.trace ORDER BY seq DESC LIMIT 1),
    (SELECT count(*) FROM events WHERE trace = page.trace AND kind = 'step_started'),
    (SELECT count(*) FROM events WHERE trace = page.trace AND kind = 'recovered')
FROM page ORDER BY page.wall DESC, page.trace DESC
"""

SummaryRow = tuple[str, float, str, str | None, float, int, int]

RESUMABLE = ("interrupted", "failed", "asked")
"""Statuses of runs that another process can go on with."""


class TraceSummary(Record):
    """What a list of traces shows of one."""

    id: str
    task: str
    scene: str
    robot: str
    seed: int | None
    model: str
    started: float
    """Seconds since the epoch."""
    seconds: float
    """From the first to the last event."""
    status: str
    """That of `RunFinished`; else `running`, `failed` (the program broke) or `interrupted` (its process is gone)."""
    verified: bool | None
    success: bool | None
    steps: int
    recoveries: int

    @property
    def resumable(self) -> bool:
        """Whether the run stopped without finishing, or waits for an answer."""
        return self.status in RESUMABLE


def summarise(row: SummaryRow, alive: bool) -> TraceSummary:
    """Build a summary from a row of `SUMMARY_QUERY`; `alive` when a process still writes the trace.

    Raises:
        TraceError: the row is damaged.
    """
    id, started, first, last, ended, steps, recoveries = row
    try:
        begun: dict[str, Any] = json.loads(first)
        end: dict[str, Any] = json.loads(last) if last else {}
        return TraceSummary(
            **{name: begun.get(name, "") for name in ("task", "scene", "robot", "model")},
            id=id,
            seed=begun.get("seed"),
            started=started,
            seconds=max(0.0, ended - started),
            status=_status(end, alive),
            verified=end.get("verified"),
            success=end.get("success"),
            steps=steps,
            recoveries=recoveries,
        )
    except (ValidationError, ValueError, AttributeError) as error:
        raise TraceError(f"trace {id} is damaged: {str(error).splitlines()[0]}") from error


def _status(end: dict[str, Any], alive: bool) -> str:
    kind: Literal["run_finished", "failed", "run_resumed"] | None = end.get("kind")
    if kind == "run_finished":
        return str(end["status"])
    if kind == "failed":
        return "failed"
    return "running" if alive else "interrupted"
