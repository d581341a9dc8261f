"""Any chat model that LangChain knows, by ``init_chat_model``; keys come from the environment as each provider says."""

import json
import os
from collections.abc import Mapping
from typing import Any

from planner.models.errors import KeyRefusedError, ModelError, TransientError
from planner.models.openai_server import AGAIN, INSTALL, KEY, LETTERS_A_TOKEN
from planner.models.secrets import check_base_url, keep_wire_logs_quiet
from planner.models.wire import ChatRequest, Choice, CompletionRequest, Reply, Token, Usage


class LangChainBackend:
    """One chat model of one provider."""

    completes = False

    def __init__(self, provider: str, model: str, base_url: str | None = None, chat: Any = None) -> None:
        """``chat``: a LangChain ``BaseChatModel`` of one's own; by provider and name if None.

        Raises:
            ModelError: LangChain or the provider's package is not installed, or the model cannot be made.
        """
        self.provider, self.model = provider, model
        self.address = check_base_url(base_url) if base_url else ""
        self._chat = _make_chat(provider, model, self.address) if chat is None else chat
        self._takes_length = True

    @property
    def name(self) -> str:
        """``langchain:PROVIDER:NAME``, with the address if it is one's own."""
        return f"langchain:{self.provider}:{self.model}" + (f" at {self.address}" if self.address else "")

    @property
    def identity(self) -> Mapping[str, str]:
        """Provider, address and model."""
        return {"provider": f"langchain:{self.provider}", "address": self.address, "model": self.model}

    def send(self, request: CompletionRequest | ChatRequest, timeout: float) -> Reply:
        """Send the request once; the caller keeps the deadline.

        Raises:
            TransientError: it may work another time.
            ModelError: it will not, or it asks to complete a raw text.
        """
        if isinstance(request, CompletionRequest):
            raise ModelError(f"{self.name} is a chat model; it cannot complete raw texts")
        try:
            message, text = self._invoke(request)
        except Exception as error:
            raise self._explained(error) from None
        return Reply(choices=(Choice(text=text, tokens=_tokens(message)),), usage=_usage(message, request, text))

    def close(self) -> None:
        """Let go of the connections, where the provider's class has some to close."""
        for name in ("root_client", "client"):
            if callable(close := getattr(getattr(self._chat, name, None), "close", None)):
                return close()

    def _invoke(self, request: ChatRequest) -> tuple[Any, str]:
        """The message that came, and its text."""
        question = [("system", request.system), ("human", request.user)]
        if request.answer_schema is not None:
            answer = self._chat.with_structured_output(_titled(request.answer_schema), include_raw=True).invoke(
                question
            )
            parsed = answer["parsed"]
            return answer["raw"], _text(answer["raw"]) if parsed is None else json.dumps(parsed)
        asked: dict[str, Any] = {"max_tokens": request.max_tokens} if self._takes_length else {}
        if request.top_logprobs is not None:
            asked |= {"logprobs": True, "top_logprobs": request.top_logprobs}
        message = self._chat.bind(**asked).invoke(question)
        return message, _text(message)

    def _explained(self, error: Exception) -> Exception:
        """The error in the terms of this package; a provider that knows no ``max_tokens`` is not told it again."""
        known = explained(error, self.name)
        if self._takes_length and isinstance(known, ModelError) and "max_tokens" in str(known):
            self._takes_length = False
            return TransientError(str(known))
        return known


def _make_chat(provider: str, model: str, address: str) -> Any:
    try:
        from langchain.chat_models import init_chat_model
    except ImportError:
        raise ModelError(f"LangChain's models need the package langchain: {INSTALL}") from None
    keep_wire_logs_quiet()
    settings: dict[str, Any] = {"temperature": 0, "max_retries": 0}
    if address:
        settings["base_url"] = address
    if address and provider == "openai" and not os.environ.get(KEY, "").strip():
        settings["api_key"] = "none"
    try:
        return init_chat_model(model, model_provider=provider, **settings)
    except Exception as error:  # each provider raises its own kinds
        reason = " ".join(str(error).split())[:300]
        raise ModelError(f"langchain:{provider}:{model} cannot be used: {reason}") from None


def _titled(schema: Mapping[str, Any]) -> dict[str, Any]:
    """LangChain wants a name and a description of a schema."""
    return {"title": "answer", "description": "The answer.", **schema}


def _text(message: Any) -> str:
    """The text of a message, whose content may be a list of blocks."""
    if isinstance(message.content, str):
        return message.content
    blocks = (block if isinstance(block, str) else block.get("text", "") for block in message.content)
    return "".join(map(str, blocks))


def _tokens(message: Any) -> tuple[Token, ...] | None:
    """Log-probabilities where the provider gives them in OpenAI's form; None elsewhere."""
    content = (message.response_metadata.get("logprobs") or {}).get("content")
    if not content:
        return None
    try:
        return tuple(
            Token(
                text=token["token"],
                logprob=token["logprob"],
                top={likely["token"]: likely["logprob"] for likely in token.get("top_logprobs") or ()},
            )
            for token in content
        )
    except (KeyError, TypeError, ValueError):
        return None


def _usage(message: Any, request: ChatRequest, text: str) -> Usage:
    known = message.usage_metadata
    if known:
        return Usage(prompt_tokens=known["input_tokens"], completion_tokens=known["output_tokens"])
    letters = len(request.system) + len(request.user)
    guess = {"prompt_tokens": -(-letters // LETTERS_A_TOKEN), "completion_tokens": -(-len(text) // LETTERS_A_TOKEN)}
    return Usage(**guess, estimated=True)


def explained(error: Exception, name: str) -> Exception:
    """A provider's error in the terms of this package; only what may pass by itself is tried again."""
    reason = f"{type(error).__name__}: {' '.join(str(error).split())[:300]}"
    status = getattr(error, "status_code", None) or getattr(getattr(error, "response", None), "status_code", None)
    if isinstance(status, int) and status >= 400:
        if status in (401, 403):
            return KeyRefusedError(f"{name} refuses the key: {reason}")
        passing = (status in AGAIN or (status >= 500 and status != 501)) and "insufficient_quota" not in str(error)
        return TransientError(f"status {status}: {reason}") if passing else ModelError(f"{name} refused: {reason}")
    words = " ".join(kind.__name__ for kind in type(error).__mro__).lower()
    if any(word in words for word in ("timeout", "connect", "transport")):
        return TransientError(reason, silent=True)
    passing = isinstance(error, ValueError)  # an answer that cannot be read
    return TransientError(reason) if passing else ModelError(f"{name} failed: {reason}")
