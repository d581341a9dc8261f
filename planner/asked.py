"""What a language model was given and what it said, word for word, for the trace."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from planner.prompts import Prompt


@dataclass(frozen=True)
class Asked:
    """One text for a model, and what came back."""

    purpose: str
    """``read goal``, ``match``, ``say``."""
    text: str
    """As the model got it."""
    output: str
    """Unparsed; where likelihoods were asked for, one line a text, its log-probability in nats first."""
    model: str = ""
    prompt: Prompt | None = None
    """The file that the text was made from, if it was."""
    tokens: int | None = None
    """Of the text, where they can be counted."""
    cached_tokens: int | None = None
    """Those that were read before."""

    @property
    def id(self) -> str:
        """Of the prompt."""
        return self.prompt.id if self.prompt else f"{self.purpose.replace(' ', '_')} (in code)"

    @property
    def version(self) -> str:
        """Of the prompt; a text without a file of its own changes with the code."""
        return str(self.prompt.version) if self.prompt else "1"

    @property
    def sha256(self) -> str:
        """Of the prompt's file; without one, of the text."""
        return self.prompt.sha256 if self.prompt else hashlib.sha256(self.text.encode()).hexdigest()


def counted(model: Any, text: str) -> tuple[int | None, int | None]:
    """Tokens of a text, and how many of them a model in this process has read already; None for other models."""
    count = getattr(model, "count", None)
    return (None, None) if count is None else count(text)


def weighed(texts: Sequence[str], log_likelihoods: Sequence[float]) -> str:
    """Scored texts as lines."""
    return "\n".join(f"{nats:.3f} {text.strip()}" for text, nats in zip(texts, log_likelihoods, strict=True))
