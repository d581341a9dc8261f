"""A language model that follows a script, for tests and demonstrations."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Script = Callable[[str, str], float]
"""(prefix, candidate) -> log-likelihood."""


class ScriptedModel:
    """Likes what the script says.

    With a list of texts, the n-th numbered line of a prompt is answered with the n-th text, whatever was asked; the
    other texts follow in order, so that a next choice exists. With a function, it gives each log-likelihood.
    """

    name = "scripted"

    def __init__(self, script: Sequence[str] | Script, replies: Sequence[str] = ()) -> None:
        """``script`` for ``score``; ``replies`` for ``generate``, one a call, the last one for ever."""
        self.script = script
        self.replies = list(replies)
        self.asked: list[str] = []
        """Every prefix and prompt, in order."""

    def score(self, prefix: str, candidates: Sequence[str]) -> NDArray[np.float64]:
        """Shape (n,): -1 for what the script says now, less for what it says elsewhere, -20 for the rest."""
        self.asked.append(prefix)
        return np.array([self._score(prefix, candidate.strip()) for candidate in candidates], dtype=np.float64)

    def generate(self, prompt: str, max_tokens: int) -> str:
        """The next reply of the script; empty without one."""
        self.asked.append(prompt)
        if len(self.replies) > 1:
            return self.replies.pop(0)
        return self.replies[0] if self.replies else ""

    def _score(self, prefix: str, candidate: str) -> float:
        if callable(self.script):
            return self.script(prefix, candidate)
        if candidate not in self.script:
            return -20.0
        places = [place for place, text in enumerate(self.script) if text == candidate]
        return -1.0 - 2.0 * min(abs(place - _line(prefix)) for place in places)


def _line(prefix: str) -> int:
    """Which numbered line the prefix ends with, from 0."""
    number = prefix.rsplit("\n", 1)[-1].strip().rstrip(".")
    return int(number) - 1 if number.isdigit() else 0
