"""Our endpoint answers what pyoxigraph answers, in every format, to our own and to independent clients.

The queries stand in `queries/`: whole ones in forms.txt, one on each line; in functions.txt expressions,
each asked as `SELECT (… AS ?x) {}`.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, cast

import httpx
import pyoxigraph as ox
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, TSV, TURTLE, XML, SPARQLWrapper

from kg.query.run import declare
from kg.serve import formats
from kg.serve.answers import GRAPH_WRITERS, WITH_PREFIXES, WRITERS
from kg.vocab import PREFIXES

FOLDER = Path(__file__).parent / "queries"
FORMS = (FOLDER / "forms.txt").read_text(encoding="utf-8").splitlines()
EXPRESSIONS = (FOLDER / "functions.txt").read_text(encoding="utf-8").splitlines()
QUERIES = FORMS + [f"SELECT ({expression} AS ?x) {{}}" for expression in EXPRESSIONS]
ASKED = [query for query in QUERIES if "CONSTRUCT" not in query and "DESCRIBE" not in query]
MADE = [query for query in QUERIES if query not in ASKED]


@pytest.fixture(scope="module")
def raw(store: Path) -> Iterator[ox.Store]:
    yield ox.Store.read_only(str(store))


def test_there_are_enough_queries_and_none_twice() -> None:
    assert len(QUERIES) >= 150
    assert len(set(QUERIES)) == len(QUERIES)


def rows_of(raw: ox.Store, query: str) -> ox.QuerySolutions | ox.QueryBoolean:
    found = raw.query(declare(query))
    assert not isinstance(found, ox.QueryTriples)
    return found


@pytest.mark.parametrize("format", WRITERS)
def test_rows_are_pyoxigraphs_byte_for_byte(http: httpx.Client, raw: ox.Store, format: str) -> None:
    for query in ASKED:
        got = http.get("/sparql", params={"query": query}, headers={"accept": formats.ROWS[format][0]})
        assert got.status_code == 200, (query, got.text)
        assert got.content == rows_of(raw, query).serialize(None, WRITERS[format]), query


@pytest.mark.parametrize("format", GRAPH_WRITERS)
def test_triples_are_pyoxigraphs_byte_for_byte(http: httpx.Client, raw: ox.Store, format: str) -> None:
    for query in MADE:
        got = http.post("/sparql", data={"query": query}, headers={"accept": formats.TRIPLES[format][0]})
        assert got.status_code == 200, (query, got.text)
        found = raw.query(declare(query))
        prefixes = PREFIXES if format in WITH_PREFIXES else None
        written = ox.serialize(found, None, GRAPH_WRITERS[format], prefixes=prefixes)  # type: ignore[arg-type]
        assert got.content == written, query


def cells(found: ox.QuerySolutions) -> Counter[tuple[str | None, ...]]:
    return Counter(
        tuple(None if term is None else getattr(term, "value", "") for term in row) for row in found
    )


def test_sparqlwrapper_reads_every_answer(site: str, raw: ox.Store) -> None:
    client = SPARQLWrapper(f"{site}/sparql")
    for number, query in enumerate(ASKED):
        client.setQuery(declare(query))
        client.setMethod("POST" if number % 2 else "GET")
        client.setReturnFormat(JSON)
        got: Any = client.queryAndConvert()
        expected = rows_of(raw, query)
        if isinstance(expected, ox.QueryBoolean):
            assert got["boolean"] is bool(expected), query
            continue
        names = got["head"]["vars"]
        read = Counter(
            tuple(row[name]["value"] if name in row else None for name in names)
            for row in got["results"]["bindings"]
        )
        assert read == cells(expected), query


@pytest.mark.parametrize("format", [XML, CSV, TSV])
def test_sparqlwrapper_reads_other_formats(site: str, raw: ox.Store, format: str) -> None:
    client = SPARQLWrapper(f"{site}/sparql")
    client.setQuery(declare("SELECT ?s ?l { ?s a kg:State ; rdfs:label ?l } ORDER BY ?l"))
    client.setReturnFormat(format)
    got: Any = client.queryAndConvert()
    text = got.toxml() if format == XML else got.decode()
    assert "South Korea" in text


def test_sparqlwrapper_reads_triples(site: str) -> None:
    client = SPARQLWrapper(f"{site}/sparql")
    client.setQuery(declare("CONSTRUCT WHERE { ?s a kg:Official }"))
    client.setReturnFormat(TURTLE)
    graph = rdflib.Graph().parse(io.BytesIO(cast(bytes, client.query().convert())), format="turtle")
    assert len(graph) == 4


def test_rdflib_reads_every_answer(site: str, raw: ox.Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rdflib, "NORMALIZE_LITERALS", False)
    client = SPARQLStore(f"{site}/sparql", returnFormat="xml", method="POST")
    for query in ASKED:
        got = client.query(declare(query))
        expected = rows_of(raw, query)
        if isinstance(expected, ox.QueryBoolean):
            assert got.askAnswer is bool(expected), query
            continue
        rows = cast(Iterable[Iterable[Any]], got)
        read = Counter(tuple(None if term is None else plain(str(term)) for term in row) for row in rows)
        told: Counter[tuple[str | None, ...]] = Counter()
        for row, number in cells(expected).items():
            told[tuple(None if text is None else plain(text) for text in row)] += number
        empty = (None,) * len(expected.variables)  # rdflib leaves out rows in which nothing is bound
        read.pop(empty, None)
        told.pop(empty, None)
        assert read == told, query


def plain(text: str) -> str:
    """Text as XML readers give it: they read a carriage return as a line feed."""
    return text.replace("\r\n", "\n")
