"""Teachings of other people: Python files, and packages that are installed.

A file is run, so it must be trusted. One that cannot be used is named and stops nobody else: see ``Taught.problems``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

from simulation.lessons import TEACHINGS
from simulation.teaching import Teaching
from skills import LibraryError, PluginProblem
from skills.loader import naming, offered, run_file


@dataclass(frozen=True)
class Taught:
    """Teachings by the names of their skills, and a record of each source that is broken."""

    teachings: Mapping[str, Teaching] = field(default_factory=dict)
    problems: tuple[PluginProblem, ...] = ()


def load_teachings(files: Sequence[str | Path] = (), known: Mapping[str, Teaching] = TEACHINGS) -> dict[str, Teaching]:
    """What is known and what the files teach, by the names of the skills.

    Args:
        files: Python files, each with a ``Teaching`` at its top level; they are run.
        known: the built-in teachings, if not given.

    Raises:
        LibraryError: a file is missing, fails, teaches nothing, or teaches a skill of a name that is known.
    """
    found = dict(known)
    for path in map(Path, files):
        for teaching in load_teaching_file(path):
            if teaching.name in found:
                raise LibraryError(f"{path.name}: there is a skill {teaching.name!r} already; rename yours")
            found[teaching.name] = teaching
    return found


def load_teaching_file(path: str | Path) -> list[Teaching]:
    """Run a person's Python file and take every ``Teaching`` at its top level, in order.

    Raises:
        LibraryError: the file is missing, fails, or teaches nothing; the message has its name.
    """
    with naming(Path(path)):
        return teachings_in(run_file(path))


def installed_teachings(points: Iterable[EntryPoint] | None = None) -> Taught:
    """What installed packages teach; entries that offer a skill alone are passed over.

    Args:
        points: the entry points; those of the groups ``doable.skills`` and ``doable.teachings`` if None.
    """
    found: dict[str, Teaching] = {}
    problems: list[PluginProblem] = []
    for point in offered() if points is None else points:
        try:
            source = point.load()
            for teaching in teachings_in(source) if _teaches(source) else ():
                if teaching.name in TEACHINGS or teaching.name in found:
                    raise LibraryError(f"there is a skill {teaching.name!r} already")
                found[teaching.name] = teaching
        except Exception as error:  # one broken package does not stop the others
            problems.append(PluginProblem(point.name, point.value, f"{type(error).__name__}: {error}"))
    return Taught(found, tuple(problems))


def teachings_in(source: object) -> list[Teaching]:
    """The teachings that a teaching or a module offers.

    Raises:
        LibraryError: it offers none.
    """
    if isinstance(source, Teaching):
        return [source]
    named = vars(source) if isinstance(source, ModuleType) else {}
    found = {id(v): v for key, v in named.items() if isinstance(v, Teaching) and not key.startswith("_")}
    if not found:
        raise LibraryError("it teaches nothing; define `TEACHING = Teaching(skill=…, expert=…, …)` at the top level")
    return list(found.values())


def _teaches(source: object) -> bool:
    """Whether something is, or holds, a teaching."""
    held = vars(source).values() if isinstance(source, ModuleType) else (source,)
    return any(isinstance(value, Teaching) for value in held)
