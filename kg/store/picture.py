"""The picture as quads of the default graph: one function per official and per event, all of them pure.

What officials and events share (places, states, bodies, type codes) are reference nodes: they are in the
picture when something in it uses them, and say nothing that depends on who does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import Literal as OneOf
from typing import TypeVar

from pyoxigraph import NamedNode, Quad

from kg.model import ClaimRef, Event, Official, Participation, Picture, Tenure, Value
from kg.store.codes import cameo_code, plover_code
from kg.store.periods import bounds
from kg.store.references import Reference, code_reference, party_reference, place_node, place_reference
from kg.store.terms import Term, iri, node, party, quad, slug

# Pairs of parties are written down for counting only up to this many parties: a summit of 190 states would
# otherwise put 18,000 pairs into the picture, none of which says that the two met.
PAIRED_PARTIES = 12

T = TypeVar("T")
Triple = tuple[NamedNode, str, Term | str | bool | int | float | date]  # what `quad` makes a quad of
Parts = dict[tuple[str, str], Value | Tenure | Participation]  # by what they are and the last part of the IRI

EVENT_STATUS = {
    "held": "schema:EventScheduled",  # schema.org has no word for an event that took place
    "ongoing": "schema:EventScheduled",
    "planned": "schema:EventScheduled",
    "postponed": "schema:EventPostponed",
    "cancelled": "schema:EventCancelled",
}


def official_node(slug: str) -> NamedNode:
    """The node of an official of the picture.

    >>> official_node("ahn-gyu-back-kr").value
    'https://kg.example/official/ahn-gyu-back-kr'
    """
    return node("official", slug)


def event_node(slug: str) -> NamedNode:
    """The node of an event of the picture."""
    return node("event", slug)


def claim_node(kind: OneOf["official", "event"], claim: ClaimRef) -> NamedNode:
    """The node of a claim in its article's graph.

    >>> claim_node("event", ("0123456789abcdef", 2)).value
    'https://kg.example/article/0123456789abcdef/event/2'
    """
    return node("article", claim[0], kind, claim[1])


def picture_quads(picture: Picture) -> Iterator[Quad]:
    """Every quad of the picture, reference nodes included, none twice."""
    seen: set[Quad] = set()
    for each in _all(picture):
        if each not in seen:
            seen.add(each)
            yield each


def _all(picture: Picture) -> Iterator[Quad]:
    references: set[Reference] = set()
    for official in picture.officials:
        yield from official_quads(official)
        references |= official_references(official)
    for event in picture.events:
        yield from event_quads(event)
        references |= event_references(event)
    for reference in sorted(references, key=lambda r: r.node.value):
        yield from reference.quads()


def official_quads(official: Official) -> Iterator[Quad]:
    """The quads of one official, without the reference nodes."""
    here = official_node(official.slug)
    yield from (quad(*triple) for triple in official_head(official))
    for name, part in official_parts(official).items():
        yield from (quad(*triple) for triple in part_triples(here, name, part, "official"))


def official_parts(official: Official) -> Parts:
    """The names and posts of an official, each with a name that no other of its kind has."""
    return {
        **{("name", local): value for local, value in unique(official.names, value_name)},
        **{("post", local): tenure for local, tenure in unique(official.tenures, tenure_name)},
    }


def part_node(here: NamedNode, name: tuple[str, str]) -> NamedNode:
    """The node of a part of an official or event.

    >>> part_node(event_node("x"), ("date", "2026-01-30")).value
    'https://kg.example/event/x/value/date-2026-01-30'
    """
    kind, local = name
    path = f"{kind}/{local}" if kind in ("post", "participation") else f"value/{kind}-{local}"
    return NamedNode(f"{here.value}/{path}")


def part_triples(
    here: NamedNode,
    name: tuple[str, str],
    part: Value | Tenure | Participation,
    kind: OneOf["official", "event"],
) -> Iterator[Triple]:
    """The triples of a part of an official or event."""
    if isinstance(part, Tenure):
        return tenure_triples(here, name[1], part)
    if isinstance(part, Participation):
        return participation_triples(here, name[1], part)
    return value_triples(here, name, part, kind)


def official_head(official: Official) -> Iterator[Triple]:
    """The triples of an official without its parts."""
    here = official_node(official.slug)
    yield (here, "rdf:type", iri("kg:Official"))
    yield (here, "rdf:type", iri("schema:Person"))
    yield (here, "rdfs:label", official.name)
    yield (here, "schema:name", official.name)
    if official.country:
        yield (here, "kg:party", party(official.country))
    yield (here, "kg:articles", official.articles)
    for claim in official.claims:
        yield (here, "kg:claim", claim_node("official", claim))
    for name in official.names:
        if name.value != official.name:
            yield (here, "schema:alternateName", name.value)
    for old in official.formerly:
        yield (official_node(old), "dcterms:isReplacedBy", here)


def tenure_triples(official: NamedNode, local: str, tenure: Tenure) -> Iterator[Triple]:
    here = part_node(official, ("post", local))
    yield (official, "org:hasMembership", here)
    yield (here, "rdf:type", iri("org:Membership"))
    yield (here, "rdf:type", iri("kg:Tenure"))
    yield (here, "org:member", official)
    yield (here, "org:organization", party(tenure.country))
    yield (here, "kg:role", tenure.role)
    if tenure.office:
        yield (here, "kg:office", tenure.office)
    if tenure.attested_from:
        yield (here, "kg:attestedFrom", tenure.attested_from)
    if tenure.attested_to:
        yield (here, "kg:attestedTo", tenure.attested_to)
    yield (here, "kg:former", tenure.former)
    yield (here, "kg:articles", tenure.articles)
    for claim in tenure.claims:
        yield (here, "kg:claim", claim_node("official", claim))


def tenure_name(tenure: Tenure) -> str:
    return slug(f"{tenure.role} {tenure.country}{' former' if tenure.former else ''}")


def event_quads(event: Event) -> Iterator[Quad]:
    """The quads of one event, without the reference nodes."""
    here = event_node(event.slug)
    yield from (quad(*triple) for triple in event_head(event))
    for name, part in event_parts(event).items():
        yield from (quad(*triple) for triple in part_triples(here, name, part, "event"))


def event_parts(event: Event) -> Parts:
    """The participations and stated values of an event, each with a name that no other of its kind has."""
    parts: Parts = {
        ("participation", local): p for local, p in unique(event.participations, participation_name)
    }
    for name, stated in (("date", event.dates), ("place", event.places), ("status", event.statuses)):
        parts |= {(name, local): value for local, value in unique(stated, value_name)}
    return parts


def event_head(event: Event) -> Iterator[Triple]:
    """The triples of an event without its parts."""
    here = event_node(event.slug)
    for kind in ("kg:Event", "kg:" + event.kind.capitalize(), "sem:Event", "schema:Event"):
        yield (here, "rdf:type", iri(kind))
    yield (here, "rdfs:label", event.label)
    yield (here, "kg:kind", iri("kg:" + event.kind.capitalize()))
    yield (here, "kg:status", iri("kg:" + event.status))
    if event.status in EVENT_STATUS:
        yield (here, "schema:eventStatus", iri(EVENT_STATUS[event.status]))
    yield (here, "kg:mode", iri("kg:" + event.mode))
    yield from parties(here, event)
    yield from when_and_where(here, event)
    yield (here, "kg:confidence", float(event.confidence))
    yield (here, "kg:articles", event.articles)
    yield (here, "kg:plover", code_reference("plover", plover_code(event)).node)
    yield (here, "kg:cameo", code_reference("cameo", cameo_code(event)).node)
    for claim in event.claims:
        yield (here, "kg:claim", claim_node("event", claim))
    yield from relations(here, event)


def parties(here: NamedNode, event: Event) -> Iterator[Triple]:
    for country in event.countries:
        yield (here, "kg:party", party(country))
    if len(event.countries) <= PAIRED_PARTIES:
        for first, second in combinations(sorted(set(event.countries)), 2):
            yield (here, "kg:pair", f"{first} {second}")
    for slug_ in sorted({part.official for part in event.participations if part.official}):
        yield (here, "sem:hasActor", official_node(slug_))


def when_and_where(here: NamedNode, event: Event) -> Iterator[Triple]:
    if event.edtf:
        yield (here, "kg:edtf", event.edtf)
    if span := bounds(event.edtf):
        yield (here, "kg:begin", span[0])
        yield (here, "kg:end", span[1])
    if event.place:
        yield (here, "sem:hasPlace", place_node(event.place))
    if event.topic:
        yield (here, "kg:topic", event.topic)
    if event.gathering:
        yield (here, "kg:gathering", event.gathering)


def relations(here: NamedNode, event: Event) -> Iterator[Triple]:
    for name in event.disagrees_on:
        yield (here, "kg:disagreesOn", name)
    for whole in event.part_of:
        yield (here, "kg:partOf", event_node(whole))
        yield (event_node(whole), "sem:hasSubEvent", here)
    for old in event.formerly:
        yield (event_node(old), "dcterms:isReplacedBy", here)


def participation_triples(event: NamedNode, local: str, part: Participation) -> Iterator[Triple]:
    here = part_node(event, ("participation", local))
    yield (event, "kg:participation", here)
    yield (here, "rdf:type", iri("kg:Participation"))
    yield (here, "kg:event", event)
    if part.official:
        yield (here, "kg:official", official_node(part.official))
    if part.country:
        yield (here, "kg:onBehalfOf", party(part.country))
    yield (here, "kg:capacity", iri("kg:" + part.capacity))
    if part.role:
        yield (here, "kg:role", part.role)
    yield (here, "kg:articles", part.articles)
    for claim in part.claims:
        yield (here, "kg:claim", claim_node("event", claim))


def participation_name(part: Participation) -> str:
    capacity = "" if part.capacity == "participant" else part.capacity
    return slug(f"{part.official or 'delegation'} {part.country or ''} {capacity}")


def value_triples(
    here: NamedNode, name: tuple[str, str], value: Value, kind: OneOf["official", "event"]
) -> Iterator[Triple]:
    """The node of a value that articles state, with who states it."""
    at = part_node(here, name)
    yield (here, "kg:statedValue", at)
    yield (at, "rdf:type", iri("kg:StatedValue"))
    yield (at, "kg:property", name[0])
    yield (at, "kg:value", value.value)
    yield (at, "kg:articles", value.articles)
    for claim in value.claims:
        yield (at, "kg:claim", claim_node(kind, claim))


def value_name(value: Value) -> str:
    return slug(value.value)


def unique(things: Iterable[T], name: Callable[[T], str]) -> Iterator[tuple[str, T]]:
    """Things with a name each that no other of them has; later ones of the same name get a number."""
    taken: dict[str, int] = {}
    for thing in things:
        wanted = name(thing)
        taken[wanted] = number = taken.get(wanted, 0) + 1
        yield (wanted if number == 1 else f"{wanted}-{number}"), thing


def official_references(official: Official) -> set[Reference]:
    """The reference nodes that an official uses."""
    codes = {tenure.country for tenure in official.tenures} | {official.country}
    return {party_reference(code) for code in codes if code}


def event_references(event: Event) -> set[Reference]:
    """The reference nodes that an event uses."""
    codes = set(event.countries) | {part.country for part in event.participations}
    found = {party_reference(code) for code in codes if code}
    if event.place:
        found.add(place_reference(event.place))
        if event.place.country:
            found.add(party_reference(event.place.country))
    found.add(code_reference("plover", plover_code(event)))
    found.add(code_reference("cameo", cameo_code(event)))
    return found
