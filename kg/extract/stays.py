"""How long a visit lasted: "began a three-day visit on Monday" is Monday to Wednesday."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from kg.extract.dates import duration_days
from kg.extract.drafts import Draft
from kg.extract.edtf import span
from kg.extract.grammar import clause, clause_words
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
_LONGEST = 21  # days: what lasts longer is a posting or a term


def stay(draft: Draft) -> DateClaim | None:
    """The days of a visit of which the clause tells the first or the last day and the length, else its date as it is."""
    when, tree = draft.when, draft.tree
    ends = span(when.edtf) if when is not None else None
    if draft.kind != "visit" or when is None or ends is None or ends[0] != ends[1]:
        return when
    day = next((w for w in tree if w.date is not None and w.date is draft.date), draft.trigger)
    verb = clause(tree, day)  # "a visit which began on Monday ends today"
    words = {w.i: w for w in [*clause_words(tree, verb), *clause_words(tree, draft.trigger)]}
    lengths = {w.date for w in words.values() if w.date is not None and w.date.form == "duration"}
    numbers = [n for d in lengths if (n := duration_days(d)) is not None]
    if len(numbers) != 1 or not 1 < numbers[0] <= _LONGEST or any("hour" in str(d.parts) for d in lengths):
        return when
    more = timedelta(days=numbers[0] - 1)
    if verb.lower in _ENDING:
        return replace(when, edtf=f"{ends[0] - more}/{ends[1]}")
    future = draft.status == "planned" and {"pay", "visit", "make"} & set(lookup(verb.lower, "verb").values())
    if verb.lower in _BEGINNING or future:
        return replace(when, edtf=f"{ends[0]}/{ends[1] + more}")
    return when
