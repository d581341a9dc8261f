"""What is sent under which name and in which unit, and what an answer means."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grounding import Observation
from skills import EndEffectorTarget, JointTarget, LibraryError, rotations
from skills.remote import DIALECTS, Dialect, Picture, Received, Sent
from skills.remote.message import MessageError, message_of, observation_of
from skills.remote.received import AnswerError
from skills.remote.server import answer_of
from tests.skills.remote.conftest import Rising

DOWN = (1.0, 0.0, 0.0, 0.0)


def test_an_observation_survives_the_way(observation: Observation) -> None:
    back, command = observation_of(message_of(observation, "pick up the can"))
    assert command == "pick up the can" and back.time == observation.time
    np.testing.assert_array_equal(back.proprioception.T_base_tcp, observation.proprioception.T_base_tcp)
    np.testing.assert_array_equal(back.proprioception.joint_positions, observation.proprioception.joint_positions)
    for name, image in observation.images.items():
        assert back.images[name].rgb.dtype == np.uint8 and back.images[name].camera.name == name
        np.testing.assert_array_equal(back.images[name].rgb, image.rgb)
        np.testing.assert_array_equal(back.images[name].depth, image.depth)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"prompt": 7}, "'prompt' is the command in words, not int"),
        ({"images": []}, "images is a map, not list"),
        ({"images": {"front": {}}}, "'depth' is an array of numbers of shape"),
        ({"time": float("nan")}, "'time' is a finite number"),
        ({"proprioception": {"joint_positions": np.zeros((2, 2))}}, "'joint_positions' is an array"),
        ({"proprioception": None}, "proprioception is a map, not NoneType"),
        ({"images": {str(n): {} for n in range(99)}}, "99 images; at most 16"),
    ],
)
def test_what_is_no_observation_is_refused(observation: Observation, change: dict[str, Any], why: str) -> None:
    with pytest.raises(MessageError, match=why):
        observation_of(message_of(observation, "go") | change)


def test_what_is_sent_has_the_names_and_units_that_were_asked_for(observation: Observation) -> None:
    sent = Sent(
        prompt="instruction",
        images={
            "cam": "front",
            "small": Picture(camera="wrist", size=(6, 6)),
            "far": Picture(camera="front", depth=True),
        },
        state={"state": ("tcp_position", "tcp_rpy", "gripper"), "joints": ("joint_positions",), "t": ("time",)},
        length_unit=0.001,
        angle_unit=np.pi / 180,
        gripper="signed closing",
    )
    message = sent.message(observation, "go on")
    assert set(message) == {"instruction", "cam", "small", "far", "state", "joints", "t"}
    assert message["instruction"] == "go on"
    np.testing.assert_array_equal(message["cam"], observation.images["front"].rgb)
    assert message["small"].shape == (6, 6, 3) and message["small"].dtype == np.uint8
    assert message["far"].dtype == np.float32 and message["far"].shape == (8, 12)
    np.testing.assert_allclose(message["state"], [400, 100, 300, 180, 0, 0, 0.0], atol=1e-4)
    degrees = np.degrees(observation.proprioception.joint_positions)
    np.testing.assert_allclose(message["joints"], degrees, rtol=1e-5)
    assert message["t"].tolist() == [2.5]


def test_padding_keeps_the_proportions(observation: Observation) -> None:
    padded = Picture(camera="front", size=(24, 24)).of(observation)
    assert padded.shape == (24, 24, 3)
    assert not padded[:4].any() and not padded[20:].any() and padded[4:20].any()
    assert Picture(camera="front", size=(24, 24), fit="stretch").of(observation)[:4].any()
    assert Picture(camera="front", size=(4, 6), depth=True).of(observation).dtype == np.float32
    with pytest.raises(LibraryError, match=r"no camera 'frnt'; did you mean 'front'\? \(front, wrist\)"):
        Picture(camera="frnt").of(observation)


def test_absolute_poses(observation: Observation) -> None:
    answer = {"actions": np.array([[400, 0, 200, 90, 1.0]])}
    meant = Received(rotation="yaw", length_unit=0.001, angle_unit=np.pi / 180, gripper="closing")
    (action,) = meant.chunk(answer, observation).actions
    assert isinstance(action, EndEffectorTarget)
    expected = EndEffectorTarget.top_down((0.4, 0.0, 0.2), np.pi / 2, 0.0)
    assert action.position == pytest.approx(expected.position) and action.gripper == 0.0
    assert abs(np.dot(action.quaternion, expected.quaternion)) == pytest.approx(1.0)


@pytest.mark.parametrize(("reference", "heights"), [("relative", [0.31, 0.31]), ("step", [0.31, 0.32])])
def test_relative_poses(observation: Observation, reference: Any, heights: list[float]) -> None:
    meant = Received(rotation="rotvec", reference=reference, gripper="signed closing", length_unit=0.05)
    chunk = meant.chunk({"actions": [[0, 0, 0.2, 0, 0, 0, -1.0]] * 2}, observation)
    assert [a.position[2] for a in chunk.actions] == pytest.approx(heights)
    assert [a.gripper for a in chunk.actions] == [1.0, 1.0]
    assert abs(np.dot(chunk.actions[1].quaternion, DOWN)) == pytest.approx(1.0)


def test_moves_in_the_frame_of_the_tool(observation: Observation) -> None:
    """The tool points down: its z is the base's -z, and its turns about z go the other way round."""
    row = [0, 0, 0.1, 0, 0, 0.5, 1.0]
    meant = Received(rotation="rotvec", reference="relative", frame="tool")
    (action,) = meant.chunk({"actions": row}, observation).actions
    assert action.position == pytest.approx((0.4, 0.1, 0.2))
    expected = EndEffectorTarget.top_down((0, 0, 0), -0.5, 1.0).quaternion
    assert abs(np.dot(action.quaternion, expected)) == pytest.approx(1.0)


@pytest.mark.parametrize(("reference", "last"), [("absolute", 0.1), ("relative", 0.1), ("step", 0.2)])
def test_joints(observation: Observation, reference: Any, last: float) -> None:
    meant = Received(kind="joints", reference=reference, execute=2)
    chunk = meant.chunk({"actions": np.full((5, 8), 0.1)}, observation)
    here = 0.0 if reference == "absolute" else observation.proprioception.joint_positions
    assert len(chunk.actions) == 2
    assert isinstance(chunk.actions[1], JointTarget)
    np.testing.assert_allclose(chunk.actions[1].positions, np.zeros(7) + here + last)


NAN = np.full((2, 8), np.nan)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (None, "an answer of type NoneType, not a map with 'actions'"),
        ([1, 2], "an answer of type list"),
        ({"action": 1}, "an answer without 'actions'; it has: 'action'"),
        ({}, "it has: nothing"),
        ({"actions": "up"}, "'actions' is 'up', not an array of numbers"),
        ({"actions": [[1, 2], [3]]}, "not an array of numbers"),
        ({"actions": [10**400] * 8}, "not an array of numbers"),
        ({"actions": None}, "not an array of numbers"),
        ({"actions": NAN}, "'actions' has 16 numbers that are not finite"),
        (
            {"actions": np.zeros((2, 7))},
            r"'actions' of shape \(2, 7\), not \(1 to 10000, 8\): x, y, z, quaternion, gri",
        ),
        ({"actions": np.zeros((0, 8))}, r"of shape \(0, 8\)"),
        ({"actions": np.zeros((10_001, 8))}, r"of shape \(10001, 8\)"),
        ({"actions": np.zeros((1, 2, 8))}, r"of shape \(1, 2, 8\)"),
        ({"actions": 5}, r"of shape \(\)"),
        ({"actions": np.zeros((1, 8))}, "is no unit quaternion"),
        ({"actions": [0, 0, 0, 1, 0, 0, 0, 1]}, "an answer without 'end'"),
        ({"actions": [0, 0, 0, 1, 0, 0, 0, 1], "end": 3}, "'end' is 3.0, not one number from 0 to 1"),
        ({"actions": [0, 0, 0, 1, 0, 0, 0, 1], "end": [0, 1]}, "not one number"),
    ],
)
def test_an_answer_that_means_nothing_is_refused(observation: Observation, answer: Any, why: str) -> None:
    with pytest.raises(AnswerError, match=why):
        Received(terminate="end").chunk(answer, observation)


def test_the_end(observation: Observation) -> None:
    row = {"actions": [0, 0, 0, 1, 0, 0, 0, 1]}
    assert Received().chunk(row, observation, 99.0).terminate == 0.0
    assert Received(terminate="end").chunk(row | {"end": np.float32(0.5)}, observation).terminate == 0.5
    timed = Received(done_after=3.0)
    assert [timed.chunk(row, observation, since).terminate for since in (2.9, 3.0)] == [0.0, 1.0]


def test_our_own_answers_are_understood(observation: Observation) -> None:
    chunk = Rising().start("up").act(observation)
    meant = DIALECTS["doable"].received
    back = meant.chunk(answer_of(chunk), observation)
    assert back == chunk
    np.testing.assert_array_equal(back.attention, chunk.attention)
    with pytest.raises(AnswerError, match="actions of the kind 'wheels'"):
        meant.chunk(answer_of(chunk) | {"kind": "wheels"}, observation)


def test_a_dialect_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "libero.yaml"
    file.write_text(
        "sent: {images: {observation/image: {camera: front, size: [224, 224]}}, state: {state: [tcp_rotvec]}}\n"
        "received: {rotation: rotvec, reference: step, length_unit: 0.05, angle_unit: 0.5, gripper: signed closing}\n"
    )
    dialect = Dialect.read(file)
    assert dialect.sent.images["observation/image"].size == (224, 224)
    assert dialect.received.reference == "step"
    file.write_text("received: {rotation: euler, refrence: step}")
    with pytest.raises(LibraryError, match=r"libero.yaml: received.rotation: Input should be 'quaternion', 'rotvec'"):
        Dialect.read(file)
    with pytest.raises(LibraryError, match="No such file"):
        Dialect.read(tmp_path / "none.yaml")
    file.write_text("[")
    with pytest.raises(LibraryError, match=r"libero\.yaml: while parsing"):
        Dialect.read(file)


def test_rotations_agree_with_each_other() -> None:
    rng = np.random.default_rng(0)
    for _ in range(20):
        angles = rng.uniform(-1.5, 1.5, 3)
        q = rotations.of_rpy(angles)
        np.testing.assert_allclose(rotations.to_rpy(q), angles, atol=1e-9)
        again = rotations.of_vector(rotations.to_vector(q))
        assert abs(again @ q) == pytest.approx(1.0)
    np.testing.assert_allclose(rotations.to_vector([0, 0, 0, 1]), 0)
    turn = rotations.multiply(rotations.of_vector([0, 0, np.pi / 2]), rotations.of_vector([np.pi, 0, 0]))
    assert abs(turn @ np.array(EndEffectorTarget.top_down((0, 0, 0), np.pi / 2, 1).quaternion)) == pytest.approx(1.0)
