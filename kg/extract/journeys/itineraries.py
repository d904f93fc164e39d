"""Journeys told by their programme: "Rome fell off the itinerary", "owes X a visit", "has a ticket to Rome", "came down the steps"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.journeys.trips import travelling_now
from kg.extract.journeys.whereto import destinations, drafts, meant_place, places_of, state_place
from kg.extract.places.find import CITY, PlacePhrase
from kg.extract.sentence.grammar import after, agents, clause_words, objects, passive, subject
from kg.extract.sentence.tree import Tree, Word
from kg.extract.whom.discourse import Discourse
from kg.extract.wordings import CALLING

_DROPPING = frozenset(
    "fell fallen falls dropped drops drop struck strikes strike cut cuts removed removes deleted vanished vanishes "
    "disappeared disappears taken took crossed left scratched erased gone went pencilled penciled".split()
)
_PROGRAMMES = frozenset("itinerary programme program diary schedule agenda route list calendar map".split())
_ALIGHTING = frozenset(
    "reached descended came climbed clambered walked skipped bounded stepped emerged hopped jumped trotted tripped "
    "stumbled descends comes steps emerges descending coming stepping emerging strode".split()
)
_STAIRS = frozenset(
    "steps stairs gangway ramp tarmac aircraft plane helicopter jet airliner stairway carriage".split()
)
_PROMISING = frozenset("promised promises promise owes owed owe offered offers".split())
_BOOKED = frozenset("ticket tickets seat seats flight berth".split())


def itineraries(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """The journeys that a verb tells of by a programme, a promise, a ticket or the steps of a plane."""
    for find in (_dropped, _alighted, _promised, _booked, _called_at):
        found = list(find(tree, talk, verb))
        if found:
            yield from found
            return


def _dropped(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "Rome fell off the itinerary of X", "X struck Rome out of her diary"."""
    if verb.lower not in _DROPPING:
        return
    programme = next((w for w in clause_words(tree, verb) if w.i > verb.i and w.lower in _PROGRAMMES), None)
    if programme is None or not _off(tree, verb, programme):
        return
    if programme.lower == "list" and after(tree, programme, "of"):
        return  # "taken off the list of sponsors of terrorism"
    who, what = subject(tree, verb), objects(tree, verb)
    sides = [
        s
        for w in [*tree.children(programme, "poss"), *after(tree, programme, "of")]
        for s in talk.sides(tree, w)
    ]
    places = [p for o in what for p in places_of(tree, o)]
    if who is not None and not places:
        places = _named(who, places_of(tree, who))
    elif not sides:
        sides = talk.sides(tree, who)
    sides = [s for s in sides or travelling_now(talk) if s.official is not None]
    yield from drafts(tree, verb, sides, places, "itinerary", "cancelled")


def _off(tree: Tree, verb: Word, programme: Word) -> bool:
    between = {w.lower for w in tree.words[verb.i : programme.i]}
    return bool(between & {"off", "from", "out"})


def _named(word: Word, places: list[PlacePhrase]) -> list[PlacePhrase]:
    """The places of a subject: "Pakistan fell off the itinerary" is the state as a place."""
    if places or word.mention is None or word.mention.kind != "party" or not word.mention.country:
        return places
    return [state_place(word, word.mention.country)] if len(word.mention.country) == 2 else []


def _alighted(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "came down the gangway in Lima", "had barely reached the bottom of the steps"."""
    if verb.lower not in _ALIGHTING or passive(tree, verb):
        return
    near = [w for w in clause_words(tree, verb) if verb.i < w.i <= verb.i + _CLOSE]
    if not any(w.lower in _STAIRS and w.tag.startswith("NN") for w in near):
        return
    sides = talk.actors(tree, verb)
    places = [p for w in [verb, *near] for p in destinations(tree, w, ("in", "at", "on"))]
    meant = None if places else meant_place(tree, talk, verb, sides)
    yield from drafts(tree, verb, sides, places or ([meant] if meant is not None else []), "alighted")


_CLOSE = 9  # words behind a verb within which the steps stand


def _promised(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "X has promised Y a visit", "owes Y a visit", "Y has been promised another visit by X"."""
    if verb.lower not in _PROMISING or not any(
        w.lower in _VISITS for w in tree.words[verb.i : verb.i + _CLOSE]
    ):
        return
    first = talk.actors(tree, verb)
    barred = [s.official for s in first if s.official is not None]
    if passive(tree, verb):
        hosts, by = (
            first,
            [*agents(tree, verb), *(p for o in [verb, *objects(tree, verb)] for p in after(tree, o, "by"))],
        )
        sides = [s for w in by for s in talk.sides(tree, w, barred) if s.official is not None]
        sides = sides or [s for s in talk.subjects[-1:] if s.official is not None]
    else:
        sides, near = first, [*objects(tree, verb), *after(tree, verb, "to")]
        hosts = [s for w in near for s in talk.sides(tree, w, barred)]
    homes = [h.country for h in hosts if h.country and len(h.country) == 2]
    places = [p for w in [verb, *objects(tree, verb)] for p in destinations(tree, w, ("to",))]
    places = places or [state_place(verb, code) for code in homes[:1]]
    yield from drafts(tree, verb, sides, places, "promised", "planned")


_VISITS = frozenset("visit visits trip call".split())


def _booked(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "has a ticket to Rome", "booked a seat on the flight to Rome"."""
    held = [o for o in objects(tree, verb) if o.lower in _BOOKED]
    if not held or verb.lower not in _HOLDING:
        return
    sides = talk.actors(tree, verb)
    on = [p for o in held for p in after(tree, o, "on", "aboard")]
    places = [p for w in [verb, *held, *on] for p in destinations(tree, w, ("to", "for"))]
    yield from drafts(tree, verb, sides, places, "booked", "planned")


def _called_at(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "will also call at Tunis and Rabat", "called in to Lusaka on her way", "called in Bern in May": a stop."""
    if verb.lower not in CALLING or objects(tree, verb) or passive(tree, verb):
        return
    inner = [p for p in tree.children(verb, "prep", "prt", "advmod") if p.lower == "in"]
    others = after(tree, verb, "on", "upon", "for", *([] if inner else ["to"]))
    if any(w.date is None and w.lower != "way" for w in others):
        return  # "called on X at his house"
    places = [p for w in [verb, *inner] for p in destinations(tree, w, ("at", "in"))]
    if inner:  # "called in to Lusaka", not "to a radio show in Lusaka"
        places += [o.place for w in [verb, *inner] for o in after(tree, w, "to") if o.place is not None]
    sides = talk.actors(tree, verb)
    yield from drafts(tree, verb, sides, [p for p in places if p.grade == CITY], "go-verb")


_HOLDING = frozenset("has had have booked books bought holds held reserved".split())
