"""The store: what was emitted is read back, by others, later, and after the worst of ends."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from traces import (
    FORMAT_VERSION,
    Failed,
    Observed,
    Recovered,
    RunFinished,
    RunStarted,
    StepStarted,
    TraceError,
    TraceStore,
    UnknownEvent,
)


@pytest.fixture
def store(tmp_path: Path) -> TraceStore:
    return TraceStore(tmp_path / "traces")


def finish(store: TraceStore, task: str = "tidy up") -> str:
    with store.create(RunStarted(task=task)) as writer:
        writer.emit(StepStarted(call="done()"))
        writer.emit(RunFinished(status="verified", verified=True, success=True, steps=1))
    return writer.id


def test_events_come_back_in_order_and_stamped(store: TraceStore) -> None:
    trace = store.open(finish(store))
    assert [event.seq for event in trace.events] == [0, 1, 2]
    assert {event.trace for event in trace.events} == {trace.id}
    assert len({event.id for event in trace.events}) == 3
    assert trace.started.pid == os.getpid()
    monotonic = [event.monotonic for event in trace.events]
    assert monotonic == sorted(monotonic) and monotonic[0] > 0


def test_spans_nest_in_the_run(store: TraceStore) -> None:
    with store.create(RunStarted(task="x")) as writer:
        span = writer.new_span()
        inner = writer.emit(StepStarted(call="done()", span=span))
    first = store.open(writer.id).events[0]
    assert (first.parent, inner.span, inner.parent) == (None, span, first.span)


def test_nothing_is_made_by_looking(store: TraceStore) -> None:
    assert store.list() == () and store.count() == 0
    with pytest.raises(TraceError, match="none yet"):
        store.open("latest")
    assert not store.directory.exists()


def test_listeners_hear_every_committed_event(store: TraceStore) -> None:
    heard = []
    with store.create(RunStarted(task="x")) as writer:
        writer.subscribe(lambda event: heard.append((event.seq, len(store.open(writer.id).events))))
        writer.emit(StepStarted(call="done()"))
        writer.emit(StepStarted(call="done()"))
    assert heard == [(1, 2), (2, 3)]


def test_frames_are_files_beside_the_trace(store: TraceStore) -> None:
    from PIL import Image

    pixels = np.zeros((8, 6, 3), np.uint8)
    pixels[:, 3:] = 200
    with store.create(RunStarted(task="x")) as writer:
        path = writer.save_frame("front/../camera", pixels, "png")
        writer.emit(Observed(frames={"front": path}))
    with Image.open(writer.folder / path) as image:
        assert np.array_equal(np.asarray(image), pixels)
    assert (writer.folder / path).resolve().is_relative_to(writer.folder.resolve())


def test_an_unambiguous_beginning_or_latest_opens_a_trace(store: TraceStore) -> None:
    first, second = finish(store), finish(store)
    assert store.open("latest").id == second
    assert store.open(first[:-1]).id == first
    with pytest.raises(TraceError, match="fits 2 traces"):
        store.open(first[:4])


def test_an_unknown_trace_names_those_that_are_there(store: TraceStore) -> None:
    known = finish(store)
    with pytest.raises(TraceError, match=f"no trace '%'.*{known}"):
        store.open("%")


def test_lists_are_newest_first_and_paged(store: TraceStore) -> None:
    ids = [finish(store, f"task {number}") for number in range(5)]
    assert [summary.id for summary in store.list()] == ids[::-1]
    assert [summary.task for summary in store.list(limit=2, offset=1)] == ["task 3", "task 2"]
    assert store.count() == 5


def test_status_follows_the_run(store: TraceStore) -> None:
    writer = store.create(RunStarted(task="x"))
    writer.emit(StepStarted(call="done()"))
    writer.emit(Recovered(recovery="retry"))
    assert store.list()[0].status == "running"
    writer.close()
    assert store.list()[0].status == "interrupted" and store.list()[0].resumable
    with store.resume(writer.id) as writer:
        assert store.list()[0].status == "running"
        writer.emit(Failed(error="KeyError", message="'x'"))
    assert store.list()[0].status == "failed" and store.list()[0].resumable
    with store.resume(writer.id) as writer:
        writer.emit(RunFinished(status="not_achieved", verified=False))
    summary = store.list()[0]
    assert (summary.status, summary.steps, summary.recoveries, summary.verified) == ("not_achieved", 1, 1, False)
    assert [event.seq for event in store.open(writer.id).events] == list(range(7))


def test_one_trace_has_one_writer(store: TraceStore) -> None:
    with store.create(RunStarted(task="x")) as writer:
        with pytest.raises(TraceError, match=f"still being written by process {os.getpid()}"):
            store.resume(writer.id)
        writer.emit(StepStarted(call="done()"))
    assert len(store.open(writer.id).events) == 2


def test_threads_share_a_writer_while_others_read(store: TraceStore) -> None:
    with store.create(RunStarted(task="x")) as writer:
        threads = [
            threading.Thread(target=lambda: [writer.emit(StepStarted(call="done()")) for _ in range(50)])
            for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        seen = [len(store.open(writer.id).events) for _ in range(5)]
        for thread in threads:
            thread.join()
    assert seen == sorted(seen)
    assert [event.seq for event in store.open(writer.id).events] == list(range(201))


def test_events_cannot_be_changed_or_removed(store: TraceStore) -> None:
    finish(store)
    connection = sqlite3.connect(store.path)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute("UPDATE events SET body = '{}'")
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute("DELETE FROM events")
    connection.close()


def insert(store: TraceStore, trace: str, version: int, kind: str, body: str) -> None:
    connection = sqlite3.connect(store.path)
    with connection:
        connection.execute("INSERT INTO events VALUES (?, 9, ?, 0.0, ?, ?)", (trace, kind, version, body))
    connection.close()


def test_a_damaged_event_is_named(store: TraceStore) -> None:
    id = finish(store)
    insert(store, id, FORMAT_VERSION, "observed", '{"kind": "observed", "fra')
    with pytest.raises(TraceError, match=f"trace {id} is damaged: event 9"):
        store.open(id)
    assert store.list()[0].id == id


def test_events_of_newer_versions_do_not_hide_the_rest(store: TraceStore) -> None:
    id = finish(store)
    insert(store, id, FORMAT_VERSION + 1, "dreamed", '{"kind": "dreamed", "of": "sheep"}')
    events = store.open(id).events
    assert len(events) == 4 and isinstance(events[-1], UnknownEvent)


@pytest.mark.parametrize("content", [b"this is not a database" * 100, b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_damaged_database_is_a_clear_error(store: TraceStore, content: bytes) -> None:
    store.directory.mkdir()
    store.path.write_bytes(content)
    with pytest.raises(TraceError, match=r"traces\.sqlite"):
        store.list()
    with pytest.raises(TraceError, match=r"traces\.sqlite"):
        store.create(RunStarted(task="x"))


def test_a_newer_database_is_a_clear_error(store: TraceStore) -> None:
    finish(store)
    connection = sqlite3.connect(store.path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(TraceError, match="has version 99"):
        store.list()


def test_a_place_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(TraceError, match="cannot write traces"):
        TraceStore(tmp_path / "file" / "traces").create(RunStarted(task="x"))


WRITER = """
import sys
from traces import RunStarted, StepStarted, TraceStore

writer = TraceStore(sys.argv[1]).create(RunStarted(task="count"))
while True:
    print(writer.emit(StepStarted(call="done()")).seq, flush=True)
"""


def test_nothing_emitted_is_lost_by_kill_9(store: TraceStore) -> None:
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(store.directory)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "1\n"
    assert store.list()[0].status == "running"
    told = [process.stdout.readline() for _ in range(100)]
    process.send_signal(signal.SIGKILL)
    told += process.stdout.read().splitlines(keepends=True)
    process.wait()
    process.stdout.close()
    trace = store.open("latest")
    whole = [int(line) for line in told if line.endswith("\n")]
    assert trace.events[-1].seq >= whole[-1] >= 101
    assert [event.seq for event in trace.events] == list(range(len(trace.events)))
    assert trace.summary.status == "interrupted"
    with store.resume(trace.id) as writer:
        writer.emit(RunFinished(status="verified", verified=True))
    assert len(store.open(trace.id).events) == len(trace.events) + 2
