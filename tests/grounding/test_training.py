import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from grounding.frames import Frames
from grounding.training import EMA, Batch, Loss, Schedule, fit, sample_batch
from grounding.vision import normals
from tests.full_disk import clear, fill
from weights import DamagedError, NoSpaceError

ROOT = Path(__file__).parents[2]


def quiet(_: str) -> None:
    """Says nothing."""


def batch(frames: Frames, mirrored: bool) -> Batch:
    for seed in range(20):
        found = sample_batch(frames, np.arange(len(frames)), np.random.default_rng(seed))
        if found.mirrored == mirrored:
            return found
    raise AssertionError("never drawn")


@pytest.mark.parametrize("mirrored", [False, True])
def test_labels_lie_where_the_objects_are(frames: Frames, mirrored: bool) -> None:
    sample = batch(frames, mirrored)
    assert float(sample.positions[0, 0, 1]) == pytest.approx(0.05 if mirrored else -0.05)
    assert float(sample.yaws[0, 0]) == pytest.approx(-0.3 if mirrored else 0.3)
    for index in (0, 1):
        middle = sample.points[0][:, sample.mask[0] == index].mean(1)
        assert middle[:2].numpy() == pytest.approx(sample.positions[0, index, :2].numpy(), abs=0.02)


@pytest.mark.parametrize("mirrored", [False, True])
def test_pixels_agree_with_points(frames: Frames, mirrored: bool) -> None:
    sample = batch(frames, mirrored)
    height = ((sample.points[:, 2] / 0.04) - 1).clamp(-2, 6)
    assert torch.allclose(sample.pixels[:, 6, 1::2, 1::2], height, atol=1e-4)
    inner = normals(sample.points)[:, :, 1:-1, 1:-1]
    level = (inner[:, 2] > 0.999)[:, None].expand_as(inner)
    assert torch.allclose(sample.pixels[:, 3:6, 1::2, 1::2][:, :, 1:-1, 1:-1][level], inner[level], atol=0.05)
    red = (sample.pixels[:, 0] - sample.pixels[:, 2] > 1)[:, 1::2, 1::2]
    assert ((sample.mask == 0) & red).sum() >= 0.6 * (sample.mask == 0).sum()


class Line(nn.Module):
    """One linear map with dropout, so that torch's own randomness matters too."""

    def __init__(self) -> None:
        super().__init__()
        self.map, self.drop = nn.Linear(3, 1), nn.Dropout(0.3)

    def forward(self, x: Tensor) -> Tensor:
        y: Tensor = self.map(self.drop(x))
        return y


def line() -> Line:
    torch.manual_seed(1)
    return Line()


def squared(network: Line, rng: np.random.Generator) -> dict[str, Tensor]:
    x = torch.from_numpy(rng.normal(size=(8, 3)).astype(np.float32))
    return {"error": (network(x).float() - x.sum(1, keepdim=True)).square().mean()}


SCHEDULE = Schedule(4, checkpoint_every=2, warmup=2)


def interrupted(loss: Loss, after: int) -> Loss:
    """The loss, but after so many steps the process is killed."""
    steps = iter(range(after))

    def dying(network: nn.Module, rng: np.random.Generator) -> dict[str, Tensor]:
        if next(steps, None) is None:
            raise KeyboardInterrupt
        return loss(network, rng)

    return dying


@pytest.mark.parametrize("killed_after", [2, 3])
def test_a_killed_training_goes_on_bit_for_bit(tmp_path: Path, killed_after: int) -> None:
    straight, resumed = line(), line()
    fit(straight, squared, SCHEDULE, tmp_path / "straight.pt", quiet)
    torch.manual_seed(1)
    with pytest.raises(KeyboardInterrupt):
        fit(line(), interrupted(squared, killed_after), SCHEDULE, tmp_path / "broken.pt", quiet)
    torch.manual_seed(12345)
    fit(resumed, squared, SCHEDULE, tmp_path / "broken.pt", quiet)
    for one, other in zip(straight.parameters(), resumed.parameters(), strict=True):
        assert torch.equal(one, other)
    assert not torch.equal(straight.map.weight, line().map.weight)


KILLED = """
import sys, time
from pathlib import Path
from grounding.training import fit
from tests.grounding.test_training import LONG, line, squared

def slowly(network, rng):
    time.sleep(0.002)
    return squared(network, rng)

fit(line(), slowly, LONG, Path(sys.argv[1]), lambda text: print(text, flush=True))
"""
LONG = Schedule(400, checkpoint_every=5, warmup=2)


@pytest.mark.slow
def test_a_training_killed_at_random_goes_on_bit_for_bit(tmp_path: Path) -> None:
    """kill -9, three times, whatever it was doing."""
    rng, checkpoint = np.random.default_rng(), tmp_path / "killed.pt"
    for _ in range(3):
        command = [sys.executable, "-c", KILLED, str(checkpoint)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
            assert program.stdout is not None and program.stdout.readline()
            time.sleep(float(rng.uniform(0, 0.2)))
            program.kill()
    straight = line()
    fit(straight, squared, LONG, tmp_path / "straight.pt", quiet)
    resumed = line()
    assert 5 <= torch.load(checkpoint, weights_only=False)["step"] < 400
    fit(resumed, squared, LONG, checkpoint, quiet)
    for one, other in zip(straight.parameters(), resumed.parameters(), strict=True):
        assert torch.equal(one, other)


@pytest.mark.parametrize("when", [0, 2])
def test_a_training_on_a_full_disk_keeps_its_last_checkpoint_and_goes_on_bit_for_bit(
    tmp_path: Path, small_disk: Path, when: int
) -> None:
    checkpoint = small_disk / "checkpoints" / "line.pt"

    def listen(told: str) -> None:
        if told.startswith(f"{when}/"):
            fill(small_disk)

    listen("0/4")
    with pytest.raises(NoSpaceError, match="checkpoints is full; free some space and run the same command again"):
        fit(line(), squared, SCHEDULE, checkpoint, listen)
    assert [file.name for file in small_disk.glob("checkpoints/*")] == (["line.pt"] if when else [])
    clear(small_disk)
    told: list[str] = []
    straight = line()
    fit(straight, squared, SCHEDULE, tmp_path / "straight.pt", quiet)
    resumed = line()
    fit(resumed, squared, SCHEDULE, checkpoint, told.append)
    assert [text.split()[0] for text in told] == (["4/4"] if when else ["2/4", "4/4"])
    for one, other in zip(straight.parameters(), resumed.parameters(), strict=True):
        assert torch.equal(one, other)


@pytest.mark.parametrize("damage", [b"", b"PK nonsense"])
def test_a_damaged_checkpoint_is_named(tmp_path: Path, damage: bytes) -> None:
    checkpoint = tmp_path / "line.pt"
    checkpoint.write_bytes(damage)
    with pytest.raises(DamagedError, match=r"checkpoint .*line\.pt is damaged; remove it to begin anew"):
        fit(line(), squared, SCHEDULE, checkpoint, quiet)


def test_a_checkpoint_of_another_network_is_named(tmp_path: Path) -> None:
    fit(line(), squared, SCHEDULE, tmp_path / "line.pt", quiet)
    with pytest.raises(DamagedError, match=r"checkpoint .*line\.pt is of another network; remove it to begin anew"):
        fit(nn.Linear(2, 2), squared, SCHEDULE, tmp_path / "line.pt", quiet)  # type: ignore[arg-type]


def test_a_finished_training_is_not_repeated(tmp_path: Path) -> None:
    network, again = line(), line()
    minutes = fit(network, squared, SCHEDULE, tmp_path / "line.pt", quiet)
    assert fit(again, interrupted(squared, 0), SCHEDULE, tmp_path / "line.pt", quiet) == minutes
    assert torch.equal(network.map.weight, again.map.weight)


def test_the_result_is_the_moving_average_of_the_weights(tmp_path: Path) -> None:
    begun = line().map.weight.detach().clone()
    seen: list[Tensor] = []

    def watched(network: Line, rng: np.random.Generator) -> dict[str, Tensor]:
        seen.append(network.map.weight.detach().clone())
        return squared(network, rng)

    network = line()
    fit(network, watched, SCHEDULE, tmp_path / "line.pt", quiet)
    saved = torch.load(tmp_path / "line.pt", weights_only=False)
    average = begun
    for weight in [*seen[1:], saved["network"]["map.weight"]]:
        average = EMA * average + (1 - EMA) * weight
    assert torch.allclose(network.map.weight, average, atol=1e-7)
    assert not torch.allclose(network.map.weight, saved["network"]["map.weight"], atol=1e-6)


def test_the_learning_rate_warms_up_and_falls_to_nothing() -> None:
    schedule = Schedule(1000, learning_rate=2e-3, warmup=50)
    rates = [schedule.rate(step) for step in range(1001)]
    assert rates[0] == pytest.approx(2e-3 / 50)
    assert rates[:45] == sorted(rates[:45])
    assert max(rates) == pytest.approx(2e-3, rel=0.01)
    assert rates[60:] == sorted(rates[60:], reverse=True)
    assert rates[500] == pytest.approx(1e-3)
    assert rates[-1] == pytest.approx(0)


def test_progress_is_told_at_checkpoints(tmp_path: Path) -> None:
    said: list[str] = []
    fit(line(), squared, SCHEDULE, tmp_path / "line.pt", said.append)
    assert [text.split()[0:2] for text in said] == [["2/4", "error"], ["4/4", "error"]]
