"""Calls that must return in time: a policy that hangs must not take the robot's runner with it."""

import ctypes
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import ParamSpec, TypeVar

from skills.ports import PolicyError

_Given = ParamSpec("_Given")
_Answer = TypeVar("_Answer")


class Watchdog:
    """Makes calls in a thread of its own, one at a time, and gives up on one that takes too long."""

    def __init__(self) -> None:
        self._asked: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        self._answered: SimpleQueue[tuple[object, BaseException | None]] = SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="policy", daemon=True)
        self._busy = False
        self._thread.start()

    def call(
        self, seconds: float, function: Callable[_Given, _Answer], *args: _Given.args, **kwargs: _Given.kwargs
    ) -> _Answer:
        """What the function returns; what it raises is raised here.

        Args:
            seconds: of the wall clock that it may take.
            function: what to call.
            args: what it is given.
            kwargs: likewise.

        Raises:
            PolicyError: it has not returned in time (kind ``silent``); the watchdog is of no use any more.
        """
        self._busy = True
        self._asked.put(lambda: function(*args, **kwargs))
        try:
            answer, error = self._answered.get(timeout=seconds)
        except Empty:
            raise PolicyError(f"the policy did not answer within {seconds:g} s", "silent") from None
        self._busy = False
        if error is not None:
            raise error
        return answer  # type: ignore[return-value]

    def close(self) -> None:
        """End the thread. One that still computes is told to; one that waits for something outside cannot be."""
        self._asked.put(None)
        if self._busy and self._thread.ident is not None:
            # CPython raises it in that thread as soon as it runs Python code; a loop for ever would eat a core.
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread.ident), ctypes.py_object(SystemExit))

    def _work(self) -> None:
        while (task := self._asked.get()) is not None:
            try:
                done: tuple[object, BaseException | None] = (task(), None)
            except BaseException as error:
                done = (None, error)
            self._answered.put(done)
