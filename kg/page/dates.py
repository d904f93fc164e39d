"""Complete calendar dates as headers of news pages print them, in every order of day, month and year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri",
            "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip

# In headers of sites that keep their own language for the date: "12 de octubre de 2021", "25. August 2023".
_FOREIGN: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "enero janeiro janvier januar gennaio januari ocak ianuarie styczeń stycznia leden ledna január siječanj tammikuu января січня ιανουαρίου",
            "febrero fevereiro février februar febbraio februari şubat februarie luty lutego únor února február veljača helmikuu февраля лютого φεβρουαρίου pebrero",
            "marzo março mars märz maart maret mart martie marzec marca březen března március ožujak maaliskuu марта березня μαρτίου marso machi mac",
            "abril avril aprile nisan aprilie kwiecień kwietnia duben dubna április travanj huhtikuu апреля квітня απριλίου aprili",
            "mayo maio mai maggio mei mayıs maj maja květen května május svibanj toukokuu мая травня μαΐου",
            "junio junho juin juni giugno haziran iunie czerwiec czerwca červen června június lipanj kesäkuu июня червня ιουνίου hunyo",
            "julio julho juillet juli luglio temmuz iulie lipiec lipca červenec července július srpanj heinäkuu июля липня ιουλίου hulyo julai",
            "agosto août augustus agustus ağustos sierpień sierpnia srpen srpna augusztus kolovoz elokuu августа серпня αυγούστου agosti ogos",
            "septiembre setembro septembre settembre eylül septembrie wrzesień września září szeptember rujan syyskuu сентября вересня σεπτεμβρίου setyembre septemba",
            "octubre outubro octobre oktober ottobre ekim octombrie październik października říjen října október lokakuu октября жовтня οκτωβρίου oktubre oktoba",
            "noviembre novembro novembre kasım noiembrie listopada studeni marraskuu ноября листопада νοεμβρίου nobyembre novemba",
            "diciembre dezembro décembre dezember dicembre desember aralık decembrie grudzień grudnia prosinec prosince joulukuu декабря грудня δεκεμβρίου disyembre desemba disemba",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_ALL_MONTHS = {**_FOREIGN, **MONTHS}
_MONTH = "(?:" + "|".join(sorted(_ALL_MONTHS, key=len, reverse=True)) + r")\b\.?"
_YEAR_SEEN = re.compile(r"(?:19|20)\d\d|\d/\d\d?/\d\d\b")
_YEAR = r"(?:19|20)\d\d"
_CENTURY = "50"  # two-digit years below are of this century
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_WEEKDAY = "(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b"
_PATTERNS = re.compile(
    rf"(?<![\w.])(?:(?P<wd>{_WEEKDAY})\.?,?\s+(?:the\s+)?)?(?:"
    rf"(?P<m1>{_MONTH}),?\s*(?P<d1>{_DAY})(?:st|nd|rd|th)?(?:\s*,\s*|\s*/\s*|\s+)(?P<y1>{_YEAR})"
    rf"|(?P<d2>{_DAY})(?:st|nd|rd|th)?(?:\s+(?:of|de))?[\s.\-]+(?P<m2>{_MONTH}),?(?:\s+de)?[\s\-]+(?P<y2>{_YEAR})"
    rf"|(?P<y3>{_YEAR})(?P<s3>[-/.])(?P<m3>0?[1-9]|1[0-2])(?P=s3)(?P<d3>{_DAY})(?=T|\b)"
    rf"|(?P<a4>{_DAY})(?P<s4>\.\s?|/|-)(?P<b4>{_DAY})(?P=s4)(?P<y4>{_YEAR})"
    rf"|(?<![/\d])(?P<d5>{_DAY})/(?P<m5>0?[1-9]|1[0-2])/(?P<y5>\d\d)(?![/\w])"
    r")(?!\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A complete date at `text[start:end]`; `other` is the second reading of an ambiguous 05/10/2011."""

    start: int
    end: int
    day: date
    other: date | None = None


def find_complete(text: str, start: int, end: int) -> list[FoundDate]:
    """Every complete date in `text[start:end]`. A weekday beside a numeric date decides its order.

    >>> [f.day.isoformat() for f in find_complete("Tue, 05/10/2011 | 28 Jan. 2026 | July, 30/2021", 0, 46)]
    ['2011-05-10', '2026-01-28', '2021-07-30']
    """
    if end - start < 200 and _YEAR_SEEN.search(text, start, end) is None:
        return []
    found = []
    for match in _PATTERNS.finditer(text, start, end):
        days = _readings(match)
        if days:
            found.append(FoundDate(match.start(), match.end(), days[0], days[1] if len(days) > 1 else None))
    return found


def _readings(match: re.Match[str]) -> list[date]:
    g = match.groupdict()
    tries: list[tuple[str, int | str, str]]
    if g["y1"]:
        tries = [(g["y1"], _month(g["m1"]), g["d1"])]
    elif g["y2"]:
        tries = [(g["y2"], _month(g["m2"]), g["d2"])]
    elif g["y3"]:
        tries = [(g["y3"], g["m3"], g["d3"])]
    elif g["y5"]:  # "28/01/09": two digits of a year are printed day first
        tries = [(("20" if g["y5"] < _CENTURY else "19") + g["y5"], g["m5"], g["d5"])]
    else:
        tries = [(g["y4"], g["b4"], g["a4"])]  # day first
        if not g["s4"].startswith("."):
            tries.insert(0, (g["y4"], g["a4"], g["b4"]))  # month first is commoner with slashes
    days = [d for t in tries if (d := _day(*t))]
    if len(days) > 1 and days[0] == days[1]:
        return days[:1]
    if g["wd"] and len(days) > 1:
        weekday = WEEKDAYS[g["wd"].lower()]
        days = [d for d in days if d.weekday() == weekday] or days
    return days


def _month(name: str) -> int:
    return _ALL_MONTHS[name.lower().rstrip(".")]


def _day(year: str, month: int | str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
