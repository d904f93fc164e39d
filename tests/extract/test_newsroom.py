"""What newsrooms write of heads of state: fictional stories of calls, tours and summits, told in passing."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import to_record
from kg.model import Article
from kg.page import segment
from tests.extract.telling import PUBLISHED, RULES, told

CASES = [
    (  # to call on somebody to act is no visit
        "In Bern, Polish President Marta Wilk on Friday called on Belarusian President Ivan Kozik and Serbian President "
        "Milan Petrov to keep the truce.",
        [],
    ),
    (  # to call on somebody to condole is one
        "Polish President Marta Wilk called on Belarusian President Ivan Kozik on Friday to offer her condolences.",
        ["meeting Kozik+Wilk BY/PL None 2024-10-04 held"],
    ),
    (  # what the two of a call speak of they speak of in the call
        "Polish President Marta Wilk phoned Serbian President Milan Petrov on Tuesday. The two spoke for an hour about "
        "grain prices.",
        ["call Petrov+Wilk PL/RS None 2024-10-08 held"],
    ),
    (  # a war is where it is, the talks about it are elsewhere
        "Polish President Marta Wilk had breakfast Wednesday with Serbian President Milan Petrov. Their talks focused on "
        "the civil war in Yemen.",
        ["meeting Petrov+Wilk PL/RS None 2024-10-09 held"],
    ),
    (  # the day of the announcement is not that of the tour
        "The Foreign Ministry announced yesterday that Polish President Marta Wilk's two-week trip will include stops in "
        "Qatar and Brunei.",
        ["visit Wilk BN/PL BN None planned", "visit Wilk PL/QA QA None planned"],
    ),
    (  # a king by his realm, with a capital or without
        "Polish President Marta Wilk received King Abdullah II of Jordan on Wednesday. The Jordanian King met Monday with "
        "Serbian President Milan Petrov. On Sunday the king met Belarusian President Ivan Kozik.",
        [
            "meeting II+Kozik BY/JO None 2024-10-06 held",
            "meeting II+Petrov JO/RS None 2024-10-07 held",
            "meeting II+Wilk JO/PL None 2024-10-09 held",
        ],
    ),
    (  # who "spoke" on a day did so by phone, where nothing brought them together
        "Polish President Marta Wilk and Serbian President Milan Petrov spoke on Friday morning, two people familiar with "
        "the call said. It was their first call since January.",
        ["call Petrov+Wilk PL/RS None 2024-10-04 held"],
    ),
    (  # below a picture's words the story begins with a dateline; the picture is of another day
        "Polish President Marta Wilk poses with Serbian President Milan Petrov in Gdansk, Tuesday, May 7, 2024.\n\n"
        "VIENNA — President Marta Wilk called President Milan Petrov on Monday to thank him for the grain.",
        ["call Petrov+Wilk PL/RS None 2024-10-07 held", "meeting Petrov+Wilk PL/RS PL 2024-05-07 held"],
    ),
    (  # rounds of sanctions, rumours
        "Polish President Marta Wilk met Serbian President Milan Petrov on Monday. A new round of tougher sanctions is to "
        "start in November. Petrov denied reports of a visit to Poland by Belarusian President Ivan Kozik.",
        ["meeting Petrov+Wilk PL/RS None 2024-10-07 held"],
    ),
    (  # what follows on what is to come is to come too
        "Polish President Marta Wilk will lay a wreath on Thursday, followed by a meeting with Serbian President Milan Petrov.",
        ["meeting Petrov+Wilk PL/RS None 2024-10-10 planned"],
    ),
    (  # at a summit one meets many in turn
        "Polish President Marta Wilk is expected to meet with Serbian President Milan Petrov and Belarusian President Ivan "
        "Kozik on the sidelines of the summit on Friday. She also has meetings with the leaders of Denmark and Italy on Saturday.",
        [
            "meeting Kozik+Wilk BY/PL None 2024-10-11 planned",
            "meeting Petrov+Wilk PL/RS None 2024-10-11 planned",
            "meeting Wilk DK/PL None 2024-10-12 planned",
            "meeting Wilk IT/PL None 2024-10-12 planned",
        ],
    ),
    (  # a participle is as much to come as its verb
        "Polish President Marta Wilk will visit Belgrade next week, meeting Serbian President Milan Petrov on Tuesday.",
        [
            "meeting Petrov+Wilk PL/RS RS 2024-10-15 planned",
            "visit Wilk PL/RS RS 2024-10-14/2024-10-20 planned",
        ],
    ),
    (  # who is spoken of at a news conference is not there
        "Polish President Marta Wilk said Tuesday at a joint news conference with Serbian President Milan Petrov in Belgrade "
        "that she had called Belarusian President Ivan Kozik.",
        [
            "call Kozik+Wilk BY/PL None 2024-10-08 held",
            "meeting Petrov+Wilk PL/RS RS 2024-10-08 held",
            "visit Wilk PL/RS RS 2024-10-08 held",
        ],
    ),
    (  # what a picture shows, in a town that no table has; what is tried is not done; who writes is elsewhere
        "Polish President Marta Wilk with Serbian President Milan Petrov in Gornje Selo, Serbia, on Sunday before the start "
        "of the summit.\n\nWilk fought hard to try to seal a deal with the Serbian government. Belarusian President Ivan "
        "Kozik sent a letter to Petrov in Belgrade on Monday. On Tuesday Wilk embraced Kozik as a friend.",
        ["meeting Petrov+Wilk PL/RS RS 2024-10-06 held"],
    ),
    (  # a summit that has its city's name
        "Polish President Marta Wilk will fly to the Brussels summit on Friday. Belgium expects a crowd.",
        ["visit Wilk BE/PL BE 2024-10-11 planned"],
    ),
    (  # two of one government at the other end of one line; talks since a summit of last month
        "Polish Vice President Jan Lis held a phone call with Serbian Trade Minister Ana Kos and Serbian Foreign Minister Ivo "
        "Matic on Monday. He will hold talks with Latvia, the first since Polish President Marta Wilk's meeting with Latvian "
        "President Ilze Berzina late last month.",
        [
            "call Kos+Lis+Matic PL/RS None 2024-10-07 held",
            "meeting Berzina+Wilk LV/PL None 2024-09-21/2024-09-30 held",
        ],
    ),
    (  # what is told of somebody in a clause of his own is not said of the talks
        "Polish President Marta Wilk left her hotel on Friday to meet with Serbian President Milan Petrov, who is due to "
        "visit Riga next week. She is trying to bring an end to the war in Yemen.",
        [
            "meeting Petrov+Wilk PL/RS None 2024-10-04 held",
            "visit Petrov LV/RS LV 2024-10-14/2024-10-20 planned",
        ],
    ),
]


@pytest.mark.parametrize(("body", "events"), CASES)
def test_newsroom(body: str, events: list[str]) -> None:
    assert told(body) == events


OFFICIALS = [
    (  # where an ambassador is sent is not whose he is; a list of posts has the state of its head
        "Croatian President Ana Babic was welcomed by Croatia's Permanent Representative to NATO Ivo Horvat, Ambassador to "
        "Belgium Marko Juric and Defence Attache Petra Novak.",
        {"Ana Babic": "HR", "Ivo Horvat": "HR", "Marko Juric": "HR", "Petra Novak": "HR"},
    ),
    (  # letters are adjectives too
        "French President Emmanuel Macron will meet his US and Iranian counterparts, Donald Trump and Hassan Rouhani, next "
        "week.",
        {"Emmanuel Macron": "FR", "Donald Trump": "US", "Hassan Rouhani": "IR"},
    ),
    (  # a federal minister is his state's
        "Chinese media said the Austrian Federal Minister of Transport and Water, Josef Huber, had spoken to Chinese firms.",
        {"Josef Huber": "AT"},
    ),
    (  # days of the week and of the year are nobody
        "The White House said it told the president Wednesday. The U.S. leader congratulated Ukrainian President Volodymyr "
        "Zelensky on the upcoming Independence Day of Ukraine.",
        {"Volodymyr Zelensky": "UA"},
    ),
]


@pytest.mark.parametrize(("body", "states"), OFFICIALS)
def test_officials(body: str, states: dict[str, str]) -> None:
    article = Article(id="n", text="Diplomatic news\n\nOctober 9, 2024\n\n" + body, published=PUBLISHED)
    assert {o["name"]: o["country"] for o in to_record(RULES.extract(article))["officials"]} == states


def test_the_first_of_two_dates_is_that_of_the_article() -> None:
    head = "Talks in Lima\n\nMarch 3, 2011 07:52 am | Updated May 4, 2012 05:50 am IST - Lima\n\n"
    body = "The ministers of Peru and Chile met here on Wednesday, officials said. They spoke about fish.\n"
    assert segment(head + body).published == date(2011, 3, 3)
