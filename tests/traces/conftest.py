"""Runs that were never made: traces as the decision loop writes them, with other choices where a test wants them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from traces import (
    Candidate,
    Moved,
    Observed,
    Prompted,
    PromptUsed,
    Ranked,
    Recovered,
    RunFinished,
    RunStarted,
    SeenFact,
    SeenObject,
    StepFinished,
    StepStarted,
    Trace,
    TraceStore,
    TraceWriter,
    Understood,
    Verified,
)

Step = dict[str, Any]
MakeTrace = Callable[..., Trace]
PICK: Step = {"call": "pick_up(red block)", "can": 0.9, "say": 0.8}
PUT: Step = {"call": "put_in(red block, blue bowl)", "can": 0.95, "say": 0.7, "facts": (("holding", "red block"),)}


@pytest.fixture
def store(tmp_path: Path) -> TraceStore:
    return TraceStore(tmp_path / "traces")


@pytest.fixture
def make_trace(store: TraceStore) -> MakeTrace:
    """Makes a trace out of steps; see `_step` for what each may say."""

    def make(steps: Sequence[Step] = (PICK, PUT), end: dict[str, Any] | None = None, **started: Any) -> Trace:
        with store.create(RunStarted(**{"task": "put it in the bowl", "seed": 1, **started})) as writer:
            for number, step in enumerate(steps):
                _step(writer, step, first=number == 0)
            span = writer.new_span()
            writer.emit(Observed(objects=(_thing(0.0),), span=span))
            said = {"status": "verified", "verified": True, "success": True, "seconds": {"say": 1.0, "execute": 3.0}}
            writer.emit(RunFinished(**{**said, **(end or {})}))
        return store.open(writer.id)

    return make


def _thing(moved: float) -> SeenObject:
    return SeenObject(id="red block", category="block", position=(0.4 + moved, 0.0, 0.02))


def _step(writer: TraceWriter, step: Step, first: bool) -> None:
    span, call = writer.new_span(), step["call"]
    works = step.get("works", True)
    frame = writer.save_frame("front", np.full((8, 8, 3), 120, np.uint8))
    facts = tuple(SeenFact(predicate=name, arguments=(thing,)) for name, thing in step.get("facts", ()))
    writer.emit(Observed(objects=(_thing(step.get("moved", 0.0)),), facts=facts, frames={"front": frame}, span=span))
    if first:
        prompt = PromptUsed(id="goal", version="1", sha256="0" * 64)
        said = {"text": "a <b>prompt</b>", "output": "what <i>it</i> wrote", "model": "scripted", "seconds": 0.1}
        writer.emit(Prompted(prompt=prompt, purpose="read goal", span=span, **said))
        writer.emit(Understood(wrote="in bowl", goal=(step.get("goal", "in(red block, blue bowl)"),), span=span))
    chosen = Candidate(call=call, say=step.get("say"), can=step.get("can"), score=0.5, chosen=True)
    other = Candidate(call=step.get("other", "done()"), say=0.1, can=1.0, score=0.1, why_not="not <asked>")
    writer.emit(Ranked(candidates=(chosen, other), span=span))
    writer.emit(StepStarted(call=call, text=call.replace("_", " "), span=span))
    rows = tuple((0.1 * tick, 0.5, 10.0 * tick) for tick in range(4))
    writer.emit(Moved(columns=("time [s]", "joint panda_joint1 [rad]", "force [N]"), rows=rows, span=span))
    ended = {"status": step.get("status", "done"), "failure": step.get("failure", "")}
    writer.emit(StepFinished(call=call, ticks=4, span=span, **ended))
    writer.emit(Verified(call=call, success=works, probability=0.9 if works else 0.1, span=span))
    if not works:
        writer.emit(Recovered(recovery="retry", reason="it may work", budget={"retry": 1}, span=span))
