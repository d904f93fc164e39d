"""Quads grouped by graph and subject, each term in N-Triples spelling: what every writer starts from.

Oxigraph on disk gives its quads graph by graph and subject by subject, in the order of its hashes; that
order is used as it is, because fetching the subjects in sorted order measured 1.5 times as long. The
writers put the finished pieces in order afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from operator import itemgetter
from typing import NamedTuple

from pyoxigraph import DefaultGraph, NamedNode, Quad

from kg.export.filters import Selection
from kg.store import Store
from kg.store.embedded import EmbeddedStore
from kg.store.terms import HOUSEKEEPING, PICTURE, iri

HOUSE = str(HOUSEKEEPING)
CHUNK = 1000  # subjects spelled in one go
Fact = tuple[str, str]  # predicate and object, as N-Triples spells them


class Node(NamedTuple):
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
        yield from grouped("", store.match(None, None, None, PICTURE))
        for graph in store.graphs() if claims else ():
            yield from grouped(str(graph), store.match(None, None, None, graph))
    else:
        yield from collected(store, claims)


def grouped(graph: str, quads: Iterable[Quad]) -> Iterator[Node]:
    """The quads of one graph, which come subject by subject, as nodes.

    A quad is spelled as a whole and then split, which takes a third of the time of spelling its terms.
    """
    if graph == HOUSE:
        return
    tail = len(graph) + 1 if graph else 0
    last, facts = "", list[Fact]()
    for quad in quads:
        subject, predicate, value = str(quad).split(" ", 2)
        if subject != last:
            if facts:
                facts.sort()
                yield Node(graph, last, facts)
            last, facts = subject, []
        facts.append((predicate, value[:-tail] if tail else value))
    if facts:
        facts.sort()
        yield Node(graph, last, facts)


def collected(store: Store, claims: bool) -> Iterator[Node]:
    """The nodes of a store that gives its quads in no order: each graph is sorted by itself."""
    if isinstance(store, EmbeddedStore):  # in memory: fetching by subject is cheap and holds nothing twice
        for subject in sorted(picture_subjects(store)):
            yield from grouped("", store.match(NamedNode(subject), None, None, PICTURE))
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
    yield from in_order(selected_quads(store, selection))
    for graph in graphs_of(store, selection) if claims else ():
        yield from in_order(store.match(None, None, None, graph))


def selected_quads(store: Store, selection: Selection) -> Iterator[Quad]:
    """The quads of the picture that filters leave."""
    kept = {f"<{subject}>" for subject in selection.subjects}
    for subject in sorted(selection.subjects):
        for quad in store.match(NamedNode(subject), None, None, PICTURE):
            if not dangling((str(quad.predicate), str(quad.object)), kept):
                yield quad


def graphs_of(store: Store, selection: Selection | None) -> Iterator[NamedNode]:
    """The names of the graphs to export: claims and judgements, or what filters leave of the claims."""
    if selection is not None:
        yield from (NamedNode(graph) for graph in sorted(selection.graphs))
    else:
        yield from (graph for graph in store.graphs() if graph != HOUSEKEEPING)


def subject_chunks(store: Store) -> Iterator[list[Quad]]:
    """The picture some subjects at a time; whole where fetching by subject would be slow."""
    if not isinstance(store, EmbeddedStore):
        yield list(store.match(None, None, None, PICTURE))
        return
    subjects = iter(sorted(picture_subjects(store)))
    while chunk := list(islice(subjects, CHUNK)):
        yield [quad for s in chunk for quad in store.match(NamedNode(s), None, None, PICTURE)]


EVENT_LINKS = {str(iri("kg:partOf")), str(iri("sem:hasSubEvent")), str(iri("dcterms:isReplacedBy"))}


def dangling(fact: Fact, kept: set[str]) -> bool:
    """Whether a fact leads to an event that the filters leave out."""
    return fact[0] in EVENT_LINKS and fact[1] not in kept
