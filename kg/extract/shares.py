"""Days shared out among places: "spent Monday in A and Tuesday in B", "left A for B, and on Sunday B for C"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.grammar import is_verb
from kg.extract.places import CITY, PlacePhrase
from kg.extract.records import DatePhrase
from kg.extract.regroup import move
from kg.extract.sides import Side
from kg.extract.tree import Tree, Word
from kg.extract.whereto import drafts

_GIVING = frozenset(
    "spent spend spends spending gave give gives devoted devotes passed set reserved has had kept".split()
)
_AT = frozenset("in at to for on with".split())
_JOINTS = frozenset({",", "and", "then", "but"})


def shared_days(tree: Tree, verb: Word, doers: list[Side]) -> Iterator[Draft]:
    """ "spent Monday in Rome, where …, and Tuesday in Bern", "gave Monday to Lima": each day has its city."""
    named = [s for s in doers if s.official is not None]
    if verb.lower not in _GIVING or not named or len({s.country for s in named}) > 1:
        return
    pairs = list(_pairs(tree, verb))
    if not pairs or not _beside(tree, verb, pairs[0][0]):
        return
    for first, day, place in pairs:
        for d in drafts(tree, verb, named, [place], "acts-in"):
            d.date = day
            yield d
        _move(tree, first, verb)


def _pairs(tree: Tree, verb: Word) -> Iterator[tuple[Word, DatePhrase, PlacePhrase]]:
    """A day and the city right behind it, for each of the shares: its first word, the day, the city."""
    for w in tree.words[verb.i + 1 :]:
        before = tree.words[w.i - 1]
        if w.day is None or before.date is w.date:
            continue
        lead = before
        while lead.i > verb.i and lead.lower in ("the", "all", "most", "of", "on", "his", "her"):
            lead = tree.words[lead.i - 1]
        if lead is not verb and lead.lower not in _JOINTS:
            continue
        behind = [x for x in tree.words[w.i : w.i + 8] if x.date is not w.date]
        if len(behind) > 1 and behind[0].lower in _AT:
            place = next((x.place for x in behind[1:3] if x.place is not None), None)
            if place is not None and place.grade == CITY:
                yield w, w.day, place


def _beside(tree: Tree, verb: Word, first: Word) -> bool:
    """Whether no other verb stands between the verb and its first day."""
    return not any(is_verb(w) for w in tree.words[verb.i + 1 : first.i])


def _move(tree: Tree, day: Word, verb: Word) -> None:
    """Hangs a day on the verb whose share it is: the parser gives it to the clause with "where" before it."""
    if day.head != verb.i:
        move(tree, day, verb, "npadvmod")
        prep = next((w for w in tree.words[day.i + 1 : day.i + 4] if w.lower in _AT), None)
        if prep is not None:
            move(tree, prep, verb, "prep")


def legs(tree: Tree, verb: Word, doers: list[Side]) -> list[Draft]:
    """ "left A for B on Friday, and on Sunday B for C": the legs of a journey, each with its day; none where it has one."""
    stops = [
        (w.i, w.place)
        for w in tree.words[verb.i + 1 :]
        if w.place is not None and w.place.grade == CITY and tree.words[w.i - 1].lower == "for"
    ]
    if len(stops) < _LEGS or any(is_verb(w) for w in tree.words[verb.i + 1 : stops[-1][0]]):
        return []
    out: list[Draft] = []
    start = 0
    for n, (at, place) in enumerate(stops):
        end = stops[n + 1][0] if n + 1 < len(stops) else len(tree.words)
        joint = next((w.i for w in tree.words[at:end] if w.lower in ("and", ";")), end)
        days = [w.day for w in tree.words[start:joint] if w.day is not None]
        start = joint
        for d in drafts(tree, verb, doers, [place], "leave-for"):
            d.date, d.undated = (days[-1] if days else None), not days
            out.append(d)
    return out if len({d.date for d in out}) > 1 else []


_LEGS = 2
