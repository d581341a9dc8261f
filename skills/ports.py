"""The ports of a robot: the world it acts in and the policies that act."""

from typing import Protocol

from grounding import Observation
from skills.action import Action, ActionChunk


class World(Protocol):
    """A robot and what is around it, real or simulated."""

    control_period: float
    """Seconds that one ``apply`` takes."""

    def observe(self) -> Observation:
        """Take pictures and read the joints, now."""
        ...

    def apply(self, action: Action) -> None:
        """Move towards the action's target for one control period, within the robot's limits.

        Raises:
            EmergencyStop: the robot was stopped, or a safety limit was passed, while moving.
        """
        ...

    def stop(self) -> None:
        """Brake at once and hold; later calls of ``apply`` raise ``EmergencyStop`` until ``release``."""
        ...

    def release(self) -> None:
        """Lift a stop."""
        ...


class EmergencyStop(RuntimeError):
    """Motion was stopped for safety; the message says why."""


class PolicyError(RuntimeError):
    """A policy that cannot go on; the robot stops. The message says why."""

    def __init__(self, message: str, kind: str = "policy") -> None:
        super().__init__(message)
        self.kind = kind
        """The sort of fault, as ``Outcome.failure`` tells it."""


class Policy(Protocol):
    """A vision-language-action policy: pixels and words in, actions out."""

    def start(self, command: str) -> "Episode":
        """Begin to carry out a command in plain words, with an empty history."""
        ...


class Episode(Protocol):
    """One command being carried out; holds the policy's history, so that a policy itself has no state.

    If it has a method ``close()``, the runner calls it when the attempt is over, however it ended.
    """

    def act(self, observation: Observation) -> ActionChunk:
        """The next actions, seen from this observation."""
        ...
