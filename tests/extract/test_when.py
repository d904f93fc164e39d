"""Which day and which standing an event has: fictional news, written for this test."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import to_record
from kg.extract.rules import Rules
from kg.model import Article

PUBLISHED = date(2024, 10, 9)  # a Wednesday
RULES = Rules()
M, A, N = "French President Luc Moreau", "Turkish President Kemal Aksoy", "Polish President Jan Nowak"

CASES: list[tuple[str, str, str | None, str]] = [
    # what the article says; kind and people of the event; its day; its standing
    # the day hangs on another one of the same sentence, or of the one before
    (f"{M} arrived in Ankara on Sunday and was received by {A} that same evening.", "meeting Aksoy Moreau", "2024-10-06", "held"),
    (f"{M} flew to Ankara on Monday. The next day he met {A}.", "meeting Aksoy Moreau", "2024-10-08", "held"),
    # the day of something else
    (
        f"{M} and {A} met on Tuesday. It was their first meeting since the coup of 3 May. Moreau and {N} spoke by phone the day before.",
        "call Moreau Nowak",
        "2024-10-07",
        "held",
    ),
    (f"{M} will see {A} when he travels to Ankara on November 13.", "meeting Aksoy Moreau", "2024-11-13", "planned"),
    # distances
    (f"{M} said yesterday, a day after he flew to Ankara, that all was well.", "visit Moreau", "2024-10-07", "held"),
    (f"A day after meeting {A} in Ankara, {M} on Tuesday received {N}.", "meeting Aksoy Moreau", "2024-10-07", "held"),
    (f"A day after meeting {A} in Ankara, {M} on Tuesday received {N}.", "meeting Moreau Nowak", "2024-10-08", "held"),
    (f"{M} arrived in Ankara on Sunday, a day before meeting {A}.", "meeting Aksoy Moreau", "2024-10-07", "held"),
    (f"Hours after he arrived in Ankara on Monday, {M} met {A}.", "meeting Aksoy Moreau", "2024-10-07", "held"),
    # put off, moved, dropped
    (f"A meeting between {M} and {A} has been moved from Monday to 18 October.", "meeting Aksoy Moreau", "2024-10-18", "postponed"),
    (f"A planned meeting between {M} and {A} had to be called off.", "meeting Aksoy Moreau", None, "cancelled"),
    (f"A meeting between {M} and {A} is foreseen for Friday.", "meeting Aksoy Moreau", "2024-10-11", "planned"),
    (f"A meeting between {M} and {A} planned for Friday will be short.", "meeting Aksoy Moreau", "2024-10-11", "planned"),
    # what has been held was held, whatever the sentence says of it
    (f"The dinner that {M} gave on Monday for {A} would be the last.", "meeting Aksoy Moreau", "2024-10-07", "held"),
    (f"Monday also saw {M} spend an hour with {A}.", "meeting Aksoy Moreau", "2024-10-07", "held"),
    (f"{M} set out for Ankara on Monday.", "visit Moreau", "2024-10-07", "held"),
    (f"{M} had been to see {A} in Ankara on Monday.", "meeting Aksoy Moreau", "2024-10-07", "held"),
    (f"{M} was due in Ankara today.", "visit Moreau", "2024-10-09", "planned"),
    # what is arranged, in the present tense; the tour and its stops; the trip under way
    (f"{M} will arrive in Ankara on Friday. He sees {A} in the afternoon.", "meeting Aksoy Moreau", "2024-10-11", "planned"),
    (f"{M} is expected on Friday on a tour that takes him to Ankara on the same day.", "visit Moreau", "2024-10-11", "planned"),
    (f"{M} visited Warsaw on Tuesday. His trip will also take him to Ankara.", "visit Moreau", "2024-10-09/2024-10-15", "planned"),
    # the day of an offer is not the day of what is offered
    (f"{M} said on Monday that he wanted to meet {A}.", "meeting Aksoy Moreau", None, "proposed"),
    # the sentence before tells the day rather than the one behind
    (
        f"{M} received {A} on Monday. Moreau also talked to {N} by phone. He flew to Ankara on Tuesday.",
        "call Moreau Nowak",
        "2024-10-07",
        "held",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "event", "day", "status"), CASES, ids=[f"{c[1]} {c[2]} {c[3]}" for c in CASES]
)
def test_day_and_standing(text: str, event: str, day: str | None, status: str) -> None:
    article = Article(id="x", text=f"World news\n\nOctober 9, 2024\n\n{text}", published=PUBLISHED)
    told = [
        (" ".join([e["kind"], *sorted(p.split()[-1] for p in e["participants"])]), e["date"], e["status"])
        for e in to_record(RULES.extract(article))["events"]
    ]
    assert (event, day, status) in told


def test_the_last_time_before_is_another_day() -> None:
    text = (
        "Talks\n\nNorwegian Foreign Minister Kari Lund received her Chilean counterpart, Rosa Muñoz, in Bergen on Monday. "
        "It was the first meeting of the two ministers since an Arctic summit in June. They signed a declaration.\n"
    )
    told = to_record(Rules().extract(Article(id="x", text=text, published=date(2024, 10, 9))))["events"]
    assert {e["date"] for e in told} == {"2024-10-07"}
    assert {e["kind"] for e in told} >= {"meeting", "agreement"}
