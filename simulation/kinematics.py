"""Forward and inverse kinematics of a serial arm, in numpy, from its URDF file."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
DAMPING = 0.03


def transform(xyz: Sequence[float], rpy: Sequence[float]) -> Array:
    """Homogeneous matrix (4, 4) of a URDF origin: fixed-axis roll, pitch, yaw [rad], then the translation [m]."""
    (r, p, y), T = rpy, np.eye(4)
    T[:3, :3] = rotation((0, 0, 1), y) @ rotation((0, 1, 0), p) @ rotation((1, 0, 0), r)
    T[:3, 3] = xyz
    return T


def rotation(axis: Sequence[float], angle: float) -> Array:
    """Rotation matrix (3, 3) about a unit axis by an angle [rad] (Rodrigues)."""
    x, y, z = axis
    K = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]], dtype=np.float64)
    return np.eye(3) + np.sin(angle) * K + (1 - np.cos(angle)) * (K @ K)


def quaternion_matrix(quaternion: Sequence[float]) -> Array:
    """Rotation matrix (3, 3) of a quaternion (x, y, z, w), which need not be of unit length."""
    x, y, z, w = np.asarray(quaternion, dtype=np.float64) / np.linalg.norm(quaternion)
    return np.array(
        [
            [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
            [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
            [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
        ]
    )


@dataclass(frozen=True)
class Solution:
    """What inverse kinematics found."""

    joints: Array
    """Shape (n,), [rad]."""
    position_error: float
    """[m]."""
    rotation_error: float
    """[rad]."""

    @property
    def reached(self) -> bool:
        """Within 2 mm and 0.02 rad."""
        return self.position_error < 2e-3 and self.rotation_error < 0.02


@dataclass(frozen=True)
class Arm:
    """A chain of n revolute joints that turn about their own z axes, from the base to the tool centre point."""

    origins: Array
    """Pose of each joint in the link before it, shape (n, 4, 4)."""
    T_last_tcp: Array
    """The tool centre point in the last moving link, shape (4, 4)."""
    lower: Array
    upper: Array
    """Joint limits, shape (n,), [rad]."""
    rest: Array
    """Posture towards which the spare degree of freedom is pulled, shape (n,), [rad]."""

    @classmethod
    def from_urdf(cls, path: Path, joints: Sequence[str], tip: str, rest: Sequence[float]) -> "Arm":
        """Read the chain whose moving joints are ``joints`` and whose last link is ``tip``."""
        origins, limits, T = [], [], np.eye(4)
        for joint in _chain(path, tip):
            T = T @ _origin(joint)
            if joint.get("name") in joints:
                origins.append(T)
                limits.append(_limits(joint))
                T = np.eye(4)
        lower, upper = np.array(limits).T
        return cls(np.array(origins), T, lower, upper, np.array(rest, dtype=np.float64))

    def frames(self, joints: Array) -> Array:
        """Poses in the base frame of every joint and, last, of the tool centre point: shape (n + 1, 4, 4)."""
        frames = np.empty((len(joints) + 1, 4, 4))
        T = np.eye(4)
        for index, (origin, c, s) in enumerate(zip(self.origins, np.cos(joints), np.sin(joints), strict=True)):
            T = T @ origin
            x = T[:, 0] * c + T[:, 1] * s
            T[:, 1] = T[:, 1] * c - T[:, 0] * s
            T[:, 0] = x
            frames[index] = T
        frames[-1] = T @ self.T_last_tcp
        return frames

    def forward(self, joints: Array) -> Array:
        """Pose of the tool centre point in the base frame, shape (4, 4)."""
        return self.frames(joints)[-1]  # type: ignore[no-any-return]

    def inverse(self, T_base_tcp: Array, start: Array, iterations: int = 40) -> Solution:
        """Joints that bring the tool to a pose, by damped least squares (Nakamura & Hanafusa 1986).

        The search begins at ``start``, stays within the joint limits and pulls the spare freedom towards ``rest``.
        A pose out of reach gives the nearest one that was found.
        """
        joints = np.array(start, dtype=np.float64)
        for _ in range(iterations):
            frames = self.frames(joints)
            error = _pose_error(frames[-1], T_base_tcp)
            step, spare = self._step(frames, error, joints)
            settled = np.abs(error).max() < 3e-4 and np.abs(spare).max() < 2e-3
            if settled:
                break
            joints = np.clip(joints + (step + spare).clip(-0.25, 0.25), self.lower, self.upper)
        error = _pose_error(self.forward(joints), T_base_tcp)
        return Solution(joints, float(np.linalg.norm(error[:3])), float(np.linalg.norm(error[3:])))

    def _step(self, frames: Array, error: Array, joints: Array) -> tuple[Array, Array]:
        """One step towards the pose, and one within its null space towards the resting posture; both (n,).

        A joint that stands at a limit and would leave its range is taken out, and the others do its part.
        """
        axes, points = frames[:-1, :3, 2], frames[:-1, :3, 3]
        J = np.concatenate([_cross(axes, frames[-1, :3, 3] - points), axes.T])
        pull, goal = 0.1 * (self.rest - joints), error.clip(-0.2, 0.2)
        while True:
            inverse = J.T @ np.linalg.inv(J @ J.T + DAMPING**2 * np.eye(6))
            step, spare = inverse @ goal, pull - inverse @ (J @ pull)
            leaving = self._leaving(joints, step + spare) & J.any(axis=0)
            if not leaving.any():
                return step, spare
            J[:, leaving] = 0.0
            pull[leaving] = 0.0

    def _leaving(self, joints: Array, step: Array) -> NDArray[np.bool_]:
        """Which joints stand at a limit and would go beyond it, shape (n,)."""
        return ((joints <= self.lower) & (step < 0)) | ((joints >= self.upper) & (step > 0))


def _pose_error(T: Array, T_goal: Array) -> Array:
    """Translation [m] and rotation vector [rad] from one pose to another, base frame, shape (6,)."""
    R = T_goal[:3, :3] @ T[:3, :3].T
    w = 0.5 * np.array([R[2, 1] - R[1, 2], R[0, 2] - R[2, 0], R[1, 0] - R[0, 1]])
    sine, cosine = float(np.linalg.norm(w)), 0.5 * (float(np.trace(R)) - 1)
    if sine > 1e-9:
        w *= np.arctan2(sine, cosine) / sine
    return np.concatenate([T_goal[:3, 3] - T[:3, 3], w])


def _cross(a: Array, b: Array) -> Array:
    """Cross products of vectors (n, 3), as columns (3, n); a tenth of the time of ``np.cross`` on so few."""
    (ax, ay, az), (bx, by, bz) = a.T, b.T
    return np.stack([ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx])


def _chain(path: Path, tip: str) -> list[ElementTree.Element]:
    """Joints from the root of a URDF file to a link."""
    by_child = {_link(joint, "child"): joint for joint in ElementTree.parse(path).getroot().iter("joint")}
    joints: list[ElementTree.Element] = []
    while tip in by_child:
        joints.insert(0, by_child[tip])
        tip = _link(by_child[tip], "parent")
    return joints


def _link(joint: ElementTree.Element, role: str) -> str:
    element = joint.find(role)
    return "" if element is None else element.get("link", "")


def _origin(joint: ElementTree.Element) -> Array:
    origin = joint.find("origin")
    if origin is None:
        return np.eye(4)
    xyz, rpy = ([float(x) for x in origin.get(key, "0 0 0").split()] for key in ("xyz", "rpy"))
    return transform(xyz, rpy)


def _limits(joint: ElementTree.Element) -> tuple[float, float]:
    """The soft limits where there are some."""
    soft, hard = joint.find("safety_controller"), joint.find("limit")
    if soft is not None:
        return float(soft.get("soft_lower_limit", "-inf")), float(soft.get("soft_upper_limit", "inf"))
    if hard is not None:
        return float(hard.get("lower", "-inf")), float(hard.get("upper", "inf"))
    return -np.inf, np.inf
