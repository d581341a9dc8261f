"""Verbs that say what can be done to things, with other words for them: read from ``verbs.tsv``, see ``wordnet.py``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from planner.goals.lessons.things import members

TABLE = "verbs.tsv"
_MADE_SO = re.compile(r"make \{x\} (?:more )?(\w+)(?: or \w+)?")
_COMPARATIVE = re.compile(r"(er|more)$")
_NO_ADJECTIVES = frozenset(["shine", "fast", "right", "undone", "liquid"])
"""Words behind ``make {x}`` that are none."""

KINDS = {
    "cloth": "clothing, warm wear, bedding, bath linen, home textile, swimwear, table cloth, sail, tent fly",
    "food": "vegetable, fruit, bread, meat, fish, egg, sour fruit, dough, cheese wheel, pumpkin, walnut, chestnut",
    "liquid": "soups, milk, juice, sauce, tea, coffee, water, syrup, wort, cider, stock pot, whey",
    "plant": "plant, cut flower, hedge, apple tree, vine, seedling, lawn",
    "land": "north field, south field, flower bed, vegetable plot, back yard, gravel path, meadow, orchard, dirt road, "
    "ditch, playground, hill side, parking lot",
    "wood": "plank, wooden board, oak beam, table leg, wooden box, door frame, log, fence post, stool, bookcase",
    "metal": "gear, bearing, spring, piston, steel rod, copper pipe, iron bracket, brass plate, tin lid, garden gate, "
    "sword, steel sheet, spanner, anchor chain",
    "stone": "marble block, granite slab, boulder, limestone, headstone, paving stone, sandstone, slate",
    "surface": "north wall, kitchen wall, floor, hall floor, ceiling, roof, table top, counter, work bench, "
    "front step, white board, garage floor, facade",
    "room": "attic, cellar, guest room, workshop, barn, office, kitchen, classroom, ward, stable, hut, north wing",
    "vessel": "cup, cookware, food storage, any bag, package, barrel, fish tank, crate, bucket, flask, jug, "
    "wine bottle",
    "opening": "front door, back door, cellar window, skylight, garden gate, hatch, drawer, trap door, shutter, lid",
    "machine": "electronics, power tool, appliance, computer part, pump, generator, loom, printing press, lathe, "
    "alarm, old radio, projector, robot arm",
    "vehicle": "van, tractor, ferry, rowing boat, caravan, truck, cargo bike, sailing boat, coal wagon, motor bike",
    "document": "document, reading, letter, map, floor plan, photo, manuscript, poster, log book",
    "cord": "cable, rope, yarn, garden hose, fishing line, shoe lace, steel wire, guitar strings, kite string",
    "hair": "wig, beard, fringe, pony tail, mane, doll's hair",
    "creature": "old dog, brown horse, calf, kitten, ewe, goat, donkey, piglet, parrot, rabbit",
    "person": "first patient, small boy, tall girl, bride, clown, old sailor, visitor, goalkeeper, second patient",
    "lamp": "lighting, desk lamp, lantern, candle, street lamp, oil lamp",
    "toy": "toy, soft toy, ball, balloon, kite, model plane",
    "thing": "everything",
}
"""What each kind of the table is about: kinds, groups and names of ``lessons.things``, or other names."""


@dataclass(frozen=True)
class Word:
    """A verb, and what is done by it: ``fold up``, ``folded up``."""

    verb: str
    participle: str

    def around(self, thing: str) -> str:
        """``fold the map up``, ``polish the map``."""
        head, _, particle = self.verb.partition(" ")
        return f"{head} {thing} {particle}" if particle in PARTICLES else f"{self.verb} {thing}"


PARTICLES = frozenset(["up", "down", "off", "on", "out", "in", "away", "over", "back", "open", "apart"])
"""Words behind a verb that may also stand behind its object."""


@dataclass(frozen=True, eq=False)
class Verb:
    """One meaning, and the words for it; there is one object for each line of the table."""

    sense: str
    words: tuple[Word, ...]
    """The first one names it."""
    general: tuple[str, ...]
    """Verbs of which it is a kind."""
    opposites: tuple[Word, ...]
    """What undoes it."""
    said: tuple[str, ...]
    """What it means, with a gap for the thing: ``make {x} shine``."""
    things: tuple[str, ...]
    """Kinds of things that it is done to."""

    @property
    def name(self) -> str:
        return self.words[0].verb

    @cached_property
    def verbs(self) -> frozenset[str]:
        """All that is said for it."""
        return frozenset(word.verb for word in self.words)

    @cached_property
    def claimed(self) -> frozenset[str]:
        """All that is said for it and for what undoes it: no other verb of a library may be called by one of these."""
        return self.verbs | {word.verb for word in self.opposites} | ({self.adjective} - {""})

    @cached_property
    def adjective(self) -> str:
        """``soft`` of ``soften``; empty if there is none."""
        found = [match[1] for said in self.said if (match := _MADE_SO.fullmatch(said))]
        return next((word for word in found if not _COMPARATIVE.search(word) and word not in _NO_ADJECTIVES), "")


@cache
def verbs() -> tuple[Verb, ...]:
    """All of them, in the table's order."""
    text = files("planner.goals.lessons").joinpath(TABLE).read_text("utf-8")
    return tuple(_parsed(line) for line in text.splitlines()[1:])


def _parsed(line: str) -> Verb:
    sense, name, *rest = line.split("\t")
    synonyms, general, opposites, said, things = (tuple(filter(None, part.split("; "))) for part in rest)
    return Verb(sense, words((name, *synonyms)), general, words(opposites), said, things)


def words(texts: Iterable[str]) -> tuple[Word, ...]:
    """Words as the table writes them: an irregular participle follows a stroke."""
    parted = (text.partition("/") for text in texts)
    return tuple(Word(verb, participle or regular(verb)) for verb, _, participle in parted)


@cache
def names_of(kind: str) -> tuple[str, ...]:
    """Names of things of one of the table's kinds, sorted."""
    return tuple(sorted(members(KINDS[kind])))


@cache
def verbs_for(kind: str) -> tuple[Verb, ...]:
    """Verbs for things of a kind."""
    return tuple(verb for verb in verbs() if kind in verb.things)


@cache
def narrower(verb: Verb) -> tuple[Verb, ...]:
    """Verbs that are kinds of this one."""
    return tuple(other for other in verbs() if verb.verbs & set(other.general) and other.sense != verb.sense)


@cache
def akin(verb: Verb) -> tuple[Verb, ...]:
    """Verbs that one might take for it: kinds of the same, or done to the same things of one kind."""
    general, own = set(verb.general), set(verb.things) - {"thing"}
    return tuple(
        other
        for other in verbs()
        if other.sense != verb.sense and (general & set(other.general) or own & set(other.things))
    )


def regular(verb: str) -> str:
    """The regular participle: ``fold up`` -> ``folded up``, ``dry`` -> ``dried``, ``chop`` -> ``chopped``."""
    head, space, rest = verb.partition(" ")
    if head.endswith("e"):
        made = f"{head}d"
    elif re.search(r"[^aeiou]y$", head):
        made = f"{head[:-1]}ied"
    elif re.fullmatch(r"(un)?[^aeiou]*[aeiou][bdgklmnprt]", head):
        made = f"{head}{head[-1]}ed"
    else:
        made = f"{head}ed"
    return f"{made}{space}{rest}"
