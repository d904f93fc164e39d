"""Claims as quads: what one article says, in one named graph that its content names.

`claim_quads` writes the graph and `read_claims` reads it back. What a graph cannot keep is the order of
things that have none (the other forms of a name, the quotes after the first one); `canonical` sorts
those, and for every claims `c`, reading back what was written gives `canonical(c)` without its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from kg.model import (
    Article,
    ArticleClaims,
    DateClaim,
    EventClaim,
    OfficialClaim,
    ParticipationClaim,
    PlaceClaim,
    Quote,
    StoredArticle,
)
from kg.store.periods import bounds
from kg.store.terms import clean, datatype, iri, node, party, quad, slug

if TYPE_CHECKING:
    from kg.store.base import Store


def canonical(claims: ArticleClaims) -> ArticleClaims:
    """The claims with everything that has no order of its own sorted, repeats left out.

    Two claims that say the same are then equal; resolving either gives the same picture.
    """
    return replace(
        claims,
        officials=tuple(sorted(map(canonical_official, claims.officials), key=lambda o: o.local)),
        events=tuple(sorted(map(canonical_event, claims.events), key=lambda e: e.local)),
        notes=tuple(sorted(set(map(clean, claims.notes)))),
    )


def canonical_official(official: OfficialClaim) -> OfficialClaim:
    return replace(
        official,
        name=clean(official.name),
        aliases=tuple(sorted(set(map(clean, official.aliases)))),
        quotes=main_first(official.quotes),
    )


def canonical_event(event: EventClaim) -> EventClaim:
    return replace(event, quotes=main_first(event.quotes), countries=tuple(sorted(set(event.countries))))


def main_first(quotes: Iterable[Quote]) -> tuple[Quote, ...]:
    """The first quote, which is the main one, then the others in the order of the text."""
    main, *others = quotes
    return (main, *sorted(set(others) - {main}))


def stored_article(article: Article) -> StoredArticle:
    """The article as a store gives it back: without its words and where it was read from."""
    return StoredArticle(
        id=article.id,
        text="",
        title=article.title,
        published=article.published,
        publisher=article.publisher,
        url=article.url,
        language=article.language,
        story=article.story,
        digest=article.sha256,
        address=article.key,
    )


def article_node(key: str) -> NamedNode:
    """The node of an article, which is also the name of its claim graph.

    >>> article_node("0123456789abcdef").value
    'https://kg.example/article/0123456789abcdef'
    """
    return node("article", key)


def claim_quads(claims: ArticleClaims) -> Iterator[Quad]:
    """The claim graph of one article: the same claims give the same quads, in the same order."""
    seen: set[Quad] = set()
    for each in _Writer(claims).all():
        if each not in seen:
            seen.add(each)
            yield each


class _Writer:
    """Writes one article's graph."""

    def __init__(self, claims: ArticleClaims) -> None:
        self.claims = canonical(claims)
        self.key = claims.article.key
        self.graph = article_node(self.key)
        self.run = node("article", self.key, "run")
        self.places: dict[PlaceClaim, int] = {}

    def all(self) -> Iterator[Quad]:
        yield from self.article()
        for official in self.claims.officials:
            yield from self.official(official)
        for event in self.claims.events:
            yield from self.event(event)

    def one(self, subject: NamedNode, predicate: str, value: object) -> Iterator[Quad]:
        """The quad, or nothing where the value is None."""
        if value is not None:
            yield quad(subject, predicate, value, self.graph)  # type: ignore[arg-type]

    def article(self) -> Iterator[Quad]:
        article, one = self.claims.article, self.one
        yield from one(self.graph, "rdf:type", iri("schema:NewsArticle"))
        yield from one(self.graph, "kg:articleId", article.id)
        yield from one(self.graph, "kg:sha256", article.sha256)
        yield from one(self.graph, "kg:story", article.story)
        yield from one(self.graph, "schema:headline", article.title)
        yield from one(self.graph, "schema:datePublished", article.published)
        yield from one(self.graph, "schema:inLanguage", article.language)
        if article.url is not None:
            from pyoxigraph import Literal

            yield from one(self.graph, "schema:url", Literal(clean(article.url), datatype=datatype("anyURI")))
        if article.publisher is not None:
            publisher = node("publisher", slug(article.publisher))
            yield from one(self.graph, "schema:publisher", publisher)
            yield from one(publisher, "rdf:type", iri("schema:Organization"))
            yield from one(publisher, "schema:name", article.publisher)
        yield from one(self.graph, "prov:wasGeneratedBy", self.run)
        yield from one(self.run, "rdf:type", iri("prov:Activity"))
        yield from one(self.run, "kg:extractor", self.claims.extractor)
        for note in self.claims.notes:
            yield from one(self.run, "kg:note", note)

    def official(self, official: OfficialClaim) -> Iterator[Quad]:
        here, one = node("article", self.key, "official", official.local), self.one
        yield from one(here, "rdf:type", iri("kg:OfficialClaim"))
        yield from one(here, "schema:name", official.name)
        for alias in official.aliases:
            yield from one(here, "schema:alternateName", alias)
        yield from one(here, "kg:role", official.role)
        yield from one(here, "kg:office", official.office)
        yield from one(here, "kg:party", official.country and party(official.country))
        yield from one(here, "kg:former", official.former)
        yield from self.quotes(here, official.quotes)

    def event(self, event: EventClaim) -> Iterator[Quad]:
        here, one = node("article", self.key, "event", event.local), self.one
        yield from one(here, "rdf:type", iri("kg:EventClaim"))
        yield from one(here, "kg:kind", iri("kg:" + event.kind.capitalize()))
        yield from one(here, "kg:status", iri("kg:" + event.status))
        yield from one(here, "kg:mode", iri("kg:" + event.mode))
        for country in event.countries:
            yield from one(here, "kg:party", party(country))
        if event.place is not None:
            yield from self.place(here, event.place)
        if event.when is not None:
            yield from self.when(here, event.when)
        yield from one(here, "kg:topic", event.topic)
        if event.topic_quote is not None:
            yield from self.quote(here, "kg:topicEvidence", event.topic_quote)
        yield from one(here, "kg:confidence", float(event.confidence))
        if event.part_of is not None:
            yield from one(here, "kg:partOf", node("article", self.key, "event", event.part_of))
        yield from one(here, "kg:gathering", event.gathering)
        yield from self.quotes(here, event.quotes)
        for number, participation in enumerate(event.participations, 1):
            yield from self.participation(here, number, participation)

    def participation(self, event: NamedNode, number: int, part: ParticipationClaim) -> Iterator[Quad]:
        here, one = NamedNode(f"{event.value}/participation/{number}"), self.one
        yield from one(event, "kg:participation", here)
        yield from one(here, "rdf:type", iri("kg:ParticipationClaim"))
        if part.official is not None:
            yield from one(here, "kg:official", node("article", self.key, "official", part.official))
        yield from one(here, "kg:party", part.country and party(part.country))
        yield from one(here, "kg:capacity", iri("kg:" + part.capacity))
        yield from self.quote(here, "kg:evidence", part.quote)

    def place(self, event: NamedNode, place: PlaceClaim) -> Iterator[Quad]:
        number = self.places.setdefault(place, len(self.places) + 1)
        here, one = node("article", self.key, "place", number), self.one
        yield from one(event, "kg:statedPlace", here)
        yield from one(here, "rdf:type", iri("kg:PlaceClaim"))
        yield from one(here, "schema:name", place.name)
        yield from one(here, "kg:inState", place.country and party(place.country))
        yield from one(here, "geo:lat", place.latitude if place.latitude is None else float(place.latitude))
        yield from one(
            here, "geo:long", place.longitude if place.longitude is None else float(place.longitude)
        )
        yield from one(here, "kg:geonames", place.geonames)
        yield from self.quote(here, "kg:evidence", place.quote)

    def when(self, event: NamedNode, when: DateClaim) -> Iterator[Quad]:
        yield from self.one(event, "kg:edtf", when.edtf)
        yield from self.one(event, "kg:dateBasis", when.basis)
        if span := bounds(when.edtf):
            yield from self.one(event, "kg:begin", span[0])
            yield from self.one(event, "kg:end", span[1])
        if when.quote is not None:
            yield from self.quote(event, "kg:dateEvidence", when.quote)
            yield from self.one(event, "kg:dateQuote", when.quote.exact)

    def quotes(self, claim: NamedNode, quotes: tuple[Quote, ...]) -> Iterator[Quad]:
        yield from self.one(claim, "kg:mainEvidence", quote_node(self.key, quotes[0]))
        for each in quotes:
            yield from self.quote(claim, "kg:evidence", each)

    def quote(self, claim: NamedNode, predicate: str, quote: Quote) -> Iterator[Quad]:
        here, one = quote_node(self.key, quote), self.one
        selector = NamedNode(here.value + "/selector")
        yield from one(claim, predicate, here)
        yield from one(here, "rdf:type", iri("oa:SpecificResource"))
        yield from one(here, "oa:hasSource", self.graph)
        yield from one(here, "oa:hasSelector", selector)
        yield from one(selector, "rdf:type", iri("oa:TextQuoteSelector"))
        yield from one(selector, "rdf:type", iri("oa:TextPositionSelector"))
        yield from one(selector, "oa:exact", quote.exact)
        yield from one(selector, "oa:start", quote.start)
        yield from one(selector, "oa:end", quote.end)


def quote_node(key: str, quote: Quote) -> NamedNode:
    """The node of a quote, named by its place in the text."""
    return node("article", key, "quote", f"{quote.start}-{quote.end}")


def read_claims(store: Store, key: str) -> ArticleClaims:
    """The claims of one article, read back. Raises NotFound for a key that the store does not have."""
    from kg.store.reading import claims_of

    return claims_of(key, store.match(None, None, None, article_node(key)))


def article_keys(store: Store) -> list[str]:
    """The keys of all articles in a store, sorted."""
    found = store.match(None, iri("rdf:type"), iri("schema:NewsArticle"))
    return sorted(q.subject.value.rpartition("/")[2] for q in found if isinstance(q.subject, NamedNode))


def iter_claims(store: Store) -> Iterator[ArticleClaims]:
    """The claims of every article, in the order of their keys, one at a time in memory."""
    for key in article_keys(store):
        yield read_claims(store, key)
