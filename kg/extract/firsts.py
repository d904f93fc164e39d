"""Who came first: "the first leader she met was X", "her first call was to Y", "the last to ring him was Z"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.company import abroad, named
from kg.extract.discourse import Discourse
from kg.extract.drafts import Draft
from kg.extract.grammar import BE, NEGATIONS, after, helpers, is_noun, is_verb, objects, subject
from kg.extract.hedges import RANKS
from kg.extract.line import line
from kg.extract.sides import Side, unique
from kg.extract.tree import Tree, Word
from kg.extract.triggers import lookup
from kg.extract.when import OFFICE
from kg.extract.whereto import destinations, drafts, first_foreign, places_of
from kg.model import Kind, Mode

_RANKS = RANKS | {"next", "final"}


def firsts(tree: Tree, talk: Discourse, verb: Word) -> Iterator[Draft]:
    """The encounter that a form of "be" tells of by saying with whom somebody's first one was."""
    if verb.lower not in BE or tree.vocabulary.isdisjoint(_RANKS):
        return
    noun = next((w for w in tree.words[: verb.i] if _ranked(tree, w)), None)
    if noun is None or not any(w.head == verb.i for w in (noun, *tree.ancestors(noun))):
        return
    mode: Mode | None = None
    one: list[Side] = []
    others: list[Side] = []
    if lookup(noun.lower, "noun").keys() & {"call", "talk"}:
        mode = line(tree, noun) or ("phone" if "call" in lookup(noun.lower, "noun") else None)
        one = _owner(tree, talk, noun)
        others = [s for p in after(tree, verb, "to", "with", "from") for s in talk.sides(tree, p, named(one))]
    else:
        for met in tree.children(noun, "relcl"):
            classes = lookup(met.lower, "verb")
            if not classes.keys() & {"face", "phone"}:
                continue
            mode = line(tree, met) or ("phone" if "phone" in classes else None)
            near = objects(tree, met) if "to" in helpers(tree, met) else tree.children(met, "nsubj")
            one = [s for w in near for s in talk.sides(tree, w)]
            others = [s for a in tree.children(verb, "attr") for s in talk.sides(tree, a, named(one))]
    if named(one) and named(others) and abroad(one, others):
        kind: Kind = "call" if mode else "meeting"
        yield Draft(kind, unique([*one, *others]), verb, tree, "first-was", mode=mode or "in-person")


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


def _ranked(tree: Tree, word: Word) -> bool:
    return is_noun(word) and any(c.lower in _RANKS for c in tree.children(word, "amod"))


def _owner(tree: Tree, talk: Discourse, noun: Word) -> list[Side]:
    """Whose call it was: "*her* first call", "the first call *she* made"."""
    near = tree.children(noun, "poss", "appos")
    near += [w for v in tree.children(noun, "relcl") if (w := subject(tree, v)) is not None]
    return [s for w in near for s in talk.sides(tree, w) if s.official is not None]
