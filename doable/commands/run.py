"""`doable run` and `doable resume`: carry out a task."""

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from doable.commands.options import (
    DEFAULT_PLANNER,
    DEFAULT_ROBOT,
    DEFAULT_SCENE,
    DEFAULT_SEED,
    AnswersOption,
    ApproveOption,
    BaseUrlOption,
    DataDirOption,
    JsonOption,
    ModelOption,
    ObjectsOption,
    OracleOption,
    OracleSkillsOption,
    QuietOption,
    RobotOption,
    RunPlannerOption,
    SceneOption,
    SeedOption,
    SkillsOption,
    VideoOption,
    print_json,
    split_objects,
)
from doable.errors import ExitCode, checking

if TYPE_CHECKING:
    from rich.console import Console

    from doable.agent import Agent, Listener, RunResult


def run(
    task: Annotated[str, typer.Argument(metavar="TASK", help='In plain words: "put the red block in the blue bowl".')],
    scene: SceneOption = DEFAULT_SCENE,
    robot: RobotOption = DEFAULT_ROBOT,
    seed: SeedOption = DEFAULT_SEED,
    objects: ObjectsOption = None,
    model: ModelOption = None,
    base_url: BaseUrlOption = None,
    skills: SkillsOption = None,
    prompts: Annotated[Path | None, typer.Option("--prompts", help="A folder with prompts of your own.")] = None,
    planner: RunPlannerOption = DEFAULT_PLANNER,
    answer: AnswersOption = None,
    max_steps: Annotated[int, typer.Option("--max-steps", min=1, help="Give up after so many steps.")] = 12,
    no_say: Annotated[bool, typer.Option("--no-say", help="Rank without the language model.")] = False,
    no_can: Annotated[bool, typer.Option("--no-can", help="Rank without the value function.")] = False,
    oracle: OracleOption = False,
    oracle_skills: OracleSkillsOption = False,
    approve: ApproveOption = False,
    video: VideoOption = True,
    data_dir: DataDirOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Carry out a task. Exit code 0: verified, 1: not achieved, refused, asked, 2: bad input, 3: stopped for safety."""
    from doable.asking import Asking
    from doable.options import RunOptions, check_planner, check_task
    from doable.settings import load_settings

    check_task(task)
    settings = load_settings(data_dir, model, base_url)
    with checking():
        options = RunOptions(
            scene=scene,
            robot=robot,
            seed=seed,
            objects=split_objects(objects),
            skills=None if skills is None else str(skills.absolute()),
            prompts=None if prompts is None else str(prompts.absolute()),
            model=settings.model,
            planner=check_planner(planner),
            base_url=settings.base_url,
            answers=tuple(answer or ()),
            max_steps=max_steps,
            say=not no_say,
            can=not no_can,
            oracle=oracle,
            oracle_skills=oracle_skills,
            approve=approve,
            video=video,
        )

    def act(agent: "Agent", listener: "Listener") -> "RunResult":
        return agent.run(task, listener, Asking(terminal=not as_json))

    def load() -> "Agent":
        from doable.agent import Agent

        return Agent.load(settings, options)

    _carry_out(load, act, as_json, quiet)


def resume(
    trace: Annotated[str, typer.Argument(metavar="TRACE", help="An id, its beginning, or 'latest'.")],
    answer: AnswersOption = None,
    data_dir: DataDirOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Go on with a run whose process ended before the run did, or that waits for an answer."""
    from doable.asking import Asking
    from doable.settings import load_settings

    settings = load_settings(data_dir)

    def load() -> "Agent":
        from doable.agent import Agent

        return Agent.of_trace(settings, trace)

    def act(agent: "Agent", listener: "Listener") -> "RunResult":
        return agent.resume(trace, listener, Asking(answer or (), terminal=not as_json))

    _carry_out(load, act, as_json, quiet)


def _carry_out(
    load: Callable[[], "Agent"],
    act: Callable[["Agent", "Listener"], "RunResult"],
    as_json: bool,
    quiet: bool,
) -> None:
    """Load the parts and act, with a live view on the terminal, or on stderr beside JSON."""
    from rich.console import Console

    from doable.live import LiveView

    console = Console(stderr=as_json, quiet=quiet)
    with LiveView(console) as view, load() as agent:
        result = act(agent, view)
    _report(result, console, as_json)
    raise typer.Exit(_exit_code(result))


def _report(result: "RunResult", console: "Console", as_json: bool) -> None:
    console.print(f"look at it again with: doable trace show {result.trace}", style="dim", highlight=False)
    if as_json:
        print_json(asdict(result))


def _exit_code(result: "RunResult") -> ExitCode:
    if result.status == "stopped_for_safety":
        return ExitCode.STOPPED
    return ExitCode.ACHIEVED if result.verified else ExitCode.NOT_ACHIEVED
