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
    (  # the day stands before whom it is about, whatever stands between
        f"On Sunday {MWANGI} conferred with {OKELLO} about grain, and on Monday with {KAMANZI} about fish.",
        {"Mwangi Okello 2024-10-06 None", "Kamanzi Mwangi 2024-10-07 None"},
    ),
    (
        f"On Friday in Kampala {MWANGI} met {OKELLO}, and on Saturday in Kigali {KAMANZI}.",
        {"Mwangi Okello 2024-10-04 Kampala", "Kamanzi Mwangi 2024-10-05 Kigali"},
    ),
    (  # places before, days behind
        f"In Kampala {MWANGI} saw {OKELLO} on Friday and in Kigali {KAMANZI} a day later.",
        {"Mwangi Okello 2024-10-04 Kampala", "Kamanzi Mwangi 2024-10-05 Kigali"},
    ),
    (
        f"{MWANGI} met {OKELLO} over breakfast and {KAMANZI} over lunch.",
        {"Mwangi Okello None None", "Kamanzi Mwangi None None"},
    ),
    (
        f"{MWANGI} saw {OKELLO} at the lodge and, over dinner, {KAMANZI}.",
        {"Mwangi Okello None None", "Kamanzi Mwangi None None"},
    ),
    (
        f"{MWANGI} had lunch with {OKELLO} in Kampala on Monday and dinner with {KAMANZI} in Kigali on Tuesday.",
        {"Mwangi Okello 2024-10-07 Kampala", "Kamanzi Mwangi 2024-10-08 Kigali"},
    ),
    (
        f"{MWANGI} spent Sunday with {OKELLO} in Kampala and Monday with {KAMANZI} in Kigali.",
        {"Mwangi Okello 2024-10-06 Kampala", "Kamanzi Mwangi 2024-10-07 Kigali"},
    ),
    (  # "whom" is both
        f"{OKELLO} and {KAMANZI}, whom {MWANGI} received one after the other on Monday, smiled.",
        {"Mwangi Okello 2024-10-07 None", "Kamanzi Mwangi 2024-10-07 None"},
    ),
    (  # no name begins with the month
        f"{MWANGI} met {OKELLO} in May. The previous June Mwangi had called on {KAMANZI} in Kigali.",
        {"Mwangi Okello 2024-05 None", "Kamanzi Mwangi 2023-06 Kigali"},
    ),
    (  # at one table
        f"{MWANGI} met {OKELLO} and {KAMANZI} over dinner.",
        {"Kamanzi Mwangi Okello None None"},
    ),
    (  # a verb of its own
        f"{MWANGI} met {OKELLO} in Kampala on Sunday, and on Monday {KAMANZI} spoke of peace.",
        {"Mwangi Okello 2024-10-06 Kampala"},
    ),
    (  # whoever came next met the same host
        f"{MWANGI} received {OKELLO} in Nairobi on Monday. {KAMANZI} was next.",
        {"Mwangi Okello 2024-10-07 Nairobi", "Kamanzi Mwangi 2024-10-07 Nairobi"},
    ),
    (
        f"{MWANGI} received {OKELLO} in Nairobi on Monday. On Tuesday it was the turn of {KAMANZI}.",
        {"Mwangi Okello 2024-10-07 Nairobi", "Kamanzi Mwangi 2024-10-08 Nairobi"},
    ),
    (
        f"{MWANGI} received {OKELLO} in Nairobi on Monday, followed by {KAMANZI} on Tuesday.",
        {"Mwangi Okello 2024-10-07 Nairobi", "Kamanzi Mwangi 2024-10-08 Nairobi"},
    ),
    (
        f"{MWANGI} received {OKELLO} in Nairobi on Monday. {KAMANZI} was next to speak.",
        {"Mwangi Okello 2024-10-07 Nairobi"},
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
