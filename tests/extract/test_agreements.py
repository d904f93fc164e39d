"""Agreements: who signs what with whom, said outright, in the passive, or left to be understood."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kg.extract import to_record
from kg.extract.rules import Rules
from kg.model import Article

PUBLISHED = date(2024, 10, 9)  # a Wednesday
RULES = Rules()
MONDAY = "2024-10-07"

Told = tuple[str, str, str | None, str]  # people, states, date, status

IDRIS = "Sudanese President Omar Idris"
BEKELE = "Ethiopian Prime Minister Tesfaye Bekele"

CASES: list[tuple[str, list[Told]]] = [
    (  # the passive, with and without those who signed
        f"An accord on water was signed in Cairo on Monday by {IDRIS} and {BEKELE}.",
        [("Bekele Idris", "ET SD", MONDAY, "held")],
    ),
    (
        "An accord on water was initialled in Amman on Monday by the Jordanian and Syrian ministers.",
        [("", "JO SY", MONDAY, "held")],
    ),
    (
        f"{IDRIS} received {BEKELE} in Khartoum on Monday. Four agreements were signed.",
        [("", "ET SD", MONDAY, "held")],
    ),
    (
        f"{BEKELE} will visit Sudan next week. Seven agreements are to be signed during the visit.",
        [("", "ET SD", "2024-10-14/2024-10-20", "planned")],
    ),
    (  # in whose presence
        f"{IDRIS} and {BEKELE} looked on as their ministers signed a treaty in Khartoum on Monday.",
        [("Bekele Idris", "ET SD", MONDAY, "held")],
    ),
    (
        f"In the presence of {IDRIS} and {BEKELE}, six memoranda were signed in Khartoum on Monday.",
        [("Bekele Idris", "ET SD", MONDAY, "held")],
    ),
    (  # with whom, close by and further off
        f"{BEKELE} came to Khartoum on Monday to sign a border protocol with {IDRIS}.",
        [("Bekele Idris", "ET SD", MONDAY, "held")],
    ),
    (
        f"{IDRIS} initialled the text in Cairo on Monday, together with {BEKELE}.",
        [("Bekele Idris", "ET SD", MONDAY, "held")],
    ),
    (  # one state abroad: the host signs too
        f"{IDRIS} signed a loan agreement in Beijing on Monday.",
        [("Idris", "CN SD", MONDAY, "held")],
    ),
    (  # other words for it
        f"{IDRIS} and {BEKELE} affixed their signatures to a loan agreement on Monday.",
        [("Bekele Idris", "ET SD", MONDAY, "held")],
    ),
    (
        f"{IDRIS} and {BEKELE} shook hands on a deal in Cairo on Monday.",
        [("Bekele Idris", "ET SD", MONDAY, "held")],
    ),
    (
        "Talks between Sudan and Ethiopia in Cairo ended on Monday with the signing of an accord on the dam.",
        [("", "ET SD", MONDAY, "held")],
    ),
    (
        f"{IDRIS} and {BEKELE} agreed on a code of conduct in Nairobi on Monday.",
        [("Bekele Idris", "ET SD", MONDAY, "held")],
    ),
    (
        "Egypt brokered a truce between Sudan and Ethiopia on Monday.",
        [("", "EG ET SD", MONDAY, "held")],
    ),
    (
        "An exchange of prisoners between Sudan and Ethiopia was agreed in Cairo on Monday.",
        [("", "ET SD", MONDAY, "held")],
    ),
    (
        f"{IDRIS} set his signature beneath a treaty with Ethiopia on Monday.",
        [("Idris", "ET SD", MONDAY, "held")],
    ),
    ("Sudan and Ethiopia came to an understanding on Monday.", [("", "ET SD", MONDAY, "held")]),
    (
        f"{IDRIS} and {BEKELE} announced an agreement on the dam in Cairo on Monday.",
        [("Bekele Idris", "ET SD", MONDAY, "held")],
    ),
    (  # declarations that two states make together
        "In a joint statement on Monday, Sudan and Ethiopia said that they would reopen the border.",
        [("", "ET SD", MONDAY, "held")],
    ),
    (
        f"{IDRIS} met {BEKELE} in Khartoum on Monday, and the two signed what was christened the Khartoum Declaration.",
        [("Bekele Idris", "ET SD", MONDAY, "held")],
    ),
    (  # what the text only mentions
        "Sudan has acceded to the pact that Ethiopia and Kenya signed in 2010.",
        [("", "ET KE", "2010", "held")],
    ),
    (
        "The Cairo agreement of 12 May 2011 between Sudan and Ethiopia remains in force.",
        [("", "ET SD", "2011-05-12", "held")],
    ),
    (  # what a traveller comes home with
        f"{IDRIS} left Addis Ababa on Monday with four signed accords in his bag.",
        [("Idris", "ET SD", MONDAY, "held")],
    ),
    (
        f"{IDRIS} flew to Addis Ababa on Monday. He brought home a treaty on water.",
        [("Idris", "ET SD", MONDAY, "held")],
    ),
    (  # lists of those who signed
        f"Among those who signed the pact in Cairo on Monday were {IDRIS} and {BEKELE}.",
        [("Bekele Idris", "ET SD", MONDAY, "held")],
    ),
    (
        f"{IDRIS} and {BEKELE} set their hands to a treaty in Cairo on Monday.",
        [("Bekele Idris", "ET SD", MONDAY, "held")],
    ),
    (  # still to be signed
        f"The treaty, to be signed by {IDRIS} and {BEKELE} on Friday, covers water.",
        [("Bekele Idris", "ET SD", "2024-10-11", "planned")],
    ),
    (  # "it" is the state, "their ministers" are those of both
        "Sudan on Monday ratified the treaty that it had signed with Ethiopia in Cairo in May.",
        [("", "ET SD", "2024-05", "held")],
    ),
    (
        f"{IDRIS} met {BEKELE} in Cairo on Monday. Their ministers signed six papers on water.",
        [("", "ET SD", MONDAY, "held")],
    ),
    (
        "Sudan joined Ethiopia and Egypt in signing a convention in Cairo on Monday.",
        [("", "EG ET SD", MONDAY, "held")],
    ),
    (
        f"{IDRIS} and {BEKELE} signed a letter of intent in Cairo on Monday.",
        [("Bekele Idris", "ET SD", MONDAY, "held")],
    ),
    # none of these is an agreement of two states
    (f"{IDRIS} left Addis Ababa on Monday with a deal still out of reach.", []),
    (f"{IDRIS} left for Addis Ababa on Monday with a treaty in his bag.", []),
    (f"{IDRIS} met {BEKELE} on Monday. The convention will be opened for signature in May.", []),
    ("Kenyan President Abel Mwangi signed a bill on trade with Sudan on Monday.", []),
    ("Ethiopia and Sudan failed to reach an agreement on Monday.", []),
    (f"{IDRIS} and {BEKELE} parted in Cairo on Monday without signing anything.", []),
    (f"{IDRIS} and {BEKELE} did a great deal on Monday to help each other.", []),
    ("Sudan announced on Monday a deal on ships.", []),
    (f"{IDRIS} and {BEKELE} discussed a trade agreement on Monday.", []),
]


def signed(sentence: str) -> list[Told]:
    article = Article(id="x", text=f"World news\n\nOctober 9, 2024\n\n{sentence}", published=PUBLISHED)
    events = to_record(RULES.extract(article))["events"]
    return [_brief(e) for e in events if e["kind"] == "agreement"]


def _brief(e: dict[str, Any]) -> Told:
    people = " ".join(sorted(p.split()[-1] for p in e["participants"]))
    return people, " ".join(e["countries"]), e["date"], e["status"]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[c[0][:50] for c in CASES])
def test_an_agreement(sentence: str, expected: list[Told]) -> None:
    assert signed(sentence) == expected


def test_who_signs_with_somebody_is_not_said_to_have_met_him_as_well() -> None:
    text = f"World news\n\n{IDRIS} signed an agreement with {BEKELE} on Monday."
    events = to_record(RULES.extract(Article(id="x", text=text, published=PUBLISHED)))["events"]
    assert [e["kind"] for e in events] == ["agreement"]
