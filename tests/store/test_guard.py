"""Queries that would fetch or change are refused, however they are written; ordinary ones are not."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.store import open_store
from kg.store.guard import check_query, tokenize

FINE = [
    "SELECT ?service ?from ?load WHERE { ?service ?from ?load }",
    "SELECT * WHERE { ?s ?p 'SERVICE <http://x/> { }' }",
    'SELECT * WHERE { ?s ?p "a \\" SERVICE " , """ FROM " LOAD """ , \'\'\' DROP \'\'\' }',
    "SELECT * WHERE { ?s ?p ?o } # SERVICE <http://x/> { ?s ?p ?o }",
    "SELECT * WHERE { <http://x/SERVICE> <http://x/#from> <#load> }",
    "PREFIX service: <http://x/> SELECT * WHERE { ?s service:from service:load }",
    "PREFIX from: <http://x/> SELECT * WHERE { ?s from:here ?o }",
    "PREFIX ex: <http://x/> SELECT * WHERE { ?s ex:service ex:insert ; ex:a\\'service ?o }",
    "SELECT * WHERE { ?s ?p 'x'@en-service . _:service ?q ?r }",
    "SELECT * WHERE { ?s ?p ?o FILTER(?o < 5 && ?o > 3) }",
    "ASK { ?s a ?insert }",
    "",
]
FETCHING = [
    "SELECT * WHERE { SERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * WHERE { service silent <http://x/> { ?s ?p ?o } }",
    "SELECT * WHERE { SeRvIcE ?x { ?s ?p ?o } }",
    "SELECT * WHERE { ?s ?p 1SERVICE<http://x/>{?s ?p ?o} }",
    "SELECT * WHERE { ?s ?p trueSERVICE<http://x/>{?s ?p ?o} }",
    "PREFIX : <http://x/> SELECT * WHERE { SERVICE:a { ?s ?p ?o } }",
    "PREFIX SERVICE: <http://x/> PREFIX : <http://x/> SELECT * WHERE { SERVICE:a { ?s ?p ?o } }",
    "SELECT * WHERE { \\u0053ERVICE <http://x/> { ?s ?p ?o } }",
    "SELECT * WHERE { ?s ?p ?o FILTER(?s<?o)SERVICE<http://x/>{?s ?p ?o} }",
    "SELECT * WHERE { ?s ?p 'it\\'s' SERVICE <http://x/> { ?s ?p ?o } }",
    "PREFIX e: <http://x/> SELECT * { ?s ?p e:o\\'a SERVICE <http://x/> { ?s ?p ?o FILTER(?o != e:o\\'b) } }",
    "SELECT * FROM <http://x/> WHERE { ?s ?p ?o }",
    "SELECT * from named <http://x/> WHERE { ?s ?p ?o }",
    "LOAD <http://x/>",
    "load silent <http://x/> into graph <http://y/>",
    "# a comment\nSELECT * WHERE { # another\n SERVICE <http://x/> {} }",
    "# a comment\rSELECT * WHERE { SERVICE <http://x/> {} }",
    "SELECT * WHERE { ?s ?p '''a''b''' . SERVICE <http://x/> { } }",
]
CHANGING = [
    "INSERT DATA { <a:a> <a:b> <a:c> }",
    "DELETE WHERE { ?s ?p ?o }",
    "delete { ?s ?p ?o } insert { ?s ?p ?o } where { ?s ?p ?o }",
    "WITH <http://g/> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "CLEAR ALL",
    "DROP SILENT GRAPH <http://g/>",
    "CREATE GRAPH <http://g/>",
    "ADD <http://a/> TO <http://b/>",
    "MOVE <http://a/> TO <http://b/>",
    "COPY <http://a/> TO <http://b/>",
]


@pytest.mark.parametrize("sparql", FINE)
def test_ordinary_queries_pass(sparql: str) -> None:
    check_query(sparql)


@pytest.mark.parametrize("sparql", FETCHING + CHANGING)
def test_fetching_and_changing_is_refused_in_one_line(sparql: str) -> None:
    with pytest.raises(QueryError) as caught:
        check_query(sparql)
    assert "\n" not in str(caught.value)


@pytest.fixture
def listening() -> object:
    """A server that counts who asks."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        do_POST = do_GET  # noqa: N815 - the name that http.server wants

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, asked
        server.shutdown()


@pytest.mark.parametrize("sparql", [text for text in FETCHING if "http://x/" in text])
def test_nothing_is_asked_over_the_network(sparql: str, listening: tuple[int, list[str]]) -> None:
    port, asked = listening
    with open_store() as store:
        store.apply()
        with pytest.raises((QueryError, SyntaxError)):
            store.query(sparql.replace("http://x/", f"http://127.0.0.1:{port}/"))
    assert asked == []


@given(st.text(alphabet="SERVICEservice<>{}\"'\\#?:ab \n.@_1%", max_size=40))
def test_no_text_splits_into_less_than_all_of_it(text: str) -> None:
    kept = "".join(token for _, token in tokenize(text))
    assert set(kept) <= set(text)


@given(st.text(alphabet="ab<>{}\"'\\#?: \n.@_1%", max_size=30))
def test_what_pyoxigraph_would_fetch_is_refused(before: str) -> None:
    """Whatever stands before it: where pyoxigraph reads a SERVICE, so does the check."""
    import pyoxigraph as ox

    sparql = f"PREFIX : <x:> PREFIX a: <x:> SELECT * {{ {before} SERVICE <x:unknown-scheme> {{ ?s ?p ?o }} }}"
    try:
        list(ox.Store().query(sparql.replace("SERVICE <", "SERVICE SILENT <")))  # type: ignore[arg-type]
    except (SyntaxError, OSError, ValueError):
        return
    try:
        check_query(sparql)
    except QueryError:
        return
    # It was not refused: then it must be no SERVICE to pyoxigraph either, which a broken one tells.
    broken = sparql.replace("SERVICE <x:unknown-scheme>", "SERVICE SILENT")
    list(ox.Store().query(broken))  # type: ignore[arg-type]
