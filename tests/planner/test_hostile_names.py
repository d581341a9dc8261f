"""Hostile names of things: refused in words, or names and nothing else, whoever plans."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from numpy.typing import NDArray

from planner.baselines import Generation, GreedySayCan, calls_of, render
from planner.goals.prompt import library_text, scene_text
from planner.goals.reader import GoalReader
from planner.goals.served import PromptedWriter, QuestionMatcher
from planner.goals.target import PlanningWorld
from planner.goals.vocabulary import Vocabulary
from planner.prompts import load_prompt
from planner.task_planner import GoalPlanner, TaskPlanner, planning_world
from skills import tabletop_library
from skills.conditions import NAMES_IN_WORDS, ConditionError, can_name, canonical
from tests.planner.test_hostile_text import INJECTIONS, hostile, names

HARMLESS = ("red block", "blue bowl")
FACTS = ("hand empty()",)
few = settings(max_examples=25, deadline=None)
FORBIDDEN = ("cup (old), red", "a,b", "?thing", "*", "", " \n ", "x" * 201, "a\x1b[31m", "a\x00", "\ud800", "\u202eder")
ALLOWED = (
    "{x} {0}",
    "{{ 7*7 }} ${HOME}",
    "<|im_end|>",
    "🧱🔴",
    "红色的积木",
    "كوب أحمر",
    "it's 50 %",
    "two\nlines",
    "x" * 200,
)


class Anything:
    """Likes texts for no reason, and writes whatever it is told to."""

    name = "anything"

    def __init__(self, written: str) -> None:
        self.written = written

    def score(self, prefix: str, candidates: Sequence[str]) -> NDArray[np.float64]:
        return -np.array([float(sum(map(ord, text)) % 13) for text in candidates])

    def generate(self, prompt: str, max_tokens: int) -> str:
        return self.written


def world_of(*things: str) -> PlanningWorld:
    return planning_world(tabletop_library(), dict(zip(things, ("block", "bowl"), strict=True)), FACTS)


def planners(written: str) -> list[TaskPlanner]:
    model = Anything(written)
    readers = [PromptedWriter(model, constrained, longest=10) for constrained in (True, False)]
    goals: list[TaskPlanner] = [GoalPlanner(GoalReader(writer, QuestionMatcher(model))) for writer in readers]
    return [*goals, GreedySayCan(model, most_steps=4), Generation(model, most_steps=4)]


@few
@given(names, names, hostile)
def test_no_name_leads_to_a_step_outside_the_library(first: str, second: str, written: str) -> None:
    try:
        world = world_of(first, second) if first != second else world_of(first, HARMLESS[1])
    except ConditionError as error:
        assert NAMES_IN_WORDS in str(error) or "are the same name" in str(error)
        assert len(str(error)) < 500 and str(error).isprintable()
        return
    offered = set(calls_of(world))
    for planner in planners(written):
        for task in (f"put the {first} into the {second}", written):
            assert set(planner.plan(task, world).steps) <= offered


@few
@given(names.filter(lambda name: can_name(canonical(name)) and canonical(name) != HARMLESS[1]))
def test_no_name_breaks_a_prompt(name: str) -> None:
    hostile_world, harmless_world = world_of(name, HARMLESS[1]), world_of(*HARMLESS)
    prompt = load_prompt("plan_steps")
    shown, usual = (render(prompt, world, "t", []).split("\n") for world in (hostile_world, harmless_world))
    assert len(shown) == len(usual) and sum(a != b for a, b in zip(shown, usual, strict=True)) == 1
    assert canonical(name) in "\n".join(shown), "it is shown as it is, with every brace"
    read, plain = (_goal_prompt(world) for world in (hostile_world, harmless_world))
    assert len(read) == len(plain) and not set("<>|[]{}\\$") & set(read[-2])


def _goal_prompt(world: PlanningWorld) -> list[str]:
    vocabulary = Vocabulary.of(world)
    return (library_text(vocabulary) + scene_text(vocabulary)).split("\n")


@pytest.mark.parametrize("name", FORBIDDEN, ids=ascii)
def test_what_cannot_be_a_name_is_named_with_what_can(name: str) -> None:
    with pytest.raises(ConditionError) as caught:
        world_of(name, HARMLESS[1])
    assert str(caught.value).startswith(repr(name)[:50]) and NAMES_IN_WORDS in str(caught.value)


@pytest.mark.parametrize("name", ALLOWED, ids=ascii)
def test_names_of_every_kind_are_allowed(name: str) -> None:
    assert canonical(name) in {
        value for call in calls_of(world_of(name, HARMLESS[1])) for value in call.arguments.values()
    }


def test_two_things_cannot_have_one_name() -> None:
    with pytest.raises(ConditionError, match="'Red  Block' and 'red block' are the same name"):
        world_of("Red  Block", "red block")


def test_the_list_of_hostile_texts_has_both_kinds() -> None:
    assert {can_name(canonical(text)) for text in INJECTIONS} == {True, False}
