"""Works out which days a phrase means: from its own words, the publication date, or another date."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from kg.extract.dates import edtf
from kg.extract.records import DatePhrase
from kg.model import DateClaim, Quote

Direction = Literal["past", "future", "unknown"]
Basis = Literal["stated", "relative", "inherited"]
Answer = tuple[str, Basis]


@dataclass(frozen=True, slots=True)
class Frame:
    """What a phrase is resolved against."""

    parts: dict[str, int | str]
    published: date | None
    direction: Direction
    anchor: tuple[date, date] | None
    anchor_text: str | None  # the anchor's EDTF, to be handed on as it is

    def number(self, name: str, default: int = 0) -> int:
        """A numeric part, or the default."""
        value = self.parts.get(name, default)
        return value if isinstance(value, int) else default

    def word(self, name: str) -> str | None:
        """A part that is a word, or None."""
        value = self.parts.get(name)
        return value if isinstance(value, str) else None


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


# ------------------------------------------------------------------ years that a phrase leaves out


def _year_of(frame: Frame, guess: Callable[[date], int]) -> tuple[int, Basis] | None:
    """The year of a phrase: stated, by a word ("last year"), or guessed from the publication date."""
    if "year" in frame.parts:
        return frame.number("year"), "stated"
    word = frame.word("yearword")
    if word in ("same", "that", "previous", "following"):
        if frame.anchor is None:
            return None
        return frame.anchor[0].year + {"previous": -1, "following": 1}.get(word, 0), "inherited"
    if frame.published is None:
        return None
    if word in ("last", "this", "next", "current", "the"):
        return frame.published.year + {"last": -1, "next": 1}.get(word, 0), "relative"
    return guess(frame.published), "relative"


def _day_year(frame: Frame, month: int, dom: int) -> Callable[[date], int]:
    def guess(published: date) -> int:
        options = [d for y in range(published.year - 4, published.year + 5) if (d := _maybe(y, month, dom))]
        mod = frame.word("mod")
        if mod == "last":
            return max(d for d in options if d < published).year
        if mod == "next":
            return min(d for d in options if d > published).year
        return _choose(options, options, frame.direction, published).year

    return guess


def _maybe(year: int, month: int, dom: int) -> date | None:
    try:
        return date(year, month, dom)
    except ValueError:
        return None


def _choose(firsts: list[date], lasts: list[date], direction: Direction, published: date) -> date:
    """The first day of the span that the tense asks for: begun by now, not yet over, or nearest."""
    pairs = sorted(zip(firsts, lasts, strict=True))
    if direction == "past":
        begun = [a for a, _ in pairs if a <= published + timedelta(days=1)]
        return begun[-1] if begun else pairs[0][0]
    if direction == "future":
        coming = [a for a, b in pairs if b >= published]
        return coming[0] if coming else pairs[-1][0]

    def away(pair: tuple[date, date]) -> int:
        if pair[0] <= published <= pair[1]:
            return 0
        # news tells what was: a coming date is meant only where it is three times nearer
        return (published - pair[1]).days if pair[1] < published else 3 * (pair[0] - published).days

    return min(pairs, key=away)[0]


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
        return _choose(firsts, lasts, frame.direction, published).year

    return guess


# ------------------------------------------------------------------ calendar phrases


def _resolve_day(frame: Frame) -> Answer | None:
    month, dom = frame.number("month"), frame.number("day")
    year = _year_of(frame, _day_year(frame, month, dom))
    return (edtf.day(date(year[0], month, dom)), year[1]) if year else None


def _resolve_days(frame: Frame) -> Answer | None:
    m1, d1, m2, d2 = (frame.number(k) for k in ("month", "day", "month2", "day2"))
    year = _year_of(frame, _day_year(frame, m2, d2))
    if year is None:
        return None
    last = date(year[0], m2, d2)
    first = date(frame.number("year0", year[0] - ((m1, d1) > (m2, d2))), m1, d1)
    return (edtf.days(first, last), year[1]) if first <= last else None


def _resolve_dayofmonth(frame: Frame) -> Answer | None:
    dom, mod = frame.number("day"), (frame.word("mod") or "").split()
    if mod and mod[-1] in ("that", "same") and frame.anchor:
        return edtf.day(frame.anchor[0].replace(day=dom)), "inherited"
    if frame.published is None:
        return None
    shifts = {"last": [-1], "next": [1], "this": [0], "the": [0]}.get(
        mod[-1] if mod else "", [-2, -1, 0, 1, 2]
    )
    options = []
    for shift in shifts:
        base = edtf.add_months(frame.published.replace(day=1), shift)
        if one := _maybe(base.year, base.month, dom):
            options.append(one)
    if not options:
        return None
    return edtf.day(_choose(options, options, frame.direction, frame.published)), "relative"


def _resolve_month(frame: Frame) -> Answer | None:
    month = frame.number("month")
    year = _year_of(frame, _month_year(frame, month))
    if year is None:
        return None
    first = date(year[0], month, 1)
    return _part_of(
        frame.word("part"), first, edtf.month_end(year[0], month), edtf.month(year[0], month)
    ), year[1]


def _resolve_months(frame: Frame) -> Answer | None:
    m1, m2 = frame.number("month"), frame.number("month2")
    year = _year_of(frame, _month_year(frame, m2))
    if year is None:
        return None
    first = frame.number("year0", year[0] - (m1 > m2))
    if (first, m1) > (year[0], m2):
        return None
    return edtf.months(edtf.month(first, m1), edtf.month(year[0], m2)), year[1]


def _resolve_year(frame: Frame) -> Answer | None:
    year = frame.number("year")
    return _part_of_year(frame.word("part"), year) or f"{year:04d}", "stated"


def _resolve_years(frame: Frame) -> Answer | None:
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


def _part_of(part: str | None, first: date, last: date, whole: str) -> str:
    bounds = _MONTH_PARTS.get(part or "")
    if bounds is None:
        return whole
    low, high = bounds
    start = first + timedelta(days=low - 1) if low > 0 else last + timedelta(days=low)
    return edtf.days(start, first + timedelta(days=high - 1) if high > 0 else last)


def _part_of_year(part: str | None, year: int) -> str | None:
    bounds = _YEAR_PARTS.get(part or "")
    return edtf.months(edtf.month(year, bounds[0]), edtf.month(year, bounds[1])) if bounds else None


# ------------------------------------------------------------------ weekdays and days near the publication


def _resolve_weekday(frame: Frame) -> Answer | None:
    weekday, mod, week = frame.number("weekday"), frame.word("mod"), frame.word("week")
    if week in ("same", "that", "previous", "following") or mod in ("previous", "following"):
        return _weekday_of_anchor(frame, weekday, mod, week)
    if frame.published is None:
        return None
    if week:
        monday = edtf.week(frame.published, {"last": -1, "next": 1}.get(week, 0))[0]
        return edtf.day(monday + timedelta(days=weekday)), "relative"
    found = _weekday_near(frame.published, weekday, mod, frame.direction)
    if "weekago" in frame.parts:
        found = _weekday_near(frame.published, weekday, None, "past") - timedelta(days=7)
    return edtf.day(found), "relative"


def _weekday_near(published: date, weekday: int, mod: str | None, direction: Direction) -> date:
    """The weekday that a reader of that day's paper understands."""
    back = (published.weekday() - weekday) % 7
    ahead = (weekday - published.weekday()) % 7
    if mod in ("last", "past"):
        return published - timedelta(days=back or 7)
    if mod == "next":
        # "next Sunday" on a Monday is six days off; on a Friday it is not the day after tomorrow
        return published + timedelta(days=ahead if ahead >= 4 else ahead + 7)
    if mod == "coming":
        return published + timedelta(days=ahead or 7)
    if direction == "future" or (mod == "this" and direction == "unknown"):
        return published + timedelta(days=ahead)
    return published - timedelta(days=back)


def _weekday_of_anchor(frame: Frame, weekday: int, mod: str | None, week: str | None) -> Answer | None:
    if frame.anchor is None:
        return None
    first, last = frame.anchor
    if week:
        monday = edtf.week(first, {"previous": -1, "following": 1}.get(week, 0))[0]
        return edtf.day(monday + timedelta(days=weekday)), "inherited"
    if mod == "previous":
        return edtf.day(first - timedelta(days=(first.weekday() - weekday) % 7 or 7)), "inherited"
    return edtf.day(last + timedelta(days=(weekday - last.weekday()) % 7 or 7)), "inherited"


def _resolve_weekdays(frame: Frame) -> Answer | None:
    one, two, mod, week = (
        frame.number("weekday"),
        frame.number("weekday2"),
        frame.word("mod"),
        frame.word("week"),
    )
    length = timedelta(days=(two - one) % 7)
    if week in ("same", "that", "previous", "following") or mod in ("previous", "following"):
        answer = _weekday_of_anchor(frame, one, mod, week)
        return (
            (edtf.days(edtf.span(answer[0])[0], edtf.span(answer[0])[0] + length), "inherited")
            if answer
            else None
        )
    published = frame.published
    if published is None:
        return None
    if week:
        first = edtf.week(published, {"last": -1, "next": 1}.get(week, 0))[0] + timedelta(days=one)
    else:
        first = _weekday_near(published, one, mod, frame.direction)
        if frame.direction == "past" and first + length > published:
            first -= timedelta(days=7)
        elif frame.direction == "future" and mod is None and first - timedelta(days=7) + length >= published:
            first -= timedelta(days=7)  # "from Monday to Friday" on a Tuesday is the week that runs
    return edtf.days(first, first + length), "relative"


def _resolve_relday(frame: Frame) -> Answer | None:
    if frame.published is None:
        return None
    first = frame.published + timedelta(days=frame.number("days"))
    last = frame.published + timedelta(days=frame.number("days2", frame.number("days")))
    return edtf.days(first, last), "relative"


# ------------------------------------------------------------------ phrases that hang on another date


def _resolve_anchor(frame: Frame) -> Answer | None:
    if frame.anchor is None or frame.anchor_text is None:
        return None
    unit, count = frame.word("unit") or "day", frame.number("n")
    first, last = frame.anchor
    base = last if count > 0 else first
    found = _shifted(frame, base, unit, count) if "shift" in frame.parts else _calendar(frame, unit, count)
    return (found, "inherited") if found else None


def _calendar(frame: Frame, unit: str, count: int) -> str | None:
    """The same, next or previous day, week, month or year of the calendar."""
    assert frame.anchor is not None and frame.anchor_text is not None
    first, last = frame.anchor
    length = (last - first).days + 1
    base = last if count > 0 else first
    if unit == "day":
        if count == 0:
            return frame.anchor_text
        return edtf.day(base + timedelta(days=count)) if length <= 31 else None
    if unit == "week":
        return edtf.days(*edtf.week(base, count)) if length <= 14 else None
    if unit == "weekend":
        return edtf.days(*(d for d in _weekend(base, count)))
    if unit == "month":
        at = edtf.add_months(base.replace(day=1), count)
        return edtf.month(at.year, at.month) if length <= 31 else None
    return f"{base.year + count:04d}"


def _weekend(of: date, offset: int) -> tuple[date, date]:
    monday, sunday = edtf.week(of, offset)
    return monday + timedelta(days=5), sunday


def _shifted(frame: Frame, base: date, unit: str, count: int) -> str | None:
    """So many days, weeks, months or years from a day, as precisely as the words are."""
    if unit in ("hour", "minute"):
        return edtf.day(base)
    if unit == "day":
        at = base + timedelta(days=count)
        slack = timedelta(days=abs(count) // 2 + 1 if "rough" in frame.parts else 0)
        return edtf.days(at - slack, at + slack)
    if unit == "week":
        at = base + timedelta(weeks=count)
        slack = timedelta(days=7 if "rough" in frame.parts else 3)
        return edtf.days(at - slack, at + slack)
    if unit == "month":
        at = edtf.add_months(base, count)
        if "rough" in frame.parts:
            low, high = edtf.add_months(at, -1), edtf.add_months(at, 1)
            return edtf.months(edtf.month(low.year, low.month), edtf.month(high.year, high.month))
        return edtf.month(at.year, at.month)
    if abs(count) == 1:
        at = edtf.add_months(base, 12 * count)
        return edtf.month(at.year, at.month)
    slack = 1 if "rough" in frame.parts else 0
    year = base.year + count
    return f"{year - slack:04d}/{year + slack:04d}" if slack else f"{year:04d}"


# ------------------------------------------------------------------ weeks, months, years, seasons


def _resolve_period(frame: Frame) -> Answer | None:
    published = frame.published
    if published is None:
        return None
    unit, offset, part = frame.word("unit") or "week", frame.number("offset"), frame.word("part")
    if unit == "week":
        return _week_part(part, *edtf.week(published, offset), published), "relative"
    if unit == "weekend":
        return edtf.days(*_which_weekend(frame, published, offset)), "relative"
    if unit == "month":
        first = edtf.add_months(published.replace(day=1), offset)
        last = edtf.month_end(first.year, first.month)
        if part == "later" and offset == 0 and last > published:
            return edtf.days(published, last), "relative"
        return _part_of(part, first, last, edtf.month(first.year, first.month)), "relative"
    if unit == "quarter":
        q = (published.year * 4 + (published.month - 1) // 3) + offset
        return _quarter(q // 4, q % 4 + 1), "relative"
    if unit == "newyear":
        year = published.year if frame.direction == "past" or published.month <= 2 else published.year + 1
        return edtf.month(year, 1), "relative"
    year = published.year + offset
    if part == "later" and offset == 0 and published < date(year, 12, 31):
        return edtf.days(published, date(year, 12, 31)), "relative"
    return _part_of_year(part, year) or f"{year:04d}", "relative"


def _week_part(part: str | None, monday: date, sunday: date, published: date) -> str:
    this_week = monday <= published <= sunday
    if part == "earlier" and this_week:
        return edtf.days(monday, published)
    if part == "later" and this_week:
        return edtf.days(published, sunday)
    slices = {"early": (0, 2), "start": (0, 1), "mid": (1, 3), "late": (3, 6), "end": (3, 6)}
    if part in slices:
        low, high = slices[part]
        return edtf.days(monday + timedelta(days=low), monday + timedelta(days=high))
    return edtf.days(monday, sunday)


def _which_weekend(frame: Frame, published: date, offset: int) -> tuple[date, date]:
    this = _weekend(published, 0)
    if offset:
        return _weekend(published, offset)
    if "open" in frame.parts and frame.direction != "future" and this[0] > published:
        return _weekend(published, -1)
    if frame.direction == "past" and this[0] > published:
        return _weekend(published, -1)
    return this


def _quarter(year: int, index: int) -> str:
    return edtf.months(edtf.month(year, 3 * index - 2), edtf.month(year, 3 * index))


def _resolve_season(frame: Frame) -> Answer | None:
    season, part = frame.number("season"), frame.word("part")
    start = 3 * season + 3  # March, June, September, December

    def first_month(published: date) -> int:
        return _season_year(frame, published, start)

    year = _year_of(frame, first_month)
    if year is None:
        return None
    low, high = start, start + 2
    if part in ("early", "start"):
        high = low + 1
    elif part in ("late", "end"):
        low = high - 1
    elif part == "mid":
        low = high = start + 1
    return edtf.months(edtf.month(year[0], low), edtf.month(year[0], high)), year[1]


def _season_year(frame: Frame, published: date, start: int) -> int:
    years = range(max(1, published.year - 2), published.year + 2)
    firsts = [date(y, start, 1) for y in years]
    lasts = [edtf.add_months(f, 3) - timedelta(days=1) for f in firsts]
    which = frame.word("which")
    if which in ("last", "past"):
        return max(f for f, b in zip(firsts, lasts, strict=True) if b < published).year
    if which in ("next", "coming"):
        return min(f for f in firsts if f > published).year
    if which == "this" and start < 12:
        return published.year
    return _choose(firsts, lasts, frame.direction, published).year


def _resolve_quarter(frame: Frame) -> Answer | None:
    q, of = frame.number("q"), frame.number("of", 4)
    size = 12 // of

    def guess(published: date) -> int:
        years = range(max(1, published.year - 1), published.year + 2)
        firsts = [date(y, size * (q - 1) + 1, 1) for y in years]
        lasts = [edtf.add_months(f, size) - timedelta(days=1) for f in firsts]
        return _choose(firsts, lasts, frame.direction, published).year

    year = _year_of(frame, guess)
    if year is None:
        return None
    return edtf.months(edtf.month(year[0], size * (q - 1) + 1), edtf.month(year[0], size * q)), year[1]


# ------------------------------------------------------------------ counted from now, feasts


def _resolve_fromnow(frame: Frame) -> Answer | None:
    published = frame.published
    if published is None:
        return None
    unit, count = frame.word("unit") or "day", frame.number("n")
    if "within" in frame.parts:
        if count > 0 and frame.direction == "past":
            return None  # "within hours the reply came": from another event, not from today
        other = _away(published, unit, count)
        return edtf.days(*sorted((published, other))), "relative"
    at = frame.word("at")
    if at and unit in ("month", "year"):
        base = edtf.add_months(published, count * (12 if unit == "year" else 1))
        if at == "month":
            return edtf.month(base.year, base.month), "relative"
        if at == "week":
            return edtf.days(*edtf.week(base)), "relative"
        if at in ("today", "yesterday"):
            return edtf.day(base - timedelta(days=at == "yesterday")), "relative"
    found = _shifted(frame, published, unit, count)
    return (found, "relative") if found else None


def _away(base: date, unit: str, count: int) -> date:
    if unit in ("hour", "minute"):
        return base + timedelta(days=max(-1, min(1, count)))
    if unit == "day":
        return base + timedelta(days=count)
    if unit == "week":
        return base + timedelta(weeks=count)
    return edtf.add_months(base, count * (12 if unit == "year" else 1))


_FEASTS: dict[str, Callable[[int], tuple[date, date]]] = {
    "christmas": lambda y: (date(y, 12, 25), date(y, 12, 26)),
    "christmas eve": lambda y: (date(y, 12, 24), date(y, 12, 24)),
    "christmas day": lambda y: (date(y, 12, 25), date(y, 12, 25)),
    "new year": lambda y: (date(y, 1, 1), date(y, 1, 1)),
    "new year day": lambda y: (date(y, 1, 1), date(y, 1, 1)),
    "new year eve": lambda y: (date(y, 12, 31), date(y, 12, 31)),
    # the fourth Thursday of November
    "thanksgiving": lambda y: (_thanksgiving(y), _thanksgiving(y)),
    "good friday": lambda y: (edtf.easter(y) - timedelta(days=2),) * 2,
    "easter": lambda y: (edtf.easter(y) - timedelta(days=2), edtf.easter(y) + timedelta(days=1)),
    "easter sunday": lambda y: (edtf.easter(y),) * 2,
    "easter monday": lambda y: (edtf.easter(y) + timedelta(days=1),) * 2,
}


def _thanksgiving(year: int) -> date:
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


def _resolve_feast(frame: Frame) -> Answer | None:
    feast = _FEASTS[frame.word("feast") or "christmas"]

    def guess(published: date) -> int:
        spans = [feast(y) for y in range(max(1, published.year - 1), published.year + 2)]
        return _choose([s[0] for s in spans], [s[1] for s in spans], frame.direction, published).year

    year = _year_of(frame, guess)
    if year is None:
        return None
    first, last = feast(year[0])
    if frame.word("lead") == "after":
        return edtf.days(last + timedelta(days=1), last + timedelta(days=14)), year[1]
    return edtf.days(first, last), year[1]


def _until(frame: Frame, answer: Answer) -> Answer:
    """ "before Christmas", "by the end of the month": from today to that day, or the days before it."""
    first, last = edtf.span(answer[0])
    before = frame.word("lead") == "before"
    whole_day = (last - first).days <= 4
    # before the end of a month is within it; before Monday is not Monday
    end = first - timedelta(days=1) if before and whole_day else last
    published = frame.published
    if published is not None and published <= end and frame.direction != "past":
        return edtf.days(published, end), answer[1]
    if before and whole_day:
        return edtf.days(first - timedelta(days=14), end), answer[1]
    return answer


_RESOLVERS: dict[str, Callable[[Frame], Answer | None]] = {
    "day": _resolve_day,
    "days": _resolve_days,
    "dayofmonth": _resolve_dayofmonth,
    "month": _resolve_month,
    "months": _resolve_months,
    "year": _resolve_year,
    "years": _resolve_years,
    "weekday": _resolve_weekday,
    "weekdays": _resolve_weekdays,
    "relday": _resolve_relday,
    "anchor": _resolve_anchor,
    "period": _resolve_period,
    "season": _resolve_season,
    "quarter": _resolve_quarter,
    "fromnow": _resolve_fromnow,
    "duration": lambda frame: None,
    "feast": _resolve_feast,
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


def is_relative_word(text: str) -> bool:
    """Whether a phrase's words hang on another date of the article ("that day", "a week later").

    >>> is_relative_word("the following day"), is_relative_word("on Tuesday")
    (True, False)
    """
    return bool(re.search(r"\b(?:following|previous|later|earlier|same|that)\b", text, re.IGNORECASE))
