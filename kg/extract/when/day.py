"""The day that a story is about, after each of its sentences."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kg.extract.clause.since import in_the_background
from kg.extract.dates import find_dates, resolve
from kg.extract.drafts import DONE, Draft, Setting
from kg.extract.edtf import span
from kg.extract.records import DatePhrase
from kg.extract.sentence.grammar import clause, is_verb
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.extract.when.choice import deadline, of_another, to_come
from kg.extract.wordings import MARGINS
from kg.model import DateClaim
from kg.page.records import Sentence

_NEWS_DAYS = 6  # days before or after publication that a news story is about


def story_day(
    s: Sentence,
    text: str,
    published: date | None,
    anchor: DateClaim | None,
    before: Setting,
    *,
    tree: Tree | None = None,
    found: list[Draft] | None = None,
) -> Setting:
    """The setting after a sentence: a day of the news that it names; dates of what is yet to come are not.

    >>> text = "On Monday it rained."
    >>> monday = story_day(Sentence(0, 20, "body", 0), text, date(2024, 10, 9), None, Setting())
    >>> monday.when.edtf if monday.when else None
    '2024-10-07'
    """
    ahead = {d.date for d in found or () if d.status not in ("held", "ongoing")}
    if tree is not None:
        ahead |= {w.date for w in tree if w.date is not None and to_come(tree, clause(tree, w))}
        ahead |= {w.date for w in tree if w.date is not None and _of_a_matter(tree, w)}
        ahead |= {w.date for w in tree if w.date is not None and in_the_background(tree, w)}
    phrases = [p for p in find_dates(text, s.start, s.end) if p not in ahead]
    own = [resolve(p, text, published, direction="past", anchor=anchor) for p in phrases]
    near = [c for c in own if c is not None and _news(c, published)]
    return Setting(near[0]) if near else before


_MATTERS = frozenset(
    "announcement attack bombing statement decision election vote killing shooting strike raid threat remarks comments "
    "report referendum protest arrest".split()
)


def _of_a_matter(tree: Tree, dated: Word) -> bool:
    """ "condemned Israel's announcement *on Friday* that it would build": the day of what is spoken of."""
    first = next(w for w in tree if w.date is dated.date)
    before = tree.words[first.i - 1] if first.i else first
    governed = before.dep in ("dobj", "pobj") and any(is_verb(w) for w in tree.ancestors(before))
    return before.lower in _MATTERS and governed


def _news(claim: DateClaim, published: date | None) -> bool:
    """Whether a date is of the days that the article reports on, not of its background."""
    ends = span(claim.edtf)
    return bool(published and ends and ends[0] == ends[1] and abs((published - ends[0]).days) <= _NEWS_DAYS)


def of_something_else(tree: Tree, dated: Word) -> bool:
    """Whether a date is that of something else than the story goes on about."""
    return of_another(tree, dated) or deadline(tree, dated) or in_the_background(tree, dated)


_TO_COME = frozenset({"will", "shall", "'ll"})


def lies_ahead(tree: Tree, phrase: DatePhrase) -> bool:
    """Whether the verb of a date that tells of no event speaks of what is to come; any verb, if it has none."""
    first = next((w for w in tree if w.date == phrase), None)
    verb = clause(tree, first) if first is not None else None
    if verb is None or not is_verb(verb):
        return any(w.lower in _TO_COME or (w.head == w.i and w.tag in ("VBZ", "VBP")) for w in tree)
    present = verb.head == verb.i and verb.tag in ("VBZ", "VBP")
    return present or bool(_TO_COME & {w.lower for w in tree.children(verb, "aux")})


_OCCASIONS = frozenset("occasion time day visit trip".split())


def on_that_occasion(tree: Tree) -> bool:
    """ "On that occasion X …", "Back then Y …": on the day that was told last."""
    first = [w.lower for w in tree.words[:3]]
    return first[:2] == ["back", "then"] or (
        first[:1] in (["on"], ["at"]) and first[1:2] == ["that"] and bool(_OCCASIONS & set(first[2:]))
    )


def day_of_the_gathering(tree: Tree, told: list[Draft]) -> DateClaim | None:
    """ "On the margins X met Y": on the day of the gathering that the story told of."""
    if tree.vocabulary.isdisjoint(MARGINS):
        return None
    here = {w.lower for w in tree if "gathering" in lookup(w.lower, "noun")}
    gathered = (d for d in told if d.gathering or "gathering" in lookup(d.trigger.lower, "noun"))
    held = [d for d in gathered if d.news and d.status in DONE and d.tree is not tree]
    same = [d for d in held if d.trigger.lower in here]
    main = same[-1:] or held[:1]
    return replace(main[0].when, basis="inherited") if main and main[0].when is not None else None
