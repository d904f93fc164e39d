"""Days and cities that a sentence does not name: what stands before it tells them."""

from __future__ import annotations

import pytest

from tests.extract.telling import told

X, Y, Z = (
    "Polish President Jan Nowak",
    "Austrian Chancellor Karel Dvorak",
    "Norwegian Prime Minister Lars Knudsen",
)
YEARS = [
    (
        f"{X} met {Z} in Oslo in May 2019. They had met in Vienna in March.",
        "meeting Knudsen+Nowak NO/PL AT 2019-03 held",
    ),
    (
        f"{X} and {Z} met in Oslo in May 2019 and in Vienna in June.",
        "meeting Knudsen+Nowak NO/PL AT 2019-06 held",
    ),
    (
        f"{X} met {Y} in Vienna in May 2019. In July, {Z} came to Warsaw.",
        "visit Knudsen NO/PL PL 2019-07 held",
    ),
    (
        f"{X} met {Y} in Vienna in November 2019. In January, {Z} came to Warsaw.",
        "visit Knudsen NO/PL PL 2020-01 held",
    ),
    # gone on with in the place that the sentence before told of
    (
        f"{X} last went to Norway in February 1999. In Oslo he signed a treaty with {Z}.",
        "agreement Knudsen+Nowak NO/PL NO 1999-02 held",
    ),
    # told once, and not gone on with
    (
        f"{X} last met {Y} in Vienna in May 2012. In July, {Z} came to Warsaw.",
        "visit Knudsen NO/PL PL 2024-07 held",
    ),
]
DAYS = [
    (
        f"{Y} comes to Warsaw on Tuesday. On the day after that {X} flies to Oslo, to lunch with {Z}.",
        "meeting Knudsen+Nowak NO/PL NO 2024-10-16 planned",
    ),
    (
        f"{X} was in Vienna on Sunday and in Oslo, where he talked to {Z}, on Monday.",
        "visit Nowak NO/PL NO 2024-10-07 held",
    ),
    (
        f"{X} flew to Oslo on August 22, 2019. On the Saturday he went to Santiago.",
        "visit Nowak CL/PL CL 2019-08-24 held",
    ),
    (
        f"{X} took office on August 10. Five days after his inauguration he met {Z} in Oslo.",
        "meeting Knudsen+Nowak NO/PL NO 2024-08-15 held",
    ),
    (
        "The text has been ready since September 23, when the two ministers ended their talks. Four days later "
        f"{X} discussed it with {Z} in Oslo.",
        "meeting Knudsen+Nowak NO/PL NO 2024-09-27 held",
    ),
    (
        f"{X} will be in Vienna on Friday. From there he goes on to Oslo.",
        "visit Nowak NO/PL NO 2024-10-11/2024-10-17 planned",
    ),
    (f"{X} is expected in Oslo on Friday to present a proposal.", "visit Nowak NO/PL NO 2024-10-11 planned"),
]
PLACES = [
    (
        f"{X} may meet {Y} in November when Norway hosts the summit.",
        "meeting Dvorak+Nowak AT/PL NO 2024-11 proposed",
    ),
    (f"{X} left for Oslo to report to {Z}.", "visit Nowak NO/PL NO None held"),
    (
        f"{Z} came home on Sunday. On Tuesday {X} was the guest of {Z} in Oslo for a state visit.",
        "meeting Knudsen+Nowak NO/PL NO 2024-10-08 held",
    ),
    (  # a host receives at home, wherever his guest went that day
        f"Oslo, Oct 9 - {X} flew on to Santiago on Tuesday. {Z} had received him in the morning.",
        "meeting Knudsen+Nowak NO/PL NO 2024-10-08 held",
    ),
    (  # the dateline goes before where one of them was on another day
        f"LIMA, Oct 9 - {X} was in Santiago on Monday. {X} conferred with {Y} on Tuesday.",
        "meeting Dvorak+Nowak AT/PL PE 2024-10-08 held",
    ),
    (f"Before he left Oslo on Monday {X} saw {Y}.", "meeting Dvorak+Nowak AT/PL NO 2024-10-07 held"),
    (f"{X} met {Y} on Monday before flying home from Oslo.", "meeting Dvorak+Nowak AT/PL NO 2024-10-07 held"),
    (
        f"{X} and {Y} met in Vienna on April 12. Oslo followed on April 20.",
        "meeting Dvorak+Nowak AT/PL NO 2024-04-20 held",
    ),
    (
        f"{X} flew to Oslo on May 14 and on to Vienna the day after, discussing grain with {Z} and with {Y}.",
        "meeting Knudsen+Nowak NO/PL NO 2024-05-14 held",
    ),
    (
        f"{X}, who was spending the weekend in Oslo, rang {Y} on Monday.",
        "call Dvorak+Nowak AT/PL None 2024-10-07 held",
    ),
]

VILLAGES = [
    (f"{X} met {Y} in {where} on Monday.", "meeting Dvorak+Nowak AT/PL NO 2024-10-07 held")
    for where in (
        "the Norwegian resort of Skarnes",
        "the southern Norwegian mountain village of Skarnes",
        "Skarnes, a village in northern Norway,",
        "Skarnes, the Norwegian port,",
    )
]
SIDES = [
    (f"{X} met {Y} on the island of Svalbo, off the Norwegian coast, on Monday.", VILLAGES[0][1]),
    (f"{X} met {Y} on the Norwegian side of the border on Monday.", VILLAGES[0][1]),
]
AHEAD = [  # where nobody has been yet
    (
        f"{X} cancelled a trip to Oslo. He met {Y} on Monday.",
        "meeting Dvorak+Nowak AT/PL None 2024-10-07 held",
    ),
    (
        f"{X} postponed a visit to Oslo, due on Monday. He received {Y} on Tuesday.",
        "meeting Dvorak+Nowak AT/PL None 2024-10-08 held",
    ),
]


@pytest.mark.parametrize(("story", "event"), [*VILLAGES, *SIDES, *AHEAD])
def test_where_it_was(story: str, event: str) -> None:
    assert event in told(story)


@pytest.mark.parametrize(
    ("line", "state", "day"),
    [
        ("SKARNES, Norway (Reuters) -", "NO", "2024-10-09"),
        ("UNITED NATIONS (Reuters) -", "US", "2024-10-09"),
        ("VIENNA, Oct. 8 -", "AT", "2024-10-08"),
        ("VIENNA, Tuesday –", "AT", "2024-10-08"),
    ],
)
def test_the_dateline_says_where_here_is_and_when_today(line: str, state: str, day: str) -> None:
    story = f"{line} {X} met {Y} here today. They ate."
    assert f"meeting Dvorak+Nowak AT/PL {state} {day} held" in told(story)


@pytest.mark.parametrize(("story", "event"), [*YEARS, *DAYS, *PLACES])
def test_what_stands_before_tells_when_and_where(story: str, event: str) -> None:
    for name in (X, Y, Z):  # a second mention is by the family name
        first, found, rest = story.partition(name)
        story = first + found + rest.replace(name, name.split()[-1])
    assert event in told(story)
