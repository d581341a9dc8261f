"""A library that believes every skill can always be begun: what planning without affordances means."""

from dataclasses import replace

from skills import Skill, SkillLibrary
from skills.conditions import And, Atom, Condition, Or, unparse


def without_preconditions(library: SkillLibrary) -> SkillLibrary:
    """The same skills without preconditions, but for those that say where something is: effects speak of it."""
    return replace(library, skills=tuple(_unconditional(skill) for skill in library))


def _unconditional(skill: Skill) -> Skill:
    used = {term for atom in skill.change.atoms for term in atom.terms if term.startswith("?")}
    kept = [unparse(atom) for atom in _positive(skill.condition) if used.intersection(atom.terms)]
    return replace(skill, preconditions=tuple(kept))


def _positive(condition: Condition) -> list[Atom]:
    """The atoms that bind variables."""
    if isinstance(condition, Atom):
        return [condition]
    return [a for part in condition.parts for a in _positive(part)] if isinstance(condition, And | Or) else []
