"""Weights come back as they were saved, and a damaged file is never used."""

import fcntl
import json
import os
import threading
from pathlib import Path

import pytest
import torch

from tests.full_disk import clear, fill
from weights import Card, NoSpaceError, WeightsError, load, metadata, names, save, verify

CARD = Card(
    purpose="Adds one.",
    data="100 random numbers, seeds 0-99",
    command="make weights",
    seed=7,
    cpu_minutes=0.5,
    figures={"accuracy": 0.9751},
    limits="Only small numbers.",
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A weights directory of this test's own, with one network in it."""
    path = tmp_path / "weights"
    monkeypatch.setenv("DOABLE_WEIGHTS", str(path))
    tensors = {"linear.weight": torch.linspace(-1, 1, 6).reshape(2, 3), "steps": torch.tensor(12)}
    save("adder", tensors, CARD, hyperparameters={"width": 3, "colours": "red,blue"})
    return path


def test_tensors_come_back_in_single_precision(folder: Path) -> None:
    tensors = load("adder")
    torch.testing.assert_close(tensors["linear.weight"], torch.linspace(-1, 1, 6).reshape(2, 3), atol=5e-4, rtol=0)
    assert tensors["linear.weight"].dtype == torch.float32
    assert tensors["steps"].dtype == torch.int64 and int(tensors["steps"]) == 12


def test_hyperparameters_travel_in_the_file(folder: Path) -> None:
    assert metadata("adder") == {"width": "3", "colours": "red,blue"}


def test_floating_point_takes_two_bytes_a_number(folder: Path) -> None:
    save("large", {"weight": torch.zeros(100_000)}, CARD)
    assert 200_000 <= (folder / "large.safetensors").stat().st_size < 201_000


def test_a_view_of_a_larger_tensor_is_saved_alone(folder: Path) -> None:
    save("view", {"weight": torch.zeros(1000, 1000)[:2, :2].T}, CARD)
    assert load("view")["weight"].shape == (2, 2)
    assert (folder / "view.safetensors").stat().st_size < 1000


def test_saving_again_changes_one_line_of_the_manifest(folder: Path) -> None:
    save("other", {"weight": torch.ones(2)}, CARD)
    before = json.loads((folder / "manifest.json").read_text())
    save("adder", {"weight": torch.ones(3)}, CARD)
    after = json.loads((folder / "manifest.json").read_text())
    assert names() == ["adder", "other"]
    assert after["other"] == before["other"] and after["adder"] != before["adder"]


def test_a_training_waits_while_another_writes_the_manifest(folder: Path) -> None:
    directory = os.open(folder, os.O_RDONLY)
    fcntl.flock(directory, fcntl.LOCK_EX)
    second = threading.Thread(target=save, args=("second", {"weight": torch.ones(2)}, CARD))
    second.start()
    second.join(timeout=0.3)
    assert second.is_alive()
    manifest = json.loads((folder / "manifest.json").read_text()) | {"first": "0" * 64}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    os.close(directory)
    second.join(timeout=10)
    assert names() == ["adder", "first", "second"]


def test_the_card_tells_what_a_person_should_know(folder: Path) -> None:
    card = (folder / "adder.md").read_text()
    for words in [
        "Adds one.",
        "seeds 0-99",
        "`make weights`",
        "**Seed:** 7",
        "0.5 CPU minutes",
        "0.9751",
        "small numbers",
    ]:
        assert words in card


def test_an_unknown_name_lists_the_known_ones(folder: Path) -> None:
    with pytest.raises(WeightsError, match=r"no weights named 'added'.*there: adder.*git checkout weights/"):
        load("added")


def test_a_damaged_file_is_refused(folder: Path) -> None:
    path = folder / "adder.safetensors"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(bytes(content))
    for read in (load, metadata):
        with pytest.raises(WeightsError, match=r"adder\.safetensors has SHA-256.*git checkout weights/ .*make weights"):
            read("adder")


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "adder.safetensors").unlink()
    with pytest.raises(WeightsError, match=r"adder\.safetensors is missing; get it with: git checkout weights/"):
        load("adder")


@pytest.mark.parametrize("text", ["{", "[]", '{"adder": 3}'])
def test_a_damaged_manifest_is_named(folder: Path, text: str) -> None:
    (folder / "manifest.json").write_text(text)
    with pytest.raises(WeightsError, match=r"manifest\.json"):
        load("adder")
    assert "manifest.json" in verify()[0]


def test_verify_tells_every_problem(folder: Path) -> None:
    assert verify() == []
    save("second", {"weight": torch.ones(2)}, CARD)
    (folder / "adder.safetensors").write_bytes(b"short")
    (folder / "second.safetensors").unlink()
    (folder / "stray.safetensors").write_bytes(b"")
    problems = verify()
    assert [problem.split(":")[0] for problem in problems] == ["adder", "second", "stray"]


def test_values_beyond_half_precision_are_refused(folder: Path) -> None:
    with pytest.raises(WeightsError, match=r"huge\.weight holds values that are not finite"):
        save("huge", {"weight": torch.tensor([1e6])}, CARD)
    assert names() == ["adder"]


def test_a_name_must_be_an_identifier(folder: Path) -> None:
    with pytest.raises(WeightsError, match="not an identifier"):
        save("../escape", {"weight": torch.ones(1)}, CARD)


@pytest.mark.parametrize("pages", [0, 10, 49, 50, 51])
def test_a_full_disk_leaves_the_earlier_weights_as_they_were(small_disk: Path, pages: int) -> None:
    """Where it is full at the tensors (49 pages of 4096 bytes and a bit), at the card, at the manifest."""
    save("adder", {"weight": torch.ones(3)}, CARD, folder=small_disk)
    before = {path.name: path.read_bytes() for path in small_disk.iterdir()}
    fill(small_disk, 4096 * pages)
    with pytest.raises(NoSpaceError, match=r"the disk of .* is full; free some space and run the same command again"):
        save("adder", {"weight": torch.ones(100_500)}, CARD, folder=small_disk)
    clear(small_disk)
    assert {path.name: path.read_bytes() for path in small_disk.iterdir()} == before
    assert verify(small_disk) == [] and len(load("adder", small_disk)["weight"]) == 3
    save("adder", {"weight": torch.ones(100_500)}, CARD, folder=small_disk)
    assert verify(small_disk) == [] and len(load("adder", small_disk)["weight"]) == 100_500


def test_the_committed_weights_are_intact() -> None:
    assert verify() == []
