"""The learned parts with their committed weights, loaded once in each process, on one computing thread."""

from functools import cache

from affordances.ports import SuccessDetector, ValueFunction
from evaluation.rollouts import Trial
from grounding import Grounder
from skills.ports import Policy

TAUGHT = "tabletop10"
"""The scene that has all the skills that are taught."""


def learned_policy(trial: Trial) -> Policy:
    """The built-in vision-language-action policy, whatever the trial.

    Raises:
        WeightsError: its weights are missing or damaged.
    """
    return _policy()


@cache
def learned_grounder() -> Grounder:
    """The built-in grounder."""
    from grounding.detector import LearnedGrounder

    one_thread()
    return LearnedGrounder.load()


@cache
def learned_value_function() -> ValueFunction:
    """The built-in value function."""
    from affordances.value import LearnedValueFunction

    one_thread()
    return LearnedValueFunction.load()


@cache
def learned_detector() -> SuccessDetector:
    """The built-in success detector."""
    from affordances.detector import LearnedSuccessDetector

    one_thread()
    return LearnedSuccessDetector.load()


@cache
def _policy() -> Policy:
    from skills.vla import VLAPolicy

    one_thread()
    return VLAPolicy.load()


def one_thread() -> None:
    """Small networks run faster on one thread than on several that share busy cores."""
    import torch

    torch.set_num_threads(1)
