from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from affordances.ports import Verdict
from evaluation.affordances import PATIENCE, Parts, evaluate_affordances, fitting_calls
from evaluation.attempts import AttemptSpec
from evaluation.oracle import oracle_for
from evaluation.rollouts import Trial
from evaluation.situations import SKILLS, SituationSpec, kinds
from evaluation.trials import Case, attempts
from evaluation.variants import situations
from grounding import Observation, Scene
from simulation.lessons import TEACHINGS
from skills.ports import Policy


class HandReader:
    """Foretells success from the fingers alone: puts need something between them, picks nothing."""

    def score(self, observation: Observation, commands: Sequence[str]) -> NDArray[np.float64]:
        full = 0.0 < observation.proprioception.gripper_opening < 0.06
        return np.array([0.9 if command.startswith("p" if full else "pick") else 0.1 for command in commands])


class Optimist:
    """Believes that everything worked."""

    def judge(self, before: Observation, after: Observation, command: str) -> Verdict:
        return Verdict(True, 1.0)


class Blind:
    def ground(self, observation: Observation) -> Scene:
        return Scene()


def forbidden(trial: Trial) -> Policy:
    raise AssertionError("this rollout should have been read from its file")


def test_every_kind_of_situation_is_attempted_with_seeds_of_its_own() -> None:
    specs = [case.spec for case in situations("tabletop", 910_000, feasible=3, infeasible=2)]
    assert len({spec.seed for spec in specs}) == len(specs)
    counts = {(s, k): sum((x.skill, x.kind) == (s, k) for x in specs) for s in SKILLS for k in kinds(s)}
    assert set(counts.values()) == {2, 3}
    assert min(spec.seed for spec in specs) == 910_000


def test_a_rollout_is_made_once(tmp_path: Path) -> None:
    specs = [SituationSpec(910_000, "pick_up"), SituationSpec(910_001, "pick_up", "object_absent")]
    cases = [Case(spec) for spec in (*specs, AttemptSpec(910_002, "press"))]
    made = list(attempts(cases, oracle_for, folder=tmp_path, patience=PATIENCE))
    read = list(attempts(cases, forbidden, folder=tmp_path, patience=PATIENCE))
    assert [r.success for r in made] == [r.success for r in read] == [True, False, True]
    assert [r.command for r in made] == [r.command for r in read]


def test_all_calls_that_fit_a_scene() -> None:
    situation = SituationSpec(910_000, "put_on").build()
    categories = [thing.category for thing in situation.world.spec.objects]
    calls = fitting_calls(situation)
    situation.world.close()
    blocks, bowls = categories.count("block"), categories.count("bowl")
    assert len(calls) == blocks + blocks * bowls + blocks * (blocks - 1)
    assert situation.call in calls


@pytest.mark.slow
def test_the_report_tells_weak_parts_from_the_truth(tmp_path: Path) -> None:
    parts = Parts(Blind(), HandReader(), Optimist())
    report = evaluate_affordances(
        910_000, tmp_path, parts=parts, feasible=2, infeasible=1, scenes=1, policy_for=oracle_for
    )
    assert report.grounder.recall == 0.0
    assert (report.success_detector.sensitivity, report.success_detector.specificity) == (1.0, 0.0)
    assert 0.5 < report.value_function.auroc < 1.0
    assert 0.0 < report.value_function.top_1_feasible < 1.0
    by_kind = {(s.skill, s.kind): s for s in report.situations}
    assert by_kind["pick_up", "hand_full"].value_accuracy == 0.0
    assert by_kind["put_in", "hand_empty"].value_accuracy == 1.0
    assert set(by_kind) == {(skill, kind) for skill in SKILLS for kind in kinds(skill)}


def test_all_calls_that_fit_a_table_with_fixtures() -> None:
    attempt = AttemptSpec(910_000, "take_out").build()
    calls = fitting_calls(attempt)
    there = attempt.world.privileged.truth()
    attempt.world.close()
    assert attempt.call in calls
    assert len(set(map(str, calls))) == len(calls)
    assert {call.name for call in calls} >= {"pick_up", "take_out", "open_drawer", "close_drawer"}
    assert all(there.has(id) for call in calls for id in call.arguments.values())


@pytest.mark.slow
def test_the_ten_skills_are_judged_one_by_one(tmp_path: Path) -> None:
    parts = Parts(Blind(), HandReader(), Optimist())
    report = evaluate_affordances(
        910_000, tmp_path, scene="tabletop10", parts=parts, feasible=1, infeasible=1, scenes=1, policy_for=oracle_for
    )
    assert [figures.skill for figures in report.skills] == list(TEACHINGS)
    assert report.scene == "tabletop10"
    by_skill = {figures.skill: figures for figures in report.skills}
    assert (by_skill["pick_up"].sensitivity, by_skill["pick_up"].specificity) == (1.0, 0.0)
    assert by_skill["close_drawer"].rollouts == 4
