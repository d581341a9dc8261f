"""Exact likelihoods from a server that gives back the prompt's own tokens with their log-probabilities.

``/v1/completions`` with ``echo`` and ``logprobs`` (vLLM, llama-cpp-python, OpenAI's older models). Every answer is
checked: a server that ignores ``echo`` and answers with log-probabilities of other tokens is found out.
"""

import math
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from planner.models.client import Client
from planner.models.errors import ModelError, WrongLogprobsError
from planner.models.wire import Choice, CompletionRequest, Reply, Token

ZERO = 1e-3
"""Log-probabilities may lie so far above 0 by rounding."""
_BYTES = re.compile(r"bytes:(\\x[0-9a-fA-F]{2})+")
"""How OpenAI writes a token that is a part of a letter."""


class EchoScorer:
    """log p(candidate | prefix) from echoed prompts."""

    kind = "echo"

    def __init__(self, client: Client, batch: int = 16) -> None:
        """``batch``: prompts in one request."""
        self.client, self.batch = client, batch

    def score(self, prefix: str, candidates: Sequence[str]) -> NDArray[np.float64]:
        """Log-likelihoods in nats, shape (n,).

        The tokens of the prefix alone tell where a candidate begins. Where the last of them merges with a candidate's
        first letters, it is log p(prefix, candidate) - log p(prefix).

        Raises:
            WrongLogprobsError: an answer cannot be right.
            ModelError: the server does not answer.
        """
        if not candidates:
            return np.zeros(0)
        known, *rest = self.echo([prefix, *(prefix + candidate for candidate in candidates)])
        shared = min(_common(known, tokens) for tokens in rest)
        if shared == 0:
            raise ModelError("nothing predicts the first token of a text; the prompt must begin with a word")
        before = _total(known[shared:])
        return np.array([_total(tokens[shared:]) - before for tokens in rest])

    def echo(self, texts: Sequence[str], fresh: bool = False) -> list[tuple[Token, ...]]:
        """The tokens of every text, checked.

        Raises:
            WrongLogprobsError: an answer cannot be right.
            ModelError: the server does not answer.
        """
        found: list[tuple[Token, ...]] = []
        for begin in range(0, len(texts), self.batch):
            chunk = tuple(texts[begin : begin + self.batch])
            request = CompletionRequest(prompts=chunk, max_tokens=1, logprobs=5, echo=True)
            found += _echoed(self.client.ask(request, fresh), chunk)
        return found


def _echoed(reply: Reply, texts: Sequence[str]) -> list[tuple[Token, ...]]:
    """The tokens of each text alone, without the one that was generated."""
    total = sum(len(choice.tokens or ()) for choice in reply.choices)
    generated = 0 if not reply.usage.estimated and reply.usage.prompt_tokens == total else 1
    return [_tokens_of(choice, text, generated) for choice, text in zip(reply.choices, texts, strict=True)]


def _tokens_of(choice: Choice, text: str, generated: int) -> tuple[Token, ...]:
    """The tokens of a text, each with a log-probability but for the first one.

    Raises:
        WrongLogprobsError: they are not those of the text, or a log-probability is none.
    """
    if not choice.tokens:
        raise WrongLogprobsError("no log-probabilities came")
    tokens = choice.tokens[: _length(choice.tokens, text, generated)]
    for token in tokens[1:]:
        if token.logprob is None:
            raise WrongLogprobsError("some log-probabilities are missing")
        if not (math.isfinite(token.logprob) and token.logprob <= ZERO):
            raise WrongLogprobsError(f"{token.logprob:g} cannot be a log-probability")
    return tokens


def _length(tokens: Sequence[Token], text: str, generated: int) -> int:
    """How many tokens spell the text: all, or all but the one that was generated.

    Raises:
        WrongLogprobsError: they spell another text.
    """
    wanted = _plain(text)
    for extra in (generated, 1 - generated):
        if _plain(*(token.text for token in tokens[: len(tokens) - extra])).endswith(wanted):
            return len(tokens) - extra
    if len(_plain(*(token.text for token in tokens))) < len(wanted) / 2:
        raise WrongLogprobsError(f"echo is ignored: {len(tokens)} tokens came back for a prompt of {len(text)} letters")
    raise WrongLogprobsError("the tokens that came back do not spell the prompt")


def _plain(*texts: str) -> str:
    """What every server spells alike: ASCII without blanks, since one letter of another script may be two tokens."""
    letters = "".join(_BYTES.sub("", text) for text in texts)
    return "".join(letter for letter in letters if letter.isascii() and letter.isprintable() and letter != " ")


def _common(first: Sequence[Token], second: Sequence[Token]) -> int:
    pairs = enumerate(zip(first, second, strict=False))
    return next((i for i, (a, b) in pairs if a.text != b.text), min(len(first), len(second)))


def _total(tokens: Sequence[Token]) -> float:
    return sum(token.logprob or 0.0 for token in tokens)
