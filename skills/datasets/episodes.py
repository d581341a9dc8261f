"""What an episode is: its frames, and what is known of it as a whole."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from skills.datasets.format import DatasetError

Source = Literal["demonstration", "correction", "rollout", "trace", "unknown"]
"""Where it came from: an expert acted; a policy acted and an expert said what was right; a policy acted; a run of
Doable; or nobody wrote it down."""


@dataclass(frozen=True)
class Frame:
    """One control period: what was felt and seen, and what is right to do then."""

    state: NDArray
    """Shape (n,), by the names of the data set's state."""
    action: NDArray
    """Shape (m,). To learn from: where an expert advised one thing and another was done, the advice."""
    images: Mapping[str, NDArray[np.uint8]] = field(default_factory=dict)
    """By camera, shape (H, W, 3)."""
    extras: Mapping[str, NDArray] = field(default_factory=dict)
    """By name, the further arrays that the data set's features name."""


@dataclass(frozen=True)
class Label:
    """What is known of a whole episode.

    Raises:
        DatasetError: no task, a success with a failure, or a failure without its kind.
    """

    task: str
    """The command in plain words."""
    success: bool | None = None
    """None where nobody knows."""
    failure: str = ""
    """What kind of failure, e.g. ``timeout``, ``wrong object``, ``corrected``; empty if there was none."""
    skill: str = ""
    source: Source = "unknown"
    scene: str = ""
    """The scene at the start, as JSON, where it was simulated."""
    end: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    """Where each thing was at the end, base frame, [m]; where that is known."""
    notes: Mapping[str, Any] = field(default_factory=dict)
    """Whatever else is known, as JSON can hold it: a seed, a trace, what was said."""

    def __post_init__(self) -> None:
        if not self.task.strip():
            raise DatasetError("an episode needs a task in words")
        if self.source not in get_args(Source):
            raise DatasetError(f"unknown source {self.source!r}; choose from: {', '.join(get_args(Source))}")
        if self.success and self.failure:
            raise DatasetError(f"an episode that succeeded has no failure {self.failure!r}")
        if self.success is False and not self.failure:
            raise DatasetError("an episode that failed needs the kind of its failure")

    def to_row(self) -> dict[str, Any]:
        """As columns of the episodes' table."""
        end = json.dumps({name: list(place) for name, place in self.end.items()})
        plain = (self.success, self.failure, self.skill, self.source, self.scene)
        return dict(zip(COLUMNS, (*plain, end, json.dumps(dict(self.notes))), strict=True))

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> "Label":
        """Back from a row; one that LeRobot wrote holds the task alone."""
        tasks = row.get("tasks") or ["?"]
        known = {name.removeprefix("doable/"): row[name] for name in COLUMNS if row.get(name) is not None}
        for name in ("end", "notes"):
            known[name] = json.loads(known.get(name, "{}"))
        known["end"] = {name: tuple(place) for name, place in known["end"].items()}
        return cls(tasks[0], **known)


COLUMNS = tuple(f"doable/{name}" for name in ("success", "failure", "skill", "source", "scene", "end", "notes"))
"""Of the episodes' table, besides those of LeRobot."""


@dataclass(frozen=True)
class EpisodeInfo:
    """An episode of a data set, without its frames."""

    index: int
    length: int
    """Frames."""
    label: Label
    row: Mapping[str, Any] = field(repr=False)
    """All that the episodes' table says."""


@dataclass(frozen=True)
class EpisodeFrames:
    """The numbers of an episode; pictures are decoded when asked for."""

    state: NDArray[np.float32]
    """Shape (T, n)."""
    action: NDArray[np.float32]
    """Shape (T, m)."""
    time: NDArray[np.float32]
    """Shape (T,), from its beginning, [s]."""
    extras: Mapping[str, NDArray] = field(default_factory=dict)
    """By name, shape (T, ...), in their unit."""
