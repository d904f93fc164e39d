"""What a page says about itself: title, publication date, publisher and dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from kg.page.boilerplate import SECTION, is_byline
from kg.page.dateline import city_of_date_line
from kg.page.dates import WEEKDAYS, FoundDate, find_complete
from kg.page.outlets import OUTLET, SMALL, is_generic, is_outlet
from kg.page.units import Unit

FIRST_LINE = re.compile(r"date[:\s]\s*((?:19|20)\d\d-\d\d-\d\d)\b\s*", re.IGNORECASE)
"""The line " date 2026-01-28  Title" that some collections put before a page."""

_WIRE = re.compile(
    r"\((Reuters|AP|AFP|Xinhua|Yonhap|Kyodo|TASS|UPI|Bloomberg|dpa|EFE|ANSA|PTI|Interfax)\)\s*[-–—]"
)
_SUFFIX = re.compile(r"\s+(?:\||[-–—]|::|»)\s+([^|]{3,50})$")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyrights?)[\s,:©]*(?:\(c\)\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?)[\s,.]+([A-ZÀ-Þ][^.|,©]{2,50})",
    re.IGNORECASE,
)
_SECTION = re.compile(r"\s+[-–—|:]\s+\w+(?: \w+)?$")

_PUBLISHED = re.compile(
    r"\b(?:published|posted|pub(?:lished)? date|release date|issued|released|first published)\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:updated?|modified|last|edited|corrected)\b", re.IGNORECASE)
_CLOCK = 28  # characters from a day over the hour to "Updated": "07:52 am EST | Updated"
_DATED = re.compile(r"\bdate\b\s*:", re.IGNORECASE)


def published(
    text: str, units: Sequence[Unit], headline: int | None, body: tuple[int, int], dateline: date | None
) -> date | None:
    """The day on which the page says it was published; None where it does not say.

    `headline` is the headline's index in `units`, `body` the first and last-plus-one index of the prose.
    """
    first = FIRST_LINE.match(units[0].line) if units else None
    if first and (day := _iso(first.group(1))):
        return day
    scored: list[tuple[int, int, FoundDate]] = []
    for index, unit in enumerate(units):
        prose = body[0] <= index < body[1] and index != headline
        if prose and not (_says_when(unit) or (index <= body[0] + _SUMMARY and _dates_alone(text, unit))):
            continue
        if len(unit.line) > 400:
            continue
        for found in find_complete(text, unit.start, unit.end):
            scored.append((_score(unit, index, headline, body, found), -index, found))
    if dateline:
        scored.append((55, 0, FoundDate(0, 0, dateline)))
    if not scored:
        return None
    best = max(scored, key=lambda s: (s[0], s[1]))
    if best[0] <= 0:
        return None
    return _settled(best[2], [s[2] for s in scored])


def _says_when(unit: Unit) -> bool:
    """Whether a short line within the prose only dates the page: "Published 3 May 2021" under a summary."""
    return unit.words <= _DATING_WORDS and bool(_PUBLISHED.match(unit.line) or _UPDATED.match(unit.line))


def _dates_alone(text: str, unit: Unit) -> bool:
    """Whether a line is nothing but a day: below a summary, that of the page."""
    if unit.words > _DATING_WORDS:
        return False
    return any(len(unit.line) - (f.end - f.start) <= 2 for f in find_complete(text, unit.start, unit.end))


_SUMMARY = 3  # lines from the first of prose in which the day of the page may stand
_DATING_WORDS = 8


def _score(unit: Unit, index: int, headline: int | None, body: tuple[int, int], found: FoundDate) -> int:
    line = unit.line
    tail = index >= body[1]
    before = line[: found.start - unit.start]
    if re.search(r"copyright|©|\(c\)", line, re.IGNORECASE):
        return 0
    if _PUBLISHED.search(before):
        score = 50 if tail else 100
    elif _UPDATED.search(before):
        score = 25 if tail else 70
    elif _DATED.search(before):
        score = 90
    elif not tail and _UPDATED.search(line[found.end - unit.start :][:_CLOCK]):
        score = 75  # "March 3, 2011 07:52 am | Updated May 4, 2012": the first is the older one
    elif tail:
        return 0 if unit.words > 6 else 5
    else:
        # Alone on its line it is the article's date; among other words perhaps an event's.
        rest = len(line) - (found.end - found.start)
        score = 60 if rest <= 40 else 45
        if unit.words > 14 and unit.ends_sentence:
            score = 0
    if index == headline:
        score = 20
    elif headline is not None and index > headline and not tail:
        score += 8
    return score - (1 if found.other else 0)


def _settled(found: FoundDate, others: list[FoundDate]) -> date:
    """Day-first or month-first, as the other dates on the page have it."""
    if found.other is None:
        return found.day
    sure = [f.day for f in others if f.other is None]
    if not sure:
        return found.day
    return min((found.day, found.other), key=lambda d: min(abs((d - s).days) for s in sure))


def _iso(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def publisher(text: str, units: Sequence[Unit], headline: int | None, body: tuple[int, int]) -> str | None:
    """The outlet's name as the page prints it, or None.

    It is looked for behind the title, among the lines above the story, in the copyright and in the agency
    of the dateline, in this order.
    """
    head = [u for i, u in enumerate(units[: min(body[0], 14)]) if i != headline]
    if name := _behind_title(units, head):
        return name
    if name := next((n for u in head[:5] if is_outlet(n := _name_part(u.line))), None):
        return name
    if name := _masthead(units, headline, body):
        return name
    for unit in units[:14]:
        if office := re.match(r"From:\s+(\S.{2,80})$", unit.line):
            return office.group(1)
    for unit in units[-12:]:
        if (match := _COPYRIGHT.search(unit.line)) and (name := _owner(match)):
            return name
    start = units[body[0]].start if body[0] < len(units) else 0
    wire = _WIRE.search(text, start, start + 600)
    return wire.group(1) if wire else None


def _behind_title(units: Sequence[Unit], head: Sequence[Unit]) -> str | None:
    first = units[0].line if units else ""
    suffix = _SUFFIX.search(first) if FIRST_LINE.match(first) else None
    if suffix is None:
        return None
    name: str = suffix.group(1).strip()
    known = OUTLET.search(name) or any(name.lower() in _name_part(u.line).lower() for u in head)
    return name if known else None


def _owner(copyright_line: re.Match[str]) -> str | None:
    name = re.split(r"\s+all rights|\s{2,}", copyright_line.group(1), flags=re.IGNORECASE)[0].strip()
    return None if name.lower() in ("", "all rights reserved", "all rights") else name


def _masthead(units: Sequence[Unit], headline: int | None, body: tuple[int, int]) -> str | None:
    """A name in the first line above a headline, or right below it: "The Levantine | 13 July 2017 | World"."""
    at = 1 if units and FIRST_LINE.match(units[0].line) else 0
    if headline is None:
        return None
    below = headline <= at
    place = headline + 1 if below else at
    if place >= body[0] or units[place].mark in ("list", "end", "caption", "strong", "prose"):
        return None
    line = units[place].line
    name = _name_part(line)
    if below and (name == line or city_of_date_line(line) or " " not in name):
        return None
    return name if _is_name(name) else None


def _is_name(text: str) -> bool:
    words = re.sub(r"\([^()]*\)", "", text).split()
    if (
        not 1 <= len(words) <= 6
        or re.search(r"\d|[:?!@#>=]", text)
        or SECTION.fullmatch(text)
        or is_generic(text)
    ):
        return False
    if is_byline(text, len(words)) or words[0].lower() in WEEKDAYS:
        return False
    named = all(w[0].isupper() or w[0] in "(&" or w in SMALL for w in words)
    return named and (len(words) > 1 or not text.isupper())


def _name_part(line: str) -> str:
    part = re.split(r"\s{2,}|\s*\|\s*|\s/\s", line)[0].strip(" -–—|.")
    dated = find_complete(part, 0, len(part))
    if dated and dated[0].start > 2:
        part = part[: dated[0].start].rstrip(" ,-–—.(/")
    return _SECTION.sub("", part)


def is_date_line(text: str, unit: Unit) -> bool:
    """Whether a line is little more than a complete date, time and place.

    >>> from kg.page.units import units
    >>> t = "Monday, January 22, 2007, 08:41 AM   Agencies in Beijing"
    >>> is_date_line(t, units(t)[0])
    True
    """
    if unit.words > 16 or len(unit.line) > 140:
        return False
    if city_of_date_line(unit.line):
        return True
    found = find_complete(text, unit.start, unit.end)
    covered = sum(f.end - f.start for f in found)
    if not found:
        return False
    return covered >= 0.3 * len(unit.line) or is_byline(unit.line, unit.words)
