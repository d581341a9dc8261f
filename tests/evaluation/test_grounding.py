import math

import pytest

from evaluation.grounding import evaluate_grounder, matched
from grounding import Observation, Scene, SceneObject
from simulation.truth import TrueObject


def true(id: str, x: float) -> TrueObject:
    colour, category = id.split()[:2]
    return TrueObject(id, category, colour, (x, 0.0, 0.02), 0.0, 0.0, True)


def seen(id: str, x: float) -> SceneObject:
    colour, category = id.split()[:2]
    return SceneObject(id, category, {"colour": colour}, (x, 0.0, 0.02))


@pytest.mark.parametrize(
    ("findings", "there", "expected"),
    [
        ([seen("red block", 0.51)], [true("red block", 0.5)], {"red block": 0.01}),
        ([seen("red block", 0.54)], [true("red block", 0.5)], {}),
        ([seen("pink block", 0.5)], [true("red block", 0.5)], {}),
        ([seen("red bowl", 0.5)], [true("red block", 0.5)], {}),
        ([seen("red block", 0.51), seen("red block", 0.505)], [true("red block", 0.5)], {"red block": 0.005}),
        (
            [seen("red block", 0.515), seen("red block", 0.52 - 0.04)],
            [true("red block", 0.5), true("red block 2", 0.52)],
            {"red block 2": 0.005, "red block": 0.02},
        ),
    ],
)
def test_findings_are_matched_nearest_first(
    findings: list[SceneObject], there: list[TrueObject], expected: dict[str, float]
) -> None:
    assert matched(findings, there) == pytest.approx(expected)


class Blind:
    def ground(self, observation: Observation) -> Scene:
        return Scene()


class Dreaming:
    """Sees a red block in the same place wherever it looks."""

    def ground(self, observation: Observation) -> Scene:
        return Scene((seen("red block", 3.0),))


def test_a_blind_grounder_finds_nothing() -> None:
    report = evaluate_grounder(Blind(), scenes=2)
    assert (report.recall, report.recall_seen) == (0.0, 0.0)
    assert report.objects >= 12
    assert math.isnan(report.precision) and math.isnan(report.position_error)


def test_what_is_not_there_costs_precision() -> None:
    assert evaluate_grounder(Dreaming(), scenes=2).precision == 0.0
