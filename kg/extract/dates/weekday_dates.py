"""Resolves weekdays, today and its neighbours, and phrases that hang on another date."""

from __future__ import annotations

from datetime import date, timedelta

from kg.extract.dates import edtf
from kg.extract.dates.calendar_dates import part_of, part_of_year
from kg.extract.dates.frame import Answer, Direction, Frame


def resolve_weekday(frame: Frame) -> Answer | None:
    weekday, mod, week = frame.number("weekday"), frame.word("mod"), frame.word("week")
    if week in ("same", "that", "previous", "following") or mod in ("previous", "following"):
        return _weekday_of_anchor(frame, weekday, mod, week)
    if mod == "that" and (told := _definite(frame, weekday)) is not None:
        return edtf.day(told), "inherited"
    if frame.published is None:
        return None
    if week:
        monday = edtf.week(frame.published, {"last": -1, "next": 1}.get(week, 0))[0]
        return edtf.day(monday + timedelta(days=weekday)), "relative"
    direction = frame.direction
    if direction == "unknown" and frame.word("lead") in ("until", "till", "by", "through"):
        direction = "future"
    found = _weekday_near(frame.published, weekday, mod, direction)
    if direction == "future" and found == frame.published and _ahead(frame):
        found += timedelta(days=7)  # told after a day to come: the next one
    if "weeksoff" in frame.parts:  # "on Saturday week", "last Friday week"
        back = mod in ("last", "past")
        near = _weekday_near(frame.published, weekday, "last" if back else "coming", "unknown")
        found = near + timedelta(weeks=-frame.number("weeksoff") if back else frame.number("weeksoff"))
    if "weekago" in frame.parts:
        found = _weekday_near(frame.published, weekday, None, "past") - timedelta(days=7)
    return edtf.day(found), "relative"


def _definite(frame: Frame, weekday: int) -> date | None:
    """ "On the Saturday", "that Tuesday": the next such day from the one told before, which must fix a week."""
    if frame.anchor is None or (frame.anchor[1] - frame.anchor[0]).days >= _WEEK:
        return None
    first = frame.anchor[0]
    found = first + timedelta(days=(weekday - first.weekday()) % _WEEK)
    late = frame.direction == "past" and frame.published is not None and found > frame.published
    return found - timedelta(days=_WEEK) if late else found


_WEEK = 7  # days


def _ahead(frame: Frame) -> bool:
    """Whether the date that the text has just told is a day late in the coming week."""
    if frame.anchor is None or frame.published is None or frame.anchor[0] != frame.anchor[1]:
        return False
    # the day told must come soon before the weekday's next turn: "leaves on Tuesday … on Thursday"
    return 4 <= (frame.anchor[0] - frame.published).days < 7


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


def resolve_weekdays(frame: Frame) -> Answer | None:
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
        elif frame.direction == "future" and mod is None and first - timedelta(days=7) + length > published:
            first -= timedelta(days=7)  # "from Monday to Friday" on a Tuesday is the week that runs
    return edtf.days(first, first + length), "relative"


def resolve_relday(frame: Frame) -> Answer | None:
    if frame.published is None:
        return None
    first = frame.published + timedelta(days=frame.number("days"))
    last = frame.published + timedelta(days=frame.number("days2", frame.number("days")))
    return edtf.days(first, last), "relative"


# "The following day" needs a day or a few to follow; days of an anchor beyond which it means nothing.
_COARSEST = {"hour": 2, "day": 10, "week": 14, "weekend": 14, "month": 31}


def resolve_anchor(frame: Frame) -> Answer | None:
    if frame.anchor is None or frame.anchor_text is None:
        return None
    unit, count = frame.word("unit") or "day", frame.number("n")
    first, last = frame.anchor
    if (last - first).days >= _COARSEST.get(unit, 400):
        return _loosely(frame, unit, count) if (last - first).days <= _MONTH else None
    base = last if count > 0 else first
    found = shifted(frame, base, unit, count) if "shift" in frame.parts else _calendar(frame, unit, count)
    return (found, "inherited") if found else None


_MONTH = 31  # days


def _loosely(frame: Frame, unit: str, count: int) -> Answer | None:
    """ "A week later", after "in March": all of its days, so many weeks further on."""
    if frame.anchor is None or unit != "week":
        return None
    shift = timedelta(weeks=count)
    return edtf.days(frame.anchor[0] + shift, frame.anchor[1] + shift), "inherited"


def _calendar(frame: Frame, unit: str, count: int) -> str | None:
    """The same, next or previous day, week, month or year of the calendar."""
    if frame.anchor is None:
        return None
    first, last = frame.anchor
    base = last if count > 0 else first
    if unit == "day":
        return edtf.day(base + timedelta(days=count)) if count else frame.anchor_text
    if unit == "week":
        return edtf.days(*edtf.week(base, count))
    if unit == "weekend":
        near = (
            count > 0 and base < weekend_of(base, 0)[0]
        )  # from a Thursday, the following one is two days off
        return edtf.days(*weekend_of(base, 0 if near else count))
    if unit == "month":
        at = edtf.add_months(base.replace(day=1), count)
        whole = edtf.month(at.year, at.month)
        return part_of(frame.word("part"), at, edtf.month_end(at.year, at.month), whole)
    return part_of_year(frame.word("part"), base.year + count) or f"{base.year + count:04d}"


def weekend_of(of: date, offset: int) -> tuple[date, date]:
    monday, sunday = edtf.week(of, offset)
    return monday + timedelta(days=5), sunday


def shifted(frame: Frame, base: date, unit: str, count: int) -> str | None:
    """So many days, weeks, months or years from a day, as precisely as the words are."""
    rough = "rough" in frame.parts
    if unit in ("hour", "minute"):
        return edtf.day(base)
    if unit == "day":
        at = base + timedelta(days=count)
        loose = timedelta(days=abs(count) // 2 + 1 if rough else 0)
        return edtf.days(at - loose, at + loose)
    if unit == "week":
        at = base + timedelta(weeks=count)
        loose = timedelta(days=7 if rough else 3)
        return edtf.days(at - loose, at + loose)
    if unit == "month":
        at = edtf.add_months(base, count)
        if rough:
            low, high = edtf.add_months(at, -1), edtf.add_months(at, 1)
            return edtf.months(edtf.month(low.year, low.month), edtf.month(high.year, high.month))
        return edtf.month(at.year, at.month)
    if abs(count) == 1:
        at = edtf.add_months(base, 12 * count)
        return edtf.month(at.year, at.month)
    slack = int(rough)
    year = base.year + count
    return f"{year - slack:04d}/{year + slack:04d}" if slack else f"{year:04d}"
