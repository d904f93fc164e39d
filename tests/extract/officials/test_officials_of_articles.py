"""Whole small articles: short forms, posts told apart from names, states that follow, mentions, odd text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from kg.extract.officials import find_cast
from kg.extract.records import Cast, Mention
from kg.model import Article
from kg.page import segment
from kg.page.records import Page, Sentence, Zone

BRIDGE = """Haugland, Vella sign bridge accord

May 4, 2019

VALLETTA - Norwegian Foreign Minister Sigrid Haugland met Malta's prime minister, Joseph Zammit Vella, on Friday for talks about the bridge.

Haugland told reporters that Oslo would pay. The minister then flew to Tunis. "It is done," Zammit Vella said.

A Tunisian delegation is expected in Oslo next week. Norwegian officials gave no date. The two ministers of the region met in 2018.
"""

SUMMIT = """Leaders talk in Lima

March 9, 2015

LIMA - The presidents of Bolivia and Paraguay met here on Sunday for the first time in a year, officials said on Monday.

Alvaro Pizarro and Rosalba Vera shook hands in front of the cameras and went straight to a working lunch about the border.

Prime Minister Jorge Quispe Mamani of Peru was the host of the lunch.
"""

KINGS = """King receives prime minister

June 2, 2011

AMMAN - King Nasser received Prime Minister Liam Corrigan of Ireland on Thursday, and Crown Prince Talal bin Nasser saw him later.

The king thanked Corrigan for his visit. Corrigan's wife, Maeve Corrigan, visited a school.
"""


def cast_of(text: str) -> Cast:
    return find_cast(segment(text), Article(id="t", text=text))


def told(text: str, mentions: tuple[Mention, ...], kind: str) -> list[str]:
    return [text[m.start : m.end] for m in mentions if m.kind == kind]


def test_short_forms_belong_to_the_full_name() -> None:
    cast = cast_of(BRIDGE)
    assert [(o.local, o.name, o.country) for o in cast.officials] == [
        (1, "Sigrid Haugland", "NO"),
        (2, "Joseph Zammit Vella", "MT"),
    ]
    named = [(BRIDGE[m.name_start : m.name_end], m.official) for m in cast.mentions if m.kind == "name"]
    assert ("Haugland", 1) in named
    assert ("Zammit Vella", 2) in named


def test_a_post_alone_points_to_its_holder() -> None:
    cast = cast_of(BRIDGE)
    titles = {BRIDGE[m.start : m.end]: m.official for m in cast.mentions if m.kind == "title"}
    assert titles["The minister"] == 1


def test_groups_and_parties_are_mentions_and_places_are_not() -> None:
    cast = cast_of(BRIDGE)
    assert "A Tunisian delegation" in told(BRIDGE, cast.mentions, "group")
    assert "Norwegian officials" in told(BRIDGE, cast.mentions, "group")
    parties = told(BRIDGE, cast.mentions, "party")
    assert "Oslo" in parties  # "Oslo would pay"
    assert "Tunis" not in parties  # "flew to Tunis"


def test_mentions_are_sorted_and_apart() -> None:
    for text in (BRIDGE, SUMMIT, KINGS):
        mentions = cast_of(text).mentions
        assert all(a.end <= b.start for a, b in pairwise(mentions))
        assert all(m.start <= m.name_start <= m.name_end <= m.end for m in mentions)


def test_names_fill_a_plural_title_of_the_sentence_before() -> None:
    found = {o.name: (o.role, o.country) for o in cast_of(SUMMIT).officials}
    assert found["Alvaro Pizarro"] == ("president", "BO")
    assert found["Rosalba Vera"] == ("president", "PY")
    assert found["Jorge Quispe Mamani"] == ("Prime Minister", "PE")


def test_a_dynasty_is_not_one_person_and_family_is_no_official() -> None:
    found = {o.name: (o.office, o.country) for o in cast_of(KINGS).officials}
    assert found["Nasser"][0] == "monarch"
    assert found["Talal bin Nasser"][0] == "crown-prince"
    assert found["Liam Corrigan"] == ("prime-minister", "IE")
    assert "Maeve Corrigan" not in found


def test_quotes_are_verbatim() -> None:
    for text in (BRIDGE, SUMMIT, KINGS):
        for official in cast_of(text).officials:
            assert official.quotes
            assert all(text[q.start : q.end] == q.exact for q in official.quotes)


def test_a_lookup_names_the_state_that_the_article_does_not_say() -> None:
    text = "Talks\n\nMay 4, 2019\n\nThe talks were led by Sigrid Haugland and Joseph Zammit of Malta on Monday, they said.\n"
    cast = find_cast(segment(text), Article(id="t", text=text), {"Sigrid Haugland": "NO"}.get)
    assert {o.name: o.country for o in cast.officials}["Sigrid Haugland"] == "NO"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n\n",
        "PRESIDENT " * 5000,
        "of the " * 8000,
        "Foreign Minister " * 4000 + "Ann Berg met him.",
        "Ann Berg, " * 5000 + "met.",
        "a" * 200_000,
        "Минист́р\u200b Ann\u202e Berg met King\u00a0Bo.\n" * 200,
        "وزير الخارجية التقى نظيره\n" * 300,
        "X's " * 6000,
        "A. B. C. " * 6000,
        " ".join(f"Minister Ann{chr(97 + i % 26)}{chr(97 + i // 26 % 26)} Berg{i}x met" for i in range(3000)),
        " ".join(
            f"Ann{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)} Bergo," for i in range(4000)
        ),
    ],
)
def test_odd_text_is_read_in_bounded_time(text: str) -> None:
    whole = Page(text, (Zone("body", 0, len(text)),), (Sentence(0, len(text), "body", 0),))
    start = time.perf_counter()
    cast_of(text)
    cast = find_cast(whole, Article(id="t", text=text))  # one sentence, however long
    assert time.perf_counter() - start < 20  # seconds; linear work takes far less on any machine
    assert all(a.end <= b.start for a, b in pairwise(cast.mentions))
