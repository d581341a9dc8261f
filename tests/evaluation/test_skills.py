import json
from pathlib import Path

import pytest

from evaluation.oracle import oracle_for
from evaluation.rollouts import PolicyFactory
from evaluation.situations import HELD_OUT, Situation
from evaluation.skills import LibraryReport, SkillReport, evaluate_library, evaluate_skill
from grounding import Observation
from skills.action import ActionChunk
from skills.ports import Policy


class Refusing:
    """Gives up at once, as a policy whose network is broken would."""

    def start(self, command: str) -> "Refusing":
        return self

    def act(self, observation: Observation) -> ActionChunk:
        raise ArithmeticError("the network gave nan")


def refusing_for(situation: Situation) -> Policy:
    return Refusing()


def evaluated(variant: str, episodes: int = 2, policy_for: PolicyFactory = oracle_for, **more: object) -> SkillReport:
    return evaluate_skill("pick_up", episodes=episodes, variant=variant, policy_for=policy_for, **more)  # type: ignore[arg-type]


def test_a_perfect_policy() -> None:
    report = evaluated("standard")
    assert (report.successes, report.rate, report.wrong_object, report.failures) == (2, 1.0, 0.0, ())
    assert report.interval[0] == pytest.approx(0.3424, abs=1e-3)
    assert 1.0 < report.seconds < 15.0
    wanted = {"skill", "robot", "episodes", "successes", "rate", "interval", "wrong_object", "seconds"}
    assert wanted <= set(json.loads(report.model_dump_json()))


def test_failures_can_be_built_again() -> None:
    report = evaluated("held_out", policy_for=refusing_for)
    assert (report.successes, [f.status for f in report.failures]) == (0, ["error", "error"])
    assert [f.seed for f in report.failures] == [900_000, 900_001]
    for failure in report.failures:
        assert any(f"{colour} {category}" in failure.command for colour, category in HELD_OUT)


def test_wordings_take_turns() -> None:
    report = evaluated("wordings", 3, refusing_for, wordings=("grab the {object}", "lift the {object}"))
    assert [f.command.split(" the ")[0] for f in report.failures] == ["grab", "lift", "grab"]


def test_displaced_targets_are_followed() -> None:
    assert evaluated("displaced", 1).successes == 1


@pytest.mark.slow
def test_processes_change_nothing() -> None:
    assert evaluated("displaced") == evaluated("displaced", workers=2)


@pytest.mark.parametrize(
    ("skill", "variant", "episodes", "message"),
    [
        ("pick", "standard", 1, "unknown skill 'pick'; choose from: pick_up, put_in, put_on"),
        (
            "pick_up",
            "moved",
            1,
            "unknown variant 'moved' of pick_up; choose from: standard, wordings, held_out, displaced",
        ),
        ("pick_up", "standard", 0, "0 episodes; give at least 1"),
    ],
)
def test_errors_name_the_choices(skill: str, variant: str, episodes: int, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        evaluate_skill(skill, episodes=episodes, variant=variant, policy_for=oracle_for)


def test_an_unknown_robot_is_named() -> None:
    with pytest.raises(ValueError, match="unknown robot 'r2d2'; choose from: panda"):
        evaluate_skill("pick_up", "r2d2", episodes=1, policy_for=oracle_for)


def test_a_taught_skill_is_evaluated_where_it_is_taught() -> None:
    report = evaluate_skill("press", episodes=1, policy_for=oracle_for)
    assert (report.scene, report.successes, report.swept) == ("tabletop10", 1, None)
    again = evaluate_skill("open_drawer", episodes=1, variant="ajar", policy_for=refusing_for)
    assert [(failure.seed, failure.meddled) for failure in again.failures] == [(900_000, ())]


@pytest.mark.slow
def test_all_skills_are_evaluated_and_a_killed_evaluation_goes_on(tmp_path: Path) -> None:
    def evaluate() -> LibraryReport:
        variants = ["standard", "tower"]
        return evaluate_library(tmp_path, episodes=1, variants=variants, infeasible=1, policy_for=oracle_for)

    report = evaluate()
    assert [(r.skill, r.variant) for r in report.skills[:4]] == [
        ("pick_up", "standard"),
        ("put_in", "standard"),
        ("put_on", "standard"),
        ("put_on", "tower"),
    ]
    assert (len(report.skills), {r.scene for r in report.skills}) == (11, {"tabletop10"})
    assert next(r.swept for r in report.skills if r.skill == "sweep") is not None
    next(tmp_path.glob("taught-press-*.npz")).unlink()
    assert evaluate().model_dump_json() == report.model_dump_json()


def test_a_variant_that_no_skill_has_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="unknown variant 'moved'; choose from: standard, stacked"):
        evaluate_library(tmp_path, episodes=1, variants=["moved"], policy_for=oracle_for)
