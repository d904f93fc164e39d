"""Resolves weeks, months, years and seasons by name, spans counted from now, and feasts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from kg.extract.dates import edtf
from kg.extract.dates.calendar_dates import part_of, part_of_year
from kg.extract.dates.frame import Answer, Basis, Frame, choose, year_of
from kg.extract.dates.weekday_dates import shifted, weekend_of


def resolve_period(frame: Frame) -> Answer | None:
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
        return part_of(part, first, last, edtf.month(first.year, first.month)), "relative"
    if unit == "quarter":
        q = (published.year * 4 + (published.month - 1) // 3) + offset
        return _quarter(q // 4, q % 4 + 1), "relative"
    if unit == "newyear":
        year = published.year if frame.direction == "past" or published.month <= 2 else published.year + 1
        return edtf.month(year, 1), "relative"
    year = published.year + offset
    if part == "later" and offset == 0 and published < date(year, 12, 31):
        return edtf.days(published, date(year, 12, 31)), "relative"
    return part_of_year(part, year) or f"{year:04d}", "relative"


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
    this = weekend_of(published, 0)
    if offset:
        return weekend_of(published, offset)
    if "open" in frame.parts and frame.direction != "future" and this[0] > published:
        return weekend_of(published, -1)
    if frame.direction == "past" and this[0] > published:
        return weekend_of(published, -1)
    return this


def _quarter(year: int, index: int) -> str:
    return edtf.months(edtf.month(year, 3 * index - 2), edtf.month(year, 3 * index))


def resolve_season(frame: Frame) -> Answer | None:
    season, part = frame.number("season"), frame.word("part")
    start = 3 * season + 3  # March, June, September, December

    def first_month(published: date) -> int:
        return _season_year(frame, published, start)

    which = frame.word("which")
    year = _of_anchor(frame, start) if which in _ANCHORED else year_of(frame, first_month)
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


_ANCHORED = ("that", "following", "previous")


def _of_anchor(frame: Frame, start: int) -> tuple[int, Basis] | None:
    """The year of "that autumn", "the following spring": counted from the date told before."""
    if frame.anchor is None:
        return None
    which, (first, last) = frame.word("which"), frame.anchor
    if which == "following":
        return last.year + (last.month >= start), "inherited"
    if which == "previous":
        return first.year - (first.month < start + 3), "inherited"
    return first.year - (start == 12 and first.month < 3), "inherited"


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
    return choose(firsts, lasts, frame.direction, published).year


def resolve_quarter(frame: Frame) -> Answer | None:
    q, of = frame.number("q"), frame.number("of", 4)
    size = 12 // of

    def guess(published: date) -> int:
        years = range(max(1, published.year - 1), published.year + 2)
        firsts = [date(y, size * (q - 1) + 1, 1) for y in years]
        lasts = [edtf.add_months(f, size) - timedelta(days=1) for f in firsts]
        return choose(firsts, lasts, frame.direction, published).year

    year = year_of(frame, guess)
    if year is None:
        return None
    return edtf.months(edtf.month(year[0], size * (q - 1) + 1), edtf.month(year[0], size * q)), year[1]


def resolve_fromnow(frame: Frame) -> Answer | None:
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
        if at == "day":
            return edtf.day(base), "relative"
        if at == "month":
            return edtf.month(base.year, base.month), "relative"
        if at == "week":
            return edtf.days(*edtf.week(base)), "relative"
        if at in ("today", "yesterday"):
            return edtf.day(base - timedelta(days=at == "yesterday")), "relative"
    if at in ("today", "tomorrow") and unit == "week":
        return edtf.day(published + timedelta(weeks=count, days=at == "tomorrow")), "relative"
    if at == "day" and unit == "week":
        return edtf.day(published + timedelta(weeks=count)), "relative"
    found = shifted(frame, published, unit, count)
    return (found, "relative") if found else None


def _away(base: date, unit: str, count: int) -> date:
    if unit in ("hour", "minute"):
        return base + timedelta(days=max(-1, min(1, count)))
    if unit == "day":
        return base + timedelta(days=count)
    if unit == "week":
        return base + timedelta(weeks=count)
    return edtf.add_months(base, count * (12 if unit == "year" else 1))


# Days that bear a name, by month and day
_FIXED = (
    ("epiphany", 1, 6), ("valentine day", 2, 14), ("st valentine day", 2, 14), ("st patrick day", 3, 17),
    ("saint patrick day", 3, 17), ("anzac day", 4, 25), ("may day", 5, 1), ("europe day", 5, 9),
    ("bastille day", 7, 14), ("all saints day", 11, 1), ("armistice day", 11, 11), ("remembrance day", 11, 11),
    ("boxing day", 12, 26),
)  # fmt: skip


def _on(month: int, day: int) -> Callable[[int], tuple[date, date]]:
    return lambda year: (date(year, month, day),) * 2


_FEASTS: dict[str, Callable[[int], tuple[date, date]]] = {
    "christmas": lambda y: (date(y, 12, 25), date(y, 12, 26)),
    "christmas eve": lambda y: (date(y, 12, 24), date(y, 12, 24)),
    "christmas day": lambda y: (date(y, 12, 25), date(y, 12, 25)),
    "new year": lambda y: (date(y, 1, 1), date(y, 1, 1)),
    "new year day": lambda y: (date(y, 1, 1), date(y, 1, 1)),
    "new year eve": lambda y: (date(y, 12, 31), date(y, 12, 31)),
    # the fourth Thursday of November
    "thanksgiving": lambda y: (_thanksgiving(y), _thanksgiving(y)),
    "ash wednesday": lambda y: (edtf.easter(y) - timedelta(days=46),) * 2,
    "palm sunday": lambda y: (edtf.easter(y) - timedelta(days=7),) * 2,
    "maundy thursday": lambda y: (edtf.easter(y) - timedelta(days=3),) * 2,
    "holy saturday": lambda y: (edtf.easter(y) - timedelta(days=1),) * 2,
    "ascension day": lambda y: (edtf.easter(y) + timedelta(days=39),) * 2,
    "whit sunday": lambda y: (edtf.easter(y) + timedelta(days=49),) * 2,
    "whitsunday": lambda y: (edtf.easter(y) + timedelta(days=49),) * 2,
    "pentecost": lambda y: (edtf.easter(y) + timedelta(days=49),) * 2,
    "whit monday": lambda y: (edtf.easter(y) + timedelta(days=50),) * 2,
    **{name: _on(month, day) for name, month, day in _FIXED},
    "good friday": lambda y: (edtf.easter(y) - timedelta(days=2),) * 2,
    "easter": lambda y: (edtf.easter(y) - timedelta(days=2), edtf.easter(y) + timedelta(days=1)),
    "easter sunday": lambda y: (edtf.easter(y),) * 2,
    "easter monday": lambda y: (edtf.easter(y) + timedelta(days=1),) * 2,
}


def _thanksgiving(year: int) -> date:
    first = date(year, 11, 1)
    return first + timedelta(days=(3 - first.weekday()) % 7 + 21)


def resolve_feast(frame: Frame) -> Answer | None:
    feast = _FEASTS[frame.word("feast") or "christmas"]

    def guess(published: date) -> int:
        spans = [feast(y) for y in range(max(1, published.year - 1), published.year + 2)]
        return choose([s[0] for s in spans], [s[1] for s in spans], frame.direction, published).year

    year = year_of(frame, guess)
    if year is None:
        return None
    first, last = feast(year[0])
    if "eve" in frame.parts:
        return edtf.day(first - timedelta(days=1)), year[1]
    if frame.word("lead") == "after":
        return edtf.days(last + timedelta(days=1), last + timedelta(days=14)), year[1]
    return edtf.days(first, last), year[1]
