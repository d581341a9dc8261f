"""Events as they are stored, page by page; what is long stays behind until it is asked for by its number."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

from fastapi import HTTPException

_SHORT = """CASE kind
    WHEN 'moved' THEN json_set(body, '$.rows', json_array(), '$.count', json_array_length(body, '$.rows'))
    WHEN 'prompted' THEN json_set(body, '$.text', '', '$.output', '', '$.letters', length(body))
    ELSE body END"""


def event_page(connection: sqlite3.Connection, trace: str, after: int, limit: int, kinds: Sequence[str]) -> str:
    """A JSON list of events behind number `after`, without rows of motion and texts of prompts."""
    among = f"AND kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
    query = f"SELECT {_SHORT} FROM events WHERE trace = ? AND seq > ? {among} ORDER BY seq LIMIT ?"
    rows = connection.execute(query, (trace, after, *kinds, limit)).fetchall()
    return f"[{','.join(row[0] for row in rows)}]"


def one_event(connection: sqlite3.Connection, trace: str, seq: int) -> dict[str, Any]:
    """All of one event; 404 if there is none."""
    row = connection.execute("SELECT body FROM events WHERE trace = ? AND seq = ?", (trace, seq)).fetchone()
    if row is None:
        raise HTTPException(404, "there is no such event")
    found: dict[str, Any] = json.loads(row[0])
    return found
