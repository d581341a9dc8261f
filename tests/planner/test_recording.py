"""Motion and videos of a step end up in the trace."""

from pathlib import Path

import numpy as np
import pytest

from grounding import Camera, Fact, Image, Observation, Proprioception, Scene, SceneObject
from planner.fake import MemoryTrace
from planner.heat import heat_picture
from planner.recording import Recording, columns
from planner.report import observed
from skills import EndEffectorTarget, JointTarget, Tick


def tick(time: float) -> Tick:
    body = Proprioception(np.eye(4), 0.08, np.array([0.1, 0.2]), np.zeros(2), 3.0)
    image = Image(
        np.full((16, 16, 3), 90, np.uint8), np.ones((16, 16), np.float32), Camera("front", np.eye(3), np.eye(4))
    )
    return Tick(Observation({"front": image}, body, time), EndEffectorTarget.top_down((0.4, 0.0, 0.3), 0.0, 1.0), 0.0)


@pytest.mark.parametrize("video", [True, False])
def test_a_step_leaves_one_row_a_period_and_a_video(tmp_path: Path, video: bool) -> None:
    pytest.importorskip("av")
    trace = MemoryTrace()
    recording = Recording(trace, tmp_path, ["a", "b"], video)
    recording.begin("0123", origin=2.0, control_period=0.1)
    for n in range(10):
        recording.tick(tick(2.5 + 0.1 * n))
        recording.tick(tick(2.5 + 0.1 * n))
    recording.finish()
    recording.finish()
    moved, *filmed = trace.events
    assert moved.columns[:3] == ("time [s]", "joint a [rad]", "joint b [rad]") and moved.span == "0123"
    assert [row[0] for row in moved.rows] == [round(0.5 + 0.1 * n, 5) for n in range(10)]
    first = dict(zip(moved.columns, moved.rows[0], strict=True))
    assert first["force [N]"] == 3.0
    assert (first["target x [m]"], first["target qx [1]"], first["target gripper [1]"]) == (0.4, 1.0, 1.0)
    assert [(f.camera, f.start, f.seconds, f.frames) for f in filmed] == ([("front", 0.5, 1.0, 5)] if video else [])
    assert all((tmp_path / f.file).stat().st_size > 0 for f in filmed)


def test_a_relation_is_as_sure_as_its_things(tmp_path: Path) -> None:
    red, bowl = (SceneObject(id, id.split()[1], confidence=sure) for id, sure in (("red block", 0.9), ("a bowl", 0.8)))
    scene = Scene((red, bowl), frozenset({Fact("in", ("red block", "a bowl")), Fact("hand empty")}))
    seen = observed(MemoryTrace(), Observation({}, tick(0.0).observation.proprioception, 0.0), scene, "0123")
    assert {str(fact): fact.confidence for fact in seen.facts} == {"in(red block, a bowl)": 0.72, "hand empty()": 1.0}
    assert scene.graph().edges["red block", "a bowl", 0]["confidence"] == pytest.approx(0.72)


def test_joints_without_names_are_numbered() -> None:
    assert columns((), 2)[1:3] == ("joint 1 [rad]", "joint 2 [rad]")
    told = columns((), 2, JointTarget((0.1, 0.2), 1.0))[-3:]
    assert told == ("target joint 1 [rad]", "target joint 2 [rad]", "target gripper [1]")


def test_the_hottest_place_is_the_brightest() -> None:
    attention = np.zeros((8, 8), np.float32)
    attention[2, 5] = 1.0
    picture = heat_picture(np.full((16, 24, 3), 60, np.uint8), attention)
    row, column = np.unravel_index(picture.sum(axis=2).argmax(), (16, 24))
    assert picture.shape == (16, 24, 3) and (row // 2, column // 3) == (2, 5)
