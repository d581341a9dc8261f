"""Commands reach a run through its trace's folder."""

from collections.abc import Callable
from dataclasses import replace

from doable import Agent, RunOptions
from planner.goals.fake import ScriptedReader
from planner.goals.target import Question, Target
from skills.conditions import parse_condition
from traces import Awaiting, Commanded, RunFinished, RunStarted, SafetyStopped
from traces.control import send
from traces.events import BaseEvent

TASK = "put the red block in the blue bowl"

AgentMaker = Callable[..., Agent]


def test_a_stop_that_was_sent_halts_the_arm(make_agent: AgentMaker) -> None:
    agent = make_agent()

    def listen(event: BaseEvent) -> None:
        if event.kind == "step_started":  # type: ignore[attr-defined]
            send(agent.store.folder(event.trace), "stop")

    result = agent.run(TASK, listen)
    assert (result.status, agent.parts.world.stopped) == ("stopped_for_safety", True)  # type: ignore[attr-defined]
    events = agent.store.open(result.trace).events
    assert [event.command for event in events if isinstance(event, Commanded)] == ["stop"]
    assert any(isinstance(event, SafetyStopped) for event in events)


def test_steps_wait_for_approval_if_that_is_asked_for(make_agent: AgentMaker) -> None:
    agent = make_agent(options=RunOptions(planner="saycan", approve=True))

    def listen(event: BaseEvent) -> None:
        if isinstance(event, Awaiting):
            send(agent.store.folder(event.trace), "approve")

    result = agent.run(TASK, listen)
    assert result.verified
    end = agent.store.open(result.trace).events[-1]
    assert isinstance(end, RunFinished) and len(end.state_hash) == 64


def test_an_answer_that_nobody_heard_is_taken_when_the_run_goes_on(make_agent: AgentMaker) -> None:
    agent = make_agent([], options=RunOptions(planner="goal"))
    red = Target((parse_condition("holding(red block)"),))
    reader = ScriptedReader({"get it": Question("Which?", ("red", "green")), ("get it", "red"): red})
    agent.parts = replace(agent.parts, reader=reader)
    asked = agent.run("get it")
    assert asked.status == "asked"
    folder = agent.store.folder(asked.trace)
    send(folder, "stop")  # to a run that is over: it must not stop the next process
    send(folder, "answer", "red")
    assert agent.resume(asked.trace).verified


def test_the_trace_knows_the_library(make_agent: AgentMaker) -> None:
    agent = make_agent()
    started = agent.store.open(agent.run(TASK).trace).events[0]
    assert isinstance(started, RunStarted) and len(started.versions.library) == 64
