"""Is a model file there, and is it the one that is meant?"""

import hashlib
import json
import os
from pathlib import Path


class WeightsError(ValueError):
    """A model file is missing or is not the one that is meant; the message says how to get it."""


def sha256_of(path: Path) -> str:
    """SHA-256 of the file's bytes, as 64 hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def hash_record() -> Path:
    """The JSON file that remembers the hashes of large files: in ``$DOABLE_HOME/cache``, or ``~/.cache/doable``."""
    home = os.environ.get("DOABLE_HOME")
    return (Path(home) / "cache" if home else Path.home() / ".cache" / "doable") / "hashes.json"


def verify_file(path: Path, sha256: str, how_to_get: str, *, record: Path | None = None) -> Path:
    """Make sure that ``path`` holds the file with this SHA-256, and return it.

    Args:
        path: the file.
        sha256: what its bytes must hash to, 64 hexadecimal digits.
        how_to_get: a command that brings the right file; it ends the error message.
        record: a JSON file that remembers hashes by path, size and modification time, for files of 100 MB that
            are asked for at every start; without it the file is hashed each time.

    Raises:
        WeightsError: the file is missing or has another hash.
    """
    if not path.is_file():
        raise WeightsError(f"model file {path} is missing; get it with: {how_to_get}")
    found = sha256_of(path) if record is None else _recorded_sha256(path, record)
    if found != sha256:
        raise WeightsError(
            f"model file {path} has SHA-256 {found[:12]}…, expected {sha256[:12]}…; it is damaged or another version; "
            f"get it with: {how_to_get}"
        )
    return path


def _recorded_sha256(path: Path, record: Path) -> str:
    """The hash of ``path``, computed only when its size or modification time is new."""
    known = _read_record(record)
    status = path.stat()
    key = f"{path.resolve()}|{status.st_size}|{status.st_mtime_ns}"
    if key not in known:
        known[key] = sha256_of(path)
        _write_record(record, known)
    return known[key]


def _read_record(record: Path) -> dict[str, str]:
    """What was remembered; an unreadable record is an empty one, since hashing again makes up for it."""
    try:
        known = json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _write_record(record: Path, known: dict[str, str]) -> None:
    """Replace the record at once; a cache directory that cannot be written costs time, not correctness."""
    draft = record.with_name(f"{record.name}.{os.getpid()}")
    try:
        record.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(known, indent=1), encoding="utf-8")
        draft.replace(record)
    except OSError:
        draft.unlink(missing_ok=True)
