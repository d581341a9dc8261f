"""Doubles that let a planner run without pixels and without a trace on disk, for tests."""

import pickle
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grounding import Observation


class MemoryTrace:
    """Keeps events in a list."""

    def __init__(self, id: str = "run") -> None:
        """``id`` names the run's thread of checkpoints."""
        self.id = id
        self.events: list[Any] = []

    def emit(self, event: Any) -> Any:
        """Keep it."""
        self.events.append(event)
        return event

    def save_frame(self, name: str, rgb: NDArray[np.uint8]) -> str:
        """Nothing is written."""
        return name

    def new_span(self) -> str:
        """Counts the events so far."""
        return f"span {len(self.events)}"

    def kinds(self) -> list[str]:
        """The kinds of all events, in order."""
        return [event.kind for event in self.events]


class PickledSnapshots:
    """Keeps whole observations, those of a ``FakeWorld`` too. Reads only what the same test wrote."""

    def __init__(self, folder: Path) -> None:
        """``folder`` must exist."""
        self.folder = folder

    def save(self, name: str, observation: Observation) -> str:
        """Write ``NAME.pickle``."""
        (self.folder / f"{name}.pickle").write_bytes(pickle.dumps(observation))
        return f"{name}.pickle"

    def load(self, where: str) -> Observation:
        """Read it back."""
        observation: Observation = pickle.loads((self.folder / where).read_bytes())
        return observation
