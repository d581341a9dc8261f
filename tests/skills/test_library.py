"""Libraries: which calls a scene offers, what they need, and what text they are read from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grounding import Fact, Scene, SceneObject
from skills import LibraryError, Skill, SkillLibrary, UnknownSkillError, tabletop_library

SCENE = Scene(
    (SceneObject("red block", "block"), SceneObject("blue bowl", "bowl"), SceneObject("green block", "block")),
    frozenset({Fact("hand empty"), Fact("on", ("green block", "red block"))}),
)
PUSH = Skill(name="push", template="push the {object}", parameters={"object": "movable"})


@pytest.fixture(scope="module")
def library() -> SkillLibrary:
    return tabletop_library()


def test_calls_are_the_type_correct_groundings_in_a_stable_order(library: SkillLibrary) -> None:
    assert [str(call) for call in library.calls(SCENE)] == [
        "pick_up(red block)",
        "pick_up(green block)",
        "put_in(red block, blue bowl)",
        "put_in(green block, blue bowl)",
        "put_on(red block, green block)",
        "put_on(green block, red block)",
        "done()",
    ]


def test_things_of_unknown_categories_are_left_alone(library: SkillLibrary) -> None:
    assert [str(call) for call in library.calls(Scene((SceneObject("teapot", "teapot"),)))] == ["done()"]


def test_places_are_arguments_too() -> None:
    go = Skill(name="go_to", template="go to the {place}", parameters={"place": "place"})
    library = SkillLibrary("office", (go,), places=("Table", "sink"))
    assert [call.text for call in library.calls(Scene())] == ["go to the table", "go to the sink"]


def test_unmet_preconditions_are_reasons(library: SkillLibrary) -> None:
    reasons = {str(call): library.unmet(call, SCENE) for call in library.calls(SCENE)}
    assert reasons["pick_up(green block)"] == reasons["done()"] == ()
    assert reasons["pick_up(red block)"] == ("not while green block on red block",)
    assert reasons["put_on(green block, red block)"] == (
        "needs holding green block",
        "not while green block on red block",
    )


def test_prediction_changes_the_facts(library: SkillLibrary) -> None:
    facts = library.predict(library.parse("pick_up(green block)"), SCENE.facts)
    assert facts == {Fact("holding", ("green block",))}
    facts = library.predict(library.parse("put_in(green block, blue bowl)"), facts)
    assert facts == {Fact("hand empty"), Fact("in", ("green block", "blue bowl"))}
    with pytest.raises(LibraryError, match="cannot be begun: needs holding green block"):
        library.predict(library.parse("put_in(green block, blue bowl)"), facts)


def test_picking_up_forgets_where_the_object_lay(library: SkillLibrary) -> None:
    beside = {Fact(side, pair) for side in ("left of", "behind") for pair in (("a", "b"), ("b", "a"), ("b", "c"))}
    after = library.predict(library.parse("pick_up(a)"), frozenset({Fact("hand empty"), *beside}))
    assert after == {Fact("holding", ("a",)), Fact("left of", ("b", "c")), Fact("behind", ("b", "c"))}


def test_history_remembers_what_was_held(library: SkillLibrary) -> None:
    assert library.remember(frozenset({Fact("holding", ("a",))})) == {Fact("held", ("a",))}


def test_an_unknown_skill_is_named_with_the_nearest(library: SkillLibrary) -> None:
    with pytest.raises(KeyError) as caught:
        library["pcik_up"]
    expected = "unknown skill 'pcik_up'; did you mean 'pick_up'? (library: tabletop, 4 skills)"
    assert str(caught.value) == expected
    assert isinstance(caught.value, UnknownSkillError) and isinstance(caught.value, ValueError)
    assert "pick_up" in library and "pcik_up" not in library


@pytest.mark.parametrize(
    "text",
    [
        "put_in(red block, blue bowl)",
        "put_in(container=blue bowl, object=Red Block)",
        "put the red block in the blue bowl",
        "Put the red  block in the blue bowl.",
    ],
)
def test_a_call_is_read_from_its_name_or_its_command(library: SkillLibrary, text: str) -> None:
    expected = library["put_in"].call(object="red block", container="blue bowl")
    assert library.parse(text) == library.parse(text, SCENE) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("pick_up(red block, blue bowl)", r"pick_up\(object\) takes 1 argument, got 2"),
        ("pick_up()", "takes 1 argument, got 0"),
        ("pick_up(red bloc)", "there is no 'red bloc'; did you mean 'red block'?"),
        ("pick up the yellow block", "there is no 'yellow block'"),
        ("pick_up(blue bowl)", r"object must be of type 'movable' \(there is: red block, green block\)"),
        ("put_on(red block, red block)", "one thing stands twice"),
        ("grasp the red block", r"is no command of library tabletop .*pick up the \{object\}"),
        ("import os", "is no command"),
        ("grasp(red block)", r"unknown skill 'grasp' \(library"),
        ("put_in(container=blue bowl, container=blue bowl)", "put_in takes object, container; got container"),
    ],
)
def test_text_that_is_no_call_of_the_scene_is_refused(library: SkillLibrary, text: str, message: str) -> None:
    with pytest.raises(LibraryError, match=message):
        library.parse(text, SCENE)


def test_an_ambiguous_command_is_not_guessed_without_a_scene(library: SkillLibrary) -> None:
    text = "put the note in the box in the bowl"
    with pytest.raises(LibraryError, match=r"ambiguous: put_in\(note in the box, bowl\) or put_in\(note, box in the"):
        library.parse(text)
    scene = Scene((SceneObject("note", "block"), SceneObject("box in the bowl", "bowl")))
    assert str(library.parse(text, scene)) == "put_in(note, box in the bowl)"


NAMES = st.from_regex(r"[b-z]{3,6}( [b-z]{3,6})?( [2-9])?", fullmatch=True)


@given(st.lists(NAMES, min_size=2, max_size=2, unique=True), st.sampled_from(["pick_up", "put_in", "put_on", "done"]))
def test_every_call_reads_back(names: list[str], skill: str) -> None:
    library = tabletop_library()
    chosen = library[skill]
    call = chosen.call(**dict(zip(chosen.parameters, names, strict=False)))
    assert library.parse(str(call)) == call
    assert library.from_dict(call.to_dict()) == call
    if not {"the", "put", "pick"} & {word for name in names for word in name.split()}:
        assert library.parse(call.text) == call


@pytest.mark.parametrize("data", [{}, {"skill": 3}, {"skill": "pick_up", "args": ["red block"]}])
def test_data_that_is_no_call_is_refused(library: SkillLibrary, data: dict[str, object]) -> None:
    with pytest.raises(LibraryError, match="not a skill call"):
        library.from_dict(data)


def test_a_library_is_extended_into_a_new_one(library: SkillLibrary) -> None:
    more = library.with_skills([PUSH])
    assert [skill.name for skill in more][-1] == "push" and len(more) == 5
    assert "push" not in library


@pytest.mark.parametrize(
    ("skill", "message"),
    [
        (Skill(name="Pick_Up", template="grab"), "more than one skill is called 'pick_up'"),
        (
            Skill(name="push", template="push the {thing}", parameters={"thing": "movabel"}),
            "unknown type 'movabel' of parameter 'thing'; did you mean 'movable'",
        ),
        (
            Skill(name="push", template="push", preconditions=("hand emty()",)),
            r"skill 'push': unknown predicate 'hand emty'; did you mean 'hand empty'\? \(predicates: on",
        ),
        (Skill(name="push", template="push", effects=("not on(a)",)), "'on' takes 2 arguments, not 1"),
        (Skill(name="push", template="push", done_when=("pushed(a)",)), "unknown predicate 'pushed'"),
    ],
)
def test_a_skill_that_does_not_fit_is_refused(library: SkillLibrary, skill: Skill, message: str) -> None:
    with pytest.raises(LibraryError, match=message):
        library.with_skills([skill])


def test_an_extension_may_bring_its_own_words(library: SkillLibrary) -> None:
    pull = Skill(
        name="pull",
        template="pull the {handle}",
        parameters={"handle": "handle"},
        effects=("pulled(handle)",),
    )
    more = library.with_skills([pull], categories={"knob": ("handle",)}, predicates=["pulled(handle)"])
    assert more.calls(Scene((SceneObject("knob", "knob"),)))[-1].text == "pull the knob"
