"""A store on a server, through the SPARQL 1.1 Query, Update and Graph Store protocols."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, cast

import pyoxigraph as ox

from kg import vocab
from kg.errors import QueryError, StoreError
from kg.store import housekeeping
from kg.store.closing import OpenStore
from kg.store.endpoints import endpoints
from kg.store.guard import check_query, tokenize
from kg.store.http import Client
from kg.store.terms import HOUSEKEEPING, GraphName, Subject, Term
from kg.store.update import update_text

if TYPE_CHECKING:
    from kg.store.base import Results

BATCH = 20_000  # quads in one request when loading: 4 MB, below the usual limits of servers
ROWS = "application/sparql-results+json"
TRIPLES = "application/n-triples"


class RemoteStore(OpenStore):
    """Somebody's SPARQL server.

    One update request is one transaction on Oxigraph and Fuseki; what other servers do is their affair.
    Nothing keeps two programs from writing at the same time.
    """

    def __init__(self, address: str, *, read_only: bool = False) -> None:
        self.endpoints = endpoints(address)
        self.client = Client(self.endpoints)
        super().__init__(read_only=read_only)
        self.picture = ox.NamedNode(self.endpoints.picture) if self.endpoints.picture else None
        try:
            housekeeping.check(self)
        except StoreError:
            self.close()
            raise

    @property
    def address(self) -> str:
        """The address, without a final slash."""
        return self.endpoints.address

    def match(
        self,
        subject: Subject | None = None,
        predicate: ox.NamedNode | None = None,
        object: Term | None = None,
        graph: GraphName | None = None,
        /,
    ) -> Iterator[ox.Quad]:
        """The quads that fit; None stands for anything."""
        if graph is None or isinstance(graph, ox.DefaultGraph):
            yield from self.quads(subject, predicate, object, None)
        if graph is None:
            for name in self.graphs():
                yield from self.quads(subject, predicate, object, name)
        elif isinstance(graph, ox.NamedNode):
            yield from self.quads(subject, predicate, object, graph)

    def quads(
        self,
        subject: Subject | None,
        predicate: ox.NamedNode | None,
        object: Term | None,
        graph: ox.NamedNode | None,
    ) -> Iterator[ox.Quad]:
        """The quads of one graph that fit; None is the picture."""
        pattern = " ".join(
            f"?{name}" if term is None else str(term)
            for name, term in (("s", subject), ("p", predicate), ("o", object))
        )
        name: GraphName = ox.DefaultGraph() if graph is None else graph
        where = f"{{ {pattern} }}" if graph is None else f"{{ GRAPH {graph} {{ {pattern} }} }}"
        if subject and predicate and object:  # no variable: Virtuoso would give the template, whatever holds
            if bool(self.answer(f"ASK {where}", self.params(graph))):
                yield ox.Quad(subject, predicate, object, name)
            return
        for triple in self.construct(f"CONSTRUCT {{ {pattern} }} WHERE {where}", self.params(graph)):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, name)

    def construct(self, sparql: str, params: dict[str, str]) -> Iterator[ox.Quad]:
        """The triples of a CONSTRUCT, as they come."""
        with self.client.streamed(self.endpoints.query, TRIPLES, params, sparql) as (_, chunks):
            yield from ox.parse(cast("IO[bytes]", Chunks(chunks)), ox.RdfFormat.N_TRIPLES)

    def query(self, sparql: str, /) -> Results:
        """The results of a SPARQL query. Raises QueryError for `GRAPH <…>` on Virtuoso."""
        check_query(sparql)
        if self.picture and names_graph(sparql):
            raise QueryError(
                "Virtuoso finds nothing in GRAPH <…> beside a default graph; write GRAPH ?g { … } FILTER(?g = <…>)"
            )
        return self.answer(sparql, self.params(None))

    def answer(self, sparql: str, params: dict[str, str]) -> Results:
        """The results of a query, read whole."""
        accept = TRIPLES if form(sparql) in {"construct", "describe"} else ROWS
        with self.client.streamed(self.endpoints.query, accept, params, sparql) as (_, chunks):
            body = b"".join(chunks)
        try:
            if accept == TRIPLES:
                return triples(body)
            results = ox.parse_query_results(body, ox.QueryResultsFormat.JSON)
            return yes_or_no(results) if isinstance(results, ox.QuerySolutions) else results
        except (SyntaxError, ValueError) as error:
            raise StoreError(
                f"the store {self.address} sent an answer that cannot be read: {error}"
            ) from None

    def params(self, graph: ox.NamedNode | None) -> dict[str, str]:
        """What goes with a query: on servers without a default graph, the one that stands for it.

        Not with a query of one named graph: Virtuoso then finds nothing in it.
        """
        return {"default-graph-uri": self.picture.value} if self.picture and graph is None else {}

    def apply(
        self,
        *,
        add: Iterable[ox.Quad] = (),
        remove: Iterable[ox.Quad] = (),
        drop_graphs: Iterable[ox.NamedNode] = (),
    ) -> None:
        """Drop graphs, then remove, then add, in one request."""
        self.writable()
        text = update_text(add=add, remove=remove, drop_graphs=drop_graphs, picture=self.picture)
        if not text:
            return
        try:
            self.client.post(self.endpoints.update, text.encode(), "application/sparql-update", "*/*", {})
        except SyntaxError as error:
            raise StoreError(f"the store {self.address} does not understand an update: {error}") from None

    def tidy(self) -> None:
        """Nothing: the server sees to its own order."""

    def bulk_load(self, quads: Iterable[ox.Quad]) -> None:
        """Add very many quads, graph by graph, through the Graph Store protocol."""
        self.writable()
        self.apply(add=[housekeeping.LOADING])
        source = iter(quads)
        while batch := list(itertools.islice(source, BATCH)):
            self.apply(add=batch)
        self.apply(remove=[housekeeping.LOADING])

    def count(self, graph: GraphName | None = None, /) -> int:
        """How many quads there are; housekeeping is not counted unless asked for."""
        if graph is None:
            return (
                self.count(ox.DefaultGraph()) + sum(map(self.count, self.graphs())) - self.count(HOUSEKEEPING)
            )
        named = graph if isinstance(graph, ox.NamedNode) else None
        inside = f"GRAPH {named} {{ ?s ?p ?o }}" if named else "?s ?p ?o"
        rows = self.answer(f"SELECT (COUNT(*) AS ?n) WHERE {{ {inside} }}", self.params(named))
        return next(int(row["n"].value) for row in rows) if isinstance(rows, ox.QuerySolutions) else 0

    def graphs(self) -> Iterator[ox.NamedNode]:
        """The names of the named graphs, housekeeping included."""
        rows = self.query("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
        if isinstance(rows, ox.QuerySolutions):
            yield from (row["g"] for row in rows if self.ours(row["g"]))

    def ours(self, name: object) -> bool:
        """Whether a graph is one of ours: other people's stay out of sight, and so does the picture."""
        return isinstance(name, ox.NamedNode) and name.value.startswith(vocab.BASE) and name != self.picture

    def close(self) -> None:
        """Close the connection."""
        self.client.close()


class Chunks:
    """Chunks of bytes as a file that can be read."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self.chunks = chunks
        self.rest = b""

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes, fewer only at the end.

        >>> Chunks(iter([b"ab", b"cd"])).read(3)
        b'abc'
        """
        while size < 0 or len(self.rest) < size:
            chunk = next(self.chunks, b"")
            if not chunk:
                break
            self.rest += chunk
        size = len(self.rest) if size < 0 else size
        taken, self.rest = self.rest[:size], self.rest[size:]
        return taken


def names_graph(sparql: str) -> bool:
    """Whether a query has a GRAPH clause with a name instead of a variable.

    >>> names_graph("SELECT * { GRAPH <x:g> { ?s ?p ?o } }"), names_graph("SELECT * { GRAPH ?g { ?s ?p ?o } }")
    (True, False)
    """
    tokens = list(tokenize(sparql))
    return any(
        token.lower() == "graph" and following in {"iri", "name"}
        for (kind, token), (following, _) in itertools.pairwise(tokens)
        if kind == "word"
    )


def form(sparql: str) -> str:
    """The form of a query: select, ask, construct or describe; "" for what is none of them.

    >>> form("PREFIX ask: <x:> SELECT * WHERE { ?construct ?p ?o }")
    'select'
    """
    words = (token.lower() for kind, token in tokenize(sparql) if kind == "word")
    return next((word for word in words if word in {"select", "ask", "construct", "describe"}), "")


def yes_or_no(results: ox.QuerySolutions) -> ox.QuerySolutions | ox.QueryBoolean:
    """The answer of an ASK, which Virtuoso gives as a table; other tables as they are."""
    if [variable.value for variable in results.variables] != ["__ASK_RETVAL"]:
        return results
    answer = any(row[0] is not None and row[0].value not in {"0", "false"} for row in results)
    text = b'{"head":{},"boolean":true}' if answer else b'{"head":{},"boolean":false}'
    parsed = ox.parse_query_results(text, ox.QueryResultsFormat.JSON)
    assert isinstance(parsed, ox.QueryBoolean)  # noqa: S101 - it says so above
    return parsed


def triples(body: bytes) -> ox.QueryTriples:
    """Triples as the results of a query."""
    scratch = ox.Store()
    scratch.load(body, ox.RdfFormat.N_TRIPLES)
    found = scratch.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    assert isinstance(found, ox.QueryTriples)  # noqa: S101 - CONSTRUCT gives triples
    return found
