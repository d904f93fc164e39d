"""The words that phrases of time are made of, as regular-expression pieces and as numbers."""

from __future__ import annotations

import re

from kg.page.dates import MONTHS, WEEKDAYS

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
    rf"(?:\d{{1,3}}(?:\.\d)?(?![\d,.]\d)|(?:{_tens})(?:[ -](?:{_ones}))?|{_ones}"
    r"|a couple of|a few|several|a dozen|an?|another)"
)
"""A small number, in digits or in words."""
HALF = r"(?:[ -]and[ -]a[ -]half)?"
UNIT = r"(?:hour|day|night|week|fortnight|month|year|decade)"

MON = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![\w])"
)
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w%])(?![.,:]\d)"
YEAR = r"(?:1[789]\d\d|20\d\d)(?!\w)(?![.,]\d)"
WD = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w)"
WD_SHORT = r"(?:(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:\.|(?=,)))"
TOD = r"(?:\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|noon|midday|lunchtime|midnight)(?!\w))?"
DASH = r"\s?[-–—]\s?"
TO = rf"(?:{DASH}|\s+(?:to|through|thru|until|till|and|or)\s+)"
YEAR_WORD = (
    r"(?:of\s+)?(?:last|this|next|that|the same|the very same|the previous|the following|the current)\s+year"
)

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
    """The number in "3rd".

    >>> day_number("3rd")
    3
    """
    return int(re.sub(r"\D", "", text))
