"""The search finds a plan for every true goal: of our suites, and of those beside the repository."""

import importlib.util
import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

import evaluation.suites
from evaluation.planning_judge import judge, judge_steps
from evaluation.planning_suite import PlanningSuite, answer_line, load_planning_suite, shipped_suites
from planner.search import Plan, find_plan
from planner.task_planner import Answer

SUITES = Path(evaluation.suites.__path__[0])
SHARED = Path(__file__).parents[3] / "shared" / "suites"
beside = pytest.mark.skipif(not SHARED.is_dir(), reason="the planning suites are not beside this repository")


@pytest.fixture(scope="module")
def checker() -> ModuleType | None:
    """The judge beside the repository; None where it is not there."""
    if not SHARED.is_dir():
        return None
    spec = importlib.util.spec_from_file_location("check_plans", SHARED / "check_plans.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def suite_named(name: str | Path) -> PlanningSuite:
    return load_planning_suite(name)


def answers_from_true_goals(suite: PlanningSuite) -> dict[str, Answer]:
    """What a planner would answer that understands everything."""
    answers = {}
    for task in suite.tasks:
        asked = "which one?" if task.expect == "ask" else None
        if task.expect == "refuse":
            answers[task.id] = Answer("refused", reason="it cannot be done")
        elif task.expect == "ask" and task.answer is None:
            answers[task.id] = Answer("asked", question=asked)
        else:
            plan = find_plan(suite.world(task), task.target)
            assert isinstance(plan, Plan), f"{task.id}: {plan}"
            answers[task.id] = Answer("done", plan.steps, question=asked)
    return answers


def assert_passes_checker(
    checker: ModuleType | None, suite: PlanningSuite, answers: Mapping[str, Answer], path: Path, folder: Path
) -> None:
    if checker is None:
        return
    plans = folder / "plans.jsonl"
    plans.write_text("\n".join(answer_line(task, answers[task.id], 0.0) for task in suite.tasks))
    result = checker.check(str(path), str(plans), [str(f) for f in suite.folders])
    assert result["failures"] == []
    assert result["passed"] == result["total"] == len(suite.tasks)


@beside
@pytest.mark.parametrize("name", ["saycan_dev", "libero_dev"])
def test_every_true_goal_of_the_development_suites_is_reached(
    checker: ModuleType | None, tmp_path: Path, name: str
) -> None:
    path = SHARED / "dev" / f"{name}.jsonl"
    suite = suite_named(path)
    answers = answers_from_true_goals(suite)
    assert_passes_checker(checker, suite, answers, path, tmp_path)
    assert all(judge(task, suite.world(task), answers[task.id]).passed for task in suite.tasks)


@pytest.mark.parametrize("name", shipped_suites())
def test_true_goals_of_our_suites_are_reached(name: str) -> None:
    """Of every third task; all of them in the slow tests."""
    whole = suite_named(name)
    suite = replace(whole, tasks=whole.tasks[::3])
    assert_all_are_reached(suite, answers_from_true_goals(suite))


@pytest.mark.slow
@pytest.mark.parametrize("name", shipped_suites())
def test_every_true_goal_of_our_suites_is_reached(checker: ModuleType | None, tmp_path: Path, name: str) -> None:
    """By our own judge, and by the suites' checker where it is there."""
    suite = suite_named(name)
    answers = answers_from_true_goals(suite)
    assert_all_are_reached(suite, answers)
    assert_passes_checker(checker, suite, answers, SUITES / f"{name}.jsonl", tmp_path)


def assert_all_are_reached(suite: PlanningSuite, answers: Mapping[str, Answer]) -> None:
    for task in suite.tasks:
        world, answer = suite.world(task), answers[task.id]
        assert judge(task, world, answer).passed, (task.id, judge(task, world, answer))
        if answer.steps:
            assert not judge_steps(task, world, []).passed, f"{task.id} is done before it is begun"


@pytest.mark.parametrize("name", shipped_suites())
def test_tasks_have_names_of_their_own_and_sentences_too(name: str) -> None:
    tasks = suite_named(name).tasks
    assert len({task.id for task in tasks}) == len(tasks)
    assert len(
        {(task.instruction, json.dumps(task.world.model_dump(mode="json"), sort_keys=True)) for task in tasks}
    ) == len(tasks)


def test_a_line_that_is_no_task_is_named(tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "a", "domain": "kitchen", "world": {}}\n')
    with pytest.raises(ValueError, match=r"bad\.jsonl:1: instruction: Field required"):
        load_planning_suite(bad)
    with pytest.raises(ValueError, match="no planning suite 'nowhere'; give"):
        load_planning_suite("nowhere")
