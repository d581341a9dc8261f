"""Two runs side by side, as the page draws them: the pairs of `traces.diff` by the numbers of their events."""

from traces.decisions import Decision
from traces.diff import Comparison, Pair, call_of, why
from traces.events import Record
from traces.summary import TraceSummary

NOTHING = "nothing"
"""What a decision chose that led to no step."""


class Side(Record):
    """What one run decided."""

    number: int
    """As `doable trace show` counts."""
    call: str
    seq: int
    """Of the ranking, or of what else there is to look at."""


class Row(Record):
    """What the two runs did at one place; None where one of them did nothing."""

    a: Side | None
    b: Side | None
    same: bool
    """Whether both chose the same call."""
    differences: tuple[str, ...]


class Alignment(Record):
    """All that the page shows of two runs."""

    a: TraceSummary
    b: TraceSummary
    setup: tuple[str, ...]
    """What the runs were given that differs."""
    pairs: tuple[Row, ...]
    parting: int | None
    """Place of the first pair with different choices."""
    why: str
    """Why they part there; empty if they do not."""
    end: tuple[str, ...]
    """How their ends differ."""


def alignment(comparison: Comparison) -> Alignment:
    """A comparison as the page draws it."""
    pairs, parting = comparison.pairs, comparison.diverging
    return Alignment(
        a=comparison.a.summary,
        b=comparison.b.summary,
        setup=comparison.setup,
        pairs=tuple(_row(pair) for pair in pairs),
        parting=None if parting is None else pairs.index(parting),
        why="" if parting is None else why(parting),
        end=comparison.end,
    )


def _row(pair: Pair) -> Row:
    told = tuple(f"{difference.aspect}: {difference.text}" for difference in pair.differences)
    return Row(a=_side(pair.a), b=_side(pair.b), same=pair.same_choice, differences=told)


def _side(decision: Decision | None) -> Side | None:
    if decision is None:
        return None
    shown = decision.ranked or decision.started or decision.events[-1]
    return Side(number=decision.number, call=call_of(decision) or NOTHING, seq=shown.seq)
