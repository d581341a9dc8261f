"""What can go wrong between the planner and a language model that another program serves."""


class ModelError(ValueError):
    """A language model cannot be used; the message says why and what to do, and holds no secret."""


class BudgetSpentError(ModelError):
    """No call or token is left; the message names the setting that grants more."""


class KeyRefusedError(ModelError):
    """The server does not take the key."""


class UnreachableError(ModelError):
    """It was tried again and again, and no answer came."""

    def __init__(self, message: str, silent: bool = False) -> None:
        """``silent``: nothing at all was heard of the server."""
        super().__init__(message)
        self.silent = silent


class WrongLogprobsError(ModelError):
    """A server's log-probabilities are missing or cannot be right; the message says why."""


class ReplayMissError(ModelError):
    """A replay asked for something that was never answered."""


class TransientError(Exception):
    """A failed request that may work when it is sent again; never leaves ``planner.models``."""

    def __init__(self, message: str, retry_after: float | None = None, silent: bool = False) -> None:
        """``retry_after``: what the server asked for, in [s]; ``silent``: nothing at all was heard of it."""
        super().__init__(message)
        self.retry_after, self.silent = retry_after, silent
