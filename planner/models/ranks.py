"""A ranking in words, for models that give no log-probabilities: structured output, checked against a schema."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, ValidationError

from planner.models.asking import as_data, as_line, numbered
from planner.models.client import Client
from planner.models.errors import ModelError, UnreachableError
from planner.models.wire import ChatRequest
from planner.prompts import load_prompt

SYSTEM = "You choose how a text goes on. You answer with JSON."
HALF = float(np.log(2.0))
"""Each place down the ranking is worth half of the one before. Only the order comes from the model."""
OBJECT = re.compile(r"\{[^{}]*\}")


class Ranking(BaseModel):
    """What the model answers."""

    model_config = ConfigDict(extra="forbid", strict=True)

    best_first: list[int]
    """Numbers of options, from 1, the best one first."""


class RankScorer:
    """Scores that halve from place to place of a ranking. They are no probabilities of the model's, and say so."""

    kind = "ranks"

    def __init__(self, client: Client, group: int = 50, tries: int = 3) -> None:
        """``group``: options of one question; ``tries``: how often an answer that makes no sense is asked again."""
        self.client, self.group, self.tries = client, group, tries
        self._prompt = load_prompt("rank_options")
        self._structured = True

    def score(self, prefix: str, candidates: Sequence[str]) -> NDArray[np.float64]:
        """Less by log 2 for each place down, shape (n,); those that were not named stand below all that were.

        Raises:
            ModelError: the model gives no ranking, or does not answer.
        """
        if len(candidates) < 2:
            return np.zeros(len(candidates))
        if len(candidates) <= self.group:
            return _by_place(self.rank(prefix, candidates), len(candidates))
        groups = np.array_split(np.arange(len(candidates)), -(-len(candidates) // self.group))
        scores = np.full(len(candidates), -np.inf)
        winners = [int(i) for members in groups for i in members[self._best(prefix, candidates, members)]]
        scores[winners] = self.score(prefix, [candidates[i] for i in winners])
        return np.where(np.isinf(scores), scores[winners].min() - HALF, scores)

    def rank(self, prefix: str, options: Sequence[str], fresh: bool = False) -> list[int]:
        """Places in ``options``, best first; not all need be there.

        Raises:
            ModelError: the model gives no ranking, or does not answer.
        """
        complaint = reason = ""
        for _ in range(self.tries):
            answer = self._ask(prefix, options, complaint, fresh)
            try:
                return _read(answer, len(options))
            except ValueError as error:
                reason = as_line(str(error))
                complaint = f" Your last answer was wrong: {reason}."
        raise ModelError(f"{self.client.name} gives no ranking even when asked {self.tries} times: {reason}")

    def _best(self, prefix: str, candidates: Sequence[str], members: NDArray[np.int64]) -> list[int]:
        return self.rank(prefix, [candidates[i] for i in members])[: max(1, self.group // 10)]

    def _ask(self, prefix: str, options: Sequence[str], complaint: str, fresh: bool) -> str:
        user = self._prompt.render(text=as_data(prefix), options=numbered(options), complaint=complaint)
        try:
            return self._send(user, fresh)
        except ModelError as error:
            plain = type(error) is ModelError or (isinstance(error, UnreachableError) and not error.silent)
            if not (fresh and self._structured and plain):
                raise
        self._structured = False  # the probe found that the server knows no schemas
        return self._send(user, fresh)

    def _send(self, user: str, fresh: bool) -> str:
        schema = Ranking.model_json_schema() if self._structured else None
        request = ChatRequest(system=SYSTEM, user=user, max_tokens=200, answer_schema=schema)
        return self.client.ask(request, fresh).choices[0].text


def _read(answer: str, count: int) -> list[int]:
    """Places from 0.

    Raises:
        ValueError: it is no ranking of these options; the message says why.
    """
    found = OBJECT.search(answer)
    if found is None:
        raise ValueError(f"no JSON object in {answer[:60]!r}")
    try:
        numbers = Ranking.model_validate_json(found[0]).best_first
    except ValidationError as error:
        raise ValueError(error.errors(include_url=False)[0]["msg"]) from None
    outside = [number for number in numbers if not 1 <= number <= count]
    if outside or not numbers:
        raise ValueError(f"{outside or 'nothing'} instead of numbers from 1 to {count}")
    return [number - 1 for number in dict.fromkeys(numbers)]


def _by_place(order: Sequence[int], count: int) -> NDArray[np.float64]:
    scores = np.full(count, -HALF * (len(order) + 2))
    scores[list(order)] = -HALF * np.arange(len(order))
    return scores
