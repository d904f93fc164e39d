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
    # told once, and not gone on with
    (
        f"{X} last met {Y} in Vienna in May 2012. In July, {Z} came to Warsaw.",
        "visit Knudsen NO/PL PL 2024-07 held",
    ),
]
DAYS = [
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


@pytest.mark.parametrize(("story", "event"), [*YEARS, *DAYS, *PLACES])
def test_what_stands_before_tells_when_and_where(story: str, event: str) -> None:
    for name in (X, Y, Z):  # a second mention is by the family name
        first, found, rest = story.partition(name)
        story = first + found + rest.replace(name, name.split()[-1])
    assert event in told(story)
