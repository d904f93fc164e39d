"""Which date phrase of a sentence belongs to an event."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.extract.clause.certainty import carrier
from kg.extract.clause.matters import on_agenda
from kg.extract.clause.since import (
    aforetime,
    behind_since,
    in_the_background,
    of_an_earlier,
    on_arrival,
    since_before,
)
from kg.extract.records import DatePhrase
from kg.extract.sentence.grammar import clause, helpers, is_noun, is_verb
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.extract.when.announced import ahead_of, of_announcement
from kg.extract.when.fate import put_off_to
from kg.extract.when.onward import of_what_follows, onward, stay_of

_CLAUSES = ("relcl", "ccomp", "advcl", "conj", "parataxis", "pcomp")
# "their first talks since the attack of 3 May", "ahead of Sunday's vote": the date of another event
_OF_ANOTHER = frozenset("since until till pending ahead before".split())
_TURNS = frozenset(  # "his first call after his inauguration *in May*"
    "appointment inauguration election re-election reelection investiture resignation death accession enthronement "
    "independence swearing-in victory takeover coup attack".split()
)
_MEANWHILE = frozenset({"when", "while", "as"})


def nearest_date(tree: Tree, trigger: Word, barred: Collection[int] = ()) -> DatePhrase | None:
    """The date phrase that belongs to a trigger: in its phrase, its clause, or the clause above.

    "On 28 April, when he met her": the day before "when" counts. Failing all, the sentence's only date.
    Words with an index in `barred` do not count.
    """
    appointed = _appointed(tree, trigger, barred)
    if appointed is not None:
        return appointed
    if ahead_of(tree, trigger) is not None:  # "met on Monday, ahead of *talks* with X later this week"
        return next(
            (w.date for w in tree.words[trigger.i :] if w.day is not None and w.i not in barred), None
        )
    journey = stay_of(tree, trigger)
    if journey is not None:  # its own days, not that of leaving
        return next((w.date for w in tree.subtree(journey) if w.day is not None and w.i not in barred), None)
    for ring in rings(tree, trigger):
        own = [
            w for w in ring if w.day is not None and w.i not in barred and not _elsewhere(tree, w, trigger)
        ]
        own = [
            w
            for w in own
            if not _aim(tree, w, trigger)
            and not _of_told(tree, w, trigger)
            and not deadline(tree, w, trigger)
            and not _of_paper(tree, w, trigger)
            and not _in_a_name(tree, w, trigger)
            and not of_announcement(tree, w, trigger)
            and not _of_the_last(tree, w, trigger)
        ]
        own = [
            w for w in own if not _of_the_followed(tree, w, trigger) and not _talked_about(tree, w, trigger)
        ]
        own = [w for w in own if not _one_day_of(tree, w, trigger)]
        dated = [w for w in own if not _inside(tree, w, trigger)] or own
        dated = [w for w in dated if _new_day(tree, w)] or dated
        dated = on_arrival(tree, trigger, dated) if len(dated) > 1 else dated
        if dated:
            return min(dated, key=lambda w: abs(w.i - trigger.i)).date
        when = next((w for w in ring if w.lower == "when" and w.i < trigger.i), None)
        if when is not None:
            before = [w for w in tree.words[: when.i] if w.day is not None]
            if before:
                return before[-1].date
    above = {trigger.i, *(w.i for w in tree.ancestors(trigger))}
    free = [w for w in tree if w.day is not None and w.i not in barred and not of_another(tree, w)]
    free = [
        w for w in free if not of_an_earlier(tree, w, trigger) and not in_the_background(tree, w, trigger)
    ]
    free = [w for w in free if not _of_paper(tree, w, trigger) and not _in_a_name(tree, w, trigger)]
    free = [w for w in free if not _of_the_followed(tree, w, trigger)]
    free = [w for w in free if not _talked_about(tree, w, trigger) and not onward(tree, w, trigger)]
    free = [w for w in free if not of_what_follows(tree, w, trigger) and not _of_the_last(tree, w, trigger)]
    free = [w for w in free if not of_announcement(tree, w, trigger) and not _one_day_of(tree, w, trigger)]
    every = {w.date for w in free if _reaches(tree, w, above) and not deadline(tree, w, trigger)}
    return next(iter(every)) if len(every) == 1 else None


DUE = frozenset(
    "scheduled due set slated expected planned supposed timed fixed pencilled penciled slotted billed booked "
    "earmarked".split()
)


_GIVEN_OUT = frozenset(
    "announced advertised arranged agreed foreseen called mooted trailed".split()
)  # "for Sunday"
_TOOK_PLACE = frozenset("took takes held happened occurred convened".split())


def _appointed(tree: Tree, noun: Word, barred: Collection[int]) -> DatePhrase | None:
    """The day of which a clause behind a noun tells: "his visit to Lima, which was *due next month*, is off"."""
    if not is_noun(noun) or put_off_to(tree, noun):
        return None
    for w in tree.subtree(noun):
        if w.day is None or w.i in barred or w.i < noun.i:
            continue
        for verb in (clause(tree, w), *tree.ancestors(clause(tree, w))):
            about = tree.head(verb)
            which = any(c.lower == "which" for c in tree.children(verb)) and about is not None
            own = about is noun or (about is not None and about.place is not None)  # "to Lima, which was due"
            own = own or (
                which and about is not None and about.mention is not None
            )  # "with X, which took place"
            if verb.dep in ("relcl", "acl") and verb.i > noun.i and own:
                ready = {verb.lower, *(c.lower for c in tree.children(verb, "acomp", "attr"))}
                prep = tree.head(w)
                given_out = prep is not None and prep.lower == "for" and verb.lower in _GIVEN_OUT
                told = verb.dep == "relcl" and (verb.lower in _TOOK_PLACE or _set_out_on(tree, noun, verb))
                if ready & DUE or given_out or told:
                    return w.date
    return _planned_for(tree, noun, barred)


_BEGUN = frozenset("begin begun began start started".split())


def _set_out_on(tree: Tree, noun: Word, verb: Word) -> bool:
    """ "A trip to Lima, for which he *was to have left* on Monday": the day of the journey itself."""
    if "trip" not in lookup(noun.lower, "noun"):
        return False
    below = [verb, *tree.children(verb, "xcomp")]
    return any("leave" in lookup(w.lower, "verb") or w.lower in _BEGUN for w in below)


def _planned_for(tree: Tree, noun: Word, barred: Collection[int]) -> DatePhrase | None:
    """ "asked him to put off his visit, *planned for Friday*": the parser hangs the participle on the verb."""
    verb = tree.head(noun)
    for late in tree.children(verb, "advcl") if verb is not None and noun.dep == "dobj" else ():
        behind = late.i > noun.i and tree.words[late.i - 1].text == ","
        if behind and late.tag == "VBN" and late.lower in DUE:
            return next((w.date for w in tree.subtree(late) if w.day is not None and w.i not in barred), None)
    return None


def rings(tree: Tree, word: Word) -> list[list[Word]]:
    """The words around a trigger, ring by ring: its own phrase, its clause, the clauses above it."""
    out = [_near(tree, word)]
    held = carrier(tree, word) if is_noun(word) else None
    if held is not None:
        out.append(_near(tree, held))
    out += [_near(tree, c) for c in _meanwhile(tree, word)]
    below = word
    for above in tree.ancestors(word):
        if is_verb(above) or above.dep in ("ROOT", "relcl", "acl"):
            out.append([w for w in _near(tree, above) if w not in out[-1]])
            if below.dep != "conj":
                out += [_near(tree, c) for c in _meanwhile(tree, above) if c is not below]
        if below.dep in ("ccomp", "parataxis") and is_verb(below):
            out.append([])
            break
        below = above
    return out


def _meanwhile(tree: Tree, verb: Word) -> Iterator[Word]:
    """The clauses that tell when a verb happens: "will see him *when he travels to Lima on Monday*"."""
    for c in tree.children(verb, "advcl"):
        if any(w.lower in _MEANWHILE for w in tree.children(c, "advmod", "mark")):
            yield c


def _near(tree: Tree, word: Word) -> list[Word]:
    """The words below one, those of other finite clauses left out."""
    out, todo = [], [word]
    while todo:
        w = todo.pop()
        out.append(w)
        for c in tree.children(w):
            if is_verb(c) and c.dep in _CLAUSES and c is not word:
                continue
            todo.append(c)
    return out


def of_another(tree: Tree, dated: Word) -> bool:
    """Whether a date stands in a phrase about another event: "since the attack of 3 May"."""
    if behind_since(tree, dated):
        return True
    below = dated
    for above in tree.ancestors(dated):
        if is_verb(above):
            return _into_office(tree, above)
        if above.lower in _OF_ANOTHER and below is not dated:
            return True
        if above.lower in ("after", "following") and below is not dated and below.lower in _TURNS:
            return True
        if above.lower == "for" and below is dated and dated.date is not None:
            noun = tree.head(above)  # "a programme for 2013-2017"
            return noun is not None and is_noun(noun) and dated.date.form in ("years", "year")
        if above.lower in ("from", "of") and below is dated and dated.date is not None:
            noun = tree.head(above)  # "issues from 1971", "the war of 2008"
            old = dated.date.form in ("years", "year") and noun is not None and is_noun(noun)
            return old and noun is not None and not lookup(noun.lower, "noun")
        below = above
    return False


def _of_told(tree: Tree, dated: Word, trigger: Word) -> bool:
    """Whether a date stands right behind a gathering that is only spoken of: "talks on the summit *in May*"."""
    first = next(w for w in tree if w.date is dated.date)
    before = tree.words[first.i - 1] if first.i else first
    if before is trigger or not is_noun(before) or "gathering" not in lookup(before.lower, "noun"):
        return False
    return on_agenda(tree, before, of=True)


def _aim(tree: Tree, dated: Word, trigger: Word) -> bool:
    """Whether a date lies in what somebody is ready or has a plan to do: "its readiness to help Chad *this year*"."""
    for w in tree.ancestors(dated):
        if w is trigger:
            return False
        if w.dep == "acl" and "to" in helpers(tree, w):
            return trigger not in tree.subtree(w)
    return False


def _of_paper(tree: Tree, dated: Word, trigger: Word) -> bool:
    """Whether a date only names a paper that is spoken of: "carrying out the statement *of 3 May*"."""
    prep = tree.head(dated)
    noun = (
        tree.head(prep) if prep is not None and prep.lower in ("of", "from") and dated.dep == "pobj" else None
    )
    if noun is None or noun is trigger or not is_noun(noun):
        return False
    above = tree.head(noun)
    told = above is trigger and noun.dep in ("dobj", "nsubjpass")  # "signed the accord of 3 May"
    return not told and bool(lookup(noun.lower, "noun").keys() & {"pact", "paper"})


def _in_a_name(tree: Tree, dated: Word, trigger: Word) -> bool:
    """Whether a year only says which one of its kind is meant: "received *the 2001 Nobel Prize*", "the 2015 deal"."""
    if dated.date is None or dated.date.form != "year":
        return False
    year = next(w for w in reversed(tree.words) if w.date is dated.date)  # "before the | 2016 | election"
    noun = tree.head(year) if year.dep in _ATTRIBUTES else None
    if noun is None or noun is trigger or not is_noun(noun) or noun.i < year.i:
        return False
    classes = lookup(noun.lower, "noun").keys()
    return not classes or (classes <= {"pact", "paper"} and tree.head(noun) is not trigger)


_ATTRIBUTES = frozenset({"nummod", "compound", "amod", "nmod"})
OFFICE = frozenset("office power presidency premiership post duties reins oath helm".split())
_ENTERING = frozenset(
    "assuming assumed taking took entering entered becoming became winning won sworn".split()
)


def _into_office(tree: Tree, verb: Word) -> bool:
    """ "his first visit after assuming office on Sunday", "since she was sworn in in March"."""
    above = tree.head(verb)
    led = (
        verb.dep == "pcomp" and above is not None and above.lower in ("after", "since", "following", "before")
    )
    led = led or any(m.lower in ("since", "after") for m in tree.children(verb, "mark"))
    what = {w.lower for w in tree.children(verb, "dobj", "attr")}
    sworn = verb.lower == "sworn"
    return led and verb.lower in _ENTERING and (sworn or bool(what & OFFICE) or verb.lower.startswith("bec"))


def _elsewhere(tree: Tree, dated: Word, trigger: Word) -> bool:
    """Whether a date is another event's; "the first since their talks *in May*": there the talks are that event."""
    since = since_before(tree, trigger)
    if since is not None and since is since_before(tree, dated):
        return False
    return (
        of_other_than(tree, dated, trigger)
        or of_what_follows(tree, dated, trigger)
        or of_an_earlier(tree, dated, trigger)
        or in_the_background(tree, dated, trigger)
    )


def of_other_than(tree: Tree, word: Word, trigger: Word) -> bool:
    """Whether a date or place is another event's: "said ahead of a visit *to Rome on Monday*" is about that visit."""
    if not behind_since(tree, word):
        for above in tree.ancestors(word):
            if above is not trigger and aforetime(tree, above):
                return trigger not in tree.subtree(above)
            if above is trigger and is_noun(trigger):
                return False
            if above.lower in _OF_ANOTHER:
                break
    return of_another(tree, word)


_BY = frozenset("by until till before within".split())


def deadline(tree: Tree, dated: Word, trigger: Word | None = None) -> bool:
    """Whether a date says until when something else is to be done: "agreed to reopen the port by May"."""
    if trigger is not None and _promised(tree, dated, trigger):
        return True
    first = next(w for w in tree if w.date is dated.date)
    lead = tree.words[first.i - 1].lower if first.i else ""
    verb = clause(tree, dated)
    year = dated.date is not None and dated.date.form in ("year", "years")
    promised = year and verb.dep == "xcomp" and trigger is not None and trigger is tree.head(verb)
    if first.lower not in _BY and lead not in _BY and not promised:  # "agreed to settle issues from 1971"
        return False
    if "to" not in helpers(tree, verb):
        return False
    return trigger is None or (verb is not trigger and verb not in tree.ancestors(trigger))


def to_come(tree: Tree, verb: Word) -> bool:
    """Whether a verb tells what is still to be done: "will return on Friday", "is due to speak"."""
    words = helpers(tree, verb)
    due = tree.head(verb) if "to" in words and verb.dep == "xcomp" else None
    arranged = due is not None and (due.lower in DUE or due.lower in _IS)  # "is to speak"
    return bool({"will", "shall"} & set(words)) or arranged


_IS = frozenset({"is", "are", "'s", "’s"})
_PROMISING = frozenset(
    "agree agreed agrees pledge pledged promise promised vow vowed decide decided resolve resolved undertake undertook "
    "offer offered commit committed".split()
)


def _promised(tree: Tree, dated: Word, trigger: Word) -> bool:
    """Whether a month or year is that of what somebody agrees to do: "agreed in the call to meet *in May*"."""
    if dated.date is None or dated.date.form in ("weekday", "relday"):
        return False
    above = {trigger.i, *(w.i for w in tree.ancestors(trigger))}
    for w in tree.ancestors(dated):
        if w.i in above:
            return False
        head = tree.head(w)
        if is_verb(w) and w.dep == "xcomp" and head is not None and head.lower in _PROMISING:
            return True
    return False


def _new_day(tree: Tree, dated: Word) -> bool:
    """Whether a date is the new one of what was put off: "moved from Monday *to 9 July*"."""
    for w in [dated, *tree.ancestors(dated)]:
        if is_verb(w):
            return False
        to = tree.head(w)
        if w.lower in ("to", "until", "till") and to is not None:
            return w.dep == "prep" and is_verb(to)
    return False


def _one_day_of(tree: Tree, date: Word, trigger: Word) -> bool:
    """ "on the second day *of his visit*": a day of the visit, not all of it."""
    of = tree.head(trigger)
    return of is not None and of.lower == "of" and trigger.dep == "pobj" and tree.head(of) is date


def _of_the_last(tree: Tree, dated: Word, trigger: Word) -> bool:
    """Whether a day is that of an earlier event: "as part of the decisions of the *last* summit, held on 27 July"."""
    for w in tree.ancestors(dated):
        if w is trigger:
            return False
        gathered = is_noun(w) and lookup(w.lower, "noun").keys() & {"talk", "gathering"}
        if gathered and any(c.lower in _EARLIER for c in tree.children(w, "amod")):
            return trigger not in tree.subtree(w)
    return False


_EARLIER = frozenset("last previous latest earlier".split())


def _inside(tree: Tree, dated: Word, trigger: Word) -> bool:
    """Whether a date stands in a participle of another noun: "the accord reached on Monday"."""
    above = {trigger.i, *(w.i for w in tree.ancestors(trigger))}
    for w in tree.ancestors(dated):
        if w.i in above:
            return False
        if w.dep == "acl" and is_verb(w) and w.head != trigger.i:
            return True
    return False


_FOLLOWING = frozenset(
    "follow follows followed following precede precedes preceded mirrors echoes caps capped".split()
)


def _talked_about(tree: Tree, dated: Word, trigger: Word) -> bool:
    """Whether a day stands in what is talked about: "discussions about the visit that begins *on Friday*"."""
    for w in tree.ancestors(dated):
        above = tree.head(w)
        if w.lower in ("about", "regarding", "concerning") and above is not None:
            return above is trigger or (
                is_verb(above) and trigger.dep == "dobj" and tree.head(trigger) is above
            )
        if w is trigger:
            return False
    return False


def _of_the_followed(tree: Tree, dated: Word, trigger: Word) -> bool:
    """Whether a day is that of an event which the trigger follows: "his visit follows X's visit *last week*"."""
    verb = tree.head(trigger)
    if verb is None or trigger.dep != "nsubj" or verb.lower not in _FOLLOWING:
        return False
    return any(dated in tree.subtree(o) or dated.i > o.i for o in tree.children(verb, "dobj"))


def _reaches(tree: Tree, dated: Word, above: set[int]) -> bool:
    """Whether a date may belong to a trigger in another clause: not out of a clause of its own."""
    verb = clause(tree, dated)
    if verb.i not in above and verb.dep in ("advcl", "relcl", "ccomp"):
        return False
    for w in [verb, *tree.ancestors(verb)]:
        if w.i in above:
            return True
        if w.dep == "relcl" and lookup(tree.words[w.head].lower, "noun").keys() & _PAPERS:
            return False  # "signed a memorandum under which an office is to open *next year*"
        if w.dep == "relcl" and w.head not in above and lookup(verb.lower, "verb").keys() & _TRAVELLING:
            return False  # "to meet X, who is due to visit Rome *next week*"
        if is_verb(w) and w.dep == "conj":  # "sees X and then flies to Y, where he is to speak on Monday"
            return False
    return True


_TRAVELLING = frozenset({"go", "leave"})
_PAPERS = frozenset({"pact", "paper"})
