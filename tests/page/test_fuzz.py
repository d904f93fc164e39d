"""No text breaks the segmenter; zones and sentences hold together; the time is bounded."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.page import Page, is_english, segment

LINES = st.sampled_from(
    [
        "",
        " date 2026-01-28  Ministers meet again",
        "Ministers meet again",
        "The Oss Post",
        "Home | News | Sport | Opinion",
        "Published: 28 Jan. 2026, 14:00",
        "OSS, Jan. 28 (MNA) -- The two ministers met in the old town, and agreed to go on meeting for a while.",
        "They will meet again on Friday, when the king is back from Thule, the palace said in a statement.",
        '"Good," he said.',
        "Ann Doe in Oss. [MINISTRY]",
        "Related stories",
        "Comments (3)",
        "Advertisement",
        "By Ann Doe",
        "\u200b\u200f",
        "النص هنا",
        "x" * 700,
        "a b c " * 90,
    ]
)
INVISIBLE = (
    " \t\r\n\x0b\x0c\x1c\x1d\x1e\x1f\x85\u00a0\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u2060\u3000\ufeff"
)


def check(text: str) -> Page:
    page = segment(text)
    assert page.text == text
    at = 0
    for zone in page.zones:
        assert at <= zone.start < zone.end <= len(text)
        assert not text[at : zone.start].strip(INVISIBLE)
        at = zone.end
    assert not text[at:].strip(INVISIBLE)
    at, paragraph = 0, 0
    for sentence in page.sentences:
        assert at <= sentence.start < sentence.end
        assert text[sentence.start : sentence.end].strip()
        assert sentence.paragraph >= paragraph
        assert sentence.zone in ("headline", "deck", "caption", "body")
        assert any(
            z.start <= sentence.start and sentence.end <= z.end and z.kind == sentence.zone
            for z in page.zones
        )
        at, paragraph = sentence.end, sentence.paragraph
    return page


@given(st.lists(LINES, max_size=14).map("\n".join))
@settings(max_examples=200, deadline=None)
def test_pages_of_every_order(text: str) -> None:
    check(text)


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text(text: str) -> None:
    check(text)
    is_english(text)


def test_one_megabyte_in_one_line() -> None:
    for piece in (
        "The minister met her colleague in Oss. ",
        "no end and no stop ",
        "x",
        "\u200b",
        "العربية ",
        "A. ",
        "(((( ",
        "- ",
    ):
        text = piece * (1_000_000 // len(piece))
        begun = time.perf_counter()
        check_sentences = segment(text).sentences
        assert time.perf_counter() - begun < 30, piece
        assert all(s.end - s.start <= 2000 for s in check_sentences)


def test_thousands_of_short_lines() -> None:
    for piece in (
        "Related stories\n",
        "By Ann\n",
        "a\n\n",
        "Ann Doe in Oss. [A]\n",
        "News | Sport | Home\n",
        "May 5, 2011\n",
    ):
        text = piece * (60_000 // len(piece))
        begun = time.perf_counter()
        segment(text)
        assert time.perf_counter() - begun < 30, piece


def test_the_same_paragraph_is_read_once() -> None:
    page = check(
        "Ministers meet\n\nThey met in Oss today for an hour.\n\nThey met in Oss  today for an hour.\n"
    )
    assert [page.text[s.start : s.end] for s in page.sentences].count(
        "They met in Oss today for an hour."
    ) == 1


def test_without_any_punctuation_the_text_is_still_read() -> None:
    page = check("ministers meet in oss\n\nthey met for an hour\nthey will meet again\n")
    read = " ".join(page.text[s.start : s.end] for s in page.sentences)
    assert "they met for an hour" in read and "they will meet again" in read


def test_an_empty_page() -> None:
    assert segment("") == Page("", (), ())
    assert segment(" \n\u200b\n").sentences == ()
