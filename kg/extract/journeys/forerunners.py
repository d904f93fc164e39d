"""Who went last: "the first visit there by a French president since X in 1985", "has not been to Rome since 2019"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clause.hedges import RANKS
from kg.extract.drafts import Draft
from kg.extract.journeys.whereto import destinations, drafts, first_foreign, places_of
from kg.extract.sentence.grammar import BE, NEGATIONS, after, helpers, is_verb, objects
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.extract.when.choice import OFFICE
from kg.extract.whom.discourse import Discourse

_RANKS = RANKS | {"next", "final"}


def not_since(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """The traveller's own last journey: "X *has not been to Rome since 2019*", "had not visited Peru since May"."""
    said = set(helpers(tree, verb))
    if not said & NEGATIONS or not said & {"has", "have", "had"}:
        return
    day = next((p for p in after(tree, verb, "since") if p.day is not None), None)
    if day is None or not (verb.lower in BE or "go" in lookup(verb.lower, "verb")):
        return
    places = destinations(tree, verb, ("to", "in"))
    places += [p for o in objects(tree, verb) for p in places_of(tree, o)]
    for d in drafts(tree, day, talk.actors(tree, verb), places, "not-since", "held"):
        d.date = day.day
        yield d


def forerunners(tree: Tree, talk: Discourse) -> Iterator[Draft]:
    """The journey of whoever went last: "the first visit there by a French president *since X in 1985*"."""
    if tree.vocabulary.isdisjoint(_RANKS | {"no"}) or tree.vocabulary.isdisjoint(_TRAVEL):
        return
    for since in tree:
        if since.lower != "since":
            continue
        behind = tree.words[since.i + 1 : since.i + _NEXT]
        sides = talk.named_in(behind[:2])
        day = next((w.day for w in behind if w.day is not None), None)
        before = [w.place for w in reversed(tree.words[: since.i]) if w.place is not None and w.dep != "poss"]
        place = first_foreign([*before, talk.goal, talk.stage], sides)
        if sides and day is not None and place is not None and not _took_office(behind):
            for d in drafts(tree, since, sides, [place], "since", "held"):
                d.date = day
                yield d


def _took_office(behind: list[Word]) -> bool:
    """ "The first visit since X *came to power* in 2011": X made none."""
    return any(w.lower in OFFICE or (is_verb(w) and w.lower in _BECAME) for w in behind)


_BECAME = frozenset("became succeeded won defeated beat replaced died fell resigned elected ousted".split())
_TRAVEL = frozenset("visit trip visited come came set travel travelled go gone went land landed".split())
_NEXT = 6  # words behind "since" within which the name and its year stand
