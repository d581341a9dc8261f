"""An agent's skills as tools: checked, carried out, judged and traced."""

import pytest

from doable import agent_tools
from skills.fake import FakeWorld
from tests.doable.conftest import AgentMaker


def test_the_tools_are_what_fits_the_things_that_are_seen(make_agent: AgentMaker) -> None:
    tools = {tool.name: tool for tool in agent_tools(make_agent())}
    assert set(tools) == {"pick_up", "put_in", "put_on"}
    assert tools["pick_up"].args["object"]["enum"] == ["red block", "green block"]


def test_a_call_is_carried_out_judged_and_traced(make_agent: AgentMaker) -> None:
    agent = make_agent()
    tools = {tool.name: tool for tool in agent_tools(agent)}
    assert (
        tools["pick_up"].invoke({"object": "red block"}).startswith("pick up the red block: it was seen to have worked")
    )
    assert isinstance(agent.parts.world, FakeWorld)
    assert "holding(red block)" in map(str, agent.parts.world.scene.facts)
    (summary,) = agent.store.list()
    kinds = [event.kind for event in agent.store.open(summary.id).events]
    assert kinds == ["run_started", "observed", "step_started", "step_finished", "verified", "run_finished"]
    assert summary.task == "pick up the red block" and summary.verified


def test_what_cannot_be_begun_moves_nothing(make_agent: AgentMaker) -> None:
    agent = make_agent()
    tools = {tool.name: tool for tool in agent_tools(agent)}
    answer = tools["put_in"].invoke({"object": "red block", "container": "blue bowl"})
    assert "cannot be begun: it needs" in answer and "holding" in answer
    assert not agent.store.list()


def test_a_policy_that_fails_is_told(make_agent: AgentMaker) -> None:
    agent = make_agent(fail={"pick_up(red block)": 1})
    tools = {tool.name: tool for tool in agent_tools(agent)}
    assert "it was not seen to have worked" in tools["pick_up"].invoke({"object": "red block"})


def test_a_broken_detector_stops_the_world_and_is_traced(
    make_agent: AgentMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    agent = make_agent()
    tools = {tool.name: tool for tool in agent_tools(agent)}

    def broken(*arguments: object) -> None:
        raise RuntimeError("no picture")

    monkeypatch.setattr(agent.parts.detector, "judge", broken)
    with pytest.raises(RuntimeError, match="no picture"):
        tools["pick_up"].invoke({"object": "red block"})
    (summary,) = agent.store.list()
    assert summary.status == "failed"
    assert isinstance(agent.parts.world, FakeWorld) and agent.parts.world.stopped
