"""What a policy remembers of its looks: the hand hides what it works on, and a look at what is hidden goes astray.

Of every episode two sightings are kept beside the present one: the first, and for each head the surest one, which
fades, so that a thing that has moved is seen anew. The chunk head is told all three and learns which to believe.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from skills.networks import TARGET, Look

FADE = 0.1
"""What a sighting loses with every look since, in log-odds that the thing is in view."""
FIELDS = ("text", "where", "yaw", "far", "nowhere")
"""Of a look: all that a chunk head is told of it."""


class Watch:
    """Tells, look by look of one episode, which look of each head was the surest so far."""

    def __init__(self) -> None:
        self._looks = 0
        self._best: NDArray[np.float64] = np.array(-np.inf)
        self._moment: NDArray[np.int64] = np.array(0)

    def see(self, nowhere: NDArray[np.floating]) -> NDArray[np.int64]:
        """The number of the surest look of each head, and last of the far end, which needs its target and its place.

        Args:
            nowhere: log-odds that what each head looks for is not in view, shape (looks,).

        Returns:
            Shape (looks + 1,), the episode's first look is number 0.
        """
        sure = np.append(-nowhere, min(-nowhere[TARGET], -nowhere[-1])).astype(np.float64)
        newer = sure >= self._best - FADE
        self._best = np.where(newer, sure, self._best - FADE)
        self._moment = np.where(newer, self._looks, self._moment)
        self._looks += 1
        return self._moment


@dataclass(frozen=True)
class Sightings:
    """What was found in N moments, in order."""

    found: Mapping[str, NDArray[np.float32]]
    """``text`` (N, TEXT), ``where`` (N, looks, 3), [m], ``yaw`` (N, looks, YAW), ``far`` (N, 3), [m], and
    ``nowhere`` (N, looks); see ``Look``."""
    episode: NDArray[np.integer]
    """To which episode each belongs, shape (N,)."""

    def look(self, rows: NDArray[np.integer]) -> Look:
        """What chunk heads are told in some moments, with what is remembered there."""
        first, surest = self._remembered
        heads, far = surest[rows, :-1], surest[rows, -1]
        column = np.arange(heads.shape[1])
        sharp = {name: self.found[name][heads, column] for name in ("where", "yaw", "nowhere")}
        sharp["far"] = self.found["far"][far]
        remembered = self._look(self._at(first[rows])), self._look(self._at(rows) | sharp)
        return replace(self._look(self._at(rows)), remembered=remembered)

    @cached_property
    def _remembered(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Of every moment the row of its episode's first look, (N,), and those of the surest ones, (N, looks + 1)."""
        nowhere = self.found["nowhere"]
        first = np.zeros(len(nowhere), np.int64)
        surest = np.zeros((len(nowhere), nowhere.shape[1] + 1), np.int64)
        watch, start = Watch(), 0
        for row in range(len(nowhere)):
            if row and self.episode[row] != self.episode[row - 1]:
                watch, start = Watch(), row
            first[row], surest[row] = start, start + watch.see(nowhere[row])
        return first, surest

    def _at(self, rows: NDArray[np.integer]) -> dict[str, NDArray[np.float32]]:
        return {name: self.found[name][rows] for name in FIELDS}

    def _look(self, found: Mapping[str, NDArray[np.float32]]) -> Look:
        return _brief({name: torch.from_numpy(found[name]) for name in FIELDS})


def _brief(told: Mapping[str, Tensor]) -> Look:
    """A look of which only its ``FIELDS`` are known, without pixels and features."""
    nowhere, nothing = told["nowhere"], told["where"].new_zeros(*told["where"].shape[:2], 0)
    logits = torch.stack([torch.zeros_like(nowhere), nowhere], -1)
    return Look(told["text"], logits, told["where"], told["yaw"], nothing, nothing, told["far"])


class Memory:
    """The looks of one episode at work."""

    def __init__(self) -> None:
        self._watch = Watch()
        self._looks: list[Look] = []

    def recall(self, look: Look) -> Look:
        """The same look, of one command, with what is remembered; it is itself remembered from now on."""
        self._looks.append(_brief({name: getattr(look, name) for name in FIELDS}))
        *heads, far = self._watch.see(look.nowhere[0].float().numpy()).tolist()
        sharp = {name: self._of(heads, name) for name in ("where", "yaw", "nowhere")}
        surest = _brief({"text": look.text, "far": self._looks[far].far, **sharp})
        return replace(look, remembered=(self._looks[0], surest))

    def _of(self, moments: Sequence[int], name: str) -> Tensor:
        """A field of each head at the moment of its own: shape (1, looks, ...)."""
        return torch.stack([getattr(self._looks[moment], name)[:, head] for head, moment in enumerate(moments)], 1)
