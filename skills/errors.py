"""What can be wrong with a library, a skill or a call, with a suggestion of what was meant."""

from collections.abc import Iterable
from difflib import get_close_matches


class LibraryError(ValueError):
    """A skill, a call or a library that cannot be used; the message says what was wrong and what is valid."""


class UnknownSkillError(LibraryError, KeyError):
    """No skill of that name."""

    def __str__(self) -> str:
        return str(self.args[0])


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """``; did you mean 'pick_up'?`` if a known name is near, else the empty string."""
    near = get_close_matches(name, list(known), n=1)
    return f"; did you mean {near[0]!r}?" if near else ""


def arguments_in_words(number: int) -> str:
    """``1 argument``, ``2 arguments``."""
    return f"{number} argument{'' if number == 1 else 's'}"
