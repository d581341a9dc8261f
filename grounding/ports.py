"""The port that every grounder fills."""

from typing import Protocol

from grounding.observation import Observation
from grounding.scene import Scene


class Grounder(Protocol):
    """Turns pixels into symbols; sees nothing but the observation."""

    def ground(self, observation: Observation) -> Scene:
        """Objects with id, category, attributes, position (base frame, [m]) and confidence, and facts."""
        ...
