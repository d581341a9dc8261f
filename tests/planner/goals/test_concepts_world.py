"""Concepts of work, play and the physical world: only things we know, phrases of their own, near misses that are no."""

import pytest

from planner.goals.lessons.concepts import concepts
from planner.goals.lessons.concepts_world import WORLD
from planner.goals.lessons.matches import phrases_of, truth
from planner.goals.lessons.things import kind_of


def test_every_thing_is_known_and_every_concept_can_be_said() -> None:
    for name in WORLD:
        concept = concepts()[name]
        assert concept.true and concept.true | concept.maybe <= set(kind_of()), name
        assert phrases_of(concept), name


def test_phrases_mean_one_concept() -> None:
    seen: dict[str, str] = {}
    for name in [*(key for key in concepts() if key not in WORLD), *WORLD]:
        for phrase in phrases_of(concepts()[name]):
            other = seen.get(phrase, name)
            assert concepts()[name].true == concepts()[other].true, (phrase, name, other)
            seen[phrase] = name


@pytest.mark.parametrize(
    ("concept", "thing", "fits"),
    [
        ("weigh", "kitchen scale", True),
        ("weigh", "dumbbell", False),
        ("help walking", "crutches", True),
        ("help walking", "candy cane", False),
        ("padding", "packing peanuts", True),
        ("padding", "salted peanuts", False),
        ("tape", "duct tape", True),
        ("tape", "tape measure", False),
        ("rubber made", "rubber bands", True),
        ("rubber made", "rubber plant", False),
        ("for the car", "toy car", False),
        ("inflatable", "tennis ball", None),
        ("holds water", "bucket", True),
        ("holds water", "colander", False),
    ],
)
def test_near_misses(concept: str, thing: str, fits: bool | None) -> None:
    assert truth(concepts()[concept], thing) is fits
