"""Planners compared: counts, intervals and the table, with planners whose results are known."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

import doable.planning
from doable.cli import app
from evaluation.planning import classical_planner, evaluate_planner, failures
from evaluation.planning_judge import judge
from evaluation.planning_suite import PlanningSuite, load_planning_suite, solve
from planner.goals.fake import ScriptedReader
from planner.goals.target import PlanningWorld, Question, Refusal
from planner.task_planner import Answer, Ask, GoalPlanner
from skills import SkillLibrary


@pytest.fixture(scope="module")
def suites() -> list[PlanningSuite]:
    return [load_planning_suite(name) for name in ("refusal", "ambiguity")]


def knowing(suites: list[PlanningSuite]) -> ScriptedReader:
    """A reader that knows every true goal."""
    script: dict[object, object] = {}
    for task in (task for suite in suites for task in suite.tasks):
        if task.expect == "refuse":
            script[task.instruction] = Refusal("no")
        elif task.expect == "ask":
            script[task.instruction] = Question("which?")
            script[task.instruction, task.answer] = task.target
        else:
            script[task.instruction] = task.target
    return ScriptedReader(script)  # type: ignore[arg-type]


class Timid:
    """Refuses everything."""

    name = "timid"

    def plan(self, instruction: str, world: PlanningWorld, ask: Ask | None = None) -> Answer:
        return Answer("refused", reason="I would rather not")


class Broken:
    """Breaks at every task."""

    name = "broken"

    def plan(self, instruction: str, world: PlanningWorld, ask: Ask | None = None) -> Answer:
        raise RuntimeError("out of order")


def test_a_reader_that_knows_all_is_always_right(suites: list[PlanningSuite]) -> None:
    report = evaluate_planner(GoalPlanner(knowing(suites)), suites)
    assert [result for result in report.results if result.failure] == []
    assert (report.overall.passed, report.overall.total) == (60, 60)
    assert report.overall.interval[0] > 0.9
    assert set(report.suites) == {"refusal", "ambiguity"}
    assert report.families["refusal/unsafe"].total == 8
    assert (report.refused_wrongly.passed, report.asked_needlessly.passed) == (0, 0)


def test_explaining_changes_no_plan(suites: list[PlanningSuite]) -> None:
    silent, telling = (GoalPlanner(knowing(suites), explain=told) for told in (False, True))
    for suite in suites:
        for task in suite.tasks[::6]:
            told, short = (solve(planner, task, suite.world(task)) for planner in (telling, silent))
            assert (told.status, told.steps) == (short.status, short.steps)
            assert told.explanation[: len(short.explanation)] == short.explanation


def test_mistakes_are_counted_by_kind(suites: list[PlanningSuite]) -> None:
    report = evaluate_planner(Timid(), suites)
    assert report.overall.passed == 15
    assert report.refused_wrongly.passed == report.refused_wrongly.total == 45
    assert failures(report.results) == {"wrong status": 45}


def test_a_planner_that_breaks_has_given_up(suites: list[PlanningSuite]) -> None:
    report = evaluate_planner(Broken(), suites[:1])
    assert report.overall.passed == 0
    assert all(result.status == "gave_up" for result in report.results)
    assert "RuntimeError: out of order" in report.results[-1].detail


def test_the_judge_sees_steps_that_cannot_be_taken_and_goals_that_are_missed(suites: list[PlanningSuite]) -> None:
    suite = suites[1]
    task = next(task for task in suite.tasks if task.instruction.startswith("Bring me the camomile"))
    world = suite.world(task)
    library: SkillLibrary = world.library

    def verdict(*texts: str, status: str = "done") -> str | None:
        steps = tuple(library.parse(text) for text in texts)
        return judge(task, world, Answer(status, steps)).failure  # type: ignore[arg-type]

    fetch = ("drive_to(coffee corner)", "grasp(camomile tea 1)", "drive_to(you)")
    assert verdict(*fetch) is None
    assert verdict(*fetch, "done()") is None
    assert verdict("grasp(camomile tea 1)") == "precondition broken"
    assert verdict("grasp(unicorn)") == "precondition broken"
    assert verdict("drive_to(bin)") == "goal not reached"
    assert verdict(*["drive_to(bin)"] * 30, *fetch) == "too long"
    assert verdict(*fetch, status="gave_up") == "wrong status"


def test_order_is_judged(suites: list[PlanningSuite]) -> None:
    suite = load_planning_suite("demands")
    task = next(task for task in suite.tasks if task.instruction.startswith("Switch the lamp off first"))
    world = suite.world(task)
    right, wrong = (
        Answer("done", tuple(world.library.parse(text) for text in texts))
        for texts in (("stop(lamp)", "stop(radio)"), ("stop(radio)", "stop(lamp)"))
    )
    assert judge(task, world, right).passed
    assert judge(task, world, wrong).failure == "goal not reached"


def test_the_classical_planner_reaches_the_true_goals() -> None:
    pytest.importorskip("unified_planning")
    whole = load_planning_suite("wording")
    suite = replace(whole, tasks=whole.tasks[:3])
    report = evaluate_planner(classical_planner([suite]), [suite])
    assert (report.overall.passed, report.overall.total) == (3, 3)


def test_the_command_prints_a_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suites: list[PlanningSuite]
) -> None:
    monkeypatch.setattr(doable.planning, "load_reader", lambda settings, adapter=True: knowing(suites))
    arguments = ["eval", "planning", "--planner", "goal", "--suite", "refusal", "--suite", "ambiguity", "-q"]
    arguments += ["--limit", "8"]
    result = CliRunner().invoke(app, [*arguments, "--out", str(tmp_path / "report.json")])
    assert result.exit_code == 0, result.output
    lines = [line.split() for line in result.stdout.splitlines()]
    assert any(line[:6] == ["goal", "+", "search", "16", "of", "16"] for line in lines)
    assert "goal + search without affordances and adapter" in result.stdout
    assert "by suite: refusal 8/8" in result.stdout
    report = json.loads((tmp_path / "report.json").read_text())
    assert [p["overall"]["passed"] == 16 for p in report["planners"]] == [True, False, True, False]
    assert [(p["affordances"], p["adapter"]) for p in report["planners"]] == [
        (True, True),
        (False, True),
        (True, False),
        (False, False),
    ]


def test_an_unknown_planner_is_named() -> None:
    result = CliRunner().invoke(app, ["eval", "planning", "--planner", "magic"])
    assert result.exit_code == 2
    assert "unknown planner 'magic' (planners: goal, saycan, generate, classical)" in result.stderr
