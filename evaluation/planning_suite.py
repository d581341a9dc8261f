"""Planning suites: an instruction and a symbolic world in, a sequence of calls out; no simulator and no camera.

A suite is a ``.jsonl`` file, a task a line; ``domains/NAME.yaml`` beside it, or a folder up, holds a skill library.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from planner.goals.target import PlanningWorld, Target
from planner.task_planner import Answer, TaskPlanner, planning_world
from skills import SkillLibrary, load_domain
from skills.conditions import Condition, ConditionError, check_names, parse_condition, parse_fact

Expectation = Literal["done", "refuse", "ask"]


HELD_OUT = "held_out"
"""Folder of the suites that nobody looks into while the lessons are written."""


class WorldEntry(BaseModel):
    """What is there."""

    model_config = ConfigDict(frozen=True)

    objects: Mapping[str, str] = Field(default_factory=dict)
    """Id -> category."""
    facts: tuple[str, ...] = ()


class PlanningTask(BaseModel):
    """A line of a suite. A planner may see all but ``goal``, ``stages`` and ``expect``."""

    model_config = ConfigDict(frozen=True, extra="allow")

    id: str
    domain: str
    instruction: str
    world: WorldEntry
    family: str = "-"
    goal: Any = Field(default_factory=list)
    stages: tuple[Any, ...] | None = None
    """The goal in the order in which its parts are to come true, where the order matters; the last is ``goal``."""
    expect: Expectation = "done"
    answer: str | None = None
    """What the person replies to a question."""
    max_steps: int | None = None

    @property
    def condition(self) -> Condition:
        """The goal, parsed."""
        return parse_condition(self.goal)

    @property
    def target(self) -> Target:
        """The true goal, for evaluation only."""
        return Target(tuple(parse_condition(stage) for stage in self.stages or (self.goal,)))


@dataclass(frozen=True)
class PlanningSuite:
    """Tasks and the libraries that they speak of."""

    name: str
    tasks: tuple[PlanningTask, ...]
    folders: tuple[Path, ...]
    """Where the domain files lie."""

    @cached_property
    def libraries(self) -> Mapping[str, SkillLibrary]:
        """Library by domain.

        Raises:
            ValueError: there is no such domain file, or it cannot be read (LibraryError).
        """
        return {name: load_domain(self._file(name)) for name in sorted({task.domain for task in self.tasks})}

    def world(self, task: PlanningTask) -> PlanningWorld:
        """What a planner is given."""
        return planning_world(self.libraries[task.domain], task.world.objects, task.world.facts)

    def _file(self, name: str) -> Path:
        for folder in self.folders:
            if (folder / f"{name}.yaml").is_file():
                return folder / f"{name}.yaml"
        there = sorted(file.stem for folder in self.folders if folder.is_dir() for file in folder.glob("*.yaml"))
        raise ValueError(f"suite {self.name}: no domain file {name}.yaml (domains: {', '.join(there) or 'none'})")


def shipped_suites() -> tuple[str, ...]:
    """The planning suites that come with Doable: for development, then ``held_out/NAME`` for published figures."""
    folder = resources.files("evaluation.suites")
    return (*_suites_in(folder), *(f"{HELD_OUT}/{name}" for name in _suites_in(folder.joinpath(HELD_OUT))))


def _suites_in(folder: Traversable) -> list[str]:
    found = folder.iterdir() if folder.is_dir() else ()
    return sorted(entry.name.removesuffix(".jsonl") for entry in found if entry.name.endswith(".jsonl"))


def load_planning_suite(name: str | Path) -> PlanningSuite:
    """A suite that ships with Doable, by its name, or a ``.jsonl`` file.

    Raises:
        ValueError: there is no such suite, or a line of it is no task; the message says which.
    """
    path = Path(name)
    if str(name) in shipped_suites():
        path = Path(str(resources.files("evaluation.suites").joinpath(f"{name}.jsonl")))
    if not path.is_file():
        raise ValueError(
            f"no planning suite {str(name)!r}; give a .jsonl file, or one of: {', '.join(shipped_suites())}"
        )
    lines = [(n, line) for n, line in enumerate(path.read_text("utf-8").splitlines(), start=1) if line.strip()]
    tasks = tuple(_task(line, f"{path.name}:{n}") for n, line in lines)
    suite = PlanningSuite(name_of(path), tasks, (path.parent / "domains", path.parent.parent / "domains"))
    _ = suite.libraries
    return suite


def name_of(path: Path) -> str:
    """``held_out/forms`` for a held-out suite, or a file's name without its ending."""
    return f"{HELD_OUT}/{path.stem}" if path.parent.name == HELD_OUT else path.stem


def solve(planner: TaskPlanner, task: PlanningTask, world: PlanningWorld) -> Answer:
    """Let a planner answer a task; it may ask once, and then hears the task's reply, if there is one.

    A planner that breaks has given up: one task must not end a suite.
    """
    try:
        replies = [task.answer]
        return planner.plan(task.instruction, world, lambda question: replies.pop() if replies else None)
    except Exception as error:
        return Answer("gave_up", reason=f"{type(error).__name__}: {error}")


def answer_line(task: PlanningTask, answer: Answer, seconds: float) -> str:
    """A line of an answer file."""
    return json.dumps({"id": task.id, **answer.to_dict(), "seconds": round(seconds, 4)}, ensure_ascii=False)


def _task(line: str, where: str) -> PlanningTask:
    try:
        task = PlanningTask.model_validate_json(line)
        check_names(task.world.objects)
        _check(task.world.facts)
        parse_condition(task.goal)
    except ValidationError as error:
        problem = error.errors()[0]
        place = ".".join(map(str, problem["loc"]))
        raise ValueError(f"{where}: {place + ': ' if place else ''}{problem['msg']}") from error
    except ConditionError as error:
        raise ValueError(f"{where}: {error}") from error
    return task


def _check(facts: Iterable[str]) -> None:
    for fact in facts:
        parse_fact(fact)
