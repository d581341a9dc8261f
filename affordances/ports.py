"""The ports of a value function and a success detector."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from grounding import Observation


class ValueFunction(Protocol):
    """V(images, command) -> P(success): SayCan's *can* (Ahn et al. 2022, arXiv:2204.01691)."""

    def score(self, observation: Observation, commands: Sequence[str]) -> NDArray[np.float64]:
        """Probability, of shape (n,), that each command would succeed if it were begun now; one batched pass."""
        ...


@dataclass(frozen=True)
class Verdict:
    """Whether a command seems to have been carried out."""

    success: bool
    probability: float
    judge: Literal["detector", "scene", "simulator"] = "detector"
    """What was asked: a learned detector, the facts of the grounded scene, or, in place of either, the simulator."""


class SuccessDetector(Protocol):
    """Judges from images alone; the policy's own opinion never reaches it."""

    def judge(self, before: Observation, after: Observation, command: str) -> Verdict:
        """Compare what was seen before the command was begun with what is seen now."""
        ...


class SkilledDetector(SuccessDetector, Protocol):
    """A detector that says which skills it knows."""

    @property
    def skills(self) -> frozenset[str]:
        """Skills whose outcomes it was trained on."""
        ...
