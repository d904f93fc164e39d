"""Days as pages, feeds and tables write them."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

ISO = re.compile(r"\s*(\d{4})-(\d\d)-(\d\d)(?![\d])")
BASIC = re.compile(r"\s*((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\s*$")
SECONDS = re.compile(r"\s*(\d{9,10})(?:\.\d+)?\s*$")  # since 1970
MILLISECONDS = re.compile(r"\s*(\d{12,13})\s*$")


def day_of(value: object) -> date | None:
    """The calendar day of a value, as it is written there; None where it gives none.

    A time zone is not reckoned with: the day is the one that the publisher printed.

    >>> [str(day_of(v)) for v in ("2026-01-28T23:30:00-05:00", "Wed, 28 Jan 2026 23:30:00 GMT", "20260128",
    ...                           "January 28, 2026", 1769558400, "soon", None)]
    ['2026-01-28', '2026-01-28', '2026-01-28', '2026-01-28', '2026-01-28', 'None', 'None']
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return _written(str(value)[:100])


def _written(text: str) -> date | None:
    if found := ISO.match(text) or BASIC.match(text):
        return _day(*map(int, found.groups()[:3]))
    if found := MILLISECONDS.match(text):
        return _since(int(found[1]) / 1000)
    if found := SECONDS.match(text):
        return _since(int(found[1]))
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError):
        pass
    from kg.page.dates import find_complete

    days = find_complete(text, 0, len(text))
    return days[0].day if days else None


def _since(seconds: float) -> date | None:
    try:
        return datetime.fromtimestamp(seconds, UTC).date()
    except (OverflowError, OSError, ValueError):
        return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
