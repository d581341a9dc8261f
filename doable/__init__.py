"""The front door: what a program imports, the command line, the settings, and where all rooms are put together."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from doable.agent import Agent, RunResult
    from doable.library import load_library
    from doable.options import RunOptions
    from doable.settings import Settings
    from doable.tools import agent_tools
    from skills import SkillLibrary

_HOMES = {
    "Agent": "doable.agent",
    "RunResult": "doable.agent",
    "Settings": "doable.settings",
    "RunOptions": "doable.options",
    "SkillLibrary": "skills",
    "agent_tools": "doable.tools",
    "load_library": "doable.library",
}

__all__ = ["Agent", "RunOptions", "RunResult", "Settings", "SkillLibrary", "agent_tools", "load_library"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'doable' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
