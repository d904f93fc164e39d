"""Visits in the many wordings of news: fictional travellers, written for this test."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import to_record
from kg.extract.rules import Rules
from kg.model import Article
from tests.extract.telling import of_two

PUBLISHED = date(2024, 10, 9)  # a Wednesday
RULES = Rules()
SOLBERG = "Norwegian Prime Minister Ingrid Solberg"

Told = tuple[str, str | None, str | None, str]  # travellers, state of the place, date, status

# What is told of one traveller from Norway; the article is datelined from Rabat where it says so.
ABROAD: list[tuple[str, list[Told]]] = [
    (f"{SOLBERG} was in Rabat on Sunday.", [("Solberg", "MA", "2024-10-06", "held")]),
    (f"{SOLBERG} was on her way to Rabat on Monday.", [("Solberg", "MA", "2024-10-07", "held")]),
    (f"{SOLBERG} left for Rabat on Monday.", [("Solberg", "MA", "2024-10-07", "held")]),
    (f"{SOLBERG} slipped into Rabat on Monday.", [("Solberg", "MA", "2024-10-07", "held")]),
    (f"{SOLBERG} was flown to Rabat on Monday.", [("Solberg", "MA", "2024-10-07", "held")]),
    (  # the place that the clause before leads to, with a day of its own
        f"A frigate is to call at Rabat this month, and {SOLBERG} will visit on Monday.",
        [("Solberg", "MA", "2024-10-14", "planned")],
    ),
    (  # the year belongs to the clause in which the place is named
        f"{SOLBERG}, who broke with Rabat in 1998, will travel there in the New Year.",
        [("Solberg", "MA", "2025-01", "planned")],
    ),
    (f"{SOLBERG} made Rabat her base for a week.", [("Solberg", "MA", None, "held")]),
    (f"{SOLBERG} has accepted an invitation to Rabat.", [("Solberg", "MA", None, "planned")]),
    (f"{SOLBERG} has been invited to Rabat in November.", [("Solberg", "MA", "2024-11", "proposed")]),
    (f"{SOLBERG} is awaited in Rabat on Friday.", [("Solberg", "MA", "2024-10-11", "planned")]),
    (f"{SOLBERG} was to have come to Rabat on Monday.", [("Solberg", "MA", "2024-10-07", "cancelled")]),
    (f"{SOLBERG} cancelled her journey to Rabat on Monday.", [("Solberg", "MA", "2024-10-07", "cancelled")]),
    (
        f"{SOLBERG} will bring a business delegation to Rabat next week.",
        [("Solberg", "MA", "2024-10-14/2024-10-20", "planned")],
    ),
    (
        f"{SOLBERG} will visit Rabat and Tunis on Saturday and Cairo and Muscat on Sunday.",
        [
            ("Solberg", "EG", "2024-10-13", "planned"),
            ("Solberg", "MA", "2024-10-12", "planned"),
            ("Solberg", "OM", "2024-10-13", "planned"),
            ("Solberg", "TN", "2024-10-12", "planned"),
        ],
    ),
    (
        f"{SOLBERG} goes to Rabat on Wednesday and to Tunis on Thursday.",
        [("Solberg", "MA", "2024-10-09", "planned"), ("Solberg", "TN", "2024-10-10", "planned")],
    ),
    (
        f"{SOLBERG}, on her way home from Rabat, stopped in Madrid on Monday.",
        [("Solberg", "ES", "2024-10-07", "held"), ("Solberg", "MA", "2024-10-07", "held")],
    ),
    (f"Rabat was the first stop of {SOLBERG}'s African tour.", [("Solberg", "MA", None, "held")]),
    (
        f"The plane that carried {SOLBERG} to Rabat landed at dawn on Monday.",
        [("Solberg", "MA", "2024-10-07", "held")],
    ),
    (
        f"{SOLBERG} flew to Rabat on Friday and Swedish Prime Minister Lars Holm to Tunis on Sunday.",
        [("Holm", "TN", "2024-10-06", "held"), ("Solberg", "MA", "2024-10-04", "held")],
    ),
    (
        f"{SOLBERG} was in Rabat on Friday, Swedish Prime Minister Lars Holm on Saturday.",
        [("Holm", "MA", "2024-10-05", "held"), ("Solberg", "MA", "2024-10-04", "held")],
    ),
    (
        f"{SOLBERG} spoke in Oslo on Monday before flying to Rabat.",
        [("Solberg", "MA", "2024-10-07", "held")],
    ),
    (f"{SOLBERG} was due in Rabat today.", [("Solberg", "MA", "2024-10-09", "planned")]),
    (f"{SOLBERG} set out for Rabat on Monday.", [("Solberg", "MA", "2024-10-07", "held")]),
    (
        "Moroccan King Yusuf Alaoui will receive Norwegian Prime Minister Ingrid Solberg, who flies in this afternoon.",
        [("Solberg", "MA", "2024-10-09", "planned")],
    ),
    (
        f"{SOLBERG} is to arrive in Rabat tomorrow. She will be accompanied by Norwegian Trade Minister Tor Dahl.",
        [("Dahl Solberg", "MA", "2024-10-10", "planned")],
    ),
    (
        f"{SOLBERG} was back in Oslo on Tuesday after two days in Rabat.",
        [("Solberg", "MA", "2024-10-08", "held")],
    ),
    (
        f"{SOLBERG}, back from Rabat, told parliament on Monday that she was content.",
        [("Solberg", "MA", "2024-10-07", "held")],
    ),
    (
        f"{SOLBERG} told a news conference in Rabat on Monday that she was content.",
        [("Solberg", "MA", "2024-10-07", "held")],
    ),
    (f"{SOLBERG} made her way to Rabat on Monday.", [("Solberg", "MA", "2024-10-07", "held")]),
    (f"{SOLBERG} boarded a plane for Rabat on Monday.", [("Solberg", "MA", "2024-10-07", "held")]),
    (f"{SOLBERG} spent two days in Rabat last week.", [("Solberg", "MA", "2024-09-30/2024-10-06", "held")]),
    (f"Morocco will host {SOLBERG} next week.", [("Solberg", "MA", "2024-10-14/2024-10-20", "planned")]),
    (f"Moroccan King Yusuf Alaoui invited {SOLBERG} for a visit.", [("Solberg", "MA", None, "proposed")]),
    (
        f"{SOLBERG} embarks on Sunday on a trip to Morocco, Tunisia and Egypt.",
        [
            ("Solberg", "EG", "2024-10-13", "planned"),
            ("Solberg", "MA", "2024-10-13", "planned"),
            ("Solberg", "TN", "2024-10-13", "planned"),
        ],
    ),
    (
        f"Swedish Prime Minister Lars Holm was the first leader to visit Rabat since {SOLBERG} in 1998.",
        [("Holm", "MA", None, "held"), ("Solberg", "MA", "1998", "held")],
    ),
    (f"{SOLBERG}'s plane landed in Rabat on Monday.", [("Solberg", "MA", "2024-10-07", "held")]),
    (f"{SOLBERG} came under fire in Rabat.", []),
    (f"{SOLBERG} has never been to Rabat.", []),
    ("Argentina arrive in Rabat on Sunday for the final.", []),
]

AT_THE_SCENE: list[tuple[str, list[Told]]] = [
    (f"{SOLBERG} arrives on Friday.", [("Solberg", "MA", "2024-10-11", "planned")]),
    (f"{SOLBERG} is expected on Friday.", [("Solberg", "MA", "2024-10-11", "planned")]),
    (f"{SOLBERG} put off her trip.", [("Solberg", "MA", None, "postponed")]),
    (f"{SOLBERG} has been here since Sunday.", [("Solberg", "MA", "2024-10-06", "held")]),
    (f"{SOLBERG} was in town on Monday.", [("Solberg", "MA", "2024-10-07", "held")]),
    (f"{SOLBERG} was the first leader to come since the earthquake.", [("Solberg", "MA", None, "held")]),
    (
        f"{SOLBERG} flew in on Tuesday together with Swedish Prime Minister Lars Holm.",
        [("Holm Solberg", "MA", "2024-10-08", "held")],
    ),
]


def visits(text: str) -> list[Told]:
    article = Article(id="x", text=f"World news\n\n{text}", published=PUBLISHED)
    return sorted(
        (
            (
                " ".join(sorted(p.split()[-1] for p in e["participants"])),
                e["place_country"],
                e["date"],
                e["status"],
            )
            for e in to_record(RULES.extract(article))["events"]
            if e["kind"] == "visit"
        ),
        key=repr,
    )


@pytest.mark.parametrize(("sentence", "expected"), ABROAD, ids=[c[0][:60] for c in ABROAD])
def test_a_visit(sentence: str, expected: list[Told]) -> None:
    assert visits(f"October 9, 2024\n\n{sentence}") == expected


@pytest.mark.parametrize(("sentence", "expected"), AT_THE_SCENE, ids=[c[0][:60] for c in AT_THE_SCENE])
def test_a_visit_to_where_the_story_plays(sentence: str, expected: list[Told]) -> None:
    text = f"RABAT, October 9, 2024 - The kingdom awaits its guests from all over the world. {sentence}"
    assert visits(text) == expected


def test_a_visit_returned_goes_to_where_the_guest_came_from() -> None:
    text = (
        "October 9, 2024\n\nMoroccan Foreign Minister Yusuf Alaoui flew to Oslo on Monday for talks with Ingrid "
        "Solberg, the Norwegian foreign minister. Solberg will repay the visit in December."
    )
    assert visits(text) == [
        ("Alaoui", "NO", "2024-10-07", "held"),
        ("Solberg", "MA", "2024-12", "planned"),
    ]


@pytest.mark.parametrize(
    "story",
    [
        "X departed from Vienna on Monday.",
        "X took off for Vienna on Monday.",
        "X, visiting Vienna, praised Austria on Monday.",
        "While in Vienna on Monday, X praised Austria.",
        "X was greeted at Vienna airport on Monday.",
        "X was feted in Vienna on Monday.",
        "X gave a lecture in Vienna on Monday.",
        "X held a news conference in Vienna on Monday.",
        "X received an honorary degree in Vienna on Monday.",
        "X signed the visitors' book in Vienna on Monday.",
        "X participated in a conference in Vienna on Monday.",
    ],
)
def test_who_acts_in_a_city_is_there(story: str) -> None:
    assert ("visit", "Nowak", "2024-10-07") in of_two(story, "date")


@pytest.mark.parametrize(
    "story", ["X held a news conference in Warsaw.", "X gave a lecture by video to students."]
)
def test_who_acts_at_home_is_on_no_visit(story: str) -> None:
    assert of_two(story, "date") == []
