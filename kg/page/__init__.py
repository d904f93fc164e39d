"""Takes one news page apart: what is the article, what is the site, and what the page says of itself.

    text ──► units (lines, hand-wrapped paragraphs) ──► zones ──► sentences
                                      └──► title, published, publisher, dateline

Everything is rules over lines; no model, one pass, linear in the text's length.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from kg.page.captions import credit_start, label_end
from kg.page.dateline import city_of_date_line, dateline, later_dateline, note_start
from kg.page.header import FIRST_LINE, published, publisher
from kg.page.language import is_english
from kg.page.records import Page, Sentence, Zone, ZoneKind
from kg.page.sentences import spans
from kg.page.units import Unit, units
from kg.page.zones import body_range, headline_index, label, story_start

__all__ = ["Page", "Sentence", "Zone", "is_english", "segment"]

_READ: tuple[ZoneKind, ...] = ("headline", "deck", "caption", "body")


def segment(text: str) -> Page:
    """The page in `text`, taken apart; all offsets count characters of exactly `text`.

    >>> page = segment("Ann, Bob meet\\n\\nMarch 5, 2024\\n\\nROME (Wire) - Ann met Bob here on Monday for an hour of talks about the border.\\n")
    >>> page.title, page.published, page.dateline, [z.kind for z in page.zones]
    ('Ann, Bob meet', datetime.date(2024, 3, 5), 'ROME', ['headline', 'byline', 'byline', 'body'])
    """
    lines = units(text)
    if not lines:
        return Page(text, (), ())
    body = body_range(text, lines)
    head = headline_index(text, lines, body)
    kinds = label(text, lines, body, head)
    zones: list[Zone] = []
    city, day = _body_zones(text, lines, kinds, zones)
    return Page(
        text=text,
        zones=_merged(zones),
        sentences=_sentences(text, zones),
        title=_title(lines, head),
        published=published(text, lines, head, body, day),
        publisher=publisher(text, lines, head, body),
        dateline=city,
        dateline_date=day,
    )


def _body_zones(
    text: str, lines: list[Unit], kinds: list[ZoneKind], zones: list[Zone]
) -> tuple[str | None, date | None]:
    """Appends the zones of all units; splits datelines and credits off; returns the dateline."""
    city: str | None = None
    day: date | None = None
    first_body, titled = True, False
    for unit, kind in zip(lines, kinds, strict=True):
        start, end = unit.start, unit.end
        titled = titled or kind == "headline"
        if kind == "body":
            if first_body:
                first_body = False
                start = story_start(text, unit) or start
                told, day, start = dateline(text, start, end)
                city = told or city
            elif later := later_dateline(text, start, end):  # below a summary or a picture's words
                city, start = city or later[0], later[1]
            end = note_start(text, start, end)
            _append(text, zones, "byline", unit.start, start)
        elif kind == "byline" and first_body and (told := city_of_date_line(unit.line)):
            if titled or told.isupper() or "headline" not in kinds:  # above a headline it is the masthead's
                city = told
        elif kind == "headline" and (first := FIRST_LINE.match(unit.line)):
            start = unit.start + first.end()
            _append(text, zones, "byline", unit.start, start)
        elif kind == "caption":
            _caption_zones(text, unit, zones)
            continue
        _append(text, zones, kind, start, end)
        _append(text, zones, "byline", end, unit.end)
    return city, day


def _append(text: str, zones: list[Zone], kind: ZoneKind, start: int, end: int) -> None:
    """Appends `text[start:end]` without surrounding space, unless nothing is left of it."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    if start < end:
        zones.append(Zone(kind, start, end))


def _caption_zones(text: str, unit: Unit, zones: list[Zone]) -> None:
    """A caption, its "Photo:" label before and its agency's credit behind it as bylines."""
    start = unit.start + label_end(unit.line)
    at = credit_start(unit.line)
    end = unit.start + at if at is not None and unit.start + at > start else unit.end
    _append(text, zones, "byline", unit.start, start)
    _append(text, zones, "caption", start, end)
    _append(text, zones, "byline", end, unit.end)


def _merged(zones: list[Zone]) -> tuple[Zone, ...]:
    """Neighbouring boilerplate as one zone; other zones stay one per paragraph."""
    merged: list[Zone] = []
    for zone in zones:
        if merged and zone.kind == merged[-1].kind == "boilerplate":
            merged[-1] = Zone("boilerplate", merged[-1].start, zone.end)
        else:
            merged.append(zone)
    return tuple(merged)


def _sentences(text: str, zones: list[Zone]) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    seen: set[str] = set()
    titles = [_same(text, z) for z in zones if z.kind == "headline"]
    paragraph = 0
    for zone in zones:
        if zone.kind not in _READ:
            continue
        same = _same(text, zone)
        # "Title | The Post" above "Title" is the same title
        longer = zone.kind == "headline" and any(same != t and same.startswith(t) for t in titles)
        if same in seen or longer:
            continue
        seen.add(same)
        paragraph = _paragraphs(text, zone, paragraph, found)
    return tuple(found)


def _same(text: str, zone: Zone) -> str:
    """A zone's words, for comparing."""
    return " ".join(text[zone.start : zone.end].split()).casefold()


def _paragraphs(text: str, zone: Zone, paragraph: int, found: list[Sentence]) -> int:
    """Appends the zone's sentences; a wide gap after a sentence is where a paragraph was joined."""
    cuts = list(spans(text, zone.start, zone.end))
    gaps = [text[a[1] : b[0]] for a, b in pairwise(cuts)]
    wide = sum(len(g) > 1 for g in gaps)
    joints = wide <= 0.6 * len(gaps)  # a typist's two blanks after every sentence are no joints
    for index, (start, end) in enumerate(cuts):
        if index and joints and len(gaps[index - 1]) > 1:
            paragraph += 1
        found.append(Sentence(start, end, zone.kind, paragraph))
    return paragraph + 1


def _title(lines: list[Unit], head: int | None) -> str | None:
    if head is None:
        return None
    line = lines[head].line
    first = FIRST_LINE.match(line)
    return line[first.end() :] if first else line
