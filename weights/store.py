"""Committed weights: half precision on disk, single precision in memory, a card and a checksum for each."""

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from weights.files import WeightsError, verify_file
from weights.writing import minding_space, write_together

if TYPE_CHECKING:
    import torch

MANIFEST = "manifest.json"
HOW_TO_GET = "git checkout weights/ (or train it again: make weights)"


@dataclass(frozen=True)
class Card:
    """What a person should know about a weights file before trusting it."""

    purpose: str
    """One sentence: what the network does."""
    data: str
    """What it was trained on, with seeds."""
    command: str
    """The command that makes the file again."""
    seed: int
    cpu_minutes: float
    """Processor time of the training, one thread."""
    figures: Mapping[str, float]
    """Held-out results by name."""
    limits: str
    """What it cannot do."""


def directory() -> Path:
    """Where weights lie: the folder that ``DOABLE_WEIGHTS`` names, else the one beside this file."""
    named = os.environ.get("DOABLE_WEIGHTS")
    return Path(named) if named else Path(__file__).parent


def names(folder: Path | None = None) -> list[str]:
    """Names of the weights in the manifest, sorted."""
    return sorted(_manifest(folder or directory()))


def load(name: str, folder: Path | None = None) -> "dict[str, torch.Tensor]":
    """The tensors of ``name`` on the CPU; what is stored in float16 comes back in float32.

    Raises:
        WeightsError: the name is not in the manifest, or its file is missing or damaged.
    """
    from safetensors.torch import load as parse

    tensors = parse(_content(name, folder or directory()))
    return {key: tensor.float() if tensor.is_floating_point() else tensor for key, tensor in tensors.items()}


def metadata(name: str, folder: Path | None = None) -> dict[str, str]:
    """The hyper-parameters that ``save`` wrote into the header of ``name``.

    Raises:
        WeightsError: the name is not in the manifest, or its file is missing or damaged.
    """
    return _header(_content(name, folder or directory()))


def hash_of(name: str, folder: Path | None = None) -> str:
    """SHA-256 of ``name``, as the manifest has it: which weights these are.

    Raises:
        WeightsError: the name is not in the manifest.
    """
    folder = folder or directory()
    manifest = _manifest(folder)
    if name not in manifest:
        raise WeightsError(_unknown(name, sorted(manifest), folder))
    return manifest[name]


def save(
    name: str,
    tensors: "Mapping[str, torch.Tensor]",
    card: Card,
    *,
    hyperparameters: Mapping[str, object] | None = None,
    folder: Path | None = None,
) -> Path:
    """Write ``NAME.safetensors`` (floating point as float16), its card ``NAME.md`` and its line in the manifest.

    Args:
        name: an identifier, such as ``panda_policy``.
        tensors: parameters and buffers by name.
        card: what a person should know.
        hyperparameters: what is needed to build the network again; values are written as text.
        folder: where to write; the weights directory when not given.

    Returns:
        The path of the weights file.

    Raises:
        WeightsError: the name is not an identifier, or a value does not fit into half precision.
        NoSpaceError: the disk is full; what was saved before is as it was.
    """
    folder = folder or directory()
    if not name.isidentifier():
        raise WeightsError(f"weights name {name!r} is not an identifier; letters, digits and _ only, such as 'policy'")
    content = _serialise(name, tensors, hyperparameters or {})
    path, told = _file(name, folder), _card_text(name, card, len(content)).encode()
    with _locked(folder):
        manifest = _manifest(folder) | {name: hashlib.sha256(content).hexdigest()}
        listed = (json.dumps(manifest, indent=2, sort_keys=True) + "\n").encode()
        write_together({path: content, folder / f"{name}.md": told, folder / MANIFEST: listed})
    return path


def verify(folder: Path | None = None) -> list[str]:
    """What is wrong with the committed weights, one sentence each; an empty list when all is well."""
    folder = folder or directory()
    try:
        manifest = _manifest(folder)
    except WeightsError as error:
        return [str(error)]
    problems = [f"{name}: {problem}" for name in manifest if (problem := _problem(name, folder))]
    strays = sorted({path.stem for path in folder.glob("*.safetensors")} - set(manifest))
    return problems + [f"{name}: not in {MANIFEST}; {HOW_TO_GET}" for name in strays]


def _problem(name: str, folder: Path) -> str | None:
    """What is wrong with one file; nothing when it is the one in the manifest."""
    try:
        verify_file(_file(name, folder), _manifest(folder)[name], HOW_TO_GET)
    except WeightsError as error:
        return str(error)
    return None


def _file(name: str, folder: Path) -> Path:
    return folder / f"{name}.safetensors"


def _manifest(folder: Path) -> dict[str, str]:
    """SHA-256 by name; empty for a folder where nothing was saved yet."""
    path = folder / MANIFEST
    if not path.exists():
        return {}
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise WeightsError(f"{path} is not JSON ({error}); {HOW_TO_GET}") from error
    if not isinstance(manifest, dict) or not all(isinstance(value, str) for value in manifest.values()):
        raise WeightsError(f"{path} must map names to SHA-256 digits; {HOW_TO_GET}")
    return manifest


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Two trainings that end at the same time wait for each other."""
    with minding_space(folder):
        folder.mkdir(parents=True, exist_ok=True)
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _content(name: str, folder: Path) -> bytes:
    """The file's bytes, read once and checked against the manifest."""
    manifest = _manifest(folder)
    if name not in manifest:
        raise WeightsError(_unknown(name, sorted(manifest), folder))
    path = _file(name, folder)
    content = path.read_bytes() if path.is_file() else None
    if content is None or hashlib.sha256(content).hexdigest() != manifest[name]:
        verify_file(path, manifest[name], HOW_TO_GET)
    assert content is not None
    return content


def _unknown(name: str, known: Sequence[str], folder: Path) -> str:
    return f"no weights named {name!r} in {folder} (there: {', '.join(known) or 'none'}); {HOW_TO_GET}"


def _serialise(name: str, tensors: "Mapping[str, torch.Tensor]", hyperparameters: Mapping[str, object]) -> bytes:
    """The safetensors file as bytes, floating point narrowed to float16."""
    from safetensors.torch import save as format_tensors

    narrow = {key: _narrow(f"{name}.{key}", tensor) for key, tensor in tensors.items()}
    return format_tensors(narrow, metadata={key: str(value) for key, value in hyperparameters.items()})


def _narrow(label: str, tensor: "torch.Tensor") -> "torch.Tensor":
    """A contiguous copy in float16 (integers as they are).

    Raises:
        WeightsError: a value is not finite in half precision, whose largest number is 65504.
    """
    tensor = tensor.detach().cpu()
    if not tensor.is_floating_point():
        return tensor.contiguous().clone()
    half = tensor.half().contiguous().clone()
    if not half.isfinite().all():
        raise WeightsError(f"{label} holds values that are not finite in half precision (beyond 65504, or NaN)")
    return half


def _header(content: bytes) -> dict[str, str]:
    """The ``__metadata__`` of a safetensors file: 8 bytes of length, then JSON."""
    length = int.from_bytes(content[:8], "little")
    return dict(json.loads(content[8 : 8 + length]).get("__metadata__", {}))


def _card_text(name: str, card: Card, size: int) -> str:
    figures = "\n".join(f"| {key} | {value:.4g} |" for key, value in card.figures.items())
    return (
        f"# {name}\n\n{card.purpose}\n\n"
        f"- **Data:** {card.data}\n- **Command:** `{card.command}`\n- **Seed:** {card.seed}\n"
        f"- **Training:** {card.cpu_minutes:.1f} CPU minutes, one thread\n- **Size:** {size / 1e6:.2f} MB, float16\n"
        f"- **Limits:** {card.limits}\n\n| held out | figure |\n|---|---|\n{figures}\n"
    )
