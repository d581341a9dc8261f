"""What the decision loop remembers between its nodes: plain dictionaries, so that any process can read a checkpoint."""

import operator
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypedDict

from grounding import Fact, Scene, SceneObject
from planner.goals.target import Question

Status = Literal["verified", "not_achieved", "asked", "refused", "stopped_for_safety"]
"""``asked``: a question is open, and its answer lets the run go on; ``refused``: it was not begun, for a reason."""
PHASES = ("observe", "ground", "say", "can", "execute", "verify", "other")


def add_seconds(total: dict[str, float], more: dict[str, float]) -> dict[str, float]:
    """Sum by phase."""
    return {phase: total.get(phase, 0.0) + more.get(phase, 0.0) for phase in {**total, **more}}


class State(TypedDict, total=False):
    """One run."""

    task: str
    span: str
    """Groups the events of the present decision."""
    scene: dict[str, Any]
    known: dict[str, Any]
    """By id all things that were ever seen, as they were seen last; see ``grounding.permanence``."""
    candidates: list[dict[str, Any]]
    """Calls as ``SkillCall.to_dict``."""
    log_likelihoods: list[float]
    """One a candidate, in nats."""
    chosen: dict[str, Any] | None
    before: str
    """Where the observation from before the step is kept."""
    outcome: dict[str, Any] | None
    records: Annotated[list[dict[str, Any]], operator.add]
    """Every executed step, see ``memory.StepRecord``."""
    ruled_out: list[str]
    """Calls that failed here and are not to be tried until something works."""
    vetoed: list[str]
    """Calls that a person forbade, until something works."""
    corrections: Annotated[list[str], operator.add]
    """What a person said against the task, in order."""
    origin: float
    """The world's time at the start of the run, [s]."""
    failure: str
    recoveries: Annotated[list[str], operator.add]
    """Kinds, in order."""
    seconds: Annotated[dict[str, float], add_seconds]
    pursuit: dict[str, Any] | None
    """The goal and how far it has come, see ``pursuit.Pursuit``; only where goals are read."""
    earlier: list[str]
    """Requests before this one, each with how it ended."""
    question: dict[str, Any] | None
    """What a person has to say before anything moves, see ``goals.target.Question``."""
    exchanges: Annotated[list[dict[str, str]], operator.add]
    """The questions that were answered, see ``goals.prompt.Exchange``."""
    forced: str | None
    """A call that is chosen next, whatever is thought of it: a person forked a run here."""
    status: Status
    reason: str


@dataclass(frozen=True)
class RunResult:
    """How a run ended, as far as the robot can tell."""

    status: Status
    verified: bool
    reason: str
    steps: int
    """Skill calls carried out, retries included."""
    recoveries: int
    seconds: Mapping[str, float]
    """By phase: observe, ground, say, can, execute, verify, other."""
    thread: str
    """What ``Planner.resume`` takes; the id of the trace."""
    question: Question | None = None
    """What is open, if the status is ``asked``."""
    corrected: bool = False
    """Whether a person changed the task on the way."""


def result_of(state: Mapping[str, Any], thread: str) -> RunResult:
    """Read the state of a run that has ended, or that waits for an answer."""
    question = Question(**data) if (data := state.get("question")) else None
    status: Status = state.get("status", "asked" if question else "not_achieved")
    reason = state.get("reason", question.text if question else "")
    seconds = {phase: round(state.get("seconds", {}).get(phase, 0.0), 4) for phase in PHASES}
    recoveries = sum(kind != "stop" for kind in state.get("recoveries", []))
    steps = len(state.get("records", []))
    open_ = question if status == "asked" else None
    corrected = bool(state.get("corrections"))
    return RunResult(status, status == "verified", reason, steps, recoveries, seconds, thread, open_, corrected)


def dump_scene(scene: Scene) -> dict[str, Any]:
    """A scene as plain data."""
    objects = [
        {
            "id": thing.id,
            "category": thing.category,
            "attributes": dict(thing.attributes),
            "position": [float(x) for x in thing.position],
            "confidence": float(thing.confidence),
        }
        for thing in scene.objects
    ]
    return {"objects": objects, "facts": [[fact.predicate, *fact.arguments] for fact in sorted(scene.facts)]}


def load_scene(data: Mapping[str, Any]) -> Scene:
    """Read what ``dump_scene`` wrote."""
    return Scene(load_things(data["objects"]), frozenset(Fact(fact[0], tuple(fact[1:])) for fact in data["facts"]))


def load_things(items: Iterable[Mapping[str, Any]]) -> tuple[SceneObject, ...]:
    """Read the objects of what ``dump_scene`` wrote."""
    return tuple(
        SceneObject(item["id"], item["category"], item["attributes"], tuple(item["position"]), item["confidence"])
        for item in items
    )
