"""Goals are read and written the same, and what is expected next is what can be read."""

import pytest

from planner.goals.grammar import GoalError, GoalGrammar
from planner.goals.target import PlanningWorld
from planner.goals.vocabulary import Vocabulary

OFFICE = (
    "tea -> at visitor",
    "any [ salty snack ] -> at visitor",
    "2 different [ drinks ] -> at desk ; fern -> watered",
    "all things except tea or pretzels -> at kitchen",
    "cola at desk -> at bin then visitor -> robot in | avoid red mug | keep tea -> at kitchen",
    "if tea -> at kitchen : tea -> at desk else cola -> at desk",
    "if [ sugar ] : tea -> at desk",
    "any cola -> at desk ; other cola -> at bin",
    "cola 2 -> at bin",
    "hand free",
    "red mug , tea -> not carrying",
    "ask which [ mug ]",
    "ask where",
    "refuse unsafe",
)
BENCH = (
    "cup most left of -> on bowl",
    "cup middle , cup least left of -> in box",
    "cup not on table -> in [ chest ]",
    "cup on table left of cup -> on bowl on table",
    "top drawer of the old desk -> closed then lamp -> not lit",
)


@pytest.mark.parametrize("text", OFFICE)
def test_a_goal_of_the_office_is_read_and_written_the_same(text: str, office: PlanningWorld) -> None:
    assert str(GoalGrammar(Vocabulary.of(office)).parse(text)) == text


@pytest.mark.parametrize("text", BENCH)
def test_a_goal_of_the_bench_is_read_and_written_the_same(text: str, bench: PlanningWorld) -> None:
    assert str(GoalGrammar(Vocabulary.of(bench)).parse(text)) == text


@pytest.mark.parametrize("text", OFFICE)
def test_every_word_of_a_goal_is_expected_where_it_stands(text: str, office: PlanningWorld) -> None:
    words = text.split()
    grammar = GoalGrammar(Vocabulary.of(office, words))
    for place, word in enumerate(words):
        assert word in grammar.expected(words[:place])[0]
    assert grammar.expected(words)[1]


def test_a_description_is_a_run_of_the_instructions_words(office: PlanningWorld) -> None:
    grammar = GoalGrammar(Vocabulary.of(office, ["bring", "a", "salty", "thing", "or", "a", "sweet", "thing"]))
    assert grammar.parse("any [ salty thing ] -> at visitor")
    assert grammar.expected(["any", "[", "thing"])[0] == {"or", "]"}
    with pytest.raises(GoalError, match="can come"):
        grammar.parse("any [ salty sweet ] -> at visitor")


def test_what_is_not_in_the_scene_cannot_be_named(office: PlanningWorld) -> None:
    with pytest.raises(GoalError, match="after 'the beginning'"):
        GoalGrammar(Vocabulary.of(office)).parse("coffee -> at visitor")


def test_a_relation_takes_only_what_can_play_its_part(bench: PlanningWorld) -> None:
    grammar = GoalGrammar(Vocabulary.of(bench))
    assert "box" in grammar.expected(["cup", "->", "in"])[0]
    assert "shelf" not in grammar.expected(["cup", "->", "in"])[0]


def test_a_whole_goal_may_end_or_go_on(office: PlanningWorld) -> None:
    following, whole = GoalGrammar(Vocabulary.of(office)).expected(["tea", "->", "at", "visitor"])
    assert whole
    assert {"then", ";", "|"} <= following


def test_subtasks_are_in_order(office: PlanningWorld) -> None:
    goal = GoalGrammar(Vocabulary.of(office)).parse("tea -> at desk ; fern -> watered then cola -> at bin")
    graph = goal.subtasks()
    assert set(graph.edges) == {("1: tea -> at desk", "2: cola -> at bin"), ("1: fern -> watered", "2: cola -> at bin")}


def test_what_is_wanted_of_a_named_thing_can_be_made_of_it(office: PlanningWorld) -> None:
    grammar = GoalGrammar(Vocabulary.of(office))
    with pytest.raises(GoalError, match="after 'tea ->' can come: as, at, carrying"):
        grammar.parse("tea -> watered")
    assert "watered" in grammar.expected(["[", "tea", "]", "->"])[0]
    assert "watered" in grammar.expected(["if", "tea", "->"])[0]
