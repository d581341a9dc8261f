"""What search is asked and what it answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from skills import SkillCall

Rating = Callable[[Sequence[SkillCall]], ArrayLike]
"""Calls to one number each."""

CAN_WEIGHT = 1.0
"""Steps that a plan may be longer for a factor e in its probability of success."""
SAY_WEIGHT = 0.02
"""The same for a factor e in the language model's likelihood; it decides among plans of one length."""
MOST_NATS = 10.0
"""A step is never thought less likely than this, relative to the likeliest, or one opinion would forbid it."""


@dataclass(frozen=True)
class Rankings:
    """What is thought of the calls besides their effects (SayCanPay: Hazra et al. 2024, arXiv:2308.12682).

    Progress, the third factor, is what the search works out itself.
    """

    say: Rating | None = None
    """Log-likelihood of each call in nats, given the instruction; None: not asked."""
    can: Rating | None = None
    """Probability that each call would succeed; None: the preconditions alone decide."""

    def costs(self, calls: Sequence[SkillCall]) -> NDArray[np.float64]:
        """What each call costs as a step of a plan, shape (n,): 1, and more for what is unlikely."""
        cost = np.ones(len(calls))
        if self.can is not None and calls:
            able = np.asarray(self.can(calls), dtype=np.float64)
            cost += CAN_WEIGHT * np.minimum(-np.log(np.maximum(able, 1e-300)), MOST_NATS)
        if self.say is not None and calls:
            likely = np.asarray(self.say(calls), dtype=np.float64)
            cost += SAY_WEIGHT * np.minimum(likely.max() - likely, MOST_NATS)
        return cost


@dataclass(frozen=True)
class SearchLimits:
    """How far search goes before it gives up.

    Raises:
        ValueError: a number is not positive.
    """

    joint: int = 1_200
    """States that are judged while all parts of a goal are sought at once."""
    part: int = 4_000
    """States that are judged on the way to one more part of a goal."""
    calls: int = 20_000
    """Calls that are put together at most."""
    steps: int = 200
    """Length of a plan."""

    def __post_init__(self) -> None:
        if min(self.joint, self.part, self.calls, self.steps) < 1:
            raise ValueError(f"search limits must be at least 1; got {self}")


@dataclass(frozen=True)
class Plan:
    """Calls that lead to the target, each of which can be made when its turn comes."""

    steps: tuple[SkillCall, ...]
    cost: float
    """Sum of the steps' costs; the number of steps where nobody ranked."""
    judged: int
    """States whose distance to the goal was estimated."""
    calls: int
    """Calls that were candidates."""


@dataclass(frozen=True)
class NoPlan:
    """Why there is no plan."""

    reason: str
    """In words, e.g. ``apple in safe needs safe open, which no skill brings about``."""
