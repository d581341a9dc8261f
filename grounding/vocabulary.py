"""The words for what the learned parts can see; which of them a network knows stands with its weights."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

COLOURS = ("red", "orange", "yellow", "green", "cyan", "blue", "purple", "pink")
FURTHER_COLOURS = ("white", "black", "lime", "maroon")
"""Colours that names may have and that no network is trained on."""
CATEGORIES = ("block", "bowl", "cylinder", "wedge")
"""Of the table-top scenes without fixtures."""
CABINET = "drawer cabinet"
"""What a drawer comes out of: told apart in a picture, but no object of a scene."""

TURNED = ("drawer", CABINET, "tray")
"""Kinds whose yaw each of their pixels is asked for."""
FIXTURES = ("region", "drawer", CABINET, "tray", "button", "lamp")
"""Kinds that belong to the table rather than lie on it."""


@dataclass(frozen=True)
class Vocabulary:
    """What a grounder tells apart."""

    kinds: tuple[str, ...]
    """Of things and fixtures, and of such of their parts as are told apart."""
    colours: tuple[str, ...] = COLOURS
    states: tuple[str, ...] = ()
    """Of all kinds together, e.g. ``open`` and ``lit``; empty: it knows neither states nor which way things face."""

    def hyperparameters(self) -> dict[str, str]:
        """What is written into the header of the weights."""
        return {"kinds": json.dumps(self.kinds), "colours": json.dumps(self.colours), "states": json.dumps(self.states)}

    @classmethod
    def of(cls, header: Mapping[str, str]) -> "Vocabulary":
        """Read back from the header of the weights; the one of old where the header has none."""
        if "kinds" not in header:
            return LEGACY
        return cls(*(tuple(json.loads(header[field])) for field in ("kinds", "colours", "states")))

    def kind_of(self, kind: str) -> int | None:
        """Index of the kind that a part counts as: its own, or that of what it is a part of, as a drawer's handle."""
        found = next((word for word in (kind, kind.rsplit(" ", 1)[0]) if word in self.kinds), None)
        return None if found is None else self.kinds.index(found)


LEGACY = Vocabulary(CATEGORIES)
"""Of weights whose header says nothing."""
TABLETOP = Vocabulary(
    kinds=(
        *("block", "can", "bar", "ball", "mug", "bowl", "cylinder", "wedge", "blade"),
        *("crumbs", "region", "drawer", CABINET, "tray", "button", "lamp"),
    ),
    states=("open", "closed", "ajar", "lit", "unlit", "swept", "spread"),
)
"""Of the table-top with fixtures."""
