"""Where the things of a setting are, where they can go, and how both are said."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from grounding import Fact
from planner.goals.lessons.mentions import Mention, Mentions
from planner.goals.lessons.settings import Setting

TO = {"at": "to", "on": "on", "in": "into"}
FROM = {"at": "from", "on": "off", "in": "out of"}
THERE = {"at": ("on", "at", "in"), "on": ("on", "on top of"), "in": ("in", "inside")}
"""Prepositions, by how a thing is there."""
FLAT_PLACES = frozenset(
    [
        "table",
        "counter",
        "shelf",
        "desk",
        "rack",
        "bench",
        "couch",
        "bed",
        "sill",
        "windowsill",
        "stand",
        "wall",
        "nightstand",
        "dresser",
        "bookshelf",
        "workbench",
        "bar",
        "top",
        "conveyor",
        "sofa",
    ]
)
"""Last words of places that things stand on."""


@dataclass(frozen=True)
class Receivers:
    """Places, surfaces or containers."""

    how: str
    """``at``, ``on`` or ``in``."""
    predicate: str
    """As the setting's library calls that."""
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Destination:
    """A place, surface or container that things can go to."""

    how: str
    predicate: str
    id: str


@dataclass(frozen=True)
class End:
    """Where something is to go, as it is spoken of."""

    predicate: str
    place: Mention
    said: str
    """With its preposition: ``on the shelf``."""
    verb: str = ""
    """For bringing it there."""

    @property
    def goal(self) -> str:
        """``at shelf``"""
        return f"{self.predicate} {self.place.goal}"

    @property
    def id(self) -> str:
        return self.place.ids[0]


# -- where things are -------------------------------------------------------------------------------------------------


def how(s: Setting, predicate: str) -> str:
    """``at``, ``on`` or ``in``, for the setting's own predicate."""
    return {s.at: "at", s.on: "on", s.inside: "in"}[predicate]


def spots(s: Setting, ids: Collection[str] | None = None) -> list[Fact]:
    """Where things that can be carried are, or where these are; sorted."""
    ids = s.movables if ids is None else ids
    kinds = [kind for kind in (s.at, s.on, s.inside) if kind]
    return [fact for fact in sorted(s.world.facts) if fact.predicate in kinds and fact.arguments[0] in ids]


def spot_of(s: Setting) -> dict[str, Fact]:
    """Where each thing that can be carried is."""
    return {spot.arguments[0]: spot for spot in spots(s)}


def piles(s: Setting) -> dict[tuple[str, str], list[str]]:
    """Things that can be carried, by the predicate and the place of where they are."""
    found: dict[tuple[str, str], list[str]] = {}
    for spot in spots(s):
        found.setdefault((spot.predicate, spot.arguments[1]), []).append(spot.arguments[0])
    return found


def there(m: Mentions, predicate: str, id: str) -> str:
    """``on the shelf`` of what is there now."""
    place, word = m.place(id), how(m.setting, predicate)
    return f"{_by_name(m, id) if word == 'at' else word} {place.said}"


def _by_name(m: Mentions, id: str) -> str:
    """``on`` for a place that is flat."""
    return "on" if m.name(id).split()[-1] in FLAT_PLACES else "in"


# -- where they can go ------------------------------------------------------------------------------------------------


def receivers(s: Setting) -> list[Receivers]:
    """What things can be brought to, as far as the library knows it."""
    found = (("at", s.at, s.places), ("on", s.on, s.surfaces), ("in", s.inside, s.containers))
    return [Receivers(word, predicate, tuple(ids)) for word, predicate, ids in found if predicate]


def destinations(s: Setting, besides: Collection[str] = ()) -> list[Destination]:
    """Where things can be brought, but for some."""
    return [Destination(r.how, r.predicate, id) for r in receivers(s) for id in r.ids if id not in besides]


def predicate_at(s: Setting, id: str) -> str:
    """What a goal calls being at a place, on a surface or in a container."""
    return s.at or (s.inside if id in s.containers else s.on)


def somewhere(m: Mentions, taken: Sequence[str] = (), person: bool = False) -> End | None:
    """A place, surface or container that is not taken; the person only if asked for."""
    s = m.setting
    ids = [end.id for end in destinations(s, taken) if person or end.id != s.person]
    return end_at(m, m.pick(ids)) if s.movables and ids else None


def end_at(m: Mentions, id: str) -> End:
    """A place as the end of a move."""
    s, place = m.setting, m.place(id)
    predicate = predicate_at(s, id)
    if id == s.person:
        return End(predicate, place, "to me" if place.said == "me" else f"to {place.said}")
    if id in s.places:
        word = "at" if m.chance(0.15) else _by_name(m, id)
    else:
        word = m.pick(("in", "into", "inside") if predicate == s.inside else ("on", "onto", "on top of"))
    return End(predicate, place, f"{word} {place.said}")
