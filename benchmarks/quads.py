"""Quads in the shape of this project, as many as wanted: invented articles with their claims and picture.

Officials are drawn by Zipf's law, so that a few meet everybody and most meet a few, as in the news. The
same numbers give the same quads.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate, chain
from typing import cast

from pyoxigraph import Quad

from kg.model import (
    KINDS,
    Article,
    ArticleClaims,
    DateClaim,
    Event,
    EventClaim,
    Kind,
    Official,
    OfficialClaim,
    Participation,
    ParticipationClaim,
    Picture,
    PlaceClaim,
    Quote,
    Status,
    Tenure,
    Value,
)
from kg.store.claims import claim_quads
from kg.store.picture import picture_quads

QUADS_PER_EVENT = 204.6  # measured: its claims (told 1.25 times on average) and its share of the picture
STATES = (
    "AE AR AT AU BE BR CA CH CL CN CO CZ DE DK EG ES ET FI FR GB GH GR HU ID IE IL IN IQ IR IT JO JP KE KR KZ "
    "LT MA MX MY NG NL NO NZ PE PH PK PL PT QA RO RS RU SA SE SG TH TR UA US UY UZ VN ZA EU NATO UN"
).split()
FIRST = "Ana Bo Cem Dora Eli Faye Gus Hana Ivo Jun Kim Lena Max Noor Olga Per Rosa Sam Tea Yara".split()
SYLLABLES = "ba den fo gar hul kim lo mar nis or pet quin ros sal tov urb vell wen yor zan".split()
OFFICES = (
    "Foreign Minister,Defence Minister,President,Prime Minister,Trade Minister,Special Envoy,"
    "Deputy Foreign Minister,Ambassador"
).split(",")
STATUSES: tuple[tuple[Status, int], ...] = (("held", 78), ("planned", 14), ("cancelled", 4), ("postponed", 4))
START = date(2015, 1, 1)
DAYS = 4200


@dataclass(frozen=True, slots=True)
class Person:
    """An invented official."""

    number: int
    name: str
    role: str
    country: str

    @property
    def slug(self) -> str:
        """The last part of the official's IRI."""
        return f"{self.name.lower().replace(' ', '-')}-{self.country.lower()}"


@dataclass(frozen=True, slots=True)
class Happening:
    """An invented event, before any article tells it."""

    number: int
    kind: Kind
    status: Status
    people: tuple[Person, ...]
    day: date
    place: PlaceClaim
    sentence: str


def people(count: int) -> list[Person]:
    """Officials with different names.

    >>> people(2)[0].slug
    'ana-babaden-ae'
    """
    found = []
    for n in range(count):
        a, b, c = n % 20, n // 20 % 20, n // 400 % 20
        name = f"{FIRST[n % 20]} {(SYLLABLES[a] + SYLLABLES[b] + SYLLABLES[(c + 1) % 20]).capitalize()}"
        if n >= 8000:
            name += f" {SYLLABLES[n // 8000 % 20].capitalize()}"
        found.append(Person(n, name, OFFICES[n % 8], STATES[n * 7 % len(STATES)]))
    return found


def happenings(count: int, seed: int = 1) -> Iterator[Happening]:
    """Events of two to four officials each."""
    rng = random.Random(seed)
    cast_ = people(max(50, count // 3))
    weights = list(accumulate(1 / (n + 3) for n in range(len(cast_))))  # Zipf
    for number in range(count):
        size = rng.choices((2, 3, 4), (70, 20, 10))[0]
        who = {p.number: p for p in rng.choices(cast_, cum_weights=weights, k=size + 2)}
        chosen = tuple(list(who.values())[:size])
        country = rng.choice(STATES[:60])
        city = f"{SYLLABLES[rng.randrange(20)]}{SYLLABLES[rng.randrange(20)]}".capitalize()
        kind = rng.choices(KINDS, (70, 12, 12, 6))[0]
        status = rng.choices([s for s, _ in STATUSES], [w for _, w in STATUSES])[0]
        names = " and ".join(f"{p.role} {p.name}" for p in chosen)
        sentence = f"{names} met in {city} to talk about trade, security and topic {number % 997}."
        place = PlaceClaim(
            city, country, Quote(sentence.index(city), sentence.index(city) + len(city), city), 10.5, 20.25
        )
        day = START + timedelta(days=rng.randrange(DAYS))
        yield Happening(number, kind, status, chosen, day, place, sentence)


def articles(events: list[Happening], seed: int = 2) -> Iterator[tuple[ArticleClaims, list[Happening]]]:
    """Articles that tell one to three events each; some events are told twice."""
    rng = random.Random(seed)
    number, position = 0, 0
    while position < len(events):
        told = events[position : position + rng.choice((1, 1, 2, 3))]
        position += len(told)
        for copy in range(rng.choice((1, 1, 1, 2))):
            number += 1
            yield claims(number, copy, told), told


def claims(number: int, copy: int, told: list[Happening]) -> ArticleClaims:
    """What one article says."""
    text = " ".join(h.sentence for h in told)
    article = Article(
        id=f"article-{number}",
        text=text,
        title=f"Report {number}: {told[0].people[0].name} meets counterparts",
        published=told[0].day + timedelta(days=copy),
        publisher=f"The {SYLLABLES[number % 20].capitalize()} Times",
        url=f"https://news.example/{number}",
        language="en",
    )
    locals_: dict[int, int] = {}
    officials: list[OfficialClaim] = []
    found: list[EventClaim] = []
    offset = 0
    for local, h in enumerate(told, 1):
        parts = []
        for p in h.people:
            quote = at(h.sentence, p.name, offset)
            if p.number not in locals_:
                locals_[p.number] = len(locals_) + 1
                officials.append(OfficialClaim(locals_[p.number], p.name, p.role, p.country, (quote,)))
            parts.append(ParticipationClaim(locals_[p.number], p.country, "participant", quote))
        found.append(event_claim(local, h, tuple(parts), offset))
        offset += len(h.sentence) + 1
    return ArticleClaims(article, tuple(officials), tuple(found), "invented/1")


def at(sentence: str, words: str, offset: int) -> Quote:
    start = sentence.index(words) + offset
    return Quote(start, start + len(words), words)


def event_claim(local: int, h: Happening, parts: tuple[ParticipationClaim, ...], offset: int) -> EventClaim:
    main = Quote(offset, offset + len(h.sentence), h.sentence)
    return EventClaim(
        local=local,
        kind=h.kind,
        status=h.status,
        participations=parts,
        countries=countries(h),
        quotes=(main,),
        place=replace(h.place, quote=at(h.sentence, h.place.name, offset)),
        when=DateClaim(h.day.isoformat(), "stated", None),
        topic=f"topic {h.number % 997}",
        confidence=0.9,
    )


def countries(h: Happening) -> tuple[str, ...]:
    return tuple(sorted({p.country for p in h.people}))


def everything(count: int) -> Iterator[Quad]:
    """About `count` quads (within 2 %): the claims first, then the picture."""
    events = list(happenings(max(3, round(count / QUADS_PER_EVENT))))
    refs: dict[int, list[tuple[str, int]]] = {}
    seen: dict[int, set[tuple[str, int]]] = {}
    who: dict[int, Person] = {}
    for said, told in articles(events):
        yield from claim_quads(said)
        for local, h in enumerate(told, 1):
            refs.setdefault(h.number, []).append((said.article.key, local))
            for p in h.people:
                who[p.number] = p
                number = next(o.local for o in said.officials if o.name == p.name)
                seen.setdefault(p.number, set()).add((said.article.key, number))
    yield from picture_quads(
        Picture(
            officials=tuple(official(who[n], tuple(sorted(seen[n]))) for n in sorted(who)),
            events=tuple(event(h, tuple(sorted(refs[h.number]))) for h in events),
        )
    )


def official(p: Person, said: tuple[tuple[str, int], ...]) -> Official:
    tenure = Tenure(p.role, None, p.country, START, START + timedelta(days=DAYS), False, said[:50], len(said))
    return Official(
        p.slug, p.name, (Value(p.name, said[:50], len(said)),), p.country, (tenure,), said, len(said)
    )


def event(h: Happening, said: tuple[tuple[str, int], ...]) -> Event:
    day = h.day.isoformat()
    parts = tuple(Participation(p.slug, p.country, "participant", p.role, said, len(said)) for p in h.people)
    differs = len(said) > 1 and h.number % 9 == 0
    other = (h.day + timedelta(days=1)).isoformat()
    dates = (
        (Value(day, said[:1], 1), Value(other, said[1:], 1)) if differs else (Value(day, said, len(said)),)
    )
    return Event(
        slug=f"{day}-{'-'.join(countries(h)).lower()}-{h.number}",
        kind=h.kind,
        label=f"{' – '.join(p.name for p in h.people)}, {h.place.name}",
        status=h.status,
        mode="in-person",
        countries=countries(h),
        participations=parts,
        edtf=day,
        place=h.place,
        topic=f"topic {h.number % 997}",
        confidence=0.9,
        dates=dates,
        places=(Value(h.place.name, said, len(said)),),
        statuses=(Value(h.status, said, len(said)),),
        disagrees_on=("date",) if differs else (),
        claims=said,
        articles=len(said),
    )


def batches(count: int, size: int = 100_000) -> Iterator[list[Quad]]:
    """The same in lists."""
    source = everything(count)
    while batch := [q for _, q in zip(range(size), source, strict=False)]:
        yield batch


def flat(groups: Iterator[list[Quad]]) -> Iterator[Quad]:
    """Lists back into one stream."""
    return cast(Iterator[Quad], chain.from_iterable(groups))
