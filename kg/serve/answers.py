"""SPARQL answered: the query checked, run, and written in the format that the client likes best."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import vocab
from kg.errors import QueryError, UsageError
from kg.query.run import declare, explain
from kg.serve import formats
from kg.serve.formats import NotAcceptable
from kg.serve.frames import Ended, Job, Sender
from kg.serve.rows import Counted, TooMany, too_many
from kg.store import Store
from kg.store.embedded import EmbeddedStore
from kg.store.guard import check_query

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.store.base import Results

WRITERS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
GRAPH_WRITERS = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "n3": ox.RdfFormat.N3,
}
WITH_PREFIXES = frozenset({"turtle", "trig", "n3", "rdfxml"})


def answer(store: Store, job: Job, out: Sender) -> Ended:
    """Answer a job's `query`; `accept` or `format` say how. Raises QueryError, UsageError, TooMany."""
    try:
        check_query(job["query"])
    except QueryError as error:
        return Ended(403, error=str(error))
    results = run(store, job)
    if isinstance(results, ox.QueryTriples):
        return write_triples(results, chosen(job, formats.TRIPLES), job["rows"], out)
    return write_rows(results, chosen(job, formats.ROWS), job["rows"], out)


def run(store: Store, job: Job) -> Results:
    """The results, asked of the graphs that the job names."""
    text, default, named = job["query"], job["default"], job["named"]
    try:
        if not default and not named:
            return store.query(declare(text))
        if not isinstance(store, EmbeddedStore):
            raise UsageError(
                "default-graph-uri and named-graph-uri work on a store in a folder; name the graph with GRAPH"
            )
        return store.raw.query(
            declare(text),
            default_graph=[ox.NamedNode(iri) for iri in default],
            named_graphs=[ox.NamedNode(iri) for iri in named],
        )
    except SyntaxError as error:
        raise QueryError(explain(str(error), text)) from None


def chosen(job: Job, offers: dict[str, tuple[str, ...]]) -> str:
    """The format: named in the request, or the best for its Accept header. Raises UsageError for none."""
    if job["format"]:
        if job["format"] in offers:
            return str(job["format"])
        raise NotAcceptable(f"this answer has no format {job['format'][:20]!r}; it has {', '.join(offers)}")
    found = formats.choose(job["accept"], offers)
    if found is None:
        listed = ", ".join(types[0] for types in offers.values())
        raise NotAcceptable(f"nothing that the client accepts is on offer; there is {listed}")
    return found


def write_rows(results: ox.QuerySolutions | ox.QueryBoolean, format: str, most: int, out: Sender) -> Ended:
    """Write rows, or a yes or no."""
    if isinstance(results, ox.QueryBoolean):
        out.write(results.serialize(None, WRITERS[format]) or b"")
    else:
        results.serialize(Counted(out.write, format, most), WRITERS[format])  # type: ignore[arg-type]
    return Ended(headers=(("content-type", formats.sent_as(format, formats.ROWS)),))


def write_triples(results: ox.QueryTriples, format: str, most: int, out: Sender) -> Ended:
    """Write triples."""

    def counted() -> Iterator[ox.Triple]:
        yield from itertools.islice(results, most)
        if next(results, None) is not None:
            raise TooMany(too_many(most))

    prefixes = vocab.PREFIXES if format in WITH_PREFIXES else None
    ox.serialize(counted(), out, GRAPH_WRITERS[format], prefixes=prefixes)  # type: ignore[arg-type]
    return Ended(headers=(("content-type", formats.sent_as(format, formats.TRIPLES)),))
