"""The check of a taught skill: the starter passes, and every kind of mistake is named with what to do about it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from evaluation.conformance import Conformance, Request, check_teaching
from simulation.grasping import Advice
from simulation.lessons import TEACHINGS
from simulation.starter import TEACHING
from simulation.teaching import Start, Stock, Teaching
from simulation.truth import Truth
from skills import EndEffectorTarget, StepLimit
from skills.builtin import tabletop10_library


def check(teaching: Teaching, starts: int = 1, **options: Any) -> Conformance:
    return check_teaching(Request(teaching, tabletop10_library(), starts=starts, **options))


def wrong(teaching: Teaching, **options: Any) -> str:
    """What a check that must fail says last: step, what is wrong, and what to do."""
    report = check(teaching, **options)
    last = report.findings[-1]
    assert not report.passed and last.todo
    assert all(finding.ok for finding in report.findings[:-1])
    return f"{last.step}: {last.what}; {last.todo}"


def of_skill(**changes: Any) -> Teaching:
    return replace(TEACHING, skill=replace(TEACHING.skill, **changes))


def test_the_starter_passes_and_is_measured() -> None:
    report = check(TEACHING, starts=2)
    assert report.passed, report.findings[-1]
    assert (report.starts, report.successes) == (2, 2)
    assert 0.5 < report.seconds < 10 and 0.01 < report.longest_step < 0.1 and 0.05 < report.fastest < 1
    assert {finding.step for finding in report.findings} == {"contract", "words", "starts", "demonstrator"}


def test_an_unknown_type_is_named() -> None:
    assert "contract: skill 'set_down': unknown type 'movabel'" in wrong(of_skill(parameters={"object": "movabel"}))


def test_an_unknown_predicate_is_named() -> None:
    assert "unknown predicate 'held'" in wrong(of_skill(preconditions=("held(object)",)))


def test_a_command_that_means_another_skill_is_named() -> None:
    said = wrong(replace(of_skill(template="pick up the {object}"), wordings=()))
    assert said.startswith("words: the command 'pick up the red block'")


def drawing(change: Any) -> Teaching:
    def draw(rng: np.random.Generator, kind: str, stock: Stock) -> Any:
        return change(TEACHING.draw(rng, kind, stock))

    return replace(TEACHING, draw=draw)


def test_a_situation_that_does_not_follow_from_the_seed_is_named() -> None:
    numbers = iter(range(100))
    said = wrong(drawing(lambda start: replace(start, scene=replace(start.scene, seed=next(numbers)))))
    assert "draw gave two situations for seed 800000" in said


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda start: replace(start, arguments={}), "draw names no arguments; give one for each parameter: object"),
        (lambda start: replace(start, held="grey cow"), "the hand is to hold 'grey cow', which is not there"),
        (lambda start: replace(start, arguments={"object": "blue bowl"}), "is of the types bowl, container, goal"),
        (lambda start: replace(start, arguments={"object": "pink ball"}), "there is no 'pink ball' in the scene"),
        (lambda start: replace(start, held=None), "clean: none of 6 draws can be begun: needs holding"),
        (lambda start: start.scene, "draw gave an object of type SceneSpec; return Start("),
    ],
)
def test_a_situation_that_is_none_is_named(change: Any, message: str) -> None:
    assert message in wrong(drawing(change))


def test_an_infeasible_kind_that_nothing_forbids_is_named() -> None:
    assert "easy: nothing forbids the skill in any of 6 draws" in wrong(replace(TEACHING, infeasible=("easy",)))


def test_a_look_at_what_is_not_there_is_named() -> None:
    assert "goes_to: there is no part 'handle' in the scene" in wrong(replace(TEACHING, goes_to="handle"))


def showing(expert: Any) -> Teaching:
    return replace(TEACHING, expert=expert, infeasible=("hand_empty",))


def raising(truth: Truth, arguments: Mapping[str, str]) -> Advice:
    return truth[arguments["thing"]], True  # type: ignore[return-value]


def looping(truth: Truth, arguments: Mapping[str, str]) -> Advice:
    while True:
        pass


def leaping(truth: Truth, arguments: Mapping[str, str]) -> Advice:
    return EndEffectorTarget.top_down((0.5, 0.0, 0.9), 0.0, 0.0), False


def forgetful(truth: Truth, arguments: Mapping[str, str]) -> Advice:
    lost = np.full(3, np.nan)
    return EndEffectorTarget.top_down((float(lost[0]), 0.0, 0.3), 0.0, 0.0), False


def idle(truth: Truth, arguments: Mapping[str, str]) -> Advice:
    return EndEffectorTarget.top_down(truth.tcp.position, truth.tcp.yaw, 0.0), True


@pytest.mark.parametrize(
    ("expert", "message"),
    [
        (raising, "expert (test_conformance.py line"),
        (looping, "expert did not return within 0.3 s; look for a loop that never ends"),
        (leaping, "cm ahead of the hand; stay within 10 cm"),
        (forgetful, "a target that is not finite"),
        (idle, "it said done, but success does not hold; let the expert answer done only where"),
        (lambda truth, arguments: None, "expert gave nothing; return (EndEffectorTarget, done)"),
        (lambda truth, arguments: (1, 2, 3), "expert gave a tuple of int, int, int"),
    ],
)
def test_a_demonstrator_that_is_none_is_named_and_stopped(expert: Any, message: str) -> None:
    teaching = replace(showing(expert), skill=replace(TEACHING.skill, timeout=1.0))
    assert message in wrong(teaching, patience=0.3)


def test_a_demonstrator_with_a_will_of_its_own_is_named() -> None:
    rng = np.random.default_rng()

    def expert(truth: Truth, arguments: Mapping[str, str]) -> Advice:
        x, y, z = truth.tcp.position
        return EndEffectorTarget.top_down((x, y, z + float(rng.uniform(0, 0.01))), 0.0, 0.0), False

    assert "expert gave two answers to the same question" in wrong(showing(expert))


def test_what_the_contract_promises_must_be_true_afterwards() -> None:
    said = wrong(of_skill(done_when=("holding(object)",)))
    assert "success holds, but the done condition does not: needs holding" in said and "hand empty()" in said


def test_a_limit_that_the_demonstrator_breaks_is_named() -> None:
    assert "StepLimit changed what the demonstrator asked for" in wrong(of_skill(limits=(StepLimit(0.01),)))


@pytest.mark.slow
@pytest.mark.parametrize("name", TEACHINGS)
def test_every_built_in_skill_conforms(name: str) -> None:
    report = check(TEACHINGS[name], starts=5)
    assert report.passed, report.findings[-1]


@pytest.mark.slow
def test_the_starter_works_nearly_always() -> None:
    report = check(TEACHING, starts=40)
    assert report.successes >= 38


def test_a_start_is_compared_by_value() -> None:
    """The check of determinism rests on it."""
    first, again = (TEACHING.draw(np.random.default_rng(3), "clean", Stock()) for _ in range(2))
    assert first == again and isinstance(first, Start)
