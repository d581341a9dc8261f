"""The run as it happens, in the terminal."""

from types import TracebackType

from rich.console import Console
from rich.status import Status

from traces import (
    Answered,
    Asked,
    Awaiting,
    Commanded,
    Observed,
    Ranked,
    Recovered,
    RunFinished,
    RunResumed,
    RunStarted,
    SafetyStopped,
    StepFinished,
    StepStarted,
    Verified,
)
from traces.events import BaseEvent
from traces.view import Story


class LiveView:
    """Prints every event that a person should see, with a line below that says what is going on.

    Give it to `Agent.run` as the listener, inside a `with`.
    """

    def __init__(self, console: Console, top: int = 5) -> None:
        self._console = console
        self._story = Story(top)
        self._status: Status = console.status("loading")

    def __enter__(self) -> "LiveView":
        self._status.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._status.stop()

    def __call__(self, event: BaseEvent) -> None:
        """Show one event; a question has the line to itself until it is answered."""
        if isinstance(event, Asked):
            self._status.stop()
        shown = self._story.tell(event)
        if shown is not None:
            self._console.print(shown)
        if isinstance(event, Answered):
            self._status.start()
        activity = _next_activity(event)
        if activity:
            self._status.update(activity)


def _next_activity(event: BaseEvent) -> str:
    """What comes after an event, in words."""
    match event:
        case RunStarted() | RunResumed() | Answered() | Verified() | Recovered():
            return "looking"
        case Observed():
            return "deciding"
        case Ranked():
            return "about to act"
        case Awaiting():
            return f"waiting for approval: {event.text or event.call}"
        case Commanded(command="pause"):
            return "paused"
        case Commanded(command="resume" | "approve"):
            return "going on"
        case StepStarted():
            return f"doing: {event.text or event.call}"
        case StepFinished():
            return "judging"
        case RunFinished() | SafetyStopped():
            return "done"
    return ""
