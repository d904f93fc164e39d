"""Two who share a table, a car or a meal; who presided; a declaration that a summit adopted; a day given out."""

from __future__ import annotations

import pytest

from tests.extract.telling import told

MORA = "Cuban President Raul Mora"
DUMAS = "Haitian President Jean Dumas"
RUIZ = "Peruvian President Jose Ruiz"

CASES = [
    (
        f"{MORA} dined at the same table as {DUMAS} in Lima on Monday.",
        "meeting Dumas+Mora CU/HT PE 2024-10-07 held",
    ),
    (f"{MORA} flew in the same plane as {DUMAS} on Monday.", "meeting Dumas+Mora CU/HT None 2024-10-07 held"),
    (
        f"{MORA} found himself opposite {DUMAS} in Lima on Monday.",
        "meeting Dumas+Mora CU/HT PE 2024-10-07 held",
    ),
    (f"{MORA} was seated next to {DUMAS} in Lima on Monday.", "meeting Dumas+Mora CU/HT PE 2024-10-07 held"),
    (
        f"{MORA} will grill fish for {DUMAS} in Havana on Friday.",
        "meeting Dumas+Mora CU/HT CU 2024-10-11 planned",
    ),
    (
        f"{MORA} and {DUMAS} conferred in Lima on Monday under the chairmanship of {RUIZ}.",
        "meeting Dumas+Mora+Ruiz CU/HT/PE PE 2024-10-07 held",
    ),
    (
        f"{MORA} and {DUMAS} met in Lima on Monday. The final declaration, adopted by acclamation, condemns the tax.",
        "agreement - CU/HT PE 2024-10-07 held",
    ),
    (
        f"A lunch between {MORA} and {DUMAS} that was announced for Monday never took place.",
        "meeting Dumas+Mora CU/HT None 2024-10-07 cancelled",
    ),
]


@pytest.mark.parametrize(("story", "event"), CASES, ids=[c[1] for c in CASES])
def test_side_by_side(story: str, event: str) -> None:
    assert event in told(story)


def test_states_that_are_counted_are_not_those_of_the_last_talks() -> None:
    story = f"{MORA} met {DUMAS} on Monday. He observed that Haiti had been there when six states put their names to a truce."
    assert not [x for x in told(story) if x.startswith("agreement")]
