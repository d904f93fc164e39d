"""Whom descriptions, pronouns and groups mean in a story of several sentences: fictional news."""

from __future__ import annotations

import pytest

from tests.extract.telling import of_two


def told(story: str) -> list[tuple[str, str, str | None]]:
    """The events of a story: (kind, family names, date)."""
    return of_two(story, "date")


@pytest.mark.parametrize(
    "story",
    [
        "X landed in Prague on Monday. Y took the newcomer to a tavern.",
        "X landed in Prague on Monday. In the evening he dined at the side of Y.",
        "X and Y were in Prague on Monday. The two spent the morning on the wording of a toast.",
    ],
)
def test_a_guest_is_who_came(story: str) -> None:
    assert ("meeting", "Dvorak Nowak") in [(kind, people) for kind, people, _ in told(story)]


def test_the_compatriot_is_whom_the_story_is_about() -> None:
    story = (
        "X came to Prague on Monday. X wore a hat. Polish Justice Minister Adam Wilk saw to the luggage. It rained. "
        "The band played on. On Tuesday the Pole flew on to Vienna."
    )
    assert ("visit", "Nowak", "2024-10-08") in told(story)


def test_a_colleague_holds_the_same_post() -> None:
    story = (
        "X and Czech President Petr Novy fell out in May. Czech Foreign Minister Jan Hora looked on. "
        "In July X hung up on his Czech colleague."
    )
    assert ("call", "Novy Nowak", "2024-07") in told(story)


def test_the_premiers_are_no_foreign_ministers() -> None:
    story = (
        "Y and Slovak Prime Minister Peter Hrad had quarrelled for weeks. Czech Foreign Minister Jan Hora and Slovak "
        "Foreign Minister Ivan Kral met in Brno on Sunday. The prime ministers met in Vienna on Monday."
    )
    assert ("meeting", "Dvorak Hrad", "2024-10-07") in told(story)


@pytest.mark.parametrize(("month", "iso"), [("April", "2024-04"), ("June", "2024-06"), ("August", "2024-08")])
def test_a_month_before_a_name_is_no_given_name(month: str, iso: str) -> None:
    assert told(f"Last year was quiet. In {month} Y flew to Oslo.") == [("visit", "Dvorak", iso)]
    assert told(f"X waved. In {month} Jan Nowak flew to Oslo.") == [("visit", "Nowak", iso)]


def test_one_more_soil() -> None:
    assert told(
        "X stepped onto the Czech side of the bridge on Monday. X crossed to the Slovak bank on Tuesday."
    ) == [
        ("visit", "Nowak", "2024-10-07"),
        ("visit", "Nowak", "2024-10-08"),
    ]
