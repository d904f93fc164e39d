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


HOSTED = (
    "Omani Foreign Minister Badr Salim received Greek Foreign Minister Nikos Pappas in Muscat on Monday. "
)
VLACHOS = "meeting Pappas+Salim+Vlachos GR/OM OM 2024-10-07 held"
WITH_TRADE = "meeting Pappas+Salim+Sunaidi+Vlachos GR/OM OM 2024-10-07 held"


@pytest.mark.parametrize(
    ("roll", "meeting"),
    [
        ("The audience was attended by Greek Ambassador Petros Vlachos and a number of officials.", VLACHOS),
        ("The meeting took place in the presence of Greek Ambassador Petros Vlachos.", VLACHOS),
        (
            "They spoke of fish.\n\nAttending the meeting were Omani Trade Minister Ali Sunaidi, and Petros Vlachos, the Greek "
            "Ambassador to Oman.",
            WITH_TRADE,
        ),
        (
            "The meeting was attended by Ali Sunaidi, Omani Trade Minister; and Petros Vlachos, Greece's Ambassador to Oman.",
            WITH_TRADE,
        ),
        (
            "Also in attendance were Greek Ambassador Petros Vlachos and Omani Trade Minister Ali Sunaidi.",
            WITH_TRADE,
        ),
        (
            "Present on the occasion were Greek Ambassador Petros Vlachos and Omani Trade Minister Ali Sunaidi.",
            WITH_TRADE,
        ),
        (
            "Greek Ambassador Petros Vlachos and Omani Trade Minister Ali Sunaidi attended the meeting.",
            WITH_TRADE,
        ),
        (
            "On the Omani side, the talks were attended by Trade Minister Ali Sunaidi, and on the Greek side by Ambassador "
            "Petros Vlachos.",
            WITH_TRADE,
        ),
    ],
)
def test_the_roll_of_those_who_attended(roll: str, meeting: str) -> None:
    assert told(HOSTED + roll) == [meeting, "visit Pappas GR/OM OM 2024-10-07 held"]


@pytest.mark.parametrize(
    "heads",
    [
        "The Indian delegation was led by Deputy Foreign Minister Arun Rao and the Nepali side by Secretary Bishnu Karki.",
        "Deputy Foreign Minister Arun Rao led the Indian side, while Nepal's team was headed by Secretary Bishnu Karki.",
        "The Indian delegation is being led by Envoy Arun Rao while Secretary Bishnu Karki is heading the Nepali side.",
    ],
)
def test_who_leads_the_delegations(heads: str) -> None:
    story = told(f"India and Nepal held border talks in Kathmandu on Monday. {heads}")
    assert story[0] == "meeting Karki+Rao IN/NP NP 2024-10-07 held"


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (  # what two agree that somebody do
            "Fijian Foreign Minister Isikeli Vula and Tongan Foreign Minister Sione Ahio agreed on Monday in Suva to work on having "
            "Tongan Prime Minister Siaosi Tupou visit Fiji in late November.",
            [
                "meeting Ahio+Vula FJ/TO FJ 2024-10-07 held",
                "visit Tupou FJ/TO FJ 2024-11-21/2024-11-30 planned",
            ],
        ),
        (  # a day long past of which nothing came
            "Fijian Foreign Minister Isikeli Vula's visit to Tonga was originally planned for last spring.",
            ["visit Vula FJ/TO TO 2024-03/2024-05 cancelled"],
        ),
        (  # the day of saying so
            "Fijian Foreign Minister Isikeli Vula told a news conference last week his planned visit to Tonga was meant to help.",
            ["visit Vula FJ/TO TO None planned"],
        ),
        (  # a standing effort is no meeting
            "Tonga's Foreign Minister Sione Ahio and Fiji's Foreign Minister Isikeli Vula are working hard to carry out the plan "
            "for 2030.",
            [],
        ),
        (  # "the day before", of a text that names no day
            "Fijian Foreign Minister Isikeli Vula and Tongan Foreign Minister Sione Ahio met in Apia the day before.",
            ["meeting Ahio+Vula FJ/TO WS 2024-10-08 held"],
        ),
        (
            "Fijian Foreign Minister Isikeli Vula announced the beginning of negotiations with his Tongan counterpart, Sione Ahio, "
            "in Apia on Monday.",
            ["meeting Ahio+Vula FJ/TO WS 2024-10-07 held"],
        ),
        (  # where offices are to be opened is not where that was spoken of
            "Fijian Foreign Minister Isikeli Vula met Tongan Foreign Minister Sione Ahio in Apia on Monday.\n\nDuring the meeting, "
            "the parties discussed trade, in particular the opening of trade offices in Auckland and Sydney.",
            ["meeting Ahio+Vula FJ/TO WS 2024-10-07 held"],
        ),
        (  # what was signed on an earlier visit, and its month
            "In his meeting with Tongan Foreign Minister Sione Ahio in Suva on Monday, Fijian Prime Minister Isikeli Vula said ties "
            "had grown following Tongan King Siaosi Tupou's visit to Fiji in April, during which ten accords were signed.",
            [
                "agreement Tupou FJ/TO FJ 2024-04 held",
                "meeting Ahio+Vula FJ/TO FJ 2024-10-07 held",
                "visit Ahio FJ/TO FJ 2024-10-07 held",
                "visit Tupou FJ/TO FJ 2024-04 held",
            ],
        ),
        (  # a post of many words before a comma
            "On October 7, a meeting took place in Apia, during which the Director of the Treaty Department of the Ministry of "
            "Foreign Affairs of Fiji, Isikeli Vula, met with the Ambassador of Tonga, Sione Ahio.",
            ["meeting Ahio+Vula FJ/TO WS 2024-10-07 held"],
        ),
    ],
)
def test_wordings_of_agencies(text: str, events: list[str]) -> None:
    assert told(text) == events


def test_who_sits_across_the_table() -> None:
    found = officials(
        "SUVA - Foreign Minister Isikeli Vula met Tongan Prime Minister Sione Ahio and Finance Minister Tevita Lavulo in Suva."
    )
    assert [state for _, state in found.values()] == ["FJ", "TO", "TO"]


@pytest.mark.parametrize(
    "host",
    ["Custodian of the Two Holy Mosques King Saud", "The Custodian of the Two Holy Mosques, King Saud,"],
)
def test_a_custodian_is_the_king(host: str) -> None:
    assert told(f"{host} received Kenyan President Joan Otieno in Jeddah on Sunday.") == [
        "meeting Otieno+Saud KE/SA SA 2024-10-06 held",
        "visit Otieno KE/SA SA 2024-10-06 held",
    ]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (  # the leaders are those of the talks
            "In the talks between Prime Minister Peter Kora of Papua New Guinea and the Prime Minister of Vanuatu, Joseph Natu, in "
            "Apia on Monday, the leaders backed a plan for relief in Tanna.",
            ["meeting Kora+Natu PG/VU WS 2024-10-07 held"],
        ),
        (  # whose summit it is
            "Fijian Prime Minister Isikeli Vula was at the ASEAN summit in Vientiane on Monday.",
            [
                "meeting Vula ASEAN/FJ LA 2024-10-07 held",
                "visit Vula FJ/LA LA 2024-10-07 held",
            ],
        ),
        (  # unnamed hosts are named later
            "Saudi leaders met with Kenyan President Joan Otieno in Jeddah on Monday. Otieno was received by King Saud. Saudi "
            "Crown Prince Fahd also attended the meeting.",
            [
                "meeting Fahd+Otieno+Saud KE/SA SA 2024-10-07 held",
                "visit Otieno KE/SA SA 2024-10-07 held",
            ],
        ),
    ],
)
def test_meetings_told_twice_and_summits_of_bodies(text: str, events: list[str]) -> None:
    assert told(text) == events


def test_who_is_welcomed_is_not_called_so() -> None:
    found = officials("Welcoming Ali Berdi, Kazakh President Arman Saparov spoke of ties with Uzbekistan.")
    assert "Arman Saparov" in found
    assert not any(name.startswith("Welcoming") for name in found)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Nepali Foreign Minister Sita Rai left for New Delhi on Monday on a five-day visit.",
            ["visit Rai IN/NP IN 2024-10-07/2024-10-11 ongoing"],
        ),
        (
            "Nepali Foreign Minister Sita Rai returned to Kathmandu on Tuesday after concluding her three-day Oman visit.",
            ["visit Rai NP/OM OM 2024-10-06/2024-10-08 held"],
        ),
        (
            "Nepali Foreign Minister Sita Rai's Oman trip begins on Monday.",
            ["visit Rai NP/OM OM 2024-10-14 planned"],
        ),
        (
            "Nepali Foreign Minister Sita Rai flew to New Delhi on Tuesday for a three-day visit.",
            ["visit Rai IN/NP IN 2024-10-08/2024-10-10 ongoing"],
        ),
        (
            "Nepali Foreign Minister Sita Rai left New Delhi for Colombo on Tuesday after a three-day visit.",
            ["visit Rai IN/NP IN 2024-10-06/2024-10-08 held", "visit Rai LK/NP LK 2024-10-08 held"],
        ),
        (
            "Nepali Foreign Minister Sita Rai and her entourage landed in Kathmandu on Tuesday, ending their tour of Oman.",
            ["visit Rai NP/OM OM 2024-10-08 held"],
        ),
        (
            "Nepali Foreign Minister Hari Rai thanked the British government for welcoming President Bishnu Thapa during his visit "
            "to London last week.",
            ["visit Thapa GB/NP GB 2024-09-30/2024-10-06 held"],
        ),
        (
            "Nepali Foreign Minister Hari Rai said Omani leaders, including Badr Salim, always pay their first visits to Nepal.",
            [],
        ),
        (
            "Nepali Prime Minister Hari Rai will pay an official visit to Oman from 13 to 15 October. During the visit, the two sides "
            "will sign a number of cooperation documents.",
            ["agreement - NP/OM OM 2024-10-13/2024-10-15 planned", "visit Rai NP/OM OM 2024-10-13/2024-10-15 planned"],
        ),
    ],
)  # fmt: skip
def test_stays_and_whose_they_are(text: str, events: list[str]) -> None:
    assert told(text) == events
