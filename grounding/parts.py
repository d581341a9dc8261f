"""The parts of a scene as a frame on disk names them: what each is called, where it is and what state it is in.

Data describe themselves: they hold names such as ``red block`` or ``drawer handle`` and count on no vocabulary. Which
names a network knows stands with its weights.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from grounding.vocabulary import COLOURS, FURTHER_COLOURS

MAX_PARTS = 24
"""Parts that a frame has room for."""
NAME = "<U24"
STATE = "<U8"
_PAINTS = frozenset((*COLOURS, *FURTHER_COLOURS))


@dataclass(frozen=True)
class Part:
    """Something in a scene that can be told apart in a picture."""

    name: str
    """E.g. ``red block``, ``drawer``, ``drawer handle``, ``crumbs``."""
    position: tuple[float, float, float]
    """Its middle, base frame, [m]."""
    yaw: float = 0.0
    """About the base frame's z axis, [rad]."""
    symmetry: float = 0.0
    """Turn about the vertical, in degrees, after which a grasp is the same again; 0: any yaw will do; 360: none."""
    state: str = ""
    """E.g. ``open`` or ``lit``; empty for what has no states."""


@cache
def split_name(name: str) -> tuple[str, str]:
    """Colour and kind: ``red block 2`` is ``("red", "block")``, ``drawer handle`` is ``("", "drawer handle")``."""
    words = name.split()
    if len(words) > 1 and words[-1].isdigit():
        words = words[:-1]
    if len(words) > 1 and words[0] in _PAINTS:
        return words[0], " ".join(words[1:])
    return "", " ".join(words)


def parts_row(parts: Sequence[Part]) -> dict[str, NDArray]:
    """The fields of a frame that tell of its parts; what is beyond ``MAX_PARTS`` is left out.

    Returns:
        ``names`` and ``states`` (MAX_PARTS,), text; ``position`` (MAX_PARTS, 3), [m]; ``yaw`` (MAX_PARTS,), [rad];
        ``symmetry`` (MAX_PARTS,), [deg]. Names of places that are not filled are empty.

    Raises:
        ValueError: a name or a state is too long to be kept whole.
    """
    row: dict[str, NDArray] = {
        "names": np.zeros(MAX_PARTS, NAME),
        "position": np.zeros((MAX_PARTS, 3), np.float32),
        "yaw": np.zeros(MAX_PARTS, np.float32),
        "symmetry": np.zeros(MAX_PARTS, np.float32),
        "states": np.zeros(MAX_PARTS, STATE),
    }
    for i, part in enumerate(parts[:MAX_PARTS]):
        if len(part.name) > int(NAME[2:]) or len(part.state) > int(STATE[2:]):
            limits = f"a name has up to {NAME[2:]} letters, a state {STATE[2:]}"
            raise ValueError(f"part {part.name!r} ({part.state!r}): {limits}")
        row["names"][i], row["states"][i] = part.name, part.state
        row["position"][i], row["yaw"][i], row["symmetry"][i] = part.position, part.yaw, part.symmetry
    return row
