"""What a date phrase means beside the other dates that a text tells: the day it hangs on, past or to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from kg.extract.dates import resolve
from kg.extract.edtf import span
from kg.extract.records import DatePhrase
from kg.extract.sentence.tree import Tree
from kg.model import DateClaim

_BACKWARD = frozenset({"that", "same", "following", "previous"})


def hanging(phrase: DatePhrase) -> bool:
    """Whether a phrase counts from another date: "the day after", "that autumn", "in May of the same year".

    >>> from kg.extract.dates import find_dates
    >>> [hanging(p) for p in find_dates("met on Friday and again the day after.")]
    [False, True]
    """
    said = {value for name, value in phrase.parts if name in ("mod", "week", "which", "yearword")}
    return phrase.form == "anchor" or bool(said & _BACKWARD)


def hook(
    tree: Tree,
    phrase: DatePhrase,
    text: str,
    published: date | None,
    direction: str,
    anchor: DateClaim | None = None,
) -> DateClaim | None:
    """The date of the same sentence on which a phrase hangs: "arrived on Sunday … that same afternoon"."""
    if not hanging(phrase):
        return None
    before = [w.day for w in tree if w.day is not None and w.day.start < phrase.start]
    told: DateClaim | None = None
    for d in dict.fromkeys(before):  # "in Oslo in May, in Bern that September and in Rome *a month later*"
        found = when(d, text, published, direction, (told or anchor) if hanging(d) else None)
        in_order = direction == "future" and d.form == "weekday"
        told = (not_before(found, told) if in_order else found) or told
    return told


def not_before(claim: DateClaim | None, last: DateClaim | None) -> DateClaim | None:
    """A weekday to come, put a week later where it would lie before the one told last: "on Tuesday and on *Monday*".

    >>> not_before(DateClaim("2024-10-09", "relative"), DateClaim("2024-10-15", "relative")).edtf
    '2024-10-16'
    """
    own = span(claim.edtf) if claim is not None else None
    end = span(last.edtf) if last is not None else None
    if claim is None or own is None or end is None or own[0] != own[1] or own[0] >= end[1]:
        return claim
    return replace(claim, edtf=str(own[0] + timedelta(days=7)))


def when(
    phrase: DatePhrase, text: str, published: date | None, direction: str, anchor: DateClaim | None
) -> DateClaim | None:
    """The date that a phrase means; of what was called off or put off, the day nearest to publication."""
    if direction != "unknown" or published is None:
        way: Literal["past", "future", "unknown"] = (
            "past" if direction == "past" else "future" if direction == "future" else "unknown"
        )
        return resolve(phrase, text, published, direction=way, anchor=anchor)
    both = [resolve(phrase, text, published, direction=d, anchor=anchor) for d in ("future", "past")]
    dated = [((ends[0] - published).days, c) for c in both if c is not None and (ends := span(c.edtf))]
    return min(dated, key=lambda x: x[0] if x[0] >= 0 else _LATE - x[0])[1] if dated else None


_LATE = 2  # days by which a day to come is likelier: what is called off is oftener told of before its day than behind it


def _just_over(phrase: DatePhrase, back: str, ahead: str, published: date) -> bool:
    """Whether a day of the calendar without its year is one just past: "arrives in Lima on February 19", a day later."""
    gone, due = span(back), span(ahead)
    if phrase.form not in ("day", "days") or gone is None or due is None:
        return False
    return 0 < (published - gone[1]).days <= _RECENT and (due[0] - published).days > _RECENT


_RECENT = 10  # days


_LATER = ("later this", "later today", "Later this", "Later today")


def fixed(phrase: DatePhrase | None, text: str, published: date | None) -> str:
    """ "past" or "future" where the phrase alone decides, else "unknown"."""
    if phrase is None or published is None:
        return "unknown"
    if text.startswith(_LATER, phrase.start):
        return "future"
    back = resolve(phrase, text, published, direction="past")
    ahead = resolve(phrase, text, published, direction="future")
    if back is None or ahead is None:
        return "unknown"
    if back.edtf != ahead.edtf:
        return "past" if _just_over(phrase, back.edtf, ahead.edtf, published) else "weekday"
    days = span(back.edtf)
    if days is None:
        return "unknown"
    if days[0] > published:
        return "future"
    if days[0] == published == days[1]:
        return "today"
    return "past" if days[1] < published else "unknown"
