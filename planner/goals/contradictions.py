"""Finds names in a goal that contradict what was said: the green bowl, where only a blue one was spoken of.

A model that has learned to copy names likes a name that is there better than words that fit nothing. What was said is
put in the name's place, as a description, so that the resolver looks for it, and says so if it is not there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from planner.goals.goal import Goal, Noun
from planner.goals.lessons.settings import COLOURS
from planner.goals.lessons.things import kind_of
from planner.goals.matching import Matcher, singular
from planner.goals.vocabulary import Vocabulary, plain_name

ALTERNATIVES = (
    (*COLOURS, "cyan"),
    ("small", "big", "large", "tall", "tiny", "short", "medium"),
    ("wooden", "plastic", "metal", "glass", "paper", "stone", "steel", "rubber"),
    ("old", "new"),
    ("left", "right", "middle", "centre"),
    ("top", "bottom", "middle", "upper", "lower", "high", "low"),
    ("front", "back", "rear", "side"),
    ("inner", "outer"),
    ("north", "south", "east", "west"),
    ("first", "second", "third", "fourth"),
    ("hot", "cold"),
    ("striped", "shiny", "plain", "spotted"),
)
"""Words of which a thing has at most one."""
DIGITS = tuple("123456789")
UNLIKE = 0.1
"""Another thing of daily life is meant if the matcher gives the name less than this probability."""


def without_contradictions(goal: Goal, vocabulary: Vocabulary, matcher: Matcher) -> tuple[Goal, list[str]]:
    """The goal, with what was said in the place of names that contradict it, and with names that were said in full in
    the place of descriptions that leave half of them out; and a sentence for each."""
    whole = {noun.text: name for noun in _nouns(goal) if (name := _said_in_full(noun, vocabulary))}
    notes = [f"validator: {name!r} was said, not only {half!r}" for half, name in whole.items()]
    goal = _replaced(goal, whole, described=False) if whole else goal
    said = {noun.text: phrase for noun in _nouns(goal) if (phrase := _said_instead(noun, vocabulary, matcher))}
    notes += [f"validator: {phrase!r} was said, which {name!r} is not" for name, phrase in said.items()]
    return (_replaced(goal, said) if said else goal), notes


def overlooked(goal: Goal, vocabulary: Vocabulary) -> tuple[str, str] | None:
    """A thing in a goal that nobody spoke of, and a name that somebody did speak of but that the goal passes over.

    ``wine bottle -> on stove`` for "put the bowl on the stove", where a bowl is there. By their last words: that
    people say *sofa* for *couch* is no such case as long as the goal passes over nothing.
    """
    heard = {singular(word) for word in vocabulary.instruction}
    named = {noun.text for noun in _nouns(goal) if not noun.described and noun.text in vocabulary.ids}
    named -= set(map(plain_name, vocabulary.places))  # people leave out where they are themselves
    unsaid = sorted(name for name in named if _head(name) not in heard)
    used = {singular(word) for noun in _nouns(goal) for word in noun.text.split()}
    passed = sorted(name for name in vocabulary.ids if _head(name) in heard - used)
    return (unsaid[0], passed[0]) if unsaid and passed else None


def left_out(goal: Goal, vocabulary: Vocabulary) -> frozenset[str]:
    """Names of two words and more that were said in full, and that no noun of a goal holds.

    ``mug -> in pink bowl`` for "put the mug in the green bowl", where both bowls are there.
    """
    used = [noun.text.split() for noun in _nouns(goal)]
    return frozenset(
        name
        for name in vocabulary.ids
        if len(words := name.split()) > 1
        and _spoken_at(words, vocabulary.instruction)
        and not any(_spoken_at(words, noun) for noun in used)
    )


def _spoken_at(words: Sequence[str], heard: Sequence[str]) -> list[int]:
    """Where some words were said one after the other."""
    starts = range(len(heard) - len(words) + 1)
    return [start for start in starts if list(heard[start : start + len(words)]) == list(words)]


def _head(name: str) -> str:
    """The noun of a name, in the singular: ``drawer`` of ``top drawer of the cabinet``, ``bun`` of ``bun 2``."""
    words = name.partition(" of ")[0].split()
    return singular(words[-2] if len(words) > 1 and words[-1] in DIGITS else words[-1])


def _said_in_full(noun: Noun, vocabulary: Vocabulary) -> str:
    """The name that was said wherever a description's words were: ``yellow bowl`` for ``[ bowl ]``; else nothing."""
    words, heard = noun.text.split(), vocabulary.instruction
    if not noun.described or noun.text in vocabulary.ids:
        return ""
    around = [
        {name for name in vocabulary.ids if _covers(name.split(), heard, place, place + len(words))}
        for place in _spoken_at(words, heard)
    ]
    common = set.intersection(*around) if around else set()
    return common.pop() if len(common) == 1 else ""


def _covers(name: Sequence[str], heard: Sequence[str], first: int, last: int) -> bool:
    """Whether a longer name was said around a stretch of the instruction."""
    within = any(start <= first and last <= start + len(name) for start in _spoken_at(name, heard))
    return len(name) > last - first and within


def _said_instead(noun: Noun, vocabulary: Vocabulary, matcher: Matcher) -> str:
    """What was said where a name's noun was; nothing if it agrees with the name, or is there, too."""
    name = noun.text.partition(" of ")[0].split()
    if noun.described or len(name) < 2 or noun.text not in vocabulary.ids:
        return ""
    heard, numbered = [singular(word) for word in vocabulary.instruction], name[-1] in DIGITS
    head, own = _head(noun.text), set(map(singular, name))
    spans = [_span(name, heard, place, numbered) for place, word in enumerate(heard) if word == head]
    if not spans or not all(spans) or (own - {head}) & set(heard):
        return ""
    first = spans[0]
    phrase = f"{heard[first[0]]} {heard[first[-1]]}"
    there = any(set(phrase.split()) <= set(map(singular, other.split())) for other in vocabulary.ids)
    sure = phrase not in kind_of() or matcher.probabilities(phrase, [noun.text])[noun.text] < UNLIKE
    return "" if there or not sure else " ".join(vocabulary.instruction[place] for place in first)


def _span(name: Sequence[str], heard: Sequence[str], place: int, numbered: bool) -> range:
    """Where the noun at a place and the word near it that contradicts the name were said; empty if none does."""
    if numbered:
        after = heard[place + 1] if place + 1 < len(heard) else ""
        return range(place, place + 2) if after in DIGITS and after != name[-1] else range(0)
    for start in range(place - 1, max(-1, place - 3), -1):
        word = heard[start]
        if any(word in group and set(group) & set(name) - {word} for group in ALTERNATIVES):
            return range(start, place + 1)
    known = place and f"{heard[place - 1]} {heard[place]}" in kind_of()
    return range(place - 1, place + 1) if known else range(0)


def _nouns(part: Any) -> Iterator[Noun]:
    if isinstance(part, Noun):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from _nouns(each)
    elif is_dataclass(part):
        for field in fields(part):
            yield from _nouns(getattr(part, field.name))


def _replaced(part: Any, instead: dict[str, str], described: bool = True) -> Any:
    """With other texts of nouns: descriptions in the place of names, or names in that of descriptions."""
    if isinstance(part, Noun):
        wanted = part.text in instead and part.described != described
        return replace(part, text=instead[part.text], described=described) if wanted else part
    if isinstance(part, tuple):
        return tuple(_replaced(each, instead, described) for each in part)
    if is_dataclass(part) and not isinstance(part, type):
        new = {field.name: _replaced(getattr(part, field.name), instead, described) for field in fields(part)}
        return replace(part, **new)
    return part
