"""Facts grouped by graph and subject, in N-Triples spelling: what every writer starts from.

Oxigraph on disk gives its quads graph by graph and subject by subject, in the order of its hashes; that
order is used as it is, because fetching the subjects in sorted order measured 1.5 times as long. The
writers put the finished pieces in order afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from pyoxigraph import NamedNode, Quad, RdfFormat

from kg.export.filters import Selection
from kg.export.spelling import END, Spelling, Text, last_subject, on_disk, texts
from kg.store import Store
from kg.store.embedded import EmbeddedStore
from kg.store.terms import HOUSEKEEPING, PICTURE, iri

TRIPLES = Spelling(RdfFormat.N_TRIPLES, last_subject)
CHUNK = 1000  # subjects spelled in one go


class Node(NamedTuple):
    """A subject in a graph with its facts (predicate and object, one space between), sorted.

    `graph` is "" for the picture.
    """

    graph: str
    subject: str
    facts: list[str]


def nodes(store: Store, *, claims: bool, selection: Selection | None = None) -> Iterator[Node]:
    """The subjects of the picture and, with `claims`, of the claim and judgement graphs.

    Each named graph comes in one piece and each subject once in its graph; the order is otherwise the
    store's. Housekeeping is left out.
    """
    for graph, text in spelled(store, TRIPLES, claims=claims, selection=selection):
        yield from grouped(graph, sorted(text.split(END)))


def spelled(
    store: Store, spelling: Spelling, *, claims: bool, selection: Selection | None = None
) -> Iterator[Text]:
    """The graphs as Oxigraph spells them: the picture in parts, no subject in two, the others whole."""
    graphs = graphs_of(store, selection) if claims else iter(())
    if selection is None and on_disk(store):
        yield from texts(store, graphs, spelling)
        return
    for quads in picture_chunks(store, selection):
        yield "", spelling.quads(quads)
    for graph in graphs:
        yield str(graph), spelling.graph(store, graph)


def grouped(graph: str, lines: Iterable[str]) -> Iterator[Node]:
    """Sorted lines of N-Triples without their ends, as nodes.

    >>> list(grouped("", ["<s> <a> <o>", "<s> <p> <o>"]))
    [Node(graph='', subject='<s>', facts=['<a> <o>', '<p> <o>'])]
    """
    last, facts = "", list[str]()
    for line in lines:
        subject, _, fact = line.partition(" ")
        if subject != last:
            if last:
                yield Node(graph, last, facts)
            last, facts = subject, []
        facts.append(fact)
    if last:
        yield Node(graph, last, facts)


def picture_subjects(store: Store) -> set[str]:
    """Every subject of the picture: things by their types, old names by what they lead to."""
    kinds = store.match(None, iri("rdf:type"), None, PICTURE)
    others = (store.match(None, iri(p), None, PICTURE) for p in ("dcterms:isReplacedBy", "sem:hasSubEvent"))
    found = {q.subject.value for q in kinds if isinstance(q.subject, NamedNode)}
    return found.union(*({q.subject.value for q in o if isinstance(q.subject, NamedNode)} for o in others))


def selected_quads(store: Store, selection: Selection) -> Iterator[Quad]:
    """The quads of the picture that filters leave."""
    for subject in sorted(selection.subjects):
        for quad in store.match(NamedNode(subject), None, None, PICTURE):
            if not dangling(quad, selection.subjects):
                yield quad


def graphs_of(store: Store, selection: Selection | None) -> Iterator[NamedNode]:
    """The names of the graphs to export: claims and judgements, or what filters leave of the claims."""
    if selection is not None:
        yield from (NamedNode(graph) for graph in sorted(selection.graphs))
    else:
        yield from (graph for graph in store.graphs() if graph != HOUSEKEEPING)


def picture_chunks(store: Store, selection: Selection | None) -> Iterator[Iterable[Quad]]:
    """The picture some subjects at a time, or what filters leave; whole where that would be slow."""
    if selection is not None:
        yield selected_quads(store, selection)
        return
    if not isinstance(store, EmbeddedStore):
        yield store.match(None, None, None, PICTURE)
        return
    subjects = iter(sorted(picture_subjects(store)))
    while chunk := list(islice(subjects, CHUNK)):
        yield [quad for s in chunk for quad in store.match(NamedNode(s), None, None, PICTURE)]


EVENT_LINKS = {iri("kg:partOf"), iri("sem:hasSubEvent"), iri("dcterms:isReplacedBy")}


def dangling(quad: Quad, kept: frozenset[str]) -> bool:
    """Whether a fact leads to an event that the filters leave out."""
    return (
        quad.predicate in EVENT_LINKS and isinstance(quad.object, NamedNode) and quad.object.value not in kept
    )
