"""Questions: which of the copies is meant, where that matters; and lessons of when to ask and when not."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from planner.goals.copies import lasting_states
from planner.goals.grammar import GoalGrammar
from planner.goals.lessons.clauses import Wish
from planner.goals.lessons.mentions import Mentions
from planner.goals.lessons.questions import QUESTIONS
from planner.goals.lessons.rows import Lessons, concept_held_out, thing_allowed
from planner.goals.lessons.settings import make_setting
from planner.goals.lessons.tasks import Tasks
from planner.goals.matching import WordMatcher
from planner.goals.resolver import resolve
from planner.goals.target import PlanningWorld, Question, Refusal, Target
from planner.goals.vocabulary import Vocabulary
from skills import Skill
from skills.conditions import parse_fact


@pytest.fixture
def laundry(office: PlanningWorld) -> PlanningWorld:
    """The office, where colas can be washed and one is dirty."""
    library = office.library
    wash = Skill("wash", "wash {drink}", {"drink": "cola"}, (), ("clean(drink)", "not dirty(drink)"))
    washing = replace(library, skills=(*library.skills, wash))
    return replace(office, library=washing, facts=office.facts | {parse_fact("dirty(cola 1)")})


def outcome(text: str, world: PlanningWorld) -> Target | Question | Refusal:
    vocabulary = Vocabulary.of(world)
    return resolve(GoalGrammar(vocabulary).parse(text), vocabulary, WordMatcher()).outcome


@pytest.mark.parametrize("goal", ["cola -> at bin", "[ cola ] -> at bin"])
def test_what_is_thrown_away_is_asked_by_place(goal: str, office: PlanningWorld) -> None:
    found = outcome(goal, office)
    assert isinstance(found, Question)
    assert found.text == "Which cola do you mean: the one at the desk or the one at the kitchen?"
    assert found.options == ("the one at the desk", "the one at the kitchen")


@pytest.mark.parametrize(
    "goal",
    [
        "cola -> at visitor",
        "cola -> carrying",
        "any cola -> at bin",
        "all cola -> at bin",
        "cola at desk -> at bin",
        "cola 1 -> at bin",
        "any cola -> at bin ; other cola -> at desk",
    ],
)
def test_nobody_asks_where_it_does_not_matter_or_is_said(goal: str, office: PlanningWorld) -> None:
    assert isinstance(outcome(goal, office), Target)


def test_copies_side_by_side_are_alike(office: PlanningWorld) -> None:
    together = {parse_fact("at(cola 1, desk)"), parse_fact("at(cola 2, desk)"), parse_fact("left of(cola 1, cola 2)")}
    facts = {fact for fact in office.facts if not fact.arguments[:1] or not fact.arguments[0].startswith("cola")}
    assert isinstance(outcome("cola -> at bin", replace(office, facts=frozenset(facts | together))), Target)


def test_what_differs_in_state_is_asked_even_when_fetched(laundry: PlanningWorld) -> None:
    found = outcome("cola -> at visitor", laundry)
    assert isinstance(found, Question)
    assert lasting_states(Vocabulary.of(laundry)) >= {"clean", "dirty"}
    assert "carrying" not in lasting_states(Vocabulary.of(laundry))
    assert isinstance(outcome("cola dirty -> at visitor", laundry), Target)


def test_what_is_carried_is_in_hand(office: PlanningWorld) -> None:
    facts = office.facts - {parse_fact("at(cola 2, kitchen)")} | {parse_fact("carrying(cola 2)")}
    found = outcome("cola -> at bin", replace(office, facts=facts))
    assert isinstance(found, Question)
    assert found.options == ("the one at the desk", "the one in hand")


def test_what_is_changed_is_asked_unless_one_is_left(laundry: PlanningWorld) -> None:
    assert isinstance(outcome("cola -> clean", laundry), Question)
    done = replace(laundry, facts=laundry.facts | {parse_fact("clean(cola 2)")})
    assert isinstance(outcome("cola -> clean", done), Target)


def test_lessons_can_be_read_and_come_to_what_they_say() -> None:
    lessons, seen = Lessons(lambda text: list(text.encode())), Counter[tuple[str, str]]()
    for seed in range(60):
        rng = np.random.default_rng((5, seed))
        mentions = Mentions(make_setting(rng, thing_allowed), rng, concept_held_out)
        tasks = Tasks(mentions)
        for family in QUESTIONS:
            task = tasks.families[family][1]()
            if task is None:
                continue
            assert lessons.allows(task, mentions.vocabulary), task
            assert "@" not in task.goal, task
            seen[family, type(outcome(task.goal, mentions.setting.world)).__name__] += 1
    assert {family for family, _ in seen} == set(QUESTIONS)
    for family in ("nowhere", "without antecedent", "nothing to do", "one of several"):
        assert seen[family, "Question"] > 5 * seen[family, "Target"], (family, seen)
    for family in ("one of its kind", "whichever", "somewhere", "with antecedent"):
        assert seen[family, "Target"] > 9 * seen[family, "Question"], (family, seen)


def test_an_answer_says_what_the_question_left_open() -> None:
    for seed in range(60):
        rng = np.random.default_rng((6, seed))
        mentions = Mentions(make_setting(rng, thing_allowed), rng, concept_held_out)
        wish = QUESTIONS["which answered"][1](Tasks(mentions).wishes)
        if wish is None:
            continue
        assert isinstance(wish, Wish) and len(wish.exchanges) == 1
        assert wish.exchanges[0].question.startswith("Which ")
