"""Asking until an answer comes: a deadline for each attempt, and longer and longer waits between them."""

import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from planner.models.budget import Limits
from planner.models.errors import TransientError, UnreachableError

T = TypeVar("T")


def within(seconds: float, work: Callable[[], T]) -> T:
    """Do the work in a thread and wait for it so long at most.

    A timeout of a socket bounds the silence between two bytes; a server that sends a byte a second never breaks it.
    The thread of a late answer is left to end by itself.

    Raises:
        TransientError: it took longer.
    """
    results: queue.Queue[tuple[T | None, BaseException | None]] = queue.Queue(1)

    def run() -> None:
        try:
            results.put((work(), None))
        except BaseException as error:
            results.put((None, error))

    threading.Thread(target=run, daemon=True, name="doable-model-request").start()
    try:
        value, error = results.get(timeout=seconds)
    except queue.Empty:
        raise TransientError(f"no whole answer within {seconds:g} s", silent=True) from None
    if error is not None:
        raise error
    return value  # type: ignore[return-value]


@dataclass
class Retry:
    """Exponential backoff with jitter (Brooker 2015, "Exponential Backoff And Jitter")."""

    limits: Limits
    random: np.random.Generator
    sleep: Callable[[float], None] = time.sleep

    def __call__(self, attempt: Callable[[int], T], name: str) -> T:
        """Try until it works; ``attempt`` gets the number of the try, from 0.

        Raises:
            UnreachableError: it failed too often; the message has the last reason.
        """
        for number in range(self.limits.retries + 1):
            try:
                return attempt(number)
            except TransientError as error:
                last = error
            if number < self.limits.retries:
                self.sleep(self._wait(number, last.retry_after))
        tries = self.limits.retries + 1
        times = "one try" if tries == 1 else f"{tries} tries"
        raise UnreachableError(f"{name} did not answer in {times}; the last one: {last}", last.silent)

    def _wait(self, number: int, asked: float | None) -> float:
        """In [s]: between half and the whole of the doubled backoff, and at least what the server asked for."""
        backoff = self.limits.backoff * 2**number * self.random.uniform(0.5, 1.0)
        return min(max(backoff, asked or 0.0), self.limits.longest_wait)
