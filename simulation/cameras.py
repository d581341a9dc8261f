"""Calibrated RGB-D cameras over PyBullet's software renderer (TinyRenderer, no shadows)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grounding import Camera, Image
from simulation.engine import BulletClient
from simulation.kinematics import transform
from simulation.scene import Light

NEAR, FAR = 0.02, 4.0
LINK = 1 << 24
"""By how much the masks of two links of a body differ."""
FLIP = np.diag([1.0, -1.0, -1.0, 1.0])
"""Between the OpenCV camera frame (y down, z forward) and the OpenGL one (y up, z backward)."""


@dataclass(frozen=True)
class Lens:
    """What does not depend on where the camera is."""

    name: str
    width: int
    height: int
    field_of_view: float
    """Vertical, in degrees."""

    @property
    def intrinsics(self) -> NDArray[np.float64]:
        """Matrix K (3, 3), [pixel]. TinyRenderer samples at pixel corners, hence the half pixels."""
        focal = 0.5 * self.height / np.tan(np.radians(self.field_of_view) / 2)
        return np.array([[focal, 0, self.width / 2 + 0.5], [0, focal, self.height / 2 - 0.5], [0, 0, 1.0]])


FRONT = Lens("front", 128, 128, 44.0)
WRIST = Lens("wrist", 96, 96, 75.0)
PRESENTATION = Lens("presentation", 320, 240, 42.0)


Vector = tuple[float, float, float]


def look_at(eye: Vector, target: Vector, up: Vector = (0.0, 0.0, 1.0)) -> NDArray[np.float64]:
    """Pose (4, 4) of a camera at ``eye`` that looks at ``target``, ``up`` in its upper half; OpenCV convention, [m]."""
    z = np.subtract(target, eye)
    z = z / np.linalg.norm(z)
    x = np.cross(z, up)
    x /= np.linalg.norm(x)
    T = np.eye(4)
    T[:3, 0], T[:3, 1], T[:3, 2], T[:3, 3] = x, np.cross(z, x), z, eye
    return T


FRONT_POSE = look_at((1.04, 0.0, 0.84), (0.50, 0.0, 0.04))
PRESENTATION_POSE = look_at((1.25, 0.75, 0.80), (0.42, 0.0, 0.10))
T_WRIST_CAMERA = look_at((0.07, 0.0, 0.035), (0.022, 0.0, 0.105), up=(1.0, 0.0, 0.0))
"""The wrist camera in the hand's frame: in front of it, the grasp point in its middle, the fingers from below."""


def jittered(T: NDArray[np.float64], jitter: tuple[float, ...]) -> NDArray[np.float64]:
    """A pose moved by metres in the base frame and turned by roll, pitch, yaw [rad] about its own axes."""
    moved = T @ transform((0, 0, 0), jitter[3:])
    moved[:3, 3] += jitter[:3]
    return moved


def render(
    client: BulletClient, lens: Lens, T_base_camera: NDArray[np.float64], light: Light
) -> tuple[Image, NDArray[np.int32]]:
    """Take a picture; also what each pixel (H, W) shows: body + (link + 1) * ``LINK``, the base being link -1; -1 for
    nothing."""
    view = (FLIP @ np.linalg.inv(T_base_camera)).T.ravel().tolist()
    projection = client.computeProjectionMatrixFOV(lens.field_of_view, lens.width / lens.height, NEAR, FAR)
    _, _, rgba, buffer, bodies = client.getCameraImage(
        lens.width,
        lens.height,
        view,
        projection,
        lightDirection=light.direction,
        lightColor=light.colour,
        lightDistance=2.0,
        shadow=0,
        lightAmbientCoeff=light.ambient,
        lightDiffuseCoeff=light.diffuse,
        lightSpecularCoeff=light.specular,
        renderer=client.ER_TINY_RENDERER,
        flags=client.ER_SEGMENTATION_MASK_OBJECT_AND_LINKINDEX,
    )
    shape = (lens.height, lens.width)
    seen = np.asarray(bodies, dtype=np.int32).reshape(shape)
    depth = _metres(np.asarray(buffer, dtype=np.float64).reshape(shape))
    rgb = np.ascontiguousarray(np.asarray(rgba, dtype=np.uint8).reshape(*shape, 4)[..., :3])
    depth[seen < 0] = 0.0
    return Image(rgb, depth, Camera(lens.name, lens.intrinsics, T_base_camera.copy())), seen


def _metres(buffer: NDArray[np.float64]) -> NDArray[np.float32]:
    """Distances along the optical axis [m] from an OpenGL depth buffer in 0..1."""
    return (FAR * NEAR / (FAR - (FAR - NEAR) * buffer)).astype(np.float32)
