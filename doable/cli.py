"""The command `doable`: every group of commands has a file of its own in `doable/commands`."""

from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from doable.commands import data, doctor, evaluate, evaluate_planning, evaluate_tasks, plan, run, scene, skills, trace
from doable.errors import ExitCode, RunBrokenError, is_bad_input


class FrontDoor(TyperGroup):
    """The one place where errors become a line on stderr and an exit code; mistakes of ours keep their traceback."""

    def invoke(self, ctx: Any) -> object:
        """Run the chosen command."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            return _leave(str(error) or "interrupted", ExitCode.STOPPED)
        except RunBrokenError as error:
            return _leave(str(error), ExitCode.BROKEN)
        except Exception as error:
            if not is_bad_input(error):
                raise
            return _leave(str(error), ExitCode.BAD_INPUT)


def _leave(message: str, code: ExitCode) -> NoReturn:
    typer.echo(f"doable: {' '.join(message.split())}", err=True)
    raise typer.Exit(code)


app = typer.Typer(
    cls=FrontDoor,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Tell a robot what you want; Doable works out what can be done, does it, recovers, and shows why.",
)
app.command("run")(run.run)
app.command("resume")(run.resume)
app.command("plan")(plan.plan)
app.command("scene")(scene.scene)
app.command("doctor")(doctor.doctor)
app.add_typer(trace.app, name="trace")
app.add_typer(skills.app, name="skills")
app.add_typer(data.app, name="data")
evaluate.app.command("tasks")(evaluate_tasks.tasks)
evaluate.app.command("planning")(evaluate_planning.planning)
app.add_typer(evaluate.app, name="eval")


def main() -> None:
    """Entry point of the command."""
    app(prog_name="doable")


if __name__ == "__main__":
    main()
