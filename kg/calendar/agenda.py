"""The dated events of a store with who, where and which articles, in the order of time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kg.query.periods import period as days_of
from kg.query.run import Queryable, select

DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")  # EDTF of a day, or of days


@dataclass(frozen=True, slots=True)
class Source:
    """An article behind an event: its headline or id, publisher and address, and when it was published."""

    title: str
    publisher: str
    url: str
    published: str  # ISO day, "" unknown


@dataclass(frozen=True, slots=True)
class Entry:
    """One event: `begin` and `end` are its first and last possible day, `exact` whether they are its days."""

    iri: str
    slug: str
    kind: str
    status: str
    mode: str
    label: str
    edtf: str
    begin: date
    end: date
    place: str
    latitude: str
    longitude: str
    topic: str
    who: tuple[str, ...]  # "Ahn Gyu-back (South Korea)", "Kenya" where nobody is named
    officials: tuple[tuple[str, str], ...]  # name and IRI
    sources: tuple[Source, ...]

    @property
    def exact(self) -> bool:
        """Whether the day or days are known, not only the month or year."""
        return DAYS.fullmatch(self.edtf) is not None


def entries(store: Queryable, *, period: str | None = None) -> list[Entry]:
    """Every dated event of a period (a day, month, year or span; None: all), by day and name.

    Raises UsageError for what is no period.
    """
    since, until = days_of(period) if period else (date.min, date.max)
    who, officials, sources = participants(store), persons(store), articles(store)
    found = []
    for row in select(
        store,
        """SELECT ?e ?kind ?status ?mode ?label ?edtf ?begin ?end (SAMPLE(?p) AS ?place) (SAMPLE(?la) AS ?lat)
        (SAMPLE(?lo) AS ?long) (SAMPLE(?t) AS ?topic) WHERE {
          ?e a kg:Event ; kg:kind ?kind ; kg:status ?status ; rdfs:label ?label ; kg:edtf ?edtf ; kg:begin ?begin ; kg:end ?end
          OPTIONAL { ?e kg:mode ?mode } OPTIONAL { ?e kg:topic ?t }
          OPTIONAL { ?e sem:hasPlace ?w . ?w rdfs:label ?p OPTIONAL { ?w geo:lat ?la ; geo:long ?lo } }
        } GROUP BY ?e ?kind ?status ?mode ?label ?edtf ?begin ?end""",
    ):
        iri, kind, status, mode, label, edtf, begin, end, place, lat, long, topic = row
        first, last = date.fromisoformat(begin), date.fromisoformat(end)
        if first > until or last < since:
            continue
        found.append(
            Entry(
                iri,
                iri.rpartition("/")[2],
                word(kind).lower(),
                word(status),
                word(mode),
                label,
                edtf,
                first,
                last,
                place,
                lat,
                long,
                topic,
                who.get(iri, ()),
                officials.get(iri, ()),
                sources.get(iri, ()),
            )
        )
    return sorted(found, key=lambda e: (e.begin, e.end, e.label, e.iri))


def word(iri: str) -> str:
    """The last part of an IRI."""
    return re.split(r"[/#]", iri)[-1]


def participants(store: Queryable) -> dict[str, tuple[str, ...]]:
    """For each event who took part: officials with whom they represent, and parties of whom nobody is named."""
    rows = select(
        store,
        """SELECT DISTINCT ?e ?name ?for WHERE { ?e a kg:Event ; kg:participation ?p
        OPTIONAL { ?p kg:official/rdfs:label ?name } OPTIONAL { ?p kg:onBehalfOf/rdfs:label ?for } }""",
    )
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for event, name, party in rows:
        found[event].add((party, name))
    return {event: tuple(said(pairs)) for event, pairs in found.items()}


def said(pairs: set[tuple[str, str]]) -> Iterator[str]:
    named = {party for party, name in pairs if name}
    for party, name in sorted(pairs):
        if name:
            yield f"{name} ({party})" if party else name
        elif party and party not in named:
            yield party


def persons(store: Queryable) -> dict[str, tuple[tuple[str, str], ...]]:
    """For each event its officials: name and IRI."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for event, name, official in select(
        store, "SELECT ?e ?name ?o WHERE { ?e a kg:Event ; sem:hasActor ?o . ?o rdfs:label ?name }"
    ):
        found[event].add((name, official))
    return {event: tuple(sorted(each)) for event, each in found.items()}


def articles(store: Queryable) -> dict[str, tuple[Source, ...]]:
    """For each event the articles that tell of it."""
    told: dict[str, tuple[str, ...]] = {
        article: (title or name, publisher, url, published)
        for article, name, title, publisher, url, published in select(
            store,
            """SELECT ?a ?id ?title ?publisher ?url ?published WHERE { GRAPH ?a { ?a a schema:NewsArticle ; kg:articleId ?id
            OPTIONAL { ?a schema:headline ?title } OPTIONAL { ?a schema:publisher/schema:name ?publisher }
            OPTIONAL { ?a schema:url ?url } OPTIONAL { ?a schema:datePublished ?published } } }""",
        )
    }
    found: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for event, claim in select(store, "SELECT ?e ?c WHERE { ?e a kg:Event ; kg:claim ?c }"):
        article = claim.rpartition("/event/")[0]
        if article in told:
            found[event].add(told[article])
    order = {e: sorted(each, key=lambda s: (s[3], *s)) for e, each in found.items()}
    return {event: tuple(Source(*each) for each in rows) for event, rows in order.items()}


def timeline(store: Queryable, *, period: str | None = None) -> list[tuple[str, str, str, str, str]]:
    """Rows for the terminal: when, kind, status, who, where; in the order of time."""
    return [
        (when(e), e.kind, e.status, ", ".join(e.who) or e.label, e.place)
        for e in entries(store, period=period)
    ]


def when(entry: Entry) -> str:
    """The days of an event, short.

    >>> import types
    >>> when(types.SimpleNamespace(edtf="2026-01-29/2026-01-31"))  # type: ignore[arg-type]
    '2026-01-29 – 31'
    """
    first, _, last = entry.edtf.partition("/")
    if not last:
        return first
    return f"{first} – {last[8:] if first[:8] == last[:8] and len(last) == 10 else last}"


def day_after(day: date) -> date:
    """The next day; the last day that there is stays itself."""
    return day if day == date.max else day + timedelta(days=1)
