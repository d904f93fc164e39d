"""The states and bodies that a stretch of text names; a region stands for its members."""

from __future__ import annotations

import re

from kg.extract.records import Mention
from kg.reference import scan

_REGIONS = {
    "Baltic": ("EE", "LV", "LT"),
    "Benelux": ("BE", "NL", "LU"),
    "Visegrad": ("CZ", "HU", "PL", "SK"),
    "Nordic": ("DK", "FI", "IS", "NO", "SE"),
    "two Koreas": ("KR", "KP"),
}
_LEFT = 48  # characters around a word in which a longer name that it is part of may begin or end
_KINDS = ("state", "demonym", "body", "capital", "seat")


def countries_at(text: str, start: int, end: int) -> list[str]:
    """Codes of the states and bodies named in `text[start:end]`, in order, with repetitions.

    >>> text = "the Thai and Baltic ministers"
    >>> countries_at(text, 0, len(text))
    ['TH', 'EE', 'LV', 'LT']
    """
    before = text.rfind(" ", 0, max(0, start - _LEFT)) + 1  # "Latin American" names no state, "American" does
    named = scan(text, before, end + _LEFT)  # "Organization of American States": neither do its single words
    found = [m[0].code for at, _, m in named if m[0].kind in _KINDS and start <= at < end]
    for region, members in _REGIONS.items():
        if region in text[start:end]:
            found += members
    return found


_SENT = re.compile(
    r"\b(?:envoy|representative|ambassador|coordinator|adviser|advisor|negotiator)\s+(?:for|to|on)\s",
    re.IGNORECASE,
)


def own_end(text: str, m: Mention) -> int:
    """Where a post's own state must stand before: "the Kenyan envoy | for Somalia" is not Somalia's.

    >>> text = "The Kenyan envoy for Somalia came."
    >>> text[: own_end(text, Mention(0, 28, "title"))]
    'The Kenyan envoy'
    """
    sent = _SENT.search(text, m.start, m.end) if m.kind == "title" else None
    if sent is None or not countries_at(text, m.start, sent.start()):
        return m.end
    return m.start + len(re.sub(r"\s+(?:for|to|on)\s$", "", text[m.start : sent.end()]))
