"""`doable skills check`: is a skill fit to be learned?"""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from doable.commands.options import DEFAULT_ROBOT, JsonOption, RobotOption, print_json
from doable.errors import ExitCode, checking

if TYPE_CHECKING:
    from doable.taught import Taught
    from evaluation.conformance import Conformance, Finding

SkillArgument = Annotated[
    str, typer.Argument(metavar="SKILL", help="A file (nudge.py), one of its skills (nudge.py:nudge), or a name.")
]


def check(
    skill: SkillArgument,
    robot: RobotOption = DEFAULT_ROBOT,
    starts: Annotated[
        int, typer.Option("--starts", min=1, help="In how many situations the demonstrator is asked.")
    ] = 6,
    as_json: JsonOption = False,
) -> None:
    """Check a skill from its contract to its demonstrator. Exit code 2: something is wrong; it says what to do."""
    from doable.taught import find_taught

    report = conformance(find_taught(skill), robot, starts, quiet=as_json)
    if as_json:
        print_json({**json.loads(report.model_dump_json()), "passed": report.passed})
    elif report.passed:
        typer.echo(f"{report.skill} can be learned: {report.successes} of {report.starts} demonstrations worked")
    raise typer.Exit(ExitCode.ACHIEVED if report.passed else ExitCode.BAD_INPUT)


def conformance(taught: "Taught", robot: str, starts: int, quiet: bool) -> "Conformance":
    """Check a skill, saying what is found as it is found."""
    from doable.assembly import PANDA_LIMITS
    from evaluation.conformance import Request, check_teaching
    from simulation.robots import find_robot
    from skills.builtin import tabletop10_library

    with checking():
        find_robot(robot)
    limits = PANDA_LIMITS if robot == DEFAULT_ROBOT else ()
    request = Request(taught.teaching, tabletop10_library(), robot, starts, limits=limits)
    return check_teaching(request, lambda finding: None if quiet else _say(finding))


def _say(finding: "Finding") -> None:
    typer.echo(f"{'ok   ' if finding.ok else 'WRONG'}  {finding.step}: {finding.what}")
    if finding.todo:
        typer.echo(f"       what to do: {finding.todo}")
