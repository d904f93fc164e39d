"""In which city a text is while it goes on: the stage that an event without a place of its own has."""

from __future__ import annotations

from kg.extract.clause.matters import spoken_about
from kg.extract.clause.since import of_aforetime
from kg.extract.drafts import DONE, Draft
from kg.extract.places.find import PlacePhrase
from kg.extract.sentence.grammar import BE, helpers, is_verb, names_official, verb_above
from kg.extract.sentence.inclusion import REPRESENTATIVES
from kg.extract.sentence.tree import Tree, Word
from kg.extract.triggers import lookup


def stage(d: Draft, before: PlacePhrase | None) -> PlacePhrase | None:
    """The city in which the text last was when it came to an event, else one named right behind it."""
    cities = [w for w in d.tree.places if city(d.tree, w) and not elsewhere(d.tree, w)]
    if d.status in DONE:
        cities = [w for w in cities if not not_yet(d.tree, w)]
    here = [w.place for w in cities if w.i < d.trigger.i] or [before]
    behind = [
        w.place for w in cities if d.trigger.i < w.i <= d.trigger.i + _BEHIND and not _told_of_another(d, w)
    ]
    return here[-1] or next(iter(behind), None)


_BEHIND = 10  # words


def _told_of_another(d: Draft, city: Word) -> bool:
    """ "To meet X, who is due in Rome next week", "for the first time since they talked in Rome"."""
    if of_aforetime(d.tree, city, d.trigger):
        return True
    clauses = [a for a in d.tree.ancestors(city) if a.dep == "relcl" and a.i > d.trigger.i]
    return any(c.lower == "who" for a in clauses for c in d.tree.subtree(a))


def city(tree: Tree, w: Word) -> bool:
    """Whether a word names a city as a place; a capital stands for its government unless somebody goes there."""
    if w.place is None or w.place.grade < 3:
        return False
    to = tree.head(w)
    seat = w.place.sense is not None and w.place.sense.kind == "seat"  # "the head of the Pentagon"
    if w.dep == "poss" and w.place.sense is not None and w.place.sense.kind == "capital":
        return False  # "Lima's support"
    return (w.mention is None and not seat) or (w.dep == "pobj" and to is not None and to.lower in _WHITHER)


def elsewhere(tree: Tree, word: Word) -> bool:
    """Whether the story is not in a city: "had flown in *from Rome*", "asked her *to Lima*", "his spokesman said *in Oslo*"."""
    prep = tree.head(word)
    if word.dep == "dobj" and prep is not None and "leave" in lookup(prep.lower, "verb"):
        return True  # "before she left Rome"
    verb = verb_above(tree, word) if word.dep == "pobj" else None
    if prep is None or verb is None:
        return False
    if any(a.dep == "relcl" and "had" in helpers(tree, a) for a in tree.ancestors(word)):
        return True  # "a pause imposed when a flag had been burned in Rome"
    left = (prep.lower == "from" and verb.dep == "relcl") or (prep.lower == "from" and _people(tree, prep))
    left = left or spoken_about(tree, prep) or (prep.lower == "to" and verb.lower in _ASKED)
    return left or (prep.lower == "in" and verb.lower in _SAID and bool(tree.children(verb, "ccomp")))


def _people(tree: Tree, prep: Word) -> bool:
    """ "officials *from Lima*": where they come from."""
    whose = tree.head(prep)
    return whose is not None and (names_official(whose) or whose.lower in REPRESENTATIVES)


def not_yet(tree: Tree, word: Word) -> bool:
    """Whether somebody is still to go to a city, or will not: "*will* fly to Rome", "cancelled a trip *to Rome*"."""
    verb = next((a for a in tree.ancestors(word) if is_verb(a)), None)
    prep = tree.head(word)
    if verb is None or prep is None or (prep.lower != "to" and word.dep != "dobj"):
        return False  # "the talks will resume in Geneva": where they were before
    above = tree.head(verb)
    bound = above is not None and (above.lower in BE or "plan" in lookup(above.lower, "verb"))
    words = set(helpers(tree, verb))
    classes = lookup(verb.lower, "verb").keys()
    return bool(words & _AHEAD) or ("to" in words and bound) or bool(classes & _OFF)


_AHEAD = frozenset({"will", "shall", "'ll", "’ll", "would"})
_OFF = frozenset({"drop", "delay", "plan"})
_ASKED = frozenset("invited invites invite inviting asked".split())
_SAID = frozenset({"said", "says"})
_WHITHER = frozenset("in at to for into from through via".split())
