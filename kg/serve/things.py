"""A thing's own RDF: what the graph says of it and of its parts."""

from __future__ import annotations

from typing import IO, cast

from pyoxigraph import NamedNode, Quad

from kg import vocab
from kg.export import Format, export
from kg.serve import formats
from kg.serve.frames import Ended, Sender
from kg.store import Store, open_store
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


def write(quads: list[Quad], format: Format, out: Sender) -> Ended:
    """Quads as triples in a format, as an export of them: the same facts give the same bytes."""
    with open_store() as own:
        own.bulk_load(Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
        export(own, format, cast(IO[bytes], out))
    return Ended(headers=(("content-type", formats.sent_as(format, formats.PAGES)),))
