"""Slips of the keyboard put right, before anything is understood: words that are no words and nearly are one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from planner.goals.matching import plural
from planner.goals.prompt import words_of

ALIKE = 0.8
"""Share of letters in common (``difflib``) from which a long word with several slips is taken for one of the scene."""
ENDINGS = ("s", "es", "ed", "d", "ing", "er", "ly", "y")
LONG = 6
"""Letters of such a word at least."""


@dataclass(frozen=True)
class Spelling:
    """What is known to be a word, and what unknown words may be meant for."""

    known: frozenset[str]
    """Words that are left alone."""
    wanted: frozenset[str]
    """Words of the scene and library, which win over other words."""

    def corrected(self, text: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The text (one line, as ``prompt.spoken`` makes it) with slips put right, and what was changed."""
        changes = [(word, right) for word in dict.fromkeys(words_of(text)) if (right := self._meant(word)) != word]
        table = dict(changes)
        fixed = []
        for piece in text.split():
            bare = piece.strip(".,?!;:")
            fixed.append(piece.replace(bare, table[bare]) if bare in table else piece)
        return " ".join(fixed), tuple(changes)

    def _meant(self, word: str) -> str:
        if len(word) < 4 or not word.isalpha() or word in self.wanted or self._is_word(word):
            return word
        for pool in (self.wanted, self.known):
            near = sorted(other for other in pool if other[:1] == word[:1] and one_slip(word, other))
            if near:
                return min(near, key=lambda other: (abs(len(other) - len(word)), sorted(other) != sorted(word), other))
        far = get_close_matches(word, sorted(self.wanted), 1, ALIKE) if len(word) >= LONG else []
        return far[0] if far else word

    def _is_word(self, word: str) -> bool:
        """Whether it is known, as it is or with an ending of English."""
        if word in self.known or (word.endswith("ise") and f"{word}r" in self.wanted):
            return True
        stems = [word.removesuffix(ending) for ending in ENDINGS if word.endswith(ending)]
        return any(len(stem) > 2 and (stem in self.known or f"{stem}e" in self.known) for stem in stems)


def one_slip(word: str, other: str) -> bool:
    """Whether a letter dropped, added, changed, or two neighbours swapped make one word of the other."""
    if word == other or abs(len(word) - len(other)) > 1:
        return word == other
    start = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    rest, rest_other = word[start:], other[start:]
    if len(word) == len(other):
        return rest[1:] == rest_other[1:] or (rest[:2] == rest_other[:2][::-1] and rest[2:] == rest_other[2:])
    longer, shorter = (rest, rest_other) if len(rest) > len(rest_other) else (rest_other, rest)
    return longer[1:] == shorter


@cache
def everyday_words() -> frozenset[str]:
    """The words of our own lessons: sentences, things and concepts."""
    from planner.goals.lessons import phrases, speech
    from planner.goals.lessons.concepts import SYNONYMS, concepts
    from planner.goals.lessons.matches import phrases_of
    from planner.goals.lessons.things import kind_of

    texts: list[str] = [
        *kind_of(),
        *SYNONYMS,
        *(text for concept in concepts().values() for text in phrases_of(concept)),
    ]
    for module in (phrases, speech):
        texts += _strings(vars(module).values())
    return frozenset(
        word for text in texts for word in text.lower().replace("{", " ").replace("}", " ").split() if word.isalpha()
    )


def _strings(values: Iterable[object]) -> list[str]:
    """Every text in nested tuples and dictionaries of tuples."""
    found: list[str] = []
    for value in values:
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, tuple):
            found += _strings(value)
        elif isinstance(value, dict):
            found += _strings(v for k, v in value.items() if isinstance(k, str) and not k.startswith("__"))
    return found


def spelling_for(names: Collection[str], vocabulary_words: frozenset[str]) -> Spelling:
    """Spelling for a scene: its names, our everyday words, and whole words of the model's vocabulary."""
    wanted = {word for name in names for word in name.split() if word.isalpha()}
    wanted |= {plural(word) for word in wanted}
    return Spelling(everyday_words() | common_words() | vocabulary_words, frozenset(wanted))


@cache
def common_words() -> frozenset[str]:
    """Words of four letters and more that the sentence encoder's vocabulary has as a whole.

    Raises:
        WeightsError: the package that carries the encoder is missing or damaged.
    """
    import weights

    text = (weights.find_minilm() / "vocab.txt").read_text(encoding="utf-8")
    return frozenset(word for word in text.split() if len(word) > 3 and word.isascii() and word.isalpha())
