"""Days shared out among places: "spent Monday in A and Tuesday in B", "left A for B, and on Sunday B for C"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.drafts import Draft
from kg.extract.journeys.whereto import drafts
from kg.extract.places.find import CITY, PlacePhrase
from kg.extract.records import DatePhrase
from kg.extract.sentence.grammar import is_verb
from kg.extract.sentence.regroup import move
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.wordings import MEALS, TIME

_GIVING = frozenset(
    "spent spend spends spending gave give gives devoted devotes passed set reserved has had kept have having took take "
    "takes ate eat eats".split()
)
_AT = frozenset("in at to for on with".split())
_JOINTS = frozenset({",", "and", "then", "but"})
_SMALL = frozenset("the all most of on his her a an one some several only just another almost nearly".split())


@dataclass(frozen=True, slots=True)
class _Share:
    """What is given to a place: its last word, its day (a length of time or a meal has none), the place."""

    last: Word
    day: DatePhrase | None
    place: PlacePhrase


def shared_days(tree: Tree, verb: Word, doers: list[Side]) -> Iterator[Draft]:
    """ "spent Monday in Rome, where …, and Tuesday in Bern", "two days in Lima and three in Quito": to each its place."""
    named = [s for s in doers if s.official is not None]
    if verb.lower not in _GIVING or not named or len({s.country for s in named}) > 1:
        return
    shares = list(_shares(tree, verb))
    if len(shares) < _SEVERAL:  # of one place alone only a day tells: "gave Monday to Lima"
        shares = [s for s in shares if s.day is not None and s.place.grade == CITY]
    if not shares or not _beside(tree, verb, shares[0].last):
        return
    for share in shares:
        for d in drafts(tree, verb, named, [share.place], "acts-in"):
            d.date = share.day
            yield d
        if share.day is not None:
            _move(tree, share.last, verb)


_SEVERAL = 2


def _shares(tree: Tree, verb: Word) -> Iterator[_Share]:
    """The shares behind a verb: each a day, a length of time, a meal or a number with a place right behind it."""
    found = 0
    for w in tree.words[verb.i + 1 :]:
        behind = tree.words[w.i + 1 : w.i + 8]
        if not behind or (w.date is not None and behind[0].date is w.date) or not _counts(w, found):
            continue
        if w.day is not None:
            behind = [x for x in behind if x.date is not w.date]
        if not _leads(tree, verb, w) or len(behind) < 2 or behind[0].lower not in _AT:
            continue
        place = next((x.place for x in behind[1:3] if x.place is not None), None)
        if place is not None:
            found += 1
            yield _Share(w, w.day, place)


def _counts(word: Word, found: int) -> bool:
    """Whether a word may be a share; of a bare number only where one was told: "two days in Lima and *three* in Quito"."""
    return word.date is not None or word.lower in TIME | MEALS or (found > 0 and word.tag == "CD")


def _leads(tree: Tree, verb: Word, word: Word) -> bool:
    """Whether a share stands right behind the verb or a joint, but for the words that count it."""
    lead = tree.words[word.i - 1]
    while lead.i > verb.i and (
        lead.lower in _SMALL
        or lead.tag in ("CD", "JJ", "DT")
        or (lead.date is not None and lead.date is word.date)
    ):
        lead = tree.words[lead.i - 1]
    return lead is verb or lead.lower in _JOINTS


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
