"""Summits told by who came, and the envoys and mediators that regional bodies send."""

from __future__ import annotations

import pytest

from kg.extract.officials import find_cast
from kg.model import Article
from kg.page import segment
from tests.extract.telling import told

THREE = "Ugandan President John Oke, Rwandan President Peter Aho and Tanzanian President Samia Hassan"
HELD = "meeting Aho+Hassan+Oke RW/TZ/UG TZ 2024-10-04 held"


@pytest.mark.parametrize(
    "text",
    [
        f"The EAC summit was held in Arusha on Friday. Present were {THREE}.",
        f"The EAC summit was held in Arusha on Friday. In attendance were {THREE}.",
        f"The EAC summit opened in Arusha on Friday. {THREE} are in attendance.",
        f"The EAC summit opened in Arusha on Friday. Participants include {THREE}.",
        f"Other leaders at the summit in Arusha on Friday were {THREE}.",
        f"The talks brought together {THREE} in Arusha on Friday.",
        f"Friday's conference in Arusha gathered {THREE}.",
        "A summit was held in Arusha on Friday. Attending the summit were Presidents John Oke of Uganda, Peter Aho of "
        "Rwanda and Samia Hassan of Tanzania.",
    ],
)
def test_a_list_of_those_who_came_tells_of_the_gathering(text: str) -> None:
    assert HELD in told(text)


def test_a_gathering_of_states_whose_leaders_are_not_named() -> None:
    assert "meeting - KE/TZ/UG TZ 2024-10-04 held" in told(
        "Friday's summit in Arusha drew the presidents of Kenya, Uganda and Tanzania."
    )


def test_those_said_to_be_there_too_belong_to_the_talks_told_before() -> None:
    met = "Ugandan President John Oke met Rwandan President Peter Aho in Kampala on Friday. "
    joined = "meeting Aho+Biru+Kuta+Oke RW/UG UG 2024-10-04 held"
    late = "Also present at the meeting were Foreign Ministers Sam Kuta of Uganda and Vincent Biru of Rwanda."
    assert joined in told(met + late)
    host = "Serbian President Aleksandar Vulic will host Albanian Prime Minister Edi Rama in Belgrade on Monday. "
    late = "Montenegro's Prime Minister Dritan Abaz is also expected to attend."
    assert "meeting Abaz+Rama+Vulic AL/ME/RS RS 2024-10-14 planned" in told(host + late)
    late = "Burundi was represented by Vice-President Prosper Bazo."
    assert "meeting Aho+Bazo+Oke BI/RW/UG UG 2024-10-04 held" in told(met + late)


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        (
            "The mediator of the Economic Community of West African States (ECOWAS) for Togo, former Ghanaian "
            "President Kwame Addo, arrived in Lome on Monday.",
            "Kwame Addo",
            "ECOWAS",
        ),
        (
            "The African Union's special envoy, former Kenyan President John Otieno, arrived in Juba on Monday.",
            "John Otieno",
            "AFU",
        ),
        ("The EU's special representative, Slovak diplomat Jan Novak, met the king.", "Jan Novak", "EU"),
        (
            "The SADC mediator, South African Deputy President Peter Dlamini, arrived in Maseru.",
            "Peter Dlamini",
            "ZA",
        ),
    ],
)
def test_a_former_post_is_not_whom_an_envoy_speaks_for(text: str, name: str, party: str) -> None:
    article = Article(id="x", text=f"News\n\nOctober 9, 2024\n\n{text}")
    cast = find_cast(segment(article.text), article)
    assert [o.country for o in cast.officials if o.name == name] == [party]


def test_a_day_behind_what_is_still_ahead_is_its_own() -> None:
    story = "Finnish Prime Minister Anna Virtanen is in Riga to discuss energy with President Janis Ozols ahead of an EU summit next month."
    assert {line.split()[-2] for line in told(story)} == {"2024-10-09"}


def test_a_pair_is_two() -> None:
    story = (
        "President Peter Aho of Rwanda met Ugandan President John Oke. The statement said the pair held talks on "
        "Sunday."
    )
    assert "meeting Aho+Oke RW/UG None 2024-10-06 held" in told(story)
    story = (
        "Ugandan President John Oke called Rwandan President Peter Aho. The pair last met in May in Kigali."
    )
    assert told(story) == [
        "call Aho+Oke RW/UG None None held",
        "meeting Aho+Oke RW/UG RW 2024-05 held",
    ]
