"""What goes for every request and every answer: who may ask, and what a browser may do with it."""

from __future__ import annotations

import logging
import re
import secrets
from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOG = logging.getLogger("kg.serve")
HOST = re.compile(r"(?P<name>[a-z0-9.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::(?P<port>\d{1,5}))?")
HEAD = 16 * 1024  # bytes of headers
LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Guarded:
    """An application behind the checks.

    `hosts`: names under which the server may be asked, besides those of this machine; None: any. A page of
    another site that has its own name point here (DNS rebinding) is refused by it. `shared`: whether pages
    of other sites may ask.
    """

    def __init__(self, app: ASGIApp, *, hosts: Collection[str] | None, shared: bool) -> None:
        self.app = app
        self.hosts = None if hosts is None else LOOPBACK | {host.lower() for host in hosts}
        self.shared = shared

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check the request, pass it on, add the headers to the answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        scope["state"]["nonce"] = nonce = secrets.token_urlsafe(16)
        started = False

        async def send_on(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                message["headers"] = [*message["headers"], *self.also(message["headers"], nonce)]
            await send(message)

        if wrong := self.wrong(scope):
            await refuse(send_on, *wrong)
            return
        try:
            await self.app(scope, receive, send_on)
        except Exception as error:
            LOG.error("%s %s failed: %s", scope["method"], shown(scope["path"]), type(error).__name__)
            if not started:
                await refuse(send_on, 500, "something went wrong here")

    def wrong(self, scope: Scope) -> tuple[int, str] | None:
        """Why a request is refused: status and line."""
        names = [value for name, value in scope["headers"] if name == b"host"]
        if len(names) != 1 or not self.known(names[0].decode("latin-1").lower()):
            return 421, "this server does not answer under that name; `kg serve --allow-host` adds one"
        if sum(len(name) + len(value) for name, value in scope["headers"]) > HEAD:
            return 431, "the request has too many headers"
        if "%" in scope["path"] or not scope["path"].isprintable():
            return 400, "the path holds characters that no path here has"
        if not self.shared and from_elsewhere(scope):
            return 403, "pages of other sites may not ask; `kg serve --cors` lets them"
        return None

    def known(self, host: str) -> bool:
        """Whether a Host header names this server."""
        found = HOST.fullmatch(host)
        return found is not None and (self.hosts is None or found["name"] in self.hosts)

    def also(self, given: list[tuple[bytes, bytes]], nonce: str) -> list[tuple[bytes, bytes]]:
        names = {name.lower() for name, _ in given}
        wanted = {**HEADERS, "content-security-policy": POLICY.format(nonce=nonce)}
        if not self.shared:
            wanted["cross-origin-resource-policy"] = "same-origin"
        wanted["cache-control"] = "no-cache"
        return [
            (name.encode(), value.encode()) for name, value in wanted.items() if name.encode() not in names
        ]


def from_elsewhere(scope: Scope) -> bool:
    """Whether a page of another site asks, by what browsers say of it; following a link is no asking."""
    said = dict(scope["headers"])
    return said.get(b"sec-fetch-site") in {b"cross-site", b"same-site"} and (
        said.get(b"sec-fetch-mode") != b"navigate" or scope["method"] != "GET"
    )


async def refuse(send: Send, status: int, line: str) -> None:
    """Answer with one line."""
    body = line.encode() + b"\n"
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def shown(path: str) -> str:
    """A path as it may stand in a log: one line, and not long.

    >>> shown("/a" + chr(10) + "b")
    '/a\\\\nb'
    """
    return ascii(path[:200])[1:-1]
