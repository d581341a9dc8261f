"""Servers that speak OpenAI's protocol: OpenAI itself, vLLM, Ollama, llama.cpp, and many others."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import BaseModel, Field, ValidationError

from planner.models.errors import KeyRefusedError, ModelError, TransientError
from planner.models.secrets import check_base_url, keep_wire_logs_quiet
from planner.models.wire import ChatRequest, Choice, CompletionRequest, Reply, Token, Usage

KEY = "OPENAI_API_KEY"
INSTALL = 'pip install "doable[llm]"'
LETTERS_A_TOKEN = 4
"""For guesses where a server does not count tokens."""
AGAIN = frozenset((408, 409, 425, 429))
"""HTTP statuses besides those from 500 on that may pass by themselves."""
T = TypeVar("T", bound=BaseModel)


@dataclass
class Dialect:
    """What a model accepts: reasoning models refuse ``max_tokens`` and ``temperature``."""

    length: str = "max_tokens"
    greedy: bool = True

    def learn(self, refusal: str) -> bool:
        """Adapt to a refusal; whether there was something to learn."""
        if self.length == "max_tokens" and "max_completion_tokens" in refusal:
            self.length = "max_completion_tokens"
            return True
        if self.greedy and "temperature" in refusal:
            self.greedy = False
            return True
        return False


class OpenAIBackend:
    """One model of one server."""

    completes = True

    def __init__(self, model: str, base_url: str | None = None, environment: Mapping[str, str] | None = None) -> None:
        """The key is that of the environment; a server at an address of one's own may do without.

        Raises:
            ModelError: the package ``openai`` is not installed, the address is none, or the key is missing.
        """
        environment = os.environ if environment is None else environment
        self.model = model
        self.address = check_base_url(base_url) if base_url else "https://api.openai.com/v1"
        key = environment.get(KEY, "").strip()
        if not key and not base_url:
            raise ModelError(f"openai:{model} needs a key in {KEY}, or --base-url with the address of another server")
        self._client = _client(self.address, key or "none")
        self._dialect = Dialect()

    @property
    def name(self) -> str:
        """With the address of a server that is not OpenAI's."""
        return f"openai:{self.model} at {self.address}"

    @property
    def identity(self) -> Mapping[str, str]:
        """Provider, address and model."""
        return {"provider": "openai", "address": self.address, "model": self.model}

    def send(self, request: CompletionRequest | ChatRequest, timeout: float) -> Reply:
        """Send the request once.

        Raises:
            TransientError: it may work another time.
            ModelError: it will not.
        """
        if isinstance(request, CompletionRequest):
            create, arguments = self._client.completions.with_raw_response.create, _completion_arguments(request)
        else:
            create, arguments = self._client.chat.completions.with_raw_response.create, self._chat_arguments(request)
        try:
            body = _sent(lambda: create(model=self.model, timeout=timeout, **arguments), self.name)
        except ModelError as error:
            if isinstance(request, ChatRequest) and self._dialect.learn(str(error)):
                raise TransientError(str(error)) from None
            raise
        return _read_completion(body, request) if isinstance(request, CompletionRequest) else _read_chat(body, request)

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def _chat_arguments(self, request: ChatRequest) -> dict[str, Any]:
        messages = [{"role": "system", "content": request.system}, {"role": "user", "content": request.user}]
        arguments: dict[str, Any] = {"messages": messages, self._dialect.length: request.max_tokens}
        if self._dialect.greedy:
            arguments["temperature"] = 0
        if request.top_logprobs is not None:
            arguments |= {"logprobs": True, "top_logprobs": request.top_logprobs}
        if request.answer_schema is not None:
            schema = {"name": "answer", "schema": dict(request.answer_schema), "strict": True}
            arguments["response_format"] = {"type": "json_schema", "json_schema": schema}
        return arguments


def _client(address: str, key: str) -> Any:
    try:
        from openai import OpenAI
    except ImportError:
        raise ModelError(f"models of servers need the package openai: {INSTALL}") from None
    keep_wire_logs_quiet()
    return OpenAI(base_url=address, api_key=key, max_retries=0)


def _completion_arguments(request: CompletionRequest) -> dict[str, Any]:
    arguments: dict[str, Any] = {"prompt": list(request.prompts), "max_tokens": request.max_tokens, "temperature": 0}
    if request.echo:
        arguments["echo"] = True
    if request.logprobs is not None:
        arguments["logprobs"] = request.logprobs
    return arguments


def _sent(call: Callable[[], Any], name: str) -> bytes:
    """The body of the answer, or the error in the terms of this package."""
    import openai

    try:
        return bytes(call().http_response.content)
    except openai.APITimeoutError:
        raise TransientError("it took too long", silent=True) from None
    except openai.APIConnectionError as error:
        raise TransientError(f"no connection ({error.__cause__ or error})", silent=True) from None
    except openai.APIStatusError as error:
        message = f"{error.code}: {error}" if error.code else str(error)
        raise _of_status(error.status_code, message, error.response.headers.get("retry-after"), name) from None
    except (openai.OpenAIError, ValueError, UnicodeError) as error:
        raise TransientError(f"its answer cannot be read: {error}") from None


def _of_status(status: int, message: str, retry_after: str | None, name: str) -> Exception:
    """Quota that is used up comes as a 429 too, and no waiting helps."""
    short = " ".join(message.split())[:300]
    if (status in AGAIN or (status >= 500 and status != 501)) and "insufficient_quota" not in message:
        return TransientError(f"status {status}: {short}", _seconds(retry_after))
    if status in (401, 403):
        return KeyRefusedError(f"{name} refuses the key (status {status}): {short}; put a right one into {KEY}")
    return ModelError(f"{name} refused the request (status {status}): {short}")


def _seconds(retry_after: str | None) -> float | None:
    try:
        return max(0.0, float(retry_after)) if retry_after else None
    except ValueError:
        return None  # a date; our own backoff will do


# -- what servers answer: other fields are theirs --------------------------------------------------------------------


class _Usage(BaseModel):
    prompt_tokens: int = Field(ge=0)
    completion_tokens: int = Field(default=0, ge=0)


class _CompletionLogprobs(BaseModel):
    tokens: list[str]
    token_logprobs: list[float | None]
    top_logprobs: list[dict[str, float] | None] | None = None


class _CompletionChoice(BaseModel):
    index: int = 0
    text: str = ""
    logprobs: _CompletionLogprobs | dict[str, Any] | None = None


class _Completion(BaseModel):
    choices: list[_CompletionChoice]
    usage: _Usage | None = None


class _Likely(BaseModel):
    token: str
    logprob: float


class _ChatToken(_Likely):
    top_logprobs: list[_Likely] = []


class _ChatLogprobs(BaseModel):
    content: list[_ChatToken] | None = None


class _Message(BaseModel):
    content: str | None = None


class _ChatChoice(BaseModel):
    message: _Message
    logprobs: _ChatLogprobs | None = None


class _Chat(BaseModel):
    choices: list[_ChatChoice] = Field(min_length=1)
    usage: _Usage | None = None


def _read_completion(body: bytes, request: CompletionRequest) -> Reply:
    answer = _validated(_Completion, body)
    ordered = sorted(answer.choices, key=lambda choice: choice.index)
    choices = tuple(Choice(text=choice.text, tokens=_completion_tokens(choice.logprobs)) for choice in ordered)
    asked = sum(map(len, request.prompts))
    return Reply(choices=choices, usage=_usage(answer.usage, asked, sum(len(choice.text) for choice in choices)))


def _completion_tokens(logprobs: _CompletionLogprobs | dict[str, Any] | None) -> tuple[Token, ...] | None:
    """None for log-probabilities in a form that is not the protocol's (llama.cpp answers in one of its own)."""
    if not isinstance(logprobs, _CompletionLogprobs) or len(logprobs.tokens) != len(logprobs.token_logprobs):
        return None
    tops = logprobs.top_logprobs or [None] * len(logprobs.tokens)
    rows = zip(logprobs.tokens, logprobs.token_logprobs, tops, strict=False)
    return tuple(Token(text=text, logprob=value, top=top or {}) for text, value, top in rows)


def _read_chat(body: bytes, request: ChatRequest) -> Reply:
    answer = _validated(_Chat, body)
    choice = answer.choices[0]
    content = None if choice.logprobs is None else choice.logprobs.content
    tokens = None
    if content is not None:
        tokens = tuple(
            Token(text=t.token, logprob=t.logprob, top={likely.token: likely.logprob for likely in t.top_logprobs})
            for t in content
        )
    text = choice.message.content or ""
    usage = _usage(answer.usage, len(request.system) + len(request.user), len(text))
    return Reply(choices=(Choice(text=text, tokens=tokens),), usage=usage)


def _validated(kind: type[T], body: bytes) -> T:
    try:
        return kind.model_validate_json(body)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "the answer"
        raise TransientError(f"its answer is not what the protocol says ({place}: {first['msg']})") from None


def _usage(usage: _Usage | None, letters_in: int, letters_out: int) -> Usage:
    if usage is None:
        return Usage(
            prompt_tokens=-(-letters_in // LETTERS_A_TOKEN),
            completion_tokens=-(-letters_out // LETTERS_A_TOKEN),
            estimated=True,
        )
    return Usage(prompt_tokens=usage.prompt_tokens, completion_tokens=usage.completion_tokens)
