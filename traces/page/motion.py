"""How the robot moved, thinned out for drawing so that peaks stay."""

import json
import math
import sqlite3
from typing import Any

import numpy as np
from numpy.typing import NDArray

from traces.events import Record

TIME = "time [s]"


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
    batches = [json.loads(row[0]) for row in connection.execute(query, (trace,))]
    names = list(dict.fromkeys(name for batch in batches for name in batch["columns"]))
    if TIME not in names:
        return Motion()
    table = np.concatenate([_table(batch, names) for batch in batches])
    table = _thinned(table[np.argsort(table[:, names.index(TIME)], kind="stable")], names.index(TIME), points)
    columns = {name: tuple(map(_number, table[:, i])) for i, name in enumerate(names) if name != TIME}
    return Motion(time=tuple(round(float(t), 4) for t in table[:, names.index(TIME)]), columns=columns)


def _table(batch: dict[str, Any], names: list[str]) -> NDArray[np.float64]:
    rows = np.full((len(batch["rows"]), len(names)), np.nan)
    for position, name in enumerate(batch["columns"]):
        rows[:, names.index(name)] = [float(row[position]) for row in batch["rows"]]
    return rows


def _thinned(table: NDArray[np.float64], time: int, points: int) -> NDArray[np.float64]:
    """Of shape (at most about `points`, columns); each stretch gives a row of least and one of greatest values."""
    stretch = math.ceil(2 * len(table) / points)
    if stretch <= 2:
        return table
    kept = []
    for start in range(0, len(table), stretch):
        part = table[start : start + stretch]
        empty = np.isnan(part).all(axis=0)
        filled = np.where(empty, 0.0, part)
        low, high = np.nanmin(filled, axis=0), np.nanmax(filled, axis=0)
        low[empty], high[empty] = np.nan, np.nan
        low[time], high[time] = part[0, time], part[len(part) // 2, time]
        kept += [low, high]
    return np.stack(kept)


def _number(value: float) -> float | None:
    return round(float(value), 5) if math.isfinite(value) else None
