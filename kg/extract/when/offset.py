"""Events told by their distance from another: "a day after he flew to Lima", "two days before the talks"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kg.extract.dates.words import NUM, UNIT, count_of
from kg.extract.edtf import span
from kg.extract.records import DatePhrase
from kg.extract.sentence.grammar import is_verb
from kg.extract.sentence.tree import Tree, Word
from kg.model import DateClaim

_DISTANCE = re.compile(
    rf"\b(?:(?P<n>{NUM})\s+(?P<unit>{UNIT})s?|the\s+(?P<the>day|night|morning|evening|week|month|year)|(?P<eve>the\s+eve)"
    r"|(?P<soon>hours|minutes|moments|shortly|immediately|soon|just|right|straight))\s+(?P<way>after|before|of)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Distance:
    """How far the event of a main clause lies from another one.

    `link` is the word that joins them ("after"), `main` the verb of the clause, `other` what hangs on the
    link. `phrase` counts from the other event to the main one, `back` the other way.
    """

    link: Word
    main: Word
    other: Word
    phrase: DatePhrase
    back: DatePhrase


def distances(tree: Tree, text: str) -> list[Distance]:
    """The distances that a sentence tells."""
    out = []
    for m in _DISTANCE.finditer(text, tree.start, tree.end):
        if bool(m["eve"]) != (m["way"].lower() == "of"):
            continue
        link = next((w for w in tree if w.start == m.start("way")), None)
        ends = _ends(tree, link) if link is not None else None
        if link is None or ends is None:
            continue
        unit, n = _length(m)
        n = -n if m["way"].lower() != "after" else n
        main, other = ends
        out.append(Distance(link, main, other, _phrase(m, unit, n), _phrase(m, unit, -n)))
    return out


_NEWS = frozenset("comes came come follows followed arrives arrived".split())
_NEWS_DAYS = 6


def news_day(main: Word, anchor: DateClaim | None, published: date | None) -> DateClaim | None:
    """The day from which "The visit *comes* a week after X met Y" counts: that of the news, else of its appearance."""
    if main.lower not in _NEWS or published is None:
        return None
    days = span(anchor.edtf) if anchor is not None else None
    if days is not None and days[0] == days[1] and abs((published - days[0]).days) <= _NEWS_DAYS:
        return anchor
    return DateClaim(str(published), "inherited")


def _length(m: re.Match[str]) -> tuple[str, int]:
    if m["soon"]:
        return "day", 0
    if m["n"]:
        n, unit, _ = count_of(m["n"], m["unit"], False)
        return unit, n
    unit = (m["the"] or "day").lower()
    return (unit if unit in ("week", "month", "year") else "day"), 1


def _phrase(m: re.Match[str], unit: str, n: int) -> DatePhrase:
    parts: tuple[tuple[str, int | str], ...] = (("n", n), ("shift", 1), ("unit", unit))
    return DatePhrase(m.start(), m.end(), "anchor", parts)


def _ends(tree: Tree, link: Word) -> tuple[Word, Word] | None:
    """The verb of the main clause, and the clause or noun behind the link."""
    behind = [tree.head(link)] if link.dep == "mark" else tree.children(link, "pcomp", "pobj")
    other = next(iter(behind), None)
    if other is None:
        return None
    start = tree.ancestors(other if link.dep == "mark" else link)
    main = next((w for w in start if is_verb(w)), None)
    return (main, other) if main is not None else None


def from_distance(tree: Tree, trigger: Word, text: str) -> tuple[DatePhrase, Word, frozenset[int]] | None:
    """How to reckon the day of an event that is told by a distance.

    Gives the phrase to reckon with, the word in whose clause the known date is to be sought, and the words
    of the clause or noun behind the link.
    """
    above = {trigger.i, *(w.i for w in tree.ancestors(trigger))}
    for d in distances(tree, text):
        inner = frozenset(w.i for w in tree.subtree(d.other))
        if trigger.i in inner:
            return d.back, d.main, inner
        if d.main.i in above:
            return d.phrase, d.other, inner
    return None
