"""Dates as intervals of days, from EDTF literals."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

_PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")


class Span(NamedTuple):
    """From one day to another, both included, as proleptic Gregorian ordinals (`date.toordinal`)."""

    low: int
    high: int

    @property
    def days(self) -> int:
        """How many days it covers, at least 1."""
        return self.high - self.low + 1

    def gap(self, other: Span) -> int:
        """Days between two spans; 0 where they touch the same day."""
        return max(0, self.low - other.high, other.low - self.high)

    def holds(self, other: Span) -> bool:
        """Whether it covers all of the other."""
        return self.low <= other.low and other.high <= self.high


@lru_cache(maxsize=65_536)
def span(edtf: str | None) -> Span | None:
    """The days that an EDTF literal of level 0 covers; None for an unknown or unreadable one.

    >>> span("2026-01").days, span("2026-01-29/2026-01-31").days, span("soon")
    (31, 3, None)
    """
    if not edtf:
        return None
    ends = edtf.rstrip("~?%").split("/")
    first, last = _days(ends[0]), _days(ends[-1])
    if first is None or last is None or len(ends) > 2 or last.high < first.low:
        return None
    return Span(first.low, last.high)


def _days(text: str) -> Span | None:
    match = _PART.match(text.rstrip("~?%"))
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        if day:
            return Span(*(2 * [date(year, month, day).toordinal()]))
        first = date(year, month or 1, 1)
        after = date(year + (month in (0, 12)), month % 12 + 1 if month else 1, 1)
    except ValueError:
        return None
    return Span(first.toordinal(), after.toordinal() - 1)


def months(low: int, high: int) -> list[str]:
    """The months ("2026-01") that a stretch of days touches.

    >>> months(date(2025, 12, 30).toordinal(), date(2026, 1, 2).toordinal())
    ['2025-12', '2026-01']
    """
    first, last = date.fromordinal(max(1, low)), date.fromordinal(max(1, high))
    count = (last.year - first.year) * 12 + last.month - first.month
    numbers = range(first.year * 12 + first.month - 1, first.year * 12 + first.month + count)
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in numbers]
