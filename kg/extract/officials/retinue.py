"""Who travels or sits with whom: "the president, accompanied by Foreign Minister X" are of one state."""

from __future__ import annotations

from itertools import pairwise

from kg.extract.officials.evidence import Occurrence, Parsed
from kg.extract.officials.lexicon import word_class

_COMPANY = frozenset(
    {
        ("accompanied", "by"),
        ("flanked", "by"),
        ("escorted", "by"),
        ("assisted", "by"),
        ("supported", "by"),
        ("together", "with"),
        ("along", "with"),
        ("presence", "of"),
    }
)
_MOTION = frozenset(
    "arrived arrive arrives flew fly flies landed travelled traveled travels came comes went left departed".split()
)
_ELSE = frozenset(", for talks meeting discussions who hold held meet".split())  # "arrived for talks with X"
_IN_TOW = frozenset("attendance tow side sides wings".split())
_REACH = 10  # words between a motion verb and "with"


def heads(p: Parsed, o: Occurrence) -> list[int]:
    """The persons, likeliest first, in whose company the sentence names somebody; none if it tells of no company."""
    first = p.occurrences[0]
    if p.t.lows[:1] == ["accompanying"] and first.name.outer == 1:
        return [first.person] if o.person != first.person else []  # "Accompanying X were Ministers Y and Z"
    start = _start(p, o)
    if not _in_company(p, start):
        return []
    others = [
        x
        for x in p.occurrences
        if x.person >= 0 and x.person != o.person and (o.group < 0 or x.group != o.group)
    ]
    before = [x.person for x in others if x.name.end <= start]
    behind = [x.person for x in others if x.name.start > start]
    return [*before[:1], *behind[:1]] if before else behind[:1]


def _start(p: Parsed, o: Occurrence) -> int:
    """The first word of the name with its post, of the first in a list where it stands in one."""
    first = o
    if o.group >= 0:
        first = min((x for x in p.occurrences if x.group == o.group), key=lambda x: x.name.start)
    starts = [
        x.title.start for x in first.links if x.where in (-1, p.index) and x.title.end <= first.name.start
    ]
    return min([first.name.outer, *starts])


_FURTHER = 60  # words that a list of those who come along may run


def _further(p: Parsed, start: int) -> bool:
    """ "accompanied by her husband, A, as well as Minister B": a later one of those who come along."""
    low = p.t.lows
    at = next(
        (i for i in range(start - 2, max(0, start - _FURTHER) - 1, -1) if low[i] == "accompanied"), None
    )
    if at is None or low[at + 1] != "by":
        return False
    return not set(low[at + 2 : start]) & (word_class("be-verb") | word_class("meet") | _CLAUSES)


_CLAUSES = frozenset("who which that when where after before while whom said . ; :".split())


def _in_company(p: Parsed, start: int) -> bool:
    low = p.t.lows
    start -= start > 0 and low[start - 1] in ("his", "her", "the", "their")
    if tuple(low[max(0, start - 2) : start]) in _COMPANY or _further(p, start):
        return True
    if not start or low[start - 1] != "with":
        return False
    near = low[max(0, start - _REACH) : start]
    moving = max((i for i, w in enumerate(near) if w in _MOTION), default=None)
    if moving is not None and not _ELSE & set(near[moving:]):
        return True
    behind = low[start : start + 2 * _REACH]
    return any(a in ("in", "at", "by") and b in (*_IN_TOW, "his", "her") for a, b in pairwise(behind))
