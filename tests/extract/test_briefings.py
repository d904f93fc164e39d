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
        ("Finnish President To Visit Peru", []),
    ],
)
def test_officials(text: str, officials: list[str]) -> None:
    assert _officials(text) == officials
