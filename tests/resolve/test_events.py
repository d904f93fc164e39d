"""What happened: which tellings are of one event, its life, and where they are at odds."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from benchmarks.world import generate
from kg.model import ArticleClaims, Picture
from kg.resolve import resolve
from kg.resolve.matching import may_meet, people_agree
from kg.resolve.told import facts
from kg.resolve.whole import tellings
from tests.resolve.making import Who, claims, event

AHN: Who = ("Ahn Gyu-back", "defense-minister", "KR")
KOIZUMI: Who = ("Shinjiro Koizumi", "defense-minister", "JP")
YOKOSUKA = ("Yokosuka", "JP")


def told(name: str, published: str, people: list[Who] | None = None, **what: Any) -> ArticleClaims:
    """An article about a meeting of Ahn and Koizumi (or of `people`)."""
    people = [AHN, KOIZUMI] if people is None else people
    kind = what.pop("kind", "meeting")
    return claims(name, published, people, event(kind, *range(1, len(people) + 1), **what))


def events(*articles: ArticleClaims) -> list[tuple[str, int]]:
    return [(e.slug, e.articles) for e in resolve(articles).events]


def only(picture: Picture) -> Any:
    assert len(picture.events) == 1, [e.slug for e in picture.events]
    return picture.events[0]


def test_a_life_from_planned_to_held() -> None:
    found = only(
        resolve(
            [
                told("b", "2026-01-31", when="2026-01-30", place=YOKOSUKA),
                told("a", "2026-01-28", when="2026-01-30", status="planned", place=("Japan", "JP")),
                told("c", "2026-02-10", when="2026-01"),
            ]
        )
    )
    assert found.slug == "2026-01-30-meeting-ahn-koizumi-yokosuka"
    assert (found.status, found.edtf, found.place.name) == ("held", "2026-01-30", "Yokosuka")
    assert [v.value for v in found.statuses] == ["planned", "held"]
    assert found.disagrees_on == ()
    assert "2026-01-30-meeting-ahn-koizumi-japan" in found.formerly


def test_planned_for_one_day_and_held_the_next_is_one_event_at_odds() -> None:
    found = only(
        resolve(
            [
                told("a", "2026-01-28", when="2026-01-30", status="planned"),
                told("b", "2026-02-01", when="2026-01-31"),
            ]
        )
    )
    assert (found.edtf, found.disagrees_on) == ("2026-01-31", ("date",))


def test_two_meetings_on_two_days_are_two() -> None:
    found = events(told("a", "2026-01-30", when="2026-01-30"), told("b", "2026-01-31", when="2026-01-31"))
    assert len(found) == 2


def test_two_days_in_one_city_are_one_meeting_at_odds() -> None:
    announced = told("a", "2026-01-28", when="2026-01-30", status="planned", place=YOKOSUKA)
    held = told("b", "2026-01-30", when="2026-01-30", place=YOKOSUKA)
    review = claims(
        "c",
        "2026-02-02",
        [AHN, KOIZUMI],
        event("meeting", 1, 2, when="2026-01-29", place=YOKOSUKA),
        event("meeting", 1, 2, status="postponed", local=2),
    )
    found = resolve([announced, held, review]).events
    assert [(e.slug, e.disagrees_on, e.articles) for e in found] == [
        ("2026-01-30-meeting-ahn-koizumi-yokosuka", ("date",), 3),
        ("reported-2026-02-02-meeting-ahn-koizumi", (), 1),
    ]


def test_one_outlet_of_many_with_another_day_is_an_error() -> None:
    right = [told(f"a{i}", "2026-01-31", when="2026-01-30", place=YOKOSUKA) for i in range(4)]
    found = only(resolve([*right, told("b", "2026-01-31", when="2026-01-31", place=YOKOSUKA)]))
    assert (found.edtf, found.articles, found.disagrees_on) == ("2026-01-30", 5, ("date",))


def test_an_article_that_tells_two_makes_them_two() -> None:
    right = [told(f"a{i}", "2026-02-01", when="2026-01-30", place=YOKOSUKA) for i in range(2)]
    both = claims(
        "b",
        "2026-02-01",
        [AHN, KOIZUMI],
        event("meeting", 1, 2, when="2026-01-30", place=YOKOSUKA),
        event("meeting", 1, 2, when="2026-01-31", place=YOKOSUKA),
    )
    assert [articles for _, articles in events(*right, both)] == [3, 1]


def test_a_vague_telling_of_two_events_is_of_neither() -> None:
    first, second = told("a", "2026-01-09", when="2026-01-08"), told("b", "2026-01-31", when="2026-01-30")
    assert len(events(first, second, told("c", "2026-03-01", when="2026-01"))) == 3
    assert len(events(first, told("c", "2026-03-01", when="2026-01"))) == 1


def test_an_undated_report_is_of_the_event_just_before_it() -> None:
    assert len(events(told("a", "2026-01-31", when="2026-01-30"), told("b", "2026-01-31"))) == 1
    assert len(events(told("a", "2026-01-31", when="2026-01-30"), told("b", "2026-06-30"))) == 2


def test_nobody_named_is_the_one_meeting_of_these_states() -> None:
    unnamed = told("b", "2026-01-31", people=[], when="2026-01-30", countries="KR JP")
    assert len(events(told("a", "2026-01-31", when="2026-01-30"), unnamed)) == 1
    leaders: list[Who] = [("Lee Jae-myung", "president", "KR"), ("Sanae Takaichi", "prime-minister", "JP")]
    third = told("c", "2026-01-31", people=leaders, when="2026-01-30")
    assert len(events(told("a", "2026-01-31", when="2026-01-30"), third, unnamed)) == 3


def test_postponed_then_held() -> None:
    found = only(
        resolve(
            [
                told("a", "2026-01-20", when="2026-01-30", status="planned"),
                told("b", "2026-01-28", when="2026-03-02", status="postponed"),
                told("c", "2026-03-03", when="2026-03-02"),
            ]
        )
    )
    assert [v.value for v in found.statuses] == ["planned", "postponed", "held"]
    assert (found.edtf, found.status, found.disagrees_on) == ("2026-03-02", "held", ())


def test_called_off_or_not() -> None:
    planned = told("a", "2026-01-20", when="2026-01-30", status="planned")
    off = told("b", "2026-01-28", when="2026-01-30", status="cancelled")
    held = told("c", "2026-01-31", when="2026-01-30")
    assert only(resolve([planned, off])).status == "cancelled"
    assert only(resolve([planned, off])).disagrees_on == ()
    assert only(resolve([planned, off, held])).disagrees_on == ("status",)


def test_places_at_odds_stay_side_by_side() -> None:
    found = only(
        resolve(
            [
                told("a", "2026-01-31", when="2026-01-30", place=YOKOSUKA),
                told("b", "2026-01-31", when="2026-01-30", place=YOKOSUKA),
                told("c", "2026-01-31", when="2026-01-30", place=("Seoul", "KR")),
                told("d", "2026-01-31", when="2026-01-30", place=("Japan", "JP")),
            ]
        )
    )
    assert found.disagrees_on == ("place",)
    assert [(v.value, v.articles) for v in found.places] == [
        ("Yokosuka, JP", 2),
        ("Japan, JP", 1),
        ("Seoul, KR", 1),
    ]


def test_a_visit_contains_its_meetings_and_a_gathering_its_bilaterals() -> None:
    visit = told("a", "2026-01-28", people=[AHN], kind="visit", when="2026-01-29/2026-01-31",
                 countries="JP KR", place=("Japan", "JP"))  # fmt: skip
    meeting = told("b", "2026-01-31", when="2026-01-30", place=YOKOSUKA)
    found = {e.kind: e for e in resolve([visit, meeting]).events}
    assert found["meeting"].part_of == (found["visit"].slug,)

    asean = claims(
        "c",
        "2025-11-02",
        [AHN, KOIZUMI],
        event(
            "meeting",
            when="2025-11-01",
            countries="JP KR MY US",
            gathering="ADMM-Plus",
            place=("Kuala Lumpur", "MY"),
        ),
        event("meeting", 1, 2, when="2025-11-01", place=("Kuala Lumpur", "MY"), part_of=1),
    )
    by_size = sorted(resolve([asean]).events, key=lambda e: len(e.countries))
    assert by_size[0].part_of == (by_size[1].slug,)


def test_names_stay_when_strangers_arrive() -> None:
    ours = [
        told("a", "2026-01-28", when="2026-01-30", status="planned"),
        told("b", "2026-01-31", when="2026-01-30"),
    ]
    strangers: list[Who] = [("Xi Jinping", "president", "CN"), ("Vladimir Putin", "president", "RU")]
    more = [told(f"s{i}", "2026-01-31", people=strangers, when="2026-01-30") for i in range(3)]
    before = resolve(ours)
    after = resolve([*more, *reversed(ours)])
    assert set(before.events) <= set(after.events)
    assert set(before.officials) <= set(after.officials)


def test_the_quick_look_at_people_passes_whoever_may_agree() -> None:
    world = generate(120, officials=40, events=20)
    slugs = {ref: str(person) for ref, person in world.officials_of.items()}
    known = {facts(told) for article in world.claims for told in tellings(article, slugs)}
    agreeing = [(a, b) for a, b in combinations(known, 2) if people_agree(a, b)]
    assert all(may_meet(a, b) for a, b in agreeing)
    assert 0 < len(agreeing) < sum(1 for _ in combinations(known, 2))
