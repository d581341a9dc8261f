"""What was done so far and how it went: fed into the prompt, and the ground for `verified`."""

from collections.abc import Sequence
from dataclasses import dataclass

from grounding import Fact


@dataclass(frozen=True)
class StepRecord:
    """One skill call that was carried out, and the detector's verdict."""

    call: str
    """E.g. ``pick_up(red block)``."""
    text: str
    """The command."""
    status: str
    """Of the runner's outcome, e.g. ``done`` or ``timeout``."""
    success: bool
    """The detector's verdict; never the policy's."""
    probability: float


def succeeded(records: Sequence[StepRecord]) -> list[StepRecord]:
    """The steps that worked, in order."""
    return [record for record in records if record.success]


def lines(records: Sequence[StepRecord], lost: bool = False) -> list[str]:
    """The commands that count as done, for the prompt.

    A call that worked twice in a row was redone (picked up, dropped, picked up again) and counts once. ``lost``:
    without the last one, since its effect is gone.
    """
    texts = [record.text for record in succeeded(records)]
    done = [text for place, text in enumerate(texts) if not place or text != texts[place - 1]]
    return done[:-1] if lost else done


def pending(records: Sequence[StepRecord]) -> StepRecord | None:
    """The last step, if it failed: its verdict has to be dealt with before anything counts as finished."""
    return records[-1] if records and not records[-1].success else None


def unrepaired(records: Sequence[StepRecord]) -> list[StepRecord]:
    """Failed steps that nothing made good: neither the same call later on nor, after an interruption, any other."""
    return [record for place, record in enumerate(records) if not _made_good(record, records[place:])]


def _made_good(record: StepRecord, later: Sequence[StepRecord]) -> bool:
    """A killed process leaves a step half done; the next one looks anew and need not begin the same call again."""
    interrupted = record.status == "interrupted"
    return any(step.success and (interrupted or step.call == record.call) for step in later)


def failures_in_a_row(records: Sequence[StepRecord], call: str) -> int:
    """How often a call failed since anything last worked."""
    count = 0
    for record in reversed(records):
        if record.success:
            break
        count += record.call == call
    return count


def was_lost(records: Sequence[StepRecord], expected: frozenset[Fact], facts: frozenset[Fact]) -> bool:
    """Whether the step after the last successful one failed and undid it, e.g. dropped what had been picked up.

    Args:
        records: the whole history.
        expected: what the last successful step should have brought about.
        facts: what is seen now.
    """
    return pending(records) is not None and not expected <= facts
