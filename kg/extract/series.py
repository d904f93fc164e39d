"""Encounters that are counted: "have met seven times since he took office", "held six rounds of talks this year".

They are no one day's and no one place's: nothing of where and when the story plays is theirs.
"""

from __future__ import annotations

from datetime import date

from kg.extract.drafts import Draft
from kg.extract.edtf import span
from kg.extract.grammar import after, clause, helpers, is_verb
from kg.extract.tree import Tree, Word
from kg.extract.when import when
from kg.model import DateClaim

_TIMES = frozenset("times occasions".split())
_OFTEN = frozenset("twice thrice repeatedly".split())
_BACK = 5  # words before "talks" in which their rounds are counted


def count(draft: Draft, text: str, published: date | None) -> None:
    """Mark a draft that tells of several encounters, and give it the time since which they were held."""
    if draft.kind not in ("meeting", "call") or draft.status != "held" or not _counted(draft):
        return
    since = next((w for w in draft.tree if w.lower == "since" and w.i > draft.trigger.i), None)
    own = span(draft.when.edtf) if draft.when is not None and draft.date is not None else None
    if since is None and own is not None and own[0] == own[1]:
        return  # "met twice on Monday"
    draft.series = True
    if since is None or published is None:
        return
    phrase = next((w.date for w in draft.tree.words[since.i + 1 :] if w.date is not None), None)
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
