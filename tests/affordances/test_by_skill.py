"""The learned detector judges what it has learned, and the scene what it has not."""

import pytest

from affordances.by_skill import DetectorBySkill
from affordances.fake import FakeDetector
from skills import Skill, SkillLibrary, tabletop_library
from skills.fake import FakeGrounder, FakeWorld

OBJECTS = {"red block": "block", "green block": "block", "blue bowl": "bowl"}
PARAMETERS = {"object": "movable"}
FURTHER = (
    Skill("nudge", "nudge the {object}", PARAMETERS, done_when=("not holding(object)", "hand empty()")),
    Skill("grab", "grab the {object}", PARAMETERS, effects=("holding(object)", "not hand empty()")),
    Skill("wave", "wave over the {object}", PARAMETERS),
)


@pytest.fixture
def library() -> SkillLibrary:
    return tabletop_library().with_skills(FURTHER)


class Knowing(FakeDetector):
    """A detector that has learned but some of the skills."""

    skills = frozenset({"pick_up", "put_in", "put_on"})


@pytest.fixture
def detector(library: SkillLibrary) -> DetectorBySkill:
    """The learned one's place is taken by one that says no to all that is asked here."""
    commands = [f"{verb} the red block" for verb in ("pick up", "nudge", "grab", "wave over", "stroke")]
    says_no = Knowing(library, {command: [False] * 9 for command in commands})
    return DetectorBySkill(says_no, FakeGrounder(), library)


@pytest.mark.parametrize(
    ("command", "facts", "success", "judge"),
    [
        ("nudge the red block", ["hand empty()"], True, "scene"),
        ("nudge the red block", ["holding(red block)"], False, "scene"),
        ("grab the red block", ["holding(red block)"], True, "scene"),
        ("grab the red block", ["holding(green block)"], False, "scene"),
        ("pick up the red block", ["holding(red block)"], False, "detector"),
        ("wave over the red block", ["hand empty()"], False, "detector"),
        ("stroke the red block", ["hand empty()"], False, "detector"),
    ],
)
def test_who_judges_and_how(
    detector: DetectorBySkill, command: str, facts: list[str], success: bool, judge: str
) -> None:
    now = FakeWorld.of(OBJECTS, facts).observe()
    verdict = detector.judge(FakeWorld.of(OBJECTS, []).observe(), now, command)
    assert (verdict.success, verdict.judge) == (success, judge)
    assert verdict.probability == pytest.approx(float(success), abs=0.05)


def test_a_detector_judges_what_it_knows(library: SkillLibrary) -> None:
    class Nudging(FakeDetector):
        skills = frozenset({"nudge"})

    learned = Nudging(library, {f"{verb} the red block": [True] * 9 for verb in ("nudge", "pick up")})
    detector = DetectorBySkill(learned, FakeGrounder(), library)
    before, now = FakeWorld.of(OBJECTS, []).observe(), FakeWorld.of(OBJECTS, ["holding(red block)"]).observe()
    assert detector.judge(before, now, "nudge the red block").judge == "detector"
    assert detector.judge(before, now, "pick up the red block").judge == "scene"
