"""What the language model thinks should be done next: SayCan's *say* (Ahn et al. 2022, arXiv:2204.01691)."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from planner.asked import Asked, counted, weighed
from planner.ports import LanguageModel
from planner.prompts import Prompt


def continuations(texts: Sequence[str]) -> list[str]:
    """Commands as they follow a prompt's ``1.``: a blank in front, and an end of line where it is needed.

    As long as no command begins another one, the commands are disjoint events, and their likelihoods compare without an
    end of line. ``pick up the red block`` beside ``pick up the red block 2`` needs one; it costs a token a command.
    """
    ordered = sorted(texts)
    ambiguous = any(b != a and b.startswith(a) for a, b in pairwise(ordered))
    return [f" {text}\n" if ambiguous else f" {text}" for text in texts]


def render_next_step(prompt: Prompt, task: str, lines: Sequence[str]) -> str:
    """The prompt for the step after ``lines``, the commands that were carried out."""
    history = "".join(f"{number}. {line}\n" for number, line in enumerate(lines, start=1))
    return prompt.render(task=" ".join(task.split()), history=history, number=len(lines) + 1)


def score_texts(
    model: LanguageModel, prompt: Prompt, task: str, lines: Sequence[str], texts: Sequence[str]
) -> NDArray[np.float64]:
    """Log-likelihood in nats of every command as the next step, shape (n,)."""
    return score_and_tell(model, prompt, task, lines, texts)[0]


def score_and_tell(
    model: LanguageModel, prompt: Prompt, task: str, lines: Sequence[str], texts: Sequence[str]
) -> tuple[NDArray[np.float64], Asked]:
    """As ``score_texts``, with what was asked word for word."""
    text = render_next_step(prompt, task, lines)
    tokens, cached = counted(model, text)
    likely = model.score(text, continuations(texts))
    return likely, Asked("say", text, weighed(texts, likely.tolist()), model.name, prompt, tokens, cached)
