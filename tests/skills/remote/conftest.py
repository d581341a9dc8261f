"""Policy servers on loopback: our own, and ones that misbehave."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import numpy as np
import pytest
import websockets.sync.server
from websockets.exceptions import ConnectionClosed

from grounding import Camera, Image, Observation, Proprioception
from skills.action import ActionChunk, EndEffectorTarget
from skills.ports import Policy
from skills.remote.server import _listen, new_server

TOKEN = "open sesame"


@pytest.fixture(autouse=True)
def no_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOABLE_POLICY_TOKEN", raising=False)


@pytest.fixture
def observation() -> Observation:
    """What a Panda with two cameras might see."""
    return observe(np.random.default_rng(0))


def observe(rng: np.random.Generator, time: float = 2.5) -> Observation:
    pose = np.eye(4)
    pose[:3, :3] = np.diag([1.0, -1.0, -1.0])
    pose[:3, 3] = (0.4, 0.1, 0.3)
    images = {
        name: Image(
            rng.integers(0, 256, (height, 12, 3), dtype=np.uint8),
            rng.random((height, 12), dtype=np.float32),
            Camera(name, np.diag([50.0, 50.0, 1.0]), np.eye(4)),
        )
        for name, height in (("front", 8), ("wrist", 12))
    }
    return Observation(images, Proprioception(pose, 0.04, rng.normal(size=7), np.zeros(7), 1.5), time)


class Rising:
    """Goes up by 1 cm more at each look; its history is the number of looks."""

    def __init__(self) -> None:
        self.begun: list[str] = []

    def start(self, command: str) -> "_Rise":
        self.begun.append(command)
        return _Rise()


class _Rise:
    def __init__(self) -> None:
        self.looks = 0

    def act(self, observation: Observation) -> ActionChunk:
        self.looks += 1
        x, y, z = observation.proprioception.tcp_position.tolist()
        actions = tuple(EndEffectorTarget.top_down((x, y, z + 0.01 * self.looks), 0.3, 1.0) for _ in range(2))
        return ActionChunk(actions, 0.25, observation.images["front"].depth, "front")


@contextmanager
def serving(policy: Policy) -> Iterator[int]:
    """Our own server; its port."""
    listening = _listen("127.0.0.1", 0)
    port = listening.getsockname()[1]
    server = new_server(policy, "rising", TOKEN, port)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield port
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()


@contextmanager
def talking(talk: Callable[[Any], None]) -> Iterator[str]:
    """A websocket server that does what it is told with each connection; its address."""

    def handled(connection: Any) -> None:
        with suppress(ConnectionClosed, OSError):
            talk(connection)

    server = websockets.sync.server.serve(handled, "127.0.0.1", 0, compression=None, max_size=None)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"ws://127.0.0.1:{server.socket.getsockname()[1]}"
    finally:
        server.shutdown()
        thread.join(10)


@contextmanager
def answering(answer: Callable[[BaseHTTPRequestHandler, bytes], None]) -> Iterator[str]:
    """A web server that does what it is told with each POST and knows no GET; its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            with suppress(OSError):
                answer(self, self.rfile.read(int(self.headers["Content-Length"])))

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    with closing(server.socket):
        try:
            yield f"http://127.0.0.1:{server.server_port}/act"
        finally:
            server.shutdown()
            thread.join(10)
