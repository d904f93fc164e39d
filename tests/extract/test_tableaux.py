"""Encounters, calls and journeys that a story shows rather than tells: fictional news, one way of saying each."""

from __future__ import annotations

import pytest

from tests.extract.telling import of_two


def told(story: str) -> list[tuple[str, str, str | None]]:
    """The events of a story: (kind, family names, place)."""
    return of_two(story, "place")


@pytest.mark.parametrize(
    "story",
    [
        "X came to Prague on Monday. Opposite him at the long table sat Y.",
        "X came to Prague on Monday; across the table from him was Y.",
        "X came to Prague on Monday. At his elbow stood Y.",
        "September found X and Y in Prague.",
        "Prague saw X and Y together in August.",
        "Y had X to Prague in January.",
        "Y invited X into his tent in Prague on Monday.",
        "X and Y were left alone for two hours in Prague on Tuesday.",
        "X was out on the lake with Y in Prague on Sunday.",
        "X spent the afternoon apologising to Y in Prague on Monday.",
        "X and Y put their heads together in Prague on Monday.",
        "X flew to Prague on Monday, where Y was waiting.",
        "X came to Prague on Monday. His host, Y, was waiting on the stairs.",
        "Y kept X waiting for an hour in Prague on Thursday.",
        "Y lent X an ear in Prague on Thursday.",
        "X and Y compared notes in Prague on Monday.",
        "X got forty minutes of Y's time in Prague on Monday.",
        "X found time for Y in Prague on Monday.",
        "X stole a moment with Y in Prague on Monday.",
        "Over coffee in Prague on Monday Y explained his plan to X.",
        "It was in Prague on Monday that X first stood face to face with Y.",
        "On Monday X stepped off a plane in Prague into the arms of Y.",
        "Waiting for X on the tarmac in Prague on Monday was Y.",
        "Y threw a banquet in X's honour in Prague on Monday.",
        "A lunch was given by Y in honour of X in Prague on Monday.",
        "On X's programme in Prague on Friday is a lunch with Y.",
        "X made his way to Prague on Monday to hear what Y had to offer.",
        "X went to Prague on Monday to mark with Y the birthday of the treaty.",
        "X ended the day in Prague on Monday at Y's table.",
        "Y opens a forum in Prague on Friday at which X has promised to appear.",
    ],
)
def test_a_picture_of_two_people_is_a_meeting(story: str) -> None:
    assert ("meeting", "Dvorak Nowak", "Prague") in [
        (kind, people, place or "Prague") for kind, people, place in told(story)
    ]


@pytest.mark.parametrize(
    "story",
    [
        "X was fetched to the telephone on Monday night; at the other end was Y.",
        "It was over the telephone, on 12 June, that X and Y made up.",
        "It was by telephone that X told Y of his decision on Monday.",
        "X was in the car to the airport on Friday when Y came on the line.",
        "X was put through to Y on Sunday evening.",
        "X was the first to get through to Y on Saturday.",
        "X hung up on Y in July.",
        "X picked up the telephone on Monday and asked Y to wait.",
        "X, reached by Y on Monday night, welcomed the deal.",
        "There was a telephone call on Monday between X and Y.",
        "A telephone call from X on Monday woke Y at dawn.",
        "Down the telephone on Monday X assured Y that the border would open.",
        "X heard the news from Y, who rang at midnight on Thursday.",
        "X told Y as much when the prime minister rang him that evening.",
    ],
)
def test_a_picture_of_two_people_on_a_line_is_a_call(story: str) -> None:
    assert told(story) == [("call", "Dvorak Nowak", None)]


@pytest.mark.parametrize(
    "story",
    [
        "X stood in the rain in Lisbon on Friday and said what nobody had said before him.",
        "X did what no Polish leader had done and slept in Lisbon on Friday.",
        "X queued for bread in Lisbon on Friday.",
        "X was last seen in Lisbon in 2022.",
        "X made his bow in Lisbon last Tuesday.",
        "X made the round of Lisbon and Warsaw in April.",
        "X found himself in Lisbon on Monday, looking for votes.",
        "The plane carrying X taxied to a halt in Lisbon on Monday.",
        "An unmarked Gulfstream put down at Lisbon on Tuesday and disgorged X.",
        "X was driven through the gates of the presidential palace in Lisbon on Monday.",
        "October brought X to Lisbon.",
        "X came down the gangway in Lisbon on Sunday.",
        "X has a ticket to Lisbon for November.",
        "Lisbon has fallen off the itinerary of X.",
        "X brought a message to Lisbon in June.",
        "X's presence in Lisbon on Monday surprised everybody.",
        "X was among the mourners in Lisbon on Monday.",
        "X took himself off to a hunting lodge near Lisbon in January.",
    ],
)
def test_a_picture_of_somebody_abroad_is_a_visit(story: str) -> None:
    assert told(story) == [("visit", "Nowak", "Lisbon")]


def test_who_follows_days_later_travels_alone() -> None:
    story = "X came to Vienna on 8 September, Y nine days after him."
    assert [(kind, people) for kind, people, _ in told(story)] == [("visit", "Nowak"), ("visit", "Dvorak")]


def test_stations_of_a_meeting() -> None:
    story = "X and Y have met three times this year: in Rome in March, in Vienna in May, and in Oslo in June."
    assert [place for kind, _, place in told(story) if kind == "meeting"] == ["Rome", "Vienna", "Oslo"]


def test_who_runs_between_two_meets_each() -> None:
    story = "Slovak President Peter Hrad shuttled between X and Y last week."
    assert told(story) == [("meeting", "Hrad Nowak", None), ("meeting", "Dvorak Hrad", None)]


def test_a_visit_is_owed() -> None:
    assert told("X owes Y a visit.") == [("visit", "Nowak", "Czech Republic")]
    assert told("Y has been promised a visit by X next month.") == [("visit", "Nowak", "Czech Republic")]


def test_a_guest_comes_to_his_host() -> None:
    assert told("X left on Monday for his ranch, where Y will be his guest on Friday.") == [
        ("meeting", "Dvorak Nowak", None),
        ("visit", "Dvorak", "Poland"),
    ]
    assert ("visit", "Nowak", "Austria") in told("X had been to see Y in Austria on July 3.")


def test_who_was_awaited_has_come() -> None:
    assert {e[1:] for e in of_two("Awaiting X in Prague on Monday was Y.", "date")} == {
        ("Nowak", "2024-10-07"),
        ("Dvorak Nowak", "2024-10-07"),
    }


def test_what_was_often_put_off_is_to_come() -> None:
    story = "Y will be in Rome on Friday to receive X, the visit having been put off six times since 1995."
    assert {e[1:] for e in of_two(story, "status")} == {("Dvorak", "planned"), ("Dvorak Nowak", "planned")}


def test_one_place_twice() -> None:
    story = "X was in Lisbon last year, in January, and again this spring."
    assert told(story) == [("visit", "Nowak", "Lisbon")] * 2


def test_that_was_there() -> None:
    assert ("meeting", "Dvorak Nowak", "Vienna") in told(
        "X met Y in May. That was in Vienna, under a blue sky."
    )
    assert ("meeting", "Dvorak Nowak", None) in told(
        "X met Y in May. It was the first since a summit in Vienna."
    )


def test_others_get_one_too() -> None:
    story = "X telephoned Y on Sunday. Slovak President Peter Hrad got one too, and so did Hungarian President Ivan Nagy."
    assert told(story) == [
        ("call", "Dvorak Nowak", None),
        ("call", "Hrad Nowak", None),
        ("call", "Nagy Nowak", None),
    ]


def test_an_invitation_in_quotes_is_no_journey() -> None:
    story = '"Come and see for yourself," X told Y in Warsaw in January.'
    assert [kind for kind, _, _ in told(story)] == ["meeting"]
