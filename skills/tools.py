"""Skills as tools for chat models: a pydantic schema of each skill's arguments, and LangChain tools made of it.

The model fills in the schema; the library validates what came; somebody else carries it out. Text is never executed.
"""

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, create_model

from grounding import Scene
from skills.errors import LibraryError
from skills.library import PLACE, SkillLibrary
from skills.skill import Skill, SkillCall

if TYPE_CHECKING:
    from langchain_core.tools import StructuredTool

NOT_A_TOOL = "done"
"""A model that calls tools says that it is done by calling none."""


def call_schema(skill: Skill, library: SkillLibrary, scene: Scene | None = None) -> type[BaseModel] | None:
    """The arguments of a skill as a pydantic model, which also gives their JSON schema.

    Args:
        skill: one of the library's.
        library: knows the places.
        scene: if given, only its things and places of the right type are valid.

    Returns:
        None if the scene has nothing that the skill could be done to.
    """
    names = _names(skill, library, scene)
    if any(choices is not None and not choices for choices in names.values()):
        return None
    fields: dict[str, Any] = {
        parameter: (_kind(names[parameter]), Field(description=_description(wanted)))
        for parameter, wanted in skill.parameters.items()
    }
    return create_model(_tool_name(skill), __config__=ConfigDict(extra="forbid"), **fields)


def langchain_tools(
    library: SkillLibrary, carry_out: Callable[[SkillCall], str], scene: Scene | None = None
) -> list["StructuredTool"]:
    """A LangChain tool for every skill but ``done``, e.g. for ``bind_tools`` or LangGraph's ``ToolNode``.

    Args:
        library: of the skills.
        carry_out: does a valid call and says in words how it went; a ``LibraryError`` of it is told to the model.
        scene: if given, arguments must be its things and places, and skills that nothing fits are left out.
    """
    from langchain_core.tools import StructuredTool, ToolException

    def tool_of(skill: Skill, schema: type[BaseModel]) -> StructuredTool:
        def call(**arguments: str) -> str:
            try:
                bound = skill.call(**arguments)
                return carry_out(bound if scene is None else library.parse(str(bound), scene))
            except LibraryError as error:
                raise ToolException(str(error)) from error

        return StructuredTool.from_function(
            call,
            name=_tool_name(skill),
            description=_purpose(skill),
            args_schema=schema,
            handle_tool_error=True,
            handle_validation_error=True,
        )

    schemas = ((skill, call_schema(skill, library, scene)) for skill in library if skill.name != NOT_A_TOOL)
    return [tool_of(skill, schema) for skill, schema in schemas if schema is not None]


def _names(skill: Skill, library: SkillLibrary, scene: Scene | None) -> Mapping[str, tuple[str, ...] | None]:
    """What each argument may be; None for anything."""
    if scene is None:
        return {name: library.places if wanted == PLACE else None for name, wanted in skill.parameters.items()}
    calls = [call for call in library.calls(scene) if call.name == skill.name]
    return {name: tuple(dict.fromkeys(call.arguments[name] for call in calls)) for name in skill.parameters}


def _kind(choices: tuple[str, ...] | None) -> Any:
    return str if choices is None else Literal[choices]


def _description(wanted: str) -> str:
    return "Name of a place." if wanted == PLACE else f"Name of a thing of the type {wanted}."


def _purpose(skill: Skill) -> str:
    """What a model reads of a tool: the command, and what must hold before."""
    first = skill.description or re.sub(r"[{}]", "", skill.template)
    needs = "; ".join(map(str, skill.preconditions))
    return f"{first.rstrip('.')}." + (f" Needs: {needs}." if needs else "")


def _tool_name(skill: Skill) -> str:
    """Providers take ASCII letters, digits, ``_`` and ``-``."""
    return re.sub(r"[^A-Za-z0-9_-]", "_", skill.name)
