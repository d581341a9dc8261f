"""What networks learn of skills: how people say each, what is looked for, and what can be named.

Robot and simulator do not occur here: a curriculum is words. ``simulation.lessons.curriculum`` makes one from what is
taught in simulation.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from grounding.parts import split_name
from skills.language import word
from skills.skill import Skill


def check_names(skill: Skill, texts: Iterable[str]) -> None:
    """Make sure that texts with names in braces name parameters of a skill alone.

    Raises:
        ValueError: one names something else; the message says what there is.
    """
    blank = {name: "" for name in skill.parameters}
    for text in texts:
        try:
            text.format(**blank)
        except (KeyError, IndexError, ValueError) as error:
            known = ", ".join(f"{{{name}}}" for name in blank) or "none"
            raise ValueError(f"{skill.name}: {text!r} names an unknown parameter; there is: {known}") from error


@dataclass(frozen=True)
class Looks:
    """What a skill looks for: names of parts of the scene, with the skill's parameters in braces."""

    target: str
    """What the hand goes to, e.g. ``{drawer} handle``."""
    object: str
    """What is moved or changed, e.g. ``{object}``."""
    place: str
    """Where it goes, or what shows that it worked, e.g. ``{container}`` or ``lamp``."""

    def of(self, arguments: Mapping[str, str]) -> tuple[str, str, str]:
        """The names meant by a call: target, object and place.

        Raises:
            KeyError: a parameter that the call lacks.
        """
        return self.target.format(**arguments), self.object.format(**arguments), self.place.format(**arguments)


@dataclass(frozen=True)
class Lesson:
    """One skill as networks learn it.

    Raises:
        ValueError: there is no wording, or one does not name each parameter.
    """

    skill: Skill
    wordings: tuple[str, ...]
    """Sentences with the parameters in braces; the first is the skill's template, which planners use."""
    looks: Looks

    def __post_init__(self) -> None:
        check_names(self.skill, (*self.wordings, self.looks.target, self.looks.object, self.looks.place))
        for text in self.wordings:
            missing = [name for name in self.skill.parameters if f"{{{name}}}" not in text]
            if missing:
                raise ValueError(f"{self.skill.name}: the wording {text!r} does not say {', '.join(missing)}")
        if not self.wordings or self.wordings[0] != self.skill.template:
            raise ValueError(f"{self.skill.name}: the first wording must be the template {self.skill.template!r}")


@dataclass(frozen=True)
class Curriculum:
    """Skills to be learned together, and the types of what can be named."""

    lessons: Mapping[str, Lesson]
    """By skill, in the order in which networks count them."""
    categories: Mapping[str, tuple[str, ...]]
    """Category of things -> types, as in a skill library."""

    @property
    def names(self) -> tuple[str, ...]:
        """The skills, in order."""
        return tuple(self.lessons)

    def __getitem__(self, skill: str) -> Lesson:
        """How a skill is learned.

        Raises:
            ValueError: it is not among them; the message names those that are.
        """
        if skill not in self.lessons:
            raise ValueError(f"unknown skill {skill!r}; choose from: {', '.join(self.lessons)}")
        return self.lessons[skill]

    def fits(self, name: str, type: str) -> bool:
        """Whether a thing called ``name``, e.g. ``red block``, is of a type; a category is a type of its own."""
        kind = split_name(name)[1]
        return type == kind or type in self.categories.get(kind, ())

    def say(self, skill: str, arguments: Mapping[str, str], rng: np.random.Generator, plain: float = 0.0) -> str:
        """A command in one of its skill's wordings, nouns replaced by synonyms.

        Args:
            skill: one of ``names``.
            arguments: names of things by parameter.
            rng: chooses.
            plain: share of commands in the first wording, the one that planners use.
        """
        wordings = self[skill].wordings
        return word(wordings[0 if rng.random() < plain else int(rng.integers(len(wordings)))], arguments, rng)
