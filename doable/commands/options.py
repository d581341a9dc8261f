"""Options that several commands share."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

from doable.errors import BadInputError

SceneOption = Annotated[str, typer.Option("--scene", help="What the robot works in: tabletop or tabletop10.")]
RobotOption = Annotated[str, typer.Option("--robot", help="Which robot.")]
SeedOption = Annotated[int, typer.Option("--seed", min=0, help="Draws the scene; the same seed, the same episode.")]
ObjectsOption = Annotated[
    str | None,
    typer.Option("--objects", help="Exactly what lies on the table, e.g. 'red block, blue bowl'; poses stay seeded."),
]
ModelOption = Annotated[
    str | None,
    typer.Option("--model", help="embedded, hf:NAME, openai:NAME or langchain:PROVIDER:NAME; else DOABLE_MODEL."),
]
BaseUrlOption = Annotated[
    str | None,
    typer.Option("--base-url", help="Address of the server of --model openai:… or langchain:…, without keys."),
]
DataDirOption = Annotated[
    Path | None, typer.Option("--data-dir", help="Where traces lie; $DOABLE_HOME or ~/.local/share/doable.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
EpisodesOption = Annotated[int, typer.Option("--episodes", min=1, help="How many attempts.")]
WorkersOption = Annotated[int, typer.Option("--workers", min=1, help="How many processes.")]
ExecutorOption = Annotated[
    str | None,
    typer.Option(
        "--executor", help="serial, processes or ray (an extra); else serial for one worker and processes for more."
    ),
]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="Print no decisions.")]

AnswersOption = Annotated[
    list[str] | None,
    typer.Option("--answer", help="The reply to a question; several are taken in order. Else a terminal is asked."),
]
SkillsOption = Annotated[
    Path | None, typer.Option("--skills", help="A skill library (.yaml) or a Python file with further skills.")
]
OracleOption = Annotated[bool, typer.Option("--oracle", help="Take the scene from the simulator, not from pixels.")]
OracleSkillsOption = Annotated[
    bool,
    typer.Option(
        "--oracle-skills",
        help="Let scripted demonstrators act, and the simulator judge what can be done and what worked.",
    ),
]
ApproveOption = Annotated[
    bool, typer.Option("--approve", help="Each step waits until a person approves it, e.g. in the trace's page.")
]
VideoOption = Annotated[bool, typer.Option("--video/--no-video", help="Whether the cameras are filmed.")]
RunPlannerOption = Annotated[
    str, typer.Option("--planner", help="goal: read a goal, search, look at the scene; saycan: step by step.")
]

DEFAULT_PLANNER = "goal"
DEFAULT_SCENE = "tabletop"
DEFAULT_ROBOT = "panda"
DEFAULT_SEED = 0


def split_objects(text: str | None) -> tuple[str, ...] | None:
    """`"red block, blue bowl"` as its parts; None for None.

    Raises:
        BadInputError: the text names nothing.
    """
    if text is None:
        return None
    parts = tuple(part.strip() for part in text.split(",") if part.strip())
    if not parts:
        raise BadInputError(f"--objects {text!r} names nothing; e.g. --objects 'red block, blue bowl'")
    return parts


def print_json(data: Any) -> None:
    """One JSON object on a line of its own."""
    typer.echo(json.dumps(data))
