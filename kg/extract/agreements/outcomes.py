"""Agreements told as what was left over: "two accords came of it", "flew home with a pact in her bag"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.agreements.signatories import pact, two_states
from kg.extract.drafts import Draft
from kg.extract.places.find import PlacePhrase
from kg.extract.sentence.grammar import BE, after, is_noun, is_verb, objects, passive, subject
from kg.extract.sentence.tree import Tree, Word
from kg.extract.sides import Side, unique
from kg.extract.whom.discourse import Discourse
from kg.extract.wordings import NAMED_BEFORE

_OUTCOMES = frozenset("harvest outcome result upshot fruit fruits yield product crop".split())


def yielded(tree: Tree, verb: Word) -> bool:
    """ "Seven accords *came of it*", "three memoranda were the harvest": pacts as what talks left behind."""
    what = subject(tree, verb)
    if what is None or not pact(what) or any(d.lower in ("no", "any") for d in tree.children(what, "det")):
        return False
    if verb.lower in BE:
        return any(c.lower in _OUTCOMES for c in tree.children(verb, "attr"))
    came = verb.lower in ("came", "emerged", "resulted") and verb.tag == "VBD"
    return came and any(
        p.lower in ("it", "them", "this", "that", "talks", "visit", "meeting") for p in _source(tree, verb)
    )


def _source(tree: Tree, verb: Word) -> list[Word]:
    """What something came "of", "out of" or "from"."""
    out = [
        o
        for c in tree.children(verb, "prep", "prt", "advmod")
        if c.lower == "out"
        for o in after(tree, c, "of")
    ]
    return [*out, *after(tree, verb, "of", "from")]


_LEAVING = frozenset("left leave leaves leaving departed departs return returned returns returning".split())
_GOING = frozenset(
    "came come comes coming went go goes going flew fly flies flying headed travelled traveled drove sailed walked".split()
)
_FETCHING = frozenset(
    "brought bring brings bringing took take takes taking carried carry carries carrying secured".split()
)
_BACK = frozenset({"home", "back", "away"})
_AIMS = frozenset({"for", "to"})  # "left for Rome with a pact in his bag": one to be signed there
_UNSIGNED = frozenset("draft compromise proposed new possible provisional".split())


def brought_home(tree: Tree, talk: Discourse) -> Iterator[Draft]:
    """ "Left Lima *with three accords* in her bag", "came back with a deal", "brought home a treaty"."""
    if tree.vocabulary.isdisjoint(_LEAVING | _BACK):
        return
    for verb in tree:
        won = [w for w in _spoils(tree, verb) if pact(w) and _concluded(tree, w)] if is_verb(verb) else []
        sides = talk.actors(tree, verb) if won else []
        if not sides or len({s.country for s in sides}) > 1:
            continue
        place = _whence(tree, talk, won, sides)
        sides += [s for w in won for p in after(tree, w, "with") for s in talk.sides(tree, p)]
        sides += [Side(None, place.country, verb.start, verb.end)] if place is not None else []
        if two_states(sides):
            stated = place is not None
            yield Draft(
                "agreement", unique(sides), won[0], tree, "signed-abroad", place=place, place_stated=stated
            )


def _whence(tree: Tree, talk: Discourse, won: list[Word], sides: list[Side]) -> PlacePhrase | None:
    """Where the pact comes from: a place abroad in the sentence, or the goal of the latest journey told of."""
    own = sides[0].country
    told = {w.i for o in won for w in tree.subtree(o)}  # "a deal on Chadian cotton"
    near = [w.place for w in tree if w.place is not None and w.i not in told and w.place.country != own]
    return next((p for p in near if p.grade > 1), None) or next(iter(near), None) or _gone_to(talk, sides)


def _gone_to(talk: Discourse, sides: list[Side]) -> PlacePhrase | None:
    """Where the latest journey told of took them."""
    people = {s.official for s in sides}
    return next((p for who, _, p in reversed(talk.journeys) if people & {s.official for s in who}), None)


def _spoils(tree: Tree, verb: Word) -> list[Word]:
    """What somebody leaves, goes home or comes away with, or brings back."""
    if passive(tree, verb):
        return []
    near = {w.lower for w in tree.children(verb, "advmod", "prt", "prep")}
    if verb.lower in _FETCHING and near & _BACK:
        return objects(tree, verb)
    if verb.lower in _LEAVING and not (verb.lower.startswith("l") and near & _AIMS):
        return after(tree, verb, "with")
    return after(tree, verb, "with") if verb.lower in _GOING and near & _BACK else []


_ASIDE = frozenset("still yet out within almost nearly".split())
_LUGGAGE = frozenset("bag bags pocket hand briefcase luggage suitcase case baggage satchel folder".split())


def _concluded(tree: Tree, noun: Word) -> bool:
    """Whether a pact was made and is news: not "no deal", "a draft accord", "an accord in sight", "a deal still far off"."""
    words = {w.lower for w in tree.children(noun, "det", "amod", "compound", "advmod", "acomp")}
    state = [p for p in after(tree, noun, "in") if p.place is None and p.lower not in _LUGGAGE]
    left_open = state or any(w.tag != "VBN" for w in tree.children(noun, "acl"))
    return (
        is_noun(noun) and not left_open and not ({noun.lower, *words} & (_UNSIGNED | NAMED_BEFORE | _ASIDE))
    )
