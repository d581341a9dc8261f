"""Greedy SayCan and generation, on scripted models."""

from collections.abc import Sequence

from planner import ScriptedModel
from planner.baselines import Generation, GreedySayCan, render
from planner.prompts import load_prompt
from planner.task_planner import planning_world
from skills import tabletop_library

THINGS = {"red block": "block", "blue block": "block", "green bowl": "bowl"}
WORLD = planning_world(tabletop_library(), THINGS, ["hand empty()"])
TASK = "red block into the bowl"
PLAN = ["pick up the red block", "put the red block in the green bowl", "done"]


def texts(steps: Sequence[object]) -> list[str]:
    return [step.text for step in steps]  # type: ignore[attr-defined]


def test_the_likeliest_command_until_done() -> None:
    answer = GreedySayCan(ScriptedModel(PLAN)).plan(TASK, WORLD)
    assert (answer.status, texts(answer.steps)) == ("done", PLAN[:2])


def test_affordances_keep_greedy_saycan_from_the_impossible() -> None:
    def hasty(prefix: str, text: str) -> float:
        return {"put the red block in the green bowl": -1.0, "pick up the red block": -2.0, "done": -3.0}.get(
            text, -9.0
        )

    with_can = GreedySayCan(ScriptedModel(hasty), most_steps=2).plan(TASK, WORLD)
    assert texts(with_can.steps) == ["pick up the red block", "put the red block in the green bowl"]
    without = GreedySayCan(ScriptedModel(hasty), affordances=False, most_steps=2).plan(TASK, WORLD)
    assert texts(without.steps)[0] == "put the red block in the green bowl"
    assert without.status == "gave_up"


def test_written_lines_become_calls() -> None:
    written = ["pick up the red block\n2. and so on", "put the red block into green bowl", "done"]
    answer = Generation(ScriptedModel([], written)).plan(TASK, WORLD)
    assert (answer.status, texts(answer.steps)) == ("done", PLAN[:2])


def test_a_line_that_is_no_command_ends_it() -> None:
    answer = Generation(ScriptedModel([], ["sing a song for the queen"])).plan(TASK, WORLD)
    assert answer.status == "gave_up"
    assert "sing a song" in str(answer.reason)


def test_the_prompt_has_the_scene_and_the_commands() -> None:
    world = planning_world(tabletop_library(), THINGS, ["holding(red block)", "in(blue block, green bowl)"])
    text = render(load_prompt("plan_steps"), world, TASK, PLAN[:1])
    assert "Things: red block (holding), blue block (in green bowl), green bowl" in text
    assert "Commands: pick up, put in, put on" in text
    assert text.endswith(f"Task: {TASK}\n1. pick up the red block\n2.")
