"""A disk that fills up in the middle of a run: the arm halts, it is said, and what was written can be read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from doable import Agent
from doable.errors import is_bad_input
from tests.full_disk import clear, fill
from traces import Failed, Observed, StepFinished, StepStarted, TraceStore
from traces.database import DiskFullError
from traces.events import BaseEvent
from weights import DamagedError, NoSpaceError

TASK = "put the red block in the blue bowl"


@pytest.mark.parametrize("moment", [Observed, StepStarted, StepFinished])
def test_the_run_stops_safely(make_agent: Callable[..., Agent], small_disk: Path, moment: type[BaseEvent]) -> None:
    agent = make_agent()
    agent.store = TraceStore(small_disk / "traces")

    def listen(event: BaseEvent) -> None:
        if isinstance(event, moment):
            fill(small_disk)

    with pytest.raises(DiskFullError, match=r"the disk is full: .*the robot was stopped.*doable resume"):
        agent.run(TASK, listen)
    assert agent.parts.world.stopped  # type: ignore[attr-defined]
    trace = agent.store.open("latest")
    assert trace.summary.status == "failed" and any(isinstance(event, moment) for event in trace.events)
    assert isinstance(trace.events[-1], Failed) and "disk is full" in trace.events[-1].message

    clear(small_disk)
    assert agent.resume(trace.id).verified


@pytest.mark.parametrize("error", [NoSpaceError, DamagedError])
def test_commands_that_collect_and_train_end_with_a_sentence(error: type[ValueError]) -> None:
    assert is_bad_input(error("the disk of build is full"))
