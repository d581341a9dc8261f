"""Names that contradict what was said: the green bowl where a blue one was spoken of."""

import pytest

from planner.goals.contradictions import without_contradictions
from planner.goals.grammar import GoalGrammar
from planner.goals.matching import WordMatcher
from planner.goals.prompt import spoken, words_of
from planner.goals.target import PlanningWorld
from planner.goals.vocabulary import Vocabulary
from skills import Skill, SkillLibrary

NAMES = ("red mug", "green bowl", "box 1", "box 2", "top drawer", "apple juice", "pen", "left door of the shed")


@pytest.fixture
def table() -> PlanningWorld:
    move = Skill("take", "take the {thing}", {"thing": "item"}, (), ("held(thing)",))
    library = SkillLibrary("table", (move,), categories={name: ("item",) for name in NAMES})
    return PlanningWorld(library, {name: name for name in NAMES}, frozenset())


def checked(table: PlanningWorld, said: str, goal: str) -> str:
    vocabulary = Vocabulary.of(table, words_of(spoken(said)))
    found, notes = without_contradictions(GoalGrammar(vocabulary).parse(goal), vocabulary, WordMatcher())
    assert bool(notes) == (str(found) != goal)
    return str(found)


@pytest.mark.parametrize(
    ("said", "goal", "meant"),
    [
        ("take the blue bowl", "green bowl -> held", "[ blue bowl ] -> held"),
        ("take the small blue bowls", "green bowl -> held", "[ blue bowls ] -> held"),
        ("take box 3", "box 1 -> held", "[ box 3 ] -> held"),
        ("take the bottom drawer, then the pen", "top drawer -> held then pen -> held", None),
        ("orange juice for me", "apple juice -> held", "[ orange juice ] -> held"),
        ("take the right door", "left door of the shed -> held", "[ right door ] -> held"),
        ("take the green bowl", "[ bowl ] -> held", "green bowl -> held"),
        ("green bowl first, the pen and then the green bowl again", "any [ bowl ] -> held", "any green bowl -> held"),
        ("leave the blue bowl, take the pen", "pen -> held | avoid green bowl", "pen -> held | avoid [ blue bowl ]"),
    ],
)
def test_what_was_said_comes_in_the_names_place(table: PlanningWorld, said: str, goal: str, meant: str | None) -> None:
    assert checked(table, said, goal) == (meant or "[ bottom drawer ] -> held then pen -> held")


@pytest.mark.parametrize(
    ("said", "goal"),
    [
        ("take the bowl", "green bowl -> held"),
        ("take the nice bowl", "green bowl -> held"),
        ("take the green bowl", "green bowl -> held"),
        ("the blue bowl is broken, so take the other bowl", "green bowl -> held"),
        ("not the blue bowl, the green one", "green bowl -> held"),
        ("take the salad dish", "green bowl -> held"),
        ("take a box", "box 1 -> held"),
        ("take box 2", "box 1 -> held"),
        ("take the blue bowl", "[ blue bowl ] -> held"),
        ("the juice please", "apple juice -> held"),
        ("take the blue pen", "pen -> held"),
        ("take the bowl beside the green bowl", "[ bowl ] -> held"),
        ("take the box beside box 1", "[ box ] -> held"),
        ("take my green bowls", "[ bowls ] -> held"),
    ],
)
def test_other_names_stay(table: PlanningWorld, said: str, goal: str) -> None:
    assert checked(table, said, goal) == goal
