"""Small arithmetic on EDTF dates: days, months, years and intervals of these."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_PIECE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def day(value: date) -> str:
    """A day.

    >>> day(date(2026, 1, 30))
    '2026-01-30'
    """
    return value.isoformat()


def days(first: date, last: date) -> str:
    """An interval of days; a single day where both are the same.

    >>> days(date(2026, 1, 29), date(2026, 1, 31))
    '2026-01-29/2026-01-31'
    """
    return day(first) if first == last else f"{day(first)}/{day(last)}"


def month(year: int, number: int) -> str:
    """A month; `number` may run over: 13 is January of the next year.

    >>> month(2026, 13), month(2026, 0)
    ('2027-01', '2025-12')
    """
    at = year * 12 + number - 1
    return f"{date(at // 12, at % 12 + 1, 1):%Y-%m}" if at >= 12000 else _old(at)


def _old(at: int) -> str:
    return f"{date(at // 12, at % 12 + 1, 1).year:04d}-{at % 12 + 1:02d}"


def months(first: str, last: str) -> str:
    """An interval of months.

    >>> months("2018-01", "2018-03")
    '2018-01/2018-03'
    """
    return first if first == last else f"{first}/{last}"


def span(edtf: str) -> tuple[date, date]:
    """The first and last day of a day, month, year or closed interval. Raises ValueError.

    >>> span("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    parts = edtf.split("/")
    return _edges(parts[0])[0], _edges(parts[-1])[1]


def _edges(piece: str) -> tuple[date, date]:
    match = _PIECE.match(piece)
    if match is None:
        raise ValueError(f"not an EDTF day, month or year: {piece!r}; write 2026-01-30, 2026-01 or 2026")
    year, mon, dom = int(match[1]), match[2], match[3]
    if dom:
        one = date(year, int(mon), int(dom))
        return one, one
    if mon:
        return date(year, int(mon), 1), month_end(year, int(mon))
    return date(year, 1, 1), date(year, 12, 31)


def month_end(year: int, number: int) -> date:
    """The last day of a month.

    >>> month_end(2023, 2)
    datetime.date(2023, 2, 28)
    """
    return date(year, number, calendar.monthrange(year, number)[1])


def week(of: date, offset: int = 0) -> tuple[date, date]:
    """Monday and Sunday of the week of a day, or of one `offset` weeks away.

    >>> week(date(2026, 1, 28))
    (datetime.date(2026, 1, 26), datetime.date(2026, 2, 1))
    """
    monday = of - timedelta(days=of.weekday()) + timedelta(weeks=offset)
    return monday, monday + timedelta(days=6)


def add_months(value: date, count: int) -> date:
    """The same day `count` months away, or that month's last day.

    >>> add_months(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    at = value.year * 12 + value.month - 1 + count
    year, number = at // 12, at % 12 + 1
    return date(year, number, min(value.day, month_end(year, number).day))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus of 1876).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    number, dom = divmod(h + m - 7 * n + 114, 31)
    return date(year, number, dom + 1)
