"""The commonest sentences of diplomatic wires and ministries' readouts, written for this test."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import to_record
from kg.extract.rules import Rules
from kg.model import Article

PUBLISHED = date(2024, 10, 9)  # a Wednesday
RULES = Rules()
SOLBERG = "Norwegian Prime Minister Ingrid Solberg"
HADDAD = "Moroccan Foreign Minister Karim Haddad"

Told = tuple[str, str, tuple[str, ...], str | None, str | None]  # kind, status, states, place, date

CASES: list[tuple[str, list[Told]]] = [
    # what was asked for in a call or at a meeting says nothing against it
    (
        f"In a phone call with {HADDAD} on Sunday, {SOLBERG} urged restraint.",
        [("call", "held", ("MA", "NO"), None, "2024-10-06")],
    ),
    (
        f"In separate phone calls with his Danish and Swedish counterparts on Monday, {HADDAD} asked for help.",
        [
            ("call", "held", ("DK", "MA"), None, "2024-10-07"),
            ("call", "held", ("MA", "SE"), None, "2024-10-07"),
        ],
    ),
    (
        f"In a meeting with {HADDAD} on Sunday, {SOLBERG} proposed a regional dialogue.",
        [("meeting", "held", ("MA", "NO"), None, "2024-10-06")],
    ),
    # the members of a body
    (
        "Gulf Cooperation Council foreign ministers held an emergency meeting in Doha on Monday.",
        [("meeting", "held", ("GCC", "QA"), "Doha", "2024-10-07")],
    ),
    (
        "Foreign ministers of the Arab League held a meeting in Cairo on Monday.",
        [("meeting", "held", ("AL",), "Cairo", "2024-10-07")],
    ),
    # states that signed
    (
        "Norway and Morocco signed a trade agreement during Norwegian Prime Minister Ingrid Solberg's state "
        "visit to Rabat.",
        [
            ("agreement", "held", ("MA", "NO"), "Rabat", None),
            ("visit", "held", ("MA", "NO"), "Rabat", None),
        ],
    ),
    # the standing of a call is that of the verb above
    (
        f"{SOLBERG} and {HADDAD} were expected to speak by phone on Wednesday.",
        [("call", "planned", ("MA", "NO"), None, "2024-10-09")],
    ),
    (
        f"{SOLBERG} is set to talk over the phone with {HADDAD} on Friday.",
        [("call", "planned", ("MA", "NO"), None, "2024-10-11")],
    ),
    # the day of the talks does not make a planned visit of one that goes on
    (
        f"{SOLBERG}, who is on a visit to Morocco, called on {HADDAD} on Tuesday.",
        [
            ("meeting", "held", ("MA", "NO"), "Morocco", "2024-10-08"),
            ("visit", "held", ("MA", "NO"), "Morocco", "2024-10-08"),
        ],
    ),
    (
        f"{SOLBERG} thanked {HADDAD} during a joint news conference in Rabat on Tuesday.",
        [("meeting", "held", ("MA", "NO"), "Rabat", "2024-10-08")],
    ),
    # an ambassador lives where he is received, a minister has come
    (
        f"{HADDAD} received the Norwegian ambassador to Morocco, Nils Berg, in Rabat on Monday.",
        [("meeting", "held", ("MA", "NO"), "Rabat", "2024-10-07")],
    ),
]


@pytest.mark.parametrize(("sentence", "told"), CASES)
def test_common_sentences(sentence: str, told: list[Told]) -> None:
    text = f"Diplomatic news\n\nOctober 9, 2024\n\n{sentence}"
    record = to_record(RULES.extract(Article(id="c001", text=text, published=PUBLISHED)))
    found = [
        (e["kind"], e["status"], tuple(sorted(e["countries"])), e["place"], e["date"])
        for e in record["events"]
    ]
    assert sorted(found, key=str) == sorted(told, key=str)


def test_who_leads_a_delegation_takes_part() -> None:
    led = "A Norwegian delegation led by State Secretary Nils Berg held consultations"
    sentence = f"{led} with Moroccan officials in Rabat on Monday."
    text = f"Diplomatic news\n\nOctober 9, 2024\n\n{sentence}"
    record = to_record(RULES.extract(Article(id="c002", text=text, published=PUBLISHED)))
    assert [e["participants"] for e in record["events"]] == [["Nils Berg"]]
