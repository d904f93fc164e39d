"""Where and when: the place and date of each draft, and its standing."""

from __future__ import annotations

from datetime import date

from kg.extract.certainty import standing
from kg.extract.drafts import Draft
from kg.extract.grammar import is_verb
from kg.extract.offset import from_distance
from kg.extract.places import PlacePhrase
from kg.extract.tree import Tree, Word
from kg.extract.when import fixed, hook, nearest_date, of_another, rings, when
from kg.model import DateClaim

_AT = frozenset("in at near outside inside around on aboard".split())


def settle(
    draft: Draft, text: str, published: date | None, anchor: DateClaim | None, past: DateClaim | None = None
) -> None:
    """Give a draft its status, date and place from its own sentence.

    `anchor` is the latest date of the text so far, for "the following day"; `past` the latest that is over.
    """
    tree, trigger = draft.tree, draft.trigger
    distance = from_distance(tree, trigger, text) if draft.date is None and not draft.undated else None
    inside = distance is not None and trigger.i in distance[2]
    if draft.date is None and not draft.undated and not inside:
        draft.date = nearest_date(tree, trigger, distance[2] if distance else ())
    certain = fixed(draft.date, text, published)
    stand = standing(tree, trigger, dated=certain, spoken=draft.rule == "by-line")
    if draft.stated is not None and stand.status in ("held", "ongoing"):
        stand.status = draft.stated
    draft.status = stand.status
    if not stand.real:
        draft.denied = True
    if draft.date is not None:
        here = hook(tree, draft.date, text, published, stand.direction)
        told = here or (past if stand.direction == "past" and past is not None else anchor)
        draft.when = when(draft.date, text, published, stand.direction, told)
    if distance is not None and (inside or draft.when is None):
        phrase, clause, inner = distance
        known = nearest_date(tree, clause, inner if inside else ())
        base = when(known, text, published, stand.direction, anchor) if known else None
        draft.when = when(phrase, text, published, stand.direction, base) if base else draft.when
        draft.date = phrase if base else draft.date
    if draft.place is None:
        draft.place = nearest_place(tree, trigger)
        draft.place_stated = draft.place is not None
    else:
        draft.place = _refine(tree, draft, draft.place)


def nearest_place(tree: Tree, trigger: Word) -> PlacePhrase | None:
    """The place that belongs to a trigger, by the same rings; "Seoul, where he met" counts first."""
    for above in [trigger, *tree.ancestors(trigger)]:
        where = next((c for c in tree.children(above) if c.lower == "where" and c.i < trigger.i), None)
        if where is not None:
            before = [w for w in tree.words[: where.i] if w.place is not None]
            if before:
                return before[-1].place
    for ring in rings(tree, trigger)[:3]:
        places = [
            (abs(w.i - trigger.i), w.i, p)
            for w in ring
            if (p := _located(tree, w)) is not None and not of_another(tree, w)
        ]
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
    for ring in rings(tree, draft.trigger)[:2]:
        for w in ring:
            if w.place is not None and w.place.country == place.country and w.place.grade > place.grade:
                return w.place
    return place
