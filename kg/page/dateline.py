"""The dateline before a story, "TOKYO, Aug. 31, 2002 (Agency) -", and the notes behind it."""

from __future__ import annotations

import re
from datetime import date

from kg.page.dates import find_complete
from kg.page.language import words
from kg.page.outlets import is_outlet

_CITY = r"[A-ZÀ-ÞĀ-Ż][\w.'’\-]*(?: ?[ /\-] ?[A-ZÀ-ÞĀ-Ż][\w.'’\-]*){0,3}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Za-z]*\.?"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = rf"(?:(?:{_WEEKDAY},? )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH})(?:,? (?:19|20)\d\d)?)"
_SHORT = r"[A-Z]{2,8}"
# "– Steppe Inform." behind the dash; "Two U.S." is how a story begins
_AGENCY = r"(?:\([^()]{2,40}\)|[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,}){1,2})"
_USUAL = re.compile(
    rf"(?P<city>{_CITY})(?: [(\[][A-ZÀ-Þ][\w .]{{1,20}}[)\]](?=,? {_DATE}))?(?P<rest>(?:, (?!{_MONTH})[A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ][\w.]*){{0,2}})?(?:(?:[,.]? | ?[–—|-]{{1,2}} ?)(?P<date>{_DATE}))?"
    rf"(?:, {_SHORT})?,?(?: \([^()]{{2,40}}\))?)\s*"
    rf"(?P<mark>(?:[-–—]{{1,2}})\s+|(?:[-–—]{{2}})\s*|:\s+|\|\s+|//\s+)(?:{_AGENCY}\.\s+)?"
)
_OTHERS = (
    # "MOSCOW, March 4. /TASS/. ", "Kyiv. March 4. Interfax-Ukraine –"
    re.compile(
        rf"(?P<city>{_CITY}?)(?:, [A-ZÀ-Þ][\w ]{{2,20}})?[,.] (?P<date>{_DATE})\. (?:/ ?[A-Za-z][\w-]+ ?/\.|[A-Z][\w-]+ ?[-–—]) ?"
    ),
    # "New Delhi, March 4 (PTI) ", "VIENTIANE (KPL) "
    re.compile(rf"(?P<city>{_CITY})(?:,? (?P<date>{_DATE}))?,? \({_SHORT}\)\s+(?=[A-Z])"),
    # "ABU DHABI, (Interpress / WAM - 02nd May, 2021) "
    re.compile(rf"(?P<city>{_CITY}),? \([^()]{{2,50}}[-–—] ?(?P<date>{_DATE})\)\s+(?=[A-Z])"),
    # "SEOUL, June 15, 2000. ", "Baku, Azerbaijan, May 5. "
    re.compile(rf"(?P<city>{_CITY})(?:, [A-ZÀ-Þ][\w ]{{2,20}})?, (?P<date>{_DATE})\. (?=[A-Z“\"])"),
    # "Asunción, May 5, 2021.- "
    re.compile(rf"(?P<city>{_CITY}), (?P<date>{_DATE})\.\s?[-–—]+\s*(?=[A-ZÀ-Þ“\"])"),
    # "OSH, 04.03.2019. /NIAT “Post”/. ", "Hovd /STEPPE/ ", "Najaf/ POST /-- "
    re.compile(
        rf"(?P<city>{_CITY}?)(?:, [A-ZÀ-Þ][\w ]{{2,20}})?[,.]? ?(?P<date>{_DATE}|\d\d?\.\d\d?\.(?:19|20)\d\d)?\.? ?"
        r"/ ?(?:[A-Z]{2,5} )?[\"“]?(?:[A-Z]{3,}|[A-Z][a-z]{3,})[\"”]? ?/[.,]?\s*[-–—]*\s*(?=[A-Z“\"])"
    ),
    # "Ganja, March 4, POST. ", "GYUMRI, 4 MARCH, POST. ", "Kampot, March 4, 2017 POST -- "
    re.compile(
        rf"(?P<city>{_CITY})(?:, [A-ZÀ-Þ][\w ]{{2,20}})?[,.] (?P<date>{_DATE})[,.]? (?:[A-Z]{{3,12}}(?:\.AZ)?|[A-Z][a-z]{{4,9}})"
        r"(?: ?/[^/]{2,30}/)?(?:[.:/]|\s?[-–—]+)\s*(?=[A-Z“\"])"
    ),
    # "OSKEMEN. STEPPEPOST The mayor"
    re.compile(r"(?P<city>[A-ZÀ-Þ]{4,}(?:-[A-ZÀ-Þ]{3,})?)\. [A-Z]{6,}\s*[-–—]?\s+(?=[A-Z][a-z])"),
    # "VILNIUS. "
    re.compile(r"(?P<city>[A-ZÀ-ÞĀ-Ż]{4,}(?:[ -][A-ZÀ-Þ]{3,})?)\. (?=[A-Z])"),
    # "March 4, 2019 - "
    re.compile(rf"(?P<date>{_DATE})\s*[-–—]+\s+(?=[A-Z])"),
)
_ONLY_WIRE = re.compile(r"\([A-Z][\w /.]{1,30}\)\s*[-–—]+\s+")
_BURIED = re.compile(
    r"(?P<city>[A-ZÀ-Þ]{3,}(?:[ /][A-ZÀ-Þ.]{3,}){0,3})(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?,? "
    rf"(?:{_DATE},? )?\((?:Reuters|Xinhua|Yonhap|Kyodo|Bernama|[A-Z]{{2,6}}|dpa)\)\s*[-–—]+\s+"
)
_NO_CITY = words(
    """LOOK WATCH LIVE UPDATE BREAKING EXCLUSIVE ANALYSIS OPINION FACTBOX CORRECTED EXPLAINER COMMENT EDITORIAL NEWS
    VIDEO PHOTOS"""
)
_SCAN = 140  # characters: no dateline is longer

Dateline = tuple[str | None, date | None, int]
"""City as written, day if it has a year, and the offset at which the story begins."""


def dateline(text: str, start: int, end: int) -> Dateline:
    """The city and day of "TOKYO, Aug. 31, 2002 -" at `start`, and where the story itself begins.

    >>> line = "MANILA, Philippines (Reuters) - The minister left."
    >>> dateline(line, 0, len(line))[0], line[dateline(line, 0, len(line))[2]:]
    ('MANILA', 'The minister left.')
    """
    stop = min(end, start + _SCAN)
    wire = _ONLY_WIRE.match(text, start, stop)
    if wire:  # "(ANSA) - Rome, March 4 - "
        city, day, at = _at(text, wire.end(), end)
        return (city, day, at) if city else (None, None, wire.end())
    found = _at(text, start, end)
    if found[2] > start:
        return found
    if match := _BURIED.search(text, start, min(end, start + 400)):
        return match["city"], None, match.end()
    return None, None, start


def later_dateline(text: str, start: int, end: int) -> tuple[str, int] | None:
    """City and offset of the story where a paragraph further down begins with a dateline in capitals.

    >>> line = "OSLO, Norway — The minister left."
    >>> later_dateline(line, 0, len(line))
    ('OSLO', 15)
    """
    if not text[start : start + 3].isupper():
        return None
    match = _USUAL.match(text, start, min(end, start + _SCAN))
    if match is None or not match["city"].isupper() or not _plausible(match, text, end):
        return None
    dashed = match["mark"].strip()[0] in "-–—" and len(match["city"]) > 2
    return (match["city"], match.end()) if dashed and not is_outlet(match["city"]) else None


def _at(text: str, start: int, end: int) -> Dateline:
    stop = min(end, start + _SCAN)
    match = _USUAL.match(text, start, stop)
    if match and _plausible(match, text, end):
        return _told(text, match)
    for pattern in _OTHERS:
        if match := pattern.match(text, start, stop):
            return _told(text, match)
    return None, None, start


def _told(text: str, match: re.Match[str]) -> Dateline:
    days = find_complete(text, match.start(), match.end())
    city = (match.groupdict().get("city") or "").rstrip(" .")
    return city or None, days[0].day if days else None, match.end()


def _plausible(match: re.Match[str], text: str, end: int) -> bool:
    """A dateline is in capitals, or has a date or an agency; "Analysis: what next" has neither."""
    city, rest, mark = match["city"], match["rest"], match["mark"].strip()
    if city.startswith("By "):
        return False
    if city.isupper() and len(city) > 2:
        return city not in _NO_CITY
    if match["date"] or "(" in rest or re.match(r", [A-Z]{2,}\b", rest):
        return True
    if mark[0] not in "-–—" or city.count(" ") > 2 or not text[match.end() : match.end() + 1].isupper():
        return False
    # "Rabat – The minister"; but "Ann Doe – the president – said" has its dash again
    return mark not in text[match.end() : min(end, match.end() + 160)]


_ALONE = re.compile(
    rf"(?P<city>{_CITY})(?P<state>, [A-Z][\w ]{{2,20}})?[,.]\s+(?P<date>{_DATE}|(?:\w+,?\s+)?\d{{1,2}} {_MONTH} (?:19|20)\d\d)"
    r"(?P<rest>\.?(?:\s+\d\d?[:.]\d\d)?(?:\s*[-–—/|(.]\s*[^.]{2,60}\.?)?)$"
)


def city_of_date_line(line: str) -> str | None:
    """The city of a line that is only place, date and perhaps an agency.

    >>> city_of_date_line("Vatican City, 25 November 2013"), city_of_date_line("Monday, 5 May 2014")
    ('Vatican City', None)
    """
    match = _ALONE.match(line)
    if match is None or re.match(_WEEKDAY, line) or is_outlet(match["city"]) or not re.search(r"\d{4}", line):
        return None
    return match["city"].strip()


_NOTE = re.compile(
    r"\s*(?:\((?:This (?:version|story|article|report|refiled)|Th(?:e|is) (?:earlier )?(?:story|version)|Adds?|Corrects?|"
    r"Corrected|Updates?|Recasts|Refiles|Removes|Fixes|Clarifies|Deletes|Changes|Drops|Reporting|Additional reporting|"
    r"Writing|Editing|Compiled|Edited|By) [^()]{0,400}\)|\s[/–-]+\s?[a-z]{2,4}(?:/[a-z]{2,4})?|\s\(END\)|\s(?:Enditem|ENDS|-ends-))\s*$"
)


def note_start(text: str, start: int, end: int) -> int:
    """Where a paragraph's closing note begins: "(Reporting by …)", "(Adds quote)", "/je"; else `end`.

    >>> line = "They left. (Editing by A. B.)"
    >>> line[: note_start(line, 0, len(line))]
    'They left.'
    """
    if (
        text[end - 1] not in ")-mS"
        and "/" not in text[max(start, end - 8) : end]
        and not text[end - 1].islower()
    ):
        return end
    match = _NOTE.search(text, max(start, end - 420), end)
    return match.start() if match and match.start() > start else end
