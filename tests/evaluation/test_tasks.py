from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from evaluation.suites import Suite, Task, load_suite
from evaluation.tasks import Mode, evaluate_tasks
from simulation.world import SimulatedWorld
from skills.builtin import tabletop_library
from traces import Candidate, Ranked, RunFinished
from traces.events import BaseEvent


class Conjurer:
    """Does by magic what it is told, except for stacking; believes that it always works."""

    def __init__(self, world: SimulatedWorld, mode: Mode, task: Task) -> None:
        self.world = world

    def run(self, task: str, listener: Callable[[BaseEvent], None]) -> None:
        names = [
            thing.id for thing in sorted(self.world.spec.objects, key=lambda o: task.find(o.id)) if thing.id in task
        ]
        if task.startswith("pick up"):
            self.world.privileged.put_in_hand(names[0])
        elif task.startswith("put"):
            x, y, _ = self.world.privileged.truth()[names[1]].position
            self.world.privileged.place(names[0], (x, y, 0.03), 0.0)
        else:
            wrong = next(o.id for o in self.world.spec.objects if o.category == "block" and o.id not in names)
            right, other = (
                Candidate(call=f"pick_up({n})", say=0.5, can=0.9, chosen=n == wrong) for n in (names[0], wrong)
            )
            listener(Ranked(candidates=(other, right)))
        listener(RunFinished(status="verified", verified=True, steps=2, recoveries=1))


class Broken:
    def run(self, task: str, listener: Callable[[BaseEvent], None]) -> None:
        raise RuntimeError("no brain today")


def broken(world: SimulatedWorld, mode: Mode, task: Task) -> Broken:
    return Broken()


def test_successes_by_truth_and_failures_by_cause() -> None:
    report = evaluate_tasks(load_suite("smoke"), Conjurer, seeds=2)
    assert {rate.task: rate.successes for rate in report.tasks} == {"bowl": 2, "stack": 0, "hold": 2}
    assert (report.runs, report.successes, report.verified, report.verified_wrongly) == (6, 4, 6, 2)
    assert report.failures == {"language": 1.0}
    assert report.interval[0] < report.rate < report.interval[1]
    assert {result.steps for result in report.results} == {2}


def test_a_broken_run_is_counted_and_named() -> None:
    suite = load_suite("smoke")
    report = evaluate_tasks(suite.model_copy(update={"tasks": suite.tasks[:1]}), broken, seeds=1)
    assert (report.successes, report.failures) == (0, {"error": 1.0})
    assert report.results[0].message == "RuntimeError: no brain today"


def test_things_are_chosen_by_the_seed_and_never_twice() -> None:
    there = {"red block": "block", "blue block": "block", "green bowl": "bowl"}
    stack = next(task for task in load_suite("smoke").tasks if task.id == "stack")
    bound = [stack.bind(np.random.default_rng(seed), there) for seed in range(8)]
    assert {task.instruction for task in bound} == {
        "stack the red block on the blue block",
        "stack the blue block on the red block",
    }
    assert stack.bind(np.random.default_rng(3), there) == bound[3]
    with pytest.raises(ValueError, match="needs another block; there is: red block"):
        stack.bind(np.random.default_rng(0), {"red block": "block"})


def test_the_smoke_suite_fits_the_built_in_skills() -> None:
    there = {"red block": "block", "blue block": "block", "green bowl": "bowl"}
    predicates = {signature.split("(")[0] for signature in tabletop_library().predicates}
    for template in load_suite("smoke").tasks:
        task = template.bind(np.random.default_rng(0), there)
        assert all(condition.split("(")[0] in predicates for condition in task.goal)
        assert "{" not in task.instruction


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("name: x", r"suite .* cannot be read: .*\ntasks"),
        ("name: x\ntasks: [{id: a, instruction: go, things: {}, goal: ['on(']}]", "cannot be read"),
        ("name: x\ntasks: [{id: a, instruction: 'go {to}', things: {}, goal: ['on(a, b)']}]", "names 'to' without"),
    ],
)
def test_a_bad_suite_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "bad.yaml"
    path.write_text(text)
    with pytest.raises(ValueError, match=message):
        load_suite(str(path))


def test_an_unknown_suite_names_the_known_ones() -> None:
    with pytest.raises(ValueError, match="unknown suite 'smok'; choose from: smoke"):
        load_suite("smok")
    assert isinstance(load_suite("smoke"), Suite)
