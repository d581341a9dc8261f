import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import IO

import pytest
import torch

import evaluation.pipeline as pipeline
from evaluation.collecting import Shard, collect_scenes
from evaluation.pipeline import DEBUG, STAGES, Pipeline, Sizes
from evaluation.situations import EVALUATION_SEED
from grounding.frames import Frames
from simulation.lessons import TEACHINGS
from skills.vla import VLAPolicy
from tests.full_disk import clear, fill
from weights import DamagedError, NoSpaceError, WeightsError, names

ROOT = Path(__file__).parents[2]
NETWORKS = ("encoder", "grounder", "joint", "policy", "again", "vla", "value", "detector")
DATA = ("scenes", "complete", "swept", "demonstrations", "corrections", "early", "outcomes")


def stamps(folder: Path) -> dict[str, int]:
    return {str(file): file.stat().st_mtime_ns for file in folder.rglob("*") if file.is_file()}


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_all_stages_run_and_a_second_run_makes_nothing_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, weights = tmp_path / "build", tmp_path / "weights"
    Pipeline(folder, DEBUG, workers=1, into=weights).run()
    for name in NETWORKS:
        trained = torch.load(folder / f"{name}.pt")
        assert trained["cpu_minutes"] > 0
        assert all(torch.isfinite(tensor).all() for tensor in trained["weights"].values()), name
    for name in DATA:
        assert len(Frames([folder / name])) > 0
    assert not list(folder.rglob("*.partial"))
    assert names(weights) == ["detector", "goal_reader", "grounder", "value", "vla"]
    assert VLAPolicy.load(folder=weights).network.spec.skills == tuple(TEACHINGS)

    before = stamps(folder)
    for name in ("train_grounder", "train_policy", "finish_policy", "train_value"):
        monkeypatch.setattr(pipeline, name, None)
    Pipeline(folder, DEBUG, workers=1, into=weights).run()
    assert stamps(folder) == before


def test_a_trained_network_is_not_trained_again(tmp_path: Path) -> None:
    pipeline = Pipeline(tmp_path, DEBUG)
    asked = []

    def train() -> tuple[torch.nn.Module, float]:
        asked.append(1)
        return torch.nn.Linear(2, 1), 0.5

    pipeline._train("value", train)
    pipeline._train("value", train)
    assert asked == [1]
    assert set(pipeline._load("value")) == {"weight", "bias"}


def test_a_killed_save_is_not_taken_for_a_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(_: object, file: IO[bytes]) -> None:
        file.write(b"half")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(torch, "save", killed)
        Pipeline(tmp_path, DEBUG)._train("value", lambda: (torch.nn.Linear(2, 1), 0.5))
    Pipeline(tmp_path, DEBUG)._train("value", lambda: (torch.nn.Linear(2, 1), 0.5))
    assert set(Pipeline(tmp_path, DEBUG)._load("value")) == {"weight", "bias"}


def test_seeds_and_folders_of_the_stages_are_apart_and_below_the_evaluations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shards: list[Shard] = []

    def listed(function: object, work: list[Shard]) -> list[int]:
        shards.extend(work)
        return [0] * len(work)

    monkeypatch.setattr(pipeline, "executor", lambda *_: SimpleNamespace(map=listed))
    whole = Pipeline(tmp_path, Sizes(), teachings=(tmp_path / "mine.py",))
    monkeypatch.setattr(Pipeline, "curriculum", SimpleNamespace(names=("press",)))
    for stage in DATA:
        whole.run(stage)
    assert {shard.folder.parent.name for shard in shards} == set(DATA)
    assert len({shard.folder for shard in shards}) == len({shard.seed for shard in shards}) == len(shards) > 100
    assert max(shard.seed for shard in shards) < EVALUATION_SEED
    assert all(shard.files == whole.teachings for shard in shards)
    assert {shard.folder.parent.name for shard in shards if shard.complete} == {"complete", "swept"}
    (hard,) = {shard.skills for shard in shards if shard.skills and not shard.complete}
    assert set(hard) < set(TEACHINGS)


def test_one_stage_is_run_alone_and_says_what_it_needs(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"unknown stage 'polcy'; choose from: scenes, .*, joint, policy"):
        Pipeline(tmp_path).run("polcy")
    for stage, needed in (("joint", "encoder"), ("policy", "joint"), ("vla", "again"), ("value", "vla")):
        with pytest.raises(FileNotFoundError, match=f"run the stage {needed} first"):
            Pipeline(tmp_path).run(stage)


def test_what_goes_on_counts_the_minutes_before(tmp_path: Path) -> None:
    one = Pipeline(tmp_path)
    one._train("joint", lambda: (torch.nn.Linear(2, 1), 2.0))
    one._train("policy", lambda: (torch.nn.Linear(2, 1), 0.5), "joint")
    assert torch.load(tmp_path / "policy.pt")["cpu_minutes"] == 2.5


def test_every_stage_is_there() -> None:
    assert all(callable(getattr(Pipeline, f"_{name}")) for name in STAGES)


def test_a_debug_run_does_not_use_the_folder_of_a_real_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the real one would take the results of the debug run for its own and skip everything."""
    ran: list[Pipeline] = []
    monkeypatch.setattr(Pipeline, "run", lambda one, only: ran.append(one))
    for options in ([], ["--debug"], ["--debug", "--folder", "here"]):
        monkeypatch.setattr("sys.argv", ["pipeline", *options])
        pipeline.main()
    assert [str(one.folder) for one in ran] == ["build/ten", "build/debug", "here"]
    assert [str(one.into) for one in ran] == ["None", "build/debug/weights", "here/weights"]


def stage(name: str, folder: Path) -> tuple[int, str]:
    """Run one from the command line, in a small size; its exit code and what it says of errors."""
    command = [sys.executable, "-m", "evaluation.pipeline", "--debug", "--workers", "1", "--only", name]
    program = subprocess.run([*command, "--folder", folder], cwd=ROOT, capture_output=True, text=True, timeout=250)
    return program.returncode, " ".join(program.stderr.split())


@pytest.mark.slow
def test_a_collection_on_a_full_disk_says_so_and_goes_on_when_there_is_room(small_disk: Path) -> None:
    """There is room for the first of two scenes."""
    folder, kept = small_disk / "build", small_disk / "build" / "scenes" / "0000.episodes"
    fill(small_disk, 400 * 1024)
    code, said = stage("scenes", folder)
    assert code == 2, said
    assert f"the disk of {kept} is full; free some space and run the same command again" in said
    assert "Traceback" not in said
    assert [file.name for file in kept.iterdir()] == ["000000.npz"]

    clear(small_disk)
    code, said = stage("scenes", folder)
    assert code == 0, said
    collect_scenes(Shard(small_disk / "straight", 1000, DEBUG.scenes[1]))
    for file in (small_disk / "straight").iterdir():
        assert file.read_bytes() == (kept.with_suffix("") / file.name).read_bytes(), file.name


@pytest.mark.slow
def test_a_training_on_a_full_disk_says_so_and_goes_on_when_there_is_room(small_disk: Path) -> None:
    """The scenes are there; what the training must remember has no room."""
    folder = small_disk / "build"
    collect_scenes(Shard(folder / "scenes" / "0000", 1000, DEBUG.scenes[1]))
    before = stamps(folder)
    fill(small_disk, 4096)
    code, said = stage("encoder", folder)
    assert code == 2, said
    assert f"the disk of {folder / 'checkpoints'} is full; free some space and run the same command again" in said
    assert "Traceback" not in said
    assert stamps(folder) == before

    clear(small_disk)
    subprocess.run(["mount", "-o", "remount,size=64m", str(small_disk)], check=True)
    code, said = stage("encoder", folder)
    assert code == 0, said
    assert set(torch.load(folder / "encoder.pt")) == {"weights", "cpu_minutes"}


@pytest.mark.parametrize("error", [NoSpaceError, DamagedError, WeightsError])
def test_what_a_person_can_mend_ends_with_exit_code_2_and_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: type[ValueError]
) -> None:
    def run(_: Pipeline, only: str | None) -> None:
        raise error("the disk of build is full")

    monkeypatch.setattr(Pipeline, "run", run)
    monkeypatch.setattr("sys.argv", ["pipeline"])
    with pytest.raises(SystemExit) as left:
        pipeline.main()
    assert left.value.code == 2
    assert capsys.readouterr().err == "python -m evaluation.pipeline: the disk of build is full\n"


def test_a_damaged_result_is_named(tmp_path: Path) -> None:
    (tmp_path / "vla.pt").write_bytes(b"half")
    with pytest.raises(DamagedError, match=r"vla\.pt is damaged; remove it to begin anew"):
        Pipeline(tmp_path, DEBUG)._load("vla")
