"""Lessons on needs: quotes that a goal can hold, tables of known things, goals that come to a target."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pytest

from planner.goals.grammar import MAX_PHRASE, RESERVED, GoalError, GoalGrammar
from planner.goals.lessons.concepts import concepts
from planner.goals.lessons.matches import agreed, draw_match, meanings, phrases_of
from planner.goals.lessons.mentions import Mentions, base_name
from planner.goals.lessons.needs import _BY_OTHER_MEANS, _CONTRASTS, _HAPPENED, _REFUSED, NEEDS
from planner.goals.lessons.rows import thing_allowed
from planner.goals.lessons.settings import make_setting
from planner.goals.lessons.situations import situations
from planner.goals.lessons.speech import without_marks
from planner.goals.lessons.tasks import Tasks
from planner.goals.lessons.things import kind_of
from planner.goals.prompt import spoken, words_of
from planner.goals.resolver import resolve
from planner.goals.target import Target
from planner.goals.vocabulary import Vocabulary


class Omniscient:
    """Answers from the tables that the lessons are made from; a needed thing fits surely, an arguable one does not."""

    def __init__(self) -> None:
        known = [*concepts().values(), *(situation.concept for situation in situations().values())]
        self.meant = {phrase: concept for concept in known for phrase in phrases_of(concept)}

    def probabilities(self, phrase: str, names: Sequence[str]) -> dict[str, float]:
        concept = self.meant.get(phrase)
        return {name: float(concept is not None and base_name(name) in concept.true) for name in names}


def test_situations_speak_of_known_things_in_words_that_a_goal_can_quote() -> None:
    assert sum(len(situation.told) for situation in situations().values()) >= 150
    for name, situation in situations().items():
        concept = situation.concept
        assert concept.true and concept.true <= set(kind_of()), name
        for sentence in situation.told:
            assert len(without_marks(sentence)[1]) == 1, sentence
        for phrase in phrases_of(concept):
            assert words_of(spoken(phrase)) == tuple(phrase.split()), phrase
            assert len(phrase.split()) <= MAX_PHRASE and not set(phrase.split()) & RESERVED, phrase


def test_phrases_of_two_meanings_are_asked_where_these_agree() -> None:
    shared = {phrase: meant for phrase, meant in meanings().items() if len(meant) > 1}
    assert shared
    for phrase, (first, *others) in shared.items():
        surely = [name for name in first.true if agreed(phrase, name)]
        assert surely and all(other.true | other.maybe >= set(surely) for other in others), phrase


def test_tables_name_what_there_is() -> None:
    assert set(situations()) >= _BY_OTHER_MEANS
    assert {name for _, _, name in _HAPPENED} <= set(situations())
    assert {*_CONTRASTS, *_REFUSED} <= set(concepts())


@pytest.mark.parametrize("family", list(NEEDS))
def test_goals_can_be_read_and_reached(family: str) -> None:
    matcher, outcomes = Omniscient(), Counter[str]()
    for seed in range(150 if family == "told of a thing" else 40):
        rng = np.random.default_rng(seed)
        mentions = Mentions(make_setting(rng, thing_allowed), rng)
        task = Tasks(mentions).families[family][1]()
        if task is None:
            continue
        vocabulary = Vocabulary(mentions.setting.world, words_of(spoken(task.said)), mentions.vocabulary.forms)
        try:
            goal = GoalGrammar(vocabulary).parse(task.goal)
        except GoalError:
            outcomes["unreadable"] += 1
            continue
        assert str(goal) == task.goal
        outcomes[type(resolve(goal, vocabulary, matcher).outcome).__name__] += 1
    assert outcomes[Target.__name__] >= 0.75 * outcomes.total() > 2, outcomes
    assert outcomes["unreadable"] <= 0.1 * outcomes.total(), outcomes


def test_situations_are_asked_of_the_matcher() -> None:
    rng = np.random.default_rng(0)
    own = {phrase: s.concept for s in situations().values() for phrase in phrases_of(s.concept)}
    matches = [match for _ in range(120) if (match := draw_match(rng)).phrase in own]
    assert len(matches) > 5
    for match in matches:
        truths = [(base_name(name) in own[match.phrase].true) == fits for name, fits in match.answers]
        assert all(truths), match
