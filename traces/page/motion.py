"""How the robot moved, thinned out for drawing so that peaks stay."""

import math
import sqlite3
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

from traces.events import Record

TIME = "time [s]"
_BATCH: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])


class Motion(Record):
    """Columns over the world's time; None where a column has no value."""

    time: tuple[float, ...] = ()
    columns: dict[str, tuple[float | None, ...]] = {}


class Motions:
    """Motions of the runs that were asked for last; thinned out once for each length of a run."""

    def __init__(self, keep: int = 16) -> None:
        self._keep = keep
        self._known: dict[tuple[str, int, int], Motion] = {}

    def motion(self, connection: sqlite3.Connection, trace: str, points: int) -> Motion:
        """As `motion`, from memory where nothing has moved since."""
        query = "SELECT count(*) FROM events WHERE trace = ? AND kind = 'moved'"
        key = (trace, connection.execute(query, (trace,)).fetchone()[0], points)
        if key not in self._known:
            while len(self._known) >= self._keep:
                self._known.pop(next(iter(self._known)), None)
            self._known[key] = motion(connection, trace, points)
        return self._known[key]


def motion(connection: sqlite3.Connection, trace: str, points: int = 800) -> Motion:
    """At most about `points` numbers a column: of each stretch of time, the least and the greatest."""
    query = "SELECT body FROM events WHERE trace = ? AND kind = 'moved' ORDER BY seq"
    batches = [_BATCH.validate_json(row[0]) for row in connection.execute(query, (trace,))]
    names = list(dict.fromkeys(name for batch in batches for name in batch["columns"]))
    if TIME not in names:
        return Motion()
    table = np.concatenate([_table(batch, names) for batch in batches])
    table = _thinned(table[np.argsort(table[:, names.index(TIME)], kind="stable")], names.index(TIME), points)
    columns = {name: tuple(map(_number, table[:, i])) for i, name in enumerate(names) if name != TIME}
    return Motion(time=tuple(round(float(t), 4) for t in table[:, names.index(TIME)]), columns=columns)


def _table(batch: dict[str, Any], names: list[str]) -> NDArray[np.float64]:
    told = np.array(batch["rows"], np.float64).reshape(-1, len(batch["columns"]))
    if batch["columns"] == names:
        return told
    rows = np.full((len(told), len(names)), np.nan)
    rows[:, [names.index(name) for name in batch["columns"]]] = told
    return rows


def _thinned(table: NDArray[np.float64], time: int, points: int) -> NDArray[np.float64]:
    """Of shape (at most about `points`, columns); each stretch gives a row of least and one of greatest values."""
    stretch = math.ceil(2 * len(table) / points)
    if stretch <= 2:
        return table
    whole = np.full((math.ceil(len(table) / stretch) * stretch, table.shape[1]), np.nan)
    whole[: len(table)] = table
    parts = whole.reshape(-1, stretch, table.shape[1])
    low, high = np.fmin.reduce(parts, axis=1), np.fmax.reduce(parts, axis=1)
    middle = np.minimum(np.arange(len(parts)) * stretch + stretch // 2, len(table) - 1)
    low[:, time], high[:, time] = parts[:, 0, time], table[middle, time]
    return np.stack([low, high], axis=1).reshape(-1, table.shape[1])


def _number(value: float) -> float | None:
    return round(float(value), 5) if math.isfinite(value) else None
