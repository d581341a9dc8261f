"""Carries the actions of a recorded episode out again, in the simulated scene that was kept with it."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict

from evaluation.episodes import APPLIED, places_in, spaces_in, world_of
from simulation.robots import find_robot
from simulation.scene import SceneSpec
from simulation.world import SimulatedWorld
from skills.datasets import Dataset, DatasetError, EpisodeFrames
from skills.spaces import RobotSpaces


class Reenactment(BaseModel):
    """How far the second time was from the first."""

    model_config = ConfigDict(frozen=True)

    episode: int
    task: str
    frames: int
    exact_start: bool
    """Whether the whole world of the start was kept; else the scene was built anew and the arm put where it was."""
    joints: float
    """Largest difference of a joint at any time, [rad]."""
    hand: float
    """Largest distance between the two tool centre points at any time, [m]."""
    hand_at_end: float
    """The same in the last frame, [m]."""
    objects: Mapping[str, float] = {}
    """How far each thing ends from where it ended, [m]; nothing where that is not known."""

    @property
    def farthest(self) -> float:
        """The largest distance at the end, of the hand or a thing, [m]."""
        return max([self.hand_at_end, *self.objects.values()])


@dataclass(frozen=True)
class _Beginning:
    world: SimulatedWorld
    exact: bool


def reenact(dataset: Dataset, index: int) -> Reenactment:
    """Carry an episode out again and compare.

    Args:
        dataset: whose episode.
        index: of the episode.

    Raises:
        DatasetError: there is no such episode, it is damaged, it has no scene, or it is of another robot.
    """
    frames, beginning = dataset.frames(index), _begin(dataset, index)
    world = beginning.world
    try:
        spaces = spaces_in(world)
        _check(dataset, spaces)
        felt = _act(world, spaces, frames)
        ends = places_in(world)
    finally:
        world.close()
    label, columns = dataset.episode(index).label, spaces.state
    joints = [i for i, name in enumerate(columns.names) if ".joint_" in name]
    hand = [columns.index(f"{spaces.arms[0].name}.tcp_{axis}") for axis in "xyz"]
    off = felt - frames.state
    apart = np.linalg.norm(off[:, hand], axis=1)
    moved = {id: float(np.linalg.norm(np.subtract(ends[id], at))) for id, at in label.end.items() if id in ends}
    return Reenactment(
        episode=index,
        task=label.task,
        frames=len(felt),
        exact_start=beginning.exact,
        joints=float(np.abs(off[:, joints]).max()),
        hand=float(apart.max()),
        hand_at_end=float(apart[-1]),
        objects=moved,
    )


def _act(world: SimulatedWorld, spaces: RobotSpaces, frames: EpisodeFrames) -> NDArray[np.float64]:
    """What the arm felt before each action, shape (T, n)."""
    (arm,) = spaces.arms
    told, felt = frames.extras.get(APPLIED, frames.action), []
    for vector in told:
        felt.append(spaces.state_of({arm.name: world.proprioception()}))
        world.apply(spaces.actions(vector)[arm.name])
    return np.stack(felt)


def _begin(dataset: Dataset, index: int) -> _Beginning:
    saved, label = dataset.start(index), dataset.episode(index).label
    if saved is not None:
        try:
            return _Beginning(world_of(saved), True)
        except ValueError as error:
            raise DatasetError(f"the world at the start of episode {index} is damaged: {error}") from error
    if not label.scene:
        raise DatasetError(f"episode {index} of {dataset.folder} has no simulated scene to be carried out in again")
    try:
        spec = SceneSpec.from_json(label.scene)
        find_robot(dataset.features.robot)
    except ValueError as error:
        raise DatasetError(f"the scene of episode {index} cannot be built: {error}") from error
    world = SimulatedWorld(spec, dataset.features.robot)
    first, names = dataset.frames(index).state[0].tolist(), list(dataset.features.state)
    joints = [value for name, value in zip(names, first, strict=True) if ".joint_" in name]
    opening = next((value for name, value in zip(names, first, strict=True) if name.endswith(".gripper")), 0.0)
    if len(joints) == len(world.robot.arm_joints):
        world.reset_arm(np.array(joints), float(np.clip(opening / world.robot.gripper_opening, 0, 1)))
    return _Beginning(world, False)


def _check(dataset: Dataset, spaces: RobotSpaces) -> None:
    for name, wanted, found in (
        ("state", spaces.state.names, tuple(dataset.features.state)),
        ("action", spaces.action.names, tuple(dataset.features.action)),
    ):
        if wanted != found:
            raise DatasetError(f"the {name} of {dataset.folder} is {found}, and {spaces.robot} has {wanted}")
