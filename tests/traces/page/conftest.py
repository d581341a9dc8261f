"""A store, the page over it without a network, and the page in a real server on loopback."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from traces import TraceStore

if TYPE_CHECKING:
    from starlette.testclient import TestClient

TOKEN = "the-token-of-this-test"
PORT = 8737


@dataclass(frozen=True)
class Served:
    """A page that listens."""

    store: TraceStore
    address: str

    @property
    def with_token(self) -> str:
        """The address that is printed."""
        return f"{self.address}/?token={TOKEN}"


@pytest.fixture
def store(tmp_path: Path) -> TraceStore:
    return TraceStore(tmp_path / "traces")


@pytest.fixture
def client(store: TraceStore) -> Iterator["TestClient"]:
    """A browser without the token."""
    from starlette.testclient import TestClient

    from traces.page import create_app

    with TestClient(create_app(store, TOKEN, PORT), base_url=f"http://127.0.0.1:{PORT}") as client:
        yield client


@pytest.fixture
def served(store: TraceStore) -> Iterator[Served]:
    """A server in a thread of this process, on a free port."""
    from traces.page.server import _listen, new_server

    listening = _listen(0)
    port = listening.getsockname()[1]
    server = new_server(store, TOKEN, port)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield Served(store, f"http://127.0.0.1:{port}")
    server.should_exit = True
    thread.join(10)
    listening.close()
