"""Packages that only some exports need."""

from collections.abc import Iterator
from contextlib import contextmanager

from traces.database import TraceError


@contextmanager
def extra(name: str, what: str) -> Iterator[None]:
    """Imports inside belong to an extra.

    Raises:
        TraceError: it is not installed; the message says how to get it.
    """
    try:
        yield
    except ImportError as error:
        raise TraceError(
            f"{what} needs the extra {name!r} ({error.name} is missing): pip install 'doable[{name}]'"
        ) from error
