"""The steps of a run become episodes, with what became of them as their labels."""

from pathlib import Path

import numpy as np
import pytest

from evaluation.traced import NOT_DONE, steps_of, write_trace
from planner.recording import columns
from skills.action import EndEffectorTarget
from skills.datasets import Dataset, DatasetError, problems
from traces import Filmed, Moved, RunStarted, StepFinished, StepStarted, Trace, TraceStore, Verified
from traces.events import Commanded
from traces.film import Film

HOME = (0.0, -0.55, 0.0, -2.50, 0.0, 1.95, 0.785)
TOLD = EndEffectorTarget.top_down((0.4, 0.0, 0.3), 0.0, 1.0)


def row(time: float, targets: bool) -> tuple[float, ...]:
    told = (*TOLD.position, *TOLD.quaternion, TOLD.gripper) if targets else ()
    return (time, *HOME, 0.4, 0.0, 0.3, 0.0, 0.08, 0.0, *told)


@pytest.fixture
def trace(tmp_path: Path) -> Trace:
    """Four steps: verified, judged not done, corrected by a person, and one of an older version with uneven rows."""
    store = TraceStore(tmp_path / "traces")
    with store.create(RunStarted(task="tidy up", robot="panda")) as writer:
        for number in range(1, 5):
            span = writer.new_span()
            writer.emit(StepStarted(call=f"pick_up(block {number})", text=f"pick up block {number}", span=span))
            film = Film(writer.folder / f"{number}.mp4", 5.0, 16, 16)
            for shade in (0, 100, 200):
                film.add(np.full((16, 16, 3), shade, np.uint8))
            film.close()
            names = columns((), 7, TOLD if number < 4 else None)
            times = [0.1 * tick + (5.0 if number == 4 and tick > 2 else 0.0) for tick in range(5)]
            writer.emit(Moved(columns=names, rows=tuple(row(t, number < 4) for t in times), span=span))
            writer.emit(Filmed(camera="front", file=film.path.name, start=0.0, seconds=0.6, frames=3, span=span))
            if number == 3:
                writer.emit(Commanded(command="correct", text="the red one"))
            status = "interrupted" if number == 3 else "done"
            writer.emit(StepFinished(call=f"pick_up(block {number})", status=status, span=span))
            if number < 3:
                writer.emit(Verified(call="pick_up()", success=number == 1, probability=0.9, span=span))
    return store.open("latest")


def test_labels_say_what_became_of_each_step(trace: Trace, tmp_path: Path) -> None:
    assert [step.failure for step in steps_of(trace)] == ["", NOT_DONE, "corrected", None]
    written = write_trace(trace, tmp_path / "set", failed={1: "dropped"})
    dataset = Dataset(tmp_path / "set")
    labels = [episode.label for episode in dataset.episodes]
    assert [label.failure for label in labels] == ["dropped", NOT_DONE, "corrected"]
    assert labels[2].notes["correction"] == "the red one" and labels[2].task == "pick up block 3"
    assert list(written.left_out) == [4] and "not evenly spaced" in written.left_out[4]
    assert list(problems(dataset)) == []
    with pytest.raises(DatasetError, match="already"):
        write_trace(trace, tmp_path / "set")


def test_frames_hold_what_was_felt_seen_and_told(trace: Trace, tmp_path: Path) -> None:
    write_trace(trace, tmp_path / "set", only=[1])
    dataset = Dataset(tmp_path / "set")
    frames = dataset.frames(0)
    assert dataset.episodes[0].label.success is True
    assert frames.state[0, :7] == pytest.approx(HOME) and frames.state[0, 9:12] == pytest.approx([0.4, 0.0, 0.3])
    assert np.linalg.norm(frames.state[0, 12:]) == pytest.approx(1)
    assert frames.action[0].tolist() == pytest.approx([0.4, 0.0, 0.3, 1.0, 0.0, 0.0, 0.0, 1.0])
    shades = [round(float(rgb.mean()) / 100) for rgb in dataset.images(0, "front")]
    assert shades == [0, 0, 1, 1, 2]


def test_what_cannot_be_is_said(trace: Trace, tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"no step 9 .*\[1, 2, 3, 4\]"):
        write_trace(trace, tmp_path / "set", failed={9: "dropped"})
    with pytest.raises(DatasetError, match=r"nothing in trace .* can be used: step 4"):
        write_trace(trace, tmp_path / "set", only=[4])
