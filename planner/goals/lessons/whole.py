"""Whole requests that were written by hand, with gaps for what a scene has.

Each line of ``whole_requests/*.txt`` is ``words => goal``. A gap is a letter in braces that stands for the same thing
wherever it comes; the letter says what kind of thing, and words around it say how it is spoken of or written:

- ``x y z w``: different things that can be carried. ``{x}`` the red mug, ``{x:bare}`` red mug, ``{at x}`` and
  ``{from x}`` where it is now. In goals ``{x}``, ``{x:held}``.
- ``s``: where at least two such things are now, ``a b``: two that are there. ``{s}``, ``{at s}``, ``{from s}``; in
  goals ``{s}`` is the whole qualifier or state, e.g. ``at shelf``.
- ``p q r``: where things can be brought. ``{p}`` the shelf, ``{to p}``, ``{at p}``; in goals ``{p}`` is the state, e.g.
  ``at shelf``; ``{p:go}`` is the robot's being there.
- ``c``: a container that opens: as ``p``; in goals also ``{c:open}``, ``{c:closed}``. ``o u``: any that opens.
- ``m n``: machines; in goals ``{m:on}``, ``{m:off}``.
- ``t``: a thing that something can be done to. ``{do t}`` wash the mug, ``{do t it}`` wash it, ``{done t}`` washed; in
  goals ``{t:done}``.
- ``k j``: what is told by its kind or use. ``{a k}`` a fruit, something sour; ``{all k}``; ``{two k}``; always spoken
  of in one of these ways. In goals ``{k}``.
- ``v``: copies. ``{all v}``, ``{one v}``; in goals ``{v}``. ``g``: several that share a noun. ``{all g}``; in goals
  ``{g}``.
- ``h``: one noun for several, ``{h}`` the mug where two are; in goals ``{h}``, of which the reader asks which is meant.
- ``e f``: the two things of a noun. ``{e}`` the red mug, ``{f}`` the other one, ``{e:many}`` mugs. In goals ``{e}``,
  ``{f}``.
- ``{left y}``, ``{right y}``, ``{front y}``, ``{behind y}``: in words and goals.
- ``{bin}``: where rubbish goes; in goals the state. ``{me}`` is only for goals: to be with the person.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from grounding import Fact
from planner.goals.lessons import phrases as say
from planner.goals.lessons.clauses import Form, Wish, Wishes, smoothed
from planner.goals.lessons.mentions import Mention, side_words
from planner.goals.lessons.settings import Setting
from planner.goals.lessons.texts import lines_of
from planner.goals.lessons.trades import Trade
from planner.goals.lessons.whereabouts import FROM, TO, destinations, how, predicate_at, spot_of
from planner.goals.matching import plural

_GAP = re.compile(r"\{([a-z ]+?)(?::([a-z]+))?\}")
_SIDES = ("left", "right", "front", "behind")
_LEADING = {"at", "to", "from", "in", "do", "done", "a", "all", "one", "two", *_SIDES}
PARTICLES = (
    *("up", "down", "off", "on", "out", "in", "away", "over", "back"),
    *("apart", "left", "right", "open", "shut", "tight", "round"),
)
"""Words behind a verb that a pronoun comes before."""
TRIES = 12
"""Requests that are tried in a scene until one fits."""
WEIGHT = 150.0
"""Of the family of all whole requests among the others."""


@dataclass(frozen=True)
class Gap:
    """``{do t it}``: lead ``do``, letter ``t``, rest ``it``; ``{o:open}``: letter ``o``, form ``open``."""

    lead: str
    letter: str
    rest: str
    form: str


@dataclass(frozen=True)
class Request:
    """A line."""

    said: str
    goal: str

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """Gaps of both halves, each once."""
        return tuple(dict.fromkeys(gap.letter for text in (self.said, self.goal) for gap in gaps(text)))

    @cached_property
    def needs(self) -> frozenset[str]:
        """What a setting must have, see ``abilities``."""
        found = {_KINDS.get(letter, letter) for letter in self.letters}
        for gap in gaps(self.said + self.goal):
            found |= {"sides"} if {gap.lead, gap.form} & set(_SIDES) else set()
            found |= {word for word in ("go", "held") if gap.form == word}
        return frozenset(found)


class DoesNotFit(Exception):
    """The scene lacks what a gap needs."""


def gaps(text: str) -> Iterator[Gap]:
    """The gaps of a text.

    Raises:
        ValueError: there is no such gap.
    """
    for match in _GAP.finditer(text):
        words = match.group(1).split()
        lead = words.pop(0) if words[0] in _LEADING and len(words) > 1 else ""
        letter, rest = words[0], " ".join(words[1:])
        if letter not in _KINDS and letter not in ("bin", "me"):
            raise ValueError(f"no such gap: {match.group()}; letters are {' '.join(_KINDS)}, or bin and me")
        yield Gap(lead, letter, rest, match.group(2) or "")


def parsed(line: str) -> Request:
    """The request of a line.

    Raises:
        ValueError: it is none.
    """
    said, arrow, goal = line.partition(" => ")
    unknown = set(_spoken_letters(goal)) - set(_spoken_letters(said))
    ways = {(gap.letter, gap.lead) for gap in gaps(said) if _KINDS.get(gap.letter) in ("concept", "copies")}
    twice = len(ways) > len({letter for letter, _ in ways})
    if not arrow or unknown or twice or "{" in _GAP.sub("", said + goal):
        raise ValueError(f"{line!r} is not 'words => goal' with the goal's gaps among the words'")
    return Request(said.strip(), goal.strip())


def _spoken_letters(text: str) -> list[str]:
    return [gap.letter for gap in gaps(text) if gap.letter != "me"]


@cache
def requests() -> tuple[Request, ...]:
    """All of them, in the order of their files' names."""
    return tuple(parsed(line) for line in lines_of("whole_requests"))


def whole(wishes: Wishes) -> Wish | None:
    """A whole request that fits the scene."""
    able, m = abilities(wishes), wishes.m
    possible = _possible(able)
    for _ in range(TRIES if possible else 0):
        wish = filled(possible[int(m.rng.integers(len(possible)))], wishes)
        if wish is not None:
            return wish
    return None


@cache
def _possible(able: frozenset[str]) -> list[Request]:
    return [request for request in requests() if request.needs <= able]


def filled(request: Request, wishes: Wishes) -> Wish | None:
    """A request about things of a scene; None if it lacks some."""
    try:
        filling = _Filling(wishes, request)
        said = _GAP.sub(filling.word, request.said)
        return Wish(smoothed(said), _GAP.sub(filling.symbol, request.goal), False)
    except DoesNotFit:
        return None


_KINDS = dict.fromkeys("xyzw", "thing") | dict.fromkeys("ab", "there") | dict.fromkeys("pqr", "place")
_KINDS |= dict.fromkeys("ou", "openable") | dict.fromkeys("mn", "machine") | dict.fromkeys("kj", "concept")
_KINDS |= dict.fromkeys("ef", "pair") | {"h": "group"}
_KINDS |= {"s": "there", "c": "container", "t": "trade", "v": "copies", "g": "group"}


def abilities(wishes: Wishes) -> frozenset[str]:
    """Names of what a setting has, as ``Request.needs`` writes them."""
    s = wishes.setting
    usual = s.open not in say.OPENED_OTHERWISE  # "open" is another word there
    moves = bool(s.movables and (s.at or s.on))
    found = {
        "thing": bool(s.movables),
        "there": moves,
        "place": moves,
        "openable": bool(s.openables and usual),
        "container": bool(s.openables and usual and s.inside and s.movables),
        "machine": bool(s.switches),
        "trade": bool(s.trades),
        "concept": bool(s.movables),
        "copies": any(len(wishes.m.alike(id)) > 1 for id in s.movables),
        "group": bool(wishes.m.sharing_head()),
        "pair": bool(_pairs(wishes)),
        "sides": bool(s.sides),
        "go": bool(s.robot_at),
        "held": bool(s.holding),
        "bin": bool(s.trash),
        "me": bool(s.person and s.at),
    }
    return frozenset(name for name, has in found.items() if has)


@dataclass
class _Filling:
    """What the gaps of one request stand for."""

    wishes: Wishes
    request: Request
    ids: dict[str, str] = field(default_factory=dict)
    mentions: dict[str, Mention] = field(default_factory=dict)
    trade: Trade | None = None
    noun: str = ""
    """Of a pair."""

    def __post_init__(self) -> None:
        self.m, self.s = self.wishes.m, self.wishes.setting
        self.spots = spot_of(self.s)
        order = sorted(self.request.letters, key="sabefxyzwctvghkjoumnpqr".find)
        if "s" in order or "a" in order or "b" in order:
            self._gather()
        for letter in order:
            if letter not in self.ids:
                self._choose(letter)

    # -- which ------------------------------------------------------------------------------------------------------

    def _gather(self) -> None:
        """A place with things, and two of them."""
        m = self.m
        piles: dict[str, list[str]] = {}
        for id, fact in self.spots.items():
            if len(m.alike(id)) == 1:
                piles.setdefault(fact.arguments[1], []).append(id)
        fine = sorted(
            place for place, ids in piles.items() if len(ids) > 1 and place not in (self.s.person, self.s.trash)
        )
        if not fine:
            raise DoesNotFit
        self.ids["s"] = m.pick(fine)
        self.ids["a"], self.ids["b"] = m.pick_two(sorted(piles[self.ids["s"]]))

    def _choose(self, letter: str) -> None:
        m, kind = self.m, _KINDS.get(letter, letter)
        if kind in ("concept", "copies", "group", "bin", "me"):
            return
        if kind == "pair":
            pairs = {noun: ids for noun, ids in _pairs(self.wishes).items() if all(map(self._free, ids))}
            if not pairs:
                raise DoesNotFit
            self.noun = m.pick(sorted(pairs))
            self.ids["e"], self.ids["f"] = m.pick_two(pairs[self.noun])
            return
        if kind == "trade":
            fine = [(trade, id) for trade, ids in self.s.trades for id in ids if self._free(id)]
            if not fine:
                raise DoesNotFit
            self.trade, self.ids[letter] = fine[int(m.rng.integers(len(fine)))]
            return
        options = [id for id in self._options(kind) if self._free(id) and self._as_it_is_kept(letter, id)]
        if not options:
            raise DoesNotFit
        self.ids[letter] = m.pick(options)

    def _options(self, kind: str) -> list[str]:
        s, about = self.s, {letter for letter in self.request.letters if _KINDS.get(letter) == "thing"}
        if kind == "thing":
            placed = {gap.letter for gap in gaps(self.request.said) if gap.lead in ("at", "from")}
            ids = [id for id in s.movables if len(self.m.alike(id)) == 1]
            return [id for id in ids if id in self.spots] if placed & about else ids
        if kind == "place":
            taken = {self.spots[id].arguments[1] for id in self.ids.values() if id in self.spots}
            return [end.id for end in destinations(s, {s.person, s.trash, *taken})]
        if kind == "container":
            return [id for id in s.openables if id in s.containers]
        return {"openable": s.openables, "machine": s.switches}[kind]

    def _as_it_is_kept(self, letter: str, id: str) -> bool:
        """Whether a state that is to be kept holds now."""
        kept = re.search(rf"keep {{{letter}:(open|closed|on|off)}}", self.request.goal)
        if kept is None:
            return True
        state = _state(self.s, kept.group(1))
        return (Fact(state.removeprefix("not "), (id,)) in self.s.world.facts) != state.startswith("not ")

    def _free(self, id: str) -> bool:
        taken = {name for letter, name in self.ids.items() if letter in self.request.letters}
        return id not in taken and not any(id == f.arguments[1] for t in taken if (f := self.spots.get(t)))

    # -- words ------------------------------------------------------------------------------------------------------

    def _mention(self, letter: str, lead: str = "") -> Mention:
        """How a gap is spoken of; the same way in words and goal."""
        if letter not in self.mentions:
            self.mentions[letter] = self._spoken(letter, lead)
        return self.mentions[letter]

    def _spoken(self, letter: str, lead: str) -> Mention:
        m, kind = self.m, _KINDS.get(letter, letter)
        made: Mention | None
        if kind == "concept":
            made = {"a": m.any_of_concept, "all": m.all_of_concept, "two": m.count_of_concept}[lead]()
            if made is None or any(made.goal == other.goal for other in self.mentions.values()):
                raise DoesNotFit
            return made
        if kind == "copies":
            many = [id for id in self.s.movables if len(m.alike(id)) > 1 and self._free(id)]
            if not many:
                raise DoesNotFit
            return m.one_of(m.pick(many)) if lead == "one" else m.copies(m.pick(many))
        if letter == "h":
            noun = m.pick(sorted(m.sharing_head()))
            return Mention(m.pick(("the {}", "the {}", "that {}", "my {}")).format(noun), f"[ {noun} ]", ())
        if kind == "pair":
            name = m.name(self.ids["e"])
            if letter == "e":
                return Mention(m.pick(("the {}", "the {}", "that {}", "my {}")).format(name), name, (self.ids["e"],))
            said = m.pick(("the other one", "the other one", f"the other {self.noun}", "the other"))
            return Mention(said, f"[ {self.noun} ] except {name}", (self.ids["f"],))
        if kind == "group":
            noun = plural(m.pick(sorted(m.sharing_head())))
            return Mention(m.pick((f"all {noun}", f"all the {noun}", f"the {noun}")), f"all [ {noun} ]", (), True)
        if kind == "bin":
            return m.place(self.s.trash)
        id = self.ids[letter]
        return m.definite(id) if kind in ("thing", "there", "trade") and letter != "s" else m.place(id)

    def word(self, match: "re.Match[str]") -> str:
        """A gap in words."""
        gap = next(gaps(match.group()))
        if gap.form == "many":
            return plural(self.noun)
        if gap.form == "bare":
            name = self.m.name(self.ids[gap.letter])
            self.mentions[gap.letter] = Mention(name, name, (self.ids[gap.letter],))
            return name
        mention, m = self._mention(gap.letter, gap.lead), self.m
        if gap.lead in _SIDES:
            return f"{m.pick(side_words(_SIDES.index(gap.lead)))} {mention.said}"
        if gap.lead in ("at", "to", "from", "in"):
            return self._placed(gap, mention)
        if self.trade is not None and gap.lead == "do":
            verb = self.trade.verbs[0] if m.chance(0.6) else m.pick(self.trade.verbs)
            return _with_object(verb, gap.rest) if gap.rest else f"{verb} {mention.said}"
        if self.trade is not None and gap.lead == "done":
            return self.trade.done
        return mention.said

    def _placed(self, gap: Gap, mention: Mention) -> str:
        """``on the shelf``, ``into the box``: of a place, or of where a thing is."""
        s, m, id = self.s, self.m, self.ids[gap.letter] if gap.letter != "bin" else self.s.trash
        predicate = predicate_at(s, id)
        if _KINDS.get(gap.letter) in ("thing", "there") and gap.letter != "s":
            spot = self.spots[id]
            predicate, mention = spot.predicate, m.place(spot.arguments[1])
        word = how(s, predicate)
        if word == "at" and gap.lead in ("at", "in"):
            word = m.pick(("at", "on", "in"))
        word = {"to": TO, "from": FROM}.get(gap.lead, {}).get(word, word)
        return smoothed(f"{word} {mention.said}")

    # -- goals ------------------------------------------------------------------------------------------------------

    def symbol(self, match: "re.Match[str]") -> str:
        """A gap in a goal."""
        gap = next(gaps(match.group()))
        s = self.s
        if gap.letter == "me":
            return f"{s.at} {s.person}"
        mention = self._mention(gap.letter, gap.lead)
        if gap.form == "done" and self.trade is not None:
            return f"{mention.goal} -> {self.trade.wanted}"
        if state := _state(s, gap.form):
            return f"{mention.goal} -> {state}"
        if gap.lead in _SIDES:
            return f"{s.sides[_SIDES.index(gap.lead)]} {mention.goal}"
        kind = _KINDS.get(gap.letter, gap.letter)
        if gap.form != "name" and (kind in ("place", "container", "bin") or gap.letter == "s"):
            id = self.ids.get(gap.letter, s.trash)
            predicate = self.spots[self.ids["a"]].predicate if gap.letter == "s" else predicate_at(s, id)
            return f"{predicate} {mention.goal}"
        return mention.goal


def _pairs(wishes: Wishes) -> dict[str, list[str]]:
    """Things that can be carried and share a noun, by that noun, where there are two of them and their names differ."""
    return {noun: ids for noun, ids in wishes.m.sharing_head().items() if len(ids) == 2}


def _state(s: Setting, form: str) -> str:
    """The predicate of a gap's form, ``not`` and one, or nothing."""
    states = {"open": s.open, "closed": s.closed, "on": s.switched_on, "off": s.switched_off}
    return (states | {"held": s.holding, "go": s.robot_at}).get(form, "")


def _with_object(verb: str, pronoun: str) -> str:
    """``turn it down``, for "turn down" and "it"."""
    first, _, particle = verb.partition(" ")
    return f"{first} {pronoun} {particle}" if particle in PARTICLES else f"{verb} {pronoun}"


WHOLE: dict[str, tuple[float, Form]] = {"whole": (WEIGHT, whole)}
