"""Skills as tools: what a chat model may fill in, and what is done with it."""

from typing import Any

import pytest
from pydantic import ValidationError

from grounding import Scene, SceneObject
from skills import LibraryError, Skill, SkillCall, SkillLibrary, call_schema, langchain_tools, tabletop_library

SCENE = Scene((SceneObject("red block", "block"), SceneObject("blue bowl", "bowl")))


def noted(calls: list[SkillCall]) -> Any:
    def carry_out(call: SkillCall) -> str:
        calls.append(call)
        return f"{call.text}: worked"

    return carry_out


def kitchen() -> SkillLibrary:
    return SkillLibrary(
        "kitchen",
        (
            Skill("go to", "go to the {place}", {"place": "place"}, effects=["robot at(place)"]),
            Skill("pick_up", "pick up the {object}", {"object": "item"}, ["hand empty()"], ["holding(object)"]),
            Skill("done", "done"),
        ),
        {"can": ("item",)},
        ("table", "counter"),
    )


def test_every_skill_but_done_is_a_tool_with_a_name_that_providers_take() -> None:
    tools = langchain_tools(kitchen(), noted([]))
    assert [tool.name for tool in tools] == ["go_to", "pick_up"]
    assert tools[1].description == "pick up the object. Needs: hand empty()."


def test_the_schema_names_the_places_and_with_a_scene_the_things() -> None:
    library = kitchen()
    place = call_schema(library["go to"], library)
    assert place is not None
    assert place.model_json_schema()["properties"]["place"]["enum"] == ["table", "counter"]
    free = call_schema(library["pick_up"], library)
    assert free is not None and free(object="anything").object == "anything"  # type: ignore[attr-defined]
    scene = Scene((SceneObject("coke can 1", "can"), SceneObject("chair", "chair")))
    bound = call_schema(library["pick_up"], library, scene)
    assert bound is not None and bound.model_json_schema()["properties"]["object"]["const"] == "coke can 1"
    with pytest.raises(ValidationError):
        bound(object="chair")
    assert call_schema(library["pick_up"], library, Scene()) is None


def test_a_tool_call_becomes_a_skill_call() -> None:
    calls: list[SkillCall] = []
    tools = {tool.name: tool for tool in langchain_tools(tabletop_library(), noted(calls), SCENE)}
    answer = tools["put_in"].invoke({"object": "red block", "container": "blue bowl"})
    assert answer == "put the red block in the blue bowl: worked"
    assert [str(call) for call in calls] == ["put_in(red block, blue bowl)"]


@pytest.mark.parametrize(
    "arguments",
    [
        {"object": "green block", "container": "blue bowl"},
        {"object": "red block"},
        {"object": "red block", "container": "blue bowl", "force": "1000"},
        {"object": "red block); pick_up(red block", "container": "blue bowl"},
    ],
)
def test_what_does_not_fit_is_told_to_the_model_and_nothing_is_done(arguments: dict[str, str]) -> None:
    calls: list[SkillCall] = []
    tools = {tool.name: tool for tool in langchain_tools(tabletop_library(), noted(calls), SCENE)}
    assert isinstance(tools["put_in"].invoke(arguments), str)
    assert calls == []


def test_without_a_scene_names_that_cannot_be_are_refused_by_the_library() -> None:
    calls: list[SkillCall] = []
    tools = {tool.name: tool for tool in langchain_tools(tabletop_library(), noted(calls))}
    assert "cannot name a thing" in tools["pick_up"].invoke({"object": "x); put_in(y, z"})
    assert calls == []


def test_what_cannot_be_begun_is_told_to_the_model() -> None:
    def carry_out(call: SkillCall) -> str:
        raise LibraryError(f"{call} cannot be begun")

    tools = langchain_tools(tabletop_library(), carry_out, SCENE)
    assert tools[0].invoke({"object": "red block"}) == "pick_up(red block) cannot be begun"
