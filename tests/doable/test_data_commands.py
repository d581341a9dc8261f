"""`doable data`: what it prints, and what it refuses."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from doable.cli import app
from skills.datasets import Dataset, DatasetWriter, Extra, Features, Frame, Label
from skills.spaces import single_arm

SPACES = single_arm("panda", 7)


def doable(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["data", *map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four episodes without cameras, every second one a failure."""
    with DatasetWriter(tmp_path / "set", Features.of(SPACES, {"weight": Extra((1,), "kg")})) as writer:
        for number in range(4):
            label = Label("pick up the red block", number % 2 == 0, "timeout" if number % 2 else "", "pick_up")
            frame = Frame([0.0] * 16, [0.0] * 8, extras={"weight": [0.1]})  # type: ignore[arg-type,dict-item]
            writer.write([frame] * 2, label)
    return tmp_path / "set"


def test_info(folder: Path) -> None:
    code, told, _ = doable("info", folder, "--check")
    assert code == 0 and "nothing is wrong" in told and "arm.joint_1 [rad]" in told and "timeout 2" in told
    code, text, _ = doable("info", folder, "--check", "--json")
    about = json.loads(text)
    assert (about["episodes"], about["frames"], about["problems"]) == (4, 8, [])
    (folder / "data/chunk-000/file-000.parquet").unlink()
    code, told, _ = doable("info", folder, "--check")
    assert code == 1 and "wrong: episode 0:" in told


def test_split_and_merge(folder: Path, tmp_path: Path) -> None:
    code, told, _ = doable("split", folder, "--success", "--out", tmp_path / "good", "--rest", tmp_path / "bad")
    assert code == 0 and told.count("2 episodes") == 2
    assert [episode.label.success for episode in Dataset(tmp_path / "bad").episodes] == [False, False]
    code, text, _ = doable("merge", tmp_path / "good", tmp_path / "bad", "-o", tmp_path / "all", "--json")
    assert code == 0 and json.loads(text)["outcomes"] == {"succeeded": 2, "timeout": 2}
    code, _, _ = doable("split", folder, "--share", "0.5", "-o", tmp_path / "half")
    assert code == 0 and len(Dataset(tmp_path / "half")) == 2


def test_export(folder: Path, tmp_path: Path) -> None:
    code, text, _ = doable("export", folder, "--out", tmp_path / "npz", "--episodes", "0-1", "--json")
    assert code == 0 and [Path(path).exists() for path in json.loads(text)["files"]] == [True, True]


def test_what_is_wrong_ends_with_2(folder: Path, tmp_path: Path) -> None:
    for arguments, said in (
        (("info", tmp_path / "nowhere"), "no data set"),
        (("merge", folder, "-o", folder), "is there already"),
        (("split", folder, "-o", tmp_path / "x", "--skill", "fly"), "there are: pick_up"),
        (("split", folder, "-o", tmp_path / "x", "--episodes", "all"), "no list such as 0-3,7"),
        (("split", folder, "-o", tmp_path / "x", "--share", "2"), "between 0 and 1"),
        (("split", folder, "-o", tmp_path / "x", "--rest", tmp_path / "y"), "would be empty"),
        (("replay", folder), "no simulated scene"),
        (("from-trace", "latest", "-o", tmp_path / "x", "--failed", "two"), "give the number of a step"),
    ):
        code, told, complaint = doable(*arguments)
        assert (code, told) == (2, "") and said in complaint and complaint.count("\n") == 1, complaint
