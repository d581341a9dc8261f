from pathlib import Path

import numpy as np
import pytest
import torch

from affordances.detector import SURE, LearnedSuccessDetector
from affordances.networks import DetectorNetwork, ValueNetwork
from affordances.value import LearnedValueFunction
from simulation.lessons import curriculum
from skills.networks import Spec
from tests.small import Commands, observation
from weights import Card, WeightsError, save

SPEC = Spec(("pick_up", "press"))
SAID = ["pick up the red block", "pick up the blue block", "put the red block in the green bowl"]


@pytest.fixture(scope="module")
def value() -> LearnedValueFunction:
    torch.manual_seed(0)
    network = ValueNetwork(SPEC)
    network.calibration.slope.fill_(5.0)
    return LearnedValueFunction(network, Commands())


@pytest.fixture(scope="module")
def detector() -> LearnedSuccessDetector:
    torch.manual_seed(0)
    return LearnedSuccessDetector(DetectorNetwork(SPEC), Commands())


def test_all_commands_at_once_score_as_one_by_one(value: LearnedValueFunction) -> None:
    together = value.score(observation(0), SAID)
    alone = [float(value.score(observation(0), [text])[0]) for text in SAID]
    assert together == pytest.approx(alone, abs=1e-5)
    assert (together.shape, together.dtype) == ((3,), np.float64)
    assert ((together > 0) & (together < 1)).all()
    assert len(set(together.round(5))) == 3


def test_no_commands_have_no_scores(value: LearnedValueFunction) -> None:
    assert value.score(observation(0), []).shape == (0,)


def test_scores_depend_on_what_is_seen(value: LearnedValueFunction) -> None:
    assert not np.allclose(value.score(observation(0), SAID), value.score(observation(1), SAID), atol=1e-4)


def test_scores_are_calibrated(value: LearnedValueFunction) -> None:
    before = value.score(observation(0), SAID)
    value.network.calibration.shift.fill_(2.0)
    after = value.score(observation(0), SAID)
    value.network.calibration.shift.fill_(0.0)
    assert np.log(after / (1 - after)) == pytest.approx(np.log(before / (1 - before)) + 2, abs=1e-4)


def test_looking_again_gives_the_same_scores(value: LearnedValueFunction) -> None:
    assert np.array_equal(value.score(observation(0), SAID), value.score(observation(0), SAID))


def test_a_verdict_is_positive_where_the_detector_is_sure(detector: LearnedSuccessDetector) -> None:
    usual = detector.judge(observation(0), observation(1), SAID[0]).probability
    logit, verdicts = np.log(usual / (1 - usual)), []
    for wanted in (0.02, SURE - 0.05, SURE + 0.05):
        detector.network.calibration.shift.fill_(np.log(wanted / (1 - wanted)) - logit)
        verdicts.append(detector.judge(observation(0), observation(1), SAID[0]))
    detector.network.calibration.shift.fill_(0.0)
    assert [verdict.probability for verdict in verdicts] == pytest.approx([0.02, SURE - 0.05, SURE + 0.05], abs=1e-5)
    assert [verdict.success for verdict in verdicts] == [False, False, True]


def test_a_verdict_depends_on_both_moments_and_on_the_words(detector: LearnedSuccessDetector) -> None:
    usual = detector.judge(observation(0), observation(1), SAID[0])
    others = [
        detector.judge(observation(2), observation(1), SAID[0]),
        detector.judge(observation(0), observation(2), SAID[0]),
        detector.judge(observation(0), observation(1), SAID[1]),
    ]
    assert all(abs(other.probability - usual.probability) > 1e-5 for other in others)
    assert detector.judge(observation(0), observation(1), SAID[0]) == usual


def card() -> Card:
    return Card("judges", "nothing", "make weights", 0, 0.0, {}, "knows nothing")


def test_what_a_network_knows_stands_with_its_weights(tmp_path: Path) -> None:
    for name, network in (("value", ValueNetwork(SPEC)), ("detector", DetectorNetwork(SPEC))):
        save(name, network.state_dict(), card(), hyperparameters=SPEC.hyperparameters, folder=tmp_path)
    value = LearnedValueFunction.load(Commands(), tmp_path)
    detector = LearnedSuccessDetector.load(Commands(), tmp_path)
    assert value.network.spec == detector.network.spec == SPEC
    assert value.skills == detector.skills == frozenset(SPEC.skills)


def test_weights_of_another_network_are_refused(tmp_path: Path) -> None:
    save("value", DetectorNetwork(SPEC).state_dict(), card(), hyperparameters=SPEC.hyperparameters, folder=tmp_path)
    with pytest.raises(WeightsError, match="do not fit ValueNetwork"):
        LearnedValueFunction.load(Commands(), tmp_path)


@pytest.mark.parametrize(
    ("name", "network", "learned"),
    [
        ("value", ValueNetwork(SPEC), LearnedValueFunction),
        ("detector", DetectorNetwork(SPEC), LearnedSuccessDetector),
    ],
)
def test_weights_that_do_not_tell_their_skills_are_refused(
    tmp_path: Path,
    name: str,
    network: torch.nn.Module,
    learned: type[LearnedValueFunction] | type[LearnedSuccessDetector],
) -> None:
    save(name, network.state_dict(), card(), folder=tmp_path)
    with pytest.raises(WeightsError, match="do not tell their skills; they are not a policy's or a judge's"):
        learned.load(Commands(), tmp_path)


def test_the_committed_weights_know_all_that_is_taught() -> None:
    assert LearnedValueFunction.load(Commands()).skills == frozenset(curriculum().names)
    assert LearnedSuccessDetector.load(Commands()).skills == frozenset(curriculum().names)
