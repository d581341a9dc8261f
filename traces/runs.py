"""The table of runs: one row a trace, kept by the database itself, so that thousands are filtered and sorted in SQL.

Triggers write it in the transaction of the event, whatever program wrote that; it can be made anew from the events.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from traces.events import Record

_KINDS = (
    "('step_started', 'step_finished', 'verified', 'recovered', 'asked', 'safety_stopped', 'failed',"
    " 'run_resumed', 'run_finished')"
)
_START = """
INSERT OR IGNORE INTO runs (trace, task, scene, robot, seed, model, started, ended)
SELECT NEW.trace, json_extract(NEW.body, '$.task'), json_extract(NEW.body, '$.scene'),
    json_extract(NEW.body, '$.robot'), json_extract(NEW.body, '$.seed'), json_extract(NEW.body, '$.model'),
    NEW.wall, NEW.wall
WHERE json_valid(NEW.body)
"""
_FAILURE = """CASE NEW.kind
    WHEN 'step_finished' THEN iif(json_extract(NEW.body, '$.status') IN ('done', 'succeeded'), NULL,
        json_extract(NEW.body, '$.status'))
    WHEN 'verified' THEN iif(json_extract(NEW.body, '$.success'), NULL, 'judged not done')
    WHEN 'safety_stopped' THEN 'safety stop'
    WHEN 'failed' THEN 'program broke' END"""
_SKILL = """CASE NEW.kind WHEN 'step_started' THEN substr(json_extract(NEW.body, '$.call'), 1,
    instr(json_extract(NEW.body, '$.call') || '(', '(') - 1) END"""
_GO_ON = f"""
UPDATE runs SET
    ended = NEW.wall,
    status = CASE NEW.kind WHEN 'run_finished' THEN json_extract(NEW.body, '$.status') WHEN 'failed' THEN 'failed'
        WHEN 'run_resumed' THEN NULL ELSE status END,
    verified = CASE NEW.kind WHEN 'run_finished' THEN json_extract(NEW.body, '$.verified') ELSE verified END,
    success = CASE NEW.kind WHEN 'run_finished' THEN json_extract(NEW.body, '$.success') ELSE success END,
    steps = steps + (NEW.kind = 'step_started'),
    recoveries = recoveries + (NEW.kind = 'recovered'),
    skills = coalesce(skills || CASE WHEN instr(skills, '|' || ({_SKILL}) || '|') THEN NULL ELSE ({_SKILL}) END
        || '|', skills),
    failures = coalesce(failures || CASE WHEN instr(failures, '|' || ({_FAILURE}) || '|') THEN NULL
        ELSE ({_FAILURE}) END || '|', failures)
WHERE trace = NEW.trace AND json_valid(NEW.body)
"""
RUNS_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS runs (
    trace TEXT PRIMARY KEY, task TEXT, scene TEXT, robot TEXT, seed INTEGER, model TEXT,
    started REAL NOT NULL, ended REAL NOT NULL, status TEXT, verified INTEGER, success INTEGER,
    steps INTEGER NOT NULL DEFAULT 0, recoveries INTEGER NOT NULL DEFAULT 0,
    skills TEXT NOT NULL DEFAULT '|', failures TEXT NOT NULL DEFAULT '|'
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS runs_started ON runs (started, trace);
CREATE INDEX IF NOT EXISTS runs_open ON runs (trace) WHERE status IS NULL;
CREATE TRIGGER IF NOT EXISTS run_starts AFTER INSERT ON events WHEN NEW.kind = 'run_started'
    BEGIN {_START}; END;
CREATE TRIGGER IF NOT EXISTS run_goes_on AFTER INSERT ON events WHEN NEW.kind IN {_KINDS}
    BEGIN {_GO_ON}; END;
CREATE TRIGGER IF NOT EXISTS run_deleted AFTER DELETE ON events WHEN OLD.kind = 'run_started'
    BEGIN DELETE FROM runs WHERE trace = OLD.trace; END;
"""


def fill_runs(connection: sqlite3.Connection) -> None:
    """Make the rows of runs that were written before there was this table."""
    start, go_on = (statement.replace("NEW.", ":") for statement in (_START, _GO_ON))
    query = f"SELECT trace, kind, wall, body FROM events WHERE kind = 'run_started' OR kind IN {_KINDS}"
    for trace, kind, wall, body in connection.execute(f"{query} ORDER BY trace, seq").fetchall():
        row = {"trace": trace, "kind": kind, "wall": wall, "body": body}
        connection.execute(start if kind == "run_started" else go_on, row)


class RunFilter(BaseModel):
    """Which runs, in which order, and which part of them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str = Field(default="", max_length=200)
    """Part of the task, of the robot or of the id."""
    status: str = ""
    skill: str = ""
    failure: str = ""
    since: float | None = None
    """Seconds since the epoch."""
    until: float | None = None
    sort: Literal["started", "task", "status", "seconds", "steps", "recoveries"] = "started"
    descending: bool = True
    limit: int = Field(default=50, ge=1, le=200)
    offset: int = Field(default=0, ge=0)


class Run(Record):
    """One row of the list."""

    id: str
    task: str
    scene: str
    robot: str
    seed: int | None
    model: str
    started: float
    seconds: float
    status: str
    verified: bool | None
    success: bool | None
    steps: int
    recoveries: int
    skills: tuple[str, ...]
    failures: tuple[str, ...]


class RunsPage(Record):
    """A part of the list, and how long all of it is."""

    total: int
    runs: tuple[Run, ...]


def one_run(connection: sqlite3.Connection, trace: str, alive: bool) -> Run | None:
    """The row of one run by its id."""
    where = _SELECT.replace("WHERE (:text", "WHERE trace = :id AND (:text").format(columns="*", order="")
    values = {**RunFilter().model_dump(), "like": "", "alive": json.dumps([trace] * alive), "id": trace}
    row = connection.execute(where, values).fetchone()
    return _run(row) if row else None


_SELECT = """
WITH listed AS (
    SELECT trace, task, scene, robot, seed, model, started, max(0.0, ended - started) AS seconds,
        coalesce(status, iif(trace IN (SELECT value FROM json_each(:alive)), 'running', 'interrupted')) AS status,
        verified, success, steps, recoveries, skills, failures
    FROM runs
    WHERE (:text = '' OR task LIKE :like ESCAPE '\\' OR robot LIKE :like ESCAPE '\\' OR trace LIKE :like ESCAPE '\\')
        AND (:skill = '' OR instr(skills, '|' || :skill || '|'))
        AND (:failure = '' OR instr(failures, '|' || :failure || '|'))
        AND (:since IS NULL OR started >= :since) AND (:until IS NULL OR started <= :until)
)
SELECT {columns} FROM listed WHERE (:status = '' OR status = :status) {order}
"""


def open_runs(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Ids of runs that have not said that they are over."""
    return tuple(row[0] for row in connection.execute("SELECT trace FROM runs WHERE status IS NULL"))


def select_runs(connection: sqlite3.Connection, wanted: RunFilter, alive: Iterable[str]) -> RunsPage:
    """The runs that a filter lets through; `alive` are ids of those that a process still writes."""
    escaped = wanted.text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    values: dict[str, Any] = {**wanted.model_dump(), "like": f"%{escaped}%", "alive": json.dumps(list(alive))}
    way = "DESC" if wanted.descending else "ASC"
    order = f"ORDER BY {wanted.sort} {way}, started DESC, trace DESC LIMIT :limit OFFSET :offset"
    total = connection.execute(_SELECT.format(columns="count(*)", order=""), values).fetchone()[0]
    rows = connection.execute(_SELECT.format(columns="*", order=order), values).fetchall()
    return RunsPage(total=total, runs=tuple(_run(row) for row in rows))


def facets(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """What can be chosen in the filters: statuses, skills and kinds of failure."""
    found = {}
    for name, column in (("skills", "skills"), ("failures", "failures"), ("statuses", "status")):
        rows = connection.execute(f"SELECT DISTINCT {column} FROM runs")
        found[name] = sorted({part for (text,) in rows for part in (text or "interrupted|running").split("|") if part})
    return found


def _run(row: Sequence[Any]) -> Run:
    *plain, skills, failures = row
    names = list(Run.model_fields)
    values = dict(zip(names, plain, strict=False))
    values["model"], values["scene"], values["robot"] = (values[n] or "" for n in ("model", "scene", "robot"))
    return Run(**values, skills=_parts(skills), failures=_parts(failures))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)
