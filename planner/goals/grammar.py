"""The grammar of goals, written once: it reads a goal's text, and says which words may come next.

Every rule is a generator of (value, end) pairs, one for each way to read the words from a place on. A rule that meets
the end of the words notes which word it would have taken, so that ``expected`` is exactly what the parser would accept.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from planner.goals.goal import (
    AS_FOUND,
    REASONS,
    WHERE,
    Ask,
    AskKind,
    Clause,
    Goal,
    Item,
    Noun,
    Qualifier,
    Selector,
    Stage,
    State,
    Thing,
)
from planner.goals.vocabulary import EVERYTHING, Vocabulary

MAX_COUNT = 9
MAX_PHRASE = 8
"""Words in a description."""
MAX_QUALIFIERS = 3
RESERVED = frozenset(
    ["[", "]", ",", ";", ":", "|", "->", "&", "then", "if", "else", "avoid", "keep", "except", "ask", "refuse"]
)

COMMON_WORDS = RESERVED | frozenset(
    ["any", "all", "other", "different", "most", "least", "middle", "not", WHERE, "what", "which", EVERYTHING]
    + AS_FOUND.split()
    + [str(count) for count in range(2, MAX_COUNT + 1)]
    + list(REASONS)
)
"""Words of goals that do not come from the scene."""

Value = TypeVar("Value")
Readings = Iterator[tuple[Value, int]]
Rule = Callable[["Reading", int], Readings[Value]]


class GoalError(ValueError):
    """A text that is no goal in this scene; the message says where it goes wrong and what was possible there."""


@dataclass
class Reading:
    """The words that are read, and what was looked for after the last one."""

    words: tuple[str, ...]
    expected: set[str] = field(default_factory=set)
    farthest: int = 0

    def takes(self, place: int, word: str) -> bool:
        """Whether the word stands here; if the words end here, it is expected."""
        if place == len(self.words):
            self.expected.add(word)
            return False
        if self.words[place] != word:
            return False
        self.farthest = max(self.farthest, place + 1)
        return True


@dataclass(frozen=True)
class _Names:
    """Names as a trie of words."""

    children: dict[str, "_Names"]
    ends: list[str]

    @classmethod
    def of(cls, names: Iterable[str]) -> "_Names":
        root = cls({}, [])
        for name in names:
            node = root
            for word in name.split():
                node = node.children.setdefault(word, cls({}, []))
            node.ends.append(name)
        return root

    def read(self, text: Reading, place: int) -> Readings[str]:
        for word, child in self.children.items():
            if text.takes(place, word):
                for name in child.ends:
                    yield name, place + 1
                yield from child.read(text, place + 1)


class GoalGrammar:
    """The goals that can be said of one scene."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary

    def parse(self, text: str) -> Goal:
        """Read a goal.

        Raises:
            GoalError: it is no goal in this scene.
        """
        reading = Reading(tuple(text.split()))
        for goal, end in self._goal(reading, 0):
            if end == len(reading.words):
                return goal
        raise GoalError(self._problem(text, reading))

    def expected(self, words: Iterable[str]) -> tuple[frozenset[str], bool]:
        """The words that may follow these, and whether these are a whole goal already."""
        reading = Reading(tuple(words))
        ends = {end for _, end in self._goal(reading, 0)}  # all of them, so that every way to go on is seen
        return frozenset(reading.expected), len(reading.words) in ends

    def _problem(self, text: str, reading: Reading) -> str:
        good = reading.words[: reading.farthest]
        follow, _ = self.expected(good)
        some = ", ".join(sorted(follow)[:12]) or "the end"
        return f"not a goal here: {text!r}; after {' '.join(good) or 'the beginning'!r} can come: {some}"

    # -- whole goals ----------------------------------------------------------------------------------------------

    def _goal(self, text: Reading, at: int) -> Readings[Goal]:
        yield from self._ask(text, at)
        if text.takes(at, "refuse"):
            for reason in REASONS:
                if text.takes(at + 1, reason):
                    yield Goal(refuse=reason), at + 2
        for stages, end in _separated(self._stage, "then", text, at):
            yield from self._guards(text, end, Goal(stages))

    def _ask(self, text: Reading, at: int) -> Readings[Goal]:
        if not text.takes(at, "ask"):
            return
        kinds: tuple[AskKind, ...] = ("where", "what", "which")
        for kind in kinds:
            if text.takes(at + 1, kind):
                yield Goal(ask=Ask(kind)), at + 2
                for noun, end in self._described(text, at + 2):
                    yield Goal(ask=Ask(kind, noun)), end

    def _guards(self, text: Reading, at: int, goal: Goal) -> Readings[Goal]:
        yield goal, at
        if not text.takes(at, "|"):
            return
        if text.takes(at + 1, "avoid"):
            for thing, end in self._thing(text, at + 2):
                yield from self._guards(text, end, Goal(goal.stages, (*goal.avoid, thing), goal.keep))
        if text.takes(at + 1, "keep"):
            for clause, end in self._clause(text, at + 2, wanted=False):
                yield from self._guards(text, end, Goal(goal.stages, goal.avoid, (*goal.keep, clause)))

    def _stage(self, text: Reading, at: int) -> Readings[Stage]:
        for items, end in _separated(self._item, ";", text, at):
            yield Stage(items), end

    def _item(self, text: Reading, at: int) -> Readings[Item]:
        for clause, end in self._clause(text, at):
            yield Item(clause), end
        if text.takes(at, "if"):
            for test, middle in self._test(text, at + 1):
                if text.takes(middle, ":"):
                    for clause, end in self._clause(text, middle + 1):
                        yield from self._otherwise(text, end, Item(clause, test))

    def _otherwise(self, text: Reading, at: int, item: Item) -> Readings[Item]:
        yield item, at
        if text.takes(at, "else"):
            for clause, end in self._clause(text, at + 1):
                yield Item(item.clause, item.test, clause), end

    # -- clauses --------------------------------------------------------------------------------------------------

    def _test(self, text: Reading, at: int) -> Readings[Clause]:
        yield from self._clause(text, at, wanted=False)
        for thing, end in self._thing(text, at):
            yield Clause((thing,), None), end

    def _clause(self, text: Reading, at: int, wanted: bool = True) -> Readings[Clause]:
        """What is wanted of a thing by its name must be something that a skill can make of it."""
        for things, end in _separated(self._thing, ",", text, at):
            if text.takes(end, "->"):
                predicates = self._possible(things) if wanted else self._predicates
                for state, last in self._state(text, end + 1, predicates):
                    yield Clause(things, state), last
                for state, last in self._as_in_the_scene(text, end + 1):
                    yield Clause(things, state), last
        for predicate, end in self._bare.read(text, at):
            yield Clause((), State(predicate)), end

    def _possible(self, things: tuple[Thing, ...]) -> _Names:
        """States that all of these can come to be in, as far as they are named; any state if there is none."""
        nouns = frozenset(thing.noun.text for thing in things if not (thing.noun.described or thing.noun.place_of))
        if nouns not in self._possible_states:
            possible = set(self._first_kinds)
            for noun in nouns - {EVERYTHING}:
                types = [self.vocabulary.types[id] for id in self.vocabulary.ids[noun]]
                possible = {
                    name
                    for name in possible
                    if any(kinds is None or kinds & own for kinds in self._first_kinds[name] for own in types)
                }
            self._possible_states[nouns] = _Names.of(sorted(possible)) if possible else self._predicates
        return self._possible_states[nouns]

    def _state(self, text: Reading, at: int, predicates: _Names) -> Readings[State]:
        yield from self._positive(text, at, predicates)
        if text.takes(at, "not"):
            for state, end in self._positive(text, at + 1, predicates):
                yield State(state.predicate, state.references, True), end

    def _positive(self, text: Reading, at: int, predicates: _Names) -> Readings[State]:
        for predicate, end in predicates.read(text, at):
            arity = self.vocabulary.states[predicate]
            if arity == 1:
                yield State(predicate), end
            elif arity == 2:
                for thing, last in self._reference(predicate, text, end):
                    yield State(predicate, (thing,)), last
            elif arity == 3:
                for pair, last in self._pair(self._anything, text, end):
                    yield State(predicate, tuple(Thing(noun) for noun in pair)), last

    def _as_in_the_scene(self, text: Reading, at: int) -> Readings[State]:
        """States that are looked up: where another thing is, or as the thing was found."""
        if text.takes(at, WHERE):
            for thing, end in self._quantified(text, at + 1, self._anything):
                if thing.quantifier == "the":
                    yield State(WHERE, (thing,)), end
        first, second = AS_FOUND.split()
        if text.takes(at, first) and text.takes(at + 1, second):
            yield State(AS_FOUND), at + 2

    # -- things ---------------------------------------------------------------------------------------------------

    def _thing(self, text: Reading, at: int) -> Readings[Thing]:
        if text.takes(at, WHERE):
            for noun, end in self._anything(text, at + 1):
                yield Thing(replace(noun, place_of=True)), end
        for thing, end in self._quantified(text, at, self._anything):
            yield thing, end
            if text.takes(end, "except"):
                for nouns, last in _separated(self._anything, "or", text, end + 1):
                    yield replace(thing, exceptions=nouns), last

    def _reference(self, predicate: str, text: Reading, at: int) -> Readings[Thing]:
        names = self._references[predicate]

        def noun(text: Reading, at: int) -> Readings[Noun]:
            for name, end in names.read(text, at):
                yield Noun(name), end
            yield from self._described(text, at)

        yield from self._quantified(text, at, noun)

    def _quantified(self, text: Reading, at: int, noun: Rule[Noun]) -> Readings[Thing]:
        yield from self._perhaps_other(text, at, noun, {})
        for word in ("any", "all"):
            if text.takes(at, word):
                yield from self._perhaps_other(text, at + 1, noun, {"quantifier": word})
        for count in range(2, MAX_COUNT + 1):
            if text.takes(at, str(count)):
                made = {"quantifier": "count", "count": count}
                yield from self._described_thing(text, at + 1, noun, made)
                if text.takes(at + 1, "different"):
                    yield from self._described_thing(text, at + 2, noun, made | {"different": True})

    def _perhaps_other(self, text: Reading, at: int, noun: Rule[Noun], made: dict[str, Any]) -> Readings[Thing]:
        yield from self._described_thing(text, at, noun, made)
        if text.takes(at, "other"):
            yield from self._described_thing(text, at + 1, noun, made | {"other": True})

    def _described_thing(self, text: Reading, at: int, noun: Rule[Noun], made: dict[str, Any]) -> Readings[Thing]:
        for name, end in noun(text, at):
            for qualifiers, last in self._qualifiers(text, end, ()):
                yield Thing(name, **made, qualifiers=qualifiers), last

    def _qualifiers(self, text: Reading, at: int, found: tuple[Qualifier, ...]) -> Readings[tuple[Qualifier, ...]]:
        yield found, at
        if len(found) < MAX_QUALIFIERS:
            for qualifier, end in self._qualifier(text, at):
                yield from self._qualifiers(text, end, (*found, qualifier))

    def _qualifier(self, text: Reading, at: int) -> Readings[Qualifier]:
        yield from self._relation(text, at, False)
        if text.takes(at, "not"):
            yield from self._relation(text, at + 1, True)
        selectors: tuple[Selector, ...] = ("most", "least")
        for selector in selectors:
            if text.takes(at, selector):
                for predicate, end in self._pairs.read(text, at + 1):
                    yield Qualifier(selector, predicate), end
        if text.takes(at, "middle"):
            yield Qualifier("middle"), at + 1

    def _relation(self, text: Reading, at: int, negated: bool) -> Readings[Qualifier]:
        for predicate, end in self._relations.read(text, at):
            arity = self.vocabulary.relations[predicate]
            if arity == 1:
                yield Qualifier("relation", predicate, (), negated), end
            elif arity == 2:
                for noun, last in self._anything(text, end):
                    yield Qualifier("relation", predicate, (noun,), negated), last
            else:
                for pair, last in self._pair(self._anything, text, end):
                    yield Qualifier("relation", predicate, pair, negated), last

    def _pair(self, noun: Rule[Noun], text: Reading, at: int) -> Readings[tuple[Noun, Noun]]:
        for first, end in noun(text, at):
            if text.takes(end, "&"):
                for second, last in noun(text, end + 1):
                    yield (first, second), last

    def _anything(self, text: Reading, at: int) -> Readings[Noun]:
        for name, end in self._all_names.read(text, at):
            yield Noun(name), end
        yield from self._described(text, at)

    def _described(self, text: Reading, at: int) -> Readings[Noun]:
        if not text.takes(at, "["):
            return
        for end in self._phrase_ends(text, at + 1):
            if text.takes(end, "]"):
                yield Noun(" ".join(text.words[at + 1 : end]), True), end + 1

    def _phrase_ends(self, text: Reading, at: int) -> Iterator[int]:
        """Where a description that begins here may end: it is a run of the instruction's words."""
        spoken = self.vocabulary.instruction
        if not spoken:
            end = at
            while end < len(text.words) and text.words[end] not in RESERVED and end - at < MAX_PHRASE:
                end += 1
                yield end
            return
        starts = set(range(len(spoken)))
        for length in range(MAX_PHRASE + 1):
            if length:
                yield at + length
            going = {i for i in starts if i + length < len(spoken)} if length < MAX_PHRASE else set()
            following = {spoken[i + length] for i in going if spoken[i + length] not in RESERVED}
            taken = {word for word in following if text.takes(at + length, word)}
            starts = {i for i in going if spoken[i + length] in taken}
            if not taken:
                return

    # -- words ----------------------------------------------------------------------------------------------------

    @cached_property
    def _all_names(self) -> _Names:
        return _Names.of([*self.vocabulary.ids, EVERYTHING])

    @cached_property
    def _references(self) -> dict[str, _Names]:
        reach = self.vocabulary.references
        return {predicate: _Names.of([*reach(predicate), EVERYTHING]) for predicate in self.vocabulary.states}

    @cached_property
    def _possible_states(self) -> dict[frozenset[str], _Names]:
        return {}

    @cached_property
    def _first_kinds(self) -> dict[str, list[frozenset[str] | None]]:
        """What can be in each state, by the types of its first argument."""
        found: dict[str, list[frozenset[str] | None]] = {}
        for form in self.vocabulary.forms:
            if form.kinds:
                found.setdefault(form.predicate, []).append(form.kinds[0])
        return found

    @cached_property
    def _predicates(self) -> _Names:
        return _Names.of(name for name, arity in self.vocabulary.states.items() if arity)

    @cached_property
    def _bare(self) -> _Names:
        return _Names.of(name for name, arity in self.vocabulary.states.items() if not arity)

    @cached_property
    def _relations(self) -> _Names:
        return _Names.of(self.vocabulary.relations)

    @cached_property
    def _pairs(self) -> _Names:
        return _Names.of(name for name, arity in self.vocabulary.relations.items() if arity == 2)


def _separated(rule: Rule[Value], separator: str, text: Reading, at: int) -> Readings[tuple[Value, ...]]:
    """One or more, with a word between them; the longest come last."""
    for first, end in rule(text, at):
        yield (first,), end
        if text.takes(end, separator):
            for others, last in _separated(rule, separator, text, end + 1):
                yield (first, *others), last
