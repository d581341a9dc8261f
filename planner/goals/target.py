"""What search works towards, and the world that it plans in: the contract between understanding and planning."""

from collections.abc import Mapping
from dataclasses import dataclass

from grounding import Fact
from skills import SkillLibrary
from skills.conditions import Condition


@dataclass(frozen=True)
class Target:
    """A goal over the ids of one scene: what search works towards, and what the scene is checked against.

    History atoms such as ``visited(table)`` and ``held(apple)`` are allowed in the stages.
    """

    stages: tuple[Condition, ...]
    """Each must come true, in this order ("first … then"); the last must hold at the end."""
    avoid: frozenset[str] = frozenset()
    """Ids that no step may name."""
    keep: tuple[Condition, ...] = ()
    """Must hold after every step."""


@dataclass(frozen=True)
class PlanningWorld:
    """All that a planner may know: the skills, and what is there."""

    library: SkillLibrary
    objects: Mapping[str, str]
    """Id -> category."""
    facts: frozenset[Fact]
    """Canonical; what is not listed is false."""
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """What a person has to say before anything moves."""

    text: str
    options: tuple[str, ...] = ()
    """The possible answers, where they can be listed."""


@dataclass(frozen=True)
class Refusal:
    """Why nothing is done."""

    reason: str
