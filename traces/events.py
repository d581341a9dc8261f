"""The typed events of a run: a versioned discriminated union.

An event never contains pixels. Frames are files; events name them by paths relative to the trace's folder.
Whoever emits an event fills its own fields; the `TraceWriter` stamps the envelope (`id`, `trace`, `seq`, the times).

Nested models read plain objects by attribute, so `Observed(objects=scene.objects)` takes any objects of that shape.
"""

import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter, ValidationError

FORMAT_VERSION = 2
"""Grows whenever an event changes so that an older reader would misread it.

2 added `Prompted`, `Moved`, `Filmed`, `Awaiting` and `Commanded`, and optional fields of older events; all that
version 1 wrote is read as before.
"""


class Record(BaseModel):
    """Plain data that cannot be changed; non-finite numbers become strings in JSON."""

    model_config = ConfigDict(frozen=True, extra="forbid", from_attributes=True, ser_json_inf_nan="strings")


class BaseEvent(Record):
    """The envelope of every event, in the manner of an OpenTelemetry span event."""

    id: str = ""
    """16 hexadecimal digits; stamped by the writer."""
    trace: str = ""
    """Id of the trace; stamped by the writer."""
    seq: int = -1
    """Position in the trace, from 0 without gaps; stamped by the writer."""
    span: str = ""
    """What this is part of, e.g. one step; the run's own span unless given."""
    parent: str | None = None
    """The span around `span`; None for the run's own."""
    wall: float = 0.0
    """Seconds since the epoch; stamped by the writer."""
    monotonic: float = 0.0
    """Seconds of a clock that never jumps, comparable within one process; stamped by the writer."""


class Versions(Record):
    """What ran, so that a run can be repeated."""

    code: str = ""
    """Version of Doable, with the commit where it is known."""
    weights: Mapping[str, str] = Field(default_factory=dict)
    """SHA-256 by weight file."""
    packages: Mapping[str, str] = Field(default_factory=dict)
    """Version by installed distribution."""
    library: str = ""
    """SHA-256 of the skill library: its skills, with all that they say of themselves."""


class RunStarted(BaseEvent):
    """A task was taken on; always the first event."""

    kind: Literal["run_started"] = "run_started"
    task: str
    scene: str = ""
    robot: str = ""
    seed: int | None = None
    model: str = ""
    options: Mapping[str, JsonValue] = Field(default_factory=dict)
    versions: Versions = Versions()
    pid: int = 0
    format_version: int = FORMAT_VERSION
    parent_trace: str | None = None
    """The trace that this one was forked from (`parent` is the envelope's, a span)."""
    parent_seq: int | None = None
    """The first event of the parent that this run does differently."""
    replay_of: str | None = None
    """The trace whose seeds and model outputs this run repeats."""


class ProbeFinding(Record):
    """What a language model's probe found of one way of scoring."""

    scorer: str
    """`exact`, `echo`, `letters` or `ranks`."""
    verdict: str
    """`right`, `weak`, `wrong`, `missing` or `refused`."""
    detail: str = ""


class ModelProbed(BaseEvent):
    """What the run's language model can be trusted with."""

    kind: Literal["model_probed"] = "model_probed"
    model: str
    scorer: str
    """The way of scoring that is used."""
    findings: tuple[ProbeFinding, ...] = ()
    """In the order in which they were tried."""
    seconds: float | None = None


class ModelUsed(BaseEvent):
    """What one question to a served language model cost; it comes after the question, failed or not."""

    kind: Literal["model_used"] = "model_used"
    purpose: str
    """`probe`, `read`, `score` or `generate`."""
    calls: int = 0
    """Requests that were sent, retries included."""
    retries: int = 0
    cached: int = 0
    """Requests that the cache answered."""
    prompt_tokens: int = 0
    completion_tokens: int = 0
    estimated: bool = False
    """Whether some of the tokens are a guess, since the server did not count them."""
    replies: tuple[str, ...] = ()
    """Addresses of the answers in the cache."""
    error: str = ""
    """Why there was no result; empty if there was."""
    seconds: float | None = None


class SeenObject(Record):
    """One object of a scene."""

    id: str
    category: str
    attributes: Mapping[str, str] = Field(default_factory=dict)
    position: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Base frame, [m]."""
    confidence: float = 1.0


class SeenFact(Record):
    """A ground atom that holds in a scene."""

    predicate: str
    arguments: tuple[str, ...] = ()
    confidence: float = 1.0
    """That its things are what they are taken for."""

    def __str__(self) -> str:
        return f"{self.predicate}({', '.join(self.arguments)})"


class Observed(BaseEvent):
    """The robot looked, and a scene was grounded."""

    kind: Literal["observed"] = "observed"
    frames: Mapping[str, str] = Field(default_factory=dict)
    """Image file by camera name, relative to the trace's folder."""
    objects: tuple[SeenObject, ...] = ()
    facts: tuple[SeenFact, ...] = ()
    oracle: bool = False
    """True when the scene came from the simulator's state instead of pixels."""
    time: float | None = None
    """On the clock of `Moved`, [s]."""
    seconds: float | None = None


class Understood(BaseEvent):
    """A task was read: what must hold, or why nothing is done."""

    kind: Literal["understood"] = "understood"
    wrote: str = ""
    """What the language model wrote."""
    goal: tuple[str, ...] = ()
    """What must come true, what is left alone and what is kept, line by line in words."""
    notes: tuple[str, ...] = ()
    """How it was read, line by line."""
    refused: str = ""
    """Why it cannot or must not be done; empty if it can."""


BY_PERSON = "a person chose"
"""How `why_not` begins where a fork was told what to do first."""


class Candidate(Record):
    """One thing that could have been done next, and what was thought of it."""

    call: str
    """The skill with its arguments, e.g. `pick_up(red block)`."""
    text: str = ""
    """The command in plain words."""
    say: float | None = None
    """Share of the language model's probability among those that it was asked about; None for the others."""
    log_likelihood: float | None = None
    """Sum of the log-probabilities of the candidate's tokens, in nats."""
    can: float | None = None
    """Probability that the skill would succeed now; None when the value function was not asked about it."""
    progress: float | None = None
    score: float | None = None
    """What the ranking sorts by."""
    chosen: bool = False
    why_not: str = ""
    """Why it was not chosen; empty for the chosen one."""


class PromptUsed(Record):
    """Which prompt the language model saw."""

    id: str
    version: str
    sha256: str


class Prompted(BaseEvent):
    """The language model was given a text, and wrote one or weighed some."""

    kind: Literal["prompted"] = "prompted"
    prompt: PromptUsed
    purpose: str
    """`read goal`, `match`, `say`, ..."""
    text: str
    """The prompt with its gaps filled in, as the model got it."""
    output: str = ""
    """What the model wrote, unparsed; for `say` one line a candidate, its log-probability in nats first."""
    model: str = ""
    tokens: int | None = None
    """Of the text and the output together."""
    cached_tokens: int | None = None
    """Tokens whose keys and values, or whose whole answer, were kept from before."""
    seconds: float | None = None


class Ranked(BaseEvent):
    """All candidates were scored and one was chosen, or none."""

    kind: Literal["ranked"] = "ranked"
    candidates: tuple[Candidate, ...]
    """Best first."""
    prompt: PromptUsed | None = None
    cached_tokens: int | None = None
    """Tokens of the prompt whose keys and values were reused."""
    attention: Mapping[str, str] = Field(default_factory=dict)
    """By camera, a picture of where the value function looked for the chosen call; relative to the trace's folder."""
    seconds: float | None = None


class StepStarted(BaseEvent):
    """A skill is about to move the robot; written before the first motion."""

    kind: Literal["step_started"] = "step_started"
    call: str
    text: str = ""
    attempt: int = 1


class StepFinished(BaseEvent):
    """A skill has stopped moving the robot."""

    kind: Literal["step_finished"] = "step_finished"
    call: str
    status: str
    """The outcome's status, e.g. `succeeded`, `failed`, `timed out`."""
    reason: str = ""
    seconds: float | None = None
    ticks: int = 0
    """Control periods."""
    failure: str = ""
    """The sort of fault that ended it, e.g. `limit`, `action`, `silent`, `server gone`; empty where there was none."""
    clipped: Mapping[str, int] = Field(default_factory=dict)
    """By name of a limit, how many actions it changed."""


class Moved(BaseEvent):
    """How the robot moved while a skill acted: one row a control period, one event a step."""

    kind: Literal["moved"] = "moved"
    columns: tuple[str, ...]
    """Names with units, e.g. `time [s]`, `joint panda_joint1 [rad]`, `end effector x [m]`, `force [N]`, and of what was
    asked of the robot then: `target x [m]`, `target qx [1]`, `target gripper [1]`."""
    rows: tuple[tuple[float, ...], ...]
    """One number a column; time is the world's, counted from the start of the run."""


class Filmed(BaseEvent):
    """A video of a camera was written, whole and closed."""

    kind: Literal["filmed"] = "filmed"
    camera: str
    file: str
    """H.264 in MP4, relative to the trace's folder."""
    start: float
    """Of its first frame, on the clock of `Moved`, [s]."""
    seconds: float
    frames: int


class Verified(BaseEvent):
    """A step was judged from images."""

    kind: Literal["verified"] = "verified"
    call: str
    success: bool
    probability: float
    judge: str = ""
    """`detector`: a learned one; `scene`: the facts of the grounded scene; empty where nobody wrote it down."""
    seconds: float | None = None


class Recovered(BaseEvent):
    """A step failed, and this is what was decided."""

    kind: Literal["recovered"] = "recovered"
    recovery: Literal["retry", "next_choice", "replan", "ask", "stop"]
    reason: str = ""
    budget: Mapping[str, int] = Field(default_factory=dict)
    """How often each kind of recovery may still be used."""


class Asked(BaseEvent):
    """A person was asked."""

    kind: Literal["asked"] = "asked"
    question: str
    options: tuple[str, ...] = ()


class Answered(BaseEvent):
    """A person answered."""

    kind: Literal["answered"] = "answered"
    answer: str


class Awaiting(BaseEvent):
    """A step waits for a person's approval; nothing moves before it."""

    kind: Literal["awaiting"] = "awaiting"
    call: str
    text: str = ""
    """The command in plain words."""


class Commanded(BaseEvent):
    """A person told a running run what to do, and the run heard it."""

    kind: Literal["commanded"] = "commanded"
    command: Literal["pause", "resume", "stop", "approve", "veto", "answer", "correct"]
    text: str = ""
    """The answer, or the correction in words."""
    source: str = "page"
    ignored: str = ""
    """Why nothing came of it; empty if something did."""


class SafetyStopped(BaseEvent):
    """Motion was stopped for safety."""

    kind: Literal["safety_stopped"] = "safety_stopped"
    reason: str


class RunResumed(BaseEvent):
    """Another process went on with the run."""

    kind: Literal["run_resumed"] = "run_resumed"
    pid: int = 0
    versions: Versions = Versions()


class Failed(BaseEvent):
    """The program itself broke; the run can be resumed."""

    kind: Literal["failed"] = "failed"
    error: str
    """Type of the exception."""
    message: str = ""


class RunFinished(BaseEvent):
    """The run is over."""

    kind: Literal["run_finished"] = "run_finished"
    status: str
    """E.g. `verified`, `not_achieved`, `asked`, `refused`, `stopped_for_safety`."""
    verified: bool
    """What Doable believes, from images alone."""
    success: bool | None = None
    """What the simulator knows; None where nobody knows."""
    reason: str = ""
    seconds: Mapping[str, float] = Field(default_factory=dict)
    """By phase."""
    steps: int = 0
    recoveries: int = 0
    state_hash: str = ""
    """SHA-256 over rounded positions and facts of the simulator at the end; only evaluation and replay use it."""


class UnknownEvent(BaseEvent):
    """An event that a newer version wrote: kept as it is."""

    kind: str
    payload: Mapping[str, JsonValue]
    """Everything but the envelope."""


KnownEvent = (
    RunStarted
    | ModelProbed
    | ModelUsed
    | Observed
    | Understood
    | Prompted
    | Ranked
    | StepStarted
    | Moved
    | Filmed
    | StepFinished
    | Verified
    | Recovered
    | Asked
    | Answered
    | Awaiting
    | Commanded
    | SafetyStopped
    | RunResumed
    | Failed
    | RunFinished
)
Event = KnownEvent | UnknownEvent

_KNOWN: TypeAdapter[KnownEvent] = TypeAdapter(Annotated[KnownEvent, Field(discriminator="kind")])
_KINDS = frozenset(kind.model_fields["kind"].default for kind in KnownEvent.__args__)


def read_event(body: str, version: int = FORMAT_VERSION) -> Event:
    """Read one event from JSON; as `parse_event`.

    Raises:
        pydantic.ValidationError: the text is not an event.
        ValueError: it is no JSON.
    """
    try:
        return _KNOWN.validate_json(body)
    except ValidationError:
        return parse_event(json.loads(body), version)


def parse_event(data: Mapping[str, Any], version: int = FORMAT_VERSION) -> Event:
    """Read one event as written by format `version`.

    Kinds nobody knows, and known kinds that a newer version wrote differently, become `UnknownEvent`s.

    Raises:
        pydantic.ValidationError: the data is not an event.
    """
    if data.get("kind") in _KINDS:
        try:
            return _KNOWN.validate_python(data)
        except ValidationError:
            if version <= FORMAT_VERSION:
                raise
    envelope = {name: data[name] for name in BaseEvent.model_fields if name in data}
    payload = {name: value for name, value in data.items() if name not in envelope and name != "kind"}
    return UnknownEvent.model_validate({**envelope, "kind": data.get("kind"), "payload": payload})
