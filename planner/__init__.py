"""From a task in words to executed, verified steps: language models, prompts, the decision loop, recovery."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planner.budgets import Budgets, Weighing
    from planner.models import EmbeddedModel, ModelError, ModelFileError, ScriptedModel, model_from_spec
    from planner.planner import Planner
    from planner.ports import LanguageModel, TraceSink
    from planner.prompts import Prompt, PromptError, load_prompt
    from planner.runnable import PlannerRunnable
    from planner.state import RunResult

_LAZY = {
    "Budgets": "planner.budgets",
    "EmbeddedModel": "planner.models",
    "LanguageModel": "planner.ports",
    "ModelError": "planner.models",
    "ModelFileError": "planner.models",
    "Planner": "planner.planner",
    "PlannerRunnable": "planner.runnable",
    "Prompt": "planner.prompts",
    "PromptError": "planner.prompts",
    "RunResult": "planner.state",
    "ScriptedModel": "planner.models",
    "TraceSink": "planner.ports",
    "Weighing": "planner.budgets",
    "load_prompt": "planner.prompts",
    "model_from_spec": "planner.models",
}

__all__ = [
    "Budgets",
    "EmbeddedModel",
    "LanguageModel",
    "ModelError",
    "ModelFileError",
    "Planner",
    "PlannerRunnable",
    "Prompt",
    "PromptError",
    "RunResult",
    "ScriptedModel",
    "TraceSink",
    "Weighing",
    "load_prompt",
    "model_from_spec",
]


def __getattr__(name: str) -> object:
    """Import a room's part when it is asked for: torch and langgraph take seconds."""
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LAZY[name]), name)
