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
_KINDS = ("state", "demonym", "body", "capital", "seat")


def countries_at(text: str, start: int, end: int) -> list[str]:
    """Codes of the states and bodies named in `text[start:end]`, in order, with repetitions.

    >>> text = "the Thai and Baltic ministers"
    >>> countries_at(text, 0, len(text))
    ['TH', 'EE', 'LV', 'LT']
    """
    found = [m[0].code for _, _, m in scan(text, start, end) if m[0].kind in _KINDS]
    for region, members in _REGIONS.items():
        if region in text[start:end]:
            found += members
    return found
