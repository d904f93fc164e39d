"""What agencies of Asia and the Middle East tell in their daily phrases."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import to_record
from kg.extract.rules import Rules
from kg.model import Article
from kg.page import segment

RULES = Rules()


def told(text: str) -> list[tuple[object, ...]]:
    """Kind, status, family names, place and date of every event of a page."""
    page = Article(id="x", text=text, published=segment(text).published or date(2024, 10, 9))
    return [
        (e["kind"], e["status"], [p.split()[-1] for p in e["participants"]], e["place"], e["date"])
        for e in to_record(RULES.extract(page))["events"]
    ]


def news(*sentences: str) -> list[tuple[object, ...]]:
    """The events of a story of Wednesday, 9 October 2024."""
    return told("Diplomatic news\n\nOctober 9, 2024\n\n" + " ".join(sentences))


def test_a_first_line_that_is_a_paragraph_is_told() -> None:
    text = (
        " date 2024-10-09 Kenyan President Uhuru Kenyatta arrived in Kigali on Tuesday for a three-day visit to Rwanda.\n"
        "He was met at the airport by officials of the protocol department, the agency reported on its website.\n"
    )
    assert ("visit", "ongoing", ["Kenyatta"], "Kigali", "2024-10-08/2024-10-10") in told(text)


def test_the_present_tense_below_a_picture_is_no_plan() -> None:
    text = (
        " date 2024-10-09 Leaders meet\n\nRwandan President Paul Kagame (R) meets with Kenyan President Uhuru Kenyatta in Kigali, "
        "capital of Rwanda, Oct. 9, 2024. (Xinhua/Li Li)\n\nKIGALI, Oct. 9 (Xinhua) -- Rwandan President Paul Kagame met with "
        "Kenyan President Uhuru Kenyatta on Wednesday, calling for closer ties between their two neighbouring countries.\n"
    )
    assert ("meeting", "held", ["Kagame", "Kenyatta"], "Kigali", "2024-10-09") in told(text)
    assert not [e for e in told(text) if e[1] == "planned"]


CALL = "Kenyan Foreign Minister Amina Mohamed spoke by phone with her Rwandan counterpart, Louise Mushikiwabo, on Monday."


@pytest.mark.parametrize(
    "more",
    [
        "It was the first talks between the two top diplomats since May.",
        "The two ministers shared the need to cooperate on the border.",
        "The two spoke for over 30 minutes to discuss trade.",
        "They also agreed to speed up work on a bridge to be opened next year.",
        "The ministers agreed to work closely together with the United States.",
        "Mohamed told Mushikiwabo that Nairobi would help.",
        "Mohamed briefed the Rwandan foreign minister on decisions taken in Nairobi.",
        "Both foreign ministers agreed to keep up consultation on the pandemic.",
        "In the call they agreed to open a new bridge in January.",
    ],
)
def test_what_goes_on_about_a_call_is_no_meeting(more: str) -> None:
    assert [e[:3] for e in news(CALL, more)] == [("call", "held", ["Mohamed", "Mushikiwabo"])]


def test_the_day_of_talks_that_are_described_is_no_plan() -> None:
    found = news(
        "Rwandan President Paul Kagame met Kenyan President Uhuru Kenyatta in Kigali on Saturday.",
        "The Saturday meeting with Kenyatta is the highest level of direct talk between the two governments.",
    )
    assert [e[:2] for e in found if e[0] == "meeting"] == [("meeting", "held")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenyan President Uhuru Kenyatta arrived in Kigali on Tuesday at the invitation of Rwandan President Paul Kagame.",
        "Rwandan President Paul Kagame said he expects a visit by Kenyan President Uhuru Kenyatta in Kigali to help in May.",
        "The two ministers noted the recent exchange of congratulatory letters between Kenya and Rwanda.",
        "Kenyan President Uhuru Kenyatta and Rwandan President Paul Kagame are to carry out the common understandings "
        "reached by the two leaders.",
        "The leaders of Kenya and Rwanda gave their joint statements before members of the media in Nairobi on Monday.",
        "Kenyan President Uhuru Kenyatta and Rwandan President Paul Kagame seek a breakthrough in negotiations.",
        "Kenyan President Uhuru Kenyatta held several other meetings in New York on Tuesday.",
        "Kenyan President Uhuru Kenyatta showed his willingness to agree on a trade pact with Rwandan President Paul Kagame.",
        "Kenyan President Uhuru Kenyatta made his first official visit as president to Rwanda on October 1 and 2.",
        "Rwandan President Paul Kagame and Kenyan President Uhuru Kenyatta are sure of meeting the aspirations of both peoples.",
        "Kenyan President Uhuru Kenyatta and Rwandan President Paul Kagame were due to hold a joint press conference in Kigali "
        "on Monday, but called it off.",
        "Kenyan Foreign Minister Amina Mohamed goes to Kigali to discuss the upcoming summit between Egypt and Ethiopia.",
    ],
)
def test_no_meeting_and_no_agreement(sentence: str) -> None:
    assert not [e for e in news(sentence) if e[0] != "visit"]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        (
            "During a stay in Kigali, Kenyan President Uhuru Kenyatta and Rwandan President Paul Kagame will co-chair the "
            "18th regular meeting between Kenya and Rwanda.",
            ("meeting", "planned", ["Kenyatta", "Kagame"], "Kigali", None),
        ),
        (
            "Kenyan Foreign Minister Amina Mohamed paid a courtesy visit to Slovenian Prime Minister Janez Jansa in "
            "Ljubljana on Monday.",
            ("meeting", "held", ["Mohamed", "Jansa"], "Ljubljana", "2024-10-07"),
        ),
        (
            "Kenyan President Uhuru Kenyatta was received at the airport by Rwandan Foreign Minister Louise Mushikiwabo "
            "and Rwandan Trade Minister Francois Kanimba on Monday.",
            ("meeting", "held", ["Kenyatta", "Mushikiwabo", "Kanimba"], None, "2024-10-07"),
        ),
        (
            "In Kigali on Monday Kenyan President Uhuru Kenyatta spoke one-on-one with Rwandan President Paul Kagame.",
            ("meeting", "held", ["Kenyatta", "Kagame"], "Kigali", "2024-10-07"),
        ),
        (
            "Kenyan President Uhuru Kenyatta also confirmed his visit to Rwanda to attend a summit slated for December.",
            ("visit", "planned", ["Kenyatta"], "Rwanda", "2024-12"),
        ),
        (
            "Kenyan President Uhuru Kenyatta told Rwandan President Paul Kagame what he discussed with Egyptian President "
            "Abdel Fattah al-Sisi at their summit in Cairo on Friday.",
            ("meeting", "held", ["Kenyatta", "al-Sisi"], "Cairo", "2024-10-04"),
        ),
        (
            "Kenyan President Uhuru Kenyatta and Rwandan President Paul Kagame yesterday agreed to cooperate. In a telephone "
            "conversation, the two leaders agreed to prepare for a forum in Kigali in January.",
            ("call", "held", ["Kenyatta", "Kagame"], None, "2024-10-08"),
        ),
        (
            "Kenyan President Uhuru Kenyatta on Tuesday met with Burundian President Pierre Nkurunziza and discussed trade. "
            "The two met in Nairobi in July.",
            ("meeting", "held", ["Kenyatta", "Nkurunziza"], "Nairobi", "2024-07"),
        ),
        (
            "Turkish Foreign Minister Mevlut Cavusoglu held a telephone conversation on the request of U.S. Secretary of State "
            "Rex Tillerson on Saturday.",
            ("call", "held", ["Cavusoglu", "Tillerson"], None, "2024-10-05"),
        ),
        (
            "Vietnamese President Nguyen Phu Trong hosted a reception for a delegation from China in Hanoi on Monday. Chinese "
            "Minister Huang Kunming led it. Huang conveyed the regards of his president to President Trong.",
            ("meeting", "held", ["Trong", "Kunming"], "Hanoi", "2024-10-07"),
        ),
        (
            "Kenyan Prime Minister Raila Odinga arrived in Rwanda on Tuesday. He is slated to have an audience with President "
            "Paul Kagame on Wednesday. He is expected to make an official visit to Burundi by the end of October.",
            ("meeting", "planned", ["Odinga", "Kagame"], "Rwanda", "2024-10-09"),
        ),
        (
            "Kenyan President Uhuru Kenyatta speaks with Rwandan President Paul Kagame in a meeting at State House in Nairobi.",
            ("meeting", "held", ["Kenyatta", "Kagame"], "State House in Nairobi", None),
        ),
        (
            "The Kenyan envoy for Somalia is set to arrive in Kigali on Thursday for talks amid stalled talks with Somalia.",
            ("visit", "planned", [], "Kigali", "2024-10-10"),
        ),
        (
            "Kenyan President Uhuru Kenyatta, who arrived in Rwanda on Monday evening, met with Rwandan President Paul Kagame "
            "on Tuesday in Kigali. The two leaders later attended the signing of agreements between the two allies.",
            ("agreement", "held", ["Kenyatta", "Kagame"], "Kigali", "2024-10-08"),
        ),
        (
            "Rwandan President Paul Kagame recalled in Kigali on Monday his previous visits to Kenya.",
            ("visit", "held", ["Kagame"], "Kenya", None),
        ),
        (
            "Kenyan Foreign Minister Amina Mohamed on Tuesday held talks with her counterpart from Bhutan in Colombo. "
            "Mohamed met Bhutanese Foreign Minister Tandi Dorji on Tuesday in Colombo and reviewed projects.",
            ("meeting", "held", ["Mohamed", "Dorji"], "Colombo", "2024-10-08"),
        ),
        (
            "Rwandan President Paul Kagame had a telephone conversation with his Kenyan counterpart President Uhuru "
            "Kenyatta, Interpress has learnt from the press service.",
            ("call", "held", ["Kagame", "Kenyatta"], None, None),
        ),
    ],
)
def test_meetings(sentence: str, event: tuple[object, ...]) -> None:
    assert event in news(sentence)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rwandan President Paul Kagame arrived at the Prime Minister House in Islamabad.", ["Paul Kagame"]),
        ("Foreign Minister Shah Mahmood Qureshi of Pakistan was present.", ["Shah Mahmood Qureshi"]),
        (
            "UAE's Minister of Justice Abdullah Sultan bin Awad Al-Nuaimi was at the airport.",
            ["Abdullah Sultan bin Awad Al-Nuaimi"],
        ),
        ("Kenyan Foreign Minister Amina Mohamed promotes a bid for the World Expo.", ["Amina Mohamed"]),
        (
            "The President of the Republic of Uzbekistan Shavkat Mirziyoyev held talks.",
            ["Shavkat Mirziyoyev"],
        ),
        ("She met the Foreign Minister of the Netherlands Wopke Hoekstra.", ["Wopke Hoekstra"]),
        ("He met Foreign Minister of the United Arab Emirates Abdullah bin Zayed.", ["Abdullah bin Zayed"]),
        (
            "The Indian delegation met NSA Ajit Doval and EAM Subrahmanyam Jaishankar.",
            ["Ajit Doval", "Subrahmanyam Jaishankar"],
        ),
        ("Among the engagements of the Kenyan minister in New York was his first official meeting.", []),
        ("The Việt Nam-China Committee sat under Chinese Foreign Minister Wang Yi.", ["Wang Yi"]),
        (
            "H.H. Abdullah bin Zayed, Minister of Foreign Affairs and International Cooperation of the UAE, spoke.",
            ["Abdullah bin Zayed"],
        ),
        (
            'Indonesian President Joko "Jokowi" Widodo received Scott Morrison of Australia. Jokowi thanked Morrison.',
            ["Joko Widodo", "Scott Morrison"],
        ),
        (
            "Saudi Crown Prince Muhammad bin Salman spoke. Prince Mohammed bin Salman bin Abdulaziz was in Riyadh.",
            ["Mohammed bin Salman bin Abdulaziz"],
        ),
        ("Thailand's coup leader and premier Prayuth Chan-Ocha will visit Myanmar.", ["Prayuth Chan-Ocha"]),
        ("The South Korean minister spoke of the coming inter-Korean summit.", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    record = to_record(RULES.extract(Article(id="x", text=text, published=date(2024, 10, 9))))
    assert [o["name"] for o in record["officials"]] == names


def test_counterparts_in_turn() -> None:
    text = (
        "Indian Defence Minister Rajnath Singh and External Affairs Minister Subrahmanyam Jaishankar met their American "
        "counterparts Mark Esper and Mike Pompeo."
    )
    record = to_record(RULES.extract(Article(id="x", text=text, published=date(2024, 10, 9))))
    roles = {o["name"]: o["role"] for o in record["officials"]}
    assert (roles["Mark Esper"], roles["Mike Pompeo"]) == ("Defence Minister", "External Affairs Minister")


def test_his_counterpart_is_that_of_whom_the_story_is_about() -> None:
    text = (
        "Malaysian Prime Minister Anwar Ibrahim arrived. He will call on Singapore President Halimah Yacob and have a meeting "
        "with his counterpart Lee Hsien Loong. Sudan's newly appointed Foreign Minister Ali Yusuf was there."
    )
    record = to_record(RULES.extract(Article(id="x", text=text, published=date(2024, 10, 9))))
    told = {o["name"]: (o["role"], o["country"]) for o in record["officials"]}
    assert told["Lee Hsien Loong"] == ("Prime Minister", "SG")
    assert told["Ali Yusuf"] == ("Foreign Minister", "SD")


def test_a_post_told_before_its_holder() -> None:
    text = (
        "Prime Minister Imran Khan of Pakistan on Sunday held separate meetings with the Saudi information minister and the "
        "Chinese foreign minister in Islamabad. Minister for Information Awwad Al-Awwad assured PM Khan of support."
    )
    record = to_record(RULES.extract(Article(id="x", text=text, published=date(2024, 10, 9))))
    assert {o["name"]: o["country"] for o in record["officials"]}["Awwad Al-Awwad"] == "SA"


@pytest.mark.parametrize(
    ("line", "city", "day"),
    [
        (
            "ABU DHABI, (Interpress / WAM - 02nd May, 2021) The minister met his guest from the kingdom in the capital on Sunday. They spoke of trade, of the pandemic and of the crisis in the region.",
            "ABU DHABI",
            date(2021, 5, 2),
        ),
        (
            "MANAMA (Bahrain), Feb 19, 2025 — The prime minister arrived here early in the morning for an official visit. He will have talks with the king, the crown prince and the ministers.",
            "MANAMA",
            date(2025, 2, 19),
        ),
    ],
)
def test_datelines(line: str, city: str, day: date) -> None:
    page = segment(
        line + "\n\n" + "He was met by a guard of honour, and talks began at once, the agency said.\n"
    )
    assert (page.dateline, page.published) == (city, day)


def test_the_state_of_the_first_in_a_row() -> None:
    text = (
        "Israeli news\n\nOctober 9, 2024\n\nJERUSALEM: Israeli Prime Minister Benjamin Netanyahu spoke on Monday. The talks were "
        "attended by Egyptian Foreign Minister Sameh Shukri, Head of General Intelligence Khaled Fawzi and Chief of Staff "
        "Abbas Kamel."
    )
    record = to_record(RULES.extract(Article(id="x", text=text, published=date(2024, 10, 9))))
    assert {o["country"] for o in record["officials"][1:]} == {"EG"}
