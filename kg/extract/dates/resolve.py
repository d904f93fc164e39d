"""Works out which days a phrase means: from its own words, the publication date, or another date."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from kg.extract.dates import calendar_dates, edtf, period_dates, weekday_dates
from kg.extract.dates.frame import Answer, Direction, Frame
from kg.extract.records import DatePhrase
from kg.model import DateClaim, Quote


def resolve(
    phrase: DatePhrase,
    text: str,
    published: date | None,
    *,
    direction: Direction = "unknown",
    anchor: DateClaim | str | None = None,
) -> DateClaim | None:
    """The date that a phrase means, or None where the article does not say enough.

    `direction` is the tense of the clause; `anchor` the date (EDTF) that "the following day" hangs on.

    >>> from kg.extract.dates import find_dates
    >>> text = "They met on Tuesday."
    >>> resolve(find_dates(text)[0], text, date(2026, 1, 28)).edtf
    '2026-01-27'
    """
    at = anchor.edtf if isinstance(anchor, DateClaim) else anchor
    try:
        frame = Frame(dict(phrase.parts), published, direction, edtf.span(at) if at else None, at)
        answer = _RESOLVERS[phrase.form](frame)
        if answer is not None and frame.word("lead") in ("before", "by"):
            answer = _until(frame, answer)
        if answer is not None:
            edtf.span(answer[0])
    except (ValueError, OverflowError):  # 30 February, the year 0 or 10000
        return None
    if answer is None:
        return None
    quote = Quote(phrase.start, phrase.end, text[phrase.start : phrase.end])
    return DateClaim(answer[0], answer[1], quote)


def _until(frame: Frame, answer: Answer) -> Answer:
    """ "before Christmas", "by the end of the month": from today to that day, or the days before it."""
    first, last = edtf.span(answer[0])
    # before the end of a month is within it; before Monday, March or next year is not
    before = frame.word("lead") == "before" and frame.word("part") not in ("end", "late", "last-week")
    whole_day = (last - first).days <= 4
    end = first - timedelta(days=1) if before else last
    published = frame.published
    if published is not None and published <= end and frame.direction != "past":
        return edtf.days(published, end), answer[1]
    if before and whole_day:
        return edtf.days(first - timedelta(days=14), end), answer[1]
    return answer


_RESOLVERS: dict[str, Callable[[Frame], Answer | None]] = {
    "day": calendar_dates.resolve_day,
    "nthday": calendar_dates.resolve_nthday,
    "days": calendar_dates.resolve_days,
    "dayofmonth": calendar_dates.resolve_dayofmonth,
    "month": calendar_dates.resolve_month,
    "months": calendar_dates.resolve_months,
    "year": calendar_dates.resolve_year,
    "years": calendar_dates.resolve_years,
    "weekday": weekday_dates.resolve_weekday,
    "weekdays": weekday_dates.resolve_weekdays,
    "relday": weekday_dates.resolve_relday,
    "anchor": weekday_dates.resolve_anchor,
    "period": period_dates.resolve_period,
    "season": period_dates.resolve_season,
    "quarter": period_dates.resolve_quarter,
    "fromnow": period_dates.resolve_fromnow,
    "duration": lambda frame: None,
    "feast": period_dates.resolve_feast,
}

# Days of one unit of length; a month is 30, a year 365.
_LENGTHS = {"hour": 0, "day": 1, "week": 7, "month": 30, "year": 365}


def duration_days(phrase: DatePhrase) -> int | None:
    """How many days a duration lasts ("three-day": 3, "week-long": 7), None for any other phrase.

    Hours count as one day.

    >>> from kg.extract.dates import find_dates
    >>> [duration_days(p) for p in find_dates("a three-day trip that began on Monday")]
    [3, None]
    """
    if phrase.form != "duration":
        return None
    parts = dict(phrase.parts)
    unit, count = parts.get("unit"), parts.get("n")
    if not isinstance(unit, str) or not isinstance(count, int):
        return None
    return max(1, count * _LENGTHS.get(unit, 0))
