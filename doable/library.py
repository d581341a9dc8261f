"""One way to load skills, whatever they lie in."""

import hashlib
import json
import sys
from collections.abc import Callable
from dataclasses import fields
from functools import cache
from pathlib import Path

from doable.scenes import DEFAULT_SCENE, library_of
from doable.taught import added_files
from skills import LibraryError, PluginProblem, Plugins, Policy, SkillLibrary, load_domain, load_skills_file, plugins


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
    """The built-in skills, those of packages and those that were added, further ones, or a library of its own.

    Args:
        source: None for the skills of the scene; a `.py` file adds its skills to them; a `.yaml` domain file is a
            library of its own, without policies.
        policy: who carries the skills out.
        on_problem: hears of each installed package, and each added skill, that had to be left out.
        scene: whose skills are the built-in ones.

    Raises:
        BadInputError: there is no such scene.
        LibraryError: the file is missing, malformed, or clashes with the other skills.
    """
    if source is not None and Path(source).suffix in (".yaml", ".yml"):
        return load_domain(source)
    installed = plugins(library_of(scene)(policy), policy)
    further = added(installed.library, policy, without=None if source is None else Path(source))
    for problem in (*installed.problems, *further.problems):
        on_problem(problem)
    return further.library if source is None else further.library.with_skills(load_skills_file(source, policy))


def added(library: SkillLibrary, policy: Policy | None = None, without: Path | None = None) -> Plugins:
    """A library with the skills that a person has added (``doable skills add``); those that cannot be used are named.

    Args:
        library: what they join.
        policy: who carries skills out; with it those are left out that were never trained, or for other eyes.
        without: a file whose skills will come on top, and may be a newer version of an added one.
    """
    problems: list[PluginProblem] = []
    for file in added_files():
        if without is not None and without.stem == file.stem:
            continue
        try:
            found = load_skills_file(file, policy)
            if policy is not None and (untrained := [skill.name for skill in found if skill.policy is None]):
                raise LibraryError(f"no weights for {', '.join(untrained)}; train and add it again")
            library = library.with_skills(found)
        except Exception as error:  # one broken file does not stop the others
            problems.append(PluginProblem(file.stem, str(file), f"{type(error).__name__}: {error}"))
    return Plugins(library, tuple(problems))


def library_hash(library: SkillLibrary) -> str:
    """SHA-256 of what a library says of its skills; who carries them out is told by the weights."""
    left_out = {"policy", "condition", "change", "done"}
    skills = [{f.name: getattr(skill, f.name) for f in fields(skill) if f.name not in left_out} for skill in library]
    said = [library.name, skills, library.categories, library.places, library.predicates, library.history]
    return hashlib.sha256(json.dumps(said, default=repr, sort_keys=True).encode()).hexdigest()
