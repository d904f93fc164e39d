"""Claims and pictures for the tests: a fixed one, and any number of invented ones."""

from __future__ import annotations

from datetime import date
from typing import get_args

from hypothesis import strategies as st

from kg.model import (
    KINDS,
    STATUSES,
    Article,
    ArticleClaims,
    Capacity,
    DateClaim,
    Event,
    EventClaim,
    Mode,
    Official,
    OfficialClaim,
    Participation,
    ParticipationClaim,
    Picture,
    PlaceClaim,
    Quote,
    Tenure,
    Value,
)

TEXT = (
    "Defence Minister Ana Berg met Foreign Minister Tomo Sakai of Japan at Yokosuka on Friday. "
    "They spoke about ships."
)


def quote(words: str) -> Quote:
    start = TEXT.index(words)
    return Quote(start, start + len(words), words)


def article(number: int = 1) -> Article:
    return Article(
        id=f"talks-{number}",
        text=TEXT,
        title=f'Talks "number" {number}\n<b>',
        published=date(2026, 1, 30),
        publisher="The Test Post",
        url=f"https://news.example/ü?a=b c&n={number}",
        language="en",
        source="/somewhere/else.txt",
    )


def claims(number: int = 1) -> ArticleClaims:
    """One article that tells of one meeting."""
    officials = (
        OfficialClaim(
            1,
            "Ana Berg",
            "Defence Minister",
            "KR",
            (quote("Ana Berg"), quote("Defence Minister")),
            office="defence-minister",
            aliases=("Berg", "A. Berg"),
        ),
        OfficialClaim(2, "Tomo Sakai", "Foreign Minister", "JP", (quote("Tomo Sakai"),), former=True),
    )
    event = EventClaim(
        local=1,
        kind="meeting",
        status="held",
        participations=(
            ParticipationClaim(1, "KR", "visitor", quote("Ana Berg")),
            ParticipationClaim(2, "JP", "host", quote("Tomo Sakai")),
            ParticipationClaim(None, "EU", "participant", quote("They")),
        ),
        countries=("EU", "JP", "KR"),
        quotes=(Quote(0, 90, TEXT[0:90]), quote("They spoke about ships.")),
        place=PlaceClaim("Yokosuka", "JP", quote("Yokosuka"), 35.28361, 139.66722, 1848313),
        when=DateClaim("2026-01-30", "relative", quote("on Friday")),
        topic="ships",
        topic_quote=quote("ships"),
        confidence=0.85,
        gathering="Test Forum",
    )
    return ArticleClaims(article(number), officials, (event,), "rules/1", ("second note", "first note"))


def picture(*numbers: int) -> Picture:
    """What follows from `claims(n)` for each number."""
    said = tuple(sorted((article(n).key, 1) for n in numbers or (1,)))
    other = tuple((key, 2) for key, _ in said)
    count = len(said)
    berg = Official(
        "ana-berg-kr",
        "Ana Berg",
        (Value("Ana Berg", said, count), Value("Berg", said, count)),
        "KR",
        (
            Tenure(
                "Defence Minister",
                "defence-minister",
                "KR",
                date(2026, 1, 30),
                date(2026, 1, 30),
                False,
                said,
                1,
            ),
        ),
        said,
        count,
        ("a-berg-kr",),
    )
    sakai = Official(
        "tomo-sakai-jp",
        "Tomo Sakai",
        (Value("Tomo Sakai", other, count),),
        "JP",
        (Tenure("Foreign Minister", None, "JP", None, date(2026, 1, 30), True, other, 1),),
        other,
        count,
    )
    talks = Event(
        slug="2026-01-30-jp-kr-yokosuka",
        kind="meeting",
        label="Ana Berg – Tomo Sakai, Yokosuka",
        status="held",
        mode="in-person",
        countries=("EU", "JP", "KR"),
        participations=(
            Participation("ana-berg-kr", "KR", "visitor", "Defence Minister", said, count),
            Participation("tomo-sakai-jp", "JP", "host", "Foreign Minister", said, count),
            Participation(None, "EU", "participant", None, said, count),
        ),
        edtf="2026-01-30",
        place=PlaceClaim("Yokosuka", "JP", quote("Yokosuka"), 35.28361, 139.66722, 1848313),
        topic="ships",
        confidence=0.85,
        dates=(Value("2026-01-30", said, count),),
        places=(Value("Yokosuka", said, count),),
        statuses=(Value("planned", said, count), Value("held", said, count)),
        disagrees_on=("status",),
        claims=said,
        articles=count,
        gathering="Test Forum",
        formerly=("2026-01-jp-kr",),
    )
    return Picture((berg, sakai), (talks,))


# ------------------------------------------------------------------ invented

words = st.text(st.characters(codec="utf-8"), max_size=30)
some = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30)
codes = st.sampled_from(["KR", "JP", "EU", "XK", "UN", "US"])
days = st.dates(date(1000, 1, 1), date(9999, 12, 31))
coordinates = st.floats(-90, 90, allow_nan=False)


@st.composite
def quotes(draw: st.DrawFn) -> Quote:
    start = draw(st.integers(0, 10**6))
    exact = draw(some)
    return Quote(start, start + len(exact), exact)


def quote_lists() -> st.SearchStrategy[tuple[Quote, ...]]:
    # No two quotes of different words at one place: an article has one text.
    return st.lists(quotes(), min_size=1, max_size=4, unique_by=lambda q: (q.start, q.end)).map(tuple)


@st.composite
def places(draw: st.DrawFn) -> PlaceClaim:
    geonames = draw(st.none() | st.integers(1, 10**9))
    country = draw(st.none() | codes)
    return PlaceClaim(
        draw(some),
        country,
        draw(quotes()),
        draw(st.none() | coordinates),
        draw(st.none() | coordinates),
        geonames,
    )


dates = st.builds(
    DateClaim,
    st.sampled_from(["2026-01-30", "2025-11", "2024", "2026-01-29/2026-01-31", "odd"]),
    st.sampled_from(["stated", "relative", "inherited"]),
    st.none() | quotes(),
)


@st.composite
def event_claims(draw: st.DrawFn, local: int, officials: int) -> EventClaim:
    numbers = st.none() | st.integers(1, officials) if officials else st.none()
    parts = st.builds(
        ParticipationClaim, numbers, st.none() | codes, st.sampled_from(get_args(Capacity)), quotes()
    )
    return EventClaim(
        local=local,
        kind=draw(st.sampled_from(KINDS)),
        status=draw(st.sampled_from(STATUSES)),
        participations=draw(st.lists(parts, max_size=4).map(tuple)),
        countries=tuple(sorted(draw(st.sets(codes)))),
        quotes=draw(quote_lists()),
        place=draw(st.none() | places()),
        when=draw(st.none() | dates),
        mode=draw(st.sampled_from(get_args(Mode))),
        topic=draw(st.none() | some),
        topic_quote=draw(st.none() | quotes()),
        confidence=draw(st.floats(0, 1, allow_nan=False).map(lambda x: round(x, 12))),
        part_of=draw(st.none() | st.integers(1, 3)),
        gathering=draw(st.none() | some),
    )


@st.composite
def article_claims(draw: st.DrawFn) -> ArticleClaims:
    """The claims of an article, with every field in every state; its quotes agree with each other."""
    article_ = Article(
        draw(some),
        draw(words),
        draw(st.none() | words),
        draw(st.none() | days),
        draw(st.none() | some),
        draw(st.none() | words),
        draw(st.none() | st.sampled_from(["en", "de"])),
        draw(st.none() | words),
    )
    names = draw(st.lists(some, max_size=3))
    officials = tuple(
        OfficialClaim(
            n,
            name,
            draw(st.none() | some),
            draw(st.none() | codes),
            draw(quote_lists()),
            draw(st.none() | some),
            draw(st.booleans()),
            draw(st.lists(some, max_size=3).map(tuple)),
        )
        for n, name in enumerate(names, 1)
    )
    events = tuple(draw(event_claims(n, len(names))) for n in range(1, draw(st.integers(0, 2)) + 1))
    notes = draw(st.lists(some, max_size=2).map(tuple))
    return ArticleClaims(article_, officials, events, draw(some), notes)
