"""A trace as a rerun recording (extra `rerun`): frames, motion, say and can, and the story as a log."""

from pathlib import Path
from typing import TYPE_CHECKING

from traces.clock import motion
from traces.events import Event, Observed, Ranked
from traces.extras import extra
from traces.store import Trace
from traces.story import lines_of

if TYPE_CHECKING:
    import rerun

CLOCK = "wall"
LEVELS = {"": "INFO", "soft": "DEBUG", "good": "INFO", "warn": "WARN", "bad": "ERROR"}


def export_rerun(trace: Trace, out: Path) -> None:
    """Write an `.rrd` file.

    Raises:
        TraceError: the extra is not installed.
    """
    with extra("rerun", "the rerun export"):
        import rerun
    recording = rerun.RecordingStream("doable", recording_id=trace.id)
    recording.save(out)
    recording.send_recording_name(f"{trace.summary.task} ({trace.id})")
    for event in trace.events:
        recording.set_time(CLOCK, timestamp=event.wall)
        _log(recording, event, trace.folder)
    for wall, names, values in motion(trace):
        recording.set_time(CLOCK, timestamp=wall)
        for name, value in zip(names, values, strict=True):
            recording.log(f"motion/{name}", rerun.Scalars([value]))
    recording.flush()
    recording.disconnect()


def _log(recording: "rerun.RecordingStream", event: Event, folder: Path) -> None:
    import rerun

    for line in lines_of(event):
        recording.log("story", rerun.TextLog(f"{line.label}: {line.text}", level=LEVELS[line.tone]))
    if isinstance(event, Observed):
        for camera, name in event.frames.items():
            if (folder / name).is_file():
                recording.log(f"camera/{camera}", rerun.EncodedImage(path=folder / name))
    chosen = next((c for c in event.candidates if c.chosen), None) if isinstance(event, Ranked) else None
    if chosen is not None:
        for voice in ("say", "can", "score"):
            if (value := getattr(chosen, voice)) is not None:
                recording.log(f"chosen/{voice}", rerun.Scalars([value]))
        recording.log("chosen/call", rerun.TextLog(chosen.call))
