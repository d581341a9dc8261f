"""Rotations as unit quaternions (x, y, z, w), and the other ways in which people write them."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Quaternion = NDArray[np.float64]
"""Shape (4,), (x, y, z, w), of length 1."""


def of_matrix(rotation: NDArray[np.floating]) -> Quaternion:
    """Of a rotation matrix of shape (3, 3).

    The eigenvector of Bar-Itzhack's matrix for its greatest eigenvalue (J. Guidance 23(6), 2000).
    """
    (xx, xy, xz), (yx, yy, yz), (zx, zy, zz) = rotation
    matrix = np.array(
        [
            [xx - yy - zz, yx + xy, zx + xz, zy - yz],
            [yx + xy, yy - xx - zz, zy + yz, xz - zx],
            [zx + xz, zy + yz, zz - xx - yy, yx - xy],
            [zy - yz, xz - zx, yx - xy, xx + yy + zz],
        ]
    )
    vector: Quaternion = np.linalg.eigh(matrix)[1][:, -1]
    return vector


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
