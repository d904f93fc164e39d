"""Events told with their state, place, day and standing: fictional news, written for this test."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import to_record
from kg.extract.rules import Rules
from kg.model import Article

RULES = Rules()
HEADLINE = "Neighbours talk at last\n\n"
TODAY = date(2024, 10, 9)  # a Wednesday

# what the article says; events that it must give: kind, family names, place's state, date, standing
CASES: list[tuple[str, list[str]]] = [
    (  # a pronoun inside a list of subjects is not the list
        "Kenyan President Abel Mwangi met Peruvian President Rosa Quispe in Lima on Monday. The two governments and "
        "their visitor then turned to the border.",
        ["meeting Mwangi Quispe PE 2024-10-07 held"],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[c[0][:60] for c in CASES])
def test_events(text: str, wanted: list[str]) -> None:
    told = to_record(RULES.extract(Article(id="x", text=HEADLINE + text, published=TODAY)))["events"]
    found = [
        " ".join(
            [
                e["kind"],
                *sorted(p.split()[-1] for p in e["participants"]),
                str(e["place_country"]),
                str(e["date"]),
                e["status"],
            ]
        )
        for e in told
    ]
    assert [w for w in wanted if w not in found] == [], found
