"""A person who watches a run: pauses and stops it, approves steps, answers, and corrects in words; all of it traced.

Commands are looked for before every control period, between the nodes of the decision loop and while a person is
waited for.
"""

import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import Literal, Protocol

from grounding import Observation
from planner.goals.target import Question
from planner.ports import TraceSink
from planner.task_planner import Ask
from skills import Action, EmergencyStop, World
from traces import Awaiting, Commanded
from traces.control import Command

POLL = 0.05
"""How often commands are looked for while a person is waited for, [s]."""
WAITED_FOR = {"approve": "no step waits for it", "veto": "no step waits for it", "answer": "nothing was asked"}

Approval = Literal["approve", "veto", "correct"]


class Corrected(RuntimeError):
    """A person said that the run is after the wrong thing."""


class Asker(Protocol):
    """Asks a person in more than one place: ``doable.asking.Asking`` is one."""

    def until(self, question: Question, elsewhere: Callable[[], str | None]) -> str | None:
        """The answer, or what ``elsewhere`` gives before there is one; None if nobody can answer here."""
        ...


class Supervision:
    """Hears the commands to one run."""

    def __init__(
        self,
        trace: TraceSink,
        commands: Callable[[], Sequence[Command]],
        approving: bool = False,
        answers: Sequence[str] = (),
    ) -> None:
        """
        Args:
            trace: every command that was heard goes here.
            commands: gives the new ones, e.g. ``CommandReader.new``.
            approving: whether each step waits for approval; then answers are waited for, too.
            answers: to the question that is open, sent while no process heard them.
        """
        self.trace, self.approving = trace, approving
        self.corrections: list[str] = []
        """Not yet acted upon."""
        self.paused = False
        self.question_open = False
        """An answer that comes before it is waited for is kept."""
        self._commands, self._answers, self._queue = commands, list(answers), deque[Command]()

    def heed(self) -> None:
        """Take note of commands, and wait as long as the run is paused.

        Raises:
            EmergencyStop: a person stops the run.
        """
        self._next()
        while self.paused:
            time.sleep(POLL)
            self._next()

    def approval(self, call: str, text: str, span: str) -> Approval:
        """Wait until a person approves or vetoes a step, or corrects the run instead.

        Raises:
            EmergencyStop: a person stops the run.
        """
        self.trace.emit(Awaiting(call=call, text=text, span=span))
        while not self.corrections:
            said = self._next("approve", "veto")
            if said is not None:
                return "approve" if said.command == "approve" else "veto"
            time.sleep(POLL)
        return "correct"

    def answer(self, question: Question, ask: Ask | None) -> str | None:
        """A person's answer, from wherever it comes first; None if nobody answers, or corrects the run instead.

        Raises:
            EmergencyStop: a person stops the run.
        """
        self.question_open = True
        try:
            return self._answer(question, ask)
        except Corrected:
            return None
        finally:
            self.question_open = False

    def _answer(self, question: Question, ask: Ask | None) -> str | None:
        if self._answers:
            return self._answers.pop(0)
        until = getattr(ask, "until", None)
        reply = until(question, self._elsewhere) if until is not None else ask(question) if ask is not None else None
        while reply is None and self.approving:
            time.sleep(POLL)
            reply = self._elsewhere()
        return None if reply is None else str(reply)

    def _elsewhere(self) -> str | None:
        """The answer that was sent, if one was."""
        said = self._next("answer")
        if self.corrections:
            raise Corrected(self.corrections[-1])
        return None if said is None else said.text

    def _next(self, *wanted: str) -> Command | None:
        """Take note of new commands up to one of those that are waited for."""
        self._queue.extend(self._commands())
        while self._queue:
            command = self._queue.popleft()
            if self._take(command, wanted):
                return command
        return None

    def _take(self, said: Command, wanted: Sequence[str]) -> bool:
        """Do what can be done at once; whether this was waited for."""
        here = said.command in wanted
        early = said.command == "answer" and self.question_open and not here
        ignored = "" if here or early else WAITED_FOR.get(said.command, "")
        if early:
            self._answers.append(said.text)
        if said.command == "resume" and not self.paused:
            ignored = "it is not paused"
        self.trace.emit(Commanded(command=said.command, text=said.text, source=said.source, ignored=ignored))
        if said.command == "stop":
            raise EmergencyStop(f"stopped by a person ({said.source})")
        if said.command in ("pause", "resume"):
            self.paused = said.command == "pause"
        if said.command == "correct":
            self.corrections.append(said.text)
        return here


class SupervisedWorld:
    """A world that moves only as long as nobody says otherwise."""

    def __init__(self, world: World, person: Supervision) -> None:
        self.inner, self.person = world, person
        self.control_period = world.control_period

    def observe(self) -> Observation:
        """As the inner world."""
        return self.inner.observe()

    def apply(self, action: Action) -> None:
        """As the inner world, after waiting as long as the run is paused.

        Raises:
            EmergencyStop: as the inner world, or a person stops the run.
            Corrected: a person corrects it; what is being done may be wrong.
        """
        self.person.heed()
        if self.person.corrections:
            raise Corrected(self.person.corrections[-1])
        self.inner.apply(action)

    def stop(self) -> None:
        """As the inner world."""
        self.inner.stop()

    def release(self) -> None:
        """As the inner world."""
        self.inner.release()


def corrected(task: str, words: Sequence[str]) -> str:
    """A task with what was said against it, in the way in which people correct themselves."""
    return ", i mean ".join([task.rstrip(" .!"), *(text.strip() for text in words)])
