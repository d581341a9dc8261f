"""The decision loop on scripted parts: what it does when things work, fail, stop or are killed."""

import multiprocessing
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from affordances.by_skill import DetectorBySkill
from affordances.fake import FakeDetector, FakeValueFunction
from planner import Budgets, Planner, RunResult, ScriptedModel, Weighing
from planner.fake import MemoryTrace, PickledSnapshots
from skills import Runner, Tick, tabletop_library
from skills.fake import FakeGrounder, FakePolicy, FakeWorld

TASK = "put the red block in the blue bowl"
PLAN = ["pick up the red block", "put the red block in the blue bowl", "done"]
OBJECTS = {"red block": "block", "green block": "block", "blue bowl": "bowl"}


def make_planner(folder: Path, world: FakeWorld | None = None, **changes: Any) -> Planner:
    """A planner over scripted parts; ``script``, ``fail``, ``verdicts`` and ``values`` configure them."""
    world = world or FakeWorld.of(OBJECTS, ["hand empty()"])
    library = tabletop_library()
    policy = FakePolicy(library, world, changes.pop("fail", None))
    library = tabletop_library(policy)
    verdicts: Mapping[str, Sequence[bool]] = changes.pop("verdicts", {})
    return Planner(
        runner=Runner(world),
        library=library,
        grounder=FakeGrounder(),
        model=ScriptedModel(changes.pop("script", PLAN)),
        value_function=FakeValueFunction(library, changes.pop("values", None)),
        detector=FakeDetector(library, verdicts),
        trace=MemoryTrace(),
        folder=folder,
        snapshots=PickledSnapshots(folder),
        **changes,
    )


def liking_red(prefix: str, text: str) -> float:
    return {"pick up the red block": -1.0, "pick up the green block": -2.0}.get(text, -9.0)


def recoveries(planner: Planner) -> list[str]:
    return [event.recovery for event in planner.trace.events if event.kind == "recovered"]


def steps(planner: Planner) -> list[str]:
    return [event.call for event in planner.trace.events if event.kind == "step_started"]


@pytest.fixture(autouse=True)
def strict_checkpoints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGGRAPH_STRICT_MSGPACK", "true")


def test_a_task_that_works_is_verified(tmp_path: Path) -> None:
    planner = make_planner(tmp_path)
    result = planner.run(TASK)
    assert (result.status, result.verified, result.steps, result.recoveries) == ("verified", True, 2, 0)
    assert steps(planner) == ["pick_up(red block)", "put_in(red block, blue bowl)"]
    decision = ["observed", "prompted", "ranked", "step_started", "step_finished", "verified"]
    assert planner.trace.kinds() == [*decision, *decision, "observed", "prompted", "ranked"]
    assert result.seconds["execute"] > 0


@pytest.mark.parametrize("oracle", [True, False])
def test_what_no_camera_shows_is_marked(tmp_path: Path, oracle: bool) -> None:
    planner = make_planner(tmp_path, oracle=oracle)
    planner.run(TASK)
    assert {event.oracle for event in planner.trace.events if event.kind == "observed"} == {oracle}


def test_the_trace_says_who_judged(tmp_path: Path) -> None:
    planner = make_planner(tmp_path)
    planner.library = planner.library.with_skills(
        [replace(planner.library["pick_up"], name="grab", template="grab the {object}")]
    )
    planner.detector = DetectorBySkill(planner.detector, planner.grounder, planner.library)
    policy = planner.library["grab"].policy
    assert isinstance(policy, FakePolicy)
    policy.library = planner.library
    planner.model = ScriptedModel(["grab the red block", *PLAN[1:]])
    assert planner.run(TASK).verified
    judged = [(event.call, event.judge) for event in planner.trace.events if event.kind == "verified"]
    assert judged == [("grab(red block)", "scene"), ("put_in(red block, blue bowl)", "detector")]


def test_the_prompt_carries_what_was_done(tmp_path: Path) -> None:
    planner = make_planner(tmp_path)
    planner.run(TASK)
    assert planner.model.asked[-1].endswith(
        f"Task: {TASK}\n1. pick up the red block\n2. put the red block in the blue bowl\n3."
    )


def test_every_rejected_candidate_has_a_reason(tmp_path: Path) -> None:
    planner = make_planner(tmp_path)
    planner.run(TASK)
    for event in planner.trace.events:
        if event.kind == "ranked":
            assert [bool(c.why_not) for c in event.candidates] == [not c.chosen for c in event.candidates]
            assert len(event.candidates) == 7


@pytest.mark.parametrize("how", [["miss"], ["error"]])
def test_a_failed_step_is_tried_again(tmp_path: Path, how: list[str]) -> None:
    planner = make_planner(tmp_path, fail={"pick_up(red block)": how})
    result = planner.run(TASK)
    assert result.status == "verified"
    assert (result.steps, result.recoveries, recoveries(planner)) == (3, 1, ["retry"])
    assert steps(planner)[:2] == ["pick_up(red block)"] * 2


def test_the_detector_is_believed_not_the_policy(tmp_path: Path) -> None:
    refused = {"put the red block in the blue bowl": [False] * 9}
    planner = make_planner(tmp_path, verdicts=refused, budgets=Budgets(steps=4))
    result = planner.run(TASK)
    assert result.status == "not_achieved"
    assert not result.verified


def test_a_dropped_object_is_picked_up_again(tmp_path: Path) -> None:
    world = FakeWorld.of(OBJECTS, ["hand empty()"])
    planner = make_planner(tmp_path, world, fail={"put_in(red block, blue bowl)": 1})

    def drop(tick: Tick) -> None:
        putting = steps(planner)[-1].startswith("put_in")
        if putting and len(steps(planner)) == 2 and world.scene.held:
            world.change(add=["hand empty()"], remove=["holding(red block)"])

    planner.on_tick = drop
    assert planner.run(TASK).status == "verified"
    assert steps(planner) == ["pick_up(red block)", "put_in(red block, blue bowl)"] * 2


def test_next_choice_after_the_retries(tmp_path: Path) -> None:
    planner = make_planner(
        tmp_path, script=liking_red, fail={"pick_up(red block)": 9}, budgets=Budgets(steps=4, retries=1)
    )
    planner.run(TASK)
    assert steps(planner)[:3] == ["pick_up(red block)", "pick_up(red block)", "pick_up(green block)"]
    assert recoveries(planner)[:2] == ["retry", "next_choice"]


def test_spent_budgets_end_the_run(tmp_path: Path) -> None:
    planner = make_planner(
        tmp_path,
        fail={"pick_up(red block)": 99, "pick_up(green block)": 99},
        budgets=Budgets(steps=20, retries=1, next_choices=1, replans=1),
    )
    result = planner.run(TASK)
    assert result.status == "not_achieved"
    assert recoveries(planner).count("next_choice") == 1
    assert recoveries(planner).count("replan") == 1
    assert recoveries(planner)[-1] == "stop"
    assert result.steps == len(steps(planner))


def test_no_more_steps_than_allowed(tmp_path: Path) -> None:
    planner = make_planner(tmp_path, script=lambda prefix, text: 0.0 if text != "done" else -99.0, budgets=Budgets(3))
    result = planner.run(TASK)
    assert (result.status, result.steps) == ("not_achieved", 3)
    assert "3 steps are spent" in result.reason


def test_done_at_once_is_not_verified(tmp_path: Path) -> None:
    assert make_planner(tmp_path, script=["done"]).run(TASK).status == "not_achieved"


def test_an_emergency_stop_ends_the_run(tmp_path: Path) -> None:
    planner = make_planner(tmp_path, fail={"pick_up(red block)": ["stop"]})
    result = planner.run(TASK)
    assert (result.status, result.steps) == ("stopped_for_safety", 1)
    assert planner.trace.kinds()[-1] == "safety_stopped"
    assert planner.runner.world.stopped


def test_without_can_infeasible_steps_are_tried(tmp_path: Path) -> None:
    def script(prefix: str, text: str) -> float:
        return {"put the red block in the blue bowl": -1.0, "pick up the red block": -2.0}.get(text, -9.0)

    with_can = make_planner(tmp_path, script=script, budgets=Budgets(steps=1))
    with_can.run(TASK)
    assert steps(with_can)[0].startswith("pick_up")
    (tmp_path / "other").mkdir()
    without = make_planner(
        tmp_path / "other", script=script, budgets=Budgets(steps=1), weighing=Weighing(use_can=False)
    )
    without.run(TASK)
    assert steps(without)[0] == "put_in(red block, blue bowl)"


def test_without_say_the_model_is_not_asked(tmp_path: Path) -> None:
    planner = make_planner(tmp_path, values={"pick up the green block": 1.0, "done": 0.0}, budgets=Budgets(steps=1))
    planner.weighing = Weighing(use_say=False)
    planner.run(TASK)
    assert planner.model.asked == []
    assert all(c.say is None for e in planner.trace.events if e.kind == "ranked" for c in e.candidates)


def test_a_run_is_begun_once(tmp_path: Path) -> None:
    make_planner(tmp_path).run(TASK)
    with pytest.raises(ValueError, match="begun before"):
        make_planner(tmp_path).run(TASK)


def test_an_empty_task_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="task is empty"):
        make_planner(tmp_path).run("  ")


def test_resuming_what_never_ran_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nothing to resume"):
        make_planner(tmp_path).resume()


def test_resuming_a_finished_run_only_reports_it(tmp_path: Path) -> None:
    first = make_planner(tmp_path).run(TASK)
    again = make_planner(tmp_path)
    assert again.resume() == first
    assert steps(again) == []


# -- killed in the middle of a step ---------------------------------------------------------------------------------

HELD_FACTS = ["holding(red block)"]


def die_in_step(folder: Path, tick_to_die_at: int) -> None:
    """Run until that control period, then die without a word, as ``kill -9`` would have it."""
    planner = make_planner(folder)
    ticks = iter(range(1, 99))
    planner.on_tick = lambda tick: os._exit(9) if next(ticks) == tick_to_die_at else None
    planner.run(TASK)


def died(folder: Path, tick: int) -> Path:
    """The folder of a run that died in that control period."""
    process = multiprocessing.get_context("spawn").Process(target=die_in_step, args=(folder, tick))
    process.start()
    process.join(280)  # on a busy machine its imports alone take a minute
    assert process.exitcode == 9
    return folder


@pytest.fixture(scope="module")
def died_at_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return died(tmp_path_factory.mktemp("died"), 1)


def resumed(folder: Path, facts: list[str]) -> tuple[Planner, RunResult]:
    planner = make_planner(folder, FakeWorld.of(OBJECTS, facts))
    return planner, planner.resume("run")


def test_a_killed_run_begins_the_interrupted_step_again(died_at_once: Path, tmp_path: Path) -> None:
    planner, result = resumed(copytree(died_at_once, tmp_path / "again"), ["hand empty()"])
    assert (result.status, result.steps) == ("verified", 2)
    assert steps(planner) == ["pick_up(red block)", "put_in(red block, blue bowl)"]


def test_a_killed_run_sees_that_the_interrupted_step_had_worked(died_at_once: Path, tmp_path: Path) -> None:
    planner, result = resumed(copytree(died_at_once, tmp_path / "again"), HELD_FACTS)
    assert (result.status, result.steps) == ("verified", 2)
    assert steps(planner) == ["put_in(red block, blue bowl)"]


def test_a_killed_run_chooses_anew_when_the_step_cannot_go_on(tmp_path: Path) -> None:
    planner, result = resumed(died(tmp_path, 4), ["hand empty()"])
    assert result.status == "verified"
    assert planner.trace.kinds()[:2] == ["verified", "recovered"]
    assert steps(planner) == ["pick_up(red block)", "put_in(red block, blue bowl)"]
