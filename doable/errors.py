"""What the front door tells a person who asked for something that cannot be."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

ROOMS = frozenset(
    (
        "doable",
        "evaluation",
        "planner",
        "affordances",
        "skills",
        "simulation",
        "traces",
        "grounding",
        "prompts",
        "weights",
    )
)


class ExitCode(IntEnum):
    """What `doable` returns to the shell."""

    ACHIEVED = 0
    """The goal was verified by the detectors."""
    NOT_ACHIEVED = 1
    BAD_INPUT = 2
    STOPPED = 3
    """Stopped for safety."""
    BROKEN = 70
    """The program itself broke (`EX_SOFTWARE` of sysexits.h)."""


class BadInputError(ValueError):
    """Something that was asked for cannot be; the message says what is valid."""


class RunBrokenError(RuntimeError):
    """The program broke in the middle of a run; the message says where the trace is."""


def is_bad_input(error: BaseException) -> bool:
    """Whether an error is one that our rooms define for wrong input, and not a mistake in the program."""
    return isinstance(error, ValueError) and type(error).__module__.partition(".")[0] in ROOMS


@contextmanager
def checking(what: str = "") -> Iterator[None]:
    """Every `ValueError` inside is a matter of input: turn those without a class of ours into `BadInputError`."""
    try:
        yield
    except ValueError as error:
        if is_bad_input(error):
            raise
        raise BadInputError(f"{what}{': ' if what else ''}{_first_words(error)}") from error


def _first_words(error: ValueError) -> str:
    from pydantic import ValidationError

    if not isinstance(error, ValidationError):
        return str(error)
    details = [(".".join(map(str, detail["loc"])), detail["msg"]) for detail in error.errors(include_url=False)]
    return "; ".join(f"{place}: {message}" if place else message for place, message in details)
