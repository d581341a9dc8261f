"""Where a run comes from that repeats another one, or goes on from the middle of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from traces import RunStarted


@dataclass(frozen=True)
class Origin:
    """What such a run begins with."""

    known: Mapping[str, Any] | None = None
    """What the other run knew then (`planner.history.known_at`); None: nothing but the task."""
    force: str | None = None
    """The call that is chosen first."""
    replay_of: str | None = None
    """The trace that is repeated."""
    parent_trace: str | None = None
    """The trace that is forked."""
    parent_seq: int | None = None
    """The first event of that trace that is not shared."""

    def mark(self, started: RunStarted) -> RunStarted:
        """The first event of a run that comes from here."""
        return started.model_copy(
            update={
                "replay_of": self.replay_of,
                "parent_trace": self.parent_trace,
                "parent_seq": self.parent_seq,
            }
        )
