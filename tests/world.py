"""A small world with known truth: claims of a few articles, as an extractor would hand them on.

Ahn (KR) and Koizumi (JP) were to meet in Yokosuka on 30 January 2026 and did, on the 31st. Ahn spoke with
Hegseth (US) by telephone; Hegseth's visit to Tokyo was cancelled; Koizumi met Rutte (NATO) in Brussels.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kg.model import (
    Article,
    ArticleClaims,
    Capacity,
    DateClaim,
    EventClaim,
    Kind,
    Mode,
    OfficialClaim,
    ParticipationClaim,
    PlaceClaim,
    Quote,
    Status,
)

AHN = ("Ahn Gyu-back", "Defense Minister", "KR", "defense-minister")
KOIZUMI = ("Shinjiro Koizumi", "Defense Minister", "JP", "defense-minister")
HEGSETH = ("Pete Hegseth", "Defense Secretary", "US", "defense-minister")
RUTTE = ("Mark Rutte", "Secretary General", "NATO", "secretary-general")
PEOPLE = {person[0]: person for person in (AHN, KOIZUMI, HEGSETH, RUTTE)}
PLACES = {
    "Yokosuka": ("JP", 35.28, 139.67, 1848313),
    "Tokyo": ("JP", 35.69, 139.69, 1850147),
    "Brussels": ("BE", 50.85, 4.35, 2800866),
}


class Teller:
    """One article and what it claims; every quote is looked up in its text."""

    def __init__(self, id: str, published: str, publisher: str, text: str) -> None:
        title, _, _ = text.partition("\n")
        self.article = Article(
            id=id,
            text=text,
            title=title,
            published=date.fromisoformat(published),
            publisher=publisher,
            url=f"https://{id}.example/",
            language="en",
            source=f"{id}.txt",
        )
        self.people: dict[str, OfficialClaim] = {}
        self.events: list[EventClaim] = []

    def quote(self, words: str) -> Quote:
        start = self.article.text.index(words)
        return Quote(start, start + len(words), words)

    def person(self, name: str) -> OfficialClaim:
        full, role, country, office = PEOPLE[name]
        quotes = (self.quote(name),)
        claim = OfficialClaim(len(self.people) + 1, full, role, country, quotes, office=office)
        return self.people.setdefault(name, claim)

    def event(
        self,
        what: tuple[Kind, Status, str, str | None],
        names: Iterable[str],
        words: str,
        *,
        place: str | None = None,
        mode: Mode = "in-person",
        capacity: Capacity = "participant",
        also: Iterable[str] = (),
    ) -> Teller:
        """An event: (kind, status, EDTF, words of its date), who took part, and the words that show it."""
        kind, status, edtf, day = what
        people = [self.person(name) for name in names]
        parts = [ParticipationClaim(p.local, p.country, capacity, self.quote(p.name)) for p in people]
        where = None
        if place:
            country, latitude, longitude, geonames = PLACES[place]
            where = PlaceClaim(place, country, self.quote(place), latitude, longitude, geonames)
        self.events.append(
            EventClaim(
                local=len(self.events) + 1,
                kind=kind,
                status=status,
                participations=tuple(parts),
                countries=tuple(sorted({p.country for p in people if p.country} | set(also))),
                quotes=(self.quote(words),),
                place=where,
                when=DateClaim(edtf, "stated", self.quote(day) if day else None),
                mode=mode,
                confidence=0.9,
            )
        )
        return self

    def claims(self) -> ArticleClaims:
        return ArticleClaims(self.article, tuple(self.people.values()), tuple(self.events), "rules/1")


def world() -> list[ArticleClaims]:
    """The claims of five articles."""
    first = Teller(
        "one",
        "2026-01-28",
        "Harbor Post",
        "Ministers to meet\n\nAhn Gyu-back and Shinjiro Koizumi will hold talks in Yokosuka on Jan. 30, 2026.",
    ).event(
        ("meeting", "planned", "2026-01-30", "Jan. 30, 2026"),
        ("Ahn Gyu-back", "Shinjiro Koizumi"),
        "will hold talks in Yokosuka",
        place="Yokosuka",
    )
    second = Teller(
        "two",
        "2026-02-02",
        "Strait Review",
        "Yokosuka talks\n\nAhn Gyu-back met Shinjiro Koizumi in Yokosuka on Jan. 31, 2026, say officials.",
    ).event(
        ("meeting", "held", "2026-01-31", "Jan. 31, 2026"),
        ("Ahn Gyu-back", "Shinjiro Koizumi"),
        "Ahn Gyu-back met Shinjiro Koizumi",
        place="Yokosuka",
    )
    third = Teller(
        "three",
        "2026-02-05",
        "Harbor Post",
        "Allies talk\n\nAhn Gyu-back spoke by phone with Pete Hegseth on Feb. 4, 2026. <b>Bold</b> words, he said.",
    ).event(
        ("call", "held", "2026-02-04", "Feb. 4, 2026"),
        ("Ahn Gyu-back", "Pete Hegseth"),
        "spoke by phone with Pete Hegseth",
        mode="phone",
    )
    fourth = Teller(
        "four",
        "2026-02-10",
        "Kanto Wire",
        "Visit off\n\nPete Hegseth will not visit Tokyo on Feb. 20, 2026 as planned; the trip was cancelled.",
    ).event(
        ("visit", "cancelled", "2026-02-20", "Feb. 20, 2026"),
        ("Pete Hegseth",),
        "the trip was cancelled",
        place="Tokyo",
        capacity="visitor",
        also=("JP",),
    )
    fifth = Teller(
        "five",
        "2026-03-03",
        "Isar Tribune",
        "Brussels\n\nShinjiro Koizumi and Mark Rutte met in Brussels on March 2, 2026 to talk of shipping.",
    ).event(
        ("meeting", "held", "2026-03-02", "March 2, 2026"),
        ("Shinjiro Koizumi", "Mark Rutte"),
        "met in Brussels",
        place="Brussels",
    )
    return [teller.claims() for teller in (first, second, third, fourth, fifth)]
