"""A list of calls that is short and still holds what is right, with letters in the place of a language model."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from planner import ScriptedModel
from planner.baselines import GreedySayCan, calls_of
from planner.shortlist import Shortlist
from planner.task_planner import planning_world
from skills import tabletop_library


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


BLOCKS = {f"block {i}": "block" for i in range(60)}
MANY = BLOCKS | {"red lamp": "block", "green vase": "bowl", "old tray": "bowl"}


def listed(instruction: str, objects: dict[str, str], facts: list[str], size: int = 8) -> list[str]:
    world = planning_world(tabletop_library(), objects, facts)
    return [call.text for call in Shortlist(Letters(), size).choose(instruction, world, calls_of(world))]


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
    texts = [call.text for call in chosen]
    assert len(chosen) == 8
    assert wanted in texts
    assert "done" in texts
    assert all(call.operator.applicable(world.facts) for call in chosen)


def test_few_calls_are_not_shortened() -> None:
    world = planning_world(tabletop_library(), {"red block": "block", "green bowl": "bowl"}, ["hand empty()"])
    calls = calls_of(world)
    assert len(Shortlist(Letters()).choose("red block", world, calls)) == 2
    assert Shortlist(Letters()).choose("red block", world, calls, feasible=False) == calls


def test_among_things_alike_the_one_beside_what_is_named_is_listed() -> None:
    facts = ["hand empty()", "left of(block 41, old tray)"]
    assert "pick up the block 41" in listed("the block beside the old tray", MANY, facts, size=6)
    assert "pick up the block 41" not in listed("the block beside the old tray", MANY, facts[:1], size=6)


def test_a_number_that_is_said_tells_things_apart() -> None:
    assert "pick up the block 41" in listed("take block 41", BLOCKS, ["hand empty()"], size=6)


def test_the_plain_thing_comes_before_those_of_which_nothing_was_said() -> None:
    objects = {f"slim block {i}": "block" for i in range(60)} | {"block 99": "block"}
    assert "pick up the block 99" in listed("bring it", objects, ["hand empty()"], size=4)
    assert "pick up the block 99" not in listed("bring it, slim", objects, ["hand empty()"], size=4)


def test_slips_of_the_keyboard_are_put_right_by_the_names_of_the_scene() -> None:
    objects = {f"izag {i}": "block" for i in range(60)} | {"zigzag": "block"}  # as typed, izag is nearer
    assert "pick up the zigzag" in listed("bring me the zgizag", objects, ["hand empty()"], size=6)


def test_half_of_the_list_is_nearest_and_half_of_every_kind() -> None:
    objects = {f"red lamp {i}": "block" for i in range(20)} | {"grey thing": "bowl", "other thing": "bowl"}
    texts = listed("red lamp onto a red lamp", objects, ["holding(red lamp 0)"], size=12)
    assert sum(text.startswith("put the red lamp 0 on") for text in texts) >= 6
    assert any(text.startswith("put the red lamp 0 in") for text in texts)


def test_greedy_saycan_takes_a_shortlist() -> None:
    asked: list[int] = []

    class Counting(ScriptedModel):
        def score(self, prefix: str, candidates: Sequence[str]) -> NDArray[np.float64]:
            asked.append(len(candidates))
            return super().score(prefix, candidates)

    def finished(prefix: str, text: str) -> float:
        return 0.0 if text == "done" else -1.0

    world = planning_world(tabletop_library(), MANY, ["hand empty()"])
    planner = GreedySayCan(Counting(finished), shortlist=Shortlist(Letters(), size=5))
    assert planner.plan("take the red lamp", world).status == "done"
    assert asked == [5]
