"""Deleting: all of one trace, nothing of another, and never under a writer's feet."""

import sqlite3

import pytest

from tests.traces.conftest import MakeTrace
from traces import RunStarted, TraceError, TraceStore
from traces.delete import delete


def test_events_and_files_are_gone_and_the_others_stay(make_trace: MakeTrace, store: TraceStore) -> None:
    gone, kept = make_trace(), make_trace()
    assert delete(store, gone.id) == gone.id
    assert not gone.folder.exists()
    assert [summary.id for summary in store.list()] == [kept.id]
    assert store.open(kept.id).events == kept.events


def test_events_can_still_only_be_appended(make_trace: MakeTrace, store: TraceStore) -> None:
    trace = make_trace()
    delete(store, make_trace().id)
    connection = sqlite3.connect(store.path)
    with pytest.raises(sqlite3.DatabaseError, match="append-only"):
        connection.execute("DELETE FROM events WHERE trace = ?", (trace.id,))
    connection.close()


def test_a_trace_under_way_is_not_deleted(store: TraceStore) -> None:
    with store.create(RunStarted(task="x")) as writer, pytest.raises(TraceError, match="still being written"):
        delete(store, writer.id)
    assert len(store.open(writer.id).events) == 1


def test_another_run_can_go_on_meanwhile(make_trace: MakeTrace, store: TraceStore) -> None:
    gone = make_trace()
    with store.create(RunStarted(task="x")) as writer:
        delete(store, gone.id)
        writer.emit(RunStarted(task="again"))
    assert len(store.open(writer.id).events) == 2
