"""What a run is asked to do besides its task; a trace keeps it, so that the run can be resumed or repeated."""

from typing import Any, Literal, Self, cast, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from doable.errors import BadInputError, checking
from traces import RunStarted

RunPlanner = Literal["goal", "saycan"]
"""The planners that work in the loop; others only plan."""

_OWN_FIELDS = ("scene", "robot", "seed")
"""Fields that `RunStarted` has itself."""


class RunOptions(BaseModel):
    """Where to act and how to decide."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    scene: str = "tabletop"
    robot: str = "panda"
    seed: int = Field(default=0, ge=0)
    """Draws the scene."""
    objects: tuple[str, ...] | None = None
    """Exactly what lies there, e.g. `("red block", "blue bowl")`; None: drawn."""
    skills: str | None = None
    """A skill library (.yaml) or a Python file with further skills; None: the built-in ones."""
    prompts: str | None = None
    """Folder with the prompts; None: those that come with Doable."""
    model: str = "embedded"
    """The language model, as `--model` takes it."""
    planner: RunPlanner = "goal"
    """goal: the task becomes a goal, search plans, the scene tells when it is done; saycan: step by step."""
    base_url: str | None = None
    """Address of the server of that model; None: that of its provider, or none."""
    answers: tuple[str, ...] = ()
    """To the questions about the task, in order; then somebody is asked, if there is anybody."""
    max_steps: int = Field(default=12, ge=1)
    say: bool = True
    """Whether the language model takes part in the ranking."""
    can: bool = True
    """Whether the value function does."""
    approve: bool = False
    """Whether each step waits until a person approves it, and an open question for an answer."""
    video: bool = True
    """Whether the cameras are filmed."""
    oracle: bool = False
    """Whether the scene comes from the simulator's state instead of pixels."""
    oracle_skills: bool = False
    """Whether scripted demonstrators act, and the simulator says what can be done and what was."""
    recovery: bool = True
    """Whether anything is tried after a step that failed; without, the run ends there."""

    @field_validator("base_url")
    @classmethod
    def _holds_no_key(cls, base_url: str | None) -> str | None:
        from planner.models.secrets import check_base_url

        return check_base_url(base_url) if base_url else None

    @model_validator(mode="after")
    def _something_to_rank_by(self) -> Self:
        if self.planner == "saycan" and not self.say and not self.can:
            raise ValueError("without say and can there is nothing to rank by; leave one of them on")
        return self

    def for_trace(self) -> dict[str, Any]:
        """The options that `RunStarted` has no field for, as plain data."""
        return self.model_dump(mode="json", exclude=set(_OWN_FIELDS))

    @classmethod
    def of_trace(cls, started: RunStarted) -> "RunOptions":
        """The options that a run was started with.

        Raises:
            BadInputError: they cannot be; another version wrote them.
        """
        own = {name: getattr(started, name) for name in _OWN_FIELDS}
        greedy = {"planner": "saycan"}  # what a trace means that is older than the option
        with checking(f"the options of trace {started.trace}"):
            return cls.model_validate({**greedy, **started.options, **own})


def check_planner(kind: str) -> RunPlanner:
    """One of the planners that work in the loop.

    Raises:
        BadInputError: there is no such planner, or it only plans.
    """
    if kind not in get_args(RunPlanner):
        raise BadInputError(f"no planner {kind!r} carries tasks out (planners: {', '.join(get_args(RunPlanner))})")
    return cast(RunPlanner, kind)


def check_task(task: str) -> None:
    """Refuse a task without words.

    Raises:
        BadInputError: it is empty.
    """
    if not any(letter.isalnum() for letter in task):
        raise BadInputError(f'the task {task!r} is empty; say what to do, e.g. "put the red block in the blue bowl"')
