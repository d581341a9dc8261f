"""The two streams of the page."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Annotated

from fastapi import FastAPI, Query
from fastapi.concurrency import run_in_threadpool
from fastapi.sse import EventSourceResponse, ServerSentEvent

from traces.page.live import Closing, list_changes, run_changes
from traces.page.outline import Outlines
from traces.store import TraceStore


def add_streams(
    app: FastAPI, store: TraceStore, outlines: Outlines, folder: Callable[[str], Path], closing: Closing
) -> None:
    """`/api/stream` for the list and `/api/runs/ID/stream` for one run."""

    @app.get("/api/stream", response_class=EventSourceResponse)
    async def list_stream() -> AsyncIterator[ServerSentEvent]:
        async for event in list_changes(store, closing):
            yield event

    @app.get("/api/runs/{trace}/stream", response_class=EventSourceResponse)
    async def run_stream(trace: str, after: Annotated[int, Query(ge=-1)] = -1) -> AsyncIterator[ServerSentEvent]:
        await run_in_threadpool(folder, trace)
        async for event in run_changes(store, outlines, trace, after, closing):
            yield event
