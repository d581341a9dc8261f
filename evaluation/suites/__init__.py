"""Suites of tasks, one YAML file each: what is said, what it is about and what must hold in the end."""

from importlib import resources
from pathlib import Path

import numpy as np
import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from skills.conditions import Condition, ConditionError, parse_condition

__all__ = ["Suite", "Task", "TaskTemplate", "load_suite"]


class Task(BaseModel):
    """A task about particular things."""

    model_config = ConfigDict(frozen=True)

    id: str
    instruction: str
    goal: tuple[str, ...]
    """What must hold in the end, all of it."""

    @property
    def condition(self) -> Condition:
        """The goal, parsed."""
        return parse_condition(list(self.goal))


class TaskTemplate(BaseModel):
    """A task with the names of things left open."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    instruction: str
    things: dict[str, str]
    """Category of each name in braces."""
    goal: tuple[str, ...] = Field(min_length=1)

    def bind(self, rng: np.random.Generator, there: dict[str, str]) -> Task:
        """Choose things at random, none twice.

        Args:
            rng: chooses.
            there: category by id of what the scene holds.

        Raises:
            ValueError: the scene has too few things of a category.
        """
        names: dict[str, str] = {}
        for name, category in self.things.items():
            free = [id for id, kind in there.items() if kind == category and id not in names.values()]
            if not free:
                raise ValueError(f"task {self.id!r} needs another {category}; there is: {', '.join(there)}")
            names[name] = free[int(rng.integers(len(free)))]
        goal = tuple(condition.format(**names) for condition in self.goal)
        return Task(id=self.id, instruction=self.instruction.format(**names), goal=goal)


class Suite(BaseModel):
    """Tasks that are evaluated together."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
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
            filled = {thing: f"some {thing}" for thing in task.things}
            task.instruction.format(**filled)
            parse_condition([condition.format(**filled) for condition in task.goal])
    except (ValidationError, yaml.YAMLError, ConditionError) as error:
        raise ValueError(f"suite {name!r} cannot be read: {error}") from error
    except KeyError as error:
        raise ValueError(f"suite {name!r}: task {task.id!r} names {error} without saying what it is") from error
    return suite
