"""The simulated world: a robot before a table, in PyBullet, behind the same port as a real robot."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from grounding import Image, Observation, Proprioception
from simulation import cameras
from simulation.bodies import add_object, add_table
from simulation.engine import connect
from simulation.furniture import Furniture
from simulation.kinematics import Arm, quaternion_matrix
from simulation.motion import Setpoint
from simulation.privileged import GroundTruth
from simulation.robots import find_robot
from simulation.scene import SceneSpec, sample_tabletop
from simulation.snapshot import read_snapshot, write_snapshot
from simulation.tabletop10 import sample_tabletop10
from skills.action import Action, EndEffectorTarget
from skills.ports import EmergencyStop

PHYSICS_RATE = 240
STEPS_PER_TICK = 24
LOWEST_TCP = 0.009
"""The fingers end 7 mm below the tool centre point; lower targets are raised to this, [m]."""
LONGEST_STEP = 0.1
"""How far ahead of the setpoint the arm aims at most, [m]: it goes straight even towards what it cannot reach."""
SETTLING_STEPS = 48

SCENES: Mapping[str, Callable[[np.random.Generator, Sequence[str] | None], SceneSpec]] = {
    "tabletop": sample_tabletop,
    "tabletop10": sample_tabletop10,
}
"""How each scene is drawn: from a source of randomness and, if given, the names of the objects."""


class SimulatedWorld:
    """A robot and what is around it; implements ``skills.ports.World``.

    A policy gets observations only. What else there is to know (true poses, masks, moving things about) is at
    ``privileged``, for demonstrators, evaluation and the making of training data; ``save``, ``load`` and
    ``state_hash`` are for whoever owns the world. The base frame is the world frame.
    """

    control_period = STEPS_PER_TICK / PHYSICS_RATE

    def __init__(self, spec: SceneSpec, robot: str = "panda") -> None:
        self.spec = spec
        self.robot = find_robot(robot)
        self.arm = Arm.from_urdf(self.robot.urdf, self.robot.arm_joints, self.robot.tcp_link, self.robot.home)
        self.client = connect()
        self._build_robot()
        self.table = add_table(self.client, spec.table_rgba)
        self.bodies = {o.id: add_object(self.client, o.category, o.colour, o.position, o.yaw) for o in spec.objects}
        self.furniture = Furniture(self.client, spec.fixtures)
        self.setpoint = Setpoint(self.robot, 1 / PHYSICS_RATE)
        self.gripper = 1.0
        self.steps = 0
        self.privileged = GroundTruth(self)
        self.stopped = False
        """Whether ``apply`` is refused until ``release``."""
        self.restored_force: float | None = None
        """What the fingers felt when the world was saved, until they feel something anew; [N]."""
        self.images: dict[str, tuple[Image, NDArray[np.int32]]] = {}
        self._answer: tuple[Action, bytes, NDArray[np.float64]] | None = None
        self.reset_arm(np.array(self.robot.home), 1.0)
        self.advance(SETTLING_STEPS)
        self.steps = 0

    # -- the port ---------------------------------------------------------------------------------------------------

    def observe(self, cameras: Sequence[str] = ("front", "wrist")) -> Observation:
        """Pictures ``front`` (128 x 128) and ``wrist`` (96 x 96), or those asked for, and what the robot feels, now."""
        images = {name: self.picture_of(name)[0] for name in cameras}
        return Observation(images, self.proprioception(), self.steps / PHYSICS_RATE)

    def apply(self, action: Action) -> None:
        """Move towards the action's target for one control period, within the robot's limits.

        A pose out of reach leads to the nearest one found; the fingers never go below the table top.

        Raises:
            EmergencyStop: the robot was stopped and not released since, or the target is no number at all.
        """
        if self.stopped:
            raise EmergencyStop("the robot was stopped; release it first")
        if not _is_number(action):
            self.stop()
            raise EmergencyStop(f"a target that is no pose: {action}")
        self.gripper = float(np.clip(action.gripper, 0.0, 1.0))
        path = self.setpoint.towards(self.joints_for(action), STEPS_PER_TICK)
        self._follow(path)

    def stop(self) -> None:
        """Brake within the limits and hold; later calls of ``apply`` raise ``EmergencyStop`` until ``release``."""
        self.stopped = True
        while self.setpoint.moving:
            self._follow(self.setpoint.brake(STEPS_PER_TICK // 2))

    def release(self) -> None:
        """Lift a stop."""
        self.stopped = False

    def close(self) -> None:
        """Give the physics engine back; the world is unusable afterwards."""
        self.client.disconnect()

    # -- for people and for whoever owns the world ------------------------------------------------------------------

    def picture(self) -> NDArray[np.uint8]:
        """A larger picture for people, shape (240, 320, 3)."""
        return self.picture_of("presentation")[0].rgb

    def state_hash(self) -> str:
        """SHA-256 of all that moves, to the last bit."""
        digest = hashlib.sha256(self.setpoint.state.tobytes())
        digest.update(np.array([self.gripper, self.steps, self.stopped], dtype=np.float64).tobytes())
        for body in (self.body, *self.bodies.values()):
            pose, velocity = self.client.getBasePositionAndOrientation(body), self.client.getBaseVelocity(body)
            digest.update(np.array([x for part in (*pose, *velocity) for x in part]).tobytes())
        joints = self.client.getJointStates(self.body, [*self.arm_indices, *self.finger_indices])
        digest.update(np.array([[s[0], s[1]] for s in joints]).tobytes())
        digest.update(self.furniture.state().tobytes())
        return digest.hexdigest()

    def save(self, path: Path | str) -> None:
        """Write everything that ``load`` needs to go on from here; the file is replaced at once or not at all."""
        motion = np.concatenate([self.setpoint.state.ravel(), [self.gripper, self.steps, self.stopped]])
        write_snapshot(Path(path), self.client, self.privileged.spec(), self.robot.name, motion, self._gripper_force())

    @classmethod
    def load(cls, path: Path | str) -> "SimulatedWorld":
        """The world that ``save`` wrote, perhaps in another process; it goes on exactly as it would have.

        Raises:
            ValueError: not such a file, or a damaged one.
        """
        snapshot = read_snapshot(Path(path))
        world = cls(snapshot.spec, snapshot.robot)
        snapshot.restore(world.client)
        world.setpoint.resume(snapshot.motion[:-3].reshape(3, -1))
        world.gripper, world.steps = float(snapshot.motion[-3]), int(snapshot.motion[-2])
        world.stopped = bool(snapshot.motion[-1])
        world.restored_force = snapshot.force
        world.changed()
        return world

    # -- inside the room --------------------------------------------------------------------------------------------

    def changed(self, images: Mapping[str, tuple[Image, NDArray[np.int32]]] = MappingProxyType({})) -> None:
        """Something moved: forget the pictures, but for those given."""
        self.images = dict(images)

    def picture_of(self, name: str) -> tuple[Image, NDArray[np.int32]]:
        """A camera's image and the body that each pixel shows; taken once for each state of the world."""
        image, seen = self.parts_in(name)
        return image, np.where(seen < 0, -1, seen % cameras.LINK)

    def parts_in(self, name: str) -> tuple[Image, NDArray[np.int32]]:
        """As ``picture_of``, but the pixels tell links apart too, as in ``cameras.render``."""
        if name not in self.images:
            lens, pose = self._camera(name)
            self.images[name] = cameras.render(self.client, lens, pose, self.spec.light)
        return self.images[name]

    def proprioception(self) -> Proprioception:
        """What the robot feels, now."""
        states = self.client.getJointStates(self.body, self.arm_indices)
        joints = np.array([s[0] for s in states])
        fingers = self.client.getJointStates(self.body, self.finger_indices)
        opening, force = sum(s[0] for s in fingers), self._gripper_force()
        velocities = np.array([s[1] for s in states])
        return Proprioception(self.arm.forward(joints), float(opening), joints, velocities, force)

    def joints_for(self, action: Action) -> NDArray[np.float64]:
        """Where ``apply`` would send the joints for an action, from here and within the limits: shape (n,), [rad].

        The last answer is kept: whoever asks before applying the action pays once.
        """
        start = self.setpoint.position.tobytes()
        if self._answer is None or self._answer[0] is not action or self._answer[1] != start:
            self._answer = action, start, self._joints_for(action)
        return self._answer[2]

    def _joints_for(self, action: Action) -> NDArray[np.float64]:
        if not isinstance(action, EndEffectorTarget):
            joints = np.clip(np.array(action.positions, dtype=np.float64), self.arm.lower, self.arm.upper)
            T = self.arm.forward(joints)
            if T[2, 3] >= LOWEST_TCP:
                return joints
            T[2, 3] = LOWEST_TCP
            return self.arm.inverse(T, joints).joints
        T = np.eye(4)
        T[:3, :3] = quaternion_matrix(action.quaternion)
        start = self.arm.forward(self.setpoint.position)[:3, 3]
        x, y, z = action.position
        step = np.array([x, y, max(z, LOWEST_TCP)]) - start
        T[:3, 3] = start + step * min(1.0, LONGEST_STEP / max(float(np.linalg.norm(step)), LONGEST_STEP))
        return self.arm.inverse(T, self.setpoint.position).joints

    def reset_arm(self, joints: NDArray[np.float64], gripper: float) -> None:
        """Put the arm at ``joints`` [rad] and the fingers at ``gripper`` (0 to 1) with no motion in between."""
        for index, angle in zip(self.arm_indices, joints, strict=True):
            self.client.resetJointState(self.body, index, float(angle))
        for index in self.finger_indices:
            self.client.resetJointState(self.body, index, gripper * self.robot.gripper_opening / 2)
        self.setpoint.rest_at(joints)
        self.gripper = gripper
        self.changed()

    def advance(self, steps: int) -> None:
        """Let time pass while the arm holds its setpoint."""
        hold = np.stack([self.setpoint.position, np.zeros_like(self.setpoint.position)])
        self._follow(np.broadcast_to(hold, (steps, *hold.shape)))

    def _gripper_force(self) -> float:
        if self.restored_force is not None:
            return self.restored_force
        fingers = self.client.getJointStates(self.body, self.finger_indices)
        return float(sum(abs(s[3]) for s in fingers) / 2)

    def _build_robot(self) -> None:
        client = self.client
        client.setGravity(0, 0, -9.81)
        client.setTimeStep(1 / PHYSICS_RATE)
        client.setPhysicsEngineParameter(numSolverIterations=60, deterministicOverlappingPairs=1)
        self.body = client.loadURDF(str(self.robot.urdf), useFixedBase=True)
        infos = [client.getJointInfo(self.body, i) for i in range(client.getNumJoints(self.body))]
        joints, links = {i[1].decode(): i[0] for i in infos}, {i[12].decode(): i[0] for i in infos}
        self.arm_indices = [joints[name] for name in self.robot.arm_joints]
        self.finger_indices = [joints[name] for name in self.robot.finger_joints]
        self.finger_links = [links[name] for name in self.robot.finger_links]
        self._wrist = links[self.robot.wrist_link]
        for link in self.finger_links:
            client.changeDynamics(self.body, link, lateralFriction=1.2, spinningFriction=0.02)
        self._couple_fingers()

    def _couple_fingers(self) -> None:
        """The fingers of the real hand are driven by one motor: they open and close together."""
        left, right = self.finger_indices
        gear = self.client.createConstraint(
            self.body, left, self.body, right, self.client.JOINT_GEAR, [1, 0, 0], [0, 0, 0], [0, 0, 0]
        )
        self.client.changeConstraint(gear, gearRatio=-1, erp=0.1, maxForce=50)

    def _follow(self, path: NDArray[np.float64]) -> None:
        """Step the physics along setpoints (steps, 2, n)."""
        self._drive_fingers()
        for positions, velocities in path.tolist():
            self.client.setJointMotorControlArray(
                self.body,
                self.arm_indices,
                self.client.POSITION_CONTROL,
                targetPositions=positions,
                targetVelocities=velocities,
                forces=self.robot.max_force,
            )
            self.client.stepSimulation()
            self.furniture.stepped()
        self.steps += len(path)
        self.restored_force = None
        self.changed()

    def _drive_fingers(self) -> None:
        for index in self.finger_indices:
            self.client.setJointMotorControl2(
                self.body,
                index,
                self.client.POSITION_CONTROL,
                targetPosition=self.gripper * self.robot.gripper_opening / 2,
                force=self.robot.gripper_force,
                maxVelocity=self.robot.gripper_speed,
            )

    def _camera(self, name: str) -> tuple[cameras.Lens, NDArray[np.float64]]:
        if name == "front":
            return cameras.FRONT, cameras.jittered(cameras.FRONT_POSE, self.spec.camera_jitter)
        if name == "presentation":
            return cameras.PRESENTATION, cameras.PRESENTATION_POSE
        if name != "wrist":
            raise ValueError(f"unknown camera {name!r}; choose from: front, wrist, presentation")
        state = self.client.getLinkState(self.body, self._wrist, computeForwardKinematics=1)
        T = np.eye(4)
        T[:3, :3], T[:3, 3] = quaternion_matrix(state[5]), state[4]
        return cameras.WRIST, T @ cameras.T_WRIST_CAMERA


def _is_number(action: Action) -> bool:
    """Whether there are only finite numbers in a target, and a quaternion has a direction."""
    if not isinstance(action, EndEffectorTarget):
        return bool(np.isfinite([*action.positions, action.gripper]).all())
    numbers = [*action.position, *action.quaternion, action.gripper]
    return bool(np.isfinite(numbers).all() and np.linalg.norm(action.quaternion) > 1e-6)


def make_world(
    scene: str = "tabletop", robot: str = "panda", seed: int = 0, objects: Sequence[str] | None = None
) -> SimulatedWorld:
    """A world with a scene drawn from a seed.

    Args:
        scene: one of ``SCENES``.
        robot: one of ``simulation.robots.ROBOTS``.
        seed: the same seed gives the same world.
        objects: exactly what lies there, e.g. ``["red block", "blue bowl"]``.

    Raises:
        ValueError: an unknown scene, robot or object; the message names the valid ones.
    """
    if scene not in SCENES:
        raise ValueError(f"unknown scene {scene!r}; choose from: {', '.join(SCENES)}")
    find_robot(robot)
    return SimulatedWorld(SCENES[scene](np.random.default_rng(seed), objects), robot)
