"""Who may talk to the page: only this machine's browser, and to act only who has the token.

Reading is open to loopback. The `Host` check keeps rebound names out, the `Origin` check other sites' scripts, and
whatever acts needs the cookie that the printed address buys once.
"""

import hmac
from http.cookies import SimpleCookie
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAMES = ("127.0.0.1", "localhost", "[::1]")
READING = ("GET", "HEAD")
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "media-src 'self'",
        "connect-src 'self'",
        "form-action 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class Guard:
    """Middleware that turns away foreign hosts and origins, and everything that would act without the token."""

    def __init__(self, app: ASGIApp, token: str, port: int) -> None:
        self.app = app
        self.hosts = {f"{name}:{port}" for name in NAMES} | (set(NAMES) if port == 80 else set())
        self.cookie = f"doable_page_{port}"
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a refusal, or hand the request on; every answer gets the headers of the policy."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        headers = Headers(scope=scope)
        answer = self._refusal(scope["method"], headers) or self._token_in_address(scope)
        scope.setdefault("state", {})["may_act"] = self._has_cookie(headers)
        await (answer or self.app)(scope, receive, send_guarded)

    def _refusal(self, method: str, headers: Headers) -> Response | None:
        host, origin = headers.get("host", ""), headers.get("origin")
        if host not in self.hosts:
            return _refuse(421, f"this page answers to {', '.join(sorted(self.hosts))} only")
        if origin is not None and origin != f"http://{host}":
            return _refuse(403, "requests from other pages are refused")
        if method in READING:
            return None
        if origin is None or headers.get("sec-fetch-site", "same-origin") != "same-origin":
            return _refuse(403, "acting is possible from this page only")
        if not self._has_cookie(headers):
            return _refuse(403, "acting needs the token: open the address that `doable trace serve` printed")
        return None

    def _token_in_address(self, scope: Scope) -> Response | None:
        """A right token becomes a cookie and leaves the address."""
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = dict(query).get("token")
        if given is None or scope["method"] not in READING:
            return None
        if not self._is_token(given):
            return _refuse(403, "the token is wrong: open the address that `doable trace serve` printed")
        rest = urlencode([(name, value) for name, value in query if name != "token"])
        path = "/" + scope["path"].lstrip("/\\")
        answer = RedirectResponse(path + (f"?{rest}" if rest else ""), status_code=303)
        answer.set_cookie(self.cookie, self._token, httponly=True, samesite="strict", path="/")
        return answer

    def _has_cookie(self, headers: Headers) -> bool:
        cookie = SimpleCookie()
        try:
            cookie.load(headers.get("cookie", ""))
        except Exception:
            return False
        return self.cookie in cookie and self._is_token(cookie[self.cookie].value)

    def _is_token(self, text: str) -> bool:
        return hmac.compare_digest(text.encode(), self._token.encode())


def _refuse(status: int, why: str) -> Response:
    return PlainTextResponse(f"{why}\n", status_code=status)
