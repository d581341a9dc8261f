"""Lessons about links, second movers, states of places and the like: their goals can be read and reached."""

from collections import Counter
from collections.abc import Iterator

import numpy as np
import pytest

from planner.goals.grammar import GoalError, GoalGrammar
from planner.goals.lessons import settings
from planner.goals.lessons.clauses import Wish, Wishes, smoothed
from planner.goals.lessons.forms import FORMS
from planner.goals.lessons.links import LINKS
from planner.goals.lessons.mentions import Mention, Mentions
from planner.goals.lessons.movers import MOVERS
from planner.goals.lessons.rows import concept_held_out, thing_allowed
from planner.goals.lessons.shaped import SHAPED, agreeing
from planner.goals.lessons.shapes import SHARE
from planner.goals.lessons.sides import SIDES_NAMED_ONCE
from planner.goals.lessons.standing import CARE_OF_FIXED, CARE_OF_PLACES, MARKS
from planner.goals.matching import WordMatcher
from planner.goals.prompt import spoken, words_of
from planner.goals.resolver import resolve
from planner.goals.target import Target
from planner.goals.vocabulary import Vocabulary
from planner.search import Plan, find_plan


def made(seeds: range) -> Iterator[tuple[str, Wish, Vocabulary]]:
    for seed in seeds:
        rng = np.random.default_rng(seed)
        mentions = Mentions(settings.make_setting(rng, thing_allowed), rng, concept_held_out)
        for family, (_, make) in SHAPED.items():
            wish = make(Wishes(mentions))
            if wish is not None:
                words = words_of(spoken(" ".join([smoothed(wish.said), *wish.earlier])))
                yield family, wish, Vocabulary(mentions.setting.world, words, mentions.vocabulary.forms)


def test_goals_can_be_read_and_most_can_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "SHARE", 1.0)
    readable, resolved, planned = Counter[str](), Counter[str](), Counter[str]()
    drawn = Counter[str]()
    for family, wish, vocabulary in made(range(40)):
        drawn[family] += 1
        try:
            goal = GoalGrammar(vocabulary).parse(wish.goal)
        except GoalError:
            continue
        readable[family] += 1
        outcome = resolve(goal, vocabulary, WordMatcher()).outcome
        if isinstance(outcome, Target):
            resolved[family] += 1
            if drawn[family] < 5:
                planned[family] += isinstance(find_plan(vocabulary.world, outcome), Plan)
    assert set(drawn) == set(SHAPED)
    assert readable.total() >= 0.97 * drawn.total()
    assert resolved.total() >= 0.85 * drawn.total(), (drawn, resolved)
    assert planned.total() >= 0.8 * sum(min(4, count) for count in drawn.values()), (drawn, planned)


def test_a_third_of_the_settings_has_such_parts() -> None:
    assert 0.25 <= SHARE <= 0.4
    assert set(SHAPED) <= set(FORMS)


def test_the_tables_are_whole() -> None:
    assert len(LINKS) >= 60 and len(MOVERS) >= 12 and len(SIDES_NAMED_ONCE) >= 20
    for link in LINKS:
        assert any("{x}" in verb and "{y}" in verb for verb in link.verbs), link.predicate
        assert link.undoing and link.firsts and link.seconds
        assert link.first_type != link.second_type
    for mover in MOVERS:
        assert all("{x}" in verb and "{p}" in verb for verb in mover.verbs), mover.type
    for care in (*CARE_OF_PLACES, *CARE_OF_FIXED):
        assert all("{x}" in verb for verb in care.verbs) and care.states and care.bad
    assert all("{n}" in text for mark in MARKS.values() for text in (*mark.yes, *mark.no))
    for sides in SIDES_NAMED_ONCE:
        assert all(sides.verbs) and all(sides.states) and all(sides.hints)


def test_what_is_said_of_one_is_not_said_of_two() -> None:
    pair = Mention("a and b", "a , b", ("a", "b"), True)
    assert agreeing("why isn't {x} {s} yet", pair) == "" == agreeing("{x} needs to be {s}", pair)
    assert agreeing("{x} should be {s}", pair)
