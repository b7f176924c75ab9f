"""Who may ask: only a page that knows the token, and only under the address that was given out."""

import secrets
from urllib.parse import unquote

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    # Nothing from elsewhere, nothing in a frame of another page, and nobody is told the address.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
NO_TOKEN = "This page needs its whole address, with the token in it: it stands where the preview was started.\n"
NO_HOST = "This preview is called by another name.\n"


class Guard:
    """Lets through what is asked at one of these hosts with the token at the beginning of its path.

    The Host header is that of the page's address: a page of another site whose name leads here has its own
    (DNS rebinding).
    """

    def __init__(self, app: ASGIApp, token: str, hosts: frozenset[str]) -> None:
        self._app = app
        self._token = token
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let the page answer; every answer has our headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        app = self._refusal(scope) or self._app
        await app(scope, receive, send_with_headers)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        if Headers(scope=scope).get("host", "").lower() not in self._hosts:
            return PlainTextResponse(NO_HOST, 421)
        said = unquote(scope["path"]).partition("/")[2].partition("/")[0]  # some requests ask for no path
        if not secrets.compare_digest(said.encode(), self._token.encode()):
            return PlainTextResponse(NO_TOKEN, 403)
        return None
