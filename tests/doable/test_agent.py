"""The agent: a run from task to trace, on scripted parts."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from doable import Agent, RunOptions
from doable.errors import BadInputError, RunBrokenError
from doable.oracles import OracleGrounder
from doable.persistence import STATE
from grounding import Observation, Scene
from planner.goals.fake import ScriptedReader
from planner.goals.target import Question, Refusal, Target
from skills.conditions import parse_condition
from skills.fake import scene_of
from traces import (
    Answered,
    Asked,
    Failed,
    Observed,
    RunFinished,
    RunResumed,
    SafetyStopped,
    StepStarted,
    TraceError,
    Understood,
)
from traces.events import BaseEvent

TASK = "put the red block in the blue bowl"
HOLD_RED = Target((parse_condition("holding(red block)"),))

AgentMaker = Callable[..., Agent]


def test_a_run_ends_verified_and_true(make_agent: AgentMaker) -> None:
    agent = make_agent()
    result = agent.run(TASK)
    assert (result.status, result.verified, result.success, result.steps, result.recoveries) == (
        "verified",
        True,
        True,
        2,
        0,
    )
    assert set(result.seconds) >= {"observe", "ground", "say", "can", "execute", "verify"}


def test_with_a_reader_the_goal_on_the_scene_decides(make_agent: AgentMaker) -> None:
    agent = make_agent(["nothing that matters"], {"pick_up(red block)": 1}, RunOptions(planner="goal"))
    wanted = Target((parse_condition("in(red block, blue bowl)"),))
    agent.parts = replace(agent.parts, reader=ScriptedReader({TASK: wanted}))
    result = agent.run(TASK)
    assert (result.status, result.success, result.steps, result.recoveries) == ("verified", True, 3, 1)
    trace = agent.store.open(result.trace)
    assert trace.started.options["planner"] == "goal"
    assert [event.goal for event in trace.events if isinstance(event, Understood)] == [
        ("goal: red block in blue bowl",)
    ]


def test_a_question_waits_in_the_trace_until_it_is_answered(make_agent: AgentMaker) -> None:
    reader = ScriptedReader({"a block": Question("Which?", ("red", "green")), ("a block", "red"): HOLD_RED})
    agent = make_agent()
    agent.parts = replace(agent.parts, reader=reader)
    result = agent.run("a block")
    assert (result.status, result.question, result.options) == ("asked", "Which?", ("red", "green"))
    trace = agent.store.open(result.trace)
    assert trace.summary.status == "asked" and trace.summary.resumable
    assert not any(isinstance(event, StepStarted) for event in trace.events)
    again = agent.resume(result.trace, ask=lambda question: question.options[0])
    assert (again.status, again.question, again.steps) == ("verified", None, 1)
    talk = [event for event in agent.store.open(result.trace).events if isinstance(event, Asked | Answered)]
    assert [event.kind for event in talk] == ["asked", "answered"]


def test_answers_may_be_given_beforehand(make_agent: AgentMaker) -> None:
    reader = ScriptedReader({"a block": Question("Which?"), ("a block", "red"): HOLD_RED})
    agent = make_agent(options=RunOptions(answers=("red",)))
    agent.parts = replace(agent.parts, reader=reader)
    assert agent.run("a block").verified


def test_a_refusal_moves_nothing(make_agent: AgentMaker) -> None:
    agent = make_agent()
    agent.parts = replace(agent.parts, reader=ScriptedReader({"burn it": Refusal("fire is dangerous")}))
    result = agent.run("burn it")
    assert (result.status, result.reason, result.steps) == ("refused", "fire is dangerous", 0)


def test_the_next_task_may_be_about_the_last(make_agent: AgentMaker) -> None:
    reader = ScriptedReader({"burn it": Refusal("fire is dangerous"), "hold the red block": HOLD_RED})
    agent = make_agent()
    agent.parts = replace(agent.parts, reader=reader)
    for task in ("burn it", "hold the red block", "hold the red block"):
        agent.run(task)
    assert reader.heard == [(), ("burn it (stopped)",), ("hold the red block (done)",)]


def test_the_trace_tells_the_same(make_agent: AgentMaker) -> None:
    agent = make_agent(options=RunOptions(seed=5, max_steps=4))
    result = agent.run(TASK)
    trace = agent.store.open(result.trace)
    assert (trace.started.task, trace.started.seed, trace.started.options["max_steps"]) == (TASK, 5, 4)
    assert trace.started.versions.packages["torch"]
    end = trace.events[-1]
    assert isinstance(end, RunFinished)
    assert (end.status, end.verified, end.success, end.steps) == ("verified", True, True, 2)
    assert (trace.folder / STATE).exists()


class Told(OracleGrounder):
    """An oracle in a fake world."""

    def ground(self, observation: Observation) -> Scene:
        return scene_of(observation)


@pytest.mark.parametrize("oracle", [True, False])
def test_a_scene_that_is_not_from_pixels_is_marked(make_agent: AgentMaker, oracle: bool) -> None:
    agent = make_agent()
    if oracle:
        agent.parts = replace(agent.parts, grounder=Told(agent.parts.world))
    trace = agent.store.open(agent.run(TASK).trace)
    assert {event.oracle for event in trace.events if isinstance(event, Observed)} == {oracle}


def test_a_listener_hears_everything_that_is_written(make_agent: AgentMaker) -> None:
    heard: list[BaseEvent] = []
    agent = make_agent()
    result = agent.run(TASK, heard.append)
    assert tuple(heard) == agent.store.open(result.trace).events


def test_what_the_robot_believes_and_what_is_true_are_kept_apart(make_agent: AgentMaker) -> None:
    result = make_agent(script=["pick up the green block", "done"]).run(TASK)
    assert (result.verified, result.success) == (True, False)


def test_a_task_that_is_no_command_has_no_known_truth(make_agent: AgentMaker) -> None:
    assert make_agent().run("tidy up").success is None


def test_a_safety_stop_ends_the_run(make_agent: AgentMaker) -> None:
    agent = make_agent(fail={"pick_up(red block)": ["stop"]})
    result = agent.run(TASK)
    assert (result.status, result.verified) == ("stopped_for_safety", False)
    assert any(isinstance(event, SafetyStopped) for event in agent.store.open(result.trace).events)


@pytest.mark.parametrize("task", ["", "  ", "?!"])
def test_a_task_without_words_is_refused_before_a_trace_is_begun(make_agent: AgentMaker, task: str) -> None:
    agent = make_agent()
    with pytest.raises(BadInputError, match="is empty; say what to do"):
        agent.run(task)
    assert agent.store.list() == ()


def break_once(agent: Agent, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Let the detector fail at its first verdict."""
    judge, left = agent.parts.detector.judge, [error]

    def broken(*arguments: object) -> object:
        if left:
            raise left.pop()
        return judge(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(agent.parts.detector, "judge", broken)


def test_a_broken_run_is_written_down_and_can_go_on(make_agent: AgentMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    agent = make_agent()
    break_once(agent, monkeypatch, RuntimeError("out of memory"))
    with pytest.raises(RunBrokenError, match=r"out of memory.*doable resume"):
        agent.run(TASK)
    trace = agent.store.open("latest")
    assert trace.summary.status == "failed"
    assert isinstance(trace.events[-1], Failed)
    assert "out of memory" in (trace.folder / "crash.txt").read_text()
    before = trace.events

    result = agent.resume(trace.id)
    assert (result.status, result.success, result.trace) == ("verified", True, trace.id)
    events = agent.store.open(trace.id).events
    assert events[: len(before)] == before
    assert isinstance(events[len(before)], RunResumed)


def test_a_person_can_stop_the_run_and_go_on(make_agent: AgentMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    agent = make_agent()
    break_once(agent, monkeypatch, KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt, match="doable resume"):
        agent.run(TASK)
    trace = agent.store.open("latest")
    assert trace.summary.status == "interrupted"
    assert isinstance(trace.events[-1], SafetyStopped)
    assert agent.parts.world.stopped  # type: ignore[attr-defined]
    assert agent.resume(trace.id).verified


def test_a_run_that_died_before_it_looked_begins_again(make_agent: AgentMaker) -> None:
    agent = make_agent()
    agent.store.create(agent._started(TASK)).close()
    result = agent.resume("latest")
    assert result.verified
    assert any(isinstance(event, StepStarted) for event in agent.store.open(result.trace).events)


def test_a_finished_run_cannot_be_resumed(make_agent: AgentMaker) -> None:
    agent = make_agent()
    result = agent.run(TASK)
    with pytest.raises(BadInputError, match="cannot be resumed: it is verified"):
        agent.resume(result.trace)


def test_a_run_under_way_cannot_be_resumed(make_agent: AgentMaker) -> None:
    agent = make_agent()
    with agent.store.create(agent._started(TASK)) as writer, pytest.raises(BadInputError, match="it is running"):
        agent.resume(writer.id)


def test_an_unknown_trace_cannot_be_resumed(make_agent: AgentMaker) -> None:
    with pytest.raises(TraceError, match="no trace 'x'"):
        make_agent().resume("x")
