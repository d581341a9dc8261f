"""The loop that works towards a goal, on scripted parts: the scene says when it is done, search plans again."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from affordances.fake import FakeDetector, FakeValueFunction
from planner import Budgets, Planner, ScriptedModel, Weighing
from planner.fake import MemoryTrace, PickledSnapshots
from planner.goals.fake import ScriptedReader
from planner.goals.target import Question, Refusal, Target
from planner.pursuit import Pursuit
from skills import Runner, Tick, tabletop_library
from skills.conditions import canonical_facts, parse_condition, parse_fact
from skills.fake import FakeGrounder, FakePolicy, FakeWorld

TASK = "put the red block in the blue bowl"
OBJECTS = {"red block": "block", "green block": "block", "blue bowl": "bowl", "gray bowl": "bowl"}
RED_IN_BLUE = ["pick_up(red block)", "put_in(red block, blue bowl)"]


def target(*stages: Any, **more: Any) -> Target:
    return Target(tuple(map(parse_condition, stages)), **more)


SCRIPT: dict[Any, Any] = {
    TASK: target("in(red block, blue bowl)"),
    "both in the blue bowl": target(["in(red block, blue bowl)", "in(green block, blue bowl)"]),
    "red, then green": target("held(red block)", ["in(green block, blue bowl)", "in(red block, gray bowl)"]),
    "any block in the bowl": target(["or", "in(red block, blue bowl)", "in(green block, blue bowl)"]),
    "a block": Question("Red or green?", ("red", "green")),
    ("a block", "red"): target("held(red block)"),
    ("a block", "dunno"): Question("The warm colour?"),
    ("a block", "dunno", "the green one"): target("held(green block)"),
    ("a block", "dunno", "dunno"): Question("Still unclear"),
    "burn it": Refusal("fire is dangerous"),
    "fly": target("flying(red block)"),
}


def make_planner(folder: Path, facts: Sequence[str] = ("hand empty()",), **changes: Any) -> Planner:
    world = FakeWorld.of(OBJECTS, facts)
    policy = FakePolicy(tabletop_library(), world, changes.pop("fail", None))
    library = tabletop_library(policy)
    return Planner(
        runner=Runner(world),
        library=library,
        grounder=changes.pop("grounder", FakeGrounder()),
        model=changes.pop("model", ScriptedModel([])),
        value_function=FakeValueFunction(library, changes.pop("values", None)),
        detector=FakeDetector(library, changes.pop("verdicts", {})),
        trace=MemoryTrace(),
        folder=folder,
        snapshots=PickledSnapshots(folder),
        reader=ScriptedReader(SCRIPT),  # type: ignore[arg-type]
        **changes,
    )


def steps(planner: Planner) -> list[str]:
    assert isinstance(planner.trace, MemoryTrace)
    return [event.call for event in planner.trace.events if event.kind == "step_started"]


def events(planner: Planner, kind: str) -> list[Any]:
    assert isinstance(planner.trace, MemoryTrace)
    return [event for event in planner.trace.events if event.kind == kind]


def test_a_goal_that_holds_on_the_scene_is_verified(tmp_path: Path) -> None:
    planner = make_planner(tmp_path)
    result = planner.run(TASK)
    assert (result.status, result.reason) == ("verified", "the goal holds on the scene after 2 steps")
    assert steps(planner) == RED_IN_BLUE
    assert planner.model.asked == []  # type: ignore[attr-defined]
    (understood,) = events(planner, "understood")
    assert understood.goal == ("goal: red block in blue bowl",)


def test_what_holds_already_needs_no_step(tmp_path: Path) -> None:
    planner = make_planner(tmp_path, ["hand empty()", "in(red block, blue bowl)"])
    assert planner.run(TASK).verified
    assert steps(planner) == []


def test_every_decision_is_told_with_reasons(tmp_path: Path) -> None:
    planner = make_planner(tmp_path)
    planner.run(TASK)
    for event in events(planner, "ranked"):
        assert [c.chosen for c in event.candidates][:2] == [True, False]
        assert all(c.why_not for c in event.candidates[1:])
        assert event.candidates[0].say is None and event.candidates[0].progress is not None


def test_several_parts_are_brought_about(tmp_path: Path) -> None:
    planner = make_planner(tmp_path)
    assert planner.run("both in the blue bowl").verified
    assert len(steps(planner)) == 4


def test_stages_come_in_order(tmp_path: Path) -> None:
    planner = make_planner(tmp_path)
    assert planner.run("red, then green").verified
    assert steps(planner)[0] == "pick_up(red block)"
    assert len(steps(planner)) == 4


def test_a_miss_is_tried_again(tmp_path: Path) -> None:
    planner = make_planner(tmp_path, fail={"pick_up(red block)": 1})
    result = planner.run(TASK)
    assert (result.status, result.recoveries) == ("verified", 1)
    assert steps(planner) == ["pick_up(red block)", *RED_IN_BLUE]


def test_a_detector_that_sees_nothing_does_not_hide_a_goal_that_holds(tmp_path: Path) -> None:
    planner = make_planner(tmp_path, verdicts={"put the red block in the blue bowl": [False] * 9})
    assert planner.run(TASK).verified
    assert steps(planner) == RED_IN_BLUE


def test_what_somebody_else_does_is_seen(tmp_path: Path) -> None:
    planner = make_planner(tmp_path)
    world = planner.runner.world
    assert isinstance(world, FakeWorld)

    def help(tick: Tick) -> None:
        if steps(planner) == ["pick_up(red block)"] and not planner.folder.joinpath("helped").exists():
            planner.folder.joinpath("helped").touch()
            world.change(add=["in(green block, blue bowl)"], remove=[])

    planner.on_tick = help
    assert planner.run("both in the blue bowl").verified
    assert steps(planner) == RED_IN_BLUE


def test_what_fails_for_good_makes_way_for_another_alternative(tmp_path: Path) -> None:
    planner = make_planner(
        tmp_path, fail={"pick_up(green block)": 99, "pick_up(red block)": 0}, budgets=Budgets(retries=1)
    )
    assert planner.run("any block in the bowl").verified
    assert steps(planner)[-1] == "put_in(red block, blue bowl)"


def test_the_value_function_chooses_among_alternatives(tmp_path: Path) -> None:
    values = {"pick up the red block": 0.2, "pick up the green block": 0.9}
    planner = make_planner(tmp_path, values=values)
    assert planner.run("any block in the bowl").verified
    assert steps(planner)[0] == "pick_up(green block)"
    (tmp_path / "other").mkdir()
    blind = make_planner(tmp_path / "other", values=values, weighing=Weighing(use_can=False))
    assert blind.run("any block in the bowl").verified
    assert all(c.can is None for event in events(blind, "ranked") for c in event.candidates)


@pytest.mark.parametrize(
    ("task", "status", "reason"),
    [
        ("burn it", "refused", "fire is dangerous"),
        ("a block", "asked", "Red or green?"),
        ("fly", "refused", "no skill can bring about 'flying red block'"),
    ],
)
def test_nothing_moves_where_nothing_should(tmp_path: Path, task: str, status: str, reason: str) -> None:
    planner = make_planner(tmp_path)
    result = planner.run(task)
    assert (result.status, result.verified, result.steps) == (status, False, 0)
    assert reason in result.reason
    assert (result.question is not None) == (status == "asked")
    assert steps(planner) == []


def told(planner: Planner) -> list[str]:
    """Questions and answers, in order."""
    assert isinstance(planner.trace, MemoryTrace)
    talk = [event for event in planner.trace.events if event.kind in ("asked", "answered")]
    return [event.question if event.kind == "asked" else event.answer for event in talk]


def test_an_answer_lets_the_run_go_on(tmp_path: Path) -> None:
    planner = make_planner(tmp_path, ask=lambda question: question.options[0])
    assert planner.run("a block").verified
    assert steps(planner) == ["pick_up(red block)"]
    assert told(planner) == ["Red or green?", "red"]
    assert [event.goal for event in events(planner, "understood")] == [(), ("goal: held red block",)]


def test_answers_that_are_given_beforehand_come_first(tmp_path: Path) -> None:
    planner = make_planner(tmp_path, answers=("dunno",), ask=lambda question: "the green one")
    assert planner.run("a block").verified
    assert steps(planner) == ["pick_up(green block)"]
    assert told(planner) == ["Red or green?", "dunno", "The warm colour?", "the green one"]


def test_a_person_is_not_asked_for_ever(tmp_path: Path) -> None:
    planner = make_planner(tmp_path, answers=("dunno", "dunno", "dunno"))
    result = planner.run("a block")
    assert (result.status, result.reason) == ("refused", "after 2 questions it is still open: Still unclear")
    assert told(planner) == ["Red or green?", "dunno", "The warm colour?", "dunno"]


def test_an_open_question_waits_for_another_process(tmp_path: Path) -> None:
    assert make_planner(tmp_path, answers=("dunno",)).run("a block").status == "asked"
    again = make_planner(tmp_path)
    assert again.resume().status == "asked"
    assert told(again) == []
    later = make_planner(tmp_path, ask=lambda question: "the green one")
    assert later.resume().verified
    assert (told(later), steps(later)) == (["the green one"], ["pick_up(green block)"])


def test_an_answer_survives_the_process_that_heard_it(tmp_path: Path) -> None:
    planner = make_planner(tmp_path, answers=("red",))
    read = planner.reader.read  # type: ignore[union-attr]

    def dies(task: str, *arguments: Any, answer: str | None = None, **named: Any) -> Any:
        if answer is not None:
            raise KeyboardInterrupt
        return read(task, *arguments, answer=answer, **named)

    planner.reader = SimpleNamespace(read=dies)  # type: ignore[assignment]
    with pytest.raises(KeyboardInterrupt):
        planner.run("a block")
    assert told(planner) == ["Red or green?", "red"]
    later = make_planner(tmp_path)
    assert later.resume().verified
    assert steps(later) == ["pick_up(red block)"]


def test_the_reader_hears_what_was_asked_for_before(tmp_path: Path) -> None:
    planner = make_planner(tmp_path)
    planner.run(TASK, ["stack the blocks (failed)"])
    assert planner.reader.heard == [("stack the blocks (failed)",)]  # type: ignore[union-attr]


def test_say_decides_among_plans_that_are_as_good(tmp_path: Path) -> None:
    model = ScriptedModel(["pick up the green block"])
    planner = make_planner(tmp_path, model=model)
    assert planner.run("any block in the bowl").verified
    assert steps(planner) == ["pick_up(green block)", "put_in(green block, blue bowl)"]
    first, second = events(planner, "ranked")
    says = {candidate.call: candidate.say for candidate in first.candidates if candidate.say is not None}
    assert set(says) == {"pick_up(red block)", "pick_up(green block)"}
    assert first.prompt is not None and second.prompt is None
    assert len(model.asked) == 1
    (tmp_path / "other").mkdir()
    silent = make_planner(tmp_path / "other", model=model, weighing=Weighing(use_say=False))
    assert silent.run("any block in the bowl").verified
    assert steps(silent) == RED_IN_BLUE
    assert len(model.asked) == 1


def test_say_cannot_lead_away_from_the_goal(tmp_path: Path) -> None:
    model = ScriptedModel(lambda prefix, candidate: 0.0 if "gray" in candidate else -500.0)
    planner = make_planner(tmp_path, model=model)
    assert planner.run("both in the blue bowl").verified
    assert len(steps(planner)) == 4


class Occluded(FakeGrounder):
    """Does not see the green block while the red one is in the hand."""

    def ground(self, observation: Any) -> Any:
        scene = super().ground(observation)
        held = parse_fact("holding(red block)") in scene.facts
        return replace(scene, objects=tuple(o for o in scene.objects if not (held and o.id == "green block")))


def test_what_the_arm_hides_is_still_there(tmp_path: Path) -> None:
    planner = make_planner(tmp_path, grounder=Occluded())
    assert planner.run("both in the blue bowl").verified
    assert len(steps(planner)) == 4


def test_budgets_end_a_run(tmp_path: Path) -> None:
    planner = make_planner(tmp_path, fail={"pick_up(red block)": 99}, budgets=Budgets(steps=3))
    result = planner.run(TASK)
    assert (result.status, result.steps) == ("not_achieved", 3)


def test_a_pursuit_survives_a_checkpoint() -> None:
    wanted = target("held(red block)", ["not", "on(red block, green block)"], avoid=frozenset({"gray bowl"}))
    pursuit = Pursuit(wanted, 1, canonical_facts([parse_fact("held(red block)")]), {"red block": "block"})
    assert Pursuit.load(pursuit.dump()) == pursuit
