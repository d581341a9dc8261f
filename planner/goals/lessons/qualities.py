"""What places are like, and how people speak of that: dark, cool, dry, quiet, out of reach."""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.goals.lessons.trades import parts


@dataclass(frozen=True)
class Quality:
    """What some places are like, and how people ask for it."""

    places: tuple[str, ...]
    wanted: tuple[str, ...]
    """After ``{x} need{s}``: a noun or ``somewhere …``."""
    there: tuple[str, ...]
    """After ``put {x}``: ``into the shade``."""
    against: tuple[str, ...]
    """Why it cannot stay where it is: ``it's too bright for {x}``."""


QUALITIES = {
    "dark": Quality(
        ("shady corner", "dark cellar", "north wall", "under the trees", "shade tent", "dim back room", "dark cabinet"),
        ("shade", "somewhere dark", "less light", "the dark", "a shady spot", "to be out of the sun", "it darker"),
        ("into the shade", "out of the sun", "in the dark", "where it's darker", "where no sun gets to it"),
        ("too bright for {x}", "too much light on {x}", "too sunny for {x}"),
    ),
    "light": Quality(
        ("sunny window", "south terrace", "bright bay", "sun deck", "sunlit porch", "glass veranda", "skylight room"),
        (
            "sun",
            "more light",
            "somewhere bright",
            "a sunny spot",
            "daylight",
            "it brighter",
            "all the light it can get",
        ),
        ("into the sun", "into the light", "in the sunshine", "where it's bright", "where it gets more light"),
        ("too dark for {x}", "too gloomy for {x}", "not enough light for {x}"),
    ),
    "cold": Quality(
        ("cold store", "ice house", "cool cellar", "chilled room", "cold pantry", "cooling chamber", "freezer room"),
        ("cooling", "it cool", "somewhere cold", "a cool place", "it colder", "to be chilled", "low temperatures"),
        ("in the cold", "into the cool", "somewhere cool", "where it's cold", "where it won't get warm"),
        ("too warm for {x}", "too hot for {x}", "far too warm in there for {x}"),
    ),
    "warm": Quality(
        ("boiler room", "warm kitchen", "stove corner", "heated tent", "sauna", "hot cupboard", "fireside"),
        ("warmth", "it warm", "somewhere warm", "a warm place", "to warm up", "it warmer", "some heat"),
        ("in the warm", "where it's warm", "somewhere warmer", "out of the cold", "near the heat"),
        ("too cold for {x}", "freezing there, which is bad for {x}", "too chilly for {x}"),
    ),
    "dry": Quality(
        ("dry loft", "drying room", "covered shed", "dry store", "airing cupboard", "roofed stand"),
        ("a dry place", "somewhere dry", "it dry", "to stay dry", "a roof over it", "to be out of the rain"),
        ("in the dry", "out of the rain", "under a roof", "where it's dry", "where it won't get wet"),
        ("too damp for {x}", "too wet for {x}", "raining in on {x}"),
    ),
    "outdoors": Quality(
        ("yard", "balcony", "roof terrace", "garden path", "front lawn", "open deck", "courtyard"),
        ("fresh air", "to be outdoors", "to go outside", "some air", "a place in the open"),
        ("outside", "into the fresh air", "out into the open", "outdoors", "out of doors"),
        ("too stuffy indoors for {x}", "no air in there for {x}"),
    ),
    "quiet": Quality(
        ("reading room", "quiet room", "silent study", "library corner", "meditation room"),
        ("quiet", "somewhere quiet", "peace", "a place without noise", "it quieter"),
        ("where it's quiet", "somewhere quiet", "away from the noise", "where nobody makes noise"),
        ("too loud for {x}", "too noisy for {x}"),
    ),
    "high": Quality(
        ("top shelf", "attic", "upper deck", "roof loft", "crow's nest", "mezzanine", "upstairs landing"),
        ("to be higher up", "a higher place", "to be out of the children's reach", "to be up high"),
        ("high up", "up there", "out of the children's reach", "where the dog can't reach"),
        ("too low for {x}", "too near the floor for {x}"),
    ),
    "low": Quality(
        ("basement", "ground floor", "floor mat", "lower deck", "bottom shelf", "cellar floor"),
        ("to be lower down", "a lower place", "to be down below", "to be near the ground"),
        ("down below", "low down", "near the ground", "where it can't fall far"),
        ("too high up for {x}", "too far up for {x}"),
    ),
    "locked": Quality(
        ("strong room", "vault", "safe", "locked cage", "security office"),
        (
            "to be locked away",
            "somewhere safe",
            "protection from thieves",
            "a secure place",
            "to be under lock and key",
        ),
        ("under lock and key", "where no thief gets it", "somewhere secure", "behind a lock"),
        ("not safe enough for {x}", "too easy to steal {x} there"),
    ),
}
AKIN = (
    frozenset({"dark", "cold", "low", "locked", "dry"}),
    frozenset({"light", "outdoors", "warm"}),
    frozenset({"high", "dry", "outdoors", "light"}),
    frozenset({"quiet", "locked"}),
)
"""Qualities that a place of another of them may have as well, so that only one of each group is in a scene."""
HINTS = frozenset(
    parts(
        "attic balcony basement cellar deck field freezer fridge garden greenhouse kitchen lawn library loft oven", " "
    )
    + parts("pantry park patio pool porch roof safe sauna shed stove street terrace top upper lower vault yard", " ")
)
"""Words of places that have qualities of their own."""


def quality_of(place: str) -> str:
    """Which of ``QUALITIES`` a place is known for; empty if it is for none."""
    return next((key for key, quality in QUALITIES.items() if place in quality.places), "")


def compatible(keys: Iterable[str]) -> list[str]:
    """The first of these qualities, and those after it that are not akin to one taken before."""
    taken: list[str] = []
    for key in keys:
        if not any(key in group and group & set(taken) for group in AKIN):
            taken.append(key)
    return taken


def plain(place: str) -> bool:
    """Whether a place is known for nothing in particular."""
    return not HINTS & set(place.split())
