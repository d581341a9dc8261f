"""Two runs side by side: which decisions belong together, and where they part."""

from difflib import SequenceMatcher
from itertools import zip_longest

from traces.events import Ranked, Record, StepStarted
from traces.store import Trace


class Decision(Record):
    """A call that one run chose, and the numbers of the events about it."""

    call: str
    seq: int
    """Of the ranking, or of the step where nothing was ranked."""


class Pair(Record):
    """What the two runs did at one place; None where one of them did nothing."""

    a: Decision | None
    b: Decision | None

    @property
    def same(self) -> bool:
        """Whether both chose the same call."""
        return self.a is not None and self.b is not None and self.a.call == self.b.call


def align(a: Trace, b: Trace) -> tuple[Pair, ...]:
    """The decisions of two runs in pairs, equal calls beside each other wherever that is possible."""
    left, right = _decisions(a), _decisions(b)
    matcher = SequenceMatcher(a=[d.call for d in left], b=[d.call for d in right], autojunk=False)
    pairs: list[Pair] = []
    for _, i, i_end, j, j_end in matcher.get_opcodes():
        pairs += [Pair(a=x, b=y) for x, y in zip_longest(left[i:i_end], right[j:j_end])]
    return tuple(pairs)


def _decisions(trace: Trace) -> list[Decision]:
    found: list[Decision] = []
    for event in trace.events:
        if isinstance(event, Ranked):
            chosen = next((candidate.call for candidate in event.candidates if candidate.chosen), "nothing")
            found.append(Decision(call=chosen, seq=event.seq))
        elif isinstance(event, StepStarted) and not (found and found[-1].call == event.call):
            found.append(Decision(call=event.call, seq=event.seq))
    return found
