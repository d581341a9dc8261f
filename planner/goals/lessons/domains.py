"""Whole domains that were written by hand: a skill library of its own, what there is, and what people ask for there.

A domain is two files in ``domains``: ``NAME.yaml``, a domain file as planners read it, and ``NAME.txt``::

    # things: category: names that share a word with it; x3: up to three copies
    bread: rye loaf, white loaf, bun x3
    oven: top oven, bottom oven
    # state: for each thing of a category or type one of the alternatives, or nothing (-); or a fact about the robot
    > bread: at(*, ?place) | at(*, ?place) | in(*, ?oven)
    > oven: shut(*) | shut(*) | ajar(*)
    > robot at(?place)
    # requests: words => goal, if facts; {a:bread} is a thing of that category or type, {a} the same one again
    put {a:bread} in {o:oven} and close it => {a} -> in {o} then {o} -> shut
    is {o:oven} still open? => {o} -> shut if ajar({o})

In words a gap stands for the thing's name with an article, ``{a.}`` for the name alone. Facts after ``if`` hold when
the request is made, or do not (``not at({a}, {p})``); ``2 bread`` says that there are at least two of a category or
type. A thing with copies is never in a gap.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np

from grounding import Fact
from planner.goals.lessons.speech import misspelt, quoted_words, telegram
from planner.goals.lessons.task import Task
from planner.goals.target import PlanningWorld
from planner.goals.vocabulary import Vocabulary, display_name
from skills.conditions import canonical, parse_fact
from skills.library import PLACE, SkillLibrary
from skills.loader import load_domain

FOLDER = "domains"
MOST_THINGS = 16
LEFT_OUT = 0.15
"""Odds that a thing is not there."""
SLIPS, TELEGRAMS = 0.08, 0.05
"""Odds of a request with slips of the keyboard, and of one without small words."""
TRIES = 30
_GAP = re.compile(r"\{(\w)(?::([\w ]+))?(\.?)\}")
_OPEN = re.compile(r"\?([\w ]+)")


@dataclass(frozen=True)
class Line:
    """A request with gaps."""

    said: str
    goal: str
    conditions: tuple[str, ...]

    @property
    def types(self) -> dict[str, str]:
        """Category or type of each gap."""
        return {letter: type for letter, type, _ in _GAP.findall(self.said) if type}


@dataclass(frozen=True)
class Domain:
    """A library and its lessons."""

    library: SkillLibrary
    things: Mapping[str, tuple[tuple[str, int], ...]]
    """Names by category, each with how many copies there may be."""
    state: tuple[tuple[str, tuple[str, ...]], ...]
    """Category or type, empty for the robot, and alternatives."""
    lines: tuple[Line, ...]


@cache
def domains() -> tuple[Domain, ...]:
    """All of them, in the order of their names."""
    folder = files("planner.goals.lessons").joinpath(FOLDER)
    found = []
    for file in sorted(folder.iterdir(), key=str):
        if file.name.endswith(".yaml"):
            with as_file(file) as path:
                library = load_domain(path)
            text = folder.joinpath(file.name.replace(".yaml", ".txt")).read_text("utf-8")
            found.append(parsed(library, text))
    return tuple(found)


def parsed(library: SkillLibrary, text: str) -> Domain:
    """The lessons of a library.

    Raises:
        ValueError: a line is none, or names a category or type that the library does not have.
    """
    things: dict[str, tuple[tuple[str, int], ...]] = {}
    state, lines = list[tuple[str, tuple[str, ...]]](), list[Line]()
    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if " => " in line:
            lines.append(_request(line, library))
        elif line.startswith(">"):
            who, colon, rest = line[1:].rpartition(":")
            ways = tuple(way.strip() for way in rest.split("|"))
            _check(who.strip(), library, line) if colon else None
            state.append((who.strip(), ways))
        else:
            category, _, names = line.partition(":")
            _check(category.strip(), library, line)
            named = [_copies(name.strip()) for name in names.split(",")]
            if any(display_name(name, category) != name for name, _ in named):
                raise ValueError(f"{line!r}: the names of things must share a word with their category")
            things[category.strip()] = tuple(named)
    return Domain(library, things, tuple(state), tuple(lines))


def _request(line: str, library: SkillLibrary) -> Line:
    said, _, rest = line.partition(" => ")
    own = rest.startswith("if ") or " ; if " in rest or " then if " in rest
    goal, _, conditions = rest.partition(" given " if own else " if ")
    found = Line(said.strip(), goal.strip(), tuple(part.strip() for part in conditions.split(";") if part.strip()))
    unknown = {letter for letter, _, _ in _GAP.findall(goal + conditions)} - set(found.types)
    if unknown or "{" in _GAP.sub("", line):
        raise ValueError(f"{line!r} has gaps that are not named among the words with their type")
    for type in found.types.values():
        _check(type, library, line)
    return found


def _check(type: str, library: SkillLibrary, line: str) -> None:
    known = {PLACE, *library.categories, *(name for types in library.categories.values() for name in types)}
    if type not in known:
        raise ValueError(f"{line!r}: unknown category or type {type!r}; there is: {', '.join(sorted(known))}")


def _copies(name: str) -> tuple[str, int]:
    many = re.fullmatch(r"(.+) x(\d)", name)
    return (many[1], int(many[2])) if many else (name, 1)


class DomainTasks:
    """A scene of a domain, and tasks for it."""

    def __init__(self, domain: Domain, rng: np.random.Generator) -> None:
        self.domain, self.rng = domain, rng
        self.objects = self._things()
        self.single = [id for id in self.objects if not id[-1].isdigit()]
        self.facts = frozenset(fact for who, ways in domain.state for fact in self._state(who, ways))
        self.world = PlanningWorld(domain.library, self.objects, self.facts, domain.library.places)
        self.vocabulary = Vocabulary.of(self.world)
        self._left = [domain.lines[i] for i in rng.permutation(len(domain.lines))]

    def draw(self) -> Task | None:
        """A task that was not drawn before and fits; None if there is none left."""
        while self._left:
            line = self._left.pop()
            bound = self._bound(line)
            if bound is not None:
                return Task(
                    self._noisy(_filled(line.said, bound, "the "), line.goal), _filled(line.goal, bound), FOLDER
                )
        return None

    def _things(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for category, names in self.domain.things.items():
            for name, most in names:
                if self.rng.random() < LEFT_OUT:
                    continue
                count = int(self.rng.integers(1, most + 1))
                ids = [name] if count == 1 else [f"{name} {i + 1}" for i in range(count)]
                found |= dict.fromkeys(ids, category)
        while len(found) > MOST_THINGS:
            del found[str(self.rng.choice(list(found)))]
        return {id: found[id] for id in (list(found)[i] for i in self.rng.permutation(len(found)))}

    def _state(self, who: str, ways: tuple[str, ...]) -> Iterator[Fact]:
        for id in self._of(who) if who else [""]:
            way = ways[int(self.rng.integers(len(ways)))]
            for text in way.split("&") if way != "-" else ():
                fact = self._fact(text.strip().replace("*", id), id)
                if fact is not None:
                    yield fact

    def _fact(self, text: str, about: str) -> Fact | None:
        for type in _OPEN.findall(text):
            fitting = [id for id in self._of(type.strip()) if id != about]
            if not fitting:
                return None
            text = text.replace(f"?{type}", str(self.rng.choice(fitting)), 1)
        return parse_fact(text)

    def _of(self, type: str) -> list[str]:
        """Ids of a category or type."""
        library = self.domain.library
        if type == PLACE:
            return list(library.places)
        return [id for id, category in self.objects.items() if category == type or type in library.types_of(category)]

    def _bound(self, line: Line) -> dict[str, str] | None:
        options = {letter: self._of(type) for letter, type in line.types.items()}
        options = {k: [id for id in ids if id in self.single or id in self.world.places] for k, ids in options.items()}
        for _ in range(TRIES if all(options.values()) else 0):
            bound = {letter: str(self.rng.choice(ids)) for letter, ids in options.items()}
            if len(set(bound.values())) == len(bound) and all(self._holds(c, bound) for c in line.conditions):
                return bound
        return None

    def _holds(self, condition: str, bound: Mapping[str, str]) -> bool:
        count = re.fullmatch(r"(\d) ([\w ]+)", condition)
        if count:
            return len(self._of(count[2])) >= int(count[1])
        negated = condition.startswith("not ")
        wanted = parse_fact(canonical(_filled(condition.removeprefix("not "), bound)))
        return (wanted in self.facts) != negated

    def _noisy(self, said: str, goal: str) -> str:
        roll = self.rng.random()
        if roll < SLIPS:
            return misspelt(said, quoted_words(goal), self.rng)
        return telegram(said) if roll < SLIPS + TELEGRAMS and "any" not in goal else said


def _filled(text: str, bound: Mapping[str, str], article: str = "") -> str:
    return _GAP.sub(lambda gap: bound[gap[1]] if gap[3] else f"{article}{bound[gap[1]]}", text)
