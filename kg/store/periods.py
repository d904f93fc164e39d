"""EDTF literals as first and last day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?[?~%]?")


@lru_cache(maxsize=4096)
def bounds(edtf: str | None) -> tuple[date, date] | None:
    """The first and the last day that a literal can mean; None where it names none.

    >>> bounds("2025-11")
    (datetime.date(2025, 11, 1), datetime.date(2025, 11, 30))
    >>> bounds("2026-01-29/2026-01-31")
    (datetime.date(2026, 1, 29), datetime.date(2026, 1, 31))
    >>> bounds("2026-13"), bounds("../2026"), bounds(None)
    (None, None, None)
    """
    if not edtf:
        return None
    first, slash, last = edtf.partition("/")
    begin, end = span(first), span(last if slash else first)
    if begin is None or end is None or begin[0] > end[1]:
        return None
    return begin[0], end[1]


def span(part: str) -> tuple[date, date] | None:
    """The days of a year, month or day."""
    found = PART.fullmatch(part)
    if found is None:
        return None
    year, month, day = int(found[1]), found[2], found[3]
    try:
        if day:
            only = date(year, int(month), int(day))
            return only, only
        if month:
            return date(year, int(month), 1), date(year, int(month), monthrange(year, int(month))[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:  # no such month or day, or the year 0000
        return None
