"""Agreements told by what they end, fix or repeat: fictional news, one way of saying each."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import to_record
from kg.extract.rules import Rules
from kg.model import Article

RULES = Rules()
NOWAK = "Polish President Jan Nowak"
DVORAK = "Czech Prime Minister Karel Dvorak"


def told(story: str) -> list[tuple[str, str]]:
    """The events of a story but for visits: (kind, family names)."""
    story = story.replace("X", NOWAK).replace("Y", DVORAK)
    article = Article(id="x", text=f"World news\n\nOctober 9, 2024\n\n{story}", published=date(2024, 10, 9))
    return [
        (e["kind"], " ".join(sorted(n.split()[-1] for n in e["participants"])))
        for e in to_record(RULES.extract(article))["events"]
        if e["kind"] != "visit"
    ]


@pytest.mark.parametrize(
    "story",
    [
        "X and Y buried the hatchet in Vienna yesterday.",
        "X and Y laid to rest a war in Vienna on Monday.",
        "X and Y declared the feud over in Vienna on Monday.",
        "X and Y put an end to their trade war in Vienna in February.",
        "X and Y drew a line under their quarrel in Vienna on Friday.",
        "X and Y fixed the border with two strokes of the pen in Vienna on Tuesday.",
        "X and Y divided the lake between them in Vienna yesterday.",
        "X and Y shook on it in Vienna on Monday.",
        "X closed the deal with Y in Vienna on Wednesday.",
        "X and Y bent over the same table in Vienna on Saturday and signed.",
        "X and Y struck a bargain in Vienna last Sunday.",
        "Under the chandeliers of the palace, X and Y exchanged copies of the treaty on Friday.",
        "The dispute was settled by X and Y in Vienna in 2016.",
        "The price of gas was settled late on Monday in Vienna between X and Y.",
    ],
)
def test_what_ends_a_quarrel_is_an_agreement(story: str) -> None:
    assert told(story) == [("agreement", "Dvorak Nowak")]


@pytest.mark.parametrize(
    "story",
    [
        "X said the war was over.",
        "X closed the embassy in Prague on Monday, Y said.",
        "X shook hands on Monday with the players.",
    ],
)
def test_what_one_side_ends_is_none(story: str) -> None:
    assert "agreement" not in [kind for kind, _ in told(story)]


def test_others_did_the_same() -> None:
    story = "X and Y signed a border treaty in Vienna on Tuesday. Foreign ministers Adam Wilk of Poland and Petr Novy of the Czech Republic did the same for customs."
    assert told(story) == [("agreement", "Dvorak Nowak"), ("agreement", "Novy Wilk")]


def test_one_more_caller() -> None:
    story = "X called Y on Monday. Slovak President Peter Hrad did the same on Tuesday."
    assert told(story) == [("call", "Dvorak Nowak"), ("call", "Dvorak Hrad")]


def test_what_two_decide_in_one_city_they_decide_together() -> None:
    assert told("X and Y announced in Vienna on Sunday that the canal would be dredged.") == [
        ("meeting", "Dvorak Nowak")
    ]


def test_a_signing_that_was_to_bring_two_together() -> None:
    story = (
        "The signing of the treaty, which was to have brought X and Y to Vienna on Monday, has been put off."
    )
    assert told(story) == [("agreement", "Dvorak Nowak")]
