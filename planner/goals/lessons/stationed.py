"""Requests at stations: table tops with drawers, painted areas, buttons, rubble and much else.

Each line of ``station_requests/*.txt`` is ``words => goal``; ``! `` before it marks an imperative, and ``before / now``
are two requests, one after the other. A gap is a letter that stands for the same thing in words and goal:

- ``x y z w``: different things that can be carried. ``{x}`` the red mug, ``{one x}`` the red one. In goals ``{x}``,
  ``{x:held}``. ``f``: what is in the hand. ``v``: several of a kind, ``a`` one of them; ``{v}`` all the mugs,
  ``{v:many}`` mugs, ``{v:one}`` mug; in goals ``{v}``, ``{v:quoted}`` for what was said.
- ``1 2 3 4``: things that can stand on each other, 1 the lowest; in goals ``{2} -> {1:on}``. ``{high} {stack}``: three
  blocks, ``{tower}`` in goals, ``{all tower}`` of all of them.
- ``p q``: painted areas. ``b c``: what is open. ``d e``: what has a lid; ``{d:open}``, ``{d:closed}``, ``{d:name}``.
  ``g h``: any of these. ``s``: one in which something is, ``o``: one of those with a lid; ``i j``: things that are
  there. ``l``: what a thing can be pushed beside. Words ``{g}``, ``{in g}``, ``{to g}``, ``{from g}``; goals ``{g}``.
  ``{only}`` in goals: the only one with a lid.
- ``m n``: machines. ``{button m}``, ``{press m}``, ``{runs m}``, ``{lit m}``; in goals ``{m:on}``, ``{m:off}``.
- ``t``, ``t2``: rubble; ``tool``, ``pan``. In goals ``{t:swept}``.
- ``{place}``, ``{places}``: what has colours; ``{into}``, ``{in}`` with it. ``{own x}``: the one in the thing's colour.
  ``{pairs}`` in goals: every thing with its own; ``{those}`` in words: only some; ``{every}``: those of a kind.
  ``k j``: colours of several things; in goals these.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from itertools import pairwise

from grounding import Fact
from planner.goals.lessons import phrases as say
from planner.goals.lessons.clauses import Form, Wish, Wishes
from planner.goals.lessons.mentions import Mention
from planner.goals.lessons.speech import gerund, listed
from planner.goals.lessons.stations import Station, Wired
from planner.goals.lessons.texts import files_of
from planner.goals.lessons.whole import DoesNotFit
from planner.goals.matching import plural

_GAP = re.compile(r"\{(?:([a-z]+) )?([a-z]+\d?|\d)(?::([a-z]+))?\}")
_KINDS = dict.fromkeys("xyzw", "thing") | dict.fromkeys("1234", "stack") | dict.fromkeys("pq", "zone")
_KINDS |= dict.fromkeys("bc", "bowl") | dict.fromkeys("de", "drawer") | dict.fromkeys("gh", "any")
_KINDS |= {"s": "filled", "o": "filled drawer", "i": "there", "j": "there", "l": "beside", "f": "held", "only": "only"}
_KINDS |= dict.fromkeys("mn", "machine") | {"t": "rubble", "t2": "rubble", "tool": "tool", "pan": "pan"}
_KINDS |= {"v": "group", "a": "group", "high": "tower", "stack": "tower", "tower": "tower", "holding": "thing"}
_KINDS |= dict.fromkeys(("place", "places", "into", "in", "pairs", "those", "every"), "sorted")
_ORDER = (*"fsoijva1234xyzwk", *"jpqbcdeghl", "only", "m", "n", "t", "t2", "tool", "pan")
_COUNT = {2: "two", 3: "three", 4: "four"}
_STATES = ("held", "open", "closed", "on", "off", "swept")
TRIES = 15
"""Requests that are tried until one fits."""


@dataclass(frozen=True)
class Gap:
    """``{from s}``: lead ``from``, name ``s``; ``{d:open}``: name ``d``, form ``open``."""

    lead: str
    name: str
    form: str

    @classmethod
    def of(cls, match: "re.Match[str]") -> "Gap":
        return cls(match.group(1) or "", match.group(2), match.group(3) or "")


@dataclass(frozen=True)
class Request:
    """A line."""

    said: str
    goal: str
    imperative: bool

    @cached_property
    def names(self) -> frozenset[str]:
        """Names of gaps of both halves."""
        return frozenset(gap.name for text in (self.said, self.goal) for gap in gaps(text))

    @cached_property
    def needs(self) -> frozenset[str]:
        """What a station must have, see ``abilities``."""
        own = {"sorted"} if any(gap.lead == "own" for gap in gaps(self.said + self.goal)) else set()
        colours = {"colours"} if self.colours else set()
        return frozenset(own | colours | {_KINDS[name] for name in self.names - self.colours})

    @cached_property
    def colours(self) -> frozenset[str]:
        """``k``, and ``j`` where it is no thing in a place."""
        return frozenset({"k", "j"} & self.names if "k" in self.names else ())


def gaps(text: str) -> Iterator[Gap]:
    """The gaps of a text."""
    return (Gap.of(match) for match in _GAP.finditer(text))


def parsed(line: str) -> Request:
    """The request of a line.

    Raises:
        ValueError: it is none.
    """
    said, arrow, goal = line.partition(" => ")
    request = Request(said.removeprefix("! ").strip(), goal.strip(), said.startswith("! "))
    unknown = request.names - _KINDS.keys() - {"k"}
    if not arrow or unknown or "{" in _GAP.sub("", request.said + request.goal):
        raise ValueError(f"{line!r} is not 'words => goal' with gaps of lessons/stationed.py; wrong: {sorted(unknown)}")
    return request


@cache
def requests() -> dict[str, tuple[Request, ...]]:
    """All of them by their files."""
    return {name: tuple(map(parsed, lines)) for name, lines in files_of("station_requests").items()}


def abilities(station: Station) -> frozenset[str]:
    """Names of what a station has, as ``Request.needs`` writes them."""
    found = {
        "thing": True,
        "stack": len(station.supports) > 0,
        "zone": bool(station.zones),
        "bowl": bool(station.bowls),
        "drawer": bool(station.drawers),
        "only": len(station.drawers) == 1,
        "any": True,
        "beside": station.near,
        "held": bool(station.held),
        "machine": bool(station.wired),
        "rubble": bool(station.rubble),
        "tool": bool(station.tools),
        "pan": bool(station.pans),
        **dict.fromkeys(("filled", "filled drawer", "there", "group", "tower", "sorted", "colours"), True),
    }
    return frozenset(name for name, has in found.items() if has)


@lru_cache(maxsize=512)
def _possible(able: frozenset[str], imperative: bool) -> list[tuple[Request, ...]]:
    """By file, what a station with these abilities may be asked."""
    by_file = [
        tuple(r for r in found if r.needs <= able and (r.imperative or not imperative)) for found in requests().values()
    ]
    return [found for found in by_file if found]


def stationed(wishes: Wishes, imperative: bool = False) -> Wish | None:
    """A request that fits the station."""
    station = wishes.setting.station
    if station is None:
        return None
    possible = _possible(abilities(station), imperative)
    some: tuple[Request, ...] = ()
    for number in range(TRIES):
        if number % 5 == 0:  # so that what seldom fits is not left out in favour of what always does
            some = possible[int(wishes.m.rng.integers(len(possible)))]
        wish = filled(some[int(wishes.m.rng.integers(len(some)))], wishes, station)
        if wish is not None:
            return wish
    return None


def filled(request: Request, wishes: Wishes, station: Station) -> Wish | None:
    """A request about things of a station; None if it lacks some."""
    try:
        filling = _Filling(wishes, request, station)
        earlier, _, said = _GAP.sub(filling.word, request.said).rpartition(" / ")
        goal = _GAP.sub(filling.symbol, request.goal)
    except DoesNotFit:
        return None
    about = tuple(id for name, id in filling.ids.items() if _KINDS[name] not in ("tool",))
    return Wish(said, goal, request.imperative, about, earlier=(f"{earlier} (done)",) if earlier else ())


@dataclass
class _Filling:
    """What the gaps of one request stand for."""

    wishes: Wishes
    request: Request
    station: Station
    ids: dict[str, str] = field(default_factory=dict)
    mentions: dict[str, Mention] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)
    quoted: str = ""
    tower: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.m, self.s = self.wishes.m, self.wishes.setting
        self.facts = self.s.world.facts
        self.group = self._coloured_places() if "sorted" in self.request.needs else []
        self.kind = ""
        for name in _ORDER:
            if name in self.request.names or (name == "s" and self._within() == "s"):
                self._choose(name)

    def _within(self) -> str:
        return "o" if "o" in self.request.names else "s" if self.request.names & {"s", "i"} else ""

    # -- which ------------------------------------------------------------------------------------------------------

    def _choose(self, name: str) -> None:
        if name in self.request.colours:
            self._choose_colour(name)
        elif name == "v":
            self.kind = self._pick([k for k in dict.fromkeys(self.station.kinds.values()) if self._noun_of_several(k)])
        else:
            self.ids[name] = self._pick([id for id in self._options(name) if self._free(name, id)])

    def _pick(self, options: list[str]) -> str:
        if not options:
            raise DoesNotFit
        return self.m.pick(options)

    def _options(self, name: str) -> list[str]:
        station, kind, names = self.station, _KINDS[name], self.request.names
        carried = [id for id in self.s.movables if id != station.held]
        if kind in ("filled", "filled drawer"):
            places = station.drawers if kind == "filled drawer" else self._receivers()
            least = 2 if f"{{{name}}} except" in self.request.goal else 1
            return [id for id in places if len(self._contents(id)) >= least]
        if kind == "there":
            return self._contents(self.ids[self._within()])
        if name == "a":
            return [id for id in carried if station.kinds[id] == self.kind]
        if kind == "thing":
            own = {gap.name for gap in gaps(self.request.goal) if gap.lead == "own"}
            there = self._contents(self.ids[self._within()]) if self._within() in self.ids else []
            carried = [id for id in carried if id not in there]
            return [id for id in carried if name not in own or self._own(station.colours[id])]
        if kind == "stack":
            last = name != "1" and str(int(name) + 1) not in names
            return [id for id in (station.stackable if last else station.supports) if name == "1" or id in carried]
        return self._fixed_options(name, kind)

    def _fixed_options(self, name: str, kind: str) -> list[str]:
        """Of what stays where it is."""
        station = self.station
        if kind == "machine":
            off = f"{{{name}:off}}" in self.request.goal
            spoken = re.search(rf"[{{ ]{name}[}}:]", self.request.said)
            fine = [w.machine for w in station.wired if w.off or not off]
            return fine if spoken or len(fine) == 1 else []
        if kind == "rubble" and "pan" not in self.request.names and len(station.pans) > 1:
            return []
        if kind in ("rubble", "tool"):
            found = station.rubble if kind == "rubble" else station.tools
            return found if f"{{{name}" in self.request.said or len(found) == 1 else []
        return {
            "zone": station.zones,
            "bowl": station.bowls,
            "drawer": self._as_kept(name),
            "only": station.drawers,
            "any": self._receivers(),
            "beside": [*station.bowls, *self.s.movables],
            "held": [station.held],
            "pan": station.pans,
        }[kind]

    def _as_kept(self, name: str) -> list[str]:
        """Drawers; only those that are as they are to be kept."""
        kept = re.search(rf"keep {{{name}:(open|closed)}}", self.request.goal)
        if kept is None:
            return self.station.drawers
        state = {"open": self.s.open, "closed": self.s.closed}[kept.group(1)]
        return [id for id in self.station.drawers if Fact(state, (id,)) in self.facts]

    def _receivers(self) -> list[str]:
        return [*self.station.zones, *self.station.bowls, *self.station.drawers]

    def _contents(self, place: str) -> list[str]:
        fact = self._state(place)
        return [id for id in self.s.movables if Fact(fact, (id, place)) in self.facts]

    def _free(self, name: str, id: str) -> bool:
        """Whether it stands for no other gap, and nothing goes where it is already."""
        if id in self.ids.values() and _KINDS[name] != "only":
            return False
        if _KINDS[name] in ("zone", "bowl", "drawer", "any", "only"):
            return not any(Fact(self._state(id), (other, id)) in self.facts for other in self.ids.values())
        lower = self.ids.get(str(int(name) - 1)) if name in "234" else None
        upper = lower is not None and Fact(self.s.on, (id, lower)) in self.facts
        return not upper and not (self.kind and name in "xyz" and self.station.kinds[id] == self.kind)

    def _state(self, place: str) -> str:
        """Being in a place, as the library calls it."""
        if place in self.station.zones:
            return self.station.at
        return self.station.stored if place in self.station.drawers else self.station.inside

    # -- colours, kinds and towers ------------------------------------------------------------------------------------

    def _coloured_places(self) -> list[str]:
        """Zones or bowls that have colours, two at least."""
        groups = [group for group in (self.station.zones, self.station.bowls) if len(group) > 1]
        groups = [group for group in groups if all(self.station.colours[id] for id in group)]
        if not groups:
            raise DoesNotFit
        return groups[int(self.m.rng.integers(len(groups)))]

    def _own(self, colour: str) -> str:
        return next((id for id in self.group if colour and self.station.colours[id] == colour), "")

    def _choose_colour(self, name: str) -> None:
        own = any(gap == Gap("own", name, "") for gap in gaps(self.request.goal))
        things = self._in_order(self.s.movables)
        colours = dict.fromkeys(self.station.colours[id] for id in things)
        fine = [c for c in colours if c and c not in self.colours.values() and (not own or self._own(c))]
        self.colours[name] = self._pick([c for c in fine if 2 <= len(self._of_colour(c)) <= 4])

    def _of_colour(self, colour: str) -> list[str]:
        return [id for id in self._in_order(self.s.movables) if self.station.colours[id] == colour]

    def _noun_of_several(self, kind: str) -> bool:
        several = sum(self.station.kinds[id] == kind for id in self.s.movables) > 1
        return several and kind not in self.m.vocabulary.ids

    def _in_order(self, ids: list[str]) -> list[str]:
        """As a reader of the scene meets them: what the same is true of stands together."""
        about = {id: tuple(sorted(f for f in self.facts if f.arguments[:1] == (id,))) for id in self.s.world.objects}
        groups = list(dict.fromkeys(about.values()))
        return sorted(ids, key=lambda id: groups.index(about[id]))

    def _pairs(self) -> list[tuple[str, str]]:
        """Things with the places of their colours; the same in words and goal."""
        found = [(id, self._own(self.station.colours[id])) for id in self._in_order(self.s.movables)]
        found = [(id, own) for id, own in found if self.station.colours[id]]
        names = self.request.names
        if "those" in names:
            fine = [pair for pair in found if pair[1]]
            chosen = self.m.rng.permutation(len(fine))[: 3 if self.m.chance(0.4) else 2]
            found = [fine[int(i)] for i in chosen]
        elif "every" in names:
            self.kind = self._pick([k for k in dict.fromkeys(self.station.kinds.values()) if self._noun_of_several(k)])
            found = [pair for pair in found if self.station.kinds[pair[0]] == self.kind]
        if not 2 <= len(found) <= 5 or not all(own for _, own in found) or len({own for _, own in found}) < 2:
            raise DoesNotFit
        return found

    @cached_property
    def pairs(self) -> list[tuple[str, str]]:
        """Of the request."""
        return self._pairs()

    def _towered(self) -> tuple[str, ...]:
        """Ids of a tower of one kind, the lowest first."""
        if self.tower:
            return self.tower
        piled = {id for f in self.facts if f.predicate == self.s.on for id in f.arguments if len(f.arguments) == 2}
        kinds: dict[str, list[str]] = {}
        for id in self._in_order(self.station.supports):
            if id in self.s.movables and (id not in piled or (Fact(self.s.on, (id, *self.s.surfaces)) in self.facts)):
                kinds.setdefault(self.station.kinds[id], []).append(id)
        whole = "{all tower}" in self.request.goal
        most = {kind: sum(k == kind for k in self.station.kinds.values()) for kind in kinds}
        fine = [k for k, ids in kinds.items() if len(ids) > 1 and (not whole or len(ids) == most[k] <= 4)]
        if not self.s.on:
            raise DoesNotFit
        self.kind = self._pick(fine)
        ids = kinds[self.kind]
        count = len(ids) if whole else int(self.m.rng.integers(2, min(4, len(ids)) + 1))
        self.tower = tuple(ids[:count])
        return self.tower

    # -- words ------------------------------------------------------------------------------------------------------

    def word(self, match: "re.Match[str]") -> str:
        """A gap in words."""
        gap = Gap.of(match)
        special = self._special_words().get(gap.name)
        if special is not None:
            return special()
        if gap.name in self.colours:
            return self._mention(self._owner(gap.name)).said if gap.lead == "own" else self.colours[gap.name]
        if gap.name == "v":
            return self._kind_in_words(gap.form)
        if gap.form == "bare":
            return self.m.name(self.ids[gap.name])
        if gap.lead in ("button", "press", "runs", "lit"):
            return self._machine_in_words(gap)
        if gap.lead == "one":
            return self._by_colour(gap.name)
        said = self._said(gap.name)
        return f"{self._preposition(gap)} {said}" if gap.lead in ("in", "to", "from") else said

    def _special_words(self) -> dict[str, Callable[[], str]]:
        zone = bool(self.group) and self.group[0] in self.station.zones
        noun = self.group[0].split()[-1] if self.group else ""
        pick = self.m.pick
        return {
            "into": lambda: pick(("onto", "on", "to") if zone else ("into", "in")),
            "in": lambda: pick(("on", "in") if zone else ("in",)),
            "place": lambda: noun,
            "places": lambda: plural(noun),
            "high": lambda: _COUNT[len(self._towered())],
            "stack": lambda: plural(self.station.kinds[self._towered()[0]]),
            "those": lambda: listed([self._thing(id).said for id, _ in self.pairs], self.m.rng),
            "every": lambda: f"{pick(('every', 'each'))} {self.station.kinds[self.pairs[0][0]]}",
        }

    def _kind_in_words(self, form: str) -> str:
        one, many = self.kind, plural(self.kind)
        if form:
            self.quoted = many if form == "many" else one
            return self.quoted
        said = self.m.pick((f"all the {many}", f"the {many}", f"all {many}", f"all of the {many}"))
        self.quoted = many
        return said

    def _machine_in_words(self, gap: Gap) -> str:
        wired = self._wired(gap.name)
        button = self._mention(wired.button).said
        if gap.lead == "press":
            verb = wired.verbs[0] if self.m.chance(0.6) else self.m.pick(wired.verbs)
            return f"{verb} {button}"
        return {"button": button, "runs": self.m.pick(wired.runs), "lit": wired.on.removeprefix("is ")}[gap.lead]

    def _wired(self, name: str) -> Wired:
        return next(wired for wired in self.station.wired if wired.machine == self.ids[name])

    def _by_colour(self, name: str) -> str:
        colour = self.station.colours[self.ids[name]]
        if not colour or len(self._of_colour(colour)) > 1:
            raise DoesNotFit
        id = self.ids[name]
        self.mentions[id] = Mention(f"the {colour} one", self.m.name(id), (id,))
        return self.mentions[id].said

    def _preposition(self, gap: Gap) -> str:
        place = self.ids[gap.name]
        if gap.lead == "from":
            return self.m.pick(("from", "off")) if place in self.station.zones else self.m.pick(("from", "out of"))
        if place in self.station.zones:
            return self.m.pick(("on", "on", "in", "at") if gap.lead == "in" else ("to", "to", "onto"))
        return "in" if gap.lead == "in" else "into"

    def _said(self, name: str) -> str:
        id = self.ids[name]
        if name == "f":
            return self._thing(id).said
        return self._mention(id).said

    def _thing(self, id: str) -> Mention:
        if id not in self.mentions:
            apart = self.m.told_apart(id) if self.m.chance(0.1) and self._may_be_described(id) else None
            self.mentions[id] = apart or self.m.definite(id)
        return self.mentions[id]

    def _may_be_described(self, id: str) -> bool:
        return id != self.station.held and "except" not in self.request.goal

    def _mention(self, id: str) -> Mention:
        """How a thing is spoken of; the same way in words and goal."""
        if id in self.s.movables or id in self.station.tools:
            return self._thing(id)
        if id not in self.mentions and id in self.station.rubble:
            name = self.m.name(id)
            self.mentions[id] = Mention(self.m.pick(("the {}", "the {}", "{}", "all the {}")).format(name), name, (id,))
        elif id not in self.mentions:
            self.mentions[id] = self.m.place(id)
        return self.mentions[id]

    def _meant(self, id: str) -> str:
        """How a goal writes a thing, as it is spoken of or by its name."""
        return self.mentions[id].goal if id in self.mentions else self.m.name(id)

    # -- goals ------------------------------------------------------------------------------------------------------

    def symbol(self, match: "re.Match[str]") -> str:
        """A gap in a goal."""
        gap = Gap.of(match)
        if gap.name == "pairs":
            return " ; ".join(f"{self._meant(id)} -> {self._state(own)} {self._meant(own)}" for id, own in self.pairs)
        if gap.name == "tower":
            ids = [self.m.name(id) for id in self._towered()]
            return " then ".join(f"{b} -> {self.s.on} {a}" for a, b in pairwise(ids))
        if gap.name == "holding":
            return self.s.holding
        if gap.lead == "own":
            own = self._owner(gap.name)
            return f"{self._state(own)} {self._meant(own)}"
        if gap.name in self.colours:
            return " , ".join(map(self.m.name, self._of_colour(self.colours[gap.name])))
        if gap.name == "v":
            return f"[ {self.quoted} ]" if gap.form == "quoted" else f"all [ {self.quoted} ]"
        if gap.lead == "lit":
            return self._wired(gap.name).on
        return self._symbol_of(self.ids[gap.name], gap)

    def _owner(self, name: str) -> str:
        """The place in a colour, or in a thing's colour."""
        return self._own(self.colours.get(name) or self.station.colours[self.ids[name]])

    def _symbol_of(self, id: str, gap: Gap) -> str:
        s, station, meant = self.s, self.station, self._meant(id)
        kind = _KINDS[gap.name]
        if gap.form == "on" and kind == "stack":
            return f"{s.on} {meant}"
        if kind == "machine" and gap.form:
            wired = self._wired(gap.name)
            return f"{meant} -> {wired.on if gap.form == 'on' else wired.off}"
        if gap.form == "swept":
            into = f" {self._meant(self.ids.get('pan', station.pans[0]))}" if station.pans else ""
            return f"{meant} -> {station.swept}{into}"
        if gap.form in ("held", "open", "closed"):
            state = {"held": s.holding, "open": s.open, "closed": s.closed}[gap.form]
            return f"{meant} -> {state}"
        if kind == "beside":
            return f"{station.at} {meant}"
        if gap.form != "name" and kind in ("zone", "bowl", "drawer", "any", "filled", "filled drawer", "only"):
            return f"{self._state(id)} {meant}"
        return meant


# -- families -----------------------------------------------------------------------------------------------------


def joined(wishes: Wishes) -> Wish | None:
    """Two imperatives, in any order or one after the other."""
    m, made = wishes.m, [stationed(wishes, imperative=True) for _ in range(3)]
    fine = [wish for wish in made if wish is not None and not re.search(r" \| |^if | then ", wish.goal)]
    if len(fine) < 2 or _touches(fine[0], fine[1], wishes):
        return None
    first, second = fine[:2]
    roll = m.rng.random()
    if roll < 0.4:
        text = m.pick(say.BOTH).format(a=first.said, b=second.said)
        return Wish(text, f"{first.goal} ; {second.goal}")
    if roll < 0.55:
        text = m.pick(say.GERUND_AFTER).format(g=gerund(first.said), b=second.said)
    elif roll < 0.65:
        text = m.pick(say.GERUND_THEN).format(a=first.said, g=gerund(second.said))
    else:
        text = m.pick(say.THEN).format(a=first.said, b=second.said)
    return Wish(text, f"{first.goal} then {second.goal}", text.startswith((first.said, "first ")))


def _touches(one: Wish, two: Wish, wishes: Wishes) -> bool:
    """Whether two wishes may speak of the same thing."""
    loose = any(word in wish.goal.split() for wish in (one, two) for word in ("all", "any", "[", "things"))
    names = [id for id in wishes.setting.world.objects if id in one.goal and id in two.goal]
    return loose or bool(names) or bool(set(one.about) & set(two.about))


STATIONED: dict[str, tuple[float, Form]] = {"station": (2.6, stationed), "station joined": (0.4, joined)}
"""Maker by family, and its weight as a multiple of that of all other families; for scenes that are stations."""
