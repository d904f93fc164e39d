"""Tellings of one event become one; many events take time in proportion."""

from __future__ import annotations

import time

from kg.extract.drafts import Draft
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.story.merge import merge


def _meeting(sentence: int, *sides: tuple[int | None, str]) -> Draft:
    word = Word(0, "met", "met", "VBD", "ROOT", 0, 0, 3)
    people = [Side(official, country, 0, 3) for official, country in sides]
    return Draft("meeting", people, word, Tree([word], sentence, 0, 3), "face-verb")


def test_the_same_people_meet_once() -> None:
    told = [
        _meeting(0, (1, "NO"), (2, "SE")),
        _meeting(1, (3, "NO"), (2, "SE")),
        _meeting(2, (2, "SE"), (1, "NO")),
    ]
    assert [sorted(d.officials) for d in merge(told)] == [[1, 2], [2, 3]]


def test_a_telling_without_names_belongs_to_one_of_the_same_states_near_it() -> None:
    named, unnamed = _meeting(0, (1, "NO"), (2, "SE")), [(None, "NO"), (None, "SE")]
    assert len(merge([named, _meeting(2, *unnamed)])) == 1
    assert len(merge([_meeting(0, (1, "NO"), (2, "SE")), _meeting(3, *unnamed)])) == 2


def test_a_thousand_meetings_are_not_compared_a_million_times() -> None:
    told = [_meeting(n, (2 * n, "NO"), (2 * n + 1, "SE")) for n in range(3000)]
    start = time.process_time()
    assert len(merge(told)) == 3000
    assert time.process_time() - start < 5  # seconds; one with another they would take minutes
