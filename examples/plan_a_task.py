"""Carries out one task from a program of one's own, and says for each decision what was chosen and what came second.

    .venv/bin/python examples/plan_a_task.py "put the red block in the blue bowl"

It leaves the command line out and uses what that stands on: an `Agent`, and a listener that hears every event.
"""

import sys

from doable import Agent, RunOptions
from traces import Ranked, Verified
from traces.events import BaseEvent

TASK = "put the red block in the blue bowl"
OPTIONS = RunOptions(seed=3, objects=("red block", "green block", "blue bowl"))


def tell(event: BaseEvent) -> None:
    """One line for a decision, one for a verdict; other events are only kept in the trace."""
    match event:
        case Ranked(candidates=(first, second, *_)) if first.chosen:
            print(f"{first.text}, not {second.text}: {second.why_not}")
        case Verified(success=success, probability=probability):
            print(f"  {'worked' if success else 'did not work'} (probability {probability:.2f})")


def main(task: str = TASK) -> int:
    """Carry the task out in a new simulated world; the exit code is that of `doable run`."""
    with Agent.load(options=OPTIONS) as agent:
        result = agent.run(task, tell)
    print(f"{result.status} after {result.steps} steps; look at it with: doable trace show {result.trace}")
    if result.status == "stopped_for_safety":
        return 3
    return 0 if result.verified else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
