"""A file is whole or absent, and a full disk is said whatever numpy and torch make of it."""

import errno
import os
import pickle
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.full_disk import clear, fill
from weights import NoSpaceError, whole_file, whole_folder
from weights.writing import WholeFile, write_together

Write = Callable[[WholeFile], object]
NOISE = np.random.default_rng(0).normal(size=40_000)
WRITERS: dict[str, Write] = {
    "bytes": lambda file: file.write(NOISE.tobytes()),
    "npy": lambda file: np.save(file, NOISE),
    "columns": lambda file: np.save(file, NOISE.reshape(200, 200).T),
    "npz": lambda file: np.savez(file, noise=NOISE),
    "compressed": lambda file: np.savez_compressed(file, noise=NOISE),
    "torch": lambda file: torch.save({"noise": torch.from_numpy(NOISE)}, file),
}


@pytest.mark.parametrize("writer", WRITERS)
def test_the_file_is_what_the_library_would_write(tmp_path: Path, writer: str) -> None:
    with whole_file(tmp_path / "new" / "file") as file:
        WRITERS[writer](file)
    path = tmp_path / "new" / "file"
    if writer == "bytes":
        assert path.read_bytes() == NOISE.tobytes()
    else:
        found = torch.load(path) if writer == "torch" else np.load(path)
        noise = np.asarray(found if isinstance(found, np.ndarray) else found["noise"])
        assert np.array_equal(noise, NOISE.reshape(200, 200).T if writer == "columns" else NOISE)
    assert os.listdir(path.parent) == ["file"]


@pytest.mark.parametrize("leave", [0, 4096, 131_072])
@pytest.mark.parametrize("writer", WRITERS)
def test_a_full_disk_is_said_and_leaves_the_earlier_file(small_disk: Path, writer: str, leave: int) -> None:
    path = small_disk / "file"
    path.write_bytes(b"earlier")
    fill(small_disk, leave)
    message = f"the disk of {small_disk} is full; free some space and run the same command again: nothing finished"
    with pytest.raises(NoSpaceError, match=message), whole_file(path) as file:
        WRITERS[writer](file)
    assert path.read_bytes() == b"earlier"
    assert sorted(os.listdir(small_disk)) == ["ballast", "file"]
    clear(small_disk)
    with whole_file(path) as file:
        WRITERS[writer](file)
    assert path.stat().st_size > 250_000


@pytest.mark.parametrize("killed", [KeyboardInterrupt, RuntimeError("a mistake"), OSError(errno.EIO, "broken")])
def test_what_is_raised_inside_leaves_no_file_and_comes_through(tmp_path: Path, killed: BaseException) -> None:
    expected = type(killed) if isinstance(killed, Exception) else KeyboardInterrupt
    with pytest.raises(expected) as caught, whole_file(tmp_path / "new" / "file") as file:
        file.write(b"half")
        raise killed
    assert not isinstance(caught.value, NoSpaceError)
    assert os.listdir(tmp_path / "new") == []


@pytest.mark.parametrize(("number", "full"), [(errno.EDQUOT, True), (errno.EIO, False)])
def test_an_exhausted_quota_is_a_full_disk_and_a_broken_disk_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, full: bool
) -> None:
    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(NoSpaceError if full else OSError) as caught, whole_file(tmp_path / "new" / "file") as file:
        file.write(b"some")
    assert full or getattr(caught.value, "errno", 0) == number
    assert os.listdir(tmp_path / "new") == []


def test_what_a_killed_program_left_is_written_over(tmp_path: Path) -> None:
    place = tmp_path / "new"
    (place / "folder.partial").mkdir(parents=True)
    (place / "folder.partial" / "stray").touch()
    (place / "file.partial").write_bytes(b"much longer than what comes")
    with whole_file(place / "file") as file:
        file.write(b"new")
    with whole_folder(place / "folder") as folder:
        (folder / "one").write_bytes(b"1")
    assert (place / "file").read_bytes() == b"new"
    assert os.listdir(place / "folder") == ["one"]
    assert sorted(os.listdir(place)) == ["file", "folder"]


def test_a_folder_is_whole_or_absent(small_disk: Path) -> None:
    fill(small_disk, 8192)
    message = f"the disk of {small_disk} is full"
    with pytest.raises(NoSpaceError, match=message), whole_folder(small_disk / "folder") as folder:
        (folder / "one").write_bytes(b"1")
        with whole_file(folder / "two") as file:
            file.write(bytes(100_000))
    assert os.listdir(small_disk) == ["ballast"]


@pytest.mark.parametrize("leave", [0, 4096, 8192])
def test_files_that_belong_together_are_written_together(small_disk: Path, leave: int) -> None:
    old = {small_disk / name: name.encode() for name in "abc"}
    new = {path: bytes(4096) for path in old}
    write_together(old)
    fill(small_disk, leave)
    with pytest.raises(NoSpaceError):
        write_together(new)
    assert {path: path.read_bytes() for path in old} == old
    clear(small_disk)
    write_together(new)
    assert {path: path.read_bytes() for path in old} == new
    assert sorted(os.listdir(small_disk)) == ["a", "b", "c"]


def test_the_error_comes_back_from_other_processes() -> None:
    error = pickle.loads(pickle.dumps(NoSpaceError("the disk of here is full")))
    assert isinstance(error, NoSpaceError) and str(error) == "the disk of here is full"
