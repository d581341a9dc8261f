"""Language models: the one that comes with Doable, others by name, and a scripted one for tests."""

from importlib import import_module
from typing import TYPE_CHECKING

from planner.models.errors import ModelError
from planner.models.scripted import ScriptedModel
from planner.models.smollm2 import ModelFileError

if TYPE_CHECKING:
    from planner.models.embedded import EmbeddedModel
    from planner.models.spec import model_from_spec

__all__ = ["EmbeddedModel", "ModelError", "ModelFileError", "ScriptedModel", "model_from_spec"]

_LAZY = {"EmbeddedModel": "planner.models.embedded", "model_from_spec": "planner.models.spec"}


def __getattr__(name: str) -> object:
    """Import what needs torch only when it is asked for."""
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LAZY[name]), name)
