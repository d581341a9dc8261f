"""Descriptions become ids: quantifiers, copies, places among others, order, conditions, questions and refusals."""

from dataclasses import replace

import pytest

from planner.goals.grammar import GoalGrammar
from planner.goals.matching import WordMatcher
from planner.goals.resolver import resolve
from planner.goals.target import PlanningWorld, Question, Refusal, Target
from planner.goals.vocabulary import Vocabulary
from skills.conditions import Condition, atoms, parse_condition

TABLE = {"salty snack": {"pretzels"}, "drinks": {"cola", "tea"}, "drink": {"cola", "tea"}, "chest": {"box"}}


class TableMatcher:
    """Knows what the table says."""

    def probabilities(self, phrase: str, names: list[str]) -> dict[str, float]:
        return {
            name: float(name in TABLE.get(phrase, ())) or WordMatcher().probabilities(phrase, [name])[name]
            for name in names
        }


def outcome(text: str, world: PlanningWorld) -> Target | Question | Refusal:
    vocabulary = Vocabulary.of(world)
    return resolve(GoalGrammar(vocabulary).parse(text), vocabulary, TableMatcher()).outcome


def stages(text: str, world: PlanningWorld) -> tuple[Condition, ...]:
    found = outcome(text, world)
    assert isinstance(found, Target), found
    return found.stages


def parsed(*sources: object) -> tuple[Condition, ...]:
    return tuple(parse_condition(source) for source in sources)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("tea -> at visitor", "at(tea, visitor)"),
        ("any [ salty snack ] -> at visitor", "at(pretzels, visitor)"),
        ("cola at desk -> at bin", "at(cola 1, bin)"),
        ("any cola -> at bin", ["or", "at(cola 1, bin)", "at(cola 2, bin)"]),
        ("cola -> at visitor", ["or", "at(cola 1, visitor)", "at(cola 2, visitor)"]),
        ("all cola -> at bin", ["and", "at(cola 1, bin)", "at(cola 2, bin)"]),
        ("all [ drinks ] except cola -> at bin", "at(tea, bin)"),
        ("2 cola -> at bin", ["and", "at(cola 1, bin)", "at(cola 2, bin)"]),
        (
            "2 different [ drinks ] -> at bin",
            ["or", ["and", "at(cola 1, bin)", "at(tea, bin)"], ["and", "at(cola 2, bin)", "at(tea, bin)"]],
        ),
        ("cola 2 -> carrying", "carrying(cola 2)"),
        ("tea -> not carrying", "not carrying(tea)"),
        ("[ mug ] at kitchen -> at bin", "at(blue mug, bin)"),
        ("all things at desk -> watered", "watered(fern)"),
        ("if tea -> at kitchen : tea -> at desk", "at(tea, desk)"),
        ("if tea -> at desk : tea -> at bin else cola 1 -> at bin", "at(cola 1, bin)"),
        ("if [ sugar ] : tea -> at desk else fern -> watered", "watered(fern)"),
        ("if tea -> at desk : tea -> at bin", ["and"]),
        ("hand free", "hand free()"),
        ("desk -> robot in", "robot in(desk)"),
        ("tea -> where pretzels", "at(tea, desk)"),
        ("where blue mug -> robot in", "robot in(kitchen)"),
        ("tea -> where [ mug ] at desk", "at(tea, desk)"),
        ("tea -> as found", ["and", "at(tea, kitchen)", "not carrying(tea)"]),
    ],
)
def test_a_goal_of_the_office(text: str, wanted: object, office: PlanningWorld) -> None:
    assert stages(text, office) == parsed(wanted)


def test_things_change_places_and_are_put_back(office: PlanningWorld) -> None:
    swap = stages("tea -> where fern ; fern -> where tea", office)
    assert swap == parsed(["and", "at(tea, desk)", "at(fern, kitchen)"])
    there, back = stages("tea -> at bin then tea -> as found", office)
    assert (there,) == parsed("at(tea, bin)") and (back,) == parsed(["and", "at(tea, kitchen)", "not carrying(tea)"])


def test_the_one_that_was_spoken_of_is_meant_again(office: PlanningWorld) -> None:
    assert stages("blue mug -> at bin then [ mug ] -> at visitor", office)[-1] == parsed("at(blue mug, visitor)")[0]
    assert isinstance(outcome("red mug , blue mug -> at bin then [ mug ] -> at visitor", office), Question)
    assert isinstance(outcome("tea -> at bin then [ mug ] -> at visitor", office), Question)


class Hesitant:
    """A matcher that finds everything a little likely, and cola nearly sure."""

    def probabilities(self, phrase: str, names: list[str]) -> dict[str, float]:
        return {name: 0.95 if name == "cola" else 0.8 if name == "tea" else 0.1 for name in names}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("all [ mugs ] -> at bin", {"red mug", "blue mug", "cola 1", "cola 2"}),  # beyond namesakes: nearly sure
        ("all [ drinks ] -> at bin", {"cola 1", "cola 2", "tea"}),
    ],
)
def test_what_does_not_share_the_noun_must_be_nearly_sure(text: str, wanted: set[str], office: PlanningWorld) -> None:
    vocabulary = Vocabulary.of(office)
    found = resolve(GoalGrammar(vocabulary).parse(text), vocabulary, Hesitant()).outcome
    assert isinstance(found, Target)
    assert {atom.terms[0] for atom in atoms(found.stages[0])} == wanted


def test_where_nothing_fits_a_name_with_those_words_is_meant(bench: PlanningWorld) -> None:
    vocabulary = Vocabulary.of(bench)
    for text, wanted in (("[ desk ] -> closed", Target), ("[ piano ] -> closed", Refusal)):
        assert isinstance(resolve(GoalGrammar(vocabulary).parse(text), vocabulary, Hesitant()).outcome, wanted)


def test_what_is_not_placed_is_nowhere(office: PlanningWorld) -> None:
    held = replace(office, facts=frozenset(fact for fact in office.facts if fact.arguments[:1] != ("tea",)))
    found = outcome("pretzels -> where tea", held)
    assert isinstance(found, Refusal) and "where tea is" in found.reason


def test_what_stays_as_found_is_kept_at_every_step(office: PlanningWorld) -> None:
    target = outcome("pretzels -> at bin | keep fern -> as found", office)
    assert isinstance(target, Target)
    assert target.keep == parsed(["and", "at(fern, desk)", "not carrying(fern)", "not watered(fern)"])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("cup most left of -> on bowl", "on(cup 1, bowl)"),
        ("cup least left of -> on bowl", "on(cup 3, bowl)"),
        ("cup middle -> on bowl", "on(cup 2, bowl)"),
        ("cup not on table -> in [ chest ]", "in(cup 3, box)"),
        ("cup on table left of cup -> on bowl", ["or", "on(cup 1, bowl)", "on(cup 2, bowl)"]),
        ("[ drawer ] -> closed", "closed(top drawer of the old desk)"),
        ("lamp -> not lit", "not lit(lamp)"),
        ("cup most left of -> on shelf ; other cup on table -> in box", ["and", "on(cup 1, shelf)", "in(cup 2, box)"]),
    ],
)
def test_a_goal_of_the_bench(text: str, wanted: object, bench: PlanningWorld) -> None:
    assert stages(text, bench) == parsed(wanted)


def test_what_was_reached_first_still_holds_at_the_end(bench: PlanningWorld) -> None:
    drawer = "top drawer of the old desk"
    assert stages(f"cup most left of -> in {drawer} then {drawer} -> closed", bench) == parsed(
        f"in(cup 1, {drawer})", [f"closed({drawer})", f"in(cup 1, {drawer})"]
    )


def test_what_must_be_undone_does_not_hold_at_the_end(bench: PlanningWorld) -> None:
    drawer = "bottom drawer of the old desk"
    assert stages(f"{drawer} -> open then {drawer} -> closed", bench) == parsed(f"open({drawer})", f"closed({drawer})")
    assert stages("bowl -> on shelf then bowl -> in box", bench) == parsed("on(bowl, shelf)", "in(bowl, box)")
    assert stages("bowl -> holding then lamp -> lit", bench) == parsed("holding(bowl)", ["lit(lamp)", "holding(bowl)"])


def test_the_robots_place_is_passing(office: PlanningWorld) -> None:
    assert stages("desk -> robot in then tea -> at visitor", office) == parsed("robot in(desk)", "at(tea, visitor)")


def test_guards(office: PlanningWorld) -> None:
    target = outcome("tea -> at bin | avoid cola | keep fern -> at desk | keep red mug -> at kitchen", office)
    assert isinstance(target, Target)
    assert target.avoid == {"cola 1", "cola 2"}
    assert target.keep == parsed("at(fern, desk)")
    assert target.stages == parsed(["at(tea, bin)", "at(red mug, kitchen)"])  # not so yet, so it becomes a wish


@pytest.mark.parametrize(
    "text", ["[ mug ] -> at bin", "[ drink ] -> at bin", "ask which [ mug ]", "ask where", "ask what"]
)
def test_a_question(text: str, office: PlanningWorld) -> None:
    found = outcome(text, office)
    assert isinstance(found, Question)
    assert found.text.endswith("?")
    if "mug" in text:
        assert found.options == ("red mug", "blue mug")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("refuse unsafe", "hurt"),
        ("[ banana ] -> at visitor", "no banana here"),
        ("3 cola -> at bin", "not 3 cola here, only 2"),
        ("[ tea ] -> watered", "no skill of library office"),
        ("cola at bin -> at desk", "no cola at bin here"),
    ],
)
def test_a_refusal(text: str, why: str, office: PlanningWorld) -> None:
    found = outcome(text, office)
    assert isinstance(found, Refusal)
    assert why in found.reason


def test_the_notes_say_what_the_matcher_did(office: PlanningWorld) -> None:
    vocabulary = Vocabulary.of(office)
    found = resolve(GoalGrammar(vocabulary).parse("any [ salty snack ] -> at visitor"), vocabulary, TableMatcher())
    assert any("salty snack" in note and "pretzels 1.00" in note for note in found.notes)
