"""Visual meshes and compounds of boxes, built in code; every length in [m]."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from simulation.engine import BulletClient

Vertices = NDArray[np.float64]
Faces = list[tuple[int, ...]]
Mesh = tuple[Vertices, Faces]

_BOX_FACES: Faces = [(0, 2, 3, 1), (4, 5, 7, 6), (0, 1, 5, 4), (2, 6, 7, 3), (0, 4, 6, 2), (1, 3, 7, 5)]


@dataclass(frozen=True)
class Box:
    """One box of a compound, in the frame of its body."""

    size: tuple[float, float, float]
    centre: tuple[float, float, float] = (0.0, 0.0, 0.0)
    yaw: float = 0.0
    """About the vertical, [rad]."""


def flat(vertices: Vertices, faces: Faces) -> tuple[list[list[float]], list[list[float]], list[int]]:
    """Triangles with corners of their own, so that each face has one normal."""
    corners: list[list[float]] = []
    normals: list[list[float]] = []
    for face in faces:
        a, b, c = vertices[face[0]], vertices[face[1]], vertices[face[2]]
        normal = np.cross(b - a, c - a)
        normal /= np.linalg.norm(normal)
        for k in range(1, len(face) - 1):
            corners += [vertices[face[i]].tolist() for i in (0, k, k + 1)]
            normals += [normal.tolist()] * 3
    return corners, normals, list(range(len(corners)))


def circle(radius: float, z: float, sides: int) -> Vertices:
    """Points on a horizontal circle, shape (sides, 3)."""
    angles = np.arange(sides) * 2 * np.pi / sides
    return np.stack([radius * np.cos(angles), radius * np.sin(angles), np.full(sides, z)], axis=1)


def band(below: int, above: int, sides: int) -> Faces:
    """Quadrilaterals between two circles of vertices, facing outwards when ``above`` is higher."""
    ring = [(i, (i + 1) % sides) for i in range(sides)]
    return [(below + i, below + j, above + j, above + i) for i, j in ring]


def stump(below: float, above: float, height: float, sides: int) -> Mesh:
    """A cylinder, or a stump of a cone when the radii differ."""
    circles = [circle(below, -height / 2, sides), circle(above, height / 2, sides)]
    return np.concatenate(circles), [*band(0, sides, sides), tuple(range(sides, 2 * sides)), tuple(range(sides))[::-1]]


def vessel(outer: float, inner: float, height: float, floor: float | None, sides: int) -> Mesh:
    """An upright wall between two radii, open above; ``floor`` is its thickness, or None for a hole."""
    low, high, n = -height / 2, height / 2, sides
    bottom = low if floor is None else low + floor
    circles = [circle(outer, low, n), circle(outer, high, n), circle(inner, high, n), circle(inner, bottom, n)]
    faces = band(0, n, n) + band(n, 2 * n, n) + band(2 * n, 3 * n, n)
    return np.concatenate(circles), faces if floor is None else [*faces, tuple(range(3 * n, 4 * n))]


def globe(radius: float, sides: int, rows: int) -> Mesh:
    """A sphere of ``rows`` bands."""
    angles = np.linspace(-np.pi / 2, np.pi / 2, rows + 1)[1:-1]
    circles = [circle(radius * np.cos(a), radius * np.sin(a), sides) for a in angles]
    faces = [face for k in range(len(circles) - 1) for face in band(k * sides, (k + 1) * sides, sides)]
    last = (len(circles) - 1) * sides
    caps: Faces = [tuple(range(sides))[::-1], tuple(range(last, last + sides))]
    return np.concatenate(circles), faces + caps


def boxes(parts: Sequence[Box]) -> Mesh:
    """All the faces of a compound of boxes."""
    meshes = [_box(part) for part in parts]
    return joined(meshes)


def joined(meshes: Sequence[Mesh]) -> Mesh:
    """Several meshes as one."""
    starts = np.cumsum([0, *(len(vertices) for vertices, _ in meshes)])
    faces = [tuple(int(s) + i for i in face) for s, (_, fs) in zip(starts, meshes, strict=False) for face in fs]
    return np.concatenate([vertices for vertices, _ in meshes]), faces


def ring_of_boards(outer: float, wall: float, height: float, sides: int) -> tuple[Box, ...]:
    """Boards that stand around a circle: what collides where a ``vessel`` is seen."""
    middle, width = outer - wall / 2, 2 * outer * float(np.tan(np.pi / sides))
    angles = ((np.arange(sides) + 0.5) * 2 * np.pi / sides).tolist()
    ring = middle * float(np.cos(np.pi / sides))
    return tuple(Box((wall, width, height), (ring * float(np.cos(a)), ring * float(np.sin(a)), 0.0), a) for a in angles)


def box_collision(client: "BulletClient", parts: Sequence[Box]) -> int:
    """A collision shape made of boxes."""
    return int(
        client.createCollisionShapeArray(
            shapeTypes=[client.GEOM_BOX] * len(parts),
            halfExtents=[[side / 2 for side in part.size] for part in parts],
            collisionFramePositions=[list(part.centre) for part in parts],
            collisionFrameOrientations=[client.getQuaternionFromEuler([0, 0, part.yaw]) for part in parts],
        )
    )


def visual(client: "BulletClient", mesh: Mesh, rgb: Sequence[float], specular: float = 0.1) -> int:
    """A visual shape with flat faces."""
    corners, normals, indices = flat(*mesh)
    look = {"rgbaColor": [*rgb, 1.0], "specularColor": [specular] * 3}
    return int(client.createVisualShape(client.GEOM_MESH, vertices=corners, normals=normals, indices=indices, **look))


def _box(part: Box) -> Mesh:
    corners = np.array([[x, y, z] for z in (-1, 1) for y in (-1, 1) for x in (-1, 1)]) * np.array(part.size) / 2
    c, s = np.cos(part.yaw), np.sin(part.yaw)
    turned = corners @ np.array([[c, s, 0.0], [-s, c, 0.0], [0.0, 0.0, 1.0]])
    return turned + np.array(part.centre), _BOX_FACES
