"""Greedy SayCan, generation and the shortlist, on scripted models."""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from planner import ScriptedModel
from planner.baselines import Generation, GreedySayCan, calls_of, render
from planner.prompts import load_prompt
from planner.shortlist import Shortlist
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


class Letters:
    """Encodes a text as the pairs of letters in it: alike texts, alike vectors."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), 27 * 27), np.float32)
        for row, text in zip(vectors, texts, strict=True):
            codes = [ord(c) - 96 if c.isalpha() else 0 for c in text.lower()]
            for a, b in pairwise(codes):
                row[27 * a + b] += 1
        return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)

    def pieces(self, text: str) -> NDArray[np.float32]:
        words = text.split()
        return self.encode([" ".join(words[i : i + n]) for n in (1, 2) for i in range(len(words) - n + 1)])


MANY = {f"block {i}": "block" for i in range(60)} | {"red lamp": "block", "green vase": "bowl", "old tray": "bowl"}


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        (["hand empty()"], "pick up the red lamp"),
        (["holding(red lamp)"], "put the red lamp in the green vase"),
        (["hand empty()", "on(block 7, red lamp)"], "pick up the block 7"),
    ],
)
def test_the_shortlist_holds_what_can_be_done_about_the_instruction(facts: list[str], wanted: str) -> None:
    world = planning_world(tabletop_library(), MANY, facts)
    chosen = Shortlist(Letters(), size=8).choose("put the red lamp in the green vase", world, calls_of(world))
    assert len(chosen) == 8
    assert wanted in texts(chosen)
    assert "done" in texts(chosen)
    assert all(call.operator.applicable(world.facts) for call in chosen)


def test_few_calls_are_not_shortened() -> None:
    calls = calls_of(WORLD)
    assert len(Shortlist(Letters()).choose(TASK, WORLD, calls)) == 3
    assert Shortlist(Letters()).choose(TASK, WORLD, calls, feasible=False) == calls


def test_greedy_saycan_takes_a_shortlist() -> None:
    asked: list[int] = []

    class Counting(ScriptedModel):
        def score(self, prefix: str, candidates: Sequence[str]) -> NDArray[np.float64]:
            asked.append(len(candidates))
            return super().score(prefix, candidates)

    script: Callable[[str, str], float] = lambda prefix, text: 0.0 if text == "done" else -1.0  # noqa: E731
    world = planning_world(tabletop_library(), MANY, ["hand empty()"])
    planner = GreedySayCan(Counting(script), shortlist=Shortlist(Letters(), size=5))
    assert planner.plan("take the red lamp", world).status == "done"
    assert asked == [5]
