"""What happens to the world while a robot is at work."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from simulation.shapes import SHAPES
from simulation.truth import TrueObject, Truth
from simulation.world import SimulatedWorld

_GAP = 0.006
_COMFORT = (0.37, 0.68)
"""Distances from the base axis at which the hand works from any side; a thing is not moved out of them, [m]."""


class Disturbance(Protocol):
    """Something that may happen after every control period."""

    def __call__(self, world: SimulatedWorld) -> None:
        """Look at the world and perhaps change it."""
        ...


@dataclass
class DisplaceOnApproach:
    """Shifts a thing once, when the hand comes near it, to a free place that can still be reached."""

    target: str
    """Id of the thing."""
    rng: np.random.Generator
    """Chooses the direction."""
    distance: float = 0.05
    """How far it is moved, [m]."""
    within: float = 0.12
    """How near the tool centre point comes to its centre before that, [m]."""
    happened: bool = False
    """Whether it has been moved."""

    def __call__(self, world: SimulatedWorld) -> None:
        """Move the thing if the moment has come and there is a free direction."""
        if self.happened:
            return
        truth = world.privileged.truth()
        if np.linalg.norm(np.subtract(truth.tcp.position, truth[self.target].position)) > self.within:
            return
        offset = self._offset(truth)
        if offset is not None:
            world.privileged.displace(self.target, offset)
            self.happened = True

    def _offset(self, truth: Truth) -> tuple[float, float] | None:
        """A free direction, drawn at random from 24; None if there is none."""
        thing = truth[self.target]
        for angle in self.rng.permutation(24) * (np.pi / 12):
            dx, dy = float(self.distance * np.cos(angle)), float(self.distance * np.sin(angle))
            if _free(truth, thing, (thing.position[0] + dx, thing.position[1] + dy)):
                return dx, dy
        return None


def _free(truth: Truth, thing: TrueObject, place: tuple[float, float]) -> bool:
    """Whether a thing can be reached well there and touches nothing on the table."""
    others = [o for o in truth.objects if o.id not in (thing.id, truth.held)]
    apart = all(
        np.hypot(place[0] - o.position[0], place[1] - o.position[1])
        > SHAPES[o.category].radius + SHAPES[thing.category].radius + _GAP
        for o in others
    )
    return apart and _COMFORT[0] <= float(np.hypot(*place)) <= _COMFORT[1]
