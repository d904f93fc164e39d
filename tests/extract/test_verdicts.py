"""What a clause says of a meeting or visit decides its status: tables of forms, one fictional meeting and visit."""

from __future__ import annotations

import pytest

from tests.extract.telling import of_two

# "X {form}": what X does about visiting Prague, and about meeting Y there; "-" where no event is told
DOINGS = {
    "planned": """
        is about to / is going to / ought to / has pledged to / has undertaken to / has committed himself to / will / plans to /
        is due to / agreed to / is bound to""",
    "proposed": "is eager to / is willing to / wishes to / was asked to / may / would like to",
    "held": "managed to / was able to / returned to / went on to",
    "cancelled": "was to have / called off plans to / dropped plans to / will no longer",
    "-": """
        has yet to / was unable to / is reluctant to / was prevented from / was barred from / did not want to / refused to /
        could have / might have / failed to / refrained from""",
}
# Whole sentences, where N is a meeting or a visit
SENTENCES = {
    "planned": """
        N is planned for Friday. / N is in preparation. / N was to take place on Friday. / N is imminent. / N lies ahead. /
        N was confirmed for Friday. / Preparations are under way for N. / Diplomats are working on N. /
        The two governments agreed on N.""",
    "proposed": """
        N is possible. / Brussels has called for N. / There is talk of N. / N would be useful. / N has been mooted. /
        Mediators are pushing for N. / N is under discussion. / N is not impossible.""",
    "held": "N took place on Monday. / There was N on Monday. / Monday saw N. / N ended on Monday.",
    "cancelled": """
        N is off. / N came to nothing. / N was struck from the programme. / N failed to materialise. / N never took place. /
        N is off the agenda. / Plans for N were dropped.""",
    "postponed": "N is on hold. / N has been put off. / Warsaw postponed N.",
    "-": """
        There was no N. / There will be no N. / No N took place. / N was ruled out. / N is unlikely. / Nobody expects N. /
        N is out of the question. / N was vetoed.""",
}


def _rows(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(form.strip(), status) for status, forms in table.items() for form in forms.split("/")]


@pytest.mark.parametrize(("form", "status"), _rows(DOINGS), ids=lambda v: v)
@pytest.mark.parametrize("kind", ["visit", "meeting"])
def test_what_somebody_does_about_it(form: str, status: str, kind: str) -> None:
    verb = {"visit": "visit visiting visited", "meeting": "meet meeting met"}[kind].split()
    which = verb[1] if form.endswith("from") else verb[2] if form.endswith("have") else verb[0]
    there = "Prague" if kind == "visit" else "Y in Prague"
    found = of_two(f"X {form} {which} {there}.", "status")
    assert {s for k, _, s in found if k == kind} == ({status} if status != "-" else set())


@pytest.mark.parametrize(("form", "status"), _rows(SENTENCES), ids=lambda v: v)
@pytest.mark.parametrize("kind", ["visit", "meeting"])
def test_what_is_said_of_it(form: str, status: str, kind: str) -> None:
    noun = {"visit": "a visit to Prague by X", "meeting": "a meeting between X and Y"}[kind]
    bare = form.replace("no N", "no " + noun[2:]).replace("No N", "No " + noun[2:])
    story = bare.replace("N ", noun + " ").replace("N.", noun + ".")
    found = of_two(story[0].upper() + story[1:], "status")
    assert {s for k, _, s in found if k == kind} == ({status} if status != "-" else set())
