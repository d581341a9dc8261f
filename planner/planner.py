"""Runs and resumes tasks: the decision loop over a SQLite checkpointer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from langgraph.checkpoint.sqlite import SqliteSaver

from planner.history import CHECKPOINTS
from planner.loop import Loop
from planner.parts import Parts
from planner.pursuit import GoalLoop
from planner.state import RunResult, result_of
from skills import EmergencyStop
from traces import SafetyStopped

EMPTY: Mapping[str, Any] = {
    "ruled_out": [],
    "records": [],
    "recoveries": [],
    "exchanges": [],
    "seconds": {},
    "corrections": [],
}
"""What a run knows at its beginning besides its task."""

MOST_INTERVENTIONS = 20
"""How many times as long a run may be when a person vetoes and corrects."""


@dataclass
class Planner(Parts):
    """Carries out tasks: say x can x progress chooses, a runner does, a detector judges."""

    def run(self, task: str, earlier: Sequence[str] = ()) -> RunResult:
        """Carry out a task in plain words.

        Returns when it is verified, refused, given up or stopped for safety, or when a question is left open: then
        ``resume`` goes on, with somebody who answers.

        Args:
            task: what to do.
            earlier: requests before this one, each with how it ended: ``stack the blocks (failed)``.

        Raises:
            ValueError: the task is empty, or a run of this trace was begun before.
        """
        if not task.strip():
            raise ValueError('the task is empty; say what to do, e.g. "put the red block in the blue bowl"')
        return self._invoke({"task": task, "earlier": list(earlier), **EMPTY})

    def go_on_from(self, known: Mapping[str, Any], force: str | None = None) -> RunResult:
        """Begin in the middle of another run, whose world this one has: look, then decide.

        Args:
            known: what the other run knew then, see ``history.known_at``.
            force: the call that is chosen first, whatever is thought of it, e.g. ``pick_up(red block)``.

        Raises:
            ValueError: a run of this trace was begun before, or the forced call fits nothing that is there.
        """
        return self._invoke({**EMPTY, **known, **({"forced": force} if force else {})})

    def resume(self, thread: str | None = None) -> RunResult:
        """Go on with a run that was interrupted, or that waits for an answer, in this process or a new one.

        A finished run is only reported.

        Raises:
            ValueError: nothing was recorded of that run.
        """
        return self._invoke(None, thread)

    def _invoke(self, start: dict[str, Any] | None, thread: str | None = None) -> RunResult:
        thread = thread or self.trace.id
        self.folder.mkdir(parents=True, exist_ok=True)
        with SqliteSaver.from_conn_string(str(self.folder / CHECKPOINTS)) as saver:
            known = saver.get_tuple({"configurable": {"thread_id": thread}})
            if start is None and known is None:
                raise ValueError(f"nothing is recorded of run {thread!r} in {self.folder}; there is nothing to resume")
            if start is not None and known is not None:
                raise ValueError(f"run {thread!r} was begun before; resume it, or give the new run a trace of its own")
            return self._go_on(saver, start, thread)

    def _go_on(self, saver: SqliteSaver, start: dict[str, Any] | None, thread: str) -> RunResult:
        budgets = self.budgets
        limit = 8 * (budgets.steps + budgets.next_choices + budgets.replans + budgets.questions + 4)
        limit *= 1 if self.person is None else MOST_INTERVENTIONS
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
            self.runner.world.stop()
            self.trace.emit(SafetyStopped(reason=str(stop)))
            stopped = {"status": "stopped_for_safety", "reason": str(stop)}
        return result_of({**graph.get_state(config).values, **stopped}, thread)
