"""Takes the hand out of sight when an attempt is over: what it has done is seen best where it does not hide it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grounding import Observation
from skills.action import EndEffectorTarget


@dataclass(frozen=True)
class Withdrawal:
    """Straight up first, so that nothing is knocked over, then to where the hand waits."""

    position: tuple[float, float, float]
    """Where the tool centre point waits, base frame, [m]."""
    rise: float = 0.12
    """How far it goes straight up first, at most to the height where it waits, [m]."""
    lead: float = 0.07
    """How far a target lies ahead of the hand at most, [m]."""
    near: float = 0.02
    """Close enough, [m]."""
    ticks: int = 15
    """Control periods that each of the two ways may take; what holds the hand back longer than that wins."""

    def goals(self, observation: Observation) -> Iterator[NDArray[np.float64]]:
        """Where to go from where the hand is, one after the other, base frame, (3,) [m]."""
        x, y, z = observation.proprioception.tcp_position.tolist()
        yield np.array([x, y, max(z, min(z + self.rise, self.position[2]))])
        yield np.array(self.position)

    def towards(self, goal: NDArray[np.float64], observation: Observation, gripper: float) -> EndEffectorTarget | None:
        """The next target on a way, the tool pointing down and turned as it is; None at its end."""
        here = observation.proprioception.tcp_position
        way = goal - here
        far = float(np.linalg.norm(way))
        if far < self.near:
            return None
        x, y, z = (here + way * min(1.0, self.lead / far)).tolist()
        return EndEffectorTarget.top_down((x, y, z), observation.proprioception.tcp_yaw, gripper)
