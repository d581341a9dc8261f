"""What a person sees of a trace in the terminal, and what another program gets."""

import json
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from traces import (
    Candidate,
    Failed,
    Observed,
    Ranked,
    Recovered,
    RunFinished,
    RunStarted,
    SafetyStopped,
    SeenObject,
    StepFinished,
    StepStarted,
    Trace,
    TraceStore,
    Verified,
)
from traces.export import export_json, write_json
from traces.view import bar, render_event, render_list, render_trace


def text(renderable: object) -> str:
    console = Console(width=120, file=StringIO())
    console.print(renderable)
    return console.file.getvalue()  # type: ignore[attr-defined, no-any-return]


def test_a_scene_from_the_simulator_says_so() -> None:
    seen = (SeenObject(id="red block", category="block"),)
    assert "red block (from the simulator's state)" in text(render_event(Observed(objects=seen, oracle=True)))
    assert "simulator" not in text(render_event(Observed(objects=seen)))


@pytest.mark.parametrize(("judge", "shown"), [("scene", "done (100%, by the scene)"), ("detector", "done (100%)")])
def test_a_verdict_says_when_the_scene_gave_it(judge: str, shown: str) -> None:
    assert shown in text(render_event(Verified(call="wave()", success=True, probability=1.0, judge=judge)))


@pytest.fixture
def trace(tmp_path: Path) -> Trace:
    store = TraceStore(tmp_path)
    with store.create(RunStarted(task="put [it] away", scene="tabletop", robot="panda", seed=7)) as writer:
        writer.emit(Observed(objects=(SeenObject(id="red block", category="block"),)))
        writer.emit(
            Ranked(
                candidates=(
                    Candidate(call="pick_up(red block)", say=0.5, can=0.75, score=0.375, chosen=True),
                    Candidate(call="done()", say=0.25, log_likelihood=float("-inf"), why_not="nothing was done yet"),
                    *(Candidate(call=f"pick_up(block {n})", why_not="low") for n in range(9)),
                )
            )
        )
        writer.emit(StepStarted(call="pick_up(red block)", text="pick up the red block", attempt=2))
        writer.emit(StepFinished(call="pick_up(red block)", status="timed out", seconds=2.0, ticks=40))
        writer.emit(Verified(call="pick_up(red block)", success=False, probability=0.12))
        writer.emit(Recovered(recovery="next_choice", reason="failed twice", budget={"next_choice": 3}))
        writer.emit(SafetyStopped(reason="force above 60 N"))
        writer.emit(Failed(error="KeyError", message="'x'"))
        writer.emit(
            RunFinished(
                status="stopped_for_safety", verified=False, success=False, seconds={"say": 1.5, "do": 3.0}, steps=1
            )
        )
    return store.open(writer.id)


def test_show_tells_the_whole_story(trace: Trace) -> None:
    shown = text(render_trace(trace))
    for part in (
        "put [it] away",
        "seed 7",
        "red block",
        "Decision 1",
        "nothing was done yet",
        "… 6 more",
        "attempt 2",
        "timed out in 2.0 s, 40 ticks",
        "not done (12%)",
        "next choice: failed twice (left: next_choice 3)",
        "force above 60 N",
        "KeyError: 'x'",
        "4.5 s: do 3.00 s, say 1.50 s",
    ):
        assert part in shown


def test_list_shows_task_and_status(trace: Trace) -> None:
    shown = text(render_list([trace.summary]))
    assert trace.id in shown and "stopped for safety" in shown and "put [it] away" in shown


@pytest.mark.parametrize(("value", "expected"), [(0.0, " 0.00"), (0.5, "██▌   0.50"), (1.0, "█████ 1.00")])
def test_bars_are_as_long_as_their_numbers(value: float, expected: str) -> None:
    assert bar(value).plain.lstrip() == expected.lstrip()
    assert len(bar(value).plain) == 10


def test_bars_of_nothing_and_beyond() -> None:
    assert bar(None).plain == "–"
    assert bar(3.0).plain.count("█") == 5


def test_export_is_strict_json_with_every_event(trace: Trace, tmp_path: Path) -> None:
    path = tmp_path / "trace.json"
    write_json(export_json(trace), path)
    data = json.loads(path.read_text(), parse_constant=lambda name: pytest.fail(name))
    assert [event["kind"] for event in data["events"]] == [event.kind for event in trace.events]
    assert data["summary"]["status"] == "stopped_for_safety"
    assert data["events"][2]["candidates"][1]["log_likelihood"] == "-Infinity"


def test_a_failed_export_leaves_no_half_file(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(TypeError):
        write_json({"events": object()}, folder / "trace.json")
    assert list(folder.iterdir()) == []
