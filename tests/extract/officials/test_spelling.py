"""Spellings of one name are found without comparing every name with every other."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.officials import find_cast
from kg.extract.officials.spelling import halves, marks, same_person
from kg.model import Article
from kg.page import segment

WORDS = st.sampled_from(
    ["a", "b", "ann", "anna", "annabel", "bo", "berg", "bergen", "bergan", "jr", "ii", "lee"]
)
NAMES = st.lists(WORDS, min_size=2, max_size=4).map(tuple)


@given(NAMES, NAMES)
def test_names_of_one_person_share_a_mark(a: tuple[str, ...], b: tuple[str, ...]) -> None:
    if same_person(a, b):
        filed = {*marks(a), *halves(a)}
        assert filed & {*marks(b, searched=True), *halves(b, searched=True)}


def _syllables(number: int) -> str:
    parts = ["ka", "lo", "mi", "ber", "tan", "vi", "so", "ren", "da", "gu"]
    return "".join(parts[int(digit)] for digit in f"{number:04}").capitalize()


@pytest.mark.parametrize(
    "line",
    ["{0} Kim met {1} Kim.", "{0} Kim met Kim, number {1}.", "Kim Bo and Ann Kim met Kim, number {1}."],
    ids=["one family", "short forms of a family", "two of a name"],
)
def test_many_names_take_time_in_proportion(line: str) -> None:
    def seconds(n: int) -> float:
        text = "\n\n".join(line.format(_syllables(2 * i), _syllables(2 * i + 1)) for i in range(n))
        page = segment(text)
        start = time.process_time()
        find_cast(page, Article(id="names", text=text))
        return time.process_time() - start

    seconds(50)  # loads the tables
    assert (
        seconds(2000) < 10 * seconds(400) + 0.5
    )  # five times the text; a quadratic step takes 25 times as long
