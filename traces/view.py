"""Traces in the terminal: a list of them, one of them, and single events as they happen (rich renderables)."""

from collections.abc import Sequence
from functools import singledispatch

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from traces.events import (
    Answered,
    Asked,
    Awaiting,
    BaseEvent,
    Candidate,
    Commanded,
    Failed,
    ModelProbed,
    ModelUsed,
    Observed,
    Ranked,
    Recovered,
    RunFinished,
    RunResumed,
    RunStarted,
    SafetyStopped,
    StepFinished,
    StepStarted,
    Understood,
    UnknownEvent,
    Verified,
)
from traces.store import Trace
from traces.summary import TraceSummary

BAR_CELLS = 5
LEAST_WHY = 18
"""Columns for a reason on a narrow terminal."""
ID_CELLS = 22
"""Ids are never cut: people copy them."""
TOP = 5
LEAST_SECONDS = 0.005
"""Shorter phases are not worth a word."""
_EIGHTHS = " ▏▎▍▌▋▊▉█"
_COLOURS = {
    "verified": "green",
    "not_achieved": "red",
    "stopped_for_safety": "red",
    "failed": "red",
    "refused": "red",
    "asked": "yellow",
    "interrupted": "yellow",
    "running": "cyan",
}

DIRECTIONS = frozenset({"left of", "right of", "in front of", "behind"})
"""Relations between almost any two things: kept in the trace, too many to show."""


def render_list(summaries: Sequence[TraceSummary]) -> Table:
    """One row a trace."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in ("trace", "status", "truth", "steps", "seconds"):
        right = name in ("steps", "seconds")
        table.add_column(
            name, no_wrap=True, min_width=ID_CELLS if name == "trace" else None, justify="right" if right else "left"
        )
    table.add_column("task", overflow="fold", ratio=1)
    for summary in summaries:
        table.add_row(
            summary.id,
            _status(summary.status),
            _truth(summary.success),
            str(summary.steps),
            f"{summary.seconds:.1f}",
            Text(summary.task),
        )
    return table


class Story:
    """Renders the events of one run in order, with a heading for each decision."""

    def __init__(self, top: int = TOP) -> None:
        """`top`: how many candidates of each decision."""
        self._top = top
        self._decisions = 0
        self._headed = False

    def tell(self, event: BaseEvent) -> RenderableType | None:
        """The next event; None for one that a person need not see."""
        shown = render_event(event, self._top)
        begins = isinstance(event, Observed | Ranked) and not self._headed
        self._headed = isinstance(event, Observed) or (self._headed and not isinstance(event, Ranked))
        if not begins or shown is None:
            return shown
        self._decisions += 1
        return Group(Text(f"\nDecision {self._decisions}", style="bold"), shown)


def render_trace(trace: Trace, top: int = TOP) -> Group:
    """Every event in order, then the outcome; the `top` best candidates of each decision."""
    story = Story(top)
    told = (story.tell(event) for event in trace.events)
    return Group(*(shown for shown in told if shown is not None), _last_line(trace))


def render_event(event: BaseEvent, top: int = TOP) -> RenderableType | None:
    """One event; None for those that a person need not see."""
    if isinstance(event, Ranked):
        return _ranked(event, top)
    return _event(event)


@singledispatch
def _event(event: BaseEvent) -> RenderableType | None:
    return None


@_event.register
def _(event: RunStarted) -> RenderableType:
    where = " · ".join(part for part in (event.scene, event.robot, event.model) if part)
    seed = "" if event.seed is None else f" · seed {event.seed}"
    origin = f"\nforked from {event.parent_trace} before event {event.parent_seq}" if event.parent_trace else ""
    origin += f"\nreplays {event.replay_of}" if event.replay_of else ""
    return Text.assemble((event.task, "bold"), "\n", (f"{where}{seed}{origin}", "dim"))


@_event.register
def _(event: ModelProbed) -> RenderableType:
    findings = "; ".join(f"{f.scorer} {f.verdict}" + (f" ({f.detail})" if f.detail else "") for f in event.findings)
    return _line("model", f"{event.model} scores by {event.scorer}: {findings}", "dim")


@_event.register
def _(event: ModelUsed) -> RenderableType:
    about = "about " if event.estimated else ""
    counts = [(event.calls, "calls"), (event.retries, "retries"), (event.cached, "from the cache")]
    said = ", ".join(f"{count} {what}" for count, what in counts if count)
    tokens = f"{about}{event.prompt_tokens} tokens in, {event.completion_tokens} out"
    failed = f"; failed: {event.error}" if event.error else ""
    return _line("asked", f"{event.purpose}: {said or 'nothing sent'}; {tokens}{failed}", "red" if failed else "dim")


@_event.register
def _(event: Observed) -> RenderableType:
    seen = ", ".join(thing.id for thing in event.objects) or "nothing"
    facts = ", ".join(str(fact) for fact in event.facts if fact.arguments and fact.predicate not in DIRECTIONS)
    source = " (from the simulator's state)" if event.oracle else ""
    return _line("sees", f"{seen}{source}" + (f"; {facts}" if facts else ""), "dim")


@_event.register
def _(event: Understood) -> RenderableType:
    if event.refused:
        return _line("refuses", event.refused, "red")
    return _line("wants", "; ".join(event.goal) or event.wrote, "bold")


@_event.register
def _(event: StepStarted) -> RenderableType:
    again = f" (attempt {event.attempt})" if event.attempt > 1 else ""
    return _line("does", f"{event.text or event.call}{again}", "cyan")


@_event.register
def _(event: StepFinished) -> RenderableType:
    time = "" if event.seconds is None else f" in {event.seconds:.1f} s"
    why = f": {event.reason}" if event.reason else ""
    fault = f" ({event.failure})" if event.failure else ""
    changed = "".join(f", {name} changed {count}" for name, count in event.clipped.items())
    return _line("ends", f"{event.status}{fault}{why}{time}, {event.ticks} ticks{changed}", "")


@_event.register
def _(event: Verified) -> RenderableType:
    verdict = "done" if event.success else "not done"
    judge = f", by the {event.judge}" if event.judge in ("scene", "simulator") else ""
    return _line("judged", f"{verdict} ({event.probability:.0%}{judge})", "green" if event.success else "red")


@_event.register
def _(event: Recovered) -> RenderableType:
    left = ", ".join(f"{name} {count}" for name, count in event.budget.items())
    why = f": {event.reason}" if event.reason else ""
    kind = event.recovery.replace("_", " ")
    return _line("recovers", f"{kind}{why}" + (f" (left: {left})" if left else ""), "yellow")


@_event.register
def _(event: Asked) -> RenderableType:
    return _line("asks", " / ".join((event.question, *event.options)), "magenta")


@_event.register
def _(event: Answered) -> RenderableType:
    return _line("answer", event.answer, "magenta")


@_event.register
def _(event: Awaiting) -> RenderableType:
    return _line("waits", f"for approval: {event.text or event.call}", "magenta")


@_event.register
def _(event: Commanded) -> RenderableType:
    said = f": {event.text}" if event.text else ""
    ignored = f" (ignored: {event.ignored})" if event.ignored else ""
    return _line("told", f"{event.command}{said}{ignored}", "magenta")


@_event.register
def _(event: SafetyStopped) -> RenderableType:
    return _line("STOPPED", event.reason, "bold red")


@_event.register
def _(event: RunResumed) -> RenderableType:
    return _line("resumed", f"by process {event.pid}", "yellow")


@_event.register
def _(event: Failed) -> RenderableType:
    return _line("FAILED", f"{event.error}: {event.message}", "bold red")


@_event.register
def _(event: UnknownEvent) -> RenderableType:
    return _line("?", f"{event.kind} (written by a newer Doable)", "dim")


@_event.register
def _(event: RunFinished) -> RenderableType:
    why = f": {event.reason}" if event.reason else ""
    lines = [
        Text.assemble("\n", _status(event.status), why),
        Text(f"ground truth: {_truth(event.success)}; {event.steps} steps, {event.recoveries} recoveries", style="dim"),
    ]
    if event.seconds:
        lines.append(_phases(event))
    return Group(*lines)


def _ranked(event: Ranked, top: int) -> RenderableType:
    if not event.candidates:
        return _line("ranks", "no candidate", "red")
    table = Table(box=None, pad_edge=False, header_style="dim", show_edge=False)
    table.add_column("", width=1)
    table.add_column("candidate", overflow="fold")
    voices = _voices(event.candidates)
    for name in voices:
        table.add_column(name, no_wrap=True)
    table.add_column("why not", overflow="fold", min_width=LEAST_WHY)
    for candidate in event.candidates[:top]:
        table.add_row(*_candidate(candidate, voices))
    hidden = len(event.candidates) - top
    if hidden > 0:
        table.add_row("", Text(f"… {hidden} more", style="dim"))
    return Padding(table, (0, 0, 0, 2))


def _voices(candidates: Sequence[Candidate]) -> tuple[str, ...]:
    """What is shown of each candidate: who said something; progress only where it tells candidates apart."""
    tells = len({candidate.progress for candidate in candidates}) > 1
    heard = [name for name in ("say", "can") if any(getattr(c, name) is not None for c in candidates)]
    return (*heard, *(["progress"] if tells else []), "score")


def _candidate(candidate: Candidate, voices: Sequence[str]) -> tuple[RenderableType, ...]:
    style = "bold green" if candidate.chosen else ""
    return (
        Text("›" if candidate.chosen else "", style=style),
        Text(candidate.call, style=style),
        *(bar(getattr(candidate, voice)) for voice in voices),
        Text(candidate.why_not, style="dim"),
    )


def bar(value: float | None, cells: int = BAR_CELLS) -> Text:
    """A probability as a small bar with its number; a dash for None."""
    if value is None:
        return Text("–", style="dim")
    eighths = round(max(0.0, min(1.0, value)) * cells * 8)
    full, rest = divmod(eighths, 8)
    blocks = ("█" * full + (_EIGHTHS[rest] if rest else "")).ljust(cells)
    return Text.assemble((blocks, "blue"), f" {value:.2f}")


def _phases(event: RunFinished) -> Text:
    total = sum(event.seconds.values())
    slowest_first = sorted(event.seconds.items(), key=lambda item: -item[1])
    parts = [f"{name} {seconds:.2f} s" for name, seconds in slowest_first if seconds >= LEAST_SECONDS]
    return Text(f"{total:.1f} s: " + ", ".join(parts), style="dim")


def _last_line(trace: Trace) -> Text:
    if trace.summary.resumable:
        status = trace.summary.status
        answer = " --answer TEXT" if status == "asked" else ""
        return Text.assemble("\n", _status(status), f"; go on with: doable resume {trace.id}{answer}")
    if trace.summary.status == "running":
        return Text.assemble("\n", _status("running"))
    return Text(f"\nfiles: {trace.folder}", style="dim")


def _line(label: str, text: str, style: str) -> Text:
    return Text.assemble((f"  {label:<9}", "dim"), (text, style))


def _status(status: str) -> Text:
    return Text(status.replace("_", " "), style=_COLOURS.get(status, ""))


def _truth(success: bool | None) -> str:
    return {True: "yes", False: "no", None: "unknown"}[success]
