"""The city that a story is told from: its dateline, or what the lines above the story say."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from kg.extract.places import PlacePhrase, find_places
from kg.page.records import Page

# "By Ann Doe in Lima", "From our correspondent, Lima", "Lima reporter", "Agencies in Lima"
_BYLINE = re.compile(r"\b(?:by|from|correspondent|reporter|agenc(?:y|ies)|desk|staff)\b", re.IGNORECASE)
_BESIDE = re.compile(r"(?:^|[,(|–—-]|\bin|\s\s)\s*$")
_BEHIND = re.compile(r"\s*(?:$|[,.)|–—-]|\d|reporter\b|correspondent\b|with\b|and\b)")

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
        return found[0] if found else None
    lines = list(_lines_above(page))
    signed = [x for x in lines if _BYLINE.search(page.text, *x)]
    for start, end in [*signed, *(x for x in lines if x not in signed)]:
        for p in find_places(page.text, start, end, codes):
            if p.grade == 3 and _alone(page.text[start : p.start], page.text[p.end : end]):
                return p
    return None


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
