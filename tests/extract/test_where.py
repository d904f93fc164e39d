"""Where events took place that their own sentence does not place: fictional news, written for this test."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import to_record
from kg.extract.rules import Rules
from kg.extract.where.scene import scene
from kg.model import Article
from kg.page import segment
from tests.extract.telling import of_two

RULES = Rules()
HEADLINE = "Neighbours talk at last\n\n"

CASES: list[tuple[str, str, str, str | None]] = [
    # what the article says; kind and participants of the event; the state of its place
    (
        "Kenyan President Abel Mwangi flew to Lima on Monday. On Tuesday he met Peruvian President Rosa Quispe.",
        "meeting Mwangi Quispe",
        "Lima",
        "PE",
    ),
    (  # a declaration is signed where the talks were held
        "Turkish President Kemal Aksoy and Serbian President Goran Petrovic held talks in Ankara on Monday. Aksoy and "
        "Petrovic signed a trade agreement after dinner.",
        "agreement Aksoy Petrovic",
        "Ankara",
        "TR",
    ),
    (  # a host receives at home, whoever travels elsewhere later
        "LIMA, Oct 8, 2024 (Andes Wire) - Peruvian President Rosa Quispe received Japanese Foreign Minister Jiro "
        "Tanabe on Monday. Quispe leaves for Brasilia on Wednesday.",
        "meeting Quispe Tanabe",
        "LIMA",
        "PE",
    ),
    (  # the city of the dateline comes before one where they were on the way
        "LIMA, Oct 8, 2024 (Andes Wire) - Kenyan President Abel Mwangi was in Ankara on Friday, on his way to the summit. On "
        "Monday he breakfasted with Japanese Foreign Minister Jiro Tanabe.",
        "meeting Mwangi Tanabe",
        "LIMA",
        "PE",
    ),
    (  # "there"
        "Kenyan President Abel Mwangi left on Sunday for Lima. There, on Monday, he met Japanese Foreign Minister "
        "Jiro Tanabe.",
        "meeting Mwangi Tanabe",
        "Lima",
        "PE",
    ),
    (  # the story goes on in the city where the sentence before it was
        "In Lima, Kenyan President Abel Mwangi met Peruvian President Rosa Quispe on Monday. Japanese Foreign "
        "Minister Jiro Tanabe met Peruvian Foreign Minister Luis Vargas on Tuesday.",
        "meeting Tanabe Vargas",
        "Lima",
        "PE",
    ),
    (  # who has left for a city holds the talks to come there
        "LIMA, Oct 8, 2024 (Andes Wire) - Peruvian President Rosa Quispe left for Ankara on Tuesday morning. Quispe will meet "
        "Turkish President Kemal Aksoy on Wednesday.",
        "meeting Aksoy Quispe",
        "Ankara",
        "TR",
    ),
    (  # what is called off with a journey was to be held there
        "Turkish President Kemal Aksoy has cancelled a visit to Lima. Aksoy will not meet Peruvian President Rosa Quispe "
        "on Friday.",
        "meeting Aksoy Quispe",
        "Lima",
        "PE",
    ),
]


@pytest.mark.parametrize(("text", "event", "place", "state"), CASES, ids=[c[1] for c in CASES])
def test_place(text: str, event: str, place: str, state: str | None) -> None:
    told = to_record(RULES.extract(Article(id="x", text=HEADLINE + text, published=date(2024, 10, 9))))[
        "events"
    ]
    found = {
        " ".join([e["kind"], *sorted(p.split()[-1] for p in e["participants"])]): (
            e["place"],
            e["place_country"],
        )
        for e in told
    }
    assert event in found, told
    assert (found[event][1], (found[event][0] or "").lower()) == (state, place.lower())


@pytest.mark.parametrize(
    ("above", "city"),
    [
        ("From our correspondent, Lima", "Lima"),
        ("By Ann Doe in Lima", "Lima"),
        ("Lima, 3 May 2024", "Lima"),
        ("The Andes Herald | Lima | 3 May 2024", "Lima"),
        ("The Lima Herald", None),
        ("LIMA    Sept. 18, 2013", "LIMA"),
        ("LIMA (3 March 2019)", "LIMA"),
        ("LIMA Monday, 3 March 2019", "LIMA"),
        ("LIMA – 3 March 2019", "LIMA"),
        ("Lima Letter", "Lima"),
        ("Postcard from Lima", "Lima"),
    ],
)
def test_scene(above: str, city: str | None) -> None:
    text = (
        f"Calm after the storm\n\n{above}\n\nThe foreign ministers of Peru and Kenya met on Monday and talked about "
        "fish. They will meet again in the spring, their spokesmen said."
    )
    found = scene(segment(text), {"PE", "KE"})
    assert (found.name if found else None) == city


@pytest.mark.parametrize(
    ("headline", "opening", "city"),
    [
        ("Ministers meet in Lima", "", "Lima"),
        ("Ministers in Lima and in Nairobi fall silent", "", None),
        ("Lima calls for calm", "", None),
        ("Calm after the storm", "CAIRO – 3 March 2019 – ", "CAIRO"),
        ("Calm after the storm", "ABOARD THE PRESIDENTIAL PLANE (Andes Wire) — ", None),
        ("Ministers meet in Lima", "ABOARD THE PRESIDENTIAL PLANE (Andes Wire) — ", "Lima"),
    ],
)
def test_scene_of_dateline_and_headline(headline: str, opening: str, city: str | None) -> None:
    """A dateline that names no city leaves the scene to the headline, where that says that it happens in one city."""
    text = (
        f"{headline}\n\n{opening}The foreign ministers of Peru and Kenya met on Monday and talked about fish. They "
        "will meet again in the spring, their spokesmen said."
    )
    found = scene(segment(text), {"PE", "KE", "EG"})
    assert (found.name if found else None) == city


def test_two_days_of_one_stay_are_one_visit() -> None:
    text = (
        "Kenyan President Abel Mwangi flew home from Lima on Monday. Mwangi had landed in Lima on Sunday morning and had "
        "been driven to the palace."
    )
    told = to_record(RULES.extract(Article(id="x", text=HEADLINE + text, published=date(2024, 10, 9))))[
        "events"
    ]
    assert [(e["kind"], e["place"], e["date"]) for e in told] == [("visit", "Lima", "2024-10-06/2024-10-07")]


SITES = """
at Vienna's Hofburg palace | AT
in Vienna's old town | AT
in downtown Vienna | AT
north of Vienna | AT
in a hotel on the outskirts of Vienna | AT
on the margins of the Vienna summit | AT
at 10 Downing Street | GB
at the African Union's headquarters | ET
at UN headquarters in Geneva | CH
in Tripoli, Lebanon, | LB
in Birmingham, Alabama, | US
in Cambridge, Massachusetts, | US
in Rovaniemi | FI
in Montego Bay | JM
in Santiago de Compostela | ES
"""


@pytest.mark.parametrize("row", SITES.strip().splitlines())
@pytest.mark.parametrize("story", ["X met Y {} on Monday.", "X is to meet Y {} next week."])
def test_sites_and_their_states(story: str, row: str) -> None:
    site, state = row.split(" | ")
    meetings = {c for kind, _, c in of_two(story.format(site), "place_country") if kind == "meeting"}
    assert meetings == {state}
