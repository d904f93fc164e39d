"""From a coded row to an article and its claims: the row written out, every claim with its quote in it."""

from __future__ import annotations

from kg.model import (
    Article,
    ArticleClaims,
    DateClaim,
    EventClaim,
    OfficialClaim,
    ParticipationClaim,
    PlaceClaim,
    Quote,
)
from kg.structured.records import Actor, Coded, Spot


class Lines:
    """A text that grows, and quotes of what was just written."""

    def __init__(self) -> None:
        self.text = ""

    def line(self, name: str, value: str) -> Quote:
        """Write "name: value" on a line of its own; the quote is of the value."""
        value = " ".join(value.split())
        start = len(self.text) + len(name) + 2
        self.text += f"{name}: {value}\n"
        return Quote(start, start + len(value), value)

    def part(self, whole: Quote, words: str) -> Quote:
        """The quote of some words within another one; the whole where they do not stand in it."""
        at = whole.exact.find(words)
        return whole if at < 0 else Quote(whole.start + at, whole.start + at + len(words), words)


def claims_of(row: Coded, extractor: str) -> ArticleClaims:
    """The claims of one row.

    >>> from datetime import date
    >>> row = Coded("7", "List", "visit", "held", "in-person", "visit", date(2025, 3, 11), None,
    ...             (Actor("FI", "Finland", "Aino Salmela", "Foreign Minister", "visitor"), Actor("EE", "Estonia", capacity="host")))
    >>> claims = claims_of(row, "travel/1")
    >>> print(claims.article.text, end="")
    Row: List 7
    Event: visit, held
    Visitor: Aino Salmela, Foreign Minister, Finland
    Host: Estonia
    Date: 2025-03-11
    >>> [claims.article.text[q.start:q.end] == q.exact for e in claims.events for q in e.quotes]
    [True, True, True]
    """
    lines = Lines()
    lines.line("Row", f"{row.table} {row.id}")
    what = lines.line("Event", f"{row.code}, {row.status}")
    officials: list[OfficialClaim] = []
    parts: list[ParticipationClaim] = []
    for actor in row.actors:
        quote = lines.line(actor.capacity.capitalize(), spelled(actor))
        local = None
        if actor.person:
            local = len(officials) + 1
            shown = (lines.part(quote, actor.person), quote)
            officials.append(OfficialClaim(local, actor.person, actor.role, actor.country, shown))
        parts.append(ParticipationClaim(local, actor.country, actor.capacity, quote))
    when = date_of(row, lines)
    place = place_of(row.spot, lines) if row.spot else None
    topic = lines.line("Remarks", row.remarks) if row.remarks and row.remarks.strip() else None
    if row.publisher:
        lines.line("Source", row.publisher)
    event = EventClaim(
        local=1,
        kind=row.kind,
        status=row.status,
        participations=tuple(parts),
        countries=tuple(sorted({actor.country for actor in row.actors})),
        quotes=(what, *(part.quote for part in parts)),
        place=place,
        when=when,
        mode=row.mode,
        topic=topic.exact if topic else None,
        topic_quote=topic,
        confidence=row.confidence,
        rule=extractor,
    )
    return ArticleClaims(article_of(row, lines.text), tuple(officials), (event,), extractor)


def article_of(row: Coded, text: str) -> Article:
    """The article that a row is; every row tells a story of its own."""
    from kg.read.story import story

    return Article(
        id=f"{row.table.split()[0].lower()}-{row.id}",
        text=text,
        title=f"{row.table} {row.id}",
        published=row.published,
        publisher=row.table,
        url=row.url,
        language="en",
        source=row.url,
        story=story(text),
    )


def spelled(actor: Actor) -> str:
    return ", ".join(filter(None, (actor.person, actor.role, actor.words)))


def date_of(row: Coded, lines: Lines) -> DateClaim | None:
    if row.begin is None:
        return None
    last = row.end if row.end and row.end > row.begin else None
    edtf = f"{row.begin}/{last}" if last else f"{row.begin}"
    return DateClaim(edtf, "stated", lines.line("Date", edtf.replace("/", " to ")))


def place_of(spot: Spot, lines: Lines) -> PlaceClaim:
    quote = lines.line("Place", spot.name)
    return PlaceClaim(
        spot.name.split(",")[0].strip(), spot.country, quote, spot.latitude, spot.longitude, spot.geonames
    )
