"""How much may be asked of a model, and how much was."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from planner.models.errors import BudgetSpentError
from planner.models.wire import Usage


@dataclass(frozen=True)
class Limits:
    """What one loaded model may cost."""

    timeout: float = 60.0
    """For one request from first to last byte, in [s]."""
    retries: int = 4
    """Of one request, after the first attempt."""
    backoff: float = 0.5
    """Before the first retry, in [s]; it doubles each time."""
    longest_wait: float = 30.0
    """Before any retry, in [s], whatever a server asks for."""
    calls: int = 5_000
    """Requests that are sent, retries included."""
    tokens: int = 20_000_000
    """Of prompts and completions together; no request is begun once they are spent."""


@dataclass(frozen=True)
class Spent:
    """What was used up in a while."""

    calls: int = 0
    """Requests that were sent, retries included."""
    retries: int = 0
    cached: int = 0
    """Requests that the cache answered."""
    prompt_tokens: int = 0
    completion_tokens: int = 0
    estimated: bool = False
    """Whether some of the tokens are a guess, since the server did not count them."""
    replies: tuple[str, ...] = ()
    """Addresses in the cache of all answers, in order."""

    @property
    def tokens(self) -> int:
        """Of prompts and completions."""
        return self.prompt_tokens + self.completion_tokens


@dataclass
class Meter:
    """Counts what a model costs and stops when the limits are reached."""

    limits: Limits = Limits()
    total: Spent = field(default_factory=Spent)
    """Since the model was loaded; its ``replies`` stay empty."""
    recent: Spent = field(default_factory=Spent)
    """Since ``take`` was last called."""
    _replies: list[str] = field(default_factory=list)

    def admit(self, retry: bool) -> None:
        """One more request is about to be sent.

        Raises:
            BudgetSpentError: no call or token is left.
        """
        if self.total.calls >= self.limits.calls:
            raise BudgetSpentError(f"the budget of {self.limits.calls} calls is spent; DOABLE_MODEL_CALLS grants more")
        if self.total.tokens >= self.limits.tokens:
            limit = f"{self.limits.tokens} tokens is spent ({self.total.tokens} used)"
            raise BudgetSpentError(f"the budget of {limit}; DOABLE_MODEL_TOKENS grants more")
        self._count(lambda spent: replace(spent, calls=spent.calls + 1, retries=spent.retries + retry))

    def answered(self, usage: Usage) -> None:
        """A request was answered by the server."""
        self._count(
            lambda spent: replace(
                spent,
                prompt_tokens=spent.prompt_tokens + usage.prompt_tokens,
                completion_tokens=spent.completion_tokens + usage.completion_tokens,
                estimated=spent.estimated or usage.estimated,
            )
        )

    def found(self) -> None:
        """A request was answered by the cache."""
        self._count(lambda spent: replace(spent, cached=spent.cached + 1))

    def used(self, reply: str) -> None:
        """An answer of that address was used."""
        self._replies.append(reply)

    def take(self) -> Spent:
        """What was used up since the last time."""
        recent = replace(self.recent, replies=tuple(self._replies))
        self.recent, self._replies = Spent(), []
        return recent

    def _count(self, change: Callable[[Spent], Spent]) -> None:
        self.total, self.recent = change(self.total), change(self.recent)
