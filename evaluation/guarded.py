"""Calls of a person's functions that may raise, loop or return anything."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from skills.loader import line_in
from skills.ports import PolicyError
from skills.watchdog import Watchdog

_Answer = TypeVar("_Answer")


class WrongError(ValueError):
    """Something is wrong with a person's skill: what, and what to do about it."""

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(f"{what}; {todo}")
        self.what, self.todo = what, todo


class Guarded:
    """Calls functions one at a time in a thread of its own; a context manager that ends the thread.

    Args:
        patience: how long one call may take, [s].
    """

    def __init__(self, patience: float) -> None:
        self.patience = patience
        self._watchdog = Watchdog()

    def __enter__(self) -> "Guarded":
        return self

    def __exit__(self, *_: object) -> None:
        self._watchdog.close()

    def __call__(self, name: str, function: Callable[..., _Answer], *args: Any) -> _Answer:
        """What a function returns.

        Args:
            name: what the person calls it.
            function: theirs.
            args: what it is given.

        Raises:
            WrongError: it raised, or has not returned in time.
        """
        try:
            return self._watchdog.call(self.patience, function, *args)
        except PolicyError as error:
            if error.kind != "silent":
                raise WrongError(f"{name} raised {error}", "mend it") from error
            self._watchdog.close()
            self._watchdog = Watchdog()
            raise WrongError(
                f"{name} did not return within {self.patience:g} s",
                "look for a loop that never ends: every call must answer at once",
            ) from None
        except Exception as error:
            raise WrongError(f"{name}{_place(function, error)} raised {told(error)}", _remedy(error)) from error


def told(error: BaseException) -> str:
    """An error's kind and words; a ``KeyError`` puts its words in quotation marks, which are left out."""
    words = error.args[0] if isinstance(error, KeyError) and error.args else error
    return f"{type(error).__name__}: {words}"


def _place(function: Callable[..., Any], error: Exception) -> str:
    """`` (nudge.py line 7)``, if the error came from the function's file."""
    code = getattr(function, "__code__", None)
    path = Path(code.co_filename) if code is not None else None
    line = line_in(path, error).strip(" :") if path is not None else ""
    return f" ({path.name} {line})" if path is not None and line else ""


def _remedy(error: Exception) -> str:
    if isinstance(error, KeyError):
        return "use names that are there: parameters in `arguments`, things in `truth`"
    return "mend it; it must answer in every situation that draw gives"
