"""What is asked of a language model on the other side of a wire, and what comes back: plain data, for any provider."""

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Protocol

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter


class WireRecord(BaseModel):
    """Plain data that cannot be changed."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class CompletionRequest(WireRecord):
    """Go on with raw texts, or with ``echo`` only look at them."""

    kind: Literal["completion"] = "completion"
    prompts: tuple[str, ...]
    max_tokens: int = 1
    logprobs: int | None = None
    """How many likely tokens to name at each place; None: no log-probabilities."""
    echo: bool = False
    """Whether the answer begins with the prompt's own tokens."""


class ChatRequest(WireRecord):
    """One question to a chat model."""

    kind: Literal["chat"] = "chat"
    system: str
    user: str
    max_tokens: int
    top_logprobs: int | None = None
    """How many likely first tokens to name; None: no log-probabilities."""
    answer_schema: Mapping[str, Any] | None = None
    """JSON schema that the answer must fit; None: free text."""


Request = Annotated[CompletionRequest | ChatRequest, Field(discriminator="kind")]


class Token(WireRecord):
    """One token with its log-probability in nats."""

    text: str
    logprob: float | None = None
    """None for the first token of a text, which nothing predicts."""
    top: Mapping[str, float] = Field(default_factory=dict)
    """Log-probabilities of the likeliest tokens at this place."""


class Usage(WireRecord):
    """Tokens that one request cost."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    estimated: bool = False
    """Whether the server kept silent and this is a guess from the number of letters."""


class Choice(WireRecord):
    """One text that came back."""

    text: str = ""
    tokens: tuple[Token, ...] | None = None
    """None if no log-probabilities came."""


class Reply(WireRecord):
    """The answer to a request."""

    choices: tuple[Choice, ...]
    """One for each prompt, in order."""
    usage: Usage = Usage()


class Backend(Protocol):
    """One model of one provider. It sends a request once: no retries, no cache."""

    @property
    def name(self) -> str:
        """As in traces, e.g. ``openai:gpt-5-mini``; without secrets."""
        ...

    @property
    def identity(self) -> Mapping[str, str]:
        """What tells its answers from another's: provider, address, model."""
        ...

    @property
    def completes(self) -> bool:
        """Whether raw texts can be completed, or only questions asked."""
        ...

    def send(self, request: CompletionRequest | ChatRequest, timeout: float) -> Reply:
        """Send the request and read the answer.

        Raises:
            TransientError: it may work another time.
            ModelError: it will not.
        """
        ...

    def close(self) -> None:
        """Let go of the connections."""
        ...


REPLY: TypeAdapter[Reply] = TypeAdapter(Reply)
ADDRESS_VERSION = 1
"""Grows when the same request would be answered in another form."""


def address(identity: Mapping[str, str], request: CompletionRequest | ChatRequest) -> str:
    """SHA-256 of who is asked what: where the answer lies in the cache, and its name in traces."""
    asked = {"version": ADDRESS_VERSION, "model": dict(identity), "request": request.model_dump(mode="json")}
    return hashlib.sha256(json.dumps(asked, sort_keys=True, ensure_ascii=True).encode()).hexdigest()
