"""The fixtures of a scene as PyBullet bodies with joints and lights."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from simulation.engine import BulletClient
from simulation.fixtures import (
    BUTTON_BASE,
    BUTTON_BASE_RADIUS,
    BUTTON_CLICK,
    BUTTON_HEIGHT,
    BUTTON_RADIUS,
    BUTTON_SPRING,
    BUTTON_TRAVEL,
    DRAWER_FRICTION,
    DRAWER_TRAVEL,
    LAMP_BULB,
    LAMP_COLOURS,
    LAMP_FOOT,
    LAMP_HEIGHT,
    LAMP_POST,
    REGION_SIDE,
    TRAY,
    FixtureSpec,
    cabinet_boxes,
    drawer_boxes,
    handle_boxes,
    tray_walls,
)
from simulation.meshes import Box, box_collision, boxes, globe, stump, visual

FRICTION = 0.6
THIN = 0.001
"""Height of what only colours the table, [m]."""
_MOVING = 0
"""Link of a drawer or of a button that moves."""


class Furniture:
    """The fixtures of one world. Nothing here is for policies; ``privileged`` and the world use it."""

    def __init__(self, client: BulletClient, specs: Sequence[FixtureSpec]) -> None:
        self._client = client
        self.specs = {spec.id: spec for spec in specs}
        self.bodies = {spec.id: _BUILDERS[spec.kind](client, spec) for spec in specs}
        self.lit = {spec.id: spec.state > 0.5 for spec in specs if spec.kind == "lamp"}
        self._buttons = [self.bodies[id] for id in self._of_kind("button")]
        for id in self._of_kind("drawer"):
            self.pull(id, self.specs[id].state)
        for id, lit in self.lit.items():
            self.light(id, lit)

    def stepped(self) -> None:
        """After each step of the physics: a button that is down turns the lamps on."""
        if all(self.lit.values()):
            return
        if any(self._client.getJointState(body, _MOVING)[0] < -BUTTON_CLICK for body in self._buttons):
            for id in self.lit:
                self.light(id, True)

    def light(self, id: str, lit: bool) -> None:
        """Turn a lamp on or off."""
        self.lit[id] = lit
        self._client.changeVisualShape(self.bodies[id], 0, rgbaColor=[*LAMP_COLOURS[lit], 1.0])

    def opening(self, id: str) -> float:
        """How far a drawer is out, [m]; 0 for what is no drawer."""
        if self.specs[id].kind != "drawer":
            return 0.0
        return float(self._client.getJointState(self.bodies[id], _MOVING)[0])

    def pull(self, id: str, opening: float) -> None:
        """Put a drawer so far out, at rest, [m]."""
        self._client.resetJointState(self.bodies[id], _MOVING, opening)

    def now(self) -> tuple[FixtureSpec, ...]:
        """The fixtures with the state they are in."""
        return tuple(replace(spec, state=self._state(id)) for id, spec in self.specs.items())

    def state(self) -> NDArray[np.float64]:
        """All that can change, as numbers, shape (n,)."""
        numbers = [float(lit) for lit in self.lit.values()]
        for id in (*self._of_kind("drawer"), *self._of_kind("button")):
            numbers += self._client.getJointState(self.bodies[id], _MOVING)[:2]
        return np.array(numbers)

    def parts(self) -> Mapping[tuple[int, int], str]:
        """Body and link (-1: the base) of each part that can be told apart in a picture, and its name."""
        found: dict[tuple[int, int], str] = {}
        for id, body in self.bodies.items():
            names = {"drawer": (f"{id} cabinet", id, f"{id} handle")}.get(self.specs[id].kind, (id, id))
            found |= {(body, link - 1): name for link, name in enumerate(names)}
        return found

    def _of_kind(self, kind: str) -> list[str]:
        return [id for id, spec in self.specs.items() if spec.kind == kind]

    def _state(self, id: str) -> float:
        return float(self.lit[id]) if id in self.lit else self.opening(id)


def _drawer(client: BulletClient, spec: FixtureSpec) -> int:
    """A cabinet with a drawer on a prismatic joint and a handle fixed to it."""
    dark = [0.75 * c for c in spec.rgb]
    looks = [visual(client, boxes(drawer_boxes()), spec.rgb), visual(client, boxes(handle_boxes()), (0.12, 0.12, 0.13))]
    shapes = [box_collision(client, drawer_boxes()), box_collision(client, handle_boxes())]
    joints = [client.JOINT_PRISMATIC, client.JOINT_FIXED]
    cabinet = box_collision(client, cabinet_boxes()), visual(client, boxes(cabinet_boxes()), dark)
    body = _linked(client, spec, cabinet, [0.3, 0.05], shapes, looks, joints, [1, 0, 0])
    client.changeDynamics(body, _MOVING, jointLowerLimit=0.0, jointUpperLimit=DRAWER_TRAVEL)
    client.setJointMotorControl2(body, _MOVING, client.VELOCITY_CONTROL, targetVelocity=0.0, force=DRAWER_FRICTION)
    for link in (-1, 0):
        client.changeDynamics(body, link, lateralFriction=FRICTION)
    client.changeDynamics(body, 1, lateralFriction=1.0)
    return body


def _button(client: BulletClient, spec: FixtureSpec) -> int:
    """A base and a round button in it, held up by a spring."""
    low, high = BUTTON_BASE, BUTTON_HEIGHT
    base = _pillar(client, BUTTON_BASE_RADIUS, 0.0, low), _seen(client, BUTTON_BASE_RADIUS, 0.0, low, (0.3, 0.3, 0.32))
    shapes = [_pillar(client, BUTTON_RADIUS, low, high)]
    looks = [_seen(client, BUTTON_RADIUS, low, high, spec.rgb)]
    body = _linked(client, spec, base, [0.02], shapes, looks, [client.JOINT_PRISMATIC], [0, 0, 1])
    client.changeDynamics(body, _MOVING, jointLowerLimit=-BUTTON_TRAVEL, jointUpperLimit=0.0)
    client.setJointMotorControl2(body, _MOVING, client.POSITION_CONTROL, targetPosition=0.0, force=BUTTON_SPRING)
    return body


def _lamp(client: BulletClient, spec: FixtureSpec) -> int:
    """A foot with a post, and a bulb that is repainted when it is lit."""
    grey = (0.35, 0.35, 0.37)
    foot = _pillar(client, LAMP_FOOT, 0.0, 0.008)
    look = _seen(client, LAMP_POST, 0.0, LAMP_HEIGHT, grey)
    vertices, faces = globe(LAMP_BULB, 12, 6)
    bulb = visual(client, (vertices + np.array([0.0, 0.0, LAMP_HEIGHT]), faces), LAMP_COLOURS[False])
    return _linked(client, spec, (foot, look), [0.0], [-1], [bulb], [client.JOINT_FIXED], [0, 0, 1])


def _tray(client: BulletClient, spec: FixtureSpec) -> int:
    """Three walls around a floor that is painted on the table."""
    floor = Box((TRAY[0], TRAY[1], THIN), (0.0, 0.0, THIN / 2))
    walls = box_collision(client, tray_walls()), visual(client, boxes((*tray_walls(), floor)), spec.rgb)
    return _linked(client, spec, walls, [], [], [], [], [0, 0, 1])


def _region(client: BulletClient, spec: FixtureSpec) -> int:
    """A square painted on the table."""
    square = boxes([Box((REGION_SIDE, REGION_SIDE, THIN), (0.0, 0.0, THIN / 2))])
    return _linked(client, spec, (-1, visual(client, square, spec.rgb, 0.0)), [], [], [], [], [0, 0, 1])


_BUILDERS = {"drawer": _drawer, "button": _button, "lamp": _lamp, "tray": _tray, "region": _region}


def _linked(
    client: BulletClient,
    spec: FixtureSpec,
    base: tuple[int, int],
    masses: Sequence[float],
    shapes: Sequence[int],
    looks: Sequence[int],
    joints: Sequence[int],
    axis: Sequence[int],
) -> int:
    """A body that stands fast, with links in a row whose frames coincide while nothing has moved."""
    count = len(masses)
    body = client.createMultiBody(
        baseMass=0,
        baseCollisionShapeIndex=base[0],
        baseVisualShapeIndex=base[1],
        basePosition=[*spec.position, 0.0],
        baseOrientation=client.getQuaternionFromEuler([0, 0, spec.yaw]),
        linkMasses=list(masses),
        linkCollisionShapeIndices=list(shapes),
        linkVisualShapeIndices=list(looks),
        linkPositions=[[0, 0, 0]] * count,
        linkOrientations=[[0, 0, 0, 1]] * count,
        linkInertialFramePositions=[[0, 0, 0]] * count,
        linkInertialFrameOrientations=[[0, 0, 0, 1]] * count,
        linkParentIndices=list(range(count)),
        linkJointTypes=list(joints),
        linkJointAxis=[list(axis)] * count,
    )
    return int(body)


def _pillar(client: BulletClient, radius: float, low: float, high: float) -> int:
    return int(
        client.createCollisionShape(
            client.GEOM_CYLINDER, radius=radius, height=high - low, collisionFramePosition=[0, 0, (low + high) / 2]
        )
    )


def _seen(client: BulletClient, radius: float, low: float, high: float, rgb: Sequence[float]) -> int:
    vertices, faces = stump(radius, radius, high - low, 14)
    return visual(client, (vertices + np.array([0.0, 0.0, (low + high) / 2]), faces), rgb)
