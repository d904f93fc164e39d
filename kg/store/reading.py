"""Claim graphs read back into records: the inverse of `kg.store.claims.claim_quads`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any, cast

from pyoxigraph import NamedNode, Quad

from kg.errors import NotFound
from kg.model import (
    ArticleClaims,
    DateClaim,
    EventClaim,
    OfficialClaim,
    ParticipationClaim,
    PlaceClaim,
    Quote,
    StoredArticle,
)
from kg.store.terms import node, path_of
from kg.vocab import PREFIXES

SHORT = sorted(((iri, prefix) for prefix, iri in PREFIXES.items()), key=lambda pair: -len(pair[0]))


def claims_of(key: str, quads: Iterable[Quad]) -> ArticleClaims:
    """The claims that the quads of one article's graph hold. Raises NotFound when there are none."""
    graph = Graph(quads)
    here = node("article", key).value
    if not graph.all(here, "kg:sha256"):
        raise NotFound(f"the store holds no article {key}; `kg stats` says how many it holds")
    return ArticleClaims(
        article=article_of(graph, key, here),
        officials=tuple(sorted((official_of(graph, s) for s in graph.of("kg:OfficialClaim")), key=by_local)),
        events=tuple(sorted((event_of(graph, s) for s in graph.of("kg:EventClaim")), key=by_local)),
        extractor=graph.text(here + "/run", "kg:extractor"),
        notes=tuple(sorted(graph.all(here + "/run", "kg:note"))),
    )


class Graph:
    """One article's quads, by subject and predicate, as plain texts."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.values: dict[str, dict[str, list[str]]] = {}
        for quad in quads:
            predicates = self.values.setdefault(cast(NamedNode, quad.subject).value, {})
            value = cast(NamedNode, quad.object).value
            predicates.setdefault(shorten(quad.predicate.value), []).append(value)

    def all(self, subject: str, predicate: str) -> list[str]:
        """Every value of a property."""
        return self.values.get(subject, {}).get(predicate, [])

    def get(self, subject: str, predicate: str) -> str | None:
        """The value of a property, None where there is none."""
        found = self.all(subject, predicate)
        return found[0] if found else None

    def text(self, subject: str, predicate: str) -> str:
        """The value of a property that must be there. Raises NotFound where it is not."""
        found = self.get(subject, predicate)
        if found is None:
            raise NotFound(
                f"{subject} has no {predicate}; its claim graph is not whole: add the article again"
            )
        return found

    def of(self, kind: str) -> list[str]:
        """The subjects of a class."""
        expanded = PREFIXES["kg"] + kind.removeprefix("kg:")
        return [s for s, predicates in self.values.items() if expanded in predicates.get("rdf:type", ())]

    def quote(self, iri: str) -> Quote:
        """The quote behind its node."""
        selector = iri + "/selector"
        start, end = int(self.text(selector, "oa:start")), int(self.text(selector, "oa:end"))
        return Quote(start, end, self.text(selector, "oa:exact"))

    def quotes(self, claim: str) -> tuple[Quote, ...]:
        """The quotes of a claim, the main one first, the others in the order of the text."""
        main = self.quote(self.text(claim, "kg:mainEvidence"))
        return (main, *sorted({self.quote(q) for q in self.all(claim, "kg:evidence")} - {main}))


@lru_cache(maxsize=1024)
def shorten(predicate: str) -> str:
    """A predicate as a prefixed name."""
    for iri, prefix in SHORT:
        if predicate.startswith(iri):
            return f"{prefix}:{predicate[len(iri) :]}"
    return predicate


def by_local(claim: OfficialClaim | EventClaim) -> int:
    return claim.local


def last(iri: str | None) -> str | None:
    """The last part of an IRI: a code, a word of ours or a number."""
    if iri is None:
        return None
    from urllib.parse import unquote

    return unquote(iri.rpartition("/")[2].rpartition("#")[2])


def local(iri: str) -> int:
    """The number of an official or an event in its article."""
    return int(path_of(NamedNode(iri))[3])


def article_of(graph: Graph, key: str, here: str) -> StoredArticle:
    published, publisher = graph.get(here, "schema:datePublished"), graph.get(here, "schema:publisher")
    return StoredArticle(
        id=graph.text(here, "kg:articleId"),
        text="",
        title=graph.get(here, "schema:headline"),
        published=date.fromisoformat(published) if published else None,
        publisher=graph.get(publisher, "schema:name") if publisher else None,
        url=graph.get(here, "schema:url"),
        language=graph.get(here, "schema:inLanguage"),
        story=graph.get(here, "kg:story"),
        digest=graph.text(here, "kg:sha256"),
        address=key,
    )


def official_of(graph: Graph, here: str) -> OfficialClaim:
    return OfficialClaim(
        local=local(here),
        name=graph.text(here, "schema:name"),
        role=graph.get(here, "kg:role"),
        country=last(graph.get(here, "kg:party")),
        quotes=graph.quotes(here),
        office=graph.get(here, "kg:office"),
        former=graph.get(here, "kg:former") in {"true", "1"},  # Virtuoso keeps truth values as numbers
        aliases=tuple(sorted(graph.all(here, "schema:alternateName"))),
    )


def event_of(graph: Graph, here: str) -> EventClaim:
    place, part_of = graph.get(here, "kg:statedPlace"), graph.get(here, "kg:partOf")
    topic_quote = graph.get(here, "kg:topicEvidence")
    word: dict[str, Any] = {name: last(graph.text(here, f"kg:{name}")) for name in ("kind", "status", "mode")}
    parts = sorted(graph.all(here, "kg:participation"), key=lambda iri: int(iri.rpartition("/")[2]))
    return EventClaim(
        local=local(here),
        kind=word["kind"].lower(),
        status=word["status"],
        mode=word["mode"],
        participations=tuple(participation_of(graph, part) for part in parts),
        countries=tuple(sorted(str(last(country)) for country in graph.all(here, "kg:party"))),
        quotes=graph.quotes(here),
        place=place_of(graph, place) if place else None,
        when=when_of(graph, here),
        topic=graph.get(here, "kg:topic"),
        topic_quote=graph.quote(topic_quote) if topic_quote else None,
        confidence=float(graph.text(here, "kg:confidence")),
        part_of=local(part_of) if part_of else None,
        gathering=graph.get(here, "kg:gathering"),
    )


def participation_of(graph: Graph, here: str) -> ParticipationClaim:
    official = graph.get(here, "kg:official")
    capacity: Any = last(graph.text(here, "kg:capacity"))
    return ParticipationClaim(
        official=local(official) if official else None,
        country=last(graph.get(here, "kg:party")),
        capacity=capacity,
        quote=graph.quote(graph.text(here, "kg:evidence")),
    )


def place_of(graph: Graph, here: str) -> PlaceClaim:
    latitude, longitude = graph.get(here, "geo:lat"), graph.get(here, "geo:long")
    geonames = graph.get(here, "kg:geonames")
    return PlaceClaim(
        name=graph.text(here, "schema:name"),
        country=last(graph.get(here, "kg:inState")),
        quote=graph.quote(graph.text(here, "kg:evidence")),
        latitude=float(latitude) if latitude is not None else None,
        longitude=float(longitude) if longitude is not None else None,
        geonames=int(geonames) if geonames is not None else None,
    )


def when_of(graph: Graph, here: str) -> DateClaim | None:
    edtf, quote = graph.get(here, "kg:edtf"), graph.get(here, "kg:dateEvidence")
    if edtf is None:
        return None
    basis: Any = graph.text(here, "kg:dateBasis")
    return DateClaim(edtf=edtf, basis=basis, quote=graph.quote(quote) if quote else None)
