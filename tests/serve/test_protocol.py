"""The SPARQL 1.1 Protocol: ways to ask, formats, graphs, what is refused."""

from __future__ import annotations

import json
from urllib.parse import urlencode

import httpx
import pyoxigraph as ox
import pytest

from kg.serve import formats
from tests.serve.conftest import LIMITS

ROWS = "SELECT ?label WHERE { ?e a kg:Event ; rdfs:label ?label } ORDER BY ?label"
EVENTS = 4


def ask(http: httpx.Client, query: str, accept: str = "", **parameters: str) -> httpx.Response:
    headers = {"accept": accept} if accept else {}
    return http.get("/sparql", params={"query": query, **parameters}, headers=headers)


def test_three_ways_to_ask_give_one_answer(http: httpx.Client) -> None:
    got = ask(http, ROWS)
    form = http.post("/sparql", data={"query": ROWS})
    body = http.post("/sparql", content=ROWS, headers={"content-type": "application/sparql-query"})
    assert [each.status_code for each in (got, form, body)] == [200, 200, 200]
    assert got.content == form.content == body.content
    assert len(got.json()["results"]["bindings"]) == EVENTS


@pytest.mark.parametrize("format", formats.ROWS)
@pytest.mark.parametrize("query", [ROWS, "ASK { ?e a kg:Event }"])
def test_rows_in_every_format(http: httpx.Client, format: str, query: str) -> None:
    by_accept = ask(http, query, accept=formats.ROWS[format][0])
    by_name = ask(http, query, format=format)
    assert by_accept.content == by_name.content
    assert by_accept.headers["content-type"] == formats.sent_as(format, formats.ROWS)
    assert by_accept.headers["vary"] == "Accept"


@pytest.mark.parametrize("format", formats.TRIPLES)
def test_triples_in_every_format(http: httpx.Client, format: str) -> None:
    got = ask(http, "DESCRIBE official:ahn-gyu-back-kr", accept=formats.TRIPLES[format][0])
    assert got.headers["content-type"] == formats.sent_as(format, formats.TRIPLES)
    reader = ox.RdfFormat.from_media_type(formats.TRIPLES[format][0])
    subjects = {quad.subject for quad in ox.parse(got.content, reader)}
    assert subjects == {ox.NamedNode("https://kg.example/official/ahn-gyu-back-kr")}


def test_a_format_that_is_not_there_is_not_acceptable(http: httpx.Client) -> None:
    assert ask(http, ROWS, accept="image/png").status_code == 406
    assert ask(http, ROWS, format="turtle").status_code == 406
    assert ask(http, "DESCRIBE state:KR", accept="text/csv").status_code == 406


def test_default_and_named_graphs(http: httpx.Client) -> None:
    graphs = ask(http, "SELECT DISTINCT ?g { GRAPH ?g { ?a a schema:NewsArticle } } ORDER BY ?g").json()
    one, two = [row["g"]["value"] for row in graphs["results"]["bindings"]][:2]
    count = (
        "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?g) AS ?m) { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }"
    )

    def counts(*pairs: tuple[str, str]) -> tuple[int, int]:
        query = urlencode([("query", count), *pairs])
        row = http.get(f"/sparql?{query}").json()["results"]["bindings"][0]
        return int(row["n"]["value"]), int(row["m"]["value"])

    alone = counts(("default-graph-uri", one))
    both = counts(("default-graph-uri", one), ("default-graph-uri", two))
    named = counts(("named-graph-uri", one), ("named-graph-uri", two))
    assert alone[1] == both[1] == 0
    assert 0 < alone[0] < both[0]
    assert named[1] == 2
    assert counts(("default-graph-uri", "https://kg.example/none"))[0] == 0
    posted = http.post(
        f"/sparql?{urlencode({'default-graph-uri': one})}",
        content=count,
        headers={"content-type": "application/sparql-query"},
    )
    assert int(posted.json()["results"]["bindings"][0]["n"]["value"]) == alone[0]


def test_a_graph_that_is_no_iri_is_a_bad_request(http: httpx.Client) -> None:
    got = ask(http, ROWS, **{"default-graph-uri": "no iri> } DROP"})
    assert got.status_code == 400
    assert got.text.count("\n") == 1


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("SELEC * {}", 400),
        ("SELECT ?x { ?x nope:y ?z }", 400),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 403),
        ("SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }", 403),
        ("LOAD <http://127.0.0.1:1/>", 403),
        ("INSERT DATA { <a:b> <a:c> <a:d> }", 403),
        ("DELETE WHERE { ?s ?p ?o }", 403),
        ("", 400),
    ],
)
def test_what_cannot_be_asked(http: httpx.Client, query: str, status: int) -> None:
    got = ask(http, query)
    assert got.status_code == status
    assert got.headers["content-type"] == "text/plain; charset=utf-8"
    assert got.text.count("\n") == 1


def test_updates_are_forbidden(http: httpx.Client) -> None:
    update = "INSERT DATA { <a:b> <a:c> <a:d> }"
    assert http.post("/sparql", data={"update": update}).status_code == 403
    headers = {"content-type": "application/sparql-update"}
    assert http.post("/sparql", content=update, headers=headers).status_code == 403
    assert ask(http, "ASK { <a:b> ?p ?o }").json()["boolean"] is False


def test_bodies_that_are_no_queries(http: httpx.Client) -> None:
    assert http.post("/sparql", content=b"ASK {}", headers={"content-type": "text/turtle"}).status_code == 415
    assert (
        http.post(
            "/sparql", content=b"\xff", headers={"content-type": "application/sparql-query"}
        ).status_code
        == 400
    )
    assert http.post("/sparql", data={"x": "y"}).status_code == 400
    assert http.get("/sparql?query=ASK{}&query=ASK{}").status_code == 400
    assert http.put("/sparql", content=b"").status_code == 405
    long = "# " + "x" * LIMITS.body
    assert (
        http.post("/sparql", content=long, headers={"content-type": "application/sparql-query"}).status_code
        == 413
    )


def test_the_service_describes_itself(http: httpx.Client, site: str) -> None:
    got = http.get("/sparql", headers={"accept": "application/rdf+xml"})
    quads = list(ox.parse(got.content, ox.RdfFormat.RDF_XML))
    endpoint = ox.NamedNode("http://www.w3.org/ns/sparql-service-description#endpoint")
    assert [q.object for q in quads if q.predicate == endpoint] == [ox.NamedNode(f"{site}/sparql")]
    browser = http.get("/sparql", headers={"accept": "text/html,*/*;q=0.8"})
    assert (browser.status_code, browser.headers["location"]) == (303, "/query")


def test_head_has_no_body(http: httpx.Client) -> None:
    got = http.head("/sparql", params={"query": ROWS})
    assert (got.status_code, got.content) == (200, b"")


def test_too_many_rows_are_an_error_in_every_format(http: httpx.Client) -> None:
    pairs = "SELECT ?a ?b { ?a ?p ?x . ?b ?q ?y }"
    for format in formats.ROWS:
        got = ask(http, pairs, format=format)
        assert got.status_code == 422, format
        assert "LIMIT" in got.text
    made = "CONSTRUCT { ?a <a:b> ?id } { ?a ?p ?x . ?b ?q ?y BIND(UUID() AS ?id) }"
    assert ask(http, made).status_code == 422
    assert len(ask(http, f"{pairs} LIMIT {LIMITS.rows}").json()["results"]["bindings"]) == LIMITS.rows
    assert ask(http, f"{pairs} LIMIT {LIMITS.rows + 1}").status_code == 422


def test_json_is_what_a_json_reader_reads(http: httpx.Client) -> None:
    got = ask(http, r'SELECT ("},{\"\\" AS ?x) {}', accept="application/json")
    assert json.loads(got.content)["results"]["bindings"][0]["x"]["value"] == '},{"\\'
