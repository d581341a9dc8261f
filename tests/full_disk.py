"""Takes the room on a small disk, and gives it back."""

import errno
import os
from pathlib import Path

BALLAST = "ballast"


def fill(place: Path, leave: int = 0) -> None:
    """Until there is no room for another byte, but for some that are left (whole pages of 4096 bytes)."""
    with open(place / BALLAST, "ab", buffering=0) as file:
        for size in (65536, 4096, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError as error:
                assert error.errno == errno.ENOSPC
        file.truncate(os.path.getsize(file.name) // 4096 * 4096 - leave)


def clear(place: Path) -> None:
    """Make room."""
    (place / BALLAST).unlink()
