import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import pytest
import torch

import evaluation.pipeline as pipeline
from evaluation.collecting import Shard, collect_scenes
from evaluation.pipeline import DEBUG, Pipeline
from grounding.frames import Frames
from skills.networks import VLANetwork
from tests.full_disk import clear, fill
from weights import DamagedError, NoSpaceError, WeightsError, load, names

ROOT = Path(__file__).parents[2]
NETWORKS = ("encoder", "grounder", "policy", "vla", "value", "detector")
DATA = ("scenes", "crowded", "complete", "demonstrations", "corrections", "early", "outcomes")


def stamps(folder: Path) -> dict[str, int]:
    return {str(file): file.stat().st_mtime_ns for file in folder.rglob("*") if file.is_file()}


@pytest.mark.slow
def test_all_stages_run_and_a_second_run_makes_nothing_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, weights = tmp_path / "build", tmp_path / "weights"
    began = time.monotonic()
    Pipeline(folder, DEBUG, workers=1, into=weights).run()
    assert time.monotonic() - began < 240
    for name in NETWORKS:
        trained = torch.load(folder / f"{name}.pt")
        assert trained["cpu_minutes"] > 0
        assert all(torch.isfinite(tensor).all() for tensor in trained["weights"].values()), name
    for name in DATA:
        assert len(Frames([folder / name])) > 0
    assert not list(folder.rglob("*.partial"))
    assert names(weights) == sorted({*NETWORKS, "goal_reader"} - {"encoder", "policy"})
    VLANetwork().load_state_dict(load("vla", weights))

    before = stamps(folder)
    monkeypatch.setattr(pipeline, "train_grounder", None)
    Pipeline(folder, DEBUG, workers=1, into=weights).run()
    assert stamps(folder) == before


def test_a_trained_network_is_not_trained_again(tmp_path: Path) -> None:
    pipeline = Pipeline(tmp_path, DEBUG)
    asked = []

    def train() -> tuple[torch.nn.Module, float]:
        asked.append(1)
        return torch.nn.Linear(2, 1), 0.5

    pipeline._trained("value", train)
    pipeline._trained("value", train)
    assert asked == [1]
    assert set(pipeline._load("value")) == {"weight", "bias"}


def test_a_killed_save_is_not_taken_for_a_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(_: object, file: IO[bytes]) -> None:
        file.write(b"half")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(torch, "save", killed)
        Pipeline(tmp_path, DEBUG)._trained("value", lambda: (torch.nn.Linear(2, 1), 0.5))
    Pipeline(tmp_path, DEBUG)._trained("value", lambda: (torch.nn.Linear(2, 1), 0.5))
    assert set(Pipeline(tmp_path, DEBUG)._load("value")) == {"weight", "bias"}


def test_seeds_of_the_stages_are_apart_and_below_the_evaluations() -> None:
    """Shards of one stage have consecutive seeds from its first one."""
    from evaluation.pipeline import Sizes
    from evaluation.situations import EVALUATION_SEED

    seeds: list[int] = []

    class Listing(Pipeline):
        def _collect(self, name, function, size, seed, **kind) -> None:  # type: ignore[no-untyped-def]
            seeds.extend(range(seed, seed + size[0]))

        def _trained(self, name, train, after=None) -> None:  # type: ignore[no-untyped-def]
            pass

    with pytest.raises((FileNotFoundError, WeightsError)):
        Listing(Path("nowhere"), Sizes()).run()
    assert len(seeds) > 80
    assert len(set(seeds)) == len(seeds)
    assert max(seeds) < EVALUATION_SEED


def test_a_debug_run_does_not_use_the_folder_of_a_real_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else the real one would take the results of the debug run for its own and skip everything."""
    ran: list[Pipeline] = []
    monkeypatch.setattr(Pipeline, "run", lambda one: ran.append(one))
    for options in ([], ["--debug"], ["--debug", "--folder", "here"]):
        monkeypatch.setattr("sys.argv", ["pipeline", *options])
        pipeline.main()
    assert [str(one.folder) for one in ran] == ["build", "build/debug", "here"]
    assert [str(one.into) for one in ran] == ["None", "build/debug/weights", "here/weights"]


COMMAND = [sys.executable, "-m", "evaluation.pipeline", "--debug", "--workers", "1", "--folder"]


@pytest.mark.slow
def test_a_pipeline_on_a_full_disk_says_so_and_goes_on_when_there_is_room(small_disk: Path) -> None:
    """There is room for the first of two scenes."""
    folder, kept = small_disk / "build", small_disk / "build" / "scenes" / "0000.episodes"
    fill(small_disk, 400 * 1024)
    stopped = subprocess.run([*COMMAND, str(folder)], cwd=ROOT, capture_output=True, text=True, timeout=250)
    assert stopped.returncode == 2, stopped.stderr
    assert f"the disk of {kept} is full; free some space and run the same" in " ".join(stopped.stderr.split())
    assert "Traceback" not in stopped.stderr
    assert [file.name for file in kept.iterdir()] == ["000000.npz"]

    clear(small_disk)
    with subprocess.Popen([*COMMAND, str(folder)], cwd=ROOT, stdout=subprocess.DEVNULL) as going_on:
        while going_on.poll() is None and not kept.with_suffix("").exists():
            time.sleep(0.1)
        going_on.kill()
    straight = small_disk / "straight"
    collect_scenes(Shard(straight, 1000, DEBUG.scenes[1]))
    for file in straight.iterdir():
        assert file.read_bytes() == (kept.with_suffix("") / file.name).read_bytes(), file.name


@pytest.mark.parametrize("error", [NoSpaceError, DamagedError, WeightsError])
def test_what_a_person_can_mend_ends_with_exit_code_2_and_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: type[ValueError]
) -> None:
    def run(_: Pipeline) -> None:
        raise error("the disk of build is full")

    monkeypatch.setattr(Pipeline, "run", run)
    monkeypatch.setattr("sys.argv", ["pipeline"])
    with pytest.raises(SystemExit) as left:
        pipeline.main()
    assert left.value.code == 2
    assert capsys.readouterr().err == "pipeline: the disk of build is full\n"


def test_a_damaged_result_is_named(tmp_path: Path) -> None:
    (tmp_path / "vla.pt").write_bytes(b"half")
    with pytest.raises(DamagedError, match=r"vla\.pt is damaged; remove it to begin anew"):
        Pipeline(tmp_path, DEBUG)._load("vla")
