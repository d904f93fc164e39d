"""Where and when: the place and date of each draft, and its standing."""

from __future__ import annotations

from datetime import date

from kg.extract.clause.certainty import standing
from kg.extract.clause.governors import Standing
from kg.extract.clause.hedges import RANKS
from kg.extract.clause.intentions import given_up
from kg.extract.clause.rumours import denied
from kg.extract.drafts import Draft, Told
from kg.extract.edtf import span
from kg.extract.records import DatePhrase
from kg.extract.sentence.grammar import clause, helpers, is_noun, is_verb, objects
from kg.extract.sentence.inclusion import COUNTING
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.extract.when.announced import ahead_of, only_announced, said_ahead
from kg.extract.when.carried import carried
from kg.extract.when.choice import nearest_date, to_come
from kg.extract.when.fate import deferred, forgone, in_vain, missed, no_day_yet, over, unwanted
from kg.extract.when.offset import from_distance, news_day
from kg.extract.when.outlook import ahead, bygone, called_for, hoped
from kg.extract.when.reckoning import fixed, hanging, hook, not_before, when
from kg.extract.when.sequence import done_before, on_the_spot, until_then
from kg.extract.where.sites import nearest_place, refined, town_of
from kg.model import DateClaim

_BEING = frozenset({"is", "are", "has", "have", "'s", "’s"})


# Rules whose verb says nothing of the standing: "urged him by phone", "set his name to it".
_SPOKEN = frozenset({"by-line", "pen-to-paper", "had-to", "in-talks", "at-hand", "one-breath"})


def settle(
    draft: Draft,
    text: str,
    published: date | None,
    told: Told,
    *,
    caption: bool = False,
) -> None:
    """Give a draft its status, date and place from its own sentence and from the dates told before it.

    `caption` says that it stands under a picture, where the present tense tells what is seen.
    """
    tree, trigger = draft.tree, draft.trigger
    far = from_distance(tree, trigger, text) if draft.date is None and not draft.undated else None
    inside = far is not None and trigger.i in far[2]
    if draft.date is None and not draft.undated and not inside:
        draft.date = nearest_date(tree, trigger, far[2] if far else ())
    if bygone(tree, trigger, draft.date):
        draft.date = None
    stand = _standing(draft, text, published, told.latest, caption)
    later = deferred(tree, trigger, text) if draft.date is not None else None
    if later is not None and stand.status in (("planned",) if is_verb(trigger) else ("planned", "held")):
        draft.date, stand.status = later, "postponed"
    draft.status = stand.status
    called_off = stand.status == "cancelled" and {"press", "news"} & {w.lower for w in tree.children(trigger)}
    vain = bool(called_off) or unwanted(tree, trigger) or denied(tree, trigger) or missed(tree, trigger)
    if not stand.real or vain or (draft.kind == "agreement" and hoped(tree, trigger)):
        draft.denied = True
    if draft.date is not None and _misfit(draft):
        draft.date = nearest_date(tree, trigger, {w.i for w in tree if w.date is draft.date})
    if draft.date is not None:
        draft.when = _worked_out(draft, draft.date, text, published, stand.direction, told)
    if far is not None and (inside or draft.when is None):
        _from_afar(draft, far, text, published, stand.direction, told.latest)
    if draft.status == "proposed" and _over(draft, published):
        draft.when = None  # the day of the offer, not of what is offered
    _place(draft)


def _standing(
    draft: Draft, text: str, published: date | None, anchor: DateClaim | None, caption: bool
) -> Standing:
    """How an event stands to the truth, by its clause, its day and what is said around it."""
    tree, trigger = draft.tree, draft.trigger
    if draft.rule == "not-since":
        return Standing("held")  # "has not been there since May": in May
    own = _own_day(draft) and not _of_the_saying(draft)
    certain = fixed(draft.date, text, published) if own else "unknown"
    if certain == "weekday" and _day_of(tree, trigger, draft.date):
        certain = "unknown"
    if caption and certain in ("today", "weekday"):
        certain = "past"  # "A meets B in Rome on Monday", below a picture of it
    stand = standing(tree, _told_by(draft), dated=certain, spoken=draft.rule in _SPOKEN)
    if draft.rule == "caption" and certain != "future":
        stand.status, stand.tense = "held", "past"  # no verb says when: what is shown has happened
    if draft.stated is not None and stand.status in ("held", "ongoing"):
        stand.status = draft.stated
    to_come = stand.status == "held" and not caption and _from_ahead(draft, anchor, published)
    if to_come and _arranged(tree, trigger):
        stand.status = "planned"
    if stand.status in ("held", "ongoing") and draft.kind == "visit" and _during(tree, trigger):
        stand.status = "planned"
    if stand.status in ("planned", "proposed") and done_before(tree, trigger):
        stand.status, stand.tense = "held", "past"
    if stand.status == "held" and draft.kind != "visit" and on_the_spot(tree, trigger):
        stand.status = "ongoing"
    if stand.status == "held" and until_then(tree, trigger):
        stand.status, stand.tense = "planned", "future"
    if stand.status == "planned" and (_is_the_first(tree, trigger) or over(tree, trigger)):
        stand.status, stand.tense = "held", "past"
    if stand.status == "held" and _lies_ahead(draft, text, published):
        stand.status, stand.tense = "planned", "future"
    if stand.status in ("planned", "proposed"):
        stand.status = in_vain(tree, trigger, text) or stand.status
    if not stand.real and (forgone(tree, trigger) or (is_verb(trigger) and given_up(tree, trigger))):
        stand.status, stand.real = "cancelled", True
    return stand


def _worked_out(
    draft: Draft,
    phrase: DatePhrase,
    text: str,
    published: date | None,
    direction: str,
    told: Told,
) -> DateClaim | None:
    """What a phrase means beside the event: of a day told in the sentence or before it, else of the text's own."""
    before = told.past if direction == "past" and told.past is not None else told.latest
    if phrase.form == "weekday" and dict(phrase.parts).get("mod") == "that":
        before = told.near  # "on the Saturday" is not of a week told long before
    base = hook(draft.tree, phrase, text, published, direction, told.latest) or before
    if direction == "past" and draft.status == "held":
        older = carried(draft.tree, phrase, text, published, told.background)
        if older is not None:
            return older
    found = when(phrase, text, published, direction, base)
    if found is not None and direction == "future" and phrase.form == "weekday":
        return _in_order(draft, phrase, found, text, published)
    if found is None and base is None and published and direction == "past" and hanging(phrase):
        today = DateClaim(str(published), "relative")  # "met the day before", of a text without another day
        return when(phrase, text, published, "past", today)
    return found


def _in_order(
    draft: Draft, phrase: DatePhrase, found: DateClaim, text: str, published: date | None
) -> DateClaim:
    """ "Will be in Rome on Tuesday and in Bern *on Wednesday*", said on a Wednesday: in the week of that Tuesday."""
    tree = draft.tree
    verb = clause(tree, draft.trigger)
    before = [
        day
        for day in dict.fromkeys(w.day for w in tree if clause(tree, w) is verb)
        if day is not None and day.form == "weekday" and day.start < phrase.start
    ]
    last: DateClaim | None = None
    for day in before:
        last = not_before(when(day, text, published, "future", None), last)
    return not_before(found, last) or found


def _from_afar(
    draft: Draft,
    far: tuple[DatePhrase, Word, frozenset[int]],
    text: str,
    published: date | None,
    direction: str,
    anchor: DateClaim | None,
) -> None:
    """Date an event by its distance from another: "two days after she met X, Y flew in"."""
    phrase, origin, inner = far
    inside = draft.trigger.i in inner
    known = nearest_date(draft.tree, origin, inner if inside else ())
    base = when(known, text, published, direction, anchor) if known else None
    base = base or (news_day(origin, anchor, published) if inside else None)
    if base is None and not inside and is_noun(origin) and direction == "past":
        base = anchor  # "took office on Monday. Two days after *his inauguration* …"
    if base is None:
        return
    draft.when, draft.date = when(phrase, text, published, direction, base), phrase
    if draft.status == "planned" and _past(draft, published):
        draft.status = "held"  # "a week after hosting her, he will fly to Rome"


def _place(draft: Draft) -> None:
    """Give a draft the place that its sentence tells, and of a building its town."""
    if draft.place is None and not draft.unplaced and not _pointed(draft):
        draft.place = nearest_place(draft.tree, draft.trigger)
        draft.place_stated = draft.place is not None
    elif draft.place is not None:
        draft.place = refined(draft.tree, draft, draft.place)
    if draft.place is not None:
        draft.place = town_of(draft.tree, draft.place)


def _is_the_first(tree: Tree, verb: Word) -> bool:
    """ "X *is the first* premier *to come* since Y": who is the first to do it has done it."""
    be = tree.head(verb) if is_verb(verb) and verb.dep == "xcomp" and "to" in helpers(tree, verb) else None
    if be is None or be.lower not in ("is", "was", "are", "were") or helpers(tree, be):
        return False
    who = tree.children(be, "attr")
    ranked = any(w.lower in RANKS for a in who for w in (a, *tree.children(a, "amod")))
    # of "the first premier of his country" the parser has seen the post only
    return ranked or any(a.mention is not None and a.mention.kind == "title" for a in who)


def _day_of(tree: Tree, noun: Word, date_: DatePhrase | None) -> bool:
    """Whether a day only says which talks are meant: "Monday's meeting *is the first* since May"."""
    verb = tree.head(noun)
    if verb is None or noun.dep != "nsubj" or verb.lower not in ("is", "'s", "’s") or helpers(tree, verb):
        return False
    first = next((w for w in tree if w.date is date_), None)
    before = first is not None and noun in tree.ancestors(first) and first.i < noun.i
    return before and any(w.date is None for w in tree.children(verb, "attr"))


def _pointed(draft: Draft) -> bool:
    """ "met X there and Y in Rome": the place of the first is told by the word, not by what follows."""
    last = max((s.start for s in draft.sides), default=0)
    return any(
        w.lower in ("here", "there") and w.start > last for w in draft.tree.children(draft.trigger, "advmod")
    )


def _during(tree: Tree, trigger: Word) -> bool:
    """Whether something is yet to be done on the journey: "*during his visit* he is due to see her", "while *staying* there"."""
    if is_verb(trigger):
        verb = tree.head(trigger) if trigger.tag == "VBG" and trigger.dep == "advcl" else None
        if not any(c.lower == "while" for c in tree.children(trigger, "mark", "advmod")):
            return False
    else:
        prep = tree.head(trigger) if trigger.dep == "pobj" else None
        verb = tree.head(prep) if prep is not None and prep.lower in ("during", "on", "in") else None
    if verb is None or not is_verb(verb):
        return False
    words = set(helpers(tree, verb))
    arranged = verb.tag == "VBN" and verb.lower in _DUE and bool({"is", "are"} & words)
    meant = verb.lower in ("plans", "intends", "hopes", "expects") or (
        verb.lower == "planning" and bool({"is", "are"} & words)
    )
    return bool({"will", "'ll", "shall"} & words) or arranged or meant


_DUE = frozenset("due set scheduled expected slated planned supposed likely".split())
_SAYING = frozenset(
    "said says saying told tells announced announces confirmed confirms reported reports added stated declared disclosed "
    "revealed indicated wrote tweeted posted quoted".split()
)


_WORD = frozenset(
    "statement statements release communique communiqué tweet post announcement briefing note notice letter interview "
    "message telegram conference bulletin".split()
)


def _misfit(draft: Draft) -> bool:
    """Whether the date is another clause's: what is to come has no day that is over, what goes on none to come."""
    tree = draft.tree
    first = next((w for w in tree if w.date is draft.date), None)
    if first is None:
        return False
    verb = clause(tree, first)
    inside = first in tree.subtree(draft.trigger) or verb is clause(tree, draft.trigger)
    if draft.status in ("held", "ongoing"):
        return not inside and to_come(tree, verb)
    if _of_the_saying(draft):
        return True
    over = verb.tag == "VBD" and not helpers(tree, verb) and verb.lower not in ("was", "were")
    return over and draft.status in ("planned", "proposed") and first.i < draft.trigger.i and not inside


def _of_the_saying(draft: Draft) -> bool:
    """Whether a date is the day of saying so: "will visit Rome, the ministry *said on Monday*"."""
    tree = draft.tree
    first = next((w for w in tree if w.date is draft.date), None)
    if first is None or draft.date is None:
        return False
    verb = clause(tree, first)
    below = first
    for above in tree.ancestors(first):  # "a statement issued on Tuesday", "in an interview on Monday"
        if above.lower in _WORD and draft.trigger not in tree.subtree(above):
            return True
        if is_verb(above) and above.dep not in ("acl", "relcl"):
            break
        below = above
    said = verb.lower in _SAYING and verb in tree.ancestors(draft.trigger)
    if said and below.dep in ("nsubj", "nsubjpass") and below.head == verb.i:
        return True  # "a statement by X on Tuesday said"
    heard = [w for o in objects(tree, verb) for w in tree.subtree(o) if verb.i < w.i < first.i]
    return said and (0 < first.i - verb.i - len(heard) <= _BESIDE or first.i <= 1)


_BESIDE = 3  # words from the verb of saying to its day: "told reporters on Monday"


def _from_ahead(draft: Draft, anchor: DateClaim | None, published: date | None) -> bool:
    """Whether nothing dates a draft but perhaps a day still to come: "arrives on Friday. She meets him the day after"."""
    days = span(anchor.edtf) if anchor is not None else None
    ahead_of_us = bool(published and days and days[0] > published)
    if draft.date is None:  # "X speaks with Y in Rome" is what a picture shows
        return draft.kind == "visit" or ahead_of_us
    return hanging(draft.date) and ahead_of_us


def _lies_ahead(draft: Draft, text: str, published: date | None) -> bool:
    """Whether what reads as held is still to come: no day is set for it, it is called for, or only announced."""
    tree, trigger = draft.tree, draft.trigger
    if no_day_yet(tree, trigger) or called_for(tree, trigger, draft.date):
        return True
    if ahead(tree, trigger, draft.date, text, published):
        return True
    if draft.date is not None and ahead_of(tree, trigger) is not None:
        return fixed(draft.date, text, published) == "weekday"  # "came ahead of talks on Friday"
    if draft.date is not None or draft.kind == "agreement":
        return False
    return only_announced(tree, trigger) or (draft.kind == "visit" and said_ahead(tree, trigger))


def _own_day(draft: Draft) -> bool:
    """Whether the day may fix the standing: in "X, who is visiting Chile, met Y on Monday" it is that of the talks."""
    tree = draft.tree
    verb = clause(tree, draft.trigger)
    present = verb.lower in _BEING or (verb.tag == "VBG" and _BEING & set(helpers(tree, verb)))
    if verb.lower in _BEING and draft.date is not None and _of_the_saying(draft):
        return False  # "is in Chile for a visit, her office said on Monday"
    first = next((w for w in tree if w.date is draft.date), None) if present else None
    told = clause(tree, first) if first is not None else verb
    if told is not verb and told.tag == "VBD" and verb in tree.ancestors(told):
        return False  # "is in Chile, where X met him on Monday"
    return verb.dep != "relcl" or not present or any(w.date is draft.date for w in tree.subtree(verb))


def _over(draft: Draft, published: date | None) -> bool:
    """Whether the date beside something offered is the day of the offer: "said on Monday he wanted to meet her"."""
    phrase = draft.date
    if phrase is None or published is None:
        return False
    if phrase.form in ("weekday", "relday"):
        tree = draft.tree
        verbs = [clause(tree, w) for w in tree if w.date is phrase]
        return any(
            v.tag == "VBD" or {"has", "have", "had", "was", "were"} & set(helpers(tree, v)) for v in verbs
        )
    days = span(draft.when.edtf) if draft.when and phrase.form in ("month", "anchor", "period") else None
    return days is not None and days[1] < published


def _told_by(draft: Draft) -> Word:
    """The word that tells how a draft stands: "is to make a tour that takes her to Lima" stands as the tour does."""
    verb, tree = draft.trigger, draft.tree
    head = tree.head(verb)
    ongoing = verb.tag in ("VBZ", "VBG", "VB") and not {"will", "would"} & set(helpers(tree, verb))
    if draft.rule == "trip-takes" and verb.dep == "relcl" and ongoing and head is not None:
        return head
    return verb


def _past(draft: Draft, published: date | None) -> bool:
    """Whether all of its days were over when the article appeared."""
    days = span(draft.when.edtf) if draft.when is not None else None
    return published is not None and days is not None and days[1] < published


_RUNNING = frozenset("begins ends starts finishes concludes continues follow follows".split())


def _then(tree: Tree, verb: Word) -> bool:
    """ "the trip starts in Lima *before she heads* to Quito": as the clause above it is arranged."""
    marks = {c.lower for c in tree.children(verb, "mark", "advmod")}
    return verb.dep == "advcl" and verb.tag == "VBZ" and bool(marks & {"before", "until"})


def _arranged(tree: Tree, trigger: Word) -> bool:
    """Whether the present tense speaks of what is arranged: "then flies on to Lima", "goes there to meet her"."""
    verb = trigger
    if not is_verb(
        trigger
    ):  # "stops in A and B follow", "ends in A after a stop in B", "flies to A for talks"
        verb = clause(tree, trigger)
        prep = tree.head(trigger)
        bound = prep is not None and prep.lower in ("for", "to") and "go" in lookup(verb.lower, "verb")
        if verb.lower not in _RUNNING and not bound:
            return False
    while (above := tree.head(verb)) is not None and ("to" in helpers(tree, verb) or _then(tree, verb)):
        verb = above
    if (
        (verb.tag != "VBZ" and verb.lower != "follow")
        or helpers(tree, verb)
        or verb.lower in _BEING | COUNTING
        or verb.dep not in ("ROOT", "conj")
    ):
        return False
    return "every" not in {w.lower for w in tree.subtree(verb)}
