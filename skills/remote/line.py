"""The line to a policy server: a websocket in the manner of openpi, or plain HTTP. Every wait on it has an end."""

import secrets
import socket
import struct
import time
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Literal, Protocol
from urllib.parse import urlsplit

from skills.errors import LibraryError
from skills.ports import PolicyError
from skills.remote.wire import WireError, from_json, pack, to_json, unpack

Encoding = Literal["msgpack", "json"]
MEDIA_TYPES: Mapping[Encoding, str] = {"msgpack": "application/msgpack", "json": "application/json"}
EPISODE = "x-doable-episode"
"""HTTP header that tells requests of one attempt from those of others."""
SCHEMES = ("ws", "wss", "http", "https")
_GOODBYE_SECONDS = 0.3


class ServerError(PolicyError):
    """A policy server that cannot be used, with the sort of fault.

    ``server unreachable``: it could not be reached in several tries; ``server refused``: it did not let us in;
    ``server silent``: no answer in time; ``server gone``: the connection broke; ``server error``: it told of an error;
    ``server garbage``: its answer was no chunk of actions.
    """


@dataclass(frozen=True)
class Address:
    """Where a server is and how long it is waited for."""

    url: str
    """``ws://``, ``wss://``, ``http://`` or ``https://``."""
    token: str | None
    connect_timeout: float
    """[s]."""
    answer_timeout: float
    """[s]."""
    first_answer_timeout: float
    """Of an attempt, [s]."""
    max_bytes: int
    """Of an answer."""
    encoding: Encoding = "msgpack"
    """Of HTTP; a websocket speaks msgpack."""

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in SCHEMES or not parts.hostname:
            raise LibraryError(f"{self.url!r} is no address of a policy server; e.g. ws://localhost:8000")
        if parts.username or parts.password or parts.query:
            raise LibraryError("the address of a policy server holds no secrets; give it a token")
        if min(self.connect_timeout, self.answer_timeout, self.first_answer_timeout, self.max_bytes) <= 0:
            raise LibraryError("the time-outs of a policy server and max_bytes must be more than 0")

    @property
    def headers(self) -> dict[str, str]:
        """As openpi's client sends its key."""
        return {"Authorization": f"Api-Key {self.token}"} if self.token else {}

    def fault(self, kind: str, why: str) -> ServerError:
        """An error that names the server."""
        return ServerError(f"policy server {self.url}: {why}", f"server {kind}")


class Line(Protocol):
    """A connection for one attempt."""

    metadata: Mapping[Any, Any]
    """What the server says of itself."""

    def ask(self, message: Mapping[str, Any], seconds: float) -> Any:
        """The server's answer.

        Raises:
            ServerError: there is none in time that can be read.
        """
        ...

    def close(self) -> None:
        """Hang up."""
        ...


def connect(address: Address) -> Line:
    """One try to connect.

    Raises:
        ServerError: it did not work (kind ``server unreachable``), or will not work (any other kind).
    """
    return WebsocketLine(address) if address.url.startswith("ws") else HttpLine(address)


class WebsocketLine:
    """Metadata comes first; then each message has one answer, and text is an error (openpi's protocol)."""

    def __init__(self, address: Address) -> None:
        from websockets.exceptions import InvalidHandshake, InvalidStatus, WebSocketException
        from websockets.sync.client import connect

        self.address = address
        try:
            open_line = connect(
                address.url,
                open_timeout=address.connect_timeout,
                close_timeout=_GOODBYE_SECONDS,
                max_size=address.max_bytes,
                compression=None,
                additional_headers=address.headers,
                ping_interval=None,  # a server that thinks answers no pings; our own clock runs
                proxy=None,
            )
            self._open = ExitStack()
            self._connection = self._open.enter_context(open_line)
        except InvalidStatus as error:
            kind = "refused" if error.response.status_code in (401, 403) else "unreachable"
            raise address.fault(kind, f"it answered {error.response.status_code} to the handshake") from error
        except (OSError, EOFError, InvalidHandshake, WebSocketException) as error:
            raise address.fault("unreachable", _in_words(error)) from error
        _bound_sending(self._connection.socket, address.answer_timeout)
        self.metadata = self._metadata()

    def ask(self, message: Mapping[str, Any], seconds: float) -> Any:
        """The server's answer; see ``Line``."""
        from websockets.exceptions import ConnectionClosed

        try:
            self._connection.send(pack(message))
        except (ConnectionClosed, OSError) as error:
            raise self._broken(error) from error
        return self._answer(seconds)

    def close(self) -> None:
        """Hang up; a server that does not say goodbye is not waited for."""
        self._open.close()

    def _metadata(self) -> Mapping[Any, Any]:
        try:
            told = self._answer(self.address.connect_timeout)
            if not isinstance(told, Mapping):
                raise self.address.fault("garbage", f"its metadata is of type {type(told).__name__}, not a map")
        except ServerError:
            self.close()
            raise
        return told

    def _answer(self, seconds: float) -> Any:
        from websockets.exceptions import ConnectionClosed

        try:
            answer = self._connection.recv(timeout=seconds)
        except TimeoutError as error:
            raise self.address.fault("silent", f"no answer within {seconds:g} s") from error
        except (ConnectionClosed, OSError) as error:
            raise self._broken(error) from error
        if isinstance(answer, str):
            raise self.address.fault("error", f"it reports {last_line(answer)}")
        try:
            return unpack(answer)
        except WireError as error:
            raise self.address.fault("garbage", str(error)) from error

    def _broken(self, error: Exception) -> ServerError:
        sent = getattr(error, "sent", None)
        if sent is not None and sent.code == 1009:
            return self.address.fault("garbage", f"its answer is larger than {self.address.max_bytes} bytes")
        return self.address.fault("gone", f"the connection broke ({_in_words(error)})")


class HttpLine:
    """A POST for each message; a GET beforehand shows that the server is there, and may tell its metadata."""

    def __init__(self, address: Address) -> None:
        import httpx

        self.address = address
        self._media = MEDIA_TYPES[address.encoding]
        self._client = httpx.Client(
            headers={
                **address.headers,
                EPISODE: secrets.token_hex(8),
                "Accept": self._media,
                "Accept-Encoding": "identity",  # a small answer that unfolds to a huge one is no answer
            },
            trust_env=False,
        )
        try:
            self.metadata = self._metadata()
        except httpx.HTTPError as error:
            self.close()
            raise address.fault("unreachable", _in_words(error)) from error
        except ServerError:
            self.close()
            raise

    def ask(self, message: Mapping[str, Any], seconds: float) -> Any:
        """The server's answer; see ``Line``."""
        import httpx

        body = pack(message) if self.address.encoding == "msgpack" else to_json(message)
        try:
            status, media, answer = self._request("POST", body, seconds)
        except httpx.TimeoutException as error:
            raise self.address.fault("silent", f"no answer within {seconds:g} s") from error
        except httpx.HTTPError as error:
            raise self.address.fault("gone", f"the connection broke ({_in_words(error)})") from error
        if status in (401, 403):
            raise self.address.fault("refused", f"it answered {status}; is the token right?")
        if status != 200:
            raise self.address.fault("error", f"it answered {status}: {last_line(answer.decode(errors='replace'))}")
        try:
            return from_json(answer) if "json" in media else unpack(answer)
        except WireError as error:
            raise self.address.fault("garbage", str(error)) from error

    def close(self) -> None:
        """Give the connection back."""
        self._client.close()

    def _metadata(self) -> Mapping[Any, Any]:
        status, media, answer = self._request("GET", None, self.address.connect_timeout)
        if status in (401, 403):
            raise self.address.fault("refused", f"it answered {status}; is the token right?")
        try:
            told = (from_json(answer) if "json" in media else unpack(answer)) if status == 200 else {}
        except WireError:
            told = {}
        return told if isinstance(told, Mapping) else {}

    def _request(self, method: str, body: bytes | None, seconds: float) -> tuple[int, str, bytes]:
        """Status, media type and body; a body that drips has no more time than one that comes at once."""
        import httpx

        deadline, parts, size = time.monotonic() + seconds, list[bytes](), 0
        headers = {"Content-Type": self._media} if body is not None else {}
        waits = httpx.Timeout(seconds, connect=self.address.connect_timeout)
        with self._client.stream(method, self.address.url, content=body, headers=headers, timeout=waits) as answer:
            for part in answer.iter_raw():
                parts.append(part)
                size += len(part)
                if size > self.address.max_bytes:
                    raise self.address.fault("garbage", f"its answer is larger than {self.address.max_bytes} bytes")
                if time.monotonic() > deadline:
                    raise self.address.fault("silent", f"no whole answer within {seconds:g} s")
            return answer.status_code, answer.headers.get("content-type", ""), b"".join(parts)


def last_line(text: str) -> str:
    """Of a traceback, what matters: its last line, cut short."""
    lines = [line for line in text.splitlines() if line.strip()]
    return (lines[-1].strip() if lines else "nothing")[:300]


def _in_words(error: BaseException) -> str:
    return last_line(str(error)) if str(error) else type(error).__name__


def _bound_sending(line: socket.socket, seconds: float) -> None:
    """Let a message to a server that does not read fail instead of wait for ever."""
    whole = int(seconds)
    line.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", whole, int((seconds - whole) * 1e6)))
