"""Which taught skill is meant: a person's file, one that was added, one of an installed package, or a built-in one."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from doable.errors import BadInputError
from doable.settings import load_settings
from skills.errors import did_you_mean

if TYPE_CHECKING:
    from simulation.teaching import Teaching


@dataclass(frozen=True)
class Taught:
    """A teaching and where it stands."""

    teaching: "Teaching"
    file: Path | None
    """The Python file that teaches it; None for a built-in one."""

    @property
    def name(self) -> str:
        """The skill's name."""
        return self.teaching.name

    @property
    def own(self) -> Path:
        """Folder of the weights of a skill of a person's own: beside the file, with the skill's name.

        Raises:
            BadInputError: it is a built-in one, whose weights are Doable's.
        """
        if self.file is None:
            raise BadInputError(f"{self.name} is built in; this is for skills of your own (doable skills new NAME)")
        return self.file.parent / self.name


def skills_folder() -> Path:
    """Where added skills lie: ``$DOABLE_HOME/skills``."""
    return load_settings().home.expanduser() / "skills"


def added_files() -> list[Path]:
    """The files of the skills that were added, by name."""
    return sorted(skills_folder().glob("*.py"))


def taught_files(skills: str | None = None) -> tuple[Path, ...]:
    """The Python files that may teach skills in a run: those that were added, and the one that was named."""
    named = () if skills is None or not skills.endswith(".py") else (Path(skills),)
    return (*added_files(), *named)


def find_taught(source: str) -> Taught:
    """What ``FILE.py``, ``FILE.py:NAME`` or ``NAME`` means.

    Raises:
        LibraryError: the file is missing, fails, or teaches nothing.
        BadInputError: no skill of that name is taught.
    """
    path, _, name = source.rpartition(":") if ".py:" in source else (source, "", "")
    if path.endswith(".py"):
        return _in_file(Path(path), name)
    return _named(source)


def _in_file(path: Path, name: str) -> Taught:
    from simulation.plugins import load_teaching_file

    found = {teaching.name: teaching for teaching in load_teaching_file(path)}
    if name and name not in found:
        raise BadInputError(f"{path.name} teaches no {name!r}; it teaches {', '.join(found)}")
    if not name and len(found) > 1:
        raise BadInputError(f"{path.name} teaches {', '.join(found)}; say which: {path}:{next(iter(found))}")
    return Taught(found[name or next(iter(found))], path.resolve())


def _named(name: str) -> Taught:
    from simulation.lessons import TEACHINGS

    if name in TEACHINGS:
        return Taught(TEACHINGS[name], None)
    for file in added_files():
        if file.stem == name:
            return _in_file(file, name)
    installed = _installed()
    if name in installed:
        teaching = installed[name]
        return Taught(teaching, Path(teaching.expert.__code__.co_filename))
    known = [*TEACHINGS, *(file.stem for file in added_files()), *installed]
    near, names = did_you_mean(name, known), ", ".join(known)
    raise BadInputError(f"no skill {name!r} is taught{near} (skills: {names}; or name a file, {name}.py)")


def _installed() -> "Mapping[str, Teaching]":
    from simulation.plugins import installed_teachings

    return installed_teachings().teachings
