"""Reads skill calls from text, such as a language model's: ``pick_up(red block)`` or ``pick up the red block``."""

import re
from collections.abc import Iterable
from typing import Protocol

from skills.conditions import canonical
from skills.errors import LibraryError, arguments_in_words, did_you_mean
from skills.skill import Skill, SkillCall

_CALL = re.compile(r"\s*([^()]+?)\s*\((.*)\)\s*", re.DOTALL)


class Skills(Protocol):
    """The part of a library that reading needs."""

    @property
    def name(self) -> str: ...

    @property
    def skills(self) -> Iterable[Skill]: ...

    def __getitem__(self, name: str) -> Skill: ...


def looks_like_call(text: str) -> bool:
    """Whether the text is written as ``name(...)``."""
    return _CALL.fullmatch(text) is not None


def read_call(text: str, library: Skills) -> SkillCall:
    """Read ``pick_up(red block)`` or ``pick_up(object=red block)``.

    Raises:
        LibraryError: not such a text, an unknown skill, or arguments that do not fit.
    """
    found = _CALL.fullmatch(text)
    if found is None:
        raise LibraryError(f"{text!r} is no call; write skill(argument, argument), e.g. pick_up(red block)")
    skill, inside = library[found[1]], found[2]
    values = [part.strip() for part in inside.split(",")] if inside.strip() else []
    if len(values) != len(skill.parameters):
        wanted = arguments_in_words(len(skill.parameters))
        raise LibraryError(f"{skill} takes {wanted}, got {len(values)}: {inside!r}")
    pairs = [_keyword(value, skill) or (key, value) for key, value in zip(skill.parameters, values, strict=True)]
    return SkillCall(skill, dict(pairs))


def read_command(text: str, library: Skills) -> SkillCall:
    """Read a command in words, by the skills' templates.

    Raises:
        LibraryError: it fits no template, or fits in more than one way.
    """
    wanted = canonical(text).rstrip(".! ")
    calls = [call for skill in library.skills for call in _readings(skill, wanted)]
    if len(calls) > 1:
        raise LibraryError(f"{text!r} is ambiguous: {' or '.join(sorted(map(str, calls)))}; write one of these")
    if not calls:
        near = did_you_mean(wanted, [canonical(skill.template) for skill in library.skills])
        templates = "; ".join(skill.template for skill in library.skills)
        raise LibraryError(f"{text!r} is no command of library {library.name}{near} (commands: {templates})")
    return calls[0]


def _keyword(text: str, skill: Skill) -> tuple[str, str] | None:
    """``("object", "red block")`` from ``object=red block``, if the skill has that parameter."""
    key, equals, value = text.partition("=")
    return (canonical(key), value) if equals and canonical(key) in skill.parameters else None


def _readings(skill: Skill, text: str) -> set[SkillCall]:
    """The calls that a command may mean: those of the shortest and of the longest first arguments."""
    found = set()
    for wildcard in (r"(?P<{}>[^(),]+?)", r"(?P<{}>[^(),]+)"):
        literals = re.split(r"\{(\w+)\}", canonical(skill.template))
        parts = [wildcard.format(part) if i % 2 else re.escape(part) for i, part in enumerate(literals)]
        match = re.fullmatch("".join(parts), text)
        if match:
            found.add(SkillCall(skill, match.groupdict()))
    return found
