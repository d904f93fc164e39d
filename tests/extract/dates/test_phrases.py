"""Every phrase of the tables is found whole and means the days that the table says."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.dates import Direction, duration_days, find_dates, resolve
from kg.model import DateClaim
from tests.extract.dates.cases import ANCHORED, DURATIONS, NONE, RELATIVE, STATED

TODAY = date(2026, 1, 28)  # a Wednesday
TENSES: dict[str, Direction] = {"p": "past", "f": "future", "u": "unknown"}


def rows(table: str) -> list[tuple[str, str]]:
    pairs = [line.split(" | ") for line in table.strip().splitlines()]
    return [(phrase.strip(), meaning.strip()) for phrase, meaning in pairs]


def told(phrase: str, *, tense: Direction, published: date | None = TODAY, anchor: str | None = None) -> str:
    """The EDTF of the only phrase in a sentence around `phrase`, "-" if it has none."""
    text = f"They will have met there {phrase}, he said."
    found = find_dates(text)
    assert [text[p.start : p.end] for p in found] == [phrase]
    claim = resolve(found[0], text, published, direction=tense, anchor=anchor)
    if claim is None:
        return "-"
    assert claim.quote is not None and claim.quote.exact == phrase
    return claim.edtf


@pytest.mark.parametrize(("phrase", "meaning"), rows(STATED), ids=lambda v: v)
@pytest.mark.parametrize("published", [TODAY, None])
def test_complete_phrases_need_no_publication_date(phrase: str, meaning: str, published: date | None) -> None:
    assert told(phrase[2:], tense="unknown", published=published) == meaning


@pytest.mark.parametrize(("phrase", "meaning"), rows(RELATIVE), ids=lambda v: v)
def test_relative_phrases(phrase: str, meaning: str) -> None:
    assert told(phrase[2:], tense=TENSES[phrase[0]]) == meaning


@pytest.mark.parametrize(("phrase", "meaning"), rows(RELATIVE), ids=lambda v: v)
def test_relative_phrases_mean_nothing_without_a_publication_date(phrase: str, meaning: str) -> None:
    assert told(phrase[2:], tense=TENSES[phrase[0]], published=None) == "-"


@pytest.mark.parametrize(("phrase", "meaning"), rows(ANCHORED), ids=lambda v: v)
def test_phrases_that_hang_on_another_date(phrase: str, meaning: str) -> None:
    anchor = "2025-12-10"
    if phrase[0].isdigit():
        anchor, phrase = phrase.split(" ", 1)
    assert told(phrase, tense="past", anchor=anchor) == meaning
    assert told(phrase, tense="past", published=None, anchor=anchor) == meaning
    assert told(phrase, tense="past") == "-"


def test_bases() -> None:
    text = "on Jan. 30, 2026; on Tuesday; the following day"
    stated, relative, inherited = find_dates(text)
    anchor = resolve(stated, text, TODAY)
    assert anchor is not None and anchor.basis == "stated"
    second = resolve(relative, text, TODAY)
    assert second is not None and second.basis == "relative"
    third = resolve(inherited, text, TODAY, anchor=anchor)
    assert third is not None and (third.basis, third.edtf) == ("inherited", "2026-01-31")
    assert resolve(inherited, text, TODAY, anchor=DateClaim("2024", "stated")) is None


@pytest.mark.parametrize(("text", "days"), DURATIONS.items(), ids=str)
def test_durations(text: str, days: int) -> None:
    (phrase,) = find_dates(text)
    assert phrase.form == "duration"
    assert duration_days(phrase) == days
    assert resolve(phrase, text, TODAY) is None


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_phrase_of_time(text: str) -> None:
    assert [text[p.start : p.end] for p in find_dates(text) if p.form != "duration"] == []


def test_the_lead_is_kept() -> None:
    text = "since Friday, until March, from Monday, by June, after 2019, on Sunday"
    leads = [dict(p.parts).get("lead") for p in find_dates(text)]
    assert leads == ["since", "until", "from", "by", "after", None]


def test_several_in_one_sentence() -> None:
    text = "Last held in early November, it opens on Friday for three days and, in 2027, moves to Oss in May."
    assert [(text[p.start : p.end], p.form) for p in find_dates(text)] == [
        ("in early November", "month"),
        ("on Friday", "weekday"),
        ("for three days", "duration"),
        ("in 2027", "year"),
        ("in May", "month"),
    ]


@pytest.mark.parametrize(
    ("published", "phrase", "tense", "meaning"),
    [
        ("2026-01-26", "last weekend", "past", "2026-01-24/2026-01-25"),  # Monday
        ("2026-01-25", "over the weekend", "past", "2026-01-24/2026-01-25"),  # Sunday
        ("2026-01-24", "last weekend", "past", "2026-01-17/2026-01-18"),  # Saturday
        ("2026-01-26", "next Sunday", "unknown", "2026-02-01"),
        ("2026-01-27", "next Monday", "unknown", "2026-02-02"),
        ("2026-01-26", "next Friday", "unknown", "2026-01-30"),
        ("2026-01-28", "next Friday", "unknown", "2026-02-06"),
        ("2024-03-01", "on Feb. 29", "past", "2024-02-29"),
        ("2025-03-01", "on Feb. 29", "past", "2024-02-29"),
        ("2026-12-30", "next month", "unknown", "2027-01"),
        ("2026-12-30", "in the new year", "future", "2027-01"),
        ("2026-01-05", "in the new year", "past", "2026-01"),
        ("2024-12-16", "before Christmas", "unknown", "2024-12-16/2024-12-24"),
        ("2026-03-31", "a month ago", "unknown", "2026-02"),
        ("2026-07-15", "last summer", "unknown", "2025-06/2025-08"),
        ("2026-01-01", "in December", "past", "2025-12"),
    ],
)
def test_other_days_of_publication(published: str, phrase: str, tense: Direction, meaning: str) -> None:
    assert told(phrase, tense=tense, published=date.fromisoformat(published)) == meaning


def test_a_weekday_told_after_a_day_to_come_is_the_next_one() -> None:
    assert told("on Wednesday", tense="future", anchor="2026-02-02") == "2026-02-04"
    assert told("on Wednesday", tense="future", anchor="2026-01-29") == "2026-01-28"
    assert told("on Wednesday", tense="future", anchor="2026-01-27") == "2026-01-28"
