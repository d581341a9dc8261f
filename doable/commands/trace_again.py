"""`doable trace replay` and `doable trace fork`: a run once more, the same or another way."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from doable.commands.options import (
    AnswersOption,
    BaseUrlOption,
    DataDirOption,
    JsonOption,
    ModelOption,
    QuietOption,
    print_json,
)
from doable.commands.run import _exit_code, _report
from doable.commands.trace_options import TraceArgument, open_store
from doable.errors import BadInputError, ExitCode

if TYPE_CHECKING:
    from rich.console import Console

    from doable.replay import Replay
    from doable.settings import Settings


def replay(
    trace: TraceArgument,
    show: Annotated[bool, typer.Option("--show", help="Play it back in the terminal; nothing is run.")] = False,
    speed: Annotated[
        float, typer.Option("--speed", min=0, help="With --show: times as fast as it was; 0: at once.")
    ] = 4.0,
    ask_model: Annotated[
        bool, typer.Option("--ask-model", help="Ask a served model where its answer is not kept.")
    ] = False,
    data_dir: DataDirOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Run it again from its seed and options, and report the first difference. Exit code 0: none, 1: there is one."""
    from rich.console import Console

    from doable.live import LiveView
    from doable.settings import load_settings

    if show:
        from traces.playback import play

        return play(open_store(data_dir).open(trace), Console(), speed)
    from doable.replay import replay as run_again

    console = Console(stderr=as_json, quiet=quiet)
    with LiveView(console) as view:
        again = run_again(load_settings(data_dir), trace, view, ask_model)
    if as_json:
        print_json(again.to_dict())
    else:
        _compare(again, Console())
    raise typer.Exit(ExitCode.ACHIEVED if again.same else ExitCode.NOT_ACHIEVED)


def fork(
    trace: TraceArgument,
    at: Annotated[int, typer.Option("--at", min=1, help="Number of the decision, as doable trace show counts.")],
    choose: Annotated[
        str | None, typer.Option("--choose", help="What is done first, e.g. 'pick_up(green block)'.")
    ] = None,
    model: ModelOption = None,
    base_url: BaseUrlOption = None,
    planner: Annotated[str | None, typer.Option("--planner", help="goal or saycan, instead of what it was.")] = None,
    answer: AnswersOption = None,
    data_dir: DataDirOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Go on differently from a decision of an earlier run. Exit codes as of doable run."""
    from rich.console import Console

    from doable.asking import Asking
    from doable.fork import Change
    from doable.fork import fork as go_on
    from doable.live import LiveView
    from doable.options import check_planner
    from doable.settings import load_settings

    options: dict[str, Any] = {}
    if model is not None or base_url is not None:
        options |= _model(load_settings(data_dir, model, base_url))
    if planner is not None:
        options["planner"] = check_planner(planner)
    if not options and choose is None:
        raise BadInputError("say what the fork does differently: --choose CALL, --model MODEL or --planner PLANNER")
    console, parent = Console(stderr=as_json, quiet=quiet), open_store(data_dir).find(trace)
    with LiveView(console) as view:
        ask = Asking(answer or (), terminal=not as_json)
        result = go_on(load_settings(data_dir), parent, at, Change(choose, options), view, ask)
    console.print(f"compare with: doable trace diff {parent} {result.trace}", style="dim", highlight=False)
    _report(result, console, as_json)
    raise typer.Exit(_exit_code(result))


def _model(settings: "Settings") -> dict[str, Any]:
    return {"model": settings.model, "base_url": settings.base_url}


def _compare(again: "Replay", console: "Console") -> None:
    from rich.text import Text

    from traces.diff_view import render_comparison

    console.print(render_comparison(again.comparison))
    bits = ", to the last bit" if again.same_bits else ""
    told = {
        True: (f"the same state of the world at the end{bits}", "green"),
        False: ("another state of the world at the end", "bold red"),
    }
    text, style = told[again.same_state] if again.same_state is not None else ("no state to compare", "dim")
    console.print(Text(text, style=style))
    for note in again.notes:
        console.print(Text(f"note: {note}", style="yellow"))
