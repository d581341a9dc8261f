"""Questions whether names fit a description, with the answers that our table of daily life gives."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from planner.goals.lessons.concepts import SYNONYMS, combined, concepts
from planner.goals.lessons.mentions import base_name
from planner.goals.lessons.settings import ADJECTIVES, COLOURS
from planner.goals.lessons.situations import situations
from planner.goals.lessons.speech import slip, without_marks
from planner.goals.lessons.things import Concept, kind_of, kinds
from planner.goals.lessons.trades import OPENABLES, ROOMS, SURFACES, SWITCHES
from planner.goals.matching import content_words, plural, shares_head

MAX_NAMES = 20


@dataclass(frozen=True)
class Match:
    """A description, and whether each name fits."""

    phrase: str
    answers: tuple[tuple[str, bool], ...]


def draw_match(
    rng: np.random.Generator,
    allowed: Callable[[str], bool] = lambda name: True,
    held_out: Callable[[str], bool] = lambda key: False,
) -> Match:
    """A random question.

    Args:
        rng: makes every choice.
        allowed: whether a thing may occur.
        held_out: whether a concept must not occur.
    """
    roll = rng.random()
    if roll < 0.44:
        keys = [key for key in concepts() if not held_out(key) and phrases_of(concepts()[key])]
        return _about_a_concept(concepts()[_choice(keys, rng)], rng, allowed)
    if roll < 0.57:
        needs = [situation.concept for name, situation in situations().items() if not held_out(name)]
        return _about_a_concept(needs[int(rng.integers(len(needs)))], rng, allowed)
    if roll < 0.72:
        return _about_a_concept(combined(rng, held_out), rng, allowed)
    if roll < 0.82:
        return _about_a_synonym(rng, allowed)
    if roll < 0.89:
        return _about_a_name(rng, allowed)
    if roll < 0.92:
        return _about_two_names(rng, allowed)
    return _about_an_adjective(rng, allowed)


def phrases_of(concept: Concept) -> list[str]:
    """Every way to speak of a concept, as a goal would quote it."""
    needs = [quoted for need in concept.need for quoted in without_marks(need)[1]]
    return [*concept.singular, *concept.plural, *concept.something, *needs]


def truth(concept: Concept, name: str) -> bool | None:
    """Whether a concept, also a situation's, is true of a name; None where it is arguable or the name is unknown."""
    base = base_name(name)
    if base not in kind_of() or base in concept.maybe:
        return None
    return base in concept.true


@cache
def meanings() -> dict[str, tuple[Concept, ...]]:
    """All that a phrase may mean; mostly one concept."""
    found: dict[str, tuple[Concept, ...]] = {}
    for concept in [*concepts().values(), *(situation.concept for situation in situations().values())]:
        for phrase in dict.fromkeys(phrases_of(concept)):
            found[phrase] = (*found.get(phrase, ()), concept)
    return found


def agreed(phrase: str, name: str) -> bool:
    """Whether no two things that a phrase may mean differ on a name."""
    meant = meanings().get(phrase, ())
    return len(meant) < 2 or len({truth(concept, name) for concept in meant} - {None}) <= 1


def _about_a_concept(concept: Concept, rng: np.random.Generator, allowed: Callable[[str], bool]) -> Match:
    phrase = _choice(phrases_of(concept), rng)
    fine = [name for name in kind_of() if allowed(name) and name not in concept.maybe and agreed(phrase, name)]
    if rng.random() < 0.12:
        phrase = " ".join(slip(word, rng) if len(word) > 4 and rng.random() < 0.5 else word for word in phrase.split())
    yes = [name for name in fine if name in concept.true]
    no = [name for name in fine if name not in concept.true]
    near = [name for name in no if kind_of()[name] in {kind_of()[other] for other in yes}] or no
    chosen = [*_some(yes, int(rng.integers(1, 8)), rng), *_some(no, int(rng.integers(3, 9)), rng), *_some(near, 4, rng)]
    return _shuffled(phrase, [(_decorated(name, phrase, rng), name in concept.true) for name in chosen], rng)


def _about_a_synonym(rng: np.random.Generator, allowed: Callable[[str], bool]) -> Match:
    word = _choice([word for word, meant in SYNONYMS.items() if allowed(meant) and allowed(word)], rng)
    meant = {other for other in (SYNONYMS[word], SYNONYMS.get(SYNONYMS[word], "")) if other}
    others = [
        name
        for name in _everything(allowed)
        if not set(content_words(name)) & set(content_words(" ".join([word, *meant])))
    ]
    base = kind_of().get(SYNONYMS[word], "")
    others = [name for name in others if kind_of().get(name, "-") != base]
    answers = [(SYNONYMS[word], True), *((name, False) for name in _some(others, int(rng.integers(3, 10)), rng))]
    return _shuffled(word, answers, rng)


def _about_a_name(rng: np.random.Generator, allowed: Callable[[str], bool]) -> Match:
    """Names that are wholly other things, though some share a word: ``apple juice`` is no apple."""
    names = [name for name in kind_of() if allowed(name)]
    name = _choice(names, rng)
    words = set(content_words(name))
    sharing = [other for other in names if other != name and set(content_words(other)) & words]
    kin = [other for other in kinds()[kind_of()[name]] if other != name and allowed(other)]
    chosen = [*_some(sharing, 4, rng), *_some(kin, 4, rng), *_some(names, 4, rng)]
    answers = [(other, shares_head(name, other)) for other in chosen if other not in _twins(name)]
    if rng.random() < 0.6:
        answers.append((_decorated(name, name, rng), True))
    said = plural(name) if rng.random() < 0.25 else name
    if rng.random() < 0.3:
        said = " ".join(slip(word, rng) if len(word) > 3 else word for word in said.split())
    return _shuffled(said, answers, rng)


def _twins(name: str) -> set[str]:
    """Other words for the same thing, which are in the table, too."""
    return {SYNONYMS.get(name, ""), *(word for word, meant in SYNONYMS.items() if meant == name)}


def _about_two_names(rng: np.random.Generator, allowed: Callable[[str], bool]) -> Match:
    """Either of two fits ``torch or the stapler``."""
    names = [name for name in kind_of() if allowed(name)]
    one, two, *others = _some(names, 8, rng)
    kin = [name for key in (one, two) for name in _some(list(kinds()[kind_of()[key]]), 2, rng) if allowed(name)]
    link = _choice(["or", "or the", "or a"], rng)
    twins = {*_twins(one), *_twins(two)} - {one, two}
    answers = [(name, name in (one, two)) for name in dict.fromkeys([one, two, *others, *kin]) if name not in twins]
    return _shuffled(f"{one} {link} {two}", answers, rng)


def _about_an_adjective(rng: np.random.Generator, allowed: Callable[[str], bool]) -> Match:
    names = _some([name for name in kind_of() if allowed(name) and not set(name.split()) & set(COLOURS)], 4, rng)
    words = _some(list(ADJECTIVES), 4, rng)
    shown = [
        (f"{word} {name}", word, name) for name in names for word in _some(words, 2, rng) if allowed(f"{word} {name}")
    ]
    word, name = _choice(words, rng), _choice(names, rng)
    if rng.random() < 0.5:
        return _shuffled(
            f"{word} {_choice(['one', 'thing', 'object', 'item'], rng)}",
            [(full, own == word) for full, own, _ in shown],
            rng,
        )
    return _shuffled(f"{word} {name}", [(full, own == word and base == name) for full, own, base in shown], rng)


def _everything(allowed: Callable[[str], bool]) -> list[str]:
    rooms = [name for group in (*ROOMS, *OPENABLES) for name in group]
    return [name for name in (*kind_of(), *rooms, *SURFACES, *SWITCHES) if allowed(name)]


def _decorated(name: str, phrase: str, rng: np.random.Generator) -> str:
    """Sometimes with an adjective that the phrase does not speak of."""
    fine = [
        word
        for word in ADJECTIVES
        if word not in {*phrase.split(), *name.split()} and f"{word} {name}" not in kind_of()
    ]
    return (
        f"{_choice(fine, rng)} {name}"
        if rng.random() < 0.06 and not set(phrase.split()) & {*COLOURS, "metal"}
        else name
    )


def _shuffled(phrase: str, answers: list[tuple[str, bool]], rng: np.random.Generator) -> Match:
    unique = list(dict(answers).items())
    return Match(phrase, tuple(unique[i] for i in rng.permutation(len(unique))[:MAX_NAMES]))


def _choice(options: list[str], rng: np.random.Generator) -> str:
    return options[int(rng.integers(len(options)))]


def _some(options: list[str], count: int, rng: np.random.Generator) -> list[str]:
    return [options[i] for i in rng.permutation(len(options))[:count]]
