"""A LangGraph application in which the robot is one node: a person says something, the robot does it, somebody answers.

    .venv/bin/python examples/langgraph_app.py "put the red block in the blue bowl"

The planner is a LangChain `Runnable`. It takes the last message of a person from the graph's state, and adds what
became of it. If the robot gives up, another node hands the task over to a person.
"""

import sys

from langchain_core.messages import AIMessage
from langgraph.graph import END, START, MessagesState, StateGraph
from langgraph.graph.state import CompiledStateGraph

from doable import Agent, RunOptions
from planner import PlannerRunnable

TASK = "put the red block in the blue bowl"
OPTIONS = RunOptions(seed=3, objects=("red block", "green block", "blue bowl"))


class State(MessagesState):
    """A conversation, and the last thing that the robot did."""

    task: str
    result: dict


def hand_over(state: State) -> dict:
    """What happens when the robot cannot do it; an application would call somebody here."""
    return {"messages": [AIMessage(f"Please help: I could not {state['task']}.")]}


def application(robot: PlannerRunnable) -> CompiledStateGraph:
    """The graph; nodes for a speech recogniser, a chat model, a calendar… would stand beside the robot."""
    graph = StateGraph(State)
    graph.add_node("robot", robot)
    graph.add_node("hand_over", hand_over)
    graph.add_edge(START, "robot")
    graph.add_conditional_edges("robot", lambda state: END if state["result"]["verified"] else "hand_over")
    graph.add_edge("hand_over", END)
    return graph.compile()


def main(task: str = TASK) -> int:
    """Say one sentence to the application, and print the conversation."""
    with Agent.load(options=OPTIONS) as agent:
        end = application(PlannerRunnable(agent.run)).invoke({"messages": [("user", task)]})
    for message in end["messages"]:
        print(f"{message.type}: {message.text}")
    return 0 if end["result"]["verified"] else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
