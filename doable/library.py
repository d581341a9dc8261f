"""One way to load skills, whatever they lie in."""

from pathlib import Path

from skills import Policy, SkillLibrary, load_domain, load_skills_file, tabletop_library


def load_library(source: str | Path | None = None, policy: Policy | None = None) -> SkillLibrary:
    """The built-in skills, a person's further ones, or a library of its own.

    Args:
        source: None for the built-in table-top skills; a `.py` file adds its skills to them; a `.yaml` domain file is a
            library of its own, without policies.
        policy: who carries the skills out.

    Raises:
        LibraryError: the file is missing, malformed, or clashes with the built-in skills.
    """
    if source is None:
        return tabletop_library(policy)
    if Path(source).suffix in (".yaml", ".yml"):
        return load_domain(source)
    return tabletop_library(policy).with_skills(load_skills_file(source, policy))
