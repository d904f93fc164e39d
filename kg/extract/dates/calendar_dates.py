"""Resolves phrases of the calendar: days, months, years, their parts and ranges."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from kg.extract.dates import edtf
from kg.extract.dates.frame import Answer, Basis, Frame, choose, maybe, year_of


def _day_year(frame: Frame, month: int, dom: int) -> Callable[[date], int]:
    def guess(published: date) -> int:
        options = [d for y in range(published.year - 4, published.year + 5) if (d := maybe(y, month, dom))]
        # "Thursday, September 10" names its year
        options = [d for d in options if d.weekday() == frame.number("weekday", d.weekday())] or options
        mod = frame.word("mod")
        if mod == "last":
            return max(d for d in options if d < published).year
        if mod == "next":
            return min(d for d in options if d > published).year
        return choose(options, options, frame.direction, published).year

    return guess


def _month_year(frame: Frame, month: int) -> Callable[[date], int]:
    def guess(published: date) -> int:
        years = range(max(1, published.year - 1), published.year + 2)
        firsts = [date(y, month, 1) for y in years]
        lasts = [edtf.month_end(y, month) for y in years]
        mod = frame.word("mod")
        if mod in ("last", "past"):
            return max(b for b in lasts if b < published).year
        if mod in ("next", "coming"):
            return min(a for a in firsts if a > published).year
        if mod == "this":
            return published.year
        return choose(firsts, lasts, frame.direction, published).year

    return guess


def resolve_day(frame: Frame) -> Answer | None:
    month, dom = frame.number("month"), frame.number("day")
    year = year_of(frame, _day_year(frame, month, dom))
    if year is None:
        return None
    found = date(year[0], month, dom)
    return edtf.days(*edtf.week(found)) if "weekof" in frame.parts else edtf.day(found), year[1]


def resolve_nthday(frame: Frame) -> Answer | None:
    """The first, second … or last such weekday of a month."""
    month, weekday, n = frame.number("month"), frame.number("nthday"), frame.number("n")
    year = year_of(frame, _month_year(frame, month))
    if year is None:
        return None
    first, last = date(year[0], month, 1), edtf.month_end(year[0], month)
    if n == 4:  # the last one
        return edtf.day(last - timedelta(days=(last.weekday() - weekday) % 7)), year[1]
    return edtf.day(first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * n)), year[1]


def resolve_days(frame: Frame) -> Answer | None:
    m1, d1, m2, d2 = (frame.number(k) for k in ("month", "day", "month2", "day2"))
    year = year_of(frame, _day_year(frame, m2, d2))
    if year is None:
        return None
    last = date(year[0], m2, d2)
    first = date(frame.number("year0", year[0] - ((m1, d1) > (m2, d2))), m1, d1)
    return (edtf.days(first, last), year[1]) if first <= last else None


def resolve_dayofmonth(frame: Frame) -> Answer | None:
    dom, mod = frame.number("day"), (frame.word("mod") or "").split()
    if mod and mod[-1] in ("that", "same") and frame.anchor:
        return edtf.day(frame.anchor[0].replace(day=dom)), "inherited"
    if frame.published is None:
        return None
    if not mod and frame.direction == "future" and frame.anchor and frame.anchor[0] > frame.published:
        first, last = frame.anchor  # "from December 2 to 5 … on the 3rd"
        if (one := maybe(first.year, first.month, dom)) and first <= one <= last:
            return edtf.day(one), "inherited"
    shifts = {"last": [-1], "next": [1], "this": [0], "the": [0]}.get(
        mod[-1] if mod else "", [-2, -1, 0, 1, 2]
    )
    options = []
    for shift in shifts:
        base = edtf.add_months(frame.published.replace(day=1), shift)
        if one := maybe(base.year, base.month, dom):
            options.append(one)
    if not options:
        return None
    return edtf.day(choose(options, options, frame.direction, frame.published)), "relative"


def _month_of_anchor(frame: Frame, month: int) -> tuple[int, Basis] | None:
    """The year of "that January", "the following June", "the May after that": counted from the date before."""
    if frame.anchor is None:
        return None
    first, last = frame.anchor
    if frame.word("mod") == "following":
        return last.year + (last.month >= month), "inherited"
    if frame.word("mod") == "previous":
        return first.year - (first.month <= month), "inherited"
    return first.year, "inherited"


def resolve_month(frame: Frame) -> Answer | None:
    month = frame.number("month")
    hangs = frame.word("mod") in ("that", "same", "following", "previous")
    year = _month_of_anchor(frame, month) if hangs else year_of(frame, _month_year(frame, month))
    if year is None:
        return None
    first = date(year[0], month, 1)
    return part_of(
        frame.word("part"), first, edtf.month_end(year[0], month), edtf.month(year[0], month)
    ), year[1]


def resolve_months(frame: Frame) -> Answer | None:
    m1, m2 = frame.number("month"), frame.number("month2")
    year = year_of(frame, _month_year(frame, m2))
    if year is None:
        return None
    first = frame.number("year0", year[0] - (m1 > m2))
    if (first, m1) > (year[0], m2):
        return None
    return edtf.months(edtf.month(first, m1), edtf.month(year[0], m2)), year[1]


def resolve_year(frame: Frame) -> Answer | None:
    year = frame.number("year")
    return part_of_year(frame.word("part"), year) or f"{year:04d}", "stated"


def resolve_years(frame: Frame) -> Answer | None:
    first, last = frame.number("year"), frame.number("year2")
    third = max(1, (last - first + 1) // 3)
    if frame.word("part") == "early":
        last = first + third
    elif frame.word("part") == "late":
        first = last - third
    elif frame.word("part") == "mid":
        first, last = first + third, last - third
    return f"{first:04d}/{last:04d}", "stated"


_MONTH_PARTS: dict[str, tuple[int, int]] = {
    # first and last day of the month; 0 is its last day, negative counts back from it
    "early": (1, 10), "start": (1, 10), "mid": (11, 20), "late": (21, 0), "end": (21, 0),
    "first-half": (1, 15), "second-half": (16, 0), "first-week": (1, 7), "second-week": (8, 14),
    "third-week": (15, 21), "fourth-week": (22, 28), "last-week": (-6, 0),
}  # fmt: skip
_YEAR_PARTS: dict[str, tuple[int, int]] = {
    # first and last month
    "early": (1, 3), "start": (1, 2), "mid": (6, 7), "late": (10, 12), "end": (11, 12), "first-half": (1, 6),
    "second-half": (7, 12), "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12),
    "first-week": (1, 1), "last-week": (12, 12),
}  # fmt: skip


def part_of(part: str | None, first: date, last: date, whole: str) -> str:
    bounds = _MONTH_PARTS.get(part or "")
    if bounds is None:
        return whole
    low, high = bounds
    start = first + timedelta(days=low - 1) if low > 0 else last + timedelta(days=low)
    return edtf.days(start, first + timedelta(days=high - 1) if high > 0 else last)


def part_of_year(part: str | None, year: int) -> str | None:
    bounds = _YEAR_PARTS.get(part or "")
    return edtf.months(edtf.month(year, bounds[0]), edtf.month(year, bounds[1])) if bounds else None
