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


def _people(text: str) -> dict[str, tuple[str | None, str | None]]:
    article = Article(id="x", text=f"News\n\nOctober 9, 2024\n\n{text}")
    return {o.name: (o.role, o.country) for o in find_cast(segment(article.text), article).officials}


def test_posts_of_regional_bodies() -> None:
    people = _people(
        "Trinidad's Foreign and Caricom Affairs Minister Amery Brown met Guyanese president Mo Ali."
    )
    assert people["Amery Brown"] == ("Caricom Affairs Minister", "TT")
    people = _people(
        "Vincentian Prime Minister Ralph Gomez chairs the talks as chairman of the Community of Latin American and "
        "Caribbean States (CELAC)."
    )
    assert list(people) == ["Ralph Gomez"]
    people = _people(
        "Olu Balogun, the head of the African Union High Level Implementation Panel (AUHIP) has urged Chad's Deng "
        "Mayom to talk."
    )
    assert people["Olu Balogun"][1] == "AFU"


def test_small_words_around_names() -> None:
    assert list(
        _people("The talks were hosted by H.E President Peter Aho. I welcome H.E Aho to Uganda.")
    ) == ["Peter Aho"]
    people = _people(
        "The Minister of State Security, Ms Ayanda Dlomo, met South African Foreign Minister Ann Cele."
    )
    assert people["Ayanda Dlomo"][0] == "Minister of State Security"
    assert "Alongside Oke" not in _people(
        "Alongside Oke was Sam Kuta. Ugandan President John Oke met Rwandan President Peter Aho."
    )


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The first call she made was to Y.", "call"),
        ("Her first phone call was with Y.", "call"),
        ("One of the first calls she received was from Y.", "call"),
        ("The first counterpart she met was Y.", "meeting"),
        ("The first visitor she received was Y.", "meeting"),
        ("The first foreign leader to call her was Y.", "call"),
    ],
)
def test_whose_first_it_was(text: str, event: str) -> None:
    story = "Finnish Foreign Minister Anna Virtanen took office on Monday. "
    told_of = told(story + text.replace("Y", "Latvian Foreign Minister Janis Ozols"))
    assert told_of == [f"{event} Ozols+Virtanen FI/LV None 2024-10-07 held"]


def test_talks_at_each_stop_of_a_journey() -> None:
    assert told(
        "Finnish Prime Minister Anna Virtanen travelled to Riga and Vilnius on Monday for talks with Presidents Janis "
        "Ozols of Latvia and Jonas Petrauskas of Lithuania."
    ) == [
        "meeting Ozols+Virtanen FI/LV LV 2024-10-07 held",
        "meeting Petrauskas+Virtanen FI/LT LT 2024-10-07 held",
        "visit Virtanen FI/LT LT 2024-10-07 held",
        "visit Virtanen FI/LV LV 2024-10-07 held",
    ]


def test_the_mission_and_its_members() -> None:
    assert told(
        "The ECOWAS mediator, John Addo, arrived in Bamako on Monday. The mission comes months after the coup. The "
        "delegation also includes Ghanaian foreign minister Mary Botch."
    ) == ["visit Addo+Botch ECOWAS/GH/ML ML 2024-10-07 held"]
    assert (
        told("South African President Peter Dlamini named Sipho Ndlovu to lead the SADC team to Lesotho.")
        == []
    )


def test_a_body_s_name_holds_no_state() -> None:
    assert "meeting Perez+Ruiz CR/OAS CR None held" in told(
        "During a quick visit to San José, Miguel Ruiz, Secretary General of the Organization of American States "
        "(OAS), met with Costa Rican President Laura Perez."
    )


def test_a_capital_named_behind_its_state() -> None:
    assert told(
        "On Thursday, Libyan interim Prime Minister Abdul Hamid held a meeting with his Maltese counterpart, Robert "
        "Azzo, in Libya’s capital, Tripoli."
    ) == ["meeting Azzo+Hamid LY/MT LY 2024-10-03 held", "visit Azzo LY/MT LY 2024-10-03 held"]


def test_those_who_accompany_a_leader_are_of_his_state_and_on_his_journey() -> None:
    story = (
        "Maltese Prime Minister Robert Azzo flew to Tripoli on Monday for talks with Libyan premier Abdul Hamid. "
        "Accompanying X were Foreign Minister Evan Barto and Finance Minister Clyde Carua."
    )
    for head in ("him", "Azzo"):
        assert "visit Azzo+Barto+Carua LY/MT LY 2024-10-07 held" in told(story.replace("X", head))


def test_a_panel_that_somebody_leads() -> None:
    assert told(
        "On Sunday, members of the African Union panel, led by former South-African President Thabo Mbele, completed "
        "a three-day visit to Khartoum. The panel held extensive discussions with President Omar Ali."
    ) == [
        "meeting Ali+Mbele SD/ZA SD 2024-10-04/2024-10-06 held",
        "visit Mbele SD/ZA SD 2024-10-04/2024-10-06 held",
    ]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (  # the parties that are called on would meet, not those who call
            "The Maltese minister, Evan Barto, rang Libyan premier Abdul Hamid on Monday. The two sides called on the "
            "Libyan MPs to meet in Tripoli on Sunday.",
            ["call Barto+Hamid LY/MT None 2024-10-07 held"],
        ),
        (  # who has left to meet somebody is on his way
            "Maltese Prime Minister Robert Azzo has left Malta for Libya to meet Libyan Prime Minister Abdul Hamid.",
            ["meeting Azzo+Hamid LY/MT None None planned"],
        ),
        (  # what a report is about is over
            "South African President Peter Dlamini is to present a report on his December visit to Lesotho.",
            ["visit Dlamini LS/ZA LS 2023-12 held"],
        ),
    ],
)
def test_what_is_done_and_what_is_still_to_come(text: str, lines: list[str]) -> None:
    assert told(text) == lines


def test_those_who_have_confirmed_that_they_come() -> None:
    assert "meeting Borell+Kurt+Vulic EU/RS/XK BE 2024-10-11 planned" in told(
        "EU foreign policy chief Josep Borell will host a meeting of the Belgrade-Pristina dialogue in Brussels on "
        "Friday. Serbian President Aleksandar Vulic and Kosovo Prime Minister Albin Kurt have confirmed their "
        "participation."
    )


def test_meetings_summed_up_are_those_told_before() -> None:
    lines = told(
        "Latvian Foreign Minister Baiba Braz met Estonian President Alar Kar in Tallinn on Monday. In her meetings "
        "with the Estonian officials, the minister underlined their ties."
    )
    assert [line for line in lines if line.startswith("meeting")] == [
        "meeting Braz+Kar EE/LV EE 2024-10-07 held"
    ]


@pytest.mark.parametrize("way", ["separately", "individually"])
def test_two_met_one_by_one(way: str) -> None:
    lines = told(
        "EU envoy Jan Lajak met Serbian President Aleksandar Vulic and Kosovo Prime Minister Albin Kurt "
        f"{way} in Brussels on Monday."
    )
    assert "meeting Lajak+Vulic EU/RS BE 2024-10-07 held" in lines
    assert "meeting Kurt+Lajak EU/XK BE 2024-10-07 held" in lines


BERG, SOTO = "Norwegian President Anna Berg", "Chilean President Pablo Soto"
PAIR = "meeting Berg+Soto CL/NO"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who keeps away from a gathering takes no part in it
        (f"{BERG} stayed away from the summit in Lima, where {SOTO} spoke on Monday.", set()),
        # what a body puts off, calls off or winds up
        (
            "The African Union postponed its summit in Nairobi to December.",
            {"meeting - AU/KE KE 2024-12 postponed"},
        ),
        (
            "The Mercosur summit that was to have been held in Montevideo on Friday has been called off.",
            {"meeting - MERCOSUR/UY UY 2024-10-11 cancelled"},
        ),
        (
            "ASEAN ministers wrapped up two days of talks in Manila on Tuesday.",
            {"meeting - ASEAN/PH PH 2024-10-08 held"},
        ),
        # "did so": the same people on other occasions
        (
            f"{BERG} and {SOTO} met in Bern on Monday. They first did so in Oslo in 2019 and again in Lima in 2021.",
            {f"{PAIR} CH 2024-10-07 held", f"{PAIR} NO 2019 held", f"{PAIR} PE 2021 held"},
        ),
        # a verb that the parser takes for a noun behind an aside
        (
            f"{BERG}, who arrived on Sunday, lunches today with {SOTO} in Bern.",
            {f"{PAIR} CH 2024-10-09 planned"},
        ),
        (f"{BERG} and {SOTO} used a break to discuss salmon.", {f"{PAIR} None None held"}),
        (f"{BERG} and {SOTO} were closeted in Bern on Monday.", {f"{PAIR} CH 2024-10-07 held"}),
        (
            "Norwegian and Chilean negotiators resume work in Bern on Friday.",
            {"meeting - CL/NO CH 2024-10-11 planned"},
        ),
        # the standing of what is told once more as the occasion
        (
            f"{BERG} and {SOTO} may meet in New York in November, during the General Assembly.",
            {f"{PAIR} US 2024-11 proposed"},
        ),
        (f"{BERG} explained herself to {SOTO} in Lima on Monday.", {f"{PAIR} PE 2024-10-07 held"}),
        (
            f"{BERG} broke off the talks in Lima on Monday in {SOTO}'s presence.",
            {f"{PAIR} PE 2024-10-07 held"},
        ),
        (
            f"{BERG} flew to Lima in August to hear the complaints of Peru from {SOTO}.",
            {f"{PAIR} PE 2024-08 held"},
        ),
        (
            f"{BERG} waited. On Monday it was her turn to be received in Lima by {SOTO}.",
            {f"{PAIR} PE 2024-10-07 held"},
        ),
        (f"{SOTO} took leave of {BERG} in Oslo on Monday.", {f"{PAIR} NO 2024-10-07 held"}),
    ],
)
def test_gatherings_and_those_who_meet_there(text: str, expected: set[str]) -> None:
    assert {line for line in told(text) if line.startswith("meeting")} == expected


def test_on_the_margins_is_on_the_day_of_the_gathering() -> None:
    lines = told(
        f"{SOTO} opened the summit of the Pacific Alliance in Santiago on Sunday. In Oslo a court heard a former "
        f"minister on Monday. On the margins of the summit, Soto held talks with {BERG} on visas."
    )
    assert f"{PAIR} CL 2024-10-06 held" in lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{THREE} met in Bern on Monday. The three last met in May 2021.", "meeting Aho+Hassan+Oke RW/TZ/UG None 2021-05 held"),
        (f"{SOTO} told reporters that {BERG} is expected back in Lima in May.", "visit Berg NO/PE PE 2025-05 planned"),
    ],
)  # fmt: skip
def test_who_is_the_subject_and_where_back_is(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize("aim", ["to settle a dispute over salmon", "to close a deal"])
def test_what_talks_are_held_for_is_not_yet_agreed(aim: str) -> None:
    lines = told(f"{BERG} and {SOTO} dined in Bern on Monday {aim}.")
    assert not [line for line in lines if line.startswith("agreement")]


def test_between_the_stations_of_a_mediator() -> None:
    lines = told(f"{BERG} had shuttled between Lima and Quito in September.")
    assert lines == ["visit Berg EC/NO EC 2024-09 held", "visit Berg NO/PE PE 2024-09 held"]


def test_the_two_are_those_called_in_turn() -> None:
    lines = told(
        f"{BERG} spoke to both {SOTO} and Peruvian President Ana Paz by phone on Monday. Finnish President Pekka Salo "
        "congratulated the two by telephone on Tuesday."
    )
    assert {"call Salo+Soto CL/FI None 2024-10-08 held", "call Paz+Salo FI/PE None 2024-10-08 held"} <= set(
        lines
    )


def test_the_next_stop_and_the_stay_that_goes_on() -> None:
    lines = told(f"{BERG} flew to Lima on Saturday with a plan in her bag and on to Quito on Monday.")
    assert "visit Berg EC/NO EC 2024-10-07 held" in lines
    assert told(f"{BERG} stays on in Peru until Friday.") == [
        "visit Berg NO/PE PE 2024-10-09/2024-10-11 ongoing"
    ]


@pytest.mark.parametrize(
    "text",
    [f"{BERG} addressed the summit in Lima by video link on Monday.", "Chile and Chad said they would come."],
)
def test_no_journey(text: str) -> None:
    assert not [line for line in told(text) if line.startswith("visit")]
