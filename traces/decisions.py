"""A trace as decisions: what was seen, weighed, chosen, done and judged together."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from traces.events import (
    BY_PERSON,
    BaseEvent,
    Candidate,
    Event,
    Failed,
    Observed,
    Ranked,
    Recovered,
    RunFinished,
    RunResumed,
    RunStarted,
    StepFinished,
    StepStarted,
    Understood,
    Verified,
)
from traces.store import Trace

E = TypeVar("E", bound=BaseEvent)


@dataclass(frozen=True)
class Decision:
    """The events from one look at the scene to the next."""

    number: int
    """From 1, as `doable trace show` numbers them."""
    events: tuple[Event, ...]

    @property
    def seq(self) -> int:
        """Position of its first event."""
        return self.events[0].seq

    @property
    def span(self) -> str:
        """What its events have in common."""
        return self.events[0].span

    def of(self, kind: type[E]) -> tuple[E, ...]:
        """Its events of one kind."""
        return tuple(event for event in self.events if isinstance(event, kind))

    def last(self, kind: type[E]) -> E | None:
        """The last of one kind; a node that was interrupted writes some twice."""
        found = self.of(kind)
        return found[-1] if found else None

    @property
    def observed(self) -> Observed | None:
        """The scene that was decided on."""
        seen = self.of(Observed)
        return seen[0] if seen else None

    @property
    def understood(self) -> Understood | None:
        """How the task was read, if it was read here."""
        return self.last(Understood)

    @cached_property
    def ranked(self) -> Ranked | None:
        """The candidates."""
        return self.last(Ranked)

    @property
    def chosen(self) -> Candidate | None:
        """What was chosen, if anything was."""
        candidates = self.ranked.candidates if self.ranked else ()
        return next((candidate for candidate in candidates if candidate.chosen), None)

    @property
    def forced(self) -> bool:
        """Whether a person who forked a run chose here."""
        candidates = self.ranked.candidates if self.ranked else ()
        return any(candidate.why_not.startswith(BY_PERSON) for candidate in candidates)

    @cached_property
    def started(self) -> StepStarted | None:
        """The step that was begun."""
        return self.last(StepStarted)

    @property
    def finished(self) -> StepFinished | None:
        """How the step ended."""
        return self.last(StepFinished)

    @property
    def verified(self) -> Verified | None:
        """What was judged."""
        return self.last(Verified)

    @property
    def recovered(self) -> Recovered | None:
        """What was decided about a failure."""
        return self.last(Recovered)

    @property
    def failed(self) -> bool:
        """Whether a step was carried out and did not work."""
        if self.verified is not None:
            return not self.verified.success
        return self.finished is not None and self.finished.status != "done"


def decisions_of(trace: Trace) -> tuple[Decision, ...]:
    """The decisions of a trace, in order; what comes before the first and after the last belongs to none."""
    groups: list[list[Event]] = []
    for event in trace.events:
        if _begins(event, groups[-1] if groups else None, trace.started.span):
            groups.append([])
        if groups and not isinstance(event, RunStarted | RunFinished | RunResumed | Failed):
            groups[-1].append(event)
    return tuple(Decision(number, tuple(events)) for number, events in enumerate(groups, 1))


def _begins(event: Event, group: Sequence[Event] | None, root: str) -> bool:
    """Whether a decision begins with an event; by its span, or by its kind where all share the run's span."""
    if not isinstance(event, Observed | Ranked):
        return False
    if group is None:
        return True
    here = group[0].span
    if root not in (event.span, here):
        return event.span != here
    return isinstance(event, Observed) or any(isinstance(other, Ranked) for other in group)
