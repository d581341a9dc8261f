"""What was written survives: kill -9 at random moments, and a full disk."""

import os
import random
import signal
import sqlite3
import time
from pathlib import Path

import numpy as np
import PIL.Image
import PIL.JpegImagePlugin  # noqa: F401
import pytest

from traces import Failed, Moved, Observed, RunFinished, RunStarted, TraceStore
from traces.database import DiskFullError
from traces.film import Film
from traces.writer import RESERVE

KILLS = 20


def write_until_killed(directory: Path, told: int) -> None:
    """Events, pictures and films without end; every sequence number is told once its event is committed."""
    writer = TraceStore(directory).create(RunStarted(task="count"))
    picture = np.random.default_rng(0).integers(0, 255, (32, 32, 3)).astype(np.uint8)
    while True:
        frame = writer.save_frame("front", picture)
        event = writer.emit(Observed(frames={"front": frame}))
        os.write(told, f"{event.seq}\n".encode())
        event = writer.emit(Moved(columns=("time [s]",), rows=tuple((float(n),) for n in range(200))))
        os.write(told, f"{event.seq}\n".encode())


def killed(directory: Path, after: float) -> list[int]:
    """What a process told of that was killed so many seconds after its first event."""
    hears, tells = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            write_until_killed(directory, tells)
        finally:
            os._exit(1)
    os.close(tells)
    told = os.read(hears, 64)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(hears, 65536):
        told += more
    os.close(hears)
    return [int(line) for line in told.split(b"\n")[:-1]]


def test_no_event_before_a_kill_is_lost(tmp_path: Path) -> None:
    store, moments = TraceStore(tmp_path / "traces"), random.Random(0)
    for number in range(1, KILLS + 1):
        told = killed(store.directory, moments.uniform(0, 0.03))
        trace = store.open("latest")
        assert [event.seq for event in trace.events] == list(range(len(trace.events)))
        assert trace.events[-1].seq >= told[-1]
        assert trace.summary.status == "interrupted" and store.count() == number
        seen = [event.frames["front"] for event in trace.events if isinstance(event, Observed)]
        assert all((trace.folder / file).read_bytes()[-2:] == b"\xff\xd9" for file in seen)
    with sqlite3.connect(store.path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_a_film_that_was_cut_off_can_be_seen(tmp_path: Path) -> None:
    av = pytest.importorskip("av")
    picture = np.random.default_rng(0).integers(0, 255, (33, 48, 3)).astype(np.uint8)
    film = Film(tmp_path / "whole.mp4", 5.0, 33, 48)
    for _ in range(25):
        film.add(picture)
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(film.path.read_bytes())
    film.close()
    for path, least in ((film.path, 25), (cut, 10)):
        with av.open(str(path)) as video:
            frames, codec = list(video.decode(video=0)), video.streams.video[0].codec_context.name
        assert least <= len(frames) <= 25
        assert (frames[0].height, frames[0].width) == (32, 48)
        assert codec == "h264"


def test_a_full_disk_is_said_and_leaves_the_rest_readable(small_disk: Path) -> None:
    store, written = TraceStore(small_disk / "traces"), list[Moved]()
    with store.create(RunStarted(task="fill it")) as writer:
        with pytest.raises(DiskFullError, match=r"the disk is full: .* what was written before can be read"):
            while True:
                written.append(writer.emit(Moved(columns=("time [s]",), rows=tuple((n / 7,) for n in range(100)))))
        writer.emit(Failed(error="DiskFullError", message="no room"))
    trace = store.open(writer.id)
    assert trace.summary.status == "failed" and len(trace.events) >= len(written) + 2
    assert [event.seq for event in trace.events] == list(range(len(trace.events)))
    assert not (writer.folder / RESERVE).exists()


def test_a_picture_that_does_not_fit_leaves_no_half_file(small_disk: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (512, 512, 3)).astype(np.uint8)
    with TraceStore(small_disk / "traces").create(RunStarted(task="fill it")) as writer:
        with pytest.raises(DiskFullError, match="the disk is full"):
            for _ in range(20):
                writer.emit(Observed(frames={"front": writer.save_frame("front", noise, "png")}))
        assert not list(writer.folder.rglob(".0*"))
        writer.emit(RunFinished(status="not_achieved", verified=False))
    trace = TraceStore(small_disk / "traces").open(writer.id)
    assert all(
        (trace.folder / file).exists() for e in trace.events if isinstance(e, Observed) for file in e.frames.values()
    )


def test_a_run_does_not_begin_on_a_full_disk(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(bytes(4_100_000))
    with pytest.raises(DiskFullError, match="the disk is full"):
        TraceStore(small_disk / "traces").create(RunStarted(task="x"))
