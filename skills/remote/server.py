"""Serves a policy of ours to others: websocket and HTTP on one address, for whoever has the token."""

import asyncio
import hmac
import secrets
import socket
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import numpy as np

from skills.action import Action, ActionChunk, EndEffectorTarget
from skills.errors import LibraryError
from skills.ports import Episode, Policy
from skills.remote.line import EPISODE, MEDIA_TYPES
from skills.remote.message import MessageError, observation_of
from skills.remote.wire import WireError, from_json, pack, to_json, unpack

if TYPE_CHECKING:
    import uvicorn
    from starlette.applications import Starlette
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send
    from starlette.websockets import WebSocket

HOST = "127.0.0.1"
PORT = 8738
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
MAX_BYTES = 64 * 2**20
"""Of a message."""
MAX_EPISODES = 32
"""Attempts over HTTP that are remembered; the one that was asked longest ago makes way."""
MAX_REQUESTS = 64
"""At once."""


class Desk:
    """One policy and the attempts under way; policies are asked one at a time."""

    def __init__(self, policy: Policy, name: str) -> None:
        self.policy = policy
        self.metadata = {"name": name, "dialect": "doable", "version": 1}
        self._lock = threading.Lock()
        self._episodes: OrderedDict[str, tuple[str, Episode]] = OrderedDict()

    def answer(self, message: Any, attempt: str) -> dict[str, Any]:
        """What the policy does.

        Args:
            message: see ``skills.remote.message``.
            attempt: whose history counts; with a new command a new history begins.

        Raises:
            MessageError: it is no observation.
        """
        observation, command = observation_of(message)
        with self._lock:
            said, episode = self._episodes.get(attempt, ("", None))
            if episode is None or said != command:
                episode = self.policy.start(command)
            self._episodes[attempt] = (command, episode)
            self._episodes.move_to_end(attempt)
            while len(self._episodes) > MAX_EPISODES:
                self._episodes.popitem(last=False)
            return answer_of(episode.act(observation))

    def forget(self, attempt: str) -> None:
        """An attempt is over."""
        self._episodes.pop(attempt, None)


def answer_of(chunk: ActionChunk) -> dict[str, Any]:
    """A chunk as a message: ``actions`` of shape (T, n), their ``kind`` and ``terminate``."""
    kinds = {type(action) for action in chunk.actions}
    if len(kinds) > 1:
        raise ValueError("the policy mixes joint and end-effector targets in one chunk")
    answer: dict[str, Any] = {
        "actions": np.array([_row(action) for action in chunk.actions], np.float64),
        "kind": "end_effector" if kinds <= {EndEffectorTarget} else "joints",
        "terminate": float(chunk.terminate),
    }
    if chunk.attention is not None:
        answer |= {"attention": chunk.attention, "attention_camera": chunk.attention_camera}
    return answer


def _row(action: Action) -> Sequence[float]:
    if isinstance(action, EndEffectorTarget):
        return (*action.position, *action.quaternion, action.gripper)
    return (*action.positions, action.gripper)


class Counter:
    """Where requests come in: a websocket that openpi's client understands, and plain HTTP."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def talk(self, websocket: "WebSocket") -> None:
        """Metadata, then an answer to each message; an error is told as text and ends the connection."""
        from starlette.websockets import WebSocketDisconnect

        await websocket.accept()
        attempt = secrets.token_hex(8)
        try:
            await websocket.send_bytes(pack(self.desk.metadata))
            while True:
                received = await websocket.receive()
                if received["type"] == "websocket.disconnect":
                    break
                await websocket.send_bytes(pack(await self._answer(unpack, received.get("bytes") or b"", attempt)))
        except WebSocketDisconnect:
            pass
        except Exception as error:  # whatever the policy or the caller did wrong
            with suppress(WebSocketDisconnect, RuntimeError):  # nobody listens any more
                await websocket.send_text(f"{type(error).__name__}: {error}")
                await websocket.close(1011)
        finally:
            self.desk.forget(attempt)

    async def get(self, request: "Request") -> "Response":
        """The metadata, as JSON."""
        from starlette.responses import JSONResponse

        return JSONResponse(self.desk.metadata)

    async def post(self, request: "Request") -> "Response":
        """The answer to one message; attempts are told apart by a header."""
        from starlette.responses import PlainTextResponse, Response

        body = b""
        async for part in request.stream():
            body += part
            if len(body) > MAX_BYTES:
                return PlainTextResponse(f"a message larger than {MAX_BYTES} bytes\n", 413)
        in_json = "json" in request.headers.get("content-type", "")
        attempt = request.headers.get(EPISODE, "")[:80] or secrets.token_hex(8)
        try:
            answer = await self._answer(from_json if in_json else unpack, body, attempt)
        except (WireError, MessageError) as error:
            return PlainTextResponse(f"{error}\n", 400)
        except Exception as error:  # whatever the policy did wrong
            return PlainTextResponse(f"{type(error).__name__}: {error}\n", 500)
        media = MEDIA_TYPES["json" if in_json else "msgpack"]
        return Response(to_json(answer) if in_json else pack(answer), media_type=media)

    async def _answer(self, read: Callable[[bytes], Any], body: bytes, attempt: str) -> dict[str, Any]:
        return await asyncio.to_thread(lambda: self.desk.answer(read(body), attempt))


async def _healthy(request: "Request") -> "Response":
    from starlette.responses import PlainTextResponse

    return PlainTextResponse("OK\n")


class Door:
    """Turns away foreign hosts, browsers, and whoever has not the token; anyone may ask ``/healthz``."""

    def __init__(self, app: "ASGIApp", token: str, hosts: Sequence[str] | None) -> None:
        self.app, self.hosts, self._token = app, hosts, token

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Hand a request on, or refuse it."""
        from starlette.datastructures import Headers
        from starlette.responses import PlainTextResponse

        refusal = None if scope["type"] == "lifespan" else self._refusal(scope["path"], Headers(scope=scope))
        if refusal is None:
            return await self.app(scope, receive, send)
        status, why = refusal
        if scope["type"] == "websocket" and "websocket.http.response" not in scope.get("extensions", {}):
            return await send({"type": "websocket.close", "code": 1008, "reason": why})
        await PlainTextResponse(f"{why}\n", status)(scope, receive, send)

    def _refusal(self, path: str, headers: Mapping[str, str]) -> tuple[int, str] | None:
        if self.hosts is not None and headers.get("host", "") not in self.hosts:
            return 421, f"this server answers to {', '.join(self.hosts)} only"
        if "origin" in headers:
            return 403, "web pages are refused"
        if path == "/healthz":
            return None
        kind, _, given = headers.get("authorization", "").partition(" ")
        known = hmac.compare_digest(given.strip().encode(), self._token.encode())
        return None if known and kind in ("Api-Key", "Bearer") else (401, "the token is missing or wrong")


def create_app(policy: Policy, name: str, token: str, hosts: Sequence[str] | None = None) -> "Starlette":
    """The server's application.

    Args:
        policy: who answers.
        name: what it is called, for the metadata.
        token: what callers must send as ``Authorization: Api-Key TOKEN`` (or ``Bearer``).
        hosts: names with port under which it may be called, which keeps rebound names out; None: any.
    """
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.routing import Route, WebSocketRoute

    counter = Counter(Desk(policy, name))
    routes = [
        WebSocketRoute("/", counter.talk),
        Route("/", counter.get, methods=["GET"]),
        Route("/", counter.post, methods=["POST"]),
        Route("/healthz", _healthy),
    ]
    return Starlette(routes=routes, middleware=[Middleware(Door, token=token, hosts=hosts)])


def serve_policy(
    policy: Policy,
    name: str,
    token: str,
    host: str = HOST,
    port: int = PORT,
    ready: Callable[[str], None] = print,
) -> None:
    """Serve until interrupted; ``ready`` gets the address. Port 0 takes a free one.

    Raises:
        LibraryError: the port cannot be listened on.
    """
    listening = _listen(host, port)
    port = listening.getsockname()[1]
    server = new_server(policy, name, token, port, host)
    ready(f"ws://{host}:{port}")
    with listening:
        server.run(sockets=[listening])


def new_server(policy: Policy, name: str, token: str, port: int, host: str = HOST) -> "uvicorn.Server":
    """A server that has not begun; one on loopback answers to the names of loopback only."""
    import uvicorn

    hosts = [f"{each}:{port}" for each in LOOPBACK] if host in LOOPBACK else None
    config = uvicorn.Config(
        create_app(policy, name, token, hosts),
        log_level="warning",
        access_log=False,
        server_header=False,
        ws="websockets-sansio",
        ws_max_size=MAX_BYTES,
        ws_per_message_deflate=False,
        limit_concurrency=MAX_REQUESTS,
        timeout_graceful_shutdown=2,
    )
    return uvicorn.Server(config)


def _listen(host: str, port: int) -> socket.socket:
    # With the protocol named, asyncio turns off the delay of small answers (40 ms).
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen()  # whoever is told the address may call at once
    except OSError as error:
        listening.close()
        why = error.strerror or str(error)
        raise LibraryError(f"cannot listen on {host}:{port}: {why}; choose another --port, or 0") from error
    return listening
