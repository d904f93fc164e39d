"""Courses of journeys and days told by other days, over several sentences: own sentences, real or fictional people."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import to_record
from kg.extract.rules import Rules
from kg.model import Article

RULES = Rules()

CASES: list[tuple[str, list[str]]] = [
    # what the article says; kind, standing, participants, state of the place and date of events that it tells
    (  # the trip told last
        "Italian Prime Minister Carla Rossi will travel to Jordan on Friday. The trip ends in Lebanon after a stop in "
        "Egypt.",
        ["visit planned Rossi JO 2024-10-11", "visit planned Rossi LB None", "visit planned Rossi EG None"],
    ),
    (
        "Kenyan President Abel Mwangi will fly to Rabat on 28 October. King Hamid of Morocco meets him there the day "
        "after.",
        ["visit planned Mwangi MA 2024-10-28", "meeting planned Hamid Mwangi MA 2024-10-29"],
    ),
    (
        "British Foreign Secretary John Marsh landed in Seoul on Monday. The morning after his arrival he met South "
        "Korean Foreign Minister Kang Min-su.",
        ["visit held Marsh KR 2024-10-07", "meeting held Marsh Min-su KR 2024-10-08"],
    ),
    (
        "Japanese Prime Minister Jiro Tanabe began a trip to Laos on Sunday. Two days into the visit he sat down with "
        "Laotian Prime Minister Khamla Vong.",
        ["visit held Tanabe LA 2024-10-06", "meeting held Tanabe Vong LA 2024-10-08"],
    ),
    (
        "Peruvian President Rosa Quispe visits Kyiv on Thursday. From there she heads to Warsaw to see Polish Prime "
        "Minister Jan Nowak.",
        [
            "visit planned Quispe UA 2024-10-10",
            "visit planned Quispe PL 2024-10-10/2024-10-16",
            "meeting planned Nowak Quispe PL 2024-10-10/2024-10-16",
        ],
    ),
    (
        "The foreign ministers of Kenya and Peru, Abel Mwangi and Rosa Quispe, met in Geneva on Friday. They will meet "
        "again in the same city next month.",
        ["meeting planned Mwangi Quispe CH 2024-11"],
    ),
    (
        "Peruvian President Rosa Quispe will be in Rabat from Monday to Wednesday.",
        ["visit planned Quispe MA 2024-10-14/2024-10-16"],
    ),
    (  # no month of March
        "Peruvian President Rosa Quispe met U.S. President John Carter at the White House on 25 July. Quispe then went "
        "to Mar-a-Lago the next day.",
        ["visit held Quispe US 2024-07-26"],
    ),
    (
        "Peruvian President Rosa Quispe met French President Paul Morel at Clarence House on Monday.",
        ["meeting held Morel Quispe GB 2024-10-07"],
    ),
]


@pytest.mark.parametrize(("text", "events"), CASES)
def test_course(text: str, events: list[str]) -> None:
    article = Article(id="x", text=f"Diplomatic news\n\n{text}", published=date(2024, 10, 9))
    told = [
        f"{e['kind']} {e['status']} {' '.join(sorted(p.split()[-1] for p in e['participants']))} "
        f"{e['place_country']} {e['date']}"
        for e in to_record(RULES.extract(article))["events"]
    ]
    assert set(events) <= set(told), told
