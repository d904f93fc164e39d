"""Tours: the stops told one after the other, and whom "he" means among hosts and companions. Fictional travellers."""

from __future__ import annotations

import pytest

from tests.extract.telling import told

NOWAK = "Polish President Jan Nowak"
HUBER = "Austrian Chancellor Franz Huber"
TOUR = f"{NOWAK} is on a tour. He was in Vienna on Monday. "
VIENNA = "visit Nowak AT/PL AT 2024-10-07 held"

# What follows the first stop of a tour: the states of the next, their day where it is told, their status
STOPS: list[tuple[str, str, str | None, str]] = [
    ("London was next.", "GB", None, "held"),
    ("Bratislava came first.", "SK", None, "held"),
    ("Lima and Quito followed.", "EC PE", None, "held"),
    ("Bratislava followed on Tuesday.", "SK", "2024-10-08", "held"),
    ("The last stop was Zagreb.", "HR", None, "held"),
    ("Next came Oslo.", "NO", None, "held"),
    ("After that it was Oslo.", "NO", None, "held"),
    ("From there it was on to Lima.", "PE", None, "held"),
    ("Oslo comes next, on Friday.", "NO", "2024-10-11", "planned"),
    ("Oslo will follow on Friday.", "NO", "2024-10-11", "planned"),
    ("His final port of call was Rabat.", "MA", None, "held"),
    ("The Polish embassy came next.", "", None, ""),
    ("A reception followed.", "", None, ""),
    ("Berlin followed with a protest of its own.", "", None, ""),
    ("Moscow was first to protest.", "", None, ""),
]


@pytest.mark.parametrize(("words", "states", "day", "status"), STOPS)
def test_next_stops(words: str, states: str, day: str | None, status: str) -> None:
    found = [e.split() for e in told(TOUR + words) if e != VIENNA]
    assert " ".join(e[3] for e in found) == states
    assert all(e[0] == "visit" and e[1] == "Nowak" and e[5] == status for e in found)
    assert day is None or {e[4] for e in found} == {day}


# Who met whom: the last line of a story names the people by a pronoun or a description
MEANT: list[tuple[str, str]] = [
    (  # a host receives nobody of his own state
        f"{NOWAK} flew to Vienna on Monday. Austrian President Karl Moser showed him the palace. Chancellor Franz Huber "
        "received him in the afternoon.",
        "meeting Huber+Nowak AT/PL AT 2024-10-07 held",
    ),
    (  # the one man of whom a sentence about a woman speaks
        f"{NOWAK} flew to Rome on Monday. Italian Prime Minister Anna Conti spent an hour with the president, and he "
        "had an audience with Pope Leo in the Vatican.",
        "meeting Leo+Nowak PL/VA VA 2024-10-07 held",
    ),
    (  # who has been "she" is not "he"
        f"{NOWAK} called on Namibian leaders in Windhoek on Monday. He met Foreign Minister Ndapewa Shikongo. She has "
        "been asked to Warsaw. He was in Luanda on Tuesday.",
        "visit Nowak AO/PL AO 2024-10-08 held",
    ),
    (
        f"{NOWAK} flew to Vienna on Monday. The 74-year-old president met Austrian Chancellor Franz Huber.",
        "meeting Huber+Nowak AT/PL AT 2024-10-07 held",
    ),
    (
        f"{NOWAK} flew to Vienna on Monday. The Silesian-born leader saw Austrian President Karl Moser on Tuesday.",
        "meeting Moser+Nowak AT/PL AT 2024-10-08 held",
    ),
    (  # an object, nobody's half an hour
        "Danish Queen Anna landed in Dublin on Tuesday. Irish President Mary Burke received her half an hour later.",
        "meeting Anna+Burke DK/IE IE 2024-10-08 held",
    ),
    (  # no plural: what he does
        f"Vienna is full of flags. {NOWAK} lands on Friday, will call on {HUBER} and goes home on Sunday.",
        "meeting Huber+Nowak AT/PL AT 2024-10-11 planned",
    ),
    (  # at the head of a paragraph the story goes on about its own man
        f"{NOWAK} set out on Sunday. He spent a night in Prague. He had wanted to see the castle.\n\n"
        "Foreign Minister Adam Kos, who was with him, caught a cold.\n\n"
        "In Vienna he was the guest of Austrian Chancellor Franz Huber on Tuesday.",
        "meeting Huber+Nowak AT/PL AT 2024-10-08 held",
    ),
]


@pytest.mark.parametrize(("story", "expected"), MEANT)
def test_who_is_meant(story: str, expected: str) -> None:
    assert expected in told(story)


# Journeys told by their company, their programme or what became of them: each line is told of a story's last sentence
JOURNEYS: list[tuple[str, list[str]]] = [
    (
        f"{NOWAK}, with Polish Foreign Minister Adam Kos in tow, landed in Vienna on Monday.",
        ["visit Kos+Nowak AT/PL AT 2024-10-07 held"],
    ),
    (
        f"{NOWAK} brought his foreign minister, Adam Kos, to Vienna on Monday.",
        ["visit Kos+Nowak AT/PL AT 2024-10-07 held"],
    ),
    (
        f"{NOWAK} heads a delegation that landed in Vienna on Monday.",
        ["visit Nowak AT/PL AT 2024-10-07 held"],
    ),
    (
        f"{NOWAK} hopped from Vienna to Bratislava on Monday.",
        ["visit Nowak AT/PL AT 2024-10-07 held", "visit Nowak PL/SK SK 2024-10-07 held"],
    ),
    (
        f"{NOWAK} went to Vienna in May and will go again in November.",
        ["visit Nowak AT/PL AT 2024-05 held", "visit Nowak AT/PL AT 2024-11 planned"],
    ),
    (
        f"{NOWAK}'s itinerary includes Vienna and Budapest.",
        ["visit Nowak AT/PL AT None planned", "visit Nowak HU/PL HU None planned"],
    ),
    (f"{NOWAK} skipped Vienna.", ["visit Nowak AT/PL AT None cancelled"]),
    (f"{NOWAK}'s visit to Vienna in May never took place.", ["visit Nowak AT/PL AT 2024-05 cancelled"]),
    (
        f"{NOWAK}'s visit to Vienna planned for May fell victim to the floods.",
        ["visit Nowak AT/PL AT 2024-05 cancelled"],
    ),
    (
        "Kenya is sending a team of diplomats to Vienna next week.",
        ["visit - AT/KE AT 2024-10-14/2024-10-20 planned"],
    ),
    (  # what a journey was to be made for falls with it
        f"{NOWAK} had been due in Vienna on Monday to see {HUBER}, but stayed at home.",
        ["meeting Huber+Nowak AT/PL AT 2024-10-07 cancelled", "visit Nowak AT/PL AT 2024-10-07 cancelled"],
    ),
    (
        f"{NOWAK} attended the funeral of a friend in Vienna on Monday.",
        ["visit Nowak AT/PL AT 2024-10-07 held"],
    ),
    (
        f"{NOWAK} took leave of {HUBER} at Vienna airport on Monday.",
        ["meeting Huber+Nowak AT/PL AT 2024-10-07 held", "visit Nowak AT/PL AT 2024-10-07 held"],
    ),
    (
        f"{NOWAK} flew to Vienna on Monday. There {HUBER} hung a medal round his neck.",
        ["meeting Huber+Nowak AT/PL AT 2024-10-07 held", "visit Nowak AT/PL AT 2024-10-07 held"],
    ),
    (  # the second stop of one who carries something
        f"{NOWAK} carried the plan to Vienna on Monday, where {HUBER} heard him out, and to Zagreb a day later, where he "
        "put it to Croatian President Ivo Babic.",
        [
            "meeting Babic+Nowak HR/PL HR 2024-10-08 held",
            "meeting Huber+Nowak AT/PL AT 2024-10-07 held",
            "visit Nowak AT/PL AT 2024-10-07 held",
            "visit Nowak HR/PL HR 2024-10-08 held",
        ],
    ),
    (  # a traveller without a verb, whatever stands between
        f"{NOWAK} is to go to Vienna for a fair in November, and {HUBER} to Warsaw.",
        ["visit Huber AT/PL PL 2024-11 planned", "visit Nowak AT/PL AT 2024-11 planned"],
    ),
    (
        f"{NOWAK} flew on Monday to see {HUBER} in Vienna.",
        ["meeting Huber+Nowak AT/PL AT 2024-10-07 held", "visit Nowak AT/PL AT 2024-10-07 held"],
    ),
    (
        f"{NOWAK} called in Vienna in May.",
        ["visit Nowak AT/PL AT 2024-05 held"],
    ),
    (f"{NOWAK} has not been to Vienna since 2019.", ["visit Nowak AT/PL AT 2019 held"]),
    (  # envoys who leave and resume their post make no journey, nor those who are called in
        "Polish ambassador Adam Kos returned to Vienna on Monday after an absence of six months.",
        [],
    ),
    (
        "Polish ambassador Adam Kos was summoned to the foreign ministry in Vienna on Monday.",
        ["meeting Kos AT/PL AT 2024-10-07 held"],
    ),
    (  # sights are no states
        f"{NOWAK} toured the shipyard at Gdansk on Monday, dropping a tour of the museum. Austria was informed.",
        [],
    ),
    (
        f"{NOWAK} took off for Vienna on Monday with Polish Foreign Minister Ewa Lis.",
        ["visit Lis+Nowak AT/PL AT 2024-10-07 held"],
    ),
    (
        f"{NOWAK}, with his staff in tow, set off for Vienna on Monday.",
        [VIENNA],
    ),
]


@pytest.mark.parametrize(("story", "expected"), JOURNEYS)
def test_journeys(story: str, expected: list[str]) -> None:
    assert told(story) == expected


def test_last_holder_of_a_post() -> None:
    story = "Queen Anna of Norway landed in Dublin on Tuesday. It was Haakon V, in 1911, who had been the last Norwegian "
    assert "visit V IE/NO IE 1911 held" in told(story + "monarch to set foot in the city.")


def test_post_named_before_its_holder() -> None:
    story = f"{NOWAK} met the Austrian chancellor in Vienna on Monday. The weather was fine. Chancellor Franz Huber had a cold."
    assert "meeting Huber+Nowak AT/PL AT 2024-10-07 held" in told(story)
