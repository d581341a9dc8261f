"""The doctor finds what is wrong and survives it."""

import os
import subprocess
from pathlib import Path

import pytest

from doable import installation
from doable.installation import check_installation, check_writable, commit_of


def test_a_directory_that_can_be_made_is_fine_and_is_not_made(tmp_path: Path) -> None:
    home = tmp_path / "not" / "yet"
    assert check_writable(home).ok
    assert not (tmp_path / "not").exists()


def test_a_file_in_place_of_the_directory_is_not(tmp_path: Path) -> None:
    home = tmp_path / "file"
    home.write_text("")
    check = check_writable(home)
    assert not check.ok and "DOABLE_HOME" in check.detail


def test_a_package_with_our_names_is_a_clash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(installation, "packages_distributions", lambda: {"planner": ["doable", "other-planner"]})
    names = next(check for check in check_installation(tmp_path) if check.name == "names")
    assert not names.ok and "planner (also in other-planner)" in names.detail


def test_a_package_that_lies_in_front_of_ours_is_a_clash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(installation, "packages_distributions", dict)
    (tmp_path / "skills").mkdir()
    (tmp_path / "skills" / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    names = next(check for check in check_installation(tmp_path) if check.name == "names")
    assert not names.ok and str(tmp_path / "skills") in names.detail


def test_a_check_that_breaks_is_a_failed_check(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def broken() -> dict[str, list[str]]:
        raise OSError("disk on fire")

    monkeypatch.setattr(installation, "packages_distributions", broken)
    names = [check for check in check_installation(tmp_path) if "disk on fire" in check.detail]
    assert len(names) == 1 and not names[0].ok


def test_damaged_weights_are_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text('{"grounder": "00"}')
    (tmp_path / "grounder.safetensors").write_bytes(b"nonsense")
    monkeypatch.setenv("DOABLE_WEIGHTS", os.fspath(tmp_path))
    checks = [check for check in check_installation(tmp_path) if check.name == "weights"]
    assert [check.ok for check in checks] == [False]
    assert "SHA-256" in checks[0].detail


def test_the_commit_of_a_checkout_is_told(tmp_path: Path) -> None:
    assert commit_of(tmp_path / "no checkout") == ""
    git = ["git", "-C", str(tmp_path), "-c", "user.name=a", "-c", "user.email=a@b"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "commit", "--quiet", "--allow-empty", "--message", "first"], check=True)
    head = subprocess.run([*git, "rev-parse", "HEAD"], capture_output=True, text=True, check=True).stdout
    assert len(commit_of(tmp_path)) == 12 and head.startswith(commit_of(tmp_path))
