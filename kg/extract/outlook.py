"""What a month or day without a year tells: "confirmed his visit slated for June" lies ahead."""

from __future__ import annotations

from datetime import date

from kg.extract.certainty import DUE
from kg.extract.dates import resolve
from kg.extract.drafts import Draft
from kg.extract.edtf import span
from kg.extract.grammar import helpers, is_noun, is_verb
from kg.extract.records import DatePhrase
from kg.extract.tree import Tree, Word

_LONG_AGO = 120  # days: of what is longer ago a story gives the year
_SOON = 240
# What is done to an event that lies ahead.
_ANNOUNCING = frozenset(
    "confirm confirms confirmed confirming announce announces announced announcing prepare prepares prepared preparing "
    "await awaits awaited expect expects expected anticipate anticipates anticipated welcome welcomes welcomed".split()
)
_HOPED = frozenset(
    "bid bids effort efforts attempt attempts hope hopes push aim aims goal goals willingness readiness desire desires "
    "quest drive wish wishes intention intentions eagerness determination view".split()
)

_STRIVING = frozenset(
    "aim aims aimed aiming seek seeks sought seeking hope hopes try tries tried trying attempt attempted "
    "attempting struggle struggled struggling fail failed failing scrambling rushing racing working "
    "pushing fighting".split()
)


def ahead(tree: Tree, noun: Word, phrase: DatePhrase | None, text: str, published: date | None) -> bool:
    """Whether the day of an event that a noun tells of is the coming one: the last is long past, the next is soon."""
    if (
        phrase is None
        or published is None
        or not is_noun(noun)
        or phrase.form not in ("month", "day", "days")
    ):
        return False
    if any(name in ("year", "mod", "yearword") for name, _ in phrase.parts):
        return False
    past, future = (resolve(phrase, text, published, direction=way) for way in ("past", "future"))
    gone, due = span(past.edtf) if past else None, span(future.edtf) if future else None
    if gone is None or due is None:
        return False
    far = (published - gone[1]).days >= _LONG_AGO and (due[0] - published).days <= _SOON
    return far and (_announced(tree, noun) or _due(tree, noun, phrase))


BYGONE = frozenset("previous earlier past recent prior former".split())


def bygone(tree: Tree, noun: Word, phrase: DatePhrase | None) -> bool:
    """ "recalled on Monday her *previous visits* to Nepal": the day is that of recalling them."""
    if phrase is None or noun.dep not in ("dobj", "pobj") or not is_noun(noun):
        return False
    old = BYGONE & {w.lower for w in tree.children(noun, "amod")}
    return bool(old) and any(w.date is phrase for w in tree.words[: noun.i])


def effect(draft: Draft) -> bool:
    """ "Her visit *will strengthen* ties": of no journey of its own."""
    verb = draft.tree.head(draft.trigger)
    if draft.kind != "visit" or draft.rule != "trip-here" or verb is None or draft.trigger.dep != "nsubj":
        return False
    return verb.lower in _EFFECTS and "will" in helpers(draft.tree, verb)


_EFFECTS = frozenset(
    "give provide strengthen cement boost contribute enhance pave open deepen help bring further serve promote usher "
    "reinforce solidify add lay mark".split()
)


def _announced(tree: Tree, noun: Word) -> bool:
    """ "before his visit", "ahead of the talks", "confirmed his visit"."""
    above = tree.head(noun)
    while above is not None and not is_verb(above):
        if above.lower in ("before", "ahead"):
            return True
        above = tree.head(above)
    return above is not None and above.lower in _ANNOUNCING and noun.dep == "dobj"


def _due(tree: Tree, noun: Word, phrase: DatePhrase) -> bool:
    """ "the summit slated for June", "a visit due in May"."""
    first = next((w.i for w in tree if w.date is phrase), 0)
    return any(w.lower in DUE for w in tree.words[noun.i : first])


def hoped(tree: Tree, trigger: Word) -> bool:
    """ "in a bid to reach an accord", "his willingness to sign one": hoped for, not concluded."""
    for w in [trigger, *tree.ancestors(trigger)]:
        above = tree.head(w)
        if above is None or w.dep not in ("acl", "pcomp", "pobj", "dobj", "prep", "xcomp", "advcl"):
            return False
        if above.lower in _HOPED and w.dep in ("acl", "prep"):
            return True
        if above.lower in _STRIVING:
            return is_verb(above) and w.dep in ("xcomp", "pcomp", "prep")
        if is_verb(above) and w.dep not in ("pcomp", "prep", "pobj", "xcomp"):
            return False
    return False
