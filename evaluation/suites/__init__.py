"""Suites of tasks, one YAML file each: what is said, what it is about and what must hold in the end."""

from importlib import resources
from pathlib import Path
from typing import Literal

import numpy as np
import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from skills.conditions import Condition, ConditionError, parse_condition

__all__ = ["Suite", "Task", "TaskTemplate", "load_suite"]

SCENES = ("tabletop", "tabletop10")
"""Scenes that tasks can be set in."""


class Task(BaseModel):
    """A task about particular things."""

    model_config = ConfigDict(frozen=True)

    id: str
    instruction: str
    goal: tuple[str, ...]
    """What must hold in the end, all of it."""
    max_steps: int = 12
    """Skill calls that are allowed."""

    @property
    def condition(self) -> Condition:
        """The goal, parsed."""
        return parse_condition(list(self.goal))


class TaskTemplate(BaseModel):
    """A task with the names of things left open, and the table that it needs."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    instruction: tuple[str, ...] = Field(min_length=1)
    """Wordings, of which one is drawn."""
    things: dict[str, tuple[str, ...]]
    """Categories of each name in braces, of which one is drawn; with a colour of ``colours`` in braces before them."""
    goal: tuple[str, ...] = Field(min_length=1)
    colours: tuple[str, ...] = ()
    """Names of colours that are drawn for the task, all different."""
    fixtures: tuple[str, ...] = ()
    """What the table must have, as for ``simulation.scene.sample_tabletop``."""
    drawer: Literal["open", "closed"] = "closed"
    """How it begins, if there is one."""
    lamp: Literal["lit", "unlit"] = "unlit"
    inside: tuple[str, ...] = ()
    """Names of the things that begin in the drawer."""
    pushed: dict[str, str] = {}
    """Names of things and of the region or thing that each is to be pushed to: the way there is clear."""
    others: int = Field(default=2, ge=0)
    """How many more things there may be."""

    @field_validator("instruction", mode="before")
    @classmethod
    def _one_or_several(cls, value: object) -> object:
        return (value,) if isinstance(value, str) else value

    @field_validator("things", mode="before")
    @classmethod
    def _one_or_several_each(cls, value: object) -> object:
        if not isinstance(value, dict):
            return value
        return {name: (kinds,) if isinstance(kinds, str) else kinds for name, kinds in value.items()}

    def bind(self, rng: np.random.Generator, there: dict[str, str], names: dict[str, str] | None = None) -> Task:
        """Choose things at random, none twice, and a wording.

        Args:
            rng: chooses.
            there: category by id of what the scene holds.
            names: things, and colours, that are chosen already.

        Raises:
            ValueError: the scene has too few things of a category.
        """
        names = dict(names or {})
        for name, categories in self.things.items():
            if name in names:
                continue
            free = [id for id, kind in there.items() if kind in categories and id not in names.values()]
            if not free:
                wanted = " or ".join(categories)
                raise ValueError(f"task {self.id!r} needs another {wanted}; there is: {', '.join(there)}")
            names[name] = free[int(rng.integers(len(free)))]
        wording = self.instruction[int(rng.integers(len(self.instruction))) if len(self.instruction) > 1 else 0]
        goal = tuple(condition.format(**names) for condition in self.goal)
        return Task(id=self.id, instruction=wording.format(**names), goal=goal)


class Suite(BaseModel):
    """Tasks that are evaluated together."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    scene: str = "tabletop"
    """Which scene is drawn for its tasks."""
    max_steps: int = Field(default=12, ge=1)
    tasks: tuple[TaskTemplate, ...] = Field(min_length=1)


def load_suite(name: str) -> Suite:
    """A suite that ships here, or a YAML file.

    Raises:
        ValueError: there is no such suite, or the file is not one.
    """
    folder = resources.files(__name__)
    shipped = sorted(entry.name.removesuffix(".yaml") for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    if name in shipped:
        return _parse(folder.joinpath(f"{name}.yaml").read_text(), name)
    if not Path(name).is_file():
        raise ValueError(f"unknown suite {name!r}; choose from: {', '.join(shipped)}, or give a YAML file")
    return _parse(Path(name).read_text(), name)


def _parse(text: str, name: str) -> Suite:
    try:
        suite = Suite.model_validate(yaml.safe_load(text))
        for task in suite.tasks:
            filled = {name: f"some {name}" for name in (*task.things, *task.colours)}
            for text in (*task.instruction, *(kind for kinds in task.things.values() for kind in kinds)):
                text.format(**filled)
            for name in (*task.inside, *task.pushed, *task.pushed.values()):
                filled[name]
            parse_condition([condition.format(**filled) for condition in task.goal])
    except (ValidationError, yaml.YAMLError, ConditionError) as error:
        raise ValueError(f"suite {name!r} cannot be read: {error}") from error
    except KeyError as error:
        raise ValueError(f"suite {name!r}: task {task.id!r} names {error} without saying what it is") from error
    if suite.scene not in SCENES:
        raise ValueError(f"suite {name!r}: unknown scene {suite.scene!r}; choose from: {', '.join(SCENES)}")
    return suite
