"""What stands in passing: arrivals that are due, places of others, posts that tell of a journey, whose counterpart."""

from __future__ import annotations

import pytest

from tests.extract.telling import told

# (story, what is told, what is not)
CASES: list[tuple[str, set[str], set[str]]] = [
    (
        "LIMA, Oct 9 - Chilean Foreign Minister Juan Soto is due on October 24.",
        {"visit Soto CL/PE PE 2024-10-24 planned"},
        set(),
    ),
    (
        "LIMA, Oct 9 - Chilean Foreign Minister Juan Soto is due next week for consultations.",
        {"visit Soto CL/PE PE 2024-10-14/2024-10-20 planned"},
        set(),
    ),
    (
        "LIMA, Oct 9 - Chilean President Juan Soto landed at Las Palmas Air Base on Tuesday night.",
        {"visit Soto CL/PE PE 2024-10-08 held"},
        set(),
    ),
    (  # the place of the second talks is not that of the first
        "SANTIAGO, Oct 9 - Chilean President Juan Soto conferred with President Ana Ruiz of Peru on Monday and, later in "
        "the week, with President Luis Paz of Bolivia in La Paz.",
        {
            "meeting Ruiz+Soto CL/PE CL 2024-10-07 held",
            "meeting Paz+Soto BO/CL BO 2024-10-09/2024-10-13 held",
        },
        set(),
    ),
    (
        "Chilean President Juan Soto, the first leader of his country to travel to Tehran in a decade, flew home.",
        {"visit Soto CL/IR IR None held"},
        set(),
    ),
    (
        "President Ana Ruiz of Peru and President Juan Soto of Chile signed a memorandum under which an office is to "
        "open in Cusco next year.",
        {"agreement Ruiz+Soto CL/PE None None held"},
        set(),
    ),
    (
        "Norway's Prime Minister Kari Berg will receive Peru's Luis Paz, whom she has invited for the autumn.",
        {"visit Paz NO/PE NO 2024-09/2024-11 proposed"},
        set(),
    ),
    (
        "Peruvian Foreign Minister Luis Paz has accepted an invitation to address parliament in May.\n\nOSLO, Oct 9 - "
        "Norway's Kari Berg said so.",
        {"visit Paz NO/PE NO 2025-05 planned"},
        set(),
    ),
    (  # who is the first to come has come, and not on the day of the last
        "Peruvian President Ana Ruiz, who flew into Santiago on Monday, is the first leader of her country to come to "
        "Chile since Peruvian President Luis Paz in November 2006.",
        {"visit Ruiz CL/PE CL 2024-10-07 held", "visit Paz CL/PE CL 2006-11 held"},
        {"visit Ruiz CL/PE CL None planned"},
    ),
    (  # neither came to the other
        "Chilean President Juan Soto waited in vain for Ana Ruiz, the president of Peru, in Lima in May.",
        set(),
        {"meeting Ruiz+Soto CL/PE PE 2024-05 held"},
    ),
]


@pytest.mark.parametrize(("story", "these", "none_of"), CASES)
def test_told_in_passing(story: str, these: set[str], none_of: set[str]) -> None:
    found = set(told(story))
    assert these <= found
    assert not none_of & found


# Talks with somebody, of whom the text is about
SOTO = "Peruvian President Ana Ruiz arrived in Santiago on Monday. "


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Talks with Chilean President Juan Soto are scheduled for Friday.", "meeting Ruiz+Soto CL/PE CL 2024-10-11 planned"),
        ("A meeting with Chilean President Juan Soto fell through.", "meeting Ruiz+Soto CL/PE CL 2024-10-07 cancelled"),
        ("Dinner with Chilean President Juan Soto followed.", "meeting Ruiz+Soto CL/PE CL 2024-10-07 held"),
        ("She had Chile's Juan Soto for her first interlocutor.", "meeting Ruiz+Soto CL/PE CL 2024-10-07 held"),
        ("Peruvian Foreign Minister Luis Paz will follow her there on Friday.", "visit Paz CL/PE CL 2024-10-11 planned"),
        ("The next day she took leave of Chile's Juan Soto, and two pacts came of it.", "agreement Ruiz+Soto CL/PE CL 2024-10-08 held"),
        ("She had visited Juan Soto, the Chilean president, on the eve of the New Year.", "visit Ruiz CL/PE CL 2023-12-31 held"),
    ],
)  # fmt: skip
def test_of_the_one_on_a_journey(sentence: str, event: str) -> None:
    assert event in told(SOTO + sentence)


def test_what_is_said_of_a_journey_is_no_journey() -> None:
    story = (
        SOTO + 'Bolivian opposition leader Ada Rojas called the trip "expensive". She is to return via Arica.'
    )
    assert [e for e in told(story) if e.startswith("visit")] == ["visit Ruiz CL/PE CL 2024-10-07 held"]


def test_the_text_goes_on_about_whom_the_main_clause_names() -> None:
    story = (
        "The paper, which Bolivian Foreign Minister Ada Rojas will read out, is the work of Peruvian Foreign Minister Luis "
        "Paz. He flew to Santiago on Monday."
    )
    assert "visit Paz CL/PE CL 2024-10-07 held" in told(story)
