"""Serving the page on loopback."""

import secrets
import socket
from collections.abc import Callable

import uvicorn

from traces.database import TraceError
from traces.page.app import create_app
from traces.store import TraceStore

HOST = "127.0.0.1"
PORT = 8737
GOODBYE_SECONDS = 2
"""How long open streams are waited for at the end."""


def serve(store: TraceStore, port: int = PORT, ready: Callable[[str], None] = print) -> None:
    """Serve until interrupted; `ready` gets the address with the token. Port 0 takes a free one.

    Raises:
        TraceError: the port is taken.
    """
    listening = _listen(port)
    port = listening.getsockname()[1]
    token = secrets.token_urlsafe(24)
    ready(f"http://{HOST}:{port}/?token={token}")
    with listening:
        new_server(store, token, port).run(sockets=[listening])


def new_server(store: TraceStore, token: str, port: int) -> uvicorn.Server:
    """A server whose open streams end when it does."""
    server: uvicorn.Server | None = None
    app = create_app(store, token, port, closing=lambda: server is not None and server.should_exit)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=GOODBYE_SECONDS,
    )
    server = uvicorn.Server(config)
    return server


def _listen(port: int) -> socket.socket:
    # With the protocol named, asyncio turns off the delay of small answers (40 ms).
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen()  # whoever is told the address may call at once
    except OSError as error:
        listening.close()
        raise TraceError(f"cannot listen on port {port}: {error.strerror}; choose another --port, or 0") from error
    return listening
