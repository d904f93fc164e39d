"""Guests at a table or in a house, terms come to, journeys paid: each told without a verb of meeting."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import to_record
from kg.extract.rules import Rules
from kg.model import Article

PUBLISHED = date(2024, 10, 9)  # a Wednesday
RULES = Rules()

LUND = "Norwegian Foreign Minister Kari Lund"
ARAYA = "Chilean President Pedro Araya"
BOTH = "Araya Lund held"

CASES: list[tuple[str, set[str]]] = [
    # at a table, at a house
    (f"{ARAYA} had {LUND} to lunch on Monday.", {f"meeting: {BOTH}"}),
    (f"{ARAYA} gave {LUND} half an hour on Monday.", {f"meeting: {BOTH}"}),
    (f"{LUND} came out of {ARAYA}'s office on Monday and smiled.", {f"meeting: {BOTH}"}),
    (f"{LUND} dined on Monday at the residence of {ARAYA}.", {f"meeting: {BOTH}"}),
    # by telephone
    (f"{LUND} telephoned with {ARAYA} on Monday.", {f"call: {BOTH}"}),
    (f"{LUND} met {ARAYA} on Monday and took him line by line through the treaty.", {f"meeting: {BOTH}"}),
    # on paper
    (f"{LUND} came to terms with {ARAYA} on Monday.", {f"agreement: {BOTH}"}),
    (f"{LUND} and {ARAYA} signed what they called the Bergen Charter on Monday.", {f"agreement: {BOTH}"}),
    # journeys
    (f"The visit that {LUND} was to pay to Chile on Monday has been called off.", {"visit: Lund cancelled"}),
    ("Norway sent its foreign minister, Kari Lund, to Santiago on Monday.", {"visit: Lund held"}),
    (f"On Monday {LUND} flew to Santiago, a city in mourning.", {"visit: Lund held"}),
    # no meeting at all
    (f"{LUND} had the portrait of {ARAYA} taken down on Monday.", set()),
    (f"{LUND} heard from {ARAYA} on Monday.", set()),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_the_event_is_found(text: str, expected: set[str]) -> None:
    article = Article(id="x", text=f"Diplomatic news\n\nOctober 9, 2024\n\n{text}", published=PUBLISHED)
    events = to_record(RULES.extract(article))["events"]
    found = {
        f"{e['kind']}: {' '.join(sorted(name.split()[-1] for name in e['participants']))} {e['status']}"
        for e in events
    }
    assert found == expected
