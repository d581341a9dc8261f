"""One way to load skills, whatever they lie in."""

import hashlib
import json
import sys
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from pathlib import Path

from doable.scenes import DEFAULT_SCENE, parts_of
from skills import PluginProblem, Policy, SkillLibrary, load_domain, load_skills_file, plugins


@cache
def say_once(problem: PluginProblem) -> None:
    """One line on stderr, however often the library is loaded in this process."""
    print(f"doable: {' '.join(str(problem).split())}", file=sys.stderr)


def load_library(
    source: str | Path | None = None,
    policy: Policy | None = None,
    on_problem: Callable[[PluginProblem], object] = say_once,
    *,
    scene: str = DEFAULT_SCENE,
) -> SkillLibrary:
    """The built-in skills and those of installed packages, a person's further ones, or a library of its own.

    Args:
        source: None for the skills of the scene; a `.py` file adds its skills to them; a `.yaml` domain file is a
            library of its own, without policies.
        policy: who carries the skills out.
        on_problem: hears of each installed package whose skills had to be left out.
        scene: whose skills are the built-in ones.

    Raises:
        BadInputError: there is no such scene.
        LibraryError: the file is missing, malformed, or clashes with the other skills.
    """
    if source is not None and Path(source).suffix in (".yaml", ".yml"):
        return load_domain(source)
    installed = plugins(parts_of(scene).library(policy), policy)
    for problem in installed.problems:
        on_problem(problem)
    return installed.library if source is None else installed.library.with_skills(load_skills_file(source, policy))


def library_hash(library: SkillLibrary) -> str:
    """SHA-256 of what a library says of its skills; who carries them out is told by the weights."""
    left_out = {"policy", "condition", "change", "done"}
    skills = [{f.name: getattr(skill, f.name) for f in fields(skill) if f.name not in left_out} for skill in library]
    said = [library.name, skills, library.categories, library.places, library.predicates, library.history]
    return hashlib.sha256(json.dumps(said, default=repr, sort_keys=True).encode()).hexdigest()
