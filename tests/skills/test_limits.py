"""Limits clip what they can and stop what they must."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grounding import Observation, Proprioception
from skills import (
    EmergencyStop,
    EndEffectorTarget,
    ForceLimit,
    GripperLimit,
    JointLimit,
    JointTarget,
    RotationLimit,
    StepLimit,
    WorkspaceLimit,
)
from skills.limits import apply_limits

JOINTS = JointTarget((0.0,) * 7, 1.0)
COORDINATES = st.floats(-2.0, 2.0)
ANGLES = st.floats(-3.0, 3.0)


def seen(position: tuple[float, float, float] = (0.4, 0.0, 0.3), yaw: float = 0.0, force: float = 0.0) -> Observation:
    """An observation of a tool that points down."""
    pose = np.eye(4)
    c, s = np.cos(yaw), np.sin(yaw)
    pose[:3, :3] = [[c, s, 0], [s, -c, 0], [0, 0, -1]]
    pose[:3, 3] = position
    return Observation({}, Proprioception(pose, 0.08, np.zeros(7), np.zeros(7), force), 0.0)


def target(*position: float, yaw: float = 0.0) -> EndEffectorTarget:
    return EndEffectorTarget.top_down((position[0], position[1], position[2]), yaw, 1.0)


def test_a_target_is_kept_in_the_workspace() -> None:
    limit = WorkspaceLimit((0.2, -0.4, 0.0), (0.7, 0.4, 0.6))
    assert limit.check(target(0.9, 0.0, -0.1), seen()).position == (0.7, 0.0, 0.0)
    inside = target(0.3, 0.1, 0.2)
    assert limit.check(inside, seen()) is inside


@given(st.tuples(COORDINATES, COORDINATES, COORDINATES), st.floats(0.01, 0.5))
def test_a_step_is_never_longer_than_allowed_and_keeps_its_direction(position, longest: float) -> None:
    observation = seen()
    start = observation.proprioception.tcp_position
    allowed = StepLimit(longest).check(target(*position), observation)
    step, wanted = np.subtract(allowed.position, start), np.subtract(position, start)
    assert np.linalg.norm(step) <= longest + 1e-9
    assert np.allclose(np.cross(step, wanted), 0.0, atol=1e-9) and step @ wanted >= 0.0


@given(ANGLES, ANGLES, st.floats(0.05, 1.0))
def test_the_tool_turns_no_further_than_allowed(now: float, wanted: float, most: float) -> None:
    action = target(0.4, 0.0, 0.3, yaw=wanted)
    x, y, z, w = RotationLimit(most).check(action, seen(yaw=now)).quaternion
    assert np.isclose(np.linalg.norm((x, y, z, w)), 1.0)
    assert abs(z) < 1e-6 and abs(w) < 1e-6  # still points down
    turned = _wrapped(2.0 * np.arctan2(y, x) - now)
    asked = _wrapped(wanted - now)
    if abs(abs(asked) - np.pi) > 1e-3:  # half a turn may go either way
        assert turned == pytest.approx(np.clip(asked, -most, most), abs=1e-5)


def _wrapped(angle: float) -> float:
    return float(np.arctan2(np.sin(angle), np.cos(angle)))


def test_a_grip_that_is_too_hard_stops_the_robot() -> None:
    limit = ForceLimit(20.0)
    assert limit.check(JOINTS, seen(force=19.0)) is JOINTS
    with pytest.raises(EmergencyStop, match=r"gripper force 31\.0 N exceeds the limit of 20\.0 N"):
        limit.check(JOINTS, seen(force=31.0))


@pytest.mark.parametrize("limit", [WorkspaceLimit((0, 0, 0), (1, 1, 1)), StepLimit(0.1), RotationLimit(0.1)])
def test_joint_targets_pass_the_limits_of_the_tool(limit) -> None:
    assert limit.check(JOINTS, seen()) is JOINTS


def test_limits_apply_in_order_and_are_named() -> None:
    limits = [WorkspaceLimit((0.0, -0.5, 0.0), (0.8, 0.5, 0.6)), StepLimit(0.05), ForceLimit(20.0)]
    action, changed = apply_limits(limits, target(0.4, 0.0, 0.9), seen())
    assert action.position == pytest.approx((0.4, 0.0, 0.35))
    assert changed == ("WorkspaceLimit", "StepLimit")


def test_limits_that_allow_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="the workspace is empty"):
        WorkspaceLimit((1.0, 0.0, 0.0), (0.0, 1.0, 1.0))
    for limit in (StepLimit, RotationLimit, ForceLimit):
        with pytest.raises(ValueError, match="must be more than 0, not -1"):
            limit(-1)


def test_joints_are_kept_in_their_range_and_near_where_they_are() -> None:
    limit = JointLimit((-1.0,) * 7, (0.5,) * 7, max_step=0.2)
    far = JointTarget((2.0, -2.0, 0.1, 0.0, 0.0, 0.0, 0.0), 1.0)
    assert limit.check(far, seen()).positions == (0.2, -0.2, 0.1, 0.0, 0.0, 0.0, 0.0)
    assert JointLimit((-1.0,) * 7, (0.5,) * 7).check(far, seen()).positions[:3] == (0.5, -1.0, 0.1)
    assert limit.check(JOINTS, seen()) is JOINTS
    assert limit.check(target(9.0, 0.0, 0.0), seen()) == target(9.0, 0.0, 0.0)
    with pytest.raises(EmergencyStop, match="a target of 6 joints; the limit is for 7"):
        limit.check(JointTarget((0.0,) * 6, 1.0), seen())
    with pytest.raises(ValueError, match="has no range"):
        JointLimit((1.0,), (0.0,))


@pytest.mark.parametrize(("asked", "allowed"), [(-3.0, 0.0), (0.4, 0.4), (255.0, 1.0)])
def test_a_gripper_is_no_more_than_open(asked: float, allowed: float) -> None:
    assert GripperLimit().check(JointTarget((0.0,) * 7, asked), seen()).gripper == allowed
