"""The planner as a LangChain ``Runnable``, so that it drops into a chain or a LangGraph application."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from typing import Any

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage
from langchain_core.runnables import Runnable, RunnableConfig

Input = str | Mapping[str, Any]


class PlannerRunnable(Runnable[Input, dict[str, Any]]):
    """Takes a task in words and gives back how it ended.

    The task is a text, or the ``task`` of a mapping, or the last message of a person among its ``messages``. What comes
    back has ``task`` and ``result`` (plain data), and ``messages`` with one answer if messages came. A robot does one
    thing at a time: calls wait for one another, those of ``batch`` and of other threads too.
    """

    def __init__(self, carry_out: Callable[[str], Any], name: str = "robot") -> None:
        """``carry_out``: ``Agent.run``, ``Planner.run``, or any function from a task to a result."""
        self.carry_out, self.name = carry_out, name
        self._turn = threading.Lock()

    def invoke(self, input: Input, config: RunnableConfig | None = None, **kwargs: Any) -> dict[str, Any]:
        """Carry out a task.

        Raises:
            ValueError: the input holds no task; or what ``carry_out`` raises.
        """

        def do(given: Input) -> dict[str, Any]:
            task = task_of(given)
            with self._turn:
                result = _plain(self.carry_out(task))
            told = {"messages": [AIMessage(in_words(task, result), name=self.name)]} if _has_messages(given) else {}
            return {"task": task, "result": result, **told}

        return self._call_with_config(do, input, config)


def task_of(given: Input) -> str:
    """The task in an input of ``PlannerRunnable``.

    Raises:
        ValueError: there is none; the message says what was expected.
    """
    if isinstance(given, str):
        return given
    if isinstance(given.get("task"), str):
        return str(given["task"])
    said = [text for message in given.get("messages", ()) if (text := _said_by_a_person(message))]
    if not said:
        raise ValueError('no task: give a text, {"task": TEXT}, or {"messages": […]} with one of a person')
    return said[-1]


def in_words(task: str, result: Mapping[str, Any]) -> str:
    """How a task ended, as a sentence for a chat."""
    status = str(result.get("status", "finished")).replace("_", " ")
    facts = [f"{result[key]} {key}" for key in ("steps", "recoveries") if isinstance(result.get(key), int)]
    why = str(result.get("reason") or result.get("question") or "")
    return f"{task}: {status}" + (f" ({', '.join(facts)})" if facts else "") + (f": {why}" if why else "") + "."


def _said_by_a_person(message: Any) -> str:
    """The text of a human message, in any form in which LangGraph passes messages; empty for other messages."""
    if isinstance(message, HumanMessage):
        return message.text
    if isinstance(message, BaseMessage):
        return ""
    if isinstance(message, Mapping):
        return str(message.get("content", "")) if message.get("role") in ("user", "human") else ""
    is_pair = isinstance(message, Sequence) and not isinstance(message, str) and len(message) == 2
    return str(message[1]) if is_pair and message[0] in ("user", "human") else ""


def _has_messages(given: Input) -> bool:
    return not isinstance(given, str) and "messages" in given


def _plain(result: Any) -> dict[str, Any]:
    """A result as data that LangGraph's checkpoints take."""
    if is_dataclass(result) and not isinstance(result, type):
        return {key: dict(value) if isinstance(value, Mapping) else value for key, value in asdict(result).items()}
    if hasattr(result, "model_dump"):
        return dict(result.model_dump(mode="json"))
    return dict(result) if isinstance(result, Mapping) else {"status": str(result)}
