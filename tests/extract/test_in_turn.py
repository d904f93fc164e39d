"""One verb, several meetings: whom somebody met next, with a day or place of its own."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import to_record
from kg.extract.rules import Rules
from kg.model import Article

RULES = Rules()
MWANGI = "Kenyan President Abel Mwangi"
OKELLO = "Ugandan President Ojok Okello"
KAMANZI = "Rwandan President Jean Kamanzi"

CASES: list[tuple[str, set[str]]] = [
    (
        f"{MWANGI} met {OKELLO} in Kampala on Monday and {KAMANZI} in Kigali on Tuesday.",
        {"Mwangi Okello 2024-10-07 Kampala", "Kamanzi Mwangi 2024-10-08 Kigali"},
    ),
    (
        f"{MWANGI} held talks with {OKELLO} on Monday, and {KAMANZI} on Tuesday.",
        {"Mwangi Okello 2024-10-07 None", "Kamanzi Mwangi 2024-10-08 None"},
    ),
    (  # the place between the verb and whom it is about
        f"{MWANGI} received in Nairobi {OKELLO} on Monday.",
        {"Mwangi Okello 2024-10-07 Nairobi"},
    ),
    (  # together, on one day
        f"{MWANGI} met {OKELLO} and {KAMANZI} on Tuesday.",
        {"Kamanzi Mwangi Okello 2024-10-08 None"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[-50:] for text, _ in CASES])
def test_each_day_has_its_meeting(text: str, expected: set[str]) -> None:
    article = Article(id="x", text=f"News\n\nOctober 9, 2024\n\n{text}", published=date(2024, 10, 9))
    found = {
        f"{' '.join(sorted(name.split()[-1] for name in e['participants']))} {e['date']} {e['place']}"
        for e in to_record(RULES.extract(article))["events"]
        if e["kind"] == "meeting"
    }
    assert found == expected
