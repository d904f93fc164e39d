"""Rules for phrases of the calendar: days, months and years, and their ranges."""

from __future__ import annotations

import re

from kg.extract.dates.words import (
    DAY,
    MON,
    PART,
    RANK,
    TO,
    TOD,
    WD,
    WD_SHORT,
    YEAR,
    YEAR_WORD,
    Parts,
    Rule,
    day_number,
    is_capital,
    month_number,
    part_word,
    weekday_number,
)  # fmt: skip

_AFTER_DAY = r"(?=\s*(?:[.,;:)\]\"”’—–-]|$|(?:in|at|on|with|to|for|and|when|as|of|by|where|but|after|before|during)\b))"
_YEAR_TAIL = rf"(?:(?:,\s*|\s+){YEAR}|,?\s+{YEAR_WORD})"
_ANY_YEAR = r"(?:1[789]\d\d|20\d\d)"
# ------------------------------------------------------------------ days of a month

_DAY_A = re.compile(
    rf"\b(?P<weekof>(?:the\s+)?week\s+(?:of|beginning|starting)\s+)?(?:(?P<wd>{WD}|{WD_SHORT}),?\s+)?(?:the\s+)?(?P<mod>last\s+|next\s+|this\s+)?(?P<m>{MON})\s+(?:the\s+)?(?P<d>{DAY})(?P<y>{_YEAR_TAIL})?",
    re.IGNORECASE,
)
_DAY_B = re.compile(
    rf"(?<![\w.,$€£-])(?P<weekof>(?:the\s+)?week\s+(?:of|beginning|starting)\s+)?(?:(?P<wd>{WD}|{WD_SHORT}),?\s+)?(?:the\s+)?(?P<d>{DAY})(?:\s+of)?\s+(?P<mod>last\s+|next\s+|this\s+)?(?P<m>{MON})(?P<y>{_YEAR_TAIL})?",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<![\w/-])(?P<y>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\w-])")
_DOTTED = re.compile(
    r"(?<![\w./-])(?P<d>0?[1-9]|[12]\d|3[01])\.\s?(?P<m>0?[1-9]|1[0-2])\.\s?(?P<y>(?:19|20)\d\d)(?!\w)"
)
_DAYS_A = re.compile(
    rf"\b(?:(?:from|between)\s+)?(?:{WD},?\s+)?(?P<m>{MON})\s+(?P<d>{DAY})(?:(?:,\s*{DAY})+|,?\s+(?P<y0>{YEAR}))?(?P<to>{TO})(?:(?:{WD},?\s+)?(?P<m2>{MON})\s+(?P<d2>{DAY})|(?P<d3>{DAY})(?:(?=,?\s+{YEAR})|{_AFTER_DAY}))(?P<y>{_YEAR_TAIL})?",
    re.IGNORECASE,
)
_DAYS_B = re.compile(
    rf"(?<![\w.,$€£-])(?:(?:from|between)\s+)?(?:the\s+)?(?P<d>{DAY})(?:(?:,\s*{DAY})+|\s+(?P<m0>{MON})(?:\s+(?P<y0>{YEAR}))?)?(?P<to>{TO})(?:the\s+)?(?P<d2>{DAY})(?:\s+of)?\s+(?P<m>{MON})(?P<y>{_YEAR_TAIL})?",
    re.IGNORECASE,
)
# "the fifth of October", "October the fifth", "the last day of September"
_WORDED = re.compile(
    rf"\b(?:on\s+)?the\s+(?:(?P<d>{RANK})(?:\s+day)?|(?P<last>last|final)\s+day)\s+of\s+(?P<mod>last\s+|next\s+|this\s+)?(?P<m>{MON})(?P<y>{_YEAR_TAIL})?"
    rf"|\b(?:on\s+)?(?P<m2>{MON})\s+the\s+(?P<d2>{RANK})(?P<y2>{_YEAR_TAIL})?",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(?P<on>on)\s+the\s+(?P<d>(?:3[01]|[12]\d|[1-9])(?:st|nd|rd|th))(?:\s+of\s+(?P<mod>this|last|next|the|that|the same)\s+month)?"
    r"(?=\s*(?:[.,;:)\]]|$|(?:in|at|with|to|for|and|when|as|by|where|but|after|before|he|she|they|the|both)\b)|\s+(?-i:[A-Z]))",
    re.IGNORECASE,
)
_RANKED = re.compile(
    rf"\bon\s+the\s+(?P<d>{RANK})\s+of\s+(?P<mod>this|last|next|the|that|the same)\s+month(?!\w)",
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
    if not is_capital(match["m"]):
        return None
    parts: Parts = {"month": month_number(match["m"]), "day": day_number(match["d"])}
    parts.update(_year_parts(match["y"]))
    if match["mod"] and "year" not in parts:
        parts["mod"] = match["mod"].strip().lower()
    if match["wd"] and "year" not in parts:
        parts["weekday"] = weekday_number(match["wd"])
    if match["weekof"]:
        parts["weekof"] = 1
    return parts


def _read_numeric(match: re.Match[str]) -> Parts | None:
    return {"year": int(match["y"]), "month": int(match["m"]), "day": int(match["d"])}


def _read_days_a(match: re.Match[str]) -> Parts | None:
    if not is_capital(match["m"]):
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
    if not is_capital(match["m"]):
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


def _read_worded(match: re.Match[str]) -> Parts | None:
    name, rank, years = match["m"] or match["m2"], match["d"] or match["d2"], match["y"] or match["y2"]
    if not is_capital(name):
        return None
    month = month_number(name)
    parts: Parts = {"month": month, "day": day_number(rank) if rank else _LAST_DAY[month - 1]}
    parts.update(_year_parts(years))
    if match["mod"] and "year" not in parts:
        parts["mod"] = match["mod"].strip().lower()
    return parts


_LAST_DAY = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _read_ordinal(match: re.Match[str]) -> Parts | None:
    opens = match["on"] == "On"
    if not opens and not match["mod"] and re.match(r"\s+[A-Z]", match.string[match.end() : match.end() + 2]):
        return None  # "on the 38th Parallel"
    return _read_ranked(match)


def _read_ranked(match: re.Match[str]) -> Parts | None:
    parts: Parts = {"day": day_number(match["d"])}
    if match["mod"]:
        parts["mod"] = match["mod"].lower()
    return parts


# ------------------------------------------------------------------ months and years

_MONTH = re.compile(
    rf"(?<![\w$€£])(?P<prep>(?:in|since|until|till|by|from|to|during|before|after|through|for|of|and|or|between|around|throughout)\s+)?"
    rf"(?P<part>{PART})?(?P<mod>last\s+|this\s+|this past\s+|next\s+|this coming\s+|that same\s+|that\s+|the following\s+|the previous\s+|the same\s+)?(?P<art>the\s+|a\s+|an\s+)?(?P<m>{MON})(?!\s+(?:the\s+)?{DAY})(?P<y>,?\s+of\s+{YEAR}|{_YEAR_TAIL})?(?P<way>\s+(?:after|before)(?:\s+that|(?=\s*[.,;:)])))?",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    rf"\b(?P<prep>(?:from|between|in|during)\s+)?(?P<part>{PART})?(?P<m>{MON})(?:,?\s+(?P<y0>{YEAR}))?(?P<to>{TO})(?P<part2>{PART})?(?P<m2>{MON})(?P<y>,?\s+of\s+{YEAR}|{_YEAR_TAIL})?(?!\s+\d{{1,2}}(?!\d))",
    re.IGNORECASE,
)
_YEAR_RULE = re.compile(
    rf"(?<![\w$€£#.,/-])(?P<prep>(?:in|since|until|till|by|from|to|during|before|after|through|of|and|throughout|around|circa)\s+)?(?P<part>{PART})?(?:the\s+year\s+)?(?P<y>{YEAR})(?![-–/]\d|-year|\s*(?:percent|people|troops|soldiers|miles|km\b|kilomet|met(?:er|re)s|feet|tons|tonnes|dollars|euros|pounds|barrels|[ap]\.?m\b|GMT|hours))",
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
_OF_TIME = frozenset("in since until till during throughout".split())
_SURE_MONTHS = frozenset((1, 2, 6, 7, 9, 10, 11, 12))


# "last year, in December"
_YEAR_MONTH = re.compile(
    rf"\b(?P<y>(?:last|next|this|the\s+same|the\s+following|the\s+previous)\s+year),?\s+in\s+(?P<part>{PART})?(?P<m>{MON})(?!\s+(?:the\s+)?{DAY})",
    re.IGNORECASE,
)
# "one Monday in September", "one September morning"
_SOME_DAY = re.compile(
    rf"\b(?:on\s+)?(?:one|a)\s+(?:[a-z]+\s+)?(?:{WD}{TOD}\s+(?:in|of)\s+(?P<part>{PART})?(?P<m>{MON})(?!\s+{DAY})(?P<y>,?\s+of\s+{YEAR}|{_YEAR_TAIL})?"
    rf"|(?P<m2>{MON})\s+(?:morning|afternoon|evening|night|day|weekend))(?!\w)",
    re.IGNORECASE,
)


def _read_year_month(match: re.Match[str]) -> Parts | None:
    if not is_capital(match["m"]):
        return None
    parts: Parts = {"month": month_number(match["m"]), "yearword": match["y"].lower().split()[-2]}
    if part := part_word(match["part"]):
        parts["part"] = part
    return parts


def _read_some_day(match: re.Match[str]) -> Parts | None:
    name = match["m"] or match["m2"]
    if not is_capital(name):
        return None
    parts: Parts = {"month": month_number(name)}
    parts.update(_year_parts(match["y"]))
    if part := part_word(match["part"]):
        parts["part"] = part
    return parts


def _read_month(match: re.Match[str]) -> Parts | None:
    name = match["m"]
    if not is_capital(name):
        return None
    text, end = match.string, match.end()
    month = month_number(name)
    loose = (match["mod"] or "").lower().strip() == "that" and month in (3, 4, 5, 8)
    if loose and not match["prep"] and not re.match(r"\s*[.,;)]|\s+(?:when|that)\b", text[end:]):
        return None  # "said that May …"
    signed = bool(match["prep"] or match["part"] or match["mod"] or match["y"])
    if not signed and not _bare_month(match, month):
        return None
    if (
        match["prep"]
        and match["prep"].strip().lower()
        not in _OF_TIME  # "In August Ann Bo flew home": nobody is named August
        and not (match["part"] or match["mod"] or match["y"])
        and _person_follows(text, end, month)
    ):
        return None
    parts: Parts = {"month": month}
    parts.update(_year_parts(match["y"]))
    if part := part_word(match["part"]):
        parts["part"] = part
    if match["mod"] and "year" not in parts:
        parts["mod"] = match["mod"].strip().lower().split()[-1]
    if match["way"] and "year" not in parts:  # "the May after that"
        parts["mod"] = "following" if "after" in match["way"].lower() else "previous"
    return parts


_COMMON_NOUN = re.compile(r"\s+[a-z]")
_OCCASION = re.compile(
    r"\s+(?:[a-z-]+\s)?(?:visit|trip|tour|summit|meeting|talks|conference|speech|call|address|session|journey|stop)s?\b"
)


def _bare_month(match: re.Match[str], month: int) -> bool:
    """Whether a month's name that stands alone is a month: not a surname, a verb or a first name."""
    text, start, end, name, article = (
        match.string,
        match.start("m"),
        match.end(),
        match["m"],
        bool(match["art"]),
    )
    low = name.lower().rstrip(".")
    if len(low) <= 4 and low not in ("june", "july", "may") and not name.endswith("."):
        return False
    before = text[max(0, start - 14) : start].rstrip()
    if re.search(r"['’]s?$", before):  # "Blinken's June visit", "her hosts' March talks"; not "Women's March"
        return bool((_OCCASION if month in (3, 5) else _COMMON_NOUN).match(text, end))
    if before[-1:].isalpha() and re.search(r"[A-Z][\w'’]+$", before) and not article:
        return False  # "Theresa May"
    if _person_follows(text, end, month):
        return False
    if month in (3, 5):  # march and may are other words too
        return article or text[end : end + 2] in ("'s", "’s", ", ")
    return month in _SURE_MONTHS or article or text[end : end + 2] in ("'s", "’s", ", ") or bool(before)


def _person_follows(text: str, end: int, month: int) -> bool:
    # "April Ryan", "August Hanning", "June Carter"; but "July Summit" is no person
    if month not in (1, 4, 5, 6, 8) or (text[end - 1] == "." and month in (6, 7)):
        return False  # "in June. Carter": the sentence ends there
    follow = re.match(r"\s+([A-Z][a-z]+)\b", text[end : end + 24])
    if follow is None:
        return False
    return not re.match(r"(?:Summit|Conference|Meeting|Agreement|Declaration|Revolution|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Mrs?$|Ms$|President|Prime|Premier|Foreign|Chancellor|King|Queen|Emir|Sultan|Secretary)", follow[1])  # fmt: skip


def _read_months(match: re.Match[str]) -> Parts | None:
    if not (is_capital(match["m"]) and is_capital(match["m2"])):
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
    if part := part_word(match["part"]):
        parts["part"] = part
    return parts


# "Resolution 1973", "Flight 1945": numbers that look like years
_NUMBERED = re.compile(
    r"(?:resolution|flight|article|room|route|highway|section|law|rule|decree|order|page|boeing|act|directive|unit)\s+$",
    re.IGNORECASE,
)


def _bare_year(match: re.Match[str], year: int) -> bool:
    # "the 2015 nuclear deal", "(2011)", "November 2015"; not "about 1900 men", "2000 of them"
    if not 1945 <= year <= 2060:
        return False
    text = match.string
    before = text[max(0, match.start("y") - 14) : match.start("y")]
    after = text[match.end() : match.end() + 12]
    if re.search(
        r"(?:about|some|nearly|over|than|least|most|roughly|almost|no\.?|number)\s+$", before, re.IGNORECASE
    ):
        return False
    if _NUMBERED.search(before):
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


_NTH = re.compile(
    rf"\b(?:on\s+)?(?:the\s+)?(?P<n>first|second|third|fourth|last)\s+(?P<wd>{WD})\s+(?:in|of)\s+(?P<m>{MON})(?P<y>{_YEAR_TAIL})?",
    re.IGNORECASE,
)


def _read_nth(match: re.Match[str]) -> Parts | None:
    if not (is_capital(match["wd"]) and is_capital(match["m"])):
        return None
    parts: Parts = {
        "month": month_number(match["m"]),
        "nthday": weekday_number(match["wd"]),
        "n": ("first", "second", "third", "fourth", "last").index(match["n"].lower()),
    }
    parts.update(_year_parts(match["y"]))
    return parts


RULES: tuple[Rule, ...] = (
    Rule("day", "month", _DAY_A, _read_day),
    Rule("day", "month", _DAY_B, _read_day),
    Rule("day", "month", _WORDED, _read_worded),
    Rule("nthday", "month", _NTH, _read_nth),
    Rule("days", "month", _DAYS_A, _read_days_a),
    Rule("days", "month", _DAYS_B, _read_days_b),
    Rule("month", "month", _MONTH, _read_month),
    Rule("month", "month", _YEAR_MONTH, _read_year_month),
    Rule("month", "month", _SOME_DAY, _read_some_day),
    Rule("months", "month", _MONTHS, _read_months),
    Rule("day", "year", _ISO, _read_numeric),
    Rule("day", "year", _DOTTED, _read_numeric),
    Rule("year", "year", _YEAR_RULE, _read_year),
    Rule("years", "year", _YEARS, _read_years),
    Rule("years", "year", _DECADE, _read_decade),
    Rule("dayofmonth", "ordinal", _ORDINAL, _read_ordinal),
    Rule("dayofmonth", "unit", _RANKED, _read_ranked),
)
