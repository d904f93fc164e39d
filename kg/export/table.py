"""CSV: one row for each part that somebody took in an event."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from kg.export.filters import Selection
from kg.export.things import Thing, thing, things, word
from kg.store import Store

COLUMNS = (
    "event", "label", "kind", "status", "mode", "date", "begin", "end", "place", "place_state", "topic",
    "official", "official_name", "on_behalf_of", "role", "capacity", "articles", "disagrees_on",
)  # fmt: skip


def table(store: Store, selection: Selection | None) -> Iterator[bytes]:
    """The rows, as UTF-8 with a header, by event and participation."""
    yield row(COLUMNS)
    names: dict[str, str] = {}
    for event in things(store, "kg:Event", selection):
        parts = [thing(store, part) for part in event.all("kg:participation")]
        for part in parts or [Thing("", {})]:
            yield row(cells(store, names, event, part))


def cells(store: Store, names: dict[str, str], event: Thing, part: Thing) -> tuple[str, ...]:
    place = thing(store, event.get("sem:hasPlace")) if event.get("sem:hasPlace") else Thing("", {})
    official = part.get("kg:official")
    if official and official not in names:
        names[official] = thing(store, official).get("rdfs:label")
    return (
        word(event.iri),
        event.get("rdfs:label"),
        word(event.get("kg:kind")).lower(),
        word(event.get("kg:status")),
        word(event.get("kg:mode")),
        event.get("kg:edtf"),
        event.get("kg:begin"),
        event.get("kg:end"),
        place.get("rdfs:label"),
        word(place.get("kg:inState")),
        event.get("kg:topic"),
        word(official),
        names.get(official, ""),
        word(part.get("kg:onBehalfOf")),
        part.get("kg:role"),
        word(part.get("kg:capacity")),
        part.get("kg:articles") or event.get("kg:articles"),
        " ".join(event.all("kg:disagreesOn")),
    )


def row(values: tuple[str, ...]) -> bytes:
    """One line of CSV (RFC 4180).

    >>> row(("a", "b,c")).decode().strip()
    'a,"b,c"'
    """
    out = StringIO()
    csv.writer(out).writerow(values)
    return out.getvalue().encode()
