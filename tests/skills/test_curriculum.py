import numpy as np
import pytest

from skills.curriculum import Curriculum, Lesson, Looks
from tests.skills.taught import LIBRARY, LOOKS, curriculum


def test_skills_are_counted_in_order_and_found_by_name() -> None:
    taught = curriculum("press", "pick_up")
    assert taught.names == ("press", "pick_up")
    assert taught["press"].skill is LIBRARY["press"]
    with pytest.raises(ValueError, match="unknown skill 'pres'; choose from: press, pick_up"):
        taught["pres"]


def test_looks_name_parts_of_what_a_call_names() -> None:
    assert LOOKS["open_drawer"].of({"drawer": "drawer"}) == ("drawer handle", "drawer", "drawer")
    assert LOOKS["press"].of({"button": "red button"}) == ("red button", "red button", "lamp")


@pytest.mark.parametrize(
    ("wordings", "looks", "message"),
    [
        (
            ("press the {button}",),
            Looks("{knob}", "{button}", "lamp"),
            r"'\{knob\}' names an unknown parameter.*button",
        ),
        (("press the {button}", "press it"), LOOKS["press"], "'press it' does not say button"),
        (("hit the {button}", "press the {button}"), LOOKS["press"], "first wording must be the template"),
        ((), LOOKS["press"], "first wording must be the template"),
    ],
)
def test_a_lesson_that_cannot_be_learned_is_refused(wordings: tuple[str, ...], looks: Looks, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Lesson(LIBRARY["press"], wordings, looks)


def test_things_are_of_their_category_and_of_its_types() -> None:
    taught = curriculum()
    for name, type, fits in (
        ("red block 2", "movable", True),
        ("red block", "container", False),
        ("blue bowl", "container", True),
        ("drawer", "drawer", True),
        ("drawer handle", "drawer", False),
        ("lime region", "goal", True),
    ):
        assert taught.fits(name, type) is fits, name


def test_plain_commands_are_said_as_planners_say_them() -> None:
    taught, rng = curriculum(), np.random.default_rng(0)
    arguments = {"object": "red bar", "container": "blue mug"}
    assert {taught.say("put_in", arguments, rng, plain=1.0) for _ in range(20)} == {"put the red bar in the blue mug"}
    said = {taught.say("put_in", arguments, rng) for _ in range(100)}
    assert len(said) > 10 and all("red bar" in text and "blue mug" in text for text in said)


def test_an_empty_curriculum_has_no_skills() -> None:
    assert Curriculum({}, {}).names == ()
