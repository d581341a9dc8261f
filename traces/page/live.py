"""What changes while somebody looks: server-sent events, from one cheap question to SQLite a few times a second."""

import asyncio
from collections.abc import AsyncIterator, Callable

from fastapi.concurrency import run_in_threadpool
from fastapi.sse import ServerSentEvent

from traces.database import connect
from traces.page.outline import Outlines
from traces.store import TraceStore
from traces.writer import is_written

PERIOD = 0.25
"""Seconds between two looks."""


Closing = Callable[[], bool]
"""Whether the server wants to end, so that streams must."""


async def list_changes(store: TraceStore, closing: Closing) -> AsyncIterator[ServerSentEvent]:
    """Says `changed` whenever any run did; the page then reads its part of the list again."""
    seen: tuple[int, int] | None = None
    connection = None
    yield ServerSentEvent(event="ready", data={})
    try:
        while not closing():
            if connection is None and store.path.exists():
                connection = await run_in_threadpool(connect, store.path)
            if connection is not None:
                version = connection.execute("PRAGMA data_version").fetchone()[0]
                running = len([1 for (id,) in connection.execute(_OPEN) if is_written(store.folder(id))])
                if seen not in (None, (version, running)):
                    yield ServerSentEvent(event="changed", data={"running": running})
                seen = (version, running)
            await asyncio.sleep(PERIOD)
    finally:
        if connection is not None:
            connection.close()


_OPEN = "SELECT trace FROM runs WHERE status IS NULL ORDER BY started DESC LIMIT 20"


async def run_changes(
    store: TraceStore, outlines: Outlines, trace: str, after: int, closing: Closing
) -> AsyncIterator[ServerSentEvent]:
    """New events of one run as outlines, and `written` when its process comes or goes."""
    connection = await run_in_threadpool(connect, store.path)
    written: bool | None = None
    version = -1
    try:
        while not closing():
            now = is_written(store.folder(trace))
            if now != written:
                written = now
                yield ServerSentEvent(event="written", data={"live": now})
            newest = connection.execute("PRAGMA data_version").fetchone()[0]
            if newest != version:
                version = newest
                new = await run_in_threadpool(outlines.outline, connection, trace, after)
                if new.kind:
                    after += len(new.kind)
                    yield ServerSentEvent(event="events", id=str(after), data=new.model_dump(mode="json"))
            await asyncio.sleep(PERIOD)
    finally:
        connection.close()
