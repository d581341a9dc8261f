"""Choices among lettered options, from the log-probabilities of a chat model's first token.

Options in several groups meet in a final round of the groups' best ones. Models like some letters for their own sake
(Zheng et al. 2024, arXiv:2309.03882), so that every question is also asked with the options in reverse order.
"""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from planner.models.asking import LETTERS, as_data, lettered
from planner.models.client import Client
from planner.models.echo import ZERO
from planner.models.errors import WrongLogprobsError
from planner.models.wire import ChatRequest, Token
from planner.prompts import load_prompt

SYSTEM = "You choose how a text goes on. You answer with one letter."
ROUNDING = 0.01
"""Probabilities may add up to so much more than 1."""


class LetterScorer:
    """log p(option | all options) from the probabilities of their letters."""

    kind = "letters"

    def __init__(self, client: Client, top: int = 20) -> None:
        """``top``: how many likely tokens the server names; also bounds the options of one question."""
        self.client, self.top = client, top
        self.group = min(len(LETTERS), max(2, top // 2))
        self._prompt = load_prompt("choose_letter")

    def score(self, prefix: str, candidates: Sequence[str]) -> NDArray[np.float64]:
        """Log-probabilities in nats that add up to about 1 over the candidates, shape (n,).

        Raises:
            WrongLogprobsError: an answer cannot be right.
            ModelError: the server does not answer.
        """
        if len(candidates) < 2:
            return np.zeros(len(candidates))
        if len(candidates) <= self.group:
            return self._both_ways(prefix, candidates)
        groups = np.array_split(np.arange(len(candidates)), -(-len(candidates) // self.group))
        scores, winners = np.zeros(len(candidates)), []
        for members in groups:
            scores[members] = self.score(prefix, [candidates[i] for i in members])
            winners.append(int(members[scores[members].argmax()]))
        final = self.score(prefix, [candidates[i] for i in winners])
        for members, winner, reached in zip(groups, winners, final, strict=True):
            scores[members] += reached - scores[winner]
        return scores

    def ask(self, prefix: str, options: Sequence[str], fresh: bool = False) -> dict[str, float]:
        """Probability of each letter that is among the likely first tokens.

        Raises:
            WrongLogprobsError: the answer has no log-probabilities, or wrong ones.
            ModelError: the server does not answer.
        """
        user = self._prompt.render(text=as_data(prefix), options=lettered(options))
        request = ChatRequest(system=SYSTEM, user=user, max_tokens=1, top_logprobs=self.top)
        (choice,) = self.client.ask(request, fresh).choices
        if not choice.tokens:
            raise WrongLogprobsError("no log-probabilities came")
        first = next((token for token in choice.tokens if token.text.strip()), choice.tokens[0])
        _check(first)
        return _by_letter(first.top, len(options))

    def _both_ways(self, prefix: str, options: Sequence[str]) -> NDArray[np.float64]:
        forward = self._logs(prefix, options)
        backward = self._logs(prefix, options[::-1])[::-1]
        return _normalised((forward + backward) / 2)

    def _logs(self, prefix: str, options: Sequence[str]) -> NDArray[np.float64]:
        found = self.ask(prefix, options)
        if not found:
            raise WrongLogprobsError("no letter of an option is among the likely answers")
        missing = max(len(options) - len(found), 1)
        least = min(min(found.values()), max(1.0 - sum(found.values()), 1e-9) / missing)
        return _normalised(np.log([max(found.get(letter, least), 1e-12) for letter in LETTERS[: len(options)]]))


def _check(first: Token) -> None:
    """Whether a greedily chosen token's log-probabilities can be right.

    Raises:
        WrongLogprobsError: they cannot.
    """
    values = list(first.top.values())
    if not values or first.logprob is None:
        raise WrongLogprobsError("no likely tokens were named")
    odd = [value for value in (*values, first.logprob) if not value <= ZERO]
    if odd:
        raise WrongLogprobsError(f"{odd[0]:g} cannot be a log-probability")
    total = sum(math.exp(value) for value in values)
    if total > 1 + ROUNDING:
        raise WrongLogprobsError(f"the probabilities of {len(values)} different tokens add up to {total:.2f}")
    if first.logprob < max(values) - 0.1:
        raise WrongLogprobsError(f"it answered {first.text!r}, which it calls less likely than another token")


def _by_letter(top: Mapping[str, float], count: int) -> dict[str, float]:
    """`` A``, ``A)`` and ``(A`` are all the letter A."""
    found: dict[str, float] = {}
    for text, value in top.items():
        letter = text.strip().strip("().:*")
        if len(letter) == 1 and letter in LETTERS[:count]:
            found[letter] = found.get(letter, 0.0) + math.exp(value)
    return found


def _normalised(logs: NDArray[np.float64]) -> NDArray[np.float64]:
    """Log-softmax."""
    shifted = logs - logs.max()
    return shifted - np.log(np.exp(shifted).sum())
