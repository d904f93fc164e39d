"""Decides for every unit of a page what it is: headline, deck, byline, caption, body or boilerplate.

The body is the run of prose in the middle of the page. Before it stand the site's head, the headline and
captions; behind it the site's foot, lists of other stories and readers' comments. Nothing here knows a site.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.page.boilerplate import ends_article, is_byline, is_furniture, is_menu, opens_list
from kg.page.captions import is_caption
from kg.page.dateline import city_of_date_line, dateline
from kg.page.header import FIRST_LINE, is_date_line
from kg.page.outlets import is_outlet
from kg.page.records import ZoneKind
from kg.page.units import Unit

# A paragraph of this many words that closes a sentence is prose; menus and headlines are shorter or open.
STRONG_WORDS = 15
PROSE_WORDS = 8
# A headline or deck line has at least this many words.
HEAD_WORDS = 3
DECK_WORDS = 5


def is_prose(unit: Unit) -> bool:
    """Whether a unit is a sentence or more (eight words, closed by a full stop or the like)."""
    if unit.words >= PROSE_WORDS and unit.holds_sentence:
        return True
    return unit.words >= 40 and not is_menu(unit.line)


def is_strong(unit: Unit) -> bool:
    """Whether a unit is surely a paragraph of running text."""
    return (unit.words >= STRONG_WORDS and unit.holds_sentence) or (
        unit.words >= 40 and not is_menu(unit.line)
    )


def body_range(text: str, units: Sequence[Unit]) -> tuple[int, int]:
    """First and last-plus-one index of the units among which the body lies."""
    for unit in units:
        unit.mark = _mark(text, unit)
    marks = [u.mark for u in units]
    strong = [i for i, m in enumerate(marks) if m == "strong"]
    if not strong:
        return _thin_body(text, units, marks)
    first = strong[0]
    while first > 0 and marks[first - 1] == "prose" and not _headline_like(units, first - 1):
        first -= 1
    last = _last(units, marks, first)
    return first, last


def story_start(text: str, unit: Unit) -> int | None:
    """Where the story begins in a first line "date 2026-01-28 …" that holds it and no title, else None.

    >>> from kg.page.units import units
    >>> line = "date 2024-05-06 Ann received Bob in Rome on Monday. They spoke of trade."
    >>> line[story_start(line, units(line)[0]):]
    'Ann received Bob in Rome on Monday. They spoke of trade.'
    """
    first = FIRST_LINE.match(unit.line)
    if first is None:
        return None
    told = unit.line[first.end() :]
    sentence = _TOLD_LINE.search(told) and len(told.split()) >= PROSE_WORDS
    start = unit.start + first.end()
    if sentence or (unit.holds_sentence and dateline(text, start, unit.end)[2] > start):
        return start
    return None


# A paragraph ends in a full stop, a title hardly ever
_TOLD_LINE = re.compile(r"[\w)]{2}\.[\"'”’]*$")


def _mark(text: str, unit: Unit) -> str:
    if len(unit.line) > 450 or story_start(text, unit) is not None:
        return "strong"
    if ends_article(unit.line):
        return "end"
    if opens_list(unit.line):
        return "list"
    if is_furniture(unit.line, unit.words):
        return "furniture"
    if is_byline(unit.line, unit.words) or is_date_line(text, unit):
        return "byline"
    if is_caption(unit.line):
        return "caption"
    if is_strong(unit):
        return "strong"
    if is_prose(unit) or (unit.words >= 3 and unit.ends_sentence):
        return "prose"
    return "menu" if is_menu(unit.line) else "short"


def _headline_like(units: Sequence[Unit], index: int) -> bool:
    # "Why now?" above the first paragraph may be the headline: the first lines of a page are never body
    return index <= 1 and units[index].words <= 14


def _thin_body(text: str, units: Sequence[Unit], marks: list[str]) -> tuple[int, int]:
    """A page without a single paragraph: everything after the headline that is not the site's."""
    usable = [i for i, m in enumerate(marks) if m in ("prose", "short", "menu")]
    for index, mark in enumerate(marks):
        if mark in ("end", "list") and any(i < index for i in usable):
            usable = [i for i in usable if i < index]
            break
    if not usable:
        return len(units), len(units)
    prose = [i for i in usable if marks[i] == "prose" and (i > 0 or len(usable) == 1)]
    if prose:
        return prose[0], prose[-1] + 1
    if len(usable) == 1:
        return usable[0], usable[0] + 1
    return usable[1], usable[-1] + 1


def _last(units: Sequence[Unit], marks: list[str], first: int) -> int:
    """Where the body ends: at the comments, at the last list of stories, or with the last prose."""
    sizes = [len(u.line) if m == "strong" else 0 for u, m in zip(units, marks, strict=True)]
    after = sum(sizes[first:])
    before = 0
    paragraphs = 0
    stop = len(units)
    for index in range(first, len(units)):
        mark = marks[index]
        if mark == "end" and (paragraphs >= 2 or before >= 200):
            stop = index
            break
        if mark == "list" and before >= 200 and _foot(units, marks, index, (before, after)):
            stop = index
            break
        if mark == "strong":
            before += sizes[index]
            after -= sizes[index]
            paragraphs += 1
    while stop > first + 1 and marks[stop - 1] not in ("strong", "prose", "caption"):
        stop -= 1
    return stop


def _foot(units: Sequence[Unit], marks: list[str], index: int, sizes: tuple[int, int]) -> bool:
    """Whether a list that opens at `index` is the foot of the page and not a box within the article."""
    before, after = sizes  # characters of running text
    if after == 0:
        return True
    if marks[index + 1 : index + 3] == ["short", "strong"] and not units[index + 2].gap:
        return before >= 0.7 * after  # a headline and at once its summary: teasers of other stories
    # A box within the article: a few lines, then the story goes on.
    run = 0
    for mark in marks[index + 1 : index + 3]:
        if mark in ("strong", "prose"):
            break
        run += 1
    return (after < 0.5 * before and run >= 2) or after < 0.15 * before


def label(text: str, units: Sequence[Unit], body: tuple[int, int], headline: int | None) -> list[ZoneKind]:
    """The kind of every unit."""
    kinds: list[ZoneKind] = []
    listing = False
    for index, unit in enumerate(units):
        kind: ZoneKind
        if index == headline:
            kind, listing = "headline", False
        elif index < body[0]:
            listing = unit.mark == "list" or (listing and unit.mark in ("short", "menu", "prose"))
            kind = "boilerplate" if listing else _head_kind(text, unit, index, headline)
        elif index >= body[1]:
            kind = "byline" if unit.mark == "byline" else "boilerplate"
        else:
            after_byline = index > 0 and kinds[-1] == "byline"
            kind, listing = _body_kind(unit, listing and index > body[0], after_byline)
            if kind == "body" and _credited_again(units, kinds, unit):
                kind = "boilerplate"
        kinds.append(kind)
    return kinds


def _credited_again(units: Sequence[Unit], kinds: Sequence[ZoneKind], unit: Unit) -> bool:
    """Whether a line is the caption above it once more, now with the photographer's name."""
    if not kinds or kinds[-1] != "caption":
        return False
    above = units[len(kinds) - 1].line
    return len(above) > 40 and unit.line.startswith(above) and len(unit.line) < len(above) + 60


def _head_kind(text: str, unit: Unit, index: int, headline: int | None) -> ZoneKind:
    if index == 0 and FIRST_LINE.match(unit.line):
        return "headline"
    if unit.mark in ("furniture", "list", "end"):
        return "byline" if is_date_line(text, unit) else "boilerplate"
    if unit.mark in ("byline", "caption"):
        return "byline" if unit.mark == "byline" else "caption"
    if headline is None or index < headline or unit.words < DECK_WORDS or is_menu(unit.line):
        return "boilerplate"
    if re.search(r"\s{2,}|\s[|>»]\s", unit.line) and not unit.ends_sentence:
        return "boilerplate"
    return "deck"


def _body_kind(unit: Unit, listing: bool, after_byline: bool) -> tuple[ZoneKind, bool]:
    if unit.mark == "list":
        return "boilerplate", True
    if unit.mark in ("end", "furniture"):
        return "boilerplate", listing
    if listing and not is_strong(unit) and not (unit.gap and is_prose(unit)):
        return "boilerplate", True
    if unit.mark in ("byline", "caption"):
        return "byline" if unit.mark == "byline" else "caption", False
    if after_byline and unit.words <= 2 and not unit.ends_sentence:
        return "byline", False  # the place below a date: "Kathmandu"
    return "body", False


_CONTENT = re.compile(r"[^\W\d_]{4,}")


def headline_index(text: str, units: Sequence[Unit], body: tuple[int, int]) -> int | None:
    """Which unit before the body is the headline, or None."""
    first_title = FIRST_LINE.sub("", units[0].line) if units and FIRST_LINE.match(units[0].line) else None
    lead = {w.lower()[:6] for u in units[body[0] : body[0] + 4] for w in _CONTENT.findall(u.line[:600])}
    scores = {
        index: _headline_score(text, units[index], index, lead, first_title)
        for index in range(1 if first_title else 0, min(body[0], len(units)))
    }
    _discount_mastheads(units, scores)
    best = max(((score, -index) for index, score in scores.items() if score > 0), default=None)
    if best is not None:
        return -best[1]
    if first_title and (body[0] > 0 or story_start(text, units[0]) is None):
        return 0
    # a headline that shares no word with the story: the first line that is a line of words
    for index, unit in enumerate(units[: min(body[0], 3)]):
        if (
            unit.words >= HEAD_WORDS
            and unit.mark in ("prose", "short", "strong")
            and not is_outlet(unit.line)
        ):
            return index
    return None


def _is_navigation(unit: Unit) -> bool:
    return unit.mark == "menu" or (unit.mark == "furniture" and unit.line[:4].lower() == "home")


def _discount_mastheads(units: Sequence[Unit], scores: dict[int, float]) -> None:
    """A line above the site's menu is rarely the headline where a line below the menu could be."""
    menu = max((i for i in scores if _is_navigation(units[i])), default=-1)
    if any(score > 0 for index, score in scores.items() if index > menu):
        for index in scores:
            if index < menu:
                scores[index] -= 0.7


def _dated_headline(text: str, unit: Unit) -> bool:
    # "PM calls with leaders: 18 January 2026" holds a date and is a headline all the same
    return (
        unit.mark == "byline"
        and unit.words >= 9
        and is_date_line(text, unit)
        and not is_byline(unit.line, unit.words)
        and city_of_date_line(unit.line) is None
    )


def _headline_score(text: str, unit: Unit, index: int, lead: set[str], title: str | None) -> float:
    line = unit.line
    if not HEAD_WORDS <= unit.words <= 40 or len(line) > 260:
        return 0
    if unit.mark in ("furniture", "list", "byline", "caption", "end") and not _dated_headline(text, unit):
        return 0
    own = [w.lower()[:6] for w in _CONTENT.findall(line)]
    if not own:
        return 0
    shared = sum(w in lead for w in own) / len(own)
    score = shared * min(1.0, len(own) / 4)
    if title:
        known = {w.lower()[:6] for w in _CONTENT.findall(title)}
        score += 3 * sum(w in known for w in own) / max(len(own), len(known))
    gaps = line.count("  ")
    if is_menu(line) or gaps > 1:
        score -= 1.0
    elif gaps:
        score -= 0.3
    if is_outlet(line):
        score -= 0.6
    if index == 0:
        score += 0.3 if shared else 0.05
    return score
