"""A trace as OpenTelemetry spans (extra `otel`): the run, its decisions, and in them steps and prompts.

What else happened becomes span events. The spans are sent over HTTP, or written as the body of such a request.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from traces.clock import nanoseconds
from traces.database import TraceError
from traces.decisions import Decision, decisions_of
from traces.events import BaseEvent, Event, Failed, Prompted, RunFinished, StepFinished, StepStarted
from traces.extras import extra
from traces.store import Trace

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import ReadableSpan

SECONDS = 10.0
"""To wait for a collector."""
ENVELOPE = frozenset(("kind", "id", "trace", "seq", "span", "parent", "wall", "monotonic"))
Attributes = dict[str, str | bool | int | float]


def export_otlp(trace: Trace, out: Path) -> None:
    """Write a file that can be posted to a collector's `/v1/traces` as `application/x-protobuf`.

    Raises:
        TraceError: the extra is not installed.
        OSError: the file cannot be written.
    """
    spans = spans_of(trace)
    with extra("otel", "the OTLP export"):
        from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
    out.write_bytes(encode_spans(spans).SerializeToString())


def send_otlp(trace: Trace, endpoint: str) -> None:
    """Send the spans to a collector, e.g. `http://127.0.0.1:4318/v1/traces`.

    Raises:
        TraceError: the extra is not installed, or the collector did not take them.
    """
    spans = spans_of(trace)
    with extra("otel", "the OTLP export"):
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.trace.export import SpanExportResult
    exporter = OTLPSpanExporter(endpoint=endpoint, timeout=SECONDS)
    try:
        result = exporter.export(spans)
    finally:
        exporter.shutdown()
    if result is not SpanExportResult.SUCCESS:
        raise TraceError(f"the collector at {endpoint} did not take trace {trace.id}")


def spans_of(trace: Trace) -> "Sequence[ReadableSpan]":
    """The spans of a trace: parents before children.

    Raises:
        TraceError: the extra is not installed.
    """
    with extra("otel", "the OTLP export"):
        return _Spans(trace).build()


class _Spans:
    """Builds the spans; imports OpenTelemetry when it is made."""

    def __init__(self, trace: Trace) -> None:
        from opentelemetry.sdk.resources import Resource
        from opentelemetry.sdk.util.instrumentation import InstrumentationScope

        self.trace = trace
        attributes = {"service.name": "doable", "service.version": trace.started.versions.code}
        self.resource = Resource(attributes)
        self.scope = InstrumentationScope("doable.traces")
        self.root = trace.started.span

    def build(self) -> "list[ReadableSpan]":
        decisions = decisions_of(self.trace)
        inside = {event.seq for decision in decisions for event in decision.events}
        loose = [event for event in self.trace.events if event.seq not in inside]
        spans = [self._run(loose)]
        for decision in decisions:
            spans += self._decision(decision)
        return [*spans, *(self._prompt(event, self.root) for event in loose if isinstance(event, Prompted))]

    def _run(self, loose: Sequence[Event]) -> "ReadableSpan":
        started, summary = self.trace.started, self.trace.summary
        attributes = {**_attributes(started), "doable.trace": self.trace.id, "status": summary.status}
        ends = [event for event in self.trace.events if isinstance(event, RunFinished)]
        for end in ends:
            attributes |= _attributes(end)
        bad = any(isinstance(event, Failed) for event in loose) or summary.status in ("stopped_for_safety", "failed")
        last = self.trace.events[-1].wall
        return self._span(self.root, None, summary.task, started.wall, last, attributes, loose, bad)

    def _decision(self, decision: Decision) -> "list[ReadableSpan]":
        span = decision.span if decision.span != self.root else _id(f"{self.trace.id} {decision.number}")
        chosen = decision.chosen
        attributes: Attributes = {"doable.decision": decision.number}
        if chosen is not None:
            voices = {name: getattr(chosen, name) for name in ("call", "say", "can", "progress", "score")}
            attributes |= {f"doable.chosen.{name}": value for name, value in voices.items() if value is not None}
        ordinary = [e for e in decision.events if not isinstance(e, StepStarted | StepFinished | Prompted)]
        begun, ended = decision.events[0].wall, decision.events[-1].wall
        name = f"decision {decision.number}"
        spans = [self._span(span, self.root, name, begun, ended, attributes, ordinary, decision.failed)]
        if decision.started is not None:
            spans.append(self._step(decision, decision.started, span))
        return [*spans, *(self._prompt(event, span) for event in decision.of(Prompted))]

    def _step(self, decision: Decision, started: StepStarted, parent: str) -> "ReadableSpan":
        finished = decision.finished
        ended = finished.wall if finished else decision.events[-1].wall
        attributes = {**_attributes(started), **(_attributes(finished) if finished else {})}
        bad = finished is not None and finished.status != "done"
        return self._span(started.id, parent, started.text or started.call, started.wall, ended, attributes, (), bad)

    def _prompt(self, event: Prompted, parent: str) -> "ReadableSpan":
        attributes = {**_attributes(event), "gen_ai.request.model": event.model}
        begun = event.wall - (event.seconds or 0.0)
        return self._span(event.id, parent, event.purpose, begun, event.wall, attributes)

    def _span(
        self,
        id: str,
        parent: str | None,
        name: str,
        begun: float,
        ended: float,
        attributes: Mapping[str, Any],
        events: Sequence[Event] = (),
        failed: bool = False,
    ) -> "ReadableSpan":
        from opentelemetry.sdk.trace import Event as SpanEvent
        from opentelemetry.sdk.trace import ReadableSpan
        from opentelemetry.trace import Status, StatusCode

        return ReadableSpan(
            name=name,
            context=self._context(id),
            parent=None if parent is None else self._context(parent),
            resource=self.resource,
            attributes=dict(attributes),
            events=tuple(SpanEvent(e.kind, _attributes(e), nanoseconds(e.wall)) for e in events),
            status=Status(StatusCode.ERROR if failed else StatusCode.OK),
            start_time=nanoseconds(begun),
            end_time=nanoseconds(max(begun, ended)),
            instrumentation_scope=self.scope,
        )

    def _context(self, span: str) -> Any:
        from opentelemetry.trace import SpanContext, TraceFlags

        return SpanContext(otel_trace_id(self.trace.id), int(span, 16), False, TraceFlags(TraceFlags.SAMPLED))


def otel_trace_id(trace: str) -> int:
    """OpenTelemetry's 128 bits for one of our ids."""
    return int(hashlib.sha256(trace.encode()).hexdigest()[:32], 16)


def _id(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _attributes(event: BaseEvent) -> Attributes:
    """An event's own fields: plain ones as they are, others as JSON."""
    found: Attributes = {}
    for name, value in json.loads(event.model_dump_json()).items():
        if name in ENVELOPE or value in (None, "", [], {}):
            continue
        found[f"doable.{name}"] = value if isinstance(value, str | bool | int | float) else json.dumps(value)
    return found
