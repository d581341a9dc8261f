"""Reading and changing the simulated state directly. For demonstrators, evaluation and training data only."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from grounding.parts import Part
from simulation.bodies import paint
from simulation.cameras import LINK
from simulation.kinematics import quaternion_matrix
from simulation.scene import ObjectSpec, SceneSpec, parse_object
from simulation.shapes import SHAPES
from simulation.truth import CRUMBS, Tool, TrueObject, Truth, part_of
from skills.action import EndEffectorTarget

if TYPE_CHECKING:
    from simulation.world import SimulatedWorld

TOUCH = 0.2
"""Least force of a finger that counts as pressing, [N]."""


class GroundTruth:
    """What only a simulator can know and do. A policy, grounder, value function or detector must never be given one."""

    def __init__(self, world: "SimulatedWorld") -> None:
        self._world = world
        self._kinds = {o.id: (o.category, o.colour) for o in world.spec.objects}

    def truth(self) -> Truth:
        """The state of the world, now."""
        objects = tuple(self._object(id) for id in self._world.bodies)
        felt = self._world.proprioception()
        x, y, z = felt.tcp_position.tolist()
        tool = Tool((x, y, z), felt.tcp_yaw, felt.gripper_opening)
        return Truth(objects, self._held(), tool, self._world.furniture.now())

    def masks(self, camera: str) -> NDArray[np.int16]:
        """Which of ``truth().objects`` each pixel of a camera shows, shape (H, W); -1 elsewhere."""
        bodies = self._world.picture_of(camera)[1]
        table = np.full(max(2, bodies.max() + 2), -1, dtype=np.int16)
        for index, body in enumerate(self._world.bodies.values()):
            if body < len(table) - 1:
                table[body] = index
        return table[bodies]

    def part_names(self) -> tuple[str, ...]:
        """What ``parts`` tells apart: objects, the fixtures and their parts, and all crumbs as one."""
        things = [id for id in self._world.bodies if self._kinds[id][0] != "crumb"]
        fixtures = list(dict.fromkeys(self._world.furniture.parts().values()))
        return (*things, *fixtures, *([CRUMBS] if len(things) < len(self._world.bodies) else []))

    def parts_now(self) -> tuple[Part, ...]:
        """The parts that ``part_names`` names, in that order, as they are now."""
        truth = self.truth()
        return tuple(part_of(name, truth) for name in self.part_names())

    def parts(self, camera: str) -> NDArray[np.int16]:
        """Which of ``part_names()`` each pixel of a camera shows, shape (H, W); -1 elsewhere."""
        seen, names = self._world.parts_in(camera)[1], self.part_names()
        index = np.full(seen.shape, -1, dtype=np.int16)
        crumbs = {body: CRUMBS for id, body in self._world.bodies.items() if self._kinds[id][0] == "crumb"}
        for body, name in {**{body: id for id, body in self._world.bodies.items()}, **crumbs}.items():
            index[seen == body] = names.index(name)
        for (body, link), name in self._world.furniture.parts().items():
            index[seen == body + (link + 1) * LINK] = names.index(name)
        return index

    def pull(self, drawer: str, opening: float) -> None:
        """Put a drawer so far out, at rest, [m]; what lies in it stays behind."""
        self._world.furniture.pull(drawer, opening)
        self._world.changed()

    def light(self, lamp: str, lit: bool) -> None:
        """Turn a lamp on or off."""
        self._world.furniture.light(lamp, lit)
        self._world.changed()

    def spec(self) -> SceneSpec:
        """The world's scene with its objects where they are now (to build a like one, not to go on exactly)."""
        objects = (self._object(id) for id in self._world.bodies)
        now = tuple(ObjectSpec(o.id, o.category, o.colour, o.position, o.yaw) for o in objects)
        return replace(self._world.spec, objects=now, fixtures=self._world.furniture.now())

    def displace(self, id: str, offset: tuple[float, float]) -> None:
        """Shift an object horizontally, base frame, [m]; it comes to rest at once."""
        position, turn = self._world.client.getBasePositionAndOrientation(self._body(id))
        self._put(id, (position[0] + offset[0], position[1] + offset[1], position[2]), turn)

    def place(self, id: str, position: tuple[float, float, float], yaw: float) -> None:
        """Put an object's centre at ``position`` [m], upright, turned by ``yaw`` [rad], at rest."""
        self._put(id, position, self._world.client.getQuaternionFromEuler([0, 0, yaw]))

    def teleport_arm(self, position: tuple[float, float, float], yaw: float, gripper: float) -> bool:
        """Put the tool at ``position`` [m], pointing down, turned by ``yaw`` [rad], with no motion in between.

        Returns:
            Whether the pose could be reached; if not, nothing has changed.
        """
        target, T = EndEffectorTarget.top_down(position, yaw, gripper), np.eye(4)
        T[:3, :3], T[:3, 3] = quaternion_matrix(target.quaternion), position
        world = self._world
        solution = world.arm.inverse(T, np.array(world.robot.home), iterations=100)
        if solution.reached:
            world.reset_arm(solution.joints, gripper)
        return solution.reached

    def put_in_hand(self, id: str) -> bool:
        """Let the fingers, where they are, hold an object; lifts the tool to 0.2 m first if it is lower.

        Returns:
            Whether it is held now.
        """
        world, tool = self._world, self.truth().tcp
        shape = SHAPES[self._kind(id)[0]]
        if tool.position[2] < 0.15 or not self.teleport_arm(tool.position, tool.yaw, 1.0):
            self.teleport_arm((0.45, 0.0, 0.2), 0.0, 1.0)
        world.reset_arm(world.setpoint.position, (shape.width + 0.0015) / world.robot.gripper_opening)
        world.gripper = 0.0
        tool = self.truth().tcp
        for _ in range(12):
            x, y, z = tool.position
            self.place(id, (x, y, z - shape.grip), tool.yaw)
            world.advance(1)
        world.advance(36)
        return self._held() == id

    def recolour(self, id: str, colour: str) -> str:
        """Paint an object; its new id.

        Raises:
            ValueError: unknown colour, or there is such an object already.
        """
        category = self._kind(id)[0]
        new = " ".join(parse_object(f"{colour} {category}"))
        if new in self._world.bodies and new != id:
            raise ValueError(f"there is a {new} already")
        paint(self._world.client, self._body(id), colour)
        self._kinds = {(new if k == id else k): ((category, colour) if k == id else v) for k, v in self._kinds.items()}
        self._world.bodies = {(new if k == id else k): body for k, body in self._world.bodies.items()}
        self._world.changed()
        return new

    @contextmanager
    def undone(self) -> Iterator[None]:
        """What moves inside is taken back at the end: look into the future from here. Colours stay as they became."""
        world = self._world
        bullet, setpoint = world.client.saveState(), world.setpoint.state
        kept = world.gripper, world.steps, world.stopped
        lit = dict(world.furniture.lit)
        images = dict(world.images)
        try:
            yield
        finally:
            world.client.restoreState(bullet)
            world.client.removeState(bullet)
            world.setpoint.resume(setpoint)
            world.gripper, world.steps, world.stopped = kept
            for id in lit:
                world.furniture.light(id, lit[id])
            world.changed(images)

    def _body(self, id: str) -> int:
        self._kind(id)
        return self._world.bodies[id]

    def _kind(self, id: str) -> tuple[str, str]:
        if id not in self._kinds:
            raise KeyError(f"no {id!r} on the table; there is: {', '.join(self._kinds)}")
        return self._kinds[id]

    def _put(self, id: str, position: Sequence[float], turn: Sequence[float]) -> None:
        client, body = self._world.client, self._body(id)
        client.resetBasePositionAndOrientation(body, [float(x) for x in position], turn)
        client.resetBaseVelocity(body, [0, 0, 0], [0, 0, 0])
        self._world.changed()

    def _object(self, id: str) -> TrueObject:
        client, body = self._world.client, self._world.bodies[id]
        position, turn = client.getBasePositionAndOrientation(body)
        velocity = client.getBaseVelocity(body)[0]
        R = quaternion_matrix(turn)
        upright = bool(R[2, 2] > 0.9)
        level = R[:, 0] if upright else R[:, int(np.argmin(np.abs(R[2])))]
        yaw = float(np.arctan2(level[1], level[0]))
        return TrueObject(id, *self._kinds[id], tuple(position), yaw, float(np.linalg.norm(velocity)), upright)

    def _held(self) -> str | None:
        """The object that both fingers press."""
        world = self._world
        for id, body in world.bodies.items():
            forces = [self._force(link, body) for link in world.finger_links]
            if min(forces) > TOUCH:
                return id
        return None

    def _force(self, link: int, body: int) -> float:
        world = self._world
        contacts = world.client.getContactPoints(world.body, body, linkIndexA=link)
        return float(sum(contact[9] for contact in contacts))
