"""The planner as a LangChain Runnable."""

import threading
import time
from dataclasses import dataclass
from typing import Any

import pytest
from langchain_core.messages import AIMessage, HumanMessage
from langchain_core.runnables import RunnableLambda
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.graph import START, MessagesState, StateGraph

from planner import PlannerRunnable
from planner.runnable import in_words


@dataclass(frozen=True)
class Result:
    status: str = "verified"
    steps: int = 2
    verified: bool = True


class Robot:
    """Notes its tasks, and whether two were under way at once."""

    def __init__(self) -> None:
        self.tasks: list[str] = []
        self.busy = threading.Lock()

    def run(self, task: str) -> Result:
        assert self.busy.acquire(blocking=False), "two tasks at once"
        time.sleep(0.01)
        self.tasks.append(task)
        self.busy.release()
        return Result()


RESULT = {"status": "verified", "steps": 2, "verified": True}


@pytest.mark.parametrize(
    "given",
    [
        "tidy up",
        {"task": "tidy up", "other": 3},
        {"messages": [HumanMessage("hello"), AIMessage("hi"), HumanMessage("tidy up"), AIMessage("well…")]},
        {"messages": [("user", "tidy up")]},
        {"messages": [{"role": "user", "content": "tidy up"}, {"role": "assistant", "content": "…"}]},
        {"messages": [HumanMessage([{"type": "text", "text": "tidy up"}])]},
    ],
)
def test_a_task_comes_in_any_form(given: Any) -> None:
    robot = Robot()
    out = PlannerRunnable(robot.run).invoke(given)
    assert robot.tasks == ["tidy up"]
    assert (out["task"], out["result"]) == ("tidy up", RESULT)
    assert ("messages" in out) == (not isinstance(given, str) and "messages" in given)


@pytest.mark.parametrize("given", [{}, {"messages": []}, {"messages": [AIMessage("x")]}, {"task": 3}])
def test_no_task_is_said_in_words(given: Any) -> None:
    with pytest.raises(ValueError, match="no task: give a text"):
        PlannerRunnable(Robot().run).invoke(given)


def test_a_robot_does_one_thing_at_a_time() -> None:
    robot = Robot()
    out = PlannerRunnable(robot.run).batch(["a", "b", "c", "d"], {"max_concurrency": 4})
    assert [entry["task"] for entry in out] == ["a", "b", "c", "d"] and sorted(robot.tasks) == ["a", "b", "c", "d"]


def test_it_stands_in_a_chain() -> None:
    robot = Robot()
    chain = (
        RunnableLambda(lambda text: text.upper())
        | PlannerRunnable(robot.run)
        | RunnableLambda(lambda out: out["result"])
    )
    assert chain.invoke("tidy up") == RESULT and robot.tasks == ["TIDY UP"]


def test_it_is_a_node_of_a_graph_whose_state_is_kept() -> None:
    class State(MessagesState):
        result: dict[str, Any]

    graph = StateGraph(State)
    graph.add_node("robot", PlannerRunnable(Robot().run))
    graph.add_edge(START, "robot")
    app = graph.compile(checkpointer=InMemorySaver())
    config: Any = {"configurable": {"thread_id": "1"}}
    app.invoke({"messages": [("user", "tidy up")]}, config)
    kept = app.get_state(config).values
    assert kept["result"] == RESULT and kept["messages"][-1].text == "tidy up: verified (2 steps)."


@pytest.mark.anyio
async def test_it_can_be_awaited() -> None:
    assert (await PlannerRunnable(Robot().run).ainvoke("tidy up"))["result"] == RESULT


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def test_an_end_in_words() -> None:
    assert in_words("dance", {"status": "not_achieved", "reason": "no skill"}) == "dance: not achieved: no skill."
    assert in_words("dance", {}) == "dance: finished."
