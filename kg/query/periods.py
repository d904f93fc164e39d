"""Periods as people write them: a day, month, year, or a span of these."""

from __future__ import annotations

import calendar
import re
from datetime import date

from kg.errors import UsageError

PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def period(text: str) -> tuple[date, date]:
    """First and last day of a period: `2026-01-30`, `2026-01`, `2026`, `2026-01/2026-03`, open `2026-01/..`.

    Raises UsageError for anything else.

    >>> [str(day) for day in period("2026-02")], [str(day) for day in period("2025/2026-01-15")]
    (['2026-02-01', '2026-02-28'], ['2025-01-01', '2026-01-15'])
    """
    first, slash, last = text.strip().partition("/")
    try:
        begin = date.min if slash and first in {"", ".."} else bounds(first)[0]
        end = date.max if slash and last in {"", ".."} else bounds(last if slash else first)[1]
    except ValueError:
        raise UsageError(
            f"{text!r} is no period; write a day 2026-01-30, month 2026-01, year 2026 or span 2026-01/2026-03"
        ) from None
    if begin > end:
        raise UsageError(f"the period {text!r} ends before it begins")
    return begin, end


def bounds(text: str) -> tuple[date, date]:
    """First and last day of a day, month or year. Raises ValueError."""
    match = PART.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)
