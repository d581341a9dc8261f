"""Goes on differently from a decision of an earlier run: in its world, with what it knew, to another end perhaps."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from doable.agent import Agent, Listener, RunResult
from doable.errors import BadInputError
from doable.library import load_library
from doable.options import RunOptions
from doable.origin import Origin
from doable.persistence import STATE, kept_world
from doable.replay import known_of, options_of
from doable.settings import Settings
from grounding import Fact, Scene, SceneObject
from traces import Observed, Trace, TraceStore
from traces.decisions import Decision, decisions_of
from traces.events import BaseEvent

if TYPE_CHECKING:
    from planner.task_planner import Ask


@dataclass(frozen=True)
class Change:
    """What a fork does differently; nothing if empty."""

    choose: str | None = None
    """The call that is made first, e.g. `pick_up(green block)`, or its command in words."""
    options: Mapping[str, Any] | None = None
    """Other options of the run, e.g. `{"model": "openai:NAME", "planner": "saycan"}`."""


def fork(
    settings: Settings,
    trace: str,
    at: int,
    change: Change,
    listener: Listener | None = None,
    ask: "Ask | None" = None,
) -> RunResult:
    """Restore the world to a decision of a trace and go on from there, into a new trace that knows its parent.

    The world is the one that was kept at that decision; where none was, the run is repeated up to there. Another
    model or planner reads the task anew.

    Args:
        settings: where the traces lie.
        trace: its id, the beginning of that, or `latest`.
        at: number of the decision, from 1, as `doable trace show` counts.
        change: what is done differently.
        listener: hears the events of the new run.
        ask: answers questions.

    Raises:
        TraceError: there is no such trace.
        BadInputError: there is no such decision, the call fits nothing there, or the run could not be repeated.
    """
    parent = TraceStore(settings.traces).open(trace)
    decision = _decision(parent, at)
    options = options_of(parent).model_copy(update=dict(change.options or {}))
    force = None if change.choose is None else checked_call(change.choose, decision, options)
    with _moment(settings, parent, decision) as (world, known):
        if change.options:
            known = {**known, "pursuit": None}
        origin = Origin(known=known, force=force, parent_trace=parent.id, parent_seq=decision.seq)
        with Agent.restored(settings, options, world) as agent:
            return agent.run(parent.started.task, listener, ask, origin)


def _decision(trace: Trace, at: int) -> Decision:
    decisions = decisions_of(trace)
    if not 1 <= at <= len(decisions):
        raise BadInputError(f"trace {trace.id} has no decision {at}; there are {len(decisions)} (from 1)")
    return decisions[at - 1]


def checked_call(text: str, decision: Decision, options: RunOptions) -> str:
    """The call that a text names: one of those that were weighed, or any that can be made with what was seen then.

    Raises:
        ValueError: there is no such call, or it is `done`.
    """
    for candidate in decision.ranked.candidates if decision.ranked else ():
        if text.strip() in (candidate.call, candidate.text) and candidate.call != "done()":
            return candidate.call  # also of a thing that was remembered but out of view
    call = load_library(options.skills, scene=options.scene).parse(text, _scene(decision.observed))
    if call.name == "done":
        raise BadInputError("--choose done() is no step; the run ends by itself")
    return str(call)


def _scene(observed: Observed | None) -> Scene | None:
    if observed is None:
        return None
    objects = tuple(
        SceneObject(o.id, o.category, dict(o.attributes), o.position, o.confidence) for o in observed.objects
    )
    return Scene(objects, frozenset(Fact(fact.predicate, fact.arguments) for fact in observed.facts))


@contextmanager
def _moment(settings: Settings, parent: Trace, decision: Decision) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The world at a decision, as a file, and what the run knew then."""
    kept, known = kept_world(parent.folder, decision.seq), known_of(parent, decision)
    if kept.exists() and known is not None:
        yield kept, known
        return
    with tempfile.TemporaryDirectory(prefix="doable-fork-") as folder:
        yield _repeated(settings, parent, decision, Path(folder))


def _repeated(settings: Settings, parent: Trace, decision: Decision, folder: Path) -> tuple[Path, dict[str, Any]]:
    """Run the parent again up to a decision, in traces of its own."""
    if parent.started.parent_trace is not None:
        raise BadInputError(f"trace {parent.id} is a fork, and its world at decision {decision.number} is not kept")
    until = _Until(decision.number, folder / STATE, TraceStore(folder))
    with Agent.load(settings, options_of(parent).model_copy(update={"video": False})) as agent:
        agent.store = until.store
        with suppress(_Reached):
            agent.run(parent.started.task, until)
    again = until.store.open("latest")
    done = [d.chosen.call if d.chosen else "" for d in decisions_of(again)[: decision.number - 1]]
    wanted = [d.chosen.call if d.chosen else "" for d in decisions_of(parent)[: decision.number - 1]]
    known = known_of(again, decisions_of(again)[-1]) if done == wanted and until.saved.exists() else None
    if known is None:
        told = f"it did {', '.join(done) or 'nothing'} instead of {', '.join(wanted) or 'nothing'}"
        raise BadInputError(f"trace {parent.id} could not be repeated up to decision {decision.number}: {told}")
    return until.saved, known


class _Reached(BaseException):
    """The moment has come; nothing of the run itself may catch this."""


class _Until:
    """A listener that ends a run at one of its decisions, and keeps the world of that moment."""

    def __init__(self, number: int, saved: Path, store: TraceStore) -> None:
        self.saved, self.store = saved, store
        self._number = number
        self._spans: list[str] = []

    def __call__(self, event: BaseEvent) -> None:
        if not isinstance(event, Observed) or event.span in self._spans:
            return
        self._spans.append(event.span)
        if len(self._spans) == self._number:
            shutil.copy(self.store.folder(event.trace) / STATE, self.saved)
            raise _Reached
