"""The records that travel between the steps: read → extract → resolve → store.

Everything here is frozen, so that a record can be shared, hashed and compared. Claims are what *one*
article says; the picture is what follows from all claims (and the user's judgements) together.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Kind = Literal["meeting", "call", "visit", "agreement"]
Status = Literal["held", "ongoing", "planned", "proposed", "postponed", "cancelled", "denied"]
Mode = Literal["in-person", "phone", "video", "multilateral", "third-party"]
Capacity = Literal["participant", "visitor", "host", "signatory", "mediator"]

KINDS: tuple[Kind, ...] = ("meeting", "call", "visit", "agreement")
STATUSES: tuple[Status, ...] = (
    "held", "ongoing", "planned", "proposed", "postponed", "cancelled", "denied",
)  # fmt: skip


# ------------------------------------------------------------------ read → extract


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read.

    `text` holds everything that can be quoted (headline first, then captions and body, boilerplate
    left out or kept: offsets count characters of exactly this string). `id` is the short name that
    people use (the file's stem); `key` is the content address that IRIs use.

    >>> a = Article(id="a", text="Ann met Bob.", published=date(2026, 1, 28))
    >>> len(a.key), a.sha256[:8]
    (16, 'e0084273')
    """

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    source: str | None = None  # where it was read from: a path or address; no part of its identity
    story: str | None = None  # print of its words, near that of its copies (kg.read.story); no part either

    @property
    def sha256(self) -> str:
        """SHA-256 of the text's UTF-8 bytes, 64 hexadecimal digits."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def key(self) -> str:
        """16 hexadecimal digits that name the article: text, title, date, publisher and address."""
        published = self.published.isoformat() if self.published else None
        whole = [self.text, self.title, published, self.publisher, self.url]
        return hashlib.sha256(json.dumps(whole, ensure_ascii=False).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class StoredArticle(Article):
    """An article as a store gives it back: everything but the words, which a store does not keep.

    `text` is empty; `digest` and `address` are the `sha256` and `key` that the article was read with.

    >>> a = StoredArticle(id="a", text="", digest="e0084273", address="0123456789abcdef")
    >>> a.sha256, a.key
    ('e0084273', '0123456789abcdef')
    """

    digest: str = ""
    address: str = ""

    @property
    def sha256(self) -> str:
        """SHA-256 of the text that was read, 64 hexadecimal digits."""
        return self.digest

    @property
    def key(self) -> str:
        """16 hexadecimal digits that name the article."""
        return self.address


# ------------------------------------------------------------------ extract → resolve: claims


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of an article: `article.text[start:end] == exact`, always."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class PlaceClaim:
    """A place as the article names it. `country` is an ISO 3166-1 alpha-2 code (XK Kosovo)."""

    name: str
    country: str | None
    quote: Quote
    latitude: float | None = None  # degrees, WGS84
    longitude: float | None = None
    geonames: int | None = None  # GeoNames id


@dataclass(frozen=True, slots=True)
class DateClaim:
    """When, as the article tells it: an EDTF literal, the phrase it came from, and its basis.

    `edtf` is a day `2026-01-30`, month `2025-11`, year `2024` or interval `2026-01-29/2026-01-31`.
    `basis` says how the phrase was worked out: "stated" (complete in the text), "relative" (from the
    publication date), "inherited" (from another date in the article).
    """

    edtf: str
    basis: Literal["stated", "relative", "inherited"]
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class OfficialClaim:
    """A person who, as this article tells it, represents a state or an inter-governmental body.

    `local` numbers the officials of an article from 1 in the order of first mention. `country` is an
    ISO code or a body's short code (EU, UN, NATO, …). `office` is the canonical office of `role`
    ("foreign-minister") or None. `quotes` show the name, and the role and state where stated.
    """

    local: int
    name: str
    role: str | None
    country: str | None
    quotes: tuple[Quote, ...]
    office: str | None = None
    former: bool = False
    aliases: tuple[str, ...] = ()  # other forms of the name in this article ("Ahn")


@dataclass(frozen=True, slots=True)
class ParticipationClaim:
    """One party's part in an event: an official (`official` is its `local` number) or, with None,
    unnamed representatives; on behalf of `country`."""

    official: int | None
    country: str | None
    capacity: Capacity
    quote: Quote


@dataclass(frozen=True, slots=True)
class EventClaim:
    """One event as the article tells it; `quotes[0]` is the main evidence, never empty."""

    local: int
    kind: Kind
    status: Status
    participations: tuple[ParticipationClaim, ...]
    countries: tuple[str, ...]  # sorted; every state or body represented
    quotes: tuple[Quote, ...]
    place: PlaceClaim | None = None
    when: DateClaim | None = None
    mode: Mode = "in-person"
    topic: str | None = None
    topic_quote: Quote | None = None
    confidence: float = 1.0  # 0 to 1
    part_of: int | None = None  # `local` of the gathering or visit that contains it
    gathering: str | None = None  # name of the conference, where it has one
    rule: str | None = None  # which of the extractor's rules found it


@dataclass(frozen=True, slots=True)
class ArticleClaims:
    """All that one extractor found in one article."""

    article: Article
    officials: tuple[OfficialClaim, ...]
    events: tuple[EventClaim, ...]
    extractor: str  # name and version, "rules/1"
    notes: tuple[str, ...] = ()  # e.g. "no publication date: relative dates stay unknown"


# ------------------------------------------------------------------ resolve → store: the picture

ClaimRef = tuple[str, int]  # (article key, local number): names an OfficialClaim or an EventClaim


@dataclass(frozen=True, slots=True)
class Value:
    """One value that articles state for a property, with who says so."""

    value: str
    claims: tuple[ClaimRef, ...]  # sorted
    articles: int  # distinct texts behind it (copies of one wire story count once)


@dataclass(frozen=True, slots=True)
class Tenure:
    """A post of an official, with the first and last day on which articles attest it."""

    role: str
    office: str | None
    country: str
    attested_from: date | None
    attested_to: date | None
    former: bool
    claims: tuple[ClaimRef, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class Official:
    """One real person in the picture."""

    slug: str  # last part of the IRI: "ahn-gyu-back-kr"
    name: str
    names: tuple[Value, ...]
    country: str | None  # the state most often represented
    tenures: tuple[Tenure, ...]
    claims: tuple[ClaimRef, ...]
    articles: int
    formerly: tuple[str, ...] = ()  # slugs that lead here now


@dataclass(frozen=True, slots=True)
class Participation:
    """An official's or a state's part in an event of the picture."""

    official: str | None  # slug
    country: str | None
    capacity: Capacity
    role: str | None  # post held at that time
    claims: tuple[ClaimRef, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class Event:
    """One real event in the picture, with every value that its articles state."""

    slug: str
    kind: Kind
    label: str
    status: Status
    mode: Mode
    countries: tuple[str, ...]
    participations: tuple[Participation, ...]
    edtf: str | None
    place: PlaceClaim | None
    topic: str | None
    confidence: float
    dates: tuple[Value, ...]
    places: tuple[Value, ...]
    statuses: tuple[Value, ...]  # in the order of their life, by publication date
    disagrees_on: tuple[Literal["date", "place", "participants", "status"], ...]
    claims: tuple[ClaimRef, ...]
    articles: int
    part_of: tuple[str, ...] = ()  # slugs of gatherings or visits
    gathering: str | None = None
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A user's word that two claims are, or are not, the same official or event."""

    verdict: Literal["same", "different"]
    of: Literal["official", "event"]
    left: ClaimRef
    right: ClaimRef
    note: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """What follows from a set of claims and judgements; a pure function of both."""

    officials: tuple[Official, ...] = field(default=())
    events: tuple[Event, ...] = field(default=())
