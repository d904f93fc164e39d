"""The stops of a tour told one after the other: "Rome came first", "Lima and Quito followed", "next was Oslo"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.drafts import Draft
from kg.extract.journeys.trips import is_trip, last_travellers, latest, owner
from kg.extract.journeys.whereto import destinations, drafts, foreign, places_of
from kg.extract.places.find import CITY, PlacePhrase
from kg.extract.sentence.grammar import BE, after, clause_words, helpers, objects, subject
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side
from kg.extract.whom.discourse import Discourse
from kg.extract.wordings import FOLLOWING
from kg.model import Status

_STOPS = frozenset("stop stops stopover stopovers port destination destinations station stations leg".split())
_PROGRAMMES = frozenset("itinerary programme program schedule list agenda tour trip route".split())
_RANKS = frozenset("next first last second third fourth fifth final latest then finally".split())
_COMING = frozenset("came comes come coming".split())
_TOUR = re.compile(
    r"\b(?:trips?|tour|visit(?:ed|s)?|journey|swing|travell?(?:ed|s|ing)|abroad|flew|flown|stops?|leg|landed|arrived|"
    r"set out|capitals)\b"
)
_BEFORE = 450  # characters in which the text speaks of the tour


def from_stops(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """ "Doha was the first stop of his tour", "the last stop was Lima": a place that is said to be a stop."""
    stop = next((w for w in tree.children(verb, "attr", "oprd") if w.lower in _STOPS), None)
    where = next(iter(tree.children(verb, "nsubj")), None)
    for rank in tree.children(verb, "acomp", "attr") if where is not None else ():
        if rank.lower in ("next", "first", "last"):  # "X was next on her itinerary"
            stop = next((w for w in after(tree, rank, "on", "in") if w.lower in _PROGRAMMES), stop)
    if stop is None and where is not None and where.lower in _STOPS:
        stop, where = where, next(iter(tree.children(verb, "attr")), None)
    if stop is None or where is None:
        return
    sides = owner(tree, talk, stop)
    for trip in after(tree, stop, "of", "on", "in", "for"):
        sides = sides or (owner(tree, talk, trip) if is_trip(trip) else talk.sides(tree, trip))
    for whom in after(tree, verb, "for"):
        sides = sides or talk.sides(tree, whom)
    yield from drafts(
        tree, verb, sides or _of_the_tour(tree, talk) or latest(talk), places_of(tree, where), "trip-stop"
    )


def stations(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """The next stops of the tour of which the text speaks."""
    if tree.vocabulary.isdisjoint(_RANKS | FOLLOWING):
        return
    places = _stops_told(tree, verb)
    if not places:
        return
    sides = next((s for p in places if (s := foreign(_of_the_tour(tree, talk), p))), [])
    undated = not any(w.date is not None for w in clause_words(tree, verb))
    yield from drafts(tree, verb, sides, places, "trip-stop", _outlook(tree, verb), undated=undated)


def _stops_told(tree: Tree, verb: Word) -> list[PlacePhrase]:
    """The cities or states that a verb says came next."""
    near = {w.lower for w in tree.children(verb, "advmod", "acomp", "attr", "amod", "prep")}
    near |= {w.lower for w in tree.words[: min(verb.i, 1)]}
    who = subject(tree, verb)
    if verb.lower in FOLLOWING and who is not None:
        manner = any(p.lower in ("with", "by", "from", "in") for p in tree.children(verb, "prep"))
        return [] if manner or objects(tree, verb) else _bare(tree, who)
    if verb.lower not in BE | _COMING or not near & _RANKS:
        return []
    if who is not None and who.lower == "it":  # "then it was Oslo", "then it was on to Oslo"
        on = [
            p for w in tree.children(verb, "prep", "advmod", "prt") if w.lower == "on" for p in _to(tree, w)
        ]
        return on or [p for w in tree.children(verb, "attr") for p in _bare(tree, w)]
    told = [w for w in (who, *tree.children(verb, "attr", "dobj", "npadvmod")) if w is not None]
    return next((places for w in told if (places := _bare(tree, w))), [])


def _to(tree: Tree, word: Word) -> list[PlacePhrase]:
    inner = [word, *tree.children(word, "prep", "advmod")]
    return [p for w in inner for p in destinations(tree, w, ("to",))] or [
        p for w in inner if w.lower == "to" for o in tree.children(w, "pobj") for p in places_of(tree, o)
    ]


def _bare(tree: Tree, word: Word) -> list[PlacePhrase]:
    """The places of a phrase that is nothing but places: "Lima and Rio", not "the Lima summit"."""
    heads = [word]
    for w in heads:
        heads += tree.children(w, "conj")
    if any(w.place is None or tree.children(w, "poss", "relcl") for w in heads):
        return []
    return [p for w in heads for p in places_of(tree, w) if p.grade in (1, CITY)]


def _of_the_tour(tree: Tree, talk: Discourse) -> list[Side]:
    """Who is on the tour of which the text speaks just before: those said to travel, else whom it is about."""
    start = max(0, tree.start - _BEFORE)
    if not _TOUR.search(talk.text, start, tree.start):
        return []
    recent = talk.journeys and any(s.start >= start for s in talk.journeys[-1][0])
    return last_travellers(talk) if recent else latest(talk)


def _outlook(tree: Tree, verb: Word) -> Status | None:
    """ "Oslo is next", "would be next", "comes next": what lies ahead."""
    ahead = {"will", "would", "'ll"} & set(helpers(tree, verb)) or verb.tag in ("VBZ", "VBP")
    return "planned" if ahead else None
