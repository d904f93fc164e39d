"""Lines that a telex or a link broke belong to one sentence."""

from __future__ import annotations

from datetime import date

import pytest

from kg.page import segment
from kg.page.dateline import dateline

TELEX = """\
The unification minister said after an hour with his northern counterpart that
"their journey home may be delayed."  The six envoys had been due to fly home
at two in the afternoon.
The northern envoy, who leads the front of his party, spoke of the need to mend
what has been broken between the two sides of the border.
Nobody of that rank had come since the defence ministers met in the north seven
years ago, when a treaty was read and not signed.
"""


def _sentences(text: str) -> list[str]:
    page = segment(f"Envoys may stay longer\n\nOctober 9, 2024\n\n{text}")
    return [" ".join(text.split()) for s in page.sentences if (text := page.text[s.start : s.end])]


def test_paragraphs_wrapped_at_one_width_without_blank_lines() -> None:
    found = _sentences(TELEX)
    assert found[1].startswith("The unification minister") and found[1].endswith('delayed."')
    assert found[3].endswith("the two sides of the border.")
    assert len(found) == 5


def test_a_line_that_begins_with_an_owners_s_goes_on() -> None:
    found = _sentences(
        "The leader of the north met the southern president Moon Bo\n's envoys on Monday.\nThey dined.\n"
    )
    assert found[1] == "The leader of the north met the southern president Moon Bo 's envoys on Monday."


def test_lines_of_their_own_stay_apart() -> None:
    text = "The minister came to Rome on Monday and met his host.\nThey spoke of trade.\nShe left again on Tuesday.\n"
    assert len(_sentences(text)) == 4


@pytest.mark.parametrize(
    ("line", "city", "day"),
    [
        ("OSH, 23.07.2018. /NIAT “Post”/. The ministers met on Monday.", "OSH", date(2018, 7, 23)),
        ("Naryn, Apr. 7 /Post/. The ministers met on Monday.", "Naryn", None),
        ("Hovd /STEPPE/ The ministers met on Monday.", "Hovd", None),
        ("GYUMRI, 4 MARCH, ARARATPRESS. The ministers met on Monday.", "GYUMRI", None),
        ("Ganja, March 4, 2019, POST. The ministers met on Monday.", "Ganja", date(2019, 3, 4)),
        ("Kampot, March 4, 2017 POST -- The ministers met on Monday.", "Kampot", date(2017, 3, 4)),
        ("OSKEMEN. STEPPEPOST The ministers met on Monday.", "OSKEMEN", None),
    ],
)
def test_datelines_with_an_agency_between_slashes_or_stops(line: str, city: str, day: date | None) -> None:
    assert dateline(line, 0, len(line)) == (city, day, line.index("The ministers"))
