"""The planner that reads a goal and searches, on a scripted reader."""

from typing import Any

import pytest

from planner.goals.fake import ScriptedReader
from planner.goals.target import PlanningWorld, Question, Refusal, Target
from planner.search import Rankings
from planner.task_planner import Answer, GoalPlanner, planning_world
from skills import tabletop_library
from skills.conditions import ConditionError, parse_condition

WORLD = planning_world(
    tabletop_library(),
    {"red block": "block", "blue block": "block", "green bowl": "bowl"},
    ["hand empty()", "on(red block, blue block)"],
)
BLUE_IN_BOWL = Target((parse_condition("in(blue block, green bowl)"),))
EITHER = Target((parse_condition(["or", "holding(red block)", "in(red block, green bowl)"]),))
PLANNER = GoalPlanner(
    explain=True,
    reader=ScriptedReader(
        {
            "blue one in the bowl": BLUE_IN_BOWL,
            "the block in the bowl": Question("Which block?", ("red block", "blue block")),
            ("the block in the bowl", "the blue one"): BLUE_IN_BOWL,
            ("the block in the bowl", "dunno"): Question("Red or blue?"),
            ("the block in the bowl", "dunno", "dunno"): Question("Red or blue?"),
            ("the block in the bowl", "dunno", "blue"): BLUE_IN_BOWL,
            "burn it": Refusal("fire is dangerous"),
            "bowl on the block": Target((parse_condition("on(green bowl, blue block)"),)),
            "take the red one": EITHER,
        }
    ),
)


def plan(instruction: str, reply: str | None = None, planner: GoalPlanner = PLANNER) -> Answer:
    return planner.plan(instruction, WORLD, lambda question: reply)


def test_a_goal_becomes_steps() -> None:
    answer = plan("blue one in the bowl")
    assert answer.status == "done"
    assert [call.text for call in answer.steps][-2:] == [
        "pick up the blue block",
        "put the blue block in the green bowl",
    ]
    assert answer.to_dict()["steps"][0] == {
        "skill": "pick_up",
        "args": {"object": "red block"},
        "text": "pick up the red block",
    }


def test_the_explanation_tells_the_goal_and_what_was_rejected() -> None:
    told = "\n".join(plan("blue one in the bowl").explanation)
    assert "goal: blue block in green bowl" in told
    assert "1. pick up the red block" in told
    assert "not pick up the blue block: not while red block on blue block" in told


def test_the_explanation_names_opinions() -> None:
    def rankings(instruction: str, world: PlanningWorld) -> Rankings:
        return Rankings(can=lambda calls: [0.4 if "in the" in c.text else 1.0 for c in calls])

    planner = GoalPlanner(PLANNER.reader, rankings, explain=True)
    answer = plan("take the red one", planner=planner)
    assert [call.text for call in answer.steps] == ["pick up the red block"]
    assert "can 1.00" in "\n".join(answer.explanation)


def test_a_question_comes_before_anything_moves() -> None:
    assert PLANNER.plan("the block in the bowl", WORLD) == plan("the block in the bowl")
    asked = plan("the block in the bowl")
    assert (asked.status, asked.question, asked.steps) == ("asked", "Which block?", ())
    answered = plan("the block in the bowl", "the blue one")
    assert (answered.status, answered.question) == ("done", "Which block?")
    assert plan("the block in the bowl", "dunno").status == "asked"


def test_a_second_question_may_follow() -> None:
    replies = ["dunno", "blue"]
    answer = PLANNER.plan("the block in the bowl", WORLD, lambda question: replies.pop(0))
    assert (answer.status, answer.question, replies) == ("done", "Which block?", [])


def test_the_reader_hears_what_was_asked_for_before() -> None:
    reader = ScriptedReader({"again": BLUE_IN_BOWL})
    assert GoalPlanner(reader).plan("again", WORLD, earlier=["stack them (failed)"]).status == "done"
    assert reader.heard == [("stack them (failed)",)]


@pytest.mark.parametrize(
    ("instruction", "reason"),
    [("burn it", "fire is dangerous"), ("bowl on the block", "which 'green bowl' is not"), ("la", "does not know")],
)
def test_what_cannot_be_is_refused_with_a_reason(instruction: str, reason: str) -> None:
    answer = plan(instruction)
    assert (answer.status, answer.steps) == ("refused", ())
    assert reason in str(answer.reason)


def test_without_affordances_preconditions_are_ignored() -> None:
    careless = GoalPlanner(PLANNER.reader, affordances=False)
    assert [call.text for call in plan("blue one in the bowl", planner=careless).steps] == [
        "put the blue block in the green bowl"
    ]


def test_facts_may_be_text() -> None:
    with pytest.raises(ConditionError, match="not an atom"):
        planning_world(tabletop_library(), {}, ["hand empty"])
    world: Any = planning_world(tabletop_library(), {}, [" Hand  Empty() "])
    assert {str(fact) for fact in world.facts} == {"hand empty()"}
