"""The words for what the learned parts can see; which of them a network knows stands with its weights."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from weights import WeightsError

COLOURS = ("red", "orange", "yellow", "green", "cyan", "blue", "purple", "pink")
FURTHER_COLOURS = ("white", "black", "lime", "maroon")
"""Colours that names may have and that no network is trained on."""
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
    colours: tuple[str, ...]
    states: tuple[str, ...]
    """Of all kinds together, e.g. ``open`` and ``lit``."""

    def hyperparameters(self) -> dict[str, str]:
        """What is written into the header of the weights."""
        return {"kinds": json.dumps(self.kinds), "colours": json.dumps(self.colours), "states": json.dumps(self.states)}

    @classmethod
    def of(cls, header: Mapping[str, str]) -> "Vocabulary":
        """Read back from the header of the weights.

        Raises:
            WeightsError: the header is not one of a grounder; the message says what it lacks.
        """
        try:
            return cls(*(tuple(json.loads(header[field])) for field in ("kinds", "colours", "states")))
        except KeyError as error:
            raise WeightsError(f"the weights do not tell their {error.args[0]}; they are not a grounder's") from error

    def kind_of(self, kind: str) -> int | None:
        """Index of the kind that a part counts as: its own, or that of what it is a part of, as a drawer's handle."""
        found = next((word for word in (kind, kind.rsplit(" ", 1)[0]) if word in self.kinds), None)
        return None if found is None else self.kinds.index(found)


TABLETOP = Vocabulary(
    kinds=(
        *("block", "can", "bar", "ball", "mug", "bowl", "cylinder", "wedge", "blade"),
        *("crumbs", "region", "drawer", CABINET, "tray", "button", "lamp"),
    ),
    colours=COLOURS,
    states=("open", "closed", "ajar", "lit", "unlit", "swept", "spread"),
)
"""Of every table-top."""
