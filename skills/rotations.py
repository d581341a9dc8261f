"""Rotations as unit quaternions (x, y, z, w), and the other ways in which people write them."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Quaternion = NDArray[np.float64]
"""Shape (4,), (x, y, z, w), of length 1."""


def of_matrix(rotation: NDArray[np.floating]) -> Quaternion:
    """Of a rotation matrix of shape (3, 3); its largest number is positive.

    Shepperd, *Quaternion from rotation matrix*, Journal of Guidance and Control 1, 1978.
    """
    R = np.asarray(rotation, np.float64)
    squares = np.array([R[0, 0], R[1, 1], R[2, 2], np.trace(R)])
    largest = int(np.argmax(squares))
    if largest == 3:
        found = np.array([R[2, 1] - R[1, 2], R[0, 2] - R[2, 0], R[1, 0] - R[0, 1], 1 + squares[3]])
    else:
        i, j, k = largest, (largest + 1) % 3, (largest + 2) % 3
        found = np.empty(4)
        found[i] = 1 + R[i, i] - R[j, j] - R[k, k]
        found[j], found[k], found[3] = R[j, i] + R[i, j], R[k, i] + R[i, k], R[k, j] - R[j, k]
    return np.asarray(found / np.linalg.norm(found))


def of_vector(vector: ArrayLike) -> Quaternion:
    """Of an axis times an angle, shape (3,), [rad]."""
    turn = np.asarray(vector, np.float64)
    half = 0.5 * float(np.linalg.norm(turn))
    return np.array([*(0.5 * np.sinc(half / np.pi) * turn), np.cos(half)])


def to_vector(quaternion: ArrayLike) -> NDArray[np.float64]:
    """The axis times the angle, shape (3,), [rad], at most half a turn."""
    q = unit(quaternion)
    q = -q if q[3] < 0 else q
    sine = float(np.linalg.norm(q[:3]))
    angle = 2.0 * np.arctan2(sine, q[3])
    return np.asarray(q[:3] * (angle / sine if sine > 1e-12 else 2.0))


def of_rpy(angles: ArrayLike) -> Quaternion:
    """Of roll, pitch and yaw, shape (3,), [rad]: about the fixed axes x, then y, then z."""
    x, y, z = (of_vector(turn) for turn in np.diag(np.asarray(angles, np.float64)))
    return multiply(z, multiply(y, x))


def to_rpy(quaternion: ArrayLike) -> NDArray[np.float64]:
    """Roll, pitch and yaw, shape (3,), [rad]: about the fixed axes x, then y, then z."""
    x, y, z, w = unit(quaternion)
    roll = np.arctan2(2 * (w * x + y * z), 1 - 2 * (x * x + y * y))
    pitch = np.arcsin(np.clip(2 * (w * y - z * x), -1.0, 1.0))
    return np.array([roll, pitch, np.arctan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z))])


def multiply(first: ArrayLike, second: ArrayLike) -> Quaternion:
    """The second rotation, then the first (Hamilton's product)."""
    a, b = np.asarray(first, np.float64), np.asarray(second, np.float64)
    vector = a[3] * b[:3] + b[3] * a[:3] + np.cross(a[:3], b[:3])
    return np.array([*vector, a[3] * b[3] - a[:3] @ b[:3]])


def unit(quaternion: ArrayLike) -> Quaternion:
    """The same direction, of length 1.

    Raises:
        ValueError: it has no direction.
    """
    q = np.asarray(quaternion, np.float64)
    length = float(np.linalg.norm(q))
    if not 0.1 < length < 10.0:
        raise ValueError(f"{q.tolist()} is no unit quaternion (x, y, z, w)")
    return q if abs(length - 1.0) < 1e-9 else np.asarray(q / length)
