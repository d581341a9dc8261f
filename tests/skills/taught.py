"""A small curriculum and frames of it, as if from a simulator, for the tests of what learns."""

from collections.abc import Mapping, Sequence

import numpy as np
import torch

from grounding.parts import Part, parts_row
from skills.builtin import tabletop10_library
from skills.builtin.wordings10 import WORDINGS as FURTHER_WORDINGS
from skills.curriculum import Curriculum, Lesson, Looks
from skills.language import MAX_TOKENS, WIDTH, WORDINGS, CommandEncoder

LIBRARY = tabletop10_library()
LOOKS = {
    "pick_up": Looks("{object}", "{object}", "{object}"),
    "put_in": Looks("{container}", "{object}", "{container}"),
    "put_on": Looks("{support}", "{object}", "{support}"),
    "open_drawer": Looks("{drawer} handle", "{drawer}", "{drawer}"),
    "press": Looks("{button}", "{button}", "lamp"),
}
SYMMETRY = {"block": 90.0, "bar": 180.0, "bowl": 0.0}


class Commands(CommandEncoder):
    """Vectors that depend on the sentence alone; remembers what was said."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def encode(self, commands: Sequence[str]) -> tuple[torch.Tensor, torch.Tensor]:
        self.said += commands
        seeds = [sum(map(ord, text)) for text in commands]
        vectors = [torch.randn(MAX_TOKENS, WIDTH, generator=torch.Generator().manual_seed(seed)) for seed in seeds]
        mask = torch.ones(len(vectors), MAX_TOKENS, dtype=torch.bool)
        mask[:, 6:] = False
        return torch.stack(vectors), mask


def curriculum(*skills: str) -> Curriculum:
    """Of some skills, or of all that have looks here."""
    wordings: Mapping[str, tuple[str, ...]] = {**WORDINGS, **FURTHER_WORDINGS}
    names = skills or tuple(LOOKS)
    return Curriculum({n: Lesson(LIBRARY[n], wordings[n], LOOKS[n]) for n in names}, LIBRARY.categories)


def parts(names: Sequence[str]) -> dict[str, np.ndarray]:
    """Fields of a frame with some parts in a row along y, each turned by 0.1 rad more than the one before."""
    return parts_row(
        [
            Part(name, (0.5, 0.1 * i, 0.02), 0.1 * i, SYMMETRY.get(name.split()[-1], 360.0))
            for i, name in enumerate(names)
        ]
    )
