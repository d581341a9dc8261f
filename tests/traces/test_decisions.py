"""A trace as decisions."""

from tests.traces.conftest import PICK, PUT, MakeTrace
from traces import Observed, Ranked, RunStarted, StepStarted, TraceStore
from traces.decisions import decisions_of


def test_one_look_at_the_scene_is_one_decision(make_trace: MakeTrace) -> None:
    found = decisions_of(make_trace([PICK, {**PICK, "works": False}, PUT]))
    assert [d.number for d in found] == [1, 2, 3, 4]
    assert [d.failed for d in found] == [False, True, False, False]
    assert [d.started.call if d.started else None for d in found] == [PICK["call"], PICK["call"], PUT["call"], None]
    assert found[0].chosen is not None and found[0].chosen.can == 0.9


def test_traces_without_spans_are_taken_apart_by_kind(store: TraceStore) -> None:
    with store.create(RunStarted(task="x")) as writer:
        for event in (Ranked(candidates=()), StepStarted(call="a()"), Observed(), Ranked(candidates=()), Observed()):
            writer.emit(event)
    assert [len(d.events) for d in decisions_of(store.open(writer.id))] == [2, 2, 1]


def test_looking_twice_in_one_decision_begins_no_other(store: TraceStore) -> None:
    with store.create(RunStarted(task="x")) as writer:
        span = writer.new_span()
        for event in (Observed(span=span), Ranked(candidates=(), span=span), Observed(span=span)):
            writer.emit(event)
    assert len(decisions_of(store.open(writer.id))) == 1
