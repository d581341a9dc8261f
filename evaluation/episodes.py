"""What happens in a simulated world, as episodes of a data set: demonstrations, corrections and rollouts.

Besides what LeRobot reads, a frame holds each camera's depth and mask, and the action that was *applied*: the action
to learn from is the expert's advice, which a push or a policy may have overruled. An episode also holds the scene and
the whole world as they were at its start, so that it can be carried out again.
"""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from evaluation.rollouts import Rollout, Trial, rollout
from grounding import Observation
from simulation.world import SimulatedWorld
from skills.action import Action
from skills.datasets import DatasetWriter, Extra, Features, Label, Recorder, frame_of
from skills.datasets.episodes import Source
from skills.ports import Policy
from skills.spaces import RobotSpaces, spaces_of

APPLIED = "applied"
"""Further array of a frame: the action that was carried out, in the numbers of ``action``."""


def spaces_in(world: SimulatedWorld) -> RobotSpaces:
    """The spaces of the robot in a world."""
    return spaces_of(world.robot.name, world.observe(), world.control_period)


def features_in(world: SimulatedWorld) -> Features:
    """What every frame holds that is recorded in a world."""
    spaces, extras = spaces_in(world), dict[str, Extra]()
    for camera in spaces.cameras:
        extras[f"depth.{camera.name}"] = Extra.depth(camera.height, camera.width)
        extras[f"mask.{camera.name}"] = Extra.mask(camera.height, camera.width)
    return Features.of(spaces, {**extras, APPLIED: Extra((len(spaces.action),))})


class Film:
    """One episode of a situation, while it happens: add every control period before it, then commit."""

    def __init__(self, writer: DatasetWriter, situation: Trial) -> None:
        """Begin; keeps the world as it is now.

        Raises:
            DatasetError: the data set cannot be written.
        """
        self.situation, self.world = situation, situation.world
        self.spaces = spaces_in(self.world)
        self.episode = writer.episode()
        self._scene, self._start = self.world.privileged.spec().to_json(), world_bytes(self.world)

    def add(self, advice: Action, applied: Action) -> None:
        """What is seen now, what would be right, and what is done.

        Raises:
            DatasetError: it cannot be written.
            SpaceError: an action does not fit the robot.
        """
        observation = self.world.observe()
        self.episode.add(frame_of(self.spaces, observation, advice, self.extras(observation, applied)))

    def extras(self, observation: Observation, applied: Action) -> dict[str, NDArray]:
        """The further arrays of a frame."""
        found: dict[str, NDArray] = {APPLIED: self.spaces.acted(applied)}
        for name, image in observation.images.items():
            found[f"depth.{name}"] = np.asarray(image.depth)
            found[f"mask.{name}"] = self.world.privileged.masks(name)
        return found

    def commit(
        self,
        source: Source,
        success: bool | None,
        failure: str = "",
        end: Mapping[str, tuple[float, ...]] | None = None,
        notes: Mapping[str, Any] | None = None,
    ) -> int | None:
        """Put the episode into the data set; its index, or None if nothing was done in it.

        Args:
            source: who acted.
            success: whether the command was carried out, by the truth.
            failure: its kind if not.
            end: where things were after the last action; where they are now if not given.
            notes: whatever else is known.

        Raises:
            DatasetError: it cannot be written.
        """
        if not len(self.episode):
            self.episode.discard()
            return None
        known = {"kind": self.situation.kind, "arguments": dict(self.situation.arguments), **(notes or {})}
        label = Label(
            self.situation.command,
            success,
            failure,
            self.situation.skill,
            source,
            self._scene,
            places_in(self.world) if end is None else end,
            known,
        )
        return self.episode.commit(label, self._start)

    def discard(self) -> None:
        """Throw it away."""
        self.episode.discard()


class _Filmed(Recorder):
    """A simulated world under way; knows where things were after the last action."""

    def __init__(self, film: Film) -> None:
        super().__init__(film.world, film.spaces, film.episode, film.extras)
        self.simulated, self.end = film.world, places_in(film.world)

    def apply(self, action: Action) -> None:
        super().apply(action)
        self.end = places_in(self.simulated)


def record_rollout(writer: DatasetWriter, policy: Policy, situation: Trial, **how: Any) -> Rollout:
    """One attempt of a policy, judged as ``rollout`` does and written to a data set.

    Args:
        writer: of a data set with ``features_in`` such a world.
        policy: who does it.
        situation: where; it is used up.
        how: further arguments of ``rollout``.

    Raises:
        DatasetError: the episode cannot be written.
    """
    film = Film(writer, situation)
    try:
        world = _Filmed(film)
        result = rollout(policy, situation, through=world, **how)
        if world.error is not None:
            raise world.error
        notes = {"feasible": result.feasible, "reason": result.outcome.reason, "command": result.command}
        film.commit("rollout", result.achieved, failure_of(result), world.end, notes)
    finally:
        film.discard()
    return result


def failure_of(result: Rollout) -> str:
    """What kind of failure an attempt was; empty if it was none."""
    if result.achieved:
        return ""
    if result.wrong_object:
        return "wrong object"
    return "believed done" if result.outcome.status == "done" else result.outcome.status


def places_in(world: SimulatedWorld) -> dict[str, tuple[float, ...]]:
    """Where each thing is now: centres, base frame, [m]."""
    return {thing.id: thing.position for thing in world.privileged.truth().objects}


def world_bytes(world: SimulatedWorld) -> bytes:
    """All that ``world_of`` needs."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "world.state"
        world.save(path)
        return path.read_bytes()


def world_of(saved: bytes) -> SimulatedWorld:
    """The world that was saved, going on exactly as it would have.

    Raises:
        ValueError: those are not the bytes of a world.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "world.state"
        path.write_bytes(saved)
        return SimulatedWorld.load(path)
