"""Where an event took place, by its own sentence: "in Lima", "set for Friday in Lima", "Lima, where they met"."""

from __future__ import annotations

from kg.extract.clause.matters import of_matter
from kg.extract.clause.since import aforetime, of_aforetime
from kg.extract.drafts import Draft
from kg.extract.places.find import PlacePhrase
from kg.extract.sentence.grammar import clause, helpers, is_noun, is_verb
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.extract.when.choice import DUE, of_other_than, rings
from kg.extract.wordings import MARGINS

_AT = frozenset("in at near outside inside around on aboard off above".split())


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
    gone_to = _bound_for(tree, trigger) or _arranged_at(tree, trigger) or _come_for(tree, trigger)
    gone_to = gone_to or _before_leaving(tree, trigger) or _chosen(tree, trigger)
    if gone_to is not None:
        return gone_to
    for ring in rings(tree, trigger)[: 1 if aforetime(tree, trigger) else 3]:
        places = [
            (abs(w.i - trigger.i), w.i, p)
            for w in ring
            if (p := _located(tree, w)) is not None
            and not of_other_than(tree, w, trigger)
            and not _next_stop(tree, w, trigger)
            and not of_aforetime(tree, w, trigger)
            and not (tree.head(w) is trigger and _only_its_margins(tree, trigger))
        ]
        fine = [x for x in places if x[2].grade > 1] or places
        if fine:
            return min(fine, key=lambda x: x[:2])[2]
    return _hosting(tree, trigger)


_HOSTING = frozenset({"hosts", "hosted", "host"})


def _hosting(tree: Tree, trigger: Word) -> PlacePhrase | None:
    """ "will meet in May, *when Chile hosts* the summit": the host's state."""
    if _HOSTING.isdisjoint(tree.vocabulary):
        return None
    verb = clause(tree, trigger)
    dated = [w for w in tree.subtree(verb) if w.date is not None]
    for hosts in [c for w in (verb, *dated) for c in tree.children(w, "advcl", "relcl")]:
        if hosts.lower in _HOSTING and any(c.lower == "when" for c in tree.children(hosts)):
            return next((w.place for w in tree.children(hosts, "nsubj") if w.place is not None), None)
    return None


def _only_its_margins(tree: Tree, noun: Word) -> bool:
    """ "met Y on the *sidelines of* the Oslo conference": those two were in Oslo; who conferred there is not told."""
    of = tree.head(noun)
    above = tree.head(of) if of is not None and of.lower == "of" else None
    return above is not None and above.lower in MARGINS


def _next_stop(tree: Tree, place: Word, trigger: Word) -> bool:
    """ "held talks *in Rome* after a discussion with X", "landed *in Rome* after seeing X": where he went thereafter."""
    verb = clause(tree, place)
    below = trigger
    for above in tree.ancestors(trigger):
        if above is verb:
            later = below.lower in ("after", "following") and below.dep == "prep"
            objects_ = tree.children(verb, "dobj")
            talks = any(lookup(o.lower, "noun").keys() & {"talk", "trip"} for o in objects_)
            return (
                later and place not in tree.subtree(below) and (talks or "go" in lookup(verb.lower, "verb"))
            )
        below = above
    return False


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


def _before_leaving(tree: Tree, verb: Word) -> PlacePhrase | None:
    """ "*Before he left Lima* he saw X", "met X before flying home from Oslo": the city that somebody then leaves."""
    if "before" not in tree.vocabulary or not is_verb(verb):
        return None
    going = [
        *tree.children(verb, "advcl"),
        *(g for p in tree.children(verb, "prep") for g in tree.children(p, "pcomp")),
    ]
    for gone in going:
        led = [tree.head(gone), *tree.children(gone, "mark", "advmod")]
        if not any(w is not None and w.lower == "before" for w in led):
            continue
        classes = lookup(gone.lower, "verb")
        left = tree.children(gone, "dobj") if "leave" in classes else []
        if classes.keys() & {"go", "leave"}:
            left += [
                p for f in tree.children(gone, "prep") if f.lower == "from" for p in tree.children(f, "pobj")
            ]
        town = next((w.place for w in left if w.place is not None and w.place.grade > 1), None)
        if town is not None:
            return town
    return None


def _come_for(tree: Tree, noun: Word) -> PlacePhrase | None:
    """ "on her way to *Lima* for a summit", "in *Oslo* for talks": right before what somebody goes there for."""
    prep = tree.head(noun)
    if prep is None or noun.dep != "pobj" or prep.lower != "for" or not prep.i:
        return None
    before = tree.words[prep.i - 1]
    governed = before.place is not None and before.dep == "pobj" and before.place.grade > 1
    inside = any(_located(tree, w) is not None for w in tree.subtree(noun))
    return before.place if governed and not inside else None


_VENUES = frozenset("venue site setting location scene host place".split())


def _chosen(tree: Tree, noun: Word) -> PlacePhrase | None:
    """ "*Geneva* was chosen as the venue of the talks", "suggested *Lima* as the place for a meeting"."""
    of = tree.head(noun)
    venue = tree.head(of) if of is not None and of.lower in ("for", "of") and noun.dep == "pobj" else None
    if venue is None or venue.lower not in _VENUES:
        return None
    as_ = tree.head(venue)
    verb = tree.head(as_) if as_ is not None and as_.lower == "as" else as_ if venue.dep == "attr" else None
    named = tree.children(verb, "dobj", "nsubj", "nsubjpass") if verb is not None else []
    return next((w.place for w in named if w.place is not None and w.place.grade > 1), None)


def _arranged_at(tree: Tree, noun: Word) -> PlacePhrase | None:
    """The place of which a clause behind a noun tells: "a meeting that had been *set for Friday in Lima* fell through"."""
    due = [v for v in tree.children(noun, "relcl", "acl") if v.lower in DUE and is_noun(noun)]
    return next((p for v in due for w in tree.subtree(v) if (p := _located(tree, w)) is not None), None)


def _located(tree: Tree, word: Word) -> PlacePhrase | None:
    """The word's place when a preposition of place governs it."""
    party = word.mention is not None and word.mention.kind == "party"
    if word.place is None or (party and not _in(tree, word) and not _of_a_house(tree, word)):
        return None
    if _names_site(tree, word):
        return word.place
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
            if "at" in tree.vocabulary and _of_a_post(tree, head):
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


_HOUSES = frozenset(
    "residence residency villa hotel airport home apartment headquarters suite dacha ranch".split()
)


def _of_a_house(tree: Tree, town: Word) -> bool:
    """ "at her *Lima* residence": the town of a house."""
    house = tree.head(town)
    at = tree.head(house) if house is not None and house.dep == "pobj" else None
    return (
        town.dep == "compound"
        and house is not None
        and house.lower in _HOUSES
        and at is not None
        and at.lower in _AT
    )


def _of_a_post(tree: Tree, prep: Word) -> bool:
    """Whether a phrase says where somebody works: "X, a counsellor *at the embassy in Lima*"."""
    for above in tree.ancestors(prep):
        if is_verb(above):
            return False
        who = tree.head(above)
        if (
            above.dep == "appos"
            and who is not None
            and who.mention is not None
            and who.mention.kind == "name"
        ):
            return True
    return False


# "the speaker, based in Tobruk", "the exiled leader living in Lima": where somebody is at home
_DWELLING = frozenset(
    "governments government based born headquartered living exiled buried raised educated imprisoned jailed".split()
)


def _reached(tree: Tree, word: Word) -> bool:
    """ "a detour to Kabul": a place gone to."""
    prep = tree.head(word)
    return word.place is not None and word.dep == "pobj" and prep is not None and prep.lower == "to"


def _in(tree: Tree, word: Word) -> bool:
    """Whether a capital that may stand for its government is a place here: "in Washington he met her"."""
    prep = tree.head(word)
    if word.dep == "appos" and prep is not None and prep.lower == "capital":
        return True  # "in Libya's capital, Tripoli"
    if prep is None or word.dep != "pobj" or prep.lower not in ("in", "near", "outside"):
        seat = word.place is not None and word.place.sense is not None and word.place.sense.kind in _BUILDINGS
        return (
            seat and prep is not None and word.dep == "pobj" and prep.lower == "at"
        )  # "at 10 Downing Street"
    above = tree.head(prep)
    return above is None or is_verb(above)


# "at Vienna's Hofburg palace", "in Vienna's old town"
_SITES = frozenset(
    "palace castle hotel town quarter district centre center airport residence hall university zone suburb suburbs "
    "outskirts museum cathedral square monastery cafe café restaurant chancellery port harbour harbor club resort villa "
    "guesthouse".split()
)


def _names_site(tree: Tree, word: Word) -> bool:
    """Whether a city says where a building or quarter is that somebody is at: "at *Vienna's* old town hall"."""
    site = tree.head(word)
    if (
        site is None
        or site.lower not in _SITES
        or word.dep not in ("poss", "compound", "nmod")
        or site.dep != "pobj"
    ):
        return False
    prep = tree.head(site)
    return prep is not None and prep.lower in _AT and not of_matter(tree, prep, word)


_TOWNS = frozenset("city town port resort village capital island suburb hometown state province".split())
_SIDES = frozenset(
    "north south east west northeast northwest southeast southwest outskirts suburbs centre center heart environs shores "
    "banks margins sidelines".split()
)


def _city_of(tree: Tree, of: Word) -> bool:
    head = tree.head(of)
    return head is not None and head.lower in _TOWNS | _SIDES


_BUILDINGS = frozenset({"seat", "venue"})
_NEAR = 6  # words between a building and the town that it stands in: "the Palace of Nations in Geneva"


def town_of(tree: Tree, place: PlacePhrase) -> PlacePhrase:
    """The town beside a building says where: "at the Palace of the Revolution *in Havana*"."""
    if place.sense is None or place.sense.kind not in _BUILDINGS or place.sense.town:
        return place
    at = next((w.i for w in tree if w.place is place), None)
    for w in tree.words[at : at + _NEAR] if at is not None else []:
        town = w.place
        if town is None or town.grade < 3 or town.country != place.country or town.sense is None:
            continue
        if town.sense.kind not in _BUILDINGS and tree.words[w.i - 1].lower in ("in", ",", "near", "outside"):
            return town
    return place


def refined(tree: Tree, draft: Draft, place: PlacePhrase) -> PlacePhrase:
    """A city of the same state beside a state as destination is the more precise place."""
    if place.grade == 3:
        return place
    for ring in rings(tree, draft.trigger)[:2]:
        for w in ring:
            if w.place is not None and w.place.country == place.country and w.place.grade > place.grade:
                return w.place
    return place
