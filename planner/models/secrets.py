"""Keys come from the environment, and nothing that leaves this package may contain one."""

import logging
import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from planner.models.errors import ModelError

SECRET_NAME = re.compile(r"(KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIALS?)S?(_|$)", re.IGNORECASE)
SHORTEST_SECRET = 6
"""Shorter values are words such as ``none``; they would blot out ordinary text."""
BLOT = "[redacted]"


class Redactor:
    """Blots out the values of all environment variables that are named like a key."""

    def __init__(self, environment: Mapping[str, str], more: Iterable[str] = ()) -> None:
        """``more``: other secrets that are known."""
        named = (
            value
            for name, value in environment.items()
            if SECRET_NAME.search(name) and not name.startswith("DOABLE_")  # DOABLE_MODEL_TOKENS is a number
        )
        secrets = {value.strip() for value in (*named, *more)}
        self._secrets = sorted((s for s in secrets if len(s) >= SHORTEST_SECRET), key=len, reverse=True)

    def __call__(self, text: str) -> str:
        """The text without secrets."""
        for secret in self._secrets:
            text = text.replace(secret, BLOT)
        return text


def keep_wire_logs_quiet() -> None:
    """At the level DEBUG the HTTP libraries log every header of an answer, and a server may put the key there."""
    for name in ("httpcore", "httpcore2", "httpx", "httpx2"):
        logging.getLogger(name).setLevel(logging.WARNING)


def check_base_url(url: str) -> str:
    """The address of a server, which must be one and hold no key, since traces keep it.

    Raises:
        ModelError: it is no http(s) address, or has a user, a password or a query.
    """
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname, parts.port
    except ValueError:
        parts, host = urlsplit(""), None
    if parts.scheme not in ("http", "https") or not host:
        raise ModelError("--base-url must be the address of a server, e.g. http://127.0.0.1:8000/v1")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ModelError("--base-url must hold no user, password or query; put the key into the environment")
    return url.strip().rstrip("/")
