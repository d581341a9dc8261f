"""Teachings from a person's Python files, beside the built-in ones."""

import importlib.util
from collections.abc import Mapping, Sequence
from pathlib import Path

from simulation.lessons import TEACHINGS
from simulation.teaching import Teaching


def load_teachings(files: Sequence[Path | str] = ()) -> Mapping[str, Teaching]:
    """The built-in teachings and those at the top level of some files, by skill.

    Args:
        files: they are executed, so they must be trusted.

    Raises:
        ValueError: a file is missing, fails, or teaches nothing.
    """
    found = dict(TEACHINGS)
    for file in files:
        found |= {teaching.name: teaching for teaching in _teachings_in(Path(file))}
    return found


def _teachings_in(file: Path) -> list[Teaching]:
    spec = importlib.util.spec_from_file_location(f"_taught_{file.stem}", file)
    if spec is None or spec.loader is None or not file.is_file():
        raise ValueError(f"no Python file {str(file)!r}")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise ValueError(f"{file.name} fails: {type(error).__name__}: {error}") from error
    teachings = [value for value in vars(module).values() if isinstance(value, Teaching)]
    if not teachings:
        raise ValueError(f"{file.name} teaches nothing; it should have TEACHING = Teaching(...) at its top level")
    return teachings
