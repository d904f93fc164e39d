"""Occasions of one kind, one after the other: years told once, days in a row, time shared out among places."""

from __future__ import annotations

import pytest

from tests.extract.telling import brief, events_of

WHO = "Chilean President Rosa Fuentes"
HOST = "Peruvian President Luis Prado"

CASES: list[tuple[str, set[str]]] = [
    (  # a year that opens the sentence governs its months
        f"In 2011 {WHO} went to Peru in March and to Ecuador in June.",
        {"visit Fuentes PE 2011-03 held", "visit Fuentes EC 2011-06 held"},
    ),
    (
        f"Last year {WHO} travelled to Peru on 3 March.",
        {"visit Fuentes PE 2023-03-03 held"},
    ),
    (
        f"{WHO} visited Peru in March of last year and Ecuador in June.",
        {"visit Fuentes PE 2023-03 held", "visit Fuentes EC 2023-06 held"},
    ),
    (  # not the year of something else
        f"{WHO}, elected in March 2011, went to Peru in June.",
        {"visit Fuentes PE 2024-06 held"},
    ),
    (
        f"{WHO} visited Peru twice in 2011, in March and in November.",
        {"visit Fuentes PE 2011-03 held", "visit Fuentes PE 2011-11 held"},
    ),
    (
        f"{WHO} telephoned {HOST} on Monday and Ecuador's Pablo Vela a day later.",
        {"call Fuentes Prado None 2024-10-07 held", "call Fuentes Vela None 2024-10-08 held"},
    ),
    (  # one journey of two days
        f"{WHO} will visit Peru on Monday and Tuesday.",
        {"visit Fuentes PE 2024-10-14/2024-10-15 planned"},
    ),
    (  # shares of time, and meals
        f"{WHO} spent two days in Lima and three in Quito.",
        {"visit Fuentes PE None held", "visit Fuentes EC None held"},
    ),
    (
        f"{WHO} is to spend one day in Lima and a few hours in Ecuador next week.",
        {"visit Fuentes PE 2024-10-14/2024-10-20 planned", "visit Fuentes EC 2024-10-14/2024-10-20 planned"},
    ),
    (
        f"{WHO} had breakfast in Lima and lunch in Quito on Monday.",
        {"visit Fuentes PE 2024-10-07 held", "visit Fuentes EC 2024-10-07 held"},
    ),
    (f"{WHO} has three envoys in Lima and two in Quito.", set()),
    (
        f"{WHO} stopped in Lima in March on her way to Quito.",
        {"visit Fuentes PE 2024-03 held", "visit Fuentes EC 2024-03 held"},
    ),
    (  # the next cities are those of who travels, not of whom she meets
        f"{WHO} will be in Lima on Tuesday, for talks with {HOST}, in Quito on Wednesday and in Bogota the day after.",
        {
            "visit Fuentes PE 2024-10-15 planned",
            "visit Fuentes EC 2024-10-16 planned",
            "visit Fuentes CO 2024-10-17 planned",
            "meeting Fuentes Prado PE 2024-10-15 planned",
        },
    ),
    (  # the place is that of the time before
        f"{WHO} will see {HOST} on Friday, for the first time since he received her in Lima in March.",
        {
            "meeting Fuentes Prado None 2024-10-11 planned",
            "meeting Fuentes Prado PE 2024-03 held",
            "visit Fuentes PE 2024-03 held",
        },
    ),
    (  # the minister, not whose minister she is
        f"{HOST}, whose foreign minister Ana Rojas flew to Quito on Monday, met {WHO} in Lima.",
        {
            "visit Rojas EC 2024-10-07 held",
            "meeting Fuentes Prado PE 2024-10-07 held",
            "visit Fuentes PE 2024-10-07 held",
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_occasion_has_its_own_day_and_place(text: str, expected: set[str]) -> None:
    events = events_of(f"Diplomatic news\n\nOctober 9, 2024\n\n{text}")
    assert {brief(e) for e in events} == expected
