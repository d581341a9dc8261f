"""A model on the other side of a wire, made safe to ask: cache, budget, retries, deadline, and no secret told."""

from collections.abc import Callable
from dataclasses import dataclass

from planner.models.budget import Meter
from planner.models.cache import ReplyCache
from planner.models.errors import ModelError, TransientError, UnreachableError
from planner.models.retry import Retry, within
from planner.models.secrets import Redactor
from planner.models.wire import Backend, ChatRequest, Choice, CompletionRequest, Reply, Token, address

Asked = CompletionRequest | ChatRequest


@dataclass
class Client:
    """Asks a backend."""

    backend: Backend
    cache: ReplyCache
    retry: Retry
    meter: Meter
    redact: Redactor

    @property
    def name(self) -> str:
        """As in traces."""
        return self.redact(self.backend.name)

    def ask(self, request: Asked, fresh: bool = False) -> Reply:
        """The answer, from the cache or from the model.

        Args:
            request: what is asked.
            fresh: do not take it from the cache, unless this is a replay.

        Raises:
            ModelError: no answer can be had; the message holds no secret, nor does its chain of causes.
        """
        key = address(self.backend.identity, request)
        reply = self.cache.get(key, request, fresh)
        if reply is None:
            reply = self._ask_server(request, key)
            self.cache.put(key, self.backend.identity, request, reply)
        else:
            self.meter.found()
        self.meter.used(key)
        return reply

    def _ask_server(self, request: Asked, key: str) -> Reply:
        failure: ModelError
        try:
            return self.retry(lambda number: self._attempt(request, number), self.name)
        except ModelError as error:
            failure = error.with_traceback(None)
        failure.args = (self.redact(str(failure)),)
        failure.__cause__ = failure.__context__ = None  # a chain would bring headers and keys into tracebacks
        if type(failure) is ModelError or (isinstance(failure, UnreachableError) and not failure.silent):
            self.cache.put(key, self.backend.identity, request, None, str(failure))
        raise failure

    def _attempt(self, request: Asked, number: int) -> Reply:
        self.meter.admit(retry=number > 0)
        timeout = self.retry.limits.timeout
        reply = within(timeout, lambda: self.backend.send(request, timeout))
        expected = len(request.prompts) if isinstance(request, CompletionRequest) else 1
        if len(reply.choices) != expected:
            raise TransientError(f"{len(reply.choices)} answers came for {expected} prompts")
        self.meter.answered(reply.usage)
        return _mapped(reply, self.redact)


def _mapped(reply: Reply, change: Callable[[str], str]) -> Reply:
    """The reply with every text in it changed."""

    def token(old: Token) -> Token:
        return Token(text=change(old.text), logprob=old.logprob, top={change(t): p for t, p in old.top.items()})

    choices = tuple(
        Choice(text=change(old.text), tokens=None if old.tokens is None else tuple(map(token, old.tokens)))
        for old in reply.choices
    )
    return Reply(choices=choices, usage=reply.usage)
