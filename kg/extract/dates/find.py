"""Finds the phrases that tell when: trigger words first, then the rules around them."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.dates import calendar_rules, period_rules, weekday_rules
from kg.extract.dates.framing import under_a_year
from kg.extract.dates.words import Parts, Rule
from kg.extract.records import DatePhrase
from kg.page.dates import MONTHS

_TRIGGERS: dict[str, str] = {
    **dict.fromkeys(MONTHS, "month"),
    **dict.fromkeys(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"], "weekday"),
    **dict.fromkeys(["today", "tonight", "yesterday", "tomorrow", "overnight", "noon"], "near"),
    **dict.fromkeys(["morning", "afternoon", "evening", "night"], "near unit"),
    **dict.fromkeys(
        ["minute", "minutes", "moments", "hour", "hours", "day", "days", "nights", "week", "weeks", "weekend", "fortnight", "fortnights", "month", "months", "year", "years", "decade", "decades", "midyear", "daylong", "weeklong", "monthlong", "yearlong"],
        "unit",
    ),
    **dict.fromkeys(["spring", "summer", "autumn", "fall", "winter"], "season"),
    **dict.fromkeys(["quarter", "half", "q1", "q2", "q3", "q4"], "quarter"),
    **dict.fromkeys(["christmas", "new", "thanksgiving", "easter", "good", "ash", "palm", "maundy", "holy", "ascension", "whit", "whitsunday", "pentecost", "epiphany", "valentine", "patrick", "anzac", "europe", "bastille", "saints", "armistice", "remembrance", "boxing"], "feast"),
    "may": "month feast",
    "later": "unit",
    "yesterday": "near unit",
    "tomorrow": "near unit",
    "quarter": "quarter unit",
}  # fmt: skip
_TOKEN = re.compile(r"[A-Za-z]{3,12}|\d{4}|\d{1,2}(?:st|nd|rd|th)\b|\bQ[1-4]\b")
# No phrase reaches further than this (characters) before or behind its trigger word.
_REACH = 80

_RULES: dict[str, list[Rule]] = {}
for _rule in (*calendar_rules.RULES, *weekday_rules.RULES, *period_rules.RULES):
    _RULES.setdefault(_rule.trigger, []).append(_rule)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    form: str
    parts: Parts


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
    return list(_found(text, start, len(text) if end is None else min(end, len(text))))


# The steps of reading ask for the same sentence again: the phrases of an article's sentences are kept.
@lru_cache(maxsize=128)
def _found(text: str, start: int, stop: int) -> tuple[DatePhrase, ...]:
    found: list[_Found] = []
    for trigger, windows in _windows(text, start, stop).items():
        for rule in _RULES[trigger]:
            for low, high in windows:
                for match in rule.pattern.finditer(text, low, high):
                    if (item := _read(text, rule, match)) is not None:
                        found.append(item)
    return tuple(under_a_year(text, start, [_phrase(text, start, item) for item in _longest(found)]))


def _windows(text: str, start: int, stop: int) -> dict[str, list[tuple[int, int]]]:
    """For every class of trigger words the stretches of text around them, merged."""
    windows: dict[str, list[tuple[int, int]]] = {}
    for match in _TOKEN.finditer(text, start, stop):
        token = match.group()
        if token[0].isdigit():
            kinds = "year" if len(token) == 4 and token.isdigit() else "ordinal"
        else:
            kinds = _TRIGGERS.get(token.lower(), "")
        for kind in kinds.split():
            low, high = _edge(text, match.start(), match.end(), start, stop)
            known = windows.setdefault(kind, [])
            if known and low <= known[-1][1]:
                known[-1] = (known[-1][0], high)
            else:
                known.append((low, high))
    return windows


def _edge(text: str, first: int, last: int, start: int, stop: int) -> tuple[int, int]:
    """`_REACH` characters around a word, ending between words."""
    low, high = max(start, first - _REACH), min(stop, last + _REACH)
    blank = text.rfind(" ", last, high) if high < stop else -1
    return low, blank if blank > 0 else high


def _read(text: str, rule: Rule, match: re.Match[str]) -> _Found | None:
    parts = rule.read(match)
    if parts is None:
        return None
    first, last = _trim(text, match.start(), match.end())
    if first >= last or text.startswith(("-a-", " del "), last):  # "Mar-a-Lago", "Mar del Plata"
        return None
    return _Found(first, last, "duration" if parts.pop("length", None) else rule.form, parts)


def _trim(text: str, first: int, last: int) -> tuple[int, int]:
    while first < last and text[first].isspace():
        first += 1
    while last > first and (text[last - 1].isspace() or text[last - 1] == ","):
        last -= 1
    return first, last


def _longest(found: list[_Found]) -> list[_Found]:
    """The longest phrases that do not overlap, in order."""
    kept: list[tuple[int, int, int]] = []
    ranked = sorted(range(len(found)), key=lambda i: (found[i].start - found[i].end, found[i].start, i))
    for index in ranked:
        first, last = found[index].start, found[index].end
        at = bisect_left(kept, (first, last, -1))
        if at < len(kept) and kept[at][0] < last:
            continue
        if at and kept[at - 1][1] > first:
            continue
        insort(kept, (first, last, index))
    return [found[index] for _, _, index in kept]


_HAS_PREP = re.compile(r"(?:on|in|at|during|over|for)\s", re.IGNORECASE)


def _phrase(text: str, start: int, item: _Found) -> DatePhrase:
    """The phrase with the preposition before it; "until", "since" and the like are kept as a part."""
    first, last, parts = item.start, item.end, item.parts
    if "lead" not in parts and item.form != "duration":
        inside = _LEADS.match(text, first, last)
        before = text[max(start, first - 24) : first]
        if inside:
            parts["lead"] = inside["lead"].lower()
        elif (lead := _LEAD.search(before)) and not text.startswith(("'s", "’s"), last):
            parts["lead"] = lead["lead"].lower()
            first -= len(before) - lead.start()
        elif not _HAS_PREP.match(text, first, last) and (prep := _PREP.search(before)):
            first -= len(before) - prep.start()
    return DatePhrase(first, last, item.form, tuple(sorted(parts.items())))
