"""The words that phrases of time are made of, as regular-expression pieces and as numbers."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kg.page.dates import MONTHS, WEEKDAYS

Parts = dict[str, int | str]
"""What a phrase says, by name: numbers and words."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One pattern, the form of the phrases it finds, and how to read one (None: not a phrase after all).

    `trigger` is the class of words without which the pattern cannot match.
    """

    form: str
    trigger: str
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Parts | None]


_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
NUMBERS: dict[str, int] = {word: value for value, word in enumerate(_SMALL.split())}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS.update({word: 10 * value for value, word in enumerate(_TENS.split(), start=2)})
NUMBERS.update({"a": 1, "an": 1, "the": 1, "another": 1, "dozen": 12})
FUZZY: dict[str, int] = {"couple": 2, "few": 3, "several": 4}

_tens = "|".join(_TENS.split())
_ones = "|".join(_SMALL.split()[1:])
NUM = (
    rf"(?:half an?|\d{{1,3}}(?:\.\d)?(?![\d,.]\d)|(?:{_tens})(?:[ -](?:{_ones}))?|{_ones}"
    r"|a couple of|a few|several|a dozen|an?|another)"
)
"""A small number, in digits or in words."""
HALF = r"(?:[ -]and[ -]a[ -]half)?"
UNIT = r"(?:hour|day|night|week|fortnight|month|year|decade)"

MON = (
    r"(?>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![\w])"
)
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%])(?![.,:]\d)"
YEAR = r"(?:1[789]\d\d|20\d\d)(?!\w)(?![.,]\d)"
WD = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w)"
WD_SHORT = r"(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:\.|(?=,)))"
TOD = r"(?:\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|noon|midday|lunchtime|midnight)(?!\w))?"
DASH = r"\s?[-–—]\s?"
TO = rf"(?:{DASH}|/|\s+(?:to|through|thru|until|till|and|or)\s+)"
YEAR_WORD = (
    r"(?:of\s+)?(?:(?:last|this|next|that|the same|the very same|the previous|the following|the current)\s+year"
    r"|the\s+year\s+before\s+last)"
)

_RANKS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
RANK = rf"(?:{'|'.join(sorted(_RANKS, key=len, reverse=True))})(?![\w-])"
"""A day of the month in words."""

_NUMBER = re.compile(r"[a-z]+|\d+(?:\.\d)?")


def number(text: str) -> tuple[int, bool]:
    """The value of a small number in words or digits, and whether it is only a rough one.

    >>> number("twenty-five"), number("a few"), number("12"), number("an")
    ((25, False), (3, True), (12, False), (1, False))
    """
    value, rough = 0, False
    for part in _NUMBER.findall(text.lower()):
        if part[0].isdigit():
            return int(float(part)), False
        if part in FUZZY:
            return FUZZY[part], True
        if part == "dozen":
            return 12, False
        if part not in ("a", "an", "the", "another", "of"):
            value += NUMBERS.get(part, 0)
    return value or 1, rough


def month_number(text: str) -> int:
    """1 to 12 of a month's name or abbreviation.

    >>> month_number("Sept."), month_number("june")
    (9, 6)
    """
    return MONTHS[text.lower().rstrip(".")]


def weekday_number(text: str) -> int:
    """0 (Monday) to 6 (Sunday).

    >>> weekday_number("Tuesday")
    1
    """
    return WEEKDAYS[text.lower().rstrip(".")]


def day_number(text: str) -> int:
    """The number in "3rd" or "third".

    >>> day_number("3rd"), day_number("Twenty-first")
    (3, 21)
    """
    if text.lower() in _RANKS:
        return _RANKS.index(text.lower()) + 1
    return int(re.sub(r"\D", "", text))


PART = (
    r"(?:(?:early|late|mid)(?:[\s-]+(?:in\s+)?)(?:the\s+)?"
    r"|(?:the\s+)?(?:very\s+)?(?:beginning|start|middle|end|close|first half|second half|latter half|latter part|"
    r"early part|(?:closing|dying|waning|opening|early) (?:days|weeks)|(?:first|last|final) weeks|first (?:few )?days|last (?:few )?days|final days|(?:first|last) (?:ten days|two months|three months|four months|six months|months)|(?:first|second|third|fourth|last|final) week|"
    r"(?:first|second|third|fourth|last|final) quarter)\s+of\s+)"
)
"""The words for a part of a month, a year or a week."""


def is_capital(text: str) -> bool:
    """Whether a month or weekday is written with a capital, as it must be."""
    return text[:1].isupper()


def part_word(text: str | None) -> str | None:
    """One word for the part of a month or year: early, mid, late, start, end, first-half, first-week …"""
    if not text:
        return None
    low = " ".join(re.sub(r"\b(?:the|very|of|in|few)\b|-", " ", text.lower()).split())
    table = {
        "beginning": "start", "close": "end", "middle": "mid", "first half": "first-half",
        "second half": "second-half", "latter half": "second-half", "latter part": "late", "early part": "early",
        "first ten days": "early", "last ten days": "late", "first three months": "q1", "last three months": "q4",
        "first two months": "q1", "last two months": "q4", "first four months": "early", "last four months": "late",
        "first months": "early", "last months": "late",
        "first six months": "first-half", "last six months": "second-half", "first days": "first-week", "last days": "last-week", "final days": "last-week",
        "closing days": "last-week", "dying days": "last-week", "waning days": "last-week", "opening days": "first-week",
        "early days": "first-week", "closing weeks": "late", "dying weeks": "late", "waning weeks": "late",
        "opening weeks": "early", "early weeks": "early", "first weeks": "early", "last weeks": "late",
        "final weeks": "late", "first week": "first-week", "second week": "second-week", "third week": "third-week",
        "fourth week": "fourth-week", "last week": "last-week", "final week": "last-week",
        "first quarter": "q1", "second quarter": "q2", "third quarter": "q3", "fourth quarter": "q4",
        "last quarter": "q4", "final quarter": "q4",
    }  # fmt: skip
    return table.get(low, low or None)


_HALVES = {
    "hour": (1, "hour"), "day": (1, "day"), "night": (1, "day"), "week": (3, "day"), "fortnight": (1, "week"),
    "month": (15, "day"), "year": (6, "month"), "decade": (5, "year"), "minute": (1, "minute"),
}  # fmt: skip


def count_of(text: str, unit: str, half: bool) -> tuple[int, str, bool]:
    """Number, unit and roughness of "two and a half weeks" (17 days), "half a year" (6 months), …"""
    unit = unit.lower()
    if text.lower().startswith("half "):
        value, unit = _HALVES[unit]
        return value, unit, unit == "day" and value > 1
    value, rough = number(text)
    if unit == "fortnight":
        value, unit = 2 * value, "week"
    if unit == "hour" and value >= 20:
        value, unit = round(value / 24), "day"  # "48 hours"
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
