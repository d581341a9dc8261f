"""Table tops with fixtures, work benches, packing stations: zones, boxes, drawers, buttons, rubble, their skills."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from planner.goals.lessons import stations_table as words
from planner.goals.lessons.trades import parts

if TYPE_CHECKING:
    from planner.goals.lessons.settings import _Maker

STATIONS = 0.073
"""Share of settings that are stations."""


@dataclass(frozen=True)
class Wired:
    """A machine that a button turns on."""

    machine: str
    button: str
    verbs: tuple[str, ...]
    """For the button."""
    runs: tuple[str, ...]
    """What the machine is to do: ``light up``."""
    on: str
    off: str
    """``not lit``, if some skill brings that about."""


@dataclass
class Station:
    """What a station has; what it lacks is empty. Ids of things, and predicates."""

    at: str = ""
    zones: list[str] = field(default_factory=list)
    near: bool = False
    """Whether a thing can be pushed beside another, which is also called ``at``."""
    stackable: list[str] = field(default_factory=list)
    supports: list[str] = field(default_factory=list)
    inside: str = ""
    bowls: list[str] = field(default_factory=list)
    stored: str = ""
    drawers: list[str] = field(default_factory=list)
    storable: list[str] = field(default_factory=list)
    wired: list[Wired] = field(default_factory=list)
    rubble: list[str] = field(default_factory=list)
    swept: str = ""
    pans: list[str] = field(default_factory=list)
    """Where rubble goes; empty where it is just swept."""
    tools: list[str] = field(default_factory=list)
    held: str = ""
    """What is in the hand."""
    colours: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)


def add_station(maker: "_Maker") -> None:
    """Make the setting one."""
    _Stations(maker).build()


class _Stations:
    """Builds a station, part by part."""

    def __init__(self, maker: "_Maker") -> None:
        self.maker, self.made, self.station = maker, maker.made, Station()
        self.made.station = self.station
        self.types = words.TYPES[int(maker.rng.integers(len(words.TYPES)))]
        self.hand = bool(maker.chance(0.75))
        """Whether an empty hand is a fact."""

    def build(self) -> None:
        pick, chance, made, station = self.maker.pick, self.maker.chance, self.made, self.station
        self.free = pick(words.FREE)
        made.holding = pick(words.HOLDING)
        self.palette = self.maker.some(words.COLOURS, 2, 4)
        has = [chance(0.72), chance(0.66), chance(0.6), chance(0.72)]
        if not any(has[:3]):
            has[int(self.maker.rng.integers(3))] = True
        station.at, made.on = pick(words.AT) if has[0] else "", pick(words.ON) if has[3] else ""
        station.inside = pick([word for word in words.INSIDE if word != station.at]) if has[1] else ""
        station.stored = station.inside if has[1] and chance(0.65) else pick(words.STORED)
        station.stored = station.stored if has[2] else ""
        made.inside = station.inside or station.stored
        self._things()
        self._receivers()
        self._hand_skills()
        if made.on and station.supports:
            self._stacking()
        else:
            made.on, station.stackable, station.supports = "", [], []
        if chance(0.6):
            self._buttons()
        if chance(0.45):
            self._rubble()
        self._scene()

    # -- things -------------------------------------------------------------------------------------------------

    def _things(self) -> None:
        maker = self.maker
        kinds = [*maker.some(words.FLAT, 1, 3), *maker.some(words.POINTED, 0, 2), *maker.some(words.ROUND, 0, 1)]
        pairs = [(colour, kind) for kind in kinds for colour in self.palette]
        count = int(maker.rng.integers(3, 9))
        for i in maker.rng.permutation(len(pairs))[:count]:
            colour, kind = pairs[int(i)]
            self._movable(f"{colour} {kind}", kind, colour)
        for name in maker.some(words.PLAIN, 0, 2) if maker.chance(0.35) else []:
            self._movable(name, name, "")
        while not self.made.movables:
            kind, colour = maker.pick(words.FLAT), maker.pick(words.COLOURS)
            self._movable(f"{colour} {kind}", kind, colour)

    def _movable(self, id: str, kind: str, colour: str) -> None:
        """A thing that can be carried, if it may occur."""
        station, types = self.station, [self.types.movable]
        if not self.maker.allowed(id):
            return
        types += [self.types.storable] if self.types.storable != self.types.movable else []
        if kind in words.FLAT:
            types.append(self.types.support)
            station.supports.append(id)
        if kind not in words.ROUND:
            station.stackable.append(id)
        if self.station.at and self.types.goal == "goal":
            types.append("goal")
        self.maker.fixture(id, tuple(types), kind)
        self.made.movables.append(id)
        station.storable.append(id)
        station.kinds[id], station.colours[id] = kind, colour

    def _receivers(self) -> None:
        station, made, t = self.station, self.made, self.types
        beside = bool(station.at) and t.goal == "goal"  # other words for the type would not be said of things
        station.near = beside
        if station.at:
            station.zones = self._marked(words.ZONES, (t.goal,))
        if station.inside:
            station.bowls = self._marked(words.BOWLS, (t.container, *(("goal",) if beside else ())))
        if station.stored:
            names = self.maker.pick([n for n in words.DRAWERS if not self._taken(n)]).split(", ")
            station.drawers = self._fixtures(names)
        made.containers = [*station.bowls, *station.drawers]
        if station.inside and station.stored and station.inside != station.stored:
            made.containers = list(station.bowls)

    def _marked(self, nouns: Sequence[str], types: tuple[str, ...]) -> list[str]:
        """Two to four of a noun, by colour or otherwise; or one alone."""
        maker = self.maker
        noun = maker.pick([n for n in nouns if not self._taken(n)])
        roll = maker.rng.random()
        marks = list(self.palette) if maker.chance(0.5) else maker.some(self.palette, 2, 4)
        if roll < 0.25:
            marks = list(words.ZONE_MARKS[int(maker.rng.integers(len(words.ZONE_MARKS)))])
        elif roll < 0.35:
            marks = maker.some(words.COLOURS, 1, 3)
        names = [noun] if roll > 0.9 else [f"{mark} {noun}" for mark in marks]
        fine = [name for name in names if name not in maker.objects and maker.allowed(name)] or [noun]
        for name in fine:
            maker.fixture(name, types, noun.split()[-1])
            self.station.colours[name] = name.split()[0] if name.split()[0] in words.COLOURS else ""
        return fine

    def _fixtures(self, names: Sequence[str]) -> list[str]:
        """Things that stay where they are and share a type, be it their noun."""
        heads = [name.split(" with ")[0].split()[-1] for name in names]
        types = () if len(set(heads)) == 1 else (heads[0],)
        return [self.maker.fixture(name, types, head) for name, head in zip(names, heads, strict=True)]

    def _type(self, ids: Sequence[str]) -> str:
        """The type of such things."""
        return next(iter(self.maker.categories[self.maker.objects[ids[0]]]), self.maker.objects[ids[0]])

    def _taken(self, noun: str) -> bool:
        """Whether a noun is that of a thing that is there."""
        heads = {word for name in noun.split(", ") for word in (name.split()[-1], name)}
        return any(heads & {name, name.split()[-1]} for name in (*self.maker.objects, *self.maker.categories))

    # -- skills -------------------------------------------------------------------------------------------------

    def _skill(self, template: str, types: Sequence[str], pre: Sequence[object], effects: Sequence[str]) -> None:
        """A skill over ``a`` and ``b``; an empty hand is written ``free``."""
        maker = self.maker
        names = (("object", "target"), ("item", "place"), ("thing", "other"))[int(maker.rng.integers(3))]

        def named(text: str) -> str:
            return text.replace("<a>", names[0]).replace("<b>", names[1]).replace("<free>", self.free)

        pre = [part for part in pre if self.hand or "<free>" not in str(part)]
        effects = [named(part) for part in effects if self.hand or "<free>" not in part]
        maker.skill(
            "_".join(template.replace("{a}", "").replace("{b}", "").replace("the ", "").split()),
            template.replace("{a}", f"{{{names[0]}}}").replace("{b}", f"{{{names[1]}}}"),
            dict(zip(names, types, strict=False)),
            [_filled(part, named) for part in pre],
            effects,
        )

    def _hand_skills(self) -> None:
        made, station, t, pick = self.made, self.station, self.types, self.maker.pick
        gone = [f"not {p}(<a>, *)" for p in dict.fromkeys((made.on, station.at, station.inside, station.stored)) if p]
        held = f"{made.holding}(<a>)"
        shut: list[object] = []
        put_down = [f"not {held}", "<free>()"]
        if station.stored:
            made.open, made.closed = words.OPEN[int(self.maker.rng.integers(len(words.OPEN)))]
            shut = [["not", ["and", f"{station.stored}(<a>, ?box)", f"{made.closed}(?box)"]]]
        clear = [f"not {made.on}(?other, <a>)"] if made.on and self.maker.chance(0.6) else []
        taken = [held, "not <free>()"]
        self._skill(pick(words.PICK), [t.movable], ["<free>()", *clear, *shut], [*taken, *gone])
        if station.at:
            verb = f"{pick(words.PUSH)} the {{a}} {pick(('to', 'to', 'onto', 'over to'))} the {{b}}"
            pushed = self.maker.chance(0.7)
            pre, more = (["<free>()", *clear], gone) if pushed else ([held], put_down)
            self._skill(
                verb if pushed else pick(words.PLACE_AT), [t.movable, t.goal], pre, [*more, f"{station.at}(<a>, <b>)"]
            )
        if station.inside:
            self._skill(
                pick(words.PUT_IN), [t.movable, t.container], [held], [f"{station.inside}(<a>, <b>)", *put_down]
            )
        if station.stored:
            self._drawer_skills([held, *put_down], taken)

    def _drawer_skills(self, held: Sequence[str], taken: Sequence[str]) -> None:
        """Storing, opening and closing, and perhaps taking out.

        Args:
            held: the fact of holding a thing, and the effects of letting it go.
            taken: the effects of taking it.
        """
        made, station, t, pick = self.made, self.station, self.types, self.maker.pick
        box, there = self._type(station.drawers), f"{station.stored}(<a>, <b>)"
        self._skill(pick(words.STORE), [t.storable, box], [held[0], f"{made.open}(<b>)"], [there, *held[1:]])
        if self.maker.chance(0.55):
            pre = ["<free>()", f"{made.open}(<b>)", there]
            self._skill(pick(words.TAKE_OUT), [t.storable, box], pre, [*taken, f"not {there}"])
        for verb, one, two in ((words.OPENING, made.open, made.closed), (words.CLOSING, made.closed, made.open)):
            self._skill(pick(verb), [box], ["<free>()", f"not {one}(<a>)"], [f"{one}(<a>)", f"not {two}(<a>)"])
        made.openables = list(station.drawers)

    def _stacking(self) -> None:
        made, t = self.made, self.types
        held = f"{made.holding}(<a>)"
        pre = [held, *([f"not {made.on}(?other, <b>)"] if self.maker.chance(0.5) else [])]
        effects = [f"{made.on}(<a>, <b>)", f"not {held}", "<free>()"]
        self._skill(self.maker.pick(words.PUT_ON), [t.movable, t.support], pre, effects)
        table = self.maker.pick(("table", "bench", "desk", "mat", "counter", ""))
        if table and not self._taken(table) and len(pre) == 1:
            made.surfaces.append(self.maker.fixture(table, (t.support,)))

    # -- buttons ------------------------------------------------------------------------------------------------

    def _buttons(self) -> None:
        """One to three machines; a button is of a type that works one machine, or has its own skill, or is wired."""
        maker, made = self.maker, self.made
        kind = list(words.MACHINES)[int(maker.rng.integers(len(words.MACHINES)))]
        states, runs = words.MACHINES[kind]
        names = [name for name in parts(kind, ";") if name not in maker.objects and not self._taken(name)]
        noun = maker.pick([b for b in words.BUTTONS if not self._taken(b)])
        on, roll = maker.pick(states), maker.rng.random()
        if on in maker.taken() or not names:
            return
        machines = maker.some(names, 1, 1 if roll < 0.45 else 2)
        stops = maker.chance(0.35)
        verbs = words.PRESS.get(noun, ("press", "push", "hit"))
        marks = [*maker.some(words.COLOURS, 2, 2)] if len(machines) > 1 or maker.chance(0.45) else [""]
        for mark, machine in zip(marks, machines, strict=False):
            (button,) = self._fixtures([f"{mark} {noun}".strip()])
            maker.fixture(machine, ("machine",) if roll > 0.75 else ())
            self.station.wired.append(Wired(machine, button, verbs, runs, on, f"not {on}" if stops else ""))
            if maker.chance(0.2 if stops else 0.1):
                maker.fact(on, machine)
        self._button_skills(roll, stops)
        made.switches, made.switched_on, made.switched_off = machines, on, f"not {on}"

    def _button_skills(self, roll: float, stops: bool) -> None:
        maker, wired = self.maker, self.station.wired
        hand = ["<free>()"] if maker.chance(0.6) else []
        type = self._type([wired[0].button])
        verb, on = wired[0].verbs[0], wired[0].on
        relation = maker.pick(("wired to", "controls", "works", "connected to", "starts"))
        if roll > 0.75:
            for w in wired:
                maker.fact(relation, w.button, w.machine)
            self._skill(f"{verb} the {{a}}", [type], [*hand, f"{relation}(<a>, ?machine)"], [f"{on}(?machine)"])
        for w in wired if roll <= 0.75 else []:
            if roll < 0.45:
                self._skill(f"{verb} the {{a}}", [type], [*hand, f"not {on}({w.machine})"], [f"{on}({w.machine})"])
            else:
                self._skill(f"{verb} the {w.button}", [], hand, [f"{on}({w.machine})"])
        for w in wired if stops else []:
            self._skill(
                f"{maker.pick(('stop', 'turn off', 'switch off'))} the {w.machine}", [], [], [f"not {on}({w.machine})"]
            )

    # -- rubble -------------------------------------------------------------------------------------------------

    def _rubble(self) -> None:
        maker, station = self.maker, self.station
        rubble = [name for name in words.RUBBLE if not self._taken(name)]
        tools = [f"{maker.pick(self.palette)} {name}" if maker.chance(0.5) else name for name in words.SWEEPERS]
        tools = maker.some([name for name in tools if not self._taken(name)], 1, 2)
        pans = maker.some([name for name in words.PANS if not self._taken(name)], 1, 2 if maker.chance(0.25) else 1)
        binary = maker.chance(0.75)
        station.swept = maker.pick(words.SWEPT_INTO) if binary else maker.pick(words.SWEPT)
        station.swept = station.inside if binary and station.inside and maker.chance(0.6) else station.swept
        if (station.swept in (station.at, self.made.on)) or not (rubble and tools):
            station.swept = ""
            return
        station.rubble = [maker.fixture(name, ("rubble",)) for name in maker.some(rubble, 1, 2 if binary else 1)]
        station.tools = [maker.fixture(name, ("sweeper", self.types.movable), name.split()[-1]) for name in tools]
        station.pans = self._fixtures(pans) if binary else []
        self._sweep_skill(binary)

    def _sweep_skill(self, binary: bool) -> None:
        maker, station = self.maker, self.station
        template = maker.pick(words.SWEEP)
        held = f"{self.made.holding}(<b>)"
        if not binary:
            self._skill(
                template.replace("{into}", maker.pick(("", " up", " off the table"))),
                ["rubble", "sweeper"],
                [held],
                [f"{station.swept}(<a>)"],
            )
            return
        pre = [f"{self.made.holding}(tool)"] + ([f"not {station.inside}(?other, pan)"] if station.inside else [])
        text = template.replace("{a}", "{rubble}").replace("{b}", "{tool}").replace("{into}", " into the {pan}")
        types = {"rubble": "rubble", "pan": self._type(station.pans), "tool": "sweeper"}
        maker.skill("sweep", text, types, pre, [f"{station.swept}(rubble, pan)"])

    # -- the scene ----------------------------------------------------------------------------------------------

    def _scene(self) -> None:
        maker, made, station = self.maker, self.made, self.station
        for id in station.drawers:
            maker.fact(made.open if maker.chance(0.4) else made.closed, id)
        spots = [(station.at, zone) for zone in station.zones] + [(station.inside, bowl) for bowl in station.bowls]
        spots += [(station.stored, drawer) for drawer in station.drawers] * 2
        table = made.surfaces[:1]
        for id in made.movables:
            if maker.chance(0.4):
                predicate, place = spots[int(maker.rng.integers(len(spots)))]
                maker.fact(predicate, id, place)
            elif table:
                maker.fact(made.on, id, table[0])
        free = [
            id
            for id in made.movables
            if not any(f.arguments[:1] == (id,) and f.predicate != made.on for f in maker.facts)
        ]
        below = [id for id in free if id in station.supports]
        above = [id for id in free if id in station.stackable]
        if made.on and len(below) > 1 and len(above) > 1 and maker.chance(0.3):
            lower, upper = below[0], next(id for id in above if id != below[0])
            maker.facts = {f for f in maker.facts if f.arguments[:1] != (upper,)}
            maker.fact(made.on, upper, lower)
        elif free and (station.inside or table) and maker.chance(0.15):  # where it can be put down again
            station.held = maker.pick(free)
            maker.facts = {f for f in maker.facts if f.arguments[:1] != (station.held,)}
            maker.fact(made.holding, station.held)
        if self.hand and not station.held:
            maker.fact(self.free)
        self._landmarks()

    def _landmarks(self) -> None:
        """How some things stand to others, for telling them apart only."""
        maker, made = self.maker, self.made
        if maker.chance(0.7):
            return
        for id in maker.some([id for id in made.movables if id != self.station.held], 1, 4):
            others = [other for other in (*made.movables, *self.station.bowls, *self.station.drawers) if other != id]
            if others:
                maker.fact(
                    maker.pick(("left of", "right of", "in front of", "behind", "next to")), id, maker.pick(others)
                )


def _filled(part: object, named: Callable[[str], str]) -> object:
    """A condition with its names put in."""
    return named(part) if isinstance(part, str) else [_filled(one, named) for one in part]  # type: ignore[attr-defined]
