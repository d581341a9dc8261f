"""A simulated world that outlives its process, as a real one would: its state is on disk after every tick."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Protocol, runtime_checkable

from grounding import Observation
from skills import Action, EmergencyStop, World
from traces import Observed
from traces.database import is_full
from traces.events import BaseEvent

STATE = "world.state"
WORLDS = "worlds"
"""Folder with the worlds at the beginning of each decision."""


@runtime_checkable
class SavedWorld(Protocol):
    """A world that can write its state; a real one cannot, and need not."""

    def save(self, path: Path) -> None:
        """Replace the file at once or not at all."""
        ...


class PersistentWorld:
    """A world whose state is saved after everything that changes it, if it can be saved."""

    def __init__(self, world: World, folder: Path) -> None:
        self.inner = world
        self.control_period = world.control_period
        self._path = folder / STATE
        self._save()

    def observe(self) -> Observation:
        """Look; changes nothing."""
        return self.inner.observe()

    def apply(self, action: Action) -> None:
        """Move for one control period, then save.

        Raises:
            EmergencyStop: as the inner world, or the disk is full.
        """
        self.inner.apply(action)
        try:
            self._save()
        except OSError as error:
            if is_full(error):
                raise EmergencyStop(f"the disk is full: {self._path} cannot be written") from error
            raise

    def stop(self) -> None:
        """Brake, then save; on a full disk the world is stopped all the same."""
        self.inner.stop()
        try:
            self._save()
        except OSError as error:
            if not is_full(error):
                raise

    def release(self) -> None:
        """Lift a stop, then save."""
        self.inner.release()
        self._save()

    def _save(self) -> None:
        if isinstance(self.inner, SavedWorld):
            self.inner.save(self._path)


class WorldKeeper:
    """Keeps the world of every moment at which something is decided, for forks; a listener of a trace.

    The saved state is replaced, never changed, so that keeping it is a second name for the same file. What cannot be
    kept is not: a fork then repeats the run up to there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, event: BaseEvent) -> None:
        """Keep the world in which something was observed."""
        if isinstance(event, Observed):
            with suppress(OSError):
                kept = kept_world(self._folder, event.seq)
                kept.parent.mkdir(exist_ok=True)
                os.link(self._folder / STATE, kept)


def kept_world(folder: Path, seq: int) -> Path:
    """Where the world of an `Observed` event is kept, if it is."""
    return folder / WORLDS / f"{seq:05d}.state"
