"""PyBullet bodies for the objects on the table."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from simulation.engine import BulletClient
from simulation.shapes import (
    BLOCK_SIZE,
    BOWL_BASE_RADIUS,
    BOWL_HEIGHT,
    BOWL_RIM_RADIUS,
    BOWL_SIDES,
    BOWL_WALL,
    COLOURS,
    SHAPES,
    WEDGE,
)

TABLE_HALF = (0.75, 0.75, 0.05)
TABLE_CENTRE = (0.45, 0.0, -0.05)
FRICTION = 0.9
CYLINDER_SIDES = 16

Vertices = NDArray[np.float64]
Faces = list[tuple[int, ...]]


def add_table(client: BulletClient, rgba: Sequence[float]) -> int:
    """A table top at z = 0, 1.5 m square; its body id."""
    half = list(TABLE_HALF)
    shape = client.createCollisionShape(client.GEOM_BOX, halfExtents=half)
    visual = client.createVisualShape(client.GEOM_BOX, halfExtents=half, rgbaColor=list(rgba), specularColor=[0, 0, 0])
    body = client.createMultiBody(0, shape, visual, list(TABLE_CENTRE))
    client.changeDynamics(body, -1, lateralFriction=FRICTION)
    return int(body)


def add_object(client: BulletClient, category: str, colour: str, position: Sequence[float], yaw: float) -> int:
    """An object whose centre is at ``position`` [m]; its body id."""
    collision = {"block": _block, "bowl": _bowl, "cylinder": _cylinder, "wedge": _wedge}[category](client)
    visual = _visual(client, category, colour)
    pose = (list(position), client.getQuaternionFromEuler([0, 0, yaw]))
    body = client.createMultiBody(SHAPES[category].mass, collision, visual, *pose)
    client.changeDynamics(
        body, -1, lateralFriction=FRICTION, spinningFriction=0.002, linearDamping=0.05, angularDamping=0.1
    )
    return int(body)


def paint(client: BulletClient, body: int, colour: str) -> None:
    """Give an object another colour."""
    client.changeVisualShape(body, -1, rgbaColor=[*COLOURS[colour], 1.0])


def _block(client: BulletClient) -> int:
    return int(client.createCollisionShape(client.GEOM_BOX, halfExtents=[BLOCK_SIZE / 2] * 3))


def _cylinder(client: BulletClient) -> int:
    shape = SHAPES["cylinder"]
    return int(client.createCollisionShape(client.GEOM_CYLINDER, radius=shape.radius, height=shape.height))


def _wedge(client: BulletClient) -> int:
    return int(client.createCollisionShape(client.GEOM_MESH, vertices=_wedge_mesh()[0].tolist()))


def _bowl(client: BulletClient) -> int:
    """A ring of inclined boards on a round floor."""
    middle, slope = (BOWL_RIM_RADIUS + BOWL_BASE_RADIUS) / 2, BOWL_RIM_RADIUS - BOWL_BASE_RADIUS
    board = [BOWL_WALL / 2, BOWL_RIM_RADIUS * np.tan(np.pi / BOWL_SIDES), np.hypot(BOWL_HEIGHT, slope) / 2]
    angles = (np.arange(BOWL_SIDES) + 0.5) * 2 * np.pi / BOWL_SIDES
    ring = (middle - BOWL_WALL / 2) * np.cos(np.pi / BOWL_SIDES)
    places = [[ring * np.cos(a), ring * np.sin(a), 0.0] for a in angles]
    tilt = float(np.arctan2(slope, BOWL_HEIGHT))
    turns = [client.getQuaternionFromEuler([0, tilt, a]) for a in angles]
    return int(
        client.createCollisionShapeArray(
            shapeTypes=[client.GEOM_BOX] * BOWL_SIDES + [client.GEOM_CYLINDER],
            halfExtents=[board] * BOWL_SIDES + [[0, 0, 0]],
            radii=[0.0] * BOWL_SIDES + [BOWL_BASE_RADIUS],
            lengths=[0.0] * BOWL_SIDES + [BOWL_WALL],
            collisionFramePositions=[*places, [0, 0, (BOWL_WALL - BOWL_HEIGHT) / 2]],
            collisionFrameOrientations=[*turns, [0, 0, 0, 1]],
        )
    )


def _visual(client: BulletClient, category: str, colour: str) -> int:
    look = {"rgbaColor": [*COLOURS[colour], 1.0], "specularColor": [0.1, 0.1, 0.1]}
    if category == "block":
        return int(client.createVisualShape(client.GEOM_BOX, halfExtents=[BLOCK_SIZE / 2] * 3, **look))
    vertices, faces = {"bowl": _bowl_mesh, "cylinder": _cylinder_mesh, "wedge": _wedge_mesh}[category]()
    corners, normals, indices = _flat(vertices, faces)
    return int(client.createVisualShape(client.GEOM_MESH, vertices=corners, normals=normals, indices=indices, **look))


def _flat(vertices: Vertices, faces: Faces) -> tuple[list[list[float]], list[list[float]], list[int]]:
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


def _circle(radius: float, z: float, sides: int) -> Vertices:
    angles = np.arange(sides) * 2 * np.pi / sides
    return np.stack([radius * np.cos(angles), radius * np.sin(angles), np.full(sides, z)], axis=1)


def _band(below: int, above: int, sides: int) -> Faces:
    """Quadrilaterals between two circles of vertices, facing outwards when ``above`` is higher."""
    ring = [(i, (i + 1) % sides) for i in range(sides)]
    return [(below + i, below + j, above + j, above + i) for i, j in ring]


def _bowl_mesh() -> tuple[Vertices, Faces]:
    """Outer wall, rim, inner wall and inner floor."""
    low, high, n = -BOWL_HEIGHT / 2, BOWL_HEIGHT / 2, BOWL_SIDES
    circles = [
        _circle(BOWL_BASE_RADIUS, low, n),
        _circle(BOWL_RIM_RADIUS, high, n),
        _circle(BOWL_RIM_RADIUS - BOWL_WALL, high, n),
        _circle(BOWL_BASE_RADIUS - BOWL_WALL, low + BOWL_WALL, n),
    ]
    faces = _band(0, n, n) + _band(n, 2 * n, n) + _band(2 * n, 3 * n, n) + [tuple(range(3 * n, 4 * n))]
    return np.concatenate(circles), faces


def _cylinder_mesh() -> tuple[Vertices, Faces]:
    shape, n = SHAPES["cylinder"], CYLINDER_SIDES
    circles = [_circle(shape.radius, z, n) for z in (-shape.height / 2, shape.height / 2)]
    return np.concatenate(circles), [*_band(0, n, n), tuple(range(n, 2 * n)), tuple(range(n))[::-1]]


def _wedge_mesh() -> tuple[Vertices, Faces]:
    """A ramp: two upright triangles, which the fingers take, a floor, an upright end and a slope."""
    x, y, z = (side / 2 for side in WEDGE)
    vertices = np.array([[-x, -y, -z], [x, -y, -z], [-x, -y, z], [-x, y, -z], [x, y, -z], [-x, y, z]])
    return vertices, [(0, 1, 2), (3, 5, 4), (0, 3, 4, 1), (0, 2, 5, 3), (1, 4, 5, 2)]
