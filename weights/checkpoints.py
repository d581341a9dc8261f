"""What a training must remember, in one file: there whole, or not at all."""

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, cast

from weights.writing import DamagedError, whole_file


def write_checkpoint(path: Path, state: Mapping[str, Any]) -> None:
    """Write tensors, numbers and nested dictionaries of them.

    Raises:
        NoSpaceError: the disk is full; an earlier file of this name is as it was.
    """
    import torch

    with whole_file(path) as file:
        torch.save(dict(state), cast(IO[bytes], file))


def read_checkpoint(path: Path) -> dict[str, Any]:
    """What ``write_checkpoint`` wrote, on the CPU; nothing in the file is run.

    Raises:
        FileNotFoundError: there is no such file.
        DamagedError: it is not a whole file of this kind.
    """
    import torch

    try:
        with zipfile.ZipFile(path) as archive:
            damaged = archive.testzip()  # torch itself compares no checksums
        if damaged is not None:
            raise zipfile.BadZipFile(f"{damaged} has another checksum")
        state = torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError:
        raise
    except Exception as error:  # torch tells of damage in many ways
        raise DamagedError(f"checkpoint {path} is damaged; remove it to begin anew") from error
    if not isinstance(state, dict):
        raise DamagedError(f"checkpoint {path} holds no state of a training; remove it to begin anew")
    return state
