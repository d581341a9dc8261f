"""Things of daily life by kind, and what is true of them.

A concept is a set of kinds and things, and the ways in which people speak of it. Things of which a concept is arguable
are listed under ``maybe`` and never asked about.
"""

from dataclasses import dataclass
from functools import cache

from planner.goals.lessons.things_table import KINDS

_GROUPS = {
    "drink": "soda, energy drink, water, coffee, tea, herbal tea, juice, milk, alcohol, other drink",
    "any fruit": "fruit, sour fruit",
    "produce": "fruit, sour fruit, vegetable",
    "treat": "sweet snack, sweets, chocolates, cake",
    "snack": "salty snack, sweet snack, sweets, chocolates, cake, bar snack, nuts, dried fruit",
    "cooked dish": "meal, side dish, soups",
    "grocery": "staple, baking supply, brew supply, preserve",
    "food": "fruit, sour fruit, vegetable, salty snack, treat, bar snack, nuts, dried fruit, bread, meat, fish, dairy, "
    "egg, cooked dish, meat substitute, staple, preserve, sauce, sweet spread, spice, frozen dessert, dessert, oil",
    "dish": "cup, plate, bowl",
    "tableware": "cup, plate, bowl, cutlery, serveware",
    "kitchenware": "cup, plate, bowl, cutlery, serveware, cookware, kitchen tool, food storage",
    "tool": "hand tool, power tool, garden tool",
    "cleaning supply": "cleaning cloth, cleaning tool, cleaning agent",
    "clothes": "clothing, underwear, swimwear, warm wear",
    "wear": "clothing, underwear, swimwear, warm wear, shoes, accessory, jewelry, rain gear",
    "plaything": "toy, soft toy, game, ball",
    "pharmacy": "medicine, first aid",
    "any bag": "bag, luggage",
    "any sport": "sports gear, fitness gear, winter sport, water sport, ball",
    "any waste": "waste, food waste, packaging waste, paper waste, mixed waste",
    "paper things": "reading, document",
    "makings": "art, craft, sewing",
}


@dataclass(frozen=True)
class Concept:
    """Something that is true of some things: of a kind or group, or listed."""

    name: str
    true: frozenset[str]
    maybe: frozenset[str]
    singular: tuple[str, ...]
    """Said with ``a``: ``salty snack``; the words that a goal quotes."""
    plural: tuple[str, ...]
    something: tuple[str, ...]
    """Said after ``something``: ``salty``, ``to drink``."""
    need: tuple[str, ...]
    """Whole sentences that ask for it, the quoted words between braces: ``I'm {thirsty}``."""


@cache
def kinds() -> dict[str, tuple[str, ...]]:
    """Kind -> its things."""
    return {kind: tuple(name.strip() for name in names.split(",")) for kind, names in KINDS.items()}


@cache
def kind_of() -> dict[str, str]:
    """Thing -> its kind."""
    return {name: kind for kind, names in kinds().items() for name in names}


def members(expression: str) -> frozenset[str]:
    """The things of a list of kinds, groups, names, or ``everything``, with commas; a leading ``-`` takes away."""
    found: set[str] = set()
    table = kinds()
    for part in filter(None, (piece.strip() for piece in expression.split(","))):
        name = part.removeprefix("-").strip()
        if name in _GROUPS:
            named = members(_GROUPS[name])
        elif name in table:
            named = frozenset(table[name])
        elif name == "everything":
            named = frozenset(kind_of())
        else:
            named = frozenset({name})
        found = found - named if part.startswith("-") else found | named
    return frozenset(found)
