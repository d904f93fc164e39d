"""Stores on servers: what can go wrong, in one line each, and what is never sent."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from kg.errors import QueryError, StoreError, StoreUnavailable, UsageError
from kg.store import open_store
from kg.store.endpoints import PICTURE_GRAPH, endpoints
from kg.store.terms import node, quad
from tests.store import servers

NO_ROWS = b'{"head":{"vars":[]},"results":{"bindings":[]}}'
ACCESS = ("KG_STORE_USER", "KG_STORE_PASSWORD", "KG_STORE_TOKEN")


@dataclass
class Server:
    """A server that gives one answer to everything, and remembers what it was asked."""

    address: str = ""
    status: int = 200
    kind: str = "application/n-triples"
    body: bytes = b""
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    state = Server()
    for name in ACCESS:
        monkeypatch.delenv(name, raising=False)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            state.headers.append(dict(self.headers))
            state.paths.append(self.path)
            self.send_response(state.status)
            self.send_header("Content-Type", state.kind)
            body = state.body or (NO_ROWS if "json" in self.headers["Accept"] else b"")
            self.send_header("Content-Length", str(len(body)))
            if 300 <= state.status < 400:
                self.send_header("Location", "http://127.0.0.1:1/elsewhere")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as http:
        state.address = f"http://127.0.0.1:{http.server_port}"
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield state
        http.shutdown()


def test_no_server_is_one_line() -> None:
    with pytest.raises(StoreUnavailable, match="does not answer") as caught:
        open_store(f"http://127.0.0.1:{servers.free_port()}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("status", "error", "words"),
    [
        (401, StoreError, "KG_STORE_USER"),
        (403, StoreError, "KG_STORE_TOKEN"),
        (404, StoreUnavailable, "no SPARQL endpoint"),
        (302, StoreUnavailable, "has moved"),
        (500, StoreError, "answers 500: out of paper"),
        (503, StoreError, "answers 503"),
    ],
)
def test_a_refusal_is_one_line(server: Server, status: int, error: type[Exception], words: str) -> None:
    server.status, server.body, server.kind = status, b"out of\npaper", "text/plain"
    with pytest.raises(error, match=words) as caught:
        open_store(server.address)
    assert "\n" not in str(caught.value)


def test_user_and_password_come_from_the_environment(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE_USER", "ann")
    monkeypatch.setenv("KG_STORE_PASSWORD", "secret")
    with open_store(server.address, read_only=True) as store:
        assert "secret" not in repr(store.endpoints)  # type: ignore[attr-defined]
    expected = base64.b64encode(b"ann:secret").decode()
    assert server.headers[0]["Authorization"] == f"Basic {expected}"


def test_a_token_comes_from_the_environment(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_STORE_TOKEN", "abc")
    open_store(server.address, read_only=True).close()
    assert server.headers[0]["Authorization"] == "Bearer abc"


def test_nothing_is_said_about_us_without_access(server: Server) -> None:
    open_store(server.address, read_only=True).close()
    assert "Authorization" not in server.headers[0]


def test_reading_only_never_writes(server: Server) -> None:
    with open_store(server.address, read_only=True) as store, pytest.raises(StoreError, match="reading only"):
        store.apply(add=[quad(node("event", "x"), "rdfs:label", "x")])
    assert set(server.paths) == {"/query"}


def test_a_query_that_fetches_never_leaves(server: Server) -> None:
    with open_store(server.address, read_only=True) as store:
        asked = len(server.paths)
        with pytest.raises(QueryError):
            store.query("SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }")
    assert len(server.paths) == asked


def test_an_answer_that_is_none_is_one_line(server: Server) -> None:
    with open_store(server.address, read_only=True) as store:
        server.body, server.kind = b"<html>", "text/html"
        with pytest.raises(StoreError, match="cannot be read"):
            store.query("ASK { ?s ?p ?o }")


@pytest.mark.parametrize(
    "address", ["http://ann:secret@host/", "http:///path", "http://host/?a=b", "http://host/#x"]
)
def test_addresses_that_cannot_be_are_refused(address: str) -> None:
    with pytest.raises(UsageError) as caught:
        endpoints(address, {})
    assert "secret" not in str(caught.value)


def test_virtuoso_has_endpoints_of_its_own() -> None:
    with_user = endpoints("http://host:8890/sparql/", {"KG_STORE_USER": "dba"})
    assert with_user.update == "http://host:8890/sparql-auth"
    assert with_user.graphs == "http://host:8890/sparql-graph-crud-auth"
    assert with_user.picture == PICTURE_GRAPH


def test_rdflib_asks_the_server(oxigraph_server: str) -> None:
    from kg.store.rdflib_bridge import to_rdflib
    from tests.store.conftest import emptied

    with emptied(oxigraph_server) as store:
        store.apply(add=[quad(node("event", "x"), "rdfs:label", "Talks")])
        (row,) = to_rdflib(store).query("SELECT ?label WHERE { ?event rdfs:label ?label }")
        assert str(row[0]) == "Talks"  # type: ignore[index]
