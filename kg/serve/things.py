"""A thing's own RDF: what the graph says of it and of its parts."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from kg import vocab
from kg.export.exporting import joined
from kg.export.jsonld import BETWEEN, TAIL, JsonLd
from kg.export.jsonld import head as jsonld_head
from kg.export.lines import Lines
from kg.export.pieces import order
from kg.export.source import Node, in_order
from kg.export.turtle import Turtle
from kg.export.turtle import head as turtle_head
from kg.serve import formats
from kg.serve.frames import Ended, Sender
from kg.store import Store
from kg.store.terms import PICTURE, iri

REPLACED = iri("dcterms:isReplacedBy")


def facts(store: Store, thing: str) -> list[Quad]:
    """The quads of a thing: an article's whole graph, else the thing's and its parts' in the picture.

    Parts are nodes under the thing's own IRI: posts, participations, stated values.
    """
    here = NamedNode(thing)
    if thing.startswith(vocab.PREFIXES["article"]):
        key = thing[len(vocab.PREFIXES["article"]) :].partition("/")[0]
        found = list(store.match(None, None, None, NamedNode(vocab.PREFIXES["article"] + key)))
        return (
            found
            if "/" not in thing[len(vocab.PREFIXES["article"]) :]
            else [q for q in found if of(q, thing)]
        )
    found = list(store.match(here, None, None, PICTURE))
    parts = {
        q.object for q in found if isinstance(q.object, NamedNode) and q.object.value.startswith(thing + "/")
    }
    for part in sorted(parts, key=str):
        found += store.match(part, None, None, PICTURE)
    return found


def of(quad: Quad, thing: str) -> bool:
    """Whether a quad's subject is a thing or a part of it."""
    name = getattr(quad.subject, "value", "")
    return name == thing or name.startswith(thing + "/")


def successor(quads: list[Quad], thing: str) -> str | None:
    """The IRI that replaces a thing; None for one that has facts of its own, or none."""
    for quad in quads:
        if quad.predicate == REPLACED and getattr(quad.subject, "value", "") == thing:
            return getattr(quad.object, "value", None)
    return None


def write(quads: list[Quad], format: str, out: Sender) -> Ended:
    """Quads as triples in a format, sorted: the same facts give the same bytes."""
    nodes = sorted(
        (Node("", node.subject, node.facts) for node in in_order(quads)), key=lambda node: order(node.subject)
    )
    for piece in written(nodes, format):
        out.write(piece)
    return Ended(headers=(("content-type", formats.sent_as(format, formats.PAGES)),))


def written(nodes: list[Node], format: str) -> Iterator[bytes]:
    """The pieces of a document about nodes."""
    if format == "turtle":
        yield turtle_head().encode()
        yield from (Turtle().node(node).encode() for node in nodes)
    elif format == "jsonld":
        yield jsonld_head().encode()
        yield from joined((JsonLd().node(node).encode() for node in nodes), BETWEEN)
        yield TAIL.encode()
    else:
        yield from (Lines().node(node).encode() for node in nodes)
