"""Requests for what is not there while its like is: the goal quotes what was said, and nothing of the scene fits."""

from contextlib import suppress

import numpy as np
import pytest

from planner.goals.grammar import GoalError, GoalGrammar
from planner.goals.lessons.likes import likes, with_a_like
from planner.goals.lessons.mentions import Mentions
from planner.goals.lessons.rows import concept_held_out, thing_allowed
from planner.goals.lessons.settings import make_setting
from planner.goals.lessons.tasks import Tasks
from planner.goals.matching import WordMatcher
from planner.goals.prompt import spoken, words_of
from planner.goals.resolver import resolve
from planner.goals.target import Refusal
from planner.goals.vocabulary import Vocabulary


def mentions(number: int) -> Mentions:
    rng = np.random.default_rng((14, number))
    return Mentions(make_setting(rng, thing_allowed), rng, concept_held_out)


@pytest.mark.parametrize("seed", range(3))
def test_none_is_taken_for_a_thing_of_the_scene(seed: int) -> None:
    refused = seen = 0
    for number in range(seed * 60, seed * 60 + 60):
        m = mentions(number)
        task = Tasks(m).like()
        if task is None:
            continue
        vocabulary = Vocabulary(m.vocabulary.world, words_of(spoken(task.said)), m.vocabulary.forms)
        seen += 1
        with suppress(GoalError):
            goal = GoalGrammar(vocabulary).parse(task.goal)
            refused += isinstance(resolve(goal, vocabulary, WordMatcher()).outcome, Refusal)
    assert seen > 5
    assert refused >= 0.7 * seen  # in others, words come twice, or it is asked which one is meant


def test_the_name_is_changed_in_words_and_goal() -> None:
    changed = 0
    for number in range(40):
        m = mentions(number)
        for name in list(m.vocabulary.ids)[:4]:
            if likes(name, m) and (made := with_a_like(f"bring the {name}", f"{name} -> held", m)):
                said, goal = made
                quoted = said.removeprefix("bring the ")
                assert goal == f"[ {quoted} ] -> held"
                assert quoted not in m.vocabulary.ids
                changed += 1
    assert changed > 10


def test_what_is_not_said_in_full_stays() -> None:
    m = mentions(1)
    name = next(iter(m.vocabulary.ids))
    assert with_a_like("bring it", f"{name} -> held", m) is None
