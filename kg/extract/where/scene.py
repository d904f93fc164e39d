"""The city that a story is told from: its dateline, or what the lines above the story say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from kg.extract.dates import find_dates, resolve
from kg.extract.edtf import span
from kg.extract.places.find import CITY, PlacePhrase, find_places
from kg.extract.records import Cast
from kg.extract.sentence.tree import Tree
from kg.page.records import Page

# "By Ann Doe in Lima", "From our correspondent, Lima", "Lima reporter", "Agencies in Lima"
_BYLINE = re.compile(r"\b(?:by|from|correspondent|reporter|agenc(?:y|ies)|desk|staff)\b", re.IGNORECASE)
# "By Ann Doe and a colleague in Quito": the city is the second writer's
_HELPERS = re.compile(r"\b(?:colleagues?|additional reporting|with reporting|assisted)\b", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|at|from)\s+$", re.IGNORECASE)
_BESIDE = re.compile(r"(?:^|[,(|*•·/–—-]|\bin|\s\s)\s*$")
# "BRASILIA    Sept. 18, 2013", "LIMA (3 March)"
_DAY = r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\(\d)"
_BEHIND = re.compile(rf"\s*(?:$|[,.)|*•·/–—-]|\d|{_DAY}|reporter\b|correspondent\b|with\b|and\b)")

# "KEY WEST, Florida (Post) -": the region or state behind a dateline's town
_REGION = re.compile(r",\s(?P<land>[A-Z][\w.]+(?: [A-Z][\w.]+)?)(?=\s*(?:[,(–—-]))")

_TITLE = 80  # characters in which a column's name stands where the page has no headline
_TEASER = 2  # sentences that may stand above the line with place and date


def scene(page: Page, codes: Collection[str]) -> PlacePhrase | None:
    """The city of the dateline, else the one in the lines above the story, or in its headline.

    >>> from kg.page import segment
    >>> page = segment("Calm after storm\\n\\nFrom our correspondent, Lima\\n\\nThe ministers met on Monday. They ate.")
    >>> scene(page, {"PE"}).name
    'Lima'
    """
    if page.dateline:
        at = page.text.find(page.dateline)
        found = find_places(page.text, at, at + len(page.dateline), codes) if at >= 0 else []
        if found:
            return found[0]
        behind = _REGION.match(page.text, at + len(page.dateline)) if at >= 0 else None
        told = find_places(page.text, behind.start("land"), behind.end("land"), codes) if behind else []
        if told:  # "KEY WEST, Florida": a town that no table has
            town = page.dateline.title() if page.dateline.isupper() else page.dateline
            return PlacePhrase(at, at + len(page.dateline), town, told[0].country, CITY)
        if page.dateline.lower() == "united nations":  # where it sits
            return PlacePhrase(at, at + len(page.dateline), "New York", "US", CITY)
    lines = list(_lines_above(page))
    signed = [x for x in lines if _BYLINE.search(page.text, *x) and not _HELPERS.search(page.text, *x)]
    return (
        _standing(page, signed, codes)
        or _column(page, codes)
        or _headline(page, codes)
        or _standing(page, [x for x in lines if x not in signed], codes)
    )


_TODAY = re.compile(
    r"\b(?:today|tonight|yesterday|tomorrow|(?:this|last) (?:morning|afternoon|evening|night))\b",
    re.IGNORECASE,
)
_LATE = 2  # days after which a paper prints what it was sent


def written_on(page: Page, published: date | None) -> date | None:
    """The day from which a story counts "today": its dateline's, where the paper came out a day or two later.

    >>> from kg.page import segment
    >>> page = segment("Calm\\n\\nMay 6, 1999\\n\\nLIMA, Wednesday – The ministers met today. They ate.")
    >>> str(written_on(page, page.published))
    '1999-05-05'
    """
    at = page.text.find(page.dateline) if page.dateline else -1
    body = next((z.start for z in page.zones if z.kind == "body" and z.start > at), -1)
    if published is None or at < 0 or body < 0 or not _TODAY.search(page.text, body):
        return published
    told = [resolve(p, page.text, published, direction="past") for p in find_dates(page.text, at, body)]
    days = [ends for c in told if c is not None and (ends := span(c.edtf)) is not None]
    one = [first for first, last in days if first == last and 0 < (published - first).days <= _LATE]
    return one[0] if one else published


def _standing(page: Page, lines: Iterable[tuple[int, int]], codes: Collection[str]) -> PlacePhrase | None:
    """The first city that stands for itself in one of some lines."""
    for start, end in lines:
        for p in find_places(page.text, start, end, codes):
            if _is_city(p) and _alone(page.text[start : p.start], page.text[p.end : end]):
                return p
    return None


def _headline(page: Page, codes: Collection[str]) -> PlacePhrase | None:
    """The only city in which a headline says that something happens: "Ministers meet in Quito"."""
    found = [
        p
        for z in page.zones
        if z.kind == "headline"
        for p in find_places(page.text, z.start, z.end, codes)
        if _is_city(p) and _IN.search(page.text[z.start : p.start])
    ]
    return found[0] if len({p.name for p in found}) == 1 else None


# "Lima Letter", "Quito Diary:", "Letter from Suva": a column that is written from the city
_COLUMN = re.compile(
    r"(?P<city>(?-i:[A-ZÀ-Þ])[\w.'’-]+(?:\s(?-i:[A-ZÀ-Þ])[\w.'’-]+)?)\s+(?:letter|diary|notebook|dispatch|sketch|journal)\s*(?:$|[:–—-])"
    r"|(?:letter|diary|notes|notebook|dispatch|postcard)\s+from\s+(?P<from>[^:|]+?)\s*(?:$|[:|–—])",
    re.IGNORECASE | re.MULTILINE,
)


def _column(page: Page, codes: Collection[str]) -> PlacePhrase | None:
    """The city in a column's name, in the headline or above the story."""
    body = next((z.start for z in page.zones if z.kind == "body"), len(page.text))
    for m in _COLUMN.finditer(page.text, 0, body + _TITLE):
        group = "city" if m["city"] else "from"
        found = [p for p in find_places(page.text, *m.span(group), codes) if _is_city(p)]
        if found:
            return found[0]
    return None


def _is_city(p: PlacePhrase) -> bool:
    """Whether it is a town: a house or a parliament above a story is a section of the paper."""
    return p.grade == 3 and (p.sense is None or p.sense.town)


def _alone(before: str, behind: str) -> bool:
    """Whether a name stands for itself between commas and the like: "Lima, 3 May", not "The Lima Times"."""
    return bool(_BESIDE.search(before) and _BEHIND.match(behind))


def _lines_above(page: Page) -> Iterator[tuple[int, int]]:
    """The lines above the first sentence of the story, its headline and captions left out."""
    body = [s.start for s in page.sentences if s.zone == "body"][:_TEASER]
    for zone in page.zones:
        if not body or zone.start >= body[-1]:
            return
        if zone.kind not in ("headline", "caption", "body"):
            at = zone.start
            for line in page.text[zone.start : zone.end].splitlines(keepends=True):
                yield at, at + len(line.rstrip())
                at += len(line)


def commonest(trees: Iterable[Tree], cast: Cast) -> PlacePhrase | None:
    """The place of the state that a story most speaks of, where nothing says where it is told from."""
    places = [w.place for tree in trees for w in tree if w.place is not None]
    states = Counter([*(p.country for p in places), *(o.country for o in cast.officials if o.country)])
    told = {p.country for p in places}
    best = max((c for c in states if c in told), key=lambda code: states[code], default=None)
    at_home = [p for p in places if p.country == best]
    return max(at_home, key=lambda p: p.grade, default=None)
