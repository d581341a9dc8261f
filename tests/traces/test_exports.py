"""Traces in other formats: read back by the readers of those formats."""

import json
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from tests.traces.conftest import PICK, PUT, MakeTrace
from traces import Trace, TraceError
from traces.export_html import export_html
from traces.export_mcap import export_mcap
from traces.export_otlp import export_otlp, otel_trace_id, send_otlp
from traces.export_rerun import export_rerun
from traces.playback import play


@pytest.fixture
def trace(make_trace: MakeTrace) -> Trace:
    steps = [{**PICK, "works": False}, PICK, PUT]
    return make_trace(steps, task="<script>alert(1)</script>", parent_trace="an-earlier-one", parent_seq=3)


def test_the_page_holds_everything_and_asks_for_nothing(trace: Trace) -> None:
    page = export_html(trace)
    assert page.count("data:image/jpeg;base64,") == 3
    for part in ("Decision 3", "retry", "read goal", "Forked from an-earlier-one", "panda_joint1", "not &lt;asked&gt;"):
        assert part in page, part
    assert not re.search(r"""(src|href)=["'](?!data:|#)""", page) and "url(" not in page and "@import" not in page
    assert "default-src 'none'" in page


def test_nothing_from_a_model_or_a_person_is_markup(trace: Trace) -> None:
    page = export_html(trace)
    assert page.count("<script>") == 1 and "alert(1)</script>" not in page
    assert "<b>prompt</b>" not in page and "&lt;b&gt;prompt&lt;/b&gt;" in page


def test_pictures_that_do_not_fit_are_left_out_and_counted(trace: Trace) -> None:
    page = export_html(trace, most_bytes=0)
    assert "data:image" not in page and "3 pictures or videos are missing or did not fit" in page


def test_no_file_outside_the_trace_is_read(make_trace: MakeTrace, tmp_path: Path) -> None:
    trace = make_trace([PICK])
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    from traces.export_html import Media

    assert Media(trace.folder, 1000).uri("../../secret.jpg") is None


def test_the_mcap_file_is_read_back(trace: Trace, tmp_path: Path) -> None:
    reader = pytest.importorskip("mcap.reader")
    export_mcap(trace, tmp_path / "run.mcap")
    topics: dict[str, list[dict[str, object]]] = {}
    times: list[int] = []
    with open(tmp_path / "run.mcap", "rb") as file:
        for schema, channel, message in reader.make_reader(file).iter_messages():
            assert schema.encoding == "jsonschema" and channel.message_encoding == "json"
            topics.setdefault(channel.topic, []).append(json.loads(message.data))
            times.append(message.log_time)
    assert times == sorted(times)
    image = topics["/camera/front"][0]
    assert (image["format"], len(topics["/camera/front"])) == ("jpeg", 3)
    assert topics["/joint_states"][0]["name"] == ["panda_joint1"]
    assert (len(topics["/joint_states"]), topics["/motion"][3]) == (12, {"joint_panda_joint1": 0.5, "force_N": 30.0})
    assert len(topics["/events/ranked"]) == 3 and topics["/log"][0]["message"]


@contextmanager
def collector() -> Iterator[tuple[str, list[tuple[str, bytes]]]]:
    """An OTLP collector on loopback."""
    received: list[tuple[str, bytes]] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            received.append((self.path, body))
            self.send_response(200 if self.path == "/v1/traces" else 400)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", received
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def spans_in(body: bytes) -> dict[str, object]:
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

    request = ExportTraceServiceRequest.FromString(body)
    spans = request.resource_spans[0].scope_spans[0].spans
    assert len({span.span_id for span in spans}) == len(spans)
    return {span.span_id.hex(): span for span in spans}


def test_the_spans_arrive_at_a_collector(trace: Trace, tmp_path: Path) -> None:
    pytest.importorskip("opentelemetry.exporter.otlp.proto.http")
    with collector() as (address, received):
        send_otlp(trace, f"{address}/v1/traces")
        with pytest.raises(TraceError, match="did not take"):
            send_otlp(trace, f"{address}/elsewhere")
    spans = spans_in(received[0][1])
    names = [span.name for span in spans.values()]  # type: ignore[attr-defined]
    assert names[:2] == [trace.summary.task, "decision 1"] and "read goal" in names
    assert {span.trace_id.hex() for span in spans.values()} == {f"{otel_trace_id(trace.id):032x}"}  # type: ignore[attr-defined]
    roots = [span for span in spans.values() if not span.parent_span_id]  # type: ignore[attr-defined]
    assert len(roots) == 1
    steps = [span for span in spans.values() if span.name == "pick up(red block)"]  # type: ignore[attr-defined]
    around = [spans[step.parent_span_id.hex()] for step in steps]  # type: ignore[attr-defined]
    assert [span.name for span in around] == ["decision 1", "decision 2"]  # type: ignore[attr-defined]
    assert {spans[span.parent_span_id.hex()].name for span in around} == {trace.summary.task}  # type: ignore[attr-defined]
    export_otlp(trace, tmp_path / "run.otlp")
    assert spans_in((tmp_path / "run.otlp").read_bytes()).keys() == spans.keys()


@pytest.mark.parametrize(
    ("export", "package", "extra"),
    [
        (export_mcap, "mcap.writer", "mcap"),
        (export_otlp, "opentelemetry.sdk.resources", "otel"),
        (export_rerun, "rerun", "rerun"),
    ],
)
def test_a_missing_extra_is_named(
    trace: Trace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, export: object, package: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(TraceError, match=rf"needs the extra '{extra}'.*pip install 'doable\[{extra}\]'"):
        export(trace, tmp_path / "out")  # type: ignore[operator]
    assert not (tmp_path / "out").exists()


def test_the_rerun_recording_is_written(trace: Trace, tmp_path: Path) -> None:
    pytest.importorskip("rerun", reason="the extra `rerun` is half a gigabyte")
    export_rerun(trace, tmp_path / "run.rrd")
    data = (tmp_path / "run.rrd").read_bytes()
    assert data.startswith(b"RRF") and b"panda_joint1" in data and b"camera" in data


def test_a_run_is_played_back_with_its_pauses(trace: Trace) -> None:
    pauses: list[float] = []
    console = Console(width=120, file=StringIO())
    play(trace, console, speed=2.0, sleep=pauses.append)
    assert len(pauses) == len(trace.events) and all(0 <= pause <= 3 for pause in pauses)
    assert "Decision 4" in console.file.getvalue()  # type: ignore[attr-defined]
