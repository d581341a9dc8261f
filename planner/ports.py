"""The port of a language model."""

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray


class LanguageModel(Protocol):
    """SayCan's *say*: how likely a text is, and what comes next."""

    @property
    def name(self) -> str:
        """What it is called in traces, e.g. ``SmolLM2-135M-Instruct (float32)``."""
        ...

    def score(self, prefix: str, candidates: Sequence[str]) -> NDArray[np.float64]:
        """Log-likelihoods log p(candidate | prefix) in nats, summed over tokens, of shape (n,).

        Prefix and candidates are tokenised apart, so break between them where a token ends: after a word, with the
        next word's blank at the candidate's beginning. End a candidate with a terminator such as a newline, or a
        candidate that begins another one (``done``, ``done it``) gets too much.
        """
        ...

    def generate(self, prompt: str, max_tokens: int) -> str:
        """The most likely continuation of the prompt, at most ``max_tokens`` long."""
        ...


class TraceSink(Protocol):
    """Where events go; ``traces.TraceWriter`` is one."""

    @property
    def id(self) -> str:
        """Id of the trace; also names the run's thread of checkpoints."""
        ...

    def emit(self, event: Any) -> Any:
        """Record an event of ``traces.events``; it is safe on disk when this returns."""
        ...

    def save_frame(self, name: str, rgb: NDArray[np.uint8]) -> str:
        """Write a picture of shape (H, W, 3) and return its path for an event."""
        ...

    def new_span(self) -> str:
        """An id that groups the events of one decision."""
        ...
