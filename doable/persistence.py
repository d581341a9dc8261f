"""A simulated world that outlives its process, as a real one would: its state is on disk after every tick."""

from pathlib import Path
from typing import Protocol, runtime_checkable

from grounding import Observation
from skills import Action, EmergencyStop, World
from traces.database import is_full

STATE = "world.state"


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
