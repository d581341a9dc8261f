"""PyBullet, imported and connected to without its messages, which would spoil what a command prints."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _silence() -> Iterator[None]:
    """Nothing that C code writes to stdout or stderr inside comes out."""
    flush = ctypes.CDLL(None).fflush
    sys.stdout.flush()
    sys.stderr.flush()
    flush(None)
    kept, nowhere = [os.dup(1), os.dup(2)], os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        yield
        flush(None)
    finally:
        for number, copy in enumerate(kept, start=1):
            os.dup2(copy, number)
            os.close(copy)
        os.close(nowhere)


with _silence():
    import pybullet
    from pybullet_utils.bullet_client import BulletClient

__all__ = ["BulletClient", "connect"]


def connect() -> BulletClient:
    """A physics engine of one's own, without a window."""
    with _silence():
        return BulletClient(pybullet.DIRECT)
