"""A finished run in the terminal, as it happened."""

import time
from collections.abc import Callable

from rich.console import Console

from traces.store import Trace
from traces.view import Story

LONGEST = 3.0
"""No pause is longer, [s]."""


def play(trace: Trace, console: Console, speed: float = 1.0, sleep: Callable[[float], None] = time.sleep) -> None:
    """Tell the events of a trace with the pauses that were between them.

    Args:
        trace: what is played back.
        console: where.
        speed: times as fast as it was; 0 for no pauses.
        sleep: lets time pass.
    """
    story, before = Story(), trace.started.wall
    for event in trace.events:
        if speed > 0:
            sleep(min(max(0.0, event.wall - before) / speed, LONGEST))
        before = event.wall
        shown = story.tell(event)
        if shown is not None:
            console.print(shown)
