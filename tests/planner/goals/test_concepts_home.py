"""Concepts of the home: things and kinds that exist, phrases that a goal can quote, truths that must hold."""

import pytest

from planner.goals.lessons.concepts import concepts
from planner.goals.lessons.concepts_home import HOME
from planner.goals.lessons.matches import phrases_of, truth
from planner.goals.lessons.things import kind_of, members
from planner.goals.prompt import words_of


def test_every_thing_of_a_row_is_known() -> None:
    for name, (true, maybe, *_) in HOME.items():
        assert members(true) <= set(kind_of()), name
        assert members(maybe) <= set(kind_of()), name


def test_every_concept_is_true_of_something_and_false_of_much() -> None:
    for name in HOME:
        concept = concepts()[name]
        assert concept.true, name
        assert len(concept.true | concept.maybe) < 0.6 * len(kind_of()), name


def test_phrases_can_be_quoted_and_mean_one_set_of_things() -> None:
    for name in HOME:
        phrases = phrases_of(concepts()[name])
        assert len(phrases) >= 2, name
        assert len(set(phrases)) == len(phrases), name
        assert all(" ".join(words_of(phrase)) == phrase.lower() for phrase in phrases), name
        for other, concept in concepts().items():
            if other != name and set(phrases) & set(phrases_of(concept)):
                assert concept.true == concepts()[name].true, (name, other)


@pytest.mark.parametrize(
    ("concept", "name", "fits"),
    [
        ("dairy free", "oat milk", True),
        ("dairy free", "whole milk", False),
        ("plant food", "butter", False),
        ("contains nuts", "nuts and bolts", False),
        ("fingernails", "box of nails", False),
        ("for the bin", "bin bags", False),
        ("pill", "tablet", False),
        ("organic rubbish", "banana", False),
        ("dishwasher", "paper cup", False),
    ],
)
def test_near_misses(concept: str, name: str, fits: bool) -> None:
    assert truth(concepts()[concept], name) is fits
