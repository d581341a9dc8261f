"""How large the things and fixtures of the table-top are, for telling what lies on or in what; lengths in [m]."""

from collections.abc import Mapping

HEIGHT: Mapping[str, float] = {
    **{"block": 0.04, "cylinder": 0.04, "wedge": 0.04, "bowl": 0.045},
    **{"can": 0.052, "bar": 0.03, "ball": 0.052, "mug": 0.05, "blade": 0.08},
}
USUAL_HEIGHT = 0.04
"""Of what is not named above."""
TOP: Mapping[str, float] = {"block": 0.04, "can": 0.052, "cylinder": 0.044}
"""How wide the top of what carries other things is, by kind."""
INSIDE: Mapping[str, tuple[float, float]] = {"drawer": (0.064, 0.098), "tray": (0.06, 0.095), "region": (0.055, 0.055)}
"""Half of a fixture's inside along its own x (the way it faces) and y, from its middle."""
FLOOR: Mapping[str, float] = {"drawer": 0.012}
"""Height above the table on which things in a fixture stand; 0 if not named."""


def half_height(kind: str) -> float:
    """From the centre of a thing that stands or lies as usual to its top or bottom."""
    return HEIGHT.get(kind, USUAL_HEIGHT) / 2
