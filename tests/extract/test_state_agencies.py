"""How state agencies and presidential offices word receptions, posts and visits."""

from __future__ import annotations

import pytest

from kg.extract.officials import find_cast
from kg.model import Article
from kg.page import segment
from tests.extract.telling import told

RECEIVED = (
    "Chadian President Idriss Moussa received Latvian Foreign Minister Ilze Berzina in N'Djamena on Tuesday. "
)
MET = "meeting Berzina+Moussa LV/TD TD 2024-10-08 held"
CAME = "visit Berzina LV/TD TD 2024-10-08 held"


def officials(text: str) -> dict[str, tuple[str | None, str | None]]:
    """Name to role and state."""
    page = f"World news\n\nOctober 9, 2024\n\n{text}"
    cast = find_cast(segment(page), Article(id="x", text=page))
    return {o.name: (o.role, o.country) for o in cast.officials}


@pytest.mark.parametrize(
    "hopes",
    [
        "The visit of Ilze Berzina to Chad will contribute to closer ties, he said.",
        "He was sure that Berzina's visit to Chad would be useful and that her official visit will tighten the friendship.",
        "Her visit to Chad will be a milestone, the host noted.",
    ],
)
def test_the_visit_of_a_guest_who_has_been_received_is_no_plan(hopes: str) -> None:
    assert told(RECEIVED + hopes) == [MET, CAME]


def test_what_a_journey_to_come_will_bring() -> None:
    hopes = "Chadian President Idriss Moussa said that Latvian Foreign Minister Ilze Berzina's visit to Chad will boost trade."
    assert told(hopes) == ["visit Berzina LV/TD TD None planned"]
    back = RECEIVED + "He said his visit to Latvia in November will give a new impetus to ties."
    assert told(back) == [
        MET,
        "visit Berzina LV/TD TD 2024-10-08 held",
        "visit Moussa LV/TD LV 2024-11 planned",
    ]


def test_the_city_of_the_source_is_not_where_they_met() -> None:
    story = (
        "Kenyan President Joan Otieno received on Monday an Ethiopian delegation that is on a visit to Nairobi, "
        "according to the prime minister's office in Addis Ababa."
    )
    assert told(story) == ["meeting Otieno ET/KE KE 2024-10-07 held", "visit - ET/KE KE 2024-10-07 held"]


@pytest.mark.parametrize(
    ("text", "name", "post"),
    [
        (
            "Fijian President Ratu Nailatikau met Chinese Party Secretary General and State President Li Wen.",
            "Li Wen",
            ("State President", "CN"),
        ),
        (
            "Thai Deputy Prime Minister and Minister of Foreign Affairs Don Wongsakul met Fiji's Prime Minister Sitiveni Tora.",
            "Don Wongsakul",
            ("Minister of Foreign Affairs", "TH"),
        ),
        (
            "Speaker of the Singaporean Parliament Tan Wei-Ming met Fiji's Prime Minister Sitiveni Tora.",
            "Tan Wei-Ming",
            ("Speaker", "SG"),
        ),
        (
            "Fiji's Prime Minister Sitiveni Tora met Brunei's Second Minister of Foreign Affairs Dato Awang bin Pehin Datu "
            "Setia Jaya Haji Mohd Salleh.",
            "Awang bin Pehin Datu Setia Jaya Haji Mohd Salleh",
            ("Second Minister of Foreign Affairs", "BN"),
        ),
        (
            "Chairwoman of the Milli Majlis of Azerbaijan Aygun Rzayeva met Fiji's Prime Minister Sitiveni Tora.",
            "Aygun Rzayeva",
            ("Chairwoman of the Milli Majlis", "AZ"),
        ),
    ],
)
def test_posts_and_names_of_many_words(text: str, name: str, post: tuple[str, str]) -> None:
    found = officials(text)
    assert found.get(name) == post, found
    assert len(found) == 2


def test_brothers_of_one_house_are_two() -> None:
    found = officials(
        "The Amir Sheikh Sabah Al-Hamad Al-Jaber Al-Sabah met the Crown Prince, Sheikh Fahad Al-Hamad Al-Jaber Al-Sabah, "
        "and Greek Foreign Minister Nikos Pappas."
    )
    assert len(found) == 3


def test_a_seoul_minister_without_a_state_is_no_northerner() -> None:
    found = officials(
        "Unification Minister Cho Bo-ram met North Korean official Ri Chol-min on Monday, Yonhap reported."
    )
    assert found["Cho Bo-ram"] == ("Unification Minister", "KR")


def test_a_vice_minister_is_no_minister() -> None:
    found = officials(
        "First Vice Foreign Minister Choi Bo-ram met U.S. Deputy Secretary of State Ann Cole. Cole also met South Korean "
        "Foreign Minister Chung Min-ho and spoke of North Korea."
    )
    assert found["Choi Bo-ram"] == ("First Vice Foreign Minister", "KR")
