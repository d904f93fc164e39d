"""Articles' claims in a few words, for the tests of this package."""

from __future__ import annotations

from datetime import date

from kg.model import (
    Article,
    ArticleClaims,
    Capacity,
    DateClaim,
    EventClaim,
    Kind,
    OfficialClaim,
    ParticipationClaim,
    PlaceClaim,
    Quote,
    Status,
)

QUOTE = Quote(0, 4, "they")

Who = tuple[str, str | None, str | None]  # name, office, country


def event(
    kind: Kind = "meeting",
    *people: int,
    when: str | None = None,
    status: Status = "held",
    place: tuple[str, str] | None = None,
    countries: str = "",
    part_of: int | None = None,
    gathering: str | None = None,
    topic: str | None = None,
    local: int = 1,
) -> EventClaim:
    """An event of the officials with these numbers; `claims` fills in whom they represent."""
    return EventClaim(
        local=local,
        kind=kind,
        status=status,
        participations=tuple(ParticipationClaim(n, None, _capacity(kind), QUOTE) for n in people),
        countries=tuple(sorted(countries.split())),
        quotes=(QUOTE,),
        place=PlaceClaim(place[0], place[1], QUOTE) if place else None,
        when=DateClaim(when, "stated", QUOTE) if when else None,
        topic=topic,
        part_of=part_of,
        gathering=gathering,
    )


def _capacity(kind: Kind) -> Capacity:
    return {"visit": "visitor", "agreement": "signatory"}.get(kind, "participant")  # type: ignore[return-value]


def claims(
    name: str, published: str | None, people: list[Who], *events: EventClaim, text: str = "", former: str = ""
) -> ArticleClaims:
    """What an article of this name says; `text` defaults to the name, `former` is the name of a former holder."""
    day = date.fromisoformat(published) if published else None
    article = Article(id=name, text=text or f"The text of {name}.", title=name, published=day)
    officials = tuple(
        OfficialClaim(
            i,
            who,
            office.replace("-", " ").title() if office else None,
            country,
            (QUOTE,),
            office=office,
            former=who == former,
        )
        for i, (who, office, country) in enumerate(people, 1)
    )
    return ArticleClaims(
        article, officials, tuple(_filled(e, i, people) for i, e in enumerate(events, 1)), "test/1"
    )


def _filled(one: EventClaim, local: int, people: list[Who]) -> EventClaim:
    parts = tuple(
        ParticipationClaim(p.official, people[p.official - 1][2] if p.official else None, p.capacity, p.quote)
        for p in one.participations
    )
    countries = one.countries or tuple(sorted({p.country for p in parts if p.country}))
    return EventClaim(
        local, one.kind, one.status, parts, countries, one.quotes, one.place, one.when, one.mode, one.topic,
        one.topic_quote, one.confidence, one.part_of, one.gathering,
    )  # fmt: skip
