"""Clauses, company and lists that the parser hangs on the wrong phrase."""

from __future__ import annotations

import pytest

from tests.extract.telling import told

MOREAU = "French President Luc Moreau"
BRANDT = "German Chancellor Jutta Brandt"
KOWAL = "Polish President Jan Kowal"

CASES = [
    # the company of an hour
    (
        f"{MOREAU} and {KOWAL} met in Rome on Monday. They were closeted until dawn with {BRANDT}.",
        "meeting Brandt+Kowal+Moreau DE/FR/PL IT 2024-10-07 held",
    ),
    # together, and where
    (
        f"{BRANDT} and {KOWAL} quarrelled. {MOREAU} brought the two together in Geneva in June.",
        "meeting Brandt+Kowal+Moreau DE/FR/PL CH 2024-06 held",
    ),
    # by then
    (
        f"{MOREAU} came to Warsaw on Monday. He had by then seen {BRANDT}.",
        "meeting Brandt+Moreau DE/FR PL 2024-10-07 held",
    ),
    # a clause about the one just named
    (
        f"{KOWAL} told the press beside {MOREAU}, his guest, with whom he had dined in Krakow on Sunday.",
        "meeting Kowal+Moreau FR/PL PL 2024-10-06 held",
    ),
    # a list behind a colon; its members' asides
    (
        f"On Monday {MOREAU} met the southern camp: Italian Prime Minister Ugo Rossi, who was host, Spanish Prime Minister "
        "Ana Lopez and Greek Prime Minister Nikos Pappas.",
        "meeting Lopez+Moreau+Pappas+Rossi ES/FR/GR/IT None 2024-10-07 held",
    ),
    # a post that stands between two who act
    (
        "Jan Kowal, Poland's deputy minister for trade, and French Trade Minister Luc Moreau signed a pact in Warsaw on Monday.",
        "agreement Kowal+Moreau FR/PL PL 2024-10-07 held",
    ),
    # where somebody came from is not where he signed
    (
        f"{MOREAU}, who had flown in from Rabat that morning, signed a treaty with {KOWAL} on Monday.",
        "agreement Kowal+Moreau FR/PL None 2024-10-07 held",
    ),
    # a cessation of hostilities
    (
        "It completes the cessation of hostilities that the foreign ministers of Peru and Chile, Carlos Ruiz and Jorge Soto, "
        "signed in Lima on June 18.",
        "agreement Ruiz+Soto CL/PE PE 2024-06-18 held",
    ),
]


@pytest.mark.parametrize(("story", "event"), CASES, ids=[c[1] for c in CASES])
def test_it_hangs_where_it_belongs(story: str, event: str) -> None:
    assert event in told(story)
