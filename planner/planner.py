"""Runs and resumes tasks: the decision loop over a SQLite checkpointer."""

from dataclasses import dataclass
from typing import Any

from langgraph.checkpoint.sqlite import SqliteSaver

from planner.loop import Loop
from planner.parts import Parts
from planner.pursuit import GoalLoop
from planner.state import RunResult, result_of
from skills import EmergencyStop
from traces import SafetyStopped


@dataclass
class Planner(Parts):
    """Carries out tasks: say x can chooses, a runner does, a detector judges."""

    def run(self, task: str) -> RunResult:
        """Carry out a task in plain words; returns when it is verified, given up, or stopped for safety.

        Raises:
            ValueError: the task is empty, or a run of this trace was begun before.
        """
        if not task.strip():
            raise ValueError('the task is empty; say what to do, e.g. "put the red block in the blue bowl"')
        return self._invoke({"task": task, "ruled_out": [], "records": [], "recoveries": [], "seconds": {}})

    def resume(self, thread: str | None = None) -> RunResult:
        """Go on with an interrupted run, in this process or a new one; a finished run is only reported.

        Raises:
            ValueError: nothing was recorded of that run.
        """
        return self._invoke(None, thread)

    def _invoke(self, start: dict[str, Any] | None, thread: str | None = None) -> RunResult:
        thread = thread or self.trace.id
        self.folder.mkdir(parents=True, exist_ok=True)
        with SqliteSaver.from_conn_string(str(self.folder / "checkpoints.sqlite")) as saver:
            known = saver.get_tuple({"configurable": {"thread_id": thread}})
            if start is None and known is None:
                raise ValueError(f"nothing is recorded of run {thread!r} in {self.folder}; there is nothing to resume")
            if start is not None and known is not None:
                raise ValueError(f"run {thread!r} was begun before; resume it, or give the new run a trace of its own")
            return self._go_on(saver, start, thread)

    def _go_on(self, saver: SqliteSaver, start: dict[str, Any] | None, thread: str) -> RunResult:
        limit = 8 * (self.budgets.steps + self.budgets.next_choices + self.budgets.replans + 4)
        config: Any = {"configurable": {"thread_id": thread}, "recursion_limit": limit}
        loop = Loop(self) if self.reader is None else GoalLoop(self)
        graph = loop.graph().compile(checkpointer=saver)
        due = graph.get_state(config).next
        loop.interrupted = "execute" in due
        stopped: dict[str, Any] = {}
        try:
            if start is not None or due:
                graph.invoke(start, config, durability="sync")
        except EmergencyStop as stop:
            self.trace.emit(SafetyStopped(reason=str(stop)))
            stopped = {"status": "stopped_for_safety", "reason": str(stop)}
        return result_of({**graph.get_state(config).values, **stopped}, thread)
