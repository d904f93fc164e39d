"""Where and when: the place and date of each draft, and its standing."""

from __future__ import annotations

from datetime import date

from kg.extract.certainty import standing
from kg.extract.drafts import Draft
from kg.extract.edtf import span
from kg.extract.fate import forgone, missed, no_day_yet, over, unwanted, willing
from kg.extract.grammar import clause, helpers, is_verb
from kg.extract.matters import of_matter
from kg.extract.offset import from_distance
from kg.extract.outlook import ahead, bygone, hoped
from kg.extract.places import PlacePhrase
from kg.extract.records import DatePhrase
from kg.extract.rumours import denied
from kg.extract.sequence import done_before, until_then
from kg.extract.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.extract.when import fixed, hanging, hook, nearest_date, of_another, rings, to_come, when
from kg.model import DateClaim

_BEING = frozenset({"is", "are", "has", "have", "'s", "’s"})
_AT = frozenset("in at near outside inside around on aboard off above".split())


# Rules whose verb says nothing of the standing: "urged him by phone", "set his name to it".
_SPOKEN = frozenset({"by-line", "pen-to-paper", "had-to", "in-talks"})


def settle(
    draft: Draft,
    text: str,
    published: date | None,
    anchor: DateClaim | None,
    past: DateClaim | None = None,
    *,
    caption: bool = False,
) -> None:
    """Give a draft its status, date and place from its own sentence.

    `caption` says that it stands under a picture, where the present tense tells what is seen. `anchor` is the latest date of the text so far, for "the following day"; `past` the latest that is over.
    """
    tree, trigger = draft.tree, draft.trigger
    distance = from_distance(tree, trigger, text) if draft.date is None and not draft.undated else None
    inside = distance is not None and trigger.i in distance[2]
    if draft.date is None and not draft.undated and not inside:
        draft.date = nearest_date(tree, trigger, distance[2] if distance else ())
    if bygone(tree, trigger, draft.date):
        draft.date = None
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
    if (
        stand.status == "held"
        and not caption
        and _from_ahead(draft, anchor, published)
        and _arranged(tree, trigger)
    ):
        stand.status = "planned"
    if stand.status in ("held", "ongoing") and draft.kind == "visit" and _during(tree, trigger):
        stand.status = "planned"
    if stand.status in ("planned", "proposed") and done_before(tree, trigger):
        stand.status, stand.tense = "held", "past"
    if stand.status == "held" and until_then(tree, trigger):
        stand.status, stand.tense = "planned", "future"
    if stand.status == "planned" and over(tree, trigger):
        stand.status, stand.tense = "held", "past"
    if (stand.status == "held" and no_day_yet(tree, trigger)) or (
        stand.status == "held" and ahead(tree, trigger, draft.date, text, published)
    ):
        stand.status, stand.tense = "planned", "future"
    elif stand.status in ("held", "planned") and willing(tree, trigger):
        stand.status = "proposed"
    if not stand.real and forgone(tree, trigger):
        stand.status, stand.real = "cancelled", True
    draft.status = stand.status
    called_off = stand.status == "cancelled" and {"press", "news"} & {w.lower for w in tree.children(trigger)}
    vain = bool(called_off) or unwanted(tree, trigger) or denied(tree, trigger) or missed(tree, trigger)
    if not stand.real or vain or (draft.kind == "agreement" and hoped(tree, trigger)):
        draft.denied = True
    if draft.date is not None and _misfit(draft):
        draft.date = nearest_date(tree, trigger, {w.i for w in tree if w.date is draft.date})
    if draft.date is not None:
        here = hook(tree, draft.date, text, published, stand.direction)
        told = here or (past if stand.direction == "past" and past is not None else anchor)
        draft.when = when(draft.date, text, published, stand.direction, told)
    if distance is not None and (inside or draft.when is None):
        phrase, origin, inner = distance
        known = nearest_date(tree, origin, inner if inside else ())
        base = when(known, text, published, stand.direction, anchor) if known else None
        draft.when = when(phrase, text, published, stand.direction, base) if base else draft.when
        draft.date = phrase if base else draft.date
        if base and draft.status == "planned" and _past(draft, published):
            draft.status = "held"  # "a week after hosting her, he will fly to Rome"
    if draft.status == "proposed" and _over(draft, published):
        draft.when = None  # the day of the offer, not of what is offered
    if draft.place is None and not _pointed(draft):
        draft.place = nearest_place(tree, trigger)
        draft.place_stated = draft.place is not None
    elif draft.place is not None:
        draft.place = _refine(tree, draft, draft.place)
    if draft.place is not None:
        draft.place = _town(tree, draft.place)


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
    return said and (0 < first.i - verb.i <= _BESIDE or first.i <= 1)


_BESIDE = 3  # words from the verb of saying to its day: "told reporters on Monday"


def _from_ahead(draft: Draft, anchor: DateClaim | None, published: date | None) -> bool:
    """Whether nothing dates a draft but perhaps a day still to come: "arrives on Friday. She meets him the day after"."""
    days = span(anchor.edtf) if anchor is not None else None
    ahead_of_us = bool(published and days and days[0] > published)
    if draft.date is None:  # "X speaks with Y in Rome" is what a picture shows
        return draft.kind == "visit" or ahead_of_us
    return hanging(draft.date) and ahead_of_us


def _own_day(draft: Draft) -> bool:
    """Whether the day may fix the standing: in "X, who is visiting Chile, met Y on Monday" it is that of the talks."""
    tree = draft.tree
    verb = clause(tree, draft.trigger)
    present = verb.lower in _BEING or (verb.tag == "VBG" and _BEING & set(helpers(tree, verb)))
    if verb.lower in _BEING and draft.date is not None and _of_the_saying(draft):
        return False  # "is in Chile for a visit, her office said on Monday"
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


def _arranged(tree: Tree, trigger: Word) -> bool:
    """Whether the present tense speaks of what is arranged: "then flies on to Lima", "goes there to meet her"."""
    verb = trigger
    if not is_verb(trigger):  # "stops in A and B follow", "ends in A after a stop in B"
        verb = clause(tree, trigger)
        if verb.lower not in _RUNNING:
            return False
    while "to" in helpers(tree, verb) and (above := tree.head(verb)) is not None:
        verb = above
    if (
        (verb.tag != "VBZ" and verb.lower != "follow")
        or helpers(tree, verb)
        or verb.lower in _BEING
        or verb.dep not in ("ROOT", "conj")
    ):
        return False
    return "every" not in {w.lower for w in tree.subtree(verb)}


def nearest_place(tree: Tree, trigger: Word) -> PlacePhrase | None:
    """The place that belongs to a trigger, by the same rings; "Seoul, where he met" counts first."""
    for above in [trigger, *tree.ancestors(trigger)]:
        where = next((c for c in tree.children(above) if c.lower == "where" and c.i < trigger.i), None)
        if where is not None:
            told = [w.place for w in tree.words[: where.i] if w.place is not None]
            if told:
                near = [p for p in told[-2:] if p.country == told[-1].country]
                return max(near, key=lambda p: p.grade)  # "Quito in Ecuador, where"
    for above in [trigger, *tree.ancestors(trigger)]:
        when = next((c for c in tree.children(above) if c.lower == "when" and c.i < trigger.i), None)
        if when is not None and above.dep in ("advcl", "relcl"):  # "an hour in Lima, when she told X"
            before = [w for w in tree.words[: when.i] if _located(tree, w) is not None or _reached(tree, w)]
            cities = [w.place for w in before if w.place is not None and w.place.grade == 3]
            if cities:
                return cities[-1]
    gone_to = _bound_for(tree, trigger)
    if gone_to is not None:
        return gone_to
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


def _bound_for(tree: Tree, trigger: Word) -> PlacePhrase | None:
    """The city that somebody goes to in order to do a thing: "heads to Lima to see her"."""
    going = tree.head(trigger)
    if going is None or trigger.dep not in ("advcl", "xcomp") or "to" not in helpers(tree, trigger):
        return None
    if any(_located(tree, w) is not None for w in tree.subtree(trigger)) or "go" not in lookup(
        going.lower, "verb"
    ):
        return None
    aims = [
        p for prep in tree.children(going, "prep") for p in tree.children(prep, "pobj") if _reached(tree, p)
    ]
    return next((p.place for p in aims if p.i < trigger.i), None)


def _located(tree: Tree, word: Word) -> PlacePhrase | None:
    """The word's place when a preposition of place governs it."""
    if word.place is None or (
        word.mention is not None and word.mention.kind == "party" and not _in(tree, word)
    ):
        return None
    owner = word.i + 1 < len(tree.words) and tree.words[word.i + 1].tag == "POS"
    if word.dep in ("poss", "amod", "nsubj", "nsubjpass", "dobj") or owner:
        return None
    head = tree.head(word)
    if head is not None and head.lower == "outside" and word.place.grade == 1:
        return None  # "the first talks outside China"
    steps = 0
    while head is not None and steps < 5:
        if head.dep in ("prep", "agent") or head.tag == "IN":
            above = tree.head(head)
            if of_matter(tree, head, word) or (above is not None and above.lower in _DWELLING):
                return None
            if "according" in tree.vocabulary and any(a.lower == "according" for a in tree.ancestors(head)):
                return None  # "according to the ministry in Lima"
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


# "the speaker, based in Tobruk", "the exiled leader living in Lima": where somebody is at home
_DWELLING = frozenset(
    "based born headquartered living exiled buried raised educated imprisoned jailed".split()
)


def _reached(tree: Tree, word: Word) -> bool:
    """ "a detour to Kabul": a place gone to."""
    prep = tree.head(word)
    return word.place is not None and word.dep == "pobj" and prep is not None and prep.lower == "to"


def _in(tree: Tree, word: Word) -> bool:
    """Whether a capital that may stand for its government is a place here: "in Washington he met her"."""
    prep = tree.head(word)
    if prep is None or word.dep != "pobj" or prep.lower not in ("in", "near", "outside"):
        return False
    above = tree.head(prep)
    return above is None or is_verb(above)


def _city_of(tree: Tree, of: Word) -> bool:
    head = tree.head(of)
    return head is not None and head.lower in (
        "city", "town", "port", "resort", "village", "capital", "island", "suburb", "hometown", "state", "province",
    )  # fmt: skip


_BUILDINGS = frozenset({"seat", "venue"})
_NEAR = 6  # words between a building and the town that it stands in: "the Palace of Nations in Geneva"


def _town(tree: Tree, place: PlacePhrase) -> PlacePhrase:
    """The town beside a building says where: "at the Palace of the Revolution *in Havana*"."""
    if place.sense is None or place.sense.kind not in _BUILDINGS:
        return place
    at = next((w.i for w in tree if w.place is place), None)
    for w in tree.words[at : at + _NEAR] if at is not None else []:
        town = w.place
        if town is None or town.grade < 3 or town.country != place.country or town.sense is None:
            continue
        if town.sense.kind not in _BUILDINGS and tree.words[w.i - 1].lower in ("in", ",", "near", "outside"):
            return town
    return place


def _refine(tree: Tree, draft: Draft, place: PlacePhrase) -> PlacePhrase:
    """A city of the same state beside a state as destination is the more precise place."""
    if place.grade == 3:
        return place
    for ring in rings(tree, draft.trigger)[:2]:
        for w in ring:
            if w.place is not None and w.place.country == place.country and w.place.grade > place.grade:
                return w.place
    return place
