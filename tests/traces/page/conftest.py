"""A store, the page over it without a network, in a real server on loopback, and in a real Chromium."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.traces.page.browser import installed
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


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Debian's where it is installed, else the one of `playwright install chromium`."""
    from playwright.sync_api import sync_playwright

    path = installed()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """A tab that fails the test when anything goes wrong in it, or when it asks anybody but us."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    tab.set_default_timeout(60_000)
    wrong: list[str] = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.on("console", lambda message: wrong.append(message.text) if "Content Security" in message.text else None)
    tab.on("request", lambda request: wrong.append(request.url) if "127.0.0.1" not in request.url else None)
    yield tab
    context.close()
    assert not wrong


def ready(page: Any, address: str) -> None:
    page.goto(address)
    wait(page, "document.querySelector('#scrubber')?.hasAttribute('aria-valuenow')")


def wait(page: Any, expression: str) -> None:
    """Until it is true; Playwright's own way evaluates a text in the page, which the policy forbids."""
    end = time.monotonic() + 20
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"never came true: {expression}"
        page.wait_for_timeout(30)
