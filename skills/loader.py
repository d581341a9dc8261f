"""Where skills come from: domain files, a person's Python file, and installed plugins."""

import importlib.util
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from skills.conditions import canonical
from skills.errors import LibraryError, did_you_mean
from skills.library import SkillLibrary
from skills.ports import Policy, PolicyError
from skills.skill import Skill
from skills.watchdog import Watchdog

PLUGIN_GROUP = "doable.skills"
"""Entry-point group in which installed packages offer skills."""
TEACHING_GROUP = "doable.teachings"
"""Group for skills that are taught in simulation; such skills may as well stand in the other one."""
LOADING = 30.0
"""How long a person's file may take to be loaded, [s]."""

DEFAULT_HISTORY = {"visited": "robot at", "held": "holding"}
"""History predicate -> what it remembers, for domain files that declare none."""


class _SkillEntry(BaseModel):
    """A skill as it stands in a domain file."""

    model_config = ConfigDict(extra="forbid")

    name: str
    template: str | None = None
    description: str = ""
    parameters: dict[str, str] | None = None
    preconditions: list[Any] | None = None
    effects: list[Any] | None = None

    def to_skill(self) -> Skill:
        """The same as a skill without a policy."""
        return Skill(
            name=self.name,
            template=self.template or _default_template(self),
            parameters=self.parameters or {},
            preconditions=tuple(self.preconditions or ()),
            effects=tuple(self.effects or ()),
            description=self.description,
        )


class _Domain(BaseModel):
    """A domain file: a skill library without policies."""

    model_config = ConfigDict(extra="forbid")

    name: str
    skills: list[_SkillEntry]
    places: list[str] | None = None
    predicates: list[str] | None = None
    categories: dict[str, list[str] | None] | None = None
    history: dict[str, str] | None = None
    note: str = Field(default="", description="for the reader")


@dataclass(frozen=True)
class PluginProblem:
    """A plugin that could not be used; the others still are."""

    name: str
    value: str
    """Where it points, e.g. ``my_package.skills:push``."""
    error: str

    def __str__(self) -> str:
        return f"plugin {self.name!r} ({self.value}) was left out: {self.error}"


@dataclass(frozen=True)
class Plugins:
    """A library with the skills of all installed plugins, and a record of each that is broken."""

    library: SkillLibrary
    problems: tuple[PluginProblem, ...] = ()


def load_domain(path: str | Path) -> SkillLibrary:
    """Read a domain file (YAML) into a library without policies.

    Raises:
        LibraryError: the file is missing or malformed, names an unknown predicate or type, or two skills alike;
            the message begins with the file's name and says what is valid.
    """
    path = Path(path)
    try:
        domain = _Domain.model_validate(_read_yaml(path))
        return SkillLibrary(
            name=domain.name,
            skills=tuple(entry.to_skill() for entry in domain.skills),
            categories={name: tuple(types or ()) for name, types in (domain.categories or {}).items()},
            places=tuple(domain.places or ()),
            predicates=tuple(domain.predicates or ()),
            history=domain.history or _default_history(domain.predicates),
        )
    except ValidationError as error:
        raise LibraryError(f"{path.name}: {_in_words(error)}") from error
    except LibraryError as error:
        raise LibraryError(f"{path.name}: {error}") from error


def load_skills_file(path: str | Path, policy: Policy | None = None) -> list[Skill]:
    """Run a person's Python file and take every ``Skill`` at its top level, in order.

    Args:
        path: the file; it is executed, so it must be trusted.
        policy: handed to the file's ``skill(policy)`` function, if it has one.

    Raises:
        LibraryError: the file is missing, fails, or defines no skill.
    """
    with naming(Path(path)):
        return _carried_out(skills_in(run_file(path), policy), Path(path), policy)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Whatever a person's file does wrong becomes an error that names the file and, where it is known, the line.

    Raises:
        LibraryError: something was wrong.
    """
    try:
        yield
    except LibraryError as error:
        raise LibraryError(f"{path.name}: {error}") from error
    except Exception as error:
        raise LibraryError(f"{path.name}:{line_in(path, error)} {type(error).__name__}: {error}") from error


def run_file(path: str | Path) -> ModuleType:
    """Run a person's Python file; what it defines.

    Raises:
        LibraryError: there is no such file, or it does not come to an end.
        Exception: whatever the file raises; see ``naming``.
    """
    path = Path(path)
    if not path.is_file():
        raise LibraryError(f"no skill file {str(path)!r}; `doable skills new NAME` writes one to begin with")
    watchdog = Watchdog()
    try:
        return watchdog.call(LOADING, _run_module, path)
    except PolicyError as error:
        if error.kind != "silent":
            raise
        raise LibraryError(f"it is not loaded after {LOADING:g} s; look for a loop at its top level") from None
    finally:
        watchdog.close()


def offered() -> list[EntryPoint]:
    """What installed packages offer in either group, each thing once, sorted by name."""
    points = [*entry_points(group=PLUGIN_GROUP), *entry_points(group=TEACHING_GROUP)]
    return sorted({(p.name, p.value): p for p in points}.values(), key=lambda p: p.name)


def plugins(library: SkillLibrary, policy: Policy | None = None, points: Iterable[EntryPoint] | None = None) -> Plugins:
    """Add the skills that installed packages offer; those that fail, or clash with the others, are left out.

    Args:
        library: what they join.
        policy: handed to plugins that are ``skill(policy)`` functions; with it the library is to be run, so that
            plugins with a skill that nobody carries out are left out too.
        points: the entry points; those of the groups ``doable.skills`` and ``doable.teachings`` if None.
    """
    problems: list[PluginProblem] = []
    for point in offered() if points is None else sorted(points, key=lambda p: p.name):
        try:
            found = _carried_out(skills_in(point.load(), policy), _file_of(point), policy)
            _check_policies(found, policy)
            library = library.with_skills(found)
        except Exception as error:  # one broken plugin does not stop the others
            problems.append(PluginProblem(point.name, point.value, f"{type(error).__name__}: {error}"))
    return Plugins(library, tuple(problems))


def _file_of(point: EntryPoint) -> Path | None:
    """The file that an entry point's module lies in."""
    file = getattr(sys.modules.get(point.module), "__file__", None)
    return None if file is None else Path(file)


def _carried_out(skills: Iterable[Skill], file: Path | None, policy: Policy | None) -> list[Skill]:
    """Those without a policy get their own, where there are trained weights beside the file."""
    if policy is None or file is None or all(skill.policy is not None for skill in skills):
        return list(skills)
    from skills.own import carried_out  # needs torch, which planning alone does not

    return [carried_out(skill, file, policy) for skill in skills]


def _check_policies(skills: Iterable[Skill], policy: Policy | None) -> None:
    without = [skill.name for skill in skills if skill.policy is None]
    if policy is not None and without:
        raise LibraryError(
            f"no policy for {', '.join(without)}; a skill that is taught is trained by doable skills train"
        )


def skills_in(source: object, policy: Policy | None = None) -> list[Skill]:
    """The skills that a skill, a teaching, a ``skill(policy)`` function or a module offers; built-ins come so too.

    A teaching is known by the ``Skill`` that it has as ``skill``: what else it holds is not looked at here.

    Raises:
        LibraryError: it offers none.
    """
    contract = _contract(source)
    if contract is not None:
        return [contract]
    if isinstance(source, ModuleType):
        public = [value for key, value in vars(source).items() if not key.startswith("_")]
        named = [contract for value in public if (contract := _contract(value)) is not None]
        made = skills_in(source.skill, policy) if callable(getattr(source, "skill", None)) else []
        found = list({id(skill): skill for skill in [*named, *made]}.values())
    else:
        result = source(policy) if callable(source) else None
        found = [result] if isinstance(result, Skill) else []
    if not found:
        raise LibraryError("no skill found; define `push = Skill(name=…, template=…, …)` at the top level")
    return found


def _contract(value: object) -> Skill | None:
    """The skill that something is, or is a teaching of."""
    if isinstance(value, Skill):
        return value
    skill = None if isinstance(value, type | ModuleType) else getattr(value, "skill", None)
    return skill if isinstance(skill, Skill) else None


def _read_yaml(path: Path) -> object:
    try:
        return yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        there = ", ".join(sorted(p.name for p in path.parent.glob("*.yaml"))) or "none"
        raise LibraryError(f"cannot be read: {error.strerror} (domain files beside it: {there})") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise LibraryError(f"not valid YAML: {' '.join(str(error).split())}") from error


def _default_template(entry: _SkillEntry) -> str:
    return " ".join([entry.name.replace("_", " "), *(f"{{{name}}}" for name in entry.parameters or {})])


def _default_history(predicates: list[str] | None) -> dict[str, str]:
    """What a domain file remembers if it does not say: the usual history, as far as it has the predicates."""
    known = None if not predicates else {canonical(text.partition("(")[0]) for text in predicates}
    return {atom: source for atom, source in DEFAULT_HISTORY.items() if known is None or source in known}


def _in_words(error: ValidationError) -> str:
    return "; ".join(_problem(dict(problem)) for problem in error.errors())


def _problem(problem: dict[str, Any]) -> str:
    *parents, last = problem["loc"] or ("the file",)
    where = ".".join(str(part) for part in (*parents, last))
    if problem["type"] == "extra_forbidden":
        valid = list((_SkillEntry if "skills" in parents else _Domain).model_fields)
        return f"unknown key {where!r}{did_you_mean(str(last), valid)} (keys: {', '.join(valid)})"
    return f"{where}: {problem['msg']}"


def _run_module(path: Path) -> ModuleType:
    name = f"doable_skills_file_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise LibraryError("not a Python file; its name must end in .py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses and pickle look their module up
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def line_in(path: Path, error: BaseException) -> str:
    """The last line of the file that led to the error, as `` line 7:``."""
    if isinstance(error, SyntaxError) and error.lineno:
        return f" line {error.lineno}:"
    lines, trace = [], error.__traceback__
    while trace is not None:
        if Path(trace.tb_frame.f_code.co_filename) == path:
            lines.append(trace.tb_lineno)
        trace = trace.tb_next
    return f" line {lines[-1]}:" if lines else ""
