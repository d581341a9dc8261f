"""Value and detector heads of added skills: each judges its own skill, and the shared ones judge the rest as before."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import torch

from affordances.own import DetectorOfOwn, Eyes, OwnJudge, OwnJudges, ValueBySkill, own_judges
from affordances.ports import Verdict
from grounding import Observation
from skills import Skill, SkillLibrary, tabletop_library
from skills.networks import Spec, VLANetwork
from skills.own import Asking, OwnHeader
from skills.vla import VLAPolicy
from tests.affordances.test_learned import Commands, observation
from weights import Card, WeightsError, save

ASKING = Asking(("set the {object} down",), "pick up the {object}")
SET_DOWN = Skill(name="set_down", template="set the {object} down", parameters={"object": "movable"})
OWN, OTHER = "set the red block down", "pick up the red block"


class Shared:
    """What is learned for the other skills: remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def score(self, observation: Observation, commands: Sequence[str]) -> np.ndarray:
        self.asked += commands
        return np.linspace(0.31, 0.37, len(commands))

    def judge(self, before: Observation, after: Observation, command: str) -> Verdict:
        self.asked.append(command)
        return Verdict(True, 0.91)


@pytest.fixture(scope="module")
def eyes() -> VLAPolicy:
    torch.manual_seed(0)
    return VLAPolicy(VLANetwork(Spec(("pick_up", "put_in"), width=32)), Commands(), fingerprint="abc")


@pytest.fixture(scope="module")
def judges(eyes: VLAPolicy) -> OwnJudges:
    torch.manual_seed(1)
    return OwnJudges(ASKING, *(OwnJudge(moments).eval() for moments in (1, 2)))


@pytest.fixture(scope="module")
def library() -> SkillLibrary:
    return tabletop_library().with_skills([SET_DOWN])


def test_each_command_is_scored_by_who_knows_it(eyes: VLAPolicy, judges: OwnJudges, library: SkillLibrary) -> None:
    shared = Shared()
    value = ValueBySkill(shared, {"set_down": judges}, Eyes(eyes), library)
    scores = value.score(observation(0), [OTHER, OWN, "put the red block in the blue bowl"])
    assert shared.asked == [OTHER, "put the red block in the blue bowl"]
    assert scores[[0, 2]].tolist() == [0.31, 0.37] and 0 < scores[1] < 1 and scores[1] not in (0.31, 0.37)
    assert value.score(observation(0), [OWN])[0] == pytest.approx(scores[1], abs=1e-5)
    assert value.attention(observation(0), OTHER) == {}
    (heat,) = value.attention(observation(0), OWN).values()
    assert heat.shape == (8, 8) and heat.sum() == pytest.approx(1, abs=1e-4)


def test_each_attempt_is_judged_by_who_knows_it(eyes: VLAPolicy, judges: OwnJudges, library: SkillLibrary) -> None:
    shared = Shared()
    detector = DetectorOfOwn(shared, {"set_down": judges}, Eyes(eyes), library)
    assert detector.judge(observation(0), observation(1), OTHER) == Verdict(True, 0.91)
    verdict = detector.judge(observation(0), observation(1), OWN)
    assert shared.asked == [OTHER] and 0 < verdict.probability < 1 and verdict.judge == "detector"


def test_judges_come_back_from_their_weights(tmp_path: Path, eyes: VLAPolicy, judges: OwnJudges) -> None:
    header = OwnHeader("set_down", ASKING, "abc").hyperparameters
    card = Card("A test.", "", "", 0, 0.0, {}, "")
    assert judges.value is not None and judges.detector is not None
    save("value", judges.value.state_dict(), card, hyperparameters=header, folder=tmp_path)
    with pytest.raises(WeightsError, match=r"no weights named 'detector'.*skills train"):
        own_judges(tmp_path, eyes)
    save("detector", judges.detector.state_dict(), card, hyperparameters=header, folder=tmp_path)
    found = own_judges(tmp_path, eyes)
    assert found.asking == ASKING and found.value is not None
    for name, tensor in judges.value.state_dict().items():
        assert torch.allclose(found.value.state_dict()[name], tensor, atol=1e-3)
