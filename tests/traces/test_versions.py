"""Traces of every format version stay readable: one small store of each was written by the code of its time."""

import io
import zipfile
from pathlib import Path

import pytest
from rich.console import Console

from traces import FORMAT_VERSION, RunFinished, TraceStore, UnknownEvent
from traces.export import export_json
from traces.view import render_trace

DATA = Path(__file__).parent / "data"
VERSIONS = sorted(DATA.glob("version*.zip"))


@pytest.fixture(params=VERSIONS, ids=lambda path: path.stem)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> TraceStore:
    with zipfile.ZipFile(request.param) as archive:
        archive.extractall(tmp_path)
    return TraceStore(tmp_path)


def test_there_is_one_of_every_version() -> None:
    assert [path.stem for path in VERSIONS] == [f"version{n}" for n in range(1, FORMAT_VERSION + 1)]


def test_every_event_is_read(store: TraceStore, request: pytest.FixtureRequest) -> None:
    version = int(request.node.callspec.id.removeprefix("version"))
    summaries = store.list()
    assert {summary.status for summary in summaries} == {"verified", "stopped_for_safety"}
    for summary in summaries:
        trace = store.open(summary.id)
        assert trace.started.format_version == version
        assert not any(isinstance(event, UnknownEvent) for event in trace.events)
        assert isinstance(trace.events[-1], RunFinished)


def test_every_file_is_there_and_everything_can_be_shown(store: TraceStore) -> None:
    for summary in store.list():
        trace = store.open(summary.id)
        for event in trace.events:
            for file in getattr(event, "frames", {}) if event.kind == "observed" else ():
                assert (trace.folder / event.frames[file]).stat().st_size > 0
        Console(file=io.StringIO(), width=120).print(render_trace(trace))
        assert len(export_json(trace)["events"]) == len(trace.events)


def test_an_old_trace_can_be_gone_on_with(store: TraceStore) -> None:
    id = store.list()[0].id
    before = store.open(id).events
    with store.resume(id) as writer:
        writer.emit(RunFinished(status="verified", verified=True, state_hash="ab"))
    assert store.open(id).events[: len(before)] == before
