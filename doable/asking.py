"""How a person is asked: by answers that were given beforehand, else at the terminal."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.prompt import Prompt
from rich.text import Text

if TYPE_CHECKING:
    from planner.goals.target import Question
    from planner.task_planner import Ask


def asking(answers: Sequence[str] = (), terminal: bool = True) -> "Ask":
    """Puts questions: the answers are taken in order, then the person at the terminal is asked, if there is one.

    Args:
        answers: given beforehand.
        terminal: whether a person may be asked; nobody is if standard input is no terminal.
    """
    left = list(answers)

    def ask(question: "Question") -> str | None:
        if left:
            return left.pop(0)
        return at_the_terminal(question) if terminal and sys.stdin.isatty() else None

    return ask


def at_the_terminal(question: "Question") -> str | None:
    """Ask on standard error, with the options listed; an empty answer, or the end of the file, is none."""
    console = Console(stderr=True)
    console.print(Text(question.text, style="bold"))
    for option in question.options:
        console.print(Text(f"  - {option}"))
    try:
        return Prompt.ask("answer", console=console, default="", show_default=False).strip() or None
    except EOFError:
        console.print()
        return None
