"""What the robot senses: named RGB-D images, proprioception and a time stamp."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Camera:
    """A calibrated pinhole camera.

    The camera frame follows OpenCV: x right, y down, z forward.
    """

    name: str
    intrinsics: NDArray[np.float64]
    """Matrix K of shape (3, 3), in pixels."""
    T_base_camera: NDArray[np.float64]
    """Pose of the camera in the robot's base frame, of shape (4, 4), translation in [m]."""


@dataclass(frozen=True)
class Image:
    """One RGB-D picture, depth registered to colour."""

    rgb: NDArray[np.uint8]
    """Shape (H, W, 3)."""
    depth: NDArray[np.float32]
    """Shape (H, W), distance along the camera's z axis in [m]; 0 where nothing was measured."""
    camera: Camera

    def points(self) -> NDArray[np.float32]:
        """Back-project every pixel into the base frame: shape (H, W, 3), in [m]."""
        height, width = self.depth.shape
        K, T = self.camera.intrinsics, self.camera.T_base_camera
        v, u = np.mgrid[0:height, 0:width] + 0.5
        z = self.depth
        local = np.stack([(u - K[0, 2]) / K[0, 0] * z, (v - K[1, 2]) / K[1, 1] * z, z], axis=-1)
        return (local @ T[:3, :3].T + T[:3, 3]).astype(np.float32)


@dataclass(frozen=True)
class Proprioception:
    """What the robot knows of its own body."""

    T_base_tcp: NDArray[np.float64]
    """Pose of the tool centre point (between the finger tips) in the base frame, shape (4, 4), [m]."""
    gripper_opening: float
    """Distance between the fingers in [m]; 0 is closed."""
    joint_positions: NDArray[np.float64]
    """Arm joints, shape (n,), in [rad]."""
    joint_velocities: NDArray[np.float64]
    """Arm joints, shape (n,), in [rad/s]."""
    gripper_force: float = 0.0
    """Force with which the fingers press, from the motor torque, in [N]."""

    @property
    def tcp_position(self) -> NDArray[np.float64]:
        """Shape (3,), base frame, [m]."""
        return self.T_base_tcp[:3, 3]

    @property
    def tcp_yaw(self) -> float:
        """Rotation of the tool's x axis about the base frame's z axis, in [rad], in (-pi, pi]."""
        return float(np.arctan2(self.T_base_tcp[1, 0], self.T_base_tcp[0, 0]))


@dataclass(frozen=True)
class Observation:
    """All that a policy, grounder, value function or detector may see at one moment."""

    images: Mapping[str, Image]
    """By camera name, e.g. ``front`` and ``wrist``."""
    proprioception: Proprioception
    time: float
    """Seconds since the world began."""
