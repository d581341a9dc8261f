"""Lessons as rows of tokens: trees whose branches share a beginning and do not see each other."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from planner.goals.grammar import COMMON_WORDS, GoalError, GoalGrammar
from planner.goals.lessons.domains import DomainTasks, domains
from planner.goals.lessons.matches import draw_match
from planner.goals.lessons.mentions import Mentions
from planner.goals.lessons.settings import make_setting
from planner.goals.lessons.task import Task
from planner.goals.lessons.tasks import Tasks
from planner.goals.lessons.verbs import VerbTasks
from planner.goals.prompt import BEGIN, library_text, match_text, request_text, scene_text, spoken, words_of
from planner.goals.vocabulary import Vocabulary

Encode = Callable[[str], list[int]]
"""Text to tokens, none added."""
AUTHORED = 0.25
"""Share of the scenes that are of a domain which was written by hand."""
VERBS = 0.12
"""Share of the scenes whose library is a handful of verbs near to each other."""
IGNORED = -1
"""Parent of a tree's root; target of a token that is not learned."""


@dataclass
class Row:
    """Tokens of several trees in a line."""

    tokens: list[int] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)
    segment: list[int] = field(default_factory=list)
    """The segment of every token."""
    parents: list[int] = field(default_factory=list)
    """The segment that each segment goes on from, or ``IGNORED``."""
    goal_targets: list[tuple[int, int]] = field(default_factory=list)
    """(place, token that should follow): words of goals."""
    match_targets: list[tuple[int, bool]] = field(default_factory=list)
    """(place, whether yes should follow)."""
    common: list[int] = field(default_factory=list)
    """Tokens that any goal may hold, whatever the scene."""

    def add(self, tokens: Sequence[int], parent: int = IGNORED) -> int:
        """Append a segment and return its number."""
        number = len(self.parents)
        first = 0 if parent == IGNORED else self._end_of(parent)
        self.parents.append(parent)
        self.positions += range(first, first + len(tokens))
        self.segment += [number] * len(tokens)
        self.tokens += tokens
        return number

    def mask(self) -> NDArray[np.bool_]:
        """What each token sees: what came before in its segment and in those that it goes on from; shape (n, n)."""
        sees = np.eye(len(self.parents), dtype=np.bool_)
        for number, parent in enumerate(self.parents):
            if parent != IGNORED:
                sees[number] |= sees[parent]
        segment = np.array(self.segment)
        return sees[segment][:, segment] & np.tri(len(segment), dtype=np.bool_)

    def trees(self) -> list[tuple[slice, list[slice]]]:
        """The run of every root, and the runs of its branches (branches of branches are not made)."""
        roots = [number for number, parent in enumerate(self.parents) if parent == IGNORED]
        return [
            (self._run(root), [self._run(n) for n, parent in enumerate(self.parents) if parent == root])
            for root in roots
        ]

    def _run(self, segment: int) -> slice:
        first = self.segment.index(segment)
        return slice(first, first + self.segment.count(segment))

    def _end_of(self, segment: int) -> int:
        return 1 + max(p for p, s in zip(self.positions, self.segment, strict=True) if s == segment)


@dataclass
class Lessons:
    """Draws rows without end.

    Things and concepts whose names hash to a held-out share never occur, nor do sentences in ``excluded``.
    """

    encode: Encode
    seed: int = 0
    budget: int = 900
    """Tokens in a row, about."""
    match_share: float = 0.45
    excluded: frozenset[str] = frozenset()
    """Fingerprints of sentences that are kept for measuring."""

    def row(self, number: int) -> Row:
        """The row of that number; the same every time."""
        rng = np.random.default_rng((self.seed, number))
        row = Row(common=self._common)
        while len(row.tokens) < self.budget * 0.8:
            if rng.random() < self.match_share:
                self._add_matches(row, rng)
            else:
                self._add_scene(row, rng)
        return row

    @cached_property
    def _common(self) -> list[int]:
        return goal_tokens(" ".join(sorted(COMMON_WORDS)), self.encode)

    def _add_matches(self, row: Row, rng: np.random.Generator) -> None:
        for _ in range(5):
            match = draw_match(rng, thing_allowed, concept_held_out)
            root = row.add(self.encode(match_text(match.phrase)))
            for name, fits in match.answers:
                row.add(self.encode(f" {name}:"), root)
                row.match_targets.append((len(row.tokens) - 1, fits))

    def _add_scene(self, row: Row, rng: np.random.Generator) -> None:
        drawer, vocabulary = _scene(rng)
        world = self.encode(BEGIN + library_text(vocabulary)) + self.encode(scene_text(vocabulary))
        room = self.budget - len(row.tokens) - len(world)
        if room < 120:
            if row.tokens:
                return
            room = 300
        root = row.add(world)
        rest = min(room, int(rng.integers(150, 600)))
        for _ in range(60):
            task = drawer.draw()
            if task is None or not self.allows(task, vocabulary):
                continue
            rest -= self._add_task(row, root, task)
            if rest < 0:
                break

    def allows(self, task: Task, vocabulary: Vocabulary) -> bool:
        """Whether a task may be taught: it is not kept for measuring, and its goal can be read in its scene."""
        if fingerprint(task.said) in self.excluded:
            return False
        heard = " ".join([spoken(task.said), *(spoken(e.answer) for e in task.exchanges), *map(spoken, task.earlier)])
        try:
            GoalGrammar(Vocabulary(vocabulary.world, words_of(heard), vocabulary.forms)).parse(task.goal)
        except GoalError:
            return False
        return True

    def _add_task(self, row: Row, root: int, task: Task) -> int:
        request = self.encode(request_text(task.said, task.exchanges, task.earlier))
        goal = goal_tokens(task.goal, self.encode)
        row.add([*request, *goal[:-1]], root)
        first = len(row.tokens) - len(goal)
        row.goal_targets += [(first + i, token) for i, token in enumerate(goal)]
        return len(request) + len(goal)


def _scene(rng: np.random.Generator) -> tuple[Tasks | DomainTasks, Vocabulary]:
    """What draws tasks for a new scene, and the scene's words."""
    roll = rng.random()
    if roll < AUTHORED:
        authored = DomainTasks(domains()[int(rng.integers(len(domains())))], rng)
        return authored, authored.vocabulary
    if roll < AUTHORED + VERBS:
        verbs = VerbTasks.drawn(rng, thing_allowed, concept_held_out)
        return verbs, verbs.m.vocabulary
    mentions = Mentions(make_setting(rng, thing_allowed), rng, concept_held_out)
    return Tasks(mentions), mentions.vocabulary


def goal_tokens(goal: str, encode: Encode) -> list[int]:
    """A goal's text as the decoder writes it, word by word, with a newline at the end."""
    return [*(token for word in goal.split() for token in encode(f" {word}")), *encode("\n")]


def fingerprint(sentence: str) -> str:
    """A short hash of a sentence's words, so that a list of sentences can be kept apart without showing them."""
    return hashlib.sha256(" ".join(words_of(spoken(sentence))).encode()).hexdigest()[:16]


def thing_allowed(name: str) -> bool:
    """Whether a thing may occur in lessons; one in ten is kept for measuring."""
    return _share(name) >= 0.1


def concept_held_out(key: str) -> bool:
    """Whether a concept is kept for measuring; one in twelve is."""
    return _share(f"concept {key}") < 1 / 12


@cache
def _share(text: str) -> float:
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) / 0x100000000
