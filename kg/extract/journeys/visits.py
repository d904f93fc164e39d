"""Visits: an official's journey to another state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.drafts import Draft
from kg.extract.journeys.arrivals import going
from kg.extract.journeys.conveyance import boarded, carried_along, conveyed
from kg.extract.journeys.entourage import (
    RETINUE,
    accompanied,
    after_them,
    alongside,
    appointed,
    based,
    carried,
    including,
    representing,
    sending,
)
from kg.extract.journeys.forerunners import forerunners, not_since
from kg.extract.journeys.gapping import followed
from kg.extract.journeys.homeward import errand, follows, for_there, venue
from kg.extract.journeys.invitations import EXPECTING, answered, asked, awaited, from_invitation, hosted
from kg.extract.journeys.itineraries import itineraries
from kg.extract.journeys.presence import acts, aside, from_being
from kg.extract.journeys.shares import legs, shared_days
from kg.extract.journeys.stations import stations
from kg.extract.journeys.trips import from_noun, from_trip_verb, is_trip
from kg.extract.journeys.wayfaring import wayfaring
from kg.extract.journeys.whereto import (
    destinations,
    drafts,
    fellow_travellers,
    onward,
    places_of,
    state_place,
)
from kg.extract.places.find import PlacePhrase
from kg.extract.sentence.grammar import BEING, after, agents, is_noun, is_verb, objects, passive, subject
from kg.extract.sentence.inclusion import COUNTING
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.triggers import lookup
from kg.extract.whom.discourse import Discourse
from kg.extract.whom.several import both_lands

_LIMBS = frozenset({"foot", "hand", "hands"})


# "took a message to Pyongyang": whoever carries it goes there
_CARRYING = frozenset(
    "took take takes taking taken carried carries carry carrying led leads lead leading accompanied accompany "
    "accompanying accompanies bring brings bringing brought".split()
)


_SENDING = frozenset(
    "sent send sends sending dispatched dispatch despatched brought fetched fetch lured whisked called summoned flown fly flew".split()
)


def visits(tree: Tree, talk: Discourse) -> Iterator[Draft]:
    """The visits that a sentence tells of."""
    if "since" in tree.vocabulary:
        yield from forerunners(tree, talk)
    for w in tree:
        if w.mention is not None and w.mention.kind == "name":
            yield from aside(tree, talk, w)
            continue
        if is_verb(w):
            if "since" in tree.vocabulary:
                yield from not_since(tree, talk, w)
            yield from _from_verb(tree, talk, w)
            yield from from_trip_verb(tree, talk, w)
        elif is_noun(w) and w.dep != "compound":
            if is_trip(w):
                yield from from_noun(tree, talk, w)
            yield from from_invitation(tree, talk, w)


def _from_verb(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    if verb.lower in BEING and tree.words[0].lower == "accompanying":
        yield from alongside(tree, talk, verb)
        return
    if verb.lower in BEING:
        yield from followed(tree, talk, verb, list(from_being(tree, talk, verb)))
        return
    yield from asked(tree, talk, verb)
    yield from answered(tree, talk, verb)
    yield from hosted(tree, talk, verb)
    yield from boarded(tree, talk, verb)
    programmed = list(stations(tree, talk, verb)) or list(itineraries(tree, talk, verb))
    if programmed:
        yield from programmed
        return
    yield from conveyed(tree, talk, verb)
    if lookup(verb.lower, "verb").get("go") in EXPECTING:
        yield from awaited(tree, talk, verb)
        return
    if verb.lower == "represented" and passive(tree, verb):
        yield from representing(tree, talk, verb)
        return
    who = subject(tree, verb)
    if verb.lower in COUNTING and who is not None and who.lower in RETINUE:
        yield from including(tree, talk, verb)
    elif who is not None and who.mention is not None and who.mention.kind == "party":
        if verb.lower in _SENDING and not passive(tree, verb):
            yield from sending(
                tree, talk, verb
            )  # "Ghana sent its envoy, X, to Y"; "Argentina arrive": a team
    elif not (verb.dep == "amod" or _stays_away(tree, verb) or _imperative(tree, verb)):
        doers = _travellers(tree, talk, verb, who)
        if doers:
            yield from _by(tree, talk, verb, doers)


def _travellers(tree: Tree, talk: Discourse, verb: Word, who: Word | None) -> list[Side]:
    """Who travels: the named of the subject, else those whom the text has travelling there."""
    doers = _named_last(tree, talk, who) or talk.doers(tree, verb)
    if all(s.official is None for s in doers):
        doers = _one_of(tree, talk, who) or doers
    if who is not None and who.lower == "they" and not any(s.official for s in doers):
        return []  # "Ghana and Chad said they would come": states
    return doers or carried_along(tree, talk, who) or _same_party(tree, talk, verb)


def _by(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> Iterator[Draft]:
    """The journeys that a verb tells of its doers."""
    classes = lookup(verb.lower, "verb")
    done = passive(tree, verb)  # to them, not by them
    afoot = any(o.lower in _LIMBS for o in objects(tree, verb))  # "set foot in X", "set his hand to it"
    if "leave" in classes and not done and (several := legs(tree, verb, doers)):
        yield from several
        return
    if "leave" in classes and not afoot and not done:
        yield from _left(tree, talk, verb, doers)
        return
    shared = list(shared_days(tree, verb, doers))
    if shared:
        yield from shared
        return
    if verb.lower in _SENDING and not done:
        yield from sending(tree, talk, verb)
        if "go" not in classes and verb.lower not in _CARRYING:
            return
    if verb.lower.startswith("accompan"):
        doers = doers + [s for o in [*objects(tree, verb), *agents(tree, verb)] for s in talk.sides(tree, o)]
        if done:
            yield from accompanied(tree, talk, verb, doers)
            return
    if verb.lower in _CARRYING and not done:
        if not appointed(tree, verb):
            doers = unique([*doers, *_taken_along(tree, talk, verb)])
            yield from list(carried(tree, verb, doers)) or _underway(tree, talk, verb, doers)
        return
    yield from after_them(tree, talk, verb, doers)
    yield from based(tree, verb, doers)
    if verb.lower in _BOOKED and done:  # "is headed for X"
        goal = onward(tree, destinations(tree, verb, ("for", "to")))
        ahead = list(drafts(tree, verb, doers, goal, "go-verb", "planned"))
        yield from followed(tree, talk, verb, ahead)
    if "go" in classes and not done:
        yield from _went(tree, talk, verb, classes["go"], doers)
        if classes["go"] != "make":
            return
    if verb.lower in _SKIPPING and not done:
        passed_by = [p for o in objects(tree, verb) for p in places_of(tree, o)]
        yield from drafts(tree, verb, doers, passed_by, "skipped", "cancelled")
        return
    active = list(acts(tree, talk, verb, doers)) or list(follows(tree, talk, verb, doers))
    yield from active or _underway(tree, talk, verb, doers)


def _taken_along(tree: Tree, talk: Discourse, verb: Word) -> list[Side]:
    """ "Took *X* with her to Lima": both travel."""
    taken = objects(tree, verb) if verb.lower in ("took", "takes", "take", "taking", "taken") else []
    return [s for o in taken for s in talk.sides(tree, o) if s.official is not None]


# How a traveller leaves: "left Rome empty-handed"
_MOODS = frozenset(
    "handed satisfied pleased disappointed happy hopeful angry convinced frustrated early abruptly smiling".split()
)


def _left(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> Iterator[Draft]:
    """ "left Rome for Oslo": the journey to come and the one that ends."""
    goal = onward(tree, destinations(tree, verb, ("for", "to")))
    goal = goal or venue(tree, verb, "for") or errand(tree, verb) or for_there(tree, talk, verb, doers)
    yield from drafts(tree, verb, doers, goal, "leave-for")
    as_it_is = any(p.lower in ("within", "without", "out") for p in tree.children(verb, "prep"))
    # "leaving Iran more isolated", "leaves Iran within reach of a bomb"
    changed = [c for c in tree.children(verb, "oprd", "xcomp", "ccomp", "acomp") if c.lower not in _MOODS]
    if not as_it_is and not changed:
        left = [p for o in objects(tree, verb) for p in places_of(tree, o)]
        left += destinations(tree, verb, ("from",)) if verb.lower.startswith("depart") else []
        yield from drafts(tree, verb, doers, left or _left_behind(talk, doers, goal), "leave")


def _went(tree: Tree, talk: Discourse, verb: Word, lemma: str, doers: list[Side]) -> Iterator[Draft]:
    yield from follows(tree, talk, verb, doers)
    party = doers + fellow_travellers(tree, talk, verb, doers)
    gone = list(_both_lands(tree, talk, verb, party)) or list(going(tree, talk, verb, lemma, party))
    yield from followed(tree, talk, verb, gone)
    if not gone:
        yield from _underway(tree, talk, verb, doers)


def _both_lands(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> Iterator[Draft]:
    """ "went to both capitals", "visited the two countries": a journey to each."""
    for word in [*objects(tree, verb), *after(tree, verb, "to", "in", "between")]:
        codes = both_lands(talk, tree, word)
        if not {s.country for s in doers} & set(codes):
            yield from drafts(tree, verb, doers, [state_place(word, c) for c in codes], "both-lands")


def _underway(tree: Tree, talk: Discourse, verb: Word, doers: list[Side]) -> Iterator[Draft]:
    """ "Took off for Lima late at night, with her minister"."""
    own = {s.country for s in doers}
    for d in wayfaring(tree, verb, doers):
        party = [s for s in fellow_travellers(tree, talk, verb, doers) if s.country in own]
        d.sides = unique([*d.sides, *party])
        yield d


def _left_behind(talk: Discourse, doers: list[Side], goal: list[PlacePhrase]) -> list[PlacePhrase]:
    """ "left for Tehran on Monday", of an Iranian: from the city where the story plays."""
    named = [s for s in doers if s.official is not None]
    home = goal and named and all(p.country == s.country for p in goal for s in named)
    return [talk.scene] if home and talk.scene is not None and talk.scene.country != named[0].country else []


def _imperative(tree: Tree, verb: Word) -> bool:
    """ "Come and see", said to somebody, is no journey."""
    before = tree.words[verb.i - 1].text if verb.i else '"'
    bare = verb.tag == "VB" and not tree.children(verb, "aux", "nsubj", "nsubjpass")
    return bare and before in ('"', "“", "‘", "'", ":")


def _stays_away(tree: Tree, verb: Word) -> bool:
    """ "stayed away", "kept off": no journey."""
    return any(w.lower in ("away", "home") and verb.lower.startswith("stay") for w in tree.children(verb))


def _named_last(tree: Tree, talk: Discourse, who: Word | None) -> list[Side]:
    """ "The last leader to visit Y was X": X."""
    copula = tree.head(who) if who is not None and who.dep == "nsubj" else None
    if copula is not None and copula.lower not in BEING:  # "to come" taken for the main verb
        copula = next((c for c in tree.children(copula) if c.lower in BEING and c.i > copula.i), None)
    if who is None or copula is None or copula.lower not in BEING:
        return []
    ranks = ("last", "first", "latest", "only")
    if who.lower not in ranks and not any(c.lower in ranks for c in tree.children(who, "amod")):
        return []
    code = who.mention.country if who.mention is not None else None  # "the last French leader … was X"
    return [
        replace(s, country=s.country or code)
        for c in tree.children(copula, "attr")
        for s in talk.sides(tree, c)
        if s.official is not None
    ]


def _one_of(tree: Tree, talk: Discourse, who: Word | None) -> list[Side]:
    """ "X, one of the first to fly in"; "X was among the last to leave": whoever it is said of."""
    if who is None:
        return []
    ranked = any(c.lower in _RANKS for c in tree.children(who, "amod")) and who.dep in ("appos", "attr")
    if who.lower not in _RANKS and not ranked:  # "X, the first holder of her office to set foot in Y"
        return []
    for above in tree.ancestors(who):
        if above.mention is not None and above.mention.official is not None:
            return talk.sides(tree, above)
        if is_verb(above):
            return talk.sides(tree, subject(tree, above))
    return []


_RANKS = frozenset("first last latest few only second those".split())


def _same_party(tree: Tree, talk: Discourse, verb: Word) -> list[Side]:
    """ "the delegation flew on to Y": those whose journey the text told of last."""
    who = subject(tree, verb)
    meant = who is not None and who.lower in (
        "delegation",
        "party",
        "entourage",
        "group",
        "visitors",
        "guests",
    )
    definite = who is not None and any(d.lower == "the" for d in tree.children(who, "det"))
    return list(talk.journeys[-1][0]) if meant and definite and talk.journeys else []


_SKIPPING = frozenset("skipped skips skip skipping bypassed bypasses bypass bypassing".split())


_BOOKED = frozenset("bound headed booked slated scheduled pencilled penciled earmarked".split())
