"""Data sets are written episode by episode, read back, checked, merged, split and exported."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from skills.datasets import (
    Choice,
    Dataset,
    DatasetError,
    DatasetWriter,
    Features,
    Frame,
    Label,
    export_npz,
    merge,
    problems,
    select,
    share,
    tables,
)
from skills.datasets.choosing import numbers
from skills.spaces import CameraSpace, single_arm
from tests.full_disk import clear, fill
from tests.skills.datasets.conftest import EXTRAS, LOST, PICK, PUT, SPACES, Make

Frames = Callable[..., list[Frame]]


def test_what_was_written_is_read(make: Make, frames: Frames, features: Features) -> None:
    dataset = Dataset(make("set", PICK, LOST, PUT))
    assert not features.differences(dataset.features) and (len(dataset), dataset.length) == (3, 12)
    assert dataset.tasks == (PICK.task, LOST.task, PUT.task)
    assert [episode.label for episode in dataset.episodes] == [PICK, LOST, PUT]
    written, read = frames(4, 1), dataset.frames(1)
    assert np.allclose(read.state, [frame.state for frame in written], atol=1e-6)
    assert np.allclose(read.action, [frame.action for frame in written], atol=1e-6)
    assert read.time.tolist() == pytest.approx([0.0, 0.1, 0.2, 0.3])
    for name in EXTRAS:
        assert np.allclose(read.extras[name], [frame.extras[name] for frame in written], atol=5e-5)
    assert (read.extras["applied"][0] == np.arange(8) / 3).all()
    pictures = list(dataset.images(1, "front"))
    assert [abs(int(rgb.mean()) - 40 * number) < 4 for number, rgb in enumerate(pictures)] == [True] * 4
    assert (dataset.start(0), dataset.start(1)) == (b"world", None)
    assert list(problems(dataset)) == []


def test_the_layout_is_that_of_lerobot(make: Make) -> None:
    folder = make("set", PICK, PUT)
    info = json.loads((folder / "meta/info.json").read_text())
    assert (info["codebase_version"], info["fps"], info["total_episodes"], info["total_frames"]) == ("v3.0", 10, 2, 7)
    assert info["features"]["action"]["names"][-1] == "arm.gripper"
    assert info["features"]["observation.state"]["units"][:3] == ["rad", "rad", "m"]
    assert info["features"]["observation.images.front"]["dtype"] == "video"
    frames = pq.read_table(folder / "data/chunk-000/file-000.parquet")
    assert set(frames.column_names) == {n for n, f in info["features"].items() if f["dtype"] != "video"}
    assert frames.column("index").to_pylist() == list(range(7))
    assert frames.column("task_index").to_pylist() == [0] * 3 + [1] * 4
    tasks = pq.read_schema(folder / "meta/tasks.parquet")
    assert json.loads(tasks.metadata[b"pandas"])["index_columns"] == ["task"]
    (row, _) = pq.read_table(folder / "meta/episodes/chunk-000/file-000.parquet").to_pylist()
    assert (row["dataset_from_index"], row["dataset_to_index"], row["tasks"]) == (0, 3, [PICK.task])
    assert row["videos/observation.images.front/to_timestamp"] == pytest.approx(0.3)


def test_statistics_are_those_of_all_frames(make: Make) -> None:
    folder = make("set", PICK, LOST)
    dataset, told = Dataset(folder), json.loads((folder / "meta/stats.json").read_text())
    states = np.concatenate([dataset.frames(i).state for i in range(2)])
    for name, value in (("mean", states.mean(0)), ("std", states.std(0)), ("min", states.min(0))):
        assert np.allclose(told["observation.state"][name], value, atol=1e-5)
    assert told["observation.state"]["count"] == [7]
    assert np.shape(told["observation.images.front"]["mean"]) == (3, 1, 1)
    assert told["observation.images.front"]["max"][0][0][0] == pytest.approx(120 / 255)


def test_a_set_of_another_maker_needs_nothing_of_ours(make: Make) -> None:
    folder = make("set", PICK, features=Features.of(SPACES))
    (folder / "meta/doable.json").unlink()
    path = folder / "meta/episodes/chunk-000/file-000.parquet"
    table = pq.read_table(path)
    tables.write_table(path, table.drop_columns([name for name in table.column_names if name.startswith("doable/")]))
    dataset = Dataset(folder)
    assert dataset.episodes[0].label == Label(PICK.task) and dataset.frames(0).state.shape == (3, 11)
    with pytest.raises(DatasetError, match="another program"):
        DatasetWriter(folder, dataset.features)
    assert len(merge([dataset], folder.parent / "ours")) == 1


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"state": np.zeros(3)}, r"state of frame 0 has shape \(3,\), and must have \(11,\): arm.joint_1"),
        ({"action": np.full(8, np.nan)}, r"action of frame 0 is not finite: arm.tcp_x"),
        ({"images": {}}, r"cameras of frame 0 are \[\], and must be \['front'\]"),
        ({"images": {"front": np.zeros((16, 16, 3))}}, r"float64 of shape \(16, 16, 3\), and must be uint8"),
        ({"images": {"front": np.zeros((8, 16, 3), np.uint8)}}, r"must be uint8 of \(16, 16, 3\)"),
        ({"extras": {}}, r"further arrays of frame 0 are \[\]"),
    ],
)
def test_a_wrong_frame_is_refused(
    tmp_path: Path, features: Features, frames: Frames, change: dict[str, object], message: str
) -> None:
    with DatasetWriter(tmp_path / "set", features) as writer:
        with pytest.raises(DatasetError, match=message):
            writer.write([replace(frames()[0], **change)], PICK)  # type: ignore[arg-type]
        assert writer.write(frames(), PICK) == 0
    assert list(problems(Dataset(tmp_path / "set"))) == []
    assert not list((tmp_path / "set").glob("*.partial"))


def test_wrong_labels_and_empty_episodes_are_refused(tmp_path: Path, features: Features) -> None:
    with DatasetWriter(tmp_path / "set", features) as writer, pytest.raises(DatasetError, match="at least one frame"):
        writer.write([], PICK)
    for wrong in ({"task": " "}, {"success": False}, {"success": True, "failure": "timeout"}, {"source": "dream"}):
        with pytest.raises(DatasetError):
            Label(**{"task": "do it", **wrong})  # type: ignore[arg-type]


def test_one_writer_at_a_time_and_the_same_features(make: Make, features: Features) -> None:
    folder = make("set", PICK)
    with DatasetWriter(folder, features) as writer:
        assert writer.labels == (PICK,)
        with pytest.raises(DatasetError, match="another process writes"):
            DatasetWriter(folder, features)
    with pytest.raises(DatasetError, match=r"extras: depth.front .* here, nothing more there"):
        DatasetWriter(folder, Features.of(SPACES))
    (folder.parent / "else").mkdir()
    (folder.parent / "else" / "note.txt").touch()
    with pytest.raises(DatasetError, match=r"no data set: note.txt"):
        DatasetWriter(folder.parent / "else", features)


KILLED = """
import os, sys
import numpy as np
from skills.datasets import DatasetWriter, Dataset, Frame, Label, tables
folder, last = sys.argv[1:]
whole = tables.write_table
def write(path, table):
    if last in str(path):
        os.kill(os.getpid(), 9)
    whole(path, table)
tables.write_table = write
features = Dataset(folder).features
writer = DatasetWriter(folder, features)
extras = {name: np.zeros(extra.shape) for name, extra in features.extras.items()}
frame = Frame(np.zeros(11), np.zeros(8), {"front": np.zeros((16, 16, 3), np.uint8)}, extras)
writer.write([frame] * 2, Label("never mind"))
"""


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["extra/chunk", "data/chunk", "meta/episodes"])
def test_a_killed_writer_loses_the_episode_it_was_at(
    make: Make, features: Features, frames: Frames, moment: str
) -> None:
    folder = make("set", PICK, LOST)
    killed = subprocess.run([sys.executable, "-c", KILLED, folder, moment], timeout=60, check=False)
    assert killed.returncode == -9
    left = Dataset(folder)
    assert len(left) == 2 and left.frames(1).state.shape == (4, 11)
    assert any("belongs to no episode" in problem for problem in problems(left))
    with DatasetWriter(folder, features) as writer:
        assert writer.write(frames(5), PUT) == 2
    assert list(problems(Dataset(folder))) == [] and Dataset(folder).tasks[-1] == PUT.task


def test_a_full_disk_costs_one_episode(
    make: Make, features: Features, frames: Frames, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make("set", PICK)

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with DatasetWriter(folder, features) as writer:
        with monkeypatch.context() as patch:
            patch.setattr(pq, "write_table", full)
            with pytest.raises(DatasetError, match="the disk is full"):
                writer.write(frames(), LOST)
        assert writer.write(frames(), LOST) == 1
    assert list(problems(Dataset(folder))) == []


@pytest.mark.slow
@pytest.mark.parametrize("pages", [0, 1, 2, 3, 7, 12])
def test_what_was_written_before_the_disk_was_full_is_there(
    small_disk: Path, features: Features, frames: Frames, pages: int
) -> None:
    """Full at the video, at the tables, at the metadata; and at the episode after."""
    folder = small_disk / "set"
    with DatasetWriter(folder, features) as writer:
        writer.write(frames(5), PICK)
    fill(small_disk, 4096 * pages)
    full = pytest.raises(DatasetError, match="cannot be written: the disk is full")
    with full, DatasetWriter(folder, features) as writer:
        for _ in range(2):
            writer.write(frames(6) * 10, LOST, b"world" * 2000)
    clear(small_disk)
    written = len(Dataset(folder))
    assert written == (2 if pages == 12 else 1)
    with DatasetWriter(folder, features) as writer:
        assert writer.write(frames(4), PUT) == written
    assert list(problems(Dataset(folder))) == [] and Dataset(folder).frames(0).state.shape == (5, 11)


@pytest.mark.parametrize(
    "file",
    [
        "meta/info.json",
        "meta/tasks.parquet",
        "meta/episodes/chunk-000/file-000.parquet",
        "data/chunk-000/file-000.parquet",
        "extra/chunk-000/episode-000001.parquet",
        "videos/observation.images.front/chunk-000/file-001.mp4",
        "extra/chunk-000/episode-000000.start",
    ],
)
@pytest.mark.parametrize("missing", [False, True])
def test_damage_is_named(make: Make, file: str, missing: bool) -> None:
    folder = make("set", PICK, LOST)
    path = folder / file
    if missing:
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    try:
        told = " ".join(problems(Dataset(folder)))
    except DatasetError as error:
        told = str(error)
    if missing and file.startswith("meta/episodes"):
        assert "meta/info.json says (2, 7, 2)" in told
    elif missing and file.endswith(".start"):
        assert told == ""  # a world at the start is kept where there is one
    else:
        assert str(path) in told


def test_lengths_that_disagree_are_found(make: Make) -> None:
    folder = make("set", PICK, LOST)
    path = folder / "data/chunk-000/file-000.parquet"
    tables.write_table(path, pq.read_table(path)[:-1])
    assert any("has 3 frames of episode 1, and must have 4" in problem for problem in problems(Dataset(folder)))


def test_merging_numbers_tasks_and_frames_anew(make: Make) -> None:
    one, two = Dataset(make("one", PICK, PUT)), Dataset(make("two", LOST, PICK))
    both = merge([one, two], one.folder.parent / "both")
    assert both.tasks == (PICK.task, PUT.task, LOST.task) and both.length == 14
    assert [episode.label for episode in both.episodes] == [PICK, PUT, LOST, PICK]
    assert both.table(3).column("task_index").to_pylist() == [0] * 4
    assert (both.frames(2).state == two.frames(0).state).all() and both.start(2) == b"world"
    assert list(problems(both)) == []
    with pytest.raises(DatasetError, match="is there already"):
        merge([one], both.folder)


def test_features_must_agree(make: Make) -> None:
    one, bare = Dataset(make("one", PICK)), Dataset(make("bare", PICK, features=Features.of(SPACES)))
    spaces = single_arm("tiny", 3, [CameraSpace("front", 16, 16)])
    with pytest.raises(DatasetError, match=r"extras: .*depth.front"):
        merge([one, bare], one.folder.parent / "both")
    assert list(problems(merge([one, bare], one.folder.parent / "both", extras=False))) == []
    assert any("arm.joint_3 (rad) there" in told for told in one.features.differences(Features.of(spaces)))
    assert not (one.folder.parent / "both.partial").exists()


def test_choosing_and_splitting(make: Make, tmp_path: Path) -> None:
    dataset = Dataset(make("set", PICK, LOST, PUT, PICK))
    assert Choice(success=True).of(dataset) == (0, 3) and Choice(task="RED block").of(dataset) == (0, 2, 3)
    assert Choice((1, 2), skill="pick_up", failure="timeout").of(dataset) == (1,)
    assert numbers("0-2, 5") == (0, 1, 2, 5) and len(share(range(10), 0.8, np.random.default_rng(0))) == 8
    with pytest.raises(DatasetError, match="no episode has the skill 'fly'; there are: pick_up, put_in"):
        Choice(skill="fly").of(dataset)
    with pytest.raises(DatasetError, match="no episode 9"):
        Choice((9,)).of(dataset)
    part = select(dataset, (3, 1), tmp_path / "part")
    assert [episode.label for episode in part.episodes] == [PICK, LOST] and list(problems(part)) == []


def test_export(make: Make, tmp_path: Path) -> None:
    dataset = Dataset(make("set", PICK))
    (path,) = export_npz(dataset, [0], tmp_path / "out")
    with np.load(path) as archive:
        assert archive["images/front"].shape == (3, 16, 16, 3) and archive["state"].shape == (3, 11)
        about = json.loads(str(archive["about"]))
    assert (about["task"], about["success"], about["action"]["arm.gripper"]) == (PICK.task, True, "1")
