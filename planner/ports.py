"""The port of a language model."""

from collections.abc import Sequence
from typing import Protocol

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
