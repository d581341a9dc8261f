"""The recovery ladder: what to do about a failure, within the budgets. Pure functions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from planner.budgets import Budgets

Kind = Literal["retry", "next_choice", "replan", "stop"]
LADDER: tuple[str, ...] = ("retry", "next choice", "replan")
LASTING = ("server unreachable", "server refused", "server garbage")
"""Faults that do not go away when the same is tried again: see ``Outcome.failure``."""


@dataclass(frozen=True)
class Recovery:
    """What is done about a failure, and why."""

    kind: Kind
    reason: str
    left: Mapping[str, int]
    """How often each rung may still be used."""


@dataclass(frozen=True)
class Spent:
    """What a run has used up."""

    steps: int = 0
    failures: int = 0
    """Of the call in question, since anything last worked."""
    next_choices: int = 0
    replans: int = 0


def recover(failure: str, spent: Spent, budgets: Budgets, ladder: Sequence[str] = LADDER, fault: str = "") -> Recovery:
    """The first rung of the ladder that is not used up.

    ``retry``: the same call may be chosen again; ``next_choice``: it may not, until something works; ``replan``: all
    that was ruled out is open again, and the world is looked at afresh; ``stop``: give up, standing still.

    Args:
        failure: what went wrong, in words.
        spent: what was used up, the failed step included.
        budgets: how much may be.
        ladder: the skill's own rungs, in its order (``Skill.recovery``).
        fault: the sort of it (``Outcome.failure``); after a lasting one nothing is retried.
    """
    left = {
        "steps": max(0, budgets.steps - spent.steps),
        "retry": max(0, budgets.retries + 1 - spent.failures),
        "next_choice": max(0, budgets.next_choices - spent.next_choices),
        "replan": max(0, budgets.replans - spent.replans),
    }
    if not left["steps"]:
        return Recovery("stop", f"{failure}; all {budgets.steps} steps are spent", left)
    for rung in ladder:
        if rung == "stop":
            break
        if rung == "retry" and fault in LASTING:
            continue
        kind = rung.replace(" ", "_")
        if left.get(kind):
            return _take(kind, failure, left)
    return Recovery("stop", f"{failure}; no recovery is left", left)


def _take(kind: str, failure: str, left: Mapping[str, int]) -> Recovery:
    rest = {**left, kind: left[kind] - 1}
    if kind == "retry":
        return Recovery("retry", f"{failure}; it may work next time", rest)
    if kind == "next_choice":
        return Recovery("next_choice", f"{failure}; something else instead", rest)
    return Recovery("replan", f"{failure}; start afresh from what is seen now", rest)
