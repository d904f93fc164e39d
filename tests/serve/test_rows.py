"""Rows are counted rightly whatever stands in them and wherever a piece of the answer ends."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.serve.answers import WRITERS
from kg.serve.rows import COUNTERS

tricky = st.text(st.sampled_from('ab},{"\\\r\n\t<>&;é'), max_size=12) | st.sampled_from(
    ["},{", '","', "\\", '\\"', "<result>"]
)


@pytest.mark.parametrize("format", WRITERS)
@given(
    rows=st.lists(st.tuples(tricky, tricky | st.none()), min_size=1, max_size=6),
    cuts=st.lists(st.integers(0, 400), max_size=8),
)
def test_rows_are_counted(format: str, rows: list[tuple[str, str | None]], cuts: list[int]) -> None:
    values = " ".join(f"({ox.Literal(a)} {'UNDEF' if b is None else ox.Literal(b)})" for a, b in rows)
    results = ox.Store().query(f"SELECT ?a ?b {{ VALUES (?a ?b) {{ {values} }} }}")
    assert isinstance(results, ox.QuerySolutions)
    written = results.serialize(None, WRITERS[format]) or b""
    counter, found = COUNTERS[format](), 0
    ends = sorted({min(cut, len(written)) for cut in cuts} | {len(written)})
    for start, end in zip([0, *ends], ends, strict=False):
        found = counter.count(written[start:end])
    assert found == len(rows)
