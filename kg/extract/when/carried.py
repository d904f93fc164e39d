"""The year of a month told without one: that of the past which the text is telling ("in May 2019 … in June")."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.extract.dates import resolve
from kg.extract.edtf import span
from kg.extract.records import DatePhrase
from kg.extract.sentence.grammar import clause, helpers
from kg.extract.sentence.tree import Tree, Word
from kg.model import DateClaim

_CALENDAR = frozenset({"month", "day", "season"})
_YEARS = frozenset({"year", "yearword", "mod", "which", "weekday"})
_NEAR = 60  # days before publication: a month so near is likelier that of the news
_MONTHS = 100  # days: a longer span is a whole year
_LEADING = frozenset("in on at during by back early late from".split())
_OPENING = 3  # words in which a sentence begins with its date
# "They last met in 2012. In June …": what was told only once does not go on
_ASIDE = frozenset("last first since ago only until latest previous".split())


def flashback(tree: Tree | None, told: DateClaim | None, published: date | None) -> DateClaim | None:
    """The date of an earlier year, newly told by a sentence, with which the text may go on.

    >>> flashback(None, DateClaim("2019-05", "stated"), date(2024, 10, 9)).edtf
    '2019-05'
    """
    days = span(told.edtf) if told is not None else None
    if told is None or published is None or days is None or days[1].year >= published.year:
        return None
    if told.quote is not None and told.quote.exact.split()[0].lower() not in _LEADING:
        return None  # "the 2002 initiative", "the September 11, 2001, attacks"
    return None if tree is not None and _ASIDE & tree.vocabulary else told


def carried(
    tree: Tree,
    phrase: DatePhrase,
    text: str,
    published: date | None,
    told: DateClaim | None,
) -> DateClaim | None:
    """A month, a day or a season without a year, reckoned from a date of the past told just before it.

    None where it has a year of its own, or is likelier to be of the days of the news.
    """
    if published is None or phrase.form not in _CALENDAR or _YEARS & {name for name, _ in phrase.parts}:
        return None
    beside = _in_sentence(tree, phrase, text, published)
    told = beside or told
    days = span(told.edtf) if told is not None else None
    plain = resolve(phrase, text, published, direction="past")
    recent = span(plain.edtf) if plain is not None else None
    if days is None or recent is None or days[1].year >= published.year:
        return None
    if beside is None and not _goes_on(tree, phrase, days, (published - recent[1]).days):
        return None
    vague = (days[1] - days[0]).days > _MONTHS
    month = next((n for name, n in phrase.parts if name == "month" and isinstance(n, int)), days[0].month)
    later = not vague and month < days[0].month and not _earlier(tree, phrase)
    year = ("yearword", "following" if later else "same")
    claim = resolve(
        replace(phrase, parts=(*phrase.parts, year)), text, published, direction="past", anchor=told
    )
    ends = span(claim.edtf) if claim is not None else None
    return claim if ends is not None and ends[0] <= published else None


def _in_sentence(tree: Tree, phrase: DatePhrase, text: str, published: date) -> DateClaim | None:
    """The date with a year that stands before a phrase: "in Rome *in May 2019* and in Bern in June"."""
    own = [w for w in tree if w.date == phrase]
    before = [
        w.date
        for w in tree
        if w.date is not None and w.date.start < phrase.start and not _of_an_aside(tree, w, own)
    ]
    years = [p for p in before if p.form in _CALENDAR and {"year", "yearword"} & dict(p.parts).keys()]
    if not years or years[-1] is not before[-1]:
        return None
    return resolve(years[-1], text, published, direction="past")


def _of_an_aside(tree: Tree, dated: Word, own: list[Word]) -> bool:
    """ "X, elected *in March 2011*, flew to Rome in June": a year that is that of somebody's past."""
    clauses = [a for a in tree.ancestors(dated) if a.dep in ("acl", "relcl")]
    return any(a not in tree.ancestors(w) for a in clauses for w in own)


def _goes_on(tree: Tree, phrase: DatePhrase, told: tuple[date, date], ago: int) -> bool:
    """Whether a sentence goes on with what was told of another year."""
    if _earlier(tree, phrase):
        return True
    vague = (told[1] - told[0]).days > _MONTHS
    first = next((w for w in tree if w.date == phrase), None)
    opening = first is not None and first.i < _OPENING
    return ago > _NEAR and (opening or not vague)


def _earlier(tree: Tree, phrase: DatePhrase) -> bool:
    """Whether the clause of a date tells what had happened before: "they *had* met in March"."""
    first: Word | None = next((w for w in tree if w.date == phrase), None)
    return first is not None and "had" in helpers(tree, clause(tree, first))
