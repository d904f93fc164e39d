"""EDTF literals as spans of days."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.edtf import days, overlap, span


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-03", date(2024, 2, 3), date(2024, 2, 3)),
        ("2024-02/2024-03-05", date(2024, 2, 1), date(2024, 3, 5)),
    ],
)
def test_span(edtf: str, first: date, last: date) -> None:
    assert span(edtf) == (first, last)


@pytest.mark.parametrize("bad", ["", None, "2024-13", "soon", "2024-02-30"])
def test_no_span(bad: str | None) -> None:
    assert span(bad) is None


@given(st.dates(), st.dates())
def test_overlap_is_symmetric(a: date, b: date) -> None:
    x, y = a.isoformat(), "/".join(sorted([a.isoformat(), b.isoformat()]))
    assert overlap(x, y) and overlap(y, x)
    assert days(y) == abs((b - a).days) + 1
