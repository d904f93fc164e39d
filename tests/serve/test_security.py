"""Hostile requests: an error status with one line, never a traceback, never a file, never a hang."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.serve import running
from tests.serve.conftest import LIMITS

SECRETS = ("root:", "[project]", "Traceback", 'File "', "/home/", "site-packages")
HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
}


@contextmanager
def connection(site: str) -> Iterator[socket.socket]:
    host, port = site.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=20) as sock:
        yield sock


def raw(site: str, request: bytes) -> bytes:
    """What the server answers to bytes, until it closes the connection."""
    with connection(site) as sock:
        sock.sendall(request)
        return everything(sock)


def everything(sock: socket.socket) -> bytes:
    answer = b""
    try:
        while piece := sock.recv(65536):
            answer += piece
    except ConnectionError:
        pass
    return answer


def harmless(text: str) -> None:
    for secret in SECRETS:
        assert secret not in text


def one_line_error(got: httpx.Response) -> None:
    harmless(got.text)
    if got.status_code >= 400:
        assert got.status_code != 500, got.text
        assert got.headers["content-type"] == "text/plain; charset=utf-8"
        assert got.text.count("\n") == 1


TRAVERSALS = [
    "/assets/../app.py",
    "/assets/..%2fapp.py",
    "/assets/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "/assets/....//....//etc/passwd",
    "/assets//etc/passwd",
    "/assets/style.css%00.js",
    "/download/..%2f..%2fpyproject.toml",
    "/download/graph.ttl/../../x",
    "/download//etc/passwd",
    "/official/..%2f..%2f..%2fetc%2fpasswd",
    "/article/..\\..\\x",
    "/%2e%2e/%2e%2e/etc/passwd",
    "//etc/passwd",
    "/.git/config",
    "/templates/base.html.j2",
    "/%c0%ae%c0%ae/etc/passwd",
    "/official/%0d%0aset-cookie:x=1",
    "/official/%252e%252e",
]


@pytest.mark.parametrize("path", TRAVERSALS)
def test_no_path_leads_to_a_file(site: str, path: str) -> None:
    got = raw(site, f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
    status = int(got.split(b" ", 2)[1])
    assert status in {400, 404}, got[:200]
    harmless(got.decode())
    assert b"set-cookie" not in got.lower().split(b"\r\n\r\n")[0]


def test_every_answer_carries_the_headers(http: httpx.Client) -> None:
    for path in (
        "/",
        "/sparql",
        "/sparql?query=ASK{}",
        "/nope",
        "/assets/style.css",
        "/query",
        "/download/x",
        "/network",
    ):
        got = http.get(path)
        assert {name: got.headers.get(name) for name in HEADERS} == HEADERS, path
        policy = got.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'"), path
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert "access-control-allow-origin" not in got.headers
        assert "server" not in got.headers


def test_nonces_differ(http: httpx.Client) -> None:
    assert (
        http.get("/query").headers["content-security-policy"]
        != http.get("/query").headers["content-security-policy"]
    )


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:80@127.0.0.1", "", "127.0.0.1, evil"]
)
def test_other_names_are_refused(site: str, host: str) -> None:
    got = raw(
        site, f"GET /sparql?query=ASK%7B%7D HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode()
    )
    assert got.split(b" ", 2)[1] in {b"421", b"400"}


def test_pages_of_other_sites_may_not_ask(http: httpx.Client) -> None:
    headers = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "origin": "https://evil.example"}
    assert http.post("/sparql", data={"query": "ASK {}"}, headers=headers).status_code == 403
    assert (
        http.get(
            "/official", headers={"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
        ).status_code
        == 200
    )


def test_cors_when_asked_for(store: Path) -> None:
    with (
        running(str(store), cors=["https://friend.example"]) as url,
        httpx.Client(base_url=url, trust_env=False, timeout=30) as http,
    ):
        query = {"query": "ASK {}"}
        friend = http.get("sparql", params=query, headers={"origin": "https://friend.example"})
        other = http.get("sparql", params=query, headers={"origin": "https://evil.example"})
        assert friend.headers["access-control-allow-origin"] == "https://friend.example"
        assert "access-control-allow-origin" not in other.headers


def test_slow_senders_are_cut_off(site: str) -> None:
    began = time.monotonic()
    for start in (
        b"",
        b"GET /sparql HTTP/1.1\r\nHost: 127",
        b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/sparql-query\r\nContent-Length: 100\r\n\r\nASK",
    ):
        with connection(site) as sock:
            sock.sendall(start)
            answer = everything(sock)
            assert answer == b"" or answer.split(b" ", 2)[1] == b"408"
    assert time.monotonic() - began < 3 * (LIMITS.client + 4)


def test_a_dripping_sender_is_cut_off_too(site: str) -> None:
    with connection(site) as sock:
        began = time.monotonic()
        try:
            for byte in b"GET /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: " + b"x" * 400:
                sock.sendall(bytes([byte]))
                time.sleep(0.02)
        except OSError:
            pass
        assert time.monotonic() - began < LIMITS.client + 4


def test_slow_readers_are_cut_off(site: str) -> None:
    long = "x" * 2000
    query = (
        f"SELECT (CONCAT('{long}', ?b) AS ?text) {{ ?a ?x ?b . ?c ?y ?d FILTER(ISLITERAL(?b)) }} LIMIT 5000"
    )
    whole = 5000 * 2000  # bytes at least; the kernel's buffers hold less
    with connection(site) as sock:
        sock.sendall(f"GET /sparql?query={quote(query)} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        head = sock.recv(15)
        time.sleep(2 * LIMITS.client + 1)
        received = len(everything(sock))
    assert head == b"HTTP/1.1 200 OK"
    assert 0 < received < whole


@pytest.mark.parametrize(
    "request_",
    [
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\r\n\r\n",
        b"G\x00T / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: a\r\n b\x00\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n",
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"X: y\r\n" * 20_000 + b"\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/sparql-query\r\nContent-Length: -1\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/sparql-query\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nASK",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        b"CONNECT evil.example:80 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"TRACE / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
    ],
    ids=range(14),
)
def test_requests_that_are_none(site: str, request_: bytes) -> None:
    got = raw(site, request_)
    harmless(got.decode("latin-1"))
    assert got == b"" or 400 <= int(got.split(b" ", 2)[1]) < 500, got[:200]


def test_too_large_bodies_are_refused_before_they_are_read(site: str) -> None:
    head = b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/sparql-query\r\nContent-Length: 10000000000\r\n\r\n"
    with connection(site) as sock:
        sock.sendall(head)
        sent = 0
        try:
            while sent < 20_000_000:
                sent += sock.send(b"#" * 65536)
        except OSError:
            pass
    assert sent < 20_000_000


quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
bits = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    [
        "<",
        ">",
        '"',
        "}",
        "{",
        "' OR 1=1",
        "../",
        "\x00",
        "\r\nx: y",
        "%0d%0a",
        "<script>",
        "SERVICE",
        "\\u0053ELECT",
        "🦆",
        "\udcff".encode("utf-8", "replace").decode(),
    ]
)


@quick
@given(
    parts=st.lists(bits, max_size=4),
    query=st.dictionaries(
        st.sampled_from(["query", "q", "page", "of", "format", "default-graph-uri"]) | bits, bits, max_size=3
    ),
    accept=st.sampled_from(["", "text/html", "text/turtle", "*/*;q=x", "a/b;;,,", "application/ld+json"]),
)
def test_any_address(http: httpx.Client, parts: list[str], query: dict[str, str], accept: str) -> None:
    path = "/" + "/".join(quote(part, safe="./") for part in parts)
    if path.startswith("//"):
        path = "/x" + path
    one_line_error(http.get(path, params=query, headers={"accept": accept}))


@quick
@given(kind=st.sampled_from(["official", "state", "body", "place", "event", "article"]), local=bits)
def test_any_thing(http: httpx.Client, kind: str, local: str) -> None:
    one_line_error(http.get(f"/{kind}/{quote(local, safe='')}"))


@quick
@given(
    body=st.binary(max_size=200) | bits.map(str.encode),
    kind=st.sampled_from(["application/sparql-query", "application/x-www-form-urlencoded", "text/plain", ""]),
)
def test_any_body(http: httpx.Client, body: bytes, kind: str) -> None:
    one_line_error(http.post("/sparql", content=body, headers={"content-type": kind}))


words = st.sampled_from(
    "SELECT ASK CONSTRUCT DESCRIBE WHERE { } ( ) ?s ?p * <a:b> 'x' 1 FILTER BIND AS UNION OPTIONAL GRAPH VALUES . ; LIMIT ORDER BY COUNT kg:Event + | ^ / !".split()
)


@quick
@given(query=st.lists(words, max_size=25).map(" ".join))
def test_any_query(http: httpx.Client, query: str) -> None:
    one_line_error(http.get("/sparql", params={"query": query}))
