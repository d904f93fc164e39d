"""GraphML: officials, parties, places and events as nodes, what joins them as edges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from kg.export.filters import Selection
from kg.export.things import Thing, thing, things, word
from kg.store import Store

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
NODE_KEYS: dict[str, str] = {
    "label": "string", "type": "string", "kind": "string", "status": "string", "mode": "string",
    "date": "string", "begin": "string", "end": "string", "topic": "string", "code": "string",
    "articles": "int", "confidence": "double", "latitude": "double", "longitude": "double",
}  # fmt: skip
EDGE_KEYS: dict[str, str] = {
    "relation": "string", "capacity": "string", "on_behalf_of": "string", "role": "string", "support": "int",
}  # fmt: skip
CLASSES = (("kg:Official", "official"), ("kg:State", "state"), ("kg:Body", "body"), ("kg:Place", "place"))
NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(store: Store, selection: Selection | None) -> Iterator[bytes]:
    """The picture as GraphML: nodes first, then edges, each sorted by IRI."""
    yield HEAD.encode()
    for scope, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
        for name, kind in keys.items():
            line = f'  <key id="{name}" for="{scope}" attr.name="{name}" attr.type="{kind}"/>\n'
            yield line.encode()
    yield b'  <graph id="picture" edgedefault="directed">\n'
    for kind, name in CLASSES:
        for each in things(store, kind, selection):
            yield node(each, name)
    for each in things(store, "kg:Event", selection):
        yield node(each, "event")
    for each in things(store, "kg:Official", selection):
        yield from links(each, (("kg:party", "party"),))
    for each in things(store, "kg:Place", selection):
        yield from links(each, (("kg:inState", "in state"),))
    for each in things(store, "kg:Event", selection):
        yield from event_edges(store, each, selection)
    yield b"  </graph>\n</graphml>\n"


def node(each: Thing, kind: str) -> bytes:
    """One node with its data."""
    values = {
        "label": each.get("rdfs:label"),
        "type": kind,
        "kind": word(each.get("kg:kind")).lower(),
        "status": word(each.get("kg:status")),
        "mode": word(each.get("kg:mode")),
        "date": each.get("kg:edtf"),
        "begin": each.get("kg:begin"),
        "end": each.get("kg:end"),
        "topic": each.get("kg:topic"),
        "code": each.get("kg:code"),
        "articles": each.get("kg:articles"),
        "confidence": each.get("kg:confidence"),
        "latitude": each.get("geo:lat"),
        "longitude": each.get("geo:long"),
    }
    return f"    <node id={attribute(each.iri)}>{data(values)}</node>\n".encode()


def event_edges(store: Store, event: Thing, selection: Selection | None) -> Iterator[bytes]:
    """From those who took part to the event, and from the event to its place and the whole it is part of."""
    for iri in event.all("kg:participation"):
        part = thing(store, iri)
        values = {
            "relation": "takes part",
            "capacity": word(part.get("kg:capacity")),
            "on_behalf_of": word(part.get("kg:onBehalfOf")),
            "role": part.get("kg:role"),
            "support": part.get("kg:articles"),
        }
        who = part.get("kg:official") or part.get("kg:onBehalfOf")
        if who:
            yield edge(who, event.iri, values)
    for party in event.all("kg:party"):
        yield edge(party, event.iri, {"relation": "represented"})
    yield from links(event, (("sem:hasPlace", "in"),))
    for whole in event.all("kg:partOf"):
        if selection is None or whole in selection.subjects:
            yield edge(event.iri, whole, {"relation": "part of"})


def links(each: Thing, predicates: tuple[tuple[str, str], ...]) -> Iterator[bytes]:
    """Plain edges from a node."""
    for predicate, relation in predicates:
        for target in each.all(predicate):
            yield edge(each.iri, target, {"relation": relation})


def edge(source: str, target: str, values: dict[str, str]) -> bytes:
    """One edge with its data."""
    return f"    <edge source={attribute(source)} target={attribute(target)}>{data(values)}</edge>\n".encode()


def data(values: dict[str, str]) -> str:
    return "".join(
        f'<data key="{key}">{escape(clean(value))}</data>' for key, value in values.items() if value
    )


def attribute(value: str) -> str:
    return quoteattr(clean(value))


def clean(text: str) -> str:
    """Text without the characters that XML cannot hold.

    >>> clean("a" + chr(0) + "b")
    'ab'
    """
    return NOT_XML.sub("", text)
