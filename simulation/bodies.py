"""PyBullet bodies for the objects on the table."""

from collections.abc import Sequence

import numpy as np

from simulation.engine import BulletClient
from simulation.meshes import (
    Box,
    Mesh,
    band,
    box_collision,
    boxes,
    circle,
    globe,
    joined,
    ring_of_boards,
    stump,
    vessel,
    visual,
)
from simulation.shapes import (
    BALL_RADIUS,
    BAR,
    BLADE,
    BLADE_GRIP,
    BLOCK_SIZE,
    BOWL_BASE_RADIUS,
    BOWL_HEIGHT,
    BOWL_RIM_RADIUS,
    BOWL_SIDES,
    BOWL_WALL,
    CAN_HEIGHT,
    CAN_RADIUS,
    CONE,
    CORNER,
    CRUMB,
    MUG_HANDLE,
    MUG_HEIGHT,
    MUG_RADIUS,
    MUG_WALL,
    RING,
    SHAPES,
    STAR,
    WEDGE,
    rgb,
)

TABLE_HALF = (0.75, 0.75, 0.05)
TABLE_CENTRE = (0.45, 0.0, -0.05)
FRICTION = 0.9
CYLINDER_SIDES = 16
MUG_SIDES = 12
RING_SIDES = 12


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
    collision = _COLLISIONS[category](client) if category in _COLLISIONS else box_collision(client, _boxes(category))
    look = _visual(client, category, colour)
    pose = (list(position), client.getQuaternionFromEuler([0, 0, yaw]))
    body = client.createMultiBody(SHAPES[category].mass, collision, look, *pose)
    client.changeDynamics(
        body, -1, lateralFriction=FRICTION, spinningFriction=0.002, linearDamping=0.05, angularDamping=0.1
    )
    if SHAPES[category].rolling:
        client.changeDynamics(body, -1, rollingFriction=SHAPES[category].rolling)
    return int(body)


def paint(client: BulletClient, body: int, colour: str) -> None:
    """Give an object another colour."""
    client.changeVisualShape(body, -1, rgbaColor=[*rgb(colour), 1.0])


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


def _ball(client: BulletClient) -> int:
    return int(client.createCollisionShape(client.GEOM_SPHERE, radius=BALL_RADIUS))


def _can(client: BulletClient) -> int:
    shape = SHAPES["can"]
    return int(client.createCollisionShape(client.GEOM_CYLINDER, radius=shape.radius, height=shape.height))


def _cone(client: BulletClient) -> int:
    return int(client.createCollisionShape(client.GEOM_MESH, vertices=stump(*CONE, CYLINDER_SIDES)[0].tolist()))


_COLLISIONS = {
    "block": _block,
    "bowl": _bowl,
    "cylinder": _cylinder,
    "wedge": _wedge,
    "ball": _ball,
    "can": _can,
    "cone": _cone,
}


def _boxes(category: str) -> tuple[Box, ...]:
    """The convex parts of a compound."""
    if category == "mug":
        floor = Box((1.3 * MUG_RADIUS, 1.3 * MUG_RADIUS, MUG_WALL), (0.0, 0.0, (MUG_WALL - MUG_HEIGHT) / 2))
        return (*ring_of_boards(MUG_RADIUS, MUG_WALL, MUG_HEIGHT, MUG_SIDES), floor, *_handle_of_mug())
    if category == "ring":
        return ring_of_boards(RING[0], RING[0] - RING[1], RING[2], RING_SIDES)
    if category == "star":
        return tuple(Box(STAR, yaw=k * np.pi / 3) for k in range(3))
    if category == "corner":
        long, short = CORNER
        return Box(long), Box(short, ((long[0] - short[0]) / 2, (long[1] + short[1]) / 2, 0.0))
    if category == "blade":
        height = BLADE[2] + BLADE_GRIP[2]
        return Box(BLADE, (0.0, 0.0, (BLADE[2] - height) / 2)), Box(
            BLADE_GRIP, (0.0, 0.0, (height - BLADE_GRIP[2]) / 2)
        )
    return (Box({"bar": BAR, "crumb": (CRUMB, CRUMB, CRUMB)}[category]),)


def _handle_of_mug() -> tuple[Box, ...]:
    """Two arms and an upright, along the mug's x axis."""
    out, thick, high = MUG_HANDLE
    arm, top = (out, thick, thick), (high - thick) / 2
    middle = MUG_RADIUS + out / 2 - 0.002
    upright = Box((thick, thick, high), (MUG_RADIUS + out - thick / 2 - 0.002, 0.0, 0.0))
    return Box(arm, (middle, 0.0, top)), Box(arm, (middle, 0.0, -top)), upright


def _visual(client: BulletClient, category: str, colour: str) -> int:
    if category == "block":
        look = {"rgbaColor": [*rgb(colour), 1.0], "specularColor": [0.1, 0.1, 0.1]}
        return int(client.createVisualShape(client.GEOM_BOX, halfExtents=[BLOCK_SIZE / 2] * 3, **look))
    return visual(client, _mesh(category), rgb(colour))


def _mesh(category: str) -> Mesh:
    """What is seen of an object."""
    if category in _MESHES:
        return _MESHES[category]()
    return boxes(_boxes(category))


def _bowl_mesh() -> Mesh:
    """Outer wall, rim, inner wall and inner floor."""
    low, high, n = -BOWL_HEIGHT / 2, BOWL_HEIGHT / 2, BOWL_SIDES
    circles = [
        circle(BOWL_BASE_RADIUS, low, n),
        circle(BOWL_RIM_RADIUS, high, n),
        circle(BOWL_RIM_RADIUS - BOWL_WALL, high, n),
        circle(BOWL_BASE_RADIUS - BOWL_WALL, low + BOWL_WALL, n),
    ]
    faces = band(0, n, n) + band(n, 2 * n, n) + band(2 * n, 3 * n, n) + [tuple(range(3 * n, 4 * n))]
    return np.concatenate(circles), faces


def _cylinder_mesh() -> Mesh:
    shape = SHAPES["cylinder"]
    return stump(shape.radius, shape.radius, shape.height, CYLINDER_SIDES)


def _mug_mesh() -> Mesh:
    wall = vessel(MUG_RADIUS, MUG_RADIUS - MUG_WALL, MUG_HEIGHT, MUG_WALL, MUG_SIDES)
    return joined([wall, boxes(_handle_of_mug())])


def _wedge_mesh() -> Mesh:
    """A ramp: two upright triangles, which the fingers take, a floor, an upright end and a slope."""
    x, y, z = (side / 2 for side in WEDGE)
    vertices = np.array([[-x, -y, -z], [x, -y, -z], [-x, -y, z], [-x, y, -z], [x, y, -z], [-x, y, z]])
    return vertices, [(0, 1, 2), (3, 5, 4), (0, 3, 4, 1), (0, 2, 5, 3), (1, 4, 5, 2)]


_MESHES = {
    "bowl": _bowl_mesh,
    "cylinder": _cylinder_mesh,
    "wedge": _wedge_mesh,
    "mug": _mug_mesh,
    "ball": lambda: globe(BALL_RADIUS, 14, 8),
    "can": lambda: stump(CAN_RADIUS, CAN_RADIUS, CAN_HEIGHT, CYLINDER_SIDES),
    "cone": lambda: stump(*CONE, CYLINDER_SIDES),
    "ring": lambda: vessel(RING[0], RING[1], RING[2], None, RING_SIDES),
}
