"""A trace as an MCAP file (extra `mcap`): frames, motion and events as JSON messages, which Foxglove opens."""

import base64
import json
import mimetypes
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from traces.clock import motion, nanoseconds
from traces.events import Event, Filmed, Moved, Observed, Ranked
from traces.extras import extra
from traces.store import Trace
from traces.story import lines_of

if TYPE_CHECKING:
    from mcap.writer import Writer

TIME = {"type": "object", "properties": {"sec": {"type": "integer"}, "nsec": {"type": "integer"}}}
IMAGE = {
    "type": "object",
    "properties": {
        "timestamp": TIME,
        "frame_id": {"type": "string"},
        "data": {"type": "string", "contentEncoding": "base64"},
        "format": {"type": "string"},
    },
}
LOG = {
    "type": "object",
    "properties": {
        "timestamp": TIME,
        "level": {"type": "integer"},
        "message": {"type": "string"},
        "name": {"type": "string"},
    },
}
MOTION = {"type": "object", "additionalProperties": {"type": "number"}}
ANYTHING = {"type": "object"}
LEVELS = {"": 2, "soft": 1, "good": 2, "warn": 3, "bad": 4}
"""Foxglove's: 1 debug, 2 info, 3 warning, 4 error."""


def export_mcap(trace: Trace, out: Path) -> None:
    """Write the file.

    Raises:
        TraceError: the extra is not installed.
        OSError: the file cannot be written.
    """
    with extra("mcap", "the MCAP export"):
        from mcap.writer import Writer
    with open(out, "wb") as file:
        writer = Writer(file)
        writer.start(library="doable")
        _Export(trace, writer).write()
        writer.finish()


class _Export:
    """Writes messages in the order of time."""

    def __init__(self, trace: Trace, writer: "Writer") -> None:
        self.trace, self.writer = trace, writer
        self._schemas: dict[str, int] = {}
        self._channels: dict[str, int] = {}

    def write(self) -> None:
        messages: list[tuple[float, str, str, Mapping[str, Any], Mapping[str, Any]]] = []
        for event in self.trace.events:
            messages += self._event(event)
        for wall, names, values in motion(self.trace):
            numbers = {_plain(name): value for name, value in zip(names, values, strict=True)}
            messages.append((wall, "/motion", "doable.Motion", MOTION, numbers))
            messages.append((wall, "/joint_states", "sensor_msgs/JointState", ANYTHING, _joints(wall, numbers)))
        for wall, topic, schema, shape, data in sorted(messages, key=lambda message: message[0]):
            self._message(wall, topic, schema, shape, data)
        summary = json.loads(self.trace.summary.model_dump_json())
        self.writer.add_metadata("doable", {name: _text(value) for name, value in summary.items()})
        self._videos()

    def _event(self, event: Event) -> list[tuple[float, str, str, Mapping[str, Any], Mapping[str, Any]]]:
        wall, messages = event.wall, list[tuple[float, str, str, Mapping[str, Any], Mapping[str, Any]]]()
        if not isinstance(event, Moved):
            data = json.loads(event.model_dump_json())
            messages.append((wall, f"/events/{event.kind}", f"doable.{event.kind}", ANYTHING, data))
        for line in lines_of(event):
            said = {"timestamp": _stamp(wall), "level": LEVELS[line.tone], "message": line.text, "name": line.label}
            messages.append((wall, "/log", "foxglove.Log", LOG, said))
        pictures = dict(event.frames) if isinstance(event, Observed) else {}
        if isinstance(event, Ranked):
            pictures = {f"{camera}/attention": name for camera, name in event.attention.items()}
        for camera, name in pictures.items():
            if image := self._image(camera, name, wall):
                messages.append((wall, f"/camera/{camera}", "foxglove.CompressedImage", IMAGE, image))
        return messages

    def _image(self, camera: str, name: str, wall: float) -> dict[str, Any] | None:
        """None where the file is gone."""
        path = self.trace.folder / name
        try:
            data = path.read_bytes()
        except OSError:
            return None
        kind = "jpeg" if path.suffix == ".jpg" else path.suffix.removeprefix(".")
        text = base64.b64encode(data).decode()
        return {"timestamp": _stamp(wall), "frame_id": camera, "data": text, "format": kind}

    def _message(self, wall: float, topic: str, schema: str, shape: Mapping[str, Any], data: Mapping[str, Any]) -> None:
        if schema not in self._schemas:
            self._schemas[schema] = self.writer.register_schema(schema, "jsonschema", json.dumps(shape).encode())
        if topic not in self._channels:
            self._channels[topic] = self.writer.register_channel(topic, "json", self._schemas[schema])
        when = nanoseconds(wall)
        self.writer.add_message(self._channels[topic], when, json.dumps(data).encode(), when)

    def _videos(self) -> None:
        for event in self.trace.events:
            if isinstance(event, Filmed) and (self.trace.folder / event.file).is_file():
                kind = mimetypes.guess_type(event.file)[0] or "application/octet-stream"
                data = (self.trace.folder / event.file).read_bytes()
                when = nanoseconds(event.wall)
                self.writer.add_attachment(when, when, event.file, kind, data)


def _joints(wall: float, numbers: Mapping[str, float]) -> dict[str, Any]:
    """What ROS calls a joint state."""
    joints = {name.removeprefix("joint_"): value for name, value in numbers.items() if name.startswith("joint_")}
    header = {"stamp": _stamp(wall), "frame_id": "base"}
    return {"header": header, "name": list(joints), "position": list(joints.values())}


def _plain(column: str) -> str:
    """`joint panda_joint1 [rad]` as `joint_panda_joint1`, `force [N]` as `force_N`: as message paths take it."""
    words = column.replace("[", " ").replace("]", " ").replace("/", " per ").split()
    return "_".join(words[:-1] if column.startswith("joint ") else words)


def _stamp(wall: float) -> dict[str, int]:
    sec, nsec = divmod(nanoseconds(wall), 1_000_000_000)
    return {"sec": sec, "nsec": nsec}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
