"""What an event says in one plain line, for exports; the terminal has its own view."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO

from rich.console import Console

from traces.events import (
    Event,
    Failed,
    Moved,
    Observed,
    Prompted,
    Ranked,
    Recovered,
    RunFinished,
    SafetyStopped,
    Verified,
)
from traces.view import render_event

WIDE = 10_000


@dataclass(frozen=True)
class Line:
    """One line."""

    label: str
    text: str
    tone: str = ""
    """`good`, `bad`, `warn` or empty."""


def lines_of(event: Event) -> Iterator[Line]:
    """The lines of an event; none for those that are shown in another way, or need not be seen."""
    if isinstance(event, Ranked | Prompted | Moved):
        return
    if isinstance(event, RunFinished):
        yield from _end(event)
        return
    if (shown := render_event(event)) is None:
        return
    text = _plain(shown).strip()
    label, _, rest = text.partition(" ")
    yield Line(label, " ".join(rest.split()), _tone(event))


def _end(event: RunFinished) -> Iterator[Line]:
    truth = {True: "yes", False: "no", None: "unknown"}[event.success]
    yield Line("status", event.status.replace("_", " ") + (f": {event.reason}" if event.reason else ""), _tone(event))
    yield Line("truth", truth)
    slowest = sorted(event.seconds.items(), key=lambda item: -item[1])
    if slowest:
        yield Line("time", ", ".join(f"{phase} {seconds:.2f} s" for phase, seconds in slowest))


def _tone(event: Event) -> str:
    match event:
        case Verified():
            return "good" if event.success else "bad"
        case RunFinished():
            return "good" if event.verified else "bad"
        case SafetyStopped() | Failed():
            return "bad"
        case Recovered():
            return "warn"
        case Observed():
            return "soft"
    return ""


def _plain(shown: object) -> str:
    console = Console(file=StringIO(), width=WIDE, color_system=None, legacy_windows=False)
    console.print(shown, soft_wrap=True)
    file = console.file
    assert isinstance(file, StringIO)
    return file.getvalue()
