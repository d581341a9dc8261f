"""`kill -9` of the page's server while it answers, streams and passes commands on: the run beside it loses nothing."""

import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import httpx
import pytest

from traces import Moved, RunStarted, TraceStore
from traces.control import CommandReader

pytestmark = pytest.mark.slow

KILLS = 20
ADDRESS = re.compile(r"(http://127\.0\.0\.1:\d+)/\?token=\S+")


@contextmanager
def running(store: TraceStore) -> Iterator[tuple[str, list[int]]]:
    """The id of a run that a process goes on writing, and after the end the events that it told of."""
    hears, tells = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            writer = store.create(RunStarted(task="count"))
            os.write(tells, f"{writer.id}\n".encode())
            while True:
                event = writer.emit(Moved(columns=("time [s]",), rows=tuple((float(n),) for n in range(20))))
                os.write(tells, f"{event.seq}\n".encode())
                time.sleep(0.005)
        finally:
            os._exit(1)
    os.close(tells)
    with open(hears, encoding="utf-8") as told:
        id, seen = told.readline().strip(), list[int]()
        listener = threading.Thread(target=lambda: seen.extend(int(line) for line in told if line.endswith("\n")))
        listener.start()
        try:
            yield id, seen
        finally:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            listener.join()


def killed(home: Path, id: str, after: float, said: str) -> list[str]:
    """The texts that a server took before it was killed, so many seconds after it could be asked."""
    program = [sys.executable, "-c", "from doable.cli import main; main()", "trace", "serve", "--port", "0"]
    server = subprocess.Popen([*program, "--data-dir", str(home)], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    found = ADDRESS.search(server.stdout.readline())
    assert found is not None
    taken, ready = list[str](), threading.Event()
    jobs: list[Callable[[], None]] = [
        lambda: command(found, id, said, taken, ready),
        lambda: ask(found[1], [f"/api/runs/{id}", f"/api/runs/{id}/motion", "/api/runs?text=count"]),
        lambda: listen(found[1], f"/api/runs/{id}/stream"),
    ]
    threads = [threading.Thread(target=job) for job in jobs]
    for thread in threads:
        thread.start()
    assert ready.wait(60), "the server took no command"
    time.sleep(after)
    server.kill()
    assert server.wait(10) == -signal.SIGKILL
    for thread in threads:
        thread.join(10)
    server.stdout.close()
    return taken


def command(address: re.Match[str], id: str, said: str, taken: list[str], ready: threading.Event) -> None:
    """Correct the run until nobody answers; what was taken is written down."""
    with httpx.Client(base_url=address[1], trust_env=False, timeout=60) as client, suppress(httpx.TransportError):
        client.get(address[0])
        while True:
            text = f"{said} {len(taken)}"
            body = {"command": "correct", "text": text}
            answer = client.post(f"/api/runs/{id}/commands", json=body, headers={"Origin": address[1]})
            assert answer.status_code == 202, answer.text
            taken.append(text)
            ready.set()


def ask(address: str, paths: list[str]) -> None:
    """Ask until nobody answers."""
    with httpx.Client(base_url=address, trust_env=False, timeout=60) as client, suppress(httpx.TransportError):
        while True:
            for path in paths:
                assert client.get(path).status_code == 200


def listen(address: str, path: str) -> None:
    """Hear events until nobody tells any."""
    with (
        httpx.Client(base_url=address, trust_env=False, timeout=60) as client,
        suppress(httpx.TransportError),
        client.stream("GET", path) as lines,
    ):
        for _ in lines.iter_lines():
            pass


def test_a_killed_server_costs_no_event_and_no_command(doable_home: Path) -> None:
    store, moments = TraceStore(doable_home / "traces"), random.Random(0)
    taken: list[str] = []
    with running(store) as (id, told):
        for number in range(KILLS):
            taken += killed(doable_home, id, moments.uniform(0, 0.3), f"kill {number}:")
            with closing(sqlite3.connect(store.path)) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    events = store.open(id).events
    assert [event.seq for event in events] == list(range(len(events)))
    assert told == list(range(1, len(told) + 1)) and events[-1].seq >= told[-1]
    heard = [command.text for command in CommandReader(store.folder(id)).new()]
    assert len(taken) >= KILLS and [text for text in heard if text in set(taken)] == taken
