"""How long a visit lasted: "began a three-day visit on Monday" is Monday to Wednesday."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from kg.extract.dates import duration_days, resolve
from kg.extract.drafts import Draft
from kg.extract.edtf import span
from kg.extract.records import DatePhrase
from kg.extract.sentence.grammar import clause, clause_words, helpers, subject
from kg.extract.sentence.tree import Tree
from kg.extract.triggers import lookup
from kg.model import DateClaim

_BEGINNING = frozenset(
    "begin begins began beginning start starts started starting arrive arrives arrived arriving land lands landed "
    "open opens opened embark embarks embarked".split()
)
_ENDING = frozenset(
    "end ends ended ending conclude concludes concluded concluding wind winds wound wrap wraps wrapped finish finishes "
    "finished complete completes completed leave leaves left leaving depart departs departed return returns returned "
    "round rounds rounded".split()
)
_LEAVING = frozenset("ends concludes leaves departs returns finishes".split())
_NOW = frozenset({"is", "are", "'s", "’s", "stays", "remains"})
_NEAR = 6  # words from a verb of leaving to its day
_LONGEST = 21  # days: what lasts longer is a posting or a term


def stay(draft: Draft, text: str, published: date | None) -> None:
    """Give a visit its days where the clause tells the first or the last one and the length, or both.

    One that has begun and outlasts the day of publication goes on.
    """
    if draft.kind != "visit" or draft.when is None:
        return
    told = _until(draft, published) or (span(draft.when.edtf) if _from_to(draft) else None)
    days = _days(draft) or told or _till_leaving(draft, text, published)
    if days is None:
        return
    draft.when = replace(draft.when, edtf=f"{days[0]}/{days[1]}")
    begun = draft.status == "held" or (draft.status == "planned" and told is not None)
    if begun and published is not None and days[0] <= published < days[1]:
        draft.status = "ongoing"


def _from_to(draft: Draft) -> bool:
    """Whether the words give the first and the last day: "from October 7 to 11"."""
    return draft.date is not None and draft.date.form in ("days", "weekdays")


def _until(draft: Draft, published: date | None) -> tuple[date, date] | None:
    """ "is visiting Peru until Saturday", "is in Peru through Friday": he is there now."""
    lead = dict(draft.date.parts).get("lead") if draft.date is not None else None
    ends = span(draft.when.edtf) if draft.when is not None else None
    verb = clause(draft.tree, draft.trigger)
    now = _NOW & {verb.lower, *helpers(draft.tree, verb)}
    if lead not in ("until", "till", "through") or not now or ends is None or published is None:
        return None
    return (published, ends[1]) if published < ends[1] else None


def _till_leaving(draft: Draft, text: str, published: date | None) -> tuple[date, date] | None:
    """ "arrived on Monday and leaves on Friday", "the visit, which began on Monday, ends on Friday"."""
    tree, ends = draft.tree, span(draft.when.edtf) if draft.when is not None else None
    if published is None or ends is None or ends[0] != ends[1] or ends[0] > published:
        return None
    for verb in tree.words[draft.trigger.i + 1 :]:
        goes = verb.lower in _LEAVING or (verb.lower in _ENDING and "will" in helpers(tree, verb))
        if not goes or not (verb.dep == "conj" or subject(tree, verb) is draft.trigger):
            continue
        for w in tree.words[verb.i + 1 : verb.i + _NEAR]:
            told = resolve(w.date, text, published, direction="future") if w.date is not None else None
            last = span(told.edtf) if told is not None else None
            if last is not None and last[0] == last[1] > published:
                return ends[0], last[1]
    return None


def so_far(when: DateClaim, published: date | None) -> DateClaim:
    """A date without the days after publication, for what has happened on a visit that goes on.

    >>> so_far(DateClaim("2024-10-08/2024-10-10", "relative"), date(2024, 10, 9)).edtf
    '2024-10-08/2024-10-09'
    """
    days = span(when.edtf)
    if days is None or published is None or not days[0] <= published < days[1]:
        return when
    return replace(when, edtf=f"{days[0]}/{published}" if days[0] < published else str(published))


def _days(draft: Draft) -> tuple[date, date] | None:
    """The first and last day of a visit of which one of them and the length are told."""
    tree, ends = draft.tree, span(draft.when.edtf) if draft.when is not None else None
    if draft.kind != "visit" or ends is None or ends[0] != ends[1]:
        return None
    day = next((w for w in tree if w.date is not None and w.date is draft.date), draft.trigger)
    verb = clause(tree, day)  # "a visit which began on Monday ends today"
    words = [*clause_words(tree, verb), *clause_words(tree, draft.trigger)]
    lengths = {w.date for w in words if w.date is not None and w.date.form == "duration"}
    numbers = [n for d in lengths if (n := duration_days(d)) is not None]
    if len(numbers) != 1 or not 1 < numbers[0] <= _LONGEST:
        return None
    more = timedelta(days=numbers[0] - 1)
    going = bool(lookup(verb.lower, "verb").keys() & {"go", "leave"})
    outbound = going and draft.rule in _OUTBOUND and _for_a_stay(tree, lengths)
    if verb.lower in _ENDING and not outbound:
        return (ends[0] - more, ends[0]) if draft.rule != "leave-for" else None
    ahead = draft.status == "planned" and lookup(verb.lower, "verb").get("go") in ("pay", "visit", "make")
    return (ends[0], ends[0] + more) if verb.lower in _BEGINNING or ahead or outbound else None


_OUTBOUND = frozenset({"leave-for", "go-verb", "trip-noun", "trip-here"})


def _for_a_stay(tree: Tree, lengths: Collection[DatePhrase]) -> bool:
    """Whether a length is that of the stay one leaves for: "left for Lima *on a five-day visit*", but not "*after* one"."""
    measured = next((w for w in tree if w.date is not None and w.date in lengths), None)
    above = tree.ancestors(measured) if measured is not None else ()
    return next((a.lower for a in above if a.tag == "IN"), "") in ("on", "for")
