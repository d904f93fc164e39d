"""Years that are told once and hold for what follows: "In 2011 she went to Lima in March and to Quito in June"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.records import DatePhrase

_OPEN = frozenset({"month", "months", "day", "days", "nthday"})  # forms that may leave their year open
_FIXING = frozenset({"year", "yearword", "mod", "weekday"})
_WORDS = {-1: "last", 0: "this", 1: "next"}
# "three times last year: in Lima in March", "twice in 2011, in March and in June"
_LISTED = re.compile(r"\s*(?::|,\s+(?:first\s+)?(?=(?:in|on)\s+(?:the\s+)?[A-Z\d]))")


def under_a_year(text: str, start: int, phrases: Sequence[DatePhrase]) -> list[DatePhrase]:
    """The phrases of a sentence that begins at `start`, months without a year given that of the year before them.

    The year itself is left out then: what happened has its month.

    >>> from kg.extract.dates import find_dates
    >>> text = "In 2011 she went to Lima in March and to Quito in June"
    >>> [(text[p.start:p.end], dict(p.parts)["year"]) for p in find_dates(text)]
    [('in March', 2011), ('in June', 2011)]
    """
    out: list[DatePhrase] = []
    for i, phrase in enumerate(phrases):
        year = _year(phrase)
        if year is None or not _governs(text, start, phrase, phrases[i + 1 : i + 2]):
            out.append(phrase)
            continue
        behind = [_with(p, year) if _leaves_open(p) else p for p in phrases[i + 1 :]]
        fixed = behind != list(phrases[i + 1 :])
        return [*out, *([] if fixed else [phrase]), *behind]
    return out


def _year(phrase: DatePhrase) -> tuple[str, int | str] | None:
    """The part that a whole year gives to its months; None where a phrase is no whole year."""
    parts = dict(phrase.parts)
    if phrase.form == "year" and parts.keys() == {"year"}:
        return "year", parts["year"]
    if phrase.form == "period" and parts.keys() == {"offset", "unit"} and parts["unit"] == "year":
        word = _WORDS.get(parts["offset"]) if isinstance(parts["offset"], int) else None
        return ("yearword", word) if word else None
    return None


def _governs(text: str, start: int, year: DatePhrase, following: Sequence[DatePhrase]) -> bool:
    """Whether a year opens its sentence, or leads a list of days or months."""
    if not text[start : year.start].strip(" \n\"“'‘"):
        return True
    listed = _LISTED.match(text, year.end)
    return listed is not None and bool(following) and (":" in listed[0] or following[0].start == listed.end())


def _leaves_open(phrase: DatePhrase) -> bool:
    return phrase.form in _OPEN and not _FIXING & dict(phrase.parts).keys()


def _with(phrase: DatePhrase, year: tuple[str, int | str]) -> DatePhrase:
    return replace(phrase, parts=tuple(sorted([*phrase.parts, year])))
