"""Checks of the installation: versions, model files, committed weights, name clashes, a writable data directory."""

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.machinery import PathFinder
from importlib.metadata import PackageNotFoundError, packages_distributions, version
from pathlib import Path

from doable.errors import ROOMS

DISTRIBUTION = "doable"
PACKAGES = ("torch", "transformers", "langgraph", "pybullet", "pydantic", "numpy", "ruckig", "networkx", "safetensors")
"""Those whose versions change what a run does."""


@dataclass(frozen=True)
class Check:
    """One thing that was looked at."""

    name: str
    ok: bool
    detail: str


def check_installation(home: Path) -> tuple[Check, ...]:
    """Look at everything; never raises."""
    checks: list[Callable[[], Iterator[Check]]] = [_python, _packages, _language_model, _encoder, _weights, _clashes]
    found = [check for look in checks for check in _guarded(look)]
    return (*found, check_writable(home))


def package_versions() -> dict[str, str]:
    """Installed version of each package that changes what a run does; missing ones are left out."""
    return {name: found for name in PACKAGES if (found := _version(name)) is not None}


def code_version() -> str:
    """Version of Doable, and the commit where it runs from a checkout: `0.1.0+9f3c1a2b4d5e`."""
    commit = commit_of(Path(__file__).parents[1])
    return (_version(DISTRIBUTION) or "not installed") + (f"+{commit}" if commit else "")


@cache
def commit_of(checkout: Path) -> str:
    """The first letters of the commit that a folder has checked out; empty if it is no checkout, or without git."""
    if not (checkout / ".git").exists():
        return ""
    command = ["git", "-C", str(checkout), "rev-parse", "--short=12", "HEAD"]
    try:
        return subprocess.run(command, capture_output=True, text=True, timeout=5, check=True).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""


def weight_hashes() -> dict[str, str]:
    """SHA-256 of every committed weights file, as the manifest has them; empty when it cannot be read."""
    from weights.store import MANIFEST, directory

    try:
        hashes: dict[str, str] = json.loads((directory() / MANIFEST).read_text())
    except (OSError, ValueError):
        return {}
    return hashes


def _guarded(look: Callable[[], Iterator[Check]]) -> Iterator[Check]:
    try:
        yield from look()
    except Exception as error:  # the doctor must survive every patient
        yield Check(look.__name__.strip("_").replace("_", " "), False, f"{type(error).__name__}: {error}")


def _python() -> Iterator[Check]:
    ok = sys.version_info[:2] == (3, 11)
    wanted = "" if ok else "; PyBullet has wheels for 3.11 only"
    yield Check("python", ok, f"{platform.python_version()} on {platform.platform(terse=True)}{wanted}")


def _packages() -> Iterator[Check]:
    yield Check(DISTRIBUTION, _version(DISTRIBUTION) is not None, code_version())
    for name in PACKAGES:
        found = _version(name)
        yield Check(name, found is not None, found or "missing; pip install -c constraints.txt -e .")


def _language_model() -> Iterator[Check]:
    from planner.models import smollm2

    path = smollm2.find_gguf()
    smollm2.verify(path)
    yield Check("language model", True, f"{smollm2.NAME}, SHA-256 {smollm2.SHA256[:12]}…, {path}")


def _encoder() -> Iterator[Check]:
    from weights import find_minilm

    yield Check("sentence encoder", True, f"all-MiniLM-L6-v2, SHA-256 as published, {find_minilm()}")


def _weights() -> Iterator[Check]:
    import weights

    problems = weights.verify()
    yield from (Check("weights", False, problem) for problem in problems)
    if not problems:
        names = ", ".join(weights.names())
        yield Check("weights", bool(names), names or "none are committed here; make weights trains them")


def _clashes() -> Iterator[Check]:
    """Our rooms have plain names: does another distribution have them too, or lie in front of ours?"""
    owners = packages_distributions()
    here = Path(__file__).resolve().parents[1]
    clashes = []
    for room in sorted(ROOMS - {"prompts"}):
        others = sorted(set(owners.get(room, ())) - {DISTRIBUTION})
        if others:
            clashes.append(f"{room} (also in {', '.join(others)})")
        elif (place := _place(room)) is not None and place.resolve().parent != here:
            clashes.append(f"{room} (Python finds {place})")
    yield Check("names", not clashes, f"clashes: {'; '.join(clashes)}" if clashes else "no other package has our names")


def check_writable(home: Path) -> Check:
    """Whether files can be written in the data directory, or it could be made."""
    place = home.expanduser()
    existing = next((folder for folder in (place, *place.parents) if folder.exists()), place)
    try:
        with tempfile.TemporaryFile(dir=existing):
            return Check("data directory", True, str(place))
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        return Check("data directory", False, f"{place}: {reason}; choose another with --data-dir or DOABLE_HOME")


def _place(room: str) -> Path | None:
    spec = PathFinder.find_spec(room)
    return Path(spec.origin).parent if spec is not None and spec.origin is not None else None


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
