"""Whom an event means: lists with somebody left out, one after the other, guests, deputies, peers, both of them."""

from __future__ import annotations

import pytest

from tests.extract.telling import events_of, surnames

CASES: list[tuple[str, set[str]]] = [
    (  # two of one office named without a list; whom a list leaves out
        "Swedish Prime Minister Olof Sand, not Polish President Jan Nowak, met Latvian Prime Minister Inga Liepa in Riga on "
        "Monday. They signed a treaty, but not on gas.",
        {"meeting: Liepa Sand", "agreement: Liepa Sand", "visit: Sand"},
    ),
    (  # first one, then another; here one, there the other
        "Swedish Prime Minister Olof Sand met first Latvian Prime Minister Inga Liepa, then Polish President Jan Nowak, on "
        "Monday. Thai envoy Somsak Dee shuttled between Kenyan President Abel Mwangi and Ugandan President Ojok Okello.",
        {"meeting: Liepa Sand", "meeting: Nowak Sand", "meeting: Dee Mwangi", "meeting: Dee Okello"},
    ),
    (  # behind a meal; in whose presence
        "Chilean Foreign Minister Ana Rojas met Kenyan Foreign Minister Joyce Barasa and, after lunch, Kenyan President Abel "
        "Mwangi on Monday. Under the eyes of Omani Foreign Minister Salim Otaibi, Danish Foreign Minister Mette Holm and "
        "Irish Foreign Minister Sean Byrne signed a treaty.",
        {"meeting: Barasa Rojas", "meeting: Mwangi Rojas", "agreement: Byrne Holm"},
    ),
    (  # in whose place, from where, at whose invitation
        "In place of Swedish Prime Minister Olof Sand, Foreign Minister Maja Ek met the man from Nairobi, Kenyan President "
        "Abel Mwangi, in Oslo on Monday. At the invitation of his Omani counterpart, Salim Otaibi, Irish Foreign Minister "
        "Sean Byrne flew to Muscat.",
        {"meeting: Ek Mwangi", "visit: Byrne", "visit: Mwangi"},
    ),
    (  # the counterpart of the one just named; ministers of those named, who are others than they
        "Thai envoy Somsak Dee telephoned Kenyan President Abel Mwangi on Monday and his Ugandan counterpart, Ojok Okello, on "
        "Tuesday. Mwangi met Okello in Kampala on Wednesday while their foreign ministers conferred next door.",
        {"call: Dee Mwangi", "call: Dee Okello", "meeting: Mwangi Okello", "meeting: ", "visit: Mwangi"},
    ),
    (  # the guest of somebody, who takes him by the arm, drives him, shows him round
        "Thai Prime Minister Somsak Dee flew to Oslo on Monday. Norwegian President Kari Lund, who had never heard of her "
        "guest's town, took him by the arm. On Tuesday he was the guest of Foreign Minister Ole Dahl.",
        {"visit: Dee", "meeting: Dee Lund", "meeting: Dahl Dee"},
    ),
    (  # of what was asked about; nobody's line
        "Asked about the talks he had held with Latvian Prime Minister Inga Liepa in Stockholm on Monday, Swedish Prime "
        "Minister Olof Sand smiled. In May the two had agreed on a line for the border.",
        {"meeting: Liepa Sand", "visit: Liepa", "agreement: Liepa Sand"},
    ),
    (  # both leaders of a new paragraph are those of the news, not those of an earlier year
        "Kenyan President Abel Mwangi and Ugandan President Ojok Okello met in Kampala on Monday.\n\nMwangi met Danish "
        "Prime Minister Mette Holm in Nairobi in May 2009.\n\nThai envoy Somsak Dee telephoned both leaders on Tuesday.",
        {
            "meeting: Mwangi Okello",
            "meeting: Holm Mwangi",
            "visit: Holm",
            "call: Dee Mwangi",
            "call: Dee Okello",
        },
    ),
    (  # him of the part before
        "Thai President Somsak Dee came to Oslo. Danish Premier Mette Holm was there in May to see him; Norwegian Premier "
        "Kari Lund gave him dinner on Monday.",
        {"visit: Dee", "visit: Holm", "meeting: Dee Holm", "meeting: Dee Lund"},
    ),
]


@pytest.mark.parametrize(("story", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_participants(story: str, expected: set[str]) -> None:
    found = events_of(f"World news\n\nOctober 9, 2024\n\n{story}")
    assert {f"{e['kind']}: {surnames(e)}" for e in found} == expected
