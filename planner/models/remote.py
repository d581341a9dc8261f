"""A language model that another program serves, as the planner's model."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.models.asking import as_data
from planner.models.budget import Spent
from planner.models.client import Client
from planner.models.echo import EchoScorer
from planner.models.probe import ProbeReport, Scorer
from planner.models.probe import probe as look
from planner.models.wire import ChatRequest, CompletionRequest
from planner.prompts import load_prompt

SYSTEM = "You go on with texts."


@dataclass
class RemoteModel:
    """Scores in the way that the probe found, and generates."""

    client: Client
    scorer: Scorer
    probe: ProbeReport

    @classmethod
    def connect(cls, client: Client) -> "RemoteModel":
        """Probe the model.

        Raises:
            ModelError: it cannot be reached, or nothing that it says can be trusted.
        """
        scorer, report = look(client)
        return cls(client, scorer, report)

    @property
    def name(self) -> str:
        """With its way of scoring, e.g. ``openai:NAME at http://127.0.0.1:8000/v1 (echo)``."""
        return f"{self.client.name} ({self.scorer.kind})"

    def score(self, prefix: str, candidates: Sequence[str]) -> NDArray[np.float64]:
        """In nats, shape (n,): log p(candidate | prefix) by echo; among the candidates by letters; see ``RankScorer``.

        Raises:
            ModelError: no answer came, or one that cannot be right.
        """
        return self.scorer.score(prefix, candidates)

    def generate(self, prompt: str, max_tokens: int) -> str:
        """The most likely continuation; a chat model is asked to go on.

        Raises:
            ModelError: no answer came.
        """
        if isinstance(self.scorer, EchoScorer):
            return self.client.ask(CompletionRequest(prompts=(prompt,), max_tokens=max_tokens)).choices[0].text
        user = load_prompt("continue_text").render(text=as_data(prompt))
        return self.client.ask(ChatRequest(system=SYSTEM, user=user, max_tokens=max_tokens)).choices[0].text

    def take_spent(self) -> Spent:
        """What was used up since the last time."""
        return self.client.meter.take()

    def close(self) -> None:
        """Let go of the connections."""
        self.client.backend.close()
