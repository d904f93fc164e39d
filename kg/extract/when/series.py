"""Encounters that are counted: "have met seven times since he took office", "held six rounds of talks this year".

They are no one day's and no one place's: nothing of where and when the story plays is theirs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kg.extract.drafts import Draft
from kg.extract.edtf import span
from kg.extract.sentence.grammar import after, clause, helpers, is_verb
from kg.extract.sentence.tree import Tree, Word
from kg.extract.when.reckoning import when
from kg.model import DateClaim

_TIMES = frozenset("times occasions".split())
_OFTEN = frozenset("twice thrice repeatedly".split())
_BACK = 5  # words before "talks" in which their rounds are counted


def latest(found: list[Draft]) -> Iterator[Draft]:
    """The last of several that are counted: "have met 15 times since 1999, *most recently in Paris in March*"."""
    for d in found:
        at = _marker(d) if d.kind in ("meeting", "call") and _counted(d) else None
        if at is None:
            continue
        behind = d.tree.words[at + 1 : at + _PHRASE]
        place = next((w.place for w in behind if w.place is not None and w.mention is None), None)
        day = next((w.date for w in behind if w.date is not None), None)
        if place is not None or day is not None:
            yield replace(d, place=place, place_stated=place is not None, date=day, unplaced=place is None)
            d.place, d.place_stated, d.unplaced, d.date = None, False, True, None
            d.undated = True
            d.denied = _since(d, at) is None  # how often alone is no news


def _since(draft: Draft, before: int | None) -> Word | None:
    """The "since" behind a trigger that has a date of its own."""
    words = draft.tree.words[draft.trigger.i + 1 : before]
    since = next((w for w in words if w.lower == "since"), None)
    return since if since is not None and any(w.date is not None for w in words) else None


def _marker(draft: Draft) -> int | None:
    """Where "most recently", "the last time", "the latest in" stands behind a trigger."""
    words = draft.tree.words
    for w in words[draft.trigger.i + 1 :]:
        before = words[w.i - 1].lower
        if (w.lower == "recently" and before == "most") or (
            before == "the" and w.lower in ("last", "latest") and words[w.i - 2].text == ","
        ):
            return w.i
    return None


_PHRASE = 12  # words behind "most recently" that tell of the last time


def count(draft: Draft, text: str, published: date | None) -> None:
    """Mark a draft that tells of several encounters, and give it the time since which they were held."""
    if draft.kind not in ("meeting", "call") or draft.status != "held" or not _counted(draft):
        return
    marker = _marker(draft)
    if marker is not None and not draft.undated:
        return  # the last of them
    since = _since(draft, marker)
    own = span(draft.when.edtf) if draft.when is not None and draft.date is not None else None
    if since is None and own is not None and own[0] == own[1]:
        return  # "met twice on Monday"
    draft.series = True
    if since is None or published is None:
        return
    phrase = next((w.date for w in draft.tree.words[since.i :] if w.date is not None), None)
    first = when(phrase, text, published, "past", None) if phrase is not None else None
    days = span(first.edtf) if first is not None else None
    draft.date, draft.when = phrase, None
    if first is not None and days is not None and days[0] < published:
        draft.when = DateClaim(f"{days[0]}/{published}", first.basis)


def _counted(draft: Draft) -> bool:
    tree, trigger = draft.tree, draft.trigger
    if tree.vocabulary.isdisjoint(_TIMES | _OFTEN | {"rounds"}):
        return False
    verb = trigger if is_verb(trigger) else clause(tree, trigger)
    near = [*tree.children(verb, "npadvmod", "advmod", "dobj"), *after(tree, verb, "on", "at")]
    if any(w.lower in _OFTEN or (w.lower in _TIMES and _several(tree, w)) for w in near):
        return _so_far(tree, verb)
    rounds = [w for w in tree.words[max(0, trigger.i - _BACK) : trigger.i + 1] if w.lower == "rounds"]
    return any(_several(tree, w) for w in rounds) and _so_far(tree, verb)


def _so_far(tree: Tree, verb: Word) -> bool:
    """Whether a time up to now, or up to what was told, is meant: "have met twice", "met four times since"."""
    return bool(_PERFECT & set(helpers(tree, verb))) or "since" in tree.vocabulary


_PERFECT = frozenset({"have", "has", "had", "'ve", "’ve"})


def _several(tree: Tree, noun: Word) -> bool:
    """ "seven times", "many rounds", "on several occasions"."""
    near = tree.children(noun, "nummod", "amod", "det")
    return any(w.tag == "CD" or w.lower in ("several", "many", "numerous", "various") for w in near)
