"""The skill contract: what a skill refuses, and how calls are named, compared and written."""

import pickle

import pytest

from skills import LibraryError, Skill

PUT_IN = Skill(
    name="put_in",
    template="put the {object} in the {container}",
    parameters={"object": "movable", "container": "container"},
    preconditions=("holding(object)",),
    effects=("in(object, container)", "not holding(object)", "hand empty()"),
)


def test_a_call_has_a_text_and_a_name() -> None:
    call = PUT_IN.call(container="Blue  Bowl", object="red block")
    assert call.text == "put the red block in the blue bowl"
    assert str(call) == "put_in(red block, blue bowl)"
    assert list(call.arguments) == ["object", "container"]


def test_a_call_is_written_as_a_step_of_an_answer_file() -> None:
    assert PUT_IN.call(object="red block", container="blue bowl").to_dict() == {
        "skill": "put_in",
        "args": {"object": "red block", "container": "blue bowl"},
        "text": "put the red block in the blue bowl",
    }


def test_calls_are_equal_by_name_and_arguments() -> None:
    one = PUT_IN.call(object="a", container="b")
    assert {one, PUT_IN.call(container="B", object="A")} == {one}
    assert one != PUT_IN.call(object="b", container="a")
    assert pickle.loads(pickle.dumps(one)) == one


def test_what_is_expected_afterwards_has_the_arguments_in_it() -> None:
    call = PUT_IN.call(object="a", container="b")
    assert sorted(map(str, call.expected)) == ["hand empty()", "in(a, b)"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"object": "a"}, "put_in takes object, container; got object"),
        ({"object": "a", "bowl": "b"}, "got object, bowl"),
        ({"object": "a (big)", "container": "b"}, r"'a \(big\)' cannot name a thing"),
        ({"object": "?x", "container": "b"}, r"'\?x' cannot name a thing"),
        ({"object": " ", "container": "b"}, "'' cannot name a thing"),
    ],
)
def test_a_call_checks_its_arguments(arguments: dict[str, str], message: str) -> None:
    with pytest.raises(LibraryError, match=message):
        PUT_IN.call(**arguments)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"name": "push(it)"}, "cannot be a skill's name"),
        ({"template": "push the {objct}"}, r"must name each parameter once, as \{object\}"),
        ({"template": "push it"}, "must name each parameter once"),
        ({"template": "push the {object"}, "bad template"),
        ({"template": "push the {object!r}"}, "must name each parameter once"),
        ({"template": " ", "parameters": {}}, "the template is empty"),
        ({"preconditions": ("hand empty",)}, "skill 'push': not an atom: 'hand empty'"),
        (
            {"effects": ("at(object, ?place)",)},
            r"effect at\(object, \?place\) has '\?place'; preconditions bind no var",
        ),
        ({"timeout": 0.0}, "timeout must be more than 0 s"),
        ({"recovery": ("retri",)}, "unknown recovery 'retri'; did you mean 'retry'?"),
    ],
)
def test_a_skill_refuses_what_cannot_work(fields: dict[str, object], message: str) -> None:
    good = {"name": "push", "template": "push the {object}", "parameters": {"object": "movable"}}
    Skill(**good)  # type: ignore[arg-type]
    with pytest.raises(LibraryError, match=message):
        Skill(**{**good, **fields})  # type: ignore[arg-type]
