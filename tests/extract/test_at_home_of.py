"""Journeys to a person, in another's stead or after him; encounters of each; what was prepared or talked over."""

from __future__ import annotations

import pytest

from tests.extract.telling import told

MORA = "Cuban President Raul Mora"
DUMAS = "Haitian President Jean Dumas"
RUIZ = "Peruvian President Jose Ruiz"

CASES = [
    # whoever visits a person goes to his state
    (
        f"{MORA} was in Lima on Monday. {DUMAS} will visit him next week.",
        "visit Dumas CU/HT CU 2024-10-14/2024-10-20 planned",
    ),
    (f"{DUMAS} visited {RUIZ} in June.", "visit Dumas HT/PE PE 2024-06 held"),
    # after another, for there
    (
        f"{RUIZ} was in Washington on May 18; {DUMAS} followed ten days later.",
        "visit Dumas HT/US US 2024-05-28 held",
    ),
    (
        "The summit opens in Quito on Friday. Cuban Foreign Minister Raul Mora left for there last night.",
        "visit Mora CU/EC EC 2024-10-08 held",
    ),
    # each
    (
        f"{MORA} and {DUMAS} each had an hour with {RUIZ} in Lima on Monday.",
        "meeting Dumas+Ruiz HT/PE PE 2024-10-07 held",
    ),
    # with company
    (
        f"{RUIZ} landed in Havana on Sunday; there {MORA} was waiting for him with the secretary general of the OAS, Pedro Soto.",
        "meeting Mora+Ruiz+Soto CU/OAS/PE CU 2024-10-06 held",
    ),
    # what somebody came for
    (f"{MORA} was in Lima in May, to deliver a letter to {RUIZ}.", "meeting Mora+Ruiz CU/PE PE 2024-05 held"),
    # those just named, not those of the last talks
    (
        f"{MORA} gave lunch to {RUIZ} in Havana on Monday. Cuban Foreign Minister Ana Rey met {DUMAS}. Mora thanked Ruiz. Ruiz has "
        "been invited to Lagos. The two will see each other in Quito in May.",
        "meeting Mora+Ruiz CU/PE EC 2025-05 planned",
    ),
    # the president's plane
    (
        f"Air Force One left Havana for Lima at six on Monday. U.S. President Ann Roe had met {MORA}.",
        "visit Roe PE/US PE 2024-10-07 held",
    ),
]


@pytest.mark.parametrize(("story", "event"), CASES, ids=[c[1] for c in CASES])
def test_journeys_and_company(story: str, event: str) -> None:
    assert event in told(story)


def test_what_was_talked_over_is_no_journey() -> None:
    story = f"{RUIZ} met {DUMAS} in Lima on Monday. They went through Iran, oil and the price of sugar."
    assert not [x for x in told(story) if " IR " in x]


def test_hours_of_talk_are_no_call() -> None:
    assert not [
        x for x in told(f"{MORA} met {RUIZ} on Monday. They talked for four hours.") if x.startswith("call")
    ]


def test_where_the_matter_lies_is_not_where_they_spoke() -> None:
    story = f"{MORA} spent an hour with {RUIZ} on Monday, about the troops in Guantanamo."
    assert told(story) == ["meeting Mora+Ruiz CU/PE None 2024-10-07 held"]
