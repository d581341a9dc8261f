"""The learned parts with their committed weights, loaded once in each process, on one computing thread."""

from functools import cache
from pathlib import Path

import weights
from affordances.ports import SuccessDetector, ValueFunction
from evaluation.attempts import Attempt
from evaluation.rollouts import Trial
from grounding import Grounder
from skills.ports import Policy
from weights.store import directory

TABLETOP, TAUGHT = "tabletop", "tabletop10"
"""The scenes that have weights: the plain table-top's lie in the weights directory, the other's in a folder there."""


def learned_policy(trial: Trial) -> Policy:
    """The built-in vision-language-action policy of the scene that a trial belongs to.

    Raises:
        WeightsError: its weights are missing or damaged.
    """
    return _policy(TAUGHT if isinstance(trial, Attempt) else TABLETOP)


def folder_of(scene: str) -> Path | None:
    """Where a scene's weights lie; None: the weights directory itself."""
    return None if scene == TABLETOP else directory() / scene


def has_judges(scene: str) -> bool:
    """Whether there are weights of a scene's value function and success detector."""
    return {"value", "detector"} <= set(weights.names(folder_of(scene)))


@cache
def learned_grounder(scene: str = TABLETOP) -> Grounder:
    """The built-in grounder."""
    from grounding.detector import LearnedGrounder

    one_thread()
    return LearnedGrounder.load(folder_of(scene))


@cache
def learned_value_function(scene: str = TABLETOP) -> ValueFunction:
    """The built-in value function."""
    from affordances.value import LearnedValueFunction

    one_thread()
    return LearnedValueFunction.load(folder=folder_of(scene))


@cache
def learned_detector(scene: str = TABLETOP) -> SuccessDetector:
    """The built-in success detector."""
    from affordances.detector import LearnedSuccessDetector

    one_thread()
    return LearnedSuccessDetector.load(folder=folder_of(scene))


@cache
def _policy(scene: str) -> Policy:
    from skills.vla import VLAPolicy

    one_thread()
    return VLAPolicy.load(folder=folder_of(scene))


def one_thread() -> None:
    """Small networks run faster on one thread than on several that share busy cores."""
    import torch

    torch.set_num_threads(1)
