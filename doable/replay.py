"""Runs a trace again: from its seed and options, what it knew at its beginning, and the kept answers of its model."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from doable.agent import Agent, Listener
from doable.assembly import load_world
from doable.errors import BadInputError
from doable.options import RunOptions
from doable.origin import Origin
from doable.persistence import STATE, kept_world
from doable.settings import Settings
from traces import Answered, Commanded, RunFinished, RunResumed, Trace, TraceStore
from traces.decisions import Decision, decisions_of
from traces.diff import EXACT, Comparison, Pair, compare, export_comparison


@dataclass(frozen=True)
class Replay:
    """A run and its repetition."""

    comparison: Comparison
    """The first run, then the repetition."""
    state_hashes: tuple[str, str]
    """Of the world at the end: facts, and positions to 0.1 mm; empty where nobody knows."""
    exact_hashes: tuple[str, str] = ("", "")
    """Of all that moves in it, to the last bit."""
    notes: tuple[str, ...] = ()
    """What may keep such a run from being repeated."""

    @property
    def same_state(self) -> bool | None:
        """Whether the world ended in the same state; None where nobody knows."""
        first, second = self.state_hashes
        return first == second if first and second else None

    @property
    def same_bits(self) -> bool | None:
        """Whether that state is the same to the last bit; None where nobody knows."""
        first, second = self.exact_hashes
        return first == second if first and second else None

    @property
    def same(self) -> bool:
        """Whether everything was repeated that can be compared."""
        return self.comparison.same and self.same_state is not False

    @property
    def first_difference(self) -> Pair | None:
        """The first decision that differs in anything."""
        return self.comparison.first_difference

    def to_dict(self) -> dict[str, Any]:
        """As plain data."""
        return {
            **export_comparison(self.comparison),
            "same": self.same,
            "same_state": self.same_state,
            "same_bits": self.same_bits,
            "state_hashes": list(self.state_hashes),
            "notes": list(self.notes),
        }


def replay(settings: Settings, trace: str, listener: Listener | None = None, ask_model: bool = False) -> Replay:
    """Run a trace again, into a new trace that names it, and compare the two.

    Args:
        settings: where the traces lie.
        trace: its id, the beginning of that, or `latest`.
        listener: hears the events of the repetition.
        ask_model: whether a served model is asked where no answer is kept; else that is an error.

    Raises:
        TraceError: there is no such trace.
        BadInputError: it is still under way, its program broke, or it holds no decision.
        ReplayMissError: the answer of a served model is not kept.
    """
    store = TraceStore(settings.traces)
    first = store.open(trace)
    decisions = _check(first)
    settings = settings if ask_model else settings.model_copy(update={"model_cache": "replay"})
    known = known_of(first, decisions[0])
    with _agent(settings, first, decisions[0]) as agent:
        result = agent.run(first.started.task, listener, origin=Origin(known=known, replay_of=first.id))
    second = store.open(result.trace)
    hashes = _hashes(first, second), _exact(first, second)
    return Replay(compare(first, second, EXACT), *hashes, tuple(_notes(first)))


def options_of(trace: Trace) -> RunOptions:
    """The options that repeat a run: those that it had, and what a person answered in it."""
    answers = tuple(event.answer for event in trace.events if isinstance(event, Answered))
    return RunOptions.of_trace(trace.started).model_copy(update={"answers": answers})


def known_of(trace: Trace, decision: Decision) -> dict[str, Any] | None:
    """What a run knew at a decision; None if that is not kept."""
    from planner.history import known_at

    try:
        return known_at(trace.folder, trace.id, decision.span)
    except ValueError:
        return None


def _agent(settings: Settings, trace: Trace, first: Decision) -> Agent:
    """In the world in which a run began: that of its seed, or the one that was kept if it came from elsewhere."""
    options, kept = options_of(trace), kept_world(trace.folder, first.seq)
    forked = trace.started.parent_trace is not None
    if forked and not kept.exists():
        raise BadInputError(f"trace {trace.id} is a fork, and the world in which it began is not kept ({kept})")
    if forked or _came_from_elsewhere(options, kept):
        return Agent.restored(settings, options, kept)
    return Agent.load(settings, options)


def _came_from_elsewhere(options: RunOptions, kept: Path) -> bool:
    """Whether a run was put into another world than that of its seed, as an evaluation does."""
    begun = _hash_of(kept)
    if not begun:
        return False
    world = load_world(options)
    try:
        return world.state_hash() != begun
    finally:
        world.close()


def _check(trace: Trace) -> tuple[Decision, ...]:
    status = trace.summary.status
    if status in ("running", "failed", "interrupted"):
        raise BadInputError(f"trace {trace.id} cannot be run again: it is {status}, and has no end to compare with")
    decisions = decisions_of(trace)
    if not decisions:
        raise BadInputError(f"trace {trace.id} cannot be run again: it holds no decision")
    return decisions


def _notes(trace: Trace) -> list[str]:
    notes = []
    if any(isinstance(event, RunResumed) for event in trace.events):
        notes.append("it was resumed: what an interrupted step did before its process ended is not repeated")
    if any(isinstance(event, Commanded) for event in trace.events):
        notes.append("a person acted while it ran (pause, veto, correction, ...): that is not repeated")
    return notes


def _hashes(first: Trace, second: Trace) -> tuple[str, str]:
    """Those that the traces hold, or else those of the saved worlds."""
    told = tuple(_told(trace) for trace in (first, second))
    if all(told):
        return told[0], told[1]
    return _exact(first, second)


def _exact(first: Trace, second: Trace) -> tuple[str, str]:
    """Those of the saved worlds, to the last bit."""
    return _hash_of(first.folder / STATE), _hash_of(second.folder / STATE)


def _told(trace: Trace) -> str:
    ends = [event.state_hash for event in trace.events if isinstance(event, RunFinished)]
    return ends[-1] if ends else ""


def _hash_of(saved: Path) -> str:
    """Of all that moves in a saved world; empty if there is none."""
    from simulation.world import SimulatedWorld

    try:
        world = SimulatedWorld.load(saved)
    except ValueError:
        return ""
    try:
        return world.state_hash()
    finally:
        world.close()
