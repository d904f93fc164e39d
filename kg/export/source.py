"""Quads grouped by graph and subject, each term in N-Triples spelling: what every writer starts from.

Oxigraph on disk gives its quads graph by graph and subject by subject, in the order of its hashes; that
order is used as it is, because fetching the subjects in sorted order measured 1.5 times as long. The
writers put the finished pieces in order afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.export.filters import Selection
from kg.store import Store
from kg.store.embedded import EmbeddedStore
from kg.store.terms import HOUSEKEEPING, PICTURE, iri

HOUSE = str(HOUSEKEEPING)
PICTURE_NAME = str(PICTURE)  # "DEFAULT"
Fact = tuple[str, str]  # predicate and object, as N-Triples spells them


@dataclass(frozen=True, slots=True)
class Node:
    """A subject in a graph with its facts, sorted. `graph` is "" for the picture."""

    graph: str
    subject: str
    facts: list[Fact]


def nodes(store: Store, *, claims: bool, selection: Selection | None = None) -> Iterator[Node]:
    """The subjects of the picture and, with `claims`, of the claim and judgement graphs.

    Each graph comes in one piece and each subject once in its graph; the order is otherwise the store's.
    Housekeeping is left out.
    """
    if selection is not None:
        yield from selected(store, selection, claims)
    elif isinstance(store, EmbeddedStore) and store.path is not None:
        yield from grouped(store.match(None, None, None, None if claims else PICTURE))
    else:
        yield from collected(store, claims)


def grouped(quads: Iterable[Quad]) -> Iterator[Node]:
    """Quads that come subject by subject, as nodes."""
    last: tuple[object, object] = (None, None)
    graph, subject = "", ""
    facts: list[Fact] = []
    for quad in quads:
        here, name = quad.subject, quad.graph_name
        if here != last[0] or name != last[1]:
            if facts and graph != HOUSE:
                facts.sort()
                yield Node(graph, subject, facts)
            last = (here, name)
            graph = "" if name == PICTURE else str(name)
            subject, facts = str(here), []
        facts.append((str(quad.predicate), str(quad.object)))
    if facts and graph != HOUSE:
        facts.sort()
        yield Node(graph, subject, facts)


def collected(store: Store, claims: bool) -> Iterator[Node]:
    """The nodes of a store that gives its quads in no order: each graph is sorted by itself."""
    if isinstance(store, EmbeddedStore):  # in memory: fetching by subject is cheap and holds nothing twice
        for subject in sorted(picture_subjects(store)):
            yield from grouped(store.match(NamedNode(subject), None, None, PICTURE))
    else:
        yield from in_order(store.match(None, None, None, PICTURE))
    if claims:
        for graph in sorted(store.graphs(), key=str):
            yield from in_order(store.match(None, None, None, graph))


def picture_subjects(store: Store) -> set[str]:
    """Every subject of the picture: things by their types, old names by what they lead to."""
    kinds = store.match(None, iri("rdf:type"), None, PICTURE)
    others = (store.match(None, iri(p), None, PICTURE) for p in ("dcterms:isReplacedBy", "sem:hasSubEvent"))
    found = {q.subject.value for q in kinds if isinstance(q.subject, NamedNode)}
    return found.union(*({q.subject.value for q in o if isinstance(q.subject, NamedNode)} for o in others))


def in_order(quads: Iterable[Quad]) -> Iterator[Node]:
    """The nodes of one graph, whatever the order of its quads."""
    rows = [(graph_name(q), str(q.subject), str(q.predicate), str(q.object)) for q in quads]
    rows.sort()
    for (graph, subject), group in groupby(rows, key=itemgetter(0, 1)):
        if graph != HOUSE:
            yield Node(graph, subject, [(predicate, value) for _, _, predicate, value in group])


def graph_name(quad: Quad) -> str:
    return "" if isinstance(quad.graph_name, DefaultGraph) else str(quad.graph_name)


def selected(store: Store, selection: Selection, claims: bool) -> Iterator[Node]:
    """The nodes that filters leave."""
    kept = {f"<{subject}>" for subject in selection.subjects}
    for subject in sorted(selection.subjects):
        for node in in_order(store.match(NamedNode(subject), None, None, PICTURE)):
            yield Node(node.graph, node.subject, [fact for fact in node.facts if not dangling(fact, kept)])
    for graph in sorted(selection.graphs) if claims else ():
        yield from in_order(store.match(None, None, None, NamedNode(graph)))


EVENT_LINKS = {str(iri("kg:partOf")), str(iri("sem:hasSubEvent")), str(iri("dcterms:isReplacedBy"))}


def dangling(fact: Fact, kept: set[str]) -> bool:
    """Whether a fact leads to an event that the filters leave out."""
    return fact[0] in EVENT_LINKS and fact[1] not in kept
