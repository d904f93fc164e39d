"""A web server on 127.0.0.1 that misbehaves as servers do; it stops with the test."""

from __future__ import annotations

import threading
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

WORDS = (
    "The foreign ministers of Italy and Japan met in Rome on Monday for talks about the sea, and they said that "
    "they would meet again in the autumn when the treaty on ports is ready to be signed by both of them."
)


def page(title: str, words: str = WORDS) -> bytes:
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title><meta property="og:title" content="{title}">'
        f'<meta property="article:published_time" content="2024-03-05"><meta property="og:site_name" content="Tiber Post">'
        f"</head><body><article><h1>{title}</h1><p>{words}</p><p>{title} is what the paper called it on the next "
        "morning, and nobody in the city was surprised by that.</p></article></body></html>"
    ).encode()


def feed(*paths: str, text: str = "Read on.") -> bytes:
    items = "".join(
        f"<item><title>Story {p.strip('/')}</title><link>{{base}}{p}</link><pubDate>Tue, 05 Mar 2024 10:00:00 GMT</pubDate>"
        f"<description>{text}</description></item>"
        for p in paths
    )
    return f'<rss version="2.0"><channel><title>Tiber Post</title>{items}</channel></rss>'.encode()


@dataclass
class Site:
    """What the server gives: bytes by path, or a function that answers by itself."""

    base: str = ""
    pages: dict[str, bytes] = field(default_factory=dict)
    answers: dict[str, Callable[[BaseHTTPRequestHandler], None]] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    not_modified: Counter[str] = field(default_factory=Counter)

    def give(self, path: str, data: bytes) -> None:
        self.pages[path] = data.replace(b"{base}", self.base.encode())


def etag(data: bytes) -> str:
    return f'"{zlib.crc32(data):08x}"'


@contextmanager
def serving() -> Iterator[Site]:
    """A site that is served until the block ends."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked[self.path] += 1
            if self.path in site.answers:
                site.answers[self.path](self)
                return
            data = site.pages.get(self.path)
            if data is None:
                send(self, 404, b"gone")
            elif self.headers.get("If-None-Match") == etag(data):
                site.not_modified[self.path] += 1
                send(self, 304, b"")
            else:
                kind = "application/rss+xml" if data.startswith(b"<rss") else "text/html; charset=utf-8"
                kind = "text/plain" if self.path == "/robots.txt" else kind
                send(self, 200, data, {"Content-Type": kind, "ETag": etag(data)})

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site.base = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def send(
    handler: BaseHTTPRequestHandler, status: int, data: bytes, headers: dict[str, str] | None = None
) -> None:
    handler.send_response(status)
    for name, value in (headers or {}).items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(data)))
    handler.end_headers()
    handler.wfile.write(data)


def redirect(to: str) -> Callable[[BaseHTTPRequestHandler], None]:
    return lambda handler: send(handler, 302, b"", {"Location": to})


def fails(status: int, headers: dict[str, str] | None = None) -> Callable[[BaseHTTPRequestHandler], None]:
    return lambda handler: send(handler, status, b"no", headers)


def slow(handler: BaseHTTPRequestHandler) -> None:
    """Says nothing for longer than anybody waits."""
    time.sleep(1.5)
    handler.close_connection = True


def trickle(handler: BaseHTTPRequestHandler) -> None:
    """A byte now and then: never silent, never done."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    try:
        for _ in range(40):
            handler.wfile.write(b"<p>")
            handler.wfile.flush()
            time.sleep(0.1)
    except OSError:
        pass
    handler.close_connection = True


def endless(handler: BaseHTTPRequestHandler) -> None:
    """More than anybody takes, without saying how much; it stops at 100 MB."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    try:
        for _ in range(100):
            handler.wfile.write(b"word " * 200_000)
    except OSError:
        pass
    handler.close_connection = True


@cache
def packed_zeros() -> bytes:
    packer = zlib.compressobj(1, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(200)) + packer.flush()


packed_zeros()  # made before anybody waits for it


def bomb(handler: BaseHTTPRequestHandler) -> None:
    """200 MB in 200 kB."""
    send(handler, 200, packed_zeros(), {"Content-Type": "text/html", "Content-Encoding": "gzip"})


def cut(handler: BaseHTTPRequestHandler) -> None:
    """Promises more than it gives."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b"<html>")
    handler.close_connection = True


def picture(handler: BaseHTTPRequestHandler) -> None:
    send(handler, 200, b"\x89PNG", {"Content-Type": "image/png"})
