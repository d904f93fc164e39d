"""What talks are about: the phrase where the text tells it, nothing where it tells of time, place or manner."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract.rules import Rules
from kg.model import Article

RULES = Rules()
LUND = "Norwegian Foreign Minister Kari Lund"
ARAYA = "Chilean President Pedro Araya"

TOLD = [
    (f"{ARAYA} and {LUND} held talks on Monday on the war in Sudan.", "the war in Sudan"),
    (
        f"{ARAYA} met {LUND} on Monday to discuss cod, energy and climate change.",
        "cod, energy and climate change",
    ),
    (f"{ARAYA} met {LUND} on Monday, discussing bilateral relations.", "bilateral relations"),
    (f"{ARAYA} spoke by phone with {LUND} on Monday about how to end the war.", "how to end the war"),
    (f"{ARAYA} called {LUND} on Monday to talk about Venezuela.", "Venezuela"),
    (f"{LUND} briefed {ARAYA} on Monday on the peace process in Colombia.", "the peace process in Colombia"),
    (f"{LUND} will visit Santiago on Monday for talks with {ARAYA} on wine and wool.", "wine and wool"),
    (f"{LUND}'s talks with {ARAYA} in Santiago on Monday centred on Ukraine.", "Ukraine"),
    (f"{ARAYA} met {LUND} on Monday for talks focusing on trade and security.", "trade and security"),
    (f"{ARAYA} met {LUND} on Monday. The talks focused on salmon farming.", "salmon farming"),
    (
        f"{ARAYA} met {LUND} on Monday. They discussed quotas and the price of cod.",
        "quotas and the price of cod",
    ),
    (
        f"{ARAYA} met {LUND} on Monday. The two sides exchanged views on the budget crisis.",
        "the budget crisis",
    ),
    (f"{ARAYA} and {LUND} signed an agreement on lithium mining on Monday.", "lithium mining"),
]
NOT_TOLD = [
    f"{ARAYA} and {LUND} held talks on Monday on the sidelines of the summit.",
    f"{ARAYA} spoke with {LUND} on the telephone on Monday.",
    f"{ARAYA} met {LUND} over dinner on Monday.",
    f"{ARAYA} and {LUND} discussed the matter on Monday.",
    f"{ARAYA} met {LUND} in Santiago on Monday on the second day of a two-day visit.",
    f"{ARAYA} did not discuss whaling with {LUND} when they met on Monday.",
    f"{ARAYA} welcomed {LUND} on the tarmac on Monday.",
]


def _topics(text: str) -> set[str | None]:
    article = Article(id="x", text=f"News\n\nOctober 9, 2024\n\n{text}", published=date(2024, 10, 9))
    return {event.topic for event in RULES.extract(article).events if event.kind != "visit"}


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[expected for _, expected in TOLD])
def test_the_matter_is_found(text: str, expected: str) -> None:
    assert _topics(text) == {expected}


@pytest.mark.parametrize("text", NOT_TOLD, ids=[text.split("Lund")[-1] for text in NOT_TOLD])
def test_circumstance_is_no_matter(text: str) -> None:
    assert _topics(text) == {None}
