"""The page's addresses: three pages, their data as JSON, the files of a trace, and one door for commands."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

from fastapi import FastAPI, HTTPException, Query, Request
from fastapi import Path as Path_
from fastapi.responses import FileResponse, JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from pydantic import BaseModel, ConfigDict, Field

from traces.control import LONGEST, CommandName, send
from traces.database import TraceError, connect, readable_errors
from traces.page.alignment import alignment, differences
from traces.page.bodies import event_page, one_event
from traces.page.live import Closing
from traces.page.motion import Motions
from traces.page.outline import Outlines
from traces.page.plan import plan_graph
from traces.page.security import Guard
from traces.page.stream import add_streams
from traces.runs import RunFilter, facets, one_run, open_runs, select_runs
from traces.store import TraceStore
from traces.writer import is_written

STATIC = Path(__file__).parent / "static"
FILE_TYPES = {".jpg": "image/jpeg", ".png": "image/png", ".mp4": "video/mp4"}
"""What of a trace's folder is shown; the rest, such as the world's state, is not."""


class CommandBody(BaseModel):
    """What a person tells a run."""

    model_config = ConfigDict(extra="forbid")

    command: CommandName
    text: str = Field(default="", max_length=LONGEST)


def create_app(store: TraceStore, token: str, port: int, closing: Closing = lambda: False) -> Guard:
    """The page over a store; `token` is needed to act, `port` is what browsers are told, `closing` ends the streams."""
    app = FastAPI(title="Doable traces", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_exception_handler(TraceError, _say)
    reader = Reader(store)
    _add_pages(app, reader)
    _add_data(app, reader)
    _add_events(app, reader)
    _add_commands(app, reader)
    add_streams(app, store, reader.outlines, reader.folder, closing)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    return Guard(app, token, port)


class Reader:
    """Finds runs in a store for those who ask over HTTP."""

    def __init__(self, store: TraceStore) -> None:
        self.store = store
        self.outlines = Outlines()
        self.motions = Motions()

    @contextmanager
    def database(self) -> Iterator[sqlite3.Connection]:
        """A connection of its own for one answer; 404 before there is any run."""
        if not self.store.path.exists():
            raise HTTPException(404, "there are no runs yet")
        connection = connect(self.store.path)
        try:
            with readable_errors(self.store.path):
                yield connection
        finally:
            connection.close()

    def folder(self, trace: str) -> Path:
        """Where the files of a run are; 404 unless it is in the database."""
        with self.database() as connection:
            known = connection.execute("SELECT 1 FROM runs WHERE trace = ?", (trace,)).fetchone()
        if not known:
            raise HTTPException(404, "there is no such run")
        return self.store.folder(trace)

    def alive(self, connection: sqlite3.Connection) -> tuple[str, ...]:
        """Ids of runs that a process still writes."""
        return tuple(id for id in open_runs(connection) if is_written(self.store.folder(id)))


def _add_pages(app: FastAPI, reader: Reader) -> None:
    @app.get("/")
    def list_page() -> FileResponse:
        return FileResponse(STATIC / "list.html")

    @app.get("/runs/{trace}")
    def run_page(trace: str) -> FileResponse:
        reader.folder(trace)
        return FileResponse(STATIC / "run.html")

    @app.get("/compare")
    def compare_page() -> FileResponse:
        return FileResponse(STATIC / "compare.html")

    @app.get("/files/{trace}/{path:path}")
    def file(trace: str, path: str) -> FileResponse:
        folder = reader.folder(trace).resolve()
        found = (folder / path).resolve()
        kind = FILE_TYPES.get(found.suffix)
        if kind is None or not found.is_relative_to(folder) or not found.is_file():
            raise HTTPException(404, "there is no such file")
        return FileResponse(found, media_type=kind, headers={"Cache-Control": "private, max-age=3600"})


def _add_data(app: FastAPI, reader: Reader) -> None:
    @app.get("/api/runs")
    def runs(wanted: Annotated[RunFilter, Query()]) -> Any:
        if not reader.store.path.exists():
            return {"total": 0, "runs": [], "facets": {"statuses": [], "skills": [], "failures": []}}
        with reader.database() as connection:
            page = select_runs(connection, wanted, reader.alive(connection))
            return {**page.model_dump(mode="json"), "facets": facets(connection)}

    @app.get("/api/runs/{trace}")
    def run(trace: str, request: Request) -> Any:
        live = is_written(reader.folder(trace))
        with reader.database() as connection:
            summary = one_run(connection, trace, live)
            parts = {
                "summary": "null" if summary is None else summary.model_dump_json(),
                "started": json.dumps(one_event(connection, trace, 0)),
                "outline": reader.outlines.outline(connection, trace).model_dump_json(),
                "live": json.dumps(live),
                "may_act": json.dumps(bool(request.state.may_act)),
            }
        return _json("{" + ",".join(f'"{name}":{text}' for name, text in parts.items()) + "}")


def _add_events(app: FastAPI, reader: Reader) -> None:
    @app.get("/api/runs/{trace}/events")
    def events(
        trace: str,
        after: Annotated[int, Query(ge=-1)] = -1,
        limit: Annotated[int, Query(ge=1, le=500)] = 200,
        kind: Annotated[list[str] | None, Query(max_length=20)] = None,
    ) -> Response:
        with reader.database() as connection:
            return _json(event_page(connection, trace, after, limit, kind or []))

    @app.get("/api/runs/{trace}/events/{seq}")
    def event(trace: str, seq: int) -> Any:
        with reader.database() as connection:
            return JSONResponse(one_event(connection, trace, seq))

    @app.get("/api/runs/{trace}/plan")
    def plan(trace: str) -> Any:
        with reader.database() as connection:
            return _json(plan_graph(reader.outlines.marks(connection, trace)).model_dump_json())

    @app.get("/api/runs/{trace}/motion")
    def paths(trace: str, points: Annotated[int, Query(ge=50, le=5000)] = 800) -> Any:
        with reader.database() as connection:
            return _json(reader.motions.motion(connection, trace, points).model_dump_json())

    @app.get("/api/compare")
    def compare(a: str, b: str) -> Any:
        reader.folder(a), reader.folder(b)
        with reader.database() as connection:
            return _json(alignment(reader.store, connection, a, b).model_dump_json())

    @app.get("/api/compare/{place}")
    def compare_pair(a: str, b: str, place: Annotated[int, Path_(ge=0)]) -> Any:
        reader.folder(a), reader.folder(b)
        with reader.database() as connection:
            try:
                return differences(reader.store, connection, a, b, place)
            except IndexError:
                raise HTTPException(404, "there is no such pair of decisions") from None


def _add_commands(app: FastAPI, reader: Reader) -> None:
    @app.post("/api/runs/{trace}/commands", status_code=202)
    def command(trace: str, body: CommandBody) -> Any:
        folder = reader.folder(trace)
        if not is_written(folder):
            raise HTTPException(409, "no process carries this run out; it hears nothing")
        send(folder, body.command, body.text)
        return {"sent": body.command}


def _json(text: str) -> Response:
    """What is JSON already."""
    return Response(text, media_type="application/json")


def _say(request: Request, error: Exception) -> JSONResponse:
    """An error of a trace in words; what was asked for cannot be."""
    return JSONResponse({"detail": str(error)}, status_code=422)
