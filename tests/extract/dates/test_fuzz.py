"""No text breaks the finder or the arithmetic, and what they give holds together."""

from __future__ import annotations

import time
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.dates import Direction, duration_days, edtf, find_dates, resolve
from kg.page.language import words

WORDS = st.sampled_from(
    sorted(
        words("""on in at the of last next this that same following previous early late mid end beginning first second half week
    weeks weekend month months year years day days Monday Tuesday Friday Jan. January March May Sept. 30 31 29 5th 2026
    1999 2000s 1970s '80s ago later earlier before after since until by from to and between - – , . three twenty-five a
    few several couple and-a-half time within past coming recent spring fall winter Christmas Easter Eve quarter Q3
    overnight today tomorrow night evening 16.07.2020 2026-02-30 for -long three-day 10 11 decade fortnight new""")
    )
)
TENSES: st.SearchStrategy[Direction] = st.sampled_from(["past", "future", "unknown"])
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@st.composite
def phrases(draw: st.DrawFn) -> str:
    return " ".join(draw(st.lists(WORDS, max_size=12)))


@given(st.one_of(phrases(), st.text(max_size=80)), DAYS, TENSES, st.one_of(st.none(), DAYS))
@settings(max_examples=400, deadline=None)
def test_whatever_stands_there(text: str, published: date, tense: Direction, other: date | None) -> None:
    found = find_dates(text)
    at = 0
    for phrase in found:
        assert at <= phrase.start < phrase.end <= len(text)
        at = phrase.end
        for day in (published, None):
            anchor = other.isoformat() if other else None
            claim = resolve(phrase, text, day, direction=tense, anchor=anchor)
            if claim is not None:
                first, last = edtf.span(claim.edtf)
                assert first <= last
                assert claim.quote is not None
                assert text[claim.quote.start : claim.quote.end] == claim.quote.exact
                assert phrase.form != "duration"
        length = duration_days(phrase)
        assert (length is not None) == (phrase.form == "duration")
        assert length is None or length >= 1


@given(phrases(), st.integers(0, 40), st.integers(0, 80))
@settings(max_examples=150, deadline=None)
def test_only_the_part_asked_for(text: str, start: int, end: int) -> None:
    for phrase in find_dates(text, start, end):
        assert start <= phrase.start < phrase.end <= min(end, len(text))


@given(DAYS, TENSES, st.sampled_from(["Monday", "Wednesday", "Sunday"]))
@settings(deadline=None)
def test_a_weekday_is_that_weekday_and_near(published: date, tense: Direction, name: str) -> None:
    text = f"on {name}"
    claim = resolve(find_dates(text)[0], text, published, direction=tense)
    assert claim is not None
    day = date.fromisoformat(claim.edtf)
    assert day.strftime("%A") == name
    away = (day - published).days
    assert 0 <= away <= 6 if tense == "future" else -6 <= away <= 0


@given(DAYS, st.sampled_from(["past", "future"]), st.integers(1, 12), st.integers(1, 28))
@settings(deadline=None)
def test_the_tense_decides_the_year(published: date, tense: Direction, month: int, day: int) -> None:
    text = f"on {date(2000, month, day):%B} {day}"
    claim = resolve(find_dates(text)[0], text, published, direction=tense)
    assert claim is not None
    away = (date.fromisoformat(claim.edtf) - published).days
    assert 0 <= away <= 366 if tense == "future" else -366 <= away <= 1


@given(DAYS)
def test_weeks_run_from_monday_to_sunday(day: date) -> None:
    monday, sunday = edtf.week(day)
    assert monday <= day <= sunday
    assert (monday.weekday(), sunday.weekday()) == (0, 6)


def test_time_stays_linear() -> None:
    for piece in (
        "on Tuesday the 5th of last ",
        "in early late mid the end of ",
        "a few and a half ",
        "2019 ",
        "May ",
    ):
        text = piece * (40_000 // len(piece))
        begun = time.perf_counter()
        find_dates(text)
        assert time.perf_counter() - begun < 10, piece
