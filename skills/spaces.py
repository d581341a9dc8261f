"""What a robot can feel, see and be told, as named vectors: every number has a name, a unit and its place.

Whoever stores, learns from or compares numbers reads their meaning here, so that nothing knows how many joints a robot
has. Names begin with the part they belong to: ``arm.joint_1``, ``right_arm.gripper``, ``base.x``. An arm's state is its
joints, its gripper's opening, the force of the fingers and the pose of its tool centre point; a base adds where it
stands. Poses are in the robot's base frame, quaternions in the order (x, y, z, w).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from grounding import Observation, Proprioception
from skills import rotations
from skills.action import Action, EndEffectorTarget, JointTarget

ActionKind = Literal["end_effector", "joints"]
"""How an arm is told where to go: the pose of its tool, or its joints."""
ONLY_ARM = "arm"
"""Name of the arm of a robot that has one."""

_POSE = ("tcp_x", "tcp_y", "tcp_z", "tcp_qx", "tcp_qy", "tcp_qz", "tcp_qw")
_POSE_UNITS = ("m", "m", "m", "1", "1", "1", "1")
_BASE = (("x", "m"), ("y", "m"), ("yaw", "rad"))


class SpaceError(ValueError):
    """Numbers that do not fit a space; the message says which names it has."""


@dataclass(frozen=True)
class Dimension:
    """One number of a vector."""

    name: str
    """E.g. ``right_arm.joint_1``."""
    unit: str
    """``m``, ``rad``, ``N``, or ``1`` for a plain number."""


@dataclass(frozen=True)
class Space:
    """A vector of named numbers."""

    dimensions: tuple[Dimension, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """In order."""
        return tuple(dimension.name for dimension in self.dimensions)

    @property
    def units(self) -> tuple[str, ...]:
        """In the order of the names."""
        return tuple(dimension.unit for dimension in self.dimensions)

    def __len__(self) -> int:
        return len(self.dimensions)

    def index(self, name: str) -> int:
        """Place of a number in the vector.

        Raises:
            SpaceError: there is none of that name.
        """
        if name not in self.names:
            raise SpaceError(f"no number {name!r}; there are: {', '.join(self.names)}")
        return self.names.index(name)

    def check(self, vector: Sequence[float] | NDArray, what: str = "vector") -> NDArray[np.float64]:
        """The vector, of shape (n,).

        Raises:
            SpaceError: it has another length, or a number that is not finite.
        """
        values = np.asarray(vector, np.float64)
        if values.shape != (len(self),):
            expected = f"({len(self)},): {', '.join(self.names)}"
            raise SpaceError(f"the {what} has shape {values.shape}, and must have {expected}")
        wrong = [name for name, value in zip(self.names, values, strict=True) if not np.isfinite(value)]
        if wrong:
            raise SpaceError(f"the {what} is not finite: {', '.join(wrong)}")
        return values


@dataclass(frozen=True)
class CameraSpace:
    """A camera's pictures."""

    name: str
    height: int
    width: int
    """Pixels."""
    depth: bool = True
    """Whether it measures distances too."""


@dataclass(frozen=True)
class ArmSpace:
    """One arm with a gripper."""

    joints: int
    name: str = ONLY_ARM

    @property
    def state(self) -> tuple[Dimension, ...]:
        """What it feels."""
        body = (("gripper", "m"), ("gripper_force", "N"), *zip(_POSE, _POSE_UNITS, strict=True))
        return (*self._joints(), *(Dimension(f"{self.name}.{name}", unit) for name, unit in body))

    def action(self, kind: ActionKind) -> tuple[Dimension, ...]:
        """What it is told."""
        pose = tuple(Dimension(f"{self.name}.{n}", unit) for n, unit in zip(_POSE, _POSE_UNITS, strict=True))
        goal = pose if kind == "end_effector" else self._joints()
        return (*goal, Dimension(f"{self.name}.gripper", "1"))

    def _joints(self) -> tuple[Dimension, ...]:
        return tuple(Dimension(f"{self.name}.joint_{number}", "rad") for number in range(1, self.joints + 1))


@dataclass(frozen=True)
class BasePose:
    """Where a moving base stands, or should stand, in the world frame."""

    x: float
    """[m]."""
    y: float
    """[m]."""
    yaw: float
    """[rad]."""


@dataclass(frozen=True)
class RobotSpaces:
    """The spaces of one robot: one arm or several, perhaps on a moving base, and cameras.

    Raises:
        SpaceError: no arm, two parts of one name, or an unknown kind of action.
    """

    robot: str
    arms: tuple[ArmSpace, ...]
    cameras: tuple[CameraSpace, ...] = ()
    rate: float = 10.0
    """Control periods a second."""
    base: bool = False
    """Whether it stands on a base that moves."""
    action_kind: ActionKind = "end_effector"
    state: Space = field(init=False)
    action: Space = field(init=False)

    def __post_init__(self) -> None:
        names = [arm.name for arm in self.arms]
        if not names or len(set(names)) < len(names) or "base" in names:
            raise SpaceError(f"a robot has arms of different names, none of them 'base'; not {names}")
        if self.action_kind not in get_args(ActionKind):
            choices = ", ".join(get_args(ActionKind))
            raise SpaceError(f"unknown kind of action {self.action_kind!r}; choose from: {choices}")
        base = tuple(Dimension(f"base.{name}", unit) for name, unit in _BASE) if self.base else ()
        state = tuple(dimension for arm in self.arms for dimension in arm.state)
        action = tuple(dimension for arm in self.arms for dimension in arm.action(self.action_kind))
        object.__setattr__(self, "state", Space((*state, *base)))
        object.__setattr__(self, "action", Space((*action, *base)))

    def state_of(self, bodies: Mapping[str, Proprioception], base: BasePose | None = None) -> NDArray[np.float64]:
        """The state vector, shape (n,), from what each arm feels.

        Raises:
            SpaceError: an arm is missing or has other joints, the base is missing, or a number is not finite.
        """
        self._same_parts(bodies, base)
        parts = [_felt(bodies[arm.name]) for arm in self.arms]
        return self.state.check(np.concatenate([*parts, _base_numbers(base)]), "state")

    def observed(self, observation: Observation) -> NDArray[np.float64]:
        """The state vector of a robot with one arm."""
        return self.state_of({self.arms[0].name: observation.proprioception})

    def action_of(self, actions: Mapping[str, Action], base: BasePose | None = None) -> NDArray[np.float64]:
        """The action vector, shape (n,), from what each arm is told.

        Raises:
            SpaceError: an arm is missing, an action is of the other kind, or a number is not finite.
        """
        self._same_parts(actions, base)
        parts = [self._told(actions[arm.name]) for arm in self.arms]
        return self.action.check(np.concatenate([*parts, _base_numbers(base)]), "action")

    def acted(self, action: Action) -> NDArray[np.float64]:
        """The action vector of a robot with one arm."""
        return self.action_of({self.arms[0].name: action})

    def actions(self, vector: Sequence[float] | NDArray) -> dict[str, Action]:
        """What each arm is told by an action vector; the base's numbers are the last three of it.

        Raises:
            SpaceError: a wrong length, or a number that is not finite.
        """
        values, actions, start = self.action.check(vector, "action").tolist(), dict[str, Action](), 0
        for arm in self.arms:
            end = start + len(arm.action(self.action_kind))
            *goal, gripper = values[start:end]
            if self.action_kind == "joints":
                actions[arm.name] = JointTarget(tuple(goal), gripper)
            else:
                x, y, z, *quaternion = goal
                qx, qy, qz, qw = quaternion
                actions[arm.name] = EndEffectorTarget((x, y, z), (qx, qy, qz, qw), gripper)
            start = end
        return actions

    def _same_parts(self, given: Mapping[str, object], base: BasePose | None) -> None:
        wanted = {arm.name for arm in self.arms}
        if set(given) != wanted:
            raise SpaceError(f"arms {sorted(given)} are given; {self.robot} has {sorted(wanted)}")
        if (base is not None) != self.base:
            raise SpaceError(f"{self.robot} has {'a' if self.base else 'no'} moving base")

    def _told(self, action: Action) -> NDArray[np.float64]:
        wanted = EndEffectorTarget if self.action_kind == "end_effector" else JointTarget
        if not isinstance(action, wanted):
            raise SpaceError(f"actions of {self.robot} are of the kind {self.action_kind}, not {type(action).__name__}")
        goal = (*action.position, *action.quaternion) if isinstance(action, EndEffectorTarget) else action.positions
        return np.array([*goal, action.gripper], np.float64)


def single_arm(
    robot: str,
    joints: int,
    cameras: Sequence[CameraSpace] = (),
    rate: float = 10.0,
    action_kind: ActionKind = "end_effector",
) -> RobotSpaces:
    """The spaces of a robot with one arm on a fixed foot.

    Args:
        robot: its name, e.g. ``panda``.
        joints: of the arm.
        cameras: what it sees with.
        rate: control periods a second.
        action_kind: how it is told where to go.
    """
    return RobotSpaces(robot, (ArmSpace(joints),), tuple(cameras), rate, action_kind=action_kind)


def spaces_of(
    robot: str, observation: Observation, control_period: float, action_kind: ActionKind = "end_effector"
) -> RobotSpaces:
    """The spaces of a robot with one arm, read from what it observes.

    Args:
        robot: its name.
        observation: anything that it saw.
        control_period: of its world, [s].
        action_kind: how it is told where to go.
    """
    cameras = [CameraSpace(name, *image.depth.shape) for name, image in observation.images.items()]
    joints = len(observation.proprioception.joint_positions)
    return single_arm(robot, joints, cameras, 1 / control_period, action_kind)


def _felt(body: Proprioception) -> NDArray[np.float64]:
    hand = (body.gripper_opening, body.gripper_force, *body.tcp_position, *rotations.of_matrix(body.T_base_tcp[:3, :3]))
    return np.array([*body.joint_positions, *hand], np.float64)


def _base_numbers(base: BasePose | None) -> NDArray[np.float64]:
    return np.array([] if base is None else [base.x, base.y, base.yaw], np.float64)
