"""Events told with their state, place, day and standing: fictional news, written for this test."""

from __future__ import annotations

import pytest

from tests.extract.telling import brief, events_of

HEADLINE = "Neighbours talk at last\n\n"

# what the article says; events that it must give: kind, family names, place's state, date, standing
CASES: list[tuple[str, list[str]]] = [
    (  # a pronoun inside a list of subjects is not the list
        "Kenyan President Abel Mwangi met Peruvian President Rosa Quispe in Lima on Monday. The two governments and "
        "their visitor then turned to the border.",
        ["meeting Mwangi Quispe PE 2024-10-07 held"],
    ),
    (  # "is due" with a day before what is due
        "Kenyan President Abel Mwangi flew to Lima on Tuesday and was due on Thursday to meet Peruvian President Rosa Quispe.",
        ["meeting Mwangi Quispe PE 2024-10-10 planned"],
    ),
    (
        "Kenyan President Abel Mwangi said he would no longer be going to Switzerland on Friday.",
        ["visit Mwangi CH 2024-10-11 cancelled"],
    ),
    (  # what is set reads "had been set" when somebody said so
        "Peru said a meeting between Peruvian President Rosa Quispe and Kenyan President Abel Mwangi had been set for Friday "
        "in Lima.",
        ["meeting Mwangi Quispe PE 2024-10-11 planned"],
    ),
    (  # whoever is sent to see somebody sees him
        "Peru sent its foreign minister, Luis Vargas, to see Kenyan President Abel Mwangi in Nairobi on June 2.",
        ["meeting Mwangi Vargas KE 2024-06-02 held"],
    ),
    (  # "since" behind "the highest" is another's year
        "Kenyan Foreign Minister Jane Otieno on Monday became the highest Kenyan official to come to Laos since 1955.",
        ["visit Otieno LA 2024-10-07 held"],
    ),
    (  # the stop before "when" is where it happened
        "Kenyan Foreign Minister Jane Otieno started in Paris on Friday, before a detour to Kabul the next day, when she met "
        "Afghan President Hamid Karzai.",
        ["meeting Karzai Otieno AF 2024-10-05 held"],
    ),
    (
        "Peruvian President Rosa Quispe waited. Kenyan President Abel Mwangi was asked to Lima, and accepted, for some time "
        "in November.",
        ["visit Mwangi PE 2024-11 planned"],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[c[0][:60] for c in CASES])
def test_events(text: str, wanted: list[str]) -> None:
    found = [brief(e) for e in events_of(HEADLINE + text)]
    assert [w for w in wanted if w not in found] == [], found
