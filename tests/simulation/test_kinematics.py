import numpy as np
import pytest

from simulation.engine import connect
from simulation.kinematics import Arm
from simulation.motion import Setpoint
from simulation.robots import PANDA, find_robot


@pytest.fixture(scope="module")
def arm() -> Arm:
    return Arm.from_urdf(PANDA.urdf, PANDA.arm_joints, PANDA.tcp_link, PANDA.home)


def test_forward_kinematics_agree_with_pybullet(arm: Arm) -> None:
    client, rng = connect(), np.random.default_rng(0)
    body = client.loadURDF(str(PANDA.urdf), useFixedBase=True)
    names = {client.getJointInfo(body, i)[12].decode(): i for i in range(client.getNumJoints(body))}
    moving = [
        i for i in range(client.getNumJoints(body)) if client.getJointInfo(body, i)[1].decode() in PANDA.arm_joints
    ]
    for _ in range(20):
        joints = rng.uniform(arm.lower, arm.upper)
        for index, angle in zip(moving, joints, strict=True):
            client.resetJointState(body, index, angle)
        state = client.getLinkState(body, names[PANDA.tcp_link], computeForwardKinematics=1)
        T = arm.forward(joints)
        R = np.array(client.getMatrixFromQuaternion(state[5])).reshape(3, 3)
        np.testing.assert_allclose(T[:3, 3], state[4], atol=1e-6)
        np.testing.assert_allclose(T[:3, :3], R, atol=1e-6)
    client.disconnect()


def test_inverse_kinematics_find_what_can_be_reached(arm: Arm) -> None:
    rng = np.random.default_rng(1)
    for _ in range(30):
        near = np.clip(arm.rest + rng.uniform(-0.35, 0.35, 7), arm.lower + 0.05, arm.upper - 0.05)
        found = arm.inverse(arm.forward(near), arm.rest, iterations=100)
        assert found.reached
        assert np.all((arm.lower <= found.joints) & (found.joints <= arm.upper))
        np.testing.assert_allclose(arm.forward(found.joints)[:3, 3], arm.forward(near)[:3, 3], atol=2e-3)


def test_what_is_too_far_is_not_reached(arm: Arm) -> None:
    T = arm.forward(arm.rest)
    T[:3, 3] = (1.5, 0.0, 0.2)
    found = arm.inverse(T, arm.rest)
    assert not found.reached
    assert np.isfinite(found.joints).all()


def test_motion_stays_within_the_limits_and_arrives() -> None:
    rate = 240
    setpoint, goal = Setpoint(PANDA, 1 / rate), np.add(PANDA.home, (0.8, 0.5, -0.6, 0.4, 0.7, 0.3, -1.0))
    path = np.concatenate([setpoint.towards(goal, 24) for _ in range(30)])
    velocity = path[:, 1]
    acceleration, slack = np.diff(velocity, axis=0) * rate, 1.001
    assert np.all(np.abs(velocity).max(axis=0) <= np.array(PANDA.max_velocity) * slack)
    assert np.all(np.abs(acceleration).max(axis=0) <= np.array(PANDA.max_acceleration) * slack)
    assert np.all(np.abs(np.diff(acceleration, axis=0)).max(axis=0) * rate <= np.array(PANDA.max_jerk) * slack)
    np.testing.assert_allclose(path[-1, 0], goal, atol=1e-6)
    assert not setpoint.moving


def test_braking_stops_within_the_limits() -> None:
    setpoint = Setpoint(PANDA, 1 / 240)
    setpoint.towards(np.array(PANDA.home) + 1.0, 60)
    assert setpoint.moving
    path = setpoint.brake(240)
    assert not setpoint.moving
    assert np.all(np.abs(np.diff(path[:, 1], axis=0)).max(axis=0) * 240 <= np.array(PANDA.max_acceleration) * 1.001)


def test_an_unknown_robot_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match="choose from: panda"):
        find_robot("pnada")
