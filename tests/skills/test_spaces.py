"""Spaces name every number that a robot feels or is told, however many arms it has."""

import numpy as np
import pytest

from grounding import Camera, Image, Observation, Proprioception
from skills.action import EndEffectorTarget, JointTarget
from skills.rotations import of_matrix
from skills.spaces import ArmSpace, BasePose, CameraSpace, RobotSpaces, SpaceError, single_arm, spaces_of


def body(joints: int = 2) -> Proprioception:
    T = np.diag([1.0, -1.0, -1.0, 1.0])
    T[:3, 3] = (0.4, 0.1, 0.3)
    return Proprioception(T, 0.08, np.arange(joints) / 10, np.zeros(joints), 3.0)


def test_a_robot_is_read_from_what_it_observes() -> None:
    image = Image(np.zeros((8, 12, 3), np.uint8), np.ones((8, 12), np.float32), Camera("front", np.eye(3), np.eye(4)))
    observation = Observation({"front": image}, body(), 0.0)
    spaces = spaces_of("tiny", observation, 0.1)
    assert spaces.state.names[:4] == ("arm.joint_1", "arm.joint_2", "arm.gripper", "arm.gripper_force")
    assert spaces.state.units[:4] == ("rad", "rad", "m", "N")
    assert spaces.cameras == (CameraSpace("front", 8, 12),) and spaces.rate == pytest.approx(10)
    felt = spaces.observed(observation).tolist()
    assert felt == pytest.approx([0.0, 0.1, 0.08, 3.0, 0.4, 0.1, 0.3, 1.0, 0.0, 0.0, 0.0])


@pytest.mark.parametrize(
    ("kind", "action"),
    [
        ("end_effector", EndEffectorTarget.top_down((0.4, 0.0, 0.2), 0.3, 1.0)),
        ("joints", JointTarget((0.1, -0.2), 0.5)),
    ],
)
def test_actions_are_vectors_and_back(kind: str, action: EndEffectorTarget | JointTarget) -> None:
    spaces = single_arm("tiny", 2, action_kind=kind)  # type: ignore[arg-type]
    assert spaces.actions(spaces.acted(action)) == {"arm": action}
    assert len(spaces.action) == len(spaces.action.names)


def test_two_arms_on_a_base() -> None:
    arms = (ArmSpace(7, "left_arm"), ArmSpace(7, "right_arm"))
    spaces = RobotSpaces("talos", arms, base=True, action_kind="joints")
    assert spaces.state.names[-3:] == ("base.x", "base.y", "base.yaw")
    assert spaces.state.index("right_arm.joint_1") == 16 and len(spaces.action) == 19
    bodies = {"left_arm": body(7), "right_arm": body(7)}
    assert spaces.state_of(bodies, BasePose(1.0, 2.0, 0.5))[-3:].tolist() == [1.0, 2.0, 0.5]
    with pytest.raises(SpaceError, match="has a moving base"):
        spaces.state_of(bodies)
    with pytest.raises(SpaceError, match=r"arms \['left_arm'\] are given"):
        spaces.state_of({"left_arm": body(7)}, BasePose(0, 0, 0))


def test_what_does_not_fit_is_named() -> None:
    spaces = single_arm("tiny", 2)
    with pytest.raises(SpaceError, match=r"the action has shape \(3,\), and must have \(8,\): arm.tcp_x"):
        spaces.actions([0, 0, 0])
    with pytest.raises(SpaceError, match="is not finite"):
        spaces.acted(EndEffectorTarget((0, 0, 0), (1, 0, 0, 0), np.nan))
    with pytest.raises(SpaceError, match="of the kind end_effector, not JointTarget"):
        spaces.acted(JointTarget((0, 0), 0))
    with pytest.raises(SpaceError, match="there are: arm"):
        spaces.state.index("arm.elbow")
    with pytest.raises(SpaceError, match="different names"):
        RobotSpaces("odd", (ArmSpace(2), ArmSpace(2)))


def test_quaternions_of_all_quarters() -> None:
    rng = np.random.default_rng(0)
    for x, y, z, w in rng.normal(size=(50, 4)) / 1.0:
        q = np.array([x, y, z, w]) / np.linalg.norm([x, y, z, w])
        x, y, z, w = q
        R = np.array(
            [
                [1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w)],
                [2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w)],
                [2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y)],
            ]
        )
        assert np.abs(of_matrix(R)) == pytest.approx(np.abs(q)) and abs(of_matrix(R) @ q) == pytest.approx(1)
