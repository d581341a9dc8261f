"""Records what happens in a world, simulated or real, as an episode."""

from collections.abc import Callable, Mapping

from numpy.typing import NDArray

from grounding import Observation
from skills.action import Action
from skills.datasets.episodes import Frame
from skills.datasets.recording import EpisodeWriter
from skills.ports import World
from skills.spaces import RobotSpaces

Extras = Callable[[Observation, Action], Mapping[str, NDArray]]
"""Further arrays of a frame, from what was seen and what is done next."""


def frame_of(
    spaces: RobotSpaces, observation: Observation, action: Action, extras: Mapping[str, NDArray] | None = None
) -> Frame:
    """What a robot with one arm saw and what is right to do then, as a frame of a data set.

    Raises:
        SpaceError: the observation or the action does not fit the robot's spaces.
    """
    images = {camera.name: observation.images[camera.name].rgb for camera in spaces.cameras}
    return Frame(spaces.observed(observation), spaces.acted(action), images, dict(extras or {}))


class Recorder:
    """A world that writes down every control period: what was seen before an action, and the action.

    It observes before each action, also where nobody else does. An action that the world refuses is not written down.
    Whatever cannot be recorded ends the recording, never the motion: ``error`` says what it was.
    """

    def __init__(self, world: World, spaces: RobotSpaces, episode: EpisodeWriter, extras: Extras | None = None) -> None:
        self.control_period = world.control_period
        self.error: ValueError | None = None
        self._world, self._spaces, self._episode, self._extras = world, spaces, episode, extras

    def observe(self) -> Observation:
        """As the world does."""
        return self._world.observe()

    def apply(self, action: Action) -> None:
        """Move as the world does, and write it down.

        Raises:
            EmergencyStop: as the world.
        """
        observation = self._world.observe()
        extras = self._extras(observation, action) if self._extras else {}
        self._world.apply(action)
        if self.error is None:
            try:
                self._episode.add(frame_of(self._spaces, observation, action, extras))
            except ValueError as error:
                self.error = error

    def stop(self) -> None:
        """As the world does."""
        self._world.stop()

    def release(self) -> None:
        """As the world does."""
        self._world.release()
