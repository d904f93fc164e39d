"""Where and when: the place and date of each draft, and its standing."""

from __future__ import annotations

from datetime import date
from typing import Literal

from kg.extract.certainty import standing
from kg.extract.dates import resolve
from kg.extract.drafts import Draft
from kg.extract.edtf import span
from kg.extract.grammar import clause, is_verb
from kg.extract.places import PlacePhrase
from kg.extract.records import DatePhrase
from kg.extract.tree import Tree, Word
from kg.model import DateClaim

_AT = frozenset("in at near outside inside around on aboard".split())
_FAR = 99


def settle(
    draft: Draft, text: str, published: date | None, anchor: DateClaim | None, past: DateClaim | None = None
) -> None:
    """Give a draft its status, date and place from its own sentence.

    `anchor` is the latest date of the text so far, for "the following day"; `past` the latest that is over.
    """
    tree, trigger = draft.tree, draft.trigger
    if draft.date is None and not draft.undated:
        draft.date = nearest_date(tree, trigger)
    fixed = _fixed(draft.date, text, published)
    stand = standing(tree, trigger, dated=fixed)
    if draft.stated is not None and stand.status in ("held", "ongoing"):
        stand.status = draft.stated
    draft.status = stand.status
    if not stand.real:
        draft.denied = True
    if draft.date is not None:
        hook = past if stand.direction == "past" and past is not None else anchor
        draft.when = _when(draft.date, text, published, stand.direction, hook)
    if draft.place is None:
        draft.place = nearest_place(tree, trigger)
        draft.place_stated = draft.place is not None
    else:
        draft.place = _refine(tree, draft, draft.place)


def _when(
    phrase: DatePhrase, text: str, published: date | None, direction: str, anchor: DateClaim | None
) -> DateClaim | None:
    """The date that a phrase means; of what was called off or put off, the day nearest to publication."""
    if direction != "unknown" or published is None:
        way: Literal["past", "future", "unknown"] = (
            "past" if direction == "past" else "future" if direction == "future" else "unknown"
        )
        return resolve(phrase, text, published, direction=way, anchor=anchor)
    both = [resolve(phrase, text, published, direction=d, anchor=anchor) for d in ("future", "past")]
    dated = [(abs((ends[0] - published).days), c) for c in both if c is not None and (ends := span(c.edtf))]
    return min(dated, key=lambda x: x[0])[1] if dated else None


def _fixed(phrase: DatePhrase | None, text: str, published: date | None) -> str:
    """ "past" or "future" where the phrase alone decides, else "unknown"."""
    if phrase is None or published is None:
        return "unknown"
    back = resolve(phrase, text, published, direction="past")
    ahead = resolve(phrase, text, published, direction="future")
    if back is None or ahead is None:
        return "unknown"
    if back.edtf != ahead.edtf:
        return "weekday"
    days = span(back.edtf)
    if days is None:
        return "unknown"
    if days[0] > published:
        return "future"
    if days[0] == published == days[1]:
        return "today"
    return "past" if days[1] < published else "unknown"


def _rings(tree: Tree, word: Word) -> list[list[Word]]:
    """The words around a trigger, ring by ring: its own phrase, its clause, the clauses above it."""
    rings = [_near(tree, word)]
    below = word
    for above in tree.ancestors(word):
        if is_verb(above) or above.dep in ("ROOT", "relcl", "acl"):
            rings.append([w for w in _near(tree, above) if w not in rings[-1]])
        if below.dep in ("ccomp", "parataxis") and is_verb(below):
            rings.append([])
            break
        below = above
    return rings


def _near(tree: Tree, word: Word) -> list[Word]:
    """The words below one, those of other finite clauses left out."""
    out, todo = [], [word]
    while todo:
        w = todo.pop()
        out.append(w)
        for c in tree.children(w):
            if is_verb(c) and c.dep in ("relcl", "ccomp", "advcl", "conj", "parataxis") and c is not word:
                continue
            todo.append(c)
    return out


def nearest_date(tree: Tree, trigger: Word) -> DatePhrase | None:
    """The date phrase that belongs to a trigger: in its phrase, its clause, or the clause above.

    "On 28 April, when he met her": the day before "when" counts. Failing all, the sentence's only date.
    """
    for ring in _rings(tree, trigger):
        dated = [w for w in ring if _dated(w)]
        if dated:
            return min(dated, key=lambda w: abs(w.i - trigger.i)).date
        when = next((w for w in ring if w.lower == "when" and w.i < trigger.i), None)
        if when is not None:
            before = [w for w in tree.words[: when.i] if _dated(w)]
            if before:
                return before[-1].date
    above = {trigger.i, *(w.i for w in tree.ancestors(trigger))}
    every = {w.date for w in tree if _dated(w) and _reaches(tree, w, above)}
    return next(iter(every)) if len(every) == 1 else None


def _reaches(tree: Tree, dated: Word, above: set[int]) -> bool:
    """Whether a date may belong to a trigger in another clause: not out of a clause of its own."""
    verb = clause(tree, dated)
    return verb.i in above or verb.dep not in ("advcl", "relcl", "ccomp")


def _dated(word: Word) -> bool:
    return word.date is not None and word.date.form != "duration"


def nearest_place(tree: Tree, trigger: Word) -> PlacePhrase | None:
    """The place that belongs to a trigger, by the same rings; "Seoul, where he met" counts first."""
    for above in [trigger, *tree.ancestors(trigger)]:
        where = next((c for c in tree.children(above) if c.lower == "where" and c.i < trigger.i), None)
        if where is not None:
            before = [w for w in tree.words[: where.i] if w.place is not None]
            if before:
                return before[-1].place
    for ring in _rings(tree, trigger)[:3]:
        places = [(abs(w.i - trigger.i), w.i, p) for w in ring if (p := _located(tree, w)) is not None]
        fine = [x for x in places if x[2].grade > 1] or places
        if fine:
            return min(fine, key=lambda x: x[:2])[2]
    return None


def _located(tree: Tree, word: Word) -> PlacePhrase | None:
    """The word's place when a preposition of place governs it."""
    if word.place is None or (word.mention is not None and word.mention.kind == "party"):
        return None
    if word.dep in ("poss", "amod", "nsubj", "nsubjpass", "dobj"):
        return None
    head = tree.head(word)
    steps = 0
    while head is not None and steps < 5:
        if head.dep in ("prep", "agent") or head.tag == "IN":
            return (
                word.place
                if head.lower in _AT
                else (word.place if head.lower == "of" and _city_of(tree, head) else None)
            )
        if is_verb(head):
            return None
        head = tree.head(head)
        steps += 1
    return None


def _city_of(tree: Tree, of: Word) -> bool:
    head = tree.head(of)
    return head is not None and head.lower in (
        "city", "town", "port", "resort", "village", "capital", "island", "suburb", "hometown", "state", "province",
    )  # fmt: skip


def _refine(tree: Tree, draft: Draft, place: PlacePhrase) -> PlacePhrase:
    """A city of the same state beside a state as destination is the more precise place."""
    if place.grade == 3:
        return place
    for ring in _rings(tree, draft.trigger)[:2]:
        for w in ring:
            if w.place is not None and w.place.country == place.country and w.place.grade > place.grade:
                return w.place
    return place
