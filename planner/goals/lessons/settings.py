"""Made-up robots and rooms: a random skill library with random names for its predicates, and a scene for it."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from grounding import Fact
from planner.goals.lessons import phrases as say
from planner.goals.lessons.qualities import QUALITIES, compatible, plain
from planner.goals.lessons.shapes import SHARE, Shapes, add_shapes
from planner.goals.lessons.stations import STATIONS, Station, add_station
from planner.goals.lessons.things import kind_of, kinds
from planner.goals.lessons.trades import (
    BOXES,
    FLAT,
    GENERAL_PREDICATES,
    MACHINES,
    OPENABLES,
    ORGANIZERS,
    PAIRS,
    PRODUCTS,
    ROOMS,
    SURFACES,
    SWITCHES,
    TRADES,
    Trade,
    parts,
)
from planner.goals.matching import head_word
from planner.goals.target import PlanningWorld
from skills.library import SkillLibrary
from skills.skill import Skill

COLOURS = ("red", "blue", "green", "yellow", "white", "black", "orange", "purple", "pink", "gray", "brown", "silver")
ADJECTIVES = (*COLOURS, "small", "big", "old", "new", "wooden", "plastic", "tall", "striped", "heavy", "shiny")
SIDES = (
    ("left of", "right of", "in front of", "behind"),
    ("to the left of", "to the right of", "in front of", "behind"),
    ("left of", "right of", "before", "behind"),
)
AT = parts(
    "at; at; at; located at; lies at; stored at; stands at; sits at; kept in; located in; lives in; hangs on; "
    "placed at; found at; parked at; housed in; resides at; left at; in room; is at; belongs to; assigned to; "
    "positioned at",
    ";",
)
ROBOT_AT = parts(
    "robot at; robot at; robot in; agent at; base at; parked at; rover at; standing at; robot near; robot stands at; "
    "crawler at; cart at; present at; waiting at; drone over; arm above; stationed at; robot location",
    ";",
)
GO = parts(
    "go to the; drive to; move to the; roll to the; fly to the; walk to; navigate to; travel to the; glide to the; "
    "approach the; head for the; step over to; visit the; steer towards the; relocate to the; crawl to",
    ";",
)
OPEN_AND_CLOSED = (
    ("open", "closed"),
    ("open", "closed"),
    ("opened", "shut"),
    ("is open", "is closed"),
    ("unsealed", "sealed"),
    ("unlocked", "locked"),
    ("open", "shut"),
    ("ajar", "shut"),
    ("wide open", "shut tight"),
    ("opened", "closed"),
    ("open wide", "fully closed"),
    ("accessible", "closed off"),
)
START = ("turn on the", "start the", "switch on", "power up the", "activate the", "run the", "set going", "engage the")
STOP = ("turn off the", "stop the", "switch off", "power down the", "deactivate the", "halt the", "bring to rest")
ONSETS = parts("fl gl zw br pl sn tr v kr dr sk m qu thr w z gr spl j", " ")
VOWELS = parts("a e i o u oo ai", " ")
CODAS = parts("rp nk mb sk zz ft lm nd rb x lp bbl ggl mp sh", " ")


@dataclass
class Setting:
    """A world, and which of its words play which part; what it lacks is empty."""

    world: PlanningWorld
    movables: list[str] = field(default_factory=list)
    """Ids of things that can be carried."""
    places: list[str] = field(default_factory=list)
    person: str = ""
    trash: str = ""
    """A place or container for rubbish."""
    at: str = ""
    robot_at: str = ""
    holding: str = ""
    visited: str = ""
    on: str = ""
    inside: str = ""
    surfaces: list[str] = field(default_factory=list)
    containers: list[str] = field(default_factory=list)
    sides: tuple[str, ...] = ()
    """Predicates for left, right, front, back."""
    openables: list[str] = field(default_factory=list)
    open: str = ""
    closed: str = ""
    switches: list[str] = field(default_factory=list)
    switched_on: str = ""
    switched_off: str = ""
    """A predicate, or ``not`` and the one for on."""
    trades: list[tuple[Trade, list[str]]] = field(default_factory=list)
    """What can be done to a thing, with the ids of things for it."""
    shapes: Shapes = field(default_factory=Shapes)
    """Links, second movers and the like."""
    station: Station | None = None
    """What a table top with fixtures has."""


class _Maker:
    """Puts a setting together, module by module."""

    def __init__(self, rng: np.random.Generator, allowed: Callable[[str], bool]) -> None:
        self.rng = rng
        self.allowed = allowed
        self.skills: list[Skill] = []
        self.categories: dict[str, tuple[str, ...]] = {}
        self.objects: dict[str, str] = {}
        self.facts: set[Fact] = set()
        self.history: dict[str, str] = {}
        self.made = Setting(PlanningWorld(SkillLibrary("none", ()), {}, frozenset()))

    # -- choosing -------------------------------------------------------------------------------------------------

    def pick(self, options: Sequence[str]) -> str:
        return str(options[int(self.rng.integers(len(options)))])

    def chance(self, p: float) -> bool:
        return bool(self.rng.random() < p)

    def some(self, options: Sequence[str], low: int, high: int) -> list[str]:
        count = min(len(options), int(self.rng.integers(low, high + 1)))
        return [str(options[i]) for i in self.rng.permutation(len(options))[:count]]

    def fact(self, predicate: str, *arguments: str) -> None:
        self.facts.add(Fact(predicate, arguments))

    def skill(
        self, name: str, template: str, parameters: dict[str, str], pre: Sequence[object], effects: Sequence[str]
    ) -> None:
        unique = name if name not in {skill.name for skill in self.skills} else f"{name}_{len(self.skills)}"
        self.skills.append(Skill(unique, template, parameters, pre, effects))  # type: ignore[arg-type]

    # -- things ---------------------------------------------------------------------------------------------------

    def things(self, types: tuple[str, ...], extra: Sequence[str] = ()) -> list[str]:
        """Ids of new things that can be carried: of a few kinds, some in copies, some with an adjective."""
        size = int(
            self.rng.choice(
                [2, 3, 4, 5, 6, 8, 10, 13, 16, 18], p=[0.1, 0.12, 0.13, 0.13, 0.12, 0.12, 0.1, 0.08, 0.06, 0.04]
            )
        )
        table = kinds()
        themes = self.some(list(table), 2, 5)
        pool = [name for kind in themes for name in table[kind]]
        pool += self.some([name for names in table.values() for name in names], 4, 8)
        names = list(dict.fromkeys([*extra, *self.some([n for n in pool if self.allowed(n)], size, size)]))
        return [id for name in names for id in self._copies(name, types)]

    def _copies(self, name: str, types: tuple[str, ...]) -> list[str]:
        kind = kind_of().get(name, name)
        named = [name]
        if self.chance(0.1):
            made = (f"{adjective} {name}" for adjective in self.some(ADJECTIVES, 1, 3))
            named = [text for text in made if self.allowed(text)] or [name]
        named = [text for text in named if text not in self.categories]  # a fixture of that name keeps its types
        count = int(self.rng.choice([1, 2, 3], p=[0.84, 0.11, 0.05])) if len(named) == 1 else 1
        ids = []
        for text in named:
            for number in range(1, count + 1):
                numbered = count > 1 or self.made_numbers
                id = f"{text} {number}" if numbered else text
                if id not in self.objects:
                    self.categories[text] = (*types, kind) if self.chance(0.5) else types
                    self.objects[id] = text
                    ids.append(id)
        return ids

    @property
    def made_numbers(self) -> bool:
        return "0" in self.categories

    def fixture(self, name: str, types: tuple[str, ...], category: str = "") -> str:
        """A thing that stays where it is."""
        category = category or name
        self.categories[category] = tuple(dict.fromkeys((*self.categories.get(category, ()), *types)))
        self.objects[name] = category
        return name

    # -- modules --------------------------------------------------------------------------------------------------

    def mobile(self) -> None:
        """A robot that drives between places with one thing in its hand."""
        made = self.made
        made.at = self.pick(AT)
        made.robot_at = self.pick([name for name in ROBOT_AT if name != made.at])
        self._hand()
        made.person = self.pick(("user", "person", "customer", "operator", "nurse", "visitor", "owner", "you"))
        made.trash = self.pick(("trash", "bin", "waste bin", "trash can", "garbage", "dumpster", "", "rubbish bin"))
        rooms = self.some(ROOMS[int(self.rng.integers(len(ROOMS)))], 2, 6)
        if self.chance(0.12):
            rooms = self._with_qualities(rooms)
        if self.chance(0.15):
            made.person = ""
        ends = [name for name in (made.trash, made.person) if name]
        made.places = [*rooms, *(name for name in ends if name not in rooms)]
        self.skill(
            "go_to",
            f"{self.pick(GO)} {{place}}",
            {"place": "place"},
            [],
            [f"not {made.robot_at}(*)", f"{made.robot_at}(place)"],
        )
        if self.chance(0.4):
            self.skill(
                "find",
                "find the {object}",
                {"object": "item"},
                [f"{made.at}(object, ?place)"],
                [f"not {made.robot_at}(*)", f"{made.robot_at}(?place)"],
            )
        here = [f"{made.at}(object, ?place)", f"{made.robot_at}(?place)"]
        self.skill(
            "pick_up",
            self.pick(("pick up the {object}", "grab {object}", "take the {object}")),
            {"object": "item"},
            [*here, f"{self.free}()"],
            [f"{made.holding}(object)", f"not {made.at}(object, *)", f"not {self.free}()"],
        )
        self.skill(
            "put_down",
            self.pick(("put down the {object}", "drop {object}", "leave the {object}")),
            {"object": "item"},
            [f"{made.holding}(object)", f"{made.robot_at}(?place)"],
            [f"{made.at}(object, ?place)", f"not {made.holding}(object)", f"{self.free}()"],
        )
        self.history["visited"] = made.robot_at
        made.visited = "visited"
        self._mobile_scene()

    def _with_qualities(self, rooms: list[str]) -> list[str]:
        """Places that are known for something, among others that are not."""
        keys = compatible(self.some(list(QUALITIES), 2, 4))[:3]
        return [*(self.pick(QUALITIES[key].places) for key in keys), *(room for room in rooms if plain(room))]

    def _mobile_scene(self) -> None:
        made = self.made
        made.movables = self.things(("item",))
        homes = [place for place in made.places if place not in (made.person, made.trash)]
        for id in made.movables:
            self.fact(made.at, id, self.pick(homes) if self.chance(0.95) else self.pick(made.places))
        self.fact(made.robot_at, self.pick(made.places))
        if self.chance(0.08):
            held = self.pick(made.movables)
            self.facts = {fact for fact in self.facts if fact.arguments[:1] != (held,)}
            self.fact(made.holding, held)
        else:
            self.fact(self.free)

    def _hand(self) -> None:
        self.made.holding = self.pick(("holding", "holding", "carrying", "grasping", "gripped", "in hand"))
        self.free = self.pick(("hand empty", "hand empty", "gripper free", "hand free", "arm empty"))
        self.history["held"] = self.made.holding

    def bench(self) -> None:
        """An arm over a surface: on, in, and perhaps left of, right of, in front of, behind."""
        made = self.made
        self._hand()
        made.on = self.pick(("on", "on", "on top of", "resting on", "upon"))
        made.inside = self.pick(("in", "in", "inside", "within", "contained in"))
        made.sides = SIDES[int(self.rng.integers(len(SIDES)))] if self.chance(0.6) else ()
        gone = [f"not {p}({a})" for p in (made.on, made.inside) for a in ("object, *",)]
        gone += (
            [f"not {p}({a})" for p in (*made.sides, "next to") for a in ("object, *", "*, object")]
            if made.sides
            else []
        )
        shut = [["not", ["and", f"{made.inside}(object, ?box)", "closed(?box)"]]] if self.chance(0.3) else []
        self.skill(
            "pick_up",
            self.pick(("pick up the {object}", "grasp {object}", "lift the {object}")),
            {"object": "movable"},
            [f"{self.free}()", *shut],
            [f"{made.holding}(object)", f"not {self.free}()", *gone],
        )
        done = [f"not {made.holding}(object)", f"{self.free}()"]
        pre = [f"{made.holding}(object)"]
        self.skill(
            "place_on",
            self.pick(("place the {object} on the {surface}", "put {object} onto {surface}")),
            {"object": "movable", "surface": "surface"},
            pre,
            [f"{made.on}(object, surface)", *done],
        )
        self.skill(
            "place_in",
            self.pick(("place the {object} in the {container}", "put {object} into {container}")),
            {"object": "movable", "container": "container"},
            pre,
            [f"{made.inside}(object, container)", *done],
        )
        for side in made.sides:
            self.skill(
                "place_" + side.replace(" ", "_"),
                f"place the {{object}} {side} the {{reference}}",
                {"object": "movable", "reference": "landmark"},
                [*pre, f"{made.on}(reference, ?support)"],
                [f"{side}(object, reference)", f"{made.on}(object, ?support)", *done],
            )
        self._bench_scene()

    def _bench_scene(self) -> None:
        made, base = self.made, self.pick(SURFACES)
        self.fixture(base, ("surface",), base.split()[-1])
        self._furnish()
        types = ("movable", "landmark", "surface") if self.chance(0.5) else ("movable", "landmark")
        made.movables = self.things(types)
        for id in [*made.movables, *made.containers, *made.surfaces]:
            self.fact(made.on, id, base)
        for id in self.some(made.movables, 0, len(made.movables) // 2):
            self.facts.discard(Fact(made.on, (id, base)))
            where = self.pick([*made.containers, *made.surfaces])
            self.fact(made.inside if where in made.containers else made.on, id, where)
        if self.chance(0.4):
            self._pile_up(base)
        if made.sides:
            self._lay_out(base)
        made.surfaces.append(base)
        made.trash = "bin" if "bin" in made.containers else ""
        self.fact(self.free)

    def _furnish(self) -> None:
        """Things that stay where they are, to put others in or on."""
        made = self.made
        for name in self.some(BOXES, 1, 4):
            also = ("surface",) if "tray" in name else ()
            made.containers.append(self.fixture(name, ("container", "landmark", *also)))
        if self.chance(0.2):
            whole = self.pick(ORGANIZERS)
            for side in self.some(("left", "right", "front", "back", "middle", "top"), 2, 4):
                name = f"{side} compartment of the {whole}"
                made.containers.append(self.fixture(name, ("container", "landmark"), "compartment"))
        for name in self.some(FLAT, 1, 4):
            if name not in self.objects:
                made.surfaces.append(self.fixture(name, ("surface", "landmark")))

    def _pile_up(self, base: str) -> None:
        """Two or three things that share their last word stand on each other."""
        made, alike = self.made, {}  # type: ignore[var-annotated]
        for id in made.movables:
            if Fact(made.on, (id, base)) in self.facts:
                alike.setdefault(self.objects[id].split()[-1], []).append(id)
        for group in [group for group in alike.values() if len(group) > 1][:2]:
            for lower, upper in itertools.pairwise(group):
                self.facts.discard(Fact(made.on, (upper, base)))
                self.fact(made.on, upper, lower)

    def _lay_out(self, base: str) -> None:
        """Where things of a kind stand to each other, and what is next to what."""
        made, lying = (
            self.made,
            [f.arguments[0] for f in self.facts if f.predicate == self.made.on and f.arguments[1] == base],
        )
        lying.sort(key=list(self.objects).index)
        alike: dict[str, list[str]] = {}
        for id in lying:
            alike.setdefault(self.objects[id].split()[-1], []).append(id)
        axis = int(self.rng.integers(2))
        for group in alike.values():
            for i, first in enumerate(group[:4] if len(group) > 1 else []):
                for second in group[i + 1 : 4]:
                    self.fact(made.sides[2 * axis], first, second)
                    self.fact(made.sides[2 * axis + 1], second, first)
        for id in self.some(lying, 0, 3):
            other = self.pick(lying)
            if other != id:
                self.fact("next to", id, other)

    def openables(self) -> None:
        """Doors, drawers and lids."""
        made = self.made
        group = OPENABLES[int(self.rng.integers(len(OPENABLES)))]
        names = [name for name in self.some(group, 1, 4) if name not in self.objects and name not in made.places]
        if not names:
            return
        made.open, made.closed = OPEN_AND_CLOSED[int(self.rng.integers(len(OPEN_AND_CLOSED)))]
        if self.chance(0.04):
            made.open, made.closed = self._word("y"), self._word("ish")
        requests = say.OPENED_OTHERWISE.get(made.open, (say.OPEN, say.CLOSE))
        verbs = [texts[0].removesuffix(" {x}") for texts in requests]
        self.skill(
            verbs[0],
            f"{verbs[0]} the {{container}}",
            {"container": "openable"},
            [f"{made.closed}(container)"],
            [f"{made.open}(container)", f"not {made.closed}(container)"],
        )
        self.skill(
            verbs[1],
            f"{verbs[1]} the {{container}}",
            {"container": "openable"},
            [f"{made.open}(container)"],
            [f"{made.closed}(container)", f"not {made.open}(container)"],
        )
        for name in names:
            types = ("openable", "container") if made.inside else ("openable",)
            made.openables.append(self.fixture(name, types, head_word(name)))
            self.fact(made.open if self.chance(0.4) else made.closed, name)
            if made.inside:
                made.containers.append(name)
            if made.at and self.chance(0.5):
                self.fact(made.at, name, self.pick(made.places))

    def switches(self) -> None:
        """Machines that run or do not."""
        made = self.made
        machines, (switched_on, off) = self._machines()
        machines = [name for name in machines if name not in self.objects and name not in made.places]
        if not machines:
            return
        made.switched_on = switched_on
        if made.switched_on in self.taken() or off in self.taken():
            made.switched_on, off = "turned on", ""
        made.switched_off = off or f"not {made.switched_on}"
        removed = [f"not {off}(appliance)"] if off else []
        added = [f"{off}(appliance)"] if off else []
        self.skill(
            "turn_on",
            f"{self.pick(START)} {{appliance}}",
            {"appliance": "appliance"},
            [["not", f"{made.switched_on}(appliance)"]],
            [f"{made.switched_on}(appliance)", *removed],
        )
        self.skill(
            "turn_off",
            f"{self.pick(STOP)} {{appliance}}",
            {"appliance": "appliance"},
            [f"{made.switched_on}(appliance)"],
            [f"not {made.switched_on}(appliance)", *added],
        )
        for name in machines:
            made.switches.append(
                self.fixture(name, ("appliance", *(("surface", "landmark") if name == "stove" else ())))
            )
            if self.chance(0.4):
                self.fact(made.switched_on, name)
            elif off:
                self.fact(off, name)
            if name == "stove" and made.on:
                made.surfaces.append(name)
        for id in made.openables:
            if self.objects[id] in MACHINES and self.chance(0.7):
                self.fixture(id, ("appliance",), self.objects[id])
                made.switches.append(id)
                if off:
                    self.fact(off, id)

    def _machines(self) -> tuple[list[str], tuple[str, str]]:
        """Machines of a world, and what is said of one that runs and of one that does not."""
        general = GENERAL_PREDICATES[int(self.rng.integers(len(GENERAL_PREDICATES)))]
        if self.chance(0.04):
            general = (self._word("ing"), "")
        if self.chance(0.45):
            return self.some(SWITCHES, 1, 4), general
        product = PRODUCTS[self.pick(list(PRODUCTS))]
        if self.chance(0.5):
            return self.some(product.machines, 1, 3), (self.pick(product.predicates), "")
        return [self.pick(product.machines), *self.some(SWITCHES, 0, 3)], general

    def trade(self, trade: Trade) -> None:
        """A skill that changes one thing: water a plant, stamp a letter."""
        trade = self._as_known(trade)
        have = self._things_for(trade) if trade.state not in self.taken() else []
        if not have:
            return
        self._effect(trade, _type(trade.verbs[0]))
        for id in have:
            if self.chance(0.2) and not trade.aim and not trade.state.startswith("has "):
                self.fact(trade.state, id)
            elif trade.opposite and self.chance(0.7):
                self.fact(trade.opposite, id)
        self.made.trades.append((trade, have))

    def pair(self, there: Trade, back: Trade) -> None:
        """Two skills that undo each other; they may speak of one predicate or of two."""
        there, back = (self._reworded(trade) for trade in (there, back))
        have = self._things_for(there) if not {there.state, back.state} & self.taken() else []
        if not have:
            return
        if self.chance(0.5):
            there, back = replace(there, opposite=back.state), replace(back, opposite=there.state)
        elif self.chance(0.75):
            there, back = replace(there, opposite=""), replace(back, opposite="", aim=f"not {there.state}")
        else:
            there, back = replace(there, opposite="", aim=f"not {back.state}"), replace(back, opposite="")
        for trade in (there, back):
            self._effect(trade, _type(there.verbs[0]))
        for id in have:
            state = there if self.chance(0.5) else back
            if not state.aim:
                self.fact(state.state, id)
        self.made.trades += [(there, have), (back, have)]

    def _as_known(self, trade: Trade) -> Trade:
        """With one of the names that its states may have; now and then with a made-up one."""
        trade = self._reworded(trade)
        if self.chance(0.04):
            trade = trade.named(self._word(self.pick(("y", "ish", "ed"))))
        if not trade.opposite or trade.opposite in self.taken() or self.chance(0.3):
            return replace(trade, opposite="")
        return replace(trade, aim=f"not {trade.opposite}") if self.chance(0.15) else trade

    def _reworded(self, trade: Trade) -> Trade:
        verbs = [trade.verbs[i] for i in self.rng.permutation(len(trade.verbs))]
        if self.chance(0.65):
            verbs = list(trade.verbs)
        state = self.pick((trade.state, trade.state, *trade.others))
        return replace(trade.named(state), verbs=tuple(verbs))

    def _things_for(self, trade: Trade) -> list[str]:
        """Ids of things that it can be done to; some are made."""
        table, kind = kinds(), _type(trade.verbs[0])
        named = [name for k in trade.kinds for name in table.get(k, (k,))]
        known = [name for name in named if self.allowed(name)] or named
        have = [id for id in self.made.movables if self.objects[id] in known]
        if any(kind in types for types in self.categories.values()):
            return []
        if len(have) < 2:
            for name in self.some(known, 1, 4):
                if name not in self.objects and name not in self.categories and name not in self.made.places:
                    have.append(self.fixture(name, ()))
                    if self.made.at and self.chance(0.5):
                        self.fact(self.made.at, name, self.pick(self.made.places))
        for id in have:
            category = self.objects[id]
            self.categories[category] = tuple(dict.fromkeys((*self.categories.get(category, ()), kind)))
        return [id for id, category in self.objects.items() if kind in self.categories.get(category, ())]

    def _effect(self, trade: Trade, kind: str) -> None:
        verb = trade.verbs[0]
        undone = [f"not {trade.opposite}(object)"] if trade.opposite and not trade.aim else []
        self.skill(
            verb.replace(" ", "_"), f"{verb} the {{object}}", {"object": kind}, [], [f"{trade.wanted}(object)", *undone]
        )

    def taken(self) -> set[str]:
        """Predicates that skills speak of."""
        return {atom.predicate for skill in self.skills for atom in (*skill.change.add, *skill.change.remove)}

    def invented(self) -> Trade:
        """A trade that nobody has heard of, so that its words are read in the library and not guessed."""
        stem = self.word_stem()
        done = f"{stem}ed"
        state = done if self.chance(0.6) else self._word(self.pick(("y", "ish", "en")))
        opposite = self.pick(("", f"un{done}", self._word("y")))
        hints = (f"{{x}} is not {done} yet", f"i like {{x}} better {done}")
        return Trade((stem,), state, done, tuple(self.some(list(kinds()), 2, 3)), opposite, hints, stem)

    def word_stem(self) -> str:
        """A verb of no language."""
        return self.pick(ONSETS) + self.pick(VOWELS) + self.pick(CODAS)

    def _word(self, ending: str) -> str:
        return self.word_stem() + ending

    def finish(self) -> Setting:
        if self.chance(0.5):
            self.skill("done", "done", {}, [], [])
        order = self.rng.permutation(len(self.skills))
        skills = tuple(self.skills[i] for i in order)
        self.categories.pop("0", None)
        history = self.history if self.chance(0.6) else {}
        if "visited" not in history:
            self.made.visited = ""
        library = SkillLibrary("made up", skills, self.categories, tuple(self.made.places), (), history)
        self.made.world = PlanningWorld(library, self.objects, frozenset(self.facts), tuple(self.made.places))
        return self.made


def make_setting(rng: np.random.Generator, allowed: Callable[[str], bool] = lambda name: True) -> Setting:
    """A random library with a random scene.

    Args:
        rng: makes every choice.
        allowed: whether a thing may occur, so that some can be held out.
    """
    maker = _Maker(rng, allowed)
    if maker.chance(0.5):
        maker.categories["0"] = ()  # a mark: ids carry numbers
    kind = rng.random()
    if kind * 10 % 1 < STATIONS:  # as many of every other kind
        add_station(maker)
        return maker.finish()
    if kind < 0.4:
        maker.mobile()
    elif kind < 0.8:
        maker.bench()
    if maker.chance(0.45):
        maker.openables()
    if maker.chance(0.3):
        maker.switches()
    trades = 0 if kind < 0.8 and maker.chance(0.5) else int(rng.integers(1, 4))
    for i in rng.permutation(len(TRADES))[: trades + (2 if kind >= 0.8 else 0)]:
        maker.trade(TRADES[i])
    for i in rng.permutation(len(PAIRS))[: int(rng.integers(0, 3)) if trades else 0]:
        maker.pair(*PAIRS[i])
    if maker.chance(0.1 if trades else 0.02):
        maker.trade(maker.invented())
    if maker.chance(SHARE):
        add_shapes(maker)
    return maker.finish()


def _type(verb: str) -> str:
    return f"{verb.replace(' ', '-')}able"
