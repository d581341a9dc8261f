"""Limits that every action passes on its way to the robot: a list that is passed in, each with one job.

In the manner of mink (Zakka et al., https://github.com/kevinzakka/mink, ``mink/limits``).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from grounding import Observation
from skills.action import Action, EndEffectorTarget, JointTarget
from skills.ports import EmergencyStop
from skills.rotations import of_matrix


class Limit(Protocol):
    """One bound on what the robot may be asked to do."""

    def check(self, action: Action, observation: Observation) -> Action:
        """The action itself if it is within the limit, else the nearest one that is.

        Raises:
            EmergencyStop: nothing near is safe.
        """
        ...


def apply_limits(limits: Iterable[Limit], action: Action, observation: Observation) -> tuple[Action, tuple[str, ...]]:
    """Pass an action through the limits in order.

    Returns:
        The action that is left, and the names of the limits that changed it.

    Raises:
        EmergencyStop: a limit found nothing safe.
    """
    changed: list[str] = []
    for limit in limits:
        allowed = limit.check(action, observation)
        if allowed != action:
            changed.append(type(limit).__name__)
        action = allowed
    return action, tuple(changed)


@dataclass(frozen=True)
class WorkspaceLimit:
    """Keeps the tool's target inside a box; joint targets pass, since their tool pose is the world's to know."""

    lower: tuple[float, float, float]
    """Corner of the box, base frame, [m]."""
    upper: tuple[float, float, float]
    """Opposite corner, base frame, [m]."""

    def __post_init__(self) -> None:
        if any(low > high for low, high in zip(self.lower, self.upper, strict=True)):
            raise ValueError(f"the workspace is empty: lower {self.lower} is above upper {self.upper}")

    def check(self, action: Action, observation: Observation) -> Action:
        """Clip the target's position into the box."""
        if not isinstance(action, EndEffectorTarget):
            return action
        return _moved(action, np.clip(np.asarray(action.position), self.lower, self.upper))


@dataclass(frozen=True)
class StepLimit:
    """Bounds how far ahead of the tool a target may be: the speed is at most this much a control period."""

    max_distance: float
    """Distance a control period, in [m]."""

    def __post_init__(self) -> None:
        _require_positive("max_distance", self.max_distance)

    def check(self, action: Action, observation: Observation) -> Action:
        """Shorten the step, keeping its direction."""
        if not isinstance(action, EndEffectorTarget):
            return action
        start = observation.proprioception.tcp_position
        step = np.asarray(action.position) - start
        distance = float(np.linalg.norm(step))
        return action if distance <= self.max_distance else _moved(action, start + step * self.max_distance / distance)


@dataclass(frozen=True)
class RotationLimit:
    """Bounds how far the tool may be asked to turn in a control period."""

    max_angle: float
    """Angle a control period, in [rad]."""

    def __post_init__(self) -> None:
        _require_positive("max_angle", self.max_angle)

    def check(self, action: Action, observation: Observation) -> Action:
        """Turn less, about the same axis."""
        if not isinstance(action, EndEffectorTarget):
            return action
        start = of_matrix(observation.proprioception.T_base_tcp[:3, :3])
        target = np.asarray(action.quaternion) / np.linalg.norm(action.quaternion)
        target = target if start @ target >= 0 else -target
        half = float(np.arccos(np.clip(start @ target, -1.0, 1.0)))
        if 2.0 * half <= self.max_angle + 1e-9:
            return action
        x, y, z, w = _slerp(start, target, half, self.max_angle / (2.0 * half))
        return replace(action, quaternion=(float(x), float(y), float(z), float(w)))


@dataclass(frozen=True)
class JointLimit:
    """Keeps joint targets within the arm's range, and near where the joints are; tool targets pass."""

    lower: tuple[float, ...]
    """One a joint, [rad]."""
    upper: tuple[float, ...]
    """One a joint, [rad]."""
    max_step: float = float("inf")
    """How far ahead of a joint its target may be, in [rad] a control period."""

    def __post_init__(self) -> None:
        _require_positive("max_step", self.max_step)
        if any(low > high for low, high in zip(self.lower, self.upper, strict=True)):
            raise ValueError(f"a joint has no range: lower {self.lower} is above upper {self.upper}")

    def check(self, action: Action, observation: Observation) -> Action:
        """Clip each joint's target.

        Raises:
            EmergencyStop: the target has another number of joints than the limit.
        """
        if not isinstance(action, JointTarget):
            return action
        if len(action.positions) != len(self.lower):
            raise EmergencyStop(f"a target of {len(action.positions)} joints; the limit is for {len(self.lower)}")
        here = observation.proprioception.joint_positions
        near = np.clip(action.positions, here - self.max_step, here + self.max_step)
        allowed = np.clip(near, self.lower, self.upper)
        return (
            action
            if np.array_equal(allowed, action.positions)
            else replace(action, positions=tuple(map(float, allowed)))
        )


@dataclass(frozen=True)
class GripperLimit:
    """Keeps the gripper's target between closed (0) and open (1)."""

    def check(self, action: Action, observation: Observation) -> Action:
        """Clip the gripper's target."""
        return action if 0.0 <= action.gripper <= 1.0 else replace(action, gripper=min(1.0, max(0.0, action.gripper)))


@dataclass(frozen=True)
class ForceLimit:
    """Stops the robot when the fingers press too hard."""

    max_force: float
    """In [N]."""

    def __post_init__(self) -> None:
        _require_positive("max_force", self.max_force)

    def check(self, action: Action, observation: Observation) -> Action:
        """Pass the action unchanged.

        Raises:
            EmergencyStop: the gripper's force exceeds the limit.
        """
        force = observation.proprioception.gripper_force
        if force > self.max_force:
            raise EmergencyStop(f"gripper force {force:.1f} N exceeds the limit of {self.max_force:.1f} N")
        return action


def _require_positive(name: str, value: float) -> None:
    if not value > 0:
        raise ValueError(f"{name} must be more than 0, not {value}")


def _moved(action: EndEffectorTarget, position: NDArray[np.float64]) -> EndEffectorTarget:
    if np.array_equal(position, action.position):
        return action
    return replace(action, position=(float(position[0]), float(position[1]), float(position[2])))


def _slerp(start: NDArray[np.float64], end: NDArray[np.float64], angle: float, fraction: float) -> NDArray[np.float64]:
    """Part of the way between unit quaternions that are ``angle`` [rad] apart on the sphere."""
    weights = np.sin([(1.0 - fraction) * angle, fraction * angle]) / np.sin(angle)
    turned: NDArray[np.float64] = weights[0] * start + weights[1] * end
    return turned
