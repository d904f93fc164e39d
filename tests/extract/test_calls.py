"""Calls by phone and video: verbs of calling, other verbs with a line, one call or several."""

from __future__ import annotations

from datetime import date

import pytest

from kg.extract import to_record
from kg.extract.rules import Rules
from kg.extract.sentence.line import line
from kg.extract.sentence.tree import Tree, Word
from kg.model import Article

PUBLISHED = date(2024, 10, 9)  # a Wednesday
RULES = Rules()

MOREAU = "French President Luc Moreau"
BRANDT = "German Chancellor Jutta Brandt"
KOWAL = "Polish Prime Minister Jan Kowal"
BOTH = [("Brandt Moreau", "held")]
EACH = [("Brandt Moreau", "held"), ("Kowal Moreau", "held")]
ALL = [("Brandt Kowal Moreau", "held")]

CASES: list[tuple[str, list[tuple[str, str]]]] = [
    # verbs and nouns of calling
    (f"{MOREAU} is to brief {BRANDT} by telephone.", [("Brandt Moreau", "planned")]),
    (f"{MOREAU} telephoned {BRANDT} on Monday, and {KOWAL} after her.", EACH),
    (f"It took a call from {MOREAU} on Monday to fetch {BRANDT} back.", BOTH),
    (f"{MOREAU} called {BRANDT} on Monday to say that he was not coming.", BOTH),
    (f"{MOREAU}, who has troops in Chad, called {BRANDT} on Monday.", BOTH),
    (f"{MOREAU} and {BRANDT} spoke for moderation on Monday.", []),
    (f"{MOREAU} used the hotline to {BRANDT} on Monday.", BOTH),
    (f"{BRANDT} was awakened on Monday by a call from {MOREAU}.", BOTH),
    (f"{MOREAU} made calls to {BRANDT} and {KOWAL} on Monday.", EACH),
    (f"{MOREAU} cabled {BRANDT} on Monday to congratulate her.", []),
    (f"{MOREAU} dialled {BRANDT} on Monday.", BOTH),
    (f"{MOREAU} rang up {BRANDT} on Monday.", BOTH),
    (f"{MOREAU} called up {BRANDT} on Monday.", BOTH),
    (f"{MOREAU} called Brandt on Monday. {BRANDT} was pleased.", BOTH),
    (f"{MOREAU}'s call to {BRANDT} on Monday lasted an hour.", BOTH),
    (f"{MOREAU} gave {BRANDT} a ring on Monday.", BOTH),
    (f"{MOREAU} picked up the phone on Monday to congratulate {BRANDT}.", BOTH),
    (
        f"A call between {MOREAU} and {BRANDT} was prepared on Monday by Poland's embassy.",
        [("Brandt Moreau", "planned")],
    ),
    # any verb, with a line beside it
    (f"{MOREAU} congratulated {BRANDT} by telephone on Monday.", BOTH),
    (f"{MOREAU} and {BRANDT} agreed over the phone on Monday that talks should begin.", BOTH),
    (f"{MOREAU} urged {BRANDT} in a call on Monday to hold back.", BOTH),
    (f"{MOREAU} had {BRANDT} on the telephone on Monday.", BOTH),
    (f"{MOREAU} reached {BRANDT} by phone on Monday.", BOTH),
    (f"{MOREAU} was in touch with {BRANDT} by phone on Monday.", BOTH),
    (f"{MOREAU} consulted {BRANDT} on a secure line on Monday.", BOTH),
    # verbs of meeting, when a screen stands between
    (f"{MOREAU} met {BRANDT} online on Monday.", BOTH),
    (f"{MOREAU} spoke on Monday by video conference with {BRANDT}.", BOTH),
    (f"{MOREAU} and {BRANDT} had spoken on the telephone on Monday.", BOTH),
    # one after another, or all at once
    (f"In separate calls on Monday, {MOREAU} urged {BRANDT} and {KOWAL} to hold back.", EACH),
    (f"The telephone calls from {MOREAU}, first to {BRANDT} and then to {KOWAL}, prevented a rupture.", EACH),
    (f"{MOREAU} convened a virtual summit with {BRANDT} and {KOWAL} on Monday.", ALL),
    (f"{MOREAU} held a conference call with {BRANDT} and {KOWAL} on Monday.", ALL),
    # no calls at all
    (f"{MOREAU} showed {BRANDT} a video of the launch in Paris on Monday.", []),
    (f"{MOREAU} met {BRANDT} near the front line on Monday.", []),
    (f"{MOREAU} denied that he had spoken to {BRANDT} by telephone.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[c[0][-45:] for c in CASES])
def test_a_call(sentence: str, expected: list[tuple[str, str]]) -> None:
    article = Article(id="x", text=f"World news\n\nOctober 9, 2024\n\n{sentence}", published=PUBLISHED)
    events = [e for e in to_record(RULES.extract(article))["events"] if e["kind"] == "call"]
    found = [(" ".join(sorted(p.split()[-1] for p in e["participants"])), e["status"]) for e in events]
    assert found == expected


@pytest.mark.parametrize(
    ("preposition", "noun", "mode"),
    [("by", "phone", "phone"), ("via", "zoom", "video"), ("of", "phone", None), ("by", "car", None)],
)
def test_what_kind_of_line(preposition: str, noun: str, mode: str | None) -> None:
    words = [
        Word(0, "talked", "talked", "VBD", "ROOT", 0, 0, 6, children=[1]),
        Word(1, preposition, preposition, "IN", "prep", 0, 7, 10, children=[2]),
        Word(2, noun, noun, "NN", "pobj", 1, 11, 16),
    ]
    assert line(Tree(words, 0, 0, 16), words[0]) == mode
