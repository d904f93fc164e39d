"""How wire stories and briefings tell of encounters: by what was said of them, before them and after them."""

from __future__ import annotations

import pytest

from kg.extract import to_record
from kg.model import Article
from tests.extract.telling import PUBLISHED, RULES, told

TOLD = {
    # one who held the talks gives an account of them
    "Finnish Foreign Minister Ada Berg said the talks held with Thai Foreign Minister Somchai Wong on Monday were useful.": [
        "meeting Berg+Wong FI/TH None 2024-10-07 held"
    ],
    "Finnish Foreign Minister Ada Berg said progress was made at talks with Thai Foreign Minister Somchai Wong on Monday.": [
        "meeting Berg+Wong FI/TH None 2024-10-07 held"
    ],
    "Finnish government spokesman Olli Aro said talks with Thai Foreign Minister Somchai Wong on Monday were useful.": [
        "meeting Wong FI/TH None 2024-10-07 held"
    ],
    "Finnish Foreign Minister Ada Berg said talks with Thai Foreign Minister Somchai Wong were impossible.": [],
    # the day on which something is made known is not its own
    "A meeting between Finnish President Ada Berg and Thai King Rama was announced late on Sunday.": [
        "meeting Berg+Rama FI/TH None None planned"
    ],
    "Helsinki announced Tuesday a meeting between Finnish President Ada Berg and Thai King Rama.": [
        "meeting Berg+Rama FI/TH None None planned"
    ],
    "Officials are laying the groundwork for a meeting between Finnish President Ada Berg and Thai King Rama.": [
        "meeting Berg+Rama FI/TH None None planned"
    ],
    "Finnish President Ada Berg is anticipating a meeting with Thai King Rama in Oslo next week.": [
        "meeting Berg+Rama FI/TH NO 2024-10-14/2024-10-20 planned"
    ],
    # a day between the talks and those who held them
    "The trip was sealed in a telephone call last week between Finnish President Ada Berg and Thai King Rama.": [
        "call Berg+Rama FI/TH None 2024-09-30/2024-10-06 held"
    ],
    "Finnish President Ada Berg quoted Thai King Rama as saying after the two held talks in Oslo on Sunday that all was well.": [
        "meeting Berg+Rama FI/TH NO 2024-10-06 held"
    ],
    # gatherings of a body's members
    "Sanctions will be discussed at a meeting of EU foreign ministers in Luxembourg on October 14.": [
        "meeting - EU/LU LU 2024-10-14 planned"
    ],
    "NATO Secretary General Jens Stoltenberg said ahead of a NATO summit in Madrid next week that all was well.": [
        "meeting Stoltenberg ES/NATO ES 2024-10-14/2024-10-20 planned"
    ],
    # whose month it is
    "Finnish President Ada Berg's March trip to Peru was a success.": ["visit Berg FI/PE PE 2024-03 held"],
    # what is said before a comma is no name's post
    "In the first visit by a Finnish minister to Lima since 2018, President Ada Berg of Finland met Peruvian President Dina Boluarte.": [
        "meeting Berg+Boluarte FI/PE PE None held",
        "visit Berg FI/PE PE None held",
    ],
    "Finnish Foreign Minister Ada Berg said talks with Peru and Chile will resume in Vienna on October 21.": [
        "meeting - CL/FI/PE AT 2024-10-21 planned"
    ],
    # of the same talks
    "Finnish Foreign Minister Ada Berg met Thai Foreign Minister Somchai Wong. The talks took place in Oslo last week.": [
        "meeting Berg+Wong FI/TH NO 2024-09-30/2024-10-06 held"
    ],
    "Finnish President Ada Berg spoke with Thai King Rama on Monday. The phone call between Berg and Rama lasted an hour.": [
        "call Berg+Rama FI/TH None 2024-10-07 held"
    ],
    "Finnish President Ada Berg and Thai King Rama will meet in Oslo on Friday, the first time they have talked in a year.": [
        "meeting Berg+Rama FI/TH NO 2024-10-11 planned"
    ],
    "Thai Foreign Minister Somchai Wong met Finnish diplomats in Oslo on Monday. He also met Finnish President Ada Berg.": [
        "meeting Berg+Wong FI/TH NO 2024-10-07 held",
        "meeting Wong FI/TH NO 2024-10-07 held",
    ],
    # what they are to speak of is not where and when they speak
    "Finnish President Ada Berg will meet Thai King Rama in Oslo on Friday. They are expected to discuss a railway to Lima by next year.": [
        "meeting Berg+Rama FI/TH NO 2024-10-11 planned"
    ],
    # the first stops of a tour that is under way lie before the day of the story
    "Finnish President Ada Berg was in Lima on Monday on a tour that has taken her to Chile and Brazil.": [
        "visit Berg BR/FI BR 2024-09-26/2024-10-09 held",
        "visit Berg CL/FI CL 2024-09-26/2024-10-09 held",
        "visit Berg FI/PE PE 2024-10-07 held",
    ],
    "Finnish President Ada Berg will fly home instead of travelling on to Peru.": [
        "visit Berg FI/PE PE None cancelled"
    ],
    "Finnish President Ada Berg arrives in Lima, on October 7.": ["visit Berg FI/PE PE 2024-10-07 held"],
    # sent to speak to somebody, one goes there; what may be said need not be
    "Finland had dispatched its envoy, Ada Berg, to speak to Thai King Rama in Bangkok on Monday.": [
        "meeting Berg+Rama FI/TH TH 2024-10-07 held",
        "visit Berg FI/TH TH 2024-10-07 held",
    ],
    "Finnish President Ada Berg and Thai King Rama had agreed to honour a pact made last month in Oslo.": [],
    "Finnish President Ada Berg met Thailand's king in Oslo on Monday. Thai King Rama smiled.": [
        "meeting Berg+Rama FI/TH NO 2024-10-07 held"
    ],
    "Finnish President Ada Berg's call with Thai King Rama on Friday will focus on the recent Russia-Ukraine talks held in Oslo.": [
        "call Berg+Rama FI/TH None 2024-10-11 planned",
        "meeting - RU/UA NO None held",
    ],
    # from the day of the news
    "The visit comes a day after Finnish President Ada Berg met Thai King Rama in Oslo.": [
        "meeting Berg+Rama FI/TH NO 2024-10-08 held"
    ],
    "Finnish envoy Ada Berg spoke in Lima. She had recently returned from talks with Thai envoy Somchai Wong in Oslo.": [
        "meeting Berg+Wong FI/TH NO None held",
        "visit Berg FI/PE PE None held",
    ],
    # the same call, told by posts; one journey, one welcome
    "Finnish Defense Minister Ada Berg and Thai Defense Minister Somchai Wong discussed ships, according to a readout. The Finnish and Thai defense chiefs spoke by telephone on Monday.": [
        "call Berg+Wong FI/TH None 2024-10-07 held"
    ],
    "The ministry on Monday declined to give details about the call with Thai King Rama that Finnish President Ada Berg held on Sunday.": [
        "call Berg+Rama FI/TH None 2024-10-06 held"
    ],
    "Finnish President Ada Berg and Thai King Rama have arrived in Peru on a joint visit. They were welcomed by Peruvian Foreign Minister Luis Vega and Deputy Foreign Minister Juan Cruz.": [
        "meeting Berg+Cruz+Rama+Vega FI/PE/TH PE None held",
        "visit Berg+Rama FI/PE/TH PE None held",
    ],
    # no pact, no meeting yet
    "Finnish President Ada Berg and Thai King Rama spoke by phone on Monday about reaching a deal on ships.": [
        "call Berg+Rama FI/TH None 2024-10-07 held"
    ],
    "A meeting between Finnish envoy Ada Berg and Thai envoy Somchai Wong in Oslo is an open possibility.": [
        "meeting Berg+Wong FI/TH NO None proposed"
    ],
    "Finnish envoy Ada Berg said in Oslo on Monday that she had held talks with Thai envoy Somchai Wong and Peruvian envoy Luis Vega separately.": [
        "meeting Berg+Vega FI/PE NO 2024-10-07 held",
        "meeting Berg+Wong FI/TH NO 2024-10-07 held",
        "visit Berg FI/NO NO 2024-10-07 held",
    ],
    # whom counterparts are
    "Finnish President Ada Berg met her Thai and Peruvian counterparts in Oslo on Monday. Thai President Somchai Wong and Peruvian President Luis Vega smiled.": [
        "meeting Berg+Vega+Wong FI/PE/TH NO 2024-10-07 held"
    ],
    "Finnish President Ada Berg gave half of a speech in Lima on Monday to discussing the deal with Thailand.": [],
    # what lies behind and what ahead
    "Finnish President Ada Berg is following up on Thai King Rama's June visit to Oslo.": [
        "visit Rama NO/TH NO 2024-06 held"
    ],
    "That is hard, a spokesman said ahead of Finnish President Ada Berg's arrival in Lima.": [
        "visit Berg FI/PE PE None planned"
    ],
    "Finnish envoy Ada Berg is to visit Syria on Friday. Berg's trip to Syria is a follow-up to the King of Spain's speech last week.": [
        "visit Berg FI/SY SY 2024-10-11 planned"
    ],
    "Finnish President Ada Berg is to visit Lima on Friday. The visit to Peru, Chile and Brazil is a departure from custom.": [
        "visit Berg BR/FI BR 2024-10-11 planned",
        "visit Berg CL/FI CL 2024-10-11 planned",
        "visit Berg FI/PE PE 2024-10-11 planned",
    ],
    # where he went thereafter
    "Finnish envoy Ada Berg held talks in Israel on Sunday after a discussion with Syrian President Bashar al-Assad.": [
        "meeting Berg+al-Assad FI/SY None 2024-10-06 held"
    ],
    # one journey is no meeting of those who make it
    "Finnish envoy Ada Berg would arrive in Lima on Friday with Thai envoy Somchai Wong.": [
        "visit Berg+Wong FI/PE/TH PE 2024-10-11 planned"
    ],
    # no journey of his own
    "General Olli Aro, the Finnish defense minister, will take his troops to Norway on Monday.": [],
    "Finnish President Ada Berg said the accord leaves Tehran within reach of a bomb.": [],
}


@pytest.mark.parametrize(("sentence", "events"), TOLD.items())
def test_told(sentence: str, events: list[str]) -> None:
    assert told(sentence) == events


def _officials(text: str) -> list[str]:
    record = to_record(
        RULES.extract(Article(id="x", text=f"News\n\nOctober 9, 2024\n\n{text}", published=PUBLISHED))
    )
    return [f"{o['name']}: {o['role']} {o['country']}" for o in record["officials"]]


@pytest.mark.parametrize(
    ("text", "officials"),
    [
        (
            "Ada Berg, the Finnish envoy to the Middle East, is set to visit Syria on Friday.",
            ["Ada Berg: envoy to the Middle East FI"],
        ),
        ("Finland's Foreign Minister Is Headed to Lima", []),
        (
            "Finnish Foreign Minister Ada Berg left. Wong is the only Thai official Berg is known to have met.",
            ["Ada Berg: Foreign Minister FI"],
        ),
        ("Finnish President To Visit Peru", []),
    ],
)
def test_officials(text: str, officials: list[str]) -> None:
    assert _officials(text) == officials
