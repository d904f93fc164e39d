"""What became of an event told before: "The meeting was called off", "She cancelled the trip", "it fell through"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.clause.governors import DUE, MOVED
from kg.extract.clause.since import since_before
from kg.extract.clause.verdicts import comes_about, verdict, whole
from kg.extract.drafts import Draft
from kg.extract.records import DatePhrase
from kg.extract.sentence.grammar import (
    NEGATIONS,
    after,
    clause_words,
    helpers,
    is_verb,
    negated,
    objects,
    passive,
)
from kg.extract.sentence.particles import PARTICLES
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.model import Status

_BACK = 2  # sentences back to what "the meeting" means
_KINDS = {"talk": "meeting", "gathering": "meeting", "call": "call", "trip": "visit"}
_DEFINITE = frozenset("the that this those these their his her its".split())
_MAYBE = frozenset("may might could can should must if to".split())
_OPEN = _MAYBE | NEGATIONS | frozenset("will would shall".split())
_FALLING = frozenset("fell fallen collapsed".split())  # of themselves, in the active


def revoke(tree: Tree, told: Sequence[Draft], text: str) -> Iterator[tuple[Draft, DatePhrase | None]]:
    """Give planned events of this sentence and the two before the status that they have got since.

    `told` are the article's drafts so far, in order. What the sentence only threatens or denies changes nothing.
    Yields those told of before, with the day to which they were put off if there is one.
    """
    for verb in tree:
        for noun, status in _fates(tree, verb, text):
            later = new_day(tree, verb, text) if status == "postponed" else None
            for draft in _meant(tree, verb, noun, told):
                draft.status = status
                if {"press", "news"} & {w.lower for w in draft.tree.children(draft.trigger)}:
                    draft.denied = True  # only the questions were called off
                if draft.tree is not tree:
                    draft.quotes = [*draft.quotes, (tree.start, tree.end)]
                    yield draft, later


def _fates(tree: Tree, verb: Word, text: str) -> Iterator[tuple[Word, Status]]:
    """What a verb tells of the fate of its subject or object: "called it *off*", "the trip *is off*", "never *took place*"."""
    if not is_verb(verb):
        return
    words = set(helpers(tree, verb))
    status = _fate(tree, verb, text)
    if status is not None:
        yield from () if _OPEN & words else ((noun, status) for noun in _what(tree, verb))
        return
    for noun in () if _MAYBE & words else tree.children(verb, "nsubj", "nsubjpass"):
        said = verdict(tree, noun)
        if said in ("cancelled", "postponed"):
            yield noun, said
        elif noun.lower in ("nothing", "little") and verb.lower in ("came", "come"):  # "nothing came of it"
            yield from ((what, "cancelled") for what in after(tree, verb, "of"))


def new_day(tree: Tree, verb: Word, text: str) -> DatePhrase | None:
    """The day *to* or *until* which something was put off."""
    behind = next((w.date for w in tree.subtree(verb) if w.date is not None and w.i > verb.i), None)
    if behind is None or not _UNTIL.search(text, behind.start - _LEAD, behind.end):
        return None
    return behind


def deferred(tree: Tree, trigger: Word, text: str) -> DatePhrase | None:
    """The new day of what was to be on another.

    "The visit, due on Monday, has slipped *to May*", "The talks set for Monday will now be held *in May*", "will come
    *in May*, later than planned".
    """
    if is_verb(trigger):
        found = next((w.day for w in clause_words(tree, trigger) if w.day is not None), None)
        return found if _LATER.search(text, tree.start, tree.end) else None
    noun = whole(tree, trigger)
    verb = tree.head(noun)
    if verb is None or noun.dep not in ("nsubj", "nsubjpass") or not is_verb(verb) or negated(tree, verb):
        return None
    near = {c.lower for c in tree.children(verb, "advmod")}
    new_date = "will" in helpers(tree, verb) and bool(near & {"now", "instead"})
    if not new_date:
        moved = verb.lower in MOVED and verb.tag in ("VBD", "VBN")
        return new_day(tree, verb, text) if moved else None
    before = tree.words[noun.i : verb.i]
    due = any(w.day is not None for w in before) and not (DUE | {"have"}).isdisjoint(w.lower for w in before)
    return next((w.day for w in tree.words[verb.i :] if w.day is not None), None) if due else None


_LATER = re.compile(
    r"\b(?:later|rather) than (?:originally |first |initially )?(?:planned|scheduled|expected|foreseen|intended|announced)"
    r"|\binstead of (?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_UNTIL = re.compile(r"\b(?:to|until|till)\s")
_LEAD = 8  # characters: "until "


def carried_out(tree: Tree, told: Sequence[Draft]) -> Iterator[tuple[Draft, DatePhrase | None]]:
    """What was planned or asked for in the sentences before and came to pass, with the day that this one gives.

    "It took place on Monday", "The visit went ahead", "They did so in May", "The audience was granted".
    """
    for verb in tree:
        what = _came_to_pass(tree, verb)
        draft = next((d for d in reversed(told) if what is not None and _can_be(tree, what, d)), None)
        if draft is None or draft.status not in ("planned", "proposed") or draft.trigger is what:
            continue
        draft.status = "held"
        if draft.tree is not tree:
            draft.quotes = [*draft.quotes, (tree.start, tree.end)]
        yield draft, next((w.day for w in clause_words(tree, verb) if w.day is not None), None)


def _came_to_pass(tree: Tree, verb: Word) -> Word | None:
    """The word for what a verb in the past says has happened; "so" of what was done."""
    if verb.tag not in ("VBD", "VBN") or _OPEN & set(helpers(tree, verb)) or not is_verb(verb):
        return None
    if verb.dep in ("relcl", "acl"):
        return None  # "went to the round *that was held* in Paris": another
    near = {c.lower for c in tree.children(verb)}
    if verb.lower in ("did", "done"):
        return next((c for c in tree.children(verb, "advmod", "dobj") if c.lower in ("so", "that")), None)
    happened = comes_about(verb, near) or (verb.lower in ("went", "gone") and "ahead" in near)
    granted = verb.lower in _GRANTED and passive(tree, verb)
    noun = next(iter(tree.children(verb, "nsubj", "nsubjpass")), None) if happened or granted else None
    return None if noun is None or tree.children(noun, "amod", "prep", "acl", "relcl") else noun


_GRANTED = frozenset("granted held".split())


def _can_be(tree: Tree, noun: Word, draft: Draft) -> bool:
    """Whether "it", "so" or "the meeting" can mean an event told in this sentence or the two before."""
    if not 0 <= tree.number - draft.tree.number <= _BACK:
        return False
    if noun.lower in ("it", "this", "that", "so"):
        return True
    definite = any(d.lower in _DEFINITE for d in tree.children(noun, "det", "poss"))
    return definite and draft.kind in {_KINDS.get(c) for c in lookup(noun.lower, "noun")}


_TAKING_UP = frozenset("accepted accepts".split())
_ASKED = frozenset("invitation invitations offer".split())


def taken_up(tree: Tree, told: Sequence[Draft]) -> None:
    """ "X accepted the invitation": the visit to which X was asked just before is planned by now."""
    for verb in tree:
        if verb.lower not in _TAKING_UP or negated(tree, verb):
            continue
        known = [o for o in objects(tree, verb) if o.lower in _ASKED and not tree.children(o, "acl", "relcl")]
        if passive(tree, verb):
            known = [o for o in tree.children(verb, "nsubjpass") if o.lower in _ASKED]
        bare = not tree.children(
            verb, "dobj", "ccomp", "xcomp", "prep", "nsubjpass", "prt"
        )  # "The chancellor accepted."
        last = next((d for d in reversed(told) if d.kind == "visit" and d.officials), None)
        near = last is not None and last.tree is not tree and tree.number - last.tree.number <= _BACK
        if (known or bare) and near and last is not None and last.status == "proposed":
            last.status = "planned"


def over(tree: Tree, trigger: Word) -> bool:
    """Whether what was agreed comes after the trigger: "agreed to reopen the bridge *after talks* in Rome"."""
    if since_before(tree, trigger) is not None:
        return True  # "will hold the first talks since their summit"
    prep = tree.head(trigger)
    if prep is None or prep.lower not in ("after", "following"):
        return False
    to_do = tree.head(prep)
    above = tree.head(to_do) if to_do is not None and "to" in helpers(tree, to_do) else None
    return above is not None and above.lower in _PROMISED and to_do is not None and to_do.dep == "xcomp"


def no_day_yet(tree: Tree, noun: Word) -> bool:
    """ "No date has been set *for the visit*": it is wanted, and lies ahead."""
    prep = tree.head(noun)
    day = tree.head(prep) if prep is not None and prep.lower in ("for", "of") else None
    if day is not None and is_verb(day):  # "no date has been set for it": hung on the verb
        day = next(iter(tree.children(day, "nsubjpass", "nsubj", "dobj")), None)
    denied = day is not None and any(d.lower in ("no", "neither", "any") for d in tree.children(day, "det"))
    return day is not None and day.lower in ("date", "dates", "day", "time", "timetable") and denied


def unwanted(tree: Tree, trigger: Word) -> bool:
    """ "has *no plans to meet* X", "has no intention of visiting Y": nothing of the kind is in sight."""
    above = tree.head(trigger)
    if above is not None and above.lower in ("of", "for"):
        above = tree.head(above)
    bare = above is not None and above.lower in _PLANS
    return bare and above is not None and any(d.lower == "no" for d in tree.children(above, "det"))


def missed(tree: Tree, noun: Word) -> bool:
    """ "will *not attend the summit*", "skipped the conference", "stayed away from it": it is held without him."""
    verb = tree.head(noun)
    if verb is not None and verb.lower == "from" and noun.dep == "pobj":
        away = tree.head(verb)
        if away is not None and away.lower == "away":
            kept = tree.head(away)
            return kept is not None and kept.lower in _KEPT
        return away is not None and away.lower in _ABSENT
    if verb is None or not is_verb(verb) or noun.dep != "dobj":
        return False
    if verb.lower in _SKIPPING:
        return True
    return verb.lower in _ATTENDING and negated(tree, verb)


def forgone(tree: Tree, noun: Word) -> bool:
    """ "did not get *his meeting* with X": a certain one, that came to nothing."""
    verb = tree.head(noun)
    if verb is None or verb.lower not in ("get", "got", "have", "had") or noun.dep != "dobj":
        return False
    owned = bool(tree.children(noun, "poss")) or any(d.lower == "the" for d in tree.children(noun, "det"))
    return owned and negated(tree, verb)


_SKIPPING = frozenset(
    "skip skips skipped skipping miss missed misses missing boycott boycotted snub snubbed".split()
)
_ABSENT = frozenset("absent absents absented absenting excused".split())
_KEPT = frozenset("stay stays stayed staying keep keeps kept remain remained".split())
_ATTENDING = frozenset("attend attended attending join joined joining".split())


_PLANS = frozenset("plan plans intention intentions wish desire interest appetite".split())
_PROMISED = frozenset("agreed pledged promised vowed decided undertook resolved offered consented".split())


def _fate(tree: Tree, verb: Word, text: str) -> Status | None:
    if verb.tag not in ("VBD", "VBN"):
        return None
    if _REPEATEDLY & tree.vocabulary and _REPEATEDLY & {c.lower for c in tree.children(verb)}:
        return None  # "will go at last, the visit having been put off *six times*"
    if verb.lower in _HALTED or (verb.lower in MOVED and new_day(tree, verb, text) is not None):
        return "postponed"
    particle = next((w.lower for w in tree.children(verb, "prt", "advmod", "prep") if not w.children), "")
    classes = {PARTICLES.get((verb.lower, particle), "")} | lookup(verb.lower, "verb").keys()
    return "cancelled" if "drop" in classes else "postponed" if "delay" in classes else None


_REPEATEDLY = frozenset("times twice thrice repeatedly often".split())
_HALTED = frozenset({"suspended", "frozen"})


def _what(tree: Tree, verb: Word) -> list[Word]:
    if passive(tree, verb):
        return tree.children(verb, "nsubjpass")
    return objects(tree, verb) or (tree.children(verb, "nsubj") if verb.lower in _FALLING | MOVED else [])


def _meant(tree: Tree, verb: Word, noun: Word, told: Sequence[Draft]) -> Iterator[Draft]:
    """The planned events that "the meeting", "it" or "the trip" takes up: of a journey, with the talks told beside it."""
    kinds = {_KINDS[c] for c in lookup(noun.lower, "noun").keys() & _KINDS.keys()}
    pronoun = noun.lower in ("it", "that", "this")
    if not pronoun and not any(d.lower in _DEFINITE for d in tree.children(noun, "det", "poss")):
        return
    before = [
        d
        for d in told
        if tree.number - _BACK <= d.tree.number <= tree.number
        and (d.status == "planned" or (pronoun and d.status == "cancelled"))
        and (d.tree is not tree or d.trigger.i < verb.i)
        and (pronoun or d.kind in kinds)
        and not _of_another_place(tree, noun, d)
    ]
    if not before or any(d.tree is tree and d.trigger is noun for d in told):
        return
    last = before[-1]
    for d in told:
        beside = (
            d.tree is last.tree and d.status == "planned" and last.kind == "visit" and d.kind != "agreement"
        )
        if d is last or (beside and not pronoun):
            yield d


def _of_another_place(tree: Tree, noun: Word, draft: Draft) -> bool:
    """Whether "the trip to China" tells of another state than an event told before."""
    where = next((w.place for w in tree.subtree(noun) if w.place is not None), None)
    return where is not None and draft.place is not None and where.country != draft.place.country


def in_vain(tree: Tree, trigger: Word, text: str) -> Status | None:
    """What became of a plan by its own sentence: "was due in Rome *but stayed at home*", "…, but it was put off"."""
    if "but" not in tree.vocabulary:
        return None
    for verb in tree.words[trigger.i + 1 :]:
        above = tree.head(verb)
        but = above is not None and any(
            trigger.i < c.i < verb.i and c.lower == "but" for c in tree.children(above, "cc")
        )
        if not is_verb(verb) or verb.dep != "conj" or not but:
            continue
        for _, status in _fates(tree, verb, text):
            return status
        near = {w.lower for w in tree.children(verb)}
        if verb.lower in _STAYING and near & _PUT:
            return "cancelled"
        if "instead" in near and verb.lower in _SENT:
            return "cancelled"
        if verb.lower in _HINDERED and tree.children(verb, "auxpass"):
            return "cancelled"
        if verb.lower in _RECONSIDERING and near & _MIND:
            return "cancelled"
        if NEGATIONS & near and verb.lower in _DOING and not objects(tree, verb):
            return "cancelled"
    return None


_STAYING = frozenset("stayed stays remained remains".split())
_PUT = frozenset("home away behind put at in".split())
_SENT = frozenset("sent sends dispatched stayed remained went flew".split())
_HINDERED = frozenset(
    "prevented barred stopped kept detained refused denied dissuaded told turned held".split()
)
_RECONSIDERING = frozenset("changed thought had".split())
_MIND = frozenset("mind plans better thoughts".split())
_DOING = frozenset("did do came went made showed turned arrived happened materialised materialized".split())


def put_off_to(tree: Tree, noun: Word) -> bool:
    """ "The visit that was due in June has been put off *until September*": whether a new day is told."""
    fate = tree.head(noun)
    to = tree.children(fate, "prep", "mark") if fate is not None and is_verb(fate) else []
    return any(p.lower in ("until", "till", "to") and any(w.date for w in tree.subtree(p)) for p in to)
