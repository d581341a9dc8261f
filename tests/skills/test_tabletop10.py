"""The ten skills of the table-top with fixtures: a library beside today's, its effects, and how people say them."""

from string import Formatter

import pytest

from grounding import Fact, Scene, SceneObject
from skills.builtin import tabletop10_library, tabletop_library
from skills.builtin.wordings10 import HELD_OUT_WORDINGS, WORDINGS

LIBRARY = tabletop10_library()
SCENE = Scene((SceneObject("red can", "can"), SceneObject("drawer", "drawer"), SceneObject("blue region", "region")))


def test_the_plain_library_is_as_it_was() -> None:
    assert [skill.name for skill in tabletop_library()] == ["pick_up", "put_in", "put_on", "done"]
    assert len(LIBRARY) == 11


def test_calls_are_of_the_right_types() -> None:
    calls = {str(call) for call in LIBRARY.calls(SCENE)}
    assert {"push_to(red can, blue region)", "open_drawer(drawer)", "put_in_drawer(red can, drawer)"} <= calls
    assert not any(call.startswith(("sweep", "press", "put_in(")) for call in calls)


def test_an_object_is_put_away_in_four_steps() -> None:
    facts: frozenset[Fact] | None = frozenset({Fact("hand empty"), Fact("closed", ("drawer",))})
    for step in (
        LIBRARY["open_drawer"].call(drawer="drawer"),
        LIBRARY["pick_up"].call(object="red can"),
        LIBRARY["put_in_drawer"].call(object="red can", drawer="drawer"),
        LIBRARY["close_drawer"].call(drawer="drawer"),
    ):
        assert facts is not None
        facts = step.operator.apply(facts)
    assert facts == {Fact("hand empty"), Fact("closed", ("drawer",)), Fact("in", ("red can", "drawer"))}


@pytest.mark.parametrize("skill", WORDINGS)
def test_wordings_name_the_parameters_and_begin_with_the_template(skill: str) -> None:
    assert WORDINGS[skill][0] == LIBRARY[skill].template
    for text in (*WORDINGS[skill], *HELD_OUT_WORDINGS[skill]):
        assert {name for _, name, _, _ in Formatter().parse(text) if name} == set(LIBRARY[skill].parameters)


def test_held_out_wordings_are_new_sentences_of_known_words() -> None:
    known = {word for texts in WORDINGS.values() for text in texts for word in text.split()}
    sentences = {text for texts in WORDINGS.values() for text in texts}
    for texts in HELD_OUT_WORDINGS.values():
        for text in texts:
            assert text not in sentences and set(text.split()) <= known, text
