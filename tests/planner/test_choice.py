"""Which plan is begun, on the table-top: progress, can over the whole plan, and say among equals."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from planner.choice import Choice, Option, choose
from planner.goals.target import Target
from planner.search import NoPlan, Rankings
from planner.task_planner import planning_world
from skills import SkillCall, load_domain, tabletop_library
from skills.conditions import parse_condition

OBJECTS = {"red block": "block", "green block": "block", "blue bowl": "bowl", "gray bowl": "bowl"}
BOTH = ["in(red block, blue bowl)", "in(green block, blue bowl)"]
EITHER = ["or", "in(red block, blue bowl)", "in(green block, blue bowl)"]


def begin(*stages: Any, rankings: Rankings | None = None, facts: Sequence[str] = (), **more: Any) -> Choice:
    world = planning_world(tabletop_library(), OBJECTS, ["hand empty()", *facts])
    found = choose(world, Target(tuple(map(parse_condition, stages)), **more), rankings)
    assert isinstance(found, Choice)
    return found


def by_call(choice: Choice) -> dict[str, Option]:
    return {str(option.call): option for option in choice.options}


class Opinion:
    """Likes what its table says; counts how often it is asked, and about what."""

    def __init__(self, table: dict[str, float], otherwise: float) -> None:
        self.table, self.otherwise = table, otherwise
        self.asked: list[set[str]] = []

    def __call__(self, calls: Sequence[SkillCall]) -> list[float]:
        self.asked.append(set(map(str, calls)))
        return [self.table.get(str(call), self.otherwise) for call in calls]


def test_every_call_has_a_reason_but_the_chosen_one() -> None:
    choice = begin(BOTH)
    assert [str(choice.steps[0])] == [str(option.call) for option in choice.options if option.chosen]
    assert [option.why_not == "" for option in choice.options] == [option.chosen for option in choice.options]
    why = {call: option.why_not for call, option in by_call(choice).items()}
    assert why["pick_up(green block)"] == "as good as pick_up(red block), which was found first"
    assert "needs" in why["put_in(red block, blue bowl)"]
    assert all(option.progress == 0 for option in choice.options if option.call.name.startswith("put"))


def test_options_come_with_whole_plans() -> None:
    options = by_call(begin(BOTH))
    for first in ("pick_up(red block)", "pick_up(green block)"):
        assert (len(options[first].steps), options[first].progress) == (4, 1.0)


def test_say_is_asked_once_about_equals_alone() -> None:
    say = Opinion({"pick_up(green block)": -1.0}, -3.0)
    choice = begin(BOTH, rankings=Rankings(say=say))
    assert say.asked == [{"pick_up(red block)", "pick_up(green block)"}]
    assert str(choice.steps[0]) == "pick_up(green block)"
    green, red = choice.options[:2]
    assert (green.say, red.say) == (pytest.approx(1 / (1 + np.exp(-2))), pytest.approx(1 / (1 + np.exp(2))))
    assert "less what was said" in red.why_not
    assert all(option.say is None for option in choice.options[2:])


BELL = """
name: bell
predicates: ["rung()"]
categories: {stick: [tool]}
skills:
  - {name: ring_by_hand, template: ring by hand, effects: ["rung()"]}
  - {name: ring_with, template: "ring with the {tool}", parameters: {tool: tool}, effects: ["rung()"]}
"""


def test_say_does_not_make_a_plan_touch_what_nobody_named(tmp_path: Path) -> None:
    (tmp_path / "bell.yaml").write_text(BELL)
    world = planning_world(load_domain(tmp_path / "bell.yaml"), {"stick 1": "stick"}, [])
    say = Opinion({"ring_with(stick 1)": 0.0}, -50.0)
    choice = choose(world, Target((parse_condition("rung()"),)), Rankings(say=say))
    assert isinstance(choice, Choice) and say.asked == []
    assert [str(option.call) for option in choice.options] == ["ring_by_hand()", "ring_with(stick 1)"]
    assert choice.options[1].why_not == "its plan touches more things"


def test_say_is_not_asked_where_nothing_is_to_be_decided() -> None:
    say = Opinion({}, -1.0)
    begin("in(red block, blue bowl)", rankings=Rankings(say=say))
    assert say.asked == []


def test_say_never_takes_a_longer_way() -> None:
    say = Opinion({"pick_up(red block)": 0.0}, -1e9)
    choice = begin(["or", *EITHER[1:]], rankings=Rankings(say=say), facts=["holding(green block)"])
    assert [str(step) for step in choice.steps] == ["put_in(green block, blue bowl)"]


def test_can_counts_over_the_whole_plan() -> None:
    stages = ("held(green block)", EITHER)
    can = Opinion({"pick_up(red block)": 0.5}, 0.9)
    choice = begin(*stages, rankings=Rankings(can=can))
    first = choice.options[0]
    assert [str(step) for step in choice.steps] == ["pick_up(green block)", "put_in(green block, blue bowl)"]
    assert (first.can, first.sure) == (0.9, pytest.approx(0.9))
    both = by_call(begin(BOTH, rankings=Rankings(can=can)))
    assert both["pick_up(red block)"].sure == pytest.approx(both["pick_up(green block)"].sure) == pytest.approx(0.45)


def test_what_is_unlikely_to_succeed_is_left() -> None:
    choice = begin(EITHER, rankings=Rankings(can=Opinion({"pick_up(red block)": 0.4}, 0.8)))
    assert str(choice.steps[0]) == "pick_up(green block)"
    assert by_call(choice)["pick_up(red block)"].why_not == "its plan is less sure to succeed: can 0.40 against 0.80"


def test_what_must_be_left_alone_is_no_option() -> None:
    choice = begin("in(green block, blue bowl)", avoid=frozenset({"red block"}))
    assert all("red block" not in str(option.call) for option in choice.options)


def test_nothing_to_do_and_no_way() -> None:
    assert begin("in(red block, blue bowl)", facts=["in(red block, blue bowl)"]).steps == ()
    world = planning_world(tabletop_library(), OBJECTS, ["hand empty()"])
    assert isinstance(choose(world, Target((parse_condition("flying(red block)"),))), NoPlan)
