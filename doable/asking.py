"""How a person is asked: by answers that were given beforehand, else at the terminal."""

import select
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.prompt import Prompt
from rich.text import Text

if TYPE_CHECKING:
    from planner.goals.target import Question

LOOK_ELSEWHERE = 0.1
"""How often an answer from elsewhere is looked for, [s]."""


class Asking:
    """Puts questions: the answers are taken in order, then the person at the terminal is asked, if there is one."""

    def __init__(self, answers: Sequence[str] = (), terminal: bool = True) -> None:
        """
        Args:
            answers: given beforehand.
            terminal: whether a person may be asked; nobody is if standard input is no terminal.
        """
        self._left, self._terminal = list(answers), terminal

    def __call__(self, question: "Question") -> str | None:
        """The answer; None if nobody gives one."""
        if self._left:
            return self._left.pop(0)
        return at_the_terminal(question) if self._terminal and sys.stdin.isatty() else None

    def until(self, question: "Question", elsewhere: Callable[[], str | None]) -> str | None:
        """The answer, or the one that comes from ``elsewhere`` while the terminal waits; whichever is first."""
        if self._left:
            return self._left.pop(0)
        if not (self._terminal and sys.stdin.isatty()):
            return None
        console = _put(question)
        console.print("answer: ", end="")
        while True:
            ready, _, _ = select.select([sys.stdin], [], [], LOOK_ELSEWHERE)
            if ready:
                return sys.stdin.readline().strip() or None
            reply = elsewhere()
            if reply is not None:
                console.print(Text(reply))
                return reply


def at_the_terminal(question: "Question") -> str | None:
    """Ask on standard error, with the options listed; an empty answer, or the end of the file, is none."""
    console = _put(question)
    try:
        return Prompt.ask("answer", console=console, default="", show_default=False).strip() or None
    except EOFError:
        console.print()
        return None


def _put(question: "Question") -> Console:
    console = Console(stderr=True)
    console.print(Text(question.text, style="bold"))
    for option in question.options:
        console.print(Text(f"  - {option}"))
    return console
