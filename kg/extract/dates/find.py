"""Finds the phrases that tell when. Each rule is one pattern and one function that reads its parts."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Callable

from kg.extract.dates.words import (
    DASH, DAY, HALF, MON, NUM, TO, TOD, UNIT, WD, WD_SHORT, YEAR, YEAR_WORD, day_number, month_number,
    number, weekday_number,
)  # fmt: skip
from kg.extract.records import DatePhrase

Parts = dict[str, int | str]
Reader = Callable[[re.Match[str]], Parts | None]

_AFTER_DAY = r"(?=\s*(?:[.,;:)\]\"”’—–-]|$|(?:in|at|on|with|to|for|and|when|as|of|by|where|but|after|before|during)\b))"
_YEAR_TAIL = rf"(?:(?:,\s*|\s+){YEAR}|,?\s+{YEAR_WORD})"
_ANY_YEAR = r"(?:1[789]\d\d|20\d\d)"
_PART = (
    r"(?:(?:early|late|mid)(?:[\s-]+(?:in\s+)?)(?:the\s+)?"
    r"|(?:the\s+)?(?:very\s+)?(?:beginning|start|middle|end|close|first half|second half|latter half|latter part|"
    r"early part|first (?:few )?days|last (?:few )?days|final days|(?:first|second|third|fourth|last|final) week|"
    r"(?:first|second|third|fourth|last|final) quarter)\s+of\s+)"
)


def _capital(text: str) -> bool:
    return text[:1].isupper()


# ------------------------------------------------------------------ days of a month

_DAY_A = re.compile(
    rf"\b(?:(?:{WD}|{WD_SHORT}),?\s+)?(?:the\s+)?(?P<mod>last\s+|next\s+|this\s+)?(?P<m>{MON})\s+(?:the\s+)?(?P<d>{DAY})(?P<y>{_YEAR_TAIL})?",
    re.IGNORECASE,
)
_DAY_B = re.compile(
    rf"(?<![\w.,$€£-])(?:(?:{WD}|{WD_SHORT}),?\s+)?(?:the\s+)?(?P<d>{DAY})(?:\s+of)?\s+(?P<mod>last\s+|next\s+|this\s+)?(?P<m>{MON})(?P<y>{_YEAR_TAIL})?",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<![\w/-])(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\w-])")
_DOTTED = re.compile(
    r"(?<![\w./-])(?P<d>0?[1-9]|[12]\d|3[01])\.\s?(?P<m>0?[1-9]|1[0-2])\.\s?(?P<y>(?:19|20)\d\d)(?!\w)"
)
_DAYS_A = re.compile(
    rf"\b(?:(?:from|between)\s+)?(?:{WD},?\s+)?(?P<m>{MON})\s+(?P<d>{DAY})(?:,?\s+(?P<y0>{YEAR}))?(?P<to>{TO})(?:(?:{WD},?\s+)?(?P<m2>{MON})\s+(?P<d2>{DAY})|(?P<d3>{DAY})(?:(?=,?\s+{YEAR})|{_AFTER_DAY}))(?P<y>{_YEAR_TAIL})?",
    re.IGNORECASE,
)
_DAYS_B = re.compile(
    rf"(?<![\w.,$€£-])(?:(?:from|between)\s+)?(?:the\s+)?(?P<d>{DAY})(?:\s+(?P<m0>{MON})(?:\s+(?P<y0>{YEAR}))?)?(?P<to>{TO})(?:the\s+)?(?P<d2>{DAY})(?:\s+of)?\s+(?P<m>{MON})(?P<y>{_YEAR_TAIL})?",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\bon\s+the\s+(?P<d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?:\s+of\s+(?P<mod>this|last|next|the|that|the same)\s+month)?"
    r"(?=\s*(?:[.,;:)\]]|$|(?:in|at|with|to|for|and|when|as|by|where|but|after|before)\b))",
    re.IGNORECASE,
)


def _year_parts(text: str | None) -> Parts:
    if not text:
        return {}
    found = re.search(r"\d{4}", text)
    if found:
        return {"year": int(found.group())}
    return {"yearword": text.lower().split()[-2]}


def _read_day(match: re.Match[str]) -> Parts | None:
    if not _capital(match["m"]):
        return None
    parts: Parts = {"month": month_number(match["m"]), "day": day_number(match["d"])}
    parts.update(_year_parts(match["y"]))
    if match["mod"] and "year" not in parts:
        parts["mod"] = match["mod"].strip().lower()
    return parts


def _read_numeric(match: re.Match[str]) -> Parts | None:
    return {"year": int(match["y"]), "month": int(match["m"]), "day": int(match["d"])}


def _read_days_a(match: re.Match[str]) -> Parts | None:
    if not _capital(match["m"]):
        return None
    first = month_number(match["m"])
    second = match["m2"]
    parts: Parts = {
        "month": first,
        "day": day_number(match["d"]),
        "month2": month_number(second) if second else first,
        "day2": day_number(match["d2"] if second else match["d3"]),
    }
    return _with_years(parts, match)


def _read_days_b(match: re.Match[str]) -> Parts | None:
    if not _capital(match["m"]):
        return None
    last = month_number(match["m"])
    parts: Parts = {
        "month": month_number(match["m0"]) if match["m0"] else last,
        "day": day_number(match["d"]),
        "month2": last,
        "day2": day_number(match["d2"]),
    }
    return _with_years(parts, match)


def _with_years(parts: Parts, match: re.Match[str]) -> Parts | None:
    if parts["month"] == parts["month2"] and parts["day"] >= parts["day2"] and not match["y0"]:  # type: ignore[operator]
        return None
    parts.update(_year_parts(match["y"]))
    if match["y0"]:
        parts["year0"] = int(match["y0"])
    return parts


def _read_ordinal(match: re.Match[str]) -> Parts | None:
    parts: Parts = {"day": day_number(match["d"])}
    if match["mod"]:
        parts["mod"] = match["mod"].lower()
    return parts


# ------------------------------------------------------------------ months and years

_MONTH = re.compile(
    rf"(?<![\w$€£])(?P<prep>(?:in|since|until|till|by|from|to|during|before|after|through|for|of|and|or|between|around|throughout)\s+)?"
    rf"(?P<part>{_PART})?(?P<mod>last\s+|this\s+|this past\s+|next\s+|this coming\s+)?(?P<art>the\s+|a\s+|an\s+)?(?P<m>{MON})(?P<y>,?\s+of\s+{YEAR}|{_YEAR_TAIL})?",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    rf"\b(?P<prep>(?:from|between|in|during)\s+)?(?P<part>{_PART})?(?P<m>{MON})(?:,?\s+(?P<y0>{YEAR}))?(?P<to>{TO})(?P<part2>{_PART})?(?P<m2>{MON})(?P<y>,?\s+of\s+{YEAR}|{_YEAR_TAIL})?(?!\s+\d{{1,2}}(?!\d))",
    re.IGNORECASE,
)
_YEAR_RULE = re.compile(
    rf"(?<![\w$€£#.,/-])(?P<prep>(?:in|since|until|till|by|from|to|during|before|after|through|of|and|throughout|around|circa)\s+)?(?P<part>{_PART})?(?:the\s+year\s+)?(?P<y>{YEAR})(?![-–/]\d|-year|\s*(?:percent|people|troops|soldiers|miles|km\b|kilomet|met(?:er|re)s|feet|tons|tonnes|dollars|euros|pounds|barrels|[ap]\.?m\b|GMT|hours))",
    re.IGNORECASE,
)
_YEARS = re.compile(
    rf"(?<![\w$€£#.,/-])(?:(?:from|between)\s+)?(?P<y>{_ANY_YEAR}){TO}(?P<y2>\d\d(?:\d\d)?)(?![\w%-])(?![.,]\d)",
    re.IGNORECASE,
)
_DECADE = re.compile(
    r"\b(?:the\s+)?(?P<part>early|late|mid)?[\s-]*(?P<y>(?:1[89]|20)\d0)s(?:\s+(?:and|to|or)\s+(?:the\s+)?['’]?(?P<y2>(?:19|20)?\d0)s)?(?!\w)",
    re.IGNORECASE,
)
# Words after which a bare "May" or "March" is the month, without any other sign.
_SURE_MONTHS = frozenset((1, 2, 6, 7, 9, 10, 11, 12))


def _part_word(text: str | None) -> str | None:
    """One word for the part of a month or year: early, mid, late, start, end, first-half, first-week …"""
    if not text:
        return None
    low = " ".join(re.sub(r"\b(?:the|very|of|in|few)\b|-", " ", text.lower()).split())
    table = {
        "beginning": "start", "close": "end", "middle": "mid", "first half": "first-half",
        "second half": "second-half", "latter half": "second-half", "latter part": "late", "early part": "early",
        "first days": "first-week", "last days": "last-week", "final days": "last-week",
        "first week": "first-week", "second week": "second-week", "third week": "third-week",
        "fourth week": "fourth-week", "last week": "last-week", "final week": "last-week",
        "first quarter": "q1", "second quarter": "q2", "third quarter": "q3", "fourth quarter": "q4",
        "last quarter": "q4", "final quarter": "q4",
    }  # fmt: skip
    return table.get(low, low or None)


def _read_month(match: re.Match[str]) -> Parts | None:
    name = match["m"]
    if not _capital(name):
        return None
    text, end = match.string, match.end()
    signed = bool(match["prep"] or match["part"] or match["mod"] or match["y"])
    month = month_number(name)
    if not signed and not _bare_month(text, match.start("m"), end, name, month, bool(match["art"])):
        return None
    if (
        match["prep"]
        and not (match["part"] or match["mod"] or match["y"])
        and _person_follows(text, end, month)
    ):
        return None
    parts: Parts = {"month": month}
    parts.update(_year_parts(match["y"]))
    if part := _part_word(match["part"]):
        parts["part"] = part
    if match["mod"] and "year" not in parts:
        parts["mod"] = match["mod"].strip().lower().split()[-1]
    return parts


def _bare_month(text: str, start: int, end: int, name: str, month: int, article: bool) -> bool:
    """Whether a month's name that stands alone is a month: not a surname, a verb or a first name."""
    low = name.lower().rstrip(".")
    if len(low) <= 4 and low not in ("june", "july", "may") and not name.endswith("."):
        return False
    before = text[max(0, start - 14) : start].rstrip()
    if before[-1:].isalpha() and re.search(r"[A-Z][\w'’]+$", before) and not article:
        return False  # "Theresa May", "Women's March"
    if _person_follows(text, end, month):
        return False
    if month in (3, 5):  # march and may are other words too
        return article or text[end : end + 2] in ("'s", "’s", ", ")
    return month in _SURE_MONTHS or article or text[end : end + 2] in ("'s", "’s", ", ") or bool(before)


def _person_follows(text: str, end: int, month: int) -> bool:
    # "April Ryan", "August Hanning", "June Carter"; but "July Summit" is no person
    if month not in (1, 4, 5, 6, 8):
        return False
    follow = re.match(r"\s+([A-Z][a-z]+)\b", text[end : end + 24])
    if follow is None:
        return False
    return not re.match(r"(?:Summit|Conference|Meeting|Agreement|Declaration|Revolution|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)", follow[1])  # fmt: skip


def _read_months(match: re.Match[str]) -> Parts | None:
    if not (_capital(match["m"]) and _capital(match["m2"])):
        return None
    if re.fullmatch(r"\s+or\s+", match["to"], re.IGNORECASE) and not match["prep"]:
        return None
    parts: Parts = {"month": month_number(match["m"]), "month2": month_number(match["m2"])}
    parts.update(_year_parts(match["y"]))
    if match["y0"]:
        parts["year0"] = int(match["y0"])
    return parts


def _read_year(match: re.Match[str]) -> Parts | None:
    year = int(match["y"])
    if not (match["prep"] or match["part"]) and not _bare_year(match, year):
        return None
    if year > 2099 or (
        match["prep"]
        and match["prep"].strip().lower() in ("to", "by", "from", "of", "and", "through")
        and not 1900 <= year <= 2099
    ):
        return None
    parts: Parts = {"year": year}
    if part := _part_word(match["part"]):
        parts["part"] = part
    return parts


def _bare_year(match: re.Match[str], year: int) -> bool:
    # "the 2015 nuclear deal", "(2011)", "November 2015"; not "about 1900 men", "2000 of them"
    if not 1945 <= year <= 2060:
        return False
    text = match.string
    before = text[max(0, match.start("y") - 12) : match.start("y")]
    after = text[match.end() : match.end() + 12]
    if re.search(
        r"(?:about|some|nearly|over|than|least|most|roughly|almost|no\.?|number)\s+$", before, re.IGNORECASE
    ):
        return False
    return not re.match(r"\s+(?:of|more|people|men|women|were|are|have)\b", after)


def _read_years(match: re.Match[str]) -> Parts | None:
    first = int(match["y"])
    second = int(match["y2"]) if len(match["y2"]) == 4 else first // 100 * 100 + int(match["y2"])
    dash = not re.search(r"[a-z]", match.group()[4:].lower())
    if len(match["y2"]) == 2 and not dash:
        return None
    if not first < second <= 2099 or second - first > 60:
        return None
    return {"year": first, "year2": second}


def _read_decade(match: re.Match[str]) -> Parts | None:
    first = int(match["y"])
    parts: Parts = {"year": first, "year2": first + 9}
    if match["y2"]:
        second = int(match["y2"]) if len(match["y2"]) == 4 else first // 100 * 100 + int(match["y2"])
        parts["year2"] = second + 9
    if match["part"]:
        parts["part"] = match["part"].lower()
    return parts


# ------------------------------------------------------------------ weekdays and days near the publication

_ON = r"(?:(?:earlier|later|late|early|only|just)\s+(?=on\b|WD))?(?:on\s+)?".replace("WD", WD)
_WEEK_TAIL = r"(?:,?\s+(?:of\s+)?(?P<week>last|this|next|the previous|the following|the same|that)\s+week)?"
_MOD = r"(?:(?P<mod>last|next|this past|this coming|this|past|coming|the previous|the following|the next|the coming|the past|previous|following)\s+)?"
_WEEKDAY = re.compile(
    rf"\b{_ON}{_MOD}(?P<wd>{WD})(?P<tod>{TOD}){_WEEK_TAIL}(?:,?\s+(?P<ago>a\s+week\s+(?:ago|earlier|before)))?",
    re.IGNORECASE,
)
_WEEKDAYS = re.compile(
    rf"\b(?:(?:from|between|both|on|late|early)\s+)*{_MOD}(?P<wd>{WD}){TOD}(?P<to>{TO}|\s*,\s*(?:and\s+)?)(?:(?:on|early|late)\s+)?(?P<wd2>{WD}){TOD}{_WEEK_TAIL}",
    re.IGNORECASE,
)
_RELDAY = re.compile(
    r"\b(?:(?P<before>the\s+day\s+before\s+yesterday)|(?P<after>the\s+day\s+after\s+tomorrow)"
    r"|(?:(?:later|earlier|early|late)\s+)?(?P<word>today|tonight|yesterday|tomorrow)" + TOD + r"(?!\w)"
    r"|(?:(?:earlier|later|early|late)\s+)?this\s+(?:very\s+)?(?P<this>morning|afternoon|evening|noon)(?!\w)"
    r"|(?P<lastnight>last\s+(?:night|evening))(?!\w)"
    r"|(?P<overnight>overnight)(?!\w))",
    re.IGNORECASE,
)


def _read_weekday(match: re.Match[str]) -> Parts | None:
    if not _capital(match["wd"]):
        return None
    parts: Parts = {"weekday": weekday_number(match["wd"])}
    if match["mod"]:
        parts["mod"] = match["mod"].lower().split()[-1]
    if match["week"]:
        parts["week"] = match["week"].lower().split()[-1]
    if match["ago"]:
        parts["mod"] = "last"
        parts["weekago"] = 1
    return parts


def _read_weekdays(match: re.Match[str]) -> Parts | None:
    if not (_capital(match["wd"]) and _capital(match["wd2"])):
        return None
    if re.match(r"\d", match.string[match.end() : match.end() + 2].strip() or "x"):
        return None
    parts: Parts = {"weekday": weekday_number(match["wd"]), "weekday2": weekday_number(match["wd2"])}
    if match["mod"]:
        parts["mod"] = match["mod"].lower().split()[-1]
    if match["week"]:
        parts["week"] = match["week"].lower().split()[-1]
    return parts


def _read_relday(match: re.Match[str]) -> Parts | None:
    if match["before"]:
        return {"days": -2}
    if match["after"]:
        return {"days": 2}
    if match["lastnight"]:
        return {"days": -1}
    if match["overnight"]:
        follow = match.string[match.end() : match.end() + 10]
        if re.match(r"\s+(?:train|flight|stay|bag|success|visit|trip)", follow):
            return None
        return {"days": -1, "days2": 0}
    if match["this"]:
        return {"days": 0}
    return {"days": {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}[match["word"].lower()]}


# ------------------------------------------------------------------ phrases that hang on another date

_DAYPART = r"(?:day|night|morning|afternoon|evening)"
_SAME = re.compile(
    rf"\b(?:(?:later|earlier|late|early|on|in|during)\s+)*(?:(?:the\s+(?:very\s+)?same|that\s+same|that|this\s+same)\s+(?P<unit>{_DAYPART}|week|weekend|month|year)"
    rf"|(?:later|earlier|late|early)\s+(?:in\s+the|that)\s+(?P<unit2>{_DAYPART}))(?!\w)(?!['’]s\b)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    rf"\b(?:(?:on|in|during|early|late|over)\s+)*the\s+(?P<way>following|next|ensuing|subsequent|previous|preceding|prior)\s+(?P<unit>{_DAYPART}|week|weekend|month|year)(?!\w)",
    re.IGNORECASE,
)
_EVE = re.compile(
    rf"\b(?:on\s+)?the\s+(?P<unit>{_DAYPART}|week|month|year)\s+(?P<way>before|after|earlier)(?=\s*(?:[.,;:)\]\"”’—–]|$|(?:by|in|at|with|and|but|for|from|to|when|on|over|during|as|between|was|were|had)\b))(?!\s+(?:yesterday|tomorrow))",
    re.IGNORECASE,
)
_SHIFT = re.compile(
    rf"\b(?:(?:just|only|about|some|barely|almost|nearly|less than|more than)\s+)?(?P<n>{NUM}){HALF}[\s-]+(?P<unit>{UNIT})s?\s+(?P<way>later|earlier|afterwards?|(?:before|after)\s+(?:that|then|this)(?!\s+\w+(?:ing|ed)\b)|before(?=\s*(?:[.,;:)]|$))|after(?=\s*(?:[.,;:)]|$)))(?!\w)(?!\s+than)",
    re.IGNORECASE,
)


def _read_same(match: re.Match[str]) -> Parts | None:
    unit = (match["unit"] or match["unit2"]).lower()
    if unit in ("week", "month", "year", "weekend") and match.group().lower().startswith("that "):
        # "said that year-end sales": a conjunction
        before = match.string[max(0, match.start() - 6) : match.start()].lower()
        if re.search(r"(?:said|told)\s+$", before):
            return None
    return {"unit": _base_unit(unit), "n": 0}


def _base_unit(unit: str) -> str:
    return "day" if unit in ("night", "morning", "afternoon", "evening", "day") else unit


def _read_next(match: re.Match[str]) -> Parts | None:
    way = match["way"].lower()
    return {
        "unit": _base_unit(match["unit"].lower()),
        "n": -1 if way in ("previous", "preceding", "prior") else 1,
    }


def _read_eve(match: re.Match[str]) -> Parts | None:
    return {"unit": _base_unit(match["unit"].lower()), "n": 1 if match["way"].lower() == "after" else -1}


def _read_shift(match: re.Match[str]) -> Parts | None:
    count, unit, rough = _count(match["n"], match["unit"], "half" in match.group().lower())
    before = match["way"].lower().split()[0] in ("earlier", "before")
    parts: Parts = {"unit": unit, "n": -count if before else count, "shift": 1}
    if rough:
        parts["rough"] = 1
    return parts


def _count(text: str, unit: str, half: bool) -> tuple[int, str, bool]:
    """Number, unit and roughness of "two and a half weeks" (17 days), "a fortnight" (2 weeks), …"""
    value, rough = number(text)
    unit = unit.lower()
    if unit == "fortnight":
        value, unit = 2 * value, "week"
    if unit == "night":
        unit = "day"
    if unit == "decade":
        value, unit = 10 * value, "year"
    if half:
        small = {"week": ("day", 7, 3), "year": ("month", 12, 6), "month": ("day", 30, 15)}
        if unit in small:
            name, each, extra = small[unit]
            value, unit = value * each + extra, name
    return value, unit, rough


# ------------------------------------------------------------------ weeks, months, years, seasons

_PERIOD = re.compile(
    rf"\b(?:(?P<part>earlier|later|{_PART})[\s-]*)?(?P<which>this past|this coming|this|last|next|the coming|the current)\s+(?P<unit>week|weekend|month|year|quarter)(?!\w)(?!-old)",
    re.IGNORECASE,
)
_IN_PERIOD = re.compile(
    rf"\b(?:(?P<rel>earlier|later|early|late|midway)\s+(?:in|through)\s+the|(?P<part>{_PART})the(?:\s+current)?)\s+(?P<unit>week|month|year)(?!\w)(?!\s+\d)",
    re.IGNORECASE,
)
_WEEKEND = re.compile(
    r"\b(?:(?:over|at|on|during|for|early|late)\s+)?(?:the|this)\s+(?P<mod>past|coming)?\s*weekend(?!\w)",
    re.IGNORECASE,
)
_YEAR_END = re.compile(r"\b(?:(?:the\s+)?(?P<which>year|month|week)(?:-|['’]s\s+)end|(?:the\s+)?end\s+of\s+(?:the\s+)?year|(?P<mid>mid-?year)|(?P<new>(?:the|a)\s+new\s+year))(?!\w)", re.IGNORECASE)  # fmt: skip
_SEASON = re.compile(
    rf"\b(?:(?P<part>early|late|mid|earlier|later|{_PART})[\s-]*(?:in\s+)?)?(?P<which>this past|this coming|this|last|next|in the|over the|during the|throughout the|by the|by|in|the|that|since the|until the)\s+(?:(?P<part2>early|late|mid)[\s-]+)?(?P<season>spring|summer|autumn|fall|winter)(?:\s+(?:of\s+)?(?P<y>{YEAR})|\s+(?P<yw>{YEAR_WORD}))?(?!\w)(?!\s+(?:of|in|from|apart|out|short|into|olympic|games|school|palace|offensive)\b)",
    re.IGNORECASE,
)
_SEASON_YEAR = re.compile(
    rf"\b(?:(?P<part>early|late|mid)[\s-]+)?(?P<which>)(?P<season>spring|summer|autumn|fall|winter)\s+(?:of\s+)?(?P<y>{YEAR})(?P<yw>)(?P<part2>)",
    re.IGNORECASE,
)
_QUARTER = re.compile(
    rf"\b(?:the\s+)?(?P<q>first|second|third|fourth|final|last|1st|2nd|3rd|4th)\s+(?P<unit>quarter|half)(?:\s+of\s+(?:(?P<y>{YEAR})|(?P<yw>this|last|next|the|the current)\s+year))?(?!\s+of\s+(?:the\s+)?(?!year)\w)(?!\w)(?!\s+(?:century|hour|final|time))|\bQ(?P<q2>[1-4])\s+(?:of\s+)?(?P<y2>{YEAR})",
    re.IGNORECASE,
)


def _read_period(match: re.Match[str]) -> Parts | None:
    which = match["which"].lower()
    offset = {"last": -1, "next": 1, "past": -1, "coming": 1}.get(which.split()[-1], 0)
    unit = match["unit"].lower()
    if which == "this past" and unit == "week":
        offset = -1
    parts: Parts = {"unit": unit, "offset": offset}
    text = match["part"]
    if text:
        low = text.lower().strip(" -")
        parts["part"] = low if low in ("earlier", "later") else (_part_word(text) or low)
    return parts


def _read_in_period(match: re.Match[str]) -> Parts | None:
    parts: Parts = {"unit": match["unit"].lower(), "offset": 0}
    rel = match["rel"]
    if rel:
        parts["part"] = {"midway": "mid"}.get(rel.lower(), rel.lower())
    else:
        parts["part"] = _part_word(match["part"]) or "early"
    return parts


def _read_weekend(match: re.Match[str]) -> Parts | None:
    parts: Parts = {"unit": "weekend", "offset": 0}
    if match["mod"]:
        parts["offset"] = -1 if match["mod"].lower() == "past" else 1
    elif not re.search(r"\bthis\b", match.group(), re.IGNORECASE):
        parts["open"] = 1  # "the weekend": the tense decides which
    return parts


def _read_year_end(match: re.Match[str]) -> Parts | None:
    if match["new"]:
        return {"unit": "newyear", "offset": 0}
    if match["mid"]:
        return {"unit": "year", "offset": 0, "part": "mid"}
    return {"unit": (match["which"] or "year").lower(), "offset": 0, "part": "end"}


def _read_season(match: re.Match[str]) -> Parts | None:
    season = match["season"].lower()
    which = match["which"].lower()
    if season == "fall" and which in ("the", "in", "by") and not match["y"]:
        return None
    if which in ("the", "by", "in", "that") and not match["y"] and not match["part"]:
        follow = match.string[match.end() : match.end() + 12]
        if which != "in" and not re.match(r"\s*[,.;)]|\s+(?:in|when|that|summit)", follow):
            return None
    parts: Parts = {"season": {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}[season]}
    if match["y"]:
        parts["year"] = int(match["y"])
    elif match["yw"]:
        parts["yearword"] = match["yw"].lower().split()[-2]
    else:
        parts["which"] = (
            which.split()[-1] if which.split()[-1] in ("this", "last", "next", "past", "coming") else "the"
        )
    if text := match["part"] or match["part2"]:
        low = text.lower().strip(" -")
        parts["part"] = _part_word(low) or low
    return parts


def _read_quarter(match: re.Match[str]) -> Parts | None:
    if match["q2"]:
        return {"q": int(match["q2"]), "of": 4, "year": int(match["y2"])}
    half = match["unit"].lower() == "half"
    if half and not (match["y"] or match["yw"]):
        return None
    if (
        not half
        and not (match["y"] or match["yw"])
        and not re.match(r"\s*(?:[.,;)]|$|(?:in|at|and|to)\b)", match.string[match.end() : match.end() + 8])
    ):
        return None
    word = match["q"].lower()
    index = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}.get(
        word
    )
    parts: Parts = {"q": index or (2 if half else 4), "of": 2 if half else 4}
    if match["y"]:
        parts["year"] = int(match["y"])
    elif match["yw"]:
        parts["yearword"] = match["yw"].lower().split()[-1]
    return parts


# ------------------------------------------------------------------ counted from now, and how long

_AGO = re.compile(
    rf"\b(?:(?:about|around|some|nearly|almost|more than|over|less than|just|only|barely|exactly|roughly)\s+)?(?P<n>{NUM})(?P<half>{HALF})[\s-]+(?P<unit>{UNIT}|minute)s?\s+(?:ago|from\s+now)(?!\w)(?:\s+(?P<at>this\s+(?:month|week|year)|today|yesterday|on\s+{WD}))?",
    re.IGNORECASE,
)
_IN = re.compile(
    rf"\b(?P<prep>in|within)\s+(?:(?:about|around|some|less than|just|only|roughly|another)\s+)?(?P<n>{NUM})(?P<half>{HALF})[\s-]+(?P<unit>{UNIT})(?:s['’]?|['’]s)?(?P<time>\s+time)?(?!\w)(?!['’]s|\s+of\b)",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    rf"\b(?:(?:in|over|during|within|for|through|throughout|of)\s+)?(?:the|these)\s+(?P<way>past|last|previous|preceding|next|coming|following)\s+(?P<n>{NUM}|few|several|couple\s+of|handful\s+of)?{HALF}\s*[\s-](?P<unit>{UNIT})(?P<s>s?)(?!\w)",
    re.IGNORECASE,
)
_RECENT = re.compile(
    r"\b(?:(?P<prep>in|over|during|within|of)\s+)?(?:the\s+)?(?P<way>recent|coming|past|next|matter\s+of)\s+(?P<unit>hours|days|weeks|months|years)(?!\w)|\b(?:with)?in\s+(?:a\s+matter\s+of\s+)?(?P<bare>hours|days|weeks|months)(?!\w)|\b(?:in\s+the\s+)(?P<ahead>days|weeks|months)\s+(?:ahead|to\s+come)(?!\w)",
    re.IGNORECASE,
)
_DURATION = re.compile(
    rf"\b(?:(?:for|lasting|lasted|over|of|spanning)\s+)?(?:(?:about|around|some|nearly|almost|more than|less than|just)\s+)?(?P<n>{NUM}|full)(?P<half>{HALF})(?:-|\s+)(?:(?:full|whole|consecutive|straight|intense|intensive|working)\s+)?(?P<unit>hour|day|night|week|fortnight|month|year)(?P<s>s?)(?P<long>[\s-]?long)?(?!\w)(?!\s+(?:ago|later|earlier|before|after|old|from\s+now)|-old|['’]\s*time)",
    re.IGNORECASE,
)
_LONG = re.compile(
    r"\b(?P<unit>day|week|month|year|weekend)-?long\b|\b(?P<whole>all)\s+(?P<unit2>day|week|night)\b",
    re.IGNORECASE,
)


def _read_ago(match: re.Match[str]) -> Parts | None:
    count, unit, rough = _count(match["n"], match["unit"], bool(match["half"]))
    future = "now" in match.group().lower().split()
    parts: Parts = {"unit": unit, "n": count if future else -count}
    if rough:
        parts["rough"] = 1
    if match["at"]:
        parts["at"] = match["at"].lower().split()[-1] if not match["at"].lower().startswith("on") else "today"
    return parts


_FIRST_TIME = re.compile(
    r"\b(?:first|second|third|fourth|fifth|only|time|times|once|twice|most|highest|lowest|longest|biggest|worst|best)\b[^.;]{0,60}$",
    re.IGNORECASE,
)


def _read_in(match: re.Match[str]) -> Parts | None:
    count, unit, rough = _count(match["n"], match["unit"], bool(match["half"]))
    within = match["prep"].lower() == "within"
    before = match.string[max(0, match.start() - 70) : match.start()]
    if not within and not match["time"]:
        if unit in ("year", "hour") or _FIRST_TIME.search(before):
            return {"unit": unit, "n": count, "length": 1}
    parts: Parts = {"unit": unit, "n": count, "within": 1} if within else {"unit": unit, "n": count}
    if rough:
        parts["rough"] = 1
    return parts


def _read_within(match: re.Match[str]) -> Parts | None:
    if not match["n"] and match["s"] != "s":
        if match["way"].lower() not in ("past", "last") or match["unit"].lower() not in (
            "week",
            "month",
            "year",
        ):
            return None
        count, unit = 1, match["unit"].lower()
    elif match["n"]:
        text = match["n"] if " " in match["n"] or match["n"].lower() not in ("few", "several") else match["n"]
        count, unit, _ = _count(text, match["unit"], False)
    else:
        return None
    forward = match["way"].lower() in ("next", "coming", "following")
    return {"unit": unit, "n": count if forward else -count, "within": 1}


def _read_recent(match: re.Match[str]) -> Parts | None:
    unit = (match["unit"] or match["bare"] or match["ahead"]).lower()[:-1]
    if match["bare"] and not match.group().lower().startswith("within"):
        return None
    if match["way"] and match["way"].lower() == "next" and not match["prep"]:
        return None
    backward = bool(match["way"]) and match["way"].lower() in ("recent", "past")
    count = {"hour": 1, "day": 7, "week": 28, "month": 92, "year": 730}[unit]
    return {"unit": "day", "n": -count if backward else count, "within": 1, "rough": 1}


def _read_duration(match: re.Match[str]) -> Parts | None:
    text = match["n"]
    if (
        text.lower() in ("a", "an", "full", "another")
        and not match["long"]
        and not match.group().lower().startswith("for ")
    ):
        return None
    count, unit, _ = _count("a" if text.lower() == "full" else text, match["unit"], bool(match["half"]))
    return {"unit": unit, "n": count}


def _read_long(match: re.Match[str]) -> Parts | None:
    unit = (match["unit"] or match["unit2"]).lower()
    return {"unit": "day", "n": 2} if unit == "weekend" else {"unit": unit, "n": 1}


# ------------------------------------------------------------------ feasts

_HOLIDAY = re.compile(
    rf"\b(?:(?P<near>just|shortly|right|soon)\s+)?(?:(?P<lead>before|after)\s+)?(?:last\s+|this\s+)?(?P<name>Christmas\s+(?:Eve|Day)|Christmas|New\s+Year['’]?s?\s+(?:Eve|Day)|New\s+Year['’]?s?(?!\s+(?:Resolution|Speech|Address|Message|Greet))|Thanksgiving|Good\s+Friday|Easter(?:\s+(?:Sunday|Monday))?)(?:,?\s+(?P<y>{YEAR}))?(?!\w)",
)


def _read_holiday(match: re.Match[str]) -> Parts | None:
    name = re.sub(r"['’]s?|\s+", " ", match["name"].lower()).strip()
    parts: Parts = {"feast": " ".join(name.split())}
    if match["lead"]:
        parts["lead"] = match["lead"].lower()
    if match["near"]:
        parts["near"] = 1
    if match["y"]:
        parts["year"] = int(match["y"])
    return parts


_RULES: tuple[tuple[str, re.Pattern[str], Reader], ...] = (
    ("day", _DAY_A, _read_day),
    ("day", _DAY_B, _read_day),
    ("day", _ISO, _read_numeric),
    ("day", _DOTTED, _read_numeric),
    ("days", _DAYS_A, _read_days_a),
    ("days", _DAYS_B, _read_days_b),
    ("dayofmonth", _ORDINAL, _read_ordinal),
    ("month", _MONTH, _read_month),
    ("months", _MONTHS, _read_months),
    ("year", _YEAR_RULE, _read_year),
    ("years", _YEARS, _read_years),
    ("years", _DECADE, _read_decade),
    ("weekday", _WEEKDAY, _read_weekday),
    ("weekdays", _WEEKDAYS, _read_weekdays),
    ("relday", _RELDAY, _read_relday),
    ("anchor", _SAME, _read_same),
    ("anchor", _NEXT, _read_next),
    ("anchor", _EVE, _read_eve),
    ("anchor", _SHIFT, _read_shift),
    ("period", _PERIOD, _read_period),
    ("period", _IN_PERIOD, _read_in_period),
    ("period", _WEEKEND, _read_weekend),
    ("period", _YEAR_END, _read_year_end),
    ("season", _SEASON, _read_season),
    ("season", _SEASON_YEAR, _read_season),
    ("quarter", _QUARTER, _read_quarter),
    ("fromnow", _AGO, _read_ago),
    ("fromnow", _IN, _read_in),
    ("fromnow", _WITHIN, _read_within),
    ("fromnow", _RECENT, _read_recent),
    ("duration", _DURATION, _read_duration),
    ("duration", _LONG, _read_long),
    ("feast", _HOLIDAY, _read_holiday),
)

_LEAD = re.compile(
    r"\b(?P<lead>since|until|till|before|by|after|from|through|as of|starting|beginning)\s+(?:on\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_PREP = re.compile(r"\b(?:on|in|during|at)\s+(?:the\s+)?$", re.IGNORECASE)
_LEADS = re.compile(r"(?P<lead>since|until|till|before|by|after|from|through)\s", re.IGNORECASE)


def find_dates(text: str, start: int = 0, end: int | None = None) -> list[DatePhrase]:
    """Every phrase in `text[start:end]` that tells when or how long, in order, not overlapping.

    >>> text = "They met in Rome on Tuesday evening and will meet again in early March."
    >>> [text[p.start:p.end] for p in find_dates(text)]
    ['on Tuesday evening', 'in early March']
    """
    stop = len(text) if end is None else min(end, len(text))
    found: list[tuple[int, int, str, Parts]] = []
    for form, pattern, read in _RULES:
        for match in pattern.finditer(text, start, stop):
            parts = read(match)
            if parts is not None:
                first, last = _trim(text, match.start(), match.end())
                if first < last:
                    kind = "duration" if parts.pop("length", None) else form
                    found.append((first, last, kind, parts))
    return [_phrase(text, start, *item) for item in _longest(found)]


def _trim(text: str, first: int, last: int) -> tuple[int, int]:
    while first < last and text[first].isspace():
        first += 1
    while last > first and (text[last - 1].isspace() or text[last - 1] == ","):
        last -= 1
    return first, last


def _longest(found: list[tuple[int, int, str, Parts]]) -> list[tuple[int, int, str, Parts]]:
    """The longest phrases that do not overlap, in order."""
    kept: list[tuple[int, int, int]] = []
    ranked = sorted(range(len(found)), key=lambda i: (found[i][0] - found[i][1], found[i][0], i))
    for index in ranked:
        first, last = found[index][:2]
        at = bisect_left(kept, (first, last, -1))
        if at < len(kept) and kept[at][0] < last:
            continue
        if at and kept[at - 1][1] > first:
            continue
        insort(kept, (first, last, index))
    return [found[index] for _, _, index in kept]


def _phrase(text: str, start: int, first: int, last: int, form: str, parts: Parts) -> DatePhrase:
    """The phrase with the preposition before it; "until", "since" and the like are kept as a part."""
    if "lead" not in parts and form != "duration":
        inside = _LEADS.match(text, first, last)
        before = text[max(start, first - 24) : first]
        if inside:
            parts["lead"] = inside["lead"].lower()
        elif (lead := _LEAD.search(before)) and not text.startswith(("'s", "’s"), last):
            parts["lead"] = lead["lead"].lower()
            first -= len(before) - lead.start()
        elif prep := _PREP.search(before):
            first -= len(before) - prep.start()
    return DatePhrase(first, last, form, tuple(sorted(parts.items())))
