"""EDTF literals as spans of days: the levels that this package writes."""

from __future__ import annotations

import calendar
from datetime import date


def span(edtf: str | None) -> tuple[date, date] | None:
    """The first and last day of a day, month, year or interval; None where there is none.

    >>> span("2025-11")
    (datetime.date(2025, 11, 1), datetime.date(2025, 11, 30))
    >>> span("2026-01-29/2026-01-31")[1]
    datetime.date(2026, 1, 31)
    """
    if not edtf:
        return None
    first, _, last = edtf.partition("/")
    try:
        return _ends(first)[0], _ends(last or first)[1]
    except ValueError:
        return None


def _ends(text: str) -> tuple[date, date]:
    numbers = [int(n) for n in text.split("-")]
    if len(numbers) == 3:
        day = date(*numbers)
        return day, day
    if len(numbers) == 2:
        year, month = numbers
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(numbers[0], 1, 1), date(numbers[0], 12, 31)


def overlap(a: str | None, b: str | None) -> bool:
    """Whether two literals share a day; False when either is missing.

    >>> overlap("2025-11", "2025-11-01/2025-11-10"), overlap("2025", None)
    (True, False)
    """
    x, y = span(a), span(b)
    return x is not None and y is not None and x[0] <= y[1] and y[0] <= x[1]


def days(edtf: str) -> int:
    """How many days a literal covers."""
    ends = span(edtf)
    return (ends[1] - ends[0]).days + 1 if ends else 0
