"""Validation: the graph against its SHACL shapes, and every node of the picture back to a quote.

Large stores are checked in slices: some nodes with everything that they point at, or the claims of one
article. Shapes look one step away at most, so that the slices find what the whole would.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from pyoxigraph import BlankNode, NamedNode, Quad, QuerySolutions

from kg import ontology, vocab
from kg.export.source import picture_subjects
from kg.export.things import short
from kg.store import Store
from kg.store.claims import article_keys, article_node
from kg.store.rdflib_bridge import to_rdflib_graph
from kg.store.terms import JUDGEMENTS, PICTURE, iri

if TYPE_CHECKING:
    import rdflib

SLICE = 500  # nodes checked at a time: about 5,000 quads, 20 MB while it runs
SHOWN = 1000  # faults kept: nobody reads more, and one broken rule can have a million
ARTICLES = 20  # articles checked at a time

PLAIN = {iri(name) for name in ("rdf:type", "kg:kind", "kg:status", "kg:mode", "kg:capacity", "owl:sameAs")}
QUOTED = ("Event", "Participation", "Official", "Tenure", "StatedValue")


@dataclass(frozen=True, slots=True)
class Report:
    """Whether a store obeys its shapes; one line per fault, sorted, the first 1,000 of them."""

    conforms: bool
    faults: tuple[str, ...]
    nodes: int  # how many were checked


def validate(store: Store) -> Report:
    """Check a store: SHACL shapes, no blank nodes, a quote behind every node of the picture.

    Memory does not grow with the store. Time: about 1.5 ms per quad, most of it pySHACL's.

    >>> from kg.store import open_store
    >>> validate(open_store())
    Report(conforms=True, faults=(), nodes=0)
    """
    shapes = parsed_shapes()
    counted = Counter()
    faults = list(islice(chain(unquoted(store), blank(store), unshaped(store, shapes, counted)), SHOWN))
    return Report(not faults, tuple(sorted(set(faults))), counted.nodes)


@dataclass(slots=True)
class Counter:
    """How many nodes were checked so far."""

    nodes: int = 0


def parsed_shapes() -> rdflib.Graph:
    """The shapes, as pySHACL wants them."""
    import rdflib

    return rdflib.Graph().parse(data=ontology.text("shapes.ttl"), format="turtle")


def unquoted(store: Store) -> Iterator[str]:
    """Nodes of the picture that lead to no quote: no claim of theirs has words with their place.

    Step by step rather than as one query: its FILTER NOT EXISTS took minutes on 17,000 quads.
    """
    known: dict[str, bool] = {}
    for kind in QUOTED:
        for each in store.match(None, iri("rdf:type"), iri("kg:" + kind), PICTURE):
            claims = store.match(each.subject, iri("kg:claim"), None, PICTURE)
            if not any(quoted(store, claim.object, known) for claim in claims):
                yield f"{short(str(each.subject)[1:-1])}: leads to no quote"


def quoted(store: Store, claim: object, known: dict[str, bool]) -> bool:
    """Whether a claim leads to words with their place; `known` remembers the answers."""
    if not isinstance(claim, NamedNode):
        return False
    if claim.value not in known:
        graph = NamedNode("/".join(claim.value.split("/")[:5]))
        known[claim.value] = any(
            isinstance(selector.object, NamedNode) and has_words(store, selector.object, graph)
            for evidence in store.match(claim, iri("kg:evidence"), None, graph)
            if isinstance(evidence.object, NamedNode)
            for selector in store.match(evidence.object, iri("oa:hasSelector"), None, graph)
        )
    return known[claim.value]


def has_words(store: Store, selector: NamedNode, graph: NamedNode) -> bool:
    """Whether a selector has its words, their start and their end."""
    found = {q.predicate for q in store.match(selector, None, None, graph)}
    return {iri("oa:exact"), iri("oa:start"), iri("oa:end")} <= found


def blank(store: Store) -> Iterator[str]:
    """Blank nodes, which have no place in this graph."""
    rows = store.query(
        "SELECT DISTINCT ?s ?p WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } "
        "FILTER(isBlank(?s) || isBlank(?o)) } LIMIT 1000"
    )
    if isinstance(rows, QuerySolutions):
        for row in rows:
            subject = "a blank node" if isinstance(row["s"], BlankNode) else short(row["s"].value)
            yield f"{subject}: {short(row['p'].value)} is told with a blank node; every node needs an IRI"


def unshaped(store: Store, shapes: rdflib.Graph, counted: Counter) -> Iterator[str]:
    """Faults that the shapes find."""
    for own, borrowed in slices(store):
        focus = {str(q.subject)[1:-1] for q in own}
        counted.nodes += len(focus)
        yield from check([*own, *borrowed], focus, shapes)


def slices(store: Store) -> Iterator[tuple[list[Quad], list[Quad]]]:
    """The store in parts that can be checked alone: nodes, and the classes of what they point at."""
    for subjects in groups(sorted(picture_subjects(store)), SLICE):
        own = [q for name in subjects for q in store.match(NamedNode(name), None, None, PICTURE)]
        yield own, list(classes(store, own))
    for keys in groups(article_keys(store), ARTICLES):
        yield [q for key in keys for q in store.match(None, None, None, article_node(key))], []
    judgements = list(store.match(None, None, None, JUDGEMENTS))
    if judgements:
        yield judgements, []


def groups(names: Iterable[str], size: int) -> Iterator[list[str]]:
    """Names in lists of a size.

    >>> list(groups("abc", 2))
    [['a', 'b'], ['c']]
    """
    source = iter(names)
    while group := list(islice(source, size)):
        yield group


def classes(store: Store, own: Iterable[Quad]) -> Iterator[Quad]:
    """The classes of what nodes point at, wherever in the store they are told."""
    own = list(own)
    known = {q.subject for q in own}
    wanted = {q.object for q in own if isinstance(q.object, NamedNode) and q.predicate not in PLAIN}
    for node in wanted - known:
        if isinstance(node, NamedNode) and node.value.startswith(vocab.BASE):
            yield from store.match(node, iri("rdf:type"), None, None)


def check(quads: list[Quad], focus: set[str], shapes: rdflib.Graph) -> Iterator[str]:
    """The faults that pySHACL finds in the nodes of `focus`, one line each."""
    import pyshacl

    graph = to_rdflib_graph(quads)
    _, results, _ = pyshacl.validate(graph, shacl_graph=shapes, focus_nodes=sorted(focus), inference="none")
    yield from faults(results)


def faults(results: Any) -> Iterator[str]:
    """The lines of a validation report's results."""
    from rdflib.namespace import RDF, SH

    for result in results.subjects(RDF.type, SH.ValidationResult):
        focus = short(str(results.value(result, SH.focusNode)))
        path = results.value(result, SH.resultPath)
        value = results.value(result, SH.value)
        message = str(results.value(result, SH.resultMessage))
        where = f" {short(str(path))}" if path is not None else ""
        what = f" (it is {short(str(value))[:80]!r})" if value is not None else ""
        yield f"{focus}{where}: {' '.join(message.split())}{what}"
