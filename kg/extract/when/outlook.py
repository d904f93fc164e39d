"""What a month or day without a year tells: "confirmed his visit slated for June" lies ahead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kg.extract.clause.governors import DUE
from kg.extract.dates import resolve
from kg.extract.drafts import DONE, Draft
from kg.extract.edtf import span
from kg.extract.records import DatePhrase
from kg.extract.sentence.grammar import clause, helpers, is_noun, is_verb
from kg.extract.sentence.tree import Tree, Word

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


_CALLING = frozenset(
    "called call calls summoned summon summons invited invites asked asks convened convenes convoked convokes bidden "
    "scheduled set fixed arranged booked".split()
)
_DAYS = frozenset({"weekday", "weekdays", "relday", "day", "days"})


def called_for(tree: Tree, trigger: Word, phrase: DatePhrase | None) -> bool:
    """Whether people are called somewhere for a day: "was summoned to Rome *for Monday*", "has convened a summit for May 3"."""
    if phrase is None or phrase.form not in _DAYS:
        return False
    first = next((w for w in tree if w.date is phrase), None)
    if first is None or not first.i or "for" not in (first.lower, tree.words[first.i - 1].lower):
        return False
    verb = clause(tree, first)
    over = "had" in helpers(tree, verb)
    return verb.lower in _CALLING and verb is clause(tree, trigger) and not over


BYGONE = frozenset("previous earlier past recent prior former".split())


def bygone(tree: Tree, noun: Word, phrase: DatePhrase | None) -> bool:
    """ "recalled on Monday her *previous visits* to Nepal": the day is that of recalling them."""
    if phrase is None or noun.dep not in ("dobj", "pobj") or not is_noun(noun):
        return False
    old = BYGONE & {w.lower for w in tree.children(noun, "amod")}
    return bool(old) and any(w.date is phrase for w in tree.words[: noun.i])


def begun(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts; a visit of which only the effect lies ahead has begun where its guest is received.

    "Her visit *will strengthen* ties", said of a guest who has been received there, is no plan. Where nobody is,
    it is a journey to come if the words say whither, else none of its own.
    """
    for d in drafts:
        if not _effect(d):
            yield d
            continue
        stay = next((e for e in drafts if e is not d and _on_it(e, d)), None)
        if stay is not None:
            yield replace(d, status="held", when=d.when or stay.when)
        elif d.rule != "trip-here":
            yield d


def _on_it(e: Draft, visit: Draft) -> bool:
    """Whether an event that was held shows that a visit has begun: its guest is there, with people of the host."""
    at = visit.place.country if visit.place is not None else None
    there = e.place.country == at if e.place is not None else at in e.countries
    current = e.when is None or e.news
    return e.kind != "call" and e.status in DONE and current and there and bool(e.officials & visit.officials)


def _effect(draft: Draft) -> bool:
    """ "Her visit *will strengthen* ties", "will be a milestone"."""
    tree, verb = draft.tree, draft.tree.head(draft.trigger)
    if draft.kind != "visit" or draft.rule not in ("trip-here", "trip-noun") or draft.date is not None:
        return False
    if verb is None or draft.trigger.dep != "nsubj" or not {"will", "would"} & set(helpers(tree, verb)):
        return False
    return verb.lower in _EFFECTS or any(w.lower in _GAINS for w in tree.children(verb, "attr", "acomp"))


_EFFECTS = frozenset(
    "give provide strengthen cement boost contribute enhance pave open deepen help bring further serve promote usher "
    "reinforce solidify add lay mark tighten foster facilitate lead create expand intensify inject advance raise "
    "elevate broaden consolidate develop become play stimulate".split()
)
_GAINS = frozenset(
    "milestone impetus opportunity step contribution chance boost occasion success successful fruitful useful important "
    "productive beneficial".split()
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
        if above.lower in ("about", "towards", "toward") and w.dep == "pcomp":
            return True  # "spoke about reaching an accord"
        if above.lower in _STRIVING:
            return is_verb(above) and w.dep in ("xcomp", "pcomp", "prep")
        if is_verb(above) and w.dep not in ("pcomp", "prep", "pobj", "xcomp"):
            return False
    return False
