"""A tour told over several sentences: descriptions that go on about the traveller, stops, hosts, and what is no event."""

from __future__ import annotations

import pytest

from tests.extract.telling import told

NOWAK = (
    "Polish Finance Minister Jan Nowak held talks with Austrian Chancellor Karl Huber in Vienna on Monday. "
)
PAIR = "Colombian President Juan Soto met Venezuelan President Hugo Rey in Cali on Monday. "

STORIES = [
    # a host expects her on a day of its own
    (
        "Danish Foreign Minister Mette Holm flies to Rome on Thursday, where Italian premier Ugo Riva expects her on Friday.",
        ["meeting Holm+Riva DK/IT IT 2024-10-11 planned", "visit Holm DK/IT IT 2024-10-10 planned"],
    ),
    # who represents a state somewhere is there, wherever the parser hangs "by"
    (
        "Chad is represented at the summit in Lima by Foreign Minister Moussa Idriss. The Nigerian president was "
        "represented in Dakar on Friday by Foreign Minister Ojo Bello.",
        ["visit Bello NG/SN SN 2024-10-04 held", "visit Idriss PE/TD PE None held"],
    ),
    # a description takes up whom the last sentence with a name was about
    (
        NOWAK + "The bank declined to comment. The economist flew to Rome on Tuesday, where he saw Italian premier Ugo Riva.",
        [
            "meeting Huber+Nowak AT/PL AT 2024-10-07 held",
            "meeting Nowak+Riva IT/PL IT 2024-10-08 held",
            "visit Nowak AT/PL AT 2024-10-07 held",
            "visit Nowak IT/PL IT 2024-10-08 held",
        ],
    ),
    (
        "Greek Prime Minister Nikos Lekas was in Brussels on Tuesday. The 40-year-old prime minister was due to fly to Paris "
        "on Wednesday to see President Luc Morel. He was in Nicosia on Monday.",
        [
            "meeting Lekas+Morel FR/GR FR 2024-10-09 planned",
            "visit Lekas BE/GR BE 2024-10-08 held",
            "visit Lekas CY/GR CY 2024-10-07 held",
            "visit Lekas FR/GR FR 2024-10-09 planned",
        ],
    ),
    # who is waiting has not met him yet; who left empty-handed was there
    (
        NOWAK + "On Thursday he flies to Rome, where Ugo Riva, the Italian premier, is waiting for him.",
        [
            "meeting Huber+Nowak AT/PL AT 2024-10-07 held",
            "meeting Nowak+Riva IT/PL IT 2024-10-10 planned",
            "visit Nowak AT/PL AT 2024-10-07 held",
            "visit Nowak IT/PL IT 2024-10-10 planned",
        ],
    ),
    (
        "Polish President Jan Nowak left Vienna empty-handed on Friday after talks with Austrian Chancellor Karl Huber.",
        ["meeting Huber+Nowak AT/PL AT 2024-10-04 held", "visit Nowak AT/PL AT 2024-10-04 held"],
    ),
    # sent to talks; fetched to a town; what they came out with
    (
        "Talks began in Cali on Saturday, to which Venezuelan President Hugo Rey sent his foreign minister, Luis Mora.",
        ["visit Mora CO/VE CO 2024-10-05 held"],
    ),
    (
        "Kenyan President Peter Otieno had fetched Chad's Idriss Ali and Sudan's Omar Zaki to Nairobi on Monday.",
        ["visit Ali+Zaki KE/SD/TD KE 2024-10-07 held"],
    ),
    (
        PAIR + "They came out with a nine-point declaration.",
        ["agreement Rey+Soto CO/VE CO 2024-10-07 held", "meeting Rey+Soto CO/VE CO 2024-10-07 held"],
    ),
    # a third at the table
    (
        PAIR + "Nestor Vidal, the secretary-general of Unasur, had a seat at the table.",
        ["meeting Rey+Soto+Vidal CO/UNASUR/VE CO 2024-10-07 held"],
    ),
    # a host receives at home, on the days of the guest's visit
    (
        "U.S. Secretary of State Tom Hall was in Naypyitaw last week. Burmese President Tin Maung arrived in Beijing on "
        "Tuesday. He also received Hall.",
        [
            "meeting Hall+Maung MM/US MM 2024-09-30/2024-10-06 held",
            "visit Hall MM/US MM 2024-09-30/2024-10-06 held",
            "visit Maung CN/MM CN 2024-10-08 held",
        ],
    ),
    # another's visit is looked forward to; the subject of its own clause is nobody named behind it
    (
        "Afghan President Hamid Karimi was in Kabul. Iran's President, Hassan Rahimi, is looking forward to his visit.",
        ["visit Karimi AF/IR IR None planned"],
    ),
    (
        "Turkish President Recep Aydin was late. On Friday in Sochi he will be alone with Russian President Oleg "
        "Sidorov before the ministers are let in, Energy Minister Fatih Kaya among them.",
        ["meeting Aydin+Sidorov RU/TR RU 2024-10-11 planned", "visit Aydin RU/TR RU 2024-10-11 planned"],
    ),
    # "them" are those of whom the clause above speaks
    (
        "French President Luc Morel brought Chad's Idriss Ali and Sudan's Omar Zaki together in Paris on Monday. On Friday "
        "both men will be in Washington, where President John Reed is to receive them.",
        [
            "meeting Ali+Morel+Zaki FR/SD/TD FR 2024-10-07 held",
            "meeting Ali+Reed+Zaki SD/TD/US US 2024-10-11 planned",
            "visit Ali+Zaki SD/TD/US US 2024-10-11 planned",
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("story", "expected"), STORIES)
def test_a_tour_in_several_sentences(story: str, expected: list[str]) -> None:
    assert told(story) == expected


def test_a_small_town_is_placed_by_the_region_behind_it() -> None:
    story = "KEY WEST, Florida (Post) - U.S. Secretary of State Tom Hall met Chad's Idriss Ali on Tuesday. He was late."
    assert told(story) == ["meeting Ali+Hall TD/US US 2024-10-08 held"]


NOTHING = [
    PAIR
    + "A spokesman in Washington, Tom Hall, said the United States had always favoured dialogue between the two.",
    PAIR
    + "U.N. chief Ana Weiss was silent. The two armies, which came close to war in April, had reasons to keep quiet.",
    PAIR + "His host was glad. Ministers from Europe and Asia were hosted by Chile's Ana Rojas on Tuesday.",
]


@pytest.mark.parametrize("story", NOTHING)
def test_what_adds_no_meeting(story: str) -> None:
    meetings = [x for x in told(story) if x.startswith("meeting") and "Rojas" not in x]
    assert meetings == ["meeting Rey+Soto CO/VE CO 2024-10-07 held"]
    assert not any("Rojas+" in x or "+Rojas" in x for x in told(story))
