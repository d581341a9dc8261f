"""A real run, with the real goal reader and the real robot of the simulator, told what to do from the page."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.traces.page.conftest import Served
from traces import Commanded, RunFinished, StepFinished, StepStarted, Trace, TraceStore, Understood

pytestmark = pytest.mark.slow

RUN = "from doable.cli import main; main()"
THINGS = "red block, yellow block, blue bowl, green bowl"
TASK = "put the red block in the blue bowl"


@pytest.fixture
def running(store: TraceStore, tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """`doable run --approve` in a process of its own, into the store of this test."""
    words = ("run", TASK, "--objects", THINGS, "--seed", "3", "--approve", "--quiet", "--data-dir", str(tmp_path))
    with subprocess.Popen((sys.executable, "-c", RUN, *words), stdin=subprocess.DEVNULL) as process:
        yield process
        process.kill()


def told(trace: Trace, kind: type[Any]) -> list[Any]:
    return [event for event in trace.events if isinstance(event, kind)]


def press(page: Any, command: str) -> None:
    page.locator(f"[data-command={command}]").click(timeout=60_000)


@pytest.mark.timeout(300)
def test_a_real_run_is_corrected_paused_approved_and_stopped(
    page: Any,
    served: Served,
    running: "subprocess.Popen[bytes]",
) -> None:
    page.goto(served.with_token)
    page.locator("#rows a", has_text=TASK).click()
    page.locator("#control >> text=It wants: goal: red block in blue bowl").wait_for()
    page.locator("[data-form=correct] input").fill("put it in the green bowl")
    page.keyboard.press("Enter")
    page.locator("#control >> text=It wants: goal: red block in green bowl").wait_for()
    for command in ("pause", "resume", "approve"):
        press(page, command)
    page.locator("#control >> text=Waits for approval: put the red block in the green bowl").wait_for()
    press(page, "stop")
    page.locator("#status >> text=stopped for safety").wait_for()
    assert running.wait(30) == 3
    trace = served.store.open("latest")
    commands = told(trace, Commanded)
    assert [event.command for event in commands] == ["correct", "pause", "resume", "approve", "stop"]
    assert {event.ignored for event in commands} == {""}
    assert [event.goal for event in told(trace, Understood)] == [
        ("goal: red block in blue bowl",),
        ("goal: red block in green bowl",),
    ]
    assert [event.call for event in told(trace, StepStarted)] == ["pick_up(red block)"]
    assert [event.status for event in told(trace, StepFinished)] == ["done"]
    assert told(trace, RunFinished)[-1].status == "stopped_for_safety"
