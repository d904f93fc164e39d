"""Meetings told in other words than "met": fictional news, each sentence one way of saying it."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import to_record
from kg.extract.rules import Rules
from kg.model import Article
from tests.extract.telling import of_two

RULES = Rules()
NOWAK = "Polish President Jan Nowak"
DVORAK = "Czech Prime Minister Karel Dvorak"

TWO = [  # X is the Polish president, Y the Czech premier: one meeting of the two
    "X sat across a table from Y for three hours on Monday.",
    "X faced Y across a negotiating table on Monday.",
    "X was closeted with Y for two hours.",
    "X called on an ailing Y at his villa.",
    "X and Y broke bread on the fringes of the General Assembly.",
    "X and Y crossed paths in Rome on Friday.",
    "X clasped hands with Y on Monday.",
    "X crossed the hall to offer his hand to Y.",
    "X managed to buttonhole Y for ten minutes.",
    "X got Y to agree to the plan on Monday.",
    "X slipped away for a tête-à-tête with Y.",
    "X took Y to the garden.",
    "X led his guest, Y, to lunch.",
    "X heard Y out for two hours.",
    "X kept Y for forty-five minutes.",
    "X handed over a message to Y in Prague.",
    "It was to Y that X delivered a handwritten reply on Monday.",
    "X bestowed the Order of the White Eagle on Y on Monday.",
    "X presented Y with a medal in Warsaw.",
    "X posed for pictures with Y.",
    "X was the guest of Y on Monday night.",
    "X played host to Y on Monday.",
    "X rolled out the red carpet for Y on Monday.",
    "X threw a party for Y on Friday.",
    "X gave a banquet in honour of Y on Friday.",
    "X had a prior engagement with Y.",
    "X used a half hour with Y to agree a date.",
    "X had three hours with Y on Monday.",
    "X found forty minutes for Y on Monday.",
    "X was granted an hour by Y.",
    "X came away with the assent of Y.",
    "X made the announcement with Y at his side.",
    "With Y at his side, X announced the deal in Warsaw.",
    "X spoke to reporters with Y beside him.",
    "X squared off against Y in Rome on Friday.",
    "X ran into Y in Rome on Friday.",
    "X came face to face with Y in Rome on Friday.",
    "X put Y up at his country house on Friday.",
    "X paid his respects to Y on Monday.",
    "X and Y raised their glasses on Monday.",
    "X and Y teed off at a golf club outside Warsaw on Sunday.",
    "X and Y made each other's acquaintance on Monday.",
    "X and Y settled on a text on Monday.",
    "X and Y faced each other across a table on Monday.",
    "X and Y closeted themselves twice at the palace.",
    "X and Y argued in the same room until dawn.",
    "X and Y will see each other in Rome on Friday.",
    "X was granted an audience by Y.",
    "X put the plan to Y on Friday.",
    "The news came when X landed in Vienna, called on Y and flew home.",
    "In Warsaw X met Y on Monday.",
    "X was met on the steps of the palace, a former barracks, by Y.",
    "X received at the palace on Monday Y.",
    "X spent the night as the guest of Y in Prague.",
    "Before a lunch with Y, X spoke of values.",
    "X flew to Prague on Monday for three hours with Y.",
    "X laid a wreath and was guest at a dinner given by Y.",
]


def meetings(sentence: str) -> list[tuple[str, str]]:
    """The meetings and calls that a sentence tells of: (kind, family names)."""
    article = Article(
        id="x", text=f"World news\n\nOctober 9, 2024\n\n{sentence}", published=date(2024, 10, 9)
    )
    return [
        (e["kind"], " ".join(sorted(n.split()[-1] for n in e["participants"])))
        for e in to_record(RULES.extract(article))["events"]
        if e["kind"] != "visit"
    ]


@pytest.mark.parametrize("pattern", TWO, ids=lambda s: s[:50])
def test_two_people_meet(pattern: str) -> None:
    sentence = pattern.replace("X", NOWAK).replace("Y", DVORAK)
    assert meetings(sentence) == [("meeting", "Dvorak Nowak")]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        (
            f"A meeting between {NOWAK} and {DVORAK}, pencilled in for Tuesday, did not take place.",
            "cancelled",
        ),
        (f"A meeting of {NOWAK} with {DVORAK} never materialised.", "cancelled"),
        (f"Talks between {NOWAK} and {DVORAK} in Rome have fallen through.", "cancelled"),
        (f"The meeting of {NOWAK} with {DVORAK} has been shifted to Friday.", "postponed"),
    ],
)
def test_what_became_of_an_appointment(sentence: str, status: str) -> None:
    article = Article(id="x", text=f"News\n\nOctober 9, 2024\n\n{sentence}", published=date(2024, 10, 9))
    assert [e["status"] for e in to_record(RULES.extract(article))["events"]] == [status]


@pytest.mark.parametrize(
    ("sentence", "people", "parties", "day"),
    [
        ("The foreign ministers of ASEAN will meet in Manila on 3 November.", "", "ASEAN PH", "2024-11-03"),
        (
            f"{NOWAK} and {DVORAK} met in May. The next round will be held in Oslo on 4 November.",
            "",
            "CZ PL",
            "2024-11-04",
        ),
        (
            f"{NOWAK} and {DVORAK} met in May. A meeting of senior officials took place on Friday.",
            "",
            "CZ PL",
            "2024-10-04",
        ),
        (
            f"{NOWAK} said he was glad. Negotiations with Slovakia on the border resume on 12 December.",
            "",
            "PL SK",
            "2024-12-12",
        ),
        (
            "U.S. officials spoke of it after the U.S.-China Maritime Dialogue in July.",
            "",
            "CN US",
            "2024-07",
        ),
    ],
)
def test_rounds_without_names(sentence: str, people: str, parties: str, day: str) -> None:
    article = Article(id="x", text=f"News\n\nOctober 9, 2024\n\n{sentence}", published=date(2024, 10, 9))
    found = [
        (" ".join(e["participants"]), " ".join(e["countries"]), e["date"])
        for e in to_record(RULES.extract(article))["events"]
        if e["kind"] == "meeting"
    ]
    assert (people, parties, day) in found


def test_a_host_brings_others_together() -> None:
    sentence = f"UN Secretary-General Ana Silva got {NOWAK} and {DVORAK} into the same room in Geneva."
    assert meetings(sentence) == [("meeting", "Dvorak Nowak Silva")]


SEVERAL = [  # X meets Y, a Czech, and Z, a Slovak, apart
    "X met with Y on Monday, and with Z.",
    "X called on Y and on Z.",
    "X was received by Y and by Z on Monday.",
    "X conferred on Monday with Y, and afterwards with Z.",
    "X met Y on Monday and Z on Tuesday.",
    "X met Y in Prague and Z in Bratislava.",
    "X held talks with Y on Monday and with Z on Tuesday.",
    "X saw Y on Monday, then Z.",
    "X had breakfast with Y and lunch with Z.",
    "X held separate meetings with Y and Z.",
    "X gave an hour to Y and ten minutes to Z.",
    "X conferred with Y in Rome; slipped away for a tête-à-tête with Z; and flew home.",
]


@pytest.mark.parametrize("pattern", SEVERAL, ids=lambda s: s[:50])
def test_one_after_another(pattern: str) -> None:
    sentence = pattern.replace("X", NOWAK).replace("Y", DVORAK).replace("Z", "Slovak President Peter Hrad")
    assert sorted(meetings(sentence)) == [("meeting", "Dvorak Nowak"), ("meeting", "Hrad Nowak")]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{NOWAK} and {DVORAK} met in Bratislava in May and again in Vienna in September.",
        f"{NOWAK} summoned Czech Ambassador Karel Dvorak on Monday and again on Tuesday.",
        f"{NOWAK} and {DVORAK} held talks in Bratislava in May and in Vienna in September.",
        f"{NOWAK} and {DVORAK} held two rounds of talks, the first in Rome on May 2 and the second in Vienna on June 3.",
    ],
)
def test_the_same_people_again(sentence: str) -> None:
    assert meetings(sentence) == [("meeting", "Dvorak Nowak")] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        f"{NOWAK} has accused {DVORAK} of lying.",
        f"{NOWAK} and {DVORAK} condemned the attack on Monday.",
        f"{NOWAK} invited {DVORAK} to a summit that never came.",
        f"{NOWAK} won the election on Monday, {DVORAK} said.",
        f"{NOWAK} called negotiations with Slovakia a waste of time.",
        f"The meeting in Rome dealt with Ukraine, {NOWAK} said.",
        f"{NOWAK} said that ASEAN is a good model, and that its summits are long.",
    ],
)
def test_words_at_a_distance_are_no_meeting(sentence: str) -> None:
    assert meetings(sentence) == []


@pytest.mark.parametrize(
    "story",
    [
        "X met Y face to face in Vienna.",
        "X and Y came face to face in Vienna.",
        "X got together with Y in Vienna.",
        "Meeting Y in Vienna, X spoke of peace.",
        "Meeting in Vienna, X and Y spoke of peace.",
        "X and Y, meeting in Vienna, called for peace.",
        "X came out of a meeting with Y in Vienna.",
        "X stopped by to see Y in Vienna.",
    ],
)
def test_wordings_of_one_meeting(story: str) -> None:
    assert {(kind, who) for kind, who, _ in of_two(story, "place") if kind == "meeting"} == {
        ("meeting", "Dvorak Nowak")
    }


def test_counterparts_from_several_states() -> None:
    story = "X met his counterparts from Hungary and Austria, Bela Toth and Eva Huber, in Rome."
    assert ("meeting", "Huber Nowak Toth", "Rome") in of_two(story, "place")


def test_ministers_of_a_club_are_not_those_whom_the_text_has_named() -> None:
    story = (
        "X held talks with Y in Rome. U.S. Secretary of State Ann Berg met the leaders of the G7 on Saturday."
    )
    assert all("Berg" not in who for _, who, _ in of_two(story, "place"))


def test_who_meets_on_the_sidelines_is_not_told_to_confer() -> None:
    story = "X met Y on Monday on the sidelines of the Munich Security Conference, one of a hundred meetings there."
    assert [who for kind, who, _ in of_two(story, "place") if kind == "meeting"] == ["Dvorak Nowak"]
