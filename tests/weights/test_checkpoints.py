"""A checkpoint comes back as it was written, and a damaged one is named."""

from pathlib import Path

import numpy as np
import pytest
import torch

from weights import DamagedError, read_checkpoint, write_checkpoint


@pytest.fixture
def checkpoint(tmp_path: Path) -> Path:
    path = tmp_path / "checkpoints" / "line.pt"
    rng = np.random.default_rng(3).bit_generator.state
    write_checkpoint(path, {"network": {"map": torch.arange(5000.0)}, "step": 7, "rng": rng})
    return path


def test_a_checkpoint_comes_back(checkpoint: Path) -> None:
    state = read_checkpoint(checkpoint)
    assert torch.equal(state["network"]["map"], torch.arange(5000.0)) and state["step"] == 7
    assert state["rng"] == np.random.default_rng(3).bit_generator.state


@pytest.mark.parametrize("place", [0.2, 0.5, 0.8, 0.99])
@pytest.mark.parametrize("damage", ["flipped", "cut"])
def test_a_damaged_checkpoint_is_named(checkpoint: Path, damage: str, place: float) -> None:
    """One byte of a tensor is enough."""
    content = bytearray(checkpoint.read_bytes())
    where = int(place * len(content))
    content[where] ^= 0xFF
    checkpoint.write_bytes(content if damage == "flipped" else content[:where])
    with pytest.raises(DamagedError, match=r"checkpoint .*line\.pt is damaged; remove it to begin anew"):
        read_checkpoint(checkpoint)


class Harmful:
    """What a file from elsewhere could hold."""

    def __reduce__(self) -> tuple[object, ...]:
        return (Path.touch, (Path("harm"),))


@pytest.mark.parametrize("content", [Harmful(), {"network": Harmful()}, [1, 2]])
def test_what_is_no_checkpoint_is_refused_and_never_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: object
) -> None:
    monkeypatch.chdir(tmp_path)
    torch.save(content, "line.pt")
    with pytest.raises(DamagedError, match=r"checkpoint line\.pt .*; remove it to begin anew"):
        read_checkpoint(Path("line.pt"))
    assert not Path("harm").exists()


def test_an_absent_checkpoint_is_said_to_be_absent(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"line\.pt"):
        read_checkpoint(tmp_path / "line.pt")
