"""The states and bodies that a stretch of text names; a region stands for its members."""

from __future__ import annotations

from kg.reference import scan

_REGIONS = {
    "Baltic": ("EE", "LV", "LT"),
    "Benelux": ("BE", "NL", "LU"),
    "Visegrad": ("CZ", "HU", "PL", "SK"),
    "Nordic": ("DK", "FI", "IS", "NO", "SE"),
    "two Koreas": ("KR", "KP"),
}
_LEFT = 12  # characters before a word that may make it part of a longer name
_KINDS = ("state", "demonym", "body", "capital", "seat")


def countries_at(text: str, start: int, end: int) -> list[str]:
    """Codes of the states and bodies named in `text[start:end]`, in order, with repetitions.

    >>> text = "the Thai and Baltic ministers"
    >>> countries_at(text, 0, len(text))
    ['TH', 'EE', 'LV', 'LT']
    """
    before = text.rfind(" ", 0, max(0, start - _LEFT)) + 1  # "Latin American" names no state, "American" does
    found = [m[0].code for at, _, m in scan(text, before, end) if m[0].kind in _KINDS and at >= start]
    for region, members in _REGIONS.items():
        if region in text[start:end]:
            found += members
    return found
